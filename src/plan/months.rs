//! Months: dates as numbers of months since the start of the scenario, and back.

use crate::calendar::{Timeline, WorkingTime};
use crate::time::SimTime;
use jiff::civil::Date;

/// Days in an average month.
pub(crate) const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// Months from the start of the scenario to a date: whole ones, and the part of the last.
pub(crate) fn months_at(timeline: &Timeline, date: Date) -> f64 {
    let Some(day) = timeline.day_of(date) else {
        return 0.0;
    };
    if day < timeline.start_time().day() {
        return 0.0;
    }
    let slot = timeline.slot(SimTime::midnight(day));
    let from = timeline.slot_start(slot).day();
    if slot > timeline.months() {
        return timeline.months() as f64 + (day - from) as f64 / DAYS_A_MONTH;
    }
    let until = timeline.slot_start(slot + 1).day();
    (slot - 1) as f64 + (day - from) as f64 / (until - from) as f64
}

/// The date so many months after the start; at the start when negative, `None` when infinite.
pub(crate) fn date_at(timeline: &Timeline, months: f64) -> Option<Date> {
    if !months.is_finite() {
        return None;
    }
    let months = months.max(0.0);
    let last = timeline.months();
    let whole = (months.floor() as usize).min(last);
    let from = timeline.slot_start(whole + 1).day();
    let days = if whole < last {
        let until = timeline.slot_start(whole + 2).day();
        (months - whole as f64) * (until - from) as f64
    } else {
        (months - whole as f64) * DAYS_A_MONTH
    };
    // Not quite rounded: 2.999 999 months are three.
    Some(timeline.date_of(from + (days + 1e-6) as usize))
}

/// The first working day of a calendar from a date on.
pub(crate) fn working_day_from(timeline: &Timeline, calendar: &WorkingTime, date: Date) -> Date {
    let Some(from) = timeline.day_of(date) else {
        return date;
    };
    let near = from..(from + 31).min(timeline.table_days());
    let day = near.into_iter().find(|&day| calendar.is_working_day(day));
    day.map_or(date, |day| timeline.date_of(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_and_months_are_the_same_thing() {
        let timeline = Timeline::new(date(2026, 2, 1), 1, 12, 1);
        for (day, months) in [
            (date(2026, 2, 1), 0.0),
            (date(2026, 2, 15), 0.5),
            (date(2026, 5, 1), 3.0),
            (date(2027, 1, 31), 11.0 + 30.0 / 31.0),
            (date(2027, 2, 1), 12.0),
        ] {
            assert!((months_at(&timeline, day) - months).abs() < 1e-9, "{day}");
            assert_eq!(date_at(&timeline, months), Some(day));
        }
        assert_eq!(months_at(&timeline, date(2026, 1, 7)), 0.0);
        assert_eq!(date_at(&timeline, -2.0), Some(date(2026, 2, 1)));
        assert_eq!(date_at(&timeline, f64::INFINITY), None);
    }
}
