//! Timers: a fixed set of slots with at most one pending moment each, and the earliest of them.
//!
//! A tree of nodes with four children: setting a slot hands the earliest of four moments on towards
//! the root, so that a re-set needs no search and leaves nothing stale behind. Of equal moments the
//! lower slot comes first.

use crate::time::SimTime;

/// The pending moments of a set of slots.
#[derive(Clone, Debug)]
pub(crate) struct Timers {
    /// The first orders below the four children of each node; the root is node 1, and the
    /// children of node n are the nodes 4n − 2 to 4n + 1.
    nodes: Vec<[Order; 4]>,
    /// Slots there is room for: a power of four. They stand in the last nodes.
    room: usize,
    /// What a tick counts in an order: a power of two above every slot's number; and its logarithm.
    unit: Order,
    bits: u32,
    /// What a slot's number lacks to its number among all children.
    offset: usize,
    first: Order,
    /// The moment of the first.
    earliest: SimTime,
    end: SimTime,
}

/// A moment, then the number of the slot in the lowest bits: one comparison orders two timers.
type Order = u64;

/// The order of what is not pending.
const NOTHING: Order = Order::MAX;

impl Timers {
    /// No slot is pending.
    pub(crate) fn new(slots: usize) -> Self {
        let mut timers = Self {
            nodes: Vec::new(),
            room: 4,
            unit: 2,
            bits: 1,
            offset: 0,
            first: NOTHING,
            earliest: SimTime::NEVER,
            end: SimTime::NEVER,
        };
        timers.reset(slots);
        timers
    }

    /// Forgets every pending moment, and has room for at least `slots`.
    pub(crate) fn reset(&mut self, slots: usize) {
        while self.room < slots {
            self.room *= 4;
        }
        self.unit = slots.max(2).next_power_of_two() as Order;
        self.bits = self.unit.ilog2();
        // All nodes above the slots: 1 + 4 + 16 + …, counted from 1.
        let nodes = (self.room - 1) / 3;
        self.offset = 4 + nodes * 4 - self.room;
        self.nodes.clear();
        self.nodes.resize(nodes + 1, [NOTHING; 4]);
        self.first = NOTHING;
        self.end = moment(NOTHING, self.bits).min(SimTime::NEVER);
        self.earliest = self.end;
    }

    /// Makes room for at least `slots`, keeping what is pending.
    pub(crate) fn grow(&mut self, slots: usize) {
        if slots as Order > self.unit {
            let (pending, bits) = (self.nodes[self.offset / 4..].concat(), self.bits);
            self.reset(slots);
            for (slot, it) in pending.into_iter().enumerate().take(1 << bits) {
                self.set(slot, moment(it, bits));
            }
        }
    }

    /// Moments from here on are one and the same, as good as never: years away for thousands of
    /// slots, millennia for a few.
    #[inline(always)]
    pub(crate) fn end(&self) -> SimTime {
        self.end
    }

    /// Sets the moment of a slot; [`SimTime::NEVER`] clears it.
    #[inline(always)]
    pub(crate) fn set(&mut self, slot: usize, at: SimTime) {
        let mut first = at.min(self.end).ticks() as Order * self.unit + slot as Order;
        let mut child = self.offset + slot;
        loop {
            let (node, own) = (child / 4, child % 4);
            let it = &mut self.nodes[node];
            // Read before it is written: what was just stored would have to be waited for.
            let before = *it;
            it[own] = first;
            let other = |child: usize| if child == own { NOTHING } else { before[child] };
            first = first.min(other(0).min(other(1))).min(other(2).min(other(3)));
            if node <= 1 {
                break;
            }
            child = node + 2;
            if self.nodes[child / 4][child % 4] == first {
                return; // Nothing changes from here to the root.
            }
        }
        self.first = first;
        self.earliest = moment(first, self.bits);
    }

    /// The earliest pending moment; the [end](Self::end) when nothing is pending.
    #[inline(always)]
    pub(crate) fn earliest(&self) -> SimTime {
        self.earliest
    }

    /// The slot of the earliest pending moment.
    #[inline(always)]
    pub(crate) fn first(&self) -> usize {
        (self.first & (self.unit - 1)) as usize
    }
}

#[inline(always)]
fn moment(order: Order, bits: u32) -> SimTime {
    SimTime::from_ticks((order >> bits) as i64)
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
    fn the_first_of_many_is_that_of_a_list() {
        let mut chance = 1_u64;
        for slots in [1, 4, 5, 16, 17, 70] {
            let mut timers = Timers::new(slots);
            let mut list = vec![SimTime::NEVER; slots];
            for _ in 0..500 {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let slot = (chance >> 33) as usize % slots;
                let at = SimTime::from_ticks((chance >> 60) as i64);
                timers.set(slot, at);
                list[slot] = at;
                let first = (0..slots).min_by_key(|&slot| list[slot]);
                assert_eq!(Some(timers.first()), first);
                assert_eq!(Some(timers.earliest()), first.map(|slot| list[slot]));
            }
        }
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
    fn growing_is_the_same_after_a_larger_run() {
        let mut timers = Timers::new(70);
        timers.reset(2);
        timers.set(1, SimTime::from_ticks(3));
        timers.grow(5);
        timers.set(4, SimTime::NEVER);
        assert_eq!((timers.earliest(), timers.first()), (SimTime::from_ticks(3), 1));
        timers.set(1, SimTime::NEVER);
        assert_eq!(timers.earliest(), timers.end());
    }

    #[test]
    fn thousands_of_slots_leave_room_for_many_years() {
        let mut timers = Timers::new(4_096);
        let at = SimTime::midnight(50 * 365);
        assert!(at < timers.end());
        timers.set(4_095, at);
        assert_eq!((timers.earliest(), timers.first()), (at, 4_095));
    }

    #[test]
    fn nothing_pending_is_never() {
        let timers = Timers::new(3);
        assert_eq!(timers.earliest(), timers.end());
    }
}
