//! Picking: what the usual agent takes next, without asking whether it might be something else.
//!
//! An agent with one desk, no appointments, nothing interrupted and nothing of their own takes the
//! most urgent item of the desk. Everybody else chooses, see [`super::choice`].

use super::birth::ComesBack;
use super::feed::NO_LEVEL;
use super::observer::Observer;
use super::{Department, Future, Now};
use crate::ids::AgentId;
use crate::time::SimTime;

/// What an agent is going to do next.
#[derive(Clone, Copy, Debug)]
pub(super) enum Picked {
    /// The next item of a feed.
    Feed(usize),
    /// An item that waited in the queue.
    Queue(u32),
}

/// What the usual agent finds.
enum Ready {
    /// Waiting in the queue.
    Item(u32),
    /// Waiting in a feed.
    Coming(usize),
    Nothing,
    /// There is more than one kind of work to choose from.
    Unusual,
}

impl<O: Observer> Department<'_, O> {
    /// A free agent takes the next work, or is idle. Returns whether there was any.
    #[inline(never)]
    pub(super) fn take_next(&mut self, agent: AgentId, now: Now, future: &mut Future) -> bool {
        if self.is_open(agent, now) {
            let desk = self.agents[agent.index()].usual_desk();
            let ready = self.take_ready(desk, now.at);
            return self.take(agent, desk, ready, now, future);
        }
        self.rest(agent, now, future);
        false
    }

    /// The same for an agent by whose calendar it is now.
    #[inline(never)]
    pub(super) fn look_around(&mut self, agent: AgentId, now: Now, future: &mut Future) {
        if now.at < now.closes {
            let desk = self.agents[agent.index()].usual_desk();
            let ready = self.take_ready(desk, now.at);
            self.take(agent, desk, ready, now, future);
        } else {
            self.rest(agent, now, future);
        }
    }

    /// An agent takes what was found, or is idle. Returns whether there was anything.
    #[inline(never)]
    fn take(
        &mut self,
        agent: AgentId,
        desk: u32,
        ready: Ready,
        now: Now,
        future: &mut Future,
    ) -> bool {
        match ready {
            Ready::Item(item) => self.begin_work(agent, item, None, now, future),
            Ready::Coming(feed) => {
                let (item, origin) = self.take_from(desk, feed);
                self.begin_new(agent, item, origin, now, future);
            }
            Ready::Nothing => {
                self.become_idle(agent, future);
                return false;
            }
            Ready::Unusual => return self.take_any(agent, now, future),
        }
        true
    }

    /// What a free agent takes next and when, unless an event will tell; before the last item comes
    /// back, if it does.
    #[inline(always)]
    pub(super) fn pick_after(
        &mut self,
        of: (AgentId, u32),
        comes_back: Option<ComesBack>,
        now: Now,
        future: &mut Future,
    ) -> Option<(Picked, Now)> {
        match comes_back {
            None => self.pick(of, now, future.quiet_until(), future),
            Some(it) => self.pick_before(of, it, now, future),
        }
    }

    /// What a free agent takes next and when, unless an event will tell.
    #[inline(always)]
    fn pick(
        &mut self,
        (agent, desk): (AgentId, u32),
        now: Now,
        quiet_until: SimTime,
        future: &mut Future,
    ) -> Option<(Picked, Now)> {
        if now.at >= now.closes {
            self.rest(agent, now, future);
            return None;
        }
        match self.take_ready(desk, now.at) {
            Ready::Coming(feed) => Some((Picked::Feed(feed), now)),
            Ready::Item(id) => Some((Picked::Queue(id), now)),
            Ready::Nothing => self.wait_for_next((agent, desk), now, quiet_until, future),
            Ready::Unusual => {
                self.take_any(agent, now, future);
                None
            }
        }
    }

    /// The same before an item comes back.
    #[inline(never)]
    fn pick_before(
        &mut self,
        of: (AgentId, u32),
        it: ComesBack,
        now: Now,
        future: &mut Future,
    ) -> Option<(Picked, Now)> {
        let picked = self.pick(of, now, SimTime::ZERO, future);
        self.come_back(it, now, future);
        picked
    }

    /// The next item that arrives at a desk all of whose people are busy but one, if the doors are
    /// open then and nothing happens before; else the agent is idle.
    #[inline(always)]
    fn wait_for_next(
        &mut self,
        (agent, desk): (AgentId, u32),
        now: Now,
        quiet_until: SimTime,
        future: &mut Future,
    ) -> Option<(Picked, Now)> {
        let feeds = &mut self.desks[desk as usize].feeds;
        let (at, feed) = feeds.earliest();
        if feeds.asleep & (at < quiet_until) {
            let now = self.now(at, now.calendar);
            if now.at < now.closes {
                future.hold(at);
                return Some((Picked::Feed(feed), now));
            }
        }
        self.become_idle(agent, future);
        None
    }

    /// The next ready work of a desk, where nothing else could come before it: the usual case of an
    /// agent with one desk, no appointments, nothing interrupted and nothing of their own.
    #[inline(always)]
    fn take_ready(&mut self, desk: u32, now: SimTime) -> Ready {
        let Some(queues) = self.desks.get_mut(desk as usize) else {
            return Ready::Unusual;
        };
        if queues.appointed.waiting | self.layout.equal_to_before != 0 {
            return Ready::Unusual;
        }
        let level = queues.ready.waiting.trailing_zeros();
        let feeds = &queues.feeds;
        let (coming, feed) = feeds.first_before(now);
        if coming < level {
            return Ready::Coming(feed);
        }
        if level == NO_LEVEL {
            return Ready::Nothing;
        }
        if coming == level && feeds.comes_before(feed, &queues.ready) {
            return Ready::Coming(feed);
        }
        match queues.ready.pop_in_order(level as u8) {
            Some(first) => Ready::Item(first.item),
            None => Ready::Nothing,
        }
    }
}
