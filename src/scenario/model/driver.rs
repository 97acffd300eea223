//! What moves with time: drivers, such as the number of clients.

use super::{Quantity, Scenario, Text};
use crate::ids::{DriverId, StreamId};
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
    /// What broken promises do to it; `None`: nothing.
    pub(crate) broken_promises: Option<BrokenPromises>,
}

/// What broken promises do to clients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BrokenPromises {
    /// The share that leaves in a year beyond those who leave anyhow, were every promise of the work
    /// that follows them broken for the last quarter; of fewer in proportion.
    pub(crate) churn: Quantity,
    /// What one of them pays in a month.
    pub(crate) revenue: Quantity,
}

/// How a driver moves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DriverPath {
    /// Always the same.
    Constant(Quantity),
    /// A straight line in calendar time from the start of the scenario, over some months; then flat.
    Linear { from: Quantity, to: Quantity, months: f64 },
    /// Grows by a share each year, compound, continuously.
    Compound { from: Quantity, yearly: Quantity },
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

impl Driver {
    /// Whether those who leave over broken promises would have paid.
    pub(crate) fn earns(&self) -> bool {
        self.broken_promises.is_some_and(|it| it.revenue != Quantity::Known(0.0))
    }
}

impl Scenario {
    /// Whether waiting makes clients or people leave.
    pub(crate) fn takes_toll(&self) -> bool {
        self.drivers.iter().any(|it| it.broken_promises.is_some())
            || self.roles.iter().any(|it| it.overload.is_some())
    }

    /// The driver that a stream follows, where its clients leave over broken promises.
    pub(crate) fn clients_of(&self, stream: StreamId) -> Option<DriverId> {
        let driver = self.streams[stream.index()].arrival.driver()?;
        self.drivers[driver.index()].broken_promises.map(|_| driver)
    }
}
