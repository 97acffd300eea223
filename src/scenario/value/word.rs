//! Words: texts in both languages, names, choices, truth.

use super::{meant, plain};
use crate::scenario::model::Text;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, join};
use crate::scenario::suggestion::suggestion;
use crate::scenario::tree::Value;

/// A text: one for both languages, or one for each.
pub(crate) fn text(at: &At<'_>, c: &mut Check<'_>) -> Option<Text> {
    match &at.node.value {
        Value::Text(text) => Some(Text { ru: text.clone(), en: text.clone() }),
        Value::Table(table) => {
            for entry in table.entries.iter().filter(|it| it.key != "ru" && it.key != "en") {
                let key = &entry.key;
                let what = say!("неизвестный ключ `{key}`", "unknown key `{key}`");
                let instead = say!("известны: `ru`, `en`", "known are `ru`, `en`");
                c.wrong_at(entry.place, &join(&at.path, key), what, instead);
            }
            let ru = at.child("ru").map(|it| word(&it, c));
            let en = at.child("en").map(|it| word(&it, c));
            match (ru, en) {
                (Some(ru), Some(en)) => Some(Text { ru: ru?, en: en? }),
                (Some(one), None) | (None, Some(one)) => {
                    let one = one?;
                    Some(Text { ru: one.clone(), en: one })
                }
                (None, None) => {
                    let what = say!("нет ни `ru`, ни `en`", "there is neither `ru` nor `en`");
                    c.wrong_value(
                        at,
                        what,
                        say!("{{ ru = \"…\", en = \"…\" }}", "{{ ru = \"…\", en = \"…\" }}"),
                    );
                    None
                }
            }
        }
        _ => {
            c.wrong_type(at, say!("текст", "a text"), "{ ru = \"…\", en = \"…\" }");
            None
        }
    }
}

/// A text that is not in two languages.
pub(crate) fn word(at: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let at = &plain(at, c)?;
    match at.node.text() {
        Some(text) => Some(text.to_owned()),
        None => {
            c.wrong_type(at, say!("текст в кавычках", "a text in quotes"), "\"…\"");
            None
        }
    }
}

/// A word that is not empty.
pub(crate) fn key_word(at: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let name = word(at, c)?;
    if name.trim().is_empty() {
        c.wrong_value(at, say!("пустое имя", "an empty name"), say!("дайте имя", "give it a name"));
        return None;
    }
    if name.trim() != name {
        let (what, plain) = (name.as_str(), name.trim());
        let what =
            say!("лишний пробел в имени \"{what}\"", "a space too many in the name \"{what}\"");
        c.wrong_value(at, what, say!("напишите \"{plain}\"", "write \"{plain}\""));
        return None;
    }
    Some(name)
}

/// The position of one of some words.
pub(crate) fn choice(at: &At<'_>, words: &[&'static str], c: &mut Check<'_>) -> Option<usize> {
    let at = &plain(at, c)?;
    let known = words.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ");
    let Some(written) = at.node.text() else {
        c.wrong_type(at, say!("одно из: {known}", "one of {known}"), &format!("\"{}\"", words[0]));
        return None;
    };
    let position = words.iter().position(|it| *it == written);
    if position.is_some() {
        return position;
    }
    let short: String = written.chars().take(60).collect();
    let what = say!("непонятное слово \"{short}\"", "unknown word \"{short}\"");
    let meant = || meant::word(written, words);
    let instead = match meant().or_else(|| suggestion(written, words.iter().copied())) {
        Some(near) => say!(
            "возможно, \"{near}\"? известны: {known}",
            "did you mean \"{near}\"? known are {known}"
        ),
        None => say!("известны: {known}", "known are {known}"),
    };
    c.wrong_value(at, what, instead);
    None
}

/// `true` or `false`.
pub(crate) fn truth(at: &At<'_>, c: &mut Check<'_>) -> Option<bool> {
    let at = &plain(at, c)?;
    match at.node.value {
        Value::Bool(truth) => Some(truth),
        _ => {
            c.wrong_type(at, say!("true (да) или false (нет)", "true or false"), "true");
            None
        }
    }
}
