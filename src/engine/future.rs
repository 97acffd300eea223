//! The future: the timers, the future event list and the clock.

use super::Timers;
use crate::time::SimTime;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// An order among things that happen at the same moment.
pub trait Ranked {
    /// Lower happens first; of equals, whatever was scheduled first.
    fn rank(&self) -> u8;
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next<E> {
    /// A timer has come (and is no longer pending).
    Timer(usize),
    Event(E),
}

/// Everything that is going to happen, and the clock.
#[derive(Clone, Debug)]
pub struct FutureEvents<E> {
    now: SimTime,
    timers: Timers,
    /// Timers below this slot go before simultaneous events, the others after them.
    before_events: usize,
    heap: BinaryHeap<Reverse<Scheduled<E>>>,
    /// When the first event happens.
    event_at: SimTime,
    /// When the run pauses.
    pause: SimTime,
    scheduled: u64,
}

/// Time, rank and age in one number, so that one comparison orders two events.
#[derive(Clone, Copy, Debug)]
struct Scheduled<E> {
    order: u128,
    event: E,
}

impl<E> PartialEq for Scheduled<E> {
    fn eq(&self, other: &Self) -> bool {
        self.order == other.order
    }
}
impl<E> Eq for Scheduled<E> {}
impl<E> PartialOrd for Scheduled<E> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<E> Ord for Scheduled<E> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order.cmp(&other.order)
    }
}

impl<E: Copy + Ranked> Default for FutureEvents<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: Copy + Ranked> FutureEvents<E> {
    /// Nothing is going to happen, and the clock is at the origin.
    pub fn new() -> Self {
        Self {
            now: SimTime::ZERO,
            timers: Timers::new(2),
            before_events: 0,
            heap: BinaryHeap::new(),
            event_at: SimTime::NEVER,
            pause: SimTime::ZERO,
            scheduled: 0,
        }
    }

    /// Forgets everything, keeping the memory. Timers below `before_events` go before simultaneous
    /// events, the other ones of `timers` after them.
    pub fn reset(&mut self, timers: usize, before_events: usize) {
        self.now = SimTime::ZERO;
        self.timers.reset(timers);
        self.before_events = before_events;
        self.heap.clear();
        self.event_at = SimTime::NEVER;
        self.pause = SimTime::ZERO;
        self.scheduled = 0;
    }

    /// The current moment.
    #[inline]
    pub fn now(&self) -> SimTime {
        self.now
    }

    /// Makes room for at least `timers` timers.
    pub(crate) fn grow_timers(&mut self, timers: usize) {
        self.timers.grow(timers);
    }

    /// Clears all timers and numbers them anew; events stay.
    pub(crate) fn renumber_timers(&mut self, timers: usize, before_events: usize) {
        self.timers.reset(timers);
        self.before_events = before_events;
    }

    /// Sets or replaces the moment of a timer; [`SimTime::NEVER`] clears it.
    #[inline]
    pub fn set_timer(&mut self, timer: usize, at: SimTime) {
        debug_assert!(self.now <= at, "a timer cannot be set in the past");
        self.timers.set(timer, at);
    }

    /// Simultaneous events happen by rank, and by age within a rank.
    pub fn schedule(&mut self, at: SimTime, event: E) {
        assert!(self.now <= at, "an event cannot be scheduled in the past");
        let low = (u64::from(event.rank()) << 56) | self.scheduled;
        self.scheduled += 1;
        let order = (u128::from(at.ticks() as u64) << 64) | u128::from(low);
        self.heap.push(Reverse(Scheduled { order, event }));
        self.event_at = self.event_at.min(at);
    }

    /// The last moment that the clock can come to; nearer, the more timers there are.
    pub(crate) fn end(&self) -> SimTime {
        self.timers.end()
    }

    /// The run goes on until a moment, and pauses there.
    pub(super) fn pause_at(&mut self, end: SimTime) {
        self.pause = end;
    }

    /// Nothing happens before this moment but by the hand of whoever asks: the next timer or event,
    /// or the end of the run.
    #[inline(always)]
    pub(crate) fn quiet_until(&self) -> SimTime {
        self.timers.earliest().min(self.event_at).min(self.pause)
    }

    /// Moves the clock to a moment before which nothing happens, as Simula's `hold` does: what
    /// would be the next event needs not be one.
    #[inline(always)]
    pub(crate) fn hold(&mut self, until: SimTime) {
        debug_assert!(self.now <= until && until < self.quiet_until());
        self.now = until;
    }

    /// Moves the clock to whatever comes next, unless that lies at `end` or later.
    #[inline(always)]
    pub(crate) fn next_before(&mut self, end: SimTime) -> Option<Next<E>> {
        let at = self.timers.earliest();
        if at < end.min(self.event_at) {
            return Some(self.timer_at(at));
        }
        self.next_with_events(end)
    }

    /// The same, unless a timer comes before everything else.
    #[inline(never)]
    fn next_with_events(&mut self, end: SimTime) -> Option<Next<E>> {
        let (at, event_at) = (self.timers.earliest(), self.event_at);
        if at.min(event_at) >= end {
            return None;
        }
        if at == event_at && self.timers.first() < self.before_events {
            return Some(self.timer_at(at));
        }
        let Reverse(next) = self.heap.pop()?;
        self.now = event_at;
        self.event_at = self.heap.peek().map_or(SimTime::NEVER, |it| it.0.at());
        Some(Next::Event(next.event))
    }

    /// The first timer has come.
    ///
    /// It is not cleared here: almost every timer is set again at once, and playing the matches
    /// twice would cost as much as the rest of the loop. The model sets or clears it.
    #[inline(always)]
    fn timer_at(&mut self, at: SimTime) -> Next<E> {
        self.now = at;
        Next::Timer(self.timers.first())
    }
}

impl<E> Scheduled<E> {
    fn at(&self) -> SimTime {
        SimTime::from_ticks((self.order >> 64) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Letter(char, u8);
    impl Ranked for Letter {
        fn rank(&self) -> u8 {
            self.1
        }
    }

    fn at(ticks: i64) -> SimTime {
        SimTime::from_ticks(ticks)
    }

    #[test]
    fn simultaneous_events_happen_by_rank_then_by_age() {
        let mut future = FutureEvents::new();
        future.schedule(at(5), Letter('c', 1));
        future.schedule(at(5), Letter('a', 0));
        future.schedule(at(5), Letter('b', 0));
        future.schedule(at(4), Letter('z', 9));
        let order: Vec<char> = std::iter::from_fn(|| match future.next_before(at(6)) {
            Some(Next::Event(Letter(name, _))) => Some(name),
            _ => None,
        })
        .collect();
        assert_eq!(order, ['z', 'a', 'b', 'c']);
        assert_eq!(future.now(), at(5));
    }

    #[test]
    fn first_timers_go_before_simultaneous_events_and_the_others_after() {
        let mut future = FutureEvents::new();
        future.reset(2, 1);
        future.schedule(at(5), Letter('e', 0));
        future.set_timer(0, at(5));
        future.set_timer(1, at(5));
        assert_eq!(future.next_before(at(9)), Some(Next::Timer(0)));
        future.set_timer(0, SimTime::NEVER);
        assert_eq!(future.next_before(at(9)), Some(Next::Event(Letter('e', 0))));
        assert_eq!(future.next_before(at(9)), Some(Next::Timer(1)));
    }

    #[test]
    #[should_panic(expected = "in the past")]
    fn an_event_cannot_be_scheduled_in_the_past() {
        let mut future = FutureEvents::new();
        future.schedule(at(5), Letter('a', 0));
        future.next_before(at(6));
        future.schedule(at(4), Letter('b', 0));
    }

    #[test]
    fn nothing_happens_at_the_end_or_later() {
        let mut future = FutureEvents::new();
        future.schedule(at(5), Letter('a', 0));
        assert_eq!(future.next_before(at(5)), None);
    }
}
