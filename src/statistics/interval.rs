//! Interval: a number and how far it may be off, for statistics that are not means.

use super::{CONFIDENCE, Moments, t_quantile};

/// Parts that are left out in turn.
const GROUPS: usize = 20;

/// A number with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Interval {
    /// The number.
    pub(crate) value: f64,
    /// Lower end.
    pub(crate) low: f64,
    /// Upper end.
    pub(crate) high: f64,
}

impl Interval {
    /// Nothing is known.
    pub(crate) const NONE: Self = Self { value: f64::NAN, low: f64::NAN, high: f64::NAN };

    /// From a number and half the width of its interval.
    pub(crate) fn around(value: f64, half_width: f64) -> Self {
        Self { value, low: value - half_width, high: value + half_width }
    }

    /// Student's interval of a mean.
    pub(crate) fn of_mean(moments: &Moments) -> Self {
        Self::around(moments.mean(), moments.half_width(CONFIDENCE))
    }

    /// The same, cut to a range.
    pub(crate) fn within(self, least: f64, most: f64) -> Self {
        let cut = |x: f64| if x.is_nan() { x } else { x.clamp(least, most) };
        Self { value: cut(self.value), low: cut(self.low), high: cut(self.high) }
    }
}

/// A statistic of `n` independent things and its interval, by leaving out one twentieth of them
/// at a time (delete-a-group jackknife; Shao and Tu, *The Jackknife and Bootstrap*, 1995).
///
/// `statistic` is given the positions it may look at. There is no resampling and thus no chance:
/// the same things have the same interval.
pub(crate) fn jackknife(n: usize, mut statistic: impl FnMut(&[usize]) -> f64) -> Interval {
    let mut chosen: Vec<usize> = (0..n).collect();
    let value = statistic(&chosen);
    let groups = GROUPS.min(n);
    if groups < 2 {
        return Interval { value, ..Interval::NONE };
    }
    let mut without = Moments::default();
    for group in 0..groups {
        chosen.clear();
        chosen.extend((0..n).filter(|i| i % groups != group));
        without.push(statistic(&chosen));
    }
    let groups = groups as f64;
    let variance = without.variance() * (groups - 1.0) * (groups - 1.0) / groups;
    let t = t_quantile((1.0 + CONFIDENCE) / 2.0, groups - 1.0);
    Interval::around(value, t * variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_jackknife_of_a_mean_is_the_usual_interval() {
        let values: Vec<f64> = (0..20).map(|i| f64::from(i * i % 7)).collect();
        let mean =
            |chosen: &[usize]| chosen.iter().map(|&i| values[i]).sum::<f64>() / chosen.len() as f64;
        let found = jackknife(values.len(), mean);
        let exact = Interval::of_mean(&values.iter().copied().collect());
        assert!((found.value - exact.value).abs() < 1e-12);
        assert!((found.high - exact.high).abs() < 1e-9);
    }

    #[test]
    fn one_thing_has_no_interval() {
        let found = jackknife(1, |chosen| chosen.len() as f64);
        assert!(found.value == 1.0 && found.low.is_nan());
    }
}
