//! Path of the ladder: rules from the strictest to the laxest, with the plan among them.
//!
//! Stricter than the plan: more people now and a lower load. Laxer: first one vacancy after the other is
//! left to the reviews, of the role with the most of them; then more work is left to each; last, whom no review
//! can ask for is left out. Each rule asks for nobody sooner than the one before.
//!
//! Between two neighbours there are finer steps: one role at a time, one person or a few per cent of load. Who
//! is not asked for now may be made up for by a lower load: what stands between a person now and
//! none is the same person later.

use super::search::{LEAST, with};
use crate::plan::search::hire_options::{Candidate, Choice};

/// Equal steps from the plan to the strictest rule, and to full load.
const STEPS: u32 = 4;
/// A fine step of the load, in per cent, and by how much lower loads make up for a person who is not asked for now.
const FINE: u32 = 2;
const INSTEAD: [u32; 4] = [16, 12, 8, 4];

/// The rules, and where the plan is among them.
pub(super) fn path(rule: &Candidate) -> (Vec<Candidate>, usize) {
    let stricter = (1..=STEPS).rev().map(|steps| all(rule, |it| stricter(it, steps)));
    let mut path: Vec<Candidate> = stricter.collect();
    path.dedup();
    path.retain(|it| it != rule);
    let plan = path.len();
    path.push(rule.clone());
    let later = |it: &Choice| it.target > 0 && it.now > 0;
    while let Some(fewer) = one_fewer(&path[path.len() - 1], later) {
        path.push(fewer);
    }
    let at_reviews = path[path.len() - 1].clone();
    path.extend((1..=STEPS).map(|steps| all(&at_reviews, |it| busier(it, steps))));
    while let Some(fewer) = one_fewer(&path[path.len() - 1], |it| it.now > 0) {
        path.push(fewer);
    }
    path.dedup();
    (path, plan)
}

/// From one rule of the path to the next laxer one, both included: one role at a time, the load first.
pub(super) fn between(strict: &Candidate, lax: &Candidate) -> Vec<Candidate> {
    let mut steps = vec![strict.clone()];
    for position in 0..strict.rules.len() {
        let to = lax.rules[position];
        while steps[steps.len() - 1].rules[position] != to {
            let last = &steps[steps.len() - 1];
            let at = last.rules[position];
            let (last, fewer) = (last.clone(), at.now > to.now);
            let target = if fewer { at.target } else { (at.target + FINE).min(to.target) };
            let next = Choice { now: at.now - u32::from(fewer), target, ..at };
            if fewer && next.hires_later() {
                let lower = INSTEAD.into_iter().filter_map(|it| next.target.checked_sub(it));
                let lower = lower.filter(|it| *it >= LEAST);
                steps.extend(lower.map(|target| with(&last, position, Choice { target, ..next })));
            }
            // What the two do not differ in that is stepped through is taken over as it is.
            let next = if next == at { to } else { next };
            steps.push(with(&last, position, next));
        }
    }
    steps
}

fn all(rule: &Candidate, change: impl Fn(Choice) -> Choice) -> Candidate {
    let rules = rule.rules.iter().map(|it| change(*it)).collect();
    Candidate { rules, ..rule.clone() }
}

/// So many steps on the way to everybody now who may be asked for, and half of the work for each.
fn stricter(choice: Choice, steps: u32) -> Choice {
    let now = choice.now + (choice.most.saturating_sub(choice.now) * steps).div_ceil(STEPS);
    let lower = choice.target.saturating_sub(LEAST) * steps / STEPS;
    Choice { now, target: choice.target - lower, ..choice }
}

/// So many steps on the way to nobody later before there is work for him all day.
fn busier(choice: Choice, steps: u32) -> Choice {
    let more = if choice.target > 0 { (100 - choice.target) * steps / STEPS } else { 0 };
    Choice { target: choice.target + more, ..choice }
}

/// One vacancy of now fewer, of the role that has most of those that are asked about.
fn one_fewer(rule: &Candidate, asked: impl Fn(&Choice) -> bool) -> Option<Candidate> {
    let some = (0..rule.rules.len()).rev().filter(|&it| asked(&rule.rules[it]));
    let most = some.max_by_key(|&it| rule.rules[it].now)?;
    let mut fewer = rule.clone();
    fewer.rules[most].now -= 1;
    Some(fewer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_the_strictest_rule_to_the_laxest_nobody_is_asked_for_sooner() {
        let choice = Choice { now: 2, target: 60, most: 6, temporary: true };
        let only_now = Choice { target: 0, most: 1, now: 1, ..choice };
        let rule = Candidate { rules: vec![choice, only_now], ..Candidate::default() };
        let (path, plan) = path(&rule);
        assert_eq!(path[plan], rule);
        for pair in path.windows(2) {
            assert_ne!(pair[0], pair[1]);
            for (surer, laxer) in pair[0].rules.iter().zip(&pair[1].rules) {
                assert!(laxer.now <= surer.now && laxer.target >= surer.target, "{pair:?}");
            }
            assert_eq!(pair[1].rules[1].target, 0, "who hires nobody later goes on so");
        }
        assert_eq!((path[0].rules[0].now, path[0].rules[0].target), (6, LEAST));
        let last = path.last().expect("it has rules");
        assert_eq!((last.rules[0].now, last.rules[0].target, last.rules[1].now), (0, 100, 0));
        // One vacancy after the other is left to the reviews.
        assert_eq!(path[plan + 1].rules[0].now, 1);
        assert_eq!(path[plan + 2].rules[0], Choice { now: 0, ..choice });
    }

    #[test]
    fn between_neighbours_one_role_changes_at_a_time_and_a_person_of_now_may_come_later() {
        let choice = Choice { now: 1, target: 60, most: 6, temporary: true };
        let rule = |first: Choice, second: Choice| Candidate {
            rules: vec![first, second],
            ..Candidate::default()
        };
        let strict = rule(choice, Choice { now: 2, ..choice });
        let lax = rule(Choice { target: 65, ..choice }, choice);
        let steps = between(&strict, &lax);
        let told: Vec<(u32, u32, u32)> = steps
            .iter()
            .map(|it| (it.rules[0].target, it.rules[1].now, it.rules[1].target))
            .collect();
        let load = [(60, 2, 60), (62, 2, 60), (64, 2, 60), (65, 2, 60)];
        let later = [(65, 1, 44), (65, 1, 48), (65, 1, 52), (65, 1, 56), (65, 1, 60)];
        assert_eq!(told, [&load[..], &later[..]].concat());
        assert_eq!((steps.first(), steps.last()), (Some(&strict), Some(&lax)));
        // Whom no review can ask for is there or is not.
        let alone = Choice { now: 1, target: 0, most: 1, ..choice };
        let without = Choice { now: 0, ..alone };
        assert_eq!(between(&rule(alone, choice), &rule(without, choice)).len(), 2);
    }
}
