//! Break-even: the value of one input at which an answer crosses a level.
//!
//! The answer is simulated, so it is noisy; every value is tried on the same replications
//! (common random numbers), so that the mean over them is one smooth curve and can be bisected.
//! The interval comes from bisecting the upper and the lower end of the curve's own interval.

use super::Interval;
use super::{CONFIDENCE, Moments};
use std::cell::RefCell;

/// Where and how closely to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Search {
    /// Least value of the input.
    pub(crate) from: f64,
    /// Greatest value of the input.
    pub(crate) to: f64,
    /// The level that the answer is to cross.
    pub(crate) level: f64,
    /// Replications at each value, at least 2.
    pub(crate) replications: u64,
    /// Values closer than this are not told apart.
    pub(crate) tolerance: f64,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Crossing {
    /// The answer crosses the level here. An end of the interval that equals an end of the
    /// search may lie beyond it.
    At(Interval),
    /// It is above the level for every value.
    AlwaysAbove,
    /// It is below the level for every value.
    AlwaysBelow,
}

impl Search {
    /// Finds where the answer, monotone in the value and rising or falling, crosses the level;
    /// `answer` is its number for a value in a replication.
    pub(crate) fn find(&self, answer: impl FnMut(f64, u64) -> f64) -> Crossing {
        let tried = RefCell::new((Vec::<(f64, Moments)>::new(), answer));
        let moments = |value: f64| {
            let (known, answer) = &mut *tried.borrow_mut();
            if let Some((_, moments)) = known.iter().find(|it| it.0 == value) {
                return *moments;
            }
            let numbers = (0..self.replications.max(2)).map(|r| answer(value, r) - self.level);
            let moments = numbers.collect();
            known.push((value, moments));
            moments
        };
        let (left, right) = (moments(self.from).mean(), moments(self.to).mean());
        match (left > 0.0, right > 0.0) {
            (true, true) => return Crossing::AlwaysAbove,
            (false, false) => return Crossing::AlwaysBelow,
            _ => (),
        }
        let rising = right > left;
        let at = |shift: f64| {
            self.bisect(rising, |value| {
                let moments = moments(value);
                moments.mean() + shift * moments.half_width(CONFIDENCE)
            })
        };
        let (one, other) = (at(-1.0), at(1.0));
        Crossing::At(Interval { value: at(0.0), low: one.min(other), high: one.max(other) })
    }

    /// The zero of a monotone curve, or the end of the search that is nearest to it.
    fn bisect(&self, rising: bool, curve: impl Fn(f64) -> f64) -> f64 {
        let before = |value| (curve(value) < 0.0) == rising;
        let (mut low, mut high) = (self.from, self.to);
        if !before(low) {
            return low;
        }
        if before(high) {
            return high;
        }
        while high - low > self.tolerance.max(1e-12 * (self.to - self.from)) {
            let middle = f64::midpoint(low, high);
            if before(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;

    fn search(level: f64) -> Search {
        Search { from: 0.0, to: 10.0, level, replications: 200, tolerance: 1e-4 }
    }

    fn noisy(value: f64, replication: u64) -> f64 {
        let mut chance = Chance::new(replication);
        value * value * (1.0 + 0.1 * chance.normal()) + 2.0 * chance.normal()
    }

    #[test]
    fn the_crossing_of_a_noisy_answer_lies_in_its_interval() {
        let Crossing::At(found) = search(25.0).find(noisy) else {
            panic!("it crosses");
        };
        assert!(found.low < 5.0 && 5.0 < found.high, "{found:?}");
        assert!((found.value - 5.0).abs() < 0.1 && found.high - found.low < 0.2);
        assert!(found.low < found.value && found.value < found.high);
    }

    #[test]
    fn a_falling_answer_crosses_as_well() {
        let Crossing::At(found) = search(-25.0).find(|value, r| -noisy(value, r)) else {
            panic!("it crosses");
        };
        assert!(found.low < 5.0 && 5.0 < found.high, "{found:?}");
    }

    #[test]
    fn an_answer_without_noise_has_an_interval_as_narrow_as_the_tolerance() {
        let Crossing::At(found) = search(3.0).find(|value, _| value) else {
            panic!("it crosses");
        };
        assert!((found.value - 3.0).abs() < 1e-4 && found.high - found.low < 1e-3);
    }

    #[test]
    fn an_answer_that_never_crosses_says_on_which_side_it_stays() {
        assert_eq!(search(1e6).find(noisy), Crossing::AlwaysBelow);
        assert_eq!(search(-1e6).find(noisy), Crossing::AlwaysAbove);
    }

    #[test]
    fn every_value_is_tried_once_and_in_the_same_replications() {
        let mut tried = Vec::new();
        search(25.0).find(|value, replication| {
            tried.push((value.to_bits(), replication));
            noisy(value, replication)
        });
        let all = tried.len();
        tried.sort_unstable();
        tried.dedup();
        assert_eq!(tried.len(), all);
        assert!(tried.iter().all(|it| it.1 < 200) && all < 200 * 60);
    }
}
