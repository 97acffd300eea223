//! Feeds: arrivals that nobody is free to take need no event.
//!
//! While everybody of a role is busy, what arrives at its desks can only wait. The sources that
//! feed a desk sleep then, and what comes waits in them, behind whatever stands in the queue of its
//! level, until an agent looks for work, somebody becomes idle, or everybody leaves. What happens
//! is the same as with an event for every arrival, and is told in the month in which it happens.

use super::ahead::{Outlook, Source};
use super::assignment::Origin;
use super::observer::Observer;
use super::queue::{Queue, Waiting};
use super::work::Item;
use super::{Department, Future, order_at};
use crate::ids::RoleId;
use crate::time::SimTime;

/// The most sources that may feed a desk.
pub const MOST: usize = 64;

/// The level that stands for nothing.
pub const NO_LEVEL: u32 = u64::BITS;

/// The sources that feed a desk, those of the most urgent level first.
#[derive(Clone, Debug, Default)]
pub struct Feeds {
    /// When the next item of each comes.
    nexts: Vec<SimTime>,
    levels: Vec<u8>,
    sources: Vec<Source>,
    /// Whether any two are of one level.
    share_levels: bool,
    /// Whether arrivals wait in the sources.
    pub asleep: bool,
}

impl Feeds {
    /// The most urgent, then the earliest of what came before a moment: its level, or [`NO_LEVEL`],
    /// and its feed.
    #[inline(always)]
    pub fn first_before(&self, now: SimTime) -> (u32, usize) {
        let nexts = self.nexts.iter().rev();
        let came = nexts.fold(0_u64, |bits, &next| bits << 1 | u64::from(next < now));
        let feed = came.trailing_zeros() as usize;
        let Some(&level) = self.levels.get(feed) else {
            return (NO_LEVEL, 0);
        };
        if self.share_levels {
            return (u32::from(level), self.earliest_of(level));
        }
        (u32::from(level), feed)
    }

    /// The feed of a level whose next item comes first; of equals the first.
    #[inline(never)]
    fn earliest_of(&self, level: u8) -> usize {
        let of_level = (0..self.nexts.len()).filter(|&it| self.levels[it] == level);
        of_level.min_by_key(|&it| self.nexts[it]).unwrap_or(0)
    }

    /// Whether the next item of a feed joined before the first of its level in the queue.
    #[inline(never)]
    pub fn comes_before(&self, feed: usize, queue: &Queue) -> bool {
        let first = queue.first(self.levels[feed]);
        first.is_none_or(|first| order_at(self.nexts[feed]) < first.order)
    }

    /// When the next item comes.
    #[inline(always)]
    pub fn next(&self) -> SimTime {
        self.nexts.iter().fold(SimTime::NEVER, |first, &it| first.min(it))
    }

    /// The feed whose next item comes first; of equals the first.
    #[inline(always)]
    pub fn earliest(&self) -> usize {
        let next = self.next();
        self.nexts.iter().position(|&it| it == next).unwrap_or(0)
    }
}

impl<O: Observer> Department<'_, O> {
    /// Takes over a source that feeds a desk.
    pub(super) fn feed(&mut self, desk: u32, source: Source) {
        let level = self.layout.works[source.model.work as usize].stream.level;
        let feeds = &mut self.feeds[desk as usize];
        let position = feeds.levels.partition_point(|&it| it <= level);
        feeds.share_levels |= feeds.levels.contains(&level);
        feeds.levels.insert(position, level);
        feeds.nexts.insert(position, SimTime::NEVER);
        feeds.sources.insert(position, source);
    }

    /// All feeds look ahead.
    pub(super) fn start_feeds(&mut self, future: &mut Future) {
        let layout = self.layout;
        for &desk in &layout.fed_desks {
            for feed in 0..self.feeds[desk as usize].sources.len() {
                self.look_into(desk, feed);
            }
        }
        self.set_feed_timers(future);
    }

    /// Sets the timers of all desks to what comes next, unless it need not be known.
    pub(super) fn set_feed_timers(&mut self, future: &mut Future) {
        for (position, &desk) in self.layout.fed_desks.iter().enumerate() {
            let feeds = &self.feeds[desk as usize];
            let next = match feeds.asleep {
                true => SimTime::NEVER,
                false => feeds.next(),
            };
            future.set_timer(self.agent_timers + position, next);
        }
    }

    /// A feed draws what comes next.
    #[inline(never)]
    fn look_into(&mut self, desk: u32, feed: usize) -> SimTime {
        let feeds = &mut self.feeds[desk as usize];
        let source = &mut feeds.sources[feed];
        source.look_ahead(Outlook {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        });
        let next = source.next().unwrap_or(SimTime::NEVER);
        feeds.nexts[feed] = next;
        next
    }

    /// The timer of a desk has come: something arrives, and nobody or somebody idle is there.
    #[inline(always)]
    pub(super) fn arrival_at(&mut self, position: usize, future: &mut Future) {
        let layout = self.layout;
        let desk = layout.fed_desks[position];
        let role = layout.desks[desk as usize].role;
        let team = self.team(role);
        if !team.cares() {
            return self.sleep(position, future);
        }
        let feed = self.feeds[desk as usize].earliest();
        let at = future.now();
        if team.present > 0
            && let Some(agent) = team.next_idle(&self.agents, at)
        {
            let now = self.now(at, self.agents[agent.index()].calendar);
            if now.at < now.closes {
                self.teams[role.index()].became_busy(agent);
                let next = self.take_from(desk, feed);
                self.sleep_or_not(position, future);
                let desk = self.agents[agent.index()].usual_desk();
                return self.go_on((agent, desk), Some(next), now, None, future);
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
            let next = self.feeds[desk as usize].next();
            future.set_timer(self.agent_timers + position, next);
        } else {
            self.sleep(position, future);
        }
    }

    /// What arrives at a desk waits in the sources.
    #[inline(always)]
    fn sleep(&mut self, position: usize, future: &mut Future) {
        let desk = self.layout.fed_desks[position];
        self.feeds[desk as usize].asleep = true;
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
    pub(super) fn take_from(&mut self, desk: u32, feed: usize) -> (Item, Origin) {
        let feeds = &mut self.feeds[desk as usize];
        let source = &mut feeds.sources[feed];
        let (coming, origin) = source.take();
        let item = coming.into_item(source.model, order_at(coming.at));
        match source.next() {
            Some(next) => feeds.nexts[feed] = next,
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
    pub(super) fn catch_up(&mut self, desk: u32, now: SimTime) {
        if self.feeds[desk as usize].asleep {
            self.catch_up_at(desk, now);
        }
    }

    #[inline(never)]
    fn catch_up_at(&mut self, desk: u32, now: SimTime) {
        loop {
            let feeds = &self.feeds[desk as usize];
            if feeds.next() >= now {
                return;
            }
            let feed = feeds.earliest();
            let level = feeds.levels[feed];
            let item = self.bring_in(desk, feed);
            let waiting = Waiting {
                order: item.joined,
                item: self.items.insert(item),
            };
            self.desks[desk as usize].ready.push_late(level, waiting);
        }
    }

    /// The same at all desks of a role.
    #[inline(always)]
    pub(super) fn catch_up_all(&mut self, role: RoleId, now: SimTime) {
        if self.team(role).asleep {
            let layout = self.layout;
            for &desk in &layout.desks_of[role.index()].0 {
                self.catch_up(desk, now);
            }
        }
    }

    /// The same everywhere.
    pub(super) fn catch_up_everywhere(&mut self, now: SimTime) {
        let layout = self.layout;
        for &desk in &layout.fed_desks {
            self.catch_up(desk, now);
        }
    }

    /// Somebody of a role is idle, or nobody is left: arrivals are events again.
    #[inline(always)]
    pub(super) fn wake(&mut self, role: RoleId, future: &mut Future) {
        if self.team(role).asleep {
            self.wake_desks(role, future);
        }
    }

    #[inline(never)]
    fn wake_desks(&mut self, role: RoleId, future: &mut Future) {
        let layout = self.layout;
        self.teams[role.index()].asleep = false;
        for (position, &desk) in layout.fed_desks.iter().enumerate() {
            let sleeps = self.feeds[desk as usize].asleep;
            if sleeps && layout.desks[desk as usize].role == role {
                self.feeds[desk as usize].asleep = false;
                let mut next = self.feeds[desk as usize].next();
                if next < future.now() {
                    self.catch_up_at(desk, future.now());
                    next = self.feeds[desk as usize].next();
                }
                future.set_timer(self.agent_timers + position, next);
            }
        }
    }

    /// Tells of everything that comes before a moment, though it may wait in its source.
    pub(super) fn tell_arrivals(&mut self, until: SimTime) {
        let outlook = Outlook {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        };
        for &desk in &self.layout.fed_desks {
            let role = self.layout.desks[desk as usize].role;
            let watchers = &mut self.watchers;
            for source in &mut self.feeds[desk as usize].sources {
                let stream = source.model.stream;
                source.tell(until, outlook, |coming| {
                    let item = coming.into_item(Item::default(), 0);
                    watchers.arrived(stream, item.created);
                    watchers.offered(role, item.left, item.created);
                });
            }
        }
    }

    /// Gives the sources of the last replication back.
    pub(super) fn clear_feeds(&mut self) {
        for feeds in &mut self.feeds {
            feeds.nexts.clear();
            feeds.levels.clear();
            feeds.share_levels = false;
            feeds.asleep = false;
            for source in feeds.sources.drain(..) {
                self.sources.retire(source);
            }
        }
    }
}
