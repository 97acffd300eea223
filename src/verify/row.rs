//! Rows of the table: what a number should be, what it came out as, and whether that is good enough.

use crate::statistics::{CONFIDENCE, Moments, t_quantile};

/// The probability that a right program fails in any number of theory, all of them together.
pub(crate) const FAMILY_LEVEL: f64 = 0.01;
/// Numbers of theory that share it (Bonferroni); a few more than there are.
const FAMILY: f64 = 320.0;
/// How many standard errors, of both programs together, a number of the independent program may be off.
/// That is the rule that came with its results: of the three thousand a right program misses 0.2 by chance.
pub(crate) const DESK_ERRORS: f64 = 4.0;

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// One class of customers, first come, first served.
    Waiting,
    /// Classes by priority, with and without interruption.
    Priorities,
    /// Work that comes back.
    Repeats,
    /// Customers who give up.
    Abandonment,
    /// What happens over time: overload, swinging rates, growth.
    OverTime,
    /// Arrivals round the clock, work in office hours.
    OfficeHours,
    /// Deadlines and working time.
    Calendar,
    /// The ticket desk of an independent program.
    Desk,
}

impl Family {
    /// Every family, in the order of the table.
    pub(crate) const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Priorities,
        Self::Repeats,
        Self::Abandonment,
        Self::OverTime,
        Self::OfficeHours,
        Self::Calendar,
        Self::Desk,
    ];
}

/// Whether a number is what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Pass,
    /// It is not.
    Fail,
    /// The model has no such thing, or another rule on purpose: not judged.
    NotInModel,
    /// Nothing says how far the other number may be off itself: not judged.
    Unjudged,
}

impl Verdict {
    /// Its word in CSV files.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotInModel => "not-in-model",
            Self::Unjudged => "unjudged",
        }
    }
}

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the case is about.
    pub family: Family,
    /// The case.
    pub case: String,
    /// The number, such as `mean_wait[emergency]`.
    pub measure: String,
    /// What it should be.
    pub exact: f64,
    /// What it came out as; `NaN` where nothing was simulated.
    pub simulated: f64,
    /// The 95 % interval of that; `NaN` where there is none.
    pub interval: (f64, f64),
    /// How far it may be off.
    pub allowed: f64,
    /// How many standard errors it is off; `NaN` where there is no chance in it.
    pub errors: f64,
    /// Whether it is good enough.
    pub verdict: Verdict,
}

impl Row {
    /// How far the number is off, as a part of what is allowed: above 1 it fails.
    pub fn strain(&self) -> f64 {
        let off = (self.simulated - self.exact).abs();
        if off == 0.0 { 0.0 } else { off / self.allowed }
    }

    /// How large an error is noticed, as a part of the exact number: one as large as what is allowed is
    /// found every other time, one twice as large nearly always. Not finite where the number is zero.
    pub(crate) fn resolution(&self) -> f64 {
        self.allowed / self.exact.abs()
    }

    /// What the case is called where its numbers stand together: the case without its month; questions
    /// to one calendar are one case.
    pub(crate) fn group(&self) -> &str {
        group(self.family, &self.case)
    }
}

pub(crate) fn group(family: Family, case: &str) -> &str {
    match family {
        Family::Calendar if case.starts_with("ru") => "calendar-ru",
        Family::Calendar => "calendar",
        _ => case.split('/').next().unwrap_or(case),
    }
}

/// What a number should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wanted {
    /// The number.
    pub(crate) value: f64,
    /// Its own standard error: not zero where it was simulated, by another program.
    pub(crate) error: f64,
    /// How far it may be off because it is written in decimals, as a share.
    pub(crate) rounding: f64,
}

impl Wanted {
    /// A number that theory gives.
    pub(crate) fn exact(value: f64) -> Self {
        Self { value, error: 0.0, rounding: 1e-9 }
    }
}

/// What a number came out as, over replications.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// The number.
    pub(crate) value: f64,
    /// Its standard error.
    pub(crate) error: f64,
    /// Replications less one; infinite without chance.
    pub(crate) freedom: f64,
}

impl Found {
    /// The mean of numbers, one for each replication.
    pub(crate) fn mean(values: impl Iterator<Item = f64>) -> Self {
        let moments: Moments = values.collect();
        let n = moments.n() as f64;
        Self { value: moments.mean(), error: moments.sd() / n.sqrt(), freedom: n - 1.0 }
    }

    /// The standard deviation of numbers, with the error that its fourth moment gives.
    pub(crate) fn sd(values: &[f64]) -> Self {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let central = |power: i32| values.iter().map(|it| (it - mean).powi(power)).sum::<f64>() / n;
        let (variance, fourth) = (central(2), central(4));
        let sd = (variance * n / (n - 1.0)).sqrt();
        Self {
            value: sd,
            error: ((fourth - variance * variance) / n).sqrt() / (2.0 * sd),
            freedom: n - 1.0,
        }
    }

    /// The sum of one number over the sum of another, with the error of the delta method.
    ///
    /// What a share is when items are pooled over replications: (in time, decided), for instance.
    pub(crate) fn ratio(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Self {
        let n = pairs.clone().count() as f64;
        let (over, under) = pairs.clone().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let value = over / under;
        let rests = pairs.map(|(over, under)| (over - value * under).powi(2));
        let variance = rests.sum::<f64>() / (n - 1.0);
        Self { value, error: (variance / n).sqrt() / (under / n), freedom: n - 1.0 }
    }

    /// A number without chance.
    pub(crate) fn certain(value: f64) -> Self {
        Self { value, error: 0.0, freedom: f64::INFINITY }
    }

    /// How many standard errors it may be off.
    fn errors_allowed(self, wanted: Wanted) -> f64 {
        match self.freedom.is_finite() && wanted.error == 0.0 {
            true => t_quantile(1.0 - FAMILY_LEVEL / FAMILY / 2.0, self.freedom),
            false => DESK_ERRORS,
        }
    }

    /// The row of this number.
    pub(crate) fn row(self, family: Family, case: &str, measure: &str, wanted: Wanted) -> Row {
        let error = (self.error * self.error + wanted.error * wanted.error).sqrt();
        let rounding = wanted.rounding * wanted.value.abs();
        let allowed = self.errors_allowed(wanted) * error + rounding;
        let off = (self.value - wanted.value).abs();
        let good = off <= allowed;
        let t = match self.freedom.is_finite() {
            true => t_quantile((1.0 + CONFIDENCE) / 2.0, self.freedom),
            false => 0.0,
        };
        let half = t * self.error;
        Row {
            family,
            case: case.to_owned(),
            measure: measure.to_owned(),
            exact: wanted.value,
            simulated: self.value,
            interval: (self.value - half, self.value + half),
            allowed,
            errors: if error > 0.0 { off / error } else { f64::NAN },
            verdict: if good { Verdict::Pass } else { Verdict::Fail },
        }
    }
}

/// The row of a number that the model has another rule for.
pub(crate) fn not_in_model(
    family: Family,
    case: &str,
    measure: &str,
    exact: f64,
    found: Found,
) -> Row {
    Row { verdict: Verdict::NotInModel, ..found.row(family, case, measure, Wanted::exact(exact)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(found: Found, wanted: Wanted) -> Verdict {
        found.row(Family::Waiting, "case", "mean", wanted).verdict
    }

    #[test]
    fn a_number_of_theory_may_be_off_as_far_as_chance_leaves_all_of_them() {
        let found = |value| Found { value, error: 0.01, freedom: 99.0 };
        // One in 32 000, by Student's t with 99 degrees.
        assert_eq!(judged(found(1.0436), Wanted::exact(1.0)), Verdict::Pass);
        assert_eq!(judged(found(1.0440), Wanted::exact(1.0)), Verdict::Fail);
        assert_eq!(judged(found(f64::NAN), Wanted::exact(1.0)), Verdict::Fail);
    }

    #[test]
    fn a_number_of_the_other_program_may_be_four_standard_errors_of_both_off() {
        let found = |value| Found { value, error: 0.03, freedom: 999.0 };
        let simulated = Wanted { error: 0.04, rounding: 0.0, ..Wanted::exact(1.0) };
        assert_eq!(judged(found(1.1999), simulated), Verdict::Pass);
        assert_eq!(judged(found(1.2001), simulated), Verdict::Fail);
        let row = found(1.1).row(Family::Desk, "desk", "backlog", simulated);
        assert!((row.errors - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_number_without_chance_must_be_right() {
        assert_eq!(judged(Found::certain(8.0), Wanted::exact(8.0)), Verdict::Pass);
        assert_eq!(judged(Found::certain(8.001), Wanted::exact(8.0)), Verdict::Fail);
    }

    #[test]
    fn a_ratio_pools_what_a_mean_of_ratios_would_not() {
        let pairs = [(1.0, 1.0), (0.0, 3.0), (2.0, 2.0), (3.0, 6.0)];
        let found = Found::ratio(pairs.into_iter());
        assert_eq!(found.value, 0.5);
        // Rests 0.5, -1.5, 1, 0: variance 3.5 ÷ 3, mean size 3.
        assert!((found.error - (3.5f64 / 3.0 / 4.0).sqrt() / 3.0).abs() < 1e-12);
    }

    #[test]
    fn the_error_of_a_standard_deviation_is_that_of_its_fourth_moment() {
        // Two values as likely: the fourth moment is the variance squared, and the error zero.
        let values: Vec<f64> = (0..1000).map(|it| f64::from(it % 2)).collect();
        let found = Found::sd(&values);
        assert!((found.value - 0.5).abs() < 1e-3 && found.error < 1e-9);
    }
}
