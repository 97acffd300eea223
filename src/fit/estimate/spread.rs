//! How much efforts of one class vary: the coefficient of variation and its interval.
//!
//! Of a skewed distribution the standard deviation of a sample is too small nearly always, and once in a
//! while much too large: a few rare tickets make it up, and its 95 % interval holds the truth in 75 to
//! 90 % of samples. Where the lognormal distribution is the likelier of two, its spread is therefore told
//! by the differences of all tickets (Gini's coefficient), which rests on no single one.

use crate::statistics::{Interval, Moments, jackknife};
use statrs::distribution::{ContinuousCDF, Normal};
use statrs::function::gamma::{digamma, ln_gamma};

/// The coefficient of variation of amounts above zero, and how it was measured.
pub(super) fn cv(minutes: &[f64]) -> (Interval, &'static str) {
    if !is_lognormal(minutes) {
        let cv = jackknife(minutes.len(), |it| moments(minutes, it).1);
        return (cv.within(0.0, f64::INFINITY), "moments; jackknife");
    }
    let mut order: Vec<usize> = (0..minutes.len()).collect();
    order.sort_by(|a, b| minutes[*a].total_cmp(&minutes[*b]));
    let mut is_chosen = vec![false; minutes.len()];
    // Of its logarithm, whose interval is symmetric.
    let logarithm = jackknife(minutes.len(), |chosen| {
        is_chosen.fill(false);
        chosen.iter().for_each(|it| is_chosen[*it] = true);
        let sorted = order.iter().filter(|it| is_chosen[**it]).map(|it| minutes[*it]);
        libm::log(cv_of_gini(gini(sorted, chosen.len() as f64)))
    });
    let [value, low, high] = [logarithm.value, logarithm.low, logarithm.high].map(libm::exp);
    (Interval { value, low, high }, "lognormal, by Gini's coefficient; jackknife of the logarithm")
}

/// Mean and coefficient of variation of some of the tickets.
pub(super) fn moments(minutes: &[f64], chosen: &[usize]) -> (f64, f64) {
    let n = chosen.len() as f64;
    let mean = chosen.iter().map(|it| minutes[*it]).sum::<f64>() / n;
    let squares =
        chosen.iter().map(|it| (minutes[*it] - mean) * (minutes[*it] - mean)).sum::<f64>();
    (mean, (squares / (n - 1.0)).sqrt() / mean)
}

/// Whether the amounts are likelier lognormal than gamma distributed, each at its most likely.
fn is_lognormal(minutes: &[f64]) -> bool {
    let logarithms: Moments = minutes.iter().map(|it| libm::log(*it)).collect();
    let mean = minutes.iter().sum::<f64>() / minutes.len() as f64;
    let (mean_log, variance) = (logarithms.mean(), logarithms.variance());
    let skewed = libm::log(mean) - mean_log;
    if !(skewed > 1e-9 && variance > 1e-9) {
        return false;
    }
    // Newton's steps to the shape of the gamma distribution (Minka 2002, "Estimating a Gamma
    // distribution"), from an approximation that is within 1.5 %.
    let root = ((skewed - 3.0) * (skewed - 3.0) + 24.0 * skewed).sqrt();
    let mut shape = (3.0 - skewed + root) / (12.0 * skewed);
    for _ in 0..5 {
        let slope = (digamma(1.0001 * shape) - digamma(shape)) / (0.0001 * shape);
        let off = libm::log(shape) - digamma(shape) - skewed;
        shape = 1.0 / (1.0 / shape + off / (shape * shape * (1.0 / shape - slope)));
    }
    // A ticket's mean logarithm of the likelihood.
    let gamma =
        shape * libm::log(shape / mean) - ln_gamma(shape) + (shape - 1.0) * mean_log - shape;
    let lognormal = -mean_log - 0.5 * libm::log(2.0 * std::f64::consts::PI * variance) - 0.5;
    lognormal > gamma
}

/// Half the mean difference of two amounts, over their mean.
fn gini(sorted: impl Iterator<Item = f64>, n: f64) -> f64 {
    let (mut sum, mut ranked) = (0.0, 0.0);
    for (rank, amount) in sorted.enumerate() {
        sum += amount;
        ranked += (2.0 * rank as f64 + 1.0 - n) * amount;
    }
    ranked / (sum * (n - 1.0))
}

/// The coefficient of variation of the lognormal distribution with this coefficient of Gini: with σ of
/// the logarithms, Gini's coefficient is 2 Φ(σ ÷ √2) − 1.
fn cv_of_gini(gini: f64) -> f64 {
    let sigma = std::f64::consts::SQRT_2 * Normal::standard().inverse_cdf((1.0 + gini) / 2.0);
    libm::expm1(sigma * sigma).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amounts at even places of a distribution.
    fn places(quantile: impl Fn(f64) -> f64) -> Vec<f64> {
        (0..4000).map(|it| quantile((f64::from(it * 997 % 4000) + 0.5) / 4000.0)).collect()
    }

    #[test]
    fn a_lognormal_distribution_has_the_cv_of_its_whole_tail() {
        let sigma = libm::log1p(1.3 * 1.3_f64).sqrt();
        let minutes = places(|it| libm::exp(sigma * Normal::standard().inverse_cdf(it)));
        let (cv, _) = cv(&minutes);
        assert!((cv.value / 1.3 - 1.0).abs() < 0.005, "{cv:?}");
        // Its places end before the tail does.
        assert!(moments(&minutes, &(0..4000).collect::<Vec<_>>()).1 < 1.29);
    }

    #[test]
    fn an_exponential_distribution_is_not_taken_for_a_lognormal_one() {
        let (cv, method) = cv(&places(|it| -libm::log(1.0 - it)));
        assert!((cv.value - 1.0).abs() < 0.01, "{cv:?}");
        assert!(method.starts_with("moments"));
    }

    #[test]
    fn efforts_that_are_all_alike_do_not_vary() {
        assert_eq!(cv(&[5.0; 40]).0.value, 0.0);
    }
}
