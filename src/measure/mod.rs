//! What happened, as numbers of one replication.

mod catalogue;
mod column;
pub mod cost;
mod exposure;
mod histogram;
mod late;
mod money;
pub mod offered;
mod page;
mod recorder;
mod simulator;
mod tally;

pub use catalogue::Catalogue;
pub use column::{Better, Column, Readings, Unit};
pub use recorder::Recorder;
pub use simulator::{Prepared, Simulator};
pub use tally::{BySlot, Decided, Employed, Sum};
