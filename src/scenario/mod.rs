//! The question, as the user asks it: from a file as written to a checked scenario.
//!
//! A file is read into a tree that remembers where everything stands ([`load()`]), merged with the
//! file it extends, changed by `--set`, and checked into a [`Study`]: the scenario under each of its
//! policies. Everything that is wrong is reported at once, as [`Problems`].

mod absent;
mod change;
mod check;
mod driver;
mod example;
mod inputs;
mod keys;
mod like;
mod limit;
mod load;
mod merge;
mod misplaced;
mod model;
mod named;
mod names;
mod numbered;
mod path;
mod problem;
mod reader;
mod reading;
mod render;
pub(crate) mod route;
mod schema;
mod slip;
mod source;
mod suggestion;
mod syntax;
mod templates;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod wording;

pub(crate) use change::*;
pub(crate) use check::shared_by_policies;
pub(crate) use limit::{ClockStart, Compose, Limit, LimitClock};
pub use load::{load, load_text};
pub(crate) use model::*;
pub use model::{Arrival, Lang, Policy, Scenario, Study};
pub(crate) use numbered::{english_form, russian_form};
pub(crate) use problem::Problem;
pub use problem::Problems;
pub use route::Step;
pub(crate) use route::{EffortStep, PoolMember, SideBySide};
pub(crate) use schema::schema;
pub(crate) use suggestion::suggestion;
pub(crate) use syntax::syntax_problems;
pub use templates::{Template, template};
pub(crate) use value::meant::spoken_date;
