//! Small multiples: several panels that share their axes and one legend.

use super::canvas::{TARGET_ROW, columns};
use super::ends::{EndLabel, end_labels, last_value, others};
use super::font::{Face, LINE};
use super::labels::spread;
use super::legend::{self, Entry, SIGN};
use super::limits::{draw_values, values};
use super::line_plot::{LinePlot, MARK_ROW, margin};
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Area, Label, Paint, Scene};
use super::theme::size;
use super::tips;
use crate::report::{Format, Ink, Lines, Locale, Panel, Series};

const AXIS: f32 = size::SMALL_AXIS;
/// The least distance between two numbers at an axis, in heights of their letters.
const APART: f32 = 1.7;

/// Where panels stand, and how much of each its head takes.
struct Layout {
    columns: usize,
    /// The upper left corner of the first panel.
    at: (f32, f32),
    width: f32,
    height: f32,
    /// Width of the axes.
    plot: f32,
    titles: Vec<Vec<String>>,
    /// Height of the longest title, and of the names of targets.
    title: f32,
    targets: f32,
    marks: f32,
}

pub(crate) fn draw(lines: &Lines, panels: &[Panel], locale: Locale, area: Area, scene: &mut Scene) {
    let entries = entries(&panels[0].series, locale);
    let top = area.top + legend::draw(entries, area, size::LABEL, scene);
    let columns = columns(panels.len(), area.width());
    let steps = if panels.len() > columns { 4.0 } else { 6.0 };
    let up = values(lines, steps, locale);
    let layout = Layout::of(panels, lines.format, (columns, &up), locale, Area { top, ..area });
    // Low panels get fewer numbers at the axis.
    let fitting = f64::from(layout.axes(0, up.high).height() / (AXIS * APART));
    let up = if fitting < steps { values(lines, fitting.max(1.0), locale) } else { up };
    let margin = margin(lines.trace, lines.months.len());
    let across = Ruler::months(&lines.months, margin, (layout.plot, AXIS), locale);
    for (index, panel) in panels.iter().enumerate() {
        layout.draw_head(index, panel, scene);
        let area = layout.axes(index, up.high);
        let plot = Plot { area, across: across.clone(), up: up.clone() };
        let letters = if index.is_multiple_of(columns) { AXIS } else { 0.0 };
        draw_values(&plot, letters, scene);
        let letters = if index + columns >= panels.len() { AXIS } else { 0.0 };
        plot.draw_across(Ticks { axis: true, ..Ticks::labels(letters, 6.0) }, scene);
        let plot = LinePlot { plot, trace: lines.trace };
        plot.draw(panel, scene);
        tips::add_panel(panel, &lines.months, &plot.plot, lines.format, locale, scene);
        draw_end_values(panel, &plot, lines.format, locale, scene);
    }
}

impl Layout {
    fn of(
        panels: &[Panel],
        format: Format,
        (columns, up): (usize, &Ruler),
        locale: Locale,
        area: Area,
    ) -> Self {
        let ticks = up.widest(AXIS) + 12.0;
        let width = (area.width() - ticks) / columns as f32;
        let height = area.height() - AXIS * 2.4;
        let wrap =
            |panel: &Panel| Face::SemiBold.wrap_evenly(&panel.title, size::PANEL, width - 14.0);
        let titles: Vec<Vec<String>> = panels.iter().map(wrap).collect();
        let title = titles.iter().map(Vec::len).max().unwrap_or(0) as f32 * size::PANEL * LINE;
        let marks = panels.iter().map(|panel| panel.marks.len()).max().unwrap_or(0);
        let targets = panels.iter().any(|panel| !panel.targets.is_empty());
        Self {
            columns,
            at: (area.left + ticks, area.top),
            width,
            height: height / panels.len().div_ceil(columns) as f32,
            plot: width - widest_end(panels, up, format, locale) - 34.0,
            titles,
            title,
            targets: if targets { TARGET_ROW } else { 0.0 },
            marks: marks as f32 * MARK_ROW,
        }
    }

    /// The upper left corner of a panel.
    fn corner(&self, index: usize) -> (f32, f32) {
        let left = self.at.0 + (index % self.columns) as f32 * self.width;
        (left, self.at.1 + (index / self.columns) as f32 * self.height)
    }

    /// What its head leaves of a panel for its axes.
    fn axes(&self, index: usize, high: f64) -> Area {
        let (left, top) = self.corner(index);
        let headroom = if high <= 1.0 && self.targets == 0.0 { 24.0 } else { 14.0 };
        Area {
            left,
            top: top + self.title + self.targets + self.marks + headroom,
            right: left + self.plot,
            bottom: top + self.height - 14.0,
        }
    }

    /// Writes the title of a panel and below it the names of its targets, where no line can run
    /// through them and in the same place in each panel.
    fn draw_head(&self, index: usize, panel: &Panel, scene: &mut Scene) {
        let (left, top) = self.corner(index);
        for (line, text) in self.titles[index].iter().enumerate() {
            let at = (left, top + (line as f32 + 0.8) * size::PANEL * LINE);
            scene.text(Label::new(text, at, size::PANEL).bold());
        }
        let (mut x, y) = (left, top + self.title + self.targets / 2.0);
        for target in &panel.targets {
            scene.dashes(vec![(x, y), (x + SIGN, y)], Paint::Text, 1.6);
            let label = Label::new(&target.label, (x + SIGN + 8.0, y), AXIS - 1.0).centred();
            x += SIGN + label.width() + 28.0;
            scene.text(label.painted(Paint::Quiet));
        }
    }
}

fn draw_end_values(
    panel: &Panel,
    plot: &LinePlot,
    format: Format,
    locale: Locale,
    scene: &mut Scene,
) {
    let labels = end_labels(panel, plot, format, locale);
    let labels: Vec<EndLabel> =
        labels.into_iter().filter(|label| !label.value.is_empty()).collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.at.1).collect();
    let heights = vec![AXIS * 1.12; labels.len()];
    let area = plot.plot.area;
    let centres = spread(&wanted, &heights, area.top - 14.0, area.bottom + 10.0);
    for (label, centre) in labels.iter().zip(centres) {
        let at = (area.right + 12.0, centre);
        scene.text(Label::new(&label.value, at, AXIS).bold().painted(label.paint).centred());
    }
}

/// The names of the series over several panels.
fn entries(series: &[Series], locale: Locale) -> Vec<Entry> {
    let muted = series.iter().filter(|series| series.ink == Ink::Muted).count();
    let shown = series.iter().filter(|series| series.ink != Ink::Muted || muted == 1);
    let width = |paint| if paint == Paint::Muted { 2.0 } else { 4.0 };
    let mut entries: Vec<Entry> = shown
        .map(|series| (series.label.clone(), Paint::from(series.ink)))
        .map(|(label, paint)| Entry::line(label, paint, width(paint)))
        .collect();
    if muted > 1 {
        entries.push(Entry::line(others(muted, locale), Paint::Muted, 2.0));
    }
    entries
}

fn widest_end(panels: &[Panel], up: &Ruler, format: Format, locale: Locale) -> f32 {
    let series = panels.iter().flat_map(|panel| &panel.series);
    let values = series.filter(|series| series.ink != Ink::Muted).filter_map(last_value);
    let width = |(_, value): (usize, f64)| {
        let cut = if value > up.high { "↑\u{a0}" } else { "" };
        Face::SemiBold.width(&format!("{cut}{}", locale.label(value, format)), AXIS)
    };
    values.map(width).fold(0.0, f32::max)
}
