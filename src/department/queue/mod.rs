//! Queues: waiting items and free agents are brought together.
//!
//! Knows in which order items wait, who takes which one, and which work gives way to which. Does
//! not know where items come from, or where they go when the work is done.

mod appointment;
mod assignment;
mod chats;
mod choice;
mod hours_worked;
mod openings;
mod pool;
mod priority_queue;

pub(crate) use hours_worked::by_calendar;
pub(crate) use priority_queue::{BEFORE_ALL, Queue, Waiting};
