//! Numbers of many replications, as estimates.
//!
//! [`run_policies`] runs every policy of a scenario in every replication under the same chance and
//! folds the readings, one replication at a time, into an [`Outcome`]: estimates by column and
//! month, and each policy compared with the first. [`cautions_of`] says why not to trust them yet;
//! it alone knows what a column means, by its measure.

mod caution;
mod estimate;
mod fold;
mod outcome;
mod precision;
mod replicate;
mod sliced;
mod study;

pub use caution::Caution;
pub(crate) use caution::{cautions_of, load_of};
pub use estimate::Estimate;
pub(crate) use estimate::{Kind, interval};
pub(crate) use fold::{PolicyHead, fold_readings, mean_over_months};
pub use outcome::{Comparison, Outcome, PolicyOutcome};
pub use precision::Precision;
pub use replicate::replicate;
pub(crate) use sliced::merge_policies;
pub use study::{Extent, Replications, run_policies};
pub(crate) use study::{GrowingStudy, columns_of, run_policies_watched, simulate_policies};
