//! Estimates, as decisions.
//!
//! The statistics work on numbers and closures and know nothing of departments: [`breakeven`],
//! [`certificate`], [`date`], [`information`], [`newsvendor`], [`ranking`], [`sobol`], [`tornado`], and the queueing
//! formulas [`erlang`] and [`single_agent`]. The planner asks them about simulated departments.

pub(crate) mod answer;
pub(crate) mod between;
pub(crate) mod breakeven;
mod capacity;
pub(crate) mod certificate;
pub(crate) mod claims;
pub(crate) mod consistency;
mod curve;
pub(crate) mod date;
pub(crate) mod decision;
pub(crate) mod evidence;
pub(crate) mod facts;
pub(crate) mod goal;
mod hard;
pub(crate) mod information;
mod interval;
pub(crate) mod lab;
pub(crate) mod lattice;
mod mend;
pub(crate) mod months;
pub(crate) mod moves;
pub(crate) mod need;
pub(crate) mod newsvendor;
pub(crate) mod offered;
pub(crate) mod promises;
pub(crate) mod search;
pub(crate) mod seen;
pub(crate) mod sensitivity;
pub(crate) mod sobol;
pub(crate) mod tornado;
pub(crate) mod tradeoff;
pub(crate) mod trigger;
pub(crate) mod turning;
pub(crate) mod volume;
pub(crate) mod watch;

#[cfg(test)]
mod toy;
#[cfg(test)]
mod whole_tests;

pub(crate) use interval::Interval;
