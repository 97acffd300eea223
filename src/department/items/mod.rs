//! Items: how they arrive, what happens along their routes, and when their SLAs fall due.
//!
//! Knows streams, routes and SLA clocks. Does not know who works on an item, or when.

mod arrival_batch;
mod arrival_rate;
mod burst;
mod creation;
mod giving_up;
mod item;
mod route;
mod sla_clock;
mod sources;

pub(crate) use arrival_batch::{ArrivalContext, ArrivalSource, Origin};
pub(crate) use arrival_rate::{daily_shape, occurrences, rate_per_hour};
pub(crate) use burst::beginning;
pub(crate) use creation::ReopenedItem;
pub(crate) use item::{Item, Items, NOBODY};
pub(crate) use sla_clock::{PlainSla, SlaClock};
pub(crate) use sources::Sources;
