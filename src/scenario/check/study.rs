//! From one tree to the scenario of every policy.

use super::edits::{edit, edits};
use super::{Checked, changes, limits, scenario, sources};
use crate::ids::StreamId;
use crate::scenario::change::Change;
use crate::scenario::inputs::InputTable;
use crate::scenario::keys;
use crate::scenario::model::{Arrival, Policy, Quantity, Scenario, Text};
use crate::scenario::problem::{Problem, say};
use crate::scenario::reader::{At, Check, Fields, list, usable};
use crate::scenario::route;
use crate::scenario::source::Files;
use crate::scenario::tree::{Node, Place};
use crate::scenario::value::key_word;
use std::borrow::Cow;
use std::collections::HashSet;

/// The key of the only policy of a file that states none.
pub(crate) const AS_IS: &str = "as-is";

/// Each policy is a scenario of its own.
const MOST_POLICIES: usize = 300;

/// A policy as written.
struct Written<'a> {
    key: String,
    title: Text,
    changes: Vec<At<'a>>,
}

/// Every policy, or every problem.
///
/// The file is checked once. Of a policy its changes are read, and the whole tree only where they
/// replace values of the file.
pub(crate) fn study(root: &Node, files: &Files) -> Result<Vec<Policy>, Vec<(Place, Problem)>> {
    let mut c = Check::new(files, InputTable::default());
    let base = scenario(root, &mut c);
    unspawned(base.as_ref().and_then(|it| it.scenario.as_ref()), root, &mut c);
    let written = policies(root, &mut c);
    let mut problems = std::mem::take(&mut c.problems);
    let mut made = Vec::new();
    for policy in &written {
        let mut c = c.clone();
        made.push(make(policy, root, base.as_ref(), &mut c));
        let known: HashSet<_> = problems.iter().map(|(place, it)| (*place, &it.path)).collect();
        c.problems.retain(|(place, it)| !known.contains(&(*place, &it.path)));
        for (place, problem) in &mut c.problems {
            let own = |it: &At<'_>| {
                let range = it.node.place;
                range.file == place.file && (range.start..=range.end).contains(&place.start)
            };
            if !policy.changes.iter().any(own) {
                // Something else became wrong by the changes: say by whose.
                let (Text { ru, en }, key) = (std::mem::take(&mut problem.what), &policy.key);
                problem.what = say!("при варианте `{key}`: {ru}", "under the policy `{key}`: {en}");
            }
        }
        problems.append(&mut c.problems);
    }
    let made: Option<Vec<_>> = made.into_iter().collect();
    let Some(made) = made.filter(|_| problems.is_empty()) else {
        debug_assert!(!problems.is_empty(), "what cannot be read has a problem");
        return Err(problems);
    };
    let empty = nobody(made.iter().map(|it| &it.1).collect());
    let policies = written.into_iter().zip(made).map(|(Written { key, title, .. }, made)| {
        let (changes, mut scenario) = made;
        scenario.notes.extend(empty.iter().cloned());
        Policy { key, title, changes, scenario }
    });
    Ok(policies.collect())
}

/// The changes of a policy, and what they make of the scenario.
fn make(
    policy: &Written<'_>,
    root: &Node,
    base: Option<&Checked>,
    c: &mut Check<'_>,
) -> Option<(Vec<Change>, Scenario)> {
    let written = changes::written(&policy.changes, c);
    let mut edited = Cow::Borrowed(root);
    written.iter().filter(|it| edits(it.kind)).for_each(|it| edit(edited.to_mut(), it, c));
    let again = match &edited {
        Cow::Owned(tree) => {
            (c.inputs, c.notes) = (c.inputs.kept(), Vec::new());
            scenario(tree, c)
        }
        Cow::Borrowed(_) => None,
    };
    let Checked { scenario, book } = again.as_ref().or(base)?;
    let changes: Vec<Change> = written.iter().flat_map(|it| changes::read(it, book, c)).collect();
    let mut scenario = scenario.clone()?;
    for change in &changes {
        scenario.apply(change, c.inputs.list());
    }
    if changes.iter().any(|it| matches!(it, Change::Interrupts(..))) {
        let streams = At::root(&edited).child("streams")?.children();
        let entries: Vec<At<'_>> = streams.into_iter().map(|it| it.2).collect();
        limits::check(&scenario.streams, &entries, scenario.marks.len(), c);
    }
    scenario.inputs = c.inputs.list().to_vec();
    scenario.notes.clone_from(&c.notes);
    scenario.sources.extend(policy.changes.iter().flat_map(|it| sources::all(it, c.files)));
    Some((changes, scenario))
}

fn policies<'a>(root: &'a Node, c: &mut Check<'_>) -> Vec<Written<'a>> {
    let as_is =
        Written {
            key: AS_IS.to_owned(), title: say!("Как есть", "As is"), changes: Vec::new()
        };
    let Some(at) = At::root(root).child("policies") else {
        return vec![as_is];
    };
    let Some(items) = list(&at, c) else {
        return vec![as_is];
    };
    if items.len() > MOST_POLICIES {
        let found = items.len();
        let what = say!("вариантов слишком много: {found}", "too many policies: {found}");
        c.wrong(&at, what, say!("не больше {MOST_POLICIES}", "at most {MOST_POLICIES}"));
        return vec![as_is];
    }
    let mut all: Vec<Written<'a>> = Vec::new();
    for mut at in items {
        if let Some(key) = at.node.own_key() {
            at.path = format!("policies.{key}");
        }
        let Some(fields) = Fields::open(&at, &keys::POLICY, c) else {
            continue;
        };
        let key = fields.get("key").and_then(|it| {
            let key = key_word(&it, c)?;
            usable(&key, it.node.place, &it.path, c);
            if all.iter().any(|it| it.key == key) {
                let what = say!("вариант `{key}` уже есть", "there is a policy `{key}` already");
                c.wrong(&it, what, say!("дайте другое имя", "choose another key"));
            }
            Some(key)
        });
        let key = key.unwrap_or_default();
        let title = fields.title("title", &key, c);
        let changes = fields.get("changes").and_then(|it| list(&it, c)).unwrap_or_default();
        all.push(Written { key, title, changes });
    }
    if all.is_empty() { vec![as_is] } else { all }
}

/// A problem for every stream that waits for others to cause it, when none does and none is there.
///
/// Only of the scenario as it stands: a policy may well do without the work.
fn unspawned(base: Option<&Scenario>, root: &Node, c: &mut Check<'_>) {
    let Some(base) = base else { return };
    let steps = base.streams.iter().flat_map(|it| route::all(&it.route));
    let spawned = steps.filter_map(|it| it.spawn);
    let caused: HashSet<StreamId> = spawned.map(|(stream, _)| stream).collect();
    let streams = At::root(root).child("streams");
    for (index, stream) in base.streams.iter().enumerate() {
        let empty = stream.backlog_at_start == Quantity::Known(0.0);
        if stream.arrival != Arrival::Spawned || caused.contains(&StreamId::new(index)) || !empty {
            continue;
        }
        let entry = streams.as_ref().and_then(|it| it.child(&stream.key));
        if let Some(at) = entry.and_then(|it| it.child("arrival")) {
            let key = &stream.key;
            let what = say!(
                "ни один маршрут не порождает `{key}`: этой работы никогда не будет",
                "no route spawns `{key}`: this work never comes"
            );
            let instead = say!(
                "добавьте шаг {{ spawn = \"{key}\" }} или напишите, как часто она приходит",
                "add a step {{ spawn = \"{key}\" }}, or say how often it arrives"
            );
            c.wrong(&at, what, instead);
        }
    }
}

/// Roles without people that no policy and no plan hires: legal, and probably a slip.
fn nobody(all: Vec<&Scenario>) -> Vec<Text> {
    let Some(first) = all.first() else {
        return Vec::new();
    };
    let hired = |role: usize| {
        all.iter().any(|it| {
            it.roles[role].headcount > 0
                || it.hires.iter().any(|hire| hire.role.index() == role)
                || it.triggers.iter().any(|trigger| trigger.role.index() == role)
                || it.hiring_rules.iter().any(|rule| rule.role.index() == role)
                || it
                    .planning
                    .roles
                    .iter()
                    .any(|(planned, most)| planned.index() == role && *most > 0)
        })
    };
    let empty = first.roles.iter().enumerate().filter(|(role, _)| !hired(*role));
    empty
        .map(|(_, role)| {
            let key = &role.key;
            say!(
                "В роли `{key}` никого нет, и ни один вариант никого не нанимает",
                "Nobody has the role `{key}`, and no policy hires anybody"
            )
        })
        .collect()
}
