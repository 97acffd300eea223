//! Read: one part after another, replication by replication, as if they were simulated now.

use super::checksum;
use super::flaw::Flaw;
use super::identity::{Identity, Shard};
use super::rows::{BEFORE_MONTHS, Rows, io_error};
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

/// The replications of parts, one after another. A thread reads ahead; its memory does not grow with their
/// number.
pub struct Replay {
    coming: Receiver<io::Result<Rows>>,
    rows: Rows,
    at: usize,
}

impl Replay {
    /// From the first row of the first of these files.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        let (sender, coming) = sync_channel(AHEAD);
        std::thread::spawn(move || {
            for path in paths {
                let named = |error| {
                    let error = io_error(error);
                    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
                };
                let mut send = |rows: Result<Rows>| sender.send(rows.map_err(named)).is_ok();
                if !read(&path, &mut send) {
                    return;
                }
            }
        });
        Self { coming, rows: Rows::default(), at: 0 }
    }

    /// The next replication: so many rows for each policy.
    pub fn next(&mut self, policies: &[usize]) -> io::Result<Vec<Readings>> {
        let mut readings = Vec::with_capacity(policies.len());
        for &rows in policies {
            if rows > 0 && self.at == self.rows.len() {
                let ended = |_| io::Error::from(io::ErrorKind::UnexpectedEof);
                self.rows = self.coming.recv().map_err(ended)??;
                self.at = 0;
            }
            if self.at + rows > self.rows.len() {
                return Err(io::ErrorKind::InvalidData.into());
            }
            readings.push(self.rows.readings(self.at, rows));
            self.at += rows;
        }
        Ok(readings)
    }
}

/// Reads the row groups of a file; `false` where nobody listens any more, or it failed.
fn read(path: &Path, send: &mut dyn FnMut(Result<Rows>) -> bool) -> bool {
    let reader = File::open(path).map_err(Into::into).and_then(SerializedFileReader::new);
    let reader = match reader {
        Ok(reader) => reader,
        Err(error) => {
            send(Err(error));
            return false;
        }
    };
    (0..reader.num_row_groups()).all(|group| {
        let rows = reader.get_row_group(group).and_then(|it| rows_of(&*it));
        let is_good = rows.is_ok();
        send(rows) && is_good
    })
}

/// The numbers of a row group; the names are for other readers.
fn rows_of(group: &dyn RowGroupReader) -> Result<Rows> {
    let months = (group.num_columns() - BEFORE_MONTHS) / 2;
    let months_at = |it: usize| BEFORE_MONTHS + it;
    Ok(Rows {
        value: column::<DoubleType>(group, BEFORE_MONTHS - 2)?,
        trials: column::<Int32Type>(group, BEFORE_MONTHS - 1)?,
        months: (0..months)
            .map(|it| column::<DoubleType>(group, months_at(it)))
            .collect::<Result<_>>()?,
        month_trials: (months..2 * months)
            .map(|it| column::<Int32Type>(group, months_at(it)))
            .collect::<Result<_>>()?,
        ..Rows::default()
    })
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
