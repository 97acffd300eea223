//! Kept: in how many replications every promise is kept, and how sure that is.

use crate::statistics::Interval;

/// How often every promise is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Kept {
    /// Replications in which it was, and all.
    pub(crate) passed: u64,
    /// All replications.
    pub(crate) of: u64,
    /// The share with its interval (a confidence sequence where the number of replications was not
    /// fixed beforehand).
    pub(crate) share: Interval,
    /// Whether the asked-for confidence is proved: all of the interval is above it.
    pub(crate) proved: bool,
}

impl Kept {
    /// Of what happened in each replication, with an interval for so many that passed.
    pub(crate) fn of(
        kept: &[bool],
        confidence: f64,
        interval: impl FnOnce(u64) -> Interval,
    ) -> Self {
        let passed = kept.iter().filter(|it| **it).count() as u64;
        let share = interval(passed);
        Self { passed, of: kept.len() as u64, share, proved: share.low >= confidence }
    }
}
