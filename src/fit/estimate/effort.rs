//! Effort: mean and spread of the work that was logged, also where it was rounded.

use super::spread::{self, moments};
use crate::fit::ticket::Ticket;
use crate::statistics::{Interval, Moments, jackknife};
use statrs::function::erf::erf;
use std::collections::BTreeMap;

/// Fewer tickets than this say nothing.
const LEAST: usize = 20;
/// Steps in which people round, in minutes.
const STEPS: [f64; 6] = [60.0, 30.0, 20.0, 15.0, 10.0, 5.0];

/// How rounded times are measured.
const ROUNDED: &str = "lognormal of rounded times, maximum likelihood; jackknife";

/// The work of a class.
pub(super) struct Logged {
    pub(super) mean: Interval,
    pub(super) cv: Interval,
    pub(super) n: u64,
    /// How the mean and how the cv were measured.
    pub(super) method: &'static str,
    pub(super) cv_method: &'static str,
}

pub(super) fn effort(tickets: &[&Ticket]) -> Option<Logged> {
    let minutes: Vec<f64> = tickets.iter().filter_map(|it| it.effort).map(f64::from).collect();
    let n = minutes.len();
    if n < LEAST {
        return None;
    }
    let sum: f64 = minutes.iter().sum();
    let near = |it: f64, step: f64| ((it / step).round() - it / step).abs() < 1e-4;
    let rounded = STEPS.into_iter().find(|step| minutes.iter().all(|it| near(*it, *step)));
    // Rounding to a quarter of an hour moves a mean of ten minutes.
    if let Some(step) = rounded.filter(|it| *it > 0.2 * sum / n as f64) {
        let of = |chosen: &[usize]| rounded_lognormal(&minutes, chosen, step);
        let cv = jackknife(n, |it| of(it).1).within(0.0, f64::INFINITY);
        return Some(Logged {
            mean: jackknife(n, |it| of(it).0),
            cv,
            n: n as u64,
            method: ROUNDED,
            cv_method: ROUNDED,
        });
    }
    let (cv, cv_method) = spread::cv(&minutes);
    let mean = jackknife(n, |it| moments(&minutes, it).0);
    Some(Logged { mean, cv, n: n as u64, method: "mean; jackknife", cv_method })
}

/// Minutes that escalated tickets take beyond the mean of their class, and how many they are.
pub(super) fn after_escalation(
    tickets: &[Ticket],
    means: &[Option<f64>],
) -> Option<(Interval, u64)> {
    let escalated = tickets.iter().filter(|it| it.is_escalated);
    let beyond = escalated
        .filter_map(|it| Some(f64::from(it.effort?) - (*means.get(usize::from(it.class?))?)?));
    let beyond: Moments = beyond.collect();
    let enough = beyond.n() >= LEAST as u64 && beyond.mean() > 0.0;
    enough.then(|| (Interval::of_mean(&beyond).within(0.0, f64::INFINITY), beyond.n()))
}

/// Mean and coefficient of variation of the lognormal distribution whose rounded values these are;
/// whatever is below one and a half steps was written as one.
fn rounded_lognormal(minutes: &[f64], chosen: &[usize], step: f64) -> (f64, f64) {
    let mut counts: BTreeMap<u64, f64> = BTreeMap::new();
    chosen
        .iter()
        .for_each(|it| *counts.entry((minutes[*it] / step).round() as u64).or_default() += 1.0);
    let normal = |x: f64| 0.5 * (1.0 + erf(x / std::f64::consts::SQRT_2));
    let likelihood = |mu: f64, sigma: f64| -> f64 {
        let below = |steps: f64| normal((libm::log(steps * step) - mu) / sigma);
        let cell = |(steps, count): (&u64, &f64)| {
            let from = if *steps <= 1 { 0.0 } else { below(*steps as f64 - 0.5) };
            count * libm::log((below(*steps as f64 + 0.5) - from).max(1e-300))
        };
        counts.iter().map(cell).sum()
    };
    let (mean, cv) = moments(minutes, chosen);
    let spread = libm::log1p(cv * cv);
    let (mut mu, mut sigma) = (libm::log(mean) - spread / 2.0, spread.sqrt().max(0.2));
    let mut best = likelihood(mu, sigma);
    // A pattern search on a smooth hill of two dimensions.
    let mut stride = 0.2;
    while stride > 1e-4 {
        let moves = [(stride, 0.0), (-stride, 0.0), (0.0, stride), (0.0, -stride)];
        let better = moves.into_iter().find_map(|(x, y)| {
            let (next_mu, next_sigma) = (mu + x, (sigma + y).max(0.05));
            let value = likelihood(next_mu, next_sigma);
            (value > best).then_some((next_mu, next_sigma, value))
        });
        match better {
            Some(it) => (mu, sigma, best) = it,
            None => stride /= 2.0,
        }
    }
    (libm::exp(mu + sigma * sigma / 2.0), libm::expm1(sigma * sigma).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_rounded_to_quarters_of_an_hour_give_the_mean_they_were_rounded_from() {
        // Quantiles of a lognormal distribution with mean 20 and cv 1.2.
        let sigma: f64 = libm::log1p(1.44_f64).sqrt();
        let mu = libm::log(20.0) - sigma * sigma / 2.0;
        let normal = statrs::distribution::Normal::standard();
        let quantile = |it: f64| statrs::distribution::ContinuousCDF::inverse_cdf(&normal, it);
        let exact: Vec<f64> = (0..2000)
            .map(|it| libm::exp(mu + sigma * quantile((f64::from(it) + 0.5) / 2000.0)))
            .collect();
        let rounded: Vec<f64> =
            exact.iter().map(|it| (it / 15.0).round().max(1.0) * 15.0).collect();
        let chosen: Vec<usize> = (0..rounded.len()).collect();
        let naive = moments(&rounded, &chosen).0;
        let (mean, cv) = rounded_lognormal(&rounded, &chosen, 15.0);
        assert!(naive > 22.0, "{naive}");
        assert!((mean / 20.0 - 1.0).abs() < 0.02 && (cv / 1.2 - 1.0).abs() < 0.05, "{mean} {cv}");
    }
}
