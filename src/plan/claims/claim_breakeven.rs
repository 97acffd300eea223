//! For which values of one input a claim would hold, found by simulation.

use crate::ids::InputId;
use crate::scenario::{Bounds, Range};
use crate::statistics::Interval;
use crate::statistics::Moments;
use crate::statistics::breakeven::{Crossing, Search};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// For which values of an input a number lies within its bounds, in the program's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BreakEven {
    /// The input.
    pub(crate) input: InputId,
    /// Not below this value.
    pub(crate) low: Option<Interval>,
    /// Not above this value.
    pub(crate) high: Option<Interval>,
    /// For no value that was looked at.
    pub(crate) nowhere: bool,
}

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Looked {
    /// The input.
    pub(crate) input: InputId,
    /// Least and greatest value.
    pub(crate) range: (f64, f64),
    /// Replications of each value.
    pub(crate) replications: u64,
}

/// Finds it; `at` gives one number of each replication for a value, and `None` when stopped.
pub(crate) fn turning(
    looked: Looked,
    bounds: Bounds,
    at: impl Fn(f64) -> Option<Vec<f64>>,
) -> Option<BreakEven> {
    let known: RefCell<BTreeMap<u64, Vec<f64>>> = RefCell::default();
    let stopped = Cell::new(false);
    let number = |value: f64, replication: u64| -> f64 {
        let mut known = known.borrow_mut();
        let numbers = known.entry(value.to_bits()).or_insert_with(|| {
            let numbers = if stopped.get() { None } else { at(value) };
            stopped.set(numbers.is_none());
            numbers.unwrap_or_default()
        });
        numbers.get(replication as usize).copied().unwrap_or(0.0)
    };
    let (from, to) = looked.range;
    let mean = |value: f64| {
        let numbers = (0..looked.replications).map(|it| number(value, it));
        numbers.collect::<Moments>().mean()
    };
    let rising = mean(to) > mean(from);
    let mut found = BreakEven { input: looked.input, low: None, high: None, nowhere: false };
    for (level, from_above) in [(bounds.at_most, true), (bounds.at_least, false)] {
        let Some(level) = level else {
            continue;
        };
        let search = Search {
            from,
            to,
            level,
            replications: looked.replications,
            tolerance: (to - from) / 400.0,
        };
        match search.find(number) {
            Crossing::At(it) if rising == from_above => found.high = Some(it),
            Crossing::At(it) => found.low = Some(it),
            Crossing::AlwaysAbove => found.nowhere |= from_above,
            Crossing::AlwaysBelow => found.nowhere |= !from_above,
        }
    }
    (!stopped.get()).then_some(found)
}

/// A range in which to look for a value that nobody thought of: shares stay shares.
pub(crate) fn wider(range: Range, scale: f64) -> (f64, f64) {
    let (low, high) = (range.quantile(0.0), range.quantile(1.0));
    let share = scale == 0.01 && low >= 0.0 && high <= 1.0;
    let most = if share { (3.0 * high).min(1.0) } else { 3.0 * high };
    ((low / 10.0).min(low), most.max(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked() -> Looked {
        Looked { input: InputId(0), range: (0.0, 10.0), replications: 4 }
    }

    fn bounds(at_least: Option<f64>, at_most: Option<f64>) -> Bounds {
        Bounds { at_least, at_most }
    }

    /// Twice the value, with a little noise.
    fn double(value: f64) -> Option<Vec<f64>> {
        Some([-0.1, 0.1, -0.1, 0.1].map(|noise| 2.0 * value + noise).into())
    }

    fn close(found: Option<Interval>, exact: f64) {
        assert!(found.is_some_and(|it| (it.value - exact).abs() < 0.05), "{found:?} {exact}");
    }

    #[test]
    fn two_bounds_give_the_values_between() {
        let found =
            turning(looked(), bounds(Some(4.0), Some(12.0)), double).expect("nobody stops it");
        close(found.low, 2.0);
        close(found.high, 6.0);
        assert!(!found.nowhere);
    }

    #[test]
    fn a_number_that_falls_holds_above_for_an_upper_bound() {
        let falling = |value: f64| double(10.0 - value);
        let found = turning(looked(), bounds(None, Some(12.0)), falling).expect("nobody stops it");
        close(found.low, 4.0);
        assert_eq!(found.high, None);
    }

    #[test]
    fn a_bound_beyond_every_value_is_never_met() {
        let found = turning(looked(), bounds(Some(100.0), None), double).expect("nobody stops it");
        assert!(found.nowhere && found.low.is_none());
        let found = turning(looked(), bounds(None, Some(100.0)), double).expect("nobody stops it");
        assert!(!found.nowhere && found.high.is_none());
        assert_eq!(turning(looked(), bounds(Some(1.0), None), |_| None), None);
    }

    #[test]
    fn shares_are_not_looked_for_above_one() {
        let range = Range::Uniform { min: 0.3, max: 0.5 };
        assert_eq!(wider(range, 0.01), (0.03, 1.0));
        assert!((wider(range, 1.0).1 - 1.5).abs() < 1e-12);
    }
}
