//! Single values: from what people write to what the program computes with.

mod count;
mod date;
mod distribution;
mod duration;
mod number;
mod quantity;
mod word;

pub(crate) use count::count;
pub(crate) use date::{date, date_as_spoken, minutes, time_of_day};
pub(crate) use distribution::duration;
pub(crate) use duration::Units;
pub(crate) use quantity::{Wanted, known, quantity};
pub(crate) use word::{choice, key_word, text, truth, word};

pub(super) use number::whole;

use super::keys;
use super::model::Text;
use super::problem::say;
use super::reader::{At, Check, Fields};
use super::tree::{Node, Value};

/// The value itself, when it is written with its source: `{ value = …, source = … }`.
pub(crate) fn plain<'a>(at: &At<'a>, c: &mut Check<'_>) -> Option<At<'a>> {
    let written_with_source = at.node.table().is_some_and(|it| it.get("value").is_some());
    if !written_with_source {
        return Some(at.clone());
    }
    let fields = Fields::open(at, &keys::VALUE, c)?;
    let inner = fields.get("value")?;
    if inner.node.table().is_some_and(|it| it.get("value").is_some()) {
        let what = say!("значение внутри значения", "a value within a value");
        c.wrong_value(&inner, what, say!("оставьте одно", "keep one"));
        return None;
    }
    Some(inner)
}

/// A value as a message shows it.
pub(crate) fn shown(node: &Node) -> Text {
    let both = |it: String| Text { ru: it.clone(), en: it };
    match &node.value {
        Value::Text(text) => {
            let short: String = text.chars().take(60).collect();
            let dots = if short.len() < text.len() { "…" } else { "" };
            say!("текст \"{short}{dots}\"", "the text \"{short}{dots}\"")
        }
        Value::Whole(number) => both(number.to_string()),
        // Three hundred digits tell nobody anything.
        Value::Number(number) if number.is_normal() && !(1e-9..1e15).contains(&number.abs()) => {
            both(format!("{number:e}"))
        }
        Value::Number(number) => both(number.to_string()),
        Value::Bool(truth) => both(truth.to_string()),
        Value::Date(date) if date.date.is_none() => say!("время {date}", "the time {date}"),
        Value::Date(date) => say!("дата {date}", "the date {date}"),
        Value::List(_) => say!("список", "a list"),
        Value::Table(_) => say!("таблица", "a table"),
    }
}
