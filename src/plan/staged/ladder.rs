//! Ladder: what more confidence costs, from fewer people to more.
//!
//! The rungs are the rules on the way of the search and of its certificate, and laxer ones for the lower
//! rungs, all of them on fresh replications that begin with the same ones: the plan's own rung is told by all
//! that it was held against, so that its figures are those of the rest of the report. The knee is the rung after which the next
//! one costs most for what it adds.

use super::Asked;
use super::certificate::{fresh, kept_in};
use super::data::{Kept, Rung, Spread};
use super::search::with;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Fresh replications of a rung.
const LOOKED_AT: u64 = 40;
const LOOKED_AT_IN_FULL: u64 = 120;
/// Steps down from the plan: people fewer now, and the load that is hired up to, in per cent.
const DOWN: [(u32, u32); 5] = [(1, 8), (1, 16), (0, 8), (0, 16), (2, 16)];
const DOWN_IN_SHORT: usize = 2;

/// The rungs, the least first; `None` when stopped.
pub(crate) fn ladder(
    lab: &mut Lab<'_>,
    promises: &Promises,
    (rule, kept): (&Candidate, Kept),
    surer: &[Candidate],
    asked: &Asked,
) -> Option<Vec<Rung>> {
    let (looked_at, down) = match asked.full {
        true => (LOOKED_AT_IN_FULL, &DOWN[..]),
        false => (LOOKED_AT, &DOWN[..DOWN_IN_SHORT]),
    };
    let mut candidates: Vec<Candidate> = down.iter().map(|step| laxer(rule, *step)).collect();
    candidates.extend(surer.iter().cloned());
    candidates.push(rule.clone());
    candidates.sort();
    candidates.dedup();
    let mut rungs = Vec::new();
    for candidate in candidates {
        let of = if candidate == *rule { kept.of } else { looked_at };
        lab.simulate(&candidate, &fresh(of))?;
        let kept = match candidate == *rule {
            true => kept,
            false => kept_in(lab, promises, &candidate, of, asked.confidence)?,
        };
        let played = lab.played(&candidate, &fresh(of));
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

/// A rule with fewer people now and a higher load for every role.
fn laxer(rule: &Candidate, (people, load): (u32, u32)) -> Candidate {
    let mut laxer = rule.clone();
    for position in 0..rule.rules.len() {
        let choice = rule.rules[position];
        let target = if choice.target > 0 { (choice.target + load).min(100) } else { 0 };
        let now = choice.now.saturating_sub(people);
        laxer = with(&laxer, position, Choice { now, target, ..choice });
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
