//! Pieces of work: how many efforts of a role an item asks for in the mean, and how long they take.
//!
//! A piece is an item's visit to a role: what a person begins, finishes and can count. Work that
//! comes to each person alone (`for_each`) is no piece but a duty.

use super::{Needs, OfferedLoad, When};
use crate::ids::RoleId;
use crate::random::{Chance, name_key};
use crate::scenario::{Inputs, Scenario, route};

/// Worlds that stand for all that the ranges of a scenario allow.
const WORLDS: usize = 64;

/// Pieces of a role: how many there are, and what an effort and its square add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pieces {
    /// How many.
    pub(crate) count: f64,
    /// Hours.
    pub(crate) hours: f64,
    /// Squared hours.
    pub(crate) squared: f64,
}

impl Pieces {
    /// Hours of one in the mean; `None` when there are none.
    pub(crate) fn mean(self) -> Option<f64> {
        (self.count > 0.0).then(|| self.hours / self.count)
    }

    /// Standard deviation over mean of one; 0 when there are none.
    pub(crate) fn cv(self) -> f64 {
        let Some(mean) = self.mean().filter(|it| *it > 0.0) else { return 0.0 };
        (self.squared / self.count / (mean * mean) - 1.0).max(0.0).sqrt()
    }
}

/// The pieces of a role in a typical year with certain inputs, everything else as on a day.
fn pieces(
    scenario: &Scenario,
    load: &OfferedLoad,
    role: RoleId,
    inputs: &Inputs,
    day: usize,
) -> Pieces {
    let when = When::typical_year(scenario, day);
    let needs = Needs::of(scenario, inputs);
    let levels = super::driver_levels(scenario, inputs, day);
    let items = load.items(scenario, &needs, inputs, &levels, &when);
    let mut all = Pieces::default();
    let streams = scenario.streams.iter().zip(items).enumerate();
    for (index, (stream, items)) in streams.filter(|it| it.1.0.for_each.is_empty()) {
        let automated = super::automated(scenario, index, &when.days, inputs, |it| it.effort);
        route::walk(&stream.route, items, inputs, &mut |step, weight| {
            let Some(effort) = step.effort else { return };
            let part = effort.part_of(role) / effort.effort_of(role);
            let times = effort.roles().filter(|it| *it == role).count() as f64 * part * weight;
            let hours = automated * effort.effort_of(role) * effort.mean_seconds(inputs) / 3_600.0;
            let variance = effort.time.iter().map(|part| {
                let spread = automated
                    * effort.effort_of(role)
                    * part.shape.cv()
                    * part.mean_seconds(inputs)
                    / 3_600.0;
                spread * spread
            });
            all.count += times;
            all.hours += times * hours;
            all.squared += times * (hours * hours + variance.sum::<f64>());
        });
    }
    all
}

/// Hours of a piece of a role in equally likely worlds, and the spread of single pieces in the mean
/// world; no hours when the role has no pieces.
///
/// Every range is cut into as many parts as there are worlds, and each world takes another part of
/// each (a Latin hypercube): it is what the scenario says before anything is counted.
pub(crate) fn effort_a_piece(
    scenario: &Scenario,
    load: &OfferedLoad,
    role: RoleId,
) -> (Vec<f64>, f64) {
    let start = scenario.timeline.start_time().day();
    let middle = pieces(scenario, load, role, &Inputs::mean(scenario), start);
    let worlds = if scenario.inputs.is_empty() { 1 } else { WORLDS };
    let parts: Vec<Vec<usize>> =
        scenario.inputs.iter().map(|it| shuffled(worlds, name_key(&it.path))).collect();
    let hours = (0..worlds).filter_map(|world| {
        let share = |input: usize| (parts[input][world] as f64 + 0.5) / worlds as f64;
        let mut inputs = Inputs::mean(scenario);
        for (index, input) in scenario.inputs.iter().enumerate() {
            inputs.set(crate::ids::InputId::new(index), input.range.quantile(share(index)));
        }
        pieces(scenario, load, role, &inputs, start).mean()
    });
    (hours.collect(), middle.cv())
}

/// Pieces of a role a month and hours of each, at the means of what is not known, in a year that is everywhere like
/// one day; `None` when the role has no pieces.
pub(crate) fn pieces_a_month(scenario: &Scenario, role: RoleId, day: usize) -> Option<(f64, f64)> {
    let load = OfferedLoad::of(scenario);
    let all = pieces(scenario, &load, role, &Inputs::mean(scenario), day);
    let months = When::typical_year(scenario, day).months.len() as f64;
    Some((all.count / months, all.mean().filter(|it| *it > 0.0)?))
}

/// By which factor a piece of a role takes longer on each of some days than at the start, as far as
/// automations in force and the mix of the work make it.
pub(crate) fn effort_over_time(
    scenario: &Scenario,
    load: &OfferedLoad,
    role: RoleId,
    days: impl Iterator<Item = usize>,
) -> Vec<f64> {
    let means = Inputs::mean(scenario);
    let mean = |day: usize| pieces(scenario, load, role, &means, day).mean();
    let start = mean(scenario.timeline.start_time().day()).filter(|it| *it > 0.0);
    let factor = |day: usize| Some(mean(day)? / start?);
    days.map(|day| factor(day).unwrap_or(1.0)).collect()
}

/// The numbers below `count` in an order that only the key decides.
fn shuffled(count: usize, key: u64) -> Vec<usize> {
    let mut chance = Chance::keyed(&[key]);
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, chance.below(last as u64 + 1) as usize);
    }
    order
}
