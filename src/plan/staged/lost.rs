//! Lost: the revenue of clients who leave over broken promises, with the plan and without it.

use super::data::{Lost, Spread};
use super::spread::dearer;
use crate::plan::search::evaluator::Played;

/// What is lost in some replications beside the same ones of the plan; `None` where no client is said
/// to pay.
pub(super) fn of(theirs: &[&Played], ours: &[&Played]) -> Option<Lost> {
    let lost = |all: &[&Played]| -> Vec<f64> {
        all.iter().filter_map(|it| it.staff.revenue_lost).collect()
    };
    between(&lost(theirs), &lost(ours))
}

/// The same of the sums of each replication.
pub(super) fn between(theirs: &[f64], ours: &[f64]) -> Option<Lost> {
    let told = !theirs.is_empty();
    told.then(|| Lost { all: Spread::of(theirs).mean, more: dearer(theirs, ours) })
}
