//! Closing by a timer: products close what was solved some days before, and nobody works then.
//!
//! Work ends at any time of the day, a timer exactly so many days after it. Where an export has one
//! stamp for both, tickets that end within half an hour after a whole number of days since their
//! creation, and hardly any in the half hour before, show the timer.

use super::clean::{Cleaning, Reason};
use super::ticket::Ticket;

const DAY: i64 = 86_400;
/// Timers run at most so many days.
const MOST: i64 = 30;
/// How long before and after a whole number of days tickets are counted.
const AROUND: i64 = 3600;
/// Fewer tickets than this, or than one in so many, are no timer.
const LEAST: usize = 20;
const ONE_IN: usize = 50;
/// So many times as many after as before.
const TIMES: usize = 8;

/// Days of the timer and the tickets that it closed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Timer {
    pub(crate) days: i64,
    pub(crate) tickets: u64,
}

/// Finds a timer and sets its time aside: what it closed ended so many days before.
pub(super) fn set_aside(tickets: &mut [Ticket], cleaning: &mut Cleaning) -> Option<Timer> {
    let apart = |it: &Ticket| Some(it.closed? - it.done?);
    let apart: Vec<i64> = tickets.iter().filter_map(apart).filter(|it| *it > 0).collect();
    // A product that writes both times tells the end of the work itself.
    if apart.len() * 10 >= tickets.len() {
        let (days, count) = spike(&apart)?;
        return Some(Timer { days, tickets: count as u64 });
    }
    let taken = |it: &Ticket| Some(it.done? - it.created);
    let times: Vec<i64> = tickets.iter().filter_map(taken).collect();
    let (days, _) = spike(&times)?;
    let length = days * DAY;
    let sooner = times.iter().filter(|it| **it < length).count();
    let (body, tail): (Vec<usize>, Vec<usize>) = (0..tickets.len())
        .filter(|at| taken(&tickets[*at]).is_some_and(|it| it >= length))
        .partition(|at| taken(&tickets[*at]).is_some_and(|it| it < length + DAY / 4));
    let share = body.len() as f64 / (sooner + body.len()).max(1) as f64;
    // Of what ended later still, one ticket is like another: as large a share of them, evenly.
    let tail = tail.into_iter().enumerate();
    let even = |it: usize| ((it + 1) as f64 * share).floor() > (it as f64 * share).floor();
    let mut closed: Vec<usize> = body;
    closed.extend(tail.filter(|it| even(it.0)).map(|it| it.1));
    for at in &closed {
        let ticket = &mut tickets[*at];
        ticket.done = ticket.done.map(|it| it - length);
        cleaning.set_aside(Reason::Timer, &ticket.id);
    }
    Some(Timer { days, tickets: closed.len() as u64 })
}

/// The whole number of days right after which most end, and how many.
fn spike(times: &[i64]) -> Option<(i64, usize)> {
    let within = |from: i64| times.iter().filter(|it| (from..from + AROUND).contains(*it)).count();
    let around = |days: i64| (days, within(days * DAY), within(days * DAY - AROUND));
    let best = (1..=MOST).map(around).max_by_key(|it| it.1)?;
    let (days, after, before) = best;
    let is_timer = after >= LEAST.max(times.len() / ONE_IN) && after >= TIMES * before.max(1);
    is_timer.then_some((days, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket(created: i64, minutes: i64) -> Ticket {
        let done = Some(created + 60 * minutes);
        Ticket { created, done, closed: done, ..Ticket::default() }
    }

    #[test]
    fn what_a_timer_closed_ended_when_it_was_solved() {
        let mut tickets: Vec<Ticket> = (0..300).map(|it| ticket(it * 3000, 5 + it % 40)).collect();
        tickets.extend((0..100).map(|it| ticket(it * 9000, 3 * 1440 + 5 + it % 40)));
        let mut cleaning = Cleaning::default();
        let found = set_aside(&mut tickets, &mut cleaning);
        assert_eq!(found, Some(Timer { days: 3, tickets: 100 }));
        assert!(tickets.iter().all(|it| it.done.unwrap() - it.created < 3600));
    }

    #[test]
    fn work_that_takes_about_a_day_is_no_timer() {
        let mut tickets: Vec<Ticket> =
            (0..400).map(|it| ticket(it * 3000, 1440 - 200 + it)).collect();
        let before = tickets.clone();
        assert_eq!(set_aside(&mut tickets, &mut Cleaning::default()), None);
        assert_eq!(tickets, before);
    }
}
