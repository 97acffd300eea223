//! What moves with time: drivers, such as the number of clients.

use super::{Quantity, Text};
use crate::ids::DriverId;
use jiff::civil::Date;

/// A quantity that changes with time, such as the number of clients.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Driver {
    /// Its key, which is also the key of its measure.
    pub(crate) key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// How it moves.
    pub(crate) path: DriverPath,
    /// Factors that apply from a date on.
    pub(crate) steps: Vec<(Date, Quantity)>,
    /// It never grows beyond this.
    pub(crate) cap: Option<Quantity>,
}

/// How a driver moves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DriverPath {
    /// Always the same.
    Constant(Quantity),
    /// A straight line in calendar time from the start of the scenario, over some months; then flat.
    Linear {
        /// At the start.
        from: Quantity,
        /// At the end of the months.
        to: Quantity,
        /// How many months the way takes.
        months: f64,
    },
    /// Grows by a share each year, compound, continuously.
    Compound {
        /// At the start.
        from: Quantity,
        /// Growth a year.
        yearly: Quantity,
    },
    /// Straight lines between dated values.
    Table(Vec<(Date, Quantity)>),
    /// Filled by another driver (a number a month) and emptied by churn.
    Stock {
        /// At the start.
        from: Quantity,
        /// The driver whose value is the inflow a month.
        inflow: Option<DriverId>,
        /// The share that leaves in a year.
        churn: Quantity,
    },
}
