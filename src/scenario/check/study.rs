//! From one tree to the scenario of every policy.

use super::edits::edit;
use super::scenario;
use crate::ids::StreamId;
use crate::scenario::inputs::Inputs;
use crate::scenario::keys;
use crate::scenario::model::{Arrival, Policy, Quantity, Scenario, Text};
use crate::scenario::problem::{Problem, say};
use crate::scenario::reader::{At, Check, Fields, list, usable};
use crate::scenario::route;
use crate::scenario::source::Files;
use crate::scenario::tree::{Node, Place};
use crate::scenario::value::key_word;
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

/// The scenario of every policy, or every problem.
pub(crate) fn study(root: &Node, files: &Files) -> Result<Vec<Policy>, Vec<(Place, Problem)>> {
    let mut c = Check::new(files, Inputs::default());
    let base = scenario(root, &[], &mut c);
    unspawned(base.as_ref(), root, &mut c);
    let written = policies(root, &mut c);
    let base_inputs = c.inputs.kept();
    let mut problems = std::mem::take(&mut c.problems);
    let place_and_words = |it: &(Place, Problem)| (it.0, it.1.path.clone(), it.1.what.en.clone());
    let mut told: HashSet<_> = HashSet::new();
    problems.retain(|it| told.insert(place_and_words(it)));

    let mut scenarios: Vec<Option<Scenario>> = Vec::new();
    for policy in &written {
        let mut c = Check::new(files, base_inputs.clone());
        let mut tree = root.clone();
        for change in &policy.changes {
            edit(&mut tree, change, &mut c);
        }
        scenarios.push(scenario(&tree, &policy.changes, &mut c));
        for (place, mut problem) in c.problems {
            if !told.insert((place, problem.path.clone(), problem.what.en.clone())) {
                continue;
            }
            let own = |it: &At<'_>| {
                let range = it.node.place;
                range.file == place.file && (range.start..=range.end).contains(&place.start)
            };
            if !policy.changes.iter().any(own) {
                // Something else became wrong by the changes: say by whose.
                let (Text { ru, en }, key) = (problem.what, &policy.key);
                problem.what = say!("при варианте `{key}`: {ru}", "under the policy `{key}`: {en}");
            }
            problems.push((place, problem));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    debug_assert!(base.is_some(), "what cannot be read has a problem");
    let empty = nobody(&scenarios);
    let policies = written.into_iter().zip(scenarios).map(|(policy, scenario)| {
        let mut scenario = scenario?;
        scenario.notes.extend(empty.iter().cloned());
        Some(Policy { key: policy.key, title: policy.title, scenario })
    });
    policies.collect::<Option<_>>().ok_or(problems)
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
fn nobody(scenarios: &[Option<Scenario>]) -> Vec<Text> {
    let all: Vec<&Scenario> = scenarios.iter().flatten().collect();
    let Some(first) = all.first() else {
        return Vec::new();
    };
    let hired = |role: usize| {
        all.iter().any(|it| {
            it.roles[role].headcount > 0
                || it.hires.iter().any(|hire| hire.role.index() == role)
                || it.triggers.iter().any(|trigger| trigger.role.index() == role)
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
