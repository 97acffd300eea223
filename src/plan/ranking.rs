//! Ranking: which of many plans is best, without being fooled by the luckiest.
//!
//! Plans are compared in pairs of replications that share their chance; less is better (a cost).
//! The winner's own mean is the best of many and thus too good: evaluate it again on
//! replications that had no part in choosing it ([`fresh_estimate`]).
//! Sources: Nelson, Swann, Goldsman and Song (Operations Research 49, 2001) for screening;
//! Kim and Nelson (ACM TOMACS 11, 2001) for the sequential procedure.

use crate::experiment::{Estimate, Kind, Moments, t_quantile};
use std::ops::Range;

/// The fully sequential procedure of Kim and Nelson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct KimNelson {
    /// Replications of every plan before the first look; at least 2.
    pub(crate) first: u64,
    /// Differences below this are not worth finding; above 0.
    pub(crate) indifference: f64,
    /// The probability of choosing the best plan when it is better by the indifference.
    pub(crate) confidence: f64,
    /// Replications at most; the best so far is chosen then.
    pub(crate) limit: u64,
}

/// What was chosen, and how.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Selection {
    /// The plan chosen.
    pub(crate) best: usize,
    /// Plans that could not be told from it at the end, itself included, in order.
    pub(crate) survivors: Vec<usize>,
    /// Mean of each plan over the replications it was given.
    pub(crate) means: Vec<f64>,
    /// Replications that each plan was given.
    pub(crate) replications: Vec<u64>,
    /// Whether the procedure ended by itself; its guarantee holds only then.
    pub(crate) decided: bool,
}

impl KimNelson {
    /// The constant η for `k` plans.
    pub(crate) fn eta(&self, k: usize) -> f64 {
        let share = 2.0 * (1.0 - self.confidence) / (k as f64 - 1.0);
        (libm::pow(share, -2.0 / self.freedom()) - 1.0) / 2.0
    }

    /// The constant h² for `k` plans.
    pub(crate) fn h_squared(&self, k: usize) -> f64 {
        2.0 * self.eta(k) * self.freedom()
    }

    fn freedom(&self) -> f64 {
        self.first.max(2) as f64 - 1.0
    }

    /// Chooses among plans `0..k`; `evaluate` is the cost of a plan in a replication.
    ///
    /// Panics without plans.
    pub(crate) fn select(
        &self,
        k: usize,
        mut evaluate: impl FnMut(usize, u64) -> f64,
    ) -> Selection {
        self.select_rows(k, |plans, replication| {
            let cost = |&plan: &usize| evaluate(plan, replication);
            plans.iter().map(cost).collect()
        })
    }

    /// The same, one replication of all remaining plans at a time, so that the caller can
    /// run them in parallel.
    pub(crate) fn select_rows(
        &self,
        k: usize,
        mut evaluate: impl FnMut(&[usize], u64) -> Vec<f64>,
    ) -> Selection {
        assert!(k > 0, "there is a plan to choose");
        let first = self.first.max(2);
        let mut alive: Vec<usize> = (0..k).collect();
        let rows: Vec<Vec<f64>> = (0..first).map(|r| evaluate(&alive, r)).collect();
        let variance = Variances::of(&rows, k);
        let mut sums: Vec<f64> = (0..k).map(|i| rows.iter().map(|row| row[i]).sum()).collect();
        let mut replications = vec![first; k];
        let scale = self.h_squared(k) / self.indifference;
        let mut r = first;
        let decided = loop {
            let slack = |i, l| {
                let slack = scale * variance.of_difference(i, l) - self.indifference * r as f64;
                slack.max(0.0) / 2.0
            };
            let beaten = |&i: &usize| alive.iter().any(|&l| sums[i] > sums[l] + slack(i, l));
            let kept: Vec<usize> = alive.iter().copied().filter(|i| !beaten(i)).collect();
            let pairs = |i: usize| kept.iter().map(move |&l| (i, l));
            let mut open = kept.iter().flat_map(|&i| pairs(i));
            let exact = open.all(|(i, l)| i == l || slack(i, l) == 0.0);
            alive = kept;
            if alive.len() == 1 || exact {
                break true;
            }
            if r >= self.limit {
                break false;
            }
            for (&i, cost) in alive.iter().zip(evaluate(&alive, r)) {
                sums[i] += cost;
                replications[i] += 1;
            }
            r += 1;
        };
        let means: Vec<f64> = (0..k).map(|i| sums[i] / replications[i] as f64).collect();
        let best = alive.iter().copied();
        let best = best.min_by(|&i, &l| means[i].total_cmp(&means[l]));
        Selection { best: best.unwrap_or(0), survivors: alive, means, replications, decided }
    }
}

/// Plans that may still be the best, from a few replications of each (`costs[plan][replication]`,
/// sharing their chance): the best is among them with the given confidence.
pub(crate) fn screen(costs: &[Vec<f64>], confidence: f64) -> Vec<usize> {
    let n = costs.iter().map(Vec::len).min().unwrap_or(0);
    if costs.len() < 2 || n < 2 {
        return (0..costs.len()).collect();
    }
    let each = 1.0 - (1.0 - confidence) / (costs.len() as f64 - 1.0);
    let t = t_quantile(each, n as f64 - 1.0);
    let beaten_by = |i: usize, l: usize| {
        let pairs = costs[i].iter().zip(&costs[l]);
        let difference: Moments = pairs.map(|(a, b)| a - b).collect();
        difference.mean() > t * (difference.variance() / n as f64).sqrt()
    };
    let beaten = |i: usize| (0..costs.len()).any(|l| l != i && beaten_by(i, l));
    (0..costs.len()).filter(|&i| !beaten(i)).collect()
}

/// The chosen plan on replications that had no part in choosing it.
pub(crate) fn fresh_estimate(
    best: usize,
    replications: Range<u64>,
    kind: Kind,
    mut evaluate: impl FnMut(usize, u64) -> f64,
) -> Estimate {
    let numbers: Vec<f64> = replications.map(|r| evaluate(best, r)).collect();
    Estimate::of(&numbers, kind)
}

/// Variances of the differences of every two plans in the first replications.
struct Variances {
    k: usize,
    of_pairs: Vec<f64>,
}

impl Variances {
    fn of(rows: &[Vec<f64>], k: usize) -> Self {
        let mut of_pairs = Vec::with_capacity(k * (k - 1) / 2);
        for i in 0..k {
            for l in 0..i {
                let difference: Moments = rows.iter().map(|row| row[i] - row[l]).collect();
                of_pairs.push(difference.variance());
            }
        }
        Self { k, of_pairs }
    }

    fn of_difference(&self, i: usize, l: usize) -> f64 {
        debug_assert!(i < self.k && l < self.k);
        if i == l {
            return 0.0;
        }
        let (low, high) = (i.min(l), i.max(l));
        self.of_pairs[high * (high - 1) / 2 + low]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::toy::Chance;

    fn procedure(first: u64) -> KimNelson {
        KimNelson { first, indifference: 0.5, confidence: 0.95, limit: 5_000 }
    }

    #[test]
    fn the_constants_are_the_published_ones() {
        for (k, first, eta, h_squared) in [
            (2, 10, 0.334_05, 6.0129),
            (5, 10, 0.634_967, 11.429_41),
            (10, 10, 0.859_083, 15.4635),
            (24, 20, 0.386_284, 14.678_79),
        ] {
            assert!((procedure(first).eta(k) - eta).abs() < 1e-6);
            assert!((procedure(first).h_squared(k) - h_squared).abs() < 1e-4);
        }
    }

    /// Plan 7 of 12 is cheapest by `gap`; chance is shared but for a part.
    fn cost(plan: usize, replication: u64, gap: f64) -> f64 {
        let shared = Chance::new(replication).normal();
        let own = Chance::new(1_000_000 + replication * 64 + plan as u64).normal();
        let mean = if plan == 7 { 10.0 - gap } else { 10.0 };
        mean + 3.0 * shared + 0.5 * own
    }

    #[test]
    fn the_best_plan_is_found_and_poor_ones_are_given_up_early() {
        let (rounds, mut right, mut spent) = (200, 0, 0);
        for round in 0..rounds {
            let found = procedure(10).select(12, |plan, r| cost(plan, r + round * 10_000, 0.5));
            assert!(found.decided && found.survivors == [found.best]);
            right += u64::from(found.best == 7);
            spent += found.replications.iter().sum::<u64>();
        }
        assert!(right * 100 >= rounds * 95, "{right} of {rounds}");
        assert!(spent < rounds * 12 * 30, "{spent}");
    }

    #[test]
    fn equal_plans_end_with_one_of_them() {
        let found = procedure(10).select(3, |_, r| r as f64);
        assert!(found.decided && found.best == 0);
        assert_eq!(found.survivors, [0, 1, 2]);
    }

    #[test]
    fn the_limit_leaves_what_could_not_be_told_apart() {
        let short = KimNelson { indifference: 0.001, limit: 15, ..procedure(10) };
        let found = short.select(12, |plan, r| cost(plan, r, 0.01));
        assert!(!found.decided && found.survivors.len() > 1);
        assert!(found.survivors.contains(&found.best));
    }

    #[test]
    fn screening_keeps_the_best_and_drops_the_hopeless() {
        let row = |plan| (0..20).map(|r| cost(plan, r, 2.0)).collect();
        let costs: Vec<Vec<f64>> = (0..12).map(row).collect();
        assert_eq!(screen(&costs, 0.95), [7]);
        assert_eq!(screen(&costs[..1], 0.95), [0]);
    }

    #[test]
    fn the_winner_is_judged_on_fresh_replications() {
        let found = fresh_estimate(7, 50_000..50_400, Kind::Amount, |p, r| cost(p, r, 0.5));
        assert!(found.ci_low < 9.5 && 9.5 < found.ci_high, "{found:?}");
    }
}
