//! Decisions as files: a document in no format, and its writers.
//!
//! Results are composed once into a [`Document`]; terminal, CSV, charts, HTML and workbooks
//! are writers of it. Everything that rounds, words or draws for people is here.

pub(crate) mod chart;
pub(crate) mod compose;
mod csv_dialect;
mod dates;
mod document;
mod excel_csv;
mod figure;
#[doc(hidden)]
pub mod gallery;
pub mod html;
mod language;
mod output;
mod table;
pub(crate) mod terminal;
#[cfg(test)]
mod tests;
mod text;
pub(crate) mod texts;
mod writers;
pub mod xlsx;

pub(crate) use csv_dialect::Dialect;
pub use document::Document;
pub(crate) use document::{Block, Caution, Finding, Section};
pub(crate) use excel_csv::{EXCEL, for_excel};
pub(crate) use figure::{
    Areas, Arrow, Axis, Bar, Bars, Chart, Curve, Fan, Figure, HeatMap, HeatRow, Ink, Lines, Mark,
    Panel, Parallel, Point, Series, Strand, Swing, Target, Tornado, Trace,
};
pub(crate) use figure::{Schedule, Stay};
pub(crate) use output::{Batch, FileError};
pub(crate) use table::{Align, Content, Shown};
pub(crate) use table::{Cell, Header, Live, Row, Table, Tone};
pub use terminal::render as terminal;
pub(crate) use text::Format;
pub use text::Locale;
pub(crate) use texts::{Noun, Sentence, Word, counted};
pub(crate) use writers::{CHARTS, PAGE, ReportError, WORKBOOK, add_report};
