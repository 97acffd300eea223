//! Estimates, as decisions: the statistics of planning.
//!
//! Everything here works on numbers and closures and knows nothing of departments: the search
//! for hire dates, the sensitivities and the claims ask these functions.

pub mod breakeven;
pub mod certificate;
pub mod consistency;
mod curve;
pub mod date;
pub mod erlang;
pub mod information;
mod interval;
pub mod newsvendor;
pub mod offered;
pub mod ranking;
pub mod single_agent;
pub mod sobol;
pub mod tornado;
#[cfg(test)]
mod toy;

pub use interval::{Interval, jackknife};
