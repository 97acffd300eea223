//! The best plan within caps.

use super::{desk, searching};
use crate::plan::staged::Asked;
use crate::plan::staged::data::Cap;
use crate::plan::staged::search::{so_many_of, with};

#[test]
fn a_cap_is_answered_with_a_plan_and_never_with_nobody_where_somebody_helps() {
    searching(
        &desk(&[("\"50min\", max = \"150min\"", "\"150min\", max = \"200min\"")]),
        |search, start| {
            let (rule, _) = search.cheapest(start).expect("not stopped");
            let few = so_many_of(&search.ranked, 16);
            let (people, money) = (Cap::People(1), Cap::Budget(1_800_000.0));
            for caps in [vec![people.clone()], vec![money.clone()], vec![people, money]] {
                assert_eq!(search.beyond(&rule, &caps), Some(true));
                let within = search.within(&rule, &caps).expect("not stopped");
                assert_eq!(search.beyond(&within, &caps), Some(false), "{caps:?}: {within:?}");
                let played = search.race.lab.played(&within, &few);
                let asked: usize = played.iter().map(|it| it.staff.hires()).sum();
                assert!(asked > 0, "{caps:?}: {within:?}");
            }
            assert_eq!(search.beyond(&rule, &[Cap::People(99)]), Some(false));
            let (confidence, most) = (0.8, 1_500_000.0);
            let caps = vec![Cap::Budget(most), Cap::People(2)];
            let asked = Asked { confidence, replications: None, caps, full: false };
            let (proof, binds) = search.kept_within(None, &rule, &asked).expect("not stopped");
            let fresh = search.race.lab.fresh(proof.answer.kept.of);
            let played = search.race.lab.played(&proof.answer.rule, &fresh);
            let cost: f64 = played.iter().map(|it| it.staff.cost()).sum();
            assert!(binds && cost / played.len() as f64 <= most, "{cost}");
            assert!(played.iter().all(|it| it.staff.hires() + it.staff.temporary.len() <= 2));
        },
    );
}

/// A second role, whose claims one more person keeps in time, while no one person keeps the tickets so.
const CLAIMS: &str = r#"
[roles.handler]
headcount = 1
pay = 100000
contributions = 0
time_to_fill = "30d"

[streams.claim]
arrival = { rate = 1, per = "working-day" }
route = [{ effort = "9h", role = "handler" }]
[streams.claim.sla.settled]
to = "closed"
within = "40h"
target = "80%"

[[policies]]"#;

#[test]
fn where_the_promises_are_out_of_reach_the_plan_with_the_fewest_late_items_is_taken() {
    let changes = [
        ("\n[[policies]]", CLAIMS),
        ("{ clerk = 3 }", "{ clerk = 3, handler = 1 }"),
        ("\"50min\", max = \"150min\"", "\"130min\", max = \"140min\""),
    ];
    searching(&desk(&changes), |search, start| {
        let (rule, _) = search.cheapest(start).expect("not stopped");
        let one = search.within(&rule, &[Cap::People(1)]).expect("not stopped");
        assert!(search.fewest_late.is_some() && one.rules[0].most == 1, "{one:?}");
        // The other role keeps more months of its promise, and leaves more items late.
        let mut other = with(&one, 1, one.rules[0]);
        other.rules[0] = one.rules[1];
        let few = so_many_of(&search.ranked, 16);
        search.race.lab.simulate(&other, &few).expect("not stopped");
        let promises = search.race.promises;
        let of = |it| {
            let played = search.race.lab.played(it, &few).into_iter();
            let all = played.map(|it| {
                let months = |goal| promises.missed(&it.seen, goal).iter().count();
                let months = (0..promises.goals.len()).map(months).sum::<usize>();
                (months, it.seen.breaches(0..it.seen.months()))
            });
            all.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1))
        };
        let (ours, others) = (of(&one), of(&other));
        assert!(ours.0 > others.0 && ours.1 < others.1, "{ours:?} {others:?}");
        // With enough people the promises decide.
        search.within(&rule, &[Cap::People(9)]).expect("not stopped");
        assert_eq!(search.fewest_late, None);
    });
}
