//! One set of axes over months, and the lines in it.

use super::axis::Scale;
use super::font::Face;
use super::labels::{Taken, quietest};
use super::scene::{Area, At, Label, Paint, Scene};
use crate::report::{Ink, Mark, Panel, Series, Trace};

/// Height of one row of labels of moments.
pub(crate) const MARK_ROW: f32 = 24.0;
const MARK_SIZE: f32 = 16.0;

/// Where months and values stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plot {
    /// The rectangle between the axes.
    pub(crate) area: Area,
    /// Values.
    pub(crate) scale: Scale,
    /// Number of months.
    pub(crate) months: usize,
    /// How values are joined.
    pub(crate) trace: Trace,
}

impl Plot {
    /// Where a moment stands, in months since the beginning of the first one.
    pub(crate) fn x(&self, months: f64) -> f32 {
        // Straight lines run from the middle of the first month to the middle of the last one.
        let margin = match self.trace {
            Trace::Straight => 0.4_f64.min(self.months as f64 / 4.0),
            Trace::Steps => 0.0,
        };
        let (from, to) = (margin, self.months as f64 - margin);
        self.area.left + self.area.width() * ((months - from) / (to - from)) as f32
    }

    /// Where a value stands.
    pub(crate) fn y(&self, value: f64) -> f32 {
        self.area.bottom - self.area.height() * self.scale.position(value)
    }

    /// Where the line of a month ends.
    pub(crate) fn end_of(&self, month: usize) -> f32 {
        self.x(month as f64 + if self.trace == Trace::Steps { 1.0 } else { 0.5 })
    }

    /// Where a series leaves the plot at the top for good, if it does.
    pub(crate) fn exit(&self, values: &[f64]) -> Option<At> {
        let last = values.iter().rfind(|value| value.is_finite())?;
        if *last <= self.scale.high {
            return None;
        }
        let pieces = self.pieces(values);
        let lines = pieces.iter().flat_map(|piece| self.clipped(piece));
        let left = (self.area.left, self.area.top);
        Some(lines.last().and_then(|line| line.last().copied()).unwrap_or(left))
    }

    /// Unbroken pieces of a series: moments and values.
    fn pieces(&self, values: &[f64]) -> Vec<Vec<(f64, f64)>> {
        let mut pieces = vec![Vec::new()];
        for (index, &value) in values.iter().enumerate() {
            let Some(piece) = pieces.last_mut() else {
                break;
            };
            let month = index as f64;
            match self.trace {
                _ if !value.is_finite() => pieces.push(Vec::new()),
                Trace::Straight => piece.push((month + 0.5, value)),
                Trace::Steps => piece.extend([(month, value), (month + 1.0, value)]),
            }
        }
        pieces.retain(|piece: &Vec<_>| !piece.is_empty());
        pieces
    }

    /// A piece without what lies outside the axes.
    fn clipped(&self, piece: &[(f64, f64)]) -> Vec<Vec<At>> {
        let place = |(month, value): (f64, f64)| (self.x(month), self.y(value));
        let inside = |value: f64| (self.scale.low..=self.scale.high).contains(&value);
        let mut lines: Vec<Vec<At>> = Vec::new();
        let mut open: Vec<At> = Vec::new();
        if let [only] = piece {
            return if inside(only.1) { vec![vec![place(*only)]] } else { vec![] };
        }
        for pair in piece.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let at = |limit: f64| {
                let share = (limit - from.1) / (to.1 - from.1);
                (from.0 + share * (to.0 - from.0), limit)
            };
            let mut ends = [from, to];
            if from.1.max(to.1) < self.scale.low || from.1.min(to.1) > self.scale.high {
                continue;
            }
            for end in &mut ends {
                if !inside(end.1) {
                    let limit =
                        if end.1 > self.scale.high { self.scale.high } else { self.scale.low };
                    *end = at(limit);
                }
            }
            if open.is_empty() {
                open.push(place(ends[0]));
            }
            open.push(place(ends[1]));
            if !inside(to.1) {
                lines.push(std::mem::take(&mut open));
            }
        }
        if !open.is_empty() {
            lines.push(open);
        }
        lines
    }
}

/// Draws the lines of a panel, its targets and its marks.
pub(crate) fn draw_panel(panel: &Panel, plot: &Plot, size: f32, scene: &mut Scene) {
    draw_marks(panel, plot, scene);
    let of = |muted: bool| panel.series.iter().filter(move |one| (one.ink == Ink::Muted) == muted);
    of(true).for_each(|series| draw_line(series, plot, 1.6, scene));
    of(false).for_each(|series| draw_band(series, plot, scene));
    draw_targets(panel, plot, scene);
    // The first series is the most important one and lies on top.
    let emphasised: Vec<&Series> = of(false).collect();
    let width = if plot.area.width() > 500.0 { 4.0 } else { 3.2 };
    emphasised.iter().rev().for_each(|series| draw_line(series, plot, width, scene));
    label_targets(panel, plot, size, scene);
}

fn draw_line(series: &Series, plot: &Plot, width: f32, scene: &mut Scene) {
    let paint = Paint::from(series.ink);
    for piece in plot.pieces(&series.values) {
        for line in plot.clipped(&piece) {
            match line.as_slice() {
                [only] => scene.dot(*only, width + 1.0, paint),
                _ => scene.line(line, paint, width),
            }
        }
    }
    let last = series.values.iter().rposition(|value| value.is_finite());
    if let (Some(last), true) = (last, series.ink != Ink::Muted) {
        let value = series.values[last];
        if (plot.scale.low..=plot.scale.high).contains(&value) {
            scene.dot((plot.end_of(last), plot.y(value)), width + 1.5, paint);
        }
    }
}

fn draw_band(series: &Series, plot: &Plot, scene: &mut Scene) {
    let Some((low, high)) = &series.band else {
        return;
    };
    let both = low.iter().zip(high);
    let both = both.map(|(low, high)| low.is_finite() && high.is_finite());
    let defined: Vec<bool> = both.collect();
    let keep = |values: &[f64]| -> Vec<f64> {
        let limit = |value: f64| value.clamp(plot.scale.low, plot.scale.high);
        let kept = values.iter().zip(&defined);
        kept.map(|(&value, &kept)| if kept { limit(value) } else { f64::NAN }).collect()
    };
    let pieces = plot.pieces(&keep(low)).into_iter().zip(plot.pieces(&keep(high)));
    for (low, high) in pieces {
        let edge = high.into_iter().chain(low.into_iter().rev());
        let points: Vec<At> = edge.map(|(month, value)| (plot.x(month), plot.y(value))).collect();
        if points.len() > 2 {
            scene.area(points, series.ink.into(), 0.16);
        }
    }
}

fn draw_targets(panel: &Panel, plot: &Plot, scene: &mut Scene) {
    for target in &panel.targets {
        let y = plot.y(target.value);
        scene.dashes(vec![(plot.area.left, y), (plot.area.right, y)], Paint::Text, 1.6);
    }
}

/// Each label stands above or below its line, where it covers the least of the others.
fn label_targets(panel: &Panel, plot: &Plot, size: f32, scene: &mut Scene) {
    let mut taken = Vec::new();
    for series in &panel.series {
        let half = if series.ink == Ink::Muted { 1.0 } else { 3.0 };
        for piece in plot.pieces(&series.values) {
            let lines = plot.clipped(&piece);
            taken.extend(lines.iter().flat_map(|line| Taken::along(line, half)));
        }
    }
    for at in panel.marks.iter().map(|mark| plot.x(mark.at)) {
        taken.extend(Taken::along(&[(at, plot.area.top), (at, plot.area.bottom)], 3.0));
    }
    for target in &panel.targets {
        let y = plot.y(target.value);
        taken.extend(Taken::along(&[(plot.area.left, y), (plot.area.right, y)], 1.0));
    }
    for target in &panel.targets {
        let label = Label::new(&target.label, (0.0, 0.0), size).haloed().centred();
        let (width, height) = (label.width(), size * 1.1);
        let room = (plot.area.width() - width - 8.0).max(0.0);
        let y = plot.y(target.value);
        // The line itself must not count as covered.
        let places = [y - height - 2.0, y + 3.0].into_iter().flat_map(|top| {
            (0..=8).map(move |eighths| {
                let left = plot.area.left + 4.0 + room * eighths as f32 / 8.0;
                Taken::at((left, top), width, height)
            })
        });
        let places: Vec<Taken> = places.filter(|place| place.bottom < plot.area.bottom).collect();
        let Some(place) = quietest(&places, &taken) else {
            continue;
        };
        let at = (place.left, label.at.1 + place.top + height / 2.0);
        scene.text(Label { at, ..label });
        taken.push(place);
    }
}

/// Each label has a row of its own, the first one the upmost, so that no line crosses a label.
fn draw_marks(panel: &Panel, plot: &Plot, scene: &mut Scene) {
    let mut marks: Vec<&Mark> = panel.marks.iter().collect();
    marks.sort_by(|one, other| one.at.total_cmp(&other.at));
    for (row, mark) in marks.iter().enumerate() {
        let x = plot.x(mark.at).clamp(plot.area.left, plot.area.right);
        let y = plot.area.top - 12.0 - (marks.len() - 1 - row) as f32 * MARK_ROW;
        scene.line(vec![(x, y - 12.0), (x, plot.area.bottom)], Paint::Axis, 1.4);
        let width = Face::Regular.width(&mark.label, MARK_SIZE);
        let left = if x + 8.0 + width > plot.area.right { x - 8.0 - width } else { x + 8.0 };
        scene.text(Label::new(&mark.label, (left, y), MARK_SIZE).haloed());
    }
}
