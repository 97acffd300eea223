//! Results as documents: all wording is here, one function for each question.
//!
//! Nothing here knows a scenario by name. What is said follows from the numbers: which roles have
//! more work than people, which targets hold for how long, which policy helps.

mod cautions;
mod charts;
mod check;
pub(crate) mod claims;
mod facts;
pub(crate) mod files;
mod findings;
mod months;
mod number;
mod phrase;
pub(crate) mod plan;
mod run;
pub(crate) mod sensitivity;
mod tables;
mod told;
pub mod verify;

pub(crate) use check::Checked;
pub(crate) use run::brief;
pub use run::run;
pub(crate) use told::Told;
