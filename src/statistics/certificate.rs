//! Certificate: is a promise kept surely enough?
//!
//! A plan is certified on replications that either pass or fail, and a mean share is not a
//! guarantee: a month with 292 items and a true share of exactly the target passes half the time.

use super::{CONFIDENCE, clopper_pearson, lower_bound};
use statrs::distribution::{Binomial, DiscreteCDF};
use statrs::function::beta::ln_beta;
use statrs::function::factorial::ln_binomial;

/// What so many passes in so many replications prove.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Certificate {
    /// Replications that passed.
    pub(crate) passed: u64,
    /// Replications in all.
    pub(crate) of: u64,
    /// Share that passed; `NaN` of none.
    pub(crate) share: f64,
    /// The probability of passing is above this, 95 % sure (one-sided, Clopper and Pearson).
    pub(crate) at_least: f64,
    /// Two-sided 95 % interval of the probability.
    pub(crate) interval: (f64, f64),
}

impl Certificate {
    /// From the number of replications that passed.
    pub(crate) fn new(passed: u64, of: u64) -> Self {
        Self {
            passed,
            of,
            share: passed as f64 / of as f64,
            at_least: lower_bound(passed, of, CONFIDENCE),
            interval: clopper_pearson(passed, of, CONFIDENCE),
        }
    }

    /// From one number of each replication: passed where it is 1.
    pub(crate) fn of(passed: &[bool]) -> Self {
        let passes = passed.iter().filter(|&&it| it).count();
        Self::new(passes as u64, passed.len() as u64)
    }

    /// Whether the probability of passing is at least `probability`, 95 % sure.
    pub(crate) fn proves(&self, probability: f64) -> bool {
        self.at_least >= probability
    }
}

/// The fewest passes of `of` replications that prove the probability; `None` when not even all do.
pub(crate) fn passes_needed(of: u64, probability: f64) -> Option<u64> {
    let proves = |passed: u64| lower_bound(passed, of, CONFIDENCE) >= probability;
    if of == 0 || !proves(of) {
        return None;
    }
    let (mut fails, mut enough) = (0, of);
    while enough - fails > 1 {
        let middle = fails + (enough - fails) / 2;
        if proves(middle) {
            enough = middle;
        } else {
            fails = middle;
        }
    }
    Some(enough)
}

/// The fewest replications that can prove the probability: none of them may fail.
/// `None` where no number of replications could (a probability of 1).
pub(crate) fn replications_needed(probability: f64) -> Option<u64> {
    let n = libm::log(1.0 - CONFIDENCE) / libm::log(probability);
    (probability < 1.0).then(|| (n.ceil() as u64).max(1))
}

/// The probability that a month of `items` reaches its target share, each item being in time
/// with probability `share`.
///
/// Items of a month fail together (one bad week fails many of them): `correlation` is the
/// correlation of two items of one month, 0 for independent ones (binomial), else beta-binomial.
pub(crate) fn month_passes(items: u64, target: f64, share: f64, correlation: f64) -> f64 {
    // The most items that may be late; 5 % of 300 are 15, and not 14 for want of a last digit.
    let late = ((1.0 - target) * items as f64 + 1e-9).floor() as u64;
    if items == 0 || share >= 1.0 {
        return 1.0;
    }
    if share <= 0.0 {
        return if late >= items { 1.0 } else { 0.0 };
    }
    if correlation <= 0.0 {
        return Binomial::new(1.0 - share, items).map_or(f64::NAN, |it| it.cdf(late));
    }
    let strength = (1.0 - correlation) / correlation;
    let (a, b) = ((1.0 - share) * strength, share * strength);
    let term = |k: u64| {
        let (k, n) = (k as f64, items as f64);
        libm::exp(ln_binomial(items, k as u64) + ln_beta(k + a, n - k + b) - ln_beta(a, b))
    };
    (0..=late).map(term).sum::<f64>().min(1.0)
}

/// The mean share with which a month of `items` reaches its target with the given probability.
pub(crate) fn share_needed(items: u64, target: f64, probability: f64, correlation: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..50 {
        let share = (low + high) / 2.0;
        if month_passes(items, target, share, correlation) < probability {
            low = share;
        } else {
            high = share;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, exact: f64, within: f64) {
        assert!((found - exact).abs() < within, "{found} {exact}");
    }

    #[test]
    fn ninety_per_cent_are_proved_by_these_numbers_of_passes() {
        assert_eq!(passes_needed(100, 0.9), Some(96));
        assert_eq!(passes_needed(200, 0.9), Some(188));
        assert_eq!(passes_needed(400, 0.9), Some(371));
        assert_eq!((passes_needed(28, 0.9), passes_needed(29, 0.9)), (None, Some(29)));
        assert_eq!(replications_needed(0.9), Some(29));
        assert_eq!(replications_needed(1.0), None);
    }

    #[test]
    fn a_certificate_says_what_was_proved() {
        let found = Certificate::new(285, 300);
        assert!(found.proves(0.92) && !found.proves(0.93));
        close(found.interval.0, 0.918_872_642_8, 1e-9);
        close(found.interval.1, 0.971_748_798_0, 1e-9);
        assert!(!Certificate::of(&[true, true]).proves(0.9));
    }

    #[test]
    fn a_share_equal_to_its_target_passes_half_of_the_months() {
        for (share, passes) in
            [(0.95, 0.5055), (0.96, 0.804_26), (0.97, 0.968_02), (0.98, 0.999_06)]
        {
            close(month_passes(292, 0.95, share, 0.0), passes, 6e-5);
        }
    }

    #[test]
    fn items_that_fail_together_pass_fewer_months() {
        for (share, passes) in [(0.95, 0.5938), (0.97, 0.7998), (0.98, 0.888), (0.99, 0.9563)] {
            close(month_passes(292, 0.95, share, 0.03), passes, 6e-5);
        }
    }

    #[test]
    fn a_promise_for_nine_months_in_ten_needs_a_higher_mean_share() {
        close(share_needed(292, 0.95, 0.9, 0.0), 0.964, 1e-3);
        close(share_needed(292, 0.95, 0.9, 0.03), 0.982, 1e-3);
    }

    #[test]
    fn all_or_nothing_months_are_handled() {
        assert_eq!(month_passes(0, 0.95, 0.5, 0.0), 1.0);
        assert_eq!(month_passes(20, 1.0, 1.0, 0.1), 1.0);
        close(month_passes(20, 1.0, 0.9, 0.0), libm::pow(0.9, 20.0), 1e-12);
    }
}
