//! Certificate: which of a few rules is proved on replications that had no part in finding it.
//!
//! The rules are tested in an order that was fixed beforehand, the surest first, and the cheaper one only
//! while the one before has passed; the last that passed is the answer. Such a sequence is closed: each
//! test may take the whole 5 % of error, because the first that wrongly passes must come after all
//! that rightly do (Maurer, Hothorn and Lehmacher, 1995). Each test is sequential and ends when it
//! knows; where the number of replications was asked for, it is exactly that number.

use super::data::Kept;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;
use crate::statistics::sequential::{Test, share_at_any_time, share_of_fixed};

/// Where fresh replications begin: far from all that had a part in choosing.
pub(crate) const FRESH: u64 = 1_000_000;
/// Replications between two looks.
const LOOK: u64 = 20;
/// Replications after which a test that still does not know has not proved anything.
const MOST: u64 = 240;
/// Replications after which a test is given up when they speak against the confidence: that proves nothing.
const GIVEN_UP: u64 = 100;
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

/// All that were tested, in their order, and the position of the answer; `None` when stopped.
pub(crate) fn certify(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rules: &[Candidate],
    confidence: f64,
    exactly: Option<u64>,
) -> Option<(Vec<Certified>, usize)> {
    let mut tested: Vec<Certified> = Vec::new();
    for rule in rules {
        let kept = test(lab, promises, rule, confidence, exactly)?;
        tested.push(Certified { rule: rule.clone(), kept });
        if !kept.proved {
            break;
        }
    }
    let proved = tested.iter().filter(|it| it.kept.proved).count();
    let answer = proved.saturating_sub(1);
    if exactly.is_none() {
        let found = &mut tested[answer];
        // Seen to the end: more of it is shown than the verdict.
        let of = found.kept.of.max(SHOWN);
        lab.simulate(&found.rule, &fresh(of))?;
        found.kept = kept_of(lab, promises, &found.rule, of, found.kept.proved)?;
    } else {
        lab.simulate(&tested[answer].rule, &fresh(tested[answer].kept.of))?;
    }
    Some((tested, answer))
}

/// The first fresh replications.
pub(crate) fn fresh(count: u64) -> Vec<u64> {
    (FRESH..FRESH + count).collect()
}

fn test(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    confidence: f64,
    exactly: Option<u64>,
) -> Option<Kept> {
    if let Some(of) = exactly {
        return kept_in(lab, promises, rule, of, confidence);
    }
    let (mut test, mut of) = (Test::above(confidence), 0);
    let hopeless = |test: &Test, of: u64| of >= GIVEN_UP && !test.leans_above();
    while test.verdict().is_none() && of < MOST && !hopeless(&test, of) {
        let more: Vec<u64> = (FRESH + of..FRESH + of + LOOK).collect();
        lab.keeps(rule, promises, &more)?.into_iter().for_each(|it| test.push(it));
        of += LOOK;
    }
    kept_of(lab, promises, rule, of, test.verdict() == Some(true))
}

/// A number of replications that was fixed beforehand, with the interval for that.
pub(crate) fn kept_in(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    of: u64,
    confidence: f64,
) -> Option<Kept> {
    let passed = passes(lab, promises, rule, of)?;
    let (share, proved) = share_of_fixed(passed, of, confidence);
    Some(Kept { passed, of, share, proved })
}

/// So many replications, with the interval that may be read at any time.
fn kept_of(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    of: u64,
    proved: bool,
) -> Option<Kept> {
    let passed = passes(lab, promises, rule, of)?;
    Some(Kept { passed, of, share: share_at_any_time(passed, of), proved })
}

fn passes(lab: &mut Lab<'_>, promises: &Promises, rule: &Candidate, of: u64) -> Option<u64> {
    let kept = lab.keeps(rule, promises, &fresh(of))?;
    Some(kept.iter().filter(|it| **it).count() as u64)
}
