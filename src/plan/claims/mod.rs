//! Claims: sentences of a document, each with the test that proves or disproves it.
//!
//! The number of a claim is one number of each replication, so that it spreads with chance and with every input
//! that is not known. A claim holds when it is true in at least 95 % of the replications, fails
//! when it is true in at most 5 %, and is undecided between: then an input decides, and where the
//! claim names one, its break-even value says for which values the claim would hold.
//!
//! A share of many things also holds only when the interval of its mean does: twenty replications
//! without a breach do not prove that there is none.

pub(crate) mod claim_breakeven;
mod holding;
mod seen;
mod witnesses;

use crate::department::draw_inputs;
use crate::experiment::{Kind, interval};
use crate::ids::InputId;
use crate::measure::{Column, Prepared};
use crate::plan::search::run::Run;
use crate::scenario::{Claim, ClaimTest, Scenario, Study};
use crate::statistics::Interval;
use crate::statistics::{CONFIDENCE, Moments, quantile_of};
use claim_breakeven::{BreakEven, Looked, turning, wider};
pub(crate) use holding::{Leaning, ReadingSet};
use holding::{holds_in, leaning};
pub(crate) use seen::Seen;
use seen::{column_of, number};
use std::ops::Range;
pub(crate) use witnesses::Witnesses;
use witnesses::position_of;

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is true in nearly all replications.
    Holds,
    /// It is false in nearly all replications.
    Fails,
    /// It depends.
    Undecided,
}

/// The number of a test, in its own unit.
#[derive(Clone, Debug)]
pub(crate) struct TestResult {
    /// What becomes of the test.
    pub(crate) verdict: Verdict,
    /// The mean over replications, and between which numbers 95 % of them lie.
    pub(crate) found: Interval,
    /// The column that was read; `None`: the scenario has no such measure.
    pub(crate) column: Option<Column>,
    /// For which values of the named input the test would hold.
    pub(crate) breakeven: Option<BreakEven>,
}

/// A claim and what becomes of it.
#[derive(Clone, Debug)]
pub(crate) struct ClaimResult {
    /// The claim.
    pub(crate) claim: Claim,
    /// The worst of its tests, over every reading of the document.
    pub(crate) verdict: Verdict,
    /// Its tests in order.
    pub(crate) tests: Vec<TestResult>,
    /// Where it does not hold anyway: the fewest readings that must be right for it to hold, all else
    /// being drawn; several where there are several such sets.
    pub(crate) holds_in: Vec<ReadingSet>,
    /// Where nothing decides it: in which readings it is true more often.
    pub(crate) leaning: Option<Leaning>,
}

/// How claims are tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Care {
    /// Replications of each policy that a claim names.
    pub(crate) replications: u64,
    /// Replications of each value that a break-even is looked for at; 0: none is looked for.
    pub(crate) breakeven: u64,
}

impl Care {
    /// The replications of each policy.
    pub(crate) fn all(self) -> Range<u64> {
        0..self.replications.max(2)
    }
}

/// Tests every claim of a study, each replication in the world that is drawn for it; `None` when
/// stopped.
pub(crate) fn test_claims(study: &Study, run: &Run<'_>, care: Care) -> Option<Vec<ClaimResult>> {
    let witnesses = Witnesses::new(study, run.seed, care.all());
    let seen = witnesses.play(run)?;
    judge_claims(&witnesses, seen, run, care)
}

/// The same, from what every replication has said already about each test.
pub(crate) fn judge_claims(
    witnesses: &Witnesses<'_>,
    seen: Vec<Vec<Seen>>,
    run: &Run<'_>,
    care: Care,
) -> Option<Vec<ClaimResult>> {
    let (study, drawn) = (witnesses.study, &witnesses.drawn);
    let claims = &study.baseline().scenario.claims;
    let mut results = Vec::new();
    let mut seen = seen.into_iter();
    for claim in claims {
        let (mut tests, mut numbers) = (Vec::new(), Vec::new());
        for test in &claim.tests {
            let position = position_of(study, test);
            let own = seen.next().unwrap_or_default();
            let prepared = Prepared::new(&study.policies[position].scenario);
            let mut result = tested(test, &prepared, &own);
            if care.breakeven > 0 && result.verdict != Verdict::Holds {
                result.breakeven = breakeven(test, &prepared, run, care)?;
            }
            tests.push(result);
            numbers.push(own);
        }
        let verdict = worst(tests.iter().map(|it| it.verdict));
        let holds_in = match verdict {
            Verdict::Holds => Vec::new(),
            Verdict::Fails | Verdict::Undecided => holds_in(&study.worlds, drawn, |chosen| {
                let tests = claim.tests.iter().zip(&numbers);
                worst(tests.map(|(test, own)| verdict_of(test, chosen.iter().map(|&it| own[it]))))
            }),
        };
        let leaning = match verdict {
            Verdict::Undecided if holds_in.is_empty() => {
                let all = |it: usize| {
                    let mut tests = claim.tests.iter().zip(&numbers);
                    tests.all(|(test, own)| is_true(test, own[it].number))
                };
                let is_true: Vec<bool> = (0..drawn.len()).map(all).collect();
                leaning(&study.worlds, drawn, &is_true)
            }
            _ => None,
        };
        results.push(ClaimResult { verdict, claim: claim.clone(), tests, holds_in, leaning });
    }
    Some(results)
}

/// A claim holds when all of its tests do, and fails when one does.
fn worst(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let rank = |it: &Verdict| match it {
        Verdict::Holds => 0,
        Verdict::Undecided => 1,
        Verdict::Fails => 2,
    };
    verdicts.max_by_key(rank).unwrap_or(Verdict::Undecided)
}

fn is_true(test: &ClaimTest, number: f64) -> bool {
    // The last digit of a sum must not decide.
    let slack = 1e-9 * number.abs().max(1.0);
    test.bounds.wider(slack).hold(number)
}

/// What becomes of a test by its numbers; what is undefined says nothing.
fn verdict_of(test: &ClaimTest, seen: impl Iterator<Item = Seen> + Clone) -> Verdict {
    let (mut all, mut holding) = (0_u32, 0_u32);
    for it in seen.clone().filter(|it| !it.number.is_nan()) {
        all += 1;
        holding += u32::from(is_true(test, it.number));
    }
    let is_proved = || {
        mean_of_trials(seen.clone())
            .is_none_or(|(low, high)| is_true(test, low) && is_true(test, high))
    };
    match f64::from(holding) / f64::from(all) {
        it if it >= CONFIDENCE && !is_proved() => Verdict::Undecided,
        it if it >= CONFIDENCE => Verdict::Holds,
        it if it <= 1.0 - CONFIDENCE => Verdict::Fails,
        _ => Verdict::Undecided,
    }
}

/// The interval of the mean of a share of many things; `None` for any other number.
fn mean_of_trials(seen: impl Iterator<Item = Seen>) -> Option<(f64, f64)> {
    let mut moments = Moments::default();
    seen.filter(|it| !it.number.is_nan()).for_each(|it| moments.push_share(it.number, it.trials));
    (moments.trials() > 0).then(|| interval(&moments, Kind::Share))
}

fn tested(test: &ClaimTest, prepared: &Prepared<'_>, seen: &[Seen]) -> TestResult {
    let Some(column) = column_of(test, prepared) else {
        return TestResult {
            verdict: Verdict::Undecided,
            found: Interval::NONE,
            column: None,
            breakeven: None,
        };
    };
    let numbers = seen.iter().map(|it| it.number);
    let mut numbers: Vec<f64> = numbers.filter(|it| !it.is_nan()).collect();
    let verdict = verdict_of(test, seen.iter().copied());
    let (least, most) = mean_of_trials(seen.iter().copied()).unwrap_or((f64::NAN, f64::NAN));
    let mean = numbers.iter().copied().collect::<Moments>().mean();
    let tail = (1.0 - CONFIDENCE) / 2.0;
    TestResult {
        verdict,
        found: Interval {
            value: mean,
            low: quantile_of(&mut numbers, tail).min(least),
            high: quantile_of(&mut numbers, 1.0 - tail).max(most),
        },
        column: Some(prepared.columns()[column].clone()),
        breakeven: None,
    }
}

/// The values of the named input for which the mean number meets the bounds.
fn breakeven(
    test: &ClaimTest,
    prepared: &Prepared<'_>,
    run: &Run<'_>,
    care: Care,
) -> Option<Option<BreakEven>> {
    let scenario = prepared.scenario();
    let path = test.breakeven.as_ref();
    let input = path.and_then(|path| input_of(scenario, path));
    let (Some(input), Some(column)) = (input, column_of(test, prepared)) else {
        return Some(None);
    };
    let facts = &scenario.inputs[input.index()];
    let looked = Looked {
        input,
        range: wider(facts.range, facts.scale),
        replications: care.breakeven.max(2),
    };
    let replications: Vec<u64> = (0..looked.replications).collect();
    let at = |value: f64| {
        let inputs = |it: u64| draw_inputs(scenario, run.seed, it).with(input, value);
        let readings = run.readings(prepared, &replications, inputs)?;
        let numbers = readings.iter().map(|it| number(test, column, prepared, it));
        Some(numbers.collect())
    };
    turning(looked, test.bounds, at).map(Some)
}

/// An input by its path.
pub(crate) fn input_of(scenario: &Scenario, path: &str) -> Option<InputId> {
    let position = scenario.inputs.iter().position(|it| it.path == path);
    position.map(InputId::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{Measure, Measured};
    use crate::scenario::{Bounds, Text};

    fn test(at_least: Option<f64>, at_most: Option<f64>) -> ClaimTest {
        ClaimTest {
            policy: None,
            measure: Measured::Known(Measure::BusyHours),
            scope: "it".into(),
            months: None,
            factor: 1.0,
            bounds: Bounds { at_least, at_most },
            unit: Text::default(),
            breakeven: None,
        }
    }

    #[test]
    fn a_bound_is_met_by_the_number_itself() {
        assert!(is_true(&test(Some(0.95), None), 0.95) && !is_true(&test(Some(0.95), None), 0.949));
        assert!(
            is_true(&test(Some(1.0), Some(2.0)), 2.0) && !is_true(&test(Some(1.0), Some(2.0)), 2.1)
        );
    }

    #[test]
    fn replications_without_a_breach_do_not_prove_that_there_is_none() {
        let seen = |numbers: [f64; 2], trials: u32| {
            (0..60).map(move |it| Seen { number: numbers[usize::from(it == 7)], trials })
        };
        let always = test(Some(1.0), None);
        assert_eq!(verdict_of(&always, seen([1.0, 1.0], 365)), Verdict::Undecided);
        // One breach in one replication of sixty: true in 98 % of them, and never of all.
        assert_eq!(verdict_of(&always, seen([1.0, 0.997], 365)), Verdict::Undecided);
        assert_eq!(verdict_of(&test(Some(0.999), None), seen([1.0, 1.0], 365)), Verdict::Holds);
        // Exactly on the target in every replication, and what is no share of many things.
        assert_eq!(verdict_of(&test(Some(0.9), None), seen([0.9, 0.9], 365)), Verdict::Holds);
        assert_eq!(verdict_of(&always, seen([1.0, 1.0], 0)), Verdict::Holds);
    }

    #[test]
    fn one_test_that_fails_is_enough_and_one_that_holds_is_not() {
        use Verdict::{Fails, Holds, Undecided};
        assert_eq!(worst([Holds, Holds].into_iter()), Holds);
        assert_eq!(worst([Holds, Undecided].into_iter()), Undecided);
        assert_eq!(worst([Fails, Undecided].into_iter()), Fails);
    }
}
