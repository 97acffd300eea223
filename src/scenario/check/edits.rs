//! Changes of a policy that edit the tree, which is then checked again.

use super::changes::Written;
use crate::scenario::keys::{AssignmentFile, ChangeKind, SetFile};
use crate::scenario::named;
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::tree::{Node, Value};
use crate::scenario::value::word;

/// Whether changes of a kind edit the tree.
pub(crate) fn edits(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::Assignment | ChangeKind::Set)
}

/// Makes a change of such a kind in the tree.
pub(crate) fn edit(tree: &mut Node, change: &Written<'_>, c: &mut Check<'_>) {
    match change.kind == ChangeKind::Assignment {
        true => assignment(tree, &change.at, c),
        false => set(tree, &change.at, c),
    }
}

/// The streams that a change is about; all when it names none.
fn chosen(tree: &Node, named: Option<At<'_>>, c: &mut Check<'_>) -> Vec<String> {
    let entries = At::root(tree).child("streams").map_or_else(Vec::new, |it| it.children());
    let names = entries.into_iter().map(|(key, ..)| key.to_owned());
    let streams = Names::new("вид работ", "stream", names);
    let chosen = streams.chosen(named, c);
    chosen.into_iter().map(|it| streams.list()[it].clone()).collect()
}

fn put(tree: &mut Node, path: &[&str], value: &At<'_>) {
    let Some((last, before)) = path.split_last() else {
        return;
    };
    let mut node = tree;
    for key in before {
        let Some(next) = node.table_mut().and_then(|it| it.get_mut(key)) else {
            return;
        };
        node = next;
    }
    if let Some(table) = node.table_mut() {
        table.set(last, value.node.place, value.node.clone());
    }
}

fn assignment(tree: &mut Node, at: &At<'_>, c: &mut Check<'_>) {
    let file = AssignmentFile::of(at);
    let is_manual = file.assignment.read(c);
    let streams = chosen(tree, file.streams.at, c);
    match (is_manual, file.noticed_after.at) {
        (Some(true), Some(at)) => {
            for stream in streams {
                put(tree, &["streams", &stream, "noticed_after"], &at);
            }
        }
        (Some(true), None) => {
            let what = say!("не сказано, когда замечают", "it is not said when work is noticed");
            let instead = say!(
                "noticed_after = {{ mean = \"20min\" }}",
                "noticed_after = {{ mean = \"20min\" }}"
            );
            c.wrong(at, what, instead);
        }
        (Some(false), Some(at)) => {
            let what = say!(
                "при автоматическом назначении замечают сразу",
                "automatic assignment notices at once"
            );
            c.wrong(&at, what, say!("уберите noticed_after", "remove noticed_after"));
        }
        (Some(false), None) => {
            for stream in streams {
                let table = tree.table_mut().and_then(|it| it.get_mut("streams"));
                let stream = table.and_then(Node::table_mut).and_then(|it| it.get_mut(&stream));
                if let Some(table) = stream.and_then(Node::table_mut) {
                    table.remove("noticed_after");
                }
            }
        }
        (None, _) => {}
    }
}

/// What every policy must share, or the comparison would compare nothing.
const SHARED: [&str; 8] =
    ["start", "months", "lead_in", "run_out", "replications", "seed", "name", "currency"];

fn set(tree: &mut Node, at: &At<'_>, c: &mut Check<'_>) {
    let file = SetFile::of(at);
    let Some(own) = &file.set.at else { return };
    let (Some(path), Some(value)) = (word(own, c), file.value.at) else {
        return;
    };
    if is_shared(&path) {
        let what = say!("`{path}` общее для всех вариантов", "`{path}` is shared by all policies");
        c.wrong(
            own,
            what,
            say!("измените его в самом сценарии", "change it in the scenario itself"),
        );
        return;
    }
    // A table written with its source is itself a value: `value = { value = 2, source = "P-01" }`.
    let node = value.node.clone();
    if matches!(node.value, Value::Table(ref table) if table.entries.is_empty()) {
        let what = say!("пустое значение", "an empty value");
        c.wrong(&value, what, say!("напишите значение", "write a value"));
        return;
    }
    if let Err((what, instead)) = named::set(tree, &path, own.node.place, node) {
        c.wrong(own, what, instead);
    }
}

fn is_shared(path: &str) -> bool {
    let first = first_key(path);
    (first == "scenario" && SHARED.contains(&last_key(path)))
        || ["policies", "extend"].contains(&first)
}

/// Whether a value is one of all policies, or of the question that is asked of them: no change of a
/// single policy.
pub(crate) fn shared_by_policies(path: &str) -> bool {
    let first = first_key(path);
    is_shared(path)
        || ["plan", "claims"].contains(&first)
        || path.ends_with('+')
        || path == "scenario.title"
        || path == "scenario.language"
}

fn first_key(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or_default().trim().trim_matches('"')
}

pub(crate) fn last_key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default().trim().trim_matches('"')
}
