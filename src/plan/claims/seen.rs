//! Seen: what one replication says about a test.

use crate::experiment::mean_over_months;
use crate::measure::{Column, Prepared, Readings};
use crate::measures::Unit;
use crate::scenario::ClaimTest;

/// What one replication says about a test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Seen {
    /// In the unit of the test.
    pub(crate) number: f64,
    /// Of how many things it is a share; 0 for what is none.
    pub(crate) trials: u32,
}

/// What a replication says about a test; `NaN` where its world has no such measure.
pub(super) fn seen_in(test: &ClaimTest, prepared: &Prepared<'_>, readings: &Readings) -> Seen {
    column_of(test, prepared).map_or(Seen { number: f64::NAN, trials: 0 }, |it| Seen {
        number: number(test, it, prepared, readings),
        trials: if test.months.is_none() { readings.total_trials[it] } else { 0 },
    })
}

/// The column that a test reads.
pub(super) fn column_of(test: &ClaimTest, prepared: &Prepared<'_>) -> Option<usize> {
    let same = |it: &Column| it.measure == test.measure && it.scope == test.scope;
    prepared.columns().iter().position(same)
}

/// The number of a replication, in the unit of the test.
pub(super) fn number(
    test: &ClaimTest,
    column: usize,
    prepared: &Prepared<'_>,
    readings: &Readings,
) -> f64 {
    let months = prepared.scenario().timeline.months();
    let facts = &prepared.columns()[column];
    // A share or a load of the whole horizon is not the mean of its months.
    let whole = !facts.monthly || matches!(facts.unit, Unit::Share | Unit::People);
    let span = match test.months {
        Some((first, last)) => Some(first.saturating_sub(1) as usize..last as usize),
        None if whole => None,
        None => Some(0..months),
    };
    let number = match span {
        Some(span) => mean_over_months(readings, column, months, span),
        None => readings.total[column],
    };
    number * test.factor
}
