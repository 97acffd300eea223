//! Certificate: is a promise kept surely enough?
//!
//! A plan is certified on replications that either pass or fail, and a mean share is not a
//! guarantee: a month with 292 items and a true share of exactly the target passes half the time.

use super::{CONFIDENCE, clopper_pearson, lower_bound};

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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, exact: f64, within: f64) {
        assert!((found - exact).abs() < within, "{found} {exact}");
    }

    #[test]
    fn a_certificate_says_what_was_proved() {
        let found = Certificate::new(285, 300);
        assert!(found.at_least >= 0.92 && found.at_least < 0.93);
        close(found.interval.0, 0.918_872_642_8, 1e-9);
        close(found.interval.1, 0.971_748_798_0, 1e-9);
        assert!(Certificate::of(&[true, true]).at_least < 0.9);
    }
}
