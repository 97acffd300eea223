//! Numbers of many replications, as estimates.
//!
//! Knows numbers and columns, not what a department is: whatever can be run by its number
//! can be replicated, estimated and compared here.
//!
//! A whole experiment, every policy in every replication, without holding the readings in memory:
//!
//! ```
//! use staffcast::experiment::{PolicyHead, StudyFold, replicate_in_order};
//! use staffcast::measure::{Better, Column, Readings, Unit};
//! use staffcast::scenario::Text;
//! use std::sync::atomic::AtomicBool;
//!
//! let cost = Column {
//!     measure: "cost".into(),
//!     scope: "all".into(),
//!     unit: Unit::Money,
//!     better: Better::Less,
//!     title: Text::default(),
//!     scope_title: Text::default(),
//!     monthly: false,
//!     target: None,
//! };
//! let head = |key: &str| PolicyHead {
//!     key: key.into(),
//!     title: Text::default(),
//!     columns: vec![cost.clone()].into(),
//! };
//! // A simulator of each policy would be the worker; here a policy only adds its position.
//! let run = |policies: &mut Vec<f64>, replication: u64| {
//!     let reading = |policy: &f64| Readings {
//!         total: vec![replication as f64 + policy],
//!         monthly: vec![f64::NAN],
//!     };
//!     policies.iter().map(reading).collect::<Vec<_>>()
//! };
//! let mut fold = StudyFold::new(vec![head("as-is"), head("hire")], 1);
//! let consume = |_, readings: Vec<Readings>| fold.push(&readings);
//! let stop = AtomicBool::new(false);
//! assert!(replicate_in_order(0..40, 2, || vec![0.0, 1.0], run, consume, &|_| (), &stop));
//!
//! let outcome = fold.finish(42, vec!["2026-02".into()]);
//! let hire = outcome.policy("hire").unwrap();
//! assert_eq!(hire.total_of("cost", "all").unwrap().mean, 20.5);
//! assert_eq!(outcome.comparison(1, "cost", "all").unwrap().difference.sd, 0.0);
//! ```

mod caution;
mod estimate;
mod fold;
mod outcome;
mod precision;
mod replicate;
mod study;

pub use caution::Caution;
pub(crate) use estimate::Estimate;
pub(crate) use fold::{PolicyHead, fold_readings, mean_over_months};
pub(crate) use outcome::{Comparison, Outcome, PolicyOutcome};
pub(crate) use precision::{Precision, Width};
pub use replicate::replicate;
pub(crate) use study::{Extent, Replications, run_policies};
