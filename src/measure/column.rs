//! Columns: what one replication is read as, one number for each measure and scope.

use crate::scenario::Text;
use std::borrow::Cow;

/// The unit of a number, as CSV files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A share between 0 and 1, written as `share`.
    Share,
    /// A number of things: `items`.
    Items,
    /// People: `people`.
    People,
    /// Hours: `h`.
    Hours,
    /// Days: `days`.
    Days,
    /// Money in the scenario's currency: its code.
    Money,
    /// A pure number: the level of a driver.
    Number,
}

/// Which direction is better, for colours and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither.
    Neutral,
}

/// One measure of one scope, such as `sla.met` of `ticket.emergency/contact`.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Key of the measure; a contract.
    pub measure: Cow<'static, str>,
    /// Key of the role, stream, SLA or driver; `all` for the whole department.
    pub scope: String,
    /// Unit.
    pub(crate) unit: Unit,
    /// Better direction.
    pub(crate) better: Better,
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
}
