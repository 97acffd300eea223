//! Single values: from what people write to what the program computes with.

pub(super) mod comma;
mod count;
mod date;
mod distribution;
mod duration;
pub(super) mod meant;
mod number;
mod quantity;
pub(super) mod said;
mod word;

pub(crate) use count::{COUNT, count};
pub(crate) use date::{date, date_as_spoken, minutes, time_of_day};
pub(crate) use distribution::{MEAN, NAMED, duration};
pub(crate) use duration::{MONTH, Units};
pub(crate) use quantity::{Wanted, known, quantity};
pub(crate) use word::{choice, key_word, text, truth, word};

pub(super) use number::whole;

use super::keys::forms::*;
use super::keys::{Form, kinds, tables};
use super::model::Text;
use super::problem::say;
use super::reader::{At, Check, open};
use super::tree::{Node, Value};

kinds! {
    /// Keys of every value that carries its source.
    VALUE = "value" {
        value: Must Raw(Form::Value), "Значение", "The value";
        source: May KeyWord, "Откуда число", "Where it comes from";
        title: May Title, "Название в отчётах", "Title in reports";
    }
}

tables! {
    /// Keys of a range.
    RANGE = "range", RangeFile {
        min: Must Raw(Form::Value), "Не меньше", "Least";
        mode: May Raw(Form::Value), "Вероятнее всего", "Most likely";
        max: Must Raw(Form::Value), "Не больше", "Greatest";
        source: May KeyWord, "Откуда число", "Where it comes from";
        title: May Title, "Название в отчётах", "Title in reports";
        id: May KeyWord,
            "Диапазоны с одним id — одно неизвестное число",
            "Ranges of the same id are one unknown number";
    }
}

/// The value itself, when it is written with its source: `{ value = …, source = … }`.
pub(crate) fn plain<'a>(at: &At<'a>, c: &mut Check<'_>) -> Option<At<'a>> {
    let written_with_source = at.node.table().is_some_and(|it| it.get("value").is_some());
    if !written_with_source {
        return Some(at.clone());
    }
    open(at, &VALUE, c)?;
    let inner = at.child("value")?;
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
