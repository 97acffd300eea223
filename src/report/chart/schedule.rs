//! Who comes when: for each row the search, the ramp-up, and above them when people are needed.

use super::axis::draw_months;
use super::canvas::NARROW;
use super::font::Face;
use super::rows::RowLabels;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Ink, Locale, Schedule, Stay, Word};
use crate::scenario::Lang;

/// The widest label of a row, before it is wrapped.
const ROW_LABEL: f32 = 260.0;
const ROW: f32 = 64.0;
/// How much of the search shines through.
const SEARCH: f32 = 0.32;

/// Draws it.
pub(crate) fn draw(schedule: &Schedule, locale: Locale, area: Area, scene: &mut Scene) {
    if schedule.rows.is_empty() || schedule.months.is_empty() {
        return;
    }
    let top = area.top + draw_legend(schedule, area, locale.lang, scene);
    let bottom = area.bottom - size::AXIS * 2.4 - 6.0;
    let row = ((bottom - top) / schedule.rows.len() as f32).min(ROW);
    let names = schedule.rows.iter().map(|it| it.label.as_str());
    let narrow = area.width() < NARROW;
    let widest = ROW_LABEL.min(area.width() * if narrow { 0.36 } else { 0.3 });
    let labels = RowLabels::fit(names, (row - 2.0, widest), size::LABEL);
    let left = area.left + labels.width + 20.0;
    let right = area.right - 14.0;
    let last = schedule.months.len() as f64;
    let x = |months: f64| left + (right - left) * (months.clamp(0.0, last) / last) as f32;
    let bottom = top + row * schedule.rows.len() as f32;
    // A line at the beginning, and one for every new year.
    for (index, month) in schedule.months.iter().enumerate() {
        let is_first = index == 0;
        if is_first || month.month() == 1 {
            let (paint, width) = match is_first {
                true => (Paint::Axis, 1.5),
                false => (Paint::Grid, 1.2),
            };
            let at = x(index as f64);
            scene.line(vec![(at, top - 4.0), (at, bottom)], paint, width);
        }
    }
    for (index, stay) in schedule.rows.iter().enumerate() {
        let middle = top + (index as f32 + 0.5) * row;
        labels.draw(index, left - 16.0, middle, scene);
        draw_stay(stay, (middle, row), (right, labels.size), &x, scene);
        scene.tips.push(Tip {
            area: Area { top: middle - row / 2.0, bottom: middle + row / 2.0, ..area },
            guide: None,
            text: said(schedule, stay, locale),
        });
    }
    let centre = |index: usize| x(index as f64 + 0.5);
    draw_months(&schedule.months, centre, (bottom + 6.0, size::AXIS), locale, scene);
}

/// Search and ramp-up as a bar, the start as a dot, the need as a line above them.
fn draw_stay(
    stay: &Stay,
    (middle, row): (f32, f32),
    (right, letters): (f32, f32),
    x: &impl Fn(f64) -> f32,
    scene: &mut Scene,
) {
    let thick = (row * 0.36).min(18.0);
    let lower = middle + row * 0.1;
    let paint = Paint::from(stay.ink);
    let bar = |from: f64, to: f64| Area {
        left: x(from),
        right: x(to).max(x(from) + 2.0),
        top: lower - thick / 2.0,
        bottom: lower + thick / 2.0,
    };
    scene.veil(bar(stay.asked, stay.start), 3.0, paint, SEARCH);
    scene.rect(bar(stay.start, stay.productive), 3.0, paint);
    let end = x(stay.productive);
    if let Some([early, middle_need, late]) = stay.needed.filter(|it| it[0].is_finite()) {
        let y = lower - thick / 2.0 - 7.0;
        scene.line(vec![(x(early), y), (x(late), y)], Paint::Text, 2.0);
        scene.line(vec![(x(early), y - 4.0), (x(early), y + 4.0)], Paint::Text, 2.0);
        if late.is_finite() {
            scene.line(vec![(x(late), y - 4.0), (x(late), y + 4.0)], Paint::Text, 2.0);
        } else {
            // It goes on beyond the horizon.
            let tip = x(late);
            scene.area(
                vec![(tip + 9.0, y), (tip - 2.0, y - 5.0), (tip - 2.0, y + 5.0)],
                Paint::Text,
                1.0,
            );
        }
        if middle_need.is_finite() {
            scene.dot((x(middle_need), y), 5.0, Paint::Text);
        }
    }
    // All of the note, or what comes before its first comma: after the bar or before it.
    let short = stay.note.split(", ").next().unwrap_or_default();
    let size = letters.max(size::SMALL_AXIS);
    let after = |text: &str| Label::new(text, (end + 12.0, lower), size);
    let before = |text: &str| {
        let at = (x(stay.asked) - 10.0, lower);
        Label::new(text, at, size).anchored(Anchor::End)
    };
    let note = &*stay.note;
    let mut labels = [after(note), before(note), after(short), before(short)].into_iter();
    let fits = |label: &Label| {
        let start = label.start().0;
        start > x(0.0) && start + label.width() <= right + 12.0
    };
    if let Some(label) = labels.find(fits) {
        scene.text(label.haloed().centred());
    }
}

/// What colours and lines mean; returns its height.
fn draw_legend(schedule: &Schedule, area: Area, lang: Lang, scene: &mut Scene) -> f32 {
    let paint = schedule.rows.first().map_or(Paint::Muted, |it| Paint::from(it.ink));
    let has_needs = schedule.rows.iter().any(|it| it.needed.is_some_and(|it| it[0].is_finite()));
    let entries =
        [Some(Word::Searching), Some(Word::RampingUp), has_needs.then_some(Word::NeededFrom)];
    let narrow = area.width() < NARROW;
    let line = size::LABEL * 1.45;
    let (mut left, mut y) = (area.left, area.top + 4.0);
    for (index, word) in entries.into_iter().flatten().enumerate() {
        let text = word.text(lang);
        let width = 42.0 + Face::Regular.width(text, size::LABEL) + 28.0;
        if index > 0 && (narrow || left + width > area.right) {
            (left, y) = (area.left, y + line);
        }
        let swatch = Area { left, right: left + 32.0, top: y - 8.0, bottom: y + 8.0 };
        match word {
            Word::Searching => scene.veil(swatch, 3.0, paint, SEARCH),
            Word::RampingUp => scene.rect(swatch, 3.0, paint),
            _ => {
                scene.line(vec![(left, y), (left + 32.0, y)], Paint::Text, 2.0);
                for at in [left, left + 32.0] {
                    scene.line(vec![(at, y - 4.0), (at, y + 4.0)], Paint::Text, 2.0);
                }
                scene.dot((left + 12.0, y), 5.0, Paint::Text);
            }
        }
        scene.text(Label::new(text, (left + 42.0, y), size::LABEL).centred());
        left += width;
    }
    y - area.top + line
}

/// The row in words.
fn said(schedule: &Schedule, stay: &Stay, locale: Locale) -> Vec<String> {
    let lang = locale.lang;
    let month = |at: f64| {
        let index = at.floor() as usize;
        match schedule.months.get(index).filter(|_| at.is_finite()) {
            Some(month) => locale.month(*month),
            None => "—".to_owned(),
        }
    };
    let line = |word: Word, text: String| format!("{}: {text}", word.text(lang));
    let mut said = vec![
        stay.label.clone(),
        line(Word::VacancyOpens, month(stay.asked)),
        line(Word::WorkBegins, month(stay.start)),
        line(Word::FullSpeed, month(stay.productive)),
    ];
    if let Some(needed) = stay.needed {
        said.push(line(Word::NeededFrom, needed.map(month).join(" – ")));
    }
    if stay.ink != Ink::Muted && !stay.note.is_empty() {
        said.push(stay.note.clone());
    }
    said
}
