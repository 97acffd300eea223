//! The question, as the user asks it: from a file as written to a checked scenario.

mod driver;
mod model;

pub use model::*;
