//! Moves any model through time; has never heard of a ticket.
//!
//! A model has two kinds of future. A *timer* is a moment that belongs to something that exists
//! all along (an agent's completion, a source's next arrival): it has at most one pending moment,
//! and setting it again replaces that moment. An *event* happens once, and any number may be pending.

mod arena;
mod future;
mod timers;

pub(crate) use arena::Arena;
pub(crate) use future::Next;
pub use future::{FutureEvents, Ranked};
pub(crate) use timers::Timers;

use crate::time::SimTime;

/// A system that can be moved through time.
pub trait Model {
    /// What may happen once.
    type Event: Copy + Ranked;

    /// A timer has come.
    fn timer(&mut self, timer: usize, future: &mut FutureEvents<Self::Event>);

    /// An event has come.
    fn event(&mut self, event: Self::Event, future: &mut FutureEvents<Self::Event>);
}

/// Runs `model` until `end`, or until nothing is left to happen.
pub fn run<M: Model>(model: &mut M, future: &mut FutureEvents<M::Event>, end: SimTime) {
    assert!(end <= future.end(), "too many timers for so long a run");
    future.pause_at(end);
    while let Some(next) = future.next_before(end) {
        match next {
            Next::Timer(timer) => model.timer(timer, future),
            Next::Event(event) => model.event(event, future),
        }
    }
}
