//! Sobol: how much of an answer's variance is due to each uncertain input, and how much to chance.
//!
//! First-order indices (Sobol 1993) from given runs, without a design of their own: the share of
//! variance that a curve through one input explains, less what chance alone would seem to
//! (ε², Kelley 1935; the same correction as in adjusted R²).

use super::Moments;
use super::curve::{Curve, sorted_points};
use super::interval::{Interval, jackknife};

/// The share of the answer's variance that is due to one input alone:
/// Var(E\[answer | input\]) ÷ Var(answer), with its interval.
///
/// One number of each run; undefined and infinite answers are left out.
/// `NaN` with fewer than about ten runs or an answer that never varies.
pub(crate) fn first_order(input: &[f64], output: &[f64]) -> Interval {
    let n = input.len().min(output.len());
    jackknife(n, |chosen| explained(input, output, chosen)).within(0.0, 1.0)
}

fn explained(input: &[f64], output: &[f64], chosen: &[usize]) -> f64 {
    let points = sorted_points(input, output, chosen);
    let n = points.len() as f64;
    if points.len() < 10 {
        return f64::NAN;
    }
    let curve = Curve::through(&points);
    let all: Moments = points.iter().map(|(_, y)| *y).collect();
    let left = points.iter().map(|(x, y)| (y - curve.at(*x)).powi(2));
    let left = left.sum::<f64>() / (n - curve.parameters() as f64);
    1.0 - left / all.variance()
}

/// The variance of an answer, split by the law of total variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct VarianceSplit {
    /// Of single runs.
    pub(crate) total: f64,
    /// Share that is due to not knowing the inputs: measuring them better would remove it.
    pub(crate) inputs: Interval,
    /// Share that is due to chance: nothing removes it.
    pub(crate) chance: Interval,
}

/// Splits the variance by pairs of runs that share their inputs and not their chance.
///
/// The share of the inputs is the intraclass correlation of the pairs (Fisher 1925; one-way
/// analysis of variance). Pairs with an undefined or infinite answer are left out.
pub(crate) fn split_variance(pairs: &[[f64; 2]]) -> VarianceSplit {
    let finite = |pair: &&[f64; 2]| pair.iter().all(|it| it.is_finite());
    let pairs: Vec<[f64; 2]> = pairs.iter().filter(finite).copied().collect();
    let all = |chosen: &[usize]| components(&pairs, chosen);
    let everything: Vec<usize> = (0..pairs.len()).collect();
    let (between, within) = all(&everything);
    let share = jackknife(pairs.len(), |chosen| {
        let (between, within) = all(chosen);
        between / (between + within)
    })
    .within(0.0, 1.0);
    VarianceSplit {
        total: between + within,
        inputs: share,
        chance: Interval { value: 1.0 - share.value, low: 1.0 - share.high, high: 1.0 - share.low },
    }
}

/// Variance between and within pairs, both unbiased.
fn components(pairs: &[[f64; 2]], chosen: &[usize]) -> (f64, f64) {
    let chosen = || chosen.iter().map(|&i| pairs[i]);
    let means: Moments = chosen().map(|[a, b]| (a + b) / 2.0).collect();
    let within = chosen().map(|[a, b]| (a - b) * (a - b) / 2.0).sum::<f64>() / means.n() as f64;
    (means.variance() - within / 2.0, within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;
    use std::f64::consts::PI;

    fn draws(inputs: usize, runs: usize) -> Vec<Vec<f64>> {
        let mut chance = Chance::new(11);
        let mut draw = || (0..runs).map(|_| chance.uniform()).collect();
        (0..inputs).map(|_| draw()).collect()
    }

    fn indices(inputs: &[Vec<f64>], output: &[f64]) -> Vec<Interval> {
        inputs.iter().map(|input| first_order(input, output)).collect()
    }

    fn check(found: &[Interval], exact: &[f64], within: f64) {
        for (found, exact) in found.iter().zip(exact) {
            assert!((found.value - exact).abs() < within, "{found:?} {exact}");
            let slack = 0.005;
            assert!(found.low - slack <= *exact && *exact <= found.high + slack);
        }
    }

    #[test]
    fn indices_of_the_ishigami_function_are_found_from_given_runs() {
        let mut inputs = draws(3, 8192);
        inputs.iter_mut().flatten().for_each(|u| *u = (2.0 * *u - 1.0) * PI);
        let answer = |r: usize| {
            let [a, b, c] = [inputs[0][r], inputs[1][r], inputs[2][r]];
            a.sin() + 7.0 * b.sin().powi(2) + 0.1 * c.powi(4) * a.sin()
        };
        let output: Vec<f64> = (0..8192).map(answer).collect();
        let found = indices(&inputs, &output);
        check(&found, &[0.313_905_2, 0.442_411_1, 0.0], 0.03);
    }

    #[test]
    fn indices_of_the_g_function_are_found_from_given_runs() {
        let inputs = draws(8, 4096);
        let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
        let factor = |i: usize, r: usize| ((4.0 * inputs[i][r] - 2.0).abs() + a[i]) / (1.0 + a[i]);
        let answer = |r| (0..8).map(|i| factor(i, r)).product();
        let output: Vec<f64> = (0..4096).map(answer).collect();
        let found = indices(&inputs, &output);
        let exact =
            [0.716_192, 0.179_048, 0.023_676, 0.007_162, 7.16e-5, 7.16e-5, 7.16e-5, 7.16e-5];
        check(&found, &exact, 0.03);
    }

    #[test]
    fn an_input_without_effect_gets_none_even_from_few_runs() {
        let inputs = draws(2, 200);
        let output: Vec<f64> = inputs[0].iter().map(|x| 3.0 * x).collect();
        assert!(first_order(&inputs[0], &output).value > 0.999);
        assert!(first_order(&inputs[1], &output).value < 0.05);
        assert!(first_order(&inputs[0], &[1.0; 200]).value.is_nan());
    }

    #[test]
    fn variance_splits_into_inputs_and_chance_and_adds_up() {
        let mut chance = Chance::new(3);
        let pair = |_| {
            let input = 3.0 * chance.normal();
            [input + 4.0 * chance.normal(), input + 4.0 * chance.normal()]
        };
        let pairs: Vec<[f64; 2]> = (0..4000).map(pair).collect();
        let found = split_variance(&pairs);
        assert!((found.total - 25.0).abs() < 1.0, "{found:?}");
        assert!((found.inputs.value - 0.36).abs() < 0.03, "{found:?}");
        assert!(found.inputs.low < 0.36 && 0.36 < found.inputs.high);
        assert!((found.inputs.value + found.chance.value - 1.0).abs() < 1e-12);
    }

    #[test]
    fn without_chance_all_variance_is_due_to_inputs() {
        let pairs: Vec<[f64; 2]> = (0..50).map(|i| [f64::from(i); 2]).collect();
        assert_eq!(split_variance(&pairs).inputs.value, 1.0);
    }
}
