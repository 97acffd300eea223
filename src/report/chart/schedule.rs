//! Who comes when: for each row the search, the ramp-up, and above them when people are needed.

use super::backend::{filled, pixels, stroke, veil};
use super::canvas::NARROW;
use super::legend::{self, Entry, SIGN};
use super::plot::{Plot, Ticks};
use super::rows::RowLabels;
use super::ruler::Ruler;
use super::scene::{Anchor, Area, At, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Ink, Locale, Schedule, Stay, Word};
use crate::scenario::Lang;
use plotters::element::{Circle, PathElement, Rectangle};

/// The widest label of a row, before it is wrapped.
const ROW_LABEL: f32 = 260.0;
const ROW: f32 = 120.0;
/// How much of the search shines through.
const SEARCH: f32 = 0.32;
/// The middle of a bar, below the middle of its row, where a need stands above it.
const LOWER: f64 = 0.1;

pub(crate) fn draw(schedule: &Schedule, locale: Locale, area: Area, scene: &mut Scene) {
    if schedule.rows.is_empty() || schedule.months.is_empty() {
        return;
    }
    let top = area.top + legend::draw(entries(schedule, locale.lang), area, size::LABEL, scene);
    let bottom = area.bottom - size::AXIS * 2.4 - 6.0;
    let row = ((bottom - top) / schedule.rows.len() as f32).min(ROW);
    let names = schedule.rows.iter().map(|stay| stay.label.as_str());
    let narrow = area.width() < NARROW;
    let widest = ROW_LABEL.min(area.width() * if narrow { 0.36 } else { 0.3 });
    let labels = RowLabels::fit(names, (row - 2.0, widest), size::LABEL);
    let inside = Area {
        left: area.left + labels.width + 20.0,
        top,
        right: area.right - 14.0,
        bottom: top + row * schedule.rows.len() as f32,
    };
    let across = Ruler::months(&schedule.months, 0.0, (inside.width(), size::AXIS), locale);
    let plot = Plot { area: inside, across, up: labels.ruler() };
    draw_years(schedule, &plot, scene);
    labels.draw(&plot, 16.0, scene);
    plot.draw_across(Ticks::labels(size::AXIS, 6.0), scene);
    for (index, stay) in schedule.rows.iter().enumerate() {
        let middle = index as f64 + 0.5;
        draw_bars(stay, middle, &plot, scene);
        draw_need(stay, middle, &plot, scene);
        label_stay(stay, middle, labels.size.max(size::SMALL_AXIS), &plot, scene);
        let (top, bottom) = (plot.y(index as f64), plot.y(index as f64 + 1.0));
        let text = said(schedule, stay, locale);
        scene.tips.push(Tip { area: Area { top, bottom, ..area }, guide: None, text });
    }
}

/// A line at the beginning, and one for every new year.
fn draw_years(schedule: &Schedule, plot: &Plot, scene: &mut Scene) {
    let months = schedule.months.iter().enumerate();
    let lines =
        months.filter(|(index, month)| *index == 0 || month.month() == 1).map(|(index, _)| {
            let style =
                if index == 0 { stroke(Paint::Axis, 1.5) } else { stroke(Paint::Grid, 1.2) };
            PathElement::new(vec![(index as f64, plot.up.low), (index as f64, plot.up.high)], style)
        });
    plot.draw(lines, scene);
}

/// Half the height of a bar in rows.
fn thick(plot: &Plot) -> f64 {
    let row = f64::from(plot.y(1.0) - plot.y(0.0));
    (row * 0.18).min(16.0) / row
}

/// How far the bar of a row is below its middle.
fn lower(stay: &Stay) -> f64 {
    if stay.needed.is_some() { LOWER } else { 0.0 }
}

/// Search and ramp-up as a bar.
fn draw_bars(stay: &Stay, middle: f64, plot: &Plot, scene: &mut Scene) {
    let paint = Paint::from(stay.ink);
    let middle = middle + lower(stay);
    let (top, bottom) = (middle - thick(plot), middle + thick(plot));
    let bar = |from, to, style| Rectangle::new([(from, top), (to, bottom)], style);
    let search = bar(stay.asked, stay.start, veil(paint, f64::from(SEARCH)));
    plot.draw([search, bar(stay.start, stay.productive, filled(paint))], scene);
}

/// The need as a line above the bar: from early to late, a dot in the middle.
fn draw_need(stay: &Stay, middle: f64, plot: &Plot, scene: &mut Scene) {
    let Some([early, likely, late]) = stay.needed.filter(|needed| needed[0].is_finite()) else {
        return;
    };
    let row = f64::from(plot.y(1.0) - plot.y(0.0));
    let at = middle + lower(stay) - thick(plot) - 7.0 / row;
    let style = stroke(Paint::Text, 2.0);
    let end = |month| vec![(month, at - 4.0 / row), (month, at + 4.0 / row)];
    let mut lines = vec![vec![(early, at), (late, at)], end(early)];
    if late.is_finite() {
        lines.push(end(late));
    }
    plot.draw(lines.into_iter().map(|line| PathElement::new(line, style)), scene);
    if !late.is_finite() {
        // It goes on beyond the horizon.
        let (x, y) = (plot.area.right, plot.y(at));
        scene.area(vec![(x + 9.0, y), (x - 2.0, y - 5.0), (x - 2.0, y + 5.0)], Paint::Text, 1.0);
    }
    if likely.is_finite() {
        plot.draw([Circle::new((likely, at), pixels(5.0), filled(Paint::Text))], scene);
    }
}

/// All of the note, or what comes before its first comma: after the bar or before it.
fn label_stay(stay: &Stay, middle: f64, size: f32, plot: &Plot, scene: &mut Scene) {
    let short = stay.note.split(", ").next().unwrap_or_default();
    let (last, y) = (plot.across.high, plot.y(middle + lower(stay)));
    let after = |text: &str| Label::new(text, (plot.x(stay.productive.min(last)) + 12.0, y), size);
    let before = |text: &str| {
        let at = (plot.x(stay.asked) - 10.0, y);
        Label::new(text, at, size).anchored(Anchor::End)
    };
    let note = &*stay.note;
    let mut labels = [after(note), before(note), after(short), before(short)].into_iter();
    let fits = |label: &Label| {
        let start = label.start().0;
        start > plot.area.left && start + label.width() <= plot.area.right + 12.0
    };
    if let Some(label) = labels.find(fits) {
        scene.text(label.haloed().centred());
    }
}

/// What colours and lines mean.
fn entries(schedule: &Schedule, lang: Lang) -> Vec<Entry> {
    let paint = schedule.rows.first().map_or(Paint::Muted, |stay| Paint::from(stay.ink));
    let patch = |word: Word, opacity| Entry {
        paint: Paint::Text,
        ..Entry::patches(word.text(lang).to_owned(), vec![paint], opacity)
    };
    let mut entries = vec![patch(Word::Searching, SEARCH), patch(Word::RampingUp, 1.0)];
    if schedule.rows.iter().any(|stay| stay.needed.is_some_and(|needed| needed[0].is_finite())) {
        let sign = |(x, y): At, scene: &mut Scene| {
            scene.line(vec![(x, y), (x + SIGN, y)], Paint::Text, 2.0);
            for at in [x, x + SIGN] {
                scene.line(vec![(at, y - 4.0), (at, y + 4.0)], Paint::Text, 2.0);
            }
            scene.dot((x + SIGN / 2.0, y), 5.0, Paint::Text);
        };
        let text = Word::NeededFrom.text(lang).to_owned();
        entries.push(Entry { width: SIGN, sign: Box::new(sign), text, paint: Paint::Text });
    }
    entries
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
