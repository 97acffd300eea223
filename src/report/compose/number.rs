//! Numbers with their intervals, and how they add up.

use crate::experiment::Estimate;

/// A number and its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// The estimate.
    pub(crate) mean: f64,
    /// Lower end.
    pub(crate) low: f64,
    /// Upper end.
    pub(crate) high: f64,
}

impl Number {
    pub(crate) fn of(it: &Estimate) -> Self {
        Self { mean: it.mean, low: it.ci_low, high: it.ci_high }
    }

    /// Times a positive factor.
    pub(crate) fn times(self, factor: f64) -> Self {
        Self { mean: self.mean * factor, low: self.low * factor, high: self.high * factor }
    }

    /// The mean of several. Its interval is at least wide enough: it is exact when the numbers
    /// move together, and months of one replication or SLAs of one department do.
    pub(crate) fn mean_of(numbers: impl IntoIterator<Item = Self>) -> Self {
        let (sum, count) = Self::sum_and_count(numbers);
        sum.times(1.0 / count)
    }

    /// The sum of several, with an interval that is at least wide enough.
    pub(crate) fn sum_of(numbers: impl IntoIterator<Item = Self>) -> Self {
        Self::sum_and_count(numbers).0
    }

    fn sum_and_count(numbers: impl IntoIterator<Item = Self>) -> (Self, f64) {
        let defined = numbers.into_iter().filter(|it| it.mean.is_finite());
        let start = Self { mean: 0.0, low: 0.0, high: 0.0 };
        defined.fold((start, 0.0), |(sum, count), it| {
            let sum =
                Self { mean: sum.mean + it.mean, low: sum.low + it.low, high: sum.high + it.high };
            (sum, count + 1.0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_a_sum_is_wide_enough() {
        let number = |mean: f64| Number { mean, low: mean - 1.0, high: mean + 1.0 };
        let sum = Number::sum_of([number(1.0), number(f64::NAN), number(3.0)]);
        assert_eq!((sum.mean, sum.low, sum.high), (4.0, 2.0, 6.0));
        let mean = Number::mean_of([number(1.0), number(3.0)]);
        assert_eq!((mean.mean, mean.low, mean.high), (2.0, 1.0, 3.0));
    }
}
