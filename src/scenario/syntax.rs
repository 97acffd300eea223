//! From text to tree: every syntax error at once, in words.

use super::model::Text;
use super::problem::{Problem, say};
use super::reader::MOST_PROBLEMS;
use super::source::{Files, file_problem};
use super::tree::{self, Node, Place, Refusal, Value};
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
    let place_of = |span: std::ops::Range<usize>| Place {
        file,
        start: span.start as u32,
        end: span.end as u32,
    };
    let (tree, refusal) = match tree::from_toml(file, table.get_ref(), files) {
        Ok(tree) => (Some(tree), None),
        Err(refusal) => (None, Some(refusal)),
    };
    let mut errors: Vec<(Place, &str)> = errors
        .iter()
        .map(|it| (place_of(it.span().unwrap_or(0..0)), it.message()))
        .collect();
    errors.sort_by_key(|it| it.0);
    let mut position = 0;
    errors.retain(|(_, message)| {
        position += 1;
        position <= MOST_PROBLEMS || message.starts_with("unclosed")
    });
    let swallowed = tree.as_ref().and_then(|tree| unclosed(tree, &errors));

    let mut problems: Vec<SyntaxError> = Vec::new();
    let mut told = |place: Place, message: &str, structural: bool| {
        let (what, instead) = words(message, files.text(place));
        let problem = files.problem(place, "", what, instead);
        // One slip often confuses the rest of its line.
        if problems
            .last()
            .is_none_or(|it| it.problem.line != problem.line)
        {
            problems.push(SyntaxError {
                place: Some(place),
                problem,
                structural,
            });
        }
    };
    for (place, message) in &errors {
        match swallowed {
            Some(opening) if *place >= opening => {
                // All that follows was read as part of it: what is wrong there is not what it seems.
                told(
                    Place {
                        end: opening.start + 1,
                        ..opening
                    },
                    OPENED,
                    true,
                );
                break;
            }
            _ => {
                let structural = !LOCAL.iter().any(|it| message.starts_with(it));
                told(*place, message, structural);
            }
        }
    }
    match refusal {
        Some(Refusal::TooDeep(place)) => told(place, "recursion limit", true),
        Some(Refusal::TooMany(place)) => told(place, "too many keys", true),
        None => {}
    }
    (tree, problems)
}

/// Where a list or a table in braces begins that is never closed and has swallowed lines after it.
fn unclosed(tree: &Node, errors: &[(Place, &str)]) -> Option<Place> {
    let inside = |node: &Node| {
        let within =
            |it: &&(Place, &str)| node.place.start < it.0.start && it.0.start <= node.place.end;
        let mut errors = errors.iter().filter(within);
        errors.clone().count() > 2 && errors.any(|it| it.1.starts_with("unclosed"))
    };
    let mut found = None;
    let mut node = tree;
    loop {
        let children: Vec<&Node> = match &node.value {
            Value::List(list) => list.iter().collect(),
            Value::Table(table) => table.entries.iter().map(|it| &it.node).collect(),
            _ => Vec::new(),
        };
        let braces = |it: &Node| match &it.value {
            Value::List(_) => true,
            Value::Table(table) => table.inline,
            _ => false,
        };
        // Tables with headers hold what follows them without a place of their own.
        let next = children.into_iter().find(|it| match braces(it) {
            true => inside(it),
            false => it.table().is_some() && deeper(it, &inside, &braces),
        });
        let Some(next) = next else { return found };
        if braces(next) {
            found = Some(next.place);
        }
        node = next;
    }
}

/// Whether something below a table with a header is such a place.
fn deeper(node: &Node, inside: &dyn Fn(&Node) -> bool, braces: &dyn Fn(&Node) -> bool) -> bool {
    let entries = node.table().map_or(&[][..], |it| &it.entries);
    entries.iter().any(|it| {
        (braces(&it.node) && inside(&it.node))
            || (!braces(&it.node) && deeper(&it.node, inside, braces))
    })
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

/// Of a list or a table that swallows what follows.
const OPENED: &str = "opened here";

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
        "too many keys",
        "в одной таблице больше 20 000 ключей",
        "a table of more than 20 000 keys",
        "это точно сценарий?",
        "is it really a scenario?",
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
