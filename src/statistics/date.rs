//! Date: when something happens, with everything that is known about it.
//!
//! Dates are months since the start, one of each replication, and infinite where it never
//! happened within the horizon.

use super::Interval;
use super::sobol::{VarianceSplit, split_variance};
use super::{Moments, clopper_pearson, quantile};

/// When something happens. Quantiles count replications in which it never did as later than
/// every date, so that they may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DateEstimate {
    /// It has happened by then in one replication of ten.
    pub(crate) p10: f64,
    /// It has happened by then in half of the replications.
    pub(crate) p50: f64,
    /// It has happened by then in nine replications of ten.
    pub(crate) p90: f64,
    /// The median's own 95 % interval: how far more replications might move it.
    pub(crate) median: Interval,
    /// Mean of the dates, and its interval, over the replications in which it happened.
    pub(crate) mean: Interval,
    /// Share of replications in which it never happened.
    pub(crate) never: Interval,
    /// Replications.
    pub(crate) n: u64,
}

/// What is known of a date from one number of each replication; `NaN` is skipped.
pub(crate) fn estimate_date(months: &[f64]) -> DateEstimate {
    let mut sorted: Vec<f64> = months.iter().copied().filter(|it| !it.is_nan()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len() as u64;
    let came: Moments = sorted.iter().copied().filter(|it| it.is_finite()).collect();
    let never = n - came.n();
    let (low, high) = clopper_pearson(never, n, super::CONFIDENCE);
    DateEstimate {
        p10: quantile(&sorted, 0.1),
        p50: quantile(&sorted, 0.5),
        p90: quantile(&sorted, 0.9),
        median: median(&sorted),
        mean: Interval::of_mean(&came),
        never: Interval { value: never as f64 / n as f64, low, high },
        n,
    }
}

/// The date, and how much of its spread is due to inputs and how much to chance, from pairs of
/// replications that share their inputs. Dates that never came are left out of the split.
pub(crate) fn estimate_date_in_pairs(pairs: &[[f64; 2]]) -> (DateEstimate, VarianceSplit) {
    (estimate_date(pairs.as_flattened()), split_variance(pairs))
}

/// The median and its interval by order statistics (David and Nagaraja, *Order Statistics*):
/// the number of replications before the true median is binomial with probability one half.
fn median(sorted: &[f64]) -> Interval {
    let value = quantile(sorted, 0.5);
    let n = sorted.len() as f64;
    let below = ((n - 1.96 * n.sqrt()) / 2.0).floor();
    if below < 1.0 {
        return Interval { value, ..Interval::NONE };
    }
    let below = below as usize;
    Interval { value, low: sorted[below - 1], high: sorted[sorted.len() - below] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;

    #[test]
    fn a_date_has_an_interval_and_a_share_in_which_it_never_comes() {
        let mut months: Vec<f64> = (1..=90).map(|i| f64::from(i) / 10.0).collect();
        months.extend([f64::INFINITY; 10]);
        let found = estimate_date(&months);
        assert!((found.p10 - 1.09).abs() < 1e-9 && (found.p50 - 5.05).abs() < 1e-9);
        assert_eq!((found.p90, found.never.value), (f64::INFINITY, 0.1));
        assert!((found.mean.value - 4.55).abs() < 1e-9);
        assert!(found.median.low == 4.0 && found.median.high == 6.1);
        assert!(found.never.low > 0.04 && found.never.high < 0.18);
    }

    #[test]
    fn a_date_that_never_comes_has_no_mean() {
        let found = estimate_date(&[f64::INFINITY; 12]);
        assert_eq!((found.p50, found.never.value), (f64::INFINITY, 1.0));
        assert!(found.mean.value.is_nan());
        assert!(estimate_date(&[]).p50.is_nan());
    }

    #[test]
    fn the_interval_of_the_median_holds_the_true_one_as_often_as_it_says() {
        let mut chance = Chance::new(8);
        let holds = |_: &usize| {
            let months: Vec<f64> = (0..80).map(|_| chance.uniform()).collect();
            let found = estimate_date(&months).median;
            found.low <= 0.5 && 0.5 <= found.high
        };
        let held = (0..1000).filter(holds).count();
        assert!((930..=980).contains(&held), "{held}");
    }

    #[test]
    fn pairs_tell_what_better_inputs_would_remove() {
        let mut chance = Chance::new(21);
        let pair = |_| {
            let input = 10.0 + 2.0 * chance.normal();
            [input + chance.normal(), input + chance.normal()]
        };
        let pairs: Vec<_> = (0..2000).map(pair).collect();
        let (date, split) = estimate_date_in_pairs(&pairs);
        assert_eq!(date.n, 4000);
        assert!((date.p50 - 10.0).abs() < 0.2);
        assert!((split.inputs.value - 0.8).abs() < 0.03);
    }
}
