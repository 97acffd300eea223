//! Changes of a policy that edit the tree, which is then checked again.

use crate::scenario::keys;
use crate::scenario::names::Names;
use crate::scenario::path;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, kind_of};
use crate::scenario::tree::{Node, Value};
use crate::scenario::value::word;

/// Applies a change to the tree, when it is one that edits it.
pub(crate) fn edit(tree: &mut Node, at: &At<'_>, c: &mut Check<'_>) {
    let Some((kind, keys)) = kind_of(at, keys::CHANGE_KINDS, c).copied() else {
        return;
    };
    if ["hire", "hire_when", "contractor", "automation"].contains(&kind) {
        return;
    }
    let Some(fields) = Fields::open(at, keys, c) else {
        return;
    };
    let Some(own) = fields.get(kind) else { return };
    match kind {
        "stand_in" => {
            let roles = names(tree, "roles", "роль", "role");
            let role = roles.find(&own, c);
            if let (Some(role), Some(by)) = (role, fields.get("by")) {
                put(tree, &["roles", &roles.list()[role], "stand_in"], &by);
            }
        }
        "discipline" => put(tree, &["scenario", "discipline"], &own),
        "interrupts" => {
            for stream in chosen(tree, &fields, c) {
                put(tree, &["streams", &stream, "interrupts"], &own);
            }
        }
        "assignment" => assignment(tree, &fields, c),
        _ => set(tree, &own, &fields, c),
    }
}

/// The streams that a change is about; all when it names none.
fn chosen(tree: &Node, fields: &Fields<'_>, c: &mut Check<'_>) -> Vec<String> {
    let streams = names(tree, "streams", "вид работ", "stream");
    match fields.get("streams") {
        Some(at) => {
            let found = streams.find_all(&at, c);
            found.into_iter().map(|it| streams.list()[it].clone()).collect()
        }
        None => streams.list().to_vec(),
    }
}

fn names(tree: &Node, table: &str, ru: &str, en: &str) -> Names {
    let entries = At::root(tree).child(table).map_or_else(Vec::new, |it| it.children());
    Names::new(ru, en, entries.into_iter().map(|(key, ..)| key.to_owned()))
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

fn assignment(tree: &mut Node, fields: &Fields<'_>, c: &mut Check<'_>) {
    let how = fields.choice("assignment", c);
    let streams = chosen(tree, fields, c);
    let noticed = fields.get("noticed_after");
    match (how, noticed) {
        (Some("manual"), Some(at)) => {
            for stream in streams {
                put(tree, &["streams", &stream, "noticed_after"], &at);
            }
        }
        (Some("manual"), None) => {
            let what = say!("не сказано, когда замечают", "it is not said when work is noticed");
            let instead = say!(
                "noticed_after = {{ mean = \"20min\" }}",
                "noticed_after = {{ mean = \"20min\" }}"
            );
            c.wrong(fields.at(), what, instead);
        }
        (Some(_), Some(at)) => {
            let what = say!(
                "при автоматическом назначении замечают сразу",
                "automatic assignment notices at once"
            );
            c.wrong(&at, what, say!("уберите noticed_after", "remove noticed_after"));
        }
        (Some(_), None) => {
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

fn set(tree: &mut Node, own: &At<'_>, fields: &Fields<'_>, c: &mut Check<'_>) {
    let (Some(path), Some(value)) = (word(own, c), fields.get("value")) else {
        return;
    };
    let first = path.split(['.', '[']).next().unwrap_or("").trim().trim_matches('"').to_owned();
    let last = path.rsplit('.').next().unwrap_or("").trim().trim_matches('"').to_owned();
    let shared = (first == "scenario" && SHARED.contains(&last.as_str()))
        || first == "policies"
        || first == "extend";
    if shared {
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
    if let Err((what, instead)) = path::set(tree, &path, own.node.place, node) {
        c.wrong(own, what, instead);
    }
}
