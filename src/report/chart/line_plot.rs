//! Lines over months between a pair of axes: cut at the top, with bands, targets and moments.

use super::backend::{dashes, filled, pixels, stroke, veil};
use super::font::Face;
use super::labels::Taken;
use super::plot::Plot;
use super::scene::{At, Label, Paint, Scene};
use crate::report::{Ink, Mark, Panel, Series, Trace};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::series::LineSeries;

/// Height of one row of labels of moments.
pub(crate) const MARK_ROW: f32 = 24.0;
const MARK_SIZE: f32 = 16.0;

/// A month, counted from the beginning of the first one, and a value.
type Value = (f64, f64);

/// A pair of axes for lines over months.
#[derive(Clone, Debug)]
pub(crate) struct LinePlot {
    /// The axes.
    pub(crate) plot: Plot,
    /// How values are joined.
    pub(crate) trace: Trace,
}

/// How far inside the first and the last month the axis ends: straight lines run from the middle
/// of the first month to the middle of the last one.
pub(crate) fn margin(trace: Trace, months: usize) -> f64 {
    match trace {
        Trace::Straight => 0.4_f64.min(months as f64 / 4.0),
        Trace::Steps => 0.0,
    }
}

impl LinePlot {
    /// Where the line of a month ends.
    fn end_of(&self, month: usize) -> f64 {
        month as f64 + if self.trace == Trace::Steps { 1.0 } else { 0.5 }
    }

    /// Where a line ends whose last value is this one, at the top if it leaves there.
    pub(crate) fn end(&self, (month, value): (usize, f64)) -> At {
        let up = &self.plot.up;
        self.plot.at((self.end_of(month), value.min(up.high).max(up.low)))
    }

    /// Where a series leaves the plot at the top for good, if it does.
    pub(crate) fn exit(&self, values: &[f64]) -> Option<At> {
        let last = values.iter().rfind(|value| value.is_finite())?;
        if *last <= self.plot.up.high {
            return None;
        }
        let end = self.lines(values).last().and_then(|line| line.last().copied());
        let area = self.plot.area;
        Some(end.map_or((area.left, area.top), |end| self.plot.at(end)))
    }

    /// The lines of a series, without what lies above or below the axes.
    fn lines(&self, values: &[f64]) -> Vec<Vec<Value>> {
        self.pieces(values).iter().flat_map(|piece| self.clipped(piece)).collect()
    }

    /// Unbroken pieces of a series.
    fn pieces(&self, values: &[f64]) -> Vec<Vec<Value>> {
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
    fn clipped(&self, piece: &[Value]) -> Vec<Vec<Value>> {
        let up = &self.plot.up;
        if let [only] = piece {
            return if up.contains(only.1) { vec![vec![*only]] } else { vec![] };
        }
        let mut lines: Vec<Vec<Value>> = Vec::new();
        let mut open: Vec<Value> = Vec::new();
        for pair in piece.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            if from.1.max(to.1) < up.low || from.1.min(to.1) > up.high {
                continue;
            }
            let cut = |end: Value| {
                if up.contains(end.1) {
                    return end;
                }
                let limit = end.1.clamp(up.low, up.high);
                (from.0 + (limit - from.1) / (to.1 - from.1) * (to.0 - from.0), limit)
            };
            if open.is_empty() {
                open.push(cut(from));
            }
            open.push(cut(to));
            if !up.contains(to.1) {
                lines.push(std::mem::take(&mut open));
            }
        }
        if !open.is_empty() {
            lines.push(open);
        }
        lines
    }

    /// Draws the lines of a panel, its targets and its marks.
    pub(crate) fn draw(&self, panel: &Panel, scene: &mut Scene) {
        self.draw_marks(panel, scene);
        let of =
            |muted: bool| panel.series.iter().filter(move |one| (one.ink == Ink::Muted) == muted);
        of(true).for_each(|series| self.draw_line(series, 1.6, scene));
        of(false).for_each(|series| self.draw_band(series, scene));
        let level = |value| PathElement::new(self.plot.level(value), dashes(Paint::Text, 1.6));
        self.plot.draw(panel.targets.iter().map(|target| level(target.value)), scene);
        // The first series is the most important one and lies on top.
        let emphasised: Vec<&Series> = of(false).collect();
        let width = if self.plot.area.width() > 500.0 { 4.0 } else { 3.2 };
        emphasised.iter().rev().for_each(|series| self.draw_line(series, width, scene));
    }

    fn draw_line(&self, series: &Series, width: f32, scene: &mut Scene) {
        let paint = Paint::from(series.ink);
        let disc = |at, radius: f32| [Circle::new(at, pixels(radius), filled(paint))];
        for line in self.lines(&series.values) {
            match line.as_slice() {
                [only] => self.plot.draw(disc(*only, width + 1.0), scene),
                _ => self.plot.draw(LineSeries::new(line, stroke(paint, width)), scene),
            }
        }
        let last = series.values.iter().rposition(|value| value.is_finite());
        if let (Some(last), true) = (last, series.ink != Ink::Muted) {
            let value = series.values[last];
            if self.plot.up.contains(value) {
                self.plot.draw(disc((self.end_of(last), value), width + 1.5), scene);
            }
        }
    }

    fn draw_band(&self, series: &Series, scene: &mut Scene) {
        let Some((low, high)) = &series.band else {
            return;
        };
        let up = &self.plot.up;
        let keep = |(&one, &other): (&f64, &f64)| {
            if other.is_finite() { one.clamp(up.low, up.high) } else { f64::NAN }
        };
        let ends = |one: &[f64], other: &[f64]| {
            self.pieces(&one.iter().zip(other).map(keep).collect::<Vec<f64>>())
        };
        let pieces = ends(low, high).into_iter().zip(ends(high, low));
        let bands = pieces.map(|(low, high)| {
            high.into_iter().chain(low.into_iter().rev()).collect::<Vec<Value>>()
        });
        let style = veil(series.ink.into(), 0.16);
        let bands = bands.filter(|band| band.len() > 2);
        self.plot.draw(bands.map(|band| Polygon::new(band, style)), scene);
    }

    /// Each label has a row of its own, the first one the upmost, so that no line crosses a label.
    fn draw_marks(&self, panel: &Panel, scene: &mut Scene) {
        let area = self.plot.area;
        let mut marks: Vec<&Mark> = panel.marks.iter().collect();
        marks.sort_by(|one, other| one.at.total_cmp(&other.at));
        for (row, mark) in marks.iter().enumerate() {
            let x = self.plot.x(mark.at).clamp(area.left, area.right);
            let y = area.top - 12.0 - (marks.len() - 1 - row) as f32 * MARK_ROW;
            scene.line(vec![(x, y - 12.0), (x, area.bottom)], Paint::Axis, 1.4);
            let width = Face::Regular.width(&mark.label, MARK_SIZE);
            let left = if x + 8.0 + width > area.right { x - 8.0 - width } else { x + 8.0 };
            scene.text(Label::new(&mark.label, (left, y), MARK_SIZE).haloed());
        }
    }

    /// What lines, targets and moments take of the plot.
    pub(crate) fn taken(&self, panel: &Panel) -> Vec<Taken> {
        let mut taken = Taken::levels(&panel.targets, &self.plot);
        for series in &panel.series {
            let half = if series.ink == Ink::Muted { 1.0 } else { 3.0 };
            for line in self.lines(&series.values) {
                let points: Vec<At> = line.into_iter().map(|value| self.plot.at(value)).collect();
                taken.extend(Taken::along(&points, half));
            }
        }
        for mark in &panel.marks {
            let x = self.plot.x(mark.at);
            let ends = [(x, self.plot.area.top), (x, self.plot.area.bottom)];
            taken.extend(Taken::along(&ends, 3.0));
        }
        taken
    }
}
