//! Clients: how many there are at the beginning and at the end, seen through their tickets.

use crate::fit::ticket::Ticket;
use crate::fit::window::Window;
use crate::statistics::Interval;

/// Days at each end in which clients are counted.
const QUARTER: i32 = 91;
/// Fewer clients than this are no number to measure growth by.
const LEAST: usize = 30;

/// The number of clients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Clients {
    pub(crate) start: Interval,
    pub(crate) end: Interval,
    /// Per cent a month.
    pub(crate) growth: Interval,
    /// Different clients in the window.
    pub(crate) seen: u64,
}

/// Clients in the first and last quarter of a year, with those who did not write: the number in a
/// zero-truncated Poisson distribution whose mean per client who wrote is the observed one.
pub(super) fn clients(tickets: &[Ticket], window: &Window) -> Option<Clients> {
    let days = window.days();
    let known = tickets.iter().filter(|it| it.client.is_some()).count();
    if (days.len() as i32) < 2 * QUARTER + 60 || known * 10 < tickets.len() * 8 {
        return None;
    }
    let number = tickets.iter().filter_map(|it| it.client).max()? as usize + 1;
    let mut counts = vec![[0.0; 2]; number];
    let mut seen = vec![false; number];
    for it in tickets {
        let Some(client) = it.client else { continue };
        let day = it.created.div_euclid(86_400) as i32;
        seen[client as usize] = true;
        counts[client as usize][0] += f64::from(day < days.start + QUARTER);
        counts[client as usize][1] += f64::from(day >= days.end - QUARTER);
    }
    let seen = seen.iter().filter(|it| **it).count();
    // Where nearly every ticket has its own name, names are no clients.
    if seen < LEAST || seen * 3 > tickets.len() {
        return None;
    }
    let months = f64::from(days.len() as i32 - QUARTER) / 30.4375;
    let quarter = f64::from(QUARTER) / 30.4375;
    let ends = [0, 1].map(|end| present(counts.iter().map(|it| it[end])));
    let monthly = libm::log(ends[1].number / ends[0].number) / months;
    // Who came within a quarter is seen in it by chance as well: p (1 − p) of each, at most a quarter.
    let doubts = ends.map(|it| it.variance() + it.number * (monthly * quarter).abs() / 4.0);
    let relative = |end: usize| doubts[end] / (ends[end].number * ends[end].number);
    let doubt = super::Z * (relative(0) + relative(1)).sqrt() / months;
    let percent = |it: f64| 100.0 * libm::expm1(it);
    let growth = Interval {
        value: percent(monthly),
        low: percent(monthly - doubt),
        high: percent(monthly + doubt),
    };
    let middle = |end: usize| Interval::around(ends[end].number, super::Z * doubts[end].sqrt());
    // Who comes in the middle of a quarter is seen in it nearly as often as the others, who leaves in the
    // middle as well: the number is that of a day between the middle and the last of the quarter.
    let factor = |months: f64| libm::pow(1.0 + growth.value / 100.0, months);
    let moved = |it: Interval, parts: [f64; 3]| {
        let [early, usual, late] = parts.map(|it| factor(it * quarter));
        let (low, high) = (it.low * early.min(late), it.high * early.max(late));
        Interval { value: it.value * usual, low, high }
    };
    let start = moved(middle(0), [-0.9, -0.7, -0.5]);
    let end = moved(middle(1), [0.1, 0.3, 0.5]);
    Some(Clients { start, end, growth, seen: seen as u64 })
}

/// Clients, with those who did not write, and how often each writes.
#[derive(Clone, Copy)]
struct Present {
    number: f64,
    mean: f64,
}

impl Present {
    /// Of the number, as a maximum of likelihood (Sanathanan, Annals of Mathematical Statistics 43,
    /// 1972).
    ///
    /// However often all of them write, a client more or less is one: that is half a client at least.
    fn variance(&self) -> f64 {
        self.number / (libm::expm1(self.mean) - self.mean).max(1e-6) + 0.25
    }
}

/// The number of clients of whom some wrote so often: with m the mean of those who wrote,
/// x / (1 − e^−x) = m gives the mean x of all, and their number.
fn present(counts: impl Iterator<Item = f64>) -> Present {
    let (mut wrote, mut sum) = (0.0, 0.0);
    for it in counts.filter(|it| *it > 0.0) {
        wrote += 1.0;
        sum += it;
    }
    let mut mean = sum / wrote;
    for _ in 0..100 {
        mean = sum / wrote * -libm::expm1(-mean);
    }
    Present { number: if mean < 0.05 { wrote } else { sum / mean }, mean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_who_all_write_often_are_not_known_beyond_a_client() {
        let found = present(std::iter::repeat_n(20.0, 80));
        assert!((found.number - 80.0).abs() < 1e-6 && (0.2..0.3).contains(&found.variance()));
    }

    #[test]
    fn clients_who_did_not_write_are_counted() {
        // A hundred clients with Poisson counts of mean 1: 37, 37, 18, 6, 2.
        let counts = [(0.0, 37), (1.0, 37), (2.0, 18), (3.0, 6), (4.0, 2)];
        let all = counts.iter().flat_map(|it| std::iter::repeat_n(it.0, it.1));
        assert!((present(all).number - 100.0).abs() < 2.0);
    }
}
