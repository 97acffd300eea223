//! Ladder: what more confidence costs, from fewer people to more.
//!
//! The rungs are the plan, the rules that were tested with it, and for each of a few lower confidences the
//! laxest rule on the way from the plan to nobody now and full load that still reaches it. All of them are told by fresh
//! replications that begin with the same ones: the plan's own rung by all that it was held against, so
//! that its figures are those of the rest of the report. The knee is the rung after which the next one
//! costs most for what it adds.

use super::beside::ERROR;
use super::certificate::kept_in;
use super::data::{Kept, Rung, Spread};
use super::search::with;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Fresh replications of a rung.
const LOOKED_AT: u64 = 24;
const LOOKED_AT_IN_FULL: u64 = 120;
/// Confidences below the plan's for which a rung is looked for.
const LEVELS: [f64; 2] = [0.5, 0.8];
const LEVELS_IN_FULL: [f64; 5] = [0.5, 0.65, 0.8, 0.9, 0.95];
/// Equal steps from the plan to the laxest of all rules.
const STEPS: u32 = 8;

/// The rungs, the least first; `None` when stopped.
pub(crate) fn ladder(
    lab: &mut Lab<'_>,
    promises: &Promises,
    (rule, kept): (&Candidate, Kept),
    surer: &[Candidate],
    (confidence, full): (f64, bool),
) -> Option<Vec<Rung>> {
    let (looked_at, levels) = match full {
        true => (LOOKED_AT_IN_FULL, &LEVELS_IN_FULL[..]),
        false => (LOOKED_AT, &LEVELS[..]),
    };
    let mut candidates: Vec<Candidate> = surer.to_vec();
    for &level in levels.iter().filter(|it| **it < kept.share.value) {
        candidates.push(reaching(lab, promises, rule, (level, looked_at))?);
    }
    candidates.push(rule.clone());
    candidates.sort();
    candidates.dedup();
    let mut rungs = Vec::new();
    for candidate in candidates {
        let of = if candidate == *rule { kept.of } else { looked_at };
        lab.simulate(&candidate, &lab.fresh(of))?;
        let kept = match candidate == *rule {
            true => kept,
            false => kept_in(lab, promises, &candidate, of, (confidence, ERROR))?,
        };
        let played = lab.played(&candidate, &lab.fresh(of));
        let cost: Vec<f64> = played.iter().map(|it| it.staff.cost()).collect();
        let hires: f64 = played.iter().map(|it| it.staff.hires() as f64).sum();
        let people = hires / played.len() as f64;
        rungs.push(Rung { kept, cost: Spread::of(&cost).mean, people, knee: false });
    }
    rungs.sort_by(|a, b| a.cost.value.total_cmp(&b.cost.value));
    // What costs more and keeps no more is no rung.
    let mut best = None;
    rungs.retain(|it| {
        let better = best.is_none_or(|best| it.kept.share.value > best);
        best = Some(best.unwrap_or(0.0).max(it.kept.share.value));
        better
    });
    if let Some(knee) = knee(&rungs) {
        rungs[knee].knee = true;
    }
    Some(rungs)
}

/// The laxest rule between one that reaches a level and nobody at full load that still reaches it.
fn reaching(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    (level, looked_at): (f64, u64),
) -> Option<Candidate> {
    let few = lab.fresh(looked_at);
    let (mut reaches, mut fails) = (0, STEPS + 1);
    while fails - reaches > 1 {
        let middle = u32::midpoint(reaches, fails);
        let kept = lab.keeps(&laxer(rule, middle), promises, &few)?;
        let share = kept.iter().filter(|it| **it).count() as f64 / few.len() as f64;
        match share >= level {
            true => reaches = middle,
            false => fails = middle,
        }
    }
    Some(laxer(rule, reaches))
}

/// A rule so many steps on the way to nobody now, and nobody later before there is work for him all day.
fn laxer(rule: &Candidate, steps: u32) -> Candidate {
    let mut laxer = rule.clone();
    for position in 0..rule.rules.len() {
        let choice = rule.rules[position];
        let more = if choice.target > 0 { (100 - choice.target) * steps / STEPS } else { 0 };
        let now = choice.now * (STEPS - steps) / STEPS;
        laxer = with(&laxer, position, Choice { now, target: choice.target + more, ..choice });
    }
    laxer
}

/// The rung from which on a point of probability costs more than twice as much as before it, where the
/// replications tell the rungs on both sides of it apart.
fn knee(rungs: &[Rung]) -> Option<usize> {
    let price = |it: usize| {
        let more = rungs[it].kept.share.value - rungs[it - 1].kept.share.value;
        (rungs[it].cost.value - rungs[it - 1].cost.value) / more
    };
    let apart = |it: usize| {
        let (below, above) = (&rungs[it - 1], &rungs[it]);
        below.kept.share.high < above.kept.share.value && below.cost.high < above.cost.low
    };
    let inner = (1..rungs.len().saturating_sub(1)).filter(|&it| apart(it) && apart(it + 1));
    let jumps = inner.map(|it| (it, price(it + 1) / price(it)));
    let steepest = jumps.filter(|it| it.1 > 2.0).max_by(|a, b| a.1.total_cmp(&b.1));
    steepest.map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_the_way_from_a_rule_to_the_laxest_nobody_is_asked_for_sooner() {
        let choice = Choice { now: 4, target: 60, most: 6, temporary: true };
        let later = Choice { target: 0, most: 1, now: 1, ..choice };
        let rule = Candidate { rules: vec![choice, later], ..Candidate::default() };
        assert_eq!(laxer(&rule, 0), rule);
        let way: Vec<Candidate> = (0..=STEPS).map(|it| laxer(&rule, it)).collect();
        for pair in way.windows(2) {
            let (surer, laxer) = (pair[0].rules[0], pair[1].rules[0]);
            assert!(laxer.now <= surer.now && laxer.target >= surer.target, "{pair:?}");
            assert_eq!(pair[1].rules[1].target, 0, "who hires nobody later goes on so");
        }
        assert_eq!((way[8].rules[0].now, way[8].rules[0].target), (0, 100));
    }
}
