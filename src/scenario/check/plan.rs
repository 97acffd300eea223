//! `[plan]`: what the plan may do, and what must be reached.

use super::book::Book;
use crate::ids::{RoleId, SlaId};
use crate::scenario::keys;
use crate::scenario::model::Planning;
use crate::scenario::path;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, named};
use crate::scenario::value::{Wanted, key_word, known, whole, word};

/// Nine times out of ten.
const CONFIDENCE: f64 = 0.9;
/// A month without people costs more than a month with too many.
const LATE: f64 = 3.0;
const EARLY: f64 = 1.0;

/// Reads `[plan]`; what it does not say is the default.
pub(crate) fn read(root: &Fields<'_>, tree: &At<'_>, book: &Book, c: &mut Check<'_>) -> Planning {
    let mut plan = Planning {
        confidence: CONFIDENCE,
        late_cost: LATE,
        early_cost: EARLY,
        ..Planning::default()
    };
    let Some(fields) = root.get("plan").and_then(|it| Fields::open(&it, &keys::PLAN, c)) else {
        return plan;
    };
    if let Some(at) = fields.get("confidence") {
        plan.confidence = confidence(&at, c).unwrap_or(CONFIDENCE);
    }
    if let Some(table) = fields.get("hire") {
        for (name, place, at) in named(&table, c) {
            let role = book.roles.position(name);
            if role.is_none() {
                book.roles.unknown_at(name, place, &at.path, c);
            }
            let most = whole(&at, 0, 10_000, c);
            plan.roles.extend(role.zip(most).map(|(role, most)| (RoleId::new(role), most as u32)));
        }
    }
    if let Some(table) = fields.get("goals") {
        for (name, place, at) in named(&table, c) {
            let sla = book.slas.position(name);
            if sla.is_none() {
                book.slas.unknown_at(name, place, &at.path, c);
            }
            let goal = known(&at, Wanted::share().above(), c);
            plan.goals.extend(sla.zip(goal).map(|(sla, goal)| (SlaId::new(sla), goal)));
        }
    }
    if let Some(at) = fields.get("required") {
        plan.required = book.slas.find_all(&at, c).into_iter().map(SlaId::new).collect();
    }
    let cost = |key: &str, default: f64, c: &mut Check<'_>| {
        let read = fields.get(key).and_then(|it| known(&it, Wanted::amount(), c));
        read.unwrap_or(default)
    };
    plan.late_cost = cost("late_cost", LATE, c);
    plan.early_cost = cost("early_cost", EARLY, c);
    if plan.late_cost + plan.early_cost == 0.0 {
        let what = say!("обе цены — нули", "both costs are zero");
        c.wrong(
            fields.at(),
            what,
            say!("late_cost = 3, early_cost = 1", "late_cost = 3, early_cost = 1"),
        );
    }
    plan.other_reading = fields.get("other_reading").and_then(|it| other_reading(&it, c));
    plan.deciding_input = fields.get("deciding_input").and_then(|it| input(&it, tree, c));
    if let Some(at) = fields.get("rules") {
        let found = book.policies.find_all(&at, c);
        plan.rules = found.into_iter().map(|it| book.policies.list()[it].clone()).collect();
    }
    plan
}

fn confidence(at: &At<'_>, c: &mut Check<'_>) -> Option<f64> {
    let share = known(at, Wanted::share().above(), c)?;
    if share < 1.0 {
        return Some(share);
    }
    c.wrong(
        at,
        say!(
            "100 % моделированием не доказать: сколько прогонов ни сделай, следующий может не выполнить цель",
            "no simulation can show 100 %: after however many replications, the next may miss the target"
        ),
        say!("например: \"90%\" или \"99%\"", "for instance \"90%\" or \"99%\""),
    );
    None
}

fn other_reading(at: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let name = key_word(at, c)?;
    let folder = c.files.get(at.node.place.file).folder.as_ref();
    if let Some(folder) = folder
        && !folder.join(&name).is_file()
    {
        let what = say!("нет файла `{name}`", "there is no file `{name}`");
        c.wrong(at, what, say!("путь от папки этого файла", "a path from the folder of this file"));
        return None;
    }
    Some(name)
}

/// The path of an input, written as inputs are called.
pub(crate) fn input(at: &At<'_>, tree: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let written = word(at, c)?;
    match path::resolve(tree.node, &written) {
        Ok(path) => {
            if let Some(input) = c.inputs.path_of(&path) {
                return Some(input.to_owned());
            }
            let at = &at.path;
            let note = say!(
                "{at}: `{path}` — не диапазон, по нему нет точки перелома",
                "{at}: `{path}` is not a range and has no break-even value"
            );
            c.note(note);
            Some(path)
        }
        Err((what, instead)) => {
            c.wrong(at, what, instead);
            None
        }
    }
}
