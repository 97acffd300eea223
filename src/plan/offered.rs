//! Offered load by arithmetic: how many people of each role would be busy if nobody ever waited.
//!
//! Expected arrivals × expected effort, walked along the routes: branches by their probability,
//! cycles by their mean, a reopening as 1 ÷ (1 − p), spawned work in the stream it goes to,
//! `for_each` once for each person who is there. No queue, no chance, no simulation; what depends
//! on the course of events (interruptions, stand-ins, triggers, contractors, mentoring) is left out.

use super::exposure::Exposure;
use crate::ids::{RoleId, StreamId};
use crate::random::Sampler;
use crate::scenario::{Automation, Count, Duration, Holiday, Range, Role, Scenario, Step, Stream};

/// Months that stand for a typical year.
const YEAR: usize = 12;

/// A number with the inputs at their means, and the least and most that their ranges allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Every uncertain input at its mean.
    pub mean: f64,
    /// Every input at the end of its range that makes this least.
    pub low: f64,
    /// Every input at the end of its range that makes this most.
    pub high: f64,
}

/// What is asked of a role, and what its people can give.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleLoad {
    /// The role.
    pub role: RoleId,
    /// People at the start, and at the end (hires on a date included).
    pub headcount: [f64; 2],
    /// The share of working time in which a person is there.
    pub availability: f64,
    /// Working hours of a month of a person who is never away.
    pub hours_a_month: f64,
    /// People needed with the drivers as at the start.
    pub now: Bounds,
    /// People needed with the drivers as at the end.
    pub then: Bounds,
    /// For each driver that moves: people needed when it alone stands where it ends.
    pub alone: Vec<(usize, f64)>,
    /// People needed in each month, with the inputs at their means.
    pub months: Vec<f64>,
}

impl RoleLoad {
    /// People needed ÷ people there, at the start and at the end.
    pub fn ratio(&self) -> [f64; 2] {
        let ratio = |load: f64, people: f64| load / (people * self.availability);
        [
            ratio(self.now.mean, self.headcount[0]),
            ratio(self.then.mean, self.headcount[1]),
        ]
    }
}

/// What is asked of every role.
pub fn offered(scenario: &Scenario) -> Vec<RoleLoad> {
    let sums = Sums::of(scenario);
    let ends = [
        scenario.timeline.start_time().day(),
        scenario.timeline.horizon_time().day().saturating_sub(1),
    ];
    let means = mean_inputs(scenario);
    let levels = |inputs: &[f64], day: usize| driver_levels(scenario, inputs, day);
    let at = |inputs: &[f64], day: usize| sums.typical_year(inputs, &levels(inputs, day), day);
    let [now, then] = ends.map(|day| bounds(scenario, &means, |inputs| at(inputs, day)));
    let by_month = sums.by_month(&means);
    let [first, last] = ends.map(|day| levels(&means, day));
    let moving: Vec<usize> = (0..first.len())
        .filter(|&it| (last[it] / first[it] - 1.0).abs() > 0.005)
        .collect();
    let alone: Vec<(usize, Vec<f64>)> = moving
        .into_iter()
        .map(|driver| {
            let mut levels = first.clone();
            levels[driver] = last[driver];
            (driver, sums.typical_year(&means, &levels, ends[0]))
        })
        .collect();
    let load = |(index, role): (usize, &Role)| {
        let calendar = &scenario.calendars[role.calendar.index()];
        RoleLoad {
            role: RoleId::new(index),
            headcount: ends.map(|day| headcount(scenario, index, day)),
            availability: availability(scenario, role, &means),
            hours_a_month: calendar.yearly().hours() / YEAR as f64,
            now: now[index],
            then: then[index],
            alone: alone
                .iter()
                .map(|(driver, it)| (*driver, it[index]))
                .collect(),
            months: by_month[index].clone(),
        }
    };
    scenario.roles.iter().enumerate().map(load).collect()
}

/// Every uncertain input at the mean of its range.
pub fn mean_inputs(scenario: &Scenario) -> Vec<f64> {
    scenario.inputs.iter().map(|it| it.range.mean()).collect()
}

/// Each driver on a day.
pub fn driver_levels(scenario: &Scenario, inputs: &[f64], day: usize) -> Vec<f64> {
    let drivers = scenario.drivers.iter();
    let level = |it: &crate::scenario::Driver| {
        let days = it.daily(&scenario.drivers, &scenario.timeline, inputs, day + 1);
        days.last().copied().unwrap_or(f64::NAN)
    };
    drivers.map(level).collect()
}

/// The least and the most of every number, each with the ends of the inputs that suit it.
///
/// An end is chosen with the other inputs at their means; numbers that move with each input in one
/// direction, as loads do, are bounded exactly by that.
fn bounds(scenario: &Scenario, means: &[f64], numbers: impl Fn(&[f64]) -> Vec<f64>) -> Vec<Bounds> {
    let middle = numbers(means);
    let mut inputs = means.to_vec();
    let mut least = vec![means.to_vec(); middle.len()];
    let mut most = least.clone();
    for (index, input) in scenario.inputs.iter().enumerate() {
        let (min, max) = ends(input.range);
        let mut at = |value: f64| {
            inputs[index] = value;
            let found = numbers(&inputs);
            inputs[index] = means[index];
            found
        };
        let (low, high) = (at(min), at(max));
        for number in 0..middle.len() {
            let rises = high[number] >= low[number];
            least[number][index] = if rises { min } else { max };
            most[number][index] = if rises { max } else { min };
        }
    }
    let bound = |number: usize| Bounds {
        mean: middle[number],
        low: numbers(&least[number])[number],
        high: numbers(&most[number])[number],
    };
    (0..middle.len()).map(bound).collect()
}

fn ends(range: Range) -> (f64, f64) {
    match range {
        Range::Uniform { min, max } | Range::Triangular { min, max, .. } => (min, max),
    }
}

/// People of a role on a day: those of the start and hires on a date.
fn headcount(scenario: &Scenario, role: usize, day: usize) -> f64 {
    let hires = scenario.hires.iter().filter(|it| it.role.index() == role);
    let joined = hires.filter(|it| {
        scenario
            .timeline
            .day_of(it.start)
            .is_none_or(|it| it <= day)
    });
    f64::from(scenario.roles[role].headcount + joined.map(|it| it.count).sum::<u32>())
}

/// The share of working time in which a person is there: not on holiday and not sick.
///
/// Holidays and spells are calendar days, of which the share of a regular week is working time:
/// public holidays extend a holiday, and a spell begins on a working day.
pub fn availability(scenario: &Scenario, role: &Role, inputs: &[f64]) -> f64 {
    let calendar = &scenario.calendars[role.calendar.index()];
    let hours_a_day = calendar.regular_week().hours() / 7.0;
    let holiday = match &role.holiday {
        Holiday::None => 0.0,
        Holiday::Yearly { blocks, .. } => f64::from(blocks.iter().sum::<u32>()),
        Holiday::Dated(people) => {
            let years = (scenario.timeline.months() as f64 / YEAR as f64).max(1.0);
            let days: u32 = people.iter().flatten().map(|(_, days)| days).sum();
            f64::from(days) / people.len().max(1) as f64 / years
        }
    };
    let spell = mean_seconds(&role.sickness.length, inputs) / 86_400.0;
    let sick = role.sickness.spells.value(inputs) * spell.ceil();
    let away = (holiday + sick) * hours_a_day;
    (1.0 - away / calendar.yearly().hours()).clamp(0.0, 1.0)
}

/// The role that spends most effort on an item of a stream.
pub fn busiest_role(scenario: &Scenario, stream: StreamId, inputs: &[f64]) -> Option<RoleId> {
    let it = &scenario.streams[stream.index()];
    if let [only, ..] = *it.for_each {
        return Some(only);
    }
    let item = Item::of(scenario, stream.index(), inputs);
    let busiest = item
        .effort
        .iter()
        .enumerate()
        .rev()
        .max_by(|one, other| one.1.total_cmp(other.1))?;
    (*busiest.1 > 0.0).then(|| RoleId::new(busiest.0))
}

/// The mean of a random duration, in seconds.
pub fn mean_seconds(duration: &Duration, inputs: &[f64]) -> f64 {
    Sampler::new(&duration.shape, duration.mean.value(inputs)).mean()
}

/// The mean of a random count.
pub fn mean_count(count: Count, inputs: &[f64]) -> f64 {
    match count {
        Count::Fixed(it) | Count::Poisson(it) => it.value(inputs).max(0.0),
        Count::Between(low, high) => f64::from(low + high) / 2.0,
        Count::Geometric(it) => it.value(inputs).max(1.0),
    }
}

/// What one item of a stream needs, in the mean.
struct Item {
    /// Seconds of each role.
    effort: Vec<f64>,
    /// Items of each stream that it causes: spawned, or itself once more.
    causes: Vec<f64>,
}

impl Item {
    fn of(scenario: &Scenario, stream: usize, inputs: &[f64]) -> Self {
        let mut item = Self {
            effort: vec![0.0; scenario.roles.len()],
            causes: vec![0.0; scenario.streams.len()],
        };
        item.walk(&scenario.streams[stream].route, stream, 1.0, inputs);
        item
    }

    /// Seconds of each role for one item; for work of each person, for one item of everybody.
    fn efforts<'a>(
        &'a self,
        scenario: &'a Scenario,
        stream: &'a Stream,
        day: usize,
        inputs: &'a [f64],
    ) -> impl Iterator<Item = (usize, f64)> + 'a {
        let own: f64 = self.effort.iter().sum();
        let present = move |role: &RoleId| {
            let it = &scenario.roles[role.index()];
            let people =
                headcount(scenario, role.index(), day) * availability(scenario, it, inputs);
            (role.index(), own * people)
        };
        let personal = stream.for_each.iter().map(present);
        let shared = self.effort.iter().copied().enumerate();
        shared
            .filter(|_| stream.for_each.is_empty())
            .chain(personal)
    }

    fn walk(&mut self, steps: &[Step], stream: usize, weight: f64, inputs: &[f64]) {
        for step in steps {
            match step {
                Step::Effort(effort) => {
                    let seconds: f64 = effort.time.iter().map(|it| mean_seconds(it, inputs)).sum();
                    self.effort[effort.role.index()] += weight * seconds;
                    if let Some(partner) = effort.together_with {
                        self.effort[partner.index()] += weight * seconds;
                    }
                }
                Step::Cycle { times, steps } => {
                    self.walk(steps, stream, weight * mean_count(*times, inputs), inputs);
                }
                Step::Branch {
                    probability,
                    steps,
                    otherwise,
                } => {
                    let p = probability.value(inputs);
                    self.walk(steps, stream, weight * p, inputs);
                    self.walk(otherwise, stream, weight * (1.0 - p), inputs);
                }
                Step::Reopen { probability, .. } => {
                    self.causes[stream] += weight * probability.value(inputs);
                }
                Step::Spawn { stream, count } => {
                    self.causes[stream.index()] += weight * mean_count(*count, inputs);
                }
                Step::Wait(_) | Step::Mark(_) => {}
            }
        }
    }
}

/// What a scenario's streams ask of its roles, for any inputs.
struct Sums<'s> {
    scenario: &'s Scenario,
    exposure: Exposure,
    /// Working hours of a person of each role in each month.
    hours: Vec<Vec<f64>>,
}

impl<'s> Sums<'s> {
    fn of(scenario: &'s Scenario) -> Self {
        let timeline = &scenario.timeline;
        let hours = scenario.roles.iter().map(|role| {
            let calendar = &scenario.calendars[role.calendar.index()];
            let month = |it: usize| (timeline.slot_start(it), timeline.slot_start(it + 1));
            let months = (1..=timeline.months()).map(month);
            months
                .map(|(from, to)| calendar.between(from, to).hours())
                .collect()
        });
        Self {
            scenario,
            exposure: Exposure::of(scenario),
            hours: hours.collect(),
        }
    }

    /// People of each role over a year that is everywhere like one day.
    fn typical_year(&self, inputs: &[f64], levels: &[f64], day: usize) -> Vec<f64> {
        let months = YEAR.min(self.scenario.timeline.months());
        let arrivals: Vec<f64> = (0..self.scenario.streams.len())
            .map(|stream| {
                let exposure: f64 = (0..months)
                    .map(|it| self.exposure.of_month(stream, it))
                    .sum();
                let factor = self.exposure.factor(self.scenario, stream, inputs, levels);
                exposure * factor * automated(self.scenario, stream, day, inputs, |it| it.arrivals)
            })
            .collect();
        let hours = |role: usize| self.hours[role][..months].iter().sum();
        self.people(inputs, &arrivals, day, hours)
    }

    /// People of each role in each month.
    fn by_month(&self, inputs: &[f64]) -> Vec<Vec<f64>> {
        let timeline = &self.scenario.timeline;
        let mut by_role = vec![Vec::new(); self.scenario.roles.len()];
        for month in 0..timeline.months() {
            let (from, to) = (
                timeline.slot_start(month + 1),
                timeline.slot_start(month + 2),
            );
            let middle = (from.day() + to.day()) / 2;
            let levels = driver_levels(self.scenario, inputs, middle);
            let arrivals: Vec<f64> = (0..self.scenario.streams.len())
                .map(|it| {
                    let factor = self.exposure.factor(self.scenario, it, inputs, &levels);
                    let factor =
                        factor * automated(self.scenario, it, middle, inputs, |it| it.arrivals);
                    self.exposure.of_month(it, month) * factor
                })
                .collect();
            let people = self.people(inputs, &arrivals, middle, |role| self.hours[role][month]);
            for (months, people) in by_role.iter_mut().zip(people) {
                months.push(people);
            }
        }
        by_role
    }

    /// People of each role: hours of all items ÷ hours of a person.
    fn people(
        &self,
        inputs: &[f64],
        arrivals: &[f64],
        day: usize,
        hours: impl Fn(usize) -> f64,
    ) -> Vec<f64> {
        let scenario = self.scenario;
        let items: Vec<Item> = (0..scenario.streams.len())
            .map(|it| Item::of(scenario, it, inputs))
            .collect();
        let counts = with_caused(&items, arrivals);
        let mut seconds = vec![0.0; scenario.roles.len()];
        for (index, (item, count)) in items.iter().zip(&counts).enumerate() {
            let stream = &scenario.streams[index];
            let count = count * automated(scenario, index, day, inputs, |it| it.effort);
            for (role, effort) in item.efforts(scenario, stream, day, inputs) {
                seconds[role] += count * effort;
            }
        }
        let roles = seconds.into_iter().enumerate();
        roles.map(|(role, it)| it / 3_600.0 / hours(role)).collect()
    }
}

/// The factor of the automations that are in force on a day.
fn automated(
    scenario: &Scenario,
    stream: usize,
    day: usize,
    inputs: &[f64],
    factor: impl Fn(&Automation) -> crate::scenario::Quantity,
) -> f64 {
    let id = StreamId::new(stream);
    let begun = |it: &&Automation| {
        let from = it.from.and_then(|date| scenario.timeline.day_of(date));
        from.is_none_or(|from| from <= day)
    };
    let all = scenario.automations.iter();
    let own = all.filter(|it| it.streams.is_empty() || it.streams.contains(&id));
    own.filter(begun)
        .map(|it| factor(it).value(inputs))
        .product()
}

/// Items of every stream when each one may cause others: x = arrivals + causesᵀ x, by elimination.
fn with_caused(items: &[Item], arrivals: &[f64]) -> Vec<f64> {
    let n = items.len();
    let mut rows: Vec<Vec<f64>> = (0..n)
        .map(|to| {
            let mut row: Vec<f64> = (0..n).map(|from| -items[from].causes[to]).collect();
            row[to] += 1.0;
            row.push(arrivals[to]);
            row
        })
        .collect();
    for pivot in 0..n {
        // The diagonal dominates as long as an item causes less than one other in the end.
        let (above, rest) = rows.split_at_mut(pivot + 1);
        let pivot_row = &above[pivot];
        for row in rest.iter_mut().filter(|row| row[pivot] != 0.0) {
            let factor = row[pivot] / pivot_row[pivot];
            for (cell, from) in row[pivot..].iter_mut().zip(&pivot_row[pivot..]) {
                *cell -= factor * from;
            }
        }
    }
    let mut solved = vec![0.0; n];
    for to in (0..n).rev() {
        let known: f64 = (to + 1..n).map(|from| rows[to][from] * solved[from]).sum();
        solved[to] = (rows[to][n] - known) / rows[to][to];
    }
    solved
}
