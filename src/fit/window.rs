//! The window: the days in which the export shows a desk at work, and not its adoption or a tail.

use super::Request;
use super::clean::{Cleaning, Reason};
use super::refused::Refused;
use super::stamp;
use super::ticket::Ticket;
use jiff::civil::Date;
use std::ops::Range;

/// A week below this share of a usual one is no week of a desk at work.
const QUIET: f64 = 0.35;
/// So many quiet weeks in a row are holidays, more are an end.
const HOLIDAYS: usize = 2;

/// The days that count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Window {
    /// The first day, since 1970.
    first: i32,
    /// The day after the last.
    end: i32,
    /// The day after the last of which every ticket had time to end: not before `end`.
    complete: i32,
    /// Days of the export before and after.
    pub(crate) before: u32,
    pub(crate) after: u32,
}

impl Window {
    /// The longest run of weeks at work around the usual ticket, between `--since` and `--until`.
    pub(crate) fn of(tickets: &[Ticket], request: &Request) -> Result<Self, Refused> {
        let day = |it: &Ticket| it.created.div_euclid(86_400) as i32;
        let since = request.since.map_or(i32::MIN, stamp::days);
        let until = request.until.map_or(i32::MAX, stamp::days);
        let days: Vec<i32> =
            tickets.iter().map(day).filter(|it| (since..=until).contains(it)).collect();
        let (Some(&earliest), Some(&latest)) = (days.first(), days.last()) else {
            return Err(Refused::EmptyWindow);
        };
        // 1970-01-01 was a Thursday: weeks begin on Mondays.
        let week = |day: i32| (day + 3).div_euclid(7);
        let (base, last) = (week(earliest), week(latest));
        let mut counts = vec![0_u64; (last - base + 1) as usize];
        days.iter().for_each(|it| counts[(week(*it) - base) as usize] += 1);
        // The week in which the usual ticket was created: a long tail of empty weeks does not move it.
        let mut sorted = counts.clone();
        sorted.sort_unstable();
        let mut seen = 0;
        let usual = sorted.into_iter().find(|it| {
            seen += it;
            2 * seen >= days.len() as u64
        });
        let enough = QUIET * usual.unwrap_or(0) as f64;
        let (from, to) = longest(&counts, enough);
        let monday = |week: i32| 7 * week - 3;
        let first = monday(base + from as i32).max(earliest);
        let mut end = monday(base + to as i32).min(latest + 1);
        let unfinished = unfinished(tickets);
        let complete = unfinished.map_or(end, |(days, last)| (last - days).min(latest + 1));
        if let Some((days, _)) = unfinished
            && end - days > first + 28
        {
            end = monday(week(end - days));
        }
        let (before, after) = ((first - earliest) as u32, (latest + 1 - end) as u32);
        Ok(Self { first, end, complete: complete.max(end), before, after })
    }

    pub(crate) fn first(&self) -> Date {
        stamp::day(self.first)
    }

    pub(crate) fn last(&self) -> Date {
        stamp::day(self.end - 1)
    }

    pub(crate) fn days(&self) -> Range<i32> {
        self.first..self.end
    }

    /// Its part before a day.
    pub(super) fn until(self, day: i32) -> Self {
        Self { end: day, complete: day, after: 0, ..self }
    }

    /// Tickets of the window, and those after it that had time to end: a rate needs days of which no
    /// ticket is missing, a wait needs its own ticket alone. What is outside the window is counted.
    pub(super) fn keep(
        &self,
        tickets: Vec<Ticket>,
        cleaning: &mut Cleaning,
    ) -> (Vec<Ticket>, Vec<Ticket>) {
        let is_in = |days: Range<i32>| {
            move |it: &Ticket| days.contains(&(it.created.div_euclid(86_400) as i32))
        };
        let (inside, mut outside): (Vec<_>, Vec<_>) =
            tickets.into_iter().partition(is_in(self.days()));
        outside.iter().for_each(|it| cleaning.set_aside(Reason::OutsideWindow, &it.id));
        outside.retain(is_in(self.end..self.complete));
        (inside, outside)
    }
}

/// Where an export has closed tickets only, what was not closed yet is not in it: the days within
/// which three quarters are closed, and the day of the last closing.
fn unfinished(tickets: &[Ticket]) -> Option<(i32, i32)> {
    let closings: Option<Vec<i64>> = tickets.iter().map(|it| it.closed).collect();
    let last = closings?.into_iter().max()?;
    let mut days: Vec<i64> =
        tickets.iter().filter_map(|it| Some(it.closed? - it.created)).collect();
    days.sort_unstable();
    Some(((days[3 * days.len() / 4] / 86_400) as i32, last.div_euclid(86_400) as i32))
}

/// The run of weeks with the most tickets in which no more than a holiday is quiet.
fn longest(counts: &[u64], enough: f64) -> (usize, usize) {
    let (mut best, mut best_sum) = ((0, counts.len()), 0);
    let mut from = 0;
    while from < counts.len() {
        if (counts[from] as f64) < enough {
            from += 1;
            continue;
        }
        let (mut to, mut at) = (from + 1, from + 1);
        while at < counts.len() && at <= to + HOLIDAYS {
            if counts[at] as f64 >= enough {
                to = at + 1;
            }
            at += 1;
        }
        let sum = counts[from..to].iter().sum();
        if sum > best_sum {
            (best, best_sum) = ((from, to), sum);
        }
        from = to + 1;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_of_closed_tickets_only_lacks_the_last_ones() {
        let ticket =
            |day: i64, closed| Ticket { created: day * 86_400, closed, ..Ticket::default() };
        let mut tickets: Vec<Ticket> =
            (0..100).map(|it| ticket(it, Some((it + 12) * 86_400))).collect();
        assert_eq!(unfinished(&tickets), Some((12, 111)));
        tickets.push(ticket(99, None));
        assert_eq!(unfinished(&tickets), None);
    }

    #[test]
    fn a_late_ticket_counts_for_waits_where_it_had_time_to_end_and_for_rates_never() {
        let ticket =
            |day: i64, took| Ticket { created: day * 86_400, closed: took, ..Ticket::default() };
        let after = |day: i64, took: i64| ticket(day, Some((day + took) * 86_400));
        // Ten a day for twenty weeks, then one a week; the last closing is on day 330.
        let mut tickets: Vec<Ticket> = (0..1_400).map(|it| after(it / 10, 8)).collect();
        tickets.extend((0..26).map(|it| after(140 + 7 * it, 15)));
        let split = |tickets: Vec<Ticket>| {
            let window = Window::of(&tickets, &Request::default()).expect("a window");
            let (inside, later) = window.keep(tickets, &mut Cleaning::default());
            let day = |it: &Ticket| it.created / 86_400;
            (inside.iter().map(day).max(), later.iter().map(day).min(), later.iter().map(day).max())
        };
        let (last, from, to) = split(tickets.clone());
        assert!(last < Some(140) && from == last.map(|it| it + 1), "{last:?} {from:?}");
        assert_eq!(
            to,
            Some(315),
            "a ticket of day 322 had less than the eight days that most take"
        );
        // Where open tickets are in the export, none is missing: the window alone counts.
        tickets.push(ticket(316, None));
        assert_eq!(split(tickets).1, None);
    }

    #[test]
    fn a_tail_and_an_adoption_are_cut_and_holidays_are_not() {
        let counts = [1, 2, 50, 60, 0, 5, 70, 65, 3, 2, 1, 0, 4];
        assert_eq!(longest(&counts, 20.0), (2, 8));
    }
}
