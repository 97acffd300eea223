//! Every number that says where it comes from.

use crate::scenario::model::Sourced;
use crate::scenario::reader::At;
use crate::scenario::source::Files;
use crate::scenario::tree::{Node, Value};

/// All sourced numbers below a value, in the order of the file.
pub(crate) fn all(at: &At<'_>, files: &Files) -> Vec<Sourced> {
    let mut found = Vec::new();
    collect(at, files, &mut found);
    found
}

fn collect(at: &At<'_>, files: &Files, found: &mut Vec<Sourced>) {
    let source = at.child("source");
    if let Some(source) = source.as_ref().and_then(|it| it.node.text()) {
        let (path, value) = (at.path.clone(), written(at.node, files));
        found.push(Sourced { path, value, source: source.to_owned() });
    }
    for (key, _, child) in at.children() {
        // Policies and readings are read change by change, each with its own scenario.
        if !matches!((at.path.as_str(), key), ("", "policies") | ("plan", "readings")) {
            collect(&child, files, found);
        }
    }
    for item in at.items() {
        collect(&item, files, found);
    }
}

/// A value as the file writes it, without its source.
fn written(node: &Node, files: &Files) -> String {
    let Value::Table(table) = &node.value else {
        return files.text(node.place).trim_matches(['"', '\'']).to_owned();
    };
    let part = |key: &str| table.get(key).map(|it| written(it, files));
    match (part("value"), part("min"), part("max"), part("mean")) {
        (Some(value), ..) => value,
        (_, Some(min), Some(max), _) => match part("mode") {
            Some(mode) => format!("{min} – {mode} – {max}"),
            None => format!("{min} – {max}"),
        },
        (.., Some(mean)) => mean,
        _ => {
            let own = table.entries.iter().filter(|it| it.key != "source" && it.key != "title");
            let pair = |key: &str, node: &Node| format!("{key} {}", written(node, files));
            own.map(|it| pair(&it.key, &it.node)).collect::<Vec<_>>().join(", ")
        }
    }
}
