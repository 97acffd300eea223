//! What must hold of every calendar, at every moment.

use super::{Base, DayHours, Exceptions, Pattern, Timeline, WorkingTime};
use crate::time::{Effort, SimTime, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_SECOND};
use jiff::civil::date;
use proptest::prelude::*;

fn timeline() -> Timeline {
    Timeline::new(date(2026, 1, 1), 1, 12, 1)
}

fn hours(intervals: &[(u16, u16)]) -> DayHours {
    DayHours::new(intervals).unwrap()
}

fn compile(pattern: &Pattern, base: Base) -> WorkingTime {
    WorkingTime::compile(&timeline(), pattern, &Exceptions::default(), base)
}

/// Calendars as different as they come: an office, a shop without breaks or holidays, a desk
/// that never closes, evenings to midnight and mornings from it, one hour a week, nothing at all,
/// nights with a break, and nights that the next morning runs into.
fn calendars() -> Vec<WorkingTime> {
    let office = hours(&[(540, 780), (840, 1080)]);
    let mut uneven: [DayHours; 7] = Default::default();
    uneven[4] = hours(&[(1_200, 1_440)]);
    uneven[5] = hours(&[(0, 120), (300, 301), (500, 700), (800, 820), (900, 1_000)]);
    let mut rare: [DayHours; 7] = Default::default();
    rare[2] = hours(&[(600, 660)]);
    vec![
        compile(&Pattern::monday_to_friday(office), Base::Russia),
        compile(&Pattern::every_day(hours(&[(540, 1080)])), Base::None),
        compile(&Pattern::every_day(DayHours::round_the_clock()), Base::None),
        compile(&Pattern::new(uneven), Base::Russia),
        compile(&Pattern::new(rare), Base::None),
        compile(&Pattern::default(), Base::None),
        compile(&Pattern::monday_to_friday(hours(&[(1_320, 1_560), (1_590, 1_800)])), Base::Russia),
        compile(&Pattern::every_day(hours(&[(300, 420), (1_200, 1_800)])), Base::Russia),
    ]
}

fn clock(day: usize, minutes: i64) -> SimTime {
    SimTime::from_ticks(SimTime::midnight(day).ticks() + minutes * 60 * TICKS_PER_SECOND)
}

fn work(minutes: i64) -> Effort {
    Effort::from_ticks(minutes * 60 * TICKS_PER_SECOND)
}

fn tick_before(moment: SimTime) -> SimTime {
    SimTime::from_ticks(moment.ticks() - 1)
}

proptest! {
    #[test]
    fn moments_and_working_time_are_inverse(
        kind in 0_usize..8,
        start in 0..400 * TICKS_PER_DAY,
        effort in 1..500 * TICKS_PER_HOUR,
    ) {
        let calendar = &calendars()[kind];
        let (start, effort) = (SimTime::from_ticks(start), Effort::from_ticks(effort));
        let done = calendar.finish(start, effort);
        if done == SimTime::NEVER {
            prop_assert!(calendar.worked_until(SimTime::NEVER) - calendar.worked_until(start) < effort);
        } else {
            prop_assert_eq!(calendar.between(start, done), effort);
            // And no earlier moment would do.
            prop_assert!(calendar.between(start, tick_before(done)) < effort);
        }
        prop_assert!(calendar.moment_of(calendar.worked_until(start)) <= start);
        prop_assert_eq!(calendar.finish(start, Effort::ZERO), start);
    }

    #[test]
    fn the_next_opening_is_the_first_open_moment(
        kind in 0_usize..8,
        start in 0..400 * TICKS_PER_DAY,
    ) {
        let calendar = &calendars()[kind];
        let start = SimTime::from_ticks(start);
        let opening = calendar.next_open(start);
        prop_assert_eq!(calendar.is_open(start), opening == start);
        if opening != SimTime::NEVER {
            prop_assert!(opening >= start && calendar.is_open(opening));
            prop_assert_eq!(calendar.between(start, opening), Effort::ZERO);
        }
    }
}

#[test]
fn working_time_is_the_count_of_open_minutes() {
    for calendar in calendars() {
        let mut open = 0;
        for minute in 0..30 * 1_440 {
            let moment = clock(minute / 1_440, minute as i64 % 1_440);
            assert_eq!(calendar.worked_until(moment), work(open));
            open += i64::from(calendar.is_open(moment));
        }
    }
}

#[test]
fn work_to_the_end_of_a_day_is_done_that_evening() {
    let calendar = compile(&Pattern::every_day(hours(&[(540, 1080)])), Base::None);
    assert_eq!(calendar.finish(clock(3, 540), work(540)), clock(3, 1_080));
    assert_eq!(calendar.finish(clock(3, 540), work(541)), clock(4, 541));
    assert_eq!(calendar.finish(clock(3, 1_200), work(10)), clock(4, 550));
    assert_eq!(calendar.yearly(), work(365 * 540));
}

#[test]
fn round_the_clock_working_time_is_calendar_time() {
    let calendar = compile(&Pattern::every_day(DayHours::round_the_clock()), Base::None);
    for minutes in [1, 700, 1_440, 1_441, 40_000] {
        assert_eq!(calendar.moment_of(work(minutes)), clock(0, minutes));
        assert_eq!(calendar.worked_until(clock(0, minutes)), work(minutes));
        assert_eq!(calendar.next_open(clock(0, minutes)), clock(0, minutes));
    }
    assert_eq!(calendar.opening(5), Some(SimTime::midnight(5)));
}

#[test]
fn a_day_knows_its_hours() {
    let calendar = &calendars()[0];
    // 1 and 2 December 2025 are a Monday and a Tuesday, the 6th is a Saturday.
    assert_eq!([0, 1, 6, 7].map(|day| calendar.weekday(day)), [0, 1, 6, 0]);
    assert_eq!(calendar.opening(1), Some(clock(1, 540)));
    assert!(!calendar.is_working_day(5));
    assert_eq!(calendar.opening(5), None);
    assert_eq!(calendar.next_open(clock(1, 780)), clock(1, 840));
}

#[test]
fn beyond_the_tables_nobody_works() {
    for calendar in calendars() {
        let days = timeline().table_days();
        let all = calendar.worked_until(SimTime::NEVER);
        assert_eq!(calendar.worked_before_day(days + 7), all);
        assert_eq!(calendar.moment_of(all + Effort::from_ticks(1)), SimTime::NEVER);
        assert_eq!(calendar.finish(SimTime::NEVER, work(1)), SimTime::NEVER);
        assert_eq!(calendar.next_open(SimTime::midnight(days)), SimTime::NEVER);
        assert_eq!(calendar.finish(SimTime::ZERO, Effort::from_ticks(i64::MAX)), SimTime::NEVER);
        assert!(!calendar.is_open(SimTime::NEVER) && !calendar.is_working_day(days));
        assert_eq!(calendar.opening(days), None);
    }
}
