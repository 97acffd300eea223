//! One quantity against another, such as the probability of success against its cost.

use super::backend::{dashes, filled, pixels, stroke};
use super::font::Face;
use super::labels::{Taken, label_targets};
use super::limits::draw_values;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Anchor, Area, At, Label, Paint, Scene, Shape, Tip};
use super::theme::size;
use super::tips;
use crate::report::{Axis, Curve, Format, Ink, Locale, Point};
use plotters::element::{Circle, PathElement};
use plotters::series::LineSeries;

/// Room for a label under the axis.
const TICK: f32 = 150.0;
const DOT: f32 = 8.0;
const SMALL_DOT: f32 = 5.5;
/// How near to a point is pointing at it.
const REACH: f32 = 14.0;
/// Widths in which the label of a point may be wrapped.
const POINT_LABELS: [f32; 3] = [360.0, 230.0, 150.0];

pub(crate) fn draw(curve: &Curve, locale: Locale, area: Area, scene: &mut Scene) {
    let known = |point: &&Point| point.x.is_finite() && point.y.is_finite();
    let points: Vec<&Point> = curve.points.iter().filter(known).collect();
    let plot = axes(curve, &points, locale, area);
    draw_values(&plot, size::AXIS, scene);
    plot.draw_across(Ticks { axis: true, ..Ticks::labels(size::AXIS, 8.0) }, scene);
    let title = Label::new(&curve.y.title, (area.left, area.top + 6.0), size::AXIS);
    scene.text(title.painted(Paint::Quiet));
    let below = (plot.area.right, plot.area.bottom + 52.0);
    let title = Label::new(&curve.x.title, below, size::AXIS);
    scene.text(title.anchored(Anchor::End).painted(Paint::Quiet));
    let level = |value| PathElement::new(plot.level(value), dashes(Paint::Text, 1.6));
    plot.draw(curve.targets.iter().map(|target| level(target.value)), scene);
    let frontier = frontier(&points);
    if frontier.len() > 1 {
        plot.draw(LineSeries::new(frontier.clone(), stroke(Paint::Axis, 2.5)), scene);
    }
    let axes = written(scene);
    for point in &points {
        draw_point(point, &plot, scene);
        scene.tips.push(tip(curve, point, &plot, locale));
    }
    let mut taken = taken(&points, &frontier, &plot);
    taken.extend(Taken::levels(&curve.targets, &plot));
    taken.extend(axes);
    // Points cannot move, target lines are long: their labels take what is left.
    let of = |muted: bool| points.iter().filter(move |one| (one.ink == Ink::Muted) == muted);
    let dots: Vec<At> = points.iter().map(|it| plot.at((it.x, it.y))).collect();
    of(false).for_each(|point| label_point(point, &dots, &plot, &mut taken, scene));
    label_targets(&curve.targets, &plot, &mut taken, size::AXIS, scene);
    of(true).for_each(|point| label_point(point, &dots, &plot, &mut taken, scene));
}

fn axes(curve: &Curve, points: &[&Point], locale: Locale, area: Area) -> Plot {
    let ends = points.iter().flat_map(|point| {
        let (low, high) = point.interval.unwrap_or((point.y, point.y));
        [point.y, low, high]
    });
    let ys = ends.chain(curve.targets.iter().map(|target| target.value));
    let up = limits(ys, 6.0, curve.y.format, locale);
    let steps = f64::from(area.width() / TICK).clamp(2.0, 6.0);
    let ends = points.iter().flat_map(|point| {
        let (low, high) = point.across.unwrap_or((point.x, point.x));
        [point.x, low, high]
    });
    let mut across = limits(ends, steps, curve.x.format, locale);
    // A little air keeps points off the edges.
    let air = (across.high - across.low) / 48.0;
    (across.low, across.high) = (across.low - air, across.high + air);
    let inside = Area {
        left: area.left + up.widest(size::AXIS) + 14.0,
        top: area.top + 34.0,
        right: area.right - 30.0,
        bottom: area.bottom - size::AXIS * 3.2,
    };
    Plot { area: inside, across, up }
}

/// The points that nothing is both cheaper and better than.
fn frontier(points: &[&Point]) -> Vec<(f64, f64)> {
    let efficient = points.iter().filter(|point| point.efficient);
    let mut frontier: Vec<(f64, f64)> = efficient.map(|point| (point.x, point.y)).collect();
    frontier.sort_by(|one, other| one.0.total_cmp(&other.0));
    frontier
}

/// The ends of a point's intervals, upwards and across.
fn intervals(point: &Point) -> impl Iterator<Item = Vec<(f64, f64)>> {
    let is_known = |it: &(f64, f64)| (it.1 - it.0).is_finite();
    let up = point.interval.filter(is_known);
    let up = up.map(|(low, high)| vec![(point.x, low), (point.x, high)]);
    let across = point.across.filter(is_known);
    let across = across.map(|(low, high)| vec![(low, point.y), (high, point.y)]);
    up.into_iter().chain(across)
}

fn draw_point(point: &Point, plot: &Plot, scene: &mut Scene) {
    let paint = Paint::from(point.ink);
    let line = |ends| PathElement::new(ends, stroke(paint, 2.0));
    plot.draw(intervals(point).map(line), scene);
    let radius = if point.ink == Ink::Muted { SMALL_DOT } else { DOT };
    plot.draw([Circle::new((point.x, point.y), pixels(radius), filled(paint))], scene);
}

fn tip(curve: &Curve, point: &Point, plot: &Plot, locale: Locale) -> Tip {
    let (x, y) = plot.at((point.x, point.y));
    let said = |axis: &Axis, value: f64, range| {
        format!("{}: {}", axis.title, tips::amount(value, range, axis.format, locale))
    };
    let x_said = said(&curve.x, point.x, point.across);
    let y_said = said(&curve.y, point.y, point.interval);
    Tip {
        area: Area { left: x - REACH, top: y - REACH, right: x + REACH, bottom: y + REACH },
        guide: None,
        text: vec![point.label.clone(), x_said, y_said],
    }
}

/// What points, intervals and the frontier take of the plot.
fn taken(points: &[&Point], frontier: &[(f64, f64)], plot: &Plot) -> Vec<Taken> {
    let place = |line: &[(f64, f64)]| line.iter().map(|&at| plot.at(at)).collect::<Vec<At>>();
    let mut taken = Taken::along(&place(frontier), 3.0);
    for point in points {
        taken.push(Taken::around(plot.at((point.x, point.y)), DOT + 2.0));
        taken.extend(intervals(point).flat_map(|ends| Taken::along(&place(&ends), 2.0)));
    }
    taken
}

/// What the texts of a scene take: the numbers of the axes.
fn written(scene: &Scene) -> Vec<Taken> {
    let text = |shape: &Shape| match shape {
        Shape::Text(it) => {
            let (left, bottom) = it.start();
            Some(Taken::at((left, bottom - it.size), it.width(), it.size * 1.2))
        }
        _ => None,
    };
    scene.shapes.iter().filter_map(text).collect()
}

/// Round limits; shares never leave 0 to 100 %, and costs begin at zero.
fn limits(values: impl Iterator<Item = f64>, steps: f64, format: Format, locale: Locale) -> Ruler {
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let values = values.filter(|value| value.is_finite());
    let (low, high) = values.fold(none, |(low, high), value| (low.min(value), high.max(value)));
    match format {
        Format::Share if high <= 1.0 && low < 0.6 => {
            Ruler::between((0.0, 1.0), 5.0, format, locale)
        }
        Format::Share if high <= 1.0 => Ruler::between((0.5, 1.0), 5.0, format, locale),
        Format::Month(_) => Ruler::around((low, high), steps, format, locale),
        _ => Ruler::around((low.min(0.0), high), steps, format, locale),
    }
}

/// Writes the label of a point where it covers the least; that of a muted point only where
/// it covers nothing, and is nearer to it than to any other point: it would name that one.
fn label_point(point: &Point, dots: &[At], plot: &Plot, taken: &mut Vec<Taken>, scene: &mut Scene) {
    let muted = point.ink == Ink::Muted;
    let size = if muted { size::SMALL_AXIS } else { size::LABEL };
    let face = if muted { Face::Regular } else { Face::SemiBold };
    let (at, area) = (plot.at((point.x, point.y)), plot.area);
    let inside = Taken {
        left: area.left - 40.0,
        top: area.top - 24.0,
        right: area.right + 30.0,
        bottom: area.bottom - 2.0,
    };
    let mut best: Option<(f32, Taken, Vec<String>)> = None;
    for limit in POINT_LABELS {
        let lines = face.wrap_evenly(&point.label, size, limit);
        let width = lines.iter().map(|line| face.width(line, size)).fold(0.0, f32::max);
        let height = lines.len() as f32 * size * 1.2;
        // Over the upper end of its interval as well, which others may stand beside.
        let end = point.interval.filter(|it| !muted && it.1.is_finite());
        let end = end.map(|it| plot.at((point.x, it.1)));
        let over = end.map(|(x, y)| {
            let top = y - DOT - height;
            [-width / 2.0, -width * 0.2, -DOT]
                .map(|right| Taken::at((x + right, top), width, height))
        });
        for place in places(at, width, height).into_iter().chain(over.into_iter().flatten()) {
            let covered = place.covers(taken) + (width * height - place.overlap(&inside)) * 4.0;
            // A little cover is worse than a little distance.
            let away = place.away(at).min(end.map_or(f32::INFINITY, |it| place.away(it)));
            let cost = covered + away * 2.0;
            let better = best.as_ref().is_none_or(|(least, _, _)| cost < *least);
            let others = dots.iter().filter(|it| **it != at);
            let named = others.map(|it| place.away(*it)).fold(f32::INFINITY, f32::min) > away;
            if better && (!muted || covered < 1.0 && named) {
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
