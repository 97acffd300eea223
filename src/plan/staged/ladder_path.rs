//! Path of the ladder: rules from the strictest to the laxest, with the plan among them.
//!
//! Stricter than the plan: more people now and a lower load. Laxer: first one vacancy after the other is
//! left to the reviews, of the role with the most of them; then more work is left to each; last, whom no review
//! can ask for is left out. Each rule asks for nobody sooner than the one before.

use super::search::LEAST;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Equal steps from the plan to the strictest rule, and to full load.
const STEPS: u32 = 4;

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
}
