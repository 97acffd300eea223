//! Warnings: what a reader must know before acting on the plan.

use crate::ids::{RoleId, SlaId};
use jiff::civil::Date;

/// What a reader must know before acting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Warning {
    /// A role is less than 60 % busy with the plan, and not for the cover of an absence; what the last who is
    /// asked for now keeps.
    Idle { role: RoleId, occupancy: f64, last: Option<Missed> },
    /// Somebody is hired of a role whose people cost nothing: nothing holds the plan back.
    Unpaid { role: RoleId },
    /// The last person who is asked for now could be asked for long after, and as much would be kept.
    Early(Early),
    /// An SLA that is not required still fails with the plan, and one more person of a role cures it.
    StillFails { sla: SlaId, share: f64, cure: Option<(RoleId, f64)> },
}

/// The last person of a role who is asked for now, in the hardest replications of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Missed {
    /// Which hire of the role.
    pub(crate) number: u32,
    /// Replications.
    pub(crate) of: usize,
    /// Those of them in which every promise is kept when he is left to the reviews.
    pub(crate) without: usize,
    /// Those in which it is kept with him.
    pub(crate) with: usize,
}

/// A person who is asked for long before the need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Early {
    /// The role.
    pub(crate) role: RoleId,
    /// Which hire of the role, from 1.
    pub(crate) number: u32,
    /// The day on which to open the vacancy instead.
    pub(crate) request: Date,
    /// What that saves.
    pub(crate) saves: f64,
    /// Replications of the search that were looked at, the hardest.
    pub(crate) of: usize,
    /// Those of them in which every promise is kept when the vacancy is opened then, no fewer than now.
    pub(crate) kept: usize,
}

/// Why the earliest due date does not go first: everybody who may be hired, asked for at once, in the replications of
/// the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RefusedOrder {
    /// Replications in which a promise is broken with it.
    pub(crate) broken: usize,
    /// Those of them in which every promise is kept in the order as it is.
    pub(crate) kept: usize,
    /// Replications.
    pub(crate) of: usize,
}
