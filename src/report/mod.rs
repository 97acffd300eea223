//! Decisions as files: a document in no format, and its writers.
//!
//! Results are composed once into a [`Document`]; terminal, CSV, charts, HTML and workbooks
//! are writers of it. Everything that rounds, words or draws for people is here.

pub mod chart;
pub mod compose;
pub mod csv;
mod dates;
mod document;
mod figure;
mod files;
pub mod html;
mod plural;
mod table;
mod terminal;
mod text;
mod texts;
mod words;
mod writers;
pub mod xlsx;

pub use document::{Block, Caution, Document, Finding, Section};
pub use figure::{
    Axis, Bar, Bars, Chart, Curve, Figure, HeatMap, HeatRow, Ink, Lines, Mark, Panel, Point,
    Schedule, Series, Stay, Swing, Target, Tornado, Trace,
};
pub use files::{Batch, FileError};
pub use plural::{Noun, counted};
pub use table::{Align, Cell, Content, Header, Row, Shown, Table, Tone};
pub use terminal::render as terminal;
pub use text::{Currency, Format, Locale};
pub use words::{Word, fill};
pub use writers::{CHARTS, PAGE, ReportError, WORKBOOK, add_report};
