//! Lines over months: one panel with labels at the ends, or several that share their axes.

use super::axis::draw_months;
use super::canvas::NARROW;
use super::ends::{labels_beside, last_value};
use super::font::Face;
use super::labels::spread;
use super::limits::{draw_value_axis, tick_width, value_scale};
use super::panels;
use super::plot::{MARK_ROW, Plot, draw_panel};
use super::scene::{Anchor, Area, Label, Scene};
use super::theme::size;
use super::tips;
use crate::report::{Ink, Lines, Locale, Panel};

/// Draws them.
pub(crate) fn draw(lines: &Lines, locale: Locale, area: Area, scene: &mut Scene) {
    match lines.panels.as_slice() {
        [] => {}
        [panel] if area.width() > NARROW => draw_single(lines, panel, locale, area, scene),
        panels => panels::draw(lines, panels, locale, area, scene),
    }
}

/// Lines that leave the plot at the top are named where they leave it.
fn label_exits(panel: &Panel, plot: &Plot, right: f32, locale: Locale, scene: &mut Scene) {
    let emphasised = panel.series.iter().filter(|series| series.ink != Ink::Muted);
    let mut exits: Vec<_> =
        emphasised.filter_map(|series| Some((plot.exit(&series.values)?, series))).collect();
    exits.sort_by(|(one, _), (other, _)| other.0.total_cmp(&one.0));
    for (row, ((x, top), series)) in exits.into_iter().enumerate() {
        let Some((_, value)) = last_value(series) else {
            continue;
        };
        let value = locale.label(value, plot.scale.format);
        let text = format!("{}\u{a0}↑\u{a0}{value}", series.label);
        let at = (x + 14.0, top + 12.0 + row as f32 * size::LABEL * 1.3);
        let label = Label::new(text, at, size::LABEL).bold().painted(series.ink.into());
        let fits = at.0 + label.width() < right;
        let label = if fits {
            label
        } else {
            Label { at: (x - 14.0, at.1), ..label.anchored(Anchor::End) }
        };
        scene.text(label.haloed().centred());
    }
}

fn draw_single(lines: &Lines, panel: &Panel, locale: Locale, area: Area, scene: &mut Scene) {
    let scale = value_scale(lines, 6.0);
    let ticks = tick_width(&scale, size::AXIS, locale);
    // The labels decide how much room the lines have, the lines where the labels stand.
    let mut plot = Plot {
        area: Area {
            left: area.left + ticks + 12.0,
            top: area.top + 8.0 + panel.marks.len() as f32 * MARK_ROW,
            bottom: area.bottom - size::AXIS * 2.4 - 4.0,
            ..area
        },
        scale,
        months: lines.months.len(),
        trace: lines.trace,
    };
    let labels = labels_beside(panel, &plot, lines.format, locale);
    let values = labels.iter().map(|label| Face::SemiBold.width(&label.value, size::LABEL));
    let values = values.fold(0.0, f32::max);
    let names = labels.iter().flat_map(|label| &label.lines);
    let names = names.map(|line| Face::Regular.width(line, size::LABEL)).fold(0.0, f32::max);
    plot.area.right = area.right - (values + names + 40.0);

    draw_value_axis(&plot, size::AXIS, locale, scene);
    draw_panel(panel, &plot, size::AXIS - 1.0, scene);
    tips::add_panel(panel, &lines.months, &plot, lines.format, locale, scene);
    let x = |index: usize| plot.x(index as f64 + 0.5);
    draw_months(&lines.months, x, (plot.area.bottom + 8.0, size::AXIS), locale, scene);

    label_exits(panel, &plot, area.right, locale, scene);
    let labels = labels_beside(panel, &plot, lines.format, locale);
    let line = size::LABEL * 1.18;
    let heights: Vec<f32> =
        labels.iter().map(|label| label.lines.len().max(1) as f32 * line + 7.0).collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.at.1).collect();
    let centres = spread(&wanted, &heights, plot.area.top - 12.0, plot.area.bottom + 12.0);
    for (label, centre) in labels.iter().zip(centres) {
        let left = plot.area.right + 26.0;
        let first = centre - (label.lines.len().max(1) - 1) as f32 * line / 2.0;
        if label.value.is_empty() {
            // The many others have no single end.
        } else if (first - label.at.1).abs() > 4.0 {
            let start = (label.at.0 + 8.0, label.at.1);
            let end = left + values - Face::SemiBold.width(&label.value, size::LABEL) - 6.0;
            scene.line(vec![start, (left - 14.0, first), (end, first)], label.paint, 1.2);
        }
        let value = Label::new(&label.value, (left + values, first), size::LABEL).bold();
        scene.text(value.anchored(Anchor::End).painted(label.paint).centred());
        for (index, text) in label.lines.iter().enumerate() {
            let at = (left + values + 8.0, first + index as f32 * line);
            scene.text(Label::new(text, at, size::LABEL).painted(label.paint).centred());
        }
    }
}
