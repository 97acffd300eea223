//! Agents: one person each, with a role, absences, a ramp-up and work in hand.

use super::in_hand::ChatsInHand;
use crate::department::event::Terms;
use crate::department::queue::Queue;
use crate::ids::{AgentId, CalendarId, RoleId};
use crate::scenario::Skills;
use crate::time::{Effort, SimTime};

/// What an agent is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activity {
    /// Nothing.
    Idle,
    /// Working on an item.
    Working,
    /// Serving several items side by side.
    Chatting,
    /// Being there while another works on a joint step.
    Assisting(AgentId),
    /// Away, or not employed any more.
    Away,
}

/// No queue point at all.
pub(crate) const NO_POINT: u32 = u32::MAX;

/// One person.
///
/// What every piece of work touches stands first, so that it lies together in memory: a department
/// of a thousand people is larger than the fastest cache.
#[derive(Clone, Debug)]
#[repr(C)]
pub(crate) struct Agent {
    /// The role.
    pub(crate) role: RoleId,
    /// The role's calendar.
    pub(crate) calendar: CalendarId,
    /// The only queue point that this agent ever takes work from, in the order of joining; or
    /// [`NO_POINT`].
    pub(crate) only_point: u32,
    /// The item in hand, when working.
    pub(crate) item: u32,
    /// What the agent is doing.
    pub(crate) activity: Activity,
    /// Whoever is there for a joint step.
    pub(crate) partner: Option<AgentId>,
    /// When the agent became idle; of equals the first hired is the longest idle.
    pub(crate) idle_since: (SimTime, u32),
    /// When the work in hand began or resumed.
    pub(crate) started: SimTime,
    /// The same on the working clock of the role, or by the calendar for work that goes on after
    /// closing.
    pub(crate) started_worked: Effort,
    /// When it will be done, on the same clock.
    pub(crate) finish_worked: Effort,
    /// Effort done in an hour of work, when the work in hand began or resumed.
    pub(crate) speed: f64,
    /// Running number of the last start: of two tasks the higher was started later.
    pub(crate) start_number: u64,
    /// The moment of full productivity.
    pub(crate) ramp_end: SimTime,
    /// Effort done in an hour of work after the ramp-up.
    pub(crate) full_pace: f64,
    /// Until when an hour of work is not an hour of effort.
    pub(crate) paced_until: SimTime,
    /// Level of the work in hand.
    pub(crate) level: u8,
    /// Whether the work in hand may be interrupted.
    pub(crate) interruptible: bool,
    /// Whether the work in hand goes on after closing.
    pub(crate) past_closing: bool,
    /// Interrupted work, the latest last.
    pub(crate) held: Vec<u32>,
    /// Work that belongs to this person alone, waiting.
    pub(crate) own: Queue,
    /// What the agent can do that not everybody can.
    pub(crate) skills: Skills,
    /// Which of the role's people, in the order of joining.
    pub(crate) ordinal: u32,
    /// First day of employment.
    pub(crate) joined: SimTime,
    /// Productivity on that day.
    pub(crate) ramp_from: f64,
    /// Absences: first day and the day of return, in order.
    pub(crate) absences: Vec<(u32, u32)>,
    /// The next absence.
    pub(crate) next_absence: usize,
    /// Since when the agent has been there.
    pub(crate) present_since: SimTime,
    /// Whether the agent leaves overload, sooner or later.
    pub(crate) gives_notice: bool,
    /// Whether the agent has left for good.
    pub(crate) left: bool,
    /// On which terms the agent is employed.
    pub(crate) terms: Terms,
    /// What is in hand side by side, while chatting.
    pub(crate) chats: ChatsInHand,
}

impl Agent {
    /// A place for a person whose own work waits in an empty queue.
    pub(crate) fn nobody(own: Queue) -> Self {
        Self {
            role: RoleId(0),
            calendar: CalendarId(0),
            only_point: NO_POINT,
            skills: Skills::default(),
            ordinal: 0,
            activity: Activity::Away,
            item: 0,
            partner: None,
            started: SimTime::ZERO,
            started_worked: Effort::ZERO,
            finish_worked: Effort::ZERO,
            speed: 1.0,
            level: 0,
            interruptible: true,
            past_closing: false,
            start_number: 0,
            held: Vec::new(),
            own,
            joined: SimTime::ZERO,
            ramp_from: 1.0,
            ramp_end: SimTime::ZERO,
            full_pace: 1.0,
            paced_until: SimTime::ZERO,
            absences: Vec::new(),
            next_absence: 0,
            present_since: SimTime::ZERO,
            idle_since: (SimTime::ZERO, 0),
            gives_notice: false,
            left: false,
            terms: Terms::PERMANENT,
            chats: ChatsInHand::default(),
        }
    }

    /// Makes this the place of a person who joins now, fully productive; memory is kept.
    pub(crate) fn reset(&mut self, role: RoleId, calendar: CalendarId, ordinal: u32, now: SimTime) {
        let (mut held, mut own) = (std::mem::take(&mut self.held), std::mem::take(&mut self.own));
        let mut chats = std::mem::take(&mut self.chats);
        held.clear();
        own.clear();
        chats.clear();
        *self = Self {
            role,
            calendar,
            ordinal,
            held,
            chats,
            joined: now,
            ramp_end: now,
            paced_until: now,
            ..Self::nobody(own)
        };
    }

    /// The only queue point that the next work may come from, or [`NO_POINT`].
    #[inline(always)]
    pub(crate) fn usual_point(&self) -> u32 {
        if self.held.is_empty() && self.own.is_empty() { self.only_point } else { NO_POINT }
    }

    /// Productivity at a moment: linear from the first day to the end of the ramp-up, then 1.
    pub(crate) fn productivity(&self, now: SimTime) -> f64 {
        if now >= self.ramp_end {
            return self.full_pace;
        }
        let way = (now - self.joined).ticks() as f64 / (self.ramp_end - self.joined).ticks() as f64;
        (self.ramp_from + (1.0 - self.ramp_from) * way) * self.full_pace
    }

    /// From when on an hour of work is an hour of effort, with the ramp-up and the full pace known.
    pub(crate) fn set_pace(&mut self, full: f64) {
        self.full_pace = full;
        self.paced_until = if full == 1.0 { self.ramp_end } else { SimTime::NEVER };
    }

    /// How fast the agent works now, and how long a rest of a step takes.
    #[inline(always)]
    pub(crate) fn pace(&self, left: Effort, now: SimTime) -> (f64, Effort) {
        if now >= self.paced_until {
            return (1.0, left);
        }
        let speed = self.productivity(now);
        (speed, left.scaled(1.0 / speed))
    }

    /// What the agent has begun: the item in hand, and what was interrupted for it.
    pub(crate) fn begun(&self) -> impl Iterator<Item = u32> + '_ {
        let in_hand = (self.activity == Activity::Working).then_some(self.item);
        self.held.iter().copied().chain(in_hand).chain(self.chats.items())
    }

    /// Whether the agent is at work these days.
    pub(crate) fn is_present(&self) -> bool {
        self.activity != Activity::Away
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Elapsed;

    #[test]
    fn productivity_grows_in_a_straight_line() {
        let newcomer = Agent {
            ramp_from: 0.4,
            ramp_end: SimTime::ZERO + Elapsed::from_days(90),
            paced_until: SimTime::ZERO + Elapsed::from_days(90),
            ..Agent::nobody(Queue::default())
        };
        assert_eq!(newcomer.productivity(SimTime::ZERO), 0.4);
        assert!((newcomer.productivity(SimTime::midnight(45)) - 0.7).abs() < 1e-12);
        assert_eq!(newcomer.productivity(SimTime::midnight(90)), 1.0);
    }
}
