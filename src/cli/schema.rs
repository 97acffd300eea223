//! `schema`: the JSON Schema of scenario files.

use super::failure::Failure;
use super::output;
use crate::scenario::{Lang, schema};

/// Prints it.
pub fn run() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&schema());
    let text = text.map_err(|error| Failure::Work(error.to_string()))?;
    output::print(&(text + "\n"), Lang::Ru)
}
