//! By column: the numbers of some replications as estimates take them in, whether they are simulated now or were read.

use crate::measure::Readings;

/// The numbers of some replications that follow each other, a column at a time: estimates are made of them.
pub(crate) trait ByColumn {
    /// How many replications they are.
    fn replications(&self) -> usize;

    /// A column of a policy over the whole horizon: a number for each replication, and of how many things it
    /// is a share.
    fn total(&self, policy: usize, column: usize) -> (&[f64], &[u32]);

    /// The same in a month.
    fn month(&self, policy: usize, column: usize, month: usize) -> (&[f64], &[u32]);
}

/// One replication of each policy.
impl ByColumn for [Readings] {
    fn replications(&self) -> usize {
        1
    }

    fn total(&self, policy: usize, column: usize) -> (&[f64], &[u32]) {
        let Readings { total, total_trials, .. } = &self[policy];
        (&total[column..=column], &total_trials[column..=column])
    }

    fn month(&self, policy: usize, column: usize, month: usize) -> (&[f64], &[u32]) {
        let Readings { total, monthly, monthly_trials, .. } = &self[policy];
        let at = column * (monthly.len() / total.len()) + month;
        (&monthly[at..=at], &monthly_trials[at..=at])
    }
}
