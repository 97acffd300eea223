//! The next item of the usual agent, without looking at what only some agents may take.
//!
//! An agent with one queue point, no appointments, nothing interrupted and nothing of their own
//! takes the most urgent item of the queue point. Everybody else chooses, see
//! [`crate::department::queue::choice`].

use crate::department::items::ReopenedItem;
use crate::department::layout::NO_LEVEL;
use crate::department::observer::Observer;
use crate::department::{ClockReading, Department, Future};
use crate::ids::AgentId;
use crate::time::SimTime;

/// What an agent takes next.
#[derive(Clone, Copy, Debug)]
pub(super) enum NextItem {
    /// The next item of a feed.
    Feed(usize),
    /// An item that waited in the queue.
    Queue(u32),
}

/// What the usual agent finds.
#[derive(Clone, Copy, Debug)]
enum Choice {
    Take(NextItem),
    Nothing,
    /// There is more than one kind of work to choose from.
    Unusual,
}

impl<O: Observer> Department<'_, O> {
    /// A free agent takes the next work, or is idle. Returns whether there was any.
    #[inline(never)]
    pub(crate) fn take_next(
        &mut self,
        agent: AgentId,
        now: ClockReading,
        future: &mut Future,
    ) -> bool {
        if !self.is_open(agent, now) {
            self.rest(agent, now, future);
            return false;
        }
        let point = self.agents[agent.index()].usual_point();
        match self.take_ready(point, now.at) {
            Choice::Take(NextItem::Queue(item)) => self.begin_work(agent, item, None, now, future),
            Choice::Take(NextItem::Feed(feed)) => {
                self.take_from_feed(agent, (point, feed), now, future)
            }
            Choice::Nothing => {
                self.become_idle(agent, future);
                return false;
            }
            Choice::Unusual => return self.take_any(agent, now, future),
        }
        true
    }

    /// A free agent takes the next arrival of a feed.
    #[inline(always)]
    pub(crate) fn take_from_feed(
        &mut self,
        agent: AgentId,
        (point, feed): (u32, usize),
        now: ClockReading,
        future: &mut Future,
    ) {
        let (item, origin) = self.take_from(point, feed);
        self.begin_new(agent, item, origin, now, future);
    }

    /// What a free agent takes next, now or at the next arrival; nothing, if only an event can
    /// decide. It is chosen before the last item is reopened, if that happens.
    #[inline(always)]
    pub(super) fn pick_after(
        &mut self,
        of: (AgentId, u32),
        reopened: Option<ReopenedItem>,
        now: &mut ClockReading,
        future: &mut Future,
    ) -> Option<NextItem> {
        if let Some(it) = reopened {
            return self.pick_before(of, it, *now, future);
        }
        match self.pick(of, *now, future)? {
            Choice::Take(picked) => Some(picked),
            _ => self.wait_for_next(of, now, future),
        }
    }

    #[inline(never)]
    fn pick_before(
        &mut self,
        (agent, point): (AgentId, u32),
        it: ReopenedItem,
        now: ClockReading,
        future: &mut Future,
    ) -> Option<NextItem> {
        let picked = match self.pick((agent, point), now, future) {
            Some(Choice::Take(picked)) => Some(picked),
            Some(_) => {
                self.be_idle(agent, future);
                None
            }
            None => None,
        };
        self.reopen_item(it, now, future);
        picked
    }

    /// What a free agent takes next, while the calendar is open and there is one kind of work only.
    #[inline(always)]
    fn pick(
        &mut self,
        (agent, point): (AgentId, u32),
        now: ClockReading,
        future: &mut Future,
    ) -> Option<Choice> {
        if now.at >= now.closes {
            self.rest(agent, now, future);
            return None;
        }
        let ready = self.take_ready(point, now.at);
        if let Choice::Unusual = ready {
            self.take_any(agent, now, future);
            return None;
        }
        Some(ready)
    }

    /// The next arrival at a queue point all of whose people are busy but one, if the calendar is
    /// open then and nothing happens before; else the agent is idle.
    #[inline(always)]
    fn wait_for_next(
        &mut self,
        (agent, point): (AgentId, u32),
        now: &mut ClockReading,
        future: &mut Future,
    ) -> Option<NextItem> {
        let feeds = &mut self.points[point as usize].feeds;
        let (at, feed) = feeds.earliest();
        if feeds.asleep & (at < future.quiet_until()) {
            let later = self.now(at, now.calendar);
            if later.at < later.closes {
                future.hold(at);
                *now = later;
                return Some(NextItem::Feed(feed));
            }
        }
        self.be_idle(agent, future);
        None
    }

    /// The next ready work of a queue point, where nothing else could come before it: the usual
    /// case of an agent with one queue point, no appointments, nothing interrupted and nothing of
    /// their own.
    #[inline(always)]
    fn take_ready(&mut self, point: u32, now: SimTime) -> Choice {
        let Some(queues) = self.points.get_mut(point as usize) else {
            return Choice::Unusual;
        };
        if queues.appointed.waiting != 0 {
            return Choice::Unusual;
        }
        if queues.feeds.by_due {
            return self.take_due(point, now);
        }
        let level = queues.ready.waiting.trailing_zeros();
        let feeds = &queues.feeds;
        let (coming, feed) = feeds.first_before(now);
        if coming < level {
            return Choice::Take(NextItem::Feed(feed));
        }
        if level == NO_LEVEL {
            return Choice::Nothing;
        }
        if coming == level && feeds.comes_before(feed, &queues.ready) {
            return Choice::Take(NextItem::Feed(feed));
        }
        match queues.ready.pop_in_order(level as u8) {
            Some(first) => Choice::Take(NextItem::Queue(first.item)),
            None => Choice::Nothing,
        }
    }

    /// The same where due dates decide.
    #[inline(never)]
    fn take_due(&mut self, point: u32, now: SimTime) -> Choice {
        let queues = &self.points[point as usize];
        let waiting = self.first_of(&queues.ready, u64::MAX);
        if let Some((level, coming, feed)) = queues.feeds.first_due(now)
            && waiting.is_none_or(|(_, before)| self.rank(level, coming) < before)
        {
            return Choice::Take(NextItem::Feed(feed));
        }
        let ready = &mut self.points[point as usize].ready;
        match waiting.and_then(|(level, _)| ready.pop(level)) {
            Some(first) => Choice::Take(NextItem::Queue(first.item)),
            None => Choice::Nothing,
        }
    }
}
