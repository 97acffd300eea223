//! Here: where the department is on the map of a role today, in each reading, and where it will be.

use super::data::Here;
use crate::department::offered::pieces_a_month;
use crate::ids::RoleId;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;
use crate::scenario::{Scenario, Text};

/// Readings that differ by less, as a share of the pieces or of the minutes, are one place on the map.
const APART: f64 = 0.02;

/// Where a role is: in each reading of the unknown that moves it most, all else read as the scenario is
/// written, at the means of what is not known. Today nothing is done yet, at the horizon what the plan does.
pub(crate) fn here(lab: &Lab<'_>, rule: &Candidate, role: RoleId) -> Vec<Here> {
    let worlds = &lab.study.worlds;
    let place = |world: usize, reading: Text| {
        let now = start_of(lab.worlds.baseline(world), role)?;
        let then = end_of(&lab.scenario_in(world, rule), role)?;
        Some(Here { role, reading, now, then })
    };
    let of_unknown = |unknown: usize| -> Vec<Here> {
        let alone = |choice: &[usize], reading: usize| {
            let mut all = choice.iter().enumerate();
            all.all(|(other, it)| *it == if other == unknown { reading } else { 0 })
        };
        let readings = worlds.unknowns[unknown].readings.iter().enumerate();
        let places = readings.filter_map(|(reading, it)| {
            let world = worlds.list.iter().position(|it| alone(&it.choice, reading))?;
            place(world, it.title.clone())
        });
        places.collect()
    };
    let each = (0..worlds.unknowns.len()).map(of_unknown);
    let most = each.max_by(|a, b| spread(a).total_cmp(&spread(b)));
    match most.filter(|it| spread(it) > APART) {
        Some(places) => places,
        None => place(0, Text::default()).into_iter().collect(),
    }
}

fn start_of(scenario: &Scenario, role: RoleId) -> Option<(f64, f64)> {
    on(scenario, role, scenario.timeline.start_time().day())
}

fn end_of(scenario: &Scenario, role: RoleId) -> Option<(f64, f64)> {
    on(scenario, role, scenario.timeline.horizon_time().day() - 1)
}

/// Pieces a month and minutes of each.
fn on(scenario: &Scenario, role: RoleId, day: usize) -> Option<(f64, f64)> {
    pieces_a_month(scenario, role, day).map(|(pieces, hours)| (pieces, hours * 60.0))
}

/// How far apart places are today: the larger of the shares in which pieces and minutes differ.
fn spread(places: &[Here]) -> f64 {
    let share = |number: &dyn Fn(&Here) -> f64| {
        let least = places.iter().map(number).fold(f64::INFINITY, f64::min);
        let most = places.iter().map(number).fold(0.0, f64::max);
        if most > 0.0 { 1.0 - least / most } else { 0.0 }
    };
    share(&|it| it.now.0).max(share(&|it| it.now.1))
}
