//! Why an export cannot be used, as facts; the words are the report's.

use jiff::civil::Date;

/// Why nothing was measured.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refused {
    /// No file was named.
    NoFile,
    /// A file cannot be read.
    Unreadable { file: String, reason: String },
    /// A quote opens and never closes: what follows was read as its text.
    OpenQuote { file: String, line: u64, begins: String },
    /// The file is an archive.
    Archive { file: String },
    /// The workbook has a password, or is damaged.
    Workbook { file: String, reason: String },
    /// There is no table of several columns and rows in the file.
    NotATable { file: String },
    /// It has more columns than any export.
    TooWide { file: String, most: usize },
    /// Two files have different columns.
    TwoProducts { first: String, second: String },
    /// No column says when tickets were created.
    NoCreated { file: String, headers: Vec<String> },
    /// `--map` or `--only` names a column that is not there.
    NoColumn { asked: String, headers: Vec<String> },
    /// `--map` names a field that does not exist.
    NoField { asked: String, fields: Vec<String> },
    /// A column that was named holds something else.
    WrongColumn { asked: String, sample: String },
    /// There are too few tickets.
    TooFew { file: String, tickets: usize },
    /// They are of so few days that nobody can say what a week is like.
    TooShort { file: String, from: Date, to: Date },
    /// A second header stands among the rows.
    TwoTables { file: String },
    /// Every ticket is of a day that has not come.
    AllInFuture { file: String },
    /// No tickets between `--since` and `--until`.
    EmptyWindow,
}
