//! What colours and lines mean: signs and texts, in as few rows as hold them.

use super::font::{Face, LINE};
use super::scene::{Area, At, Label, Paint, Scene};

/// Width of an ordinary sign.
pub(crate) const SIGN: f32 = 26.0;
/// From one row to the next.
pub(crate) const ROW: f32 = 26.0;
/// Before a text and after it.
const BEFORE: f32 = 8.0;
const AFTER: f32 = 28.0;

/// Draws a sign, given the middle of its left edge.
type Sign = Box<dyn Fn(At, &mut Scene)>;

/// A sign and what it means.
pub(crate) struct Entry {
    /// Width of the sign.
    pub(crate) width: f32,
    /// Draws the sign, given the middle of its left edge.
    pub(crate) sign: Sign,
    /// What it means.
    pub(crate) text: String,
    /// Colour of the text.
    pub(crate) paint: Paint,
}

impl Entry {
    pub(crate) fn line(text: String, paint: Paint, width: f32) -> Self {
        let sign = move |(x, y): At, scene: &mut Scene| {
            scene.line(vec![(x, y), (x + SIGN, y)], paint, width);
        };
        let paint = if paint == Paint::Muted { Paint::Quiet } else { Paint::Text };
        Self { width: SIGN, sign: Box::new(sign), text, paint }
    }

    /// Patches of colours, through which what is behind them shines.
    pub(crate) fn patches(text: String, paints: Vec<Paint>, opacity: f32) -> Self {
        let width = paints.len() as f32 * (SIGN + 2.0) - 2.0;
        let sign = move |(x, y): At, scene: &mut Scene| {
            for (index, paint) in paints.iter().enumerate() {
                let left = x + index as f32 * (SIGN + 2.0);
                let area = Area { left, right: left + SIGN, top: y - 8.0, bottom: y + 8.0 };
                scene.rect(area, *paint, opacity);
            }
        };
        Self { width, sign: Box::new(sign), text, paint: Paint::Quiet }
    }
}

/// Writes entries at the top of an area; returns their height.
pub(crate) fn draw(entries: Vec<Entry>, area: Area, size: f32, scene: &mut Scene) -> f32 {
    let (mut x, mut y) = (area.left, area.top + 4.0);
    for entry in entries {
        let text = entry.width + BEFORE;
        let lines = Face::Regular.wrap(&entry.text, size, area.width() - text);
        let widths = lines.iter().map(|line| Face::Regular.width(line, size));
        let width = text + widths.fold(0.0, f32::max);
        if x + width > area.right && x > area.left {
            (x, y) = (area.left, y + ROW);
        }
        (entry.sign)((x, y), scene);
        for (index, line) in lines.into_iter().enumerate() {
            y += if index > 0 { size * LINE } else { 0.0 };
            scene.text(Label::new(line, (x + text, y), size).painted(entry.paint).centred());
        }
        x += width + AFTER;
    }
    y - area.top + ROW
}
