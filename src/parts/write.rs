//! Write: the replications of a shard into its file, as they come.

use super::checksum;
use super::identity::{Identity, Shard};
use super::layout::{Layout, Slice};
use super::schema::{io_error, schema};
use crate::measure::{Column, Readings};
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::ColumnPath;
use std::fs::File;
use std::io;
use std::sync::Arc;

/// Columns of numbers that are gathered at once: a line of a processor's cache.
const AT_ONCE: usize = 8;

/// A part that is being written.
pub struct PartWriter {
    writer: SerializedFileWriter<File>,
    months: usize,
    /// Names of the policies and their columns.
    policies: Vec<(ByteArray, Vec<[ByteArray; 2]>)>,
    layout: Layout,
    /// Replications that are not written yet.
    waiting: Vec<(u64, Vec<Readings>)>,
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
            .set_compression(Compression::LZ4_RAW)
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
        Ok(Self {
            writer: writer.map_err(io_error)?,
            months: months.len(),
            policies: Vec::new(),
            layout: Layout::of(&[]),
            waiting: Vec::new(),
            failed: None,
        })
    }

    /// From here on replications are of policies with these keys and columns.
    pub fn begin(&mut self, policies: &[(&str, &[Column])]) {
        self.flush();
        let names = |it: &Column| [it.measure.key().into(), it.scope.as_str().into()];
        let policy =
            |&(key, columns): &(&str, &[Column])| (key.into(), columns.iter().map(names).collect());
        self.policies = policies.iter().map(policy).collect();
        self.layout = Layout::of(&policies.iter().map(|it| it.1).collect::<Vec<_>>());
    }

    /// Takes in what one replication gave, by policy. What cannot be written is told by [`finish`].
    ///
    /// [`finish`]: Self::finish
    pub fn push(&mut self, replication: u64, own: &[Readings]) {
        if self.failed.is_none() {
            assert_eq!(own.len(), self.policies.len(), "every policy has its readings");
            self.waiting.push((replication, own.to_vec()));
            if self.waiting.len() >= self.layout.block() {
                self.flush();
            }
        }
    }

    /// Whether the file cannot be written: further work would be lost.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// Writes the rest and the checksum.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush();
        if let Some(error) = self.failed {
            return Err(error);
        }
        let checksum = KeyValue::new(checksum::KEY.to_owned(), checksum::UNKNOWN.to_owned());
        self.writer.append_key_value_metadata(checksum);
        let mut file = self.writer.into_inner().map_err(io_error)?;
        checksum::seal(&mut file)
    }

    /// Writes what waits: a row group for each slice.
    fn flush(&mut self) {
        if self.failed.is_some() || self.waiting.is_empty() {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        let mut slices = self.layout.slices().iter();
        let written = slices.try_for_each(|slice| {
            let group = self.writer.next_row_group()?;
            let block = Block { slice, waiting: &waiting, months: self.months };
            block.write(group, &self.policies)
        });
        self.failed = written.err().map(io_error);
    }
}

/// Some measures of some replications.
struct Block<'a> {
    slice: &'a Slice,
    waiting: &'a [(u64, Vec<Readings>)],
    months: usize,
}

impl Block<'_> {
    fn write(
        &self,
        mut group: SerializedRowGroupWriter<'_, File>,
        policies: &[(ByteArray, Vec<[ByteArray; 2]>)],
    ) -> Result<()> {
        let replications = self.waiting.iter().map(|it| it.0 as i64);
        let numbers: Vec<i64> = self.slice.rows.iter().flat_map(|_| replications.clone()).collect();
        column::<Int64Type>(&mut group, &numbers)?;
        column::<ByteArrayType>(&mut group, &self.names(|policy, _| &policies[policy].0))?;
        for name in 0..2 {
            let names = self.names(|policy, column| &policies[policy].1[column][name]);
            column::<ByteArrayType>(&mut group, &names)?;
        }
        let (own, months) = (&mut group, self.months);
        self.numbers::<DoubleType, _>(own, 1, |it| &it.total, |it| it)?;
        self.numbers::<Int32Type, _>(own, 1, |it| &it.total_trials, |it| it as i32)?;
        self.numbers::<DoubleType, _>(own, months, |it| &it.monthly, |it| it)?;
        self.numbers::<Int32Type, _>(own, months, |it| &it.monthly_trials, |it| it as i32)?;
        group.close().map(drop)
    }

    /// A name of every row.
    fn names<'n>(&self, name: impl Fn(usize, usize) -> &'n ByteArray) -> Vec<ByteArray> {
        let count = self.waiting.len();
        let rows = self.slice.rows.iter();
        rows.flat_map(|&(policy, column)| std::iter::repeat_n(name(policy, column).clone(), count))
            .collect()
    }

    /// So many columns of numbers, of which a policy's readings have as many for each of its columns.
    ///
    /// Some of them at once: what stands together in memory is read once, and columns that wait are few.
    fn numbers<D: DataType, T: Copy>(
        &self,
        group: &mut SerializedRowGroupWriter<'_, File>,
        of_column: usize,
        read: impl Fn(&Readings) -> &[T],
        as_written: impl Fn(T) -> D::T,
    ) -> Result<()> {
        for first in (0..of_column).step_by(AT_ONCE) {
            let last = of_column.min(first + AT_ONCE);
            let rows = self.slice.rows.len() * self.waiting.len();
            let mut columns: Vec<_> = (first..last).map(|_| Vec::with_capacity(rows)).collect();
            for &(policy, column) in &self.slice.rows {
                for (_, own) in self.waiting {
                    let own = &read(&own[policy])[column * of_column..][first..last];
                    let pairs = columns.iter_mut().zip(own);
                    pairs.for_each(|(column, &it)| column.push(as_written(it)));
                }
            }
            columns.iter().try_for_each(|it| self::column::<D>(group, it))?;
        }
        Ok(())
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
