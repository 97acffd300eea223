//! Hours worked: what is reported of work in hand, which may go on after closing.

use crate::department::observer::{Observer, WorkSpan};
use crate::department::people::{Activity, Agent};
use crate::department::{ClockReading, Department};
use crate::ids::AgentId;
use crate::time::{Effort, SimTime};

impl<O: Observer> Department<'_, O> {
    /// Reports the work that an agent has just finished or must leave.
    #[inline(always)]
    pub(crate) fn account_for_work(&mut self, agent: AgentId, now: ClockReading) {
        let it = &self.agents[agent.index()];
        let item = match it.activity {
            Activity::Assisting(other) => self.agents[other.index()].item,
            Activity::Chatting => return self.account_for_chats(agent, now),
            _ => it.item,
        };
        let span = WorkSpan {
            from: it.started,
            to: now.at,
            from_worked: it.started_worked,
            to_worked: self.worked_in_hand(it, now),
        };
        let (role, stream) = (it.role, self.items.get(item).stream);
        self.observers.worked_on(item, role, stream, span);
    }

    /// The same of work that is done with it.
    #[inline(always)]
    pub(super) fn finish_piece(&mut self, agent: AgentId, now: ClockReading) {
        self.account_for_work(agent, now);
        let it = &self.agents[agent.index()];
        let worker = match it.activity {
            Activity::Assisting(other) => &self.agents[other.index()],
            _ => it,
        };
        let stream = self.items.get(worker.item).stream;
        self.observers.piece_done(worker.item, (it.role, worker.speed == 1.0), stream);
    }

    /// Work in hand at the end of the run counts as far as it was done.
    pub(crate) fn account_for_work_in_hand(&mut self, agent: AgentId, end: SimTime) {
        if let Activity::Working | Activity::Chatting | Activity::Assisting(_) =
            self.agents[agent.index()].activity
        {
            let calendar = self.agents[agent.index()].calendar;
            self.account_for_work(agent, self.now(end, calendar));
        }
    }

    /// The clock on which the work in hand goes on.
    #[inline(always)]
    pub(crate) fn worked_in_hand(&self, it: &Agent, now: ClockReading) -> Effort {
        if it.past_closing { by_calendar(now.at) } else { self.worked(now, it.calendar) }
    }
}

/// A moment as a reading of a clock that never stands.
pub(crate) fn by_calendar(at: SimTime) -> Effort {
    Effort::from_ticks(at.ticks())
}
