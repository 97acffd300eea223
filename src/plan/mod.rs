//! Estimates, as decisions: the statistics of planning.
//!
//! Everything here works on numbers and closures and knows nothing of departments.

pub mod certificate;
pub mod erlang;
mod interval;
pub mod newsvendor;
pub mod ranking;
pub mod single_agent;
#[cfg(test)]
mod toy;

pub use interval::{Interval, jackknife};
