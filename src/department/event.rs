//! Everything that can happen once in the department, and what goes first.
//!
//! Completions and arrivals are timers, not events: see [`crate::engine`].
//! Completions go before simultaneous events, arrivals after them.

use crate::engine::Ranked;
use crate::ids::{AgentId, RoleId};

/// Everything that can happen once in the department.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An agent is away from this midnight on.
    AbsenceStart {
        /// Who.
        agent: AgentId,
    },
    /// An agent is back.
    AbsenceEnd {
        /// Who.
        agent: AgentId,
    },
    /// An agent's last day is over.
    Leave {
        /// Who.
        agent: AgentId,
    },
    /// Somebody's first day begins.
    Join {
        /// In which role.
        role: RoleId,
        /// Whether the newcomer ramps up.
        ramp: bool,
    },
    /// The end of a month: triggers look at what they watch.
    MonthEnd,
    /// A week of a newcomer's ramp-up begins.
    Mentoring {
        /// The newcomer.
        newcomer: AgentId,
    },
    /// A role's day begins, and something waits for it.
    Opening {
        /// Which role.
        role: RoleId,
    },
    /// An item has waited long enough.
    WaitOver {
        /// Which item.
        item: u32,
    },
    /// Somebody notices an item.
    Noticed {
        /// Which item.
        item: u32,
    },
    /// An item comes back as a new one.
    Reopened {
        /// A record of the reopening.
        item: u32,
    },
    /// A contractor begins an item.
    ContractorStart {
        /// Which item.
        item: u32,
    },
    /// A contractor has done an item.
    ContractorDone {
        /// Which item.
        item: u32,
    },
}

impl Ranked for Event {
    /// People come and go before work moves; what is noticed or comes back does so before the doors open.
    fn rank(&self) -> u8 {
        match self {
            Self::Leave { .. } | Self::AbsenceStart { .. } => 0,
            Self::Join { .. } | Self::AbsenceEnd { .. } => 1,
            Self::MonthEnd => 2,
            Self::WaitOver { .. }
            | Self::Noticed { .. }
            | Self::Reopened { .. }
            | Self::ContractorStart { .. }
            | Self::ContractorDone { .. } => 3,
            Self::Mentoring { .. } => 4,
            Self::Opening { .. } => 5,
        }
    }
}
