//! What months show: the first, the last, and the simplest pattern.

use super::number::Number;
use crate::experiment::Estimate;

/// Months at the beginning and at the end that stand for "now" and "then": a single month
/// has its own holidays and its own duties.
const SPAN: usize = 3;
/// A pattern may have this share of exceptions.
const EXCEPTIONS: f64 = 0.1;

/// For how long something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// In every month.
    Always,
    /// In none.
    Never,
    /// Until this month, which is the first without, but for so many months.
    Until(usize, usize),
    /// From this month on, but for so many months.
    From(usize, usize),
    /// In so many months, without a pattern.
    Sometimes(usize),
    /// There is nothing to judge.
    Unknown,
}

pub(crate) fn first(months: &[Estimate]) -> Number {
    Number::mean_of(months[..span(months.len())].iter().map(Number::of))
}

pub(crate) fn last(months: &[Estimate]) -> Number {
    let from = months.len() - span(months.len());
    Number::mean_of(months[from..].iter().map(Number::of))
}

/// How many months stand for "now".
pub(crate) fn span(months: usize) -> usize {
    if months >= 2 * SPAN { SPAN } else { months.min(1) }
}

/// The simplest pattern of months that fits but for a few exceptions.
pub(crate) fn pattern(held: &[Option<bool>]) -> Holds {
    let known: Vec<(usize, bool)> =
        held.iter().enumerate().filter_map(|(month, it)| Some((month, (*it)?))).collect();
    let count = known.iter().filter(|it| it.1).count();
    match count {
        _ if known.is_empty() => return Holds::Unknown,
        0 => return Holds::Never,
        _ if count == known.len() => return Holds::Always,
        _ => {}
    }
    // Before the turn everything should be the one, after it the other; neither side may
    // consist of exceptions.
    let wrong = |turn: usize, before: bool| {
        let (mut early, mut late) = ((0, 0), (0, 0));
        for (month, held) in &known {
            let side = if *month < turn { &mut early } else { &mut late };
            side.0 += 1;
            side.1 += usize::from(*held != (before == (*month < turn)));
        }
        // One month at an end is no turn, unless there are few.
        let least = if known.len() > 6 { 2 } else { 1 };
        let mostly = |(all, wrong): (usize, usize)| 4 * wrong <= all && all >= least;
        (mostly(early) && mostly(late)).then_some(early.1 + late.1)
    };
    let best = |before: bool| {
        let turns = (1..held.len()).filter_map(|turn| Some((wrong(turn, before)?, turn)));
        turns.min().unwrap_or((usize::MAX, 0))
    };
    let (until, from) = (best(true), best(false));
    let most = (known.len() as f64 * EXCEPTIONS) as usize;
    if until.0.min(from.0) > most {
        Holds::Sometimes(count)
    } else if until.0 <= from.0 {
        Holds::Until(until.1, until.0)
    } else {
        Holds::From(from.1, from.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &str) -> Holds {
        let months: Vec<Option<bool>> = text
            .chars()
            .map(|it| match it {
                '+' => Some(true),
                '-' => Some(false),
                _ => None,
            })
            .collect();
        pattern(&months)
    }

    #[test]
    fn months_have_the_simplest_pattern_that_fits() {
        assert_eq!(held("++++++"), Holds::Always);
        assert_eq!(held("------"), Holds::Never);
        assert_eq!(held("++++--"), Holds::Until(4, 0));
        assert_eq!(held("--++++"), Holds::From(2, 0));
        assert_eq!(held("+-+-+-"), Holds::Sometimes(3));
        assert_eq!(held("      "), Holds::Unknown);
        assert_eq!(held(" ++ +--"), Holds::Until(5, 0));
    }

    #[test]
    fn one_exception_in_ten_months_does_not_break_a_pattern() {
        assert_eq!(held("++++++-++++------------"), Holds::Until(11, 1));
        assert_eq!(held("-+---------------"), Holds::Sometimes(1));
        assert_eq!(held("----------------+"), Holds::Sometimes(1));
    }
}
