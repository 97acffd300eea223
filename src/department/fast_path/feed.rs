//! Feeds: the sources that bring items to a queue point, and which of their arrivals is next.

use crate::department::items::ArrivalSource;
use crate::department::layout::{NO_LEVEL, Task};
use crate::department::order_at;
use crate::department::queue::{Queue, Waiting};
use crate::ids::StreamId;
use crate::scenario::{Arrival, Discipline, Scenario};
use crate::time::SimTime;

/// The most sources that may feed a queue point.
const MOST: usize = 64;

/// The sources that feed a queue point, those of the most urgent level first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Feeds {
    /// When the next item of each comes, by fours; never where there is no source.
    nexts: Vec<[SimTime; 4]>,
    /// When that item is due, as a number that orders, where that decides; else zero.
    dues: Vec<u64>,
    pub(super) levels: Vec<u8>,
    pub(super) sources: Vec<ArrivalSource>,
    /// Whether any two are of one level.
    share_levels: bool,
    /// Whether due dates decide.
    pub(super) by_due: bool,
    /// Whether arrivals wait in the sources.
    pub(crate) asleep: bool,
    /// When the next item of all comes and its feed, unless that must be looked up.
    earliest: Option<(SimTime, usize)>,
}

impl Feeds {
    /// The most urgent, then the earliest of what came before a moment: its level, or [`NO_LEVEL`],
    /// and its feed.
    #[inline(always)]
    pub(super) fn first_before(&self, now: SimTime) -> (u32, usize) {
        let mut came = 0_u64;
        for nexts in self.nexts.iter().rev() {
            let bits = nexts.map(|next| u64::from(next < now));
            came = came << 4 | bits[0] | bits[1] << 1 | bits[2] << 2 | bits[3] << 3;
        }
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
    pub(super) fn earliest_of(&self, level: u8) -> usize {
        let of_level = (0..self.levels.len()).filter(|&it| self.levels[it] == level);
        of_level.min_by_key(|&it| self.next_of(it)).unwrap_or(0)
    }

    /// When the next item of all comes and its feed; of equals the first.
    #[inline(always)]
    pub(super) fn earliest(&mut self) -> (SimTime, usize) {
        match self.earliest {
            Some(earliest) => earliest,
            None => self.look_up_earliest(),
        }
    }

    #[inline(never)]
    fn look_up_earliest(&mut self) -> (SimTime, usize) {
        let mut earliest = (SimTime::NEVER, 0);
        for (feed, &next) in self.nexts.as_flattened().iter().enumerate() {
            let better = next < earliest.0;
            earliest = if better { (next, feed) } else { earliest };
        }
        self.earliest = Some(earliest);
        earliest
    }

    /// The arrival that waits in a source and goes first: its level, what orders it, and its feed.
    #[inline(always)]
    pub(crate) fn most_urgent(&self, now: SimTime) -> Option<(u8, Waiting, usize)> {
        if !self.asleep {
            return None;
        }
        if self.by_due {
            return self.first_due(now);
        }
        let (level, feed) = self.first_before(now);
        (level < NO_LEVEL).then(|| (level as u8, self.waiting(feed), feed))
    }

    /// The same where due dates decide.
    #[inline(never)]
    pub(super) fn first_due(&self, now: SimTime) -> Option<(u8, Waiting, usize)> {
        let came = (0..self.levels.len()).filter(|&feed| self.next_of(feed) < now);
        let first = |&it: &usize| (self.dues[it], self.levels[it], self.next_of(it));
        came.min_by_key(first).map(|it| (self.levels[it], self.waiting(it), it))
    }

    fn waiting(&self, feed: usize) -> Waiting {
        Waiting { due: self.dues[feed], joined: self.order_of(feed), item: 0 }
    }

    /// What an item of a feed that comes next is ordered by, for as long as it is there.
    #[inline(always)]
    pub(super) fn order_when_taken(&self, feed: usize) -> u64 {
        if self.by_due { self.dues[feed] } else { self.order_of(feed) }
    }

    #[inline(always)]
    pub(super) fn set_due(&mut self, feed: usize, due: SimTime) {
        self.dues[feed] = due.ticks() as u64;
    }

    /// Whether the next item of a feed joined before the first of its level in the queue.
    #[inline(never)]
    pub(super) fn comes_before(&self, feed: usize, queue: &Queue) -> bool {
        let first = queue.first(self.levels[feed]);
        first.is_none_or(|first| self.order_of(feed) < first.joined)
    }

    /// What the next item of a feed is ordered by.
    #[inline]
    pub(super) fn order_of(&self, feed: usize) -> u64 {
        order_at(self.next_of(feed))
    }

    pub(super) fn next_of(&self, feed: usize) -> SimTime {
        self.nexts[feed / 4][feed % 4]
    }

    #[inline(always)]
    pub(super) fn set_next(&mut self, feed: usize, next: SimTime) {
        self.nexts[feed / 4][feed % 4] = next;
        self.earliest = None;
    }

    /// None yet.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        Self { by_due: scenario.discipline == Discipline::EarliestDue, ..Self::default() }
    }

    pub(super) fn add(&mut self, source: ArrivalSource, level: u8) {
        let position = self.levels.partition_point(|&it| it <= level);
        self.share_levels |= self.levels.contains(&level);
        self.levels.insert(position, level);
        self.sources.insert(position, source);
        let quarters = self.sources.len().div_ceil(4);
        self.nexts.resize(quarters, [SimTime::NEVER; 4]);
        self.dues.push(0);
    }

    pub(super) fn clear(&mut self) -> impl Iterator<Item = ArrivalSource> + '_ {
        self.nexts.clear();
        self.levels.clear();
        self.dues.clear();
        (self.share_levels, self.asleep, self.earliest) = (false, false, None);
        self.sources.drain(..)
    }
}

/// Whether the items of a stream may wait in their source for the queue point of their first step:
/// where they come at random and one by one, for nobody in particular, and begin with effort that can wait. So
/// many other sources feed that queue point already.
pub(crate) fn feeds_queue_point(
    scenario: &Scenario,
    stream: StreamId,
    first: &Task,
    others: usize,
) -> bool {
    let may_be_lost = scenario.clients_of(stream).is_some();
    let stream = &scenario.streams[stream.index()];
    let is_random = matches!(&stream.arrival, Arrival::Rate(rate) if rate.profile.batch.is_none());
    let can_wait = !first.pooled
        && !first.within_day
        && !first.stream.interrupts
        && !first.stream.contracted
        && first.patience.is_none();
    is_random && !may_be_lost && stream.for_each.is_empty() && can_wait && others < MOST
}
