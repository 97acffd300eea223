//! Rows: some rows of a part in memory, column by column, and the schema of the file.

use crate::measure::{Column, Readings};
use parquet::basic::{ConvertedType, Repetition, Type as Physical};
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::schema::types::{Type, TypePtr};
use std::io;
use std::sync::Arc;

/// Columns before those of the months.
pub(super) const BEFORE_MONTHS: usize = 6;

/// Some rows.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) replication: Vec<i64>,
    pub(super) names: [Vec<ByteArray>; 3],
    pub(super) value: Vec<f64>,
    pub(super) trials: Vec<i32>,
    pub(super) months: Vec<Vec<f64>>,
    pub(super) month_trials: Vec<Vec<i32>>,
}

impl Rows {
    /// No rows yet.
    pub(super) fn new(months: usize) -> Self {
        Self {
            months: vec![Vec::new(); months],
            month_trials: vec![Vec::new(); months],
            ..Self::default()
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.value.len()
    }

    /// Adds what one replication of a policy gave.
    pub(super) fn push(
        &mut self,
        replication: u64,
        policy: &str,
        columns: &[Column],
        own: &Readings,
    ) {
        let months = self.months.len();
        let rows = columns.len();
        assert_eq!((own.total.len(), own.monthly.len()), (rows, rows * months));
        self.replication.extend(std::iter::repeat_n(replication as i64, rows));
        let policy = ByteArray::from(policy);
        let [policies, measures, scopes] = &mut self.names;
        policies.extend(std::iter::repeat_n(policy, rows));
        measures.extend(columns.iter().map(|it| ByteArray::from(it.measure.key())));
        scopes.extend(columns.iter().map(|it| ByteArray::from(it.scope.as_str())));
        self.value.extend(&own.total);
        self.trials.extend(own.total_trials.iter().map(|&it| it as i32));
        for (month, values) in self.months.iter_mut().enumerate() {
            values.extend(own.monthly.iter().skip(month).step_by(months));
        }
        for (month, trials) in self.month_trials.iter_mut().enumerate() {
            let own = own.monthly_trials.iter().skip(month).step_by(months);
            trials.extend(own.map(|&it| it as i32));
        }
    }

    /// What one replication of a policy gave: so many rows from `at`.
    pub(super) fn readings(&self, at: usize, rows: usize) -> Readings {
        let months = self.months.len();
        let mut monthly = vec![f64::NAN; rows * months];
        let mut monthly_trials = vec![0; rows * months];
        for month in 0..months {
            let own = &self.months[month][at..at + rows];
            let places = monthly.iter_mut().skip(month).step_by(months);
            places.zip(own).for_each(|(place, it)| *place = *it);
            let own = &self.month_trials[month][at..at + rows];
            let places = monthly_trials.iter_mut().skip(month).step_by(months);
            places.zip(own).for_each(|(place, it)| *place = *it as u32);
        }
        Readings {
            total: self.value[at..at + rows].to_vec(),
            monthly,
            total_trials: self.trials[at..at + rows].iter().map(|&it| it as u32).collect(),
            monthly_trials,
        }
    }
}

/// The columns of a file.
pub(super) fn schema(months: &[String]) -> Result<TypePtr> {
    let column = |name: &str, physical: Physical| {
        let converted = match physical {
            Physical::BYTE_ARRAY => ConvertedType::UTF8,
            _ => ConvertedType::NONE,
        };
        let column = Type::primitive_type_builder(name, physical);
        let column = column.with_repetition(Repetition::REQUIRED).with_converted_type(converted);
        column.build().map(Arc::new)
    };
    let mut columns = vec![column("replication", Physical::INT64)?];
    for name in ["policy", "measure", "scope"] {
        columns.push(column(name, Physical::BYTE_ARRAY)?);
    }
    columns.push(column("value", Physical::DOUBLE)?);
    columns.push(column("trials", Physical::INT32)?);
    for month in months {
        columns.push(column(month, Physical::DOUBLE)?);
    }
    for month in months {
        columns.push(column(&format!("{month} trials"), Physical::INT32)?);
    }
    Type::group_type_builder("staffcast").with_fields(columns).build().map(Arc::new)
}

/// What went wrong with a file, as the system said it.
pub(super) fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::new(io::ErrorKind::InvalidData, other),
    }
}
