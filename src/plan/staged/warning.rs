//! Warnings: what a reader must know before acting on the plan.

use crate::ids::{RoleId, SlaId};
use crate::scenario::Text;
use crate::statistics::Interval;
use jiff::civil::Date;

/// What a reader must know before acting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Warning {
    /// A role is less than 60 % busy with the plan, and not for the cover of an absence; what the last who is
    /// asked for now keeps.
    Idle { role: RoleId, occupancy: f64, last: Option<Missed> },
    /// Somebody is hired of a role whose people cost nothing: nothing holds the plan back.
    Unpaid { role: RoleId },
    /// The last person who is asked for now is missed in few replications, long after.
    Early(Early),
    /// An SLA that is not required still fails with the plan: what cures it, and the share in time then; `None`: nothing
    /// that was tried does.
    StillFails { sla: SlaId, share: f64, cure: Option<(Cure, f64)> },
}

/// What spares at least half of what is late.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cure {
    /// A lever that the plan does without: its key and what it is called.
    Lever(String, Text),
    /// One more person of a role.
    Person(RoleId),
}

/// The last person of a role who is asked for now, in some replications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Missed {
    /// Which hire of the role.
    pub(crate) number: u32,
    /// Replications.
    pub(crate) of: usize,
    /// Those of them in which every promise is kept when he is asked for later.
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
    /// In how many of some fresh replications a promise of the role breaks when nobody is asked for from this person
    /// on, and in which month (median); `None`: in none.
    pub(crate) missed: Option<(u64, f64)>,
    /// Those replications.
    pub(crate) of: u64,
    /// When the vacancy may be opened instead.
    pub(crate) instead: Instead,
}

/// A vacancy that is opened later than now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Instead {
    /// On a day: what that saves, and what the hardest replications of the search say.
    On { request: Date, saves: f64, seen: Missed },
    /// When a review asks for it: what that saves, and what those and as many fresh replications as tell of the
    /// person say.
    Reviews { saves: Interval, seen: Missed },
}

impl Instead {
    /// What some replications say.
    pub(crate) fn seen(self) -> Missed {
        match self {
            Self::On { seen, .. } | Self::Reviews { seen, .. } => seen,
        }
    }

    /// Whether no fewer of them are kept.
    pub(crate) fn keeps_as_many(self) -> bool {
        self.seen().without >= self.seen().with
    }
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
