//! The staged plan on departments so small that every rule of the class can be tried.

mod caps;
mod dated;
mod early;
mod for_a_time;
mod levers;
mod map;
mod people;
mod rows;
mod told;

use super::certificate::{Demand, certify};
use super::data::{Cap, Staged, Which};
use super::search::{RuleSearch, with};
use super::warning::Warning;
use super::{Asked, fluid};
use crate::department::Outlook;
use crate::plan::ground::{Ground, ground};
use crate::plan::search::hardest_replications::hardest_for;
use crate::plan::search::hire_options::{Candidate, Choice, Lattice};
use crate::plan::search::run::Run;
use crate::scenario::{HiringRule, Scenario, Study, load_text};
use std::sync::atomic::AtomicBool;

/// Tickets whose effort is not known, twice as many after a year.
const DESK: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 18
lead_in = 1
run_out = 1
seed = 5
language = "en"

[calendar]
base = "none"
hours = ["09:00-17:00"]

[drivers.clients]
linear = { from = 100, to = 160, months = 18 }

[roles.clerk]
headcount = 1
pay = 100000
contributions = 0
time_to_fill = "30d"
hiring_cost = 20000
ramp = { from = "50%", months = 1 }

[streams.ticket]
arrival = { rate = 5, per = "working-day", driver = "clients", at = 100 }
route = [{ effort = { mean = { min = "50min", max = "150min" }, cv = 0.8 }, role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "16h"
target = "80%"

[[policies]]
key = "as-is"

[plan]
confidence = "80%"
hire = { clerk = 3 }
"#;

fn desk(changes: &[(&str, &str)]) -> Study {
    let text = changes.iter().fold(DESK.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    load_text("desk.toml", &text, None, &[], None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The staged plan, beside one person at once as the plan of dates.
fn staged(study: &Study, threads: usize, replications: Option<u64>) -> Staged {
    staged_within(study, threads, replications, Vec::new())
}

/// The same within caps.
fn staged_within(
    study: &Study,
    threads: usize,
    replications: Option<u64>,
    caps: Vec<Cap>,
) -> Staged {
    let stop = AtomicBool::new(false);
    let run = Run::new(5, threads, &|_| (), &stop);
    let mut ground = ground(study, 0.8, &run).expect("not stopped");
    let asked = Asked { confidence: 0.8, replications, caps, full: false };
    let found = super::find(&mut ground, &asked).expect("not stopped");
    let fixed = ground.lab.lattice.everybody(0.3);
    let Ground { mut lab, promises, .. } = ground;
    super::staged(&mut lab, &promises, &found, &fixed, &asked).expect("not stopped")
}

#[test]
fn the_plan_is_the_same_on_any_number_of_threads() {
    let study = desk(&[]);
    let [one, three] = [1, 3].map(|threads| staged(&study, threads, Some(30)));
    assert_eq!(format!("{one:?}"), format!("{three:?}"));
    assert_eq!(one.kept.of, 30);
}

/// Works on a search over a few replications of a study.
fn searching<R>(study: &Study, work: impl FnOnce(&mut RuleSearch<'_, '_>, Candidate) -> R) -> R {
    let stop = AtomicBool::new(false);
    let run = Run::new(5, 2, &|_| (), &stop);
    let mut ground = ground(study, 0.8, &run).expect("not stopped");
    let pool: Vec<u64> = (0..48).collect();
    let start = fluid::first_guess(&ground.lab, &pool);
    let promises = &ground.promises;
    let ranked = hardest_for(&mut ground.lab, promises, &start, &pool).expect("not stopped");
    work(&mut RuleSearch::new(&mut ground.lab, promises, ranked, (0.85, 1.0), 2000), start)
}

#[test]
fn the_search_finds_the_cheapest_rule_that_trying_every_one_finds() {
    searching(&desk(&[]), |search, start| {
        let (found, good) = search.cheapest(start.clone()).expect("not stopped");
        assert!(good, "{found:?}");
        let found = search.cost(&found).expect("not stopped");
        let mut best = f64::INFINITY;
        for now in 0..=3 {
            for target in (0..=100).step_by(4).filter(|it| *it == 0 || *it >= 40) {
                for temporary in [false, true] {
                    let choice = Choice { now, target, most: 3, temporary };
                    let rule = with(&start, 0, choice);
                    if search.race.is_good(&rule).expect("not stopped") {
                        best = best.min(search.cost(&rule).expect("not stopped"));
                    }
                }
            }
        }
        // Plans within a per cent cost the same, and of those the one with fewer late items is taken.
        assert!(found <= best * 1.02, "found {found}, the cheapest is {best}");
    });
}

#[test]
fn a_rule_that_fails_its_certificate_is_followed_by_stricter_ones_until_one_is_proved() {
    searching(&desk(&[]), |search, start| {
        let nobody = Choice { now: 0, target: 100, most: 3, temporary: false };
        let lax = with(&start, 0, nobody);
        let asked = Asked { confidence: 0.8, replications: None, caps: Vec::new(), full: false };
        let capped = search.prove(lax.clone(), &asked, false).expect("not stopped");
        assert!(!capped.answer.kept.proved && capped.failed == 0, "{:?}", capped.answer);
        assert_eq!(capped.answer.rule, lax, "within a cap nothing is made stricter");
        let proof = search.prove(lax, &asked, true).expect("not stopped");
        assert!(proof.answer.kept.proved && proof.failed > 0, "{:?}", proof.answer);
        assert!(proof.answer.kept.passed > capped.answer.kept.passed);
    });
}

#[test]
fn people_who_cost_nothing_are_told_and_others_are_not() {
    let is_told = |changes: &[(&str, &str)]| {
        let staged = staged(&desk(changes), 2, Some(40));
        assert!(staged.alternatives[0].hires.p90 > 0.0, "somebody is hired");
        staged.warnings.iter().any(|it| matches!(it, Warning::Unpaid { .. }))
    };
    let free = [("pay = 100000", "pay = 0"), ("hiring_cost = 20000", "hiring_cost = 0")];
    assert!(is_told(&free));
    assert!(!is_told(&[]) && !is_told(&free[..1]), "finding somebody costs something");
}

#[test]
fn of_rules_that_are_not_proved_the_cheapest_is_taken_that_keeps_as_many() {
    searching(&desk(&[]), |search, start| {
        let now = |now: u32| with(&start, 0, Choice { now, ..start.rules[0] });
        let demand = Demand { confidence: 0.8, exactly: Some(30), attempt: 5 };
        let promises = search.race.promises;
        let everybody = certify(search.race.lab, promises, now(3), demand).expect("not stopped");
        let passed = everybody.kept.passed;
        let mut taken = |failed: &[Candidate]| {
            let answer = search.cheapest_as_sure(everybody.clone(), failed, demand);
            answer.expect("not stopped")
        };
        // Two do what three do; nobody at all keeps less, and is cheaper still.
        let nobody = with(&start, 0, Choice { most: 3, ..Choice::default() });
        let found = taken(&[nobody.clone(), now(2)]);
        assert_eq!(found.rule, now(2));
        assert!(found.kept.passed >= passed && found.kept.of == 30, "{found:?}");
        assert_eq!(taken(&[nobody]).rule, now(3));
    });
}

#[test]
fn nobody_is_asked_for_now_who_keeps_nothing() {
    searching(&desk(&[]), |search, start| {
        let (found, _) = search.cheapest(start).expect("not stopped");
        let surplus = Choice { now: 3, ..found.rules[0] };
        let pruned = search.pruned(with(&found, 0, surplus)).expect("not stopped");
        assert!(pruned.rules[0].now < 3, "{pruned:?}");
        let as_many = search.as_sure(&pruned, &with(&found, 0, surplus));
        assert_eq!(as_many, Some(true));
        // Whom a rule needs stays.
        let alone = Choice { now: 1, target: 0, most: 1, temporary: false };
        let alone = with(&found, 0, alone);
        let nobody = with(&alone, 0, Choice { now: 0, ..alone.rules[0] });
        assert_eq!(search.as_sure(&nobody, &alone), Some(false));
        assert_eq!(search.pruned(alone.clone()), Some(alone));
    });
}

#[test]
fn who_is_asked_for_at_the_first_review_anyhow_waits_for_it_where_that_spares_something() {
    let growing = [
        ("from = 100, to = 160", "from = 65, to = 120"),
        ("\"50min\", max = \"150min\"", "\"90min\", max = \"110min\""),
    ];
    searching(&desk(&growing), |search, start| {
        let choice = |now: u32| Choice { now, target: 44, most: 1, temporary: true };
        let [waits, today] = [0, 1].map(|now| with(&start, 0, choice(now)));
        let costs = [&waits, &today].map(|it| search.cost(it).expect("not stopped"));
        assert!(search.asks_soon(&waits, 0) && costs[0] < costs[1] * 0.99, "{costs:?}");
        assert_eq!(search.as_sure(&waits, &today), Some(true));
        assert_eq!(search.pruned(today), Some(waits));
    });
}

#[test]
fn far_out_of_reach_the_best_that_may_be_hired_is_asked_for_and_not_the_cheapest_that_is_as_bad() {
    let much = [
        ("\"50min\", max = \"150min\"", "\"150min\", max = \"160min\""),
        ("hire = { clerk = 3 }", "hire = { clerk = 1 }\ntemporary = false"),
    ];
    let found = staged(&desk(&much), 2, Some(30));
    assert!(!found.kept.proved && found.failed == 0, "{:?}", found.kept);
    assert_eq!(found.rule.roles[0].most, 1, "{:?}", found.rule);
    let all: u32 = found.fans.iter().flat_map(|it| &it.totals).sum();
    assert_eq!(all, 20, "somebody is hired in each of twenty futures");
}

#[test]
fn who_may_be_hired_is_enough_for_the_work_where_the_scenario_does_not_say() {
    let most = |effort: &str| {
        let effort = format!("\"{effort}\", max = \"{effort}\"");
        let study = desk(&[("\"50min\", max = \"150min\"", &effort), ("hire = { clerk = 3 }", "")]);
        Lattice::of(&study.baseline().scenario).openings[0].most
    };
    assert_eq!(most("50min"), 3, "three at least");
    // Eight tickets a day of ten hours: ten people and more.
    assert!((10..20).contains(&most("600min")), "{}", most("600min"));
}

#[test]
fn who_knows_everything_pays_least_and_waiting_costs_no_more_than_deciding_now() {
    let study = desk(&[]);
    let found = staged(&study, 2, Some(40));
    let of =
        |which: Which| found.alternatives.iter().find(|it| it.plan == which).expect("is there");
    let (plan, perfect, nobody) = (of(Which::Staged), of(Which::Perfect), of(Which::Nobody));
    assert!(perfect.dearer.low <= 0.0, "{perfect:?}");
    assert!(perfect.kept.passed == perfect.kept.of, "{perfect:?}");
    assert!(plan.dearer.value == 0.0 && nobody.cost.value.abs() < 1e-6, "{nobody:?}");
    assert!(nobody.kept.passed < plan.kept.passed);
    let rule = &found.rule.roles[0];
    assert_eq!(found.now.iter().map(|it| it.count).sum::<u32>(), rule.now);
    assert!(found.fans[0].totals.len() == 20 && found.fans[0].totals.is_sorted());
}

/// What happens in some replications when one person is asked for at the start and a backlog is left to
/// people for a time, or to nobody.
fn with_a_backlog(temporary: bool) -> Vec<crate::plan::search::staff::Staff> {
    let drowned = desk(&[
        ("\"50min\", max = \"150min\"", "\"80min\", max = \"90min\""),
        ("arrival = {", "backlog_at_start = 150\narrival = {"),
    ]);
    searching(&drowned, |search, rule| {
        let choice = Choice { now: 1, target: 0, most: 1, temporary };
        let rule = with(&rule, 0, choice);
        let few: Vec<u64> = (0..8).collect();
        search.race.lab.simulate(&rule, &few).expect("not stopped");
        search.race.lab.played(&rule, &few).iter().map(|it| it.staff.clone()).collect()
    })
}

#[test]
fn who_is_taken_on_for_a_time_is_paid_counted_and_gone_again() {
    let (with, without) = (with_a_backlog(true), with_a_backlog(false));
    assert!(without.iter().all(|it| it.temporary.is_empty() && it.hires() == 1));
    assert!(with.iter().any(|it| !it.temporary.is_empty()));
    for (with, without) in with.iter().zip(&without) {
        assert_eq!(with.hires(), 1, "for good, nobody more is asked for");
        let extra: f64 = with.temporary.iter().map(|it| it.cost).sum();
        assert!((with.cost() - without.cost() - extra).abs() < 1.0, "{with:?}");
        for taken in &with.temporary {
            assert!(taken.months < 8.0 && taken.cost > 20_000.0, "{taken:?}");
            let there = with.heads[0][taken.from as usize];
            assert!(there > without.heads[0][taken.from as usize], "{with:?}");
        }
        assert_eq!(with.heads[0].last(), without.heads[0].last(), "all of them are gone");
    }
}

#[test]
fn a_rule_knows_the_same_in_every_reading() {
    let read = |linear: &str, cv: &str| {
        format!("[[plan.readings]]\nunknown = \"growth\"\nkey = \"{cv}\"\nchanges = [{linear}]\n")
    };
    let faster = "{ set = \"streams.ticket.route[0].effort.cv\", value = 2 }, \
                  { set = \"drivers.clients.linear.to\", value = 400 }";
    let readings = read("", "as-stated") + &read(faster, "faster");
    let hire = "hire = { clerk = 3 }\n";
    let two = desk(&[(hire, &format!("{hire}{readings}"))]);
    searching(&two, |search, start| {
        let lab = &search.race.lab;
        assert_eq!(lab.worlds.count(), 2);
        let known = |world| Outlook::of_rules(&lab.scenario_in(world, &start));
        assert_eq!(known(0).len(), 1);
        assert_eq!(known(0), known(1), "which reading is true is what the rule cannot know");
        let own = |world| {
            Outlook::of_rules(&Scenario {
                hiring_rules: vec![HiringRule { outlook: None, ..lab.rules(&start)[0].clone() }],
                ..lab.worlds.baseline(world).clone()
            })
        };
        assert_ne!(own(0), own(1), "though they differ");
    });
}

#[test]
fn where_nothing_is_uncertain_there_is_nothing_to_measure() {
    let known = desk(&[("{ min = \"50min\", max = \"150min\" }", "\"90min\"")]);
    assert!(staged(&known, 2, Some(30)).measure.is_empty());
}

#[test]
fn a_promise_that_nobody_can_keep_is_not_proved() {
    let hopeless = desk(&[("time_to_fill = \"30d\"", "time_to_fill = \"900d\"")]);
    let found = staged(&hopeless, 2, Some(30));
    assert!(!found.kept.proved && found.now.is_empty(), "{:?} {:?}", found.kept, found.now);
}
