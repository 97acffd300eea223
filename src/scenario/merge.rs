//! `extend`: what a file states replaces what the file it extends states, key by key.
//!
//! A table with a header (or dotted keys) is merged; a table in braces is one value and replaces.
//! In lists of tables with a `key` or `id` the entry of the same key is merged; other lists replace.
//! `false` removes what it stands for, unless that is itself `true` or `false`.

use super::tree::{Entry, Node, Table, Value};

/// The merged tree of a file and the one that extends it.
pub(crate) fn merge(base: &mut Node, over: Node) {
    match (&mut base.value, over.value) {
        (Value::Table(under), Value::Table(table)) if !table.inline => {
            base.place = over.place;
            for entry in table.entries {
                merge_entry(under, entry);
            }
        }
        (Value::List(under), Value::List(list)) if keyed(under) && keyed(&list) => {
            for node in list {
                let key = node.own_key().map(str::to_owned);
                match under.iter_mut().find(|it| it.own_key() == key.as_deref()) {
                    Some(known) => merge_keyed(known, node),
                    None => under.push(node),
                }
            }
        }
        // `[policies.second-tp-now]` reaches into the list by key.
        (Value::List(under), Value::Table(table)) if keyed(under) && !table.inline => {
            for entry in table.entries {
                let position = under.iter().position(|it| it.own_key() == Some(entry.key.as_str()));
                match (position, &entry.node.value) {
                    (Some(position), Value::Bool(false)) => drop(under.remove(position)),
                    (Some(position), _) => merge_keyed(&mut under[position], entry.node),
                    (None, _) => under.push(with_key(entry)),
                }
            }
        }
        (value, over_value) => (*value, base.place) = (over_value, over.place),
    }
}

fn merge_entry(under: &mut Table, entry: Entry) {
    let known = under.get_mut(&entry.key);
    match (known, &entry.node.value) {
        (Some(Node { value: Value::Bool(_), .. }) | None, _) => {
            under.set(&entry.key, entry.place, entry.node);
        }
        (Some(_), Value::Bool(false)) => under.remove(&entry.key),
        (Some(node), _) => merge(node, entry.node),
    }
}

/// An entry of a list of tables is merged although it may be written in braces.
fn merge_keyed(known: &mut Node, mut node: Node) {
    if let Some(table) = node.table_mut() {
        table.inline = false;
    }
    merge(known, node);
}

fn with_key(entry: Entry) -> Node {
    let mut node = entry.node;
    if let Some(table) = node.table_mut()
        && table.get("key").is_none()
        && table.get("id").is_none()
    {
        table.set("key", entry.place, Node { value: Value::Text(entry.key), place: entry.place });
    }
    node
}

/// Whether every entry of a list is a table with a name of its own.
fn keyed(list: &[Node]) -> bool {
    !list.is_empty() && list.iter().all(|it| it.own_key().is_some())
}
