//! Examples: what could be written where something is missing.

use super::keys::{Form, Kind};

/// A value of a form, as an example.
pub(crate) fn example(form: &Form) -> String {
    let example = match form {
        Form::Text => "\"…\"",
        Form::Title => "{ ru = \"…\", en = \"…\" }",
        Form::Bool => "true",
        Form::Whole(..) | Form::Count | Form::Ratio => "1",
        Form::Number => "100",
        Form::Share => "\"10%\"",
        Form::Duration | Form::Random => "\"2h\"",
        Form::Date => "2026-02-01",
        Form::Clock => "\"09:30\"",
        Form::Choice(words) => return format!("\"{}\"", words[0]),
        Form::Table(kind) => return table(kind),
        Form::Named(_) => "{ … }",
        Form::List(_) => "[ … ]",
        Form::Any(forms) => {
            // A single word is the exception to what usually stands here.
            let word = |it: &&Form| matches!(it, Form::Choice(words) if words.len() == 1);
            let usual = forms.iter().find(|it| !word(it));
            return self::example(usual.unwrap_or(&forms[0]));
        }
        Form::Value | Form::Shared(_) => "…",
    };
    example.to_owned()
}

/// A table with what it must say, or with the first of what it may.
pub(crate) fn table(kind: &Kind) -> String {
    let keys = kind.keys();
    let must = keys
        .iter()
        .filter(|it| it.required)
        .map(|it| format!("{} = {}", it.name, example(&it.form)));
    let must = must.collect::<Vec<_>>().join(", ");
    match must.is_empty() {
        true => format!("{{ {} = … }}", keys[0].name),
        false => format!("{{ {must} }}"),
    }
}
