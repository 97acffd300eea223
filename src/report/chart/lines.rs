//! Lines over months: one panel with labels at the ends, or several that share their axes.

use super::canvas::NARROW;
use super::ends::{labels_beside, last_value};
use super::font::Face;
use super::labels::{label_targets, spread};
use super::limits::{draw_values, values};
use super::line_plot::{LinePlot, MARK_ROW, margin};
use super::panels;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Anchor, Area, Label, Scene};
use super::theme::size;
use super::tips;
use crate::report::{Format, Ink, Lines, Locale, Panel};

/// From the values at the ends of lines to their names.
const BEFORE_NAME: f32 = 8.0;
/// From the plot to the values at the ends of lines.
const BEFORE_VALUE: f32 = 26.0;

pub(crate) fn draw(lines: &Lines, locale: Locale, area: Area, scene: &mut Scene) {
    match lines.panels.as_slice() {
        [] => {}
        [panel] if area.width() > NARROW => draw_single(lines, panel, locale, area, scene),
        panels => panels::draw(lines, panels, locale, area, scene),
    }
}

fn draw_single(lines: &Lines, panel: &Panel, locale: Locale, area: Area, scene: &mut Scene) {
    let mut plot = single_plot(lines, panel, locale, area);
    // The labels decide how much room the lines have, the lines where the labels stand.
    let labels = labels_beside(panel, &plot, lines.format, locale);
    let values = labels.iter().map(|label| Face::SemiBold.width(&label.value, size::LABEL));
    let values = values.fold(0.0, f32::max);
    let names = labels.iter().flat_map(|label| &label.lines);
    let names = names.map(|line| Face::Regular.width(line, size::LABEL)).fold(0.0, f32::max);
    plot.plot.area.right = area.right - (values + names + BEFORE_VALUE + BEFORE_NAME + 6.0);
    let (width, margin) = (plot.plot.area.width(), margin(lines.trace, lines.months.len()));
    plot.plot.across = Ruler::months(&lines.months, margin, (width, size::AXIS), locale);

    draw_values(&plot.plot, size::AXIS, scene);
    plot.plot.draw_across(Ticks { axis: true, ..Ticks::labels(size::AXIS, 8.0) }, scene);
    plot.draw(panel, scene);
    let mut taken = plot.taken(panel);
    label_targets(&panel.targets, &plot.plot, &mut taken, size::AXIS - 1.0, scene);
    tips::add_panel(panel, &lines.months, &plot.plot, lines.format, locale, scene);
    label_exits(panel, &plot, lines.format, area.right, locale, scene);
    label_ends(panel, &plot, lines.format, values, locale, scene);
}

/// The axes of a single panel, as wide as there is room.
fn single_plot(lines: &Lines, panel: &Panel, locale: Locale, area: Area) -> LinePlot {
    let up = values(lines, 6.0, locale);
    let area = Area {
        left: area.left + up.widest(size::AXIS) + 12.0,
        top: area.top + 8.0 + panel.marks.len() as f32 * MARK_ROW,
        bottom: area.bottom - size::AXIS * 2.4 - 4.0,
        ..area
    };
    let margin = margin(lines.trace, lines.months.len());
    let across = Ruler::months(&lines.months, margin, (area.width(), size::AXIS), locale);
    LinePlot { plot: Plot { area, across, up }, trace: lines.trace }
}

/// Lines that leave the plot at the top are named where they leave it.
fn label_exits(
    panel: &Panel,
    plot: &LinePlot,
    format: Format,
    right: f32,
    locale: Locale,
    scene: &mut Scene,
) {
    let emphasised = panel.series.iter().filter(|series| series.ink != Ink::Muted);
    let mut exits: Vec<_> =
        emphasised.filter_map(|series| Some((plot.exit(&series.values)?, series))).collect();
    exits.sort_by(|(one, _), (other, _)| other.0.total_cmp(&one.0));
    for (row, ((x, top), series)) in exits.into_iter().enumerate() {
        let Some((_, value)) = last_value(series) else {
            continue;
        };
        let text = format!("{}\u{a0}↑\u{a0}{}", series.label, locale.label(value, format));
        let y = top + 12.0 + row as f32 * size::LABEL * 1.3;
        let label = Label::new(text, (x + 14.0, y), size::LABEL);
        let label = label.bold().painted(series.ink.into()).haloed().centred();
        let fits = x + 14.0 + label.width() < right;
        scene.text(match fits {
            true => label,
            false => Label { at: (x - 14.0, label.at.1), anchor: Anchor::End, ..label },
        });
    }
}

/// Values and names at the ends of lines, apart from each other; what was moved has a leader.
fn label_ends(
    panel: &Panel,
    plot: &LinePlot,
    format: Format,
    values: f32,
    locale: Locale,
    scene: &mut Scene,
) {
    let labels = labels_beside(panel, plot, format, locale);
    let area = plot.plot.area;
    let line = size::LABEL * 1.18;
    let heights: Vec<f32> =
        labels.iter().map(|label| label.lines.len().max(1) as f32 * line + 7.0).collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.at.1).collect();
    let centres = spread(&wanted, &heights, area.top - 12.0, area.bottom + 12.0);
    for (label, centre) in labels.iter().zip(centres) {
        let left = area.right + BEFORE_VALUE;
        let first = centre - (label.lines.len().max(1) - 1) as f32 * line / 2.0;
        let value = Label::new(&label.value, (left + values, first), size::LABEL).bold();
        // The many others have no single end.
        if !label.value.is_empty() && (first - label.at.1).abs() > 4.0 {
            let start = (label.at.0 + 8.0, label.at.1);
            let end = (left + values - value.width() - 6.0, first);
            scene.line(vec![start, (left - 14.0, first), end], label.paint, 1.2);
        }
        scene.text(value.anchored(Anchor::End).painted(label.paint).centred());
        for (index, text) in label.lines.iter().enumerate() {
            let at = (left + values + BEFORE_NAME, first + index as f32 * line);
            scene.text(Label::new(text, at, size::LABEL).painted(label.paint).centred());
        }
    }
}
