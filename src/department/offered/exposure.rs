//! When work can come: what a rate of one, or a recurrence of one item, amounts to in a month.

use crate::department::{beginning, daily_shape, occurrences, rate_per_hour};
use crate::scenario::{Arrival, Burst, Inputs, Scenario};
use std::ops::Range;

/// For each stream and counted month: working hours (or days) weighted by the profiles, or dates.
#[derive(Clone, Debug)]
pub(crate) struct Exposure {
    months: Vec<Vec<f64>>,
    /// By stream, the counted month of each burst.
    bursts: Vec<Vec<Option<usize>>>,
}

impl Exposure {
    /// Of every stream; none for work that only others cause.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let timeline = &scenario.timeline;
        let days = timeline.slot_start(timeline.months() + 1).day();
        let months = scenario.streams.iter().map(|stream| {
            let calendar = &scenario.calendars[stream.calendar.index()];
            let by_day = match &stream.arrival {
                Arrival::Rate(rate) => daily_shape(rate, calendar, timeline, days),
                Arrival::Recurrence(it) => {
                    let mut dates = vec![0.0; days];
                    let moments = occurrences(it, calendar, timeline, days);
                    moments.iter().for_each(|it| dates[it.day()] += 1.0);
                    dates
                }
                Arrival::Replay(moments) => {
                    let mut by_day = vec![0.0; days];
                    let known = moments.iter().map(|it| it.day()).filter(|it| *it < days);
                    known.for_each(|day| by_day[day] += 1.0);
                    by_day
                }
                Arrival::Spawned => vec![0.0; days],
            };
            let month = |it: usize| {
                let (from, to) = (timeline.slot_start(it), timeline.slot_start(it + 1));
                by_day[from.day()..to.day()].iter().sum()
            };
            (1..=timeline.months()).map(month).collect()
        });
        let bursts = scenario.streams.iter().map(|stream| {
            let calendar = &scenario.calendars[stream.calendar.index()];
            let month = |it: &Burst| {
                let slot = timeline.slot(beginning(it, calendar, timeline)?);
                (1..=timeline.months()).contains(&slot).then(|| slot - 1)
            };
            stream.bursts.iter().map(month).collect()
        });
        Self { months: months.collect(), bursts: bursts.collect() }
    }

    /// Items that bursts of a stream bring, each in the month in which it begins.
    pub(crate) fn of_bursts(
        &self,
        scenario: &Scenario,
        stream: usize,
        months: Range<usize>,
        inputs: &Inputs,
    ) -> f64 {
        let bursts = scenario.streams[stream].bursts.iter().zip(&self.bursts[stream]);
        let begun = bursts.filter(|(_, month)| month.is_some_and(|it| months.contains(&it)));
        begun.map(|(burst, _)| burst.items.mean(inputs)).sum()
    }

    /// What a rate of one, or one item on each date, is in a month.
    pub(crate) fn of_month(&self, stream: usize, month: usize) -> f64 {
        self.months[stream][month]
    }

    /// Items for each unit of exposure, with the drivers at these levels.
    pub(crate) fn factor(
        &self,
        scenario: &Scenario,
        stream: usize,
        inputs: &Inputs,
        levels: &[f64],
    ) -> f64 {
        let stream = &scenario.streams[stream];
        let calendar = &scenario.calendars[stream.calendar.index()];
        match &stream.arrival {
            Arrival::Rate(rate) => {
                let driver = rate.driver.map_or(1.0, |driver| {
                    let level = levels[driver.index()] / rate.at.value(inputs);
                    libm::pow(level, rate.elasticity.value(inputs))
                });
                let batch = rate.profile.batch.map_or(1.0, |it| it.mean(inputs));
                rate_per_hour(rate, calendar, inputs) * driver * batch
            }
            Arrival::Recurrence(it) => {
                let driver = it.driver;
                let driver =
                    driver.map_or(1.0, |(driver, at)| levels[driver.index()] / at.value(inputs));
                it.count.mean(inputs) * driver
            }
            Arrival::Replay(_) => 1.0,
            Arrival::Spawned => 0.0,
        }
    }
}
