//! Caution: reasons not to trust a result yet. Facts only; the words are the report's.

use super::estimate::Estimate;
use super::outcome::PolicyOutcome;
use crate::measures::{Measure, Measured, Scope, Unit};

/// A reason not to trust a result yet, or not to read it as more than it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Caution {
    /// More work comes for a role than its people can do.
    LoadAboveCapacity {
        /// Key of the role.
        role: String,
        /// Positions of the months in which it does.
        months: Vec<usize>,
        /// The greatest ratio of load to capacity.
        worst: f64,
    },
    /// Open items still pile up at the horizon, faster than arrivals grow.
    BacklogGrowing {
        /// Key of the stream.
        stream: String,
        /// Items more each month, over the last months.
        slope: f64,
        /// Open items in the last month.
        last: f64,
    },
    /// A share that decides something is not known well enough.
    IntervalTooWide {
        /// The measure.
        measure: Measure,
        /// Key of the scope.
        scope: String,
        /// Half the width of its interval.
        half_width: f64,
        /// What it should be at most.
        limit: f64,
    },
    /// The production calendar is extrapolated from this year on.
    CalendarExtrapolated {
        /// The first year that is not built in.
        year: i16,
    },
    /// Numbers that nobody has measured.
    AssumedInputs {
        /// How many.
        count: usize,
        /// Their paths in the scenario.
        paths: Vec<String>,
    },
    /// Too few replications for an interval to mean much.
    FewReplications {
        /// How many there were.
        replications: u64,
        /// How many there should be at least.
        least: u64,
    },
}

/// Half-width of a share of items in time from which it is not known well enough.
const WIDE_SHARE: f64 = 0.02;
/// The same for a share of months or of replications, which needs many more of them.
const WIDE_PROBABILITY: f64 = 0.1;
/// Fewer replications than this are few.
const FEW: u64 = 30;
/// Load over capacity above which more work comes than can be done.
const FULL: f64 = 1.0;
/// By how much the months that a backlog is worth may grow over the last months.
const GROWTH: f64 = 0.25;

impl Caution {
    /// Numbers that nobody has measured; `None` when there are none.
    pub(crate) fn of_assumed(paths: Vec<String>) -> Option<Self> {
        let count = paths.len();
        (count > 0).then_some(Self::AssumedInputs { count, paths })
    }
}

/// Every caution that the estimates of a policy give reason for.
pub(crate) fn cautions_of(policy: &PolicyOutcome) -> Vec<Caution> {
    let replications = policy.total.iter().map(|it| it.n).max().unwrap_or(0);
    let few = (replications < FEW).then_some(Caution::FewReplications { replications, least: FEW });
    let columns = 0..policy.columns.len();
    let per_column = columns.filter_map(|c| match policy.columns[c].measure {
        Measured::Known(Measure::OfferedLoad) => load_above_capacity(policy, c),
        Measured::Known(Measure::Backlog) => backlog_growing(policy, c),
        _ => interval_too_wide(policy, c),
    });
    per_column.chain(few).collect()
}

/// By month: the people whom the work of a role would keep busy ÷ the people who are there.
pub(crate) fn load_of(policy: &PolicyOutcome, role: &str) -> Option<Vec<f64>> {
    let load = policy.months_of(Measure::OfferedLoad, role)?;
    let people = policy.months_of(Measure::Headcount, role)?;
    let there = |month: usize| people[month].mean * availability(policy, role, month);
    Some(load.iter().enumerate().map(|(month, it)| it.mean / there(month)).collect())
}

fn load_above_capacity(policy: &PolicyOutcome, load: usize) -> Option<Caution> {
    let role = &policy.columns[load].scope;
    let months = load_of(policy, role)?.into_iter().enumerate();
    let above: Vec<(usize, f64)> = months.filter(|(_, ratio)| *ratio > FULL).collect();
    (!above.is_empty()).then(|| Caution::LoadAboveCapacity {
        role: role.clone(),
        worst: above.iter().map(|it| it.1).fold(0.0, f64::max),
        months: above.into_iter().map(|it| it.0).collect(),
    })
}

/// The part of paid time in which people are there: utilisation is busy ÷ paid and occupancy is
/// busy ÷ available, so their ratio is available ÷ paid. All of it where that is unknown.
fn availability(policy: &PolicyOutcome, role: &str, month: usize) -> f64 {
    let mean = |measure| Some(policy.months_of(measure, role)?.get(month)?.mean);
    let share = mean(Measure::Utilisation).zip(mean(Measure::Occupancy));
    let share = share.map_or(1.0, |(utilisation, occupancy)| utilisation / occupancy);
    if share > 0.0 { share.min(1.0) } else { 1.0 }
}

/// Looks at the last third of the horizon, three months at least. A backlog may grow with its
/// arrivals; it runs away when it grows faster and chance does not explain it.
fn backlog_growing(policy: &PolicyOutcome, backlog: usize) -> Option<Caution> {
    let stream = &policy.columns[backlog].scope;
    let open = policy.months(backlog);
    let arrivals = policy.months_of(Measure::Arrivals, stream)?;
    let from = open.len().checked_sub((open.len() / 3).max(3))?;
    let (first, last) = (&open[from], open.last()?);
    let worth = |month: usize| Some(open[month].mean / arrivals.get(month)?.mean);
    let grows = worth(open.len() - 1)? > worth(from)? * (1.0 + GROWTH);
    let clear = last.ci_low > first.ci_high && last.mean > 1.0;
    (grows && clear).then(|| Caution::BacklogGrowing {
        stream: stream.clone(),
        slope: slope(&open[from..]),
        last: last.mean,
    })
}

/// The least-squares slope of the means, a month.
fn slope(months: &[Estimate]) -> f64 {
    let centre = (months.len() as f64 - 1.0) / 2.0;
    let (mut across, mut along) = (0.0, 0.0);
    for (month, estimate) in months.iter().enumerate() {
        let x = month as f64 - centre;
        across += x * estimate.mean;
        along += x * x;
    }
    across / along
}

fn interval_too_wide(policy: &PolicyOutcome, c: usize) -> Option<Caution> {
    let Measured::Known(measure) = policy.columns[c].measure else { return None };
    let row = measure.row();
    if row.unit != Unit::Share || !matches!(row.scope, Scope::Sla | Scope::SlaOrAll) {
        return None;
    }
    let limit = if measure == Measure::SlaMet { WIDE_SHARE } else { WIDE_PROBABILITY };
    let half_width = policy.total[c].half_width();
    let scope = policy.columns[c].scope.clone();
    (half_width > limit).then_some(Caution::IntervalTooWide { measure, scope, half_width, limit })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::estimate::Kind;
    use crate::measure::Column;
    use crate::scenario::Text;

    /// A policy from (measure, mean of each month), with a spread of one per cent.
    fn policy(rows: &[(Measure, &[f64])], replications: usize) -> PolicyOutcome {
        let column = |&(measure, _): &(Measure, &[f64])| Column {
            measure: Measured::Known(measure),
            scope: "it".into(),
            unit: measure.row().unit,
            title: Text::default(),
            scope_title: Text::default(),
            monthly: true,
            target: None,
        };
        let estimate = |mean: &f64| {
            let values: Vec<f64> = (0..replications)
                .map(|i| mean * (1.0 + 0.01 * if i % 2 == 0 { 1.0 } else { -1.0 }))
                .collect();
            Estimate::of(&values, Kind::Amount)
        };
        PolicyOutcome {
            key: "as-is".into(),
            title: Text::default(),
            columns: rows.iter().map(column).collect(),
            total: rows.iter().map(|row| estimate(&row.1[0])).collect(),
            monthly: rows.iter().flat_map(|row| row.1.iter().map(estimate)).collect(),
        }
    }

    #[test]
    fn load_above_capacity_counts_only_people_who_are_there() {
        let rows: [(_, &[f64]); 4] = [
            (Measure::OfferedLoad, &[0.7, 0.85, 1.1]),
            (Measure::Headcount, &[1.0, 1.0, 1.0]),
            (Measure::Utilisation, &[0.64, 0.72, 0.8]),
            (Measure::Occupancy, &[0.8, 0.9, 1.0]),
        ];
        let found = cautions_of(&policy(&rows, 40));
        let Caution::LoadAboveCapacity { months, worst, .. } = &found[0] else {
            panic!("{found:?}");
        };
        assert_eq!((found.len(), months.as_slice()), (1, [1, 2].as_slice()));
        assert!((worst - 1.1 / 0.8).abs() < 1e-3);
    }

    #[test]
    fn a_backlog_that_grows_with_its_arrivals_is_no_reason_to_worry() {
        let steady: [(_, &[f64]); 2] = [
            (Measure::Backlog, &[10.0, 11.0, 12.0, 13.0]),
            (Measure::Arrivals, &[100.0, 110.0, 120.0, 130.0]),
        ];
        assert!(cautions_of(&policy(&steady, 40)).is_empty());
        let growing: [(_, &[f64]); 2] = [
            (Measure::Backlog, &[10.0, 20.0, 40.0, 60.0]),
            (Measure::Arrivals, &[100.0, 110.0, 120.0, 130.0]),
        ];
        let found = cautions_of(&policy(&growing, 40));
        let [Caution::BacklogGrowing { slope, last, .. }] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert!((slope - 20.0).abs() < 1e-9 && (last - 60.0).abs() < 1e-9);
    }

    #[test]
    fn few_replications_and_wide_shares_are_reported() {
        let rows: [(_, &[f64]); 1] = [(Measure::SlaMet, &[0.9])];
        let found = cautions_of(&policy(&rows, 2));
        assert!(matches!(
            found.as_slice(),
            [
                Caution::IntervalTooWide { measure: Measure::SlaMet, .. },
                Caution::FewReplications { replications: 2, least: 30 }
            ]
        ));
        assert!(cautions_of(&policy(&rows, 40)).is_empty());
    }

    #[test]
    fn assumptions_are_only_mentioned_when_there_are_any() {
        assert_eq!(Caution::of_assumed(Vec::new()), None);
    }
}
