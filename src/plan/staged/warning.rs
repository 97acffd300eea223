//! Warnings: what a reader must know before acting on the plan.

use crate::ids::{RoleId, SlaId};

/// What a reader must know before acting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Warning {
    /// A role is less than 60 % busy with the plan, and not for the cover of an absence; what the last who is
    /// asked for now keeps.
    Idle { role: RoleId, occupancy: f64, last: Option<Missed> },
    /// Somebody is hired of a role whose people cost nothing: nothing holds the plan back.
    Unpaid { role: RoleId },
    /// A person is hired long before the need.
    Early { role: RoleId, months: f64 },
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
