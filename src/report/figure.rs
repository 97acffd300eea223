//! What charts show, before anything is drawn.
//!
//! A chart's title says what it finds, its subtitle what is shown and in which unit.

use super::text::Format;
use jiff::civil::Date;

/// A chart in words and numbers.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Short name for files: Latin letters, digits and hyphens.
    pub key: String,
    /// What it finds, as a sentence.
    pub title: String,
    /// What is shown, and its unit.
    pub subtitle: String,
    /// Where the numbers come from.
    pub source: String,
    /// The same in words, for those who cannot see it.
    pub alternative: String,
    /// The numbers.
    pub figure: Figure,
}

/// The numbers of a chart.
#[derive(Clone, Debug)]
pub enum Figure {
    /// Values over months.
    Lines(Lines),
    /// Shares by row and month.
    HeatMap(HeatMap),
    /// Horizontal bars.
    Bars(Bars),
    /// What each uncertain input does to the answer.
    Tornado(Tornado),
    /// One quantity against another.
    Curve(Curve),
    /// Who comes when.
    Schedule(Schedule),
}

/// The colour of a series: the same number is the same thing in every chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// One of the many others: thin and grey.
    Muted,
    /// One of the few that matter: slots 0 to 5 differ well.
    Slot(u8),
}

/// Values over months, in one panel or several that share their axes.
#[derive(Clone, Debug)]
pub struct Lines {
    /// First days of the months.
    pub months: Vec<Date>,
    /// How values are printed.
    pub format: Format,
    /// How values are joined.
    pub trace: Trace,
    /// One panel, or several with the same series.
    pub panels: Vec<Panel>,
}

/// How the values of a series are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trace {
    /// By straight lines.
    #[default]
    Straight,
    /// By steps: each value holds for its whole month.
    Steps,
}

/// One set of axes.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// Title, where there are several.
    pub title: String,
    /// Lines.
    pub series: Vec<Series>,
    /// Levels to compare with.
    pub targets: Vec<Target>,
    /// Moments to point out.
    pub marks: Vec<Mark>,
}

/// A line.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is.
    pub label: String,
    /// A value for each month; not finite where undefined.
    pub values: Vec<f64>,
    /// Lower and upper ends of an interval for each month.
    pub band: Option<(Vec<f64>, Vec<f64>)>,
    /// Its colour.
    pub ink: Ink,
}

/// A level to compare with, drawn as a dashed line.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What it is, such as `target 95 %`.
    pub label: String,
    /// Where it is.
    pub value: f64,
}

/// A moment to point out, such as a hire.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What happens.
    pub label: String,
    /// When: in months since the beginning of the first one.
    pub at: f64,
}

/// Shares by row and month.
#[derive(Clone, Debug)]
pub struct HeatMap {
    /// First days of the months.
    pub months: Vec<Date>,
    /// Rows from the top.
    pub rows: Vec<HeatRow>,
    /// From here on a value is a warning.
    pub caution: f64,
    /// Above it a value is too much.
    pub limit: f64,
}

/// A row of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// What it is.
    pub label: String,
    /// A share for each month; not finite where undefined.
    pub values: Vec<f64>,
}

/// Horizontal bars, in the given order.
#[derive(Clone, Debug)]
pub struct Bars {
    /// How values are printed.
    pub format: Format,
    /// Bars from the top.
    pub bars: Vec<Bar>,
    /// Levels to compare with.
    pub targets: Vec<Target>,
}

/// A horizontal bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// Its length.
    pub value: f64,
    /// How far it may be off.
    pub interval: Option<(f64, f64)>,
    /// Its colour.
    pub ink: Ink,
}

/// What each uncertain input does to the answer.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// How the answer is printed.
    pub format: Format,
    /// The answer with every input at its middle.
    pub centre: f64,
    /// What the centre is, such as `today's assumptions`.
    pub centre_label: String,
    /// Inputs, in any order: the widest is drawn first.
    pub swings: Vec<Swing>,
}

/// What one input does to the answer.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The input.
    pub label: String,
    /// The answer with the input at its low end.
    pub low: f64,
    /// The answer with the input at its high end.
    pub high: f64,
    /// The low end of the input, such as `1 h`.
    pub low_label: String,
    /// The high end of the input.
    pub high_label: String,
}

/// One quantity against another, such as probability against cost.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Across.
    pub x: Axis,
    /// Up.
    pub y: Axis,
    /// Points.
    pub points: Vec<Point>,
    /// Levels of the upward quantity to compare with.
    pub targets: Vec<Target>,
}

/// A quantity that is plotted.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it is.
    pub title: String,
    /// How values are printed.
    pub format: Format,
}

/// A point of a curve.
#[derive(Clone, Debug)]
pub struct Point {
    /// What it is; the labels of muted points are drawn where there is room.
    pub label: String,
    /// Across.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// How far the upward quantity may be off.
    pub interval: Option<(f64, f64)>,
    /// Whether nothing is both cheaper and better: these are joined by a line.
    pub efficient: bool,
    /// Its colour.
    pub ink: Ink,
}

/// Who comes when: the search, the ramp-up, and when they are needed.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// First days of the months.
    pub(crate) months: Vec<Date>,
    /// Rows from the top.
    pub(crate) rows: Vec<Stay>,
}

/// One row of a schedule; moments are months since the beginning of the first one.
#[derive(Clone, Debug)]
pub(crate) struct Stay {
    /// Who.
    pub(crate) label: String,
    /// When the search begins.
    pub(crate) asked: f64,
    /// When the work begins.
    pub(crate) start: f64,
    /// When all of it is done at full speed.
    pub(crate) productive: f64,
    /// When they are needed: early, middle, late; infinite where not before the end.
    pub(crate) needed: Option<[f64; 3]>,
    /// What is written beside the row.
    pub(crate) note: String,
    /// Its colour.
    pub(crate) ink: Ink,
}
