//! The words of the parser, as a user understands them, and what each error does to its surroundings.

use super::model::Text;
use super::problem::say;
use super::value::{comma, date_as_spoken, meant};

/// What an error of the parser says about the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// A key with letters that need quotes is read as if it had them.
    Key,
    /// A text without quotes; what follows is read well.
    Unquoted,
    /// A single value is wrong; what follows is read well.
    Value,
    /// The rest of the line is lost.
    Line,
    /// The rest of the line is lost, and only that, even after a header.
    Rest,
    /// There may be another sign than `=`.
    Sign,
    /// The same, and the lines that follow may be taken for the value.
    NoValue,
    /// A header is not closed.
    Header,
    /// A list or a table in braces is not closed.
    Bracket,
    /// What is wrong does not end with its line.
    Lines,
}

impl Effect {
    /// Of a message of the parser.
    pub(crate) fn of(message: &str) -> Self {
        known(message).next().map_or(Self::Line, |it| it.effect)
    }

    /// Whether something is opened and never closed.
    pub(crate) fn is_unclosed(self) -> bool {
        matches!(self, Self::Header | Self::Bracket)
    }
}

/// The words of the parser, as a user understands them: what is wrong, and what to write instead.
pub(crate) fn words(message: &str, written: &str, line: &str) -> (Text, Option<Text>) {
    let value = line.split_once('=').map_or("", |it| it.1.trim());
    // A comment after the value is no part of it.
    let value = match value.split_once('#') {
        Some((before, _)) if !before.contains(['"', '\'']) => before.trim_end(),
        _ => value,
    };
    let value = value.get(..40).unwrap_or(value);
    if let Some(date) = date_as_spoken(value.trim_end_matches(';')) {
        return (
            say!("так дату не пишут: {value}", "a date is not written so: {value}"),
            Some(say!("напишите {date}", "write {date}")),
        );
    }
    if let Some(before) = value.strip_suffix(';') {
        return (
            say!("лишняя точка с запятой", "a semicolon too many"),
            Some(say!("напишите {before}", "write {before}")),
        );
    }
    if Effect::of(message) != Effect::Unquoted
        && let Some((what, instead)) = decimal_comma(line)
    {
        return (what, Some(instead));
    }
    if let Some(share) = percent(line) {
        return (
            say!("доля без кавычек: {share}", "a share without quotes: {share}"),
            Some(say!("напишите \"{share}\"", "write \"{share}\"")),
        );
    }
    if let Some(meant) = meant_by(message, written, value, line) {
        return (
            say!("так это не пишут: {written}", "it is not written so: {written}"),
            Some(say!("напишите {meant}", "write {meant}")),
        );
    }
    // Word processors put quotes of their own.
    let inner = written.trim_matches(|it: char| "“”„«»‘’‚‹›".contains(it));
    let fill = |it: &str| {
        it.replace("{written}", written).replace("{inner}", inner).replace("{message}", message)
    };
    let text = |it: (&str, &str)| Text { ru: fill(it.0), en: fill(it.1) };
    let repeats = |it: &str| it.contains("{written}") || it.contains("{inner}");
    let Some(error) = known(message).find(|it| !written.is_empty() || !repeats(it.instead.1))
    else {
        unreachable!("the last of the known errors fits every message");
    };
    let instead = (!error.instead.1.is_empty()).then(|| text(error.instead));
    (text(error.what), instead)
}

/// A number, a range, a date or a yes that the parser takes for a text or for half a date.
fn meant_by(message: &str, written: &str, value: &str, line: &str) -> Option<String> {
    let of_value = Effect::of(message) == Effect::Unquoted
        || ["invalid date", "invalid time", "invalid boolean"]
            .iter()
            .any(|it| message.starts_with(it));
    let key = line.split('=').next().unwrap_or_default().trim();
    // Of `$5,000` the parser names `$5`: but for tables on one line, the whole value is meant.
    let whole = if value.contains(['{', '[']) { written } else { value };
    [whole, written].iter().filter(|_| of_value).find_map(|it| meant::unquoted(key, it))
}

/// A number after an equals sign that is written with a comma: `10,5`, in an inline table too.
fn decimal_comma(line: &str) -> Option<(Text, Text)> {
    let (number, is_percent) = numbers(line).find(|it| it.0.contains(','))?;
    // What is not said to be per cent may still be: the reader knows.
    let in_percent = |it: &str| it.parse().is_ok_and(|it| (1.0..=100.0).contains(&it));
    comma::wrong(number, &|it| match is_percent {
        true => format!("\"{it}%\""),
        false if in_percent(it) => format!("{it} (%: \"{it}%\")"),
        false => it.to_owned(),
    })
}

/// A number in per cent that is not in quotes, as it is to be written in them.
fn percent(line: &str) -> Option<String> {
    let (number, _) = numbers(line).find(|it| it.1)?;
    number.parse::<f64>().is_ok().then(|| format!("{number}%"))
}

/// The numbers after equals signs, and whether a per cent sign follows each.
fn numbers(line: &str) -> impl Iterator<Item = (&str, bool)> {
    let quoted = |before: &str| before.matches(['"', '\'']).count() % 2 == 1;
    let signs = line.match_indices('=').filter(move |it| !quoted(&line[..it.0]));
    signs.map(|(at, _)| {
        let value = line[at + 1..].trim_start();
        let of_number = |it: char| it.is_ascii_digit() || ",.".contains(it);
        let end = value.find(|it| !of_number(it)).unwrap_or(value.len());
        let is_percent = value[end..].trim_start().starts_with('%');
        (value[..end].trim_end_matches(','), is_percent)
    })
}

/// Of a list or a table that swallows what follows.
pub(crate) const OPENED: &str = "opened here";

/// An error of the parser.
struct Known {
    /// Beginnings of its message.
    starts: &'static [&'static str],
    effect: Effect,
    /// What it means, in Russian and in English.
    what: (&'static str, &'static str),
    /// What to do, if anything; advice that repeats what is written is for when something is.
    instead: (&'static str, &'static str),
}

/// The errors that a message may be; the last fits every message.
fn known(message: &str) -> impl Iterator<Item = &'static Known> {
    KNOWN.iter().filter(move |it| it.starts.iter().any(|start| message.starts_with(start)))
}

macro_rules! errors {
    ($($($start:literal)|+, $effect:ident:
        $ru:literal, $en:literal; $ru_instead:literal, $en_instead:literal;)*) => {
        &[$(Known {
            starts: &[$($start),+],
            effect: Effect::$effect,
            what: ($ru, $en),
            instead: ($ru_instead, $en_instead),
        }),*]
    };
}

const KNOWN: &[Known] = errors! {
    "duplicate key", Value:
        "`{written}` уже есть в этой таблице", "`{written}` is already in this table";
        "оставьте одно из двух", "keep one of the two";
    "string values must be quoted" | "invalid boolean", Unquoted:
        "текст без кавычек: {written}", "a text without quotes: {written}";
        "напишите \"{inner}\"", "write \"{inner}\"";
    "invalid unquoted key", Key: "такой ключ пишется в кавычках", "such a key must be in quotes";
        "напишите \"{written}\"", "write \"{written}\"";
    "invalid date" | "invalid time", Value:
        "такой даты нет: {written}", "there is no such date: {written}";
        "дата пишется так: 2026-02-28", "a date is written 2026-02-28";
    "recursion limit" | "cannot recurse", Lines:
        "слишком глубокая вложенность", "nested too deeply";
        "не больше 64 уровней; проверьте скобки", "at most 64 levels; check the brackets";
    "opened here", Lines: "эта скобка не закрыта", "this bracket is not closed";
        "добавьте `]` или `}` там, где список или таблица кончается",
        "add `]` or `}` where the list or table ends";
    "string values must be quoted", Unquoted:
        "нет значения после `=`", "there is no value after `=`";
        "напишите значение", "write a value";
    "key with no value", Sign: "ключ без значения", "a key without a value";
        "ключ = значение", "key = value";
    "missing value for key", NoValue: "нет значения", "a value is missing";
        "ключ = значение", "key = value";
    "missing value", Lines: "нет значения", "a value is missing";
        "ключ = значение", "key = value";
    "invalid basic string", Line: "текст не закрыт кавычкой", "the text is not closed";
        "закройте кавычку \" в той же строке", "close it with \" on the same line";
    "invalid literal string", Line: "текст не закрыт кавычкой", "the text is not closed";
        "закройте кавычку ' в той же строке", "close it with ' on the same line";
    "unclosed array table", Header: "заголовок не закрыт", "the header is not closed";
        "[[имя]]", "[[name]]";
    "unclosed table", Header: "заголовок не закрыт", "the header is not closed";
        "[имя]", "[name]";
    "unclosed array", Bracket: "список не закрыт", "the list is not closed";
        "добавьте `]`", "add `]`";
    "unclosed inline table", Bracket: "таблица не закрыта", "the table is not closed";
        "добавьте `}`", "add `}`";
    "extra comma", Value: "лишняя запятая", "a comma too many";
        "уберите запятую", "remove the comma";
    "missing comma", Value: "не хватает запятой", "a comma is missing";
        "разделите значения запятой", "put a comma between the values";
    "unquoted keys cannot be empty", Lines: "нет ключа перед `=`", "there is no key before `=`";
        "ключ = значение", "key = value";
    "invalid unquoted key", Key: "такой ключ пишется в кавычках", "such a key must be in quotes";
        "\"мой ключ\" = значение", "\"my key\" = value";
    "unexpected leading zero", Value:
        "число не может начинаться с нуля", "a number cannot begin with a zero";
        "уберите ноль в начале", "remove the leading zero";
    "cannot extend value", Value:
        "это уже значение, а не таблица", "this is a value already, not a table";
        "оставьте одно из двух", "keep one of the two";
    "too many keys", Lines:
        "в одной таблице больше 20 000 ключей", "a table of more than 20 000 keys";
        "это точно сценарий?", "is it really a scenario?";
    "too few unicode value digits" | "missing escaped value", Line:
        "в тексте лишняя обратная косая черта", "a backslash too many in the text";
        "напишите `\\\\` или `/`, либо возьмите одинарные кавычки: 'C:\\x'",
        "write `\\\\` or `/`, or take single quotes: 'C:\\x'";
    "unexpected key or value", Rest:
        "в строке есть лишнее", "there is more on the line than belongs there";
        "уберите лишнее; пояснение — после #", "remove it; a comment begins with #";
    "unexpected content", Rest: "после значения стоит лишнее", "there is more after the value";
        "текст и число с пробелами пишутся в кавычках, пояснение — после #",
        "a text, or a number with spaces, is written in quotes; a comment begins with #";
    "missing assignment", Line: "нет знака `=`", "`=` is missing";
        "ключ = значение", "key = value";
    "extra `=`", Sign: "лишний знак `=`", "`=` too many";
        "ключ = значение", "key = value";
    "unexpected `=` in array", Line: "ключ в списке", "a key in a list";
        "список таблиц: [{ ключ = значение }]", "a list of tables: [{ key = value }]";
    "carriage return", Line:
        "возврат каретки без перевода строки", "a carriage return without a line feed";
        "сохраните файл с обычными концами строк", "save the file with usual line ends";
    "invalid multi-line", Lines: "ошибка записи TOML: {message}", "not valid TOML: {message}";
        "", "";
    "", Line: "ошибка записи TOML: {message}", "not valid TOML: {message}";
        "", "";
};
