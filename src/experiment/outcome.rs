//! Outcome: what an experiment found, policy by policy and column by column.

use super::estimate::Estimate;
use crate::measure::Column;
use crate::measures::{Measure, Measured};
use crate::scenario::Text;
use crate::statistics::Difference;
use std::sync::Arc;

/// What an experiment found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Every policy; the first is the baseline.
    pub policies: Vec<PolicyOutcome>,
    /// Every policy but the first against the first, column by column.
    pub comparisons: Vec<Comparison>,
    /// Replications of each policy.
    pub replications: u64,
    /// Where all chance began.
    pub(crate) seed: u64,
    /// The months of the horizon, such as `2026-02`.
    pub months: Vec<String>,
}

/// What one policy led to.
#[derive(Clone, Debug)]
pub struct PolicyOutcome {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// What was measured.
    pub columns: Arc<[Column]>,
    /// Over the whole horizon, an estimate for each column.
    pub total: Vec<Estimate>,
    /// By month: column-major, as many as there are months for each column
    /// ([`Estimate::NONE`] for columns without months).
    pub(crate) monthly: Vec<Estimate>,
}

/// A policy against the baseline in one column.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Position of the policy.
    pub policy: usize,
    /// Position of the baseline.
    pub(crate) baseline: usize,
    /// Position of the column among the policy's columns.
    pub column: usize,
    /// Policy − baseline, paired.
    pub difference: Difference,
}

impl Outcome {
    /// A policy against the baseline in one measure of one scope.
    pub fn comparison(&self, policy: usize, measure: Measure, scope: &str) -> Option<&Comparison> {
        let column = self.policies.get(policy)?.column(measure, scope)?;
        let mut all = self.comparisons.iter();
        all.find(|it| it.policy == policy && it.column == column)
    }
}

impl PolicyOutcome {
    /// The position of a measure of a scope.
    pub(crate) fn column(&self, measure: Measure, scope: &str) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|column| column.measure == measure && column.scope == scope)
    }

    /// The positions of a measure, one for each of its scopes.
    pub(crate) fn columns_of(&self, measure: Measure) -> impl Iterator<Item = usize> + '_ {
        (0..self.columns.len()).filter(move |&c| self.columns[c].measure == measure)
    }

    /// A measure of a scope over the whole horizon.
    pub fn total_of(&self, measure: Measure, scope: &str) -> Option<&Estimate> {
        self.total.get(self.column(measure, scope)?)
    }

    /// A column month by month; empty for a column without months.
    pub(crate) fn months(&self, column: usize) -> &[Estimate] {
        if !self.columns[column].monthly {
            return &[];
        }
        let months = self.monthly.len() / self.columns.len();
        &self.monthly[column * months..(column + 1) * months]
    }

    /// A measure of a scope month by month.
    pub fn months_of(&self, measure: Measure, scope: &str) -> Option<&[Estimate]> {
        Some(self.months(self.column(measure, scope)?))
    }

    /// A driver, or open items under a name of their own, month by month.
    pub fn months_of_own(&self, key: &str) -> Option<&[Estimate]> {
        let is_own = |it: &Column| matches!(&it.measure, Measured::Own(own) if own == key);
        Some(self.months(self.columns.iter().position(is_own)?))
    }
}
