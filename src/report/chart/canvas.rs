//! Where a chart will be looked at, and the room that its numbers need there.

use super::scene::{HEIGHT, WIDTH};
use crate::report::{Figure, Lines};

/// Where a chart will be looked at: the same numbers, laid out for another width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canvas {
    /// On a slide or as a file: with title, subtitle and source.
    Slide,
    /// In the column of a page that says those in its own texts.
    Page,
    /// On a phone held upright, in such a page.
    Phone,
}

/// A chart narrower than this stacks what others put side by side.
pub const NARROW: f32 = 600.0;

const PAGE: f32 = 1040.0;
const PHONE: f32 = 480.0;

impl Canvas {
    /// Width and height.
    pub fn size(self, figure: &Figure) -> (f32, f32) {
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
        Figure::Lines(lines) if lines.panels.len() > 1 || narrow => {
            let panels = lines.panels.len();
            let panel = if narrow && panels == 1 { 330.0 } else { 215.0 };
            let legend = if narrow { legend_rows(lines) } else { 1 };
            rows(panels.div_ceil(columns(panels, width)), panel, 80.0) + legend as f32 * 26.0
        }
        Figure::Lines(_) => 420.0,
        Figure::HeatMap(map) => rows(map.rows.len(), 56.0, 102.0) + if narrow { 26.0 } else { 0.0 },
        Figure::Bars(bars) => rows(bars.bars.len(), 48.0, 52.0),
        Figure::Tornado(tornado) => {
            let row = if narrow { 62.0 } else { 48.0 };
            rows(
                tornado.swings.len(),
                row,
                if narrow { 148.0 } else { 122.0 },
            )
        }
        Figure::Curve(_) => 500.0,
    }
}

/// On a phone each name has about a row of its own.
fn legend_rows(lines: &Lines) -> usize {
    lines
        .panels
        .first()
        .map_or(0, |panel| panel.series.len().min(6))
}

/// How many panels stand side by side.
pub fn columns(panels: usize, width: f32) -> usize {
    match panels {
        _ if width < NARROW => 1,
        1 => 1,
        2 | 4 => 2,
        0..=9 => 3,
        _ => 4,
    }
}
