//! Numbers of many replications, as estimates.
//!
//! Knows numbers and columns, not what a department is: whatever can be run by its number
//! can be replicated, estimated and compared here.

mod caution;
mod compare;
mod estimate;
mod fold;
mod moments;
mod outcome;
mod precision;
mod proportion;
mod quantile;
mod replicate;
mod study;

pub use caution::Caution;
pub use compare::Difference;
pub(crate) use compare::paired;
pub use estimate::Estimate;
pub(crate) use estimate::Kind;
pub(crate) use fold::{PolicyHead, fold_readings, mean_over_months};
pub(crate) use moments::{CONFIDENCE, Moments, t_quantile};
pub use outcome::{Comparison, Outcome, PolicyOutcome};
pub use precision::{Precision, Width};
pub(crate) use proportion::{clopper_pearson, lower_bound};
pub(crate) use quantile::{quantile, quantile_of};
pub use replicate::replicate;
pub use study::{Extent, Replications, run_policies};
