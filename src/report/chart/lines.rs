//! Lines over months: one panel with labels at the ends, or several that share their axes.

use super::axis::{Scale, draw_months};
use super::canvas::{NARROW, columns};
use super::font::{Face, LINE};
use super::labels::spread;
use super::plot::{MARK_ROW, Plot, draw_panel};
use super::scene::{Anchor, Area, Label, Paint, Scene};
use super::theme::size;
use super::tips;
use crate::report::{Format, Ink, Lines, Locale, Panel, Series, Trace, Word};

/// The widest label at the end of a line, before it is wrapped.
const END_LABEL: f32 = 250.0;
/// A line that leaves the others this far behind is cut off at the top.
const EXPLODES: f64 = 5.0;

/// Draws them.
pub fn draw(lines: &Lines, locale: Locale, area: Area, scene: &mut Scene) {
    match lines.panels.as_slice() {
        [] => {}
        [panel] if area.width() > NARROW => draw_single(lines, panel, locale, area, scene),
        panels => draw_many(lines, panels, locale, area, scene),
    }
}

/// Lines that leave the plot at the top are named where they leave it.
fn label_exits(panel: &Panel, plot: &Plot, right: f32, locale: Locale, scene: &mut Scene) {
    let emphasised = panel
        .series
        .iter()
        .filter(|series| series.ink != Ink::Muted);
    let mut exits: Vec<_> = emphasised
        .filter_map(|series| Some((plot.exit(&series.values)?, series)))
        .collect();
    exits.sort_by(|(one, _), (other, _)| other.0.total_cmp(&one.0));
    for (row, ((x, top), series)) in exits.into_iter().enumerate() {
        let Some((_, value)) = last_value(series) else {
            continue;
        };
        let value = locale.label(value, plot.scale.format);
        let text = format!("{}\u{a0}↑\u{a0}{value}", series.label);
        let at = (x + 14.0, top + 12.0 + row as f32 * size::LABEL * 1.3);
        let label = Label::new(text, at, size::LABEL)
            .bold()
            .painted(series.ink.into());
        let fits = at.0 + label.width() < right;
        let label = if fits {
            label
        } else {
            Label {
                at: (x - 14.0, at.1),
                ..label.anchored(Anchor::End)
            }
        };
        scene.text(label.haloed().centred());
    }
}

/// What stands at the end of a line.
struct EndLabel {
    value: String,
    lines: Vec<String>,
    paint: Paint,
    /// Where the line ends.
    at: (f32, f32),
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
    let values = labels
        .iter()
        .map(|label| Face::SemiBold.width(&label.value, size::LABEL));
    let values = values.fold(0.0, f32::max);
    let names = labels.iter().flat_map(|label| &label.lines);
    let names = names
        .map(|line| Face::Regular.width(line, size::LABEL))
        .fold(0.0, f32::max);
    plot.area.right = area.right - (values + names + 40.0);

    draw_value_axis(&plot, size::AXIS, locale, scene);
    draw_panel(panel, &plot, size::AXIS - 1.0, scene);
    tips::add_panel(panel, &lines.months, &plot, lines.format, locale, scene);
    let x = |index: usize| plot.x(index as f64 + 0.5);
    draw_months(
        &lines.months,
        x,
        (plot.area.bottom + 8.0, size::AXIS),
        locale,
        scene,
    );

    label_exits(panel, &plot, area.right, locale, scene);
    let labels = labels_beside(panel, &plot, lines.format, locale);
    let line = size::LABEL * 1.18;
    let heights: Vec<f32> = labels
        .iter()
        .map(|label| label.lines.len().max(1) as f32 * line + 7.0)
        .collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.at.1).collect();
    let centres = spread(
        &wanted,
        &heights,
        plot.area.top - 12.0,
        plot.area.bottom + 12.0,
    );
    for (label, centre) in labels.iter().zip(centres) {
        let left = plot.area.right + 26.0;
        let first = centre - (label.lines.len().max(1) - 1) as f32 * line / 2.0;
        if label.value.is_empty() {
            // The many others have no single end.
        } else if (first - label.at.1).abs() > 4.0 {
            let start = (label.at.0 + 8.0, label.at.1);
            let end = left + values - Face::SemiBold.width(&label.value, size::LABEL) - 6.0;
            scene.line(
                vec![start, (left - 14.0, first), (end, first)],
                label.paint,
                1.2,
            );
        }
        let value = Label::new(&label.value, (left + values, first), size::LABEL).bold();
        scene.text(value.anchored(Anchor::End).painted(label.paint).centred());
        for (index, text) in label.lines.iter().enumerate() {
            let at = (left + values + 8.0, first + index as f32 * line);
            scene.text(
                Label::new(text, at, size::LABEL)
                    .painted(label.paint)
                    .centred(),
            );
        }
    }
}

fn draw_many(lines: &Lines, panels: &[Panel], locale: Locale, area: Area, scene: &mut Scene) {
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
            draw_months(
                &lines.months,
                x,
                (plot.area.bottom + 6.0, axis),
                locale,
                scene,
            );
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
    let labels: Vec<EndLabel> = labels
        .into_iter()
        .filter(|label| !label.value.is_empty())
        .collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.at.1).collect();
    let heights = vec![size * 1.12; labels.len()];
    let centres = spread(
        &wanted,
        &heights,
        plot.area.top - 14.0,
        plot.area.bottom + 10.0,
    );
    for (label, centre) in labels.iter().zip(centres) {
        let at = (plot.area.right + 12.0, centre);
        scene.text(
            Label::new(&label.value, at, size)
                .bold()
                .painted(label.paint)
                .centred(),
        );
    }
}

/// The names of the series over several panels; returns its height.
fn draw_legend(series: &[Series], area: Area, locale: Locale, scene: &mut Scene) -> f32 {
    let muted = series
        .iter()
        .filter(|series| series.ink == Ink::Muted)
        .count();
    let shown = series
        .iter()
        .filter(|series| series.ink != Ink::Muted || muted == 1);
    let mut entries: Vec<(String, Paint)> = shown
        .map(|series| (series.label.clone(), Paint::from(series.ink)))
        .collect();
    if muted > 1 {
        entries.push((others(muted, locale), Paint::Muted));
    }
    let row = size::LABEL * 1.45;
    let (mut x, mut y) = (area.left, area.top);
    for (text, paint) in entries {
        let width = Face::Regular.width(&text, size::LABEL) + 40.0;
        if x + width > area.right && x > area.left {
            (x, y) = (area.left, y + row);
        }
        scene.line(
            vec![(x, y), (x + 26.0, y)],
            paint,
            if paint == Paint::Muted { 2.0 } else { 4.0 },
        );
        let ink = if paint == Paint::Muted {
            Paint::Quiet
        } else {
            Paint::Text
        };
        scene.text(
            Label::new(text, (x + 34.0, y), size::LABEL)
                .painted(ink)
                .centred(),
        );
        x += width + 22.0;
    }
    y - area.top + row
}

fn labels_beside(panel: &Panel, plot: &Plot, format: Format, locale: Locale) -> Vec<EndLabel> {
    let stays = |series: &&Series| series.ink == Ink::Muted || plot.exit(&series.values).is_none();
    let series = panel.series.iter().filter(stays).cloned().collect();
    end_labels(
        &Panel {
            series,
            ..Panel::default()
        },
        plot,
        format,
        locale,
    )
}

fn end_labels(panel: &Panel, plot: &Plot, format: Format, locale: Locale) -> Vec<EndLabel> {
    let muted: Vec<&Series> = panel
        .series
        .iter()
        .filter(|series| series.ink == Ink::Muted)
        .collect();
    let mut labels = Vec::new();
    for series in &panel.series {
        let Some((last, value)) = last_value(series) else {
            continue;
        };
        if series.ink == Ink::Muted && muted.len() > 2 {
            continue;
        }
        let paint = match series.ink {
            Ink::Muted => Paint::Quiet,
            ink => ink.into(),
        };
        let mut text = locale.label(value, format);
        if value > plot.scale.high {
            text = format!("↑\u{a0}{text}");
        }
        let at = (
            plot.end_of(last),
            plot.y(value.min(plot.scale.high).max(plot.scale.low)),
        );
        let lines = Face::Regular.wrap_evenly(&series.label, size::LABEL, END_LABEL);
        labels.push(EndLabel {
            value: text,
            lines,
            paint,
            at,
        });
    }
    if muted.len() > 2 {
        let mut ends: Vec<f64> = muted
            .iter()
            .filter_map(|series| last_value(series))
            .map(|(_, value)| value)
            .collect();
        ends.sort_by(f64::total_cmp);
        let middle = ends.get(ends.len() / 2).copied().unwrap_or(plot.scale.low);
        let at = (plot.area.right, plot.y(middle.min(plot.scale.high)));
        let lines = vec![others(muted.len(), locale)];
        labels.push(EndLabel {
            value: String::new(),
            lines,
            paint: Paint::Quiet,
            at,
        });
    }
    labels
}

fn others(count: usize, locale: Locale) -> String {
    Word::Others.filled(locale.lang, &[("count", &count.to_string())])
}

fn last_value(series: &Series) -> Option<(usize, f64)> {
    let values = series.values.iter().copied().enumerate().rev();
    values.into_iter().find(|(_, value)| value.is_finite())
}

/// Limits that suit every panel.
fn value_scale(lines: &Lines, steps: f64) -> Scale {
    let series = || lines.panels.iter().flat_map(|panel| &panel.series);
    let targets = lines.panels.iter().flat_map(|panel| &panel.targets);
    let targets = targets
        .map(|target| target.value)
        .fold(f64::NEG_INFINITY, f64::max);
    let finite = |series: &Series| -> Vec<f64> {
        series
            .values
            .iter()
            .copied()
            .filter(|value| value.is_finite())
            .collect()
    };
    let low = series().flat_map(finite).fold(f64::INFINITY, f64::min);
    let maxima: Vec<f64> = series()
        .map(|series| finite(series).into_iter().fold(f64::NEG_INFINITY, f64::max))
        .filter(|value| value.is_finite())
        .collect();
    let high = sensible_top(maxima).max(targets);
    match lines.format {
        Format::Share if high <= 1.0 => {
            let floors = [0.9, 0.8, 0.5];
            let floor = floors
                .into_iter()
                .find(|floor| low >= floor + (1.0 - floor) * 0.05);
            Scale::between(floor.unwrap_or(0.0), 1.0, steps, Format::Share)
        }
        format => {
            let room = if lines.trace == Trace::Steps {
                1.08
            } else {
                1.0
            };
            Scale::around(low.min(0.0), high.max(0.0) * room, steps, format)
        }
    }
}

/// The largest value, or, where a few lines leave at least three others far behind, a little
/// above those others: one policy that explodes must not flatten all that could be chosen.
fn sensible_top(mut maxima: Vec<f64>) -> f64 {
    maxima.sort_by(f64::total_cmp);
    let Some(&top) = maxima.last() else {
        return 1.0;
    };
    for index in (3..maxima.len()).rev() {
        let (calm, wild) = (maxima[index - 1], maxima[index]);
        if calm > 0.0 && wild > calm * EXPLODES {
            return calm * 1.3;
        }
    }
    top
}

fn widest_end(panels: &[Panel], scale: &Scale, size: f32, locale: Locale) -> f32 {
    let series = panels.iter().flat_map(|panel| &panel.series);
    let values = series
        .filter(|series| series.ink != Ink::Muted)
        .filter_map(last_value);
    let width = |(_, value): (usize, f64)| {
        let cut = if value > scale.high { "↑\u{a0}" } else { "" };
        Face::SemiBold.width(&format!("{cut}{}", locale.label(value, scale.format)), size)
    };
    values.map(width).fold(0.0, f32::max)
}

fn tick_width(scale: &Scale, size: f32, locale: Locale) -> f32 {
    let ticks = scale.ticks().into_iter();
    ticks
        .map(|value| Face::Regular.width(&scale.tick(value, locale), size))
        .fold(0.0, f32::max)
}

fn draw_grid(plot: &Plot, scene: &mut Scene) {
    for value in plot.scale.ticks() {
        let y = plot.y(value);
        // The base line is zero, or the lowest value of a scale that begins above it.
        let base = value.abs() < plot.scale.step * 1e-6 || value == plot.scale.low.max(0.0);
        let (paint, width) = if base {
            (Paint::Axis, 1.5)
        } else {
            (Paint::Grid, 1.2)
        };
        scene.line(
            vec![(plot.area.left, y), (plot.area.right, y)],
            paint,
            width,
        );
    }
}

fn draw_value_axis(plot: &Plot, size: f32, locale: Locale, scene: &mut Scene) {
    draw_grid(plot, scene);
    for value in plot.scale.ticks() {
        let at = (plot.area.left - 12.0, plot.y(value));
        let text = plot.scale.tick(value, locale);
        let label = Label::new(text, at, size)
            .anchored(Anchor::End)
            .painted(Paint::Quiet);
        scene.text(label.centred());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_explodes_is_cut_only_if_others_would_be_flattened() {
        assert_eq!(sensible_top(vec![40.0, 55.0, 3_400.0]), 3_400.0);
        assert_eq!(
            sensible_top(vec![40.0, 55.0, 60.0, 3_400.0, 2_900.0]),
            60.0 * 1.3
        );
        assert_eq!(sensible_top(vec![40.0, 55.0, 60.0, 100.0]), 100.0);
        assert_eq!(sensible_top(vec![]), 1.0);
    }
}
