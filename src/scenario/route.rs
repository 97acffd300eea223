//! Routes: the steps that a piece of work takes, and the one way to walk them.

use super::model::{Clock, Count, Duration, Quantity, Text};
use crate::ids::{MarkId, RoleId, StreamId, WaitId};

/// One step of a route.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Somebody works.
    Effort(EffortStep),
    /// Nobody works.
    Wait(WaitStep),
    /// Steps that are repeated a random number of times.
    Cycle {
        /// How often.
        times: Count,
        /// What.
        steps: Vec<Step>,
    },
    /// With a probability some steps, else others.
    Branch {
        /// Of `steps`.
        probability: Quantity,
        /// Taken with the probability.
        steps: Vec<Step>,
        /// Taken otherwise.
        otherwise: Vec<Step>,
    },
    /// A named moment.
    Mark(MarkId),
    /// The item comes back as a new one, with a probability and after a delay.
    Reopen {
        /// Of coming back.
        probability: Quantity,
        /// Until it comes back; may be zero.
        delay: Duration,
        /// The clock of the delay.
        clock: Clock,
    },
    /// An item of another stream begins.
    Spawn {
        /// Which.
        stream: StreamId,
        /// How many.
        count: Count,
    },
}

/// Somebody works.
#[derive(Clone, Debug, PartialEq)]
pub struct EffortStep {
    /// What the step is called in reports; may be empty.
    pub(crate) title: Text,
    /// Who.
    pub(crate) role: RoleId,
    /// Who else, when nobody of the role is there; `None`: the stand-ins of the role.
    pub(crate) stand_in: Option<Vec<RoleId>>,
    /// How long: the sum of these.
    pub time: Vec<Duration>,
    /// Must fit into one working day (always true for joint steps).
    pub(crate) within_day: bool,
    /// Somebody of this role must be there from beginning to end.
    pub(crate) together_with: Option<RoleId>,
    /// Counts as a visit.
    pub(crate) visit: bool,
    /// The step's own priority; `None`: the stream's. Lets what has begun be finished first.
    pub(crate) priority: Option<u8>,
}

/// Nobody works.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitStep {
    /// The kind of wait, which clocks may pause in.
    pub(crate) wait: WaitId,
    /// How long.
    pub(crate) time: Duration,
    /// On which clock.
    pub(crate) clock: Clock,
}
