//! When work can come: what a rate of one, or a recurrence of one item, amounts to in a month.

use crate::calendar::{Timeline, WorkingTime};
use crate::department::recurs_on;
use crate::scenario::{Arrival, ArrivalRate, Days, Inputs, Per, Recurrence, Scenario};
use crate::time::{Elapsed, SimTime};

/// For each stream and counted month: working hours (or days) weighted by the profiles, or dates.
#[derive(Clone, Debug)]
pub(crate) struct Exposure {
    months: Vec<Vec<f64>>,
}

impl Exposure {
    /// Of every stream; none for work that only others cause.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let timeline = &scenario.timeline;
        let months = scenario.streams.iter().map(|stream| {
            let calendar = &scenario.calendars[stream.calendar.index()];
            let day: Box<dyn Fn(usize) -> f64> = match &stream.arrival {
                Arrival::Rate(rate) => Box::new(|day| weight(rate, calendar, timeline, day)),
                Arrival::Recurrence(it) => Box::new(|day| occurs(it, calendar, timeline, day)),
                Arrival::Spawned => Box::new(|_| 0.0),
            };
            let month = |it: usize| {
                let (from, to) = (timeline.slot_start(it), timeline.slot_start(it + 1));
                (from.day()..to.day()).map(&day).sum()
            };
            (1..=timeline.months()).map(month).collect()
        });
        Self { months: months.collect() }
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
                per_unit(rate, calendar, inputs) * driver
            }
            Arrival::Recurrence(it) => {
                let driver = it.driver;
                let driver =
                    driver.map_or(1.0, |(driver, at)| levels[driver.index()] / at.value(inputs));
                it.count.mean(inputs) * driver
            }
            Arrival::Spawned => 0.0,
        }
    }
}

/// Items an hour of working time, or a day for rates per calendar day.
fn per_unit(rate: &ArrivalRate, calendar: &WorkingTime, inputs: &Inputs) -> f64 {
    let share = rate.share.as_ref().map_or(1.0, |it| {
        let all: f64 = it.all.iter().map(|it| it.value(inputs)).sum();
        it.own.value(inputs) / all
    });
    let year = calendar.yearly().hours();
    let hours = match rate.per {
        Per::Year => year,
        Per::Quarter => year / 4.0,
        Per::Month => year / 12.0,
        Per::Week => calendar.regular_week().hours(),
        Per::WorkingDay => calendar.regular_day().hours(),
        Per::WorkingHour | Per::CalendarDay => 1.0,
    };
    rate.rate.value(inputs) * share / hours
}

/// The working hours of a day, weighted by the profiles of a rate; 1 × the profiles of the day for
/// rates per calendar day.
fn weight(rate: &ArrivalRate, calendar: &WorkingTime, timeline: &Timeline, day: usize) -> f64 {
    let month = timeline.date_of(day).month() as usize - 1;
    let factor = rate.months[month] * rate.weekdays[calendar.weekday(day)];
    let row = match (rate.per, rate.hours.len()) {
        (Per::CalendarDay, _) => return factor,
        (_, 0) => return factor * calendar.day_work(day).hours(),
        (_, 1) => &rate.hours[0],
        _ => &rate.hours[calendar.weekday(day)],
    };
    let hour = |hour: u32| {
        let from = SimTime::midnight(day) + Elapsed::from_hours(f64::from(hour));
        let to = from + Elapsed::from_hours(1.0);
        calendar.between(from, to).hours() * row[hour as usize]
    };
    factor * (0..24).map(hour).sum::<f64>()
}

/// How often a recurrence comes on a day: 1 or 0, or more where dates move to the same day.
fn occurs(it: &Recurrence, calendar: &WorkingTime, timeline: &Timeline, day: usize) -> f64 {
    if !calendar.is_working_day(day) {
        return 0.0;
    }
    let is_wanted = |day: usize| f64::from(u8::from(recurs_on(&it.days, day, timeline)));
    match it.days {
        // A date that is not a working day moves to the next one: this one stands for those before.
        Days::MonthDay(_) | Days::Quarterly(_) => {
            let before = (0..day).rev().take_while(|&it| !calendar.is_working_day(it));
            is_wanted(day) + before.map(is_wanted).sum::<f64>()
        }
        _ => is_wanted(day),
    }
}
