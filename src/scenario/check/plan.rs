//! `[plan]`: what the plan may do, and what must be reached.

use super::book::Book;
use crate::ids::{RoleId, SlaId};
use crate::scenario::keys::PlanFile;
use crate::scenario::model::Planning;
use crate::scenario::path;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, named};
use crate::scenario::value::{Wanted, known, whole, word};

/// Reads `[plan]`; what it does not say is the default.
pub(crate) fn read(root: &At<'_>, book: &Book, c: &mut Check<'_>) -> Planning {
    let at = root.child("plan").unwrap_or_else(At::empty);
    let Some(file) = PlanFile::open(&at, c) else {
        return Planning::default();
    };
    let mut plan = Planning::default();
    let confidence = file.confidence.at.clone();
    plan.confidence = file.confidence.or_default(c);
    if plan.confidence >= 1.0
        && let Some(at) = confidence
    {
        let what = say!(
            "100 % моделированием не доказать: сколько прогонов ни сделай, следующий может не выполнить цель",
            "no simulation can show 100 %: after however many replications, the next may miss the target"
        );
        let instead = say!("например: \"90%\" или \"99%\"", "for instance \"90%\" or \"99%\"");
        c.wrong(&at, what, instead);
    }
    let hire = file.hire.at.as_ref().filter(|at| {
        let is_table = at.node.table().is_some();
        if let (false, Some(role)) = (is_table, book.roles.list().first()) {
            c.wrong_type(at, say!("таблица", "a table"), &format!("{{ {role} = 3 }}"));
        }
        is_table
    });
    for (name, place, at) in hire.map_or_else(Vec::new, |it| named(it, c)) {
        let role = book.roles.position(name);
        if role.is_none() {
            book.roles.unknown_at(name, place, &at.path, c);
        }
        let most = whole(&at, 0, 10_000, c);
        plan.roles.extend(role.zip(most).map(|(role, most)| (RoleId::new(role), most as u32)));
    }
    for (name, place, at) in file.goals.at.as_ref().map_or_else(Vec::new, |it| named(it, c)) {
        let sla = book.slas.position(name);
        if sla.is_none() {
            book.slas.unknown_at(name, place, &at.path, c);
        }
        let goal = known(&at, Wanted::share().above(), c);
        plan.goals.extend(sla.zip(goal).map(|(sla, goal)| (SlaId::new(sla), goal)));
    }
    if let Some(at) = &file.required.at {
        plan.required = book.slas.find_all(at, c).into_iter().map(SlaId::new).collect();
    }
    plan.promise = file.promise.or_default(c);
    plan.late_cost = file.late_cost.or_default(c);
    plan.early_cost = file.early_cost.or_default(c);
    plan.temporary = file.temporary.or_default(c);
    if plan.late_cost + plan.early_cost == 0.0 {
        let what = say!("обе цены — нули", "both costs are zero");
        let instead = say!("late_cost = 3, early_cost = 1", "late_cost = 3, early_cost = 1");
        c.wrong(&at, what, instead);
    }
    plan.max_people = file.max_people.read(c).flatten();
    plan.budget = file.budget.read(c).flatten();
    if let Some(at) = &file.rules.at {
        let found = book.policies.find_all(at, c);
        plan.rules = found.into_iter().map(|it| book.policies.list()[it].clone()).collect();
    }
    plan
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
