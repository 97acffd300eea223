//! One quantity against another, such as the probability of success against its cost.

use super::axis::Scale;
use super::font::Face;
use super::labels::{Taken, quietest};
use super::scene::{Anchor, Area, At, Label, Paint, Scene, Tip};
use super::theme::size;
use super::tips;
use crate::report::{Axis, Curve, Format, Ink, Locale, Point};

/// Room for a label under the axis.
const TICK: f32 = 150.0;
const DOT: f32 = 8.0;
const SMALL_DOT: f32 = 5.5;
/// How near to a point is pointing at it.
const REACH: f32 = 14.0;
/// Widths in which the label of a point may be wrapped.
const POINT_LABELS: [f32; 3] = [360.0, 230.0, 150.0];

/// Draws it.
pub(crate) fn draw(curve: &Curve, locale: Locale, area: Area, scene: &mut Scene) {
    let known = |point: &&Point| point.x.is_finite() && point.y.is_finite();
    let points: Vec<&Point> = curve.points.iter().filter(known).collect();
    let ends = points.iter().flat_map(|point| {
        let (low, high) = point.interval.unwrap_or((point.y, point.y));
        [point.y, low, high]
    });
    let ys = ends.chain(curve.targets.iter().map(|target| target.value));
    let y_scale = limits(ys, 6.0, curve.y.format);
    let steps = f64::from(area.width() / TICK).clamp(2.0, 6.0);
    let xs = points.iter().map(|point| point.x);
    let x_scale = limits(xs, steps, curve.x.format);
    let ticks = y_scale.ticks().into_iter();
    let ticks = ticks.map(|value| Face::Regular.width(&y_scale.tick(value, locale), size::AXIS));
    let plot = Area {
        left: area.left + ticks.fold(0.0, f32::max) + 14.0,
        top: area.top + 34.0,
        right: area.right - 30.0,
        bottom: area.bottom - size::AXIS * 3.2,
    };
    let x = |value: f64| plot.left + plot.width() * (0.02 + 0.96 * x_scale.position(value));
    let y = |value: f64| plot.bottom - plot.height() * y_scale.position(value);

    for value in y_scale.ticks() {
        let at = y(value);
        scene.line(vec![(plot.left, at), (plot.right, at)], Paint::Grid, 1.2);
        let label = Label::new(y_scale.tick(value, locale), (plot.left - 12.0, at), size::AXIS);
        scene.text(label.anchored(Anchor::End).painted(Paint::Quiet).centred());
    }
    let floor = vec![(plot.left, plot.bottom), (plot.right, plot.bottom)];
    scene.line(floor, Paint::Axis, 1.5);
    for value in x_scale.ticks() {
        let at = (x(value), plot.bottom + 8.0 + size::AXIS);
        scene.line(vec![(at.0, plot.bottom), (at.0, plot.bottom + 6.0)], Paint::Axis, 1.5);
        let label = Label::new(x_scale.tick(value, locale), at, size::AXIS);
        let label = label.between(area.left, area.right);
        scene.text(label.painted(Paint::Quiet));
    }
    let title = Label::new(&curve.y.title, (area.left, area.top + 6.0), size::AXIS);
    scene.text(title.painted(Paint::Quiet));
    let title = Label::new(&curve.x.title, (plot.right, plot.bottom + 52.0), size::AXIS);
    scene.text(title.anchored(Anchor::End).painted(Paint::Quiet));
    for target in &curve.targets {
        let at = y(target.value);
        scene.dashes(vec![(plot.left, at), (plot.right, at)], Paint::Text, 1.6);
    }
    let mut frontier: Vec<At> = points
        .iter()
        .filter(|point| point.efficient)
        .map(|point| (x(point.x), y(point.y)))
        .collect();
    frontier.sort_by(|one, other| one.0.total_cmp(&other.0));
    if frontier.len() > 1 {
        scene.line(frontier.clone(), Paint::Axis, 2.5);
    }
    let placed: Vec<(&Point, At)> =
        points.into_iter().map(|point| (point, (x(point.x), y(point.y)))).collect();
    for (point, at) in &placed {
        let paint = Paint::from(point.ink);
        let said = |axis: &Axis, value: f64, range| {
            format!("{}: {}", axis.title, tips::amount(value, range, axis.format, locale))
        };
        scene.tips.push(Tip {
            area: Area {
                left: at.0 - REACH,
                top: at.1 - REACH,
                right: at.0 + REACH,
                bottom: at.1 + REACH,
            },
            guide: None,
            text: vec![
                point.label.clone(),
                said(&curve.x, point.x, None),
                said(&curve.y, point.y, point.interval),
            ],
        });
        if let Some((low, high)) = point.interval.filter(|(low, high)| (high - low).is_finite()) {
            let ends = vec![(at.0, y(low)), (at.0, y(high))];
            scene.line(ends, paint, 2.0);
        }
        scene.dot(*at, if point.ink == Ink::Muted { SMALL_DOT } else { DOT }, paint);
    }
    let mut taken: Vec<Taken> = Taken::along(&frontier, 3.0);
    for (point, at) in &placed {
        taken.push(Taken::around(*at, DOT + 2.0));
        if let Some((low, high)) = point.interval.filter(|(low, high)| (high - low).is_finite()) {
            taken.extend(Taken::along(&[(at.0, y(low)), (at.0, y(high))], 2.0));
        }
    }
    for target in &curve.targets {
        let at = y(target.value);
        taken.extend(Taken::along(&[(plot.left, at), (plot.right, at)], 1.0));
    }
    // Points cannot move, target lines are long: their labels take what is left.
    for (point, at) in placed.iter().filter(|(point, _)| point.ink != Ink::Muted) {
        label_point(point, *at, plot, &mut taken, scene);
    }
    label_targets(curve, plot, y, &mut taken, scene);
    for (point, at) in placed.iter().filter(|(point, _)| point.ink == Ink::Muted) {
        label_point(point, *at, plot, &mut taken, scene);
    }
}

/// Each label stands above or below its line, where it covers the least.
fn label_targets(
    curve: &Curve,
    plot: Area,
    y: impl Fn(f64) -> f32,
    taken: &mut Vec<Taken>,
    scene: &mut Scene,
) {
    for target in &curve.targets {
        let (width, height) = (Face::Regular.width(&target.label, size::AXIS), size::AXIS * 1.1);
        let room = plot.width() - width - 8.0;
        let line = y(target.value);
        let places = [line - height - 3.0, line + 3.0].into_iter().flat_map(|top| {
            (0..=8).map(move |eighths| {
                let left = plot.left + 4.0 + room * eighths as f32 / 8.0;
                Taken::at((left, top), width, height)
            })
        });
        let places: Vec<Taken> = places.collect();
        let Some(place) = quietest(&places, taken) else {
            continue;
        };
        let at = (place.left, (place.top + place.bottom) / 2.0);
        scene.text(Label::new(&target.label, at, size::AXIS).haloed().centred());
        let (left, right) = (place.left - 12.0, place.right + 12.0);
        taken.push(Taken { left, right, ..place });
    }
}

/// Round limits; shares never leave 0 to 100 %, and costs begin at zero.
fn limits(values: impl Iterator<Item = f64>, steps: f64, format: Format) -> Scale {
    let values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    match format {
        Format::Share if high <= 1.0 && low < 0.6 => Scale::between(0.0, 1.0, 5.0, format),
        Format::Share if high <= 1.0 => Scale::between(0.5, 1.0, 5.0, format),
        Format::Month(_) => Scale::around(low, high, steps, format),
        _ => Scale::around(low.min(0.0), high, steps, format),
    }
}

/// Writes the label of a point where it covers the least; that of a muted point only where
/// it covers nothing.
fn label_point(point: &Point, at: At, plot: Area, taken: &mut Vec<Taken>, scene: &mut Scene) {
    let muted = point.ink == Ink::Muted;
    let size = if muted { size::SMALL_AXIS } else { size::LABEL };
    let face = if muted { Face::Regular } else { Face::SemiBold };
    let inside = Taken {
        left: plot.left - 40.0,
        top: plot.top - 24.0,
        right: plot.right + 30.0,
        bottom: plot.bottom - 2.0,
    };
    let mut best: Option<(f32, Taken, Vec<String>)> = None;
    for limit in POINT_LABELS {
        let lines = face.wrap_evenly(&point.label, size, limit);
        let width = lines.iter().map(|line| face.width(line, size)).fold(0.0, f32::max);
        let height = lines.len() as f32 * size * 1.2;
        for place in places(at, width, height) {
            let covered = place.covers(taken) + (width * height - place.overlap(&inside)) * 4.0;
            // A little cover is worse than a little distance.
            let away = (place.left - at.0).max(at.0 - place.right).max(0.0)
                + (place.top - at.1).max(at.1 - place.bottom).max(0.0);
            let cost = covered + away * 2.0;
            let better = best.as_ref().is_none_or(|(least, _, _)| cost < *least);
            if better && (!muted || covered < 1.0) {
                best = Some((cost, place, lines.clone()));
            }
        }
    }
    let Some((_, best, lines)) = best else { return };
    let paint = if muted { Paint::Quiet } else { point.ink.into() };
    for (index, line) in lines.iter().enumerate() {
        let baseline = best.top + size * (0.95 + index as f32 * 1.2);
        let label = Label::new(line, (best.left, baseline), size).painted(paint).haloed();
        scene.text(if muted { label } else { label.bold() });
    }
    let (left, right) = (best.left - 8.0, best.right + 8.0);
    taken.push(Taken { left, right, ..best });
}

/// Where a label may stand: around the point, nearer and farther.
fn places(at: At, width: f32, height: f32) -> Vec<Taken> {
    let mut places = Vec::new();
    for gap in [DOT + 5.0, DOT + 14.0, DOT + 26.0] {
        let across = [gap, -gap - width, -width / 2.0, -width * 0.2, -width * 0.8];
        let down = [-height / 2.0, gap, -gap - height, gap * 0.5, -gap * 0.5 - height];
        for (column, right) in across.into_iter().enumerate() {
            for (row, below) in down.into_iter().enumerate() {
                // Beside the point at any height; over or under it only clear of it.
                if column < 2 || (1..3).contains(&row) {
                    places.push(Taken::at((at.0 + right, at.1 + below), width, height));
                }
            }
        }
    }
    places
}
