//! Tornado: how far each uncertain input moves the answer when it is low and when it is high,
//! everything else being drawn as always.

use super::curve::{Line, sorted_points};
use super::interval::{Interval, jackknife};
use super::quantile;

/// What one input does to an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Effect {
    /// Mean answer with the input at its 10th percentile.
    pub(crate) low: Interval,
    /// Mean answer with the input at its 90th percentile.
    pub(crate) high: Interval,
    /// High − low.
    pub(crate) swing: Interval,
}

/// The effect of an input from runs in which every input was drawn.
///
/// The fifth of the runs around each percentile is fitted by a straight line, which is read at
/// the percentile. Undefined and infinite answers are left out.
pub(crate) fn effect(input: &[f64], output: &[f64]) -> Effect {
    let n = input.len().min(output.len());
    let at = |p: f64| move |chosen: &[usize]| local_mean(input, output, chosen, p);
    let swing = |chosen: &[usize]| {
        local_mean(input, output, chosen, 0.9) - local_mean(input, output, chosen, 0.1)
    };
    Effect { low: jackknife(n, at(0.1)), high: jackknife(n, at(0.9)), swing: jackknife(n, swing) }
}

/// Puts the longest bar first; inputs whose effect is unknown come last.
pub(crate) fn sort_bars(bars: &mut [(usize, Effect)]) {
    let length = |effect: &Effect| match effect.swing.value.abs() {
        unknown if unknown.is_nan() => -1.0,
        known => known,
    };
    bars.sort_by(|(_, a), (_, b)| length(b).total_cmp(&length(a)));
}

/// The mean answer where the input is at a quantile of its own.
fn local_mean(input: &[f64], output: &[f64], chosen: &[usize], p: f64) -> f64 {
    let points = sorted_points(input, output, chosen);
    let n = points.len();
    if n == 0 {
        return f64::NAN;
    }
    let inputs: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
    let wide = (n / 5).max(15).min(n);
    let centre = (p * n as f64) as usize;
    let from = centre.saturating_sub(wide / 2).min(n - wide);
    Line::through(&points[from..from + wide]).at(quantile(&inputs, p))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;

    /// 10 a + b² + noise, a and b uniform: at the percentiles of a 1 and 9 more, of b .01 and .81.
    fn example(runs: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
        let mut chance = Chance::new(5);
        let mut inputs = vec![Vec::new(); 3];
        let answer = |_| {
            let drawn = [chance.uniform(), chance.uniform(), chance.uniform()];
            inputs.iter_mut().zip(drawn).for_each(|(it, x)| it.push(x));
            drawn[0] + 10.0 * drawn[1] * drawn[1] + 0.5 * chance.normal()
        };
        let output = (0..runs).map(answer).collect();
        (inputs, output)
    }

    #[test]
    fn the_longest_bar_comes_first_and_reaches_the_right_answers() {
        let (inputs, output) = example(4000);
        let effects = inputs.iter().map(|input| effect(input, &output));
        let mut bars: Vec<_> = effects.enumerate().collect();
        sort_bars(&mut bars);
        assert_eq!((bars[0].0, bars[1].0, bars[2].0), (1, 0, 2));
        let top = bars[0].1;
        assert!((top.low.value - 0.6).abs() < 0.1, "{top:?}");
        assert!((top.high.value - 8.6).abs() < 0.1, "{top:?}");
        assert!((top.swing.value - 8.0).abs() < 0.15 && top.swing.high < 8.5);
        let second = bars[1].1.swing;
        assert!(second.low < 0.8 && 0.8 < second.high, "{second:?}");
        let none = bars[2].1.swing;
        assert!(none.low < 0.0 && 0.0 < none.high, "{none:?}");
    }

    #[test]
    fn a_few_runs_are_fitted_by_one_line() {
        let input: Vec<f64> = (0..11).map(f64::from).collect();
        let output: Vec<f64> = input.iter().map(|x| 2.0 * x).collect();
        let found = effect(&input, &output);
        assert!((found.low.value - 2.0).abs() < 1e-9 && (found.high.value - 18.0).abs() < 1e-9);
    }

    #[test]
    fn an_answer_that_never_came_has_no_effect_and_comes_last() {
        let mut bars = [
            (0, effect(&[1.0, 2.0], &[f64::INFINITY; 2])),
            (1, effect(&[1.0, 2.0, 3.0], &[1.0; 3])),
        ];
        sort_bars(&mut bars);
        assert_eq!((bars[0].0, bars[1].0), (1, 0));
    }
}
