//! The files of a run: CSV with every number, and what is needed to get them again.

use super::cautions;
use super::run::Told;
use crate::experiment::{Caution, Estimate, Outcome, PolicyOutcome, cautions_of};
use crate::measure::Column;
use crate::measures::Unit;
use crate::report::Dialect;
use crate::scenario::{Range, Text};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

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

/// What a run was, for those who want to repeat or trust it: no clock, no paths of the machine.
///
/// `files` are what is written beside it; `overrides` are those of the command line.
pub(crate) fn run_json(told: Told<'_>, overrides: &[(String, String)], files: &[String]) -> Value {
    let (study, scenario) = (told.study, told.scenario);
    let read = study.files.iter().map(|(name, digest)| {
        let name = Path::new(name).file_name().map(|it| it.to_string_lossy());
        json!({ "name": name, "sha256": digest })
    });
    let policies =
        study.policies.iter().map(|it| json!({ "key": it.key, "title": title(&it.title) }));
    let inputs = scenario.inputs.iter().map(|it| {
        let (min, mode, max) = match it.range {
            Range::Uniform { min, max } => (min, None, max),
            Range::Triangular { min, mode, max } => (min, Some(mode), max),
        };
        let stated = |value: f64| rounded(value / it.scale);
        json!({
            "path": it.path,
            "title": title(&it.title),
            "unit": it.unit,
            "min": stated(min),
            "mode": mode.map(stated),
            "max": stated(max),
            "source": it.source,
        })
    });
    let overrides = overrides.iter().map(|(path, value)| json!({ "path": path, "value": value }));
    json!({
        "program": "staffcast",
        "version": env!("CARGO_PKG_VERSION"),
        "scenario": {
            "name": scenario.name,
            "title": title(&scenario.title),
            "files": read.collect::<Vec<_>>(),
            "overrides": overrides.collect::<Vec<_>>(),
        },
        "seed": told.outcome.seed,
        "replications": told.outcome.replications,
        "months": told.outcome.months,
        "policies": policies.collect::<Vec<_>>(),
        "inputs": inputs.collect::<Vec<_>>(),
        "cautions": cautions(told),
        "files": files,
    })
}

fn title(text: &Text) -> Value {
    json!({ "ru": text.ru, "en": text.en })
}

/// Nine digits: 120 minutes are not 119.99999999999999.
fn rounded(value: f64) -> f64 {
    format!("{value:.9}").parse().unwrap_or(value)
}

/// Cautions of one policy and kind in one entry, with what they are about.
fn cautions(told: Told<'_>) -> Vec<Value> {
    let mut found = Vec::new();
    let mut add = |policy: &PolicyOutcome, key: Option<&str>, all: &[Caution]| {
        for same in cautions::by_kind(all) {
            let words = cautions::of_kind(told, policy, &same);
            let about: Vec<Value> = same.iter().flat_map(|it| about(it)).collect();
            found.push(json!({
                "policy": key,
                "kind": kind(same[0]),
                "reason": words.reason,
                "advice": words.advice,
                "about": about,
            }));
        }
    };
    for policy in &told.outcome.policies {
        add(policy, Some(&policy.key), &cautions_of(policy));
    }
    let of_scenario = cautions::of_scenario(told.scenario);
    add(told.baseline(), None, &of_scenario);
    found
}

/// Keys and paths that a caution is about.
fn about(caution: &Caution) -> Vec<Value> {
    let one = |key: &str| vec![json!(key)];
    match caution {
        Caution::LoadAboveCapacity { role, .. } => one(role),
        Caution::BacklogGrowing { stream, .. } => one(stream),
        Caution::IntervalTooWide { measure, scope, .. } => {
            one(&format!("{} {scope}", measure.key()))
        }
        Caution::CalendarExtrapolated { year } => vec![json!(year)],
        Caution::AssumedInputs { paths, .. } => paths.iter().map(|it| json!(it)).collect(),
        Caution::FewReplications { .. } => Vec::new(),
    }
}

fn kind(caution: &Caution) -> &'static str {
    match caution {
        Caution::LoadAboveCapacity { .. } => "load-above-capacity",
        Caution::BacklogGrowing { .. } => "backlog-growing",
        Caution::IntervalTooWide { .. } => "interval-too-wide",
        Caution::CalendarExtrapolated { .. } => "calendar-extrapolated",
        Caution::AssumedInputs { .. } => "assumed-inputs",
        Caution::FewReplications { .. } => "few-replications",
    }
}
