//! From text to tree: every syntax error at once, in words.

use super::model::Text;
use super::problem::{Problem, say};
use super::source::{Files, file_problem};
use super::tree::{self, Node, Place};
use toml::de::DeTable;

/// Enough for the parser's deepest recursion (80 tables of 80-fold dotted keys each).
const STACK: usize = 64 << 20;

/// A syntax error.
#[derive(Debug)]
pub struct SyntaxError {
    /// Where it is, when it is somewhere.
    pub place: Option<Place>,
    /// What is wrong.
    pub problem: Problem,
    /// Whether what follows may have been misread.
    pub structural: bool,
}

/// Beginnings of the parser's messages about a single value or key; reading goes on well after them.
const LOCAL: [&str; 8] = [
    "duplicate key",
    "string values must be quoted",
    "invalid date",
    "invalid time",
    "unexpected leading zero",
    "extra comma",
    "missing comma",
    "cannot extend value",
];

/// Parses a file; the tree holds what could be read, also when there are errors.
pub fn parse(file: u32, files: &Files) -> (Option<Node>, Vec<SyntaxError>) {
    let work = || parse_here(file, files);
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        match thread.map(|it| it.join()) {
            Ok(Ok(parsed)) => parsed,
            _ => (None, vec![unreadable(&files.get(file).name)]),
        }
    })
}

fn unreadable(name: &str) -> SyntaxError {
    let what = say!("файл не удалось разобрать", "the file could not be parsed");
    SyntaxError {
        place: None,
        problem: file_problem(name, what, None),
        structural: true,
    }
}

fn parse_here(file: u32, files: &Files) -> (Option<Node>, Vec<SyntaxError>) {
    let text = files.get(file).text.as_str();
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<SyntaxError> = Vec::new();
    let mut lines = std::collections::HashSet::new();
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let place = Place {
            file,
            start: span.start as u32,
            end: span.end as u32,
        };
        let written = files.text(place);
        let (what, instead) = words(error.message(), written);
        let problem = files.problem(place, "", what, instead);
        // One slip often confuses the rest of its line.
        if lines.insert(problem.line) {
            let structural = !LOCAL.iter().any(|it| error.message().starts_with(it));
            problems.push(SyntaxError {
                place: Some(place),
                problem,
                structural,
            });
        }
    }
    let tree = match tree::from_toml(file, table.get_ref(), files) {
        Ok(tree) => Some(tree),
        Err(place) => {
            let (what, instead) = words("recursion limit", "");
            let problem = files.problem(place, "", what, instead);
            problems.push(SyntaxError {
                place: Some(place),
                problem,
                structural: true,
            });
            None
        }
    };
    (tree, problems)
}

/// The words of the parser, as a user understands them: what is wrong, and what to write instead.
fn words(message: &str, written: &str) -> (Text, Option<Text>) {
    let is = |start: &str| message.starts_with(start);
    if is("duplicate key") {
        return (
            say!(
                "`{written}` уже есть в этой таблице",
                "`{written}` is already in this table"
            ),
            Some(say!("оставьте одно из двух", "keep one of the two")),
        );
    }
    if is("string values must be quoted") && !written.is_empty() {
        return (
            say!(
                "текст без кавычек: {written}",
                "a text without quotes: {written}"
            ),
            Some(say!("напишите \"{written}\"", "write \"{written}\"")),
        );
    }
    if is("invalid date") || (is("invalid ") && message.contains("time")) {
        return (
            say!(
                "такой даты нет: {written}",
                "there is no such date: {written}"
            ),
            Some(say!(
                "дата пишется так: 2026-02-28",
                "a date is written 2026-02-28"
            )),
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
            let text = |ru: &str, en: &str| Text {
                ru: ru.to_owned(),
                en: en.to_owned(),
            };
            (text(ru, en), Some(text(ru_instead, en_instead)))
        }
        None => (
            say!("ошибка записи TOML: {message}", "not valid TOML: {message}"),
            None,
        ),
    }
}

/// Beginning of the parser's message; what it means; what to do.
const KNOWN: &[(&str, &str, &str, &str, &str)] = &[
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
    (
        "missing value",
        "нет значения",
        "a value is missing",
        "ключ = значение",
        "key = value",
    ),
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
    (
        "unclosed table",
        "заголовок не закрыт",
        "the header is not closed",
        "[имя]",
        "[name]",
    ),
    (
        "unclosed array",
        "список не закрыт",
        "the list is not closed",
        "добавьте `]`",
        "add `]`",
    ),
    (
        "unclosed inline table",
        "таблица не закрыта",
        "the table is not closed",
        "добавьте `}`",
        "add `}`",
    ),
    (
        "extra comma",
        "лишняя запятая",
        "a comma too many",
        "уберите запятую",
        "remove the comma",
    ),
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
        "missing assignment",
        "нет знака `=`",
        "`=` is missing",
        "ключ = значение",
        "key = value",
    ),
    (
        "extra `=`",
        "лишний знак `=`",
        "`=` too many",
        "ключ = значение",
        "key = value",
    ),
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
