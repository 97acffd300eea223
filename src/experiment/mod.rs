//! Numbers of many replications, as estimates.
//!
//! Knows numbers and columns, not what a department is: whatever can be run by its number
//! can be replicated, estimated and compared here.

mod caution;
mod caution_rules;
mod estimate;
mod fold;
mod outcome;
mod precision;
mod replicate;
mod study;

pub use caution::Caution;
pub use estimate::Estimate;
pub(crate) use fold::{PolicyHead, fold_readings, mean_over_months};
pub use outcome::{Comparison, Outcome, PolicyOutcome};
pub use precision::{Precision, Width};
pub use replicate::replicate;
pub use study::{Extent, Replications, run_policies};
