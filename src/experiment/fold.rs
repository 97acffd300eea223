//! Fold: the readings of one replication after another become an outcome.

use super::estimate::{Estimate, Kind, Series};
use super::outcome::{Comparison, Outcome, PolicyOutcome};
use crate::measure::{Column, Readings};
use crate::parts::ByColumn;
use crate::scenario::Text;
use crate::statistics::{Kept, Moments, Pair};
use std::ops::Range;
use std::sync::Arc;

/// Monthly numbers that are kept for quantiles, of all policies together: a month has as many
/// numbers as there are columns, so this is what bounds the memory of a long experiment (64
/// million of eight bytes). With more replications the quantiles of a month come from an even part
/// of them.
const KEPT_NUMBERS: usize = 64 << 20;
/// Replications whose months are kept, at least and at most.
const KEPT_MONTHS: (usize, usize) = (32, 1024);

/// A policy before its first replication.
#[derive(Clone, Debug)]
pub(crate) struct PolicyHead {
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// What is measured.
    pub(crate) columns: Arc<[Column]>,
}

/// All policies side by side, fed some replications at a time.
pub(crate) struct StudyFold {
    policies: Vec<PolicyFold>,
    replications: u64,
}

impl StudyFold {
    /// Before the first replication; the first policy is the baseline. The months of so many replications are
    /// kept ([`months_kept`]).
    pub(crate) fn new(policies: Vec<PolicyHead>, months: usize, kept: usize) -> Self {
        let baseline = policies.first().map(|head| Arc::clone(&head.columns));
        let baseline = baseline.unwrap_or_else(|| Arc::from(Vec::new()));
        let fold = |(p, head)| PolicyFold::new(head, months, kept, (p > 0).then_some(&*baseline));
        Self { policies: policies.into_iter().enumerate().map(fold).collect(), replications: 0 }
    }

    /// Takes in the next replications: the readings of every policy, in their order.
    pub(crate) fn push(&mut self, next: &(impl ByColumn + ?Sized)) {
        self.replications += next.replications() as u64;
        for (position, policy) in self.policies.iter_mut().enumerate() {
            policy.push(next, position);
        }
    }

    /// The outcome of all replications so far.
    pub(crate) fn outcome(&self, seed: u64, months: Vec<String>) -> Outcome {
        let (mut policies, mut comparisons) = (Vec::new(), Vec::new());
        for (p, fold) in self.policies.iter().enumerate() {
            comparisons.extend(fold.pairs.iter().map(|(column, _, pair)| Comparison {
                policy: p,
                baseline: 0,
                column: *column,
                difference: pair.difference(),
            }));
            policies.push(fold.outcome());
        }
        Outcome { policies, comparisons, replications: self.replications, seed, months }
    }
}

/// Of how many replications the months are kept.
pub(crate) fn months_kept(policies: &[PolicyHead], months: usize) -> usize {
    let numbers = |head: &PolicyHead| months * monthly_columns(head).count();
    let numbers: usize = policies.iter().map(numbers).sum();
    (KEPT_NUMBERS / numbers.max(1)).clamp(KEPT_MONTHS.0, KEPT_MONTHS.1)
}

/// The outcome of replications that are all in memory: for each policy, its readings in order.
pub(crate) fn fold_readings(
    policies: Vec<PolicyHead>,
    readings: Vec<Vec<Readings>>,
    seed: u64,
    months: Vec<String>,
) -> Outcome {
    let kept = months_kept(&policies, months.len());
    let mut fold = StudyFold::new(policies, months.len(), kept);
    let mut all: Vec<_> = readings.into_iter().map(Vec::into_iter).collect();
    loop {
        let row: Vec<Readings> = all.iter_mut().filter_map(Iterator::next).collect();
        if row.is_empty() {
            return fold.outcome(seed, months);
        }
        fold.push(&*row);
    }
}

/// A column of one replication, averaged over some of its `months` months (positions); months in
/// which it is undefined are left out. The interval of such a mean is not to be had from the
/// estimates of the months, because the months of a replication depend on each other.
pub(crate) fn mean_over_months(
    readings: &Readings,
    column: usize,
    months: usize,
    span: Range<usize>,
) -> f64 {
    let own = readings.monthly.iter().skip(column * months);
    let chosen = own.take(months).take(span.end).skip(span.start);
    chosen.copied().collect::<Moments>().mean()
}

/// Positions of the columns that have months.
fn monthly_columns(head: &PolicyHead) -> impl Iterator<Item = usize> + '_ {
    (0..head.columns.len()).filter(|&column| head.columns[column].monthly)
}

/// One policy's numbers so far.
struct PolicyFold {
    head: PolicyHead,
    months: usize,
    total: Vec<Series>,
    monthly: Vec<Moments>,
    /// The months of some replications: of the columns that have months, one after another.
    kept: Kept<Box<[f64]>>,
    /// Own column, the baseline's column of the same measure and scope, and both together.
    pairs: Vec<(usize, usize, Pair)>,
}

impl PolicyFold {
    fn new(head: PolicyHead, months: usize, kept: usize, baseline: Option<&[Column]>) -> Self {
        let same = |column: &Column| {
            let mut baseline = baseline?.iter();
            baseline.position(|it| it.measure == column.measure && it.scope == column.scope)
        };
        let columns = head.columns.iter().enumerate();
        let pairs = columns.filter_map(|(c, column)| Some((c, same(column)?, Pair::default())));
        Self {
            pairs: pairs.collect(),
            months,
            total: vec![Series::default(); head.columns.len()],
            monthly: vec![Moments::default(); head.columns.len() * months],
            kept: Kept::new(kept),
            head,
        }
    }

    /// Column by column: what is estimated of one stays at hand while its numbers pass by.
    fn push(&mut self, next: &(impl ByColumn + ?Sized), policy: usize) {
        for (column, series) in self.total.iter_mut().enumerate() {
            let (values, trials) = next.total(policy, column);
            values.iter().zip(trials).for_each(|(&value, &of)| series.push_share(value, of));
        }
        let (head, months) = (&self.head, self.months);
        for column in monthly_columns(head) {
            let own = &mut self.monthly[column * months..(column + 1) * months];
            for (month, moments) in own.iter_mut().enumerate() {
                let (values, trials) = next.month(policy, column, month);
                values.iter().zip(trials).for_each(|(&value, &of)| moments.push_share(value, of));
            }
        }
        for replication in 0..next.replications() {
            self.kept.offer(|| {
                let of_column = |column| {
                    (0..months).map(move |it| next.month(policy, column, it).0[replication])
                };
                monthly_columns(head).flat_map(of_column).collect()
            });
        }
        for (column, other, pair) in &mut self.pairs {
            let (own, baseline) = (next.total(policy, *column).0, next.total(0, *other).0);
            own.iter().zip(baseline).for_each(|(own, baseline)| pair.push(*own, *baseline));
        }
    }

    fn outcome(&self) -> PolicyOutcome {
        let PolicyHead { key, title, columns } = self.head.clone();
        PolicyOutcome { total: self.totals(), monthly: self.months(), key, title, columns }
    }

    fn totals(&self) -> Vec<Estimate> {
        let columns = self.total.iter().zip(&*self.head.columns);
        columns.map(|(series, column)| series.estimate(Kind::of(column))).collect()
    }

    fn months(&self) -> Vec<Estimate> {
        let mut numbers = Vec::with_capacity(self.kept.items().len());
        let mut estimates = vec![Estimate::NONE; self.monthly.len()];
        for (row, column) in monthly_columns(&self.head).enumerate() {
            let kind = Kind::of(&self.head.columns[column]);
            for month in 0..self.months {
                let (cell, place) = (column * self.months + month, row * self.months + month);
                let kept = self.kept.items().iter().map(|it| it[place]);
                numbers.clear();
                numbers.extend(kept.filter(|number| !number.is_nan()));
                estimates[cell] = Estimate::from_parts(&self.monthly[cell], &mut numbers, kind);
            }
        }
        estimates
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{Measure, Measured, Unit};

    fn column(measure: Measure, unit: Unit, monthly: bool) -> Column {
        Column {
            measure: Measured::Known(measure),
            scope: "all".into(),
            unit,
            title: Text::default(),
            scope_title: Text::default(),
            monthly,
            target: None,
        }
    }

    fn head(key: &str, columns: Vec<Column>) -> PolicyHead {
        PolicyHead { key: key.into(), title: Text::default(), columns: columns.into() }
    }

    fn example() -> Outcome {
        let cost = column(Measure::Cost, Unit::Money, true);
        let met = column(Measure::SlaAllMet, Unit::Share, false);
        let heads = vec![
            head("as-is", vec![cost.clone(), met.clone()]),
            head("more", vec![met, column(Measure::Visits, Unit::Items, false), cost]),
        ];
        let nan = f64::NAN;
        let base = |x: f64| Readings::amounts(vec![x, 0.0], vec![x, nan, nan, nan]);
        let more = |x: f64| Readings {
            total_trials: vec![1, 0, 0],
            ..Readings::amounts(vec![1.0, f64::NAN, x + 5.0], vec![nan, nan, nan, nan, 1.0, x])
        };
        let numbers = [1.0, 2.0, 3.0];
        let readings = vec![numbers.map(base).to_vec(), numbers.map(more).to_vec()];
        fold_readings(heads, readings, 7, vec!["2026-02".into(), "2026-03".into()])
    }

    #[test]
    fn numbers_are_found_by_measure_and_scope() {
        let outcome = example();
        assert_eq!((outcome.replications, outcome.seed), (3, 7));
        let more = &outcome.policies[1];
        assert_eq!(more.total_of(Measure::Cost, "all").map(|it| it.mean), Some(7.0));
        assert!(more.total_of(Measure::Cost, "nobody").is_none());
        let months = more.months_of(Measure::Cost, "all").expect("it is there");
        assert_eq!((months[0].sd, months[1].p50), (0.0, 2.0));
        assert_eq!(more.months_of(Measure::Visits, "all").map(<[_]>::len), Some(0));
        assert_eq!(outcome.policies[0].total_of(Measure::Visits, "all"), None);
    }

    #[test]
    fn policies_are_compared_in_the_columns_that_both_have() {
        let outcome = example();
        assert_eq!(outcome.comparisons.len(), 2);
        let cost = outcome.comparison(1, Measure::Cost, "all").expect("both have it");
        assert_eq!((cost.difference.mean, cost.difference.sd), (5.0, 0.0));
        assert!(outcome.comparison(1, Measure::Visits, "all").is_none());
    }

    #[test]
    fn months_are_averaged_within_a_replication() {
        let readings = Readings::amounts(vec![0.0; 2], vec![9.0, 9.0, 9.0, 1.0, f64::NAN, 3.0]);
        assert_eq!(mean_over_months(&readings, 1, 3, 0..3), 2.0);
        assert_eq!(mean_over_months(&readings, 1, 3, 2..9), 3.0);
        assert!(mean_over_months(&readings, 1, 3, 1..2).is_nan());
    }

    #[test]
    fn three_successes_in_three_replications_are_no_certainty() {
        let outcome = example();
        let met = outcome.policies[1].total_of(Measure::SlaAllMet, "all");
        assert!(met.is_some_and(|it| it.mean == 1.0 && it.ci_low < 0.3));
    }
}
