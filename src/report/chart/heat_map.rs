//! Shares by row and month: how full each role is, and where it is too full.

use super::axis::draw_months;
use super::canvas::NARROW;
use super::font::Face;
use super::rows::RowLabels;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Format, HeatMap, Locale, texts};

/// The steps below the warning; then come the warning and the excess.
const CALM: u8 = 5;
const GAP: f32 = 3.0;
/// Half the width of a year under the map.
const YEAR: f32 = 22.0;
/// The widest label of a row, before it is wrapped.
const ROW_LABEL: f32 = 230.0;

/// Draws it.
pub(crate) fn draw(map: &HeatMap, locale: Locale, area: Area, scene: &mut Scene) {
    if map.rows.is_empty() || map.months.is_empty() {
        return;
    }
    let narrow = area.width() < NARROW;
    let top = area.top + if narrow { 68.0 } else { 42.0 };
    let room = area.bottom - size::AXIS * 2.4 - top;
    let height = (room / map.rows.len() as f32).min(96.0);
    let names = map.rows.iter().map(|row| row.label.as_str());
    let widest = ROW_LABEL.min(area.width() * 0.26);
    let labels = RowLabels::fit(names, (height - GAP, widest), size::LABEL);
    let left = area.left + labels.width + 18.0;
    let legend = if narrow { area } else { Area { left, ..area } };
    draw_legend(map, legend, locale, scene);
    // A year below the last month is wider than a narrow cell.
    let cell = (area.right - left) / map.months.len() as f32;
    let right = area.right - (YEAR - cell / 2.0).max(0.0);
    let width = (right - left) / map.months.len() as f32;
    for (index, row) in map.rows.iter().enumerate() {
        let cell_top = top + index as f32 * height;
        let middle = cell_top + (height - GAP) / 2.0;
        labels.draw(index, left - 16.0, middle, scene);
        for (month, &value) in row.values.iter().enumerate().take(map.months.len()) {
            let cell_left = left + month as f32 * width;
            let cell = Area {
                left: cell_left,
                top: cell_top,
                right: cell_left + (width - GAP).max(width * 0.8),
                bottom: cell_top + height - GAP,
            };
            draw_cell(map, value, cell, locale, scene);
            let value = locale.amount(value, Format::Share);
            scene.tips.push(Tip {
                area: cell,
                guide: None,
                text: vec![
                    row.label.clone(),
                    format!("{}: {value}", locale.month(map.months[month])),
                ],
            });
        }
    }
    let bottom = top + map.rows.len() as f32 * height;
    let x = |month: usize| left + (month as f32 + 0.5) * width - GAP / 2.0;
    draw_months(&map.months, x, (bottom + 4.0, size::AXIS), locale, scene);
}

fn draw_cell(map: &HeatMap, value: f64, cell: Area, locale: Locale, scene: &mut Scene) {
    if !value.is_finite() {
        scene.rect(cell, 4.0, Paint::Grid);
        return;
    }
    let step = step(map, value);
    scene.rect(cell, 4.0, Paint::Heat(step));
    let text = locale.number(value * 100.0, 0);
    let size = (cell.width() / 2.15).min(cell.height() * 0.5).min(22.0);
    if size >= 10.0 {
        let middle = ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0);
        let label = Label::new(text, middle, size).painted(Paint::OnHeat(step));
        let label = label.anchored(Anchor::Middle).centred();
        scene.text(if step > CALM { label.bold() } else { label });
    }
}

fn step(map: &HeatMap, value: f64) -> u8 {
    if value > map.limit {
        CALM + 1
    } else if value >= map.caution {
        CALM
    } else {
        // Half of the warning is still the palest blue: what is idle needs no colour.
        let share = (value / map.caution - 0.4) / 0.6;
        ((share * f64::from(CALM)).floor().max(0.0) as u8).min(CALM - 1)
    }
}

/// What the colours mean, in one row if there is room.
fn draw_legend(map: &HeatMap, area: Area, locale: Locale, scene: &mut Scene) {
    let mut middle = area.top + 4.0;
    let swatch = |x: f32, middle: f32, step: u8, scene: &mut Scene| {
        let area = Area { left: x, top: middle - 9.0, right: x + 26.0, bottom: middle + 9.0 };
        scene.rect(area, 3.0, Paint::Heat(step));
    };
    let mut x = area.left;
    for step in 0..CALM {
        swatch(x, middle, step, scene);
        x += 28.0;
    }
    let (caution, limit) = (locale.share_short(map.caution), locale.share_short(map.limit));
    let texts = [
        (None, locale.say(texts::UpTo { value: &caution })),
        (Some(CALM), format!("{}–{limit}", locale.number(map.caution * 100.0, 0))),
        (Some(CALM + 1), locale.say(texts::Over { value: &limit })),
    ];
    for (colour, text) in texts {
        if x + 34.0 + Face::Regular.width(&text, size::AXIS) > area.right {
            (x, middle) = (area.left, middle + 26.0);
        }
        if let Some(step) = colour {
            swatch(x, middle, step, scene);
            x += 28.0;
        }
        let label = Label::new(text, (x + 6.0, middle), size::AXIS).painted(Paint::Quiet).centred();
        x += label.width() + 34.0;
        scene.text(label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_change_at_the_warning_and_above_the_limit() {
        let map = HeatMap { months: vec![], rows: vec![], caution: 0.85, limit: 1.0 };
        assert_eq!(step(&map, 0.0), 0);
        assert_eq!(step(&map, 0.849), 4);
        assert_eq!(step(&map, 0.85), 5);
        assert_eq!(step(&map, 1.0), 5);
        assert_eq!(step(&map, 1.001), 6);
    }
}
