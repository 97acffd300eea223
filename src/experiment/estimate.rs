//! Estimate: a mean, how far it may be off, and how the single replications lie around it.

use crate::measure::Column;
use crate::measures::Unit;
use crate::statistics::{CONFIDENCE, Kept, Moments, quantile_of, score_interval, t_quantile};

/// How many numbers a series keeps for its quantiles: with more replications than this they
/// come from an even part of them (moments always come from all).
const KEPT: usize = 4096;

/// One number of many replications. Fields are `NaN` where nothing is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Lower end of the 95 % interval of the mean.
    pub ci_low: f64,
    /// Upper end of the 95 % interval of the mean.
    pub ci_high: f64,
    /// One replication in ten lies below.
    pub p10: f64,
    /// Half of the replications lie below.
    pub p50: f64,
    /// Nine replications in ten lie below.
    pub p90: f64,
    /// Replications in which the number was defined.
    pub n: u64,
    /// Standard deviation between replications.
    pub sd: f64,
}

/// What kind of number is estimated: it decides the interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any number: Student's interval.
    Amount,
    /// A share of one or many things in each replication: a score interval, because twenty
    /// replications without a failure do not prove that there are none.
    Share,
}

impl Kind {
    pub(crate) fn of(column: &Column) -> Self {
        if column.unit == Unit::Share { Self::Share } else { Self::Amount }
    }
}

impl Estimate {
    /// Nothing is known.
    pub(crate) const NONE: Self = Self {
        mean: f64::NAN,
        ci_low: f64::NAN,
        ci_high: f64::NAN,
        p10: f64::NAN,
        p50: f64::NAN,
        p90: f64::NAN,
        n: 0,
        sd: f64::NAN,
    };

    /// The estimate from one number of each replication; `NaN` is skipped.
    #[cfg(test)]
    pub(crate) fn of(values: &[f64], kind: Kind) -> Self {
        let mut numbers: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
        let moments = numbers.iter().copied().collect();
        Self::from_parts(&moments, &mut numbers, kind)
    }

    /// From the moments of all numbers, and some or all of the numbers themselves (no `NaN`).
    pub(crate) fn from_parts(moments: &Moments, numbers: &mut [f64], kind: Kind) -> Self {
        let (ci_low, ci_high) = interval(moments, kind);
        Self {
            mean: moments.mean(),
            ci_low,
            ci_high,
            p10: quantile_of(numbers, 0.1),
            p50: quantile_of(numbers, 0.5),
            p90: quantile_of(numbers, 0.9),
            n: moments.n(),
            sd: moments.sd(),
        }
    }

    /// Half the width of the interval.
    pub(crate) fn half_width(&self) -> f64 {
        (self.ci_high - self.ci_low) / 2.0
    }
}

/// The 95 % interval of the mean; `NaN` where fewer than two numbers are known.
///
/// A share has the score interval of its effective number of trials: as many independent yes-or-no
/// trials as would make it spread as it does between replications (Korn and Graubard, Survey
/// Methodology 24, 1998), with Student's quantile because that spread is itself estimated. Where
/// every replication says yes (or every one no), each trial of each replication counts.
pub(crate) fn interval(moments: &Moments, kind: Kind) -> (f64, f64) {
    let (mean, half) = (moments.mean(), moments.half_width(CONFIDENCE));
    let is_unanimous = half == 0.0 && (mean <= 0.0 || mean >= 1.0) && moments.trials() > 0;
    if half.is_nan()
        || kind == Kind::Amount
        || !(0.0..=1.0).contains(&mean)
        || (half == 0.0 && !is_unanimous)
    {
        return (mean - half, mean + half);
    }
    let z = t_quantile((1.0 + CONFIDENCE) / 2.0, (moments.n() - 1) as f64);
    let trials = if is_unanimous {
        moments.trials() as f64
    } else {
        mean * (1.0 - mean) * z * z / (half * half)
    };
    score_interval(mean, trials, z)
}

/// Numbers that come one at a time, of which an estimate can be made at any moment;
/// its memory does not grow with their number.
#[derive(Clone, Debug)]
pub struct Series {
    moments: Moments,
    kept: Kept<f64>,
}

impl Default for Series {
    fn default() -> Self {
        Self { moments: Moments::default(), kept: Kept::new(KEPT) }
    }
}

impl Series {
    /// Takes in one number, which may be the share of so many trials (0: it is none); `NaN` is
    /// skipped.
    pub(crate) fn push_share(&mut self, value: f64, trials: u32) {
        if !value.is_nan() {
            self.moments.push_share(value, trials);
            self.kept.offer(|| value);
        }
    }

    /// The estimate from all numbers so far.
    pub(crate) fn estimate(&self, kind: Kind) -> Estimate {
        let mut numbers = self.kept.items().to_vec();
        Estimate::from_parts(&self.moments, &mut numbers, kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Chance;

    #[test]
    fn an_estimate_has_students_interval_and_the_usual_quantiles() {
        let found = Estimate::of(&[3.0, 1.0, f64::NAN, 2.0, 5.0, 4.0], Kind::Amount);
        assert_eq!((found.mean, found.n, found.p50), (3.0, 5, 3.0));
        assert!((found.half_width() - 2.776_445_105 * (2.5f64 / 5.0).sqrt()).abs() < 1e-8);
        assert!((found.p10 - 1.4).abs() < 1e-12 && (found.p90 - 4.6).abs() < 1e-12);
    }

    #[test]
    fn a_share_stays_between_nothing_and_all() {
        let found = Estimate::of(&[1.0, 0.9, 1.0], Kind::Share);
        assert!(found.ci_high < 1.0 && found.ci_low > 0.0);
        assert!(Estimate::of(&[1.0, 0.9, 1.0], Kind::Amount).ci_high > 1.0);
    }

    /// How many of a thousand intervals hold the mean of what `draw` draws.
    fn coverage(
        replications: u64,
        mean: f64,
        kind: Kind,
        draw: impl Fn(&mut Chance) -> f64,
    ) -> u32 {
        let holds = |repetition| {
            let mut chance = Chance::keyed(&[replications, mean.to_bits(), repetition]);
            let values: Vec<f64> = (0..replications).map(|_| draw(&mut chance)).collect();
            let found = Estimate::of(&values, kind);
            found.ci_low <= mean && mean <= found.ci_high
        };
        (0..1_000).map(|repetition| u32::from(holds(repetition))).sum()
    }

    #[test]
    fn intervals_of_shares_hold_the_true_one_in_93_to_97_of_a_hundred_cases() {
        for share in [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995] {
            let yes = |chance: &mut Chance| f64::from(u8::from(chance.unit() < share));
            let of = |tickets: u32| {
                move |chance: &mut Chance| {
                    (0..tickets).map(|_| yes(chance)).sum::<f64>() / f64::from(tickets)
                }
            };
            for (replications, tickets) in [(200, 100), (50, 400)] {
                let held = coverage(replications, share, Kind::Share, of(tickets));
                assert!(
                    (930..=970).contains(&held),
                    "{share}, {replications} of {tickets}: {held}"
                );
            }
        }
    }

    #[test]
    fn intervals_of_means_hold_the_true_one_in_93_to_97_of_a_hundred_cases() {
        type Draw = fn(&mut Chance) -> f64;
        let draws: [(f64, Draw); 3] = [
            (1.0, |chance| chance.exponential()),
            (5.0, |chance| 5.0 + 2.0 * chance.normal()),
            (0.25, |chance| 0.5 * chance.unit()),
        ];
        for (mean, draw) in draws {
            let held = coverage(100, mean, Kind::Amount, draw);
            assert!((930..=970).contains(&held), "{mean}: {held}");
        }
    }

    #[test]
    fn equal_numbers_have_an_interval_without_width() {
        let found = Estimate::of(&[0.1; 7], Kind::Share);
        assert_eq!((found.ci_low, found.ci_high, found.sd), (0.1, 0.1, 0.0));
    }

    #[test]
    fn one_number_has_no_interval_and_none_has_no_mean() {
        let one = Estimate::of(&[4.0], Kind::Amount);
        assert!(one.mean == 4.0 && one.ci_low.is_nan() && one.p90 == 4.0);
        let none = Estimate::of(&[f64::NAN], Kind::Share);
        assert!(none.mean.is_nan() && none.n == 0);
    }

    #[test]
    fn twenty_replications_without_failure_do_not_prove_there_is_none() {
        let mut moments = Moments::default();
        (0..20).for_each(|_| moments.push_share(1.0, 1));
        let found = Estimate::from_parts(&moments, &mut [1.0; 20], Kind::Share);
        assert!((found.ci_low - 0.820_3).abs() < 1e-4 && found.ci_high == 1.0);
    }

    #[test]
    fn a_long_series_keeps_its_moments_exact_and_its_quantiles_close() {
        let values: Vec<f64> = (0..100_000u64).map(|i| (i * 7_919 % 100_000) as f64).collect();
        let mut series = Series::default();
        values.iter().for_each(|&v| series.push_share(v, 0));
        let (found, exact) = (series.estimate(Kind::Amount), Estimate::of(&values, Kind::Amount));
        assert_eq!((found.mean, found.sd), (exact.mean, exact.sd));
        assert!(series.kept.items().len() <= KEPT);
        assert!((found.p10 - exact.p10).abs() < 1_000.0);
    }
}
