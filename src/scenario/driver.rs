//! The value of a driver on every simulated day.

use super::model::{Driver, DriverPath, Inputs, Quantity};
use crate::calendar::Timeline;
use jiff::civil::Date;

/// Days in a twelfth of 365.25 days: drivers count months so.
pub(crate) const DAYS_A_MONTH: f64 = 30.4375;
const DAYS_A_YEAR: f64 = 365.25;

impl Driver {
    /// The value at noon of each day from the origin; before the start of the scenario it is that of the start.
    pub(crate) fn daily(
        &self,
        drivers: &[Driver],
        timeline: &Timeline,
        inputs: &Inputs,
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
                    if length > 0.0 { (age(day) / length).min(1.0) } else { 1.0 }
                };
                (0..days).map(|day| from + (to - from) * share(day)).collect()
            }
            DriverPath::Compound { from, yearly } => {
                let (from, growth) = (value(*from), 1.0 + value(*yearly));
                (0..days).map(|day| from * libm::pow(growth, age(day) / DAYS_A_YEAR)).collect()
            }
            DriverPath::Table(points) => {
                let point = |(date, level): &(Date, Quantity)| {
                    (day_number(timeline.origin(), *date), value(*level))
                };
                let points: Vec<(f64, f64)> = points.iter().map(point).collect();
                (0..days).map(|day| between(&points, day as f64 + 0.5)).collect()
            }
            DriverPath::Stock { from, inflow, churn } => {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::DriverId;
    use crate::scenario::Text;
    use jiff::civil::date;

    const DAYS: usize = 430;

    fn timeline() -> Timeline {
        Timeline::new(date(2026, 2, 1), 1, 12, 1)
    }

    fn driver(path: DriverPath) -> Driver {
        Driver {
            key: "x".into(),
            title: Text::default(),
            path,
            steps: Vec::new(),
            cap: None,
            broken_promises: None,
        }
    }

    fn daily(driver: &Driver, others: &[Driver]) -> Vec<f64> {
        let two = Inputs(Box::new([2.0]));
        driver.daily(others, &timeline(), &two, DAYS)
    }

    fn known(value: f64) -> Quantity {
        Quantity::Known(value)
    }

    /// 1 February 2026, the start, is the 31st day from the origin.
    const START: usize = 31;

    #[test]
    fn a_constant_may_be_an_uncertain_input() {
        let constant =
            driver(DriverPath::Constant(Quantity::Uncertain(crate::ids::InputId(0), 3.0)));
        assert!(daily(&constant, &[]).iter().all(|it| *it == 6.0));
    }

    #[test]
    fn a_line_begins_at_the_start_and_stays_at_its_end() {
        let line = driver(DriverPath::Linear { from: known(0.0), to: known(12.0), months: 12.0 });
        let days = daily(&line, &[]);
        assert_eq!((days[0], days[START - 1]), (0.0, 0.0), "flat before the start");
        let month = DAYS_A_MONTH as usize + START;
        assert!((days[month] - 30.5 / DAYS_A_MONTH).abs() < 1e-12);
        assert_eq!(days[DAYS - 1], 12.0);
    }

    #[test]
    fn compound_growth_is_continuous() {
        let growth = driver(DriverPath::Compound { from: known(100.0), yearly: known(0.2) });
        let days = daily(&growth, &[]);
        assert_eq!(days[0], 100.0);
        let year = (days[START + 365] / days[START]).ln() / 365.0 * 365.25;
        assert!((year - 1.2_f64.ln()).abs() < 1e-12);
    }

    #[test]
    fn a_table_is_straight_between_its_dates_and_flat_outside() {
        let points = vec![(date(2026, 2, 1), known(0.0)), (date(2026, 2, 11), known(10.0))];
        let days = daily(&driver(DriverPath::Table(points)), &[]);
        assert_eq!((days[0], days[START], days[START + 4]), (0.0, 0.5, 4.5));
        assert_eq!(days[START + 20], 10.0);
    }

    #[test]
    fn a_stock_is_filled_and_leaks() {
        let inflow = driver(DriverPath::Constant(known(5.0)));
        let stock = |churn: f64, inflow| {
            driver(DriverPath::Stock { from: known(217.0), inflow, churn: known(churn) })
        };
        let filled = daily(&stock(0.0, Some(DriverId(0))), std::slice::from_ref(&inflow));
        assert_eq!(filled[START - 1], 217.0);
        let noon = 217.0 + 100.5 * 5.0 / DAYS_A_MONTH;
        assert!((filled[START + 100] - noon).abs() < 1e-9);
        let leaking = daily(&stock(0.02, None), &[]);
        let year = libm::pow(leaking[START + 365] / leaking[START], 365.25 / 365.0);
        assert!((year - 0.98).abs() < 1e-12);
    }

    #[test]
    fn steps_multiply_and_a_cap_stops() {
        let mut stepped = driver(DriverPath::Constant(known(100.0)));
        stepped.steps = vec![(date(2026, 2, 2), known(2.0)), (date(2026, 2, 3), known(1.5))];
        stepped.cap = Some(known(250.0));
        let days = daily(&stepped, &[]);
        assert_eq!(days[START..START + 3], [100.0, 200.0, 250.0]);
    }

    #[test]
    fn thirty_seven_months_of_five_projects_make_400_clients() {
        // C-09: 183 ÷ 5 = 36.6 months without churn.
        let inflow = driver(DriverPath::Constant(known(5.0)));
        let mut clients = driver(DriverPath::Stock {
            from: known(217.0),
            inflow: Some(DriverId(0)),
            churn: known(0.0),
        });
        clients.cap = Some(known(400.0));
        let timeline = Timeline::new(date(2026, 2, 1), 1, 48, 1);
        let days = clients.daily(&[inflow], &timeline, &Inputs::default(), 1_400);
        let full = days.iter().position(|it| *it >= 400.0).unwrap() - START;
        assert_eq!((full as f64 / DAYS_A_MONTH).ceil(), 37.0);
    }
}
