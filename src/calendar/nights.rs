//! Known answers for work over midnight, counted by hand.

use super::{Base, DayHours, Exceptions, Hours, Pattern, Timeline, WorkingTime};
use crate::time::{Effort, SimTime, TICKS_PER_SECOND};
use jiff::civil::{DateTime, date};

fn timeline() -> Timeline {
    Timeline::new(date(2026, 1, 1), 0, 12, 0)
}

fn night() -> DayHours {
    DayHours::new(&[(1_320, 1_800)]).unwrap()
}

/// 22:00-06:00 from Monday to Friday.
fn nights(exceptions: &Exceptions, base: Base) -> WorkingTime {
    WorkingTime::compile(&timeline(), &Pattern::monday_to_friday(night()), exceptions, base)
}

fn at(text: &str) -> SimTime {
    let moment: DateTime = text.parse().unwrap();
    let origin = timeline().origin().to_datetime(jiff::civil::Time::midnight());
    SimTime::from_ticks(moment.duration_since(origin).as_secs() * TICKS_PER_SECOND)
}

fn hours(count: f64) -> Effort {
    Effort::from_hours(count)
}

#[test]
fn a_week_of_five_nights_ends_on_saturday_at_six() {
    let calendar = nights(&Exceptions::default(), Base::None);
    // 2 March 2026 is a Monday. Sunday's night would have ended on it: nobody is there.
    let open = |text: &str| calendar.is_open(at(text));
    assert!(!open("2026-03-02T02:00") && open("2026-03-02T22:00") && open("2026-03-03T05:59"));
    assert!(!open("2026-03-03T06:00") && open("2026-03-07T02:00") && !open("2026-03-07T22:30"));
    assert_eq!(calendar.between(at("2026-03-02T00:00"), at("2026-03-09T00:00")), hours(40.0));
    assert_eq!(calendar.regular_week(), hours(40.0));
    assert_eq!(calendar.regular_day(), hours(8.0));
    // Four hours from Friday 04:00: two until six, two from ten in the evening.
    assert_eq!(calendar.finish(at("2026-03-06T04:00"), hours(4.0)), at("2026-03-07T00:00"));
    // A whole night from Thursday, and from the middle of the last one over the weekend.
    assert_eq!(calendar.finish(at("2026-03-05T22:00"), hours(8.0)), at("2026-03-06T06:00"));
    assert_eq!(calendar.finish(at("2026-03-07T04:00"), hours(3.0)), at("2026-03-09T23:00"));
    assert_eq!(calendar.next_open(at("2026-03-07T06:00")), at("2026-03-09T22:00"));
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    let calendar = nights(&Exceptions::default(), Base::None);
    let friday = at("2026-03-06T12:00").day();
    assert_eq!(calendar.day_of(at("2026-03-07T05:59")), friday);
    assert_eq!(calendar.day_of(at("2026-03-07T06:00")), friday + 1);
    assert_eq!(calendar.day_start(friday + 1), at("2026-03-07T06:00"));
    // Sunday is over at midnight: it has no night.
    assert_eq!(calendar.day_start(friday + 3), at("2026-03-09T00:00"));
    assert_eq!(calendar.closing(friday), Some(at("2026-03-07T06:00")));
    assert_eq!(calendar.day_work(friday), hours(8.0));
    assert!(!calendar.is_working_day(friday + 1) && !calendar.is_exceptional_day_off(friday + 1));
    let by_date = calendar.hours_by_date();
    assert_eq!((by_date[5][5], by_date[5][6], by_date[0][5], by_date[0][22]), (1.0, 0.0, 0.0, 1.0));
}

#[test]
fn a_holiday_takes_the_night_that_begins_on_it() {
    // 9 March 2026 is a Monday off in Russia, 30 April is short by an hour.
    let calendar = nights(&Exceptions::default(), Base::Russia);
    let mut exceptions = Exceptions::default();
    exceptions.short_days.insert(date(2026, 4, 28));
    let short = nights(&exceptions, Base::Russia);
    assert!(calendar.is_open(at("2026-03-07T03:00")), "the night of Friday goes on");
    assert!(!calendar.is_open(at("2026-03-10T03:00")), "that of Monday has not begun");
    assert!(calendar.is_open(at("2026-03-10T23:00")));
    assert_eq!(short.finish(at("2026-04-29T04:00"), hours(2.0)), at("2026-04-29T23:00"));
    // A dated night on a Saturday.
    exceptions.working_days.insert(date(2026, 4, 25), Some(night()));
    let more = nights(&exceptions, Base::Russia);
    assert!(more.is_open(at("2026-04-26T05:00")) && !short.is_open(at("2026-04-26T05:00")));
}

#[test]
fn the_first_day_has_the_end_of_the_night_before() {
    // 1 January 2026 is a Thursday: the night of Wednesday ends on it.
    let calendar = nights(&Exceptions::default(), Base::None);
    assert_eq!(calendar.worked_until(at("2026-01-01T12:00")), hours(6.0));
    assert_eq!(calendar.day_work(0), hours(14.0));
}

#[test]
fn a_night_with_a_day_shift_before_and_after_it_is_open_all_the_time() {
    let day = DayHours::new(&[(360, 1_320)]).unwrap();
    let all = |hours: DayHours| Hours {
        pattern: Pattern::monday_to_friday(hours),
        exceptions: Exceptions::default(),
        base: Base::None,
    };
    let (day, night) = (all(day), all(night()));
    let desk = WorkingTime::united(&timeline(), &[&day, &night]);
    let week = (at("2026-03-02T00:00"), at("2026-03-09T00:00"));
    assert_eq!(desk.between(week.0, week.1), hours(120.0));
    assert_eq!(desk.finish(at("2026-03-02T06:00"), hours(120.0)), at("2026-03-07T06:00"));
}

#[test]
fn what_a_morning_runs_into_is_counted_once() {
    // Every day 20:00-06:00 and 05:00-07:00: eleven hours, not twelve.
    let early = DayHours::new(&[(300, 420), (1_200, 1_800)]).unwrap();
    let pattern = Pattern::every_day(early);
    let desk = WorkingTime::compile(&timeline(), &pattern, &Exceptions::default(), Base::None);
    assert_eq!(desk.between(at("2026-03-02T12:00"), at("2026-03-03T12:00")), hours(11.0));
    assert_eq!(desk.day_of(at("2026-03-03T05:30")), at("2026-03-03T12:00").day());
}
