//! Schema: the columns of a part.

use parquet::basic::{ConvertedType, Repetition, Type as Physical};
use parquet::errors::{ParquetError, Result};
use parquet::schema::types::{Type, TypePtr};
use std::io;
use std::sync::Arc;

/// Columns before those of the months.
pub(super) const BEFORE_MONTHS: usize = 6;

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
