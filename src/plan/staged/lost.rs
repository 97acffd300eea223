//! Lost: the revenue of clients who leave over broken promises, with the plan and without it.

use super::spread::compared;
use crate::plan::search::evaluator::Played;
use crate::statistics::Interval;

/// Revenue that is lost by the horizon, as clients leave over broken promises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Lost {
    /// In all.
    pub(crate) all: Interval,
    /// More than with the staged plan, in the same replications.
    pub(crate) more: Interval,
}

/// What is lost in some replications beside those of the plan; `None` where no client is said to pay.
pub(super) fn of(theirs: &[&Played], ours: &[&Played]) -> Option<Lost> {
    between(&of_each(theirs), &of_each(ours))
}

/// What is lost in each replication; nothing where no client is said to pay.
pub(super) fn of_each(all: &[&Played]) -> Vec<f64> {
    all.iter().filter_map(|it| it.staff.revenue_lost).collect()
}

/// The same of the sums of each replication.
pub(super) fn between(theirs: &[f64], ours: &[f64]) -> Option<Lost> {
    let found = (!theirs.is_empty()).then(|| compared(theirs, ours))?;
    Some(Lost { all: found.value, more: found.more })
}
