//! Values by the names that people type: a path, the `id` of a range, or the end of a range's path.

use super::like;
use super::path::{Part, Wrong, node_at, node_at_mut, parse, readings, set_path, written};
use super::problem::say;
use super::suggestion::suggestion;
use super::tree::{Node, Place, Value};
use std::collections::HashSet;

/// Sets the value of a path; a key that the format knows may be new. The `id` of a range is a path
/// too: it sets the number wherever it stands. So is the end of a range's path, where no other range's
/// path ends so.
pub(crate) fn set(root: &mut Node, path: &str, key_place: Place, value: Node) -> Result<(), Wrong> {
    if let Some(refused) = like::refused(path) {
        return Err(refused);
    }
    let parts = parse(path)?;
    if let [Part::Key(name)] = parts.as_slice()
        && root.table().is_none_or(|it| it.get(name).is_none())
        && set_shared(root, name, &value)
    {
        return Ok(());
    }
    let begins = |it: &Part| match it {
        Part::Key(name) => root.table().is_some_and(|table| table.get(name).is_some()),
        Part::Index(_) => false,
    };
    let known = parts.first().is_some_and(begins) || !readings(root, &parts).is_empty();
    let found = if known { Vec::new() } else { tails(root, path) };
    if let ([], [Part::Key(role)]) = (found.as_slice(), parts.as_slice())
        && root.table().and_then(|it| it.get("roles")?.table()?.get(role)).is_some()
    {
        return Err((
            say!("`{role}` — роль, а не число", "`{role}` is a role, not a number"),
            say!(
                "людей с самого начала — roles.{role}.headcount=2; ещё один с даты — --hire {role}@2026-09-01",
                "people from the start are roles.{role}.headcount=2; one more from a day is --hire {role}@2026-09-01"
            ),
        ));
    }
    match found.as_slice() {
        [] => set_path(root, path, key_place, value),
        [steps] => set_range(root, steps, value),
        several => Err(several_tails(root, path, several)),
    }
}

/// Sets a range, and those that are the same number by its id.
fn set_range(root: &mut Node, steps: &[Part], value: Node) -> Result<(), Wrong> {
    let range = node_at(root, steps).and_then(Node::table);
    let id = range.and_then(|it| it.get("id")).and_then(Node::text).map(str::to_owned);
    match (id, node_at_mut(root, steps)) {
        (Some(id), _) => {
            set_shared(root, &id, &value);
        }
        (None, Some(node)) => *node = value,
        (None, None) => {}
    }
    Ok(())
}

/// The ranges whose paths end so, one of several that share an id; where there is none, the other values.
fn tails(root: &Node, path: &str) -> Vec<Vec<Part>> {
    let ranges = tails_of(root, path, true);
    if !ranges.is_empty() {
        return ranges;
    }
    // A slip of a name at the top is no end of another path.
    let top = root.table().map_or(&[][..], |it| &it.entries).iter().map(|it| it.key.as_str());
    match suggestion(path.split(['.', '[']).next().unwrap_or_default(), top) {
        Some(_) => Vec::new(),
        None => tails_of(root, path, false),
    }
}

fn tails_of(root: &Node, path: &str, ranges: bool) -> Vec<Vec<Part>> {
    let Some(table) = root.table() else { return Vec::new() };
    let plain = |path: &str| path.replace('"', "");
    let end = plain(path.trim());
    let mut found = Vec::new();
    let asked = |key: &str| !["policies", "plan", "claims"].contains(&key);
    for entry in table.entries.iter().filter(|it| asked(&it.key)) {
        collect(&entry.node, ranges, &mut vec![Part::Key(entry.key.clone())], &mut found);
    }
    let mut seen: HashSet<String> = HashSet::new();
    found.retain(|(steps, id)| {
        let whole = plain(&written(root, steps));
        let before = whole.strip_suffix(&end).map(|it| it.is_empty() || it.ends_with('.'));
        before == Some(true) && id.as_ref().is_none_or(|it| seen.insert(it.clone()))
    });
    found.into_iter().map(|it| it.0).collect()
}

/// Every range in a tree with its id, or every value that is none.
fn collect(
    node: &Node,
    ranges: bool,
    at: &mut Vec<Part>,
    found: &mut Vec<(Vec<Part>, Option<String>)>,
) {
    let mut go = |part: Part, node: &Node| {
        at.push(part);
        collect(node, ranges, at, found);
        at.pop();
    };
    let has = |key: &str| node.table().is_some_and(|it| it.get(key).is_some());
    match &node.value {
        Value::List(list) => {
            list.iter().enumerate().for_each(|(index, it)| go(Part::Index(index), it));
        }
        Value::Table(table) if has("min") => {
            let id = table.get("id").and_then(Node::text).map(str::to_owned);
            found.extend(ranges.then(|| (at.clone(), id)));
        }
        Value::Table(_) if has("value") => found.extend((!ranges).then(|| (at.clone(), None))),
        Value::Table(table) => {
            table.entries.iter().for_each(|it| go(Part::Key(it.key.clone()), &it.node));
        }
        _ => found.extend((!ranges).then(|| (at.clone(), None))),
    }
}

fn several_tails(root: &Node, path: &str, several: &[Vec<Part>]) -> Wrong {
    let all = several.iter().take(5).map(|it| format!("`{}`", written(root, it)));
    let all = all.collect::<Vec<_>>().join(", ");
    (
        say!(
            "так кончаются пути нескольких чисел: `{path}`",
            "the paths of several numbers end in `{path}`"
        ),
        say!("напишите больше от пути: {all}", "write more of the path: {all}"),
    )
}

/// Adds a value to the list at a path, which begins with it where there is none yet.
pub(crate) fn append(root: &mut Node, path: &str, place: Place, value: Node) -> Result<(), Wrong> {
    let parts = parse(path)?;
    if let [steps] = readings(root, &parts).as_slice()
        && let Some(Value::List(list)) = node_at_mut(root, steps).map(|it| &mut it.value)
    {
        list.push(value);
        return Ok(());
    }
    set(root, path, place, Node { value: Value::List(vec![value]), place })
}

/// Sets every number that shares an id; whether there is one.
///
/// Policies and the plan are left alone: what they replace, they replace by a value of their own.
fn set_shared(root: &mut Node, id: &str, value: &Node) -> bool {
    let Some(table) = root.table_mut() else { return false };
    let parts = table.entries.iter_mut().filter(|it| it.key != "policies" && it.key != "plan");
    // Every part is looked through, not only the first that has it.
    parts.map(|it| set_shared_in(&mut it.node, id, value)).fold(false, |found, it| found | it)
}

fn set_shared_in(node: &mut Node, id: &str, value: &Node) -> bool {
    let own = node.table().and_then(|it| it.get("id")).and_then(Node::text);
    let is_range = node.table().is_some_and(|it| it.get("min").is_some());
    if is_range && own == Some(id) {
        let mut value = value.clone();
        if let Some(table) = value.table_mut()
            && table.get("min").is_some()
            && table.get("id").is_none()
        {
            // Another range is still one number.
            let place = node.place;
            table.set("id", place, Node { value: Value::Text(id.to_owned()), place });
        }
        *node = value;
        return true;
    }
    let set = |found: bool, node: &mut Node| set_shared_in(node, id, value) | found;
    match &mut node.value {
        Value::List(list) => list.iter_mut().fold(false, set),
        Value::Table(table) => table.entries.iter_mut().map(|it| &mut it.node).fold(false, set),
        _ => false,
    }
}
