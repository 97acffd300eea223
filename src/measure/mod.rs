//! What happened, as numbers of one replication.

mod catalogue;
mod column;
pub(crate) mod cost;
mod exposure;
mod histogram;
mod late;
mod money;
pub(crate) mod offered;
mod page;
mod recorder;
mod simulator;
mod tally;

#[cfg(test)]
pub(crate) use column::Better;
pub use column::Readings;
pub(crate) use column::{Column, Unit};
pub(crate) use recorder::Recorder;
pub use simulator::Prepared;
pub(crate) use simulator::Simulator;
pub(crate) use tally::{Decided, Sum};
