//! Overtime: longer days for a time, what the law allows of them, and what they are paid.

use super::Scenario;
use crate::calendar::{Timeline, WorkingTime};
use crate::ids::{CalendarId, RoleId};
use crate::time::Effort;
use jiff::civil::Date;

/// What the law says of overtime.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OvertimeLaw {
    /// Hours on two days in a row, at most.
    pub(crate) in_two_days: f64,
    /// Hours a calendar year, at most.
    pub(crate) in_a_year: f64,
    /// The first hours of a day …
    pub(crate) first_hours: f64,
    /// … are paid so many times, …
    pub(crate) first: f64,
    /// … all others so many times.
    pub(crate) then: f64,
}

impl OvertimeLaw {
    /// The Russian Labour Code, articles 99 and 152: 4 hours in two days, 120 hours a year, the first
    /// two hours paid one and a half times, the others twice.
    pub(crate) const RUSSIA: Self =
        Self { in_two_days: 4.0, in_a_year: 120.0, first_hours: 2.0, first: 1.5, then: 2.0 };

    /// By how much an hour of overtime is dearer than a usual one, when a day has so many.
    pub(crate) fn factor(self, hours_a_day: f64) -> f64 {
        let first = hours_a_day.min(self.first_hours);
        (first * self.first + (hours_a_day - first) * self.then) / hours_a_day
    }
}

/// Longer days of a role for a time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Overtime {
    pub(crate) role: RoleId,
    /// The first day.
    pub(crate) from: Date,
    /// The last day.
    pub(crate) to: Date,
    /// On which weekdays, Monday first.
    pub(crate) weekdays: [bool; 7],
    /// By how many hours each of them is longer.
    pub(crate) hours_a_day: f64,
}

impl Overtime {
    /// Hours by which a day is longer.
    pub(crate) fn hours_on(&self, day: usize, calendar: &WorkingTime, timeline: &Timeline) -> f64 {
        let is_within = (self.from..=self.to).contains(&timeline.date_of(day));
        let works = self.weekdays[calendar.weekday(day)] && calendar.is_working_day(day);
        if is_within && works { self.hours_a_day } else { 0.0 }
    }
}

/// The overtime of a role, for its pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PaidOvertime {
    /// When its people work without overtime.
    pub(crate) usual: CalendarId,
    /// By how much an hour of overtime is dearer than a usual one.
    pub(crate) factor: f64,
}

impl Scenario {
    /// Makes the days of a role longer: its people get a calendar of their own. Clocks of service
    /// levels stay as they are.
    pub(crate) fn work_overtime(&mut self, it: &Overtime) {
        let role = &self.roles[it.role.index()];
        let usual = role.calendar;
        let calendar = &self.calendars[usual.index()];
        let longer = |day: usize| Effort::from_hours(it.hours_on(day, calendar, &self.timeline));
        let longer = calendar.lengthened(longer);
        let factor = role.overtime_law.factor(it.hours_a_day);
        let own = CalendarId::new(self.calendars.len());
        self.calendars.push(longer);
        let role = &mut self.roles[it.role.index()];
        role.calendar = own;
        role.overtime = Some(PaidOvertime { usual, factor });
    }
}
