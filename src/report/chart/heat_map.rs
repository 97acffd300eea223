//! Shares by row and month: how full each role is, and where it is too full.

use super::backend::{filled, pixels};
use super::canvas::NARROW;
use super::legend::{self, Entry};
use super::plot::{Plot, Ticks};
use super::rows::RowLabels;
use super::ruler::Ruler;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Format, HeatMap, Locale, texts};
use plotters::element::Rectangle;

/// The steps below the warning; then come the warning and the excess.
const CALM: u8 = 5;
const GAP: f32 = 3.0;
/// The widest label of a row, before it is wrapped.
const ROW_LABEL: f32 = 230.0;

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
    let bottom = top + map.rows.len() as f32 * height;
    let inside = Area { left, top, bottom, ..area };
    let across = Ruler::months(&map.months, 0.0, (inside.width(), size::AXIS), locale);
    let plot = Plot { area: inside, across, up: labels.ruler() };
    let legend = if narrow { area } else { Area { left, ..area } };
    legend::draw(entries(map, locale), legend, size::AXIS, scene);
    labels.draw(&plot, 16.0, scene);
    plot.draw_across(Ticks::labels(size::AXIS, 4.0), scene);
    plot.draw(cells(map, &plot), scene);
    for (index, row) in map.rows.iter().enumerate() {
        for (month, &value) in row.values.iter().enumerate().take(map.months.len()) {
            let (x, y) = (month as f64, index as f64);
            let (beside, above) = (gap(&plot) / 2.0, GAP / 2.0);
            let cell = Area {
                left: plot.x(x) + beside,
                top: plot.y(y) + above,
                right: plot.x(x + 1.0) - beside,
                bottom: plot.y(y + 1.0) - above,
            };
            label_cell(map, value, cell, locale, scene);
            let value = locale.amount(value, Format::Share);
            let said = format!("{}: {value}", locale.month(map.months[month]));
            let text = vec![row.label.clone(), said];
            scene.tips.push(Tip { area: cell, guide: None, text });
        }
    }
}

/// Between one cell and the next: narrow cells need the room themselves.
fn gap(plot: &Plot) -> f32 {
    GAP.min((plot.x(1.0) - plot.x(0.0)) * 0.2)
}

fn cells(map: &HeatMap, plot: &Plot) -> Vec<Rectangle<(f64, f64)>> {
    let mut cells = Vec::new();
    for (index, row) in map.rows.iter().enumerate() {
        for (month, &value) in row.values.iter().enumerate().take(map.months.len()) {
            let paint = match value.is_finite() {
                true => Paint::Heat(step(map, value)),
                false => Paint::Grid,
            };
            let (x, y) = (month as f64, index as f64);
            let mut cell = Rectangle::new([(x, y), (x + 1.0, y + 1.0)], filled(paint));
            let [beside, above] = [gap(plot), GAP].map(|gap| pixels(gap / 2.0) as u32);
            cell.set_margin(above, above, beside, beside);
            cells.push(cell);
        }
    }
    cells
}

/// Writes the value on its cell, where there is room.
fn label_cell(map: &HeatMap, value: f64, cell: Area, locale: Locale, scene: &mut Scene) {
    let size = (cell.width() / 2.15).min(cell.height() * 0.5).min(22.0);
    if value.is_finite() && size >= 10.0 {
        let step = step(map, value);
        let middle = ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0);
        let label = Label::new(locale.number(value * 100.0, 0), middle, size);
        let label = label.painted(Paint::OnHeat(step)).anchored(Anchor::Middle).centred();
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

/// What the colours mean.
fn entries(map: &HeatMap, locale: Locale) -> Vec<Entry> {
    let (caution, limit) = (locale.share_short(map.caution), locale.share_short(map.limit));
    let between = format!("{}–{limit}", locale.number(map.caution * 100.0, 0));
    let calm = (0..CALM).map(Paint::Heat).collect();
    let over = map.rows.iter().flat_map(|row| &row.values).any(|it| *it > map.limit);
    let over = over.then(|| {
        let text = locale.say(texts::Over { value: &limit });
        Entry::patches(text, vec![Paint::Heat(CALM + 1)], 1.0)
    });
    let entries = [
        Entry::patches(locale.say(texts::UpTo { value: &caution }), calm, 1.0),
        Entry::patches(between, vec![Paint::Heat(CALM)], 1.0),
    ];
    // Nobody is busy for more than all of the time: a colour that no cell has is not explained.
    entries.into_iter().chain(over).collect()
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
