//! Service level agreements, and how waiting work is ordered.

use super::{Quantity, Text};
use crate::ids::{CalendarId, MarkId, StreamId, WaitId};
use crate::scenario::limit::{Compose, Limit};

/// A service level agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Sla {
    /// `stream/name`, such as `ticket.emergency/contact`.
    pub key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    pub(crate) stream: StreamId,
    /// Where its clock starts.
    pub(crate) from: MarkId,
    /// Where its clock stops.
    pub(crate) to: MarkId,
    /// Limits; at least one.
    pub(crate) limits: Vec<Limit>,
    /// How several limits compose.
    pub(crate) compose: Compose,
    /// Whether its clock runs anew each time `from` comes by, and not only the first time.
    pub(crate) every: bool,
    /// The calendar of its working clock.
    pub(crate) calendar: CalendarId,
    /// The share that must be in time.
    pub(crate) target: f64,
    /// Waits in which the clock stands.
    pub(crate) pauses: Vec<WaitId>,
    /// The month that a result belongs to.
    pub(crate) attribution: Attribution,
    /// How it counts an item that gives up while its clock runs.
    pub(crate) abandoned: Abandoned,
    /// What a breach costs, where the scenario states it.
    pub(crate) penalty: Quantity,
}

/// The month that the result of an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribution {
    /// The month in which it fell due.
    Due,
    /// The month in which it was created.
    Created,
    /// The month in which the clock stopped (overdue open items at the horizon count there).
    Closed,
}

/// How an SLA counts an item that gives up while its clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abandoned {
    Missed,
    LeftOut,
    /// As met when it gave up within the limit, as missed later.
    MetWithin,
}

/// How waiting work is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Discipline {
    /// Priority, then the moment the item joined the queue.
    Priority,
    /// Earliest due date first, then priority, then the moment the item joined the queue.
    EarliestDue,
}
