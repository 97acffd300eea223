//! Certificate: a rule that is proved on replications that had no part in finding it.
//!
//! A rule that was found on some replications looks luckier than it is. It is held against fresh ones; where
//! it is not proved, these are learnt from, a stricter rule is found, and that is held against still
//! fresh ones. All attempts share the 5 % of error: each may take half of what those before it have left
//! (alpha spending; Lan and DeMets, 1983), so that a rule which is called proved is wrongly so in 5 %
//! at most, however many attempts it took, and the interval of its share is as honest.
//!
//! In the attempt that proves a rule cheaper ones follow, in an order that was fixed beforehand, and each only
//! while the one before has passed; the last that passed is the answer. Such a sequence is closed: each test
//! may take the whole error of its attempt, because the first that wrongly passes must come after all that
//! rightly do (Maurer, Hothorn and Lehmacher, 1995). Each test is sequential and ends when it knows; where the
//! number of replications was asked for, it is exactly that number.

use super::data::Kept;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;
use crate::statistics::sequential::{
    Test, error_of_attempt, fewest_that_prove, share_of_fixed, share_tested,
};

/// Replications between two looks.
const LOOK: u64 = 10;
/// Replications after which a test that still does not know has not proved anything, and after which it goes on
/// only where it would know by then.
const MOST: u64 = 480;
const HALFWAY: u64 = 240;
/// Replications after which a test is given up when they speak against the confidence: that proves nothing.
const GIVEN_UP: u64 = 60;
/// Replications of the answer, whenever its test was over: what is shown of it comes from these.
const SHOWN: u64 = 100;

/// A rule that was held against fresh replications.
#[derive(Clone, Debug)]
pub(crate) struct Certified {
    /// The rule.
    pub(crate) rule: Candidate,
    /// How often it keeps every promise.
    pub(crate) kept: Kept,
}

/// What must be proved, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Demand {
    /// The probability with which every promise must be kept.
    pub(crate) confidence: f64,
    /// Exactly so many fresh replications.
    pub(crate) exactly: Option<u64>,
    /// Which attempt it is, from 1.
    pub(crate) attempt: u64,
}

impl Demand {
    fn error(self) -> f64 {
        error_of_attempt(self.attempt)
    }
}

/// The fewest fresh replications that could prove a confidence, if every one passed.
pub(crate) fn least_replications(confidence: f64) -> u64 {
    fewest_that_prove(confidence, error_of_attempt(1))
}

/// A rule as fresh replications find it; `None` when stopped.
pub(crate) fn certify(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: Candidate,
    demand: Demand,
) -> Option<Certified> {
    let kept = test(lab, promises, &rule, demand)?;
    Some(Certified { rule, kept })
}

/// The answer, seen to the end in all replications that are shown of it: more is told of it than the verdict.
pub(crate) fn seen_to_the_end(
    lab: &mut Lab<'_>,
    promises: &Promises,
    Certified { rule, kept }: Certified,
    demand: Demand,
) -> Option<Certified> {
    let of = demand.exactly.unwrap_or(kept.of.max(SHOWN));
    held(lab, promises, rule, of, demand)
}

fn test(lab: &mut Lab<'_>, promises: &Promises, rule: &Candidate, demand: Demand) -> Option<Kept> {
    let Demand { confidence, exactly, .. } = demand;
    if let Some(of) = exactly {
        return kept_in(lab, promises, rule, of, (confidence, demand.error()));
    }
    let (mut test, mut of) = (Test::above(confidence, demand.error()), 0);
    let hopeless = |test: &Test, of: u64| match of {
        HALFWAY.. => test.known_after(of) > MOST as f64,
        GIVEN_UP.. => !test.leans_above(),
        _ => false,
    };
    while test.verdict().is_none() && of < MOST && !hopeless(&test, of) {
        let more: Vec<u64> = lab.fresh(of + LOOK).split_off(of as usize);
        lab.keeps(rule, promises, &more)?.into_iter().for_each(|it| test.push(it));
        of += LOOK;
    }
    kept_of(lab, promises, rule, of, demand)
}

/// A rule in so many replications, after its test or that of another.
pub(crate) fn held(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: Candidate,
    of: u64,
    demand: Demand,
) -> Option<Certified> {
    lab.simulate(&rule, &lab.fresh(of))?;
    let kept = match demand.exactly {
        Some(of) => kept_in(lab, promises, &rule, of, (demand.confidence, demand.error()))?,
        None => kept_of(lab, promises, &rule, of, demand)?,
    };
    Some(Certified { rule, kept })
}

/// A number of replications that was fixed beforehand, with the interval for that.
pub(crate) fn kept_in(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    of: u64,
    (confidence, error): (f64, f64),
) -> Option<Kept> {
    let kept = lab.keeps(rule, promises, &lab.fresh(of))?;
    Some(Kept::of(&kept, confidence, |passed| share_of_fixed(passed, of, error)))
}

/// So many replications, with the interval of the test that may end at any time.
fn kept_of(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    of: u64,
    demand: Demand,
) -> Option<Kept> {
    let kept = lab.keeps(rule, promises, &lab.fresh(of))?;
    Some(Kept::of(&kept, demand.confidence, |_| share_tested(&kept, demand.error())))
}
