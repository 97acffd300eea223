//! Queues: where items wait for a role, most urgent first, then in the order they joined.
//!
//! A queue point has a ring for every level of urgency, twice: for work that can begin at any time,
//! and for appointments (work that must fit into one day, joint work), which begin when the day
//! allows. Under the earliest-due-date discipline they are heaps instead.

use crate::department::layout::Layout;
use crate::scenario::{Discipline, Scenario};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Less than what orders any item that joins: below it there is room for those that are put back.
pub(crate) const BEFORE_ALL: u64 = 1 << 40;

/// A waiting item: what it is ordered by among those of its level, and which it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Waiting {
    /// When it is due, where that decides: earlier goes first. Zero where it does not.
    pub(crate) due: u64,
    /// When it joined, as a number that orders: of equals the lower goes first.
    pub(crate) joined: u64,
    /// The item.
    pub(crate) item: u32,
}

/// The items of one queue point of one kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    /// By level; in use unless due dates decide.
    rings: Vec<Ring>,
    /// By level; none unless due dates decide.
    heaps: Vec<BinaryHeap<Reverse<Waiting>>>,
    /// Bit l: level l holds something.
    pub(crate) waiting: u64,
    /// How many items were put back.
    put_back: u64,
}

impl Queue {
    /// An empty queue of a department.
    pub(crate) fn of(scenario: &Scenario, layout: &Layout) -> Self {
        Self::new(layout.levels.len(), scenario.discipline == Discipline::EarliestDue)
    }

    /// The same with so many levels.
    fn new(levels: usize, by_due: bool) -> Self {
        Self {
            rings: vec![Ring::default(); levels],
            heaps: vec![BinaryHeap::new(); if by_due { levels } else { 0 }],
            waiting: 0,
            put_back: 0,
        }
    }

    /// Forgets everything, keeping the memory.
    pub(crate) fn clear(&mut self) {
        self.rings.iter_mut().for_each(Ring::clear);
        self.heaps.iter_mut().for_each(BinaryHeap::clear);
        (self.waiting, self.put_back) = (0, 0);
    }

    /// Whether nothing waits.
    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting == 0
    }

    /// How many items wait.
    pub(crate) fn len(&self) -> usize {
        let in_order: usize = self.rings.iter().map(Ring::len).sum();
        let by_due: usize = self.heaps.iter().map(BinaryHeap::len).sum();
        in_order + by_due
    }

    /// An item joins at the tail.
    #[inline(always)]
    pub(crate) fn push(&mut self, level: u8, waiting: Waiting) {
        self.waiting |= 1 << level;
        if self.heaps.is_empty() {
            self.rings[usize::from(level)].push_back(waiting);
        } else {
            self.heaps[usize::from(level)].push(Reverse(waiting));
        }
    }

    /// Items join that came a while ago, in order: each behind whatever goes before it.
    pub(crate) fn push_late(&mut self, level: u8, late: &[Waiting]) {
        for &waiting in late {
            self.push(level, waiting);
        }
        if self.heaps.is_empty() {
            self.rings[usize::from(level)].merge_last(late);
        }
    }

    /// An item that was in hand goes to the front.
    pub(crate) fn put_back(&mut self, level: u8, item: u32, due: u64) {
        // Before all equals, be they of this level or of another, and those put back sooner.
        self.put_back += 1;
        let due = if self.heaps.is_empty() { 0 } else { due };
        let waiting = Waiting { due, joined: BEFORE_ALL - self.put_back, item };
        self.waiting |= 1 << level;
        if self.heaps.is_empty() {
            self.rings[usize::from(level)].push_front(waiting);
        } else {
            self.heaps[usize::from(level)].push(Reverse(waiting));
        }
    }

    /// The first of a level.
    #[inline]
    pub(crate) fn first(&self, level: u8) -> Option<Waiting> {
        self.nth(level, 0)
    }

    /// Takes the first of a level.
    #[inline]
    pub(crate) fn pop(&mut self, level: u8) -> Option<Waiting> {
        if self.heaps.is_empty() {
            return self.pop_in_order(level);
        }
        let heap = &mut self.heaps[usize::from(level)];
        let first = heap.pop();
        if heap.is_empty() {
            self.waiting &= !(1 << level);
        }
        first.map(|it| it.0)
    }

    /// Takes the first of the most urgent level.
    pub(crate) fn pop_any(&mut self) -> Option<Waiting> {
        (!self.is_empty()).then(|| self.pop(self.waiting.trailing_zeros() as u8)).flatten()
    }

    /// The same where due dates do not decide.
    #[inline(always)]
    pub(crate) fn pop_in_order(&mut self, level: u8) -> Option<Waiting> {
        let ring = &mut self.rings[usize::from(level)];
        let first = ring.pop_front();
        if ring.len == 0 {
            self.waiting &= !(1 << level);
        }
        first
    }

    /// Takes an item that stands within the first few of its level (only the first, when by due
    /// date).
    pub(crate) fn take(&mut self, level: u8, position: usize) -> Option<Waiting> {
        if position == 0 {
            return self.pop(level);
        }
        // Empty when due dates decide.
        self.rings[usize::from(level)].remove(position)
    }

    /// Takes an item from wherever it stands in its level, by when it joined.
    pub(crate) fn remove(&mut self, level: u8, joined: u64, item: u32) {
        let place = usize::from(level);
        let is_empty = match self.heaps.get_mut(place) {
            Some(heap) => {
                heap.retain(|it| it.0.item != item);
                heap.is_empty()
            }
            None => {
                let ring = &mut self.rings[place];
                ring.remove_ordered(Waiting { due: 0, joined, item });
                ring.len == 0
            }
        };
        if is_empty {
            self.waiting &= !(1 << level);
        }
    }

    /// The item at a position of a level (only the first, when by due date).
    pub(crate) fn nth(&self, level: u8, position: usize) -> Option<Waiting> {
        match self.heaps.get(usize::from(level)) {
            None => self.rings[usize::from(level)].get(position),
            Some(heap) if position == 0 => heap.peek().map(|it| it.0),
            Some(_) => None,
        }
    }
}

/// Items in a row. Its places are a power of two, so that the row may go round their end.
#[derive(Clone, Debug, Default)]
struct Ring {
    places: Vec<Waiting>,
    first: usize,
    len: usize,
}

impl Ring {
    fn clear(&mut self) {
        self.len = 0;
    }

    fn len(&self) -> usize {
        self.len
    }

    #[inline]
    fn place(&self, position: usize) -> usize {
        self.first.wrapping_add(position) & self.places.len().wrapping_sub(1)
    }

    fn get(&self, position: usize) -> Option<Waiting> {
        (position < self.len).then(|| self.places[self.place(position)])
    }

    #[inline(always)]
    fn push_back(&mut self, waiting: Waiting) {
        if self.len == self.places.len() {
            self.grow();
        }
        let place = self.place(self.len);
        self.places[place] = waiting;
        self.len += 1;
    }

    fn push_front(&mut self, waiting: Waiting) {
        if self.len == self.places.len() {
            self.grow();
        }
        self.first = self.place(usize::MAX);
        self.places[self.first] = waiting;
        self.len += 1;
    }

    #[inline(always)]
    fn pop_front(&mut self) -> Option<Waiting> {
        if self.len == 0 {
            return None;
        }
        let first = self.places[self.first];
        self.first = self.place(1);
        self.len -= 1;
        Some(first)
    }

    /// Moves the last items, which are in order and given, to their places among the ones before.
    fn merge_last(&mut self, late: &[Waiting]) {
        let mut before = self.len - late.len();
        let mut to = self.len;
        for &waiting in late.iter().rev() {
            while before > 0 && self.places[self.place(before - 1)].joined > waiting.joined {
                let (from, place) = (self.place(before - 1), self.place(to - 1));
                self.places[place] = self.places[from];
                before -= 1;
                to -= 1;
            }
            let place = self.place(to - 1);
            self.places[place] = waiting;
            to -= 1;
        }
    }

    /// Takes an item from near the front: those before it move up.
    fn remove(&mut self, position: usize) -> Option<Waiting> {
        let taken = self.get(position)?;
        for before in (0..position).rev() {
            let (from, to) = (self.place(before), self.place(before + 1));
            self.places[to] = self.places[from];
        }
        self.pop_front();
        Some(taken)
    }

    /// Takes an item from anywhere: the others of its half of the row move up to it.
    fn remove_ordered(&mut self, wanted: Waiting) {
        // The first that does not go before it: the row is in order.
        let (mut position, mut after) = (0, self.len);
        while position < after {
            let middle = position + (after - position) / 2;
            match self.places[self.place(middle)].joined < wanted.joined {
                true => position = middle + 1,
                false => after = middle,
            }
        }
        while self.get(position).is_some_and(|it| it != wanted) {
            position += 1;
        }
        if 2 * position < self.len {
            self.remove(position);
        } else if position < self.len {
            for next in position + 1..self.len {
                let (from, to) = (self.place(next), self.place(next - 1));
                self.places[to] = self.places[from];
            }
            self.len -= 1;
        }
    }

    #[cold]
    fn grow(&mut self) {
        self.places.rotate_left(self.first);
        self.first = 0;
        self.places.resize((2 * self.len).max(8), Waiting::default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(joined: u64) -> Waiting {
        Waiting { due: 0, joined: BEFORE_ALL + joined, item: joined as u32 }
    }

    /// What an item is ordered by, from the first that may join on.
    fn order(it: Waiting) -> i64 {
        it.joined as i64 - BEFORE_ALL as i64
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
    fn a_ring_keeps_the_order_of_a_list() {
        let (mut ring, mut list) = (Ring::default(), std::collections::VecDeque::new());
        let mut chance = crate::random::Chance::keyed(&[8]);
        for order in 0..5_000 {
            match chance.below(5) {
                0 | 1 => {
                    ring.push_back(waiting(order));
                    list.push_back(waiting(order));
                }
                2 => {
                    ring.push_front(waiting(order));
                    list.push_front(waiting(order));
                }
                3 => assert_eq!(ring.pop_front(), list.pop_front()),
                _ => assert_eq!(ring.remove(3), list.remove(3)),
            }
            assert_eq!(ring.len(), list.len());
            assert_eq!(ring.get(2), list.get(2).copied());
        }
    }

    #[test]
    fn whoever_gives_up_leaves_the_others_in_order() {
        let mut chance = crate::random::Chance::keyed(&[9]);
        for by_due in [false, true] {
            let (mut queue, mut list) = (Queue::new(1, by_due), Vec::new());
            for order in 0..3_000 {
                if chance.below(5) < 3 {
                    queue.push(0, waiting(order));
                    list.push(order);
                } else if !list.is_empty() && chance.below(2) == 0 {
                    assert_eq!(queue.pop(0), Some(waiting(list.remove(0))));
                } else if !list.is_empty() {
                    let gone = list.remove(chance.below(list.len() as u64) as usize);
                    queue.remove(0, waiting(gone).joined, gone as u32);
                }
                assert_eq!((queue.len(), queue.waiting), (list.len(), u64::from(!list.is_empty())));
            }
        }
    }

    #[test]
    fn late_items_take_their_places_among_the_others() {
        let mut queue = Queue::new(1, false);
        queue.put_back(0, 0, 0);
        for joined in [4, 9, 20, 21] {
            queue.push(0, waiting(joined));
        }
        queue.push_late(0, &[2, 5, 6, 22].map(waiting));
        queue.push_late(0, &[30].map(waiting));
        queue.push_late(0, &[]);
        let order = std::iter::from_fn(|| queue.pop(0).map(order));
        assert_eq!(order.collect::<Vec<_>>(), [-1, 2, 4, 5, 6, 9, 20, 21, 22, 30]);
    }

    #[test]
    fn by_due_date_the_earliest_goes_first_and_of_equals_whoever_joined_first() {
        let mut queue = Queue::new(1, true);
        for (due, joined) in [(7, 1), (3, 3), (3, 2)] {
            queue.push(0, Waiting { due, ..waiting(joined) });
        }
        // Whatever their numbers are, the last that is put back goes first, as where due dates do not decide.
        queue.put_back(0, 5, 3);
        queue.put_back(0, 8, 3);
        assert_eq!(queue.first(0).map(|it| it.item), Some(8));
        let order = std::iter::from_fn(|| queue.pop(0).map(|it| (it.due, order(it))));
        assert_eq!(order.collect::<Vec<_>>(), [(3, -2), (3, -1), (3, 2), (3, 3), (7, 1)]);
        assert_eq!(queue.waiting, 0);
    }
}
