//! The back-test: measured on the first two thirds, simulated over the last, held against what happened.

use super::desk::{Desk, Period};
use super::infer::infer;
use super::log::{Log, logs};
use super::ticket::Ticket;
use super::{Fitted, Session, stamp};
use crate::statistics::quantile;
use jiff::civil::Date;
use std::ops::Range;

/// Fewer days than this are no two parts.
const LEAST: usize = 84;
/// From so many days on, the last part is told by months.
const BY_MONTH: i32 = 58;
/// Replications of the last part.
const REPLICATIONS: u64 = 100;
/// Hours that nine in ten waited at most are no limit below a minute.
const LEAST_LIMIT: f64 = 1.0 / 60.0;

/// What is held against what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tested {
    Arrivals,
    FirstAnswer,
    Kept,
    Solved,
    Backlog,
}

impl Tested {
    pub(crate) const ALL: [Self; 5] =
        [Self::Arrivals, Self::FirstAnswer, Self::Kept, Self::Solved, Self::Backlog];

    /// Its name in `backtest.csv`, and its unit.
    pub(crate) fn key(self) -> (&'static str, &'static str) {
        match self {
            Self::Arrivals => ("arrivals", "tickets"),
            Self::FirstAnswer => ("first_response", "working h, mean"),
            Self::Kept => ("sla.met", "share"),
            Self::Solved => ("resolution", "working h, median"),
            Self::Backlog => ("backlog", "tickets"),
        }
    }
}

/// What happened in a period and what was predicted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Compared {
    pub(crate) tested: Tested,
    pub(crate) from: Date,
    pub(crate) happened: f64,
    /// Quantiles of the prediction.
    pub(crate) p10: f64,
    pub(crate) p50: f64,
    pub(crate) p90: f64,
}

impl Compared {
    /// Whether what happened lies in the 80 % band.
    pub(crate) fn is_inside(&self) -> bool {
        (self.p10..=self.p90).contains(&self.happened)
    }
}

/// The comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Backtest {
    /// The first day that was predicted.
    pub(crate) split: Date,
    /// Whether the periods are months; else they are weeks.
    pub(crate) by_month: bool,
    pub(crate) rows: Vec<Compared>,
}

impl Backtest {
    /// How many comparisons are inside their band, of how many: of arrivals, or of all the rest.
    pub(crate) fn inside(&self, of_arrivals: bool) -> (usize, usize) {
        let of = |it: &&Compared| (it.tested == Tested::Arrivals) == of_arrivals;
        let all = self.rows.iter().filter(of);
        (all.clone().filter(|it| it.is_inside()).count(), all.count())
    }
}

/// Why nothing was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Untested {
    NotAsked,
    /// The window has so few days; so many are needed.
    TooShort {
        days: usize,
        least: usize,
    },
    /// The numbers make no desk that can be simulated.
    NoDesk,
}

/// Predicts the last third from the rest.
pub(super) fn backtest(
    fitted: &Fitted,
    tickets: &[Ticket],
    session: &Session<'_>,
    desk: &Desk<'_>,
) -> Result<Backtest, Untested> {
    let window = fitted.window;
    let days = window.days();
    if days.len() < LEAST {
        return Err(Untested::TooShort { days: days.len(), least: LEAST });
    }
    let third = days.end - days.len() as i32 / 3;
    let by_month = days.end - third >= BY_MONTH;
    let split = if by_month { month_at(third) } else { (third + 3).div_euclid(7) * 7 - 3 };
    let known = hidden(tickets, i64::from(split) * 86_400);
    let mut before = session.measure(&known, &[], window.until(split));
    let logged = before.numbers.classes.iter().any(|it| it.effort.is_some());
    before.numbers.inferred = if logged { None } else { infer(&before, &known, desk) };
    let scenario = desk(&before, Period::from(split, &window)).ok_or(Untested::NoDesk)?;
    let periods = periods(split, days.end, by_month);
    let rows_of_all = if before.numbers.is_merged {
        1.0 - before.numbers.repeat.map_or(0.0, |it| it.value)
    } else {
        1.0
    };
    let limit = limit(&known, &before);
    let has_people = before.numbers.agents.is_some();
    let predicted = |log: &Log| -> Vec<[f64; 5]> {
        let told = Told::of_log(log);
        periods.iter().map(|it| told.numbers(it, limit, rows_of_all)).collect()
    };
    let replications = logs(&scenario, REPLICATIONS, predicted);
    let told = Told::of_tickets(tickets, fitted);
    let happened: Vec<[f64; 5]> = periods.iter().map(|it| told.numbers(it, limit, 1.0)).collect();
    let mut rows = Vec::new();
    for (number, tested) in Tested::ALL.into_iter().enumerate() {
        if tested != Tested::Arrivals && !has_people {
            continue;
        }
        for (at, period) in periods.iter().enumerate() {
            let mut values: Vec<f64> =
                replications.iter().map(|it| it[at][number]).filter(|it| !it.is_nan()).collect();
            let happened = happened[at][number];
            if values.is_empty() || !happened.is_finite() {
                continue;
            }
            values.sort_by(f64::total_cmp);
            let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|it| quantile(&values, it));
            let from = stamp::day((period.start / 86_400) as i32);
            rows.push(Compared { tested, from, happened, p10, p50, p90 });
        }
    }
    Ok(Backtest { split: stamp::day(split), by_month, rows })
}

/// The first of the month that is nearest to a day.
fn month_at(day: i32) -> i32 {
    let first = stamp::days(stamp::day(day).first_of_month());
    let next = stamp::days(stamp::day(first + 32).first_of_month());
    if day - first <= next - day { first } else { next }
}

/// Tickets as they were known at a moment.
fn hidden(tickets: &[Ticket], moment: i64) -> Vec<Ticket> {
    let known = |it: Option<i64>| it.filter(|it| *it < moment);
    let before = tickets.iter().filter(|it| it.created < moment).cloned();
    before
        .map(|it| {
            let is_over = it.done.is_none_or(|it| it < moment);
            let effort = it.effort.filter(|_| is_over);
            let (first, done, closed) = (known(it.first), known(it.done), known(it.closed));
            Ticket { first, done, closed, effort, ..it }
        })
        .collect()
}

/// Seconds of the months or weeks of the last part.
fn periods(split: i32, end: i32, by_month: bool) -> Vec<Range<i64>> {
    let mut starts = vec![split];
    while let Some(last) = starts.last().copied().filter(|it| *it < end) {
        let next = match by_month {
            true => stamp::days(stamp::day(last + 32).first_of_month()),
            false => last + 7,
        };
        starts.push(next.min(end));
    }
    // A few days at the end are no period of their own.
    let least = if by_month { 14 } else { 5 };
    let long = |it: &&[i32]| it[1] - it[0] >= least;
    let seconds = |it: &[i32]| i64::from(it[0]) * 86_400..i64::from(it[1]) * 86_400;
    starts.windows(2).filter(long).map(seconds).collect()
}

/// The hours within which nine in ten were answered so far.
fn limit(known: &[Ticket], before: &Fitted) -> f64 {
    let office = &before.numbers.office;
    let mut hours: Vec<f64> =
        known.iter().filter_map(|it| Some(office.hours_between(it.created, it.first?))).collect();
    if hours.is_empty() {
        return f64::NAN;
    }
    hours.sort_by(f64::total_cmp);
    quantile(&hours, 0.9).max(LEAST_LIMIT)
}

/// What a log tells, in the order of creation: of the export or of a replication.
struct Told {
    arrived: Vec<i64>,
    first: Vec<(i64, f64)>,
    /// Created, and hours to the end.
    done: Vec<(i64, f64)>,
    ended: Vec<i64>,
}

impl Told {
    fn of_log(log: &Log) -> Self {
        let done = || log.done().map(|it| (it.0, it.2));
        let mut all = Self {
            arrived: log.arrived().collect(),
            first: log.first().collect(),
            done: done().collect(),
            ended: log.done().map(|it| it.1).collect(),
        };
        all.arrived.sort_unstable();
        all
    }

    fn of_tickets(tickets: &[Ticket], fitted: &Fitted) -> Self {
        let office = &fitted.numbers.office;
        let hours = |it: &Ticket, to: Option<i64>| {
            Some((it.created, office.hours_between(it.created, to?)))
        };
        Self {
            arrived: tickets.iter().map(|it| it.created).collect(),
            first: tickets.iter().filter_map(|it| hours(it, it.first)).collect(),
            done: tickets.iter().filter_map(|it| hours(it, it.done)).collect(),
            ended: tickets.iter().filter_map(|it| it.done.or(it.closed)).collect(),
        }
    }

    /// The numbers of a period, in the order of [`Tested::ALL`].
    fn numbers(&self, period: &Range<i64>, limit: f64, scale: f64) -> [f64; 5] {
        let inside = |it: &(i64, f64)| period.contains(&it.0);
        let arrived = self.arrived.iter().filter(|it| period.contains(*it)).count() as f64 * scale;
        let first: Vec<f64> = self.first.iter().filter(|it| inside(it)).map(|it| it.1).collect();
        let answered = first.len() as f64;
        let mean = first.iter().sum::<f64>() / answered;
        let kept = first.iter().filter(|it| **it <= limit).count() as f64 / answered;
        let mut done: Vec<f64> = self.done.iter().filter(|it| inside(it)).map(|it| it.1).collect();
        done.sort_by(f64::total_cmp);
        let median = if done.is_empty() { f64::NAN } else { quantile(&done, 0.5) };
        let by_end = |it: &&i64| **it < period.end;
        let came = self.arrived.iter().filter(by_end).count() as f64;
        let backlog = (came - self.ended.iter().filter(by_end).count() as f64) * scale;
        [arrived, mean, if limit.is_nan() { f64::NAN } else { kept }, median, backlog]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weeks_of_the_last_part_end_with_it() {
        let day = |text: &str| stamp::days(text.parse().unwrap());
        let found = periods(day("2026-10-01"), day("2026-12-20"), true);
        assert_eq!(found.len(), 3);
        assert_eq!(found[2].end, i64::from(day("2026-12-20")) * 86_400);
        assert_eq!(periods(day("2026-10-05"), day("2026-10-21"), false).len(), 2);
    }

    #[test]
    fn what_came_later_is_not_known_before() {
        let ticket = |created, done| Ticket {
            created,
            done: Some(done),
            closed: Some(done),
            effort: Some(5.0),
            ..Ticket::default()
        };
        let known = hidden(&[ticket(10, 20), ticket(30, 60), ticket(55, 58)], 50);
        assert_eq!(known.len(), 2);
        assert_eq!((known[1].done, known[1].closed, known[1].effort), (None, None, None));
        assert_eq!(known[0].done, Some(20));
    }
}
