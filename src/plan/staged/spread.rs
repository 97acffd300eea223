//! Spread: a mean with its interval, and how far single futures are from it.

use crate::statistics::{Interval, paired, quantile};

/// A mean with its interval, and the spread of single futures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    /// The mean.
    pub(crate) mean: Interval,
    /// The spread of single futures.
    pub(crate) futures: Quantiles,
}

/// One future of ten is below the first, five below the second, nine below the third.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quantiles {
    /// 10 %.
    pub(crate) p10: f64,
    /// 50 %.
    pub(crate) p50: f64,
    /// 90 %.
    pub(crate) p90: f64,
}

impl Quantiles {
    /// Of some numbers.
    pub(crate) fn of(numbers: &[f64]) -> Self {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |p: f64| quantile(&sorted, p);
        Self { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
    }
}

impl Spread {
    /// Of some numbers.
    pub(crate) fn of(numbers: &[f64]) -> Self {
        let mean = Interval::of_mean(&numbers.iter().copied().collect());
        Self { mean, futures: Quantiles::of(numbers) }
    }
}

/// How much more money, or of anything else, one plan takes than another, in the same replications.
pub(crate) fn dearer(theirs: &[f64], ours: &[f64]) -> Interval {
    let found = paired(theirs, ours);
    Interval { value: found.mean, low: found.ci_low, high: found.ci_high }
}
