//! Expected arrivals: how many on each day, when in the day, and the dates of recurrences.

use crate::calendar::{Timeline, WorkingTime};
use crate::ids::StreamId;
use crate::random::{Chance, Sampler, Shape, Spread};
use crate::scenario::{ArrivalRate, Days, Inputs, Per, Recurrence, Scenario};
use crate::time::{Elapsed, SimTime};

/// How a rate spreads over the day.
pub(crate) fn spread(rate: &ArrivalRate) -> Spread {
    match (rate.per == Per::CalendarDay, rate.profile.hours.is_empty()) {
        (false, true) => Spread::Working,
        (false, false) => Spread::Hours(rate.profile.hours.clone()),
        (true, true) => Spread::AllDay,
        (true, false) => Spread::AllDayHours(rate.profile.hours.clone()),
    }
}

/// What a rate of one unit expects on each day, by the profiles: working hours for rates over working
/// time, 1 on a regular day for rates per working day, 1 for rates per calendar day.
///
/// Factors of months and weekdays multiply the rate. Weights of hours only say when it comes: they
/// are measured against a regular week of the calendar, so that the volume stays the rate's, be
/// they per cent, counts or factors.
pub(crate) fn daily_shape(
    rate: &ArrivalRate,
    calendar: &WorkingTime,
    timeline: &Timeline,
    days: usize,
) -> Vec<f64> {
    let row = |weekday: usize| match rate.profile.hours.len() {
        0 => &[1.0; 24],
        1 => &rate.profile.hours[0],
        _ => &rate.profile.hours[weekday],
    };
    let weighed = |weekday: usize, hours: &[f64; 24]| -> f64 {
        hours.iter().zip(row(weekday)).map(|(hours, weight)| hours * weight).sum()
    };
    let week = calendar.regular_hours();
    let regular: [f64; 7] = std::array::from_fn(|weekday| weighed(weekday, &week[weekday]));
    let working = regular.iter().filter(|&&day| day > 0.0).count() as f64;
    let usual_day = regular.iter().sum::<f64>() / working;
    let unit = |weekday: usize| match rate.per {
        // A weekday's own hours, so that a long Thursday has as much as any other day.
        Per::WorkingDay if rate.profile.hours.len() <= 1 && regular[weekday] > 0.0 => {
            regular[weekday]
        }
        Per::WorkingDay => usual_day,
        _ => regular.iter().sum::<f64>() / calendar.regular_week().hours(),
    };
    let hours_of = |day: usize| -> [f64; 24] {
        std::array::from_fn(|hour| {
            let from = SimTime::midnight(day) + Elapsed::from_hours(hour as f64);
            calendar.hours_of(day, from) + calendar.hours_of(day, from + Elapsed::from_days(1))
        })
    };
    let shape = |day: usize| {
        let weekday = calendar.weekday(day);
        let month = timeline.date_of(day).month() as usize - 1;
        let factor = rate.profile.months[month] * rate.profile.weekdays[weekday];
        match (rate.per, rate.profile.hours.is_empty()) {
            (Per::CalendarDay, _) => factor,
            (Per::WorkingDay, true) => factor * calendar.day_work(day).hours() / unit(weekday),
            (_, true) => factor * calendar.day_work(day).hours(),
            (_, false) => factor * weighed(weekday, &hours_of(day)) / unit(weekday),
        }
    };
    (0..days).map(shape).collect()
}

/// The rate in items an hour of working time (a day, for rates per working or calendar day).
///
/// A year's volume is spread over the working time of the civil year in which the simulation
/// starts, a month's is a twelfth of that; a week is a regular week without holidays.
pub(crate) fn rate_per_hour(rate: &ArrivalRate, calendar: &WorkingTime, inputs: &Inputs) -> f64 {
    let share = rate.share.as_ref().map_or(1.0, |share| {
        let all: f64 = share.all.iter().map(|it| it.value(inputs)).sum();
        share.own.value(inputs) / all
    });
    let volume = rate.rate.value(inputs) * share;
    match rate.per {
        Per::Year => volume / calendar.yearly().hours(),
        Per::Quarter => volume * 4.0 / calendar.yearly().hours(),
        Per::Month => volume * 12.0 / calendar.yearly().hours(),
        Per::Week => volume / calendar.regular_week().hours(),
        Per::WorkingDay | Per::WorkingHour | Per::CalendarDay => volume,
    }
}

/// The expected arrivals of each day.
pub(crate) fn fill(
    daily: &mut Vec<f64>,
    shape: &[f64],
    per_hour: f64,
    rate: &ArrivalRate,
    driver: Option<&[f64]>,
    inputs: &Inputs,
) {
    let (at, elasticity) = (rate.at.value(inputs), rate.elasticity.value(inputs));
    let factor = |day: usize| match driver {
        None => 1.0,
        Some(_) if elasticity == 0.0 => 1.0,
        Some(values) if elasticity == 1.0 => values[day] / at,
        Some(values) => libm::pow(values[day] / at, elasticity),
    };
    daily.clear();
    let days = shape.iter().enumerate();
    daily.extend(days.map(|(day, &shape)| shape * per_hour * factor(day)));
}

/// Multiplies each day by a gamma factor of mean 1.
pub(crate) fn disperse(daily: &mut [f64], cv: f64, mut chance: Chance) {
    if cv > 0.0 {
        let factor = Sampler::new(&Shape::Gamma { cv }, 1.0);
        daily.iter_mut().for_each(|it| *it *= factor.draw(&mut chance));
    }
}

/// Automations of a stream's arrivals: the day they begin, and the factor.
pub(crate) fn automation_factors<'a>(
    scenario: &'a Scenario,
    stream: StreamId,
    inputs: &'a Inputs,
) -> impl Iterator<Item = (usize, f64)> + 'a {
    let automations = scenario.automations.iter();
    automations.filter(move |it| it.streams.is_empty() || it.streams.contains(&stream)).map(|it| {
        let from = it.from.and_then(|date| scenario.timeline.day_of(date));
        (from.unwrap_or(0), it.arrivals.value(inputs))
    })
}

/// The factor of all automations of a stream's arrivals that are in force on a day.
pub(crate) fn automated_arrivals(
    scenario: &Scenario,
    stream: StreamId,
    day: usize,
    inputs: &Inputs,
) -> f64 {
    let all = automation_factors(scenario, stream, inputs);
    all.filter(|(from, _)| day >= *from).map(|(_, factor)| factor).product()
}

/// The moments of a recurrence, in order.
pub(crate) fn occurrences(
    it: &Recurrence,
    calendar: &WorkingTime,
    timeline: &Timeline,
    days: usize,
) -> Vec<SimTime> {
    let moment = |day: usize| match it.at {
        Some(seconds) => Some(calendar.clock_on(day, Elapsed::from_seconds(seconds))),
        None => calendar.opening(day),
    };
    let mut moments: Vec<SimTime> = (0..days)
        .filter(|&day| recurs_on(&it.days, day, timeline))
        .filter_map(|day| match it.days {
            Days::MonthDay(_) | Days::Quarterly(_) | Days::Weekly { .. } => {
                moved(day, calendar, timeline)
            }
            Days::Daily | Days::MonthSpan(..) => calendar.is_working_day(day).then_some(day),
        })
        .filter(|&day| day < days)
        .filter_map(moment)
        .collect();
    moments.sort_unstable();
    moments
}

/// The day on which the work of a date is done: a date that is not a working day moves to the next
/// one. What would so come into the counted months or leave them moves to the last one before, so
/// that the counted months have the work of their own dates.
fn moved(day: usize, calendar: &WorkingTime, timeline: &Timeline) -> Option<usize> {
    let next = (day..day + 30).find(|&it| calendar.is_working_day(it))?;
    let edges = [timeline.start_time().day(), timeline.horizon_time().day()];
    match edges.into_iter().any(|edge| day < edge && edge <= next) {
        true => (0..day).rev().find(|&it| calendar.is_working_day(it)).or(Some(next)),
        false => Some(next),
    }
}

/// Whether a recurring date falls on a day of the timeline, before holidays move it.
fn recurs_on(days: &Days, day: usize, timeline: &Timeline) -> bool {
    let date = timeline.date_of(day);
    let last = date.days_in_month() as u8;
    let (of_month, month) = (date.day() as u8, date.month() as u8);
    match days {
        Days::Daily => true,
        Days::Weekly { weekdays, every } => {
            let weekday = date.weekday().to_monday_zero_offset() as u8;
            // Weeks are counted from the Monday on or before the first simulated day.
            let first = timeline.origin().weekday().to_monday_zero_offset() as usize;
            weekdays.contains(&weekday) && ((day + first) / 7).is_multiple_of(*every as usize)
        }
        Days::MonthDay(wanted) => of_month == (*wanted).min(last),
        Days::MonthSpan(from, to) => (*from..=*to).contains(&of_month),
        Days::Quarterly(wanted) => (month - 1).is_multiple_of(3) && of_month == (*wanted).min(last),
    }
}
