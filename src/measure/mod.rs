//! What happened, as numbers of one replication.

mod catalogue;
mod column;
pub mod cost;
mod exposure;
mod histogram;
mod money;
pub mod offered;
mod recorder;
mod simulator;

pub use catalogue::Catalogue;
pub use column::{Better, Column, Readings, Unit};
pub use recorder::{BySlot, Decided, Employed, Recorder, Sum};
pub use simulator::{Prepared, Simulator};
