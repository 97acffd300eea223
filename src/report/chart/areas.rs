//! A quantity by two numbers: coloured cells, and arrows from where one is to where one goes.

use super::backend::{filled, stroke};
use super::font::Face;
use super::labels::Taken;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Anchor, Area, At, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Areas, Arrow, Axis, Locale};
use plotters::element::{Circle, PathElement, Rectangle};

/// Blues of a heat map; then comes what is more than is known.
const BLUES: f64 = 5.0;
const MORE: u8 = 5;
const HEAD: f32 = 13.0;
const DOT: f32 = 8.0;
/// Names under the plot, at most, and what is left between two.
const MOST_ACROSS: usize = 10;
const APART: f32 = 10.0;
/// Between a number and the edge of its cell.
const INSIDE: f32 = 4.0;

pub(crate) fn draw(areas: &Areas, locale: Locale, area: Area, scene: &mut Scene) {
    if areas.columns.len() < 2 || areas.rows.len() < 2 {
        return;
    }
    let (across, up) = (edges(&areas.columns), edges(&areas.rows));
    let ruler = |middles: &[f64], edges: &[f64], most, axis: &Axis| {
        Ruler::at(middles, (edges[0], edges[edges.len() - 1]), most, axis.format, locale)
    };
    let y = ruler(&areas.rows, &up, 8, &areas.y);
    let (left, right) = (area.left + y.widest(size::AXIS) + 16.0, area.right - 12.0);
    let across_with = |most| ruler(&areas.columns, &across, most, &areas.x);
    let widest = across_with(MOST_ACROSS).widest(size::AXIS) + APART;
    let x = across_with(MOST_ACROSS.min(((right - left) / widest) as usize).max(2));
    let inside = Area { left, top: area.top + 30.0, right, bottom: area.bottom - size::AXIS * 3.2 };
    let plot = Plot { area: inside, across: x, up: y };
    let title = Label::new(&areas.y.title, (area.left, area.top + 8.0), size::AXIS);
    scene.text(title.painted(Paint::Quiet));
    let below = (inside.right, inside.bottom + 50.0);
    let title = Label::new(&areas.x.title, below, size::AXIS);
    scene.text(title.anchored(Anchor::End).painted(Paint::Quiet));
    plot.draw_up(Ticks::labels(size::AXIS, 10.0), scene);
    plot.draw_across(Ticks::labels(size::AXIS, 8.0), scene);
    let known = areas.values.iter().flatten().flatten().copied();
    let least = known.clone().fold(f64::INFINITY, f64::min);
    let most = known.fold(f64::NEG_INFINITY, f64::max);
    let cells =
        (0..areas.rows.len()).flat_map(|row| (0..areas.columns.len()).map(move |it| (row, it)));
    let cells: Vec<(usize, usize)> = cells.collect();
    let colour = |row: usize, column: usize| heat(areas.values[row][column], least, most);
    for &(row, column) in &cells {
        let corners = [(across[column], up[row]), (across[column + 1], up[row + 1])];
        plot.draw([Rectangle::new(corners, filled(Paint::Heat(colour(row, column))))], scene);
    }
    let mut taken = Vec::new();
    for arrow in &areas.arrows {
        taken.extend(draw_arrow(arrow, &plot, scene));
    }
    for arrow in &areas.arrows {
        taken.push(label(arrow, &plot, &taken, scene));
    }
    for &(row, column) in &cells {
        let cell = Area {
            left: plot.x(across[column]),
            right: plot.x(across[column + 1]),
            top: plot.y(up[row + 1]),
            bottom: plot.y(up[row]),
        };
        let value = areas.values[row][column];
        let text = value.map_or(areas.more.clone(), |it| locale.label(it, areas.format));
        let said = |value: f64, axis: &Axis| {
            format!("{}: {}", axis.title, locale.label(value, axis.format))
        };
        scene.tips.push(Tip {
            area: cell,
            guide: None,
            text: vec![
                text.clone(),
                said(areas.columns[column], &areas.x),
                said(areas.rows[row], &areas.y),
            ],
        });
        let size = (cell.width() / 2.4).min(cell.height() * 0.55).min(22.0);
        let size = size.min(size * cell.width() * 0.9 / Face::Regular.width(&text, size));
        let width = Face::Regular.width(&text, size);
        // Beside an arrow or its name, where that goes through the middle of the cell.
        let is_free = |middle: &At| {
            let corner = (middle.0 - width / 2.0, middle.1 - size / 2.0);
            Taken::at(corner, width, size).covers(&taken) < 1.0
        };
        let middle = within(cell, width, size).into_iter().find(is_free);
        if let Some(middle) = middle.filter(|_| size >= 9.0) {
            let label = Label::new(text, middle, size).painted(Paint::OnHeat(colour(row, column)));
            scene.text(label.anchored(Anchor::Middle).centred());
        }
    }
}

/// Where the middle of a number may be in a cell: in its middle, or else near the edges.
fn within(cell: Area, width: f32, height: f32) -> Vec<At> {
    let (x, y) = ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0);
    let aside = ((cell.width() - width) / 2.0 - INSIDE).max(0.0);
    let apart = ((cell.height() - height) / 2.0 - INSIDE).max(0.0);
    let down = [0.0, -apart, apart];
    let across = [0.0, aside, -aside];
    across.into_iter().flat_map(|right| down.map(|down| (x + right, y + down))).collect()
}

/// The ends of cells with these middles: half way to the next, the outer ones as far out.
fn edges(middles: &[f64]) -> Vec<f64> {
    let between = middles.windows(2).map(|it| (it[0] + it[1]) / 2.0);
    let last = middles.len() - 1;
    let first = middles[0] - (middles[1] - middles[0]) / 2.0;
    let end = middles[last] + (middles[last] - middles[last - 1]) / 2.0;
    [first].into_iter().chain(between).chain([end]).collect()
}

/// The least is palest.
fn heat(value: Option<f64>, least: f64, most: f64) -> u8 {
    match value {
        None => MORE,
        Some(_) if most <= least => 1,
        Some(value) => ((value - least) * (BLUES - 1.0) / (most - least)) as u8,
    }
}

/// Draws an arrow as far as the map goes; returns what it takes.
fn draw_arrow(arrow: &Arrow, plot: &Plot, scene: &mut Scene) -> Vec<Taken> {
    let paint = Paint::from(arrow.ink);
    let to = inside(arrow.from, arrow.to, plot);
    let (from_at, to_at) = (plot.at(arrow.from), plot.at(to));
    let length = (to_at.0 - from_at.0).hypot(to_at.1 - from_at.1);
    let mut taken = vec![Taken::around(from_at, DOT + 3.0)];
    if length > HEAD {
        let rim = PathElement::new(vec![arrow.from, to], stroke(Paint::Background, 6.5));
        plot.draw([rim], scene);
        plot.draw([PathElement::new(vec![arrow.from, to], stroke(paint, 3.2))], scene);
        scene.area(head(from_at, to_at, length), paint, 1.0);
        taken.extend(Taken::along(&[from_at, to_at], 4.0));
        taken.push(Taken::around(to_at, HEAD));
    }
    plot.draw([Circle::new(arrow.from, super::backend::pixels(DOT), filled(paint))], scene);
    taken
}

/// The end of an arrow, cut where the map ends.
fn inside(from: (f64, f64), to: (f64, f64), plot: &Plot) -> (f64, f64) {
    let part = |from: f64, to: f64, low: f64, high: f64| {
        let limit = if to > from { high } else { low };
        if to == from { 1.0 } else { ((limit - from) / (to - from)).clamp(0.0, 1.0) }
    };
    let (x, y) = (&plot.across, &plot.up);
    let share = part(from.0, to.0, x.low, x.high).min(part(from.1, to.1, y.low, y.high));
    (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
}

fn head(from: At, to: At, length: f32) -> Vec<At> {
    let (x, y) = ((to.0 - from.0) / length, (to.1 - from.1) / length);
    let back = (to.0 - x * HEAD, to.1 - y * HEAD);
    let half = HEAD * 0.55;
    vec![to, (back.0 - y * half, back.1 + x * half), (back.0 + y * half, back.1 - x * half)]
}

/// Names an arrow beside its beginning or its end, where nothing else is; returns what that takes.
fn label(arrow: &Arrow, plot: &Plot, taken: &[Taken], scene: &mut Scene) -> Taken {
    let width = Face::SemiBold.width(&arrow.label, size::LABEL);
    let (from, to) = (plot.at(arrow.from), plot.at(inside(arrow.from, arrow.to, plot)));
    let area = plot.area;
    let height = size::LABEL * 1.25;
    let mut places = Vec::new();
    for (x, y) in [from, to, ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0)] {
        for down in [14.0, -14.0 - height, -height / 2.0] {
            for right in [14.0, -14.0 - width, -width / 2.0] {
                let left = (x + right).min(area.right - width - 6.0).max(area.left + 6.0);
                let top = (y + down).min(area.bottom - height - 4.0).max(area.top + 4.0);
                places.push(Taken::at((left, top), width, height));
            }
        }
    }
    let covered = |it: &Taken| it.covers(taken);
    let best = places.into_iter().min_by(|a, b| covered(a).total_cmp(&covered(b)));
    let place = best.unwrap_or(Taken::at(from, width, height));
    let at = (place.left, place.top + size::LABEL * 0.95);
    if !arrow.label.is_empty() {
        let label = Label::new(&arrow.label, at, size::LABEL).bold().painted(arrow.ink.into());
        scene.text(label.haloed());
    }
    Taken { left: place.left - 6.0, right: place.right + 6.0, ..place }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_meet_half_way_between_their_middles() {
        assert_eq!(edges(&[100.0, 200.0, 400.0]), [50.0, 150.0, 300.0, 500.0]);
        let in_the_middle = "also where half a cell before the first is less than nothing";
        assert_eq!(edges(&[10.0, 40.0]), [-5.0, 25.0, 55.0], "{in_the_middle}");
    }

    #[test]
    fn the_least_is_palest_and_what_is_unknown_is_a_warning() {
        assert_eq!((heat(Some(2.0), 2.0, 10.0), heat(Some(10.0), 2.0, 10.0)), (0, 4));
        assert_eq!((heat(Some(3.0), 3.0, 3.0), heat(None, 2.0, 10.0)), (1, MORE));
    }
}
