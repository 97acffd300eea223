//! `like`: a role or a stream that is as another one, but for what it states itself.
//!
//! What it does not state is copied before anything else is read or set, so that a value that is set
//! later is set for one of them.

use super::model::Text;
use super::names::Names;
use super::problem::say;
use super::reader::{At, Check};
use super::tree::{Entry, Node, Table};

/// The tables whose entries may be like others, and what is each one's own.
const ALIKE: [(&str, &[&str]); 2] =
    [("roles", &["like", "title", "headcount", "people"]), ("streams", &["like", "title"])];

/// Copies into every role and stream what it has from the one that it is like.
pub(super) fn fill(root: &mut Node) {
    let Some(root) = root.table_mut() else { return };
    for (name, own) in ALIKE {
        let Some(table) = root.get_mut(name).and_then(Node::table_mut) else { continue };
        let written = table.clone();
        for entry in &mut table.entries {
            let taken = inherited(&entry.key, &entry.node, &written, own);
            if let Some(table) = entry.node.table_mut() {
                table.entries.extend(taken);
            }
        }
    }
}

/// What an entry takes from the one that it is like, and from the one that that is like, and so on.
fn inherited(key: &str, node: &Node, all: &Table, own: &[&str]) -> Vec<Entry> {
    let mut seen = vec![key];
    let mut taken: Vec<Entry> = Vec::new();
    let mut next = like(node);
    while let Some((name, other)) = next.and_then(|it| Some((it, all.get(it)?.table()?))) {
        if seen.contains(&name) {
            break;
        }
        seen.push(name);
        for entry in &other.entries {
            let states = node.table().is_some_and(|it| it.get(&entry.key).is_some());
            let has = taken.iter().any(|it| it.key == entry.key);
            if !states && !has && !own.contains(&entry.key.as_str()) {
                taken.push(entry.clone());
            }
        }
        next = all.get(name).and_then(like);
    }
    taken
}

fn like(node: &Node) -> Option<&str> {
    node.table()?.get("like")?.text()
}

/// Says so where a name is none of the others.
pub(super) fn check(own: usize, at: Option<&At<'_>>, names: &Names, c: &mut Check<'_>) {
    let Some(at) = at else { return };
    if names.find(at, c) == Some(own) {
        let what = say!("сам на себя похож", "it is like itself");
        c.wrong(at, what, say!("назовите другую или уберите like", "name another or remove like"));
    }
}

/// Why `like` is no value to set, where a path ends in it.
pub(super) fn refused(path: &str) -> Option<(Text, Text)> {
    path.trim().ends_with(".like").then(|| {
        (
            say!(
                "like нельзя задать значением: он читается раньше",
                "like cannot be set: it is read before"
            ),
            say!("напишите его в файле", "write it in the file"),
        )
    })
}
