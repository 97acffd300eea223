//! Idle people, longest idle first: a queue out of whose middle people go without the others moving up.

use crate::ids::AgentId;
use crate::time::SimTime;
use std::cell::Cell;
use std::collections::VecDeque;

/// Since when somebody is idle; of those since the same moment, the first hired goes first.
type Since = (SimTime, u32);

/// So many places from the front nobody leaves empty.
const NEAR: usize = 8;

/// The queue. Whoever goes leaves an empty place, and empty places are closed when there are more of
/// them than people: so each going costs a search, and not a move of a hundred thousand colleagues.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdleQueue {
    /// In order; the first is never empty.
    places: VecDeque<Place>,
    empty: usize,
    /// Where whoever was looked for last was found, who mostly goes next.
    found: Cell<usize>,
    /// People who are not at work stand in front, as nobody calls them: so many of the first places
    /// are theirs or empty, until a moment.
    off: Cell<(usize, SimTime)>,
}

/// Whether somebody idle can take some work.
pub(crate) enum CanTake {
    Now,
    /// They are not at work until a moment.
    NotBefore(SimTime),
    Never,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    since: Since,
    agent: AgentId,
    is_empty: bool,
}

impl IdleQueue {
    /// Nobody is idle; keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.places.clear();
        self.empty = 0;
        self.off.set((0, SimTime::NEVER));
    }

    /// Whether nobody is idle.
    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Who has been idle longest.
    #[inline(always)]
    pub(crate) fn front(&self) -> Option<AgentId> {
        self.places.front().map(|it| it.agent)
    }

    /// Everybody, longest idle first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = AgentId> + '_ {
        self.places.iter().filter(|it| !it.is_empty).map(|it| it.agent)
    }

    /// Who has been idle longest of those who can take some work now.
    #[inline]
    pub(crate) fn first(
        &self,
        now: SimTime,
        can_take: impl Fn(AgentId) -> CanTake,
    ) -> Option<AgentId> {
        let (known, until) = self.off.get();
        let mut off = if now < until { (known, until) } else { (0, SimTime::NEVER) };
        for position in off.0..self.places.len() {
            let place = &self.places[position];
            let can_take = match place.is_empty {
                true => CanTake::NotBefore(SimTime::NEVER),
                false => can_take(place.agent),
            };
            match can_take {
                CanTake::Now => {
                    self.off.set(off);
                    self.found.set(position);
                    return Some(place.agent);
                }
                CanTake::NotBefore(begin) if off.0 == position => {
                    off = (position + 1, off.1.min(begin));
                }
                CanTake::NotBefore(_) | CanTake::Never => {}
            }
        }
        self.off.set(off);
        None
    }

    /// Somebody is idle since a moment.
    #[inline]
    pub(crate) fn insert(&mut self, agent: AgentId, since: Since) {
        if self.places.back().is_none_or(|last| last.since < since) {
            self.places.push_back(Place { since, agent, is_empty: false });
        } else {
            self.insert_among(agent, since);
        }
    }

    #[cold]
    fn insert_among(&mut self, agent: AgentId, since: Since) {
        self.off.set((0, SimTime::NEVER));
        let position = self.places.partition_point(|it| it.since < since);
        match self.places.get_mut(position) {
            // Their own place, if they have left it at this very moment.
            Some(place) if place.since == since => {
                self.empty -= usize::from(place.is_empty);
                place.is_empty = false;
            }
            _ => self.places.insert(position, Place { since, agent, is_empty: false }),
        }
    }

    /// Somebody who is idle since a moment is so no more; whether they were in the queue.
    #[inline]
    pub(crate) fn remove(&mut self, agent: AgentId, since: Since) -> bool {
        if self.front() == Some(agent) {
            self.places.pop_front();
            self.close_front();
            self.off.set((0, SimTime::NEVER));
            return true;
        }
        self.remove_among(since)
    }

    #[inline(never)]
    fn remove_among(&mut self, since: Since) -> bool {
        let found = self.found.get();
        let position = match self.places.get(found) {
            Some(place) if place.since == since => found,
            _ => match self.places.binary_search_by_key(&since, |it| it.since) {
                Ok(position) => position,
                Err(_) => return false,
            },
        };
        if position < self.off.get().0 {
            self.off.set((0, SimTime::NEVER));
        }
        let place = &mut self.places[position];
        let was_here = !place.is_empty;
        if was_here && position < NEAR {
            // The few before take one step back: that is less than closing an empty place later.
            for before in (0..position).rev() {
                self.places.swap(before, before + 1);
            }
            self.places.pop_front();
            return true;
        }
        place.is_empty = true;
        self.empty += usize::from(was_here);
        if self.empty * 2 > self.places.len() {
            self.places.retain(|it| !it.is_empty);
            self.empty = 0;
            self.off.set((0, SimTime::NEVER));
        }
        was_here
    }

    #[inline]
    fn close_front(&mut self) {
        while self.empty > 0 && self.places.front().is_some_and(|it| it.is_empty) {
            self.places.pop_front();
            self.empty -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Chance;

    #[test]
    fn a_thousand_comings_and_goings_leave_the_order_of_a_sorted_list() {
        let mut chance = Chance::keyed(&[5]);
        let (mut queue, mut sorted) = (IdleQueue::default(), Vec::<(Since, AgentId)>::new());
        let mut known: Vec<Option<Since>> = vec![None; 20];
        for step in 0..2_000 {
            let agent = chance.below(20) as u32;
            let slot = &mut known[agent as usize];
            match slot.take() {
                Some(since) if chance.below(2) == 0 => {
                    let was_here = sorted.iter().any(|it| it.0 == since);
                    assert_eq!(queue.remove(AgentId(agent), since), was_here);
                    sorted.retain(|it| it.0 != since);
                    // Some come back at once, as idle as before.
                    if chance.below(3) == 0 {
                        queue.insert(AgentId(agent), since);
                        sorted.push((since, AgentId(agent)));
                        *slot = Some(since);
                    }
                }
                Some(since) => *slot = Some(since),
                None => {
                    let since = (SimTime::from_ticks(step / 8), agent);
                    queue.insert(AgentId(agent), since);
                    sorted.push((since, AgentId(agent)));
                    *slot = Some(since);
                }
            }
            sorted.sort_unstable_by_key(|it| it.0);
            let order: Vec<AgentId> = sorted.iter().map(|it| it.1).collect();
            assert_eq!(queue.iter().collect::<Vec<_>>(), order);
            assert_eq!(
                (queue.front(), queue.is_empty()),
                (order.first().copied(), order.is_empty())
            );
            // Some are at work in turns, and some can never take it.
            let turn = step / 64;
            let can_take = |it: AgentId| match it.0 {
                it if (turn + i64::from(it)) % 3 == 0 => {
                    CanTake::NotBefore(SimTime::from_ticks((turn + 1) * 64))
                }
                it if it % 5 == 0 => CanTake::Never,
                _ => CanTake::Now,
            };
            let mut able = order.iter().filter(|it| matches!(can_take(**it), CanTake::Now));
            let asked_at = SimTime::from_ticks(step);
            assert_eq!(queue.first(asked_at, can_take), able.next().copied());
        }
    }
}
