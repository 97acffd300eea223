//! Which levers are pulled, and which are given a figure.

use super::{desk, searching};
use crate::plan::search::hire_options::{Candidate, Choice};
use crate::plan::staged::explain::people;
use crate::plan::staged::lever_figures::levers;
use crate::plan::staged::levers::{Tried, set_aside};
use crate::plan::staged::search::with;

/// A lever that takes tickets away, nearly for nothing, and one that takes few and costs more than anybody.
const LEVERS: &str = r#"
[[policies]]
key = "as-is"
[[policies]]
key = "dear"
changes = [{ automation = "dear", streams = ["ticket"], from = 2026-01-15, arrivals = 0.98, monthly_price = 900000 }]
[[policies]]
key = "self-service"
changes = [{ automation = "self-service", streams = ["ticket"], from = 2026-01-15, arrivals = 0.4, monthly_price = 5000 }]
"#;

#[test]
fn a_lever_that_makes_people_superfluous_is_pulled_and_a_dear_one_is_not() {
    let study = desk(&[("\n[[policies]]\nkey = \"as-is\"\n", LEVERS)]);
    searching(&study, |search, start| {
        let keys: Vec<&str> = search.race.lab.moves.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, ["dear", "self-service"]);
        let (pulled, good) = search.cheapest(start).expect("not stopped");
        assert!(good, "{pulled:?}");
        assert_eq!(pulled.moves, [1]);
        let (tried, _) = search.priced((&pulled, 20), Vec::new()).expect("not stopped");
        assert_eq!(tried.iter().filter(|it| it.key == "self-service").count(), 1);
        // Without it as many promises need people, who cost more.
        let alone = Candidate { moves: Vec::new(), ..pulled.clone() };
        let (without, good) = search.suffice(alone).expect("not stopped");
        let costs = [&pulled, &without].map(|it| search.cost(it).expect("not stopped"));
        assert!(good && costs[0] < costs[1], "{costs:?}");
    });
}

#[test]
fn a_pulled_lever_without_which_a_plan_is_cheaper_for_certain_is_told_with_what_it_keeps() {
    let study = desk(&[("\n[[policies]]\nkey = \"as-is\"\n", LEVERS)]);
    searching(&study, |search, start| {
        let without = Candidate { moves: Vec::new(), ..start };
        let with = Candidate { moves: vec![0], ..without.clone() };
        let dear = || ("dear".to_owned(), Default::default());
        let (promises, ranked) = (search.race.promises, search.ranked.clone());
        let mut told = |plan: &Candidate, without: Option<&Candidate>| {
            let tried = [Tried::new(dear(), &with, without)];
            levers(search.race.lab, promises, plan, &tried, &ranked).expect("not stopped")
        };
        let (levers, unpriced) = told(&with, None);
        assert!(levers.is_empty() && unpriced[0].without.is_none(), "none is as sure");
        let (levers, unpriced) = told(&with, Some(&without));
        let cheaper = unpriced[0].without.expect("there is one");
        assert!(levers.is_empty() && unpriced[0].key == "dear" && cheaper.saves.high < 0.0);
        let (left, unpriced) = told(&without, Some(&without));
        assert!(left.len() == 1 && !left[0].made && left[0].saves.high < 0.0, "{left:?}");
        assert!(unpriced.is_empty());
        assert!(told(&without, None) == (vec![], vec![]), "the plan does without");
        let hard = &ranked[..24];
        let mut kept = |rule: &Candidate| {
            let kept = search.race.lab.keeps(rule, promises, hard).expect("not stopped");
            kept.iter().filter(|it| **it).count()
        };
        assert_eq!((cheaper.with, cheaper.without, cheaper.of), (kept(&with), kept(&without), 24));
    });
}

#[test]
fn a_lever_with_which_the_plan_keeps_less_is_named_without_a_figure() {
    // Whatever waits is given away, and comes back when it is late.
    let slow = r#"
[[policies]]
key = "as-is"
[[policies]]
key = "slow"
changes = [{ contractor = "slow", role = "clerk", streams = ["ticket"], capacity = 500, when_waiting = 1, price = 1, lead = { fixed = "30d" } }]
"#;
    let study = desk(&[("\n[[policies]]\nkey = \"as-is\"\n", slow)]);
    searching(&study, |search, start| {
        let (plan, _) = search.suffice(start).expect("not stopped");
        let (tried, left_out) = search.priced((&plan, 20), Vec::new()).expect("not stopped");
        let [worse] = &left_out[..] else { panic!("{left_out:?}") };
        assert!(worse.key == "slow" && worse.with < worse.without, "{worse:?}");
        assert!(tried.iter().all(|it| it.key == "for-a-time"));
    });
}

#[test]
fn what_is_over_before_a_promise_counts_is_tried_on_the_plan_alone() {
    let overtime = |to: &str| {
        format!(
            "\n[[policies]]\nkey = \"as-is\"\n[[policies]]\nkey = \"longer\"\nchanges = \
             [{{ overtime = \"clerk\", from = 2026-01-12, to = {to}, hours_a_day = \"1h\" }}]\n"
        )
    };
    let aside = |to: &str, from: usize| {
        let study = desk(&[("\n[[policies]]\nkey = \"as-is\"\n", &overtime(to))]);
        searching(&study, |search, start| {
            let mut promises = search.race.promises.clone();
            promises.from = vec![from];
            let aside = set_aside(search.race.lab, &promises);
            let searched = search.race.lab.moves.len();
            assert_eq!(aside.len() + searched, 1);
            let is_aside = !aside.is_empty();
            // It is priced all the same.
            let (plan, _) = search.suffice(start).expect("not stopped");
            let (tried, left_out) = search.priced((&plan, 20), aside).expect("not stopped");
            let own = tried.iter().filter(|it| it.key == "longer").count();
            assert_eq!(own + left_out.len(), 1);
            is_aside
        })
    };
    assert!(aside("2026-02-27", 2), "promises count from March on");
    assert!(!aside("2026-03-02", 2) && !aside("2026-02-27", 0));
}

#[test]
fn what_an_order_saves_is_told_against_a_plan_that_need_be_no_surer() {
    searching(&desk(&[]), |search, start| {
        search.begin(start.clone()).expect("not stopped");
        let lax = with(&start, 0, Choice { now: 0, target: 0, ..start.rules[0] });
        search.settle(&lax, 48, usize::MAX).expect("not stopped");
        let before = search.race.may_fail;
        assert!(search.told(&lax).0 > before, "it breaks more than the search allows");
        let (_, tried) = search.order(&lax).expect("not stopped");
        assert_eq!(search.race.may_fail, before, "the search goes on as strict as it was");
        let as_it_is = Candidate { order: None, ..lax };
        let (surer, good) = search.suffice(as_it_is).expect("not stopped");
        let tried = tried.expect("the order was changed");
        let without = tried.without.as_ref().expect("a plan in the order as it is");
        let costs = [without, &surer].map(|it| search.cost(it).expect("not stopped"));
        assert!(good && costs[0] < costs[1], "{costs:?}");
    });
}

#[test]
fn a_lever_that_does_what_a_person_does_for_less_is_told_of_that_person_and_a_dear_one_is_not() {
    let told = |levers: &str| {
        let study = desk(&[("\n[[policies]]\nkey = \"as-is\"\n", levers)]);
        searching(&study, |search, start| {
            let two = Choice { now: 2, target: 0, most: 3, temporary: false };
            let rule = with(&Candidate { moves: Vec::new(), ..start }, 0, two);
            let (promises, few) = (search.race.promises, search.ranked[..12].to_vec());
            let people = people(search.race.lab, promises, &rule, &few, (0.9, false));
            people.expect("not stopped").into_iter().map(|it| it.cheaper).collect::<Vec<_>>()
        })
    };
    let found = told(LEVERS);
    assert!(found.iter().flatten().all(|it| it.0 == "self-service" && it.1 > 1e6), "{found:?}");
    assert!(found[1].is_some(), "{found:?}");
    // Without the cheap one nobody is done without.
    let (dear, _) = LEVERS.rsplit_once("[[policies]]").expect("there are three");
    assert_eq!(told(dear), [None, None]);
}
