//! Timers: a fixed set of slots with at most one pending moment each, and the earliest of them.
//!
//! A winner tree: setting a slot plays the matches on its way to the root, so that a re-set needs
//! no search and leaves nothing stale behind. Of equal moments the lower slot comes first.

use crate::time::SimTime;

/// The pending moments of a set of slots.
#[derive(Clone, Debug)]
pub struct Timers {
    /// `tree[1]` is the winner; the leaves are the second half.
    tree: Vec<Entry>,
    leaves: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    at: SimTime,
    slot: u32,
}

impl Timers {
    /// No slot is pending.
    pub fn new(slots: usize) -> Self {
        let leaves = slots.next_power_of_two().max(2);
        let mut timers = Self {
            tree: Vec::with_capacity(2 * leaves),
            leaves,
        };
        timers.rebuild(&[]);
        timers
    }

    /// Forgets every pending moment, and has room for at least `slots`.
    pub fn reset(&mut self, slots: usize) {
        self.leaves = self.leaves.max(slots.next_power_of_two());
        self.rebuild(&[]);
    }

    /// Makes room for at least `slots`, keeping what is pending.
    pub fn grow(&mut self, slots: usize) {
        if slots > self.leaves {
            let pending: Vec<SimTime> = self.tree[self.leaves..].iter().map(|it| it.at).collect();
            self.leaves = slots.next_power_of_two();
            self.rebuild(&pending);
        }
    }

    fn rebuild(&mut self, pending: &[SimTime]) {
        self.tree.clear();
        let never = Entry {
            at: SimTime::NEVER,
            slot: 0,
        };
        self.tree.resize(2 * self.leaves, never);
        for slot in 0..self.leaves {
            let at = pending.get(slot).copied().unwrap_or(SimTime::NEVER);
            let slot_id = slot as u32;
            self.tree[self.leaves + slot] = Entry { at, slot: slot_id };
        }
        for node in (1..self.leaves).rev() {
            self.play(node);
        }
    }

    #[inline]
    fn play(&mut self, node: usize) {
        let (left, right) = (self.tree[2 * node], self.tree[2 * node + 1]);
        self.tree[node] = if right.at < left.at { right } else { left };
    }

    /// Sets the moment of a slot; [`SimTime::NEVER`] clears it.
    #[inline]
    pub fn set(&mut self, slot: usize, at: SimTime) {
        let mut node = self.leaves + slot;
        self.tree[node].at = at;
        while node > 1 {
            node /= 2;
            self.play(node);
        }
    }

    /// The earliest pending moment and its slot; `NEVER` when nothing is pending.
    #[inline]
    pub fn first(&self) -> (SimTime, usize) {
        let winner = self.tree[1];
        (winner.at, winner.slot as usize)
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
        assert_eq!(timers.first(), (SimTime::from_ticks(7), 4));
        timers.set(1, SimTime::from_ticks(7));
        assert_eq!(timers.first(), (SimTime::from_ticks(7), 1));
        timers.set(1, SimTime::NEVER);
        timers.set(4, SimTime::from_ticks(10));
        assert_eq!(timers.first(), (SimTime::from_ticks(9), 2));
    }

    #[test]
    fn growing_keeps_what_is_pending() {
        let mut timers = Timers::new(2);
        timers.set(1, SimTime::from_ticks(3));
        timers.grow(9);
        timers.set(8, SimTime::from_ticks(2));
        assert_eq!(timers.first(), (SimTime::from_ticks(2), 8));
        timers.set(8, SimTime::NEVER);
        assert_eq!(timers.first(), (SimTime::from_ticks(3), 1));
    }

    #[test]
    fn nothing_pending_is_never() {
        assert_eq!(Timers::new(3).first().0, SimTime::NEVER);
    }
}
