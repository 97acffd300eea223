//! Map: how many people of a role keep its promises, by what comes in a month and the minutes of a piece.
//!
//! Each cell is a year of its own that stands still: the drivers as on the first day, so many people
//! from then on, plenty of everybody else who may be hired and does other work, and the role's work scaled
//! to the cell. The order of the queue is the plan's, and what it does beside hiring is done from the first
//! day on: these are people of the plan, and in another order more would be needed. What the document leaves
//! open is as in its first readings. The fewest people who keep the role's promises surely enough are found
//! by simulation, on the same draws in every cell; more work never needs fewer people, which saves most of it.

use super::data::{Here, MapCell};
use super::facts::minutes;
use super::here::here;
use crate::calendar::Timeline;
use crate::department::Review;
use crate::department::offered::{driver_levels, pieces_a_month};
use crate::ids::{RoleId, StreamId};
use crate::measure::Recorder;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::promises::promise::goals_of;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Opening};
use crate::scenario::{
    Automation, DriverPath, Inputs, Quantity, Range, Scenario, Stream, Text, route,
};
use crate::statistics::quantile;

/// Months of a cell's year.
const YEAR: u32 = 12;
/// Replications of a cell and number of people.
const REPLICATIONS: u64 = 20;
/// Cells in each direction.
const CELLS: usize = 6;
/// Where the draws of the map begin: no plan was chosen on them.
const FROM: u64 = 3_000_000;

/// The year of a role's cells.
pub(crate) struct Year<'l, 'a> {
    lab: &'l Lab<'a>,
    opening: &'l Opening,
    /// The scenario that stands still, at the means of its inputs.
    still: Scenario,
    /// Pieces a month and hours of each in it.
    pieces: (f64, f64),
    promises: Promises,
}

impl<'l, 'a> Year<'l, 'a> {
    /// The year of a role; `None` where nothing is asked of it or no promise is about it.
    pub(crate) fn of(
        lab: &'l Lab<'a>,
        promises: &Promises,
        rule: &Candidate,
        opening: &'l Opening,
    ) -> Option<Self> {
        let (still, role) = (still(lab, rule, opening), opening.role);
        let pieces = pieces_a_month(&still, role, still.timeline.start_time().day())?;
        let mut goals = goals_of(&still);
        goals.retain(|it| it.roles.contains(&role));
        for goal in &mut goals {
            let planned = promises.goals.iter().find(|it| it.sla == goal.sla)?;
            goal.share = planned.share;
        }
        let promises = Promises { from: vec![0; goals.len()], goals };
        (!promises.goals.is_empty()).then_some(Self { lab, opening, still, pieces, promises })
    }

    /// The share of replications in which so many people keep the role's promises; `None` when
    /// stopped.
    pub(crate) fn kept(
        &self,
        level: f64,
        minutes: f64,
        people: u32,
        replications: u64,
    ) -> Option<f64> {
        let mut scenario = self.still.clone();
        let role = self.opening.role;
        scenario.roles[role.index()].headcount = people;
        let streams = scenario.streams.iter().enumerate();
        let means = Inputs::mean(&self.still);
        let concerned = streams.filter(|it| works_on(it.1, role, &means));
        scenario.automations.push(Automation {
            key: "cell".into(),
            title: Text::default(),
            streams: concerned.map(|it| StreamId::new(it.0)).collect(),
            from: None,
            arrivals: Quantity::Known(level / self.pieces.0),
            effort: Quantity::Known(minutes / 60.0 / self.pieces.1),
            monthly_price: Quantity::Known(0.0),
            price: Quantity::Known(0.0),
        });
        let all: Vec<u64> = (FROM..FROM + replications).collect();
        let read = |recorder: &Recorder<'_>, _: &Inputs| {
            self.promises.kept(&Seen::of(recorder, &scenario, &self.promises.goals))
        };
        let kept = self.lab.run.batch_with(&scenario, &all, |_| means.clone(), read)?;
        Some(kept.iter().filter(|it| **it).count() as f64 / kept.len() as f64)
    }

    /// The cells of some levels and minutes, both in order; `None` when stopped.
    pub(crate) fn cells(
        &self,
        levels: &[f64],
        minutes: &[f64],
        confidence: f64,
    ) -> Option<Vec<MapCell>> {
        let most = self.lab.base().roles[self.opening.role.index()].headcount + self.opening.most;
        let mut cells: Vec<MapCell> = Vec::new();
        for (row, &each) in minutes.iter().enumerate() {
            for (column, &level) in levels.iter().enumerate() {
                let before = |row: usize, column: usize| {
                    let cell: &MapCell = &cells[row * levels.len() + column];
                    cell.people.unwrap_or(most + 1)
                };
                let below = if row > 0 { before(row - 1, column) } else { 1 };
                let left = if column > 0 { before(row, column - 1) } else { 1 };
                // Where even a smaller cell needs more than there may be, all of them are tried all the same:
                // how often they suffice is told.
                let mut people = below.max(left).clamp(1, most);
                let mut probability = self.kept(level, each, people, REPLICATIONS)?;
                while probability < confidence && people < most {
                    people += 1;
                    probability = self.kept(level, each, people, REPLICATIONS)?;
                }
                cells.push(MapCell {
                    role: self.opening.role,
                    level,
                    minutes: each,
                    people: (probability >= confidence).then_some(people),
                    probability,
                });
            }
        }
        Some(cells)
    }
}

/// The maps of all roles that the plan hires, over what is seen of them up to the horizon, and where each of them
/// is on its map; `None` when stopped.
pub(crate) fn map(
    lab: &Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    fresh: &[u64],
    confidence: f64,
) -> Option<(Vec<MapCell>, Vec<Here>)> {
    let played = lab.played(rule, fresh);
    let (mut cells, mut places) = (Vec::new(), Vec::new());
    for opening in &lab.lattice.openings {
        let counted = |it: &&Review| it.role == opening.role && it.number > 0 && it.finished > 0;
        let reviews = || played.iter().flat_map(|it| it.staff.reviews.iter().filter(counted));
        let Some(year) = Year::of(lab, promises, rule, opening) else { continue };
        let own = here(lab, rule, opening.role);
        let there = || own.iter().flat_map(|it| [it.now, it.then]);
        let levels = middles(reviews().map(|it| it.arrivals), there().map(|it| it.0));
        let rows = middles(reviews().map(minutes), there().map(|it| it.1));
        cells.extend(year.cells(&levels, &rows, confidence)?);
        places.extend(own);
    }
    Some((cells, places))
}

/// Middles of cells that are equally far apart, so that each is as wide as the others and its number stands
/// in its middle: round numbers over what is seen, but for one in a hundred at either end, and over all
/// places that are marked. Nothing where nothing is seen.
fn middles(seen: impl Iterator<Item = f64>, marked: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut seen: Vec<f64> = seen.filter(|it| it.is_finite()).collect();
    if seen.is_empty() {
        return Vec::new();
    }
    seen.sort_unstable_by(f64::total_cmp);
    let ends = (quantile(&seen, 0.01), quantile(&seen, 0.99));
    let (low, high) = marked.fold(ends, |ends, it| (ends.0.min(it), ends.1.max(it)));
    let steps = (CELLS - 1) as f64;
    let unit = match (high - low) / steps {
        ..2.5 => 1.0,
        ..10.0 => 5.0,
        _ => 10.0,
    };
    let step = ((high - low) / steps / unit).ceil().max(1.0) * unit;
    let first = (low / unit).round().max(1.0) * unit;
    let all = (0..CELLS).map(|it| first + step * it as f64);
    all.enumerate().take_while(|it| it.0 == 0 || it.1 < high + step / 2.0).map(|it| it.1).collect()
}

/// Whether a role works on a stream's items, other than as a duty of each person.
fn works_on(stream: &Stream, role: RoleId, inputs: &Inputs) -> bool {
    let mut works = false;
    if stream.for_each.is_empty() {
        route::walk(&stream.route, 1.0, inputs, &mut |step, _| {
            works |= step.effort.is_some_and(|it| it.roles().any(|it| it == role));
        });
    }
    works
}

/// Other roles that may do a role's work: they share it, or stand in for it.
fn helpers(scenario: &Scenario, role: RoleId) -> Vec<RoleId> {
    let steps = scenario.streams.iter().flat_map(|it| route::efforts(&it.route));
    let own = steps.filter(|it| it.doers().any(|it| it == role));
    let others = own.flat_map(|it| it.doers().chain(it.stand_ins(&scenario.roles).iter().copied()));
    others.filter(|it| *it != role).collect()
}

/// The scenario of a plan over a year in which nothing grows, at the means of its inputs, with plenty of everybody
/// who may be hired but one role, and with what the plan does beside hiring in force. Whoever may do that role's work
/// too is there as today: plenty of them would do it, and hardly anybody of the role would be needed.
fn still(lab: &Lab<'_>, rule: &Candidate, opening: &Opening) -> Scenario {
    let base = lab.base();
    let mut still = lab.scenario(rule);
    let (means, day) = (Inputs::mean(&still), base.timeline.start_time().day());
    let levels = driver_levels(&still, &means, day);
    still.automations.iter_mut().for_each(|it| it.from = None);
    still.contractors.iter_mut().for_each(|it| it.from = None);
    for (driver, level) in still.drivers.iter_mut().zip(levels) {
        driver.path = DriverPath::Constant(Quantity::Known(level));
        driver.steps.clear();
        driver.cap = None;
    }
    for input in &mut still.inputs {
        let mean = input.range.mean();
        input.range = Range::Uniform { min: mean, max: mean };
    }
    let helping = helpers(&still, opening.role);
    for it in lab.lattice.openings.iter().filter(|it| !helping.contains(&it.role)) {
        still.roles[it.role.index()].headcount += 2 * it.most + 3;
    }
    still.roles[opening.role.index()].headcount = 1;
    still.hires.clear();
    still.triggers.clear();
    still.hiring_rules.clear();
    let timeline = &base.timeline;
    let months = YEAR.min(timeline.months() as u32);
    // From the same first day: calendars are counted from there.
    let (start, origin) = (timeline.start(), timeline.origin());
    let month = |it: jiff::civil::Date| i32::from(it.year()) * 12 + i32::from(it.month());
    let lead_in = u32::try_from(month(start) - month(origin)).unwrap_or(0);
    still.timeline = Timeline::new(start, lead_in, months, 1);
    still
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn middles_are_round_and_equally_far_apart() {
        let seen =
            |from: f64, to: f64| (0..=100).map(move |it| from + (to - from) * it as f64 / 100.0);
        let none = || std::iter::empty();
        assert_eq!(
            middles(seen(268.0, 392.0), none()),
            [270.0, 300.0, 330.0, 360.0, 390.0],
            "as 270, 290, 320, 340, 370, 390 none stands in the middle of its cell"
        );
        assert_eq!(middles(seen(7.2, 7.3), none()), [7.0]);
        assert_eq!(middles(none(), none()), Vec::<f64>::new());
        let far = middles(seen(20.0, 80.0), [112.0].into_iter());
        let (first, last) = (far[0], far[far.len() - 1]);
        assert!(first == 20.0 && last + (last - far[far.len() - 2]) / 2.0 >= 112.0, "{far:?}");
    }
}
