//! Arrivals that nobody is free to take wait in their sources and need no event.
//!
//! While everybody of a role is busy, what arrives at its queue points can only wait. The sources
//! that feed a queue point are asleep then: arrivals wait in them, behind whatever stands in the
//! queue of their level, until an agent looks for work, somebody becomes idle, or everybody leaves.
//! What happens is the same as with an event for every arrival, and is reported in its month.

use crate::department::items::Item;
use crate::department::items::Origin;
use crate::department::items::{ArrivalContext, ArrivalSource};
use crate::department::layout::NO_LEVEL;
use crate::department::observer::Observer;
use crate::department::queue::Waiting;
use crate::department::{Department, Future, order_at};
use crate::ids::RoleId;
use crate::time::SimTime;

impl<O: Observer> Department<'_, O> {
    /// Takes over a source that feeds a queue point.
    pub(crate) fn feed(&mut self, point: u32, source: ArrivalSource) {
        let level = self.layout.tasks[source.model.task as usize].stream.level;
        self.points[point as usize].feeds.add(source, level);
    }

    /// All feeds look ahead.
    pub(crate) fn start_feeds(&mut self, future: &mut Future) {
        let layout = self.layout;
        for &point in &layout.fed_points {
            for feed in 0..self.points[point as usize].feeds.sources.len() {
                self.look_into(point, feed);
            }
        }
        self.set_feed_timers(future);
    }

    /// Sets the timers of all queue points to what comes next, unless it need not be known.
    pub(crate) fn set_feed_timers(&mut self, future: &mut Future) {
        for (position, &point) in self.layout.fed_points.iter().enumerate() {
            let feeds = &mut self.points[point as usize].feeds;
            let next = match feeds.asleep {
                true => SimTime::NEVER,
                false => feeds.earliest().0,
            };
            future.set_timer(self.agent_timers + position, next);
        }
    }

    /// A feed draws what comes next.
    #[inline(never)]
    fn look_into(&mut self, point: u32, feed: usize) -> SimTime {
        let feeds = &mut self.points[point as usize].feeds;
        let source = &mut feeds.sources[feed];
        source.look_ahead(ArrivalContext {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        });
        let next = source.next().unwrap_or(SimTime::NEVER);
        feeds.set_next(feed, next);
        self.look_when_due(point, feed);
        next
    }

    /// When the next item of a feed is due, where that decides.
    #[inline(always)]
    fn look_when_due(&mut self, point: u32, feed: usize) {
        let feeds = &self.points[point as usize].feeds;
        if feeds.by_due
            && let Some(item) = feeds.sources[feed].next_item()
        {
            let due = self.earliest_due_when_new(&item);
            self.points[point as usize].feeds.set_due(feed, due);
        }
    }

    /// The timer of a queue point has come: something arrives, and nobody or somebody idle is
    /// there.
    #[inline(always)]
    pub(super) fn arrival_at(&mut self, position: usize, future: &mut Future) {
        let layout = self.layout;
        let point = layout.fed_points[position];
        let role = layout.points[point as usize].role;
        if !self.team(role).needs_arrival_events() {
            return self.sleep(position, future);
        }
        let (_, feed) = self.points[point as usize].feeds.earliest();
        let team = self.team(role);
        let at = future.now();
        if team.present > 0
            && let Some(agent) = team.next_idle(&self.agents, at)
        {
            let now = self.now(at, self.agents[agent.index()].calendar);
            if now.at < now.closes {
                self.teams[role.index()].became_busy(agent, &self.agents);
                let next = self.take_from(point, feed);
                self.sleep_or_not(position, future);
                let mut now = now;
                if let Some(reopened) = self.serve(agent, next, &mut now, future) {
                    let point = self.agents[agent.index()].usual_point();
                    self.serve_next((agent, point), reopened, now, future);
                }
                return;
            }
        }
        self.receive_later(point, feed, future);
        self.sleep_or_not(position, future);
    }

    /// Sets the timer of a queue point to what comes next, unless it need not be known.
    #[inline(always)]
    fn sleep_or_not(&mut self, position: usize, future: &mut Future) {
        let point = self.layout.fed_points[position];
        if self.team(self.layout.points[point as usize].role).needs_arrival_events() {
            let (next, _) = self.points[point as usize].feeds.earliest();
            future.set_timer(self.agent_timers + position, next);
        } else {
            self.sleep(position, future);
        }
    }

    /// What arrives at a queue point waits in the sources.
    #[inline(always)]
    fn sleep(&mut self, position: usize, future: &mut Future) {
        let point = self.layout.fed_points[position];
        self.points[point as usize].feeds.asleep = true;
        let role = self.layout.points[point as usize].role;
        self.teams[role.index()].asleep = true;
        future.set_timer(self.agent_timers + position, SimTime::NEVER);
    }

    #[inline(never)]
    fn receive_later(&mut self, point: u32, feed: usize, future: &mut Future) {
        let item = self.take_reported(point, feed);
        let item = Item { joined: order_at(item.created), ..item };
        let task = &self.layout.tasks[item.task as usize];
        let now = self.now(future.now(), task.stream.calendar);
        let id = self.items.insert(item);
        self.join_queue(id, item, task, now, future);
    }

    /// The next item of a feed, and whether its arrival has been reported.
    #[inline(always)]
    pub(super) fn take_from(&mut self, point: u32, feed: usize) -> (Item, Origin) {
        let feeds = &mut self.points[point as usize].feeds;
        let source = &mut feeds.sources[feed];
        let (coming, origin) = source.take();
        let (model, next) = (source.model, source.next());
        let item = coming.into_item(model, feeds.order_when_taken(feed));
        match next {
            Some(next) => {
                feeds.set_next(feed, next);
                self.look_when_due(point, feed);
            }
            None => _ = self.look_into(point, feed),
        }
        (item, origin)
    }

    /// The next item of a feed comes in.
    fn take_reported(&mut self, point: u32, feed: usize) -> Item {
        let (item, origin) = self.take_from(point, feed);
        if let Origin::Unreported = origin {
            let role = self.layout.points[point as usize].role;
            self.observers.arrived(item.stream, item.created);
            self.observers.asked_for(role, item.stream, item.left, item.created);
        }
        item
    }

    /// Whatever waits in the sources of a queue point joins its queue.
    #[inline(always)]
    fn catch_up(&mut self, point: u32, now: SimTime) {
        let feeds = &mut self.points[point as usize].feeds;
        if feeds.asleep && feeds.earliest().0 < now {
            self.catch_up_at(point, now);
        }
    }

    #[inline(never)]
    fn catch_up_at(&mut self, point: u32, now: SimTime) {
        let mut late = std::mem::take(&mut self.late);
        let by_due = self.points[point as usize].feeds.by_due;
        loop {
            let feeds = &self.points[point as usize].feeds;
            let (level, _) = feeds.first_before(now);
            if level == NO_LEVEL {
                break;
            }
            late.clear();
            loop {
                let feeds = &self.points[point as usize].feeds;
                let feed = feeds.earliest_of(level as u8);
                if feeds.next_of(feed) >= now {
                    break;
                }
                let item = self.take_reported(point, feed);
                let waiting = Waiting {
                    due: if by_due { item.joined } else { 0 },
                    joined: order_at(item.created),
                    item: self.items.insert(item),
                };
                late.push(waiting);
            }
            let ready = &mut self.points[point as usize].ready;
            ready.push_late(level as u8, &late);
        }
        self.late = late;
    }

    /// The same at all queue points of a role.
    #[inline(always)]
    pub(crate) fn catch_up_all(&mut self, role: RoleId, now: SimTime) {
        if self.team(role).asleep {
            let layout = self.layout;
            for &point in &layout.points_of[role.index()].own {
                self.catch_up(point, now);
            }
        }
    }

    /// The same everywhere.
    pub(crate) fn catch_up_everywhere(&mut self, now: SimTime) {
        let layout = self.layout;
        for &point in &layout.fed_points {
            self.catch_up(point, now);
        }
    }

    /// Somebody of a role is idle, or nobody is left: arrivals are events again.
    #[inline(always)]
    pub(crate) fn wake(&mut self, role: RoleId, future: &mut Future) {
        if self.team(role).asleep {
            self.wake_points(role, future);
        }
    }

    #[inline(never)]
    fn wake_points(&mut self, role: RoleId, future: &mut Future) {
        let layout = self.layout;
        self.teams[role.index()].asleep = false;
        for (position, &point) in layout.fed_points.iter().enumerate() {
            let sleeps = self.points[point as usize].feeds.asleep;
            if sleeps && layout.points[point as usize].role == role {
                self.catch_up(point, future.now());
                let feeds = &mut self.points[point as usize].feeds;
                feeds.asleep = false;
                let (next, _) = feeds.earliest();
                future.set_timer(self.agent_timers + position, next);
            }
        }
    }

    /// Reports every arrival before a moment, though it may still wait in its source.
    pub(crate) fn report_arrivals(&mut self, until: SimTime) {
        let context = ArrivalContext {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        };
        for &point in &self.layout.fed_points {
            let role = self.layout.points[point as usize].role;
            let observers = &mut self.observers;
            for source in &mut self.points[point as usize].feeds.sources {
                let stream = source.model.stream;
                source.report(until, context, |coming| {
                    let item = coming.into_item(Item::default(), 0);
                    observers.arrived(stream, item.created);
                    observers.asked_for(role, stream, item.left, item.created);
                });
            }
        }
    }

    /// What still waits in the sources at the end of the run is judged without joining a queue.
    pub(crate) fn drain_feeds(&mut self, end: SimTime) {
        let layout = self.layout;
        self.unserved = 0;
        for &point in &layout.fed_points {
            for feed in 0..self.points[point as usize].feeds.sources.len() {
                while self.points[point as usize].feeds.next_of(feed) < end {
                    let item = self.take_reported(point, feed);
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
        for point in &mut self.points {
            for source in point.feeds.clear() {
                self.sources.retire(source);
            }
        }
    }
}
