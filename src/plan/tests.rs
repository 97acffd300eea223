//! The planner on a small department of two roles whose best plan can be found by trying everything.

use super::answer::{Terms, answer};
use super::ground::{Ground, REFERENCES, ground, promises_of};
use super::promises::promise::goals_of;
use super::promises::{Promises, attainable};
use super::report_data::{Needed, needed_of};
use super::search::Search;
use super::search::evaluator::Lab;
use super::search::hire_options::Candidate;
use super::search::need::needs;
use super::search::run::Run;
use crate::scenario::{Study, load_text};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Tickets of one role, a part of which goes on to the other, doubling in eight months.
const TOY: &str = r#"
[scenario]
name = "toy"
start = 2026-01-01
months = 8
lead_in = 1
run_out = 1
seed = 5
language = "en"

[calendar]
base = "none"
hours = ["09:00-17:00"]

[drivers.clients]
linear = { from = 100, to = 230, months = 8 }

[roles.first]
headcount = 1
pay = 100000
contributions = 0
time_to_fill = "40d"
hiring_cost = 20000
ramp = { from = "50%", months = 1 }

[roles.second]
headcount = 1
pay = 150000
contributions = 0
time_to_fill = "50d"
ramp = { from = "50%", months = 0 }

[streams.ticket]
arrival = { rate = 5, per = "working-day", driver = "clients", at = 100 }
route = [
  { effort = { mean = { min = "58min", max = "66min" }, cv = 0.5 }, role = "first" },
  { mark = "passed" },
  { branch = "60%", steps = [{ effort = { mean = "80min", cv = 0.5 }, role = "second" }] },
]
[streams.ticket.sla.passed]
to = "passed"
within = "12h"
target = "90%"
[streams.ticket.sla.done]
to = "closed"
within = "20h"
target = "90%"

[[policies]]
key = "as-is"

[plan]
confidence = "80%"
hire = { first = 2, second = 2 }
"#;

fn toy(changes: &[(&str, &str)]) -> Study {
    let text = changes.iter().fold(TOY.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    load_text("toy.toml", &text, None, &[], None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Every candidate of the lattice, cheapest first.
fn all_candidates(lab: &Lab<'_>) -> Vec<Candidate> {
    let of_opening = |opening: &super::search::hire_options::Opening| {
        let slots = opening.slots.len() as u16;
        let mut choices: Vec<Vec<u16>> = vec![Vec::new()];
        choices.extend((0..slots).map(|it| vec![it]));
        choices.extend((0..slots).flat_map(|a| (a..slots).map(move |b| vec![a, b])));
        choices
    };
    let [first, second] = [0, 1].map(|it| of_opening(&lab.lattice.openings[it]));
    let pairs = first.iter().flat_map(|a| second.iter().map(move |b| vec![a.clone(), b.clone()]));
    let mut all: Vec<Candidate> =
        pairs.map(|hires| Candidate { hires, ..Candidate::default() }).collect();
    all.sort_by(|a, b| lab.lattice.cost(a).total_cmp(&lab.lattice.cost(b)));
    all
}

#[test]
fn the_search_finds_the_plan_that_trying_everything_finds() {
    let study = toy(&[]);
    let stop = AtomicBool::new(false);
    for seed in [1, 2] {
        let run = Run::new(seed, 2, &|_| (), &stop);
        let mut lab = Lab::new(&study, &run, goals_of(&study.baseline().scenario));
        let replications: Vec<u64> = (0..40).collect();
        let references = [0.0, 0.5, 1.0].map(|it| lab.lattice.everybody(it));
        for reference in &references {
            lab.simulate(reference, &replications).expect("nobody stops it");
        }
        let seen = references.each_ref().map(|it| lab.recall(it, &replications));
        let plenty = seen[2].clone();
        let promises: Promises = attainable(lab.goals.clone(), &lab.lattice, &plenty, &seen, 0.8);
        let all = all_candidates(&lab);
        assert!(all.len() > 700, "{}", all.len());

        let ways = references[2..].to_vec();
        let mut search = Search::new(&mut lab, &promises, &replications, 6, 1_000_000);
        let cheap = search.cheap(ways).expect("nobody stops it");
        let found = search.improve(cheap).expect("nobody stops it");
        let good = |search: &mut Search<'_, '_>, it: &Candidate| {
            search.is_good(it).expect("nobody stops it")
        };
        let best = all.into_iter().find(|it| good(&mut search, it)).expect("one is good");
        let (ours, least) = (lab.lattice.cost(&found), lab.lattice.cost(&best));
        assert!(ours <= least + 1e-6, "seed {seed}: {:?} {ours}, best {best:?} {least}", found);
        assert!(best.hires.iter().flatten().count() >= 2, "{best:?}");
    }
}

#[test]
fn what_is_promised_does_not_hang_on_references_that_are_looked_at_no_further() {
    let study = toy(&[]);
    let stop = AtomicBool::new(false);
    let run = Run::new(1, 2, &|_| (), &stop);
    // At nine in ten all 30 replications must keep a promise for it to count, below that one of them need not.
    let confidence = 0.9;
    let mut ground = ground(&study, confidence, &run).expect("nobody stops it");
    let replications: Vec<u64> = (0..REFERENCES).collect();
    let references = [0.0, 0.5, 1.0].map(|it| ground.lab.lattice.everybody(it));
    let looked_at = references.each_ref().map(|it| ground.lab.recall(it, &replications).len());
    assert!(looked_at[0] < replications.len(), "nobody keeps less: {looked_at:?}");
    assert_eq!(looked_at[2], replications.len());
    for reference in &references {
        ground.lab.simulate(reference, &replications).expect("nobody stops it");
    }
    let seen = references.each_ref().map(|it| ground.lab.recall(it, &replications));
    let plenty: Vec<_> = ground.plenty.iter().collect();
    let lab = &ground.lab;
    let all = attainable(lab.goals.clone(), &lab.lattice, &plenty, &seen, confidence);
    assert_eq!(ground.promises, all);
}

#[test]
fn a_replication_that_ends_early_has_the_verdict_of_the_whole() {
    let mut broken = 0;
    for promise in ["11-of-12-months", "every-quarter"] {
        let confidence = "confidence = \"80%\"";
        let study = toy(&[(confidence, &format!("{confidence}\npromise = \"{promise}\""))]);
        let stop = AtomicBool::new(false);
        let run = Run::new(1, 2, &|_| (), &stop);
        let goals = goals_of(&study.baseline().scenario);
        let mut lab = Lab::new(&study, &run, goals.clone());
        let replications: Vec<u64> = (0..60).collect();
        for (share, from) in [(0.0, 0), (0.5, 3), (1.0, 2)] {
            let candidate = lab.lattice.everybody(share);
            let promises = Promises { from: vec![from; goals.len()], goals: goals.clone() };
            let early = lab.keeps(&candidate, &promises, &replications).expect("nobody stops it");
            let whole = lab.see(&candidate, &replications).expect("nobody stops it");
            let whole: Vec<bool> = whole.into_iter().map(|it| promises.kept(it)).collect();
            assert_eq!(early, whole, "{promise} {share}");
            broken += whole.iter().filter(|it| !**it).count();
        }
    }
    assert!((60..300).contains(&broken), "{broken} of 360");
}

#[test]
fn seeds_agree_within_the_interval_on_when_people_are_needed() {
    let strict = "confidence = \"80%\"\npromise = \"every-quarter\"";
    let study = toy(&[("confidence = \"80%\"", strict)]);
    let stop = AtomicBool::new(false);
    let needed = [1, 2, 3].map(|seed| {
        let run = Run::new(seed, 2, &|_| (), &stop);
        let Ground { lab, promises, .. } = ground(&study, 0.8, &run).expect("nobody stops it");
        let needs = needs(&lab, &promises, 20).expect("nobody stops it");
        let within = |it: &Needed| it.start[1].is_some();
        needed_of(&lab, &needs).into_iter().filter(within).collect::<Vec<_>>()
    });
    let first = &needed[0];
    assert!(first.len() >= 2, "{first:?}");
    for needed in &needed {
        assert_eq!(needed.len(), first.len());
        for (a, b) in needed.iter().zip(first) {
            let [Some(from), _, until] = b.start else {
                panic!("the need lies within the horizon");
            };
            let middle = a.start[1].expect("so does the median");
            assert!(from <= middle && until.is_none_or(|it| middle <= it), "{a:?} {b:?}");
        }
    }
}

#[test]
fn a_stopped_answer_is_none_and_a_horizon_too_short_to_fill_is_told() {
    let study = toy(&[("\"40d\"", "\"300d\"")]);
    let stop = AtomicBool::new(false);
    let seen = AtomicUsize::new(0);
    let progress = |done: usize| {
        seen.store(done, Ordering::Relaxed);
        if done == 100 {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let run = Run::new(1, 1, &progress, &stop);
    let terms = Terms::new(0.8, None);
    assert!(answer(&study, &terms, &run).is_none());
    assert_eq!(seen.load(Ordering::Relaxed), 100);
    let lattice = super::search::hire_options::Lattice::of(&study.baseline().scenario);
    assert!(lattice.openings[0].slots.is_empty() && !lattice.openings[1].slots.is_empty());
}

#[test]
fn what_is_promised_before_a_plan_is_what_the_plan_promises() {
    let short = [("months = 8\nlead_in", "months = 3\nlead_in")];
    let study = toy(&short);
    let stop = AtomicBool::new(false);
    let run = || Run::new(5, 2, &|_| (), &stop);
    let promises = promises_of(&study, &run()).expect("nobody stops it");
    let found = answer(&study, &Terms::new(0.8, Some(20)), &run()).expect("nobody stops it");
    let told: Vec<_> = found.goals.iter().map(|it| (it.goal.clone(), it.from)).collect();
    let own: Vec<_> = promises.goals.iter().cloned().zip(promises.from.iter().copied()).collect();
    assert_eq!(told, own);
    // A policy that asks for less promises less, and nothing else.
    let mut less = study.baseline().scenario.clone();
    less.planning.goals = vec![(promises.goals[0].sla, 0.5)];
    let under = promises.under(&less);
    assert_eq!(under.goals[0].share, 0.5);
    assert_eq!((&under.goals[1..], &under.from), (&promises.goals[1..], &promises.from));
}
