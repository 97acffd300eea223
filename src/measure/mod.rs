//! What happened, as numbers of one replication.

mod catalogue;
mod clients;
mod column;
pub(crate) mod cost;
mod histogram;
mod history;
pub(crate) mod judge;
mod money;
mod readers;
mod recorder;
mod simulator;
mod tally;

pub(crate) use clients::revenue_lost;
pub use column::{Column, Readings};
pub(crate) use money::{paid, paid_to};
pub(crate) use recorder::Recorder;
pub use simulator::{Prepared, Simulator};
pub(crate) use tally::{Decided, Employed, Sum};
