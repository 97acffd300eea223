//! Tables as CSV: for other programs, or for a Russian spreadsheet.

use super::table::{Cell, Content};

/// Which program will read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// UTF-8, comma, decimal point: the contract.
    #[default]
    Plain,
    /// Semicolon, decimal comma, byte order mark: opens in a Russian Excel by a double click.
    ExcelRu,
}

/// A file of one header and many rows, built up in memory.
pub(crate) struct Csv {
    dialect: Dialect,
    writer: csv::Writer<Vec<u8>>,
    columns: usize,
}

impl Csv {
    /// A file with its header.
    pub(crate) fn new(dialect: Dialect, header: &[&str]) -> Self {
        let (delimiter, start) = match dialect {
            Dialect::Plain => (b',', Vec::new()),
            Dialect::ExcelRu => (b';', b"\xef\xbb\xbf".to_vec()),
        };
        let writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(start);
        let mut file = Self { dialect, writer, columns: header.len() };
        file.record(header.iter().map(|title| title.to_string()));
        file
    }

    /// Adds a row; it has as many cells as the header.
    pub(crate) fn row(&mut self, cells: &[Cell]) {
        assert_eq!(cells.len(), self.columns, "a row has a cell for each column");
        let dialect = self.dialect;
        self.record(cells.iter().map(|cell| field(&cell.content, dialect)));
    }

    /// The bytes of the file.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner().expect("memory can be written to")
    }

    fn record(&mut self, fields: impl Iterator<Item = String>) {
        self.writer.write_record(fields).expect("memory can be written to, rows are of one length");
    }
}

fn field(content: &Content, dialect: Dialect) -> String {
    let number = |value: f64| {
        let text = number(value);
        match dialect {
            Dialect::Plain => text,
            Dialect::ExcelRu => text.replace('.', ","),
        }
    };
    match content {
        Content::Empty => String::new(),
        Content::Text(text) => text.clone(),
        Content::Amount(value, _) => number(*value),
        Content::Interval { value, low, high, .. } => {
            format!("{} ({}..{})", number(*value), number(*low), number(*high))
        }
        Content::Date(date) => date.to_string(),
        Content::Month(date) => date.strftime("%Y-%m").to_string(),
    }
}

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
    use jiff::civil::date;

    fn rows(dialect: Dialect) -> String {
        let mut file = Csv::new(dialect, &["policy", "month", "mean", "ci_low"]);
        file.row(&[
            Cell::text("hire; \"now\", or later"),
            Cell::month(date(2026, 2, 1)),
            Cell::share(0.9512),
            Cell::share(f64::NAN),
        ]);
        String::from_utf8(file.into_bytes()).unwrap()
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
        assert_eq!(rows(Dialect::Plain), expected);
    }

    #[test]
    fn a_russian_spreadsheet_gets_a_mark_semicolons_and_decimal_commas() {
        let text = rows(Dialect::ExcelRu);
        assert!(text.starts_with("\u{feff}policy;month;mean;ci_low\n"));
        assert!(text.ends_with(";2026-02;0,9512;\n"));
    }
}
