//! Head-count as a fan over months, and below it equally likely totals as dots.
//!
//! Dots that can be counted are read better than intervals (Fernandes et al., "Uncertainty displays using
//! quantile dotplots", CHI 2018): one dot is one of twenty futures.

use super::backend::{filled, pixels, stroke, veil};
use super::limits::draw_values;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Fan, Format, Locale};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::series::LineSeries;

/// Room below the fan for its months, and between the two parts.
const MONTHS: f32 = size::AXIS * 2.4;
const BETWEEN: f32 = 34.0;
/// From the middle of a dot to the next, and its radius.
const STEP: f32 = 19.0;
const DOT: f32 = 7.5;
/// Height of the sign of a review.
const SIGN: f32 = 9.0;
const PAINT: Paint = Paint::Slot(0);

pub(crate) fn draw(fan: &Fan, locale: Locale, area: Area, scene: &mut Scene) {
    if fan.months.is_empty() || fan.values.is_empty() {
        return;
    }
    let columns = columns(&fan.totals);
    let tallest = columns.iter().map(|it| it.1).max().unwrap_or(0).max(1) as f32;
    let step = STEP.min(area.height() * 0.34 / tallest);
    let dots = tallest * step + step * 0.5;
    let bottom = area.bottom - size::AXIS * 2.0;
    draw_months(fan, locale, Area { bottom: bottom - dots - BETWEEN, ..area }, scene);
    let dots = Area { top: bottom - dots, bottom, ..area };
    draw_dots(fan, &columns, step, (dots, locale), scene);
}

fn draw_months(fan: &Fan, locale: Locale, area: Area, scene: &mut Scene) {
    let high = fan.values.iter().map(|it| it[2]).fold(1.0, f64::max);
    let up = Ruler::around((0.0, high), 5.0, Format::Count, locale);
    let inside = Area {
        left: area.left + up.widest(size::AXIS).max(26.0) + 14.0,
        top: area.top + 30.0,
        right: area.right - 12.0,
        bottom: area.bottom - MONTHS,
    };
    let across = Ruler::months(&fan.months, 0.0, (inside.width(), size::AXIS), locale);
    let plot = Plot { area: inside, across, up };
    draw_values(&plot, size::AXIS, scene);
    plot.draw_across(Ticks { axis: true, ..Ticks::labels(size::AXIS, 8.0) }, scene);
    let title = Label::new(&fan.up, (area.left, area.top + 8.0), size::AXIS);
    scene.text(title.painted(Paint::Quiet));
    let steps = |end: usize| {
        let months = fan.values.iter().enumerate();
        months.flat_map(move |(month, it)| [(month as f64, it[end]), (month as f64 + 1.0, it[end])])
    };
    let band = steps(2).chain(steps(0).collect::<Vec<_>>().into_iter().rev());
    plot.draw([Polygon::new(band.collect::<Vec<_>>(), veil(PAINT, 0.18))], scene);
    plot.draw(LineSeries::new(steps(1), stroke(PAINT, 3.6)), scene);
    for review in fan.reviews.iter().filter(|it| plot.across.contains(**it)) {
        let (x, y) = (plot.x(*review), plot.area.bottom);
        let sign = vec![(x, y - 1.0), (x - SIGN / 2.0, y - SIGN), (x + SIGN / 2.0, y - SIGN)];
        scene.area(sign, Paint::Text, 1.0);
    }
    for (month, it) in fan.values.iter().enumerate() {
        let [left, right] = [month, month + 1].map(|it| plot.x(it as f64));
        let said = |value: f64| locale.number(value, usize::from(value != value.round()));
        let text = vec![
            locale.month(fan.months[month.min(fan.months.len() - 1)]),
            format!("{}: {} ({} – {})", fan.up, said(it[1]), said(it[0]), said(it[2])),
        ];
        scene.tips.push(Tip {
            area: Area { left, right, ..plot.area },
            guide: Some((left + right) / 2.0),
            text,
        });
    }
}

/// How many dots each total has, every whole number between the least and the most.
fn columns(totals: &[u32]) -> Vec<(u32, usize)> {
    let (Some(&least), Some(&most)) = (totals.iter().min(), totals.iter().max()) else {
        return Vec::new();
    };
    let count = |total: u32| totals.iter().filter(|it| **it == total).count();
    (least..=most).map(|it| (it, count(it))).collect()
}

fn draw_dots(
    fan: &Fan,
    columns: &[(u32, usize)],
    step: f32,
    (area, locale): (Area, Locale),
    scene: &mut Scene,
) {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else {
        return;
    };
    let ends = (f64::from(first.0) - 0.5, f64::from(last.0) + 0.5);
    let name = Label::new(&fan.below, (area.left, area.bottom - 4.0), size::AXIS);
    let left = area.left + name.width() + 40.0;
    scene.text(name.painted(Paint::Quiet));
    // Columns as far apart as dots allow to be seen as columns.
    let width = (columns.len() as f32 * step * 3.6).min(area.right - left - 12.0);
    let inside = Area { left, right: left + width, ..area };
    let steps = (ends.1 - ends.0).min(12.0);
    let across = Ruler::between(ends, steps, Format::Count, locale);
    let up = Ruler::between((0.0, f64::from(area.height() / step)), 1.0, Format::Count, locale);
    let plot = Plot { area: inside, across, up };
    plot.draw_across(Ticks { axis: true, ..Ticks::labels(size::AXIS, 8.0) }, scene);
    plot.draw([PathElement::new(plot.level(0.0), stroke(Paint::Axis, 1.5))], scene);
    let radius = pixels(DOT.min(step * 0.42));
    for (total, count) in columns {
        let at = (0..*count).map(|it| (f64::from(*total), it as f64 + 0.55));
        plot.draw(at.map(|at| Circle::new(at, radius, filled(PAINT))), scene);
        let [left, right] = [-0.5, 0.5].map(|it| plot.x(f64::from(*total) + it));
        let of = fan.totals.len();
        let text = vec![format!("{}: {total}", fan.below), format!("{count} / {of}")];
        scene.tips.push(Tip { area: Area { left, right, ..inside }, guide: None, text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_future_is_a_dot_and_totals_between_have_a_column() {
        assert_eq!(columns(&[2, 2, 5]), [(2, 2), (3, 0), (4, 0), (5, 1)]);
        assert!(columns(&[]).is_empty());
    }
}
