//! Texts as a scenario file writes them.

use crate::report::Sentence;
use crate::scenario::Lang;

/// A text in both languages, as the file writes it.
pub(super) fn title(sentence: &impl Sentence) -> String {
    let [ru, en] = [Lang::Ru, Lang::En].map(|it| quoted(&sentence.in_lang(it)));
    format!("{{ ru = {ru}, en = {en} }}")
}

/// A string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace(char::is_control, " "))
}
