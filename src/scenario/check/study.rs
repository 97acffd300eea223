//! From one tree to the scenario of every policy.

use super::edits::{edit, edits};
use super::overtime;
use super::{Checked, changes, limits, scenario, sources};
use crate::ids::StreamId;
use crate::scenario::change::Change;
use crate::scenario::inputs::InputTable;
use crate::scenario::keys::PolicyFile;
use crate::scenario::model::{Arrival, Policy, Quantity, Scenario, Text};
use crate::scenario::names::Names;
use crate::scenario::problem::{Problem, say};
use crate::scenario::reader::{At, Check, list, usable};
use crate::scenario::route;
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

/// What was made of one tree.
pub(super) struct Made {
    /// Every policy; `None` when something is wrong.
    pub(super) policies: Option<Vec<Policy>>,
    /// The inputs of the tree, but not those that only policies know.
    pub(super) inputs: InputTable,
    /// What is wrong.
    pub(super) problems: Vec<(Place, Problem)>,
}

/// Every policy of a tree, and every problem; the changes of readings come before those of policies.
///
/// The file is checked once. Of a policy its changes are read, and the whole tree only where they
/// replace values of the file.
pub(super) fn policies_of(root: &Node, readings: &[At<'_>], mut c: Check<'_>) -> Made {
    let base = checked(root, readings, &mut c);
    unspawned(base.as_ref().and_then(|it| it.scenario.as_ref()), root, &mut c);
    let written = policies(root, &mut c);
    let mut problems = std::mem::take(&mut c.problems);
    let mut made = Vec::new();
    for policy in &written {
        let mut c = c.clone();
        made.push(make(policy, root, readings, base.as_ref(), &mut c));
        let known: HashSet<_> = problems.iter().map(|(place, it)| (*place, &it.path)).collect();
        c.problems.retain(|(place, it)| !known.contains(&(*place, &it.path)));
        for (place, problem) in &mut c.problems {
            let key = &policy.key;
            if !stands_in(*place, &policy.changes) {
                // Something else became wrong by the changes: say by whose.
                say_when(problem, &say!("при варианте `{key}`", "under the policy `{key}`"));
            }
        }
        problems.append(&mut c.problems);
    }
    let made: Option<Vec<_>> = made.into_iter().collect();
    let policies = made.filter(|_| problems.is_empty()).map(|made| {
        let empty = nobody(made.iter().map(|it| &it.1).collect());
        let policies = written.into_iter().zip(made).map(|(Written { key, title, .. }, made)| {
            let (changes, mut scenario) = made;
            scenario.notes.extend(empty.iter().cloned());
            Policy { key, title, changes, scenario }
        });
        policies.collect()
    });
    debug_assert!(policies.is_some() || !problems.is_empty(), "what cannot be read has a problem");
    Made { policies, inputs: c.inputs, problems }
}

/// Whether a place is inside one of some values.
pub(super) fn stands_in(place: Place, values: &[At<'_>]) -> bool {
    values
        .iter()
        .map(|it| it.node.place)
        .any(|it| it.file == place.file && (it.start..=it.end).contains(&place.start))
}

/// Says under which changes something is wrong that they do not state themselves.
pub(super) fn say_when(problem: &mut Problem, when: &Text) {
    let Text { ru, en } = std::mem::take(&mut problem.what);
    problem.what = Text { ru: format!("{}: {ru}", when.ru), en: format!("{}: {en}", when.en) };
}

/// A tree that was checked, with those changes of readings that are not made in the tree.
fn checked(tree: &Node, readings: &[At<'_>], c: &mut Check<'_>) -> Option<Checked> {
    let mut checked = scenario(tree, c)?;
    let written = changes::written(readings, c);
    if let Some(scenario) = checked.scenario.as_mut().filter(|_| !written.is_empty()) {
        let read = |it| changes::read(it, &checked.book, c);
        let changes: Vec<Change> = written.iter().flat_map(read).collect();
        apply(&changes, scenario, tree, c);
        let own = written.iter().filter(|it| !edits(it.kind));
        scenario.sources.extend(own.flat_map(|it| sources::all(&it.at, c.files)));
    }
    Some(checked)
}

fn make(
    policy: &Written<'_>,
    root: &Node,
    readings: &[At<'_>],
    base: Option<&Checked>,
    c: &mut Check<'_>,
) -> Option<(Vec<Change>, Scenario)> {
    let written = changes::written(&policy.changes, c);
    let mut edited = Cow::Borrowed(root);
    written.iter().filter(|it| edits(it.kind)).for_each(|it| edit(edited.to_mut(), it, c));
    let again = match &edited {
        Cow::Owned(tree) => {
            (c.inputs, c.notes) = (c.inputs.kept(), Vec::new());
            checked(tree, readings, c)
        }
        Cow::Borrowed(_) => None,
    };
    let Checked { scenario, book } = again.as_ref().or(base)?;
    overtime::once(&written, c);
    let changes: Vec<Change> = written.iter().flat_map(|it| changes::read(it, book, c)).collect();
    let mut scenario = scenario.clone()?;
    apply(&changes, &mut scenario, &edited, c);
    scenario.notes.clone_from(&c.notes);
    scenario.sources.extend(policy.changes.iter().flat_map(|it| sources::all(it, c.files)));
    Some((changes, scenario))
}

/// Makes changes in a scenario that was read from a tree.
fn apply(changes: &[Change], scenario: &mut Scenario, tree: &Node, c: &mut Check<'_>) {
    for change in changes {
        scenario.apply(change, c.inputs.list());
    }
    if changes.iter().any(|it| matches!(it, Change::Interrupts(..))) {
        let streams = At::root(tree).child("streams").map_or_else(Vec::new, |it| it.children());
        let entries: Vec<At<'_>> = streams.into_iter().map(|it| it.2).collect();
        limits::check(&scenario.streams, &entries, scenario.marks.len(), c);
    }
    scenario.inputs = c.inputs.list().to_vec();
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
        let Some(file) = PolicyFile::open(&at, c) else {
            continue;
        };
        let key = file.key.with(|it| {
            let key = key_word(it, c)?;
            usable(&key, it.node.place, &it.path, c);
            if all.iter().any(|it| it.key == key) {
                let what = say!("вариант `{key}` уже есть", "there is a policy `{key}` already");
                c.wrong(it, what, say!("дайте другое имя", "choose another key"));
            }
            Some(key)
        });
        let key = key.unwrap_or_default();
        let title = file.title.title(&key, c);
        // Policies above alone: so that no two can begin with each other.
        let above = Names::new("вариант", "policy", all.iter().map(|it| it.key.clone()));
        let with = file.with.at.map_or_else(Vec::new, |it| above.find_all(&it, c));
        let mut changes: Vec<At<'a>> =
            with.into_iter().flat_map(|it| all[it].changes.clone()).collect();
        changes.extend(file.changes.at.and_then(|it| list(&it, c)).unwrap_or_default());
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
