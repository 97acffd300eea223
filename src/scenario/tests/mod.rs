//! The whole way from text to study, tried from outside.

mod reference;

use super::*;

fn reference() -> &'static str {
    include_str!("../../../scenarios/reference.toml")
}

fn read(text: &str) -> Result<Study, Problems> {
    load_text("test.toml", text, None, &[], None)
}
