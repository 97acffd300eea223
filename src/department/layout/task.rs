//! Tasks: effort steps of routes, and how urgent they are.

use crate::ids::{CalendarId, RoleId};
use crate::scenario::Clock;

/// An effort step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Task {
    /// Where the item waits.
    pub(crate) point: u32,
    /// The queue point's role: the role that is asked for, of a pool the first.
    pub(crate) role: RoleId,
    /// Whether who does it is looked for among several kinds of people: of several roles or hours, or
    /// with other items in hand.
    pub(crate) pooled: bool,
    /// Whether it is served beside others.
    pub(crate) side_by_side: bool,
    /// Whether it takes everybody as long as their productivity says: no meeting, no role that
    /// it takes longer, and nothing beside it.
    pub(crate) is_paced: bool,
    /// The samplers whose sum is the effort: first and number.
    pub(crate) time: (u32, u32),
    /// Must fit into one working day.
    pub(crate) within_day: bool,
    /// Somebody of this role must be there too.
    pub(crate) together_with: Option<RoleId>,
    /// Counts as a visit.
    pub(crate) visit: bool,
    /// Whether somebody on call may begin it outside their hours.
    pub(crate) on_call: bool,
    /// How long an item waits for it before it gives up.
    pub(crate) patience: Option<Impatience>,
    /// What every step of its stream shares.
    pub(crate) stream: StreamFacts,
}

/// How long an item waits for a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Impatience {
    /// Its sampler.
    pub(crate) time: u32,
    /// On which clock.
    pub(crate) clock: Clock,
    /// Whether it is only of an item that nobody has worked on yet.
    pub(crate) ends_with_contact: bool,
}

/// What the steps of a stream share. Level and priority are the stream's, unless a step has its
/// own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct StreamFacts {
    /// Position of its urgency in the layout's levels.
    pub(crate) level: u8,
    /// Its priority.
    pub(crate) priority: u8,
    /// Whether it interrupts.
    pub(crate) interrupts: bool,
    /// Whether ramp-up does not slow it and absent people miss it.
    pub(crate) meeting: bool,
    /// Whether what was begun is finished after closing.
    pub(crate) finish: bool,
    /// Whether contractors may take its work.
    pub(crate) contracted: bool,
    /// Whether automations touch it.
    pub(crate) automated: bool,
    /// Whether any of its steps is a visit.
    pub(crate) has_visits: bool,
    /// Its clock.
    pub(crate) calendar: CalendarId,
}

/// A class of urgency: lower goes first; of one priority, interrupting work stands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Urgency {
    /// The priority as the scenario states it.
    pub(crate) priority: u8,
    /// Whether work of this level may not interrupt (`false` sorts first).
    pub(crate) patient: bool,
}

/// The level that stands for none, in bit sets of levels: what `trailing_zeros` gives for 0.
pub(crate) const NO_LEVEL: u32 = u64::BITS;

impl Urgency {
    /// Mentoring is work of whoever it is given to, before everything that may not interrupt.
    pub(super) const MENTORING: Self = Self { priority: 0, patient: true };

    /// Its position in a list of all levels.
    pub(super) fn level(self, levels: &[Self]) -> u8 {
        let position = levels.iter().position(|it| *it == self);
        position.expect("the levels of all steps were collected") as u8
    }
}

impl StreamFacts {
    /// The same for a step that may have a priority of its own.
    pub(super) fn of_step(self, priority: Option<u8>, levels: &[Urgency]) -> Self {
        let priority = priority.unwrap_or(self.priority);
        let urgency = Urgency { priority, patient: !self.interrupts };
        Self { level: urgency.level(levels), priority, ..self }
    }
}
