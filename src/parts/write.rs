//! Write: the replications of a shard into its file, as they come.

use super::checksum;
use super::identity::{Identity, Shard};
use super::rows::{Rows, io_error, schema};
use crate::measure::{Column, Readings};
use parquet::basic::Compression;
use parquet::data_type::{ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::ColumnPath;
use std::fs::File;
use std::io;
use std::sync::Arc;

/// Rows that are written at once: what writer and reader hold in memory.
const ROWS: usize = 1 << 15;

/// A part that is being written.
pub struct PartWriter {
    writer: SerializedFileWriter<File>,
    rows: Rows,
    failed: Option<io::Error>,
}

impl PartWriter {
    /// Begins the file of a shard.
    pub fn new(
        file: File,
        identity: &Identity,
        shard: Shard,
        months: &[String],
    ) -> io::Result<Self> {
        let range = shard.range(identity.total);
        let about = [
            ("version", identity.version.clone()),
            ("command", serde_json::Value::from(identity.command.clone()).to_string()),
            ("scenario", identity.scenario.clone()),
            ("seed", identity.seed.to_string()),
            ("total", identity.total.to_string()),
            ("shard", shard.to_string()),
            ("range", format!("{}..{}", range.start, range.end)),
        ];
        let about = about.map(|(key, value)| KeyValue::new(format!("staffcast.{key}"), value));
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::None)
            .set_offset_index_disabled(true)
            .set_key_value_metadata(Some(about.to_vec()));
        // Numbers of many replications hardly ever repeat; names and counts do.
        for column in months.iter().map(String::as_str).chain(["value"]) {
            let column = ColumnPath::from(column);
            properties = properties.set_column_dictionary_enabled(column, false);
        }
        let schema = schema(months).map_err(io_error)?;
        let writer = SerializedFileWriter::new(file, schema, Arc::new(properties.build()));
        Ok(Self { writer: writer.map_err(io_error)?, rows: Rows::new(months.len()), failed: None })
    }

    /// Takes in what one replication of a policy gave. What cannot be written is told by [`finish`].
    ///
    /// [`finish`]: Self::finish
    pub fn push(&mut self, replication: u64, policy: &str, columns: &[Column], own: &Readings) {
        if self.failed.is_none() {
            self.rows.push(replication, policy, columns, own);
            if self.rows.len() >= ROWS {
                self.failed = self.write().err().map(io_error);
            }
        }
    }

    /// Whether the file cannot be written: further work would be lost.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// Writes the rest and the checksum.
    pub fn finish(mut self) -> io::Result<()> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        self.write().map_err(io_error)?;
        let checksum = KeyValue::new(checksum::KEY.to_owned(), checksum::UNKNOWN.to_owned());
        self.writer.append_key_value_metadata(checksum);
        let mut file = self.writer.into_inner().map_err(io_error)?;
        checksum::seal(&mut file)
    }

    fn write(&mut self) -> Result<()> {
        if self.rows.len() == 0 {
            return Ok(());
        }
        let months = self.rows.months.len();
        let rows = std::mem::replace(&mut self.rows, Rows::new(months));
        let mut group = self.writer.next_row_group()?;
        column::<Int64Type>(&mut group, &rows.replication)?;
        for names in &rows.names {
            column::<ByteArrayType>(&mut group, names)?;
        }
        column::<DoubleType>(&mut group, &rows.value)?;
        column::<Int32Type>(&mut group, &rows.trials)?;
        for month in &rows.months {
            column::<DoubleType>(&mut group, month)?;
        }
        for month in &rows.month_trials {
            column::<Int32Type>(&mut group, month)?;
        }
        group.close().map(drop)
    }
}

fn column<D: DataType>(
    group: &mut SerializedRowGroupWriter<'_, File>,
    values: &[D::T],
) -> Result<()> {
    let Some(mut column) = group.next_column()? else {
        return Err(parquet::errors::ParquetError::General("a column too many".into()));
    };
    column.typed::<D>().write_batch(values, None, None)?;
    column.close()
}
