//! What happened, as numbers of one replication.

mod catalogue;
mod column;
pub mod cost;
mod histogram;
mod money;
mod recorder;
mod simulator;

pub use catalogue::Catalogue;
pub use column::{Better, Column, Readings, Unit};
pub use recorder::{BySlot, Decided, Employed, Recorder, Sum};
pub use simulator::{Prepared, Simulator};
