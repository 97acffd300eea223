//! Where a chart will be looked at, and the room that its numbers need there.

use super::scene::{HEIGHT, WIDTH};
use super::theme::size;
use crate::report::{Figure, Ink, Lines};

/// Where a chart will be looked at: the same numbers, laid out for another width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Canvas {
    /// On a slide or as a file: with title, subtitle and source.
    Slide,
    /// In the column of a page that says those in its own texts.
    Page,
    /// On a phone held upright, in such a page.
    Phone,
}

/// Height of the row that names the targets of a panel.
pub(crate) const TARGET_ROW: f32 = size::SMALL_AXIS * 1.4;

/// A chart narrower than this stacks what others put side by side.
pub(crate) const NARROW: f32 = 600.0;

/// About how wide a letter of a label is.
const LETTER: f32 = 10.0;
/// As many letters as stand between two names of a legend.
const MARGIN: &str = "      ";
const PAGE: f32 = 1040.0;
const PHONE: f32 = 480.0;

impl Canvas {
    /// Width and height.
    pub(crate) fn size(self, figure: &Figure) -> (f32, f32) {
        match self {
            Self::Slide => (WIDTH, HEIGHT),
            Self::Page => (PAGE, height(figure, PAGE)),
            Self::Phone => (PHONE, height(figure, PHONE)),
        }
    }
}

/// Enough for each row of numbers, and not more.
fn height(figure: &Figure, width: f32) -> f32 {
    let narrow = width < NARROW;
    let rows = |count: usize, row: f32, around: f32| count.max(1) as f32 * row + around;
    match figure {
        Figure::Lines(lines) if lines.panels.len() > 1 || narrow => many(lines, width),
        Figure::Lines(_) => 420.0,
        Figure::HeatMap(map) => rows(map.rows.len(), 56.0, if narrow { 128.0 } else { 102.0 }),
        Figure::Bars(bars) => rows(bars.bars.len(), 48.0, 52.0),
        Figure::Tornado(tornado) if narrow => rows(tornado.swings.len(), 62.0, 148.0),
        Figure::Tornado(tornado) => rows(tornado.swings.len(), 48.0, 122.0),
        Figure::Curve(_) => 500.0,
        Figure::Fan(_) | Figure::Areas(_) | Figure::Parallel(_) => 540.0,
        Figure::Schedule(it) if narrow => rows(it.rows.len(), 62.0, 150.0),
        Figure::Schedule(it) => rows(it.rows.len(), 46.0, 96.0),
    }
}

/// Panels of a height at which they can be read, their titles, and the legend above them.
fn many(lines: &Lines, width: f32) -> f32 {
    let panels = lines.panels.len();
    let columns = columns(panels, width);
    let panel = if panels == 1 { 330.0 } else { 180.0 };
    let titles =
        lines.panels.iter().map(|panel| lines_of(&panel.title, width / columns as f32 - 40.0));
    let targets = lines.panels.iter().any(|panel| !panel.targets.is_empty());
    let targets = if targets { TARGET_ROW } else { 0.0 };
    let titles = titles.max().unwrap_or(0) as f32 * 26.0 + targets;
    let series = lines.panels.first().map(|panel| panel.series.iter());
    let named = series.into_iter().flatten().filter(|series| series.ink != Ink::Muted);
    let names = named.map(|series| series.label.as_str());
    // One more for those that are not named.
    let legend = if width < NARROW {
        1 + names.map(|name| lines_of(name, width - 40.0)).sum::<usize>()
    } else {
        lines_of(&names.collect::<Vec<_>>().join(MARGIN), width) + 1
    };
    panels.div_ceil(columns) as f32 * (panel + titles) + legend as f32 * 26.0 + 56.0
}

/// About how many lines a text takes.
fn lines_of(text: &str, width: f32) -> usize {
    (text.chars().count() as f32 * LETTER / width).ceil() as usize
}

/// How many panels stand side by side.
pub(crate) fn columns(panels: usize, width: f32) -> usize {
    match panels {
        _ if width < NARROW => 1,
        1 => 1,
        2 | 4 => 2,
        // A page may be as long as it likes, a slide may not.
        0..=9 => 3,
        _ if width < WIDTH * 0.85 => 3,
        _ => 4,
    }
}
