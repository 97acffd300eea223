//! Between: the value of the deciding input that separates two readings of a document.
//!
//! The staff of today suffices as long as the work that is asked of a role fits into the hours in which its people
//! are there, absences counted. Where the two are equal is the break-even, once for the first months and
//! once for the last. It is found by simulation, every value on the same replications.

use super::claim_breakeven::wider;
use crate::department::draw_inputs;
use crate::ids::{InputId, RoleId};
use crate::measure::Recorder;
use crate::plan::search::run::Run;
use crate::scenario::{Inputs, Quantity, Scenario, route};
use crate::statistics::breakeven::{Crossing, Search};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Months at either end of the horizon over which load and capacity are compared.
const MONTHS: usize = 6;

/// Where the readings part.
#[derive(Clone, Debug)]
pub(crate) struct Between {
    /// The deciding input, in the main reading.
    pub(crate) input: InputId,
    /// Whose work it is.
    pub(crate) role: RoleId,
    /// Up to this value today's people have enough hours in the first months.
    pub(crate) now: Crossing,
    /// The same for the last months of the horizon.
    pub(crate) at_the_end: Crossing,
    /// The range of the input in this reading and in the other.
    pub(crate) ranges: [(f64, f64); 2],
}

/// Finds it; the inner `None` where no effort differs between the readings.
pub(crate) fn between(
    scenario: &Scenario,
    other: Option<&Scenario>,
    run: &Run<'_>,
    replications: u64,
) -> Option<Option<Between>> {
    let deciding = other.and_then(|other| Some((deciding(scenario, other)?, other)));
    let Some((input, other)) = deciding else {
        return Some(None);
    };
    let Some(role) = role_of(scenario, input) else {
        return Some(None);
    };
    let ends = |it: &Scenario| {
        let range = it.inputs[input.index()].range;
        (range.quantile(0.0), range.quantile(1.0))
    };
    let (ours, theirs) = (ends(scenario), ends(other));
    let facts = &scenario.inputs[input.index()];
    let (low, high) = wider(facts.range, facts.scale);
    let search = Search {
        from: low.min(theirs.0 / 2.0),
        to: high.max(theirs.1),
        level: 1.0,
        replications,
        tolerance: (high - low) / 1000.0,
    };
    let months = scenario.timeline.months();
    let spans = [1..=MONTHS.min(months), (months + 1).saturating_sub(MONTHS).max(1)..=months];
    let numbers: Vec<u64> = (0..replications.max(2)).collect();
    let known: RefCell<BTreeMap<u64, Vec<[f64; 2]>>> = RefCell::default();
    let stopped = Cell::new(false);
    let loads = |value: f64, replication: u64, span: usize| -> f64 {
        let mut known = known.borrow_mut();
        let loads = known.entry(value.to_bits()).or_insert_with(|| {
            let inputs = |it: u64| draw_inputs(scenario, run.seed, it).with(input, value);
            let read = |recorder: &Recorder<'_>, _: &Inputs| {
                spans.clone().map(|span| load_over_capacity(recorder, role, span))
            };
            let found = match stopped.get() {
                true => None,
                false => run.batch_with(scenario, &numbers, inputs, read),
            };
            stopped.set(found.is_none());
            found.unwrap_or_default()
        });
        loads.get(replication as usize).map_or(0.0, |it| it[span])
    };
    let now = search.find(|value, replication| loads(value, replication, 0));
    let at_the_end = search.find(|value, replication| loads(value, replication, 1));
    if stopped.get() {
        return None;
    }
    Some(Some(Between { input, role, now, at_the_end, ranges: [ours, theirs] }))
}

fn load_over_capacity(
    recorder: &Recorder<'_>,
    role: RoleId,
    slots: std::ops::RangeInclusive<usize>,
) -> f64 {
    let hours =
        |of: &[crate::time::Effort]| of[slots.clone()].iter().map(|it| it.hours()).sum::<f64>();
    hours(recorder.offered.of(role.index())) / hours(recorder.available.of(role.index()))
}

/// The first effort of which another reading states another range; inputs have the same positions
/// in every world.
pub(crate) fn deciding(scenario: &Scenario, other: &Scenario) -> Option<InputId> {
    let pairs = scenario.inputs.iter().zip(&other.inputs).enumerate();
    let differing =
        pairs.filter(|(_, (ours, theirs))| ours.path == theirs.path && ours.range != theirs.range);
    let mut inputs = differing.map(|(position, _)| InputId::new(position));
    inputs.find(|it| role_of(scenario, *it).is_some())
}

/// Whose effort an input is.
pub(crate) fn role_of(scenario: &Scenario, input: InputId) -> Option<RoleId> {
    let is_it = |quantity: Quantity| matches!(quantity, Quantity::Uncertain(it, _) if it == input);
    let mut efforts = scenario.streams.iter().flat_map(|it| route::efforts(&it.route));
    efforts.find(|it| it.time.iter().any(|it| is_it(it.mean))).map(|it| it.role)
}
