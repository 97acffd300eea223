//! From text to tree: every syntax error at once, in words.

use super::problem::{Problem, say};
use super::reader::MOST_PROBLEMS;
use super::slip::{Mended, Slip};
use super::source::{File, Files, file_problem};
use super::tree::{self, Node, Place, Refusal, Value};
use super::wording::{Effect, OPENED, words};
use std::collections::HashSet;
use toml::de::DeTable;

/// Enough for the parser's deepest recursion (80 tables of 80-fold dotted keys each).
const STACK: usize = 64 << 20;

/// A syntax error.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    /// Where it is, when it is somewhere.
    pub(crate) place: Option<Place>,
    /// What is wrong.
    pub(crate) problem: Problem,
    /// Whether what follows may have been misread.
    pub(crate) structural: bool,
    /// Whether it is only the spelling of a key, of which the check may know more.
    pub(crate) of_key: bool,
}

/// Parses a file; the tree holds what could be read, also when there are errors.
pub(crate) fn parse(file: u32, files: &Files) -> (Option<Node>, Vec<SyntaxError>) {
    let work = || parse_here(file, files);
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        match thread.map(|it| it.join()) {
            Ok(Ok(parsed)) => parsed,
            _ => (None, vec![unreadable(&files.get(file).name)]),
        }
    })
}

/// What is wrong with the syntax of a text that is a part of a scenario only, such as a saved what-if.
pub(crate) fn syntax_problems(name: &str, text: &str) -> Vec<Problem> {
    let (name, text) = (name.to_owned(), text.to_owned());
    let mut files = Files::default();
    let file = files.add(File { name, text, folder: None, digest: None });
    parse(file, &files).1.into_iter().map(|it| it.problem).collect()
}

fn unreadable(name: &str) -> SyntaxError {
    let what = say!("файл не удалось разобрать", "the file could not be parsed");
    SyntaxError {
        place: None,
        problem: file_problem(name, what, None),
        structural: true,
        of_key: false,
    }
}

/// What the parser makes of a text.
struct Parsed {
    tree: Result<Node, Refusal>,
    /// Places and messages, in the order of the file.
    errors: Vec<(Place, String)>,
}

fn parsed(file: u32, text: &str) -> Parsed {
    let (table, errors) = DeTable::parse_recoverable(text);
    let place_of = |span: std::ops::Range<usize>| Place {
        file,
        start: span.start as u32,
        end: span.end as u32,
    };
    let mut errors: Vec<(Place, String)> = errors
        .iter()
        .map(|it| (place_of(it.span().unwrap_or(0..0)), it.message().to_owned()))
        .collect();
    errors.sort_by_key(|it| it.0);
    let mut position = 0;
    errors.retain(|(_, message)| {
        position += 1;
        position <= MOST_PROBLEMS || Effect::of(message).is_unclosed()
    });
    Parsed { tree: tree::from_toml(file, table.get_ref(), text), errors }
}

/// The same, with slips read as they were meant; and the slips.
fn parsed_as_meant(file: u32, text: &str) -> (Parsed, Vec<Slip>) {
    let first = parsed(file, text);
    let Some(mended) = Mended::of(file, text, &first.errors) else {
        return (first, Vec::new());
    };
    let mut again = parsed(file, &mended.text);
    let moved =
        |it: Place| Place { start: mended.written(it.start), end: mended.written(it.end), ..it };
    if let Ok(tree) = &mut again.tree {
        tree.relocate(&moved);
    }
    again.errors.iter_mut().for_each(|it| it.0 = moved(it.0));
    (again, mended.slips)
}

fn parse_here(file: u32, files: &Files) -> (Option<Node>, Vec<SyntaxError>) {
    let text = files.get(file).text.as_str();
    let (Parsed { tree, errors }, slips) = parsed_as_meant(file, text);
    let (tree, refusal) = match tree {
        Ok(tree) => (Some(tree), None),
        Err(refusal) => (None, Some(refusal)),
    };
    let swallowed = tree.as_ref().and_then(|tree| unclosed(tree, &errors));
    let braces = tree.as_ref().map_or_else(Vec::new, in_braces);

    let mut problems: Vec<SyntaxError> = slips
        .into_iter()
        .map(|(place, what, instead)| SyntaxError {
            place: Some(place),
            problem: files.problem(place, "", what, Some(instead)),
            structural: false,
            of_key: false,
        })
        .collect();
    let mut lines: HashSet<usize> = problems.iter().map(|it| it.problem.line).collect();
    let mut told = |place: Place, message: &str, structural: bool| {
        let (what, instead) = words(message, files.text(place), line_of(text, place));
        let problem = files.problem(place, "", what, instead);
        // One slip often confuses the rest of its line.
        if lines.insert(problem.line) {
            problems.push(SyntaxError {
                place: Some(place),
                problem,
                structural,
                of_key: Effect::of(message) == Effect::Key,
            });
        }
    };
    for (place, message) in &errors {
        match swallowed {
            Some(opening) if *place >= opening => {
                // All that follows was read as part of it: what is wrong there is not what it seems.
                told(Place { end: opening.start + 1, ..opening }, OPENED, true);
                break;
            }
            _ => told(*place, message, !is_local(*place, Effect::of(message), text, &braces)),
        }
    }
    match refusal {
        Some(Refusal::TooDeep(place)) => told(place, "recursion limit", true),
        Some(Refusal::TooMany(place)) => told(place, "too many keys", true),
        None => {}
    }
    problems.sort_by_key(|it| it.place);
    (tree, problems)
}

fn line_of(text: &str, place: Place) -> &str {
    let start = (place.start as usize).min(text.len());
    let from = text.as_bytes()[..start].iter().rposition(|it| *it == b'\n');
    let from = from.map_or(0, |it| it + 1);
    let to = text.as_bytes()[start..].iter().position(|it| *it == b'\n');
    text.get(from..to.map_or(text.len(), |it| start + it)).unwrap_or("")
}

/// Whether what follows an error is read as it was meant.
fn is_local(place: Place, effect: Effect, text: &str, braces: &[(u32, u32)]) -> bool {
    let line = line_of(text, place);
    let within = braces.partition_point(|it| it.0 < place.start);
    let outside = within == 0 || braces[within - 1].1 < place.start;
    // The value is lost or read in part, but it ends with its line; so does a header that is closed.
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    let before = (place.start as usize).saturating_sub(start);
    let after_sign = line.find('=').is_some_and(|it| it < before);
    let header = line.trim_start().starts_with('[');
    match effect {
        Effect::Key | Effect::Unquoted | Effect::Value => true,
        Effect::Rest => outside && (after_sign || header),
        Effect::Line | Effect::Sign => outside && after_sign && !header,
        Effect::NoValue | Effect::Header | Effect::Bracket | Effect::Lines => false,
    }
}

/// From where to where the outermost lists and tables in braces reach.
fn in_braces(tree: &Node) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let mut waiting = vec![tree];
    while let Some(node) = waiting.pop() {
        let with_header = |it: &Node| it.table().is_some_and(|it| !it.inline);
        match &node.value {
            Value::Table(table) if !table.inline => {
                waiting.extend(table.entries.iter().map(|it| &it.node));
            }
            Value::List(list) if !list.is_empty() && list.iter().all(with_header) => {
                waiting.extend(list);
            }
            Value::Table(_) | Value::List(_) => found.push((node.place.start, node.place.end)),
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// Where a list or a table in braces begins that is never closed and has swallowed lines after it.
fn unclosed(tree: &Node, errors: &[(Place, String)]) -> Option<Place> {
    let inside = |node: &Node| {
        let within =
            |it: &&(Place, String)| node.place.start < it.0.start && it.0.start <= node.place.end;
        let mut errors = errors.iter().filter(within);
        errors.clone().count() > 2 && errors.any(|it| Effect::of(&it.1).is_unclosed())
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
