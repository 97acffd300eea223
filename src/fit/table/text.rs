//! Delimited text: which delimiter, and its records as a stream.

use super::encoding::{self, Decoded};
use crate::fit::refused::Refused;
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::Encoding;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

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
    let mut reader = reader(Decoded::new(file, shape.encoding), shape.delimiter);
    let mut record = StringRecord::new();
    let mut number = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => {
                if number > shape.titles && record.iter().any(|it| !it.trim().is_empty()) {
                    visit(&record);
                }
                number += 1;
            }
            Err(error) => return Err(unreadable(path, &error.to_string())),
        }
    }
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

    #[test]
    fn a_title_above_the_header_is_passed_over() {
        let rows = "sep=;\nid;created;state\n1;2;3\n1;2;3\n1;2;3\n";
        assert_eq!(found(rows).1, ["id", "created", "state"]);
    }
}
