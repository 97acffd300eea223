//! Moments: the running mean and spread of a number over replications.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};
use std::cell::RefCell;
use std::collections::HashMap;

/// The confidence of every interval that is shown: 95 %.
pub(crate) const CONFIDENCE: f64 = 0.95;

/// Count, mean and spread of numbers that come one at a time; `NaN` is skipped.
///
/// Welford's recurrence (Technometrics 4, 1962): no difference of large sums,
/// and equal numbers have a spread of exactly zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Moments {
    n: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// Takes in one number.
    pub(crate) fn push(&mut self, value: f64) {
        if value.is_nan() {
            return;
        }
        self.n += 1;
        let before = value - self.mean;
        self.mean += before / self.n as f64;
        self.squares += before * (value - self.mean);
    }

    /// How many numbers were not `NaN`.
    pub(crate) fn n(&self) -> u64 {
        self.n
    }

    /// The mean; `NaN` of nothing.
    pub(crate) fn mean(&self) -> f64 {
        if self.n == 0 { f64::NAN } else { self.mean }
    }

    /// The unbiased variance; `NaN` of fewer than two numbers.
    pub(crate) fn variance(&self) -> f64 {
        if self.n < 2 { f64::NAN } else { self.squares / (self.n - 1) as f64 }
    }

    /// The standard deviation; `NaN` of fewer than two numbers.
    pub(crate) fn sd(&self) -> f64 {
        self.variance().sqrt()
    }

    /// Half the width of Student's interval of the mean; `NaN` of fewer than two numbers.
    pub(crate) fn half_width(&self, confidence: f64) -> f64 {
        if self.n < 2 {
            return f64::NAN;
        }
        let t = t_quantile((1.0 + confidence) / 2.0, (self.n - 1) as f64);
        t * (self.variance() / self.n as f64).sqrt()
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut moments = Self::default();
        values.into_iter().for_each(|value| moments.push(value));
        moments
    }
}

/// The number that Student's t with `freedom` degrees stays below with probability `p`.
///
/// Remembered by thread, because thousands of estimates ask for the same few.
pub(crate) fn t_quantile(p: f64, freedom: f64) -> f64 {
    thread_local! {
        static KNOWN: RefCell<HashMap<(u64, u64), f64>> = RefCell::default();
    }
    if freedom.is_nan() || freedom <= 0.0 || !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    KNOWN.with_borrow_mut(|known| {
        *known
            .entry((p.to_bits(), freedom.to_bits()))
            .or_insert_with(|| compute_t_quantile(p, freedom))
    })
}

/// Beyond 200 degrees the expansion around the normal quantile (Abramowitz and Stegun 26.7.5)
/// is right to ten digits, where inverting the incomplete beta function loses them.
fn compute_t_quantile(p: f64, freedom: f64) -> f64 {
    if freedom <= 200.0 {
        return StudentsT::new(0.0, 1.0, freedom).map_or(f64::NAN, |it| it.inverse_cdf(p));
    }
    let z = Normal::standard().inverse_cdf(p);
    let z2 = z * z;
    let first = (z2 + 1.0) / 4.0;
    let second = ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    let third = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    z * (1.0 + (first + (second + third / freedom) / freedom) / freedom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_and_spread_of_small_numbers_are_exact() {
        let moments: Moments = [2.0, 4.0, f64::NAN, 4.0, 6.0].into_iter().collect();
        assert_eq!((moments.n(), moments.mean()), (4, 4.0));
        assert!((moments.variance() - 8.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn a_large_offset_does_not_spoil_the_spread() {
        let moments: Moments = (0..1000).map(|i| 1e9 + f64::from(i % 2)).collect();
        assert!((moments.variance() - 0.25 * 1000.0 / 999.0).abs() < 1e-6);
    }

    #[test]
    fn quantiles_of_student_are_those_of_the_tables() {
        let table = [
            (1.0, 12.706_204_736),
            (4.0, 2.776_445_105),
            (9.0, 2.262_157_163),
            (30.0, 2.042_272_456),
            (200.0, 1.971_896_224),
            (201.0, 1.971_836_507),
            (999.0, 1.962_341_461),
            (9_999_999.0, 1.959_964_222),
        ];
        for (freedom, t) in table {
            let found = t_quantile(0.975, freedom);
            assert!((found - t).abs() < 2e-8 * t, "{freedom}: {found}");
        }
        assert!((t_quantile(0.95, 9.0) - 1.833_112_933).abs() < 1e-8);
        assert!((t_quantile(0.025, 4.0) + 2.776_445_105).abs() < 1e-8);
    }
}
