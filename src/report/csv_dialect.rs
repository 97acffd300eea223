//! Records as CSV files: for other programs, or for a Russian spreadsheet.

use serde::Serialize;

/// Which program will read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// UTF-8, comma, decimal point: the contract.
    #[default]
    Plain,
    /// Semicolon, decimal comma, byte order mark: opens in a Russian Excel by a double click.
    ExcelRu,
}

impl Dialect {
    /// A file of records; its header are the names of their fields.
    pub(crate) fn file<R: Serialize + Default>(self, rows: impl IntoIterator<Item = R>) -> Vec<u8> {
        let bytes = |writer: csv::Writer<Vec<u8>>| writer.into_inner().expect(MEMORY);
        let mut file = self.writer();
        let mut rows = rows.into_iter().peekable();
        if rows.peek().is_none() {
            // The header comes with the first record: where there is none, any will do.
            file.serialize(R::default()).expect(MEMORY);
            let header = bytes(file);
            return header.split_inclusive(|it| *it == b'\n').next().unwrap_or_default().to_vec();
        }
        rows.for_each(|it| file.serialize(it).expect(MEMORY));
        self.with_dates(bytes(file))
    }

    /// A file whose columns are known only when it is written.
    pub(crate) fn rows(
        self,
        header: Vec<String>,
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> Vec<u8> {
        let mut file = self.writer();
        file.write_record(header).expect(MEMORY);
        rows.into_iter().for_each(|it| file.write_record(it).expect(MEMORY));
        self.with_dates(file.into_inner().expect(MEMORY))
    }

    /// The file as a spreadsheet knows its months.
    fn with_dates(self, bytes: Vec<u8>) -> Vec<u8> {
        if self == Dialect::Plain {
            return bytes;
        }
        let (mut read, mut file) = (csv::ReaderBuilder::new(), self.writer());
        let mut read = read.has_headers(false).delimiter(b';').from_reader(&bytes[MARK.len()..]);
        for row in read.records() {
            file.write_record(row.expect(MEMORY).iter().map(first_day)).expect(MEMORY);
        }
        file.into_inner().expect(MEMORY)
    }

    fn writer(self) -> csv::Writer<Vec<u8>> {
        let (delimiter, start) = match self {
            Dialect::Plain => (b',', Vec::new()),
            Dialect::ExcelRu => (b';', MARK.to_vec()),
        };
        csv::WriterBuilder::new().delimiter(delimiter).from_writer(start)
    }

    /// A number in its shortest stable form.
    pub(crate) fn number(self, value: f64) -> String {
        self.text(number(value))
    }

    /// A number with every digit that is known.
    pub(crate) fn digits(self, value: f64) -> String {
        self.text(value.to_string())
    }

    fn text(self, number: String) -> String {
        match self {
            Dialect::Plain => number,
            Dialect::ExcelRu => number.replace('.', ","),
        }
    }
}

/// By it a spreadsheet knows the encoding.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A month as its first day: spreadsheets take `2026-07` for a text, or for what they like. Anything
/// else is left as it is.
pub(crate) fn first_day(cell: &str) -> String {
    let is_month = cell.len() == 7
        && cell.bytes().enumerate().all(|(at, it)| match at {
            4 => it == b'-',
            _ => it.is_ascii_digit(),
        })
        && matches!(cell.get(5..).map(str::parse::<u8>), Some(Ok(1..=12)));
    if is_month { format!("{cell}-01") } else { cell.to_owned() }
}

const MEMORY: &str = "memory can be written to, records are flat";

/// A number in its shortest stable form: six decimals, or six digits if it is below one;
/// no exponent, no trailing zeros, no negative zero; empty where undefined.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let mut decimals = 6;
    let mut size = value.abs();
    while size < 0.1 && decimals < 15 {
        size *= 10.0;
        decimals += 1;
    }
    let text = format!("{value:.decimals$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default, Serialize)]
    struct Record {
        policy: &'static str,
        month: &'static str,
        mean: String,
        ci_low: String,
    }

    fn text(dialect: Dialect, means: &[f64]) -> String {
        let record = |mean: &f64| Record {
            policy: "hire; \"now\", or later",
            month: "2026-02",
            mean: dialect.number(*mean),
            ci_low: dialect.number(f64::NAN),
        };
        String::from_utf8(dialect.file(means.iter().map(record))).unwrap()
    }

    #[test]
    fn numbers_are_short_and_stable() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (-1e-18, "0"),
            (2_979_000.0, "2979000"),
            (1.0 / 3.0, "0.333333"),
            (-2.5, "-2.5"),
            (0.000_012_345_678, "0.0000123457"),
            (1e21, "1000000000000000000000"),
            (f64::NAN, ""),
            (f64::NEG_INFINITY, ""),
        ];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn the_contract_is_commas_and_points() {
        let expected =
            "policy,month,mean,ci_low\n\"hire; \"\"now\"\", or later\",2026-02,0.9512,\n";
        assert_eq!(text(Dialect::Plain, &[0.9512]), expected);
    }

    #[test]
    fn a_russian_spreadsheet_gets_a_mark_semicolons_and_decimal_commas() {
        let text = text(Dialect::ExcelRu, &[0.9512]);
        assert!(text.starts_with("\u{feff}policy;month;mean;ci_low\n"));
        assert!(text.ends_with(";2026-02-01;0,9512;\n"), "a month is a date: {text}");
        for other in ["2026-13", "2026-02-03", "2026012", "20-0001", ""] {
            assert_eq!(first_day(other), other);
        }
    }

    #[test]
    fn a_file_without_records_has_its_header() {
        assert_eq!(text(Dialect::Plain, &[]), "policy,month,mean,ci_low\n");
        assert_eq!(text(Dialect::ExcelRu, &[]), "\u{feff}policy;month;mean;ci_low\n");
    }
}
