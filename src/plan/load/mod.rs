//! Load: what a scenario asks for before anything is simulated, by arithmetic with mean inputs.

pub(crate) mod consistency;
pub(crate) mod offered;
pub(crate) mod run_size;
