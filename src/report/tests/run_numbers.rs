//! The numbers of a run's CSV files, as its sentences speak of them.

use super::numbers::{first, numbers};
use super::told::Told;
use std::collections::BTreeSet;

/// A number that is nearer to a limit than CSV files tell is on both sides of it.
pub(super) const CLOSE: f64 = 2e-6;

/// The numbers of a run's files.
pub(super) struct Run<'t> {
    pub(super) told: &'t Told,
    pub(super) months: Vec<String>,
}

/// Nothing where something holds, what it is where it does not.
pub(super) fn unless(holds: bool, why: impl FnOnce() -> String) -> Option<String> {
    (!holds).then(why)
}

impl<'t> Run<'t> {
    pub(super) fn of(told: &'t Told) -> Self {
        let months: BTreeSet<&str> =
            told.files["monthly.csv"].iter().map(|it| it["month"].as_str()).collect();
        Self { told, months: months.into_iter().map(Into::into).collect() }
    }

    pub(super) fn policies(&self) -> Vec<&str> {
        self.told.study.policies.iter().map(|it| &*it.key).collect()
    }

    /// The policy that a quoted name means.
    pub(super) fn policy(&self, quoted: &str) -> &str {
        let name = quoted.trim_matches(['«', '»', '“', '”', '"']);
        self.policies().into_iter().find(|it| *it == name).unwrap_or_else(|| panic!("{quoted}"))
    }

    pub(super) fn baseline(&self) -> &str {
        self.policies()[0]
    }

    pub(super) fn total(&self, policy: &str, measure: &str, scope: &str) -> f64 {
        let row = [("policy", policy), ("measure", measure), ("scope", scope)];
        self.told.numbers("summary.csv", &row, "mean").first().copied().unwrap_or(f64::NAN)
    }

    pub(super) fn monthly(&self, policy: &str, measure: &str, scope: &str) -> Vec<f64> {
        let row = [("policy", policy), ("measure", measure), ("scope", scope)];
        self.told.numbers("monthly.csv", &row, "mean")
    }

    /// Key and target of every SLA that anything fell due for.
    pub(super) fn slas(&self) -> Vec<(&str, f64)> {
        let slas = self.told.study.baseline().scenario.slas.iter();
        slas.map(|it| (&*it.key, it.target)).collect()
    }

    pub(super) fn roles(&self) -> Vec<&str> {
        self.told.study.baseline().scenario.roles.iter().map(|it| &*it.key).collect()
    }

    /// By month: whether an SLA's share reaches its target.
    pub(super) fn reached(&self, sla: &str, target: f64) -> Vec<Option<bool>> {
        let shares = self.monthly(self.baseline(), "sla.met", sla).into_iter();
        shares.map(|it| it.is_finite().then_some(it >= target - CLOSE)).collect()
    }

    /// By month: load over the people who are there.
    pub(super) fn ratios(&self, role: &str) -> Vec<f64> {
        let of = |measure: &str| self.monthly(self.baseline(), measure, role);
        let (load, people) = (of("offered_load"), of("headcount"));
        let (utilisation, occupancy) = (of("utilisation"), of("occupancy"));
        let there = |month: usize| {
            let share = utilisation[month] / occupancy[month];
            people[month] * if share > 0.0 { share.min(1.0) } else { 1.0 }
        };
        (0..load.len()).map(|it| load[it] / there(it)).collect()
    }

    pub(super) fn overloaded(&self, role: &str) -> Vec<bool> {
        self.ratios(role).into_iter().map(|it| it > 1.0 + CLOSE).collect()
    }

    /// The mean of the first and of the last months.
    pub(super) fn ends(&self, months: &[f64]) -> [f64; 2] {
        let span = if months.len() >= 6 { 3 } else { 1 };
        let mean = |of: &[f64]| {
            let known: Vec<f64> = of.iter().copied().filter(|it| it.is_finite()).collect();
            known.iter().sum::<f64>() / known.len() as f64
        };
        [mean(&months[..span]), mean(&months[months.len() - span..])]
    }

    pub(super) fn breaches(&self, policy: &str) -> f64 {
        let each = self.slas().into_iter().map(|it| self.total(policy, "sla.breaches", it.0));
        each.filter(|it| it.is_finite()).sum::<f64>() / self.months.len() as f64
    }

    pub(super) fn met(&self, policy: &str) -> usize {
        let met = |it: &(&str, f64)| self.total(policy, "sla.met", it.0) >= it.1 - CLOSE;
        self.slas().iter().filter(|it| met(it)).count()
    }

    pub(super) fn people_in_the_end(&self, policy: &str) -> f64 {
        let roles = self.roles().into_iter();
        roles.map(|it| self.ends(&self.monthly(policy, "headcount", it))[1]).sum()
    }

    /// Whether a number is said to be what it is.
    pub(super) fn is(&self, said: &str, value: f64) -> Option<String> {
        let printed = first(said, self.told.lang);
        let same = printed.map_or(!value.is_finite(), |it| it.is(value));
        unless(same, || format!("it is {value}, not {said}"))
    }

    /// Whether every number of a text is one of those.
    pub(super) fn are_among(&self, said: &str, values: &[f64]) -> Option<String> {
        let printed = numbers(said, self.told.lang);
        let strange = printed.iter().find(|it| !values.iter().any(|value| it.is(*value)));
        strange.map(|it| format!("{} is none of {values:?}", it.value))
    }

    pub(super) fn cost_a_month(&self, policy: &str) -> f64 {
        self.total(policy, "cost", "all") / self.months.len() as f64
    }

    /// Interval ends of the paired difference of breaches: per SLA.
    pub(super) fn differences(&self, policy: &str, column: &str) -> Vec<f64> {
        let row = [("policy", policy), ("measure", "sla.breaches")];
        self.told.numbers("comparison.csv", &row, column)
    }

    pub(super) fn is_certain(&self, policy: &str) -> bool {
        let ends = self.differences(policy, "ci_low").into_iter();
        ends.zip(self.differences(policy, "ci_high")).any(|(low, high)| low > 0.0 || high < 0.0)
    }

    /// Whether the sum of the differences is certainly below none.
    pub(super) fn is_fewer(&self, policy: &str) -> bool {
        self.differences(policy, "ci_high").into_iter().filter(|it| it.is_finite()).sum::<f64>()
            < -CLOSE
    }

    pub(super) fn utilisations(&self) -> Vec<(&str, f64)> {
        let of = |role| (role, self.total(self.baseline(), "utilisation", role));
        self.roles().into_iter().map(of).filter(|it| it.1.is_finite()).collect()
    }
}
