//! Results as documents: all wording is here, one function for each question.
//!
//! Nothing here knows a scenario by name. What is said follows from the numbers: which roles have
//! more work than people, which targets hold for how long, which policy helps.

mod cautions;
mod charts;
mod check;
pub mod claims;
mod facts;
pub mod files;
mod findings;
mod months;
mod number;
mod phrase;
pub mod plan;
mod run;
pub mod sensitivity;
mod tables;
mod told;
pub mod verify;

pub use check::Checked;
pub use run::{brief, run};
pub use told::Told;
