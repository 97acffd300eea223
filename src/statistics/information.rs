//! Information: what it would be worth to know an uncertain number before deciding.
//!
//! Costs are `costs[decision][sample]`, the samples of all decisions sharing their inputs and
//! chance; less is better. Sources: Raiffa and Schlaifer, *Applied Statistical Decision Theory*
//! (1961); Strong, Oakley and Brennan (Medical Decision Making 34, 2014) for one input by regression.

use super::Interval;
use super::Moments;
use super::curve::{Curve, sorted_points};

/// What the decision is worth knowing one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct InputValue {
    /// The decision that is best without knowing it.
    pub(crate) decision: usize,
    /// How much less the decision costs, on average, for who knows the input.
    pub(crate) value: Interval,
    /// How often that one would decide otherwise.
    pub(crate) changes: f64,
}

/// The value of knowing one input beforehand (`input[sample]`).
///
/// A curve of each decision's cost over the input says what to do. It is drawn through one half
/// of the samples and judged on the other, and the other way round, because a rule judged on the
/// samples it was made from looks better than it is. `None` without decisions or with fewer than
/// 20 samples.
pub(crate) fn value_of_input(input: &[f64], costs: &[Vec<f64>]) -> Option<InputValue> {
    value_by(input.len(), costs, |own, learnt| {
        let curve = Curve::through(&sorted_points(input, own, learnt));
        Box::new(move |sample| curve.at(input[sample]))
    })
}

/// What the cost of a decision is expected to be in a sample.
type Expected<'a> = Box<dyn Fn(usize) -> f64 + 'a>;

/// The same with any way of expecting a decision's costs from some of the samples.
pub(super) fn value_by<'a>(
    samples: usize,
    costs: &[Vec<f64>],
    expect: impl Fn(&[f64], &[usize]) -> Expected<'a>,
) -> Option<InputValue> {
    let shortest = costs.iter().map(Vec::len).min()?;
    let usable = |s: &usize| costs.iter().all(|own| own[*s].is_finite());
    let samples: Vec<usize> = (0..shortest.min(samples)).filter(usable).collect();
    if samples.len() < 20 {
        return None;
    }
    let total = |own: &Vec<f64>| samples.iter().map(|&s| own[s]).sum::<f64>();
    let decision = position_of_least(costs.iter().map(total));
    let (mut saved, mut changes) = (Moments::default(), 0);
    for half in 0..2 {
        let part = |of: usize| samples.iter().copied().skip(of).step_by(2);
        let learnt: Vec<usize> = part(half).collect();
        let expected: Vec<Expected<'a>> = costs.iter().map(|own| expect(own, &learnt)).collect();
        for s in part(1 - half) {
            let knowing = position_of_least(expected.iter().map(|of| of(s)));
            changes += usize::from(knowing != decision);
            saved.push(costs[decision][s] - costs[knowing][s]);
        }
    }
    Some(InputValue {
        decision,
        // Knowledge can be ignored, so that it never costs anything.
        value: Interval::of_mean(&saved).within(0.0, f64::INFINITY),
        changes: changes as f64 / samples.len() as f64,
    })
}

/// The position of the least number, of equals the first.
fn position_of_least(numbers: impl Iterator<Item = f64>) -> usize {
    let least = numbers.enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
    least.map_or(0, |(position, _)| position)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;

    /// The same decision with the chance of high growth as a threshold on a drawn input.
    fn samples(n: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
        let mut chance = Chance::new(17);
        let input: Vec<f64> = (0..n).map(|_| chance.uniform()).collect();
        let mut noise = || 50.0 * chance.normal();
        let wait = input.iter().map(|u| 900.0 * u + noise()).collect();
        (input, vec![vec![300.0; n], wait])
    }

    #[test]
    fn knowing_one_input_is_worth_what_theory_says() {
        let (input, costs) = samples(4000);
        // Hiring costs 300, waiting 450; who knows u waits below a third: 300 − 250 = 50.
        let found = value_of_input(&input, &costs).expect("there are samples");
        assert_eq!(found.decision, 0);
        assert!(found.value.low < 50.0 && 50.0 < found.value.high, "{found:?}");
        assert!((found.value.value - 50.0).abs() < 8.0, "{found:?}");
        assert!((found.changes - 1.0 / 3.0).abs() < 0.03, "{found:?}");
    }

    #[test]
    fn an_input_that_changes_no_decision_is_worth_nothing() {
        let (_, costs) = samples(2000);
        let mut chance = Chance::new(99);
        let other: Vec<f64> = (0..2000).map(|_| chance.uniform()).collect();
        let found = value_of_input(&other, &costs).expect("there are samples");
        assert!(found.value.value < 1.0 && found.changes < 0.05, "{found:?}");
    }

    #[test]
    fn few_samples_or_no_decisions_have_no_answer() {
        assert_eq!(value_of_input(&[1.0; 5], &[vec![1.0; 5]]), None);
        assert_eq!(value_of_input(&[1.0; 50], &[]), None);
    }
}
