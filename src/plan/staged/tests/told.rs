//! What is told of a staged plan, against what was simulated.

use super::{desk, searching, staged, staged_within};
use crate::plan::search::hire_options::Choice;
use crate::plan::staged::certificate::kept_in;
use crate::plan::staged::data::{Cap, Rung, Signpost, Step, Which};
use crate::plan::staged::facts::minutes;
use crate::plan::staged::fewer::{at_most, play_at_most, played_at_most};
use crate::plan::staged::ladder::ladder;
use crate::plan::staged::priced;
use crate::plan::staged::search::with;
use crate::plan::staged::tables::tables;

#[test]
fn every_plan_stands_as_far_from_the_plan_as_it_is_said_to_differ() {
    let found = staged(&desk(&[]), 2, Some(40));
    let plan = &found.alternatives[0];
    assert!(plan.plan == Which::Staged && plan.cost.value == found.cost.mean.value);
    assert!(found.alternatives.iter().any(|it| it.kept.of < plan.kept.of), "some are seen less");
    for it in &found.alternatives {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-6 * (1.0 + a.abs());
        assert!(close(it.cost.value - it.dearer.value, plan.cost.value), "{it:?}");
        assert!(close(it.breaches.value - it.later.value, plan.breaches.value), "{it:?}");
        assert!(it.ours <= it.kept.of, "{it:?}");
    }
    assert_eq!(plan.ours, plan.kept.passed);
}

#[test]
fn a_plan_that_may_ask_for_no_fewer_than_it_asks_for_is_the_plan_itself() {
    searching(&desk(&[]), |search, start| {
        let choice = Choice { now: 1, target: 70, most: 3, temporary: true };
        let (rule, few) = (with(&start, 0, choice), (0..12).collect::<Vec<u64>>());
        let lab = &mut *search.race.lab;
        lab.simulate(&rule, &few).expect("not stopped");
        for most in 0..=3 {
            let known = lab.spent();
            play_at_most(lab, &rule, 0, most, &few).expect("not stopped");
            assert!(most < 3 || lab.spent() == known, "nobody asks for more than three");
            let told = played_at_most(lab, &rule, 0, most, &few);
            let told: Vec<String> = told.iter().map(|it| format!("{it:?}")).collect();
            let fewer = at_most(&rule, 0, most);
            lab.simulate(&fewer, &few).expect("not stopped");
            let played: Vec<String> =
                lab.played(&fewer, &few).iter().map(|it| format!("{it:?}")).collect();
            assert_eq!(told, played, "{most}");
        }
    });
}

#[test]
fn everybody_whom_the_plan_asks_for_is_explained_and_the_plan_is_a_rung() {
    let found = staged(&desk(&[]), 2, Some(40));
    let most = found.fans[0].totals.last().copied().expect("twenty of them");
    let numbers: Vec<u32> = found.marginal.iter().map(|it| it.number).collect();
    assert!(numbers.len() as u32 >= most.min(found.rule.roles[0].now), "{numbers:?}");
    assert!(numbers.iter().enumerate().all(|(at, it)| at as u32 + 1 == *it), "{numbers:?}");
    assert!(found.ladder.rungs.iter().any(|it| it.plan && it.cost.value == found.cost.mean.value));
    let rising = found.ladder.rungs.windows(2).all(|it| {
        it[0].cost.value <= it[1].cost.value && it[0].kept.share.value <= it[1].kept.share.value
    });
    assert!(rising, "{:?}", found.ladder);
}

#[test]
fn a_ladder_in_full_has_a_rung_near_each_confidence_or_says_that_there_is_none() {
    searching(&desk(&[]), |search, start| {
        let (rule, _) = search.cheapest(start).expect("not stopped");
        let (promises, lab) = (search.race.promises, &mut *search.race.lab);
        let kept = kept_in(lab, promises, &rule, 120, (0.8, 0.05)).expect("not stopped");
        lab.simulate(&rule, &lab.fresh(120)).expect("not stopped");
        let found = ladder(lab, promises, (&rule, kept), (&[], None), (0.8, true));
        let found = found.expect("not stopped");
        let share = |it: &Rung| it.kept.share.value;
        let rising = found
            .rungs
            .windows(2)
            .all(|it| it[0].cost.value <= it[1].cost.value && share(&it[0]) <= share(&it[1]));
        assert!(rising && found.rungs.len() > 2, "{found:?}");
        for level in [0.5, 0.8, 0.9, 0.95] {
            let above = found.rungs.iter().map(share).find(|it| *it >= level);
            let near = above.is_some_and(|it| it <= level + 0.05 + 1e-9);
            let missing = found.missing.iter().any(|it| it.level == level);
            assert_ne!(near, missing, "{level}: {found:?}");
        }
        let brief = ladder(lab, promises, (&rule, kept), (&[], None), (0.8, false));
        assert!(brief.expect("not stopped").missing.is_empty(), "it is not looked for closely");
    });
}

#[test]
fn every_promise_is_relaxed_by_each_step_and_saves_only_where_it_is_as_sure() {
    // Several clerks, because whoever comes must not wait for long.
    let strict = desk(&[
        ("within = \"16h\"", "within = \"4h\""),
        ("target = \"80%\"", "target = \"90%\""),
        ("hire = { clerk = 3 }", "hire = { clerk = 6 }"),
    ]);
    searching(&strict, |search, start| {
        let (rule, _) = search.cheapest(start).expect("not stopped");
        let (promises, ranked) = (search.race.promises, search.ranked.clone());
        let lab = &mut *search.race.lab;
        lab.simulate(&lab.lattice.as_it_is(), &lab.fresh(40)).expect("not stopped");
        lab.simulate(&rule, &lab.fresh(40)).expect("not stopped");
        let (plain, _) = priced::promises(lab, promises, &rule, None).expect("not stopped");
        assert!(plain[0].relaxed.is_empty(), "that was not asked for");
        let found = priced::promises(lab, promises, &rule, Some((&ranked, 0.8)));
        let (found, together) = found.expect("not stopped");
        assert!(together.is_empty(), "the role has one promise");
        let steps: Vec<Step> = found[0].relaxed.iter().map(|it| it.step).collect();
        assert!(
            steps.contains(&Step::Share(0.05)) && steps.contains(&Step::Limit(2.0)),
            "{steps:?}"
        );
        for it in &found[0].relaxed {
            assert!(!it.certain || it.saving.low > 0.0 && it.kept >= 32, "{it:?}");
            assert_eq!(it.of, 40);
        }
        assert!(found[0].relaxed.iter().any(|it| it.saving.value > 0.0), "{found:?}");
    });
}

#[test]
fn the_plan_without_the_caps_has_one_figure_beside_the_plan_and_on_the_ladder() {
    let found = staged_within(&desk(&[]), 2, Some(60), vec![Cap::People(1)]);
    assert!(found.capped.binds);
    let beside = found.alternatives.iter().find(|it| it.plan == Which::Uncapped).expect("a row");
    assert!(beside.kept.of < found.kept.of, "it is seen in fewer replications than the plan");
    let mut rungs = found.ladder.rungs.iter().filter(|it| it.uncapped);
    let rung = rungs.next().expect("a rung");
    assert_eq!((rung.cost, rung.kept), (beside.cost, beside.kept));
    assert!(rungs.next().is_none());
    assert!(staged(&desk(&[]), 2, Some(40)).ladder.rungs.iter().all(|it| !it.uncapped), "no caps");
}

#[test]
fn the_table_asks_at_every_review_for_what_the_rule_asks_for() {
    searching(&desk(&[("to = 160", "to = 300")]), |search, start| {
        let choice = Choice { now: 1, target: 70, most: 3, temporary: false };
        let (rule, few) = (with(&start, 0, choice), (0..24).collect::<Vec<u64>>());
        let lab = &mut *search.race.lab;
        lab.simulate(&rule, &few).expect("not stopped");
        let played = lab.played(&rule, &few);
        let (table, facts) = (&tables(lab, &rule, &played)[0], &lab.rules(&rule)[0]);
        let nearest = |steps: &[f64], it: f64| {
            let apart = |at: &usize| (steps[*at] - it).abs();
            (0..steps.len()).min_by(|a, b| apart(a).total_cmp(&apart(b))).expect("a step")
        };
        let reviews = || played.iter().flat_map(|it| &it.staff.reviews).filter(|it| it.number > 0);
        let most = |number: u32| {
            let own = reviews().filter(|it| it.number == number).map(|it| it.arrivals);
            own.fold(0.0, f64::max)
        };
        let last = reviews().map(|it| it.number).max().expect("reviews");
        assert!(most(last) > 1.2 * most(1), "the desk grows");
        assert!(table.arrivals.last().is_some_and(|it| *it > 0.9 * most(last)), "{table:?}");
        for number in 1..=last {
            let own = reviews().filter(|it| it.number == number && it.finished > 0);
            let off = own.map(|it| {
                let (row, column) =
                    (nearest(&table.minutes, minutes(it)), nearest(&table.arrivals, it.arrivals));
                let needed = (it.load / facts.target - 1e-9).ceil() as u32;
                f64::from(table.people[row][column]) - f64::from(needed.max(facts.cover))
            });
            let off: Vec<f64> = off.collect();
            let mean = off.iter().sum::<f64>() / off.len() as f64;
            assert!(mean.abs() < 0.35, "review {number}: {mean} of {off:?}");
        }
        // Vacancies are told of the first review, and of nothing that cannot have come by then.
        assert!(table.most <= most(1), "{table:?}");
        for (column, arrived) in table.arrivals.iter().enumerate() {
            let none = table.vacancies.iter().all(|row| row[column] == 0);
            assert!(none || *arrived <= table.most, "{table:?}");
        }
    });
}

#[test]
fn what_may_come_is_told_where_it_is_likely_and_not_only_where_it_is_likelier_than_not() {
    let found = staged(&desk(&[]), 2, Some(40));
    assert!(!found.signposts.is_empty());
    for it in &found.signposts {
        assert!(it.probability >= 0.02 && (it.asked >= 0.2 || it.temporary > 0), "{it:?}");
        assert_eq!(it.asked > 0.0, it.asked_vacancies > 0, "{it:?}");
        assert!(it.vacancies == 0 || it.asked >= 0.5, "the median of all: {it:?}");
    }
    assert!(found.signposts.iter().any(|it| it.vacancies == 0), "{:?}", found.signposts);
    let mut joined = found.signposts[0].clone();
    let next = Signpost { asked: 0.5, probability: joined.probability, ..joined.clone() };
    let wanted = (joined.asked + 0.5) / 2.0;
    joined.join(&next);
    assert!((joined.asked - wanted).abs() < 1e-12 && joined.probability == 2.0 * next.probability);
}
