//! `schema`: the JSON Schema of scenario files.

use super::failure::Failure;
use super::terminal;
use crate::scenario::{Lang, schema};

/// Prints the schema.
pub(crate) fn run() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&schema());
    let text = text.map_err(|error| Failure::Work(error.to_string()))?;
    terminal::print(&(text + "\n"), Lang::Ru)
}
