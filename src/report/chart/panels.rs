//! Small multiples: several panels that share their axes and one legend.

use super::axis::{Scale, draw_months};
use super::canvas::columns;
use super::ends::{EndLabel, end_labels, last_value, others};
use super::font::{Face, LINE};
use super::labels::spread;
use super::limits::{draw_grid, draw_value_axis, tick_width, value_scale};
use super::plot::{MARK_ROW, Plot, draw_panel};
use super::scene::{Area, Label, Paint, Scene};
use super::theme::size;
use super::tips;
use crate::report::{Format, Ink, Lines, Locale, Panel, Series};

/// Draws them.
pub(crate) fn draw(lines: &Lines, panels: &[Panel], locale: Locale, area: Area, scene: &mut Scene) {
    let columns = columns(panels.len(), area.width());
    let rows = panels.len().div_ceil(columns);
    let axis = size::SMALL_AXIS;
    let legend = draw_legend(&panels[0].series, area, locale, scene);
    let top = area.top + legend;
    let scale = value_scale(lines, if rows > 1 { 4.0 } else { 6.0 });
    let ticks = tick_width(&scale, axis, locale) + 12.0;
    let cell_width = (area.width() - ticks) / columns as f32;
    let months = axis * 2.4;
    let cell_height = (area.bottom - top - months) / rows as f32;
    let values = widest_end(panels, &scale, axis, locale) + 16.0;
    let plot_width = cell_width - values - 18.0;
    let titles = panels
        .iter()
        .map(|panel| Face::SemiBold.wrap_evenly(&panel.title, size::PANEL, cell_width - 14.0));
    let titles: Vec<Vec<String>> = titles.collect();
    let title_lines = titles.iter().map(Vec::len).max().unwrap_or(0) as f32;
    let marks = panels.iter().map(|panel| panel.marks.len()).max();
    let marks = marks.unwrap_or(0) as f32 * MARK_ROW;
    let head = title_lines * size::PANEL * LINE + 10.0 + marks;
    let headroom = if scale.high <= 1.0 { 14.0 } else { 4.0 };
    for (index, (panel, title)) in panels.iter().zip(&titles).enumerate() {
        let (row, column) = (index / columns, index % columns);
        let left = area.left + ticks + column as f32 * cell_width;
        let cell_top = top + row as f32 * cell_height;
        let plot = Plot {
            area: Area {
                left,
                top: cell_top + head + headroom,
                right: left + plot_width,
                bottom: cell_top + cell_height - 14.0,
            },
            scale,
            months: lines.months.len(),
            trace: lines.trace,
        };
        for (line, text) in title.iter().enumerate() {
            let at = (left, cell_top + (line as f32 + 0.8) * size::PANEL * LINE);
            scene.text(Label::new(text, at, size::PANEL).bold());
        }
        if column == 0 {
            draw_value_axis(&plot, axis, locale, scene);
        } else {
            draw_grid(&plot, scene);
        }
        draw_panel(panel, &plot, axis - 1.0, scene);
        tips::add_panel(panel, &lines.months, &plot, lines.format, locale, scene);
        draw_end_values(panel, &plot, axis, lines.format, locale, scene);
        if index + columns >= panels.len() {
            let x = |month: usize| plot.x(month as f64 + 0.5);
            draw_months(&lines.months, x, (plot.area.bottom + 6.0, axis), locale, scene);
        }
    }
}

fn draw_end_values(
    panel: &Panel,
    plot: &Plot,
    size: f32,
    format: Format,
    locale: Locale,
    scene: &mut Scene,
) {
    let labels = end_labels(panel, plot, format, locale);
    let labels: Vec<EndLabel> =
        labels.into_iter().filter(|label| !label.value.is_empty()).collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.at.1).collect();
    let heights = vec![size * 1.12; labels.len()];
    let centres = spread(&wanted, &heights, plot.area.top - 14.0, plot.area.bottom + 10.0);
    for (label, centre) in labels.iter().zip(centres) {
        let at = (plot.area.right + 12.0, centre);
        scene.text(Label::new(&label.value, at, size).bold().painted(label.paint).centred());
    }
}

/// The names of the series over several panels; returns its height.
fn draw_legend(series: &[Series], area: Area, locale: Locale, scene: &mut Scene) -> f32 {
    let muted = series.iter().filter(|series| series.ink == Ink::Muted).count();
    let shown = series.iter().filter(|series| series.ink != Ink::Muted || muted == 1);
    let mut entries: Vec<(String, Paint)> =
        shown.map(|series| (series.label.clone(), Paint::from(series.ink))).collect();
    if muted > 1 {
        entries.push((others(muted, locale), Paint::Muted));
    }
    let row = size::LABEL * 1.45;
    let (mut x, mut y) = (area.left, area.top);
    for (text, paint) in entries {
        let lines = Face::Regular.wrap(&text, size::LABEL, area.width() - 40.0);
        let widths = lines.iter().map(|line| Face::Regular.width(line, size::LABEL));
        let width = widths.fold(0.0, f32::max) + 40.0;
        if x + width > area.right && x > area.left {
            (x, y) = (area.left, y + row);
        }
        scene.line(
            vec![(x, y), (x + 26.0, y)],
            paint,
            if paint == Paint::Muted { 2.0 } else { 4.0 },
        );
        let ink = if paint == Paint::Muted { Paint::Quiet } else { Paint::Text };
        for (index, line) in lines.into_iter().enumerate() {
            y += if index > 0 { size::LABEL * LINE } else { 0.0 };
            let label = Label::new(line, (x + 34.0, y), size::LABEL);
            scene.text(label.painted(ink).centred());
        }
        x += width + 22.0;
    }
    y - area.top + row
}

fn widest_end(panels: &[Panel], scale: &Scale, size: f32, locale: Locale) -> f32 {
    let series = panels.iter().flat_map(|panel| &panel.series);
    let values = series.filter(|series| series.ink != Ink::Muted).filter_map(last_value);
    let width = |(_, value): (usize, f64)| {
        let cut = if value > scale.high { "↑\u{a0}" } else { "" };
        Face::SemiBold.width(&format!("{cut}{}", locale.label(value, scale.format)), size)
    };
    values.map(width).fold(0.0, f32::max)
}
