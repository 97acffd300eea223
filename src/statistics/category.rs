//! Category: how an answer depends on something that has no order, such as the reading of a document.
//!
//! What a curve is for a number, the mean of each category is here: the share of variance is the
//! correlation ratio less what chance alone would seem to explain (ε², Kelley 1935).

use super::Moments;
use super::information::{InputValue, value_by};
use super::interval::{Interval, jackknife};
use super::tornado::Effect;

/// A category for each run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Category<'a> {
    pub(crate) drawn: &'a [usize],
    /// How many there are.
    pub(crate) count: usize,
}

impl Category<'_> {
    /// The mean answer in each category, from some of the runs.
    fn means(self, output: &[f64], chosen: &[usize]) -> Vec<Moments> {
        let mut means = vec![Moments::default(); self.count];
        let finite = chosen.iter().filter(|&&run| output[run].is_finite());
        finite.for_each(|&run| means[self.drawn[run]].push(output[run]));
        means
    }

    /// The two categories whose answers are furthest apart, in their own order, and what going from
    /// one to the other does.
    pub(crate) fn effect(self, output: &[f64]) -> (usize, usize, Effect) {
        let n = self.drawn.len().min(output.len());
        let all: Vec<usize> = (0..n).collect();
        let means = self.means(output, &all);
        let seen = (0..self.count).filter(|&it| means[it].n() > 0);
        let order = |one: &usize, two: &usize| means[*one].mean().total_cmp(&means[*two].mean());
        let (least, most) = (seen.clone().min_by(order), seen.max_by(order));
        let (least, most) = (least.unwrap_or(0), most.unwrap_or(0));
        let (first, last) = (least.min(most), least.max(most));
        let mean = |of: usize| move |chosen: &[usize]| self.means(output, chosen)[of].mean();
        let swing = |chosen: &[usize]| {
            let means = self.means(output, chosen);
            means[last].mean() - means[first].mean()
        };
        let effect = Effect {
            low: jackknife(n, mean(first)),
            high: jackknife(n, mean(last)),
            swing: jackknife(n, swing),
        };
        (first, last, effect)
    }

    /// The share of the answer's variance that is due to the category alone.
    pub(crate) fn share(self, output: &[f64]) -> Interval {
        let n = self.drawn.len().min(output.len());
        let share = |chosen: &[usize]| {
            let means = self.means(output, chosen);
            let finite = chosen.iter().filter(|&&run| output[run].is_finite());
            let (mut all, mut left, mut runs) = (Moments::default(), 0.0, 0.0);
            for &run in finite {
                all.push(output[run]);
                left += (output[run] - means[self.drawn[run]].mean()).powi(2);
                runs += 1.0;
            }
            let fitted = means.iter().filter(|it| it.n() > 0).count() as f64;
            if runs < 10.0 {
                return f64::NAN;
            }
            1.0 - left / (runs - fitted) / all.variance()
        };
        jackknife(n, share).within(0.0, 1.0)
    }

    /// What knowing the category beforehand is worth to a decision, as for a number.
    pub(crate) fn value(self, costs: &[Vec<f64>]) -> Option<InputValue> {
        value_by(self.drawn.len(), costs, |own, learnt| {
            let means = self.means(own, learnt);
            let overall: Moments = learnt.iter().map(|&run| own[run]).collect();
            // A category that one half has never seen tells that half nothing.
            let mean = move |of: &Moments| if of.n() > 0 { of.mean() } else { overall.mean() };
            let means: Vec<f64> = means.iter().map(mean).collect();
            Box::new(move |run| means[self.drawn[run]])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;

    /// Three categories in turn with means 0, 4 and 1, and noise of standard deviation 1.
    fn example(runs: usize, means: [f64; 3]) -> (Vec<usize>, Vec<f64>) {
        let mut chance = Chance::new(23);
        let drawn: Vec<usize> = (0..runs).map(|_| (3.0 * chance.uniform()) as usize).collect();
        let output = drawn.iter().map(|it| means[*it] + chance.normal()).collect();
        (drawn, output)
    }

    #[test]
    fn the_effect_is_that_of_the_two_furthest_apart() {
        let (drawn, output) = example(3000, [0.0, 4.0, 1.0]);
        let (first, last, effect) = Category { drawn: &drawn, count: 3 }.effect(&output);
        assert_eq!((first, last), (0, 1));
        assert!(effect.swing.low < 4.0 && 4.0 < effect.swing.high, "{effect:?}");
        let (_, output) = example(3000, [4.0, 1.0, 0.0]);
        let (first, last, effect) = Category { drawn: &drawn, count: 3 }.effect(&output);
        assert_eq!((first, last), (0, 2));
        assert!(effect.swing.high < 0.0, "the sign is that of their own order: {effect:?}");
    }

    #[test]
    fn the_share_is_the_correlation_ratio_and_nothing_by_chance() {
        let (drawn, output) = example(4000, [0.0, 4.0, 1.0]);
        // Variance between means 0, 4 and 1 is 26/9, and 1 within.
        let share = Category { drawn: &drawn, count: 3 }.share(&output);
        assert!((share.value - 26.0 / 35.0).abs() < 0.02, "{share:?}");
        assert!(share.low < 26.0 / 35.0 && 26.0 / 35.0 < share.high);
        let (_, noise) = example(200, [0.0; 3]);
        assert!(Category { drawn: &drawn[..200], count: 3 }.share(&noise).value < 0.05);
    }

    #[test]
    fn knowing_the_category_is_worth_what_theory_says() {
        let mut chance = Chance::new(5);
        let drawn: Vec<usize> = (0..2000).map(|_| (2.0 * chance.uniform()) as usize).collect();
        // Waiting costs 0 or 900 and acting 300: who knows waits in one half and saves 150 on 300.
        let wait = drawn.iter().map(|it| 900.0 * *it as f64 + 10.0 * chance.normal()).collect();
        let costs = vec![vec![300.0; 2000], wait];
        let found = Category { drawn: &drawn, count: 2 }.value(&costs).expect("there are samples");
        assert!(found.decision == 0 && (found.value.value - 150.0).abs() < 15.0, "{found:?}");
        assert_eq!(Category { drawn: &drawn[..5], count: 2 }.value(&[vec![1.0; 5]]), None);
    }
}
