//! Timers: a fixed set of slots with at most one pending moment each, and the earliest of them.
//!
//! A tree of pairs: setting a slot hands the earlier of two moments on towards the root, so that a
//! re-set needs no search and leaves nothing stale behind. Of equal moments the lower slot comes first.

use crate::time::SimTime;

/// The pending moments of a set of slots.
#[derive(Clone, Debug)]
pub struct Timers {
    /// The earliest moments below the two children of each node; the root is node 1.
    pairs: Vec<[SimTime; 2]>,
    /// Slots there is room for: a power of two. The children of the last nodes.
    leaves: usize,
    earliest: SimTime,
}

impl Timers {
    /// No slot is pending.
    pub fn new(slots: usize) -> Self {
        let mut timers = Self {
            pairs: Vec::new(),
            leaves: 2,
            earliest: SimTime::NEVER,
        };
        timers.reset(slots);
        timers
    }

    /// Forgets every pending moment, and has room for at least `slots`.
    pub fn reset(&mut self, slots: usize) {
        self.leaves = self.leaves.max(slots.next_power_of_two());
        self.pairs.clear();
        self.pairs.resize(self.leaves, [SimTime::NEVER; 2]);
        self.earliest = SimTime::NEVER;
    }

    /// Makes room for at least `slots`, keeping what is pending.
    pub fn grow(&mut self, slots: usize) {
        if slots > self.leaves {
            let pending: Vec<SimTime> = self.pairs[self.leaves / 2..].concat();
            self.reset(slots);
            for (slot, at) in pending.into_iter().enumerate() {
                self.set(slot, at);
            }
        }
    }

    /// Sets the moment of a slot; [`SimTime::NEVER`] clears it.
    #[inline]
    pub fn set(&mut self, slot: usize, at: SimTime) {
        let mut earliest = at;
        let mut node = self.leaves + slot;
        while node > 1 {
            let pair = &mut self.pairs[node / 2];
            pair[node % 2] = earliest;
            earliest = pair[0].min(pair[1]);
            node /= 2;
        }
        self.earliest = earliest;
    }

    /// The earliest pending moment; `NEVER` when nothing is pending.
    #[inline]
    pub fn earliest(&self) -> SimTime {
        self.earliest
    }

    /// The slot of the earliest pending moment.
    #[inline]
    pub fn first(&self) -> usize {
        let mut node = 1;
        while node < self.leaves {
            let [left, right] = self.pairs[node];
            node = 2 * node + usize::from(right < left);
        }
        node - self.leaves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_comes_first_and_of_equals_the_lower_slot() {
        let mut timers = Timers::new(5);
        timers.set(4, SimTime::from_ticks(7));
        timers.set(2, SimTime::from_ticks(9));
        assert_eq!((timers.earliest(), timers.first()), (SimTime::from_ticks(7), 4));
        timers.set(1, SimTime::from_ticks(7));
        assert_eq!((timers.earliest(), timers.first()), (SimTime::from_ticks(7), 1));
        timers.set(1, SimTime::NEVER);
        timers.set(4, SimTime::from_ticks(10));
        assert_eq!((timers.earliest(), timers.first()), (SimTime::from_ticks(9), 2));
    }

    #[test]
    fn growing_keeps_what_is_pending() {
        let mut timers = Timers::new(2);
        timers.set(1, SimTime::from_ticks(3));
        timers.grow(9);
        timers.set(8, SimTime::from_ticks(2));
        assert_eq!((timers.earliest(), timers.first()), (SimTime::from_ticks(2), 8));
        timers.set(8, SimTime::NEVER);
        assert_eq!((timers.earliest(), timers.first()), (SimTime::from_ticks(3), 1));
    }

    #[test]
    fn nothing_pending_is_never() {
        assert_eq!(Timers::new(3).earliest(), SimTime::NEVER);
    }
}
