//! Queues: where items wait for a role, most urgent first, then in the order they joined.
//!
//! A desk has a ring for every level of urgency, twice: for work that can begin at any time, and for
//! appointments (work that must fit into one day, joint work), which begin when the day allows.
//! Under the earliest-due-date discipline the same rings hold a heap instead.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// A waiting item: what it is ordered by, and which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiting {
    /// Lower goes first among items of one level: when it joined, or when it is due.
    pub order: u64,
    /// The item.
    pub item: u32,
}

/// The items of one desk of one kind.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    rings: Vec<Ring>,
    /// Bit l: the ring of level l holds something.
    pub waiting: u64,
    len: usize,
}

#[derive(Clone, Debug)]
enum Ring {
    InOrder(VecDeque<Waiting>),
    ByDue(BinaryHeap<Reverse<Waiting>>),
}

impl Queue {
    /// An empty queue with so many levels.
    pub fn new(levels: usize, by_due: bool) -> Self {
        let ring = if by_due {
            Ring::ByDue(BinaryHeap::new())
        } else {
            Ring::InOrder(VecDeque::new())
        };
        Self {
            rings: vec![ring; levels],
            waiting: 0,
            len: 0,
        }
    }

    /// Forgets everything, keeping the memory.
    pub fn clear(&mut self) {
        for ring in &mut self.rings {
            match ring {
                Ring::InOrder(ring) => ring.clear(),
                Ring::ByDue(ring) => ring.clear(),
            }
        }
        self.waiting = 0;
        self.len = 0;
    }

    /// How many items wait.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// An item joins at the tail.
    #[inline]
    pub fn push(&mut self, level: u8, waiting: Waiting) {
        self.waiting |= 1 << level;
        self.len += 1;
        match &mut self.rings[usize::from(level)] {
            Ring::InOrder(ring) => ring.push_back(waiting),
            Ring::ByDue(ring) => ring.push(Reverse(waiting)),
        }
    }

    /// An item that was in hand goes to the front.
    pub fn put_back(&mut self, level: u8, item: u32, due: u64) {
        self.waiting |= 1 << level;
        self.len += 1;
        match &mut self.rings[usize::from(level)] {
            // Before all equals, be they of this ring or of another.
            Ring::InOrder(ring) => ring.push_front(Waiting { order: 0, item }),
            Ring::ByDue(ring) => ring.push(Reverse(Waiting { order: due, item })),
        }
    }

    /// The first of a level.
    #[inline]
    pub fn first(&self, level: u8) -> Option<Waiting> {
        match &self.rings[usize::from(level)] {
            Ring::InOrder(ring) => ring.front().copied(),
            Ring::ByDue(ring) => ring.peek().map(|it| it.0),
        }
    }

    /// Takes the first of a level.
    #[inline]
    pub fn pop(&mut self, level: u8) -> Option<Waiting> {
        let (first, empty) = match &mut self.rings[usize::from(level)] {
            Ring::InOrder(ring) => (ring.pop_front(), ring.is_empty()),
            Ring::ByDue(ring) => (ring.pop().map(|it| it.0), ring.is_empty()),
        };
        if empty {
            self.waiting &= !(1 << level);
        }
        self.len -= usize::from(first.is_some());
        first
    }

    /// Takes an item that stands within the first few of its level (only the first, when by due date).
    pub fn take(&mut self, level: u8, position: usize) -> Option<Waiting> {
        if position == 0 {
            return self.pop(level);
        }
        let Ring::InOrder(ring) = &mut self.rings[usize::from(level)] else {
            return None;
        };
        let taken = ring.remove(position);
        self.len -= usize::from(taken.is_some());
        taken
    }

    /// The item at a position of a level (only the first, when by due date).
    pub fn nth(&self, level: u8, position: usize) -> Option<Waiting> {
        match &self.rings[usize::from(level)] {
            Ring::InOrder(ring) => ring.get(position).copied(),
            Ring::ByDue(ring) if position == 0 => ring.peek().map(|it| it.0),
            Ring::ByDue(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(order: u64) -> Waiting {
        Waiting {
            order,
            item: order as u32,
        }
    }

    #[test]
    fn work_put_back_goes_before_what_waits() {
        let mut queue = Queue::new(2, false);
        queue.push(1, waiting(5));
        queue.put_back(1, 9, 0);
        assert_eq!(queue.pop(1).map(|it| it.item), Some(9));
        assert_eq!(queue.pop(1).map(|it| it.item), Some(5));
        assert_eq!((queue.waiting, queue.len()), (0, 0));
    }

    #[test]
    fn by_due_date_the_earliest_goes_first_whenever_it_joined() {
        let mut queue = Queue::new(1, true);
        queue.push(0, waiting(7));
        queue.push(0, waiting(3));
        assert_eq!(queue.first(0).map(|it| it.order), Some(3));
        assert_eq!(queue.pop(0).map(|it| it.order), Some(3));
        assert_eq!(queue.waiting, 1);
    }
}
