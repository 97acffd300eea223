//! Queues as scenario files: small enough to read, and to run as they stand.

use super::reader::column_of;
use super::row::{Family, Found, Row};
use super::sample::{Bench, column};
use super::{Case, Depth, theory};
use crate::measure::Prepared;
use crate::measures::Measure;

/// A file of `scenarios/verification`, and the replications that narrow every mean to 0.5 %.
struct File {
    name: &'static str,
    text: &'static str,
    family: Family,
    /// Millions of customers in a replication.
    size: f64,
    replications: u64,
}

macro_rules! file {
    ($name:literal, $family:ident, $size:literal, $replications:literal) => {
        File {
            name: $name,
            text: include_str!(concat!("../../scenarios/verification/", $name, ".toml")),
            family: Family::$family,
            size: $size,
            replications: $replications,
        }
    };
}

const FILES: [File; 11] = [
    file!("mm1", Waiting, 0.14, 160),
    file!("mm3", Waiting, 0.17, 120),
    file!("mm10", Waiting, 0.35, 120),
    file!("mg1-deterministic", Waiting, 0.14, 60),
    file!("mg1-erlang2", Waiting, 0.14, 100),
    file!("mg1-exponential", Waiting, 0.14, 160),
    file!("mg1-lognormal", Waiting, 0.14, 800),
    file!("officehours", OfficeHours, 0.16, 130),
    file!("priority-nonpreemptive", Priorities, 0.1, 160),
    file!("priority-preemptive", Priorities, 0.1, 160),
    file!("absence", Priorities, 0.18, 160),
];

/// Every file.
pub(crate) fn cases(depth: Depth) -> Vec<Case> {
    let cases = FILES.iter().map(|file| {
        let millions = depth.millions(file.size * file.replications as f64);
        let replications = (millions / file.size).ceil().max(4.0) as u64;
        Case {
            key: file.name.to_owned(),
            family: file.family,
            cost: millions,
            quick: ["officehours", "absence"].contains(&file.name),
            run: Box::new(move |bench| verify(file, replications, bench)),
        }
    });
    cases.collect()
}

fn verify(file: &File, replications: u64, bench: &Bench<'_>) -> Option<Vec<Row>> {
    let scenario = bench.scenario(file.name, file.text);
    let prepared = Prepared::new(&scenario);
    let samples = bench.totals(&prepared, replications)?;
    let rows = theory::of(file.name).into_iter().map(|(name, exact)| {
        let (measure, scope) = name.split_once('[').unwrap_or((name, ""));
        let measure = match measure {
            "mean_wait" => Measure::Wait,
            "mean_sojourn" => Measure::Sojourn,
            _ => Measure::SlaMet,
        };
        let position = column_of(&prepared, measure, scope.trim_end_matches(']'));
        bench.row(name, exact, Found::mean(column(&samples, position)))
    });
    Some(rows.collect())
}
