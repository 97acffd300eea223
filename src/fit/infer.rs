//! Effort where nobody logged it: inferred by simulation.
//!
//! The desk is simulated with the people it had at many loads. The effort is what makes the simulated
//! tickets wait as long as those of the export did; every effort at which the export is one of the
//! usual replications belongs to the interval. The score of a wait grows by its order of magnitude,
//! so that one ticket that was forgotten for a month does not decide.

use super::Fitted;
use super::desk::{Desk, Period};
use super::estimate::OfficeHours;
use super::log::{Log, logs};
use super::ticket::Ticket;
use crate::statistics::{Interval, Moments, jackknife};
use std::collections::BTreeMap;

/// Work asked for ÷ work that people have time for, at first.
const LOADS: [f64; 13] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15];
/// Loads between which the first look has found the effort, and replications of both looks.
const FINER: usize = 9;
const FIRST_LOOK: u64 = 6;
const SECOND_LOOK: u64 = 20;
/// Places between two loads that are tried by interpolation.
const BETWEEN: usize = 40;
/// An interval wider than this, upper ÷ lower end, names no effort.
const TELLING: f64 = 3.0;
/// Shares of tickets that are answered at once may differ so much between a queue and the log.
const ALIKE: f64 = 0.15;
/// What differences between classes may do to the effort that waits tell.
const CLASSES: f64 = 0.1;
/// Time at work that may go on what no ticket shows, as a share: tickets wait for it as they wait for work
/// on other tickets, so that waits do not tell the two apart. An assumption: breaks alone were 50 minutes of a
/// shift of eight hours for the lightest work at a computer by the former SanPiN 2.2.2/2.4.1340-03 (appendix
/// 7), which is not in force since 2021.
const UNSEEN: f64 = 0.1;
/// Whoever waits no longer than this, in hours, does not wait.
const AT_ONCE: f64 = 1.0 / 12.0;
/// Hours after which waiting longer says nothing more.
const LONG: f64 = 16.0;

/// What the waits say of the effort.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Inferred {
    /// Minutes a ticket; no value where nothing is told.
    pub(crate) minutes: Interval,
    /// The same with what else keeps people from tickets: a scenario knows of nothing else.
    pub(crate) with_unseen: Interval,
    pub(crate) says: Says,
    /// Tickets whose waits were compared.
    pub(crate) n: u64,
}

/// How much the waits say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Effort,
    /// Any effort of the interval explains the waits.
    Idle,
    /// No effort explains them: tickets wait for something else than people.
    Other,
}

/// What is compared: the mean score of waits, and the share of tickets that do not wait.
#[derive(Clone, Copy)]
struct Seen {
    score: f64,
    at_once: f64,
}

/// A load, its mean score with what one replication strays, and its share without a wait.
struct Tried {
    load: f64,
    score: f64,
    strays: f64,
    at_once: f64,
}

/// Infers the effort; nothing where the export tells neither people nor waits.
pub(super) fn infer(fitted: &Fitted, tickets: &[Ticket], desk: &Desk<'_>) -> Option<Inferred> {
    let numbers = &fitted.numbers;
    let people = numbers.agents.filter(|it| *it >= 0.5)?;
    let waits = waits(tickets, &numbers.office)?;
    let seen = seen(waits.iter().map(|it| it.1))?;
    let doubt = doubt(&waits);
    let full =
        people * numbers.office.minutes() as f64 * numbers.open_share() / numbers.daily.value;
    let days = fitted.window.days();
    let period = Period::from(days.start, &fitted.window);
    let span = i64::from(days.start) * 86_400..i64::from(days.end) * 86_400;
    let by_first = tickets.iter().any(|it| it.first.is_some());
    let attempt = |load: f64, replications: u64| -> Option<Tried> {
        let scenario = desk(&fitted.with_effort(load * full), period)?;
        let read = |log: &Log| {
            let inside = |it: &i64| span.contains(it);
            if by_first {
                self::seen(log.first().filter(|it| inside(&it.0)).map(|it| it.1))
            } else {
                self::seen(log.done().filter(|it| inside(&it.0)).map(|it| it.2))
            }
        };
        let all: Vec<Seen> = logs(&scenario, replications, read).into_iter().flatten().collect();
        let scores: Moments = all.iter().map(|it| it.score).collect();
        let at_once = all.iter().map(|it| it.at_once).sum::<f64>() / all.len() as f64;
        let strays = (scores.variance() * (1.0 + 1.0 / all.len() as f64)).sqrt();
        Some(Tried { load, score: scores.mean(), strays, at_once })
    };
    let look = |loads: &[f64], replications: u64| -> Option<Vec<Tried>> {
        loads.iter().map(|it| attempt(*it, replications)).collect()
    };
    let coarse = look(&LOADS, FIRST_LOOK)?;
    let (low, high, _) = accepted(&coarse, seen.score, doubt);
    let (low, high) = (0.8 * low, 1.2 * high);
    let step = |it: usize| low + (high - low) * it as f64 / (FINER - 1) as f64;
    let fine = look(&(0..FINER).map(step).collect::<Vec<_>>(), SECOND_LOOK)?;
    let (low, high, best) = accepted(&fine, seen.score, doubt);
    let at_once = between(&fine, best).3;
    let is_alike = (at_once - seen.at_once).abs() <= ALIKE;
    let says = match () {
        () if !is_alike => Says::Other,
        () if high > TELLING * seen_only(low) || low <= LOADS[0] => Says::Idle,
        () => Says::Effort,
    };
    // How classes differ is unknown where nothing is logged, and moves waits.
    let unknown = if numbers.logged.is_some() { 0.0 } else { CLASSES };
    let interval = |value: f64, low: f64| Interval {
        value: if says == Says::Effort { value * full } else { f64::NAN },
        low: low * full * (1.0 - unknown),
        high: high * full * (1.0 + unknown),
    };
    Some(Inferred {
        minutes: interval((best + seen_only(best)) / 2.0, seen_only(low)),
        with_unseen: interval(best, low),
        says,
        n: waits.len() as u64,
    })
}

/// What is left for tickets of a load, at least.
fn seen_only(load: f64) -> f64 {
    (load - UNSEEN).max(LOADS[0])
}

/// Weeks and working hours of waits: to the first answer, or to the end where nothing else is known.
fn waits(tickets: &[Ticket], office: &OfficeHours) -> Option<Vec<(i64, f64)>> {
    let by_first = tickets.iter().any(|it| it.first.is_some());
    let end = |it: &Ticket| if by_first { it.first } else { it.done };
    let week = |it: &Ticket| (it.created.div_euclid(86_400) + 3).div_euclid(7);
    let wait = |it: &Ticket| Some((week(it), office.hours_between(it.created, end(it)?)));
    let waits: Vec<_> = tickets.iter().filter_map(wait).collect();
    (waits.len() >= 50 && waits.len() * 2 >= tickets.len()).then_some(waits)
}

fn score(hours: f64) -> f64 {
    libm::log1p(hours.clamp(0.0, LONG) / AT_ONCE)
}

fn seen(hours: impl Iterator<Item = f64>) -> Option<Seen> {
    let (mut n, mut sum, mut at_once) = (0.0, 0.0, 0.0);
    for it in hours {
        n += 1.0;
        sum += score(it);
        at_once += f64::from(it <= AT_ONCE);
    }
    (n > 0.0).then(|| Seen { score: sum / n, at_once: at_once / n })
}

/// How far the score of the log may be off, by its weeks.
fn doubt(waits: &[(i64, f64)]) -> f64 {
    let mut weeks: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
    for (week, hours) in waits {
        let it = weeks.entry(*week).or_default();
        *it = (it.0 + score(*hours), it.1 + 1.0);
    }
    let weeks: Vec<(f64, f64)> = weeks.into_values().collect();
    let mean = |chosen: &[usize]| {
        let sum =
            chosen.iter().fold((0.0, 0.0), |it, at| (it.0 + weeks[*at].0, it.1 + weeks[*at].1));
        sum.0 / sum.1
    };
    let found = jackknife(weeks.len(), mean);
    if found.high.is_nan() { f64::INFINITY } else { found.high - found.value }
}

/// Load, score, what it strays and the share at once at a load between those that were tried.
fn between(tried: &[Tried], load: f64) -> (f64, f64, f64, f64) {
    let above = tried.iter().position(|it| it.load >= load).unwrap_or(tried.len() - 1).max(1);
    let (a, b) = (&tried[above - 1], &tried[above]);
    let part = ((load - a.load) / (b.load - a.load)).clamp(0.0, 1.0);
    let mix = |x: f64, y: f64| x + part * (y - x);
    (load, mix(a.score, b.score), mix(a.strays, b.strays), mix(a.at_once, b.at_once))
}

/// The least and the largest load at which the log is one of the usual replications, and the one that
/// it is nearest to.
fn accepted(tried: &[Tried], score: f64, doubt: f64) -> (f64, f64, f64) {
    let (first, last) = (tried[0].load, tried[tried.len() - 1].load);
    let count = BETWEEN * (tried.len() - 1);
    let loads = (0..=count).map(|it| first + (last - first) * it as f64 / count as f64);
    let places: Vec<_> = loads.map(|it| between(tried, it)).collect();
    let off = |it: &(f64, f64, f64, f64)| (it.1 - score).abs();
    let usual = |it: &&(f64, f64, f64, f64)| off(it) <= f64::max(super::estimate::Z * it.2, doubt);
    let best = places.iter().min_by(|a, b| off(a).total_cmp(&off(b))).map_or(first, |it| it.0);
    let least = places.iter().find(usual).map_or(best, |it| it.0);
    let most = places.iter().rev().find(usual).map_or(best, |it| it.0);
    (least.min(best), most.max(best), best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(strays: f64) -> Vec<Tried> {
        let at = |it: f64| Tried { load: it, score: it * it, strays, at_once: 1.0 - it };
        LOADS.iter().map(|it| at(*it)).collect()
    }

    #[test]
    fn the_effort_is_where_the_score_is_met_and_its_interval_where_it_might_be() {
        let (low, high, best) = accepted(&tried(0.05), 0.25, 0.0);
        assert!((best - 0.5).abs() < 0.02, "{best}");
        assert!(low < 0.43 && low > 0.35 && high > 0.56 && high < 0.62, "{low} {high}");
    }

    #[test]
    fn scores_that_say_nothing_leave_every_load_open() {
        let (low, high, _) = accepted(&tried(2.0), 0.25, 0.0);
        assert!(low < 0.03 && high > 1.1);
    }
}
