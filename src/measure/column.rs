//! Columns: what one replication is read as, one number for each measure and scope.

use crate::measures::{Measured, Unit};
use crate::scenario::Text;

/// One measure of one scope, such as `sla.met` of `ticket.emergency/contact`.
#[derive(Clone, Debug)]
pub struct Column {
    /// What is measured.
    pub measure: Measured,
    /// Key of the role, stream, SLA or driver; `all` for the whole department.
    pub scope: String,
    /// Unit.
    pub(crate) unit: Unit,
    /// What the measure is called.
    pub(crate) title: Text,
    /// What the scope is called.
    pub(crate) scope_title: Text,
    /// Whether it has a value for each month (else only for the whole horizon).
    pub(crate) monthly: bool,
    /// The target, for SLAs.
    pub(crate) target: Option<f64>,
}

/// The numbers of one replication, in the order of the columns; `NaN` where undefined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    /// Over the whole horizon, a number for each column.
    pub total: Vec<f64>,
    /// By month: column-major, `months` numbers for each column (`NaN` for columns without months).
    pub monthly: Vec<f64>,
    /// Of how many things each number of `total` is a share; 0 where it is none.
    pub total_trials: Vec<u32>,
    /// The same of `monthly`.
    pub monthly_trials: Vec<u32>,
}

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

#[cfg(test)]
impl Readings {
    /// Numbers of which none is a share of things.
    pub(crate) fn amounts(total: Vec<f64>, monthly: Vec<f64>) -> Self {
        let (total_trials, monthly_trials) = (vec![0; total.len()], vec![0; monthly.len()]);
        Self { total, monthly, total_trials, monthly_trials }
    }
}
