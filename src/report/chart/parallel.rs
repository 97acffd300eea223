//! Several quantities of many points: an axis for each, a strand for each point.

use super::backend::stroke;
use super::font::Face;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Format, Locale, Parallel};
use plotters::element::PathElement;
use plotters::series::LineSeries;

/// Colours of strands, from the low end of the last axis to its high end.
const BLUES: f64 = 4.0;
/// How near to the end of a strand is pointing at it.
const REACH: f32 = 8.0;
/// Room for the ends of the axes and their titles.
const ABOVE: f32 = 64.0;
const BELOW: f32 = 40.0;

pub(crate) fn draw(parallel: &Parallel, locale: Locale, area: Area, scene: &mut Scene) {
    let axes = parallel.axes.len();
    if axes < 2 || parallel.strands.is_empty() {
        return;
    }
    let ends: Vec<(f64, f64)> = (0..axes).map(|it| ends(parallel, it)).collect();
    let ruler = |high: f64| Ruler::between((0.0, high), high, Format::Count, locale);
    let side = (area.width() / axes as f32 / 2.0).min(150.0);
    let inside = Area {
        left: area.left + side,
        top: area.top + ABOVE,
        right: area.right - side,
        bottom: area.bottom - BELOW,
    };
    let plot = Plot { area: inside, across: ruler((axes - 1) as f64), up: ruler(1.0) };
    plot.draw_across(Ticks { size: 0.0, ..Ticks::labels(0.0, 0.0) }, scene);
    let apart = inside.width() / (axes - 1) as f32;
    let place = |axis: usize, value: f64| {
        let (low, high) = ends[axis];
        if high > low { (value - low) / (high - low) } else { 0.5 }
    };
    let mut strands: Vec<_> = parallel.strands.iter().collect();
    // What is best is drawn last, over the others.
    let last = |it: &crate::report::Strand| it.values.last().copied().unwrap_or(f64::NAN);
    strands.retain(|it| it.values.len() == axes && it.values.iter().all(|it| it.is_finite()));
    strands.sort_by(|one, other| last(one).total_cmp(&last(other)));
    for strand in strands {
        let points = strand.values.iter().enumerate();
        let points: Vec<(f64, f64)> =
            points.map(|(axis, &it)| (axis as f64, place(axis, it))).collect();
        let end = points[axes - 1];
        let paint = Paint::Heat((end.1 * BLUES).round() as u8);
        plot.draw(LineSeries::new(points, stroke(paint, 2.0)), scene);
        let (x, y) = plot.at(end);
        let said = strand.values.iter().zip(&parallel.axes);
        let said = said
            .map(|(value, axis)| format!("{}: {}", axis.title, locale.amount(*value, axis.format)));
        scene.tips.push(Tip {
            area: Area { left: x - REACH, top: y - REACH, right: x + REACH, bottom: y + REACH },
            guide: None,
            text: said.collect(),
        });
    }
    for (index, axis) in parallel.axes.iter().enumerate() {
        let at = index as f64;
        plot.draw([PathElement::new(vec![(at, 0.0), (at, 1.0)], stroke(Paint::Axis, 1.5))], scene);
        let x = plot.x(at);
        let mut say = |text: &str, x: f32, y: f32, anchor: Anchor| {
            let label = Label::new(text, (x, y), size::AXIS).anchored(anchor);
            scene.text(label.painted(Paint::Quiet));
        };
        // Neighbours stand in two rows; what is too long beside the edge begins or ends with the picture.
        let is_short = Face::Regular.width(&axis.title, size::AXIS) <= 2.0 * side;
        let (title_at, room, anchor) = match index {
            0 if !is_short => (area.left, side + apart, Anchor::Start),
            _ if index == axes - 1 && !is_short => (area.right, side + apart, Anchor::End),
            _ => (x, 2.0 * apart, Anchor::Middle),
        };
        let row = area.top + if index % 2 == 0 { 6.0 } else { 26.0 };
        say(&end_of(&axis.title, room - size::AXIS), title_at, row, anchor);
        let (low, high) = ends[index];
        say(&locale.label(high, axis.format), x, inside.top - 8.0, Anchor::Middle);
        say(&locale.label(low, axis.format), x, inside.bottom + 24.0, Anchor::Middle);
    }
}

/// As much of a long path as there is room for: its end says what it is.
fn end_of(title: &str, room: f32) -> String {
    let fits = |it: &str| Face::Regular.width(it, size::AXIS) <= room;
    if fits(title) {
        return title.to_owned();
    }
    let ends = title.char_indices().map(|(at, _)| format!("…{}", &title[at..]));
    ends.skip(1).find(|it| fits(it)).unwrap_or_default()
}

/// The least and the most of an axis.
fn ends(parallel: &Parallel, axis: usize) -> (f64, f64) {
    let values = parallel.strands.iter().filter_map(|it| it.values.get(axis).copied());
    let known = values.filter(|it| it.is_finite());
    known.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
}
