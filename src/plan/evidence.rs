//! Evidence: what happens month by month with the plan and without it, and in which futures the plan
//! fails.

use super::promises::Promises;
use super::search::evaluator::Lab;
use super::search::hire_options::Candidate;
use super::sensitivity::{Asked, Sensitivity, explained};
use crate::department::draw_inputs;
use crate::experiment::{Outcome, PolicyHead, fold_readings};
use crate::measure::{Column, Prepared, Readings};
use crate::scenario::{Scenario, Text};

/// The key of the baseline in [`Evidence::outcome`].
pub(crate) const NOTHING: &str = "nothing";
/// The key of the plan in [`Evidence::outcome`].
pub(crate) const PLAN: &str = "plan";

/// What a plan rests on, for those who want to see it.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// Month by month, on the same fresh replications: [`NOTHING`] and [`PLAN`].
    pub(crate) outcome: Outcome,
    /// Which unknown numbers decide whether the plan keeps every promise; `None` where it always or
    /// never does, and where it was not asked for.
    pub(crate) kept: Option<Sensitivity>,
}

/// Looks at a plan and at what happens without it, in as many of its fresh replications; `None` when
/// stopped.
pub(crate) fn evidence(
    lab: &Lab<'_>,
    promises: &Promises,
    plan: &Candidate,
    (fresh, by_month): (&[u64], usize),
    full: bool,
) -> Option<Evidence> {
    let kept = if full { what_keeps(lab, promises, plan, fresh) } else { None };
    Some(Evidence { outcome: months(lab, plan, &fresh[..fresh.len().min(by_month)])?, kept })
}

fn months(lab: &Lab<'_>, plan: &Candidate, fresh: &[u64]) -> Option<Outcome> {
    let (timeline, seed) = (&lab.base().timeline, lab.run.seed);
    let months = timeline.months();
    let nobody = lab.lattice.as_it_is();
    let (mut heads, mut readings) = (Vec::new(), Vec::new());
    for (key, candidate) in [(NOTHING, &nobody), (PLAN, plan)] {
        let base = lab.scenario(candidate);
        let columns = Prepared::new(&base).columns().to_vec();
        readings.push(lab.run.in_worlds(lab.study, fresh, |world, own| {
            let scenario: Scenario = lab.scenario_in(world, candidate);
            let prepared = Prepared::new(&scenario);
            let found = lab.run.readings(&prepared, own, |it| draw_inputs(&scenario, seed, it))?;
            let places = places(&columns, prepared.columns());
            Some(found.into_iter().map(|it| placed(it, &places, months)).collect())
        })?);
        heads.push(PolicyHead { key: key.into(), title: Text::default(), columns: columns.into() });
    }
    let labels = (0..months).map(|it| timeline.label(it));
    Some(fold_readings(heads, readings, seed, labels.collect()))
}

/// Where each column of the first world stands in another.
fn places(first: &[Column], other: &[Column]) -> Vec<Option<usize>> {
    let same = |it: &Column, that: &Column| it.measure == that.measure && it.scope == that.scope;
    first.iter().map(|it| other.iter().position(|that| same(it, that))).collect()
}

/// Readings of another world in the columns of the first; `NaN` where its world has no such measure.
fn placed(readings: Readings, places: &[Option<usize>], months: usize) -> Readings {
    if places.iter().enumerate().all(|(to, from)| *from == Some(to)) {
        return readings;
    }
    let by_month = |it: &Option<usize>| {
        let from = it.map(|it| it * months);
        (0..months).map(move |month| from.map(|it| it + month))
    };
    let monthly: Vec<Option<usize>> = places.iter().flat_map(by_month).collect();
    let numbers = |of: &[f64], places: &[Option<usize>]| {
        let at = |it: &Option<usize>| it.and_then(|it| of.get(it).copied()).unwrap_or(f64::NAN);
        places.iter().map(at).collect()
    };
    let trials = |of: &[u32], places: &[Option<usize>]| {
        let at = |it: &Option<usize>| it.and_then(|it| of.get(it).copied()).unwrap_or(0);
        places.iter().map(at).collect()
    };
    Readings {
        total: numbers(&readings.total, places),
        monthly: numbers(&readings.monthly, &monthly),
        total_trials: trials(&readings.total_trials, places),
        monthly_trials: trials(&readings.monthly_trials, &monthly),
    }
}

/// The plan's certificate, explained by what was drawn in its replications.
fn what_keeps(
    lab: &Lab<'_>,
    promises: &Promises,
    plan: &Candidate,
    fresh: &[u64],
) -> Option<Sensitivity> {
    let seen = lab.recall(plan, fresh);
    let kept: Vec<f64> = seen.iter().map(|it| f64::from(promises.kept(it))).collect();
    let is_open = kept.iter().any(|it| *it != kept[0]);
    let known = lab.base().inputs.is_empty() && lab.worlds.count() == 1;
    if !is_open || known || kept.len() < fresh.len() {
        return None;
    }
    Some(explained(lab.study, lab.run.seed, Asked::AllKept, fresh, &kept))
}
