//! What happened, as numbers of one replication.

mod column;

pub use column::{Better, Column, Readings, Unit};
