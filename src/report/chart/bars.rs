//! Horizontal bars with their values and intervals.

use super::axis::Scale;
use super::font::Face;
use super::rows::RowLabels;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use super::tips;
use crate::report::{Bars, Ink, Locale};

/// The widest label of a bar, before it is wrapped.
const ROW_LABEL: f32 = 360.0;
const ROW: f32 = 62.0;

/// Draws them.
pub(crate) fn draw(bars: &Bars, locale: Locale, area: Area, scene: &mut Scene) {
    let top = area.top + if bars.targets.is_empty() { 0.0 } else { 30.0 };
    let row = ((area.bottom - top) / bars.bars.len().max(1) as f32).min(ROW);
    let names = bars.bars.iter().map(|bar| bar.label.as_str());
    let widest = ROW_LABEL.min(area.width() * 0.4);
    let labels = RowLabels::fit(names, (row - 2.0, widest), size::LABEL);
    let letters = labels.size;
    let left = area.left + labels.width + 16.0;
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
    for (index, bar) in bars.bars.iter().enumerate() {
        let middle = top + (index as f32 + 0.5) * row;
        labels.draw(index, left - 14.0, middle, scene);
        let number = if bar.value.is_finite() { bar.value } else { 0.0 };
        let thick = row * 0.56;
        let value = tips::amount(bar.value, bar.interval, bars.format, locale);
        scene.tips.push(Tip {
            area: Area { top: middle - row / 2.0, bottom: middle + row / 2.0, ..area },
            guide: None,
            text: vec![bar.label.clone(), value],
        });
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
