//! `fit.csv`: every measured number in a row.

use crate::fit::Fitted;
use crate::report::Dialect;
use serde::Serialize;

#[derive(Default, Serialize)]
struct Record {
    parameter: &'static str,
    scope: String,
    unit: &'static str,
    value: String,
    ci_low: String,
    ci_high: String,
    n: u64,
    method: &'static str,
    source: String,
}

/// The file.
pub(crate) fn fit_csv(fitted: &Fitted, dialect: Dialect) -> Vec<u8> {
    dialect.file(fitted.numbers.parameters.iter().map(|it| Record {
        parameter: it.name,
        scope: it.scope.clone(),
        unit: it.unit,
        value: dialect.number(it.interval.value),
        ci_low: dialect.number(it.interval.low),
        ci_high: dialect.number(it.interval.high),
        n: it.n,
        method: it.method,
        source: it.source.clone(),
    }))
}
