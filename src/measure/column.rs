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
    pub monthly: Vec<f32>,
}
