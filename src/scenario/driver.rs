//! The value of a driver on every simulated day.

use super::model::{Driver, DriverPath, Quantity};
use crate::calendar::Timeline;
use jiff::civil::Date;

/// Days in a twelfth of 365.25 days: drivers count months so.
pub const DAYS_A_MONTH: f64 = 30.4375;
const DAYS_A_YEAR: f64 = 365.25;

impl Driver {
    /// The value at noon of each day from the origin; before the start of the scenario it is that of the start.
    pub fn daily(
        &self,
        drivers: &[Driver],
        timeline: &Timeline,
        inputs: &[f64],
        days: usize,
    ) -> Vec<f64> {
        let value = |it: Quantity| it.value(inputs);
        let cap = self.cap.map_or(f64::INFINITY, value);
        // Days since the start, at noon.
        let since = day_number(timeline.origin(), timeline.start());
        let age = |day: usize| (day as f64 + 0.5 - since).max(0.0);
        let raw: Vec<f64> = match &self.path {
            DriverPath::Constant(level) => vec![value(*level); days],
            DriverPath::Linear { from, to, months } => {
                let (from, to) = (value(*from), value(*to));
                let length = months * DAYS_A_MONTH;
                let share = |day| {
                    if length > 0.0 {
                        (age(day) / length).min(1.0)
                    } else {
                        1.0
                    }
                };
                (0..days)
                    .map(|day| from + (to - from) * share(day))
                    .collect()
            }
            DriverPath::Compound { from, yearly } => {
                let (from, growth) = (value(*from), 1.0 + value(*yearly));
                (0..days)
                    .map(|day| from * libm::pow(growth, age(day) / DAYS_A_YEAR))
                    .collect()
            }
            DriverPath::Table(points) => {
                let point = |(date, level): &(Date, Quantity)| {
                    (day_number(timeline.origin(), *date), value(*level))
                };
                let points: Vec<(f64, f64)> = points.iter().map(point).collect();
                (0..days)
                    .map(|day| between(&points, day as f64 + 0.5))
                    .collect()
            }
            DriverPath::Stock {
                from,
                inflow,
                churn,
            } => {
                let inflow = inflow.and_then(|it| drivers.get(it.index()));
                let inflow = inflow.map(|it| it.daily(drivers, timeline, inputs, days));
                let stay = libm::pow(1.0 - value(*churn), 1.0 / DAYS_A_YEAR);
                let mut level = value(*from).min(cap);
                let mut filled = Vec::with_capacity(days);
                for day in 0..days {
                    let mut evening = level;
                    if day as f64 >= since {
                        let joined = inflow.as_ref().map_or(0.0, |it| it[day] / DAYS_A_MONTH);
                        evening = (level * stay + joined).min(cap);
                    }
                    filled.push((level + evening) / 2.0);
                    level = evening;
                }
                filled
            }
        };
        let steps = self
            .steps
            .iter()
            .map(|(date, factor)| (day_number(timeline.origin(), *date), value(*factor)));
        let steps: Vec<(f64, f64)> = steps.collect();
        let factor = |day: usize| {
            let begun = steps.iter().filter(|(from, _)| day as f64 >= *from);
            begun.map(|(_, factor)| factor).product::<f64>()
        };
        raw.into_iter()
            .enumerate()
            .map(|(day, it)| (it * factor(day)).clamp(0.0, cap.max(0.0)))
            .collect()
    }
}

/// Midnight of a date in days from the origin; negative before it.
fn day_number(origin: Date, date: Date) -> f64 {
    let span = origin.until(date).map(|it| it.get_days());
    f64::from(span.unwrap_or(0))
}

/// Straight lines between points; flat outside.
fn between(points: &[(f64, f64)], time: f64) -> f64 {
    let after = points.iter().position(|(at, _)| *at > time);
    match after {
        Some(0) => points[0].1,
        Some(next) => {
            let ((from, low), (to, high)) = (points[next - 1], points[next]);
            low + (high - low) * (time - from) / (to - from)
        }
        None => points.last().map_or(0.0, |it| it.1),
    }
}
