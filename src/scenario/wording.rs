//! The words of the parser, as a user understands them.

use super::model::Text;
use super::problem::say;
use super::value::date_as_spoken;

/// The words of the parser, as a user understands them: what is wrong, and what to write instead.
pub(crate) fn words(message: &str, written: &str, line: &str) -> (Text, Option<Text>) {
    let is = |start: &str| message.starts_with(start);
    let value = line.split_once('=').map_or("", |it| it.1.trim());
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
    if !is("string values")
        && let Some(point) = with_a_point(value)
    {
        return (
            say!("запятая в числе: {value}", "a comma in a number: {value}"),
            Some(say!("напишите {point}", "write {point}")),
        );
    }
    if is("duplicate key") {
        return (
            say!("`{written}` уже есть в этой таблице", "`{written}` is already in this table"),
            Some(say!("оставьте одно из двух", "keep one of the two")),
        );
    }
    if is("string values must be quoted") && !written.is_empty() {
        // Word processors put quotes of their own.
        let inner = written.trim_matches(|it: char| "“”„«»‘’‚‹›".contains(it));
        return (
            say!("текст без кавычек: {written}", "a text without quotes: {written}"),
            Some(say!("напишите \"{inner}\"", "write \"{inner}\"")),
        );
    }
    if is("invalid unquoted key") && !written.is_empty() {
        return (
            say!("такой ключ пишется в кавычках", "such a key must be in quotes"),
            Some(say!("напишите \"{written}\"", "write \"{written}\"")),
        );
    }
    if is("invalid date") || (is("invalid ") && message.contains("time")) {
        return (
            say!("такой даты нет: {written}", "there is no such date: {written}"),
            Some(say!("дата пишется так: 2026-02-28", "a date is written 2026-02-28")),
        );
    }
    if is("recursion limit") || is("cannot recurse") {
        return (
            say!("слишком глубокая вложенность", "nested too deeply"),
            Some(say!(
                "не больше 64 уровней; проверьте скобки",
                "at most 64 levels; check the brackets"
            )),
        );
    }
    let known = KNOWN.iter().find(|(start, ..)| message.starts_with(start));
    match known {
        Some((_, ru, en, ru_instead, en_instead)) => {
            let text = |ru: &str, en: &str| Text { ru: ru.to_owned(), en: en.to_owned() };
            (text(ru, en), Some(text(ru_instead, en_instead)))
        }
        None => (say!("ошибка записи TOML: {message}", "not valid TOML: {message}"), None),
    }
}

/// A number that is written with a comma, written with a point.
fn with_a_point(value: &str) -> Option<String> {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let (whole, part) = value.split_once(',')?;
    (digits(whole) && digits(part)).then(|| format!("{whole}.{part}"))
}

/// Of a list or a table that swallows what follows.
pub(crate) const OPENED: &str = "opened here";

/// Beginning of the parser's message; what it means; what to do.
const KNOWN: &[(&str, &str, &str, &str, &str)] = &[
    (
        OPENED,
        "эта скобка не закрыта",
        "this bracket is not closed",
        "добавьте `]` или `}` там, где список или таблица кончается",
        "add `]` or `}` where the list or table ends",
    ),
    (
        "string values must be quoted",
        "нет значения после `=`",
        "there is no value after `=`",
        "напишите значение",
        "write a value",
    ),
    (
        "key with no value",
        "ключ без значения",
        "a key without a value",
        "ключ = значение",
        "key = value",
    ),
    ("missing value", "нет значения", "a value is missing", "ключ = значение", "key = value"),
    (
        "invalid basic string",
        "текст не закрыт кавычкой",
        "the text is not closed",
        "закройте кавычку \" в той же строке",
        "close it with \" on the same line",
    ),
    (
        "invalid literal string",
        "текст не закрыт кавычкой",
        "the text is not closed",
        "закройте кавычку ' в той же строке",
        "close it with ' on the same line",
    ),
    (
        "unclosed array table",
        "заголовок не закрыт",
        "the header is not closed",
        "[[имя]]",
        "[[name]]",
    ),
    ("unclosed table", "заголовок не закрыт", "the header is not closed", "[имя]", "[name]"),
    ("unclosed array", "список не закрыт", "the list is not closed", "добавьте `]`", "add `]`"),
    (
        "unclosed inline table",
        "таблица не закрыта",
        "the table is not closed",
        "добавьте `}`",
        "add `}`",
    ),
    ("extra comma", "лишняя запятая", "a comma too many", "уберите запятую", "remove the comma"),
    (
        "missing comma",
        "не хватает запятой",
        "a comma is missing",
        "разделите значения запятой",
        "put a comma between the values",
    ),
    (
        "unquoted keys cannot be empty",
        "нет ключа перед `=`",
        "there is no key before `=`",
        "ключ = значение",
        "key = value",
    ),
    (
        "invalid unquoted key",
        "такой ключ пишется в кавычках",
        "such a key must be in quotes",
        "\"мой ключ\" = значение",
        "\"my key\" = value",
    ),
    (
        "unexpected leading zero",
        "число не может начинаться с нуля",
        "a number cannot begin with a zero",
        "уберите ноль в начале",
        "remove the leading zero",
    ),
    (
        "cannot extend value",
        "это уже значение, а не таблица",
        "this is a value already, not a table",
        "оставьте одно из двух",
        "keep one of the two",
    ),
    (
        "too many keys",
        "в одной таблице больше 20 000 ключей",
        "a table of more than 20 000 keys",
        "это точно сценарий?",
        "is it really a scenario?",
    ),
    (
        "too few unicode value digits",
        "в тексте лишняя обратная косая черта",
        "a backslash too many in the text",
        "напишите `\\\\` или `/`, либо возьмите одинарные кавычки: 'C:\\x'",
        "write `\\\\` or `/`, or take single quotes: 'C:\\x'",
    ),
    (
        "missing escaped value",
        "в тексте лишняя обратная косая черта",
        "a backslash too many in the text",
        "напишите `\\\\` или `/`, либо возьмите одинарные кавычки: 'C:\\x'",
        "write `\\\\` or `/`, or take single quotes: 'C:\\x'",
    ),
    (
        "unexpected key or value",
        "в строке есть лишнее",
        "there is more on the line than belongs there",
        "уберите лишнее; пояснение — после #",
        "remove it; a comment begins with #",
    ),
    (
        "unexpected content",
        "после значения стоит лишнее",
        "there is more after the value",
        "текст и число с пробелами пишутся в кавычках, пояснение — после #",
        "a text, or a number with spaces, is written in quotes; a comment begins with #",
    ),
    ("missing assignment", "нет знака `=`", "`=` is missing", "ключ = значение", "key = value"),
    ("extra `=`", "лишний знак `=`", "`=` too many", "ключ = значение", "key = value"),
    (
        "unexpected `=` in array",
        "ключ в списке",
        "a key in a list",
        "список таблиц: [{ ключ = значение }]",
        "a list of tables: [{ key = value }]",
    ),
    (
        "carriage return",
        "возврат каретки без перевода строки",
        "a carriage return without a line feed",
        "сохраните файл с обычными концами строк",
        "save the file with usual line ends",
    ),
];
