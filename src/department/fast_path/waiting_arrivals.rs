//! Arrivals at desks: what nobody is free to take need no event.
//!
//! While everybody of a role is busy, what arrives at its desks can only wait. The sources that
//! feed a desk sleep then, and what comes waits in them, behind whatever stands in the queue of its
//! level, until an agent looks for work, somebody becomes idle, or everybody leaves. What happens
//! is the same as with an event for every arrival, and is told in the month in which it happens.

use super::feed::NO_LEVEL;
use super::service::Origin;
use crate::department::items::Item;
use crate::department::items::{Outlook, Source};
use crate::department::observer::Observer;
use crate::department::queue::Waiting;
use crate::department::{Department, Future, order_at};
use crate::ids::RoleId;
use crate::time::SimTime;

impl<O: Observer> Department<'_, O> {
    /// Takes over a source that feeds a desk.
    pub(crate) fn feed(&mut self, desk: u32, source: Source) {
        let level = self.layout.works[source.model.work as usize].stream.level;
        self.desks[desk as usize].feeds.add(source, level);
    }

    /// All feeds look ahead.
    pub(crate) fn start_feeds(&mut self, future: &mut Future) {
        let layout = self.layout;
        for &desk in &layout.fed_desks {
            for feed in 0..self.desks[desk as usize].feeds.sources.len() {
                self.look_into(desk, feed);
            }
        }
        self.set_feed_timers(future);
    }

    /// Sets the timers of all desks to what comes next, unless it need not be known.
    pub(crate) fn set_feed_timers(&mut self, future: &mut Future) {
        for (position, &desk) in self.layout.fed_desks.iter().enumerate() {
            let feeds = &mut self.desks[desk as usize].feeds;
            let next = match feeds.asleep {
                true => SimTime::NEVER,
                false => feeds.earliest().0,
            };
            future.set_timer(self.agent_timers + position, next);
        }
    }

    /// A feed draws what comes next.
    #[inline(never)]
    fn look_into(&mut self, desk: u32, feed: usize) -> SimTime {
        let feeds = &mut self.desks[desk as usize].feeds;
        let source = &mut feeds.sources[feed];
        source.look_ahead(Outlook {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        });
        let next = source.next().unwrap_or(SimTime::NEVER);
        feeds.set_next(feed, next);
        next
    }

    /// The timer of a desk has come: something arrives, and nobody or somebody idle is there.
    #[inline(always)]
    pub(crate) fn arrival_at(&mut self, position: usize, future: &mut Future) {
        let layout = self.layout;
        let desk = layout.fed_desks[position];
        let role = layout.desks[desk as usize].role;
        if !self.team(role).cares() {
            return self.sleep(position, future);
        }
        let (_, feed) = self.desks[desk as usize].feeds.earliest();
        let team = self.team(role);
        let at = future.now();
        if team.present > 0
            && let Some(agent) = team.next_idle(&self.agents, at)
        {
            let now = self.now(at, self.agents[agent.index()].calendar);
            if now.at < now.closes {
                self.teams[role.index()].became_busy(agent);
                let next = self.take_from(desk, feed);
                self.sleep_or_not(position, future);
                let mut now = now;
                if let Some(comes_back) = self.serve(agent, next, &mut now, future) {
                    let desk = self.agents[agent.index()].usual_desk();
                    self.go_on((agent, desk), comes_back, now, future);
                }
                return;
            }
        }
        self.receive_later(desk, feed, future);
        self.sleep_or_not(position, future);
    }

    /// Sets the timer of a desk to what comes next, unless it need not be known.
    #[inline(always)]
    fn sleep_or_not(&mut self, position: usize, future: &mut Future) {
        let desk = self.layout.fed_desks[position];
        if self.team(self.layout.desks[desk as usize].role).cares() {
            let (next, _) = self.desks[desk as usize].feeds.earliest();
            future.set_timer(self.agent_timers + position, next);
        } else {
            self.sleep(position, future);
        }
    }

    /// What arrives at a desk waits in the sources.
    #[inline(always)]
    fn sleep(&mut self, position: usize, future: &mut Future) {
        let desk = self.layout.fed_desks[position];
        self.desks[desk as usize].feeds.asleep = true;
        let role = self.layout.desks[desk as usize].role;
        self.teams[role.index()].asleep = true;
        future.set_timer(self.agent_timers + position, SimTime::NEVER);
    }

    #[inline(never)]
    fn receive_later(&mut self, desk: u32, feed: usize, future: &mut Future) {
        let item = self.bring_in(desk, feed);
        let work = &self.layout.works[item.work as usize];
        let now = self.now(future.now(), work.stream.calendar);
        let id = self.items.insert(item);
        self.join_queue(id, item, work, now, future);
    }

    /// The next item of a feed, and whether anybody has been told of it.
    #[inline(always)]
    pub(crate) fn take_from(&mut self, desk: u32, feed: usize) -> (Item, Origin) {
        let feeds = &mut self.desks[desk as usize].feeds;
        let source = &mut feeds.sources[feed];
        let (coming, origin) = source.take();
        let item = coming.into_item(source.model, order_at(coming.at));
        match source.next() {
            Some(next) => feeds.set_next(feed, next),
            None => _ = self.look_into(desk, feed),
        }
        (item, origin)
    }

    /// The next item of a feed comes in.
    fn bring_in(&mut self, desk: u32, feed: usize) -> Item {
        let (item, origin) = self.take_from(desk, feed);
        if let Origin::New = origin {
            let role = self.layout.desks[desk as usize].role;
            self.watchers.arrived(item.stream, item.created);
            self.watchers.offered(role, item.left, item.created);
        }
        item
    }

    /// Whatever waits in the sources of a desk joins its queue.
    #[inline(always)]
    pub(crate) fn catch_up(&mut self, desk: u32, now: SimTime) {
        let feeds = &mut self.desks[desk as usize].feeds;
        if feeds.asleep && feeds.earliest().0 < now {
            self.catch_up_at(desk, now);
        }
    }

    #[inline(never)]
    fn catch_up_at(&mut self, desk: u32, now: SimTime) {
        let mut late = std::mem::take(&mut self.late);
        loop {
            let feeds = &self.desks[desk as usize].feeds;
            let (level, _) = feeds.first_before(now);
            if level == NO_LEVEL {
                break;
            }
            late.clear();
            loop {
                let feeds = &self.desks[desk as usize].feeds;
                let feed = feeds.earliest_of(level as u8);
                if feeds.next_of(feed) >= now {
                    break;
                }
                let item = self.bring_in(desk, feed);
                let order = item.joined;
                let item = self.items.insert(item);
                late.push(Waiting { order, item });
            }
            let ready = &mut self.desks[desk as usize].ready;
            ready.push_late(level as u8, &late);
        }
        self.late = late;
    }

    /// The same at all desks of a role.
    #[inline(always)]
    pub(crate) fn catch_up_all(&mut self, role: RoleId, now: SimTime) {
        if self.team(role).asleep {
            let layout = self.layout;
            for &desk in &layout.desks_of[role.index()].0 {
                self.catch_up(desk, now);
            }
        }
    }

    /// The same everywhere.
    pub(crate) fn catch_up_everywhere(&mut self, now: SimTime) {
        let layout = self.layout;
        for &desk in &layout.fed_desks {
            self.catch_up(desk, now);
        }
    }

    /// Somebody of a role is idle, or nobody is left: arrivals are events again.
    #[inline(always)]
    pub(crate) fn wake(&mut self, role: RoleId, future: &mut Future) {
        if self.team(role).asleep {
            self.wake_desks(role, future);
        }
    }

    #[inline(never)]
    fn wake_desks(&mut self, role: RoleId, future: &mut Future) {
        let layout = self.layout;
        self.teams[role.index()].asleep = false;
        for (position, &desk) in layout.fed_desks.iter().enumerate() {
            let sleeps = self.desks[desk as usize].feeds.asleep;
            if sleeps && layout.desks[desk as usize].role == role {
                self.catch_up(desk, future.now());
                let feeds = &mut self.desks[desk as usize].feeds;
                feeds.asleep = false;
                let (next, _) = feeds.earliest();
                future.set_timer(self.agent_timers + position, next);
            }
        }
    }

    /// Tells of everything that comes before a moment, though it may wait in its source.
    pub(crate) fn tell_arrivals(&mut self, until: SimTime) {
        let outlook = Outlook {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        };
        for &desk in &self.layout.fed_desks {
            let role = self.layout.desks[desk as usize].role;
            let watchers = &mut self.watchers;
            for source in &mut self.desks[desk as usize].feeds.sources {
                let stream = source.model.stream;
                source.tell(until, outlook, |coming| {
                    let item = coming.into_item(Item::default(), 0);
                    watchers.arrived(stream, item.created);
                    watchers.offered(role, item.left, item.created);
                });
            }
        }
    }

    /// What still waits in the sources at the end of the run is judged without joining a queue.
    pub(crate) fn drain_feeds(&mut self, end: SimTime) {
        let layout = self.layout;
        self.unserved = 0;
        for &desk in &layout.fed_desks {
            for feed in 0..self.desks[desk as usize].feeds.sources.len() {
                while self.desks[desk as usize].feeds.next_of(feed) < end {
                    let item = self.bring_in(desk, feed);
                    let id = self.items.insert(item);
                    self.judge_open_item(id, &item, end);
                    self.items.remove(id);
                    self.unserved += 1;
                }
            }
        }
    }

    /// Gives the sources of the last replication back.
    pub(crate) fn clear_feeds(&mut self) {
        for desk in &mut self.desks {
            for source in desk.feeds.clear() {
                self.sources.retire(source);
            }
        }
    }
}
