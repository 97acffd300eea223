//! Outlook: what a scenario says of a role before anything is counted.
//!
//! Every number is that of the ranges as written, at their means or at equally likely places: none
//! of a replication's drawn inputs is here, so that a hiring rule cannot know them.

use crate::department::offered::{
    Needs, OfferedLoad, When, availability, driver_levels, effort_a_piece, effort_over_time,
};
use crate::ids::RoleId;
pub(crate) use crate::scenario::Outlook;
use crate::scenario::{Duration, HiringRule, Inputs, Scenario};
use crate::time::Elapsed;
use std::cell::LazyCell;

/// Days in a month of the calendar clock.
const DAYS_A_MONTH: f64 = 365.25 / 12.0;
/// Whoever is fully productive for less than so many months before the horizon is not asked for.
const WORTH_MONTHS: f64 = 6.0;

impl Outlook {
    /// For each hiring rule of a scenario.
    pub(crate) fn of_rules(scenario: &Scenario) -> Vec<Self> {
        let load = LazyCell::new(|| OfferedLoad::of(scenario));
        let by_month = LazyCell::new(|| load_by_month(scenario, &load));
        let of = |rule: &HiringRule| match &rule.outlook {
            Some(known) => Self { last: rule.last.unwrap_or(known.last), ..known.clone() },
            None => Self::of(scenario, &load, &by_month, rule),
        };
        scenario.hiring_rules.iter().map(of).collect()
    }

    fn of(
        scenario: &Scenario,
        load: &OfferedLoad,
        by_month: &[Vec<f64>],
        rule: &HiringRule,
    ) -> Self {
        let means = Inputs::mean(scenario);
        let role = &scenario.roles[rule.role.index()];
        let months = |it: &Duration| it.mean_seconds(&means) / 86_400.0 / DAYS_A_MONTH;
        let fill = months(&role.time_to_fill);
        let helper_fill = rule.temporary.as_ref().and_then(|it| it.time_to_fill.as_ref());
        let ramp = role.ramp.months.value(&means);
        let (effort, cv) = effort_a_piece(scenario, load, rule.role);
        let late = scenario.timeline.months() as f64 - fill - ramp - WORTH_MONTHS;
        Self {
            effort,
            cv,
            longer: effort_over_time(scenario, load, rule.role, first_days(scenario)),
            load: by_month.iter().map(|it| it[rule.role.index()]).collect(),
            fill,
            helper_fill: helper_fill.map_or(fill, months),
            ramp,
            ramp_from: role.ramp.from.value(&means),
            helpers_ramp: rule.temporary.as_ref().is_none_or(|it| it.ramp),
            hours_a_month: scenario.calendars[role.calendar.index()].yearly().hours() / 12.0,
            availability: availability(scenario, role, &means),
            duties: duties(scenario, load, rule.role),
            last: rule.last.unwrap_or(late),
        }
    }

    /// By which factor the load of one month is that of another; months may be fractions.
    pub(crate) fn growth(&self, from: f64, to: f64) -> f64 {
        let (before, after) = (between(&self.load, from), between(&self.load, to));
        if before > 0.0 { after / before } else { 1.0 }
    }

    /// Mean hours of a piece in a month, in equally likely worlds.
    pub(crate) fn effort_in(&self, month: f64) -> impl Iterator<Item = f64> + Clone + '_ {
        let longer = between(&self.longer, month);
        self.effort.iter().map(move |it| it * longer).filter(|it| *it > 0.0)
    }

    /// Productivity of a temporary person so many months after the first day.
    pub(crate) fn helper_productivity(&self, months: f64) -> f64 {
        match self.helpers_ramp {
            true => self.productivity(months),
            false => f64::from(u8::from(months >= 0.0)),
        }
    }

    /// Productivity so many months after the first day; nothing before it.
    pub(crate) fn productivity(&self, months: f64) -> f64 {
        match months {
            ..0.0 => 0.0,
            _ if months >= self.ramp => 1.0,
            _ => self.ramp_from + (1.0 - self.ramp_from) * months / self.ramp,
        }
    }
}

/// The share of their time that duties of their own ask of people of a role, as at the start.
fn duties(scenario: &Scenario, load: &OfferedLoad, role: RoleId) -> f64 {
    let (means, day) = (Inputs::mean(scenario), scenario.timeline.start_time().day());
    let levels = driver_levels(scenario, &means, day);
    let needs = Needs::of(scenario, &means).in_equal_parts();
    let when = When::typical_year(scenario, day);
    let people = |of_each: f64| {
        let present = |it: usize| if it == role.index() { of_each } else { 0.0 };
        load.people(scenario, &needs, &means, &levels, &when, &present)[role.index()]
    };
    people(1.0) - people(0.0)
}

/// A number of which the values at the beginnings of months are known; straight lines in between.
fn between(values: &[f64], month: f64) -> f64 {
    let last = values.len().saturating_sub(1);
    let month = month.clamp(0.0, last as f64);
    let (first, share) = (month as usize, month.fract());
    let of = |it: usize| values.get(it.min(last)).copied().unwrap_or(0.0);
    of(first) + (of(first + 1) - of(first)) * share
}

/// The first day of each month, and that of the horizon.
fn first_days(scenario: &Scenario) -> impl Iterator<Item = usize> + '_ {
    let timeline = &scenario.timeline;
    (1..=timeline.months() + 1).map(|slot| timeline.slot_start(slot).day())
}

/// People that each role is asked for on the first day of each month and at the horizon, as if the
/// whole year were like that day; without the duties of each person.
fn load_by_month(scenario: &Scenario, load: &OfferedLoad) -> Vec<Vec<f64>> {
    let (means, timeline) = (Inputs::mean(scenario), &scenario.timeline);
    let needs = Needs::of(scenario, &means);
    let days = timeline.horizon_time().day() + 1;
    let drivers = scenario.drivers.iter();
    let daily: Vec<Vec<f64>> =
        drivers.map(|it| it.daily(&scenario.drivers, timeline, &means, days)).collect();
    let month = |day: usize| {
        let levels: Vec<f64> = daily.iter().map(|it| it[day]).collect();
        let when = When::typical_year(scenario, day);
        load.people(scenario, &needs, &means, &levels, &when, &|_| 0.0)
    };
    first_days(scenario).map(month).collect()
}

/// Elapsed time in months of the calendar clock.
pub(crate) fn in_months(time: Elapsed) -> f64 {
    time.seconds() / 86_400.0 / DAYS_A_MONTH
}

/// Days of a part of a month.
pub(crate) fn days_of(months: f64) -> usize {
    libm::round(months * DAYS_A_MONTH) as usize
}
