//! Read: one part after another, replication by replication, as if they were simulated now.

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

/// The numbers of a row group; the names are for other readers.
struct Block {
    value: Vec<f64>,
    trials: Vec<i32>,
    months: Vec<Vec<f64>>,
    month_trials: Vec<Vec<i32>>,
}

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
        let ended = |_| io::Error::from(io::ErrorKind::UnexpectedEof);
        let block = self.coming.recv().map_err(ended)??;
        self.ready = block.replications(slice).ok_or(io::ErrorKind::InvalidData)?.into_iter();
        self.ready.next().ok_or(io::ErrorKind::InvalidData.into())
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
        let months_at = |it: usize| BEFORE_MONTHS + it;
        Ok(Self {
            value: column::<DoubleType>(group, BEFORE_MONTHS - 2)?,
            trials: column::<Int32Type>(group, BEFORE_MONTHS - 1)?,
            months: (0..months)
                .map(|it| column::<DoubleType>(group, months_at(it)))
                .collect::<Result<_>>()?,
            month_trials: (months..2 * months)
                .map(|it| column::<Int32Type>(group, months_at(it)))
                .collect::<Result<_>>()?,
        })
    }

    /// Its replications; `None` where these are not the columns that were written.
    fn replications(&self, slice: &Slice) -> Option<Vec<Vec<Readings>>> {
        let months = self.months.len();
        let count = self.value.len().checked_div(slice.rows.len())?;
        let empty = |columns: &Vec<usize>| Readings {
            total: vec![f64::NAN; columns.len()],
            total_trials: vec![0; columns.len()],
            monthly: vec![f64::NAN; columns.len() * months],
            monthly_trials: vec![0; columns.len() * months],
        };
        let one = || slice.columns.iter().map(empty).collect::<Vec<Readings>>();
        let mut all: Vec<_> = (0..count).map(|_| one()).collect();
        for (row, (policy, place)) in slice.places().enumerate() {
            let span = place * months..(place + 1) * months;
            for (replication, own) in all.iter_mut().enumerate() {
                let (own, at) = (&mut own[policy], row * count + replication);
                own.total[place] = self.value[at];
                own.total_trials[place] = self.trials[at] as u32;
                let monthly = own.monthly[span.clone()].iter_mut().zip(&self.months);
                monthly.for_each(|(place, month)| *place = month[at]);
                let trials = own.monthly_trials[span.clone()].iter_mut().zip(&self.month_trials);
                trials.for_each(|(place, month)| *place = month[at] as u32);
            }
        }
        (count > 0 && count * slice.rows.len() == self.value.len()).then_some(all)
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
