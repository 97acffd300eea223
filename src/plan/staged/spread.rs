//! Spread: a mean with its interval, and how far single futures are from it.

use crate::statistics::{CONFIDENCE, Interval, Moments, paired, quantile, t_quantile};

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

/// A number of another plan beside that of ours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Compared {
    /// The number.
    pub(crate) value: Interval,
    /// How much more it is than ours.
    pub(crate) more: Interval,
}

/// Another plan beside ours, which is seen in the same replications and in more that follow.
///
/// The number less how much more it is always is the mean of ours over all of its replications, so that a
/// table, a picture and a sentence cannot contradict one another. Either the difference in pairs is added
/// to that mean, or the other plan stands at its own mean, whichever varies less from future to future: pairs
/// cancel what both have of chance, but a plan that costs as much in every future has none to cancel.
pub(crate) fn compared(theirs: &[f64], ours: &[f64]) -> Compared {
    let few = theirs.len();
    if few >= ours.len() {
        return Compared { value: Spread::of(theirs).mean, more: dearer(theirs, ours) };
    }
    let of = |numbers: &mut dyn Iterator<Item = f64>| numbers.collect::<Moments>();
    let all = of(&mut ours.iter().copied());
    let (own, same) = (of(&mut theirs.iter().copied()), of(&mut ours[..few].iter().copied()));
    let apart = of(&mut theirs.iter().zip(ours).map(|it| it.0 - it.1));
    let [n, many] = [few, ours.len()].map(|it| it as f64);
    // What the means have in common: those few are among all.
    let with_apart = (own.variance() - same.variance() - apart.variance()) / 2.0 / many;
    let with_own = (own.variance() + same.variance() - apart.variance()) / 2.0 / many;
    let [own_error, pair_error, error] =
        [own.variance() / n, apart.variance() / n, all.variance() / many];
    let t = t_quantile(f64::midpoint(1.0, CONFIDENCE), n - 1.0);
    let around = |value: f64, error: f64| Interval::around(value, t * error.max(0.0).sqrt());
    if own.variance() < apart.variance() {
        let more = around(own.mean() - all.mean(), own_error + error - 2.0 * with_own);
        return Compared { value: around(own.mean(), own_error), more };
    }
    let value = around(all.mean() + apart.mean(), error + pair_error + 2.0 * with_apart);
    Compared { value, more: around(apart.mean(), pair_error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9 * (1.0 + a.abs())
    }

    #[test]
    fn what_is_seen_in_fewer_replications_stands_as_far_from_the_plan_as_in_pairs() {
        let ours = [40.0, 50.0, 30.0, 60.0, 20.0, 70.0, 80.0, 90.0];
        let theirs = [26.0, 35.0, 15.0, 44.0];
        let found = compared(&theirs, &ours);
        assert!(
            close(found.more.value, -15.0) && close(found.value.value, 55.0 - 15.0),
            "{found:?}"
        );
        assert_eq!(found.more.value, dearer(&theirs, &ours).value);
        assert!(close(found.more.high, dearer(&theirs, &ours).high));
        // Its cost is as open as that of the plan, the difference is not.
        assert!(found.value.high - found.value.low > 5.0 * (found.more.high - found.more.low));
    }

    #[test]
    fn what_costs_the_same_in_every_future_stands_where_it_is() {
        // Whichever few of the futures it is seen in.
        let calm = compared(&[0.0; 4], &[40.0, 41.0, 42.0, 43.0, 20.0, 90.0]);
        assert_eq!((calm.value.value, calm.more.value), (0.0, -46.0));
        let ours = [40.0, 50.0, 30.0, 60.0, 20.0, 70.0, 80.0, 90.0];
        let nobody = compared(&[0.0; 4], &ours);
        assert_eq!((nobody.value.value, nobody.value.low, nobody.value.high), (0.0, 0.0, 0.0));
        assert!(close(nobody.more.value, -55.0) && nobody.more.high < 0.0, "{nobody:?}");
        // The whole width is that of the plan's own mean.
        assert!(nobody.more.high - nobody.more.low > 0.0);
    }

    #[test]
    fn in_as_many_replications_a_plan_stands_at_its_mean() {
        let (ours, theirs) = ([40.0, 50.0, 30.0], [44.0, 51.0, 37.0]);
        let found = compared(&theirs, &ours);
        assert_eq!(found.value, Spread::of(&theirs).mean);
        assert_eq!(found.more, dearer(&theirs, &ours));
        let itself = compared(&ours, &ours);
        assert_eq!((itself.more.low, itself.more.high), (0.0, 0.0));
    }
}
