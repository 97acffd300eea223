//! Tables: files of any kind as a header and records.

mod encoding;
mod html;
mod text;
mod workbook;

use super::refused::Refused;
use csv::StringRecord;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How much of a file tells what it is.
const BEGINNING: usize = 4096;
/// Headers are looked for among so many rows: exports begin with a title.
const TITLES: usize = 15;
/// A sheet of Excel has no more columns, and no export has so many.
const MOST_COLUMNS: usize = 16_384;

/// A file that can be read as often as needed.
pub(crate) struct Source {
    path: PathBuf,
    headers: Vec<String>,
    rows: Rows,
}

enum Rows {
    /// Streamed from the file each time.
    Text(text::Shape),
    /// Formats that must be read as a whole.
    Kept(Vec<StringRecord>),
}

impl Source {
    /// What the columns are called.
    pub(crate) fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The file's name without its folder.
    pub(crate) fn name(&self) -> String {
        name_of(&self.path)
    }

    /// Every record below the header, in the order of the file.
    pub(crate) fn each(&self, visit: &mut dyn FnMut(&StringRecord)) -> Result<(), Refused> {
        match &self.rows {
            Rows::Text(shape) => text::each(&self.path, shape, visit),
            Rows::Kept(rows) => {
                rows.iter().for_each(visit);
                Ok(())
            }
        }
    }
}

/// Finds out what a file is, and its header.
pub(crate) fn open(path: &Path) -> Result<Source, Refused> {
    let file = name_of(path);
    let unreadable = |error: std::io::Error| Refused::Unreadable {
        file: path.display().to_string(),
        reason: error.to_string(),
    };
    let mut beginning = Vec::new();
    let opened = File::open(path).map_err(unreadable)?;
    opened.take(BEGINNING as u64).read_to_end(&mut beginning).map_err(unreadable)?;
    let starts = |magic: &[u8]| beginning.starts_with(magic);
    if starts(b"PK\x03\x04") || starts(b"\xd0\xcf\x11\xe0") {
        return kept(path, workbook::rows(path, &file)?);
    }
    if starts(b"\x1f\x8b") || starts(b"7z\xbc\xaf") || starts(b"Rar!") {
        return Err(Refused::Archive { file });
    }
    let lower = String::from_utf8_lossy(&beginning).to_lowercase();
    let is_page = lower.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']).starts_with('<');
    if is_page && ["<html", "<table", "<!doctype html"].iter().any(|it| lower.contains(it)) {
        return kept(path, html::rows(path).map_err(unreadable)?);
    }
    // JSON is delimited text too, by its looks.
    let text = lower.trim_start_matches('\u{feff}').trim_start();
    let is_json = text.starts_with("{\"") || text.starts_with("[{");
    if is_json || beginning.contains(&0) && encoding_rs::Encoding::for_bom(&beginning).is_none() {
        return Err(Refused::NotATable { file });
    }
    let (shape, headers) = text::shape(path)?;
    is_a_table(&headers, &file).map_err(|it| text::unclosed(path, &shape).err().unwrap_or(it))?;
    Ok(Source { path: path.into(), headers, rows: Rows::Text(shape) })
}

fn is_a_table(headers: &[String], file: &str) -> Result<(), Refused> {
    let file = || file.to_owned();
    match headers.len() {
        0..2 => Err(Refused::NotATable { file: file() }),
        2..=MOST_COLUMNS => Ok(()),
        _ => Err(Refused::TooWide { file: file(), most: MOST_COLUMNS }),
    }
}

/// A table that is read as a whole: the header is the fullest of the first rows.
fn kept(path: &Path, mut rows: Vec<StringRecord>) -> Result<Source, Refused> {
    let filled = |it: &StringRecord| it.iter().filter(|it| !it.trim().is_empty()).count();
    let fullest = rows.iter().take(TITLES).map(filled).max().unwrap_or(0);
    let header = rows.iter().position(|it| filled(it) == fullest);
    match header {
        Some(at) if fullest >= 2 => {
            let headers = cleaned(&rows[at]);
            rows.drain(..=at);
            rows.retain(|it| filled(it) > 0);
            Ok(Source { path: path.into(), headers, rows: Rows::Kept(rows) })
        }
        _ => Err(Refused::NotATable { file: name_of(path) }),
    }
}

fn cleaned(header: &StringRecord) -> Vec<String> {
    header.iter().map(|it| it.trim().trim_start_matches('\u{feff}').to_owned()).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned())
}
