//! From one tree to the scenario of every policy in every world.

use super::readings::{Open, Readings, Row, read};
use super::study::{Made, policies_of, say_when, stands_in};
use crate::scenario::inputs::InputTable;
use crate::scenario::model::{Scenario, Study, Unknown, World, Worlds};
use crate::scenario::problem::{Problem, say};
use crate::scenario::reader::{At, Check};
use crate::scenario::reading::Given;
use crate::scenario::source::Files;
use crate::scenario::tree::{Node, Place};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashSet;

/// A scenario that was read.
pub(crate) struct Asked<'a> {
    /// With the values of the command line.
    pub(crate) root: &'a Node,
    /// Without them: readings change what is written, and the command line has the last word.
    pub(crate) written: &'a Node,
    /// The values of the command line.
    pub(crate) given: &'a [Given],
    /// What the files of readings state, each with the place where the file is named.
    pub(crate) differences: Vec<(Place, Node)>,
}

pub(crate) fn study(asked: &Asked<'_>, files: &Files) -> Result<Study, Vec<(Place, Problem)>> {
    let mut c = Check::new(files, InputTable::default());
    let Readings { known, mut open } = read(asked.root, &asked.differences, &mut c);
    let known: Vec<&Row<'_>> = known.iter().collect();
    let tree = tree_of(asked, &known, &mut c);
    open.iter_mut().for_each(|it| it.rows = distinct(asked, &tree, &known, it, &mut c));
    open.retain(|it| it.rows.len() > 1);

    let (mut problems, notes) = (std::mem::take(&mut c.problems), std::mem::take(&mut c.notes));
    let mut first = policies_of(&tree, &changes_of(&known), c);
    problems.append(&mut first.problems);
    let unknowns: Vec<Unknown> = open.iter().map(Open::unknown).collect();
    let choices = Worlds::choices(&unknowns);
    let others: Vec<Made> = choices[1..]
        .par_iter()
        .map(|choice| {
            let chosen = open.iter().zip(choice).filter(|(_, it)| **it > 0);
            let chosen: Vec<&Row<'_>> = chosen.map(|(of, &it)| &of.rows[it]).collect();
            let base = first.policies.as_ref().map(|it| &it[0].scenario);
            in_world(asked, &known, &chosen, base, Check::new(files, first.inputs.kept()))
        })
        .collect();
    // What is wrong in one reading is wrong in every combination with it: told once, of that one.
    let mut worlds: Vec<(&Vec<usize>, Made)> = choices[1..].iter().zip(others).collect();
    worlds.sort_by_key(|(choice, _)| choice.iter().filter(|it| **it > 0).count());
    for (_, made) in &mut worlds {
        let known: HashSet<_> = problems.iter().map(|(place, it)| (*place, &it.path)).collect();
        made.problems.retain(|(place, it)| !known.contains(&(*place, &it.path)));
        problems.append(&mut made.problems);
    }
    worlds.sort_by_key(|(choice, _)| *choice);
    let Some(mut policies) = first.policies.filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    policies.iter_mut().for_each(|it| it.scenario.notes.extend(notes.iter().cloned()));
    let written = (vec![0; unknowns.len()], policies.clone());
    let others = worlds.into_iter().filter_map(|(choice, it)| Some((choice.clone(), it.policies?)));
    let list = std::iter::once(written).chain(others).map(|(choice, policies)| {
        let drawn = choice.iter().zip(&unknowns).map(|(&it, of)| of.readings[it].probability);
        World { probability: drawn.product(), choice, policies }
    });
    let worlds = Worlds { list: list.collect(), unknowns };
    Ok(Study { policies, files: files.digests(), worlds })
}

fn tree_of<'a>(asked: &Asked<'a>, readings: &[&Row<'_>], c: &mut Check<'_>) -> Cow<'a, Node> {
    if readings.is_empty() {
        return Cow::Borrowed(asked.root);
    }
    let mut tree = asked.written.clone();
    readings.iter().for_each(|it| it.edit(&mut tree, c));
    for given in asked.given {
        c.problems.extend(given.put(&mut tree, c.files));
    }
    Cow::Owned(tree)
}

fn changes_of<'a>(readings: &[&Row<'a>]) -> Vec<At<'a>> {
    readings.iter().flat_map(|it| it.changes.iter().cloned()).collect()
}

/// The readings of an unknown that differ from the scenario as written.
///
/// A value of the command line may settle what was unknown; a reading that says what is written
/// anyway is a slip.
fn distinct<'a>(
    asked: &Asked<'_>,
    tree: &Node,
    known: &[&Row<'_>],
    open: &Open<'a>,
    c: &mut Check<'_>,
) -> Vec<Row<'a>> {
    let mut kept = open.rows[..1].to_vec();
    for row in open.rows[1..].iter().filter(|it| it.is_whole()) {
        let before = c.problems.len();
        let readings: Vec<&Row<'_>> = known.iter().copied().chain([row]).collect();
        let differs = !row.only_edits(c) || !tree_of(asked, &readings, c).says(tree);
        if differs || c.problems.len() > before {
            kept.push(row.clone());
            continue;
        }
        let key = &row.key;
        if asked.given.is_empty() {
            let what = say!(
                "прочтение не отличается от самого сценария",
                "the reading does not differ from the scenario itself"
            );
            let instead = say!("уберите его или измените", "remove it or change it");
            c.wrong(&row.at, what, instead);
        } else {
            c.note(say!(
                "Прочтение `{key}` не рассматривается: значения из командной строки его отменяют",
                "The reading `{key}` is left out: values of the command line replace what it says"
            ));
        }
    }
    kept
}

/// The policies in a world that is not the first.
fn in_world(
    asked: &Asked<'_>,
    known: &[&Row<'_>],
    chosen: &[&Row<'_>],
    base: Option<&Scenario>,
    mut c: Check<'_>,
) -> Made {
    let readings: Vec<&Row<'_>> = known.iter().chain(chosen).copied().collect();
    let tree = tree_of(asked, &readings, &mut c);
    let files = c.files;
    let mut problems = std::mem::take(&mut c.problems);
    let changes = changes_of(&readings);
    let mut made = policies_of(&tree, &changes, c);
    problems.append(&mut made.problems);
    if let (Some(base), Some(policies)) = (base, &made.policies)
        && let Some(what) = differs(base, &policies[0].scenario)
        && let [.., last] = chosen
    {
        let what = say!(
            "в прочтении другой состав: {what}",
            "what there is differs in the reading: {what}"
        );
        let instead = say!(
            "прочтения меняют числа; чего в одном из них нет, того в нём ноль",
            "readings change numbers; what does not exist in one of them has a volume of zero"
        );
        let (place, path) = (last.at.node.place, &last.at.path);
        problems.push((place, files.problem(place, path, what, Some(instead))));
    }
    let keys: Vec<String> = chosen.iter().map(|it| format!("`{}`", it.key)).collect();
    let keys = keys.join(", ");
    for (place, problem) in &mut problems {
        let of_file = |it: &&Row<'_>| it.file.is_some_and(|it| it.place.file == place.file);
        let of_row = |it: &&Row<'_>| it.at.node.place == *place;
        let own = chosen.iter().any(|it| of_file(it) || of_row(it));
        if !own && !stands_in(*place, &changes) {
            say_when(problem, &say!("в прочтении {keys}", "in the reading {keys}"));
        }
    }
    Made { problems, ..made }
}

/// What there is in one scenario and not in the other, or in another order: keys of the file.
fn differs(base: &Scenario, other: &Scenario) -> Option<String> {
    let keys = |of: &Scenario| {
        let roles = of.roles.iter().map(|it| format!("roles.{}", it.key));
        let streams = of.streams.iter().map(|it| format!("streams.{}", it.key));
        let slas = of.slas.iter().map(|it| format!("SLA {}", it.key));
        let drivers = of.drivers.iter().map(|it| format!("drivers.{}", it.key));
        let marks = of.marks.iter().map(|it| format!("mark = \"{it}\""));
        let all = roles.chain(streams).chain(slas).chain(drivers).chain(marks);
        all.collect::<Vec<String>>()
    };
    let (base, other) = (keys(base), keys(other));
    let only =
        |these: &[String], those: &[String]| these.iter().find(|it| !those.contains(it)).cloned();
    let moved = || base.iter().zip(&other).find(|(one, two)| one != two).map(|it| it.0.clone());
    only(&base, &other).or_else(|| only(&other, &base)).or_else(moved)
}
