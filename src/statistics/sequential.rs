//! Sequential: a probability that is watched while replications come in.
//!
//! Whoever may stop when the numbers please him must not use an interval for a number of trials that
//! was fixed beforehand: looked at often enough, it misses the truth. Both answers here hold at every
//! moment at once: a test that ends as soon as it knows, and an interval that may be read at any time.

use super::proportion::{lower_bound, upper_bound};
use super::{CONFIDENCE, Interval};
use statrs::function::gamma::ln_gamma;

/// Of the error of an interval, the part that its lower end takes, and every proof with it; the upper end, which
/// proves nothing, takes the rest.
const BELOW: f64 = 0.9;

/// A test that a probability is above a level.
///
/// Wald's sequential probability ratio test (*Sequential Analysis*, 1947) against the alternative
/// halfway between the level and 1. Proved where the likelihood ratio exceeds one by the error (20 for
/// 5 %): by Ville's inequality that happens to a probability at or below the level no oftener.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Test {
    level: f64,
    error: f64,
    ratio: f64,
    verdict: Option<bool>,
}

impl Test {
    /// A test that has seen nothing; the interval that it is the lower end of may be wrong with a probability
    /// of `error`.
    pub(crate) fn above(level: f64, error: f64) -> Self {
        Self { level, error: BELOW * error, ratio: 0.0, verdict: None }
    }

    /// Takes in whether one more replication passed; what is decided stays decided.
    pub(crate) fn push(&mut self, passed: bool) {
        let (is, instead) = (self.level, (1.0 + self.level) / 2.0);
        self.ratio += match passed {
            true => libm::log(instead / is),
            false => libm::log((1.0 - instead) / (1.0 - is)),
        };
        let error = self.error;
        if self.verdict.is_none() && self.ratio >= -libm::log(error) {
            self.verdict = Some(true);
        }
        if self.verdict.is_none() && self.ratio <= libm::log(error / (1.0 - error)) {
            self.verdict = Some(false);
        }
    }

    /// Whether what was seen so far is likelier above the level than at it.
    pub(crate) fn leans_above(self) -> bool {
        self.ratio > 0.0
    }

    /// After how many trials in all the level is proved, when those to come speak for it as much as those so
    /// far; infinite where these speak against it.
    pub(crate) fn known_after(self, of: u64) -> f64 {
        let part = self.ratio / -libm::log(self.error);
        if part > 0.0 { of as f64 / part } else { f64::INFINITY }
    }

    /// Whether the probability is proved to be above the level (`true`) or hardly is; `None` while
    /// neither is known.
    pub(crate) fn verdict(self) -> Option<bool> {
        self.verdict
    }
}

/// The error of one test of a sequence in which each next one is made only when those before it proved
/// nothing: half of what is left, so that all of them together, however many, are wrong in 5 %.
pub(crate) fn error_of_attempt(attempt: u64) -> f64 {
    libm::scalbn(1.0 - CONFIDENCE, -(attempt.min(60) as i32))
}

/// A share with an interval that holds at every number of trials at once and misses with a probability of
/// `error`.
///
/// Robbins' mixture (Statistical methods related to the law of the iterated logarithm, 1970) with the
/// beta distribution of Jeffreys: the probabilities that a mixture of all others makes less likelier than
/// one by the error.
pub(crate) fn share_at_any_time(passed: u64, of: u64, error: f64) -> Interval {
    if of == 0 {
        return Interval { value: f64::NAN, low: 0.0, high: 1.0 };
    }
    let (passes, fails) = (passed as f64, (of - passed) as f64);
    let mixture = ln_beta(passes + 0.5, fails + 0.5) - ln_beta(0.5, 0.5);
    let limit = mixture + libm::log(error);
    let term = |count: f64, p: f64| if count == 0.0 { 0.0 } else { count * libm::log(p) };
    let within = |p: f64| term(passes, p) + term(fails, 1.0 - p) > limit;
    let share = passes / of as f64;
    Interval { value: share, low: edge(share, 0.0, within), high: edge(share, 1.0, within) }
}

/// A share with the interval of a test that may end at any time: from the highest level that the test
/// proves after any of the trials, given in their order. It misses with a probability of `error`.
///
/// What is proved and the interval beside it are one statement, and so never contradict each other.
pub(crate) fn share_tested(trials: &[bool], error: f64) -> Interval {
    let (mut passes, mut fails, mut low) = (0, 0, 0.0_f64);
    for passed in trials {
        *(if *passed { &mut passes } else { &mut fails }) += 1;
        low = low.max(proved_level(passes, fails, BELOW * error));
    }
    let at_end = share_at_any_time(passes, passes + fails, (1.0 - BELOW) * error);
    Interval { low: low.min(at_end.value), ..at_end }
}

/// The highest level that [`Test`] proves with so many passes and fails: where its likelihood ratio is one by
/// the error.
fn proved_level(passes: u64, fails: u64, error: f64) -> f64 {
    if passes == 0 {
        return 0.0;
    }
    let ratio = (fails as f64 * std::f64::consts::LN_2 - libm::log(error)) / passes as f64;
    1.0 / (2.0 * libm::exp(ratio) - 1.0)
}

/// A share with the interval for a number of trials that was fixed beforehand, which misses with a probability
/// of `error`: a level is proved where all of it is above.
pub(crate) fn share_of_fixed(passed: u64, of: u64, error: f64) -> Interval {
    let low = lower_bound(passed, of, 1.0 - BELOW * error);
    let high = upper_bound(passed, of, 1.0 - (1.0 - BELOW) * error);
    Interval { value: passed as f64 / of as f64, low, high }
}

/// The fewest trials of which all must pass for a proof of a level.
pub(crate) fn fewest_that_prove(level: f64, error: f64) -> u64 {
    (libm::log(BELOW * error) / libm::log(level)).ceil() as u64
}

fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// Where `within` ends on the way from inside to an end.
fn edge(inside: f64, end: f64, within: impl Fn(f64) -> bool) -> f64 {
    if within(end) {
        return end;
    }
    let (mut inside, mut outside) = (inside, end);
    for _ in 0..60 {
        let middle = f64::midpoint(inside, outside);
        match within(middle) {
            true => inside = middle,
            false => outside = middle,
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Chance;

    /// Replications that a test takes, and whether it proved 90 %.
    fn play(probability: f64, number: u64) -> (usize, bool) {
        let mut chance = Chance::keyed(&[7, number]);
        let mut test = Test::above(0.9, 0.05);
        for replication in 1..=2000 {
            test.push(chance.unit() < probability);
            if let Some(proved) = test.verdict() {
                return (replication, proved);
            }
        }
        (2000, false)
    }

    #[test]
    fn a_probability_at_the_level_is_proved_in_at_most_a_twentieth_of_all_cases() {
        let proved = (0..2000).filter(|&it| play(0.9, it).1).count();
        assert!((20..=100).contains(&proved), "{proved}");
    }

    #[test]
    fn a_sure_plan_is_proved_soon_and_a_hopeless_one_given_up_sooner() {
        let mean = |p: f64| (0..500).map(|it| play(p, it).0).sum::<usize>() as f64 / 500.0;
        let (sure, good, bad) = (mean(0.99), mean(0.96), mean(0.8));
        assert!((55.0..75.0).contains(&sure), "{sure}");
        assert!((100.0..145.0).contains(&good), "{good}");
        assert!((20.0..45.0).contains(&bad), "{bad}");
    }

    #[test]
    fn what_is_half_proved_is_told_to_be_proved_after_twice_as_many() {
        let mut test = Test::above(0.9, 0.05);
        assert_eq!(test.known_after(0), f64::INFINITY);
        let mut trials = 0;
        while test.verdict().is_none() {
            test.push(true);
            trials += 1;
            let told = test.known_after(trials);
            assert!((told - 57.4).abs() < 0.1, "{told}");
        }
        assert_eq!(trials, 58);
        (0..20).for_each(|_| test.push(false));
        assert_eq!(test.known_after(trials + 20), f64::INFINITY);
    }

    #[test]
    fn an_interval_that_is_read_after_every_replication_misses_the_truth_in_a_twentieth_at_most() {
        let mut missed = 0;
        for number in 0..400 {
            let mut chance = Chance::keyed(&[9, number]);
            let mut passed = 0;
            let outside = (1..=300).any(|of| {
                passed += u64::from(chance.unit() < 0.93);
                let found = share_at_any_time(passed, of, 0.05);
                found.low > 0.93 || found.high < 0.93
            });
            missed += usize::from(outside);
        }
        assert!(missed <= 28, "{missed}");
    }

    #[test]
    fn a_level_is_proved_exactly_where_the_interval_of_the_test_is_above_it() {
        let mut proved = 0;
        for number in 0..300 {
            let mut chance = Chance::keyed(&[13, number]);
            let mut test = Test::above(0.9, 0.05);
            let mut trials = Vec::new();
            while trials.len() < 240 && test.verdict() != Some(true) {
                trials.push(chance.unit() < 0.955);
                let before = test.ratio;
                test.push(trials[trials.len() - 1]);
                // What was given up once may be proved by what comes after, at any time as well.
                test.verdict = test.verdict.filter(|it| *it);
                assert!(test.ratio != before);
                let low = share_tested(&trials, 0.05).low;
                assert_eq!(low >= 0.9, test.verdict().is_some(), "{low} after {}", trials.len());
            }
            proved += usize::from(test.verdict().is_some());
        }
        assert!((200..300).contains(&proved), "{proved}");
        let fixed = share_of_fixed(115, 120, 0.05);
        assert!(fixed.low >= 0.9 && fixed.high < 1.0, "{fixed:?}");
        assert!(share_of_fixed(fewest_that_prove(0.9, 0.05), 30, 0.05).low >= 0.9);
        assert!(share_tested(&[false, false], 0.05).low == 0.0);
    }

    #[test]
    fn the_interval_of_the_test_misses_the_truth_in_a_twentieth_at_most() {
        let mut missed = 0;
        for number in 0..400 {
            let mut chance = Chance::keyed(&[17, number]);
            let trials: Vec<bool> = (0..200).map(|_| chance.unit() < 0.93).collect();
            let found = share_tested(&trials, 0.05);
            missed += usize::from(found.low > 0.93 || found.high < 0.93);
        }
        assert!(missed <= 28, "{missed}");
    }

    #[test]
    fn the_honest_interval_is_wider_than_that_of_a_fixed_number() {
        let (any, fixed) = (share_at_any_time(115, 120, 0.05), share_of_fixed(115, 120, 0.05));
        assert!(any.low < fixed.low, "{any:?} {fixed:?}");
        let share = |passed, of| share_at_any_time(passed, of, 0.05);
        assert_eq!(share(30, 30).high, 1.0);
        assert_eq!(share(0, 30).low, 0.0);
        assert_eq!((share(0, 0).low, share(0, 0).high), (0.0, 1.0));
        assert!(share_at_any_time(115, 120, 0.0125).low < any.low, "a later attempt is told less");
    }

    #[test]
    fn a_probability_at_the_level_is_proved_by_any_of_many_attempts_in_a_twentieth_of_all_cases() {
        let all: f64 = (1..60).map(error_of_attempt).sum();
        assert!((0.0499..0.0501).contains(&all), "{all}");
        let mut proved = 0;
        for number in 0..600 {
            let mut chance = Chance::keyed(&[11, number]);
            proved += usize::from((1..=4).any(|attempt| {
                let mut test = Test::above(0.9, error_of_attempt(attempt));
                let pushes = (0..240).take_while(|_| {
                    test.push(chance.unit() < 0.9);
                    test.verdict().is_none()
                });
                let _ = pushes.count();
                test.verdict() == Some(true)
            }));
        }
        assert!((3..=34).contains(&proved), "{proved}");
    }
}
