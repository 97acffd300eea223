//! What arrivals must look like: counts, times of day, and the same ones sooner at a higher rate.

use super::{Arrivals, Chance, Intensity, Spread};
use crate::calendar::{Base, DayHours, Exceptions, Pattern, Timeline, WorkingTime};
use crate::time::{Effort, SimTime, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_SECOND};
use jiff::civil::date;

const MONTHS: u32 = 24;

fn timeline() -> Timeline {
    Timeline::new(date(2026, 2, 1), 1, MONTHS, 1)
}

fn office() -> WorkingTime {
    let hours = DayHours::new(&[(540, 780), (840, 1080)]).unwrap();
    let pattern = Pattern::monday_to_friday(hours);
    WorkingTime::compile(&timeline(), &pattern, &Exceptions::default(), Base::Russia)
}

/// So many arrivals in an hour of work.
fn hourly(calendar: &WorkingTime, rate: f64, spread: Spread) -> Intensity {
    let days = 0..timeline().table_days();
    let daily = days.map(|day| rate * calendar.day_work(day).hours()).collect();
    Intensity { daily, spread }
}

fn all(arrivals: Arrivals, intensity: &Intensity, calendar: &WorkingTime) -> Vec<SimTime> {
    let mut arrivals = arrivals;
    let mut moments = Vec::new();
    while arrivals.next_days(1, intensity, calendar, |at, _| moments.push(at)) > 0 {}
    moments
}

fn many(intensity: &Intensity, calendar: &WorkingTime, streams: u64) -> Vec<SimTime> {
    let stream = |key| Arrivals::new(Chance::keyed(&[7, key]), false);
    (0..streams).flat_map(|key| all(stream(key), intensity, calendar)).collect()
}

/// Holds counts against expected ones: each within four and a half standard deviations, and
/// all together by chi-squared with its normal limit.
fn check_poisson(counts: &[f64], expected: &[f64]) {
    let mut chi_squared = 0.0;
    for (count, expected) in counts.iter().zip(expected) {
        let deviation = (count - expected) / expected.sqrt();
        assert!(deviation.abs() < 4.5, "{count}, expected {expected}");
        chi_squared += deviation * deviation;
    }
    let cells = counts.len() as f64;
    let spread = (2.0 * cells).sqrt();
    assert!((chi_squared - cells).abs() < 4.0 * spread, "{chi_squared} of {cells}");
}

#[test]
fn counts_by_month_are_poisson_with_the_expected_mean() {
    let (timeline, calendar) = (timeline(), office());
    let intensity = hourly(&calendar, 0.6, Spread::Working);
    let (mut counts, mut expected) = (Vec::new(), Vec::new());
    for key in 0..40 {
        let arrivals = Arrivals::new(Chance::keyed(&[key]), false);
        let found = all(arrivals, &intensity, &calendar);
        for month in 1..=MONTHS as usize {
            let (from, to) = (timeline.slot_start(month), timeline.slot_start(month + 1));
            let within = found.iter().filter(|at| from <= **at && **at < to);
            counts.push(within.count() as f64);
            expected.push(0.6 * calendar.between(from, to).hours());
        }
    }
    check_poisson(&counts, &expected);
}

#[test]
fn work_arrives_in_open_hours_and_evenly() {
    let calendar = office();
    let intensity = hourly(&calendar, 0.6, Spread::Working);
    let found = many(&intensity, &calendar, 20);
    assert!(found.iter().all(|at| calendar.is_open(*at)));
    let total = calendar.worked_until(SimTime::NEVER).ticks();
    // Forty parts of the whole working time, and sixteen half hours of a day.
    let mut counts = vec![0.0; 40];
    let mut half_hours = [0.0; 16];
    let mut regular = 0.0;
    for at in &found {
        let worked = calendar.worked_until(*at).ticks();
        counts[(worked * 40 / total) as usize] += 1.0;
        if calendar.day_work(at.day()) == calendar.regular_day() {
            let today = Effort::from_ticks(worked) - calendar.worked_before_day(at.day());
            half_hours[(today.hours() * 2.0) as usize] += 1.0;
            regular += 1.0;
        }
    }
    let mean = 0.6 * 20.0 * total as f64 / TICKS_PER_HOUR as f64 / 40.0;
    check_poisson(&counts, &[mean; 40]);
    check_poisson(&half_hours, &[regular / 16.0; 16]);
}

#[test]
fn ten_per_cent_more_are_the_same_arrivals_sooner() {
    let calendar = office();
    let work = |rate| {
        let intensity = hourly(&calendar, rate, Spread::Working);
        let found = all(Arrivals::new(Chance::keyed(&[3]), false), &intensity, &calendar);
        found.into_iter().map(|at| calendar.worked_until(at).hours()).collect::<Vec<_>>()
    };
    let (some, more) = (work(0.5), work(0.55));
    assert!(more.len() > some.len());
    for (earlier, later) in more.iter().zip(&some) {
        assert!((earlier * 1.1 - later).abs() < 1e-3, "{earlier} {later}");
    }
}

#[test]
fn arrivals_all_day_come_at_night_too() {
    let calendar = office();
    let daily = vec![3.0; 800];
    let intensity = Intensity { daily, spread: Spread::AllDay };
    let found = many(&intensity, &calendar, 10);
    let mut hours = [0.0; 24];
    let mut weekdays = [0.0; 7];
    for at in &found {
        hours[at.since_midnight().hours() as usize] += 1.0;
        weekdays[calendar.weekday(at.day())] += 1.0;
    }
    check_poisson(&hours, &[1_000.0; 24]);
    let days = (0..7).map(|weekday| (0..800).filter(|day| day % 7 == weekday).count());
    // The origin, 1 January 2026, is a Thursday.
    let mut expected: Vec<f64> = days.map(|days| 30.0 * days as f64).collect();
    expected.rotate_right(3);
    check_poisson(&weekdays, &expected);
}

#[test]
fn the_weights_of_hours_are_honoured() {
    let calendar = office();
    let mut weights = [1.0; 24];
    (weights[9], weights[10], weights[16]) = (3.0, 2.0, 0.0);
    let daily: Vec<f64> = hourly(&calendar, 0.6, Spread::Working).daily;
    let intensity = Intensity { daily, spread: Spread::Hours(vec![weights]) };
    let found = many(&intensity, &calendar, 20);
    assert!(found.iter().all(|at| calendar.is_open(*at)));
    let regular = |at: &&SimTime| calendar.day_work(at.day()) == calendar.regular_day();
    let mut hours = [0.0; 24];
    let mut total = 0.0;
    for at in found.iter().filter(regular) {
        hours[at.since_midnight().hours() as usize] += 1.0;
        total += 1.0;
    }
    // 9, 10, 11, 12, 14, 15, 17 o'clock; nothing at 16.
    assert_eq!(hours[16], 0.0);
    let found = [9, 10, 11, 12, 14, 15, 17].map(|hour| hours[hour]);
    check_poisson(&found, &[3.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0].map(|it| it * total / 10.0));
}

#[test]
fn seven_rows_of_hours_are_by_weekday() {
    let calendar = office();
    let mut rows = vec![[0.0; 24]; 7];
    for (weekday, row) in rows.iter_mut().enumerate() {
        row[weekday + 2] = 1.0;
    }
    // A row of zeros is a flat one.
    rows[6] = [0.0; 24];
    let daily = vec![2.0; 350];
    let intensity = Intensity { daily, spread: Spread::AllDayHours(rows) };
    let mut sunday = [0.0; 24];
    for at in many(&intensity, &calendar, 10) {
        let (weekday, hour) = (calendar.weekday(at.day()), at.since_midnight().hours() as usize);
        match weekday {
            6 => sunday[hour] += 1.0,
            _ => assert_eq!(hour, weekday + 2),
        }
    }
    check_poisson(&sunday, &[1_000.0 / 24.0; 24]);
}

#[test]
fn regular_arrivals_are_evenly_spaced() {
    let calendar = office();
    let intensity = hourly(&calendar, 0.5, Spread::Working);
    let found = all(Arrivals::new(Chance::keyed(&[1]), true), &intensity, &calendar);
    assert!(calendar.worked_until(found[0]).hours() < 2.0);
    for pair in found.windows(2) {
        let gap = calendar.between(pair[0], pair[1]).ticks();
        assert!((gap - 2 * TICKS_PER_HOUR).abs() < 10, "{gap}");
    }
}

#[test]
fn nothing_arrives_without_a_rate_or_without_an_open_day() {
    let calendar = office();
    let none = Intensity { daily: vec![0.0; 800], spread: Spread::AllDay };
    assert!(many(&none, &calendar, 3).is_empty());
    for spread in [Spread::Working, Spread::Hours(vec![[1.0; 24]])] {
        // A rate on every day, also on the days off.
        let daily = vec![2.0; 300];
        let found = many(&Intensity { daily, spread }, &calendar, 3);
        assert!(!found.is_empty());
        assert!(found.iter().all(|at| calendar.is_open(*at)));
    }
}

#[test]
fn arrivals_follow_one_another() {
    let calendar = office();
    let mut weights = [1.0; 24];
    weights[9] = 20.0;
    for spread in [
        Spread::Working,
        Spread::AllDay,
        Spread::Hours(vec![weights]),
        Spread::AllDayHours(vec![weights]),
    ] {
        let daily = (0..700).map(|day| [0.0, 1e-9, 0.3, 50.0][day % 4]).collect();
        let intensity = Intensity { daily, spread };
        let found = all(Arrivals::new(Chance::keyed(&[9]), false), &intensity, &calendar);
        assert!(found.windows(2).all(|pair| pair[0] <= pair[1]));
        let last = found.last().unwrap();
        assert!(last.ticks() < 700 * TICKS_PER_DAY + TICKS_PER_SECOND);
    }
}
