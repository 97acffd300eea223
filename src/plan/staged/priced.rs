//! Priced: what each promise costs, by what the plan would cost if it were relaxed by the next step.

use super::beside::dearer;
use super::data::{PricedPromise, Relaxed};
use super::search::RuleSearch;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Candidate;

/// By how much a share is relaxed.
const STEP: f64 = 0.05;
/// Replications of the search for a relaxed plan, and fresh ones of the plan that is found.
const SEARCHING: usize = 120;
const LOOKED_AT: u64 = 40;

/// Every promise as the plan keeps it; with its price where that is asked for. `None` when stopped.
pub(crate) fn promises(
    lab: &mut Lab<'_>,
    all: &Promises,
    rule: &Candidate,
    pool: Option<(&[u64], f64)>,
) -> Option<Vec<PricedPromise>> {
    let nobody = lab.lattice.as_it_is();
    let few = lab.fresh(LOOKED_AT);
    let mut priced = Vec::new();
    for goal in 0..all.goals.len() {
        let relaxed = match pool {
            Some((pool, share)) => relaxed(lab, all, rule, goal, pool, share)?,
            None => None,
        };
        let facts = &all.goals[goal];
        let share = |rule: &Candidate| share(&lab.recall(rule, &few), goal, all.from[goal]);
        priced.push(PricedPromise {
            sla: facts.sla,
            asked: lab.base().slas[facts.sla.index()].target,
            stated: facts.asked,
            planned: facts.share,
            with: share(rule),
            without: share(&nobody),
            relaxed,
        });
    }
    Some(priced)
}

/// The plan with one promise relaxed; the inner `None` where it is no cheaper for certain.
fn relaxed(
    lab: &mut Lab<'_>,
    all: &Promises,
    rule: &Candidate,
    goal: usize,
    pool: &[u64],
    share: f64,
) -> Option<Option<Relaxed>> {
    let mut promises = all.clone();
    let least = &mut promises.goals[goal].share;
    *least = (*least - STEP).max(0.0);
    let planned = *least;
    let mut search = RuleSearch::new(lab, &promises, pool.to_vec(), (share, share), SEARCHING);
    let found = search.laxer(rule.clone())?;
    let few = lab.fresh(LOOKED_AT);
    lab.simulate(&found, &few)?;
    let (theirs, ours) = (lab.played(&found, &few), lab.played(rule, &few));
    let cost = |it: &[&Played]| it.iter().map(|it| it.staff.cost()).collect::<Vec<f64>>();
    let people = theirs.iter().map(|it| it.staff.hires() as f64).sum::<f64>();
    let saving = dearer(&cost(&ours), &cost(&theirs));
    Some((found != *rule && saving.low > 0.0).then(|| Relaxed {
        share: Some(planned),
        limit: None,
        people: people / theirs.len() as f64,
        cost: cost(&theirs).iter().sum::<f64>() / theirs.len() as f64,
        saving,
    }))
}

/// The share of items in time over all replications, from the month on from which it counts.
fn share(seen: &[&Seen], goal: usize, from: usize) -> f64 {
    let decided = seen.iter().flat_map(|it| it.decided(goal).iter().skip(from));
    let (met, all) = decided
        .fold((0u64, 0u64), |(met, all), it| (met + u64::from(it.met), all + u64::from(it.all)));
    met as f64 / all as f64
}
