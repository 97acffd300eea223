//! Known answers: deadlines and working time between moments, and the months of two years.

use super::{Base, DayHours, Exceptions, Pattern, Timeline, WorkingTime};
use crate::time::{Effort, SimTime, TICKS_PER_SECOND};
use jiff::civil::{Date, DateTime, date};

/// From a moment, so many minutes of work: due at a moment.
type Deadline = (&'static str, i64, &'static str);
/// Minutes of work from a moment to another.
type Elapsed = (&'static str, &'static str, i64);

/// Days off of a calendar that states all of its holidays itself.
const DAYS_OFF: [&str; 34] = [
    "2026-01-01",
    "2026-01-02",
    "2026-01-05",
    "2026-01-06",
    "2026-01-07",
    "2026-01-08",
    "2026-01-09",
    "2026-02-23",
    "2026-03-09",
    "2026-05-01",
    "2026-05-11",
    "2026-06-12",
    "2026-11-04",
    "2026-12-31",
    "2027-01-01",
    "2027-01-04",
    "2027-01-05",
    "2027-01-06",
    "2027-01-07",
    "2027-01-08",
    "2027-02-23",
    "2027-03-08",
    "2027-05-03",
    "2027-05-10",
    "2027-06-14",
    "2027-11-04",
    "2027-12-31",
    "2028-01-03",
    "2028-01-04",
    "2028-01-05",
    "2028-01-06",
    "2028-01-07",
    "2028-02-23",
    "2028-03-08",
];

const SHORT_DAYS: [&str; 4] = ["2026-04-30", "2026-05-08", "2026-06-11", "2026-11-03"];

const DEADLINES: [Deadline; 24] = [
    // Opening.
    ("2026-03-02T09:00", 15, "2026-03-02T09:15"),
    // Crosses lunch.
    ("2026-03-02T12:50", 15, "2026-03-02T14:05"),
    // Friday evening into Tuesday: Mon 9 March is a holiday.
    ("2026-03-06T17:50", 15, "2026-03-10T09:05"),
    // 4 h over a long weekend.
    ("2026-03-06T15:00", 240, "2026-03-10T10:00"),
    // Night.
    ("2026-03-03T23:59", 240, "2026-03-04T13:00"),
    // Saturday.
    ("2026-03-07T11:00", 240, "2026-03-10T13:00"),
    // Shortened day ends 17:00, then 1 May.
    ("2026-04-30T16:30", 60, "2026-05-04T09:30"),
    // 24 h over 9-11 May.
    ("2026-05-08T15:00", 1440, "2026-05-14T16:00"),
    // 48 h over the New Year holidays.
    ("2026-12-30T12:00", 2880, "2027-01-18T12:00"),
    // Inside New Year holidays.
    ("2026-01-03T10:00", 15, "2026-01-12T09:15"),
    // Exactly to the end of day: due 18:00, not next 09:00.
    ("2026-03-02T14:00", 240, "2026-03-02T18:00"),
    // One full day.
    ("2026-03-02T09:00", 480, "2026-03-02T18:00"),
    // Six days over a holiday.
    ("2026-03-02T10:15", 2880, "2026-03-11T10:15"),
    // Before 4 November, shortened.
    ("2026-11-03T15:30", 240, "2026-11-05T11:30"),
    ("2026-02-13T08:53", 60, "2026-02-13T10:00"),
    ("2026-08-24T15:18", 2880, "2026-09-01T15:18"),
    ("2026-10-13T05:13", 480, "2026-10-13T18:00"),
    ("2026-09-23T23:32", 2880, "2026-10-01T18:00"),
    ("2026-03-29T08:34", 15, "2026-03-30T09:15"),
    ("2026-02-10T07:37", 60, "2026-02-10T10:00"),
    ("2026-06-28T12:11", 1440, "2026-07-01T18:00"),
    ("2026-05-25T14:56", 60, "2026-05-25T15:56"),
    ("2026-08-21T04:27", 15, "2026-08-21T09:15"),
    ("2026-02-02T15:30", 480, "2026-02-03T15:30"),
];

const ELAPSED: [Elapsed; 17] = [
    // Lunch is not counted.
    ("2026-03-02T12:00", "2026-03-02T15:00", 120),
    // Inside lunch.
    ("2026-03-02T13:10", "2026-03-02T13:50", 0),
    // Weekend only.
    ("2026-03-07T10:00", "2026-03-08T20:00", 0),
    // Shortened + 1 May.
    ("2026-04-30T16:00", "2026-05-04T10:00", 120),
    // February 2026.
    ("2026-02-01T00:00", "2026-03-01T00:00", 9120),
    // 14-day vacation = 80 h.
    ("2026-06-15T00:00", "2026-06-29T00:00", 4800),
    // Night.
    ("2026-03-02T20:00", "2026-03-03T08:00", 0),
    ("2026-02-07T08:51", "2026-02-12T10:47", 1547),
    ("2026-07-22T15:17", "2026-08-01T04:59", 3523),
    ("2026-10-07T15:53", "2026-10-18T19:58", 3487),
    ("2026-08-02T13:05", "2026-08-12T13:58", 3600),
    ("2026-10-25T08:58", "2026-10-27T14:30", 750),
    ("2026-10-24T15:30", "2026-11-09T05:41", 4260),
    ("2026-05-07T13:52", "2026-05-15T16:38", 2498),
    ("2026-09-29T14:23", "2026-10-11T06:52", 4057),
    ("2026-07-15T21:40", "2026-07-22T13:12", 2160),
    ("2026-02-21T07:06", "2026-03-13T05:46", 5760),
];

/// The working clock of the production calendar: short days, moved days, holidays.
const RUSSIAN_DEADLINES: [Deadline; 11] = [
    ("2026-04-30T15:30", 240, "2026-05-04T11:30"),
    ("2026-04-29T10:00", 1440, "2026-05-05T11:00"),
    ("2026-04-29T10:00", 2880, "2026-05-08T11:00"),
    ("2025-12-30T17:00", 240, "2026-01-12T12:00"),
    ("2026-12-30T17:00", 240, "2027-01-11T12:00"),
    ("2026-12-30T17:00", 1440, "2027-01-13T17:00"),
    ("2027-02-19T16:00", 240, "2027-02-20T11:00"),
    ("2027-02-19T16:00", 1440, "2027-02-25T17:00"),
    ("2026-06-11T16:45", 15, "2026-06-11T17:00"),
    ("2026-06-11T17:05", 15, "2026-06-15T09:15"),
    ("2026-07-04T12:00", 240, "2026-07-06T13:00"),
];

const DAYS_2026: [usize; 12] = [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22];
const HOURS_2026: [i64; 12] = [120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176];
const DAYS_2027: [usize; 12] = [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22];
const HOURS_2027: [i64; 12] = [120, 151, 176, 175, 152, 167, 176, 176, 176, 168, 159, 176];

fn office() -> Pattern {
    Pattern::monday_to_friday(DayHours::new(&[(9 * 60, 13 * 60), (14 * 60, 18 * 60)]).unwrap())
}

fn russian() -> (Timeline, WorkingTime) {
    let timeline = Timeline::new(date(2026, 1, 1), 1, 24, 1);
    let calendar = WorkingTime::compile(&timeline, &office(), &Exceptions::default(), Base::Russia);
    (timeline, calendar)
}

fn stated() -> (Timeline, WorkingTime) {
    let timeline = Timeline::new(date(2026, 1, 1), 0, 12, 1);
    let days = |days: &[&str]| days.iter().map(|day| day.parse().unwrap()).collect();
    let exceptions = Exceptions {
        days_off: days(&DAYS_OFF),
        short_days: days(&SHORT_DAYS),
        ..Exceptions::default()
    };
    let calendar = WorkingTime::compile(&timeline, &office(), &exceptions, Base::None);
    (timeline, calendar)
}

fn moment(timeline: &Timeline, text: &str) -> SimTime {
    let civil: DateTime = text.parse().unwrap();
    let midnight = SimTime::midnight(timeline.day_of(civil.date()).unwrap());
    let minutes = i64::from(civil.hour()) * 60 + i64::from(civil.minute());
    SimTime::from_ticks(midnight.ticks() + minutes * 60 * TICKS_PER_SECOND)
}

fn minutes(minutes: i64) -> Effort {
    Effort::from_ticks(minutes * 60 * TICKS_PER_SECOND)
}

fn check_deadlines((timeline, calendar): (Timeline, WorkingTime), deadlines: &[Deadline]) {
    for &(start, effort, due) in deadlines {
        let found = calendar.finish(moment(&timeline, start), minutes(effort));
        assert_eq!(found, moment(&timeline, due), "{start} + {effort} min");
    }
}

#[test]
fn deadlines_are_those_of_a_calendar_that_states_its_holidays() {
    check_deadlines(stated(), &DEADLINES);
}

#[test]
fn deadlines_are_those_of_the_production_calendar() {
    check_deadlines(russian(), &RUSSIAN_DEADLINES);
}

#[test]
fn working_time_between_moments_leaves_out_nights_breaks_and_days_off() {
    let (timeline, calendar) = stated();
    for (start, end, worked) in ELAPSED {
        let found = calendar.between(moment(&timeline, start), moment(&timeline, end));
        assert_eq!(found, minutes(worked), "{start} to {end}");
    }
}

#[test]
fn months_have_the_working_days_and_hours_of_the_production_calendar() {
    let (timeline, calendar) = russian();
    let days = DAYS_2026.iter().chain(&DAYS_2027);
    let hours = HOURS_2026.iter().chain(&HOURS_2027);
    for (month, (&days, &hours)) in days.zip(hours).enumerate() {
        let (from, to) = (timeline.slot_start(month + 1), timeline.slot_start(month + 2));
        let open = (from.day()..to.day()).filter(|day| calendar.is_working_day(*day));
        let label = timeline.label(month);
        assert_eq!(open.count(), days, "{label}");
        assert_eq!(calendar.between(from, to), minutes(hours * 60), "{label}");
    }
}

#[test]
fn a_year_a_week_and_a_day_have_their_working_time() {
    let (_, calendar) = russian();
    assert_eq!(calendar.yearly(), minutes(1_972 * 60));
    assert_eq!(calendar.regular_week(), minutes(40 * 60));
    assert_eq!(calendar.regular_day(), minutes(8 * 60));
}

#[test]
fn a_calendar_says_from_which_year_its_holidays_are_a_guess() {
    let from = |start: Date, months| {
        let timeline = Timeline::new(start, 0, months, 0);
        let compile = |base| {
            WorkingTime::compile(&timeline, &office(), &Exceptions::default(), base)
                .extrapolated_from()
        };
        assert_eq!(compile(Base::None), None);
        compile(Base::Russia)
    };
    assert_eq!(from(date(2026, 2, 1), 23), None);
    assert_eq!(from(date(2026, 2, 1), 24), Some(2028));
    assert_eq!(from(date(2024, 12, 1), 12), Some(2024));
}
