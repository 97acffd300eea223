//! The rows of `fit.csv` while they are measured, and what could not be.

use super::numbers::{Parameter, Unlearnt};
use crate::fit::columns::Columns;
use crate::fit::recognise::{Field, Recognised};
use crate::statistics::Interval;

/// What was measured so far.
pub(super) struct Rows<'a> {
    pub(super) all: Vec<Parameter>,
    pub(super) unlearnt: Vec<Unlearnt>,
    recognised: &'a Recognised,
    columns: &'a Columns,
}

impl<'a> Rows<'a> {
    pub(super) fn new(recognised: &'a Recognised, columns: &'a Columns) -> Self {
        Self { all: Vec::new(), unlearnt: Vec::new(), recognised, columns }
    }

    /// The headers of the columns that some fields were taken from.
    pub(super) fn source(&self, fields: &[Field]) -> String {
        let places: Vec<usize> = fields.iter().filter_map(|it| self.recognised.at(*it)).collect();
        self.headers(&places)
    }

    /// The headers of some columns.
    pub(super) fn headers(&self, places: &[usize]) -> String {
        let headers = places.iter().map(|it| self.columns.all[*it].header.as_str());
        headers.collect::<Vec<_>>().join("; ")
    }

    #[allow(clippy::too_many_arguments)] // The columns of one row of `fit.csv`.
    pub(super) fn add(
        &mut self,
        name: &'static str,
        scope: &str,
        unit: &'static str,
        interval: Interval,
        n: u64,
        method: &'static str,
        source: &str,
    ) {
        let (scope, source) = (scope.to_owned(), source.to_owned());
        self.all.push(Parameter { name, scope, unit, interval, n, method, source });
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn optional(
        &mut self,
        name: &'static str,
        scope: &str,
        unit: &'static str,
        interval: Option<Interval>,
        n: u64,
        method: &'static str,
        source: &str,
    ) {
        if let Some(interval) = interval {
            self.add(name, scope, unit, interval, n, method, source);
        }
    }

    /// What the export does not tell, if it does not.
    pub(super) fn unlearnt_if(&mut self, is_missing: bool, what: Unlearnt) {
        self.unlearnt.extend(is_missing.then_some(what));
    }
}
