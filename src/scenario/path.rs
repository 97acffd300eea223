//! Paths into a tree: `streams."ticket.emergency".route[0].effort.mean`.
//!
//! Names that contain dots need no quotes where only one reading exists.

use super::keys::{self, Form, Rows};
use super::model::Text;
use super::problem::say;
use super::reader::join;
use super::suggestion::suggestion;
use super::tree::{Node, Place, Table, Value};
use std::collections::HashSet;

/// One part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A key of a table, or the `key` or `id` of an entry of a list.
    Key(String),
    /// A position in a list, from 0.
    Index(usize),
}

/// What is wrong with a path, and what to write instead.
pub(super) type Wrong = (Text, Text);

/// Splits a path.
pub(crate) fn parse(path: &str) -> Result<Vec<Part>, Wrong> {
    let bad = || {
        let short: String = path.chars().take(80).collect();
        (
            say!("непонятный путь `{short}`", "`{short}` is not a path"),
            say!("например: roles.engineer.headcount", "for instance roles.engineer.headcount"),
        )
    };
    let mut parts = Vec::new();
    let mut rest = path.trim();
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let (name, after) = quoted.split_once('"').ok_or_else(bad)?;
            parts.push(Part::Key(name.to_owned()));
            rest = after;
        } else {
            let end = rest.find(['.', '[', '"']).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            if name.trim().is_empty() {
                return Err(bad());
            }
            parts.push(Part::Key(name.trim().to_owned()));
            rest = after;
        }
        while let Some(inner) = rest.strip_prefix('[') {
            let (index, after) = inner.split_once(']').ok_or_else(bad)?;
            parts.push(Part::Index(index.trim().parse().map_err(|_| bad())?));
            rest = after;
        }
        if rest.is_empty() {
            // No scenario is nested deeper, and the search below recurses.
            return if parts.len() <= 40 { Ok(parts) } else { Err(bad()) };
        }
        rest = rest.strip_prefix('.').ok_or_else(bad)?;
    }
}

/// Every way to read a path in a tree; each as the exact steps.
pub(super) fn readings(node: &Node, parts: &[Part]) -> Vec<Vec<Part>> {
    let Some(first) = parts.first() else {
        return vec![Vec::new()];
    };
    let mut found = Vec::new();
    let mut go = |step: Part, node: &Node, used: usize| {
        for mut rest in readings(node, &parts[used..]) {
            rest.insert(0, step.clone());
            found.push(rest);
        }
    };
    if let (Part::Index(index), Value::List(list)) = (first, &node.value) {
        if let Some(node) = list.get(*index) {
            go(first.clone(), node, 1);
        }
        return found;
    }
    let mut name = String::new();
    for (used, part) in parts.iter().enumerate() {
        let Part::Key(key) = part else { break };
        name = join(&name, key);
        match &node.value {
            Value::Table(table) => {
                if let Some(node) = table.get(&name) {
                    go(Part::Key(name.clone()), node, used + 1);
                }
            }
            Value::List(list) => {
                let position = list.iter().position(|it| it.own_key() == Some(&name));
                if let Some(position) = position {
                    go(Part::Index(position), &list[position], used + 1);
                }
            }
            _ => break,
        }
    }
    found
}

pub(super) fn node_at<'a>(mut node: &'a Node, steps: &[Part]) -> Option<&'a Node> {
    for step in steps {
        node = match (step, &node.value) {
            (Part::Key(key), Value::Table(table)) => table.get(key)?,
            (Part::Index(index), Value::List(list)) => list.get(*index)?,
            _ => return None,
        };
    }
    Some(node)
}

pub(super) fn node_at_mut<'a>(mut node: &'a mut Node, steps: &[Part]) -> Option<&'a mut Node> {
    for step in steps {
        node = match (step, &mut node.value) {
            (Part::Key(key), Value::Table(table)) => table.get_mut(key)?,
            (Part::Index(index), Value::List(list)) => list.get_mut(*index)?,
            _ => return None,
        };
    }
    Some(node)
}

/// The path of steps as inputs are called; entries of lists with keys by their key.
pub(super) fn written(root: &Node, steps: &[Part]) -> String {
    let mut path = String::new();
    for (depth, step) in steps.iter().enumerate() {
        let entry = node_at(root, &steps[..=depth]);
        path = match step {
            Part::Key(key) => join(&path, key),
            Part::Index(index) => match entry.and_then(Node::own_key) {
                Some(key) => join(&path, key),
                None => format!("{path}[{index}]"),
            },
        };
    }
    path
}

/// The one reading of a path that exists in a tree, as inputs are called.
pub(crate) fn resolve(root: &Node, path: &str) -> Result<String, Wrong> {
    let parts = parse(path)?;
    match readings(root, &parts).as_slice() {
        [steps] => Ok(written(root, steps)),
        [] => Err(nothing_there(root, &parts)),
        several => Err(ambiguous(root, path, several)),
    }
}

/// Sets the value of a path; a key that the format knows may be new.
pub(super) fn set_path(
    root: &mut Node,
    path: &str,
    key_place: Place,
    value: Node,
) -> Result<(), Wrong> {
    let parts = parse(path)?;
    match readings(root, &parts).as_slice() {
        [steps] => {
            if let Some(node) = node_at_mut(root, steps) {
                *node = value;
            }
            return Ok(());
        }
        [] => {}
        several => return Err(ambiguous(root, path, several)),
    }
    // The longest part of the path that exists; the rest must be keys that the format knows there.
    for known in (0..parts.len()).rev() {
        let found = readings(root, &parts[..known]);
        let Some(steps) = found.first() else { continue };
        if found.len() > 1 {
            return Err(ambiguous(root, path, &found));
        }
        if !may_be_new(steps, &parts[known..], &value) {
            return Err(nothing_there(root, &parts));
        }
        let Some(table) = node_at_mut(root, steps).and_then(Node::table_mut) else {
            return Err(nothing_there(root, &parts));
        };
        create(table, &parts[known..], key_place, value);
        return Ok(());
    }
    Err(nothing_there(root, &parts))
}

/// Every id of a range, in the order of the tree.
fn shared_ids(node: &Node, found: &mut Vec<String>) {
    match &node.value {
        Value::List(list) => list.iter().for_each(|it| shared_ids(it, found)),
        Value::Table(table) => {
            let id = table.get("id").and_then(Node::text).filter(|_| table.get("min").is_some());
            found.extend(id.map(str::to_owned));
            table.entries.iter().for_each(|it| shared_ids(&it.node, found));
        }
        _ => {}
    }
}

fn create(table: &mut Table, parts: &[Part], place: Place, value: Node) {
    let [Part::Key(key), rest @ ..] = parts else {
        return;
    };
    if rest.is_empty() {
        table.set(key, place, value);
        return;
    }
    let mut node = Node::empty(place);
    if let Some(inner) = node.table_mut() {
        create(inner, rest, place, value);
    }
    table.set(key, place, node);
}

/// The forms that the table of keys allows at some steps.
fn forms_at(steps: &[Part]) -> Vec<&'static Form> {
    let mut forms: Vec<&'static Form> = vec![&ROOT_FORM];
    for step in steps {
        forms = flat(forms).into_iter().flat_map(|form| inside(form, step)).collect();
    }
    flat(forms)
}

static ROOT_FORM: Form = Form::Table(&keys::ROOT);

fn flat(forms: Vec<&'static Form>) -> Vec<&'static Form> {
    let mut all = Vec::new();
    for form in forms {
        match form {
            Form::Any(inner) => all.extend(inner.iter()),
            other => all.push(other),
        }
    }
    all
}

fn inside(form: &'static Form, step: &Part) -> Option<&'static Form> {
    match (form, step) {
        (Form::Table(kind), Part::Key(key)) => Rows::force(kind).key(key).map(|it| &it.form),
        (Form::Named(inner), Part::Key(_)) | (Form::List(inner), Part::Index(_)) => Some(inner),
        _ => None,
    }
}

fn may_be_new(steps: &[Part], parts: &[Part], value: &Node) -> bool {
    let mut forms = forms_at(steps);
    for (position, part) in parts.iter().enumerate() {
        let last = position + 1 == parts.len();
        let next: Vec<&'static Form> = forms
            .iter()
            .filter(|it| !matches!(it, Form::Named(inner) if matches!(**inner, Form::Table(_)) && !(last && value.table().is_some())))
            .filter_map(|form| inside(form, part))
            .collect();
        if next.is_empty() {
            return false;
        }
        forms = flat(next);
    }
    true
}

fn ambiguous(root: &Node, path: &str, several: &[Vec<Part>]) -> Wrong {
    let quoted = |steps: &Vec<Part>| {
        let part = |it: &Part| match it {
            Part::Key(key) if key.contains('.') => format!(".\"{key}\""),
            Part::Key(key) => format!(".{key}"),
            Part::Index(index) => format!("[{index}]"),
        };
        steps.iter().map(part).collect::<String>().trim_start_matches('.').to_owned()
    };
    debug_assert!(node_at(root, &several[0]).is_some());
    let all =
        several.iter().take(5).map(|it| format!("`{}`", quoted(it))).collect::<Vec<_>>().join(", ");
    (
        say!("путь `{path}` можно понять по-разному", "`{path}` can be read in several ways"),
        say!("поставьте кавычки: {all}", "put names in quotes: {all}"),
    )
}

fn nothing_there(root: &Node, parts: &[Part]) -> Wrong {
    let longest = (0..parts.len()).rev().find_map(|known| {
        let found = readings(root, &parts[..known]);
        found.into_iter().next().map(|steps| (known, steps))
    });
    let (known, steps) = longest.unwrap_or_default();
    let before = written(root, &steps);
    let missing = match &parts[known.min(parts.len() - 1)] {
        Part::Key(key) => key.clone(),
        Part::Index(index) => format!("[{index}]"),
    };
    let mut names: Vec<String> = Vec::new();
    match node_at(root, &steps).map(|it| &it.value) {
        Some(Value::Table(table)) => names.extend(table.entries.iter().map(|it| it.key.clone())),
        Some(Value::List(list)) => {
            names.extend(list.iter().filter_map(|it| it.own_key().map(str::to_owned)))
        }
        _ => {}
    }
    for form in forms_at(&steps) {
        if let Form::Table(kind) = form {
            names.extend(kind.keys().iter().map(|it| it.name.to_owned()));
        }
    }
    if parts.len() == 1 {
        shared_ids(root, &mut names);
    }
    // A dotted name may be misspelt in any of its parts.
    let rest: Vec<String> = parts[known..]
        .iter()
        .map_while(|it| match it {
            Part::Key(key) => Some(key.clone()),
            Part::Index(_) => None,
        })
        .collect();
    let near = (1..=rest.len()).rev().find_map(|count| {
        suggestion(&rest[..count].join("."), names.iter().map(String::as_str)).map(str::to_owned)
    });
    let what = if before.is_empty() {
        say!("нет такого пути: `{missing}`", "there is no such path: `{missing}`")
    } else {
        say!("в `{before}` нет `{missing}`", "there is no `{missing}` in `{before}`")
    };
    let instead = match near {
        Some(near) => say!("возможно, `{near}`?", "did you mean `{near}`?"),
        None if names.is_empty() => say!("проверьте путь", "check the path"),
        None => {
            // What is written here is mostly what may be written here.
            let mut told = HashSet::new();
            let all = names
                .iter()
                .filter(|it| told.insert(it.as_str()))
                .take(30)
                .map(|it| format!("`{it}`"))
                .collect::<Vec<_>>()
                .join(", ");
            say!("там есть: {all}", "there are {all}")
        }
    };
    (what, instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_keys_and_positions() {
        let key = |name: &str| Part::Key(name.to_owned());
        let parts = parse("streams.\"ticket.emergency\".route[0].effort[1].mean").unwrap();
        let wanted = [
            key("streams"),
            key("ticket.emergency"),
            key("route"),
            Part::Index(0),
            key("effort"),
            Part::Index(1),
            key("mean"),
        ];
        assert_eq!(parts, wanted);
        for bad in ["", ".", "a..b", "a[", "a[x]", "a[1]b", "\"a", "a.", "a\"b\""] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
