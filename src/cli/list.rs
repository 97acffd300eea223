//! `list`: what a scenario has by name: policies, roles, numbers that are not known, SLAs, measures.

use super::failure::Failure;
use super::options::{Reading, Scenario};
use super::rules::Rules;
use super::{terminal, what_if};
use crate::report::compose::list;
use clap::Args;

/// How the list is told.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: Reading,
}

/// Prints the names that the options of other commands take, and what stands behind each.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments) -> Result<(), Failure> {
    let read = what_if::everywhere(scenario, &arguments.reading)?;
    let document = list(&read, arguments.reading.locale(&read));
    terminal::show(&what_if::granted(document, &arguments.reading, &Rules::default()))
}
