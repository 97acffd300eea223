//! Decisions as files: a document in no format, and its writers.
//!
//! Results are composed once into a [`Document`]; terminal, CSV, charts, HTML and workbooks
//! are writers of it. Everything that rounds, words or draws for people is here.

pub mod chart;
pub mod csv;
mod dates;
mod document;
mod figure;
mod files;
pub mod html;
mod plural;
mod terminal;
mod text;
mod words;
pub mod xlsx;

pub use document::{
    Align, Block, Caution, Cell, Content, Document, Finding, Header, Row, Section, Table, Tone,
};
pub use figure::{
    Axis, Bar, Bars, Chart, Curve, Figure, HeatMap, HeatRow, Ink, Lines, Mark, Panel, Point,
    Series, Swing, Target, Tornado, Trace,
};
pub use files::{Batch, FileError};
pub use plural::{Noun, counted};
pub use terminal::render as terminal;
pub use text::{Currency, Format, Locale};
pub use words::{Word, fill};
