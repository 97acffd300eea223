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

pub use caution::{Caution, Limits, cautions_of};
pub use compare::{Difference, Pair, paired};
pub use estimate::{Estimate, Kind, Series};
pub use fold::{PolicyHead, StudyFold, fold_readings};
pub use moments::{CONFIDENCE, Moments, t_quantile};
pub use outcome::{Comparison, Outcome, PolicyOutcome};
pub use precision::{Precision, PrecisionWatch, Width, replicate_until};
pub use proportion::{clopper_pearson, lower_bound, upper_bound, wilson};
pub use quantile::{Kept, quantile};
pub use replicate::{replicate, replicate_in_order};
