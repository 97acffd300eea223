//! Horizontal bars with their values and intervals.

use super::backend::{dashes, filled, stroke};
use super::font::Face;
use super::plot::Plot;
use super::rows::RowLabels;
use super::ruler::Ruler;
use super::scene::{Area, Label, Paint, Scene, Tip};
use super::theme::size;
use super::tips;
use crate::report::{Bar, Bars, Ink, Locale};
use plotters::element::{PathElement, Rectangle};

/// The widest label of a bar, before it is wrapped.
const ROW_LABEL: f32 = 360.0;
const ROW: f32 = 62.0;
/// Half the height of a bar, and of the ends of its interval, in rows.
const THICK: f64 = 0.28;
const WHISKER: f64 = 0.09;

pub(crate) fn draw(bars: &Bars, locale: Locale, area: Area, scene: &mut Scene) {
    let top = area.top + if bars.targets.is_empty() { 0.0 } else { 30.0 };
    let row = ((area.bottom - top) / bars.bars.len().max(1) as f32).min(ROW);
    let names = bars.bars.iter().map(|bar| bar.label.as_str());
    let widest = ROW_LABEL.min(area.width() * 0.4);
    let labels = RowLabels::fit(names, (row - 2.0, widest), size::LABEL);
    let values: Vec<String> =
        bars.bars.iter().map(|bar| locale.label(bar.value, bars.format)).collect();
    let room = values.iter().map(|text| Face::SemiBold.width(text, labels.size));
    let inside = Area {
        left: area.left + labels.width + 16.0,
        top,
        right: area.right - room.fold(0.0, f32::max) - 18.0,
        bottom: top + row * bars.bars.len() as f32,
    };
    let plot = Plot { area: inside, across: across(bars, locale), up: labels.ruler() };
    labels.draw(&plot, 14.0, scene);
    for (index, (bar, value)) in bars.bars.iter().zip(values).enumerate() {
        draw_bar(bar, index as f64 + 0.5, &plot, scene);
        let end = bar_ends(bar).into_iter().fold(0.0, f64::max);
        let at = (plot.x(end) + 10.0, plot.y(index as f64 + 0.5));
        let text = Label::new(value, at, labels.size).haloed().centred();
        scene.text(if bar.ink == Ink::Muted { text } else { text.bold() });
        let amount = tips::amount(bar.value, bar.interval, bars.format, locale);
        let (top, bottom) = (plot.y(index as f64), plot.y(index as f64 + 1.0));
        let text = vec![bar.label.clone(), amount];
        scene.tips.push(Tip { area: Area { top, bottom, ..area }, guide: None, text });
    }
    draw_levels(bars, &plot, area.right, scene);
}

/// Where a bar and its interval end.
fn bar_ends(bar: &Bar) -> Vec<f64> {
    let (low, high) = bar.interval.unwrap_or((bar.value, bar.value));
    [bar.value, low, high].into_iter().filter(|value| value.is_finite()).collect()
}

/// From zero or the lowest value to the highest.
fn across(bars: &Bars, locale: Locale) -> Ruler {
    let ends = bars.bars.iter().flat_map(bar_ends);
    let ends = ends.chain(bars.targets.iter().map(|target| target.value));
    let (low, high) =
        ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    let high = if high > low { high } else { low + 1.0 };
    Ruler::between((low, high), 5.0, bars.format, locale)
}

fn draw_bar(bar: &Bar, row: f64, plot: &Plot, scene: &mut Scene) {
    let corners = [(0.0, row - THICK), (bar.value, row + THICK)];
    let drawn = bar.value.is_finite().then(|| Rectangle::new(corners, filled(bar.ink.into())));
    plot.draw(drawn, scene);
    if let Some((low, high)) = bar.interval.filter(|(low, high)| (high - low).is_finite()) {
        let end = |at| vec![(at, row - WHISKER), (at, row + WHISKER)];
        let lines = [vec![(low, row), (high, row)], end(low), end(high)];
        let style = stroke(Paint::Text, 2.0);
        plot.draw(lines.map(|line| PathElement::new(line, style)), scene);
    }
}

/// Zero where bars go both ways, and the targets with their names above.
fn draw_levels(bars: &Bars, plot: &Plot, right: f32, scene: &mut Scene) {
    let line = |at| vec![(at, plot.up.low), (at, plot.up.high)];
    if plot.across.low < 0.0 {
        plot.draw([PathElement::new(line(0.0), stroke(Paint::Axis, 1.5))], scene);
    }
    for target in &bars.targets {
        plot.draw([PathElement::new(line(target.value), dashes(Paint::Text, 1.6))], scene);
        let at = (plot.x(target.value), plot.area.top - 14.0);
        let label = Label::new(&target.label, at, size::AXIS);
        scene.text(label.between(plot.area.left, right));
    }
}
