//! The CSV files of a run: every number.

use crate::experiment::{Estimate, Outcome, PolicyOutcome};
use crate::measure::Column;
use crate::measures::Unit;
use crate::report::Dialect;
use serde::Serialize;

/// A row of `summary.csv`.
type SummaryRow<'a> = (OfPolicy<'a>, Estimated<'a>, Replications);
/// A row of `monthly.csv`.
type MonthlyRow<'a> = (OfMonth<'a>, Estimated<'a>);

#[derive(Default, Serialize)]
struct OfPolicy<'a> {
    policy: &'a str,
}

#[derive(Default, Serialize)]
struct OfMonth<'a> {
    policy: &'a str,
    month: &'a str,
}

#[derive(Default, Serialize)]
struct Estimated<'a> {
    measure: &'a str,
    scope: &'a str,
    unit: &'a str,
    mean: String,
    ci_low: String,
    ci_high: String,
    p10: String,
    p50: String,
    p90: String,
}

#[derive(Default, Serialize)]
struct Replications {
    replications: u64,
}

/// A row of `comparison.csv`.
#[derive(Default, Serialize)]
struct ComparisonRow<'a> {
    policy: &'a str,
    baseline: &'a str,
    measure: &'a str,
    scope: &'a str,
    unit: &'a str,
    difference: String,
    ci_low: String,
    ci_high: String,
}

/// Every measure of every policy over the whole horizon.
pub(crate) fn summary_csv(outcome: &Outcome, currency: &str, dialect: Dialect) -> Vec<u8> {
    let mut rows: Vec<SummaryRow<'_>> = Vec::new();
    for PolicyOutcome { key: policy, columns, total, .. } in &outcome.policies {
        rows.extend(columns.iter().zip(total).map(|(column, it)| {
            let estimated = estimated(column, it, currency, dialect);
            (OfPolicy { policy }, estimated, Replications { replications: it.n })
        }));
    }
    dialect.file(rows)
}

/// Every measure of every policy, month by month.
pub(crate) fn monthly_csv(outcome: &Outcome, currency: &str, dialect: Dialect) -> Vec<u8> {
    let mut rows: Vec<MonthlyRow<'_>> = Vec::new();
    for policy in &outcome.policies {
        for (index, column) in policy.columns.iter().enumerate() {
            rows.extend(outcome.months.iter().zip(policy.months(index)).map(|(month, it)| {
                let of = OfMonth { policy: &policy.key, month };
                (of, estimated(column, it, currency, dialect))
            }));
        }
    }
    dialect.file(rows)
}

/// Every policy against the baseline.
pub(crate) fn comparison_csv(outcome: &Outcome, currency: &str, dialect: Dialect) -> Vec<u8> {
    dialect.file(outcome.comparisons.iter().map(|it| {
        let policy = &outcome.policies[it.policy];
        let column = &policy.columns[it.column];
        ComparisonRow {
            policy: &policy.key,
            baseline: &outcome.policies[it.baseline].key,
            measure: column.measure.key(),
            scope: &column.scope,
            unit: unit(column.unit, currency),
            difference: dialect.number(it.difference.mean),
            ci_low: dialect.number(it.difference.ci_low),
            ci_high: dialect.number(it.difference.ci_high),
        }
    }))
}

fn estimated<'a>(
    column: &'a Column,
    it: &Estimate,
    currency: &'a str,
    dialect: Dialect,
) -> Estimated<'a> {
    Estimated {
        measure: column.measure.key(),
        scope: &column.scope,
        unit: unit(column.unit, currency),
        mean: dialect.number(it.mean),
        ci_low: dialect.number(it.ci_low),
        ci_high: dialect.number(it.ci_high),
        p10: dialect.number(it.p10),
        p50: dialect.number(it.p50),
        p90: dialect.number(it.p90),
    }
}

/// A unit as CSV files name it.
pub(crate) fn unit(unit: Unit, currency: &str) -> &str {
    match unit {
        Unit::Share => "share",
        Unit::Items => "items",
        Unit::People => "people",
        Unit::Hours => "h",
        Unit::Days => "days",
        Unit::Money => currency,
        Unit::Number => "number",
    }
}
