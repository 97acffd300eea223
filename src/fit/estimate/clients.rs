//! Clients: how many there are at the beginning and at the end, seen through their tickets.

use crate::fit::ticket::Ticket;
use crate::fit::window::Window;
use crate::statistics::{Interval, jackknife};

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
    let whole = |chosen: &[usize], end: usize| {
        // What a jackknife leaves out is a sample of clients: the number is scaled back.
        present(chosen.iter().map(|it| counts[*it][end])) * number as f64 / chosen.len() as f64
    };
    let growth = |chosen: &[usize]| {
        let monthly = libm::log(whole(chosen, 1) / whole(chosen, 0)) / months;
        100.0 * (libm::exp(monthly) - 1.0)
    };
    let growth = jackknife(number, growth);
    let middle = |end| jackknife(number, |chosen| whole(chosen, end));
    // Who comes in the middle of a quarter is seen in it nearly as often as the others, who leaves in the
    // middle as well: the number is that of a day between the middle and the last of the quarter.
    let quarter = f64::from(QUARTER) / 30.4375;
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

/// The number of clients of whom some wrote so often: with m the mean of those who wrote,
/// x / (1 − e^−x) = m gives the mean x of all, and their number.
fn present(counts: impl Iterator<Item = f64>) -> f64 {
    let (mut wrote, mut sum) = (0.0, 0.0);
    for it in counts.filter(|it| *it > 0.0) {
        wrote += 1.0;
        sum += it;
    }
    let mean = sum / wrote;
    let mut x = mean;
    for _ in 0..100 {
        x = mean * -libm::expm1(-x);
    }
    if x < 0.05 { wrote } else { sum / x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_who_did_not_write_are_counted() {
        // A hundred clients with Poisson counts of mean 1: 37, 37, 18, 6, 2.
        let counts = [(0.0, 37), (1.0, 37), (2.0, 18), (3.0, 6), (4.0, 2)];
        let all = counts.iter().flat_map(|it| std::iter::repeat_n(it.0, it.1));
        assert!((present(all) - 100.0).abs() < 2.0);
    }
}
