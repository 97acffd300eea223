//! Read: one part after another, replication by replication, as if they were simulated now.

use super::by_column::ByColumn;
use super::checksum;
use super::flaw::Flaw;
use super::identity::{Identity, Shard};
use super::layout::Slice;
use super::schema::{BEFORE_MONTHS, io_error};
use crate::measure::Readings;
use parquet::column::reader::get_typed_column_reader;
use parquet::data_type::{DataType, DoubleType, Int32Type};
use parquet::errors::Result;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};

/// Row groups that are read ahead.
const AHEAD: usize = 1;
/// How a Parquet file begins and ends.
const MARK: &[u8; 4] = b"PAR1";

/// A part that was looked at and is whole.
#[derive(Clone, Debug)]
pub struct Part {
    /// Where it is.
    pub path: PathBuf,
    /// Of which study.
    pub identity: Identity,
    /// Which piece of it.
    pub shard: Shard,
}

impl Part {
    /// Looks at a file: every byte is compared with the checksum.
    pub fn open(path: &Path) -> std::result::Result<Self, Flaw> {
        let unreadable = |it: io::Error| Flaw::Unreadable(it.to_string());
        let mut file = File::open(path).map_err(unreadable)?;
        let mut mark = [0; MARK.len()];
        let begins = file.read_exact(&mut mark).is_ok() && mark == *MARK;
        let ends = file.seek(SeekFrom::End(-(MARK.len() as i64))).is_ok()
            && file.read_exact(&mut mark).is_ok()
            && mark == *MARK;
        match (begins, ends) {
            (_, true) => (),
            (true, false) => return Err(Flaw::Truncated),
            // A file that was created and never filled.
            (false, _) if file.metadata().is_ok_and(|it| it.len() == 0) => {
                return Err(Flaw::Truncated);
            }
            (false, false) => return Err(Flaw::NoPart),
        }
        if !checksum::is_whole(&mut file).map_err(unreadable)? {
            return Err(Flaw::Corrupted);
        }
        let reader = SerializedFileReader::new(file).map_err(|_| Flaw::Corrupted)?;
        let about = reader.metadata().file_metadata().key_value_metadata();
        let value = |key: &str| {
            let key = format!("staffcast.{key}");
            about?.iter().find(|it| it.key == key)?.value.clone()
        };
        let part = || {
            Some(Self {
                path: path.to_owned(),
                identity: Identity {
                    version: value("version")?,
                    command: serde_json::from_str(&value("command")?).ok()?,
                    scenario: value("scenario")?,
                    seed: value("seed")?.parse().ok()?,
                    total: value("total")?.parse().ok()?,
                },
                shard: Shard::read(&value("shard")?)?,
            })
        };
        part().ok_or(Flaw::NoPart)
    }
}

/// Some measures of the replications of parts, one replication after another. A thread reads ahead; its memory
/// does not grow with their number.
pub struct Replay {
    coming: Receiver<io::Result<Block>>,
    ready: std::vec::IntoIter<Vec<Readings>>,
}

/// The numbers of a row group: of some replications that follow each other. The names are for other readers.
pub(crate) struct Block {
    value: Vec<f64>,
    trials: Vec<u32>,
    months: Vec<Vec<f64>>,
    month_trials: Vec<Vec<u32>>,
    /// Rows of a replication.
    rows: usize,
}

/// A block, and in which row each column of a policy stands.
struct Rows<'a>(&'a Block, &'a [Vec<usize>]);

impl Replay {
    /// Of the first replication of the first of these files, so many slices having been written of each.
    pub fn new(paths: Vec<PathBuf>, slice: usize, of: usize) -> Self {
        let (sender, coming) = sync_channel(AHEAD);
        std::thread::spawn(move || {
            for path in paths {
                let named = |error| {
                    let error = io_error(error);
                    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
                };
                let mut send = |block: Result<Block>| sender.send(block.map_err(named)).is_ok();
                if !read(&path, (slice, of), &mut send) {
                    return;
                }
            }
        });
        Self { coming, ready: Vec::new().into_iter() }
    }

    /// What the next replication gave, by policy: the columns of this slice in its order.
    pub fn next(&mut self, slice: &Slice) -> io::Result<Vec<Readings>> {
        if let Some(next) = self.ready.next() {
            return Ok(next);
        }
        self.ready = self.block(slice)?.readings(slice).into_iter();
        self.ready.next().ok_or(io::ErrorKind::InvalidData.into())
    }

    /// What the next replications gave, as many as were written together.
    pub(crate) fn block(&mut self, slice: &Slice) -> io::Result<Block> {
        let ended = |_| io::Error::from(io::ErrorKind::UnexpectedEof);
        let block = Block { rows: slice.rows.len(), ..self.coming.recv().map_err(ended)?? };
        let whole = block.replications() * block.rows;
        // Other columns than those that were written are no numbers of this study.
        (whole > 0 && whole == block.value.len())
            .then_some(block)
            .ok_or(io::ErrorKind::InvalidData.into())
    }
}

/// Reads every `of`th row group of a file; `false` where nobody listens any more, or it failed.
fn read(
    path: &Path,
    (slice, of): (usize, usize),
    send: &mut dyn FnMut(Result<Block>) -> bool,
) -> bool {
    let reader = File::open(path).map_err(Into::into).and_then(SerializedFileReader::new);
    let reader = match reader {
        Ok(reader) => reader,
        Err(error) => {
            send(Err(error));
            return false;
        }
    };
    (slice..reader.num_row_groups()).step_by(of).all(|group| {
        let block = reader.get_row_group(group).and_then(|it| Block::of(&*it));
        let is_good = block.is_ok();
        send(block) && is_good
    })
}

impl Block {
    fn of(group: &dyn RowGroupReader) -> Result<Self> {
        let months = (group.num_columns() - BEFORE_MONTHS) / 2;
        let shares = |position: usize| {
            let trials = column::<Int32Type>(group, position)?;
            Ok(trials.into_iter().map(|it| it as u32).collect())
        };
        let month = BEFORE_MONTHS..BEFORE_MONTHS + months;
        let month_trials = month.end..month.end + months;
        Ok(Self {
            value: column::<DoubleType>(group, BEFORE_MONTHS - 2)?,
            trials: shares(BEFORE_MONTHS - 1)?,
            months: month.map(|it| column::<DoubleType>(group, it)).collect::<Result<_>>()?,
            month_trials: month_trials.map(shares).collect::<Result<_>>()?,
            rows: group.metadata().num_rows() as usize,
        })
    }

    /// How many replications it has.
    pub(crate) fn replications(&self) -> usize {
        self.value.len().checked_div(self.rows).unwrap_or(0)
    }

    /// A column at a time: `rows` says in which row each column of a policy stands.
    pub(crate) fn by_column<'a>(&'a self, rows: &'a [Vec<usize>]) -> impl ByColumn + 'a {
        Rows(self, rows)
    }

    /// A replication at a time, by policy.
    fn readings(&self, slice: &Slice) -> Vec<Vec<Readings>> {
        let rows = slice.rows_by_place();
        let by_column = self.by_column(&rows);
        let months = 0..self.months.len();
        let one = |replication: usize| {
            let of_policy = |(policy, columns): (usize, &Vec<usize>)| {
                let mut own = Readings::default();
                for column in 0..columns.len() {
                    let (values, trials) = by_column.total(policy, column);
                    own.total.push(values[replication]);
                    own.total_trials.push(trials[replication]);
                    for month in months.clone() {
                        let (values, trials) = by_column.month(policy, column, month);
                        own.monthly.push(values[replication]);
                        own.monthly_trials.push(trials[replication]);
                    }
                }
                own
            };
            slice.columns.iter().enumerate().map(of_policy).collect()
        };
        (0..self.replications()).map(one).collect()
    }
}

impl Rows<'_> {
    /// Where the numbers of a column of a policy stand.
    fn span(&self, policy: usize, column: usize) -> Range<usize> {
        let (row, count) = (self.1[policy][column], self.0.replications());
        row * count..(row + 1) * count
    }
}

impl ByColumn for Rows<'_> {
    fn replications(&self) -> usize {
        self.0.replications()
    }

    fn total(&self, policy: usize, column: usize) -> (&[f64], &[u32]) {
        let span = self.span(policy, column);
        (&self.0.value[span.clone()], &self.0.trials[span])
    }

    fn month(&self, policy: usize, column: usize, month: usize) -> (&[f64], &[u32]) {
        let span = self.span(policy, column);
        (&self.0.months[month][span.clone()], &self.0.month_trials[month][span])
    }
}

fn column<D: DataType>(group: &dyn RowGroupReader, position: usize) -> Result<Vec<D::T>> {
    let rows = group.metadata().num_rows() as usize;
    let mut reader = get_typed_column_reader::<D>(group.get_column_reader(position)?);
    let mut values = Vec::with_capacity(rows);
    while values.len() < rows && reader.read_records(rows, None, None, &mut values)?.1 > 0 {}
    if values.len() == rows {
        return Ok(values);
    }
    Err(parquet::errors::ParquetError::General("a column is shorter than the others".into()))
}
