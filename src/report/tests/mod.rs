//! Every sentence that a result can say: one list, when each must not be said, and random departments
//! whose sentences are held against their CSV files.

mod department;
mod list;
mod numbers;
mod of_claims;
pub(crate) mod of_fit;
mod of_plan;
mod of_run;
mod random;
mod run_numbers;
mod situations;
mod told;
