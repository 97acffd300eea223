//! Results as documents and files: one module for each question, and what they share.
//!
//! The words are rows of `report/texts`; here they are chosen and their places filled. What every
//! sentence needs is a [`Context`]. Nothing here knows a scenario by name. What is said follows
//! from the numbers: which roles have more work than people, which targets hold for how long,
//! which policy helps.

mod abandoned;
mod brief;
mod cautions;
mod charts;
mod check;
pub(crate) mod claims;
pub(crate) mod context;
mod facts;
mod findings;
pub(crate) mod fit;
mod genitive;
mod list;
mod months;
mod number;
mod phrase;
pub(crate) mod plan;
mod readings;
mod revenue;
mod run;
pub(crate) mod run_csv;
pub(crate) mod run_json;
pub(crate) mod run_tables;
mod scenario_cautions;
pub(crate) mod sensitivity;
pub(crate) mod sweep;
mod told;
mod values;
pub mod verify;
mod what_if;
mod when;

pub(crate) use brief::brief;
pub(crate) use check::Checked;
pub(crate) use context::Context;
pub(crate) use list::list;
pub use run::run;
pub(crate) use told::Told;
pub(crate) use what_if::{Kept, judged_otherwise, what_if};
