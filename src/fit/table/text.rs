//! Delimited text: which delimiter, and its records as a stream.

use super::encoding::{self, Decoded};
use crate::fit::refused::Refused;
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::Encoding;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A line of its own after the last: where it does not come back as one, a quote has swallowed it.
const END: &str = "\n\u{1}\n";
const MARK: char = '\u{1}';
/// A text of fewer lines is no table that a quote has swallowed.
const SWALLOWED: u64 = 12;

/// Delimiters that exports have.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How much of the text decides.
const SAMPLE: u64 = 256 * 1024;

/// How a text is to be read.
pub(super) struct Shape {
    encoding: &'static Encoding,
    delimiter: u8,
    /// Lines before the header.
    titles: usize,
}

/// The shape of a file, and its header.
pub(super) fn shape(path: &Path) -> Result<(Shape, Vec<String>), Refused> {
    let failed = |error: io::Error| unreadable(path, &error.to_string());
    let encoding = encoding::of(File::open(path).map_err(failed)?).map_err(failed)?;
    let mut sample = Vec::new();
    let decoded = Decoded::new(File::open(path).map_err(failed)?, encoding);
    decoded.take(SAMPLE).read_to_end(&mut sample).map_err(failed)?;
    Ok(shape_of(&sample, encoding))
}

fn shape_of(sample: &[u8], encoding: &'static Encoding) -> (Shape, Vec<String>) {
    let best = DELIMITERS
        .into_iter()
        .map(|it| (agreement(sample, it), it))
        .max_by(|a, b| a.0.0.total_cmp(&b.0.0).then(b.1.cmp(&a.1)));
    let ((_, fields), delimiter) = best.expect("there are delimiters");
    let mut titles = 0;
    let mut headers = Vec::new();
    for record in reader(sample, delimiter).records().flatten() {
        headers = super::cleaned(&record);
        // A header is as wide as the rows below it.
        if headers.len() == fields {
            break;
        }
        titles += 1;
        headers.clear();
    }
    (Shape { encoding, delimiter, titles }, headers)
}

/// How well records agree on a number of fields, and on which: agreement counts more than width.
fn agreement(sample: &[u8], delimiter: u8) -> (f64, usize) {
    let widths: Vec<usize> =
        reader(sample, delimiter).records().flatten().map(|it| it.len()).collect();
    // The last record of the sample may be cut.
    let widths = &widths[..widths.len().saturating_sub(1).max(widths.len().min(1))];
    let mut counts = std::collections::BTreeMap::new();
    widths.iter().for_each(|it| *counts.entry(*it).or_insert(0_usize) += 1);
    let usual = counts.into_iter().filter(|it| it.0 > 1).max_by_key(|it| it.1);
    usual.map_or((0.0, 0), |(width, count)| {
        let share = count as f64 / widths.len() as f64;
        (share + 0.001 * (width as f64).min(100.0), width)
    })
}

/// Every record below the header.
pub(super) fn each(
    path: &Path,
    shape: &Shape,
    visit: &mut dyn FnMut(&StringRecord),
) -> Result<(), Refused> {
    let file = File::open(path).map_err(|it| unreadable(path, &it.to_string()))?;
    let text = Decoded::new(file, shape.encoding).chain(END.as_bytes());
    let mut reader = reader(text, shape.delimiter);
    let mut record = StringRecord::new();
    let mut number = 0;
    let (mut line, mut width) = (1, 0);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) if record.len() == 1 && record[0].starts_with(MARK) => return Ok(()),
            Ok(true) => {
                let lines = reader.position().line() - line;
                line += lines;
                let ends =
                    || record.iter().next_back().is_some_and(|it| it.trim_end().ends_with(MARK));
                if (lines > SWALLOWED || ends())
                    && let Some(field) = swallows(&record, width, shape.delimiter)
                {
                    return Err(open_quote(path, shape, (&record, field)));
                }
                width = record.len();
                if number > shape.titles && record.iter().any(|it| !it.trim().is_empty()) {
                    visit(&record);
                }
                number += 1;
            }
            Err(error) => return Err(unreadable(path, &error.to_string())),
        }
    }
}

/// The field of a record that holds the end of the file, or rows as wide as the record before.
fn swallows(record: &StringRecord, width: usize, delimiter: u8) -> Option<usize> {
    let is_row = |line: &&str| line.bytes().filter(|it| *it == delimiter).count() + 1 == width;
    record.iter().position(|field| {
        let lines = field.lines().count();
        let rows = field.lines().skip(1).filter(is_row).count();
        let table = width > 2 && lines as u64 > SWALLOWED && rows * 2 > lines;
        table || field.trim_end().ends_with(MARK)
    })
}

/// Where a field opens its quote: the file is read again up to its record.
fn open_quote(path: &Path, shape: &Shape, (record, field): (&StringRecord, usize)) -> Refused {
    let start = record.position().map_or(0, csv::Position::byte);
    let mut before = Vec::new();
    let read = File::open(path).and_then(|file| {
        // A record begins with the end of the line before.
        Decoded::new(file, shape.encoding).take(start + 2).read_to_end(&mut before)
    });
    if let Err(error) = read {
        return unreadable(path, &error.to_string());
    }
    let ends = |text: &[u8]| text.iter().filter(|it| **it == b'\n').count() as u64;
    let skipped = before.iter().skip(start as usize).take_while(|it| b"\r\n".contains(it));
    let whole = before.len().min(start as usize + skipped.count());
    let within: u64 = record.iter().take(field).map(|it| ends(it.as_bytes())).sum();
    let begins = record[field].lines().next().unwrap_or_default();
    Refused::OpenQuote {
        file: super::name_of(path),
        line: 1 + ends(&before[..whole]) + within,
        begins: format!("\"{}…", begins.chars().take(40).collect::<String>()),
    }
}

/// Whether it is for a quote that a file looks like no table: by the delimiter of its first line.
pub(super) fn unclosed(path: &Path, shape: &Shape) -> Result<(), Refused> {
    let mut first = Vec::new();
    let file = File::open(path).map_err(|it| unreadable(path, &it.to_string()))?;
    let read = Decoded::new(file, shape.encoding).take(4096).read_to_end(&mut first);
    read.map_err(|it| unreadable(path, &it.to_string()))?;
    let line = first.split(|it| *it == b'\n').next().unwrap_or_default();
    let count = |it: &u8| line.iter().filter(|byte| *byte == it).count();
    let delimiter = DELIMITERS.into_iter().max_by_key(count).unwrap_or(b',');
    let shape = Shape { encoding: shape.encoding, delimiter, titles: 0 };
    each(path, &shape, &mut |_| ())
}

fn reader<R: Read>(from: R, delimiter: u8) -> csv::Reader<R> {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(from)
}

fn unreadable(path: &Path, reason: &str) -> Refused {
    Refused::Unreadable { file: path.display().to_string(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (u8, Vec<String>) {
        let (shape, headers) = shape_of(text.as_bytes(), encoding_rs::UTF_8);
        (shape.delimiter, headers)
    }

    #[test]
    fn the_delimiter_is_the_one_on_which_rows_agree() {
        let rows = "id;sum\n1;1,5\n2;2,5\n3;3\n";
        assert_eq!(found(rows), (b';', vec!["id".into(), "sum".into()]));
        assert_eq!(found("a,b,c\n1,2,\"x;\ny\"\n3,4,5\n").0, b',');
        assert_eq!(found("a\tb\n1\t2,5\n1\t2\n").0, b'\t');
    }

    /// What reading a file says that holds such a text.
    fn said(text: &str) -> Result<usize, Refused> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tickets.csv");
        std::fs::write(&path, text).expect("a file");
        let mut rows = 0;
        super::super::open(&path)?.each(&mut |_| rows += 1).map(|()| rows)
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named_with_its_line() {
        let row = |it: usize| format!("{it},2026-01-{:02},printer\n", it % 28 + 1);
        let rows = |from: usize, to: usize| (from..to).map(row).collect::<String>();
        let head = "id,created,subject\n";
        let at = |text: &str| match said(text) {
            Err(Refused::OpenQuote { line, begins, .. }) => Some((line, begins)),
            _ => None,
        };
        let broken = format!("{head}{}40,2026-02-01,\"no ink\n{}", rows(0, 40), rows(41, 90));
        assert_eq!(at(&broken), Some((42, "\"no ink…".into())), "up to the end of the file");
        assert_eq!(at(&broken.replace('\n', "\r\n")), Some((42, "\"no ink…".into())));
        let closed = format!("{broken}90,2026-03-01,\"a \"\"quote\"\"\"\n{}", rows(91, 99));
        assert_eq!(at(&closed), Some((42, "\"no ink…".into())), "up to the next quote");
        let first = format!("{head}0,2026-02-01,\"no ink\n{}", rows(1, 90));
        assert_eq!(at(&first).map(|it| it.0), Some(2), "from the first row on");
        // A text of many lines is one, and so is a quote inside of a text.
        let lines = "it does not print\n".repeat(30);
        let whole =
            format!("{head}{}40,2026-02-01,\"{lines}\"\n41,2026-02-01,5\" disk", rows(0, 40));
        assert_eq!(said(&whole), Ok(42));
    }

    #[test]
    fn a_title_above_the_header_is_passed_over() {
        let rows = "sep=;\nid;created;state\n1;2;3\n1;2;3\n1;2;3\n";
        assert_eq!(found(rows).1, ["id", "created", "state"]);
    }
}
