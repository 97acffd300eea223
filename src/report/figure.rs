//! What charts show, before anything is drawn.
//!
//! A chart's title says what it finds, its subtitle what is shown and in which unit.

use super::text::Format;
use jiff::civil::Date;

/// A chart in words and numbers.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    /// Short name for files: Latin letters, digits and hyphens.
    pub(crate) key: String,
    /// What it finds, as a sentence.
    pub(crate) title: String,
    /// What is shown, and its unit.
    pub(crate) subtitle: String,
    /// Where the numbers come from.
    pub(crate) source: String,
    /// The same in words, for those who cannot see it.
    pub(crate) alternative: String,
    /// The numbers.
    pub(crate) figure: Figure,
}

impl Chart {
    /// A figure whose title and subtitle say what it shows to those who cannot see it.
    pub(crate) fn new(key: &str, [title, subtitle, source]: [String; 3], figure: Figure) -> Self {
        let alternative = format!("{title}. {subtitle}");
        Self { key: key.into(), title, subtitle, source, alternative, figure }
    }
}

/// The numbers of a chart.
#[derive(Clone, Debug)]
pub(crate) enum Figure {
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
    /// Head-count over months with its spread, and equally likely totals.
    Fan(Fan),
    /// A whole number by two others.
    Areas(Areas),
    /// Several quantities of many points side by side.
    Parallel(Parallel),
}

/// The colour of a series: the same number is the same thing in every chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// One of the many others: thin and grey.
    Muted,
    /// One of the few that matter: slots 0 to 5 differ well.
    Slot(u8),
}

/// Values over months, in one panel or several that share their axes.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    /// First days of the months.
    pub(crate) months: Vec<Date>,
    /// How values are printed.
    pub(crate) format: Format,
    /// How values are joined.
    pub(crate) trace: Trace,
    /// One panel, or several with the same series.
    pub(crate) panels: Vec<Panel>,
}

/// How the values of a series are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Trace {
    /// By straight lines.
    #[default]
    Straight,
    /// By steps: each value holds for its whole month.
    Steps,
}

/// One set of axes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Panel {
    /// Title, where there are several.
    pub(crate) title: String,
    /// Lines.
    pub(crate) series: Vec<Series>,
    /// Levels to compare with.
    pub(crate) targets: Vec<Target>,
    /// Moments to point out.
    pub(crate) marks: Vec<Mark>,
}

/// A line.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) label: String,
    /// A value for each month; not finite where undefined.
    pub(crate) values: Vec<f64>,
    /// Lower and upper ends of an interval for each month.
    pub(crate) band: Option<(Vec<f64>, Vec<f64>)>,
    /// Its colour.
    pub(crate) ink: Ink,
}

/// A level to compare with, drawn as a dashed line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Target {
    /// What it is, such as `target 95 %`.
    pub(crate) label: String,
    pub(crate) value: f64,
}

/// A moment to point out, such as a hire.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    /// What happens.
    pub(crate) label: String,
    /// When: in months since the beginning of the first one.
    pub(crate) at: f64,
}

/// Shares by row and month.
#[derive(Clone, Debug)]
pub(crate) struct HeatMap {
    /// First days of the months.
    pub(crate) months: Vec<Date>,
    /// Rows from the top.
    pub(crate) rows: Vec<HeatRow>,
    /// From here on a value is a warning.
    pub(crate) caution: f64,
    /// Above it a value is too much.
    pub(crate) limit: f64,
}

/// A row of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HeatRow {
    pub(crate) label: String,
    /// A share for each month; not finite where undefined.
    pub(crate) values: Vec<f64>,
}

/// Horizontal bars, in the given order.
#[derive(Clone, Debug)]
pub(crate) struct Bars {
    /// How values are printed.
    pub(crate) format: Format,
    /// Bars from the top.
    pub(crate) bars: Vec<Bar>,
    /// Levels to compare with.
    pub(crate) targets: Vec<Target>,
}

/// A horizontal bar.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    pub(crate) label: String,
    /// Its length.
    pub(crate) value: f64,
    /// How far it may be off.
    pub(crate) interval: Option<(f64, f64)>,
    /// Its colour.
    pub(crate) ink: Ink,
}

/// What each uncertain input does to the answer.
#[derive(Clone, Debug)]
pub(crate) struct Tornado {
    /// How the answer is printed.
    pub(crate) format: Format,
    /// The answer with every input at its middle.
    pub(crate) centre: f64,
    /// What the centre is, such as `today's assumptions`.
    pub(crate) centre_label: String,
    /// Inputs, in any order: the widest is drawn first.
    pub(crate) swings: Vec<Swing>,
}

/// What one input does to the answer.
#[derive(Clone, Debug)]
pub(crate) struct Swing {
    /// The input.
    pub(crate) label: String,
    /// The answer with the input at its low end.
    pub(crate) low: f64,
    /// The answer with the input at its high end.
    pub(crate) high: f64,
    /// The low end of the input, such as `1 h`.
    pub(crate) low_label: String,
    /// The high end of the input.
    pub(crate) high_label: String,
}

/// One quantity against another, such as probability against cost.
#[derive(Clone, Debug)]
pub(crate) struct Curve {
    /// Across.
    pub(crate) x: Axis,
    /// Up.
    pub(crate) y: Axis,
    pub(crate) points: Vec<Point>,
    /// Levels of the upward quantity to compare with.
    pub(crate) targets: Vec<Target>,
}

/// A quantity that is plotted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    pub(crate) title: String,
    /// How values are printed.
    pub(crate) format: Format,
}

/// A point of a curve.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    /// What it is; the labels of muted points are drawn where there is room.
    pub(crate) label: String,
    /// Across.
    pub(crate) x: f64,
    /// Up.
    pub(crate) y: f64,
    /// How far the upward quantity may be off.
    pub(crate) interval: Option<(f64, f64)>,
    /// How far the quantity across may be off.
    pub(crate) across: Option<(f64, f64)>,
    /// Whether nothing is both cheaper and better: these are joined by a line.
    pub(crate) efficient: bool,
    /// Its colour.
    pub(crate) ink: Ink,
}

/// Who comes when: the search, the ramp-up, and when they are needed.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    /// First days of the months.
    pub(crate) months: Vec<Date>,
    /// Rows from the top.
    pub(crate) rows: Vec<Stay>,
}

/// One row of a schedule; moments are months since the beginning of the first one.
#[derive(Clone, Debug)]
pub(crate) struct Stay {
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

/// Head-count over months with its spread and the moments at which it is decided; below it, equally likely
/// totals as dots.
#[derive(Clone, Debug)]
pub(crate) struct Fan {
    /// First days of the months.
    pub(crate) months: Vec<Date>,
    /// Low, middle and high of each month.
    pub(crate) values: Vec<[f64; 3]>,
    /// Moments of decision, in months since the beginning of the first one.
    pub(crate) reviews: Vec<f64>,
    /// One dot each, in order.
    pub(crate) totals: Vec<u32>,
    /// What is counted upwards.
    pub(crate) up: String,
    /// What the dots count.
    pub(crate) below: String,
}

/// A quantity by two numbers, in cells; and where one is on this map.
#[derive(Clone, Debug)]
pub(crate) struct Areas {
    /// Across.
    pub(crate) x: Axis,
    /// Up.
    pub(crate) y: Axis,
    /// Middles of the columns, rising.
    pub(crate) columns: Vec<f64>,
    /// Middles of the rows, rising.
    pub(crate) rows: Vec<f64>,
    /// How values are printed.
    pub(crate) format: Format,
    /// By row and column; `None`: more than is known.
    pub(crate) values: Vec<Vec<Option<f64>>>,
    /// What that is called.
    pub(crate) more: String,
    /// From where to where one goes.
    pub(crate) arrows: Vec<Arrow>,
}

/// Where one is on a map, and where one goes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Arrow {
    pub(crate) label: String,
    /// Across and up, now.
    pub(crate) from: (f64, f64),
    pub(crate) to: (f64, f64),
    /// Its colour.
    pub(crate) ink: Ink,
}

/// Several quantities of many points: an axis for each, a strand for each point.
#[derive(Clone, Debug)]
pub(crate) struct Parallel {
    /// What is measured, from the left; the last one gives the colour.
    pub(crate) axes: Vec<Axis>,
    /// The points.
    pub(crate) strands: Vec<Strand>,
}

/// A point with a value for each axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Strand {
    pub(crate) label: String,
    /// A value for each axis; not finite where undefined.
    pub(crate) values: Vec<f64>,
}
