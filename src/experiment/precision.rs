//! Precision: how many replications are enough.
//!
//! The rule of Hoad, Robinson and Davies (Journal of the Operational Research Society 61, 2010):
//! go on until Student's interval is narrow enough and stays so for five more replications
//! (n/100 times as many beyond 100), so that a lucky narrow moment does not end the run.

use super::estimate::Estimate;
use crate::statistics::{CONFIDENCE, Moments};
use std::ops::Range;

/// A rule that says when there have been enough replications.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// Half-width at most this: 0.005 is half a percentage point. (A width relative to the mean
    /// always looks narrow for shares near 1.)
    pub(crate) width: f64,
    /// Replications before the first look, at least 2.
    pub(crate) first: u64,
    /// For how many more replications it must stay narrow.
    pub(crate) look_ahead: u64,
}

impl Precision {
    /// The rule for shares, in percentage points. The first look comes after 10, because a few
    /// replications without one breach would look exact.
    pub(crate) fn percentage_points(points: f64) -> Self {
        Self { width: points / 100.0, first: 10, look_ahead: 5 }
    }

    /// The widest half-width of some estimates, if it is wider than was asked for.
    pub(crate) fn missed<'e>(&self, estimates: impl Iterator<Item = &'e Estimate>) -> Option<f64> {
        let halves = estimates.map(Estimate::half_width).filter(|half| *half > self.width);
        halves.max_by(f64::total_cmp)
    }

    fn is_narrow(&self, numbers: &Moments) -> bool {
        numbers.half_width(CONFIDENCE) <= self.width
    }

    /// For how many more replications it must stay narrow after `n`.
    fn look_ahead_after(&self, n: u64) -> u64 {
        self.look_ahead * n.max(100) / 100
    }
}

/// Watches one or more numbers of each replication until all are precise enough.
#[derive(Clone, Debug)]
pub(crate) struct PrecisionWatch {
    rule: Precision,
    numbers: Vec<Moments>,
    n: u64,
    narrow_since: Option<u64>,
}

impl PrecisionWatch {
    /// Watches `columns` numbers of each replication.
    pub(crate) fn new(rule: Precision, columns: usize) -> Self {
        Self { rule, numbers: vec![Moments::default(); columns], n: 0, narrow_since: None }
    }

    /// Takes in the numbers of the next replication; `NaN` is skipped. Once enough, always enough.
    pub(crate) fn push(&mut self, values: &[f64]) {
        if self.is_enough() {
            return;
        }
        self.n += 1;
        for (numbers, &value) in self.numbers.iter_mut().zip(values) {
            numbers.push(value);
        }
        // A number that is never defined has nothing to be precise about.
        let mut defined = self.numbers.iter().filter(|numbers| numbers.n() > 0);
        let narrow =
            self.n >= self.rule.first.max(2) && defined.all(|numbers| self.rule.is_narrow(numbers));
        self.narrow_since = narrow.then_some(self.narrow_since.unwrap_or(self.n));
    }

    /// Whether the intervals became narrow enough and stayed so.
    pub(crate) fn is_enough(&self) -> bool {
        self.narrow_since.is_some_and(|since| self.n >= since + self.rule.look_ahead_after(since))
    }
}

/// Runs batch after batch until `watch` has enough, or `limit` replications are done.
///
/// All replications of all batches are returned, in order: those of looking ahead are no worse
/// than the others. The batch is a number of the caller's and not of the threads, so that the
/// result does not depend on the machine. `None` when `run` says so (somebody stopped it).
pub(crate) fn replicate_until<R>(
    mut watch: PrecisionWatch,
    batch: u64,
    limit: u64,
    read: impl Fn(&R) -> Vec<f64>,
    mut run: impl FnMut(Range<u64>) -> Option<Vec<R>>,
) -> Option<Vec<R>> {
    let mut results = Vec::new();
    let mut from = 0;
    while from < limit && !watch.is_enough() {
        let to = limit.min(from + batch.max(1));
        let more = run(from..to)?;
        more.iter().for_each(|result| watch.push(&read(result)));
        results.extend(more);
        from = to;
    }
    Some(results)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(i: u64) -> f64 {
        10.0 + (((7 * i) % 11) as f64 - 5.0) * 0.5
    }

    /// The published rule: first look after 3, look ahead 5.
    fn published(width: f64) -> Precision {
        Precision { width, first: 3, look_ahead: 5 }
    }

    /// Replications that sufficed, without those of looking ahead.
    fn narrow_from(watch: &PrecisionWatch) -> Option<u64> {
        watch.narrow_since.filter(|_| watch.is_enough())
    }

    fn sufficient(rule: Precision) -> Option<u64> {
        let mut watch = PrecisionWatch::new(rule, 1);
        (0..1000).for_each(|i| watch.push(&[example(i)]));
        narrow_from(&watch)
    }

    #[test]
    fn the_published_rule_stops_where_it_should() {
        for (width, n) in [(1.0, 14), (0.5, 43), (0.4, 65), (0.3, 112)] {
            assert_eq!(sufficient(published(width)), Some(n), "{width}");
        }
    }

    #[test]
    fn what_is_wider_than_asked_for_is_told_by_the_widest() {
        let estimate = |spread: f64| {
            let values: Vec<f64> = (0..1_000).map(|it| 0.5 + spread * f64::from(it % 2)).collect();
            Estimate::of(&values, crate::experiment::estimate::Kind::Amount)
        };
        let all = [0.01, 0.2, 0.1].map(estimate);
        let rule = Precision::percentage_points(0.1);
        assert_eq!(rule.missed(all.iter()), Some(all[1].half_width()));
        assert_eq!(rule.missed(all[..1].iter()), None);
    }

    #[test]
    fn all_numbers_must_be_precise_and_undefined_ones_do_not_matter() {
        let mut watch = PrecisionWatch::new(published(0.5), 3);
        (0..200).for_each(|i| watch.push(&[example(i), 7.0, f64::NAN]));
        assert_eq!(narrow_from(&watch), Some(43));
        let mut watch = PrecisionWatch::new(published(0.5), 2);
        (0..200).for_each(|i| watch.push(&[7.0, 10.0 * example(i) - 80.0]));
        assert_eq!(narrow_from(&watch), None);
    }

    #[test]
    fn batches_end_after_the_look_ahead_or_at_the_limit() {
        let run = |range: Range<u64>| Some(range.map(example).collect());
        let watch = PrecisionWatch::new(published(0.5), 1);
        let read = |x: &f64| vec![*x];
        let found = replicate_until(watch.clone(), 16, 1000, read, run).expect("nobody stops it");
        assert_eq!(found.len(), 48);
        let found = replicate_until(watch.clone(), 16, 40, read, run).expect("nobody stops it");
        assert_eq!(found.len(), 40);
        assert_eq!(replicate_until(watch, 16, 40, read, |_| None), None);
    }
}
