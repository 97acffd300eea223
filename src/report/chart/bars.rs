//! Horizontal bars with their values and intervals.

use super::axis::Scale;
use super::font::Face;
use super::scene::{Anchor, Area, Label, Paint, Scene};
use super::theme::size;
use crate::report::{Bars, Ink, Locale};

/// The widest label of a bar, before it is wrapped.
const ROW_LABEL: f32 = 360.0;
const ROW: f32 = 62.0;

/// Labels of rows, wrapped, and the width of the widest line.
pub fn row_labels<'a>(
    labels: impl Iterator<Item = &'a str>,
    row: f32,
    size: f32,
) -> (Vec<Vec<String>>, f32) {
    let lines = if row >= size * 2.3 { 2 } else { 1 };
    let wrap = |label: &str| {
        let width = [1.0, 1.15, 1.3].map(|factor| ROW_LABEL * factor);
        let tries = width.iter().map(|&width| Face::Regular.wrap_evenly(label, size, width));
        tries.min_by_key(|found| found.len().max(lines)).unwrap_or_default()
    };
    let labels: Vec<Vec<String>> = labels.map(wrap).collect();
    let widths = labels.iter().flatten().map(|line| Face::Regular.width(line, size));
    let widest = widths.fold(0.0, f32::max);
    (labels, widest)
}

/// Writes the label of a row, its lines around the middle.
pub fn draw_row_label(lines: &[String], right: f32, middle: f32, size: f32, scene: &mut Scene) {
    let line = size * 1.16;
    let first = middle - (lines.len() as f32 - 1.0) * line / 2.0;
    for (index, text) in lines.iter().enumerate() {
        let at = (right, first + index as f32 * line);
        scene.text(Label::new(text, at, size).anchored(Anchor::End).centred());
    }
}

/// Draws them.
pub fn draw(bars: &Bars, locale: Locale, area: Area, scene: &mut Scene) {
    let top = area.top + if bars.targets.is_empty() { 0.0 } else { 30.0 };
    let row = ((area.bottom - top) / bars.bars.len().max(1) as f32).min(ROW);
    let letters = size::LABEL.min(row * 0.62);
    let (labels, widest) = row_labels(bars.bars.iter().map(|bar| bar.label.as_str()), row, letters);
    let left = area.left + widest + 16.0;
    let values: Vec<String> =
        bars.bars.iter().map(|bar| locale.label(bar.value, bars.format)).collect();
    let room = values.iter().map(|text| Face::SemiBold.width(text, letters)).fold(0.0, f32::max);
    let ends = bars.bars.iter().flat_map(|bar| {
        let (low, high) = bar.interval.unwrap_or((bar.value, bar.value));
        [bar.value, low, high]
    });
    let ends: Vec<f64> = ends
        .chain(bars.targets.iter().map(|target| target.value))
        .filter(|value| value.is_finite())
        .collect();
    let low = ends.iter().copied().fold(0.0, f64::min);
    let high = ends.iter().copied().fold(0.0, f64::max);
    let scale = Scale::between(low, if high > low { high } else { low + 1.0 }, 5.0, bars.format);
    let right = area.right - room - 18.0;
    let x = |value: f64| left + (right - left) * scale.position(value);
    let bottom = top + row * bars.bars.len() as f32;
    for (index, (bar, label)) in bars.bars.iter().zip(&labels).enumerate() {
        let middle = top + (index as f32 + 0.5) * row;
        draw_row_label(label, left - 14.0, middle, letters, scene);
        let number = if bar.value.is_finite() { bar.value } else { 0.0 };
        let thick = row * 0.56;
        let area = Area {
            left: x(number.min(0.0)),
            top: middle - thick / 2.0,
            right: x(number.max(0.0)).max(x(0.0) + 1.5),
            bottom: middle + thick / 2.0,
        };
        scene.rect(area, 3.0, bar.ink.into());
        let mut end = area.right;
        if let Some((low, high)) = bar.interval.filter(|(low, high)| (high - low).is_finite()) {
            scene.line(vec![(x(low), middle), (x(high), middle)], Paint::Text, 2.0);
            for at in [x(low), x(high)] {
                scene.line(vec![(at, middle - 5.0), (at, middle + 5.0)], Paint::Text, 2.0);
            }
            end = end.max(x(high));
        }
        let text = Label::new(&values[index], (end + 10.0, middle), letters).haloed().centred();
        scene.text(if bar.ink == Ink::Muted { text } else { text.bold() });
    }
    if low < 0.0 {
        scene.line(vec![(x(0.0), top), (x(0.0), bottom)], Paint::Axis, 1.5);
    }
    for target in &bars.targets {
        let at = x(target.value);
        scene.dashes(vec![(at, top - 6.0), (at, bottom)], Paint::Text, 1.6);
        let width = Face::Regular.width(&target.label, size::AXIS) / 2.0;
        let middle = at.clamp(left + width, area.right - width);
        let label = Label::new(&target.label, (middle, top - 14.0), size::AXIS);
        scene.text(label.anchored(Anchor::Middle));
    }
}
