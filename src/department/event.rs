//! The events of the department, and their order at one moment.
//!
//! Completions and arrivals are timers, not events: see [`crate::engine`].
//! Completions go before simultaneous events, arrivals after them.

use crate::engine::Ranked;
use crate::ids::{AgentId, RoleId};
use crate::scenario::PayOf;

/// On which terms somebody is employed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The first day without work; [`Terms::FOR_GOOD`] when there is none.
    pub(crate) leaves: u32,
    /// Whose pay.
    pub(crate) pay: PayOf,
}

impl Terms {
    /// No day.
    pub(crate) const FOR_GOOD: u32 = u32::MAX;
    /// For good, and for the role's pay.
    pub(crate) const PERMANENT: Self =
        Self { leaves: Self::FOR_GOOD, pay: PayOf { contract: 0, turn: 0 } };

    /// Whether it is for a time.
    pub(crate) fn is_temporary(self) -> bool {
        self.leaves != Self::FOR_GOOD
    }
}

/// Everything that can happen once in the department.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An agent is away from this midnight on.
    AbsenceStart {
        /// The one whose next absence begins.
        agent: AgentId,
    },
    /// An agent is back.
    AbsenceEnd {
        /// The one whose absence is over, unless they have left for good.
        agent: AgentId,
    },
    /// An agent's last day is over.
    Leave {
        /// The one who leaves for good.
        agent: AgentId,
    },
    /// Somebody's first day begins.
    Join {
        /// The role of the newcomer.
        role: RoleId,
        /// Whether the newcomer ramps up.
        ramp: bool,
        /// For how long, and for which pay.
        terms: Terms,
    },
    /// The end of a month: triggers look at what they watch.
    MonthEnd,
    /// A hiring rule looks at what was counted.
    Review {
        /// Which rule of the scenario.
        rule: u32,
        /// Which of its reviews; 0 is the start.
        number: u32,
    },
    /// A week of a newcomer's ramp-up begins.
    Mentoring {
        /// The newcomer.
        newcomer: AgentId,
    },
    /// A role's day begins, and something waits for it.
    Opening {
        /// The role, whose calendar opens.
        role: RoleId,
    },
    /// Whoever of a role is on call may begin what interrupts and waits.
    Call {
        /// The role.
        role: RoleId,
    },
    /// An item has waited long enough.
    WaitOver {
        /// The item, which stands at its wait step.
        item: u32,
    },
    /// The first counted month begins with what is open then.
    Backlog,
    /// A burst of a stream begins.
    Burst {
        /// The position of the stream.
        stream: u32,
        /// Which of its bursts.
        number: u32,
    },
    /// Somebody notices an item.
    Noticed {
        /// The item, whose route begins now.
        item: u32,
    },
    /// An item is reopened as a new one.
    Reopened {
        /// Its place in the arena, taken when it was reopened.
        item: u32,
    },
    /// An item has waited for as long as it would, unless it was begun.
    GaveUp {
        /// The item.
        item: u32,
        /// Which of all the waits.
        number: u32,
    },
    /// A contractor begins an item.
    ContractorStart {
        /// The item, which has left its queue.
        item: u32,
    },
    /// A contractor has done an item.
    ContractorDone {
        /// The item, which stands at the step that was bought.
        item: u32,
    },
}

impl Ranked for Event {
    /// At one moment people leave before others come, both before work moves; items move on before a
    /// role's day begins, and new ones come after it, behind those that have waited for it.
    fn rank(&self) -> u8 {
        match self {
            Self::Leave { .. } | Self::AbsenceStart { .. } => 0,
            Self::Join { .. } | Self::AbsenceEnd { .. } => 1,
            Self::MonthEnd | Self::Review { .. } => 2,
            Self::WaitOver { .. }
            | Self::Backlog
            | Self::Noticed { .. }
            | Self::GaveUp { .. }
            | Self::ContractorStart { .. }
            | Self::ContractorDone { .. } => 3,
            Self::Mentoring { .. } => 4,
            Self::Opening { .. } | Self::Call { .. } => 5,
            Self::Burst { .. } | Self::Reopened { .. } => 6,
        }
    }
}
