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

#[cfg(test)]
impl Readings {
    /// Numbers of which none is a share of things.
    pub(crate) fn amounts(total: Vec<f64>, monthly: Vec<f64>) -> Self {
        let (total_trials, monthly_trials) = (vec![0; total.len()], vec![0; monthly.len()]);
        Self { total, monthly, total_trials, monthly_trials }
    }
}
