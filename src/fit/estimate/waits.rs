//! Waits: to the first answer, to the end, at the developers, and until a ticket comes again.

use super::office::OfficeHours;
use crate::fit::ticket::Ticket;
use crate::fit::window::Window;
use crate::statistics::{Interval, Moments};
use std::collections::HashMap;

/// Quantiles that are told.
const QUANTILES: [f64; 3] = [0.5, 0.75, 0.9];
/// Fewer than this say nothing.
const LEAST: usize = 20;
/// How quantiles are found, of the tickets of the window or of later ones too.
const METHOD: &str = "Kaplan-Meier, Greenwood";
const METHOD_LATER: &str = "Kaplan-Meier, Greenwood; later tickets too";

/// A quantile of a time.
pub(super) struct Quantile {
    pub(super) p: f64,
    pub(super) interval: Interval,
    pub(super) n: u64,
    pub(super) method: &'static str,
}

/// What tickets wait for.
pub(super) struct Waits {
    pub(super) first: Vec<Quantile>,
    pub(super) done: Vec<Quantile>,
    pub(super) development: Option<Interval>,
    pub(super) developments: u64,
    pub(super) repeat_delay: Option<Interval>,
    pub(super) repeats: u64,
}

/// Waits of the tickets of a window; to its first answer and to its end a ticket waits wherever it was
/// created, so those of `later` count too.
pub(super) fn waits(
    tickets: &[Ticket],
    later: &[Ticket],
    window: &Window,
    office: &OfficeHours,
) -> Waits {
    let end = i64::from(window.days().end) * 86_400;
    let minutes = |from: i64, to: i64| (to - from).max(0) as f64 / 60.0;
    // What is open has waited until the end of the window at least. A missing first answer of a
    // finished ticket says nothing: it is missing.
    let first = tickets.iter().chain(later).filter_map(|it| match (it.first, it.closed) {
        (Some(first), _) => Some((minutes(it.created, first), true)),
        (None, None) => Some((minutes(it.created, end), false)),
        (None, Some(_)) => None,
    });
    let done = tickets.iter().chain(later).filter_map(|it| match (it.done, it.closed) {
        (Some(done), _) => Some((minutes(it.created, done), true)),
        (None, None) => Some((minutes(it.created, end), false)),
        (None, Some(_)) => None,
    });
    let mut development = Moments::default();
    for it in tickets.iter().filter(|it| it.is_escalated) {
        if let Some(done) = it.done {
            let taken = office.hours_between(it.first.unwrap_or(it.created), done);
            development.push((taken - f64::from(it.effort.unwrap_or(0.0)) / 60.0).max(0.0));
        }
    }
    let ends: HashMap<&str, i64> =
        tickets.iter().filter_map(|it| Some((&*it.id, it.done?))).collect();
    let mut delay = Moments::default();
    for it in tickets.iter().filter(|it| it.is_repeat) {
        let before = it.repeats.as_deref().and_then(|it| ends.get(it));
        if let Some(before) = before.filter(|before| **before <= it.created) {
            delay.push(office.hours_between(*before, it.created));
        }
    }
    let mean = |it: &Moments| {
        (it.n() >= LEAST as u64).then(|| Interval::of_mean(it).within(0.0, f64::INFINITY))
    };
    let method = if later.is_empty() { METHOD } else { METHOD_LATER };
    Waits {
        first: quantiles(first.collect(), method),
        done: quantiles(done.collect(), method),
        development: mean(&development),
        developments: development.n(),
        repeat_delay: mean(&delay),
        repeats: delay.n(),
    }
}

/// Quantiles of times of which some are known only to be longer: Kaplan and Meier (JASA 53, 1958),
/// intervals of the survival by Greenwood's formula, read across.
fn quantiles(mut times: Vec<(f64, bool)>, method: &'static str) -> Vec<Quantile> {
    let ended = times.iter().filter(|it| it.1).count();
    if ended < LEAST {
        return Vec::new();
    }
    // Ends before what is cut off at the same time.
    times.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let n = times.len();
    let (mut alive, mut greenwood) = (1.0_f64, 0.0);
    let mut curve = Vec::new();
    for (at, (time, is_end)) in times.iter().enumerate() {
        if *is_end {
            let risk = (n - at) as f64;
            alive *= 1.0 - 1.0 / risk;
            if risk > 1.0 {
                greenwood += 1.0 / (risk * (risk - 1.0));
            }
            curve.push((*time, alive, alive * greenwood.sqrt()));
        }
    }
    let last = curve.last().map_or(f64::NAN, |it| it.0);
    let reached = |p: f64, z: f64| {
        let found = curve.iter().find(|it| 1.0 - it.1 + z * it.2 >= p - 1e-12);
        found.map_or(last, |it| it.0)
    };
    let quantile = |p: f64| Quantile {
        p,
        interval: Interval {
            value: reached(p, 0.0),
            low: reached(p, super::Z),
            high: reached(p, -super::Z),
        },
        n: ended as u64,
        method,
    };
    let known = 1.0 - curve.last().map_or(1.0, |it| it.1);
    QUANTILES.into_iter().filter(|it| *it <= known).map(quantile).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_open_makes_a_median_longer() {
        let ended: Vec<(f64, bool)> = (1..=40).map(|it| (f64::from(it), true)).collect();
        let mut open = ended.clone();
        open.extend((0..20).map(|_| (30.5, false)));
        let median = |it: Vec<(f64, bool)>| quantiles(it, METHOD)[0].interval.value;
        assert_eq!(median(ended), 20.0);
        assert_eq!(median(open), 30.0);
    }
}
