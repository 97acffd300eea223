//! Offered load: how many people of each role would be busy if nobody ever waited.
//!
//! Arrival rate × mean effort, walked along the routes: branches by their probability, cycles by
//! their mean, a reopening as 1 ÷ (1 − p), spawned work in the stream it goes to, `for_each` once
//! for each person who is there. It is arithmetic and not counted while things happen: where work
//! piles up, what would come after the pile (the later steps of a route, repeats) never happens,
//! and counting would call an overloaded role less loaded than it is. Interruptions, stand-ins,
//! contractors and mentoring are left out. What several roles may do is shared out among them by
//! [`pools`].

mod availability;
mod exposure;
mod pieces;
mod pools;

pub(crate) use availability::availability;
pub(crate) use pieces::{effort_a_piece, effort_over_time, pieces_a_month};

use crate::ids::StreamId;
use crate::scenario::{Automation, Inputs, Quantity, Scenario, route};
use exposure::Exposure;
use pools::Pool;
use std::ops::Range;

/// Months that stand for a typical year.
const YEAR: usize = 12;

/// What a scenario's streams ask of its roles, ready to be worked out for any inputs.
#[derive(Clone, Debug)]
pub(crate) struct OfferedLoad {
    exposure: Exposure,
    /// Working hours of a person of each role in each month.
    hours: Vec<Vec<f64>>,
}

/// What items need with certain inputs.
#[derive(Clone, Debug)]
pub(crate) struct Needs {
    /// Seconds of each role, for an item of each stream; of what several may do an equal part each.
    effort: Vec<Vec<f64>>,
    /// What several roles may do.
    pools: Vec<Pool>,
    /// Items of each stream that come of one of each stream, itself included.
    follow: Vec<Vec<f64>>,
}

/// When the load is looked at.
#[derive(Clone, Debug)]
pub(crate) struct When {
    /// The months whose calendar counts.
    pub(crate) months: Range<usize>,
    /// The days that decide which automations are in force, and for which part.
    pub(crate) days: Range<usize>,
}

impl When {
    /// A year that is everywhere like one day.
    pub(crate) fn typical_year(scenario: &Scenario, day: usize) -> Self {
        Self { months: 0..YEAR.min(scenario.timeline.months()), days: day..day + 1 }
    }
}

impl OfferedLoad {
    /// Of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let timeline = &scenario.timeline;
        let hours = scenario.roles.iter().map(|role| {
            let calendar = &scenario.calendars[role.calendar.index()];
            let month = |it: usize| (timeline.slot_start(it), timeline.slot_start(it + 1));
            let months = (1..=timeline.months()).map(month);
            months.map(|(from, to)| calendar.between(from, to).hours()).collect()
        });
        Self { exposure: Exposure::of(scenario), hours: hours.collect() }
    }

    /// The days and the calendar of a month.
    pub(crate) fn month(scenario: &Scenario, month: usize) -> When {
        let timeline = &scenario.timeline;
        let (from, to) = (timeline.slot_start(month + 1), timeline.slot_start(month + 2));
        When { months: month..month + 1, days: from.day()..to.day() }
    }

    /// Items of each stream, before those that others cause, with the drivers at these levels.
    fn arrivals(
        &self,
        scenario: &Scenario,
        inputs: &Inputs,
        levels: &[f64],
        when: &When,
    ) -> Vec<f64> {
        let of_stream = |stream: usize| {
            let months = when.months.clone();
            let exposure: f64 = months.map(|it| self.exposure.of_month(stream, it)).sum();
            let factor = self.exposure.factor(scenario, stream, inputs, levels);
            let automated = automated(scenario, stream, &when.days, inputs, |it| it.arrivals);
            let bursts = self.exposure.of_bursts(scenario, stream, when.months.clone(), inputs);
            (exposure * factor + bursts) * automated
        };
        (0..scenario.streams.len()).map(of_stream).collect()
    }

    /// Items of each stream, those that others cause included.
    pub(crate) fn items(
        &self,
        scenario: &Scenario,
        needs: &Needs,
        inputs: &Inputs,
        levels: &[f64],
        when: &When,
    ) -> Vec<f64> {
        let arrivals = self.arrivals(scenario, inputs, levels, when);
        let mut items = vec![0.0; arrivals.len()];
        for (follow, arrivals) in needs.follow.iter().zip(arrivals) {
            for (items, follow) in items.iter_mut().zip(follow) {
                *items += arrivals * follow;
            }
        }
        items
    }

    /// People of each role: hours of all items ÷ hours of a person. `present` is how many people
    /// of a role are there, for work that each of them has.
    pub(crate) fn people(
        &self,
        scenario: &Scenario,
        needs: &Needs,
        inputs: &Inputs,
        levels: &[f64],
        when: &When,
        present: &dyn Fn(usize) -> f64,
    ) -> Vec<f64> {
        let mut seconds = vec![0.0; scenario.roles.len()];
        let mut pooled = vec![0.0; needs.pools.len()];
        let items = self.items(scenario, needs, inputs, levels, when);
        for (index, (effort, items)) in needs.effort.iter().zip(items).enumerate() {
            let items = items * automated(scenario, index, &when.days, inputs, |it| it.effort);
            let for_each = &scenario.streams[index].for_each;
            if for_each.is_empty() {
                for (seconds, effort) in seconds.iter_mut().zip(effort) {
                    *seconds += items * effort;
                }
                for (pooled, pool) in pooled.iter_mut().zip(&needs.pools) {
                    *pooled += items * pool.seconds[index];
                    pool.each_part(index, |role, part| seconds[role] -= items * part);
                }
            }
            let own: f64 = effort.iter().sum();
            for role in for_each {
                seconds[role.index()] += items * own * present(role.index());
            }
        }
        let hours = |role: usize| self.hours[role][when.months.clone()].iter().sum::<f64>();
        let roles = seconds.into_iter().enumerate();
        let mut people: Vec<f64> = roles.map(|(role, it)| it / 3_600.0 / hours(role)).collect();
        if !needs.pools.is_empty() {
            let there = pools::there(scenario, present);
            let hours: Vec<f64> = (0..people.len()).map(hours).collect();
            pools::share_out(&needs.pools, &pooled, (&hours, &there), &mut people);
        }
        people
    }
}

impl Needs {
    /// With certain inputs.
    pub(crate) fn of(scenario: &Scenario, inputs: &Inputs) -> Self {
        let items: Vec<Item> =
            (0..scenario.streams.len()).map(|it| Item::of(scenario, it, inputs)).collect();
        let pools = Pool::of(scenario, inputs);
        Self {
            follow: following(&items),
            effort: items.into_iter().map(|it| it.effort).collect(),
            pools,
        }
    }

    /// The same where what several roles may do is an equal part of each, whoever is there.
    pub(crate) fn in_equal_parts(self) -> Self {
        Self { pools: Vec::new(), ..self }
    }

    /// Seconds of each role for an item of a stream.
    pub(crate) fn effort(&self, stream: usize) -> &[f64] {
        &self.effort[stream]
    }
}

/// The factor of the automations that are in force, weighted by the days on which they are.
fn automated(
    scenario: &Scenario,
    stream: usize,
    days: &Range<usize>,
    inputs: &Inputs,
    factor: impl Fn(&Automation) -> Quantity,
) -> f64 {
    let id = StreamId::new(stream);
    let all = scenario.automations.iter();
    let own = all.filter(|it| it.streams.is_empty() || it.streams.contains(&id));
    own.map(|it| {
        let from = it.from.and_then(|date| scenario.timeline.day_of(date));
        let begun = days.end.saturating_sub(from.unwrap_or(0).max(days.start));
        let share = begun as f64 / days.len().max(1) as f64;
        1.0 + (factor(it).value(inputs) - 1.0) * share
    })
    .product()
}

/// What one item of a stream needs, in the mean.
struct Item {
    /// Seconds of each role.
    effort: Vec<f64>,
    /// Items of each stream that it causes: spawned, or itself once more.
    causes: Vec<f64>,
}

impl Item {
    fn of(scenario: &Scenario, stream: usize, inputs: &Inputs) -> Self {
        let mut item = Self {
            effort: vec![0.0; scenario.roles.len()],
            causes: vec![0.0; scenario.streams.len()],
        };
        let own = StreamId::new(stream);
        route::walk(&scenario.streams[stream].route, 1.0, inputs, &mut |step, weight| {
            if let Some(effort) = step.effort {
                let seconds = weight * effort.mean_seconds(inputs);
                for role in effort.roles() {
                    item.effort[role.index()] += seconds * effort.part_of(role);
                }
            }
            if let Some((stream, count)) = step.causes(own, inputs) {
                item.causes[stream.index()] += weight * count;
            }
        });
        item
    }
}

/// Items that come of one item of each stream when each may cause others: the inverse of
/// 1 − causes, by elimination (Leontief's, for work instead of goods).
fn following(items: &[Item]) -> Vec<Vec<f64>> {
    let n = items.len();
    let unit = |row: usize, column: usize| f64::from(u8::from(row == column));
    let mut rows: Vec<Vec<f64>> = (0..n)
        .map(|row| {
            let left = (0..n).map(|column| unit(row, column) - items[row].causes[column]);
            left.chain((0..n).map(|column| unit(row, column))).collect()
        })
        .collect();
    for pivot in 0..n {
        // The diagonal dominates as long as an item causes less than one other in the end.
        let scale = 1.0 / rows[pivot][pivot];
        rows[pivot].iter_mut().for_each(|it| *it *= scale);
        let own = rows[pivot].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            let factor = row[pivot];
            if index != pivot && factor != 0.0 {
                for (cell, own) in row.iter_mut().zip(&own) {
                    *cell -= factor * own;
                }
            }
        }
    }
    rows.into_iter().map(|mut row| row.split_off(n)).collect()
}

/// Each driver on a day.
pub(crate) fn driver_levels(scenario: &Scenario, inputs: &Inputs, day: usize) -> Vec<f64> {
    let drivers = scenario.drivers.iter();
    let level = |it: &crate::scenario::Driver| {
        let days = it.daily(&scenario.drivers, &scenario.timeline, inputs, day + 1);
        days.last().copied().unwrap_or(f64::NAN)
    };
    drivers.map(level).collect()
}
