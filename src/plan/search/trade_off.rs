//! Trade-off: what more money buys, as the plans that nothing cheaper is as good as.
//!
//! From the plan on, hires are delayed and dropped until it suffices with less and less probability.
//! What comes out is evaluated again on fresh replications, because the luckiest of many
//! candidates looks better than it is.

use super::Search;
use super::hire_options::{Candidate, Lattice};
use crate::ids::RoleId;
use crate::plan::decision::Plan;
use crate::statistics::certificate::Certificate;

/// What plans on the curve aim to keep, as parts of what the plan itself keeps.
const AIMS: [f64; 4] = [0.85, 0.6, 0.35, 0.1];

/// A plan of the curve.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TradeOff {
    /// The plan.
    pub(crate) candidate: Candidate,
    /// Who is hired in it.
    pub(crate) people: Vec<(RoleId, usize)>,
    /// What it costs up to the horizon.
    pub(crate) cost: f64,
    /// How often it keeps every promise, on fresh replications.
    pub(crate) kept: Certificate,
    /// Whether nothing cheaper keeps them as often.
    pub(crate) efficient: bool,
    /// Whether it is the plan itself.
    pub(crate) chosen: bool,
}

/// The curve, by cost; `None` when stopped.
pub(crate) fn trade_off(
    plan: &mut Plan<'_>,
    replications: u64,
    budget: usize,
) -> Option<Vec<TradeOff>> {
    let fresh: Vec<u64> = plan.fresh.iter().copied().take(replications as usize).collect();
    let mut candidates = vec![plan.lab.lattice.as_it_is(), plan.candidate.clone()];
    let few: Vec<u64> = (0..(replications * 2 / 3).max(20)).collect();
    let mut current = plan.candidate.clone();
    for aim in AIMS {
        let may_fail = ((1.0 - aim * plan.with.share) * few.len() as f64) as usize;
        let share = budget / AIMS.len();
        let mut search = Search::new(&mut plan.lab, &plan.promises, &few, may_fail, share);
        if !search.is_good(&current)? {
            continue;
        }
        current = search.cheapen(current)?;
        candidates.push(current.clone());
    }
    if plan.candidate.people() < plan.lab.lattice.everybody(1.0).people() {
        candidates.push(plan.lab.lattice.everybody(1.0));
    }
    candidates.sort();
    candidates.dedup();
    let mut curve = Vec::new();
    for candidate in candidates {
        let kept = match candidate == plan.candidate {
            true => plan.with,
            false => Certificate::of(&plan.lab.keeps(&candidate, &plan.promises, &fresh)?),
        };
        curve.push(TradeOff {
            people: people_of(&plan.lab.lattice, &candidate),
            cost: plan.lab.cost(&candidate),
            kept,
            efficient: true,
            chosen: candidate == plan.candidate,
            candidate,
        });
    }
    curve.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    mark_efficient(&mut curve);
    Some(curve)
}

/// How many of each role a candidate hires.
fn people_of(lattice: &Lattice, candidate: &Candidate) -> Vec<(RoleId, usize)> {
    let openings = lattice.openings.iter().zip(&candidate.hires);
    let hired = openings.filter(|it| !it.1.is_empty());
    hired.map(|(opening, hires)| (opening.role, hires.len())).collect()
}

/// A plan is efficient when it keeps the promises oftener than every cheaper one.
fn mark_efficient(curve: &mut [TradeOff]) {
    let mut best = -1.0;
    for point in curve {
        point.efficient = point.kept.share > best;
        best = point.kept.share.max(best);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_more_and_keeps_less_is_not_efficient() {
        let point = |cost: f64, passed: u64| TradeOff {
            candidate: Candidate::default(),
            people: Vec::new(),
            cost,
            kept: Certificate::new(passed, 100),
            efficient: false,
            chosen: false,
        };
        let mut curve = [point(0.0, 0), point(1.0, 50), point(2.0, 50), point(3.0, 90)];
        mark_efficient(&mut curve);
        assert_eq!(curve.map(|it| it.efficient), [true, true, false, true]);
    }
}
