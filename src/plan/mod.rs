//! Estimates, as decisions.
//!
//! The statistics work on numbers and closures and know nothing of departments: [`breakeven`],
//! [`certificate`], [`date`], [`information`], [`newsvendor`], [`ranking`], [`sobol`], [`tornado`], and the queueing
//! formulas [`erlang`] and [`single_agent`]. The planner asks them about simulated departments.

pub mod answer;
pub mod between;
pub mod breakeven;
mod capacity;
pub mod certificate;
pub mod claims;
pub mod consistency;
mod curve;
pub mod date;
pub mod decision;
pub mod erlang;
pub mod evidence;
pub mod facts;
pub mod goal;
mod hard;
pub mod information;
mod interval;
pub mod lab;
pub mod lattice;
mod mend;
pub mod months;
pub mod moves;
pub mod need;
pub mod newsvendor;
pub mod offered;
pub mod promises;
pub mod ranking;
pub mod search;
pub mod seen;
pub mod sensitivity;
pub mod single_agent;
pub mod sobol;
pub mod tornado;
pub mod tradeoff;
pub mod trigger;
pub mod turning;
pub mod volume;
pub mod watch;

#[cfg(test)]
mod toy;
#[cfg(test)]
mod whole_tests;

pub use interval::{Interval, jackknife};
