//! Tests that charts show their numbers: every chart of the gallery's documents is drawn, and what
//! is drawn is read back with a ruler made of the labels beside its axes.
//!
//! The pictures go to a temporary folder, or to the one named by `STAFFCAST_GALLERY`
//! (with `cargo test gallery`), there to be looked at.

use super::font::HALF_CAPITAL;
use super::scene::{Anchor, Area, At, Label, Paint, Shape};
use super::{Canvas, Palette, Place, Scene, draw, draw_on, png, svg};
use crate::report::gallery::{crowded, document};
use crate::report::{
    Axis, Bars, Chart, Curve, Document, Figure, Format, HeatMap, Ink, Lines, Locale, Panel, Point,
    Series, Tornado, Trace,
};
use crate::scenario::Lang;
use std::path::PathBuf;

/// As exact as plotters' grid is fine.
const EXACT: f32 = 0.15;

fn chart(document: &Document, key: &str) -> Chart {
    let found = document.charts().find(|chart| chart.key == key);
    found.unwrap_or_else(|| panic!("no chart is called {key}")).clone()
}

/// A chart of the document and its drawing on a slide.
fn drawn(key: &str) -> (Figure, Scene) {
    let document = document();
    let chart = chart(&document, key);
    let scene = draw(&chart, document.locale);
    (chart.figure, scene)
}

fn texts(scene: &Scene) -> impl Iterator<Item = &Label> {
    scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(label) => Some(label),
        _ => None,
    })
}

fn rects(scene: &Scene, paint: Paint) -> Vec<Area> {
    let of = |shape: &Shape| match shape {
        Shape::Rect { area, paint: found, .. } if *found == paint => Some(*area),
        _ => None,
    };
    scene.shapes.iter().filter_map(of).collect()
}

/// The points of all lines of a colour and a width.
fn lines(scene: &Scene, paint: Paint, wide: impl Fn(f32) -> bool) -> Vec<Vec<At>> {
    let of = |shape: &Shape| match shape {
        Shape::Line { points, paint: found, width, .. } if *found == paint && wide(*width) => {
            Some(points.clone())
        }
        _ => None,
    };
    scene.shapes.iter().filter_map(of).collect()
}

/// The number that a label begins with; thousands and no-break spaces are let be.
fn number(text: &str) -> Option<f64> {
    let text = text.split("\u{a0}млн").next()?;
    let plain = text.replace(['\u{a0}', '\u{202f}'], "").replace(',', ".");
    plain.trim_end_matches(['%', 'ч']).parse().ok()
}

/// A ruler made of the labels of an axis: each number and where it stands; the step and the start
/// of the straight line through all of them.
fn ruler(ticks: Vec<(f64, f32)>) -> impl Fn(f64) -> f32 {
    assert!(ticks.len() >= 3, "an axis has ticks: {ticks:?}");
    let ((low, from), (high, to)) = (ticks[0], ticks[ticks.len() - 1]);
    let at = move |value: f64| from + (to - from) * ((value - low) / (high - low)) as f32;
    for (value, place) in ticks {
        assert!((at(value) - place).abs() < EXACT, "the ticks are evenly spaced");
    }
    at
}

/// The numbers on the left: they end at one edge, the middle of their letters at their values.
fn upwards(scene: &Scene) -> impl Fn(f64) -> f32 {
    let ticks = texts(scene).filter(|it| it.anchor == Anchor::End && it.paint == Paint::Quiet);
    let middle = |label: &Label| label.at.1 - label.size * HALF_CAPITAL;
    ruler(ticks.filter_map(|label| Some((number(&label.text)?, middle(label)))).collect())
}

/// The numbers below.
fn across(scene: &Scene) -> impl Fn(f64) -> f32 {
    let ticks = texts(scene).filter(|it| it.anchor == Anchor::Middle && it.paint == Paint::Quiet);
    ruler(ticks.filter_map(|label| Some((number(&label.text)?, label.at.0))).collect())
}

fn assert_near(found: f32, wanted: f32, what: &str) {
    assert!((found - wanted).abs() < EXACT, "{what} is at {found} instead of {wanted}");
}

#[test]
fn every_month_of_every_line_is_where_its_value_is() {
    for (key, unit) in [("decision", 100.0), ("utilisation", 100.0), ("headcount", 1.0)] {
        let (figure, scene) = drawn(key);
        let Figure::Lines(figure) = figure else { panic!("{key} has lines") };
        let y = upwards(&scene);
        let slots = figure.panels[0].series.iter().filter(|series| series.ink != Ink::Muted);
        for series in slots {
            let lines = lines(&scene, series.ink.into(), |width| width == 4.0);
            let points = lines.concat();
            let each = if figure.trace == Trace::Steps { 2 } else { 1 };
            assert_eq!(points.len(), figure.months.len() * each, "{key}: {}", series.label);
            let month = (points[points.len() - 1].0 - points[0].0) / (points.len() - 1) as f32;
            for (index, point) in points.iter().enumerate() {
                assert_near(point.1, y(series.values[index / each] * unit), &series.label);
                let x = points[0].0 + month * index as f32;
                assert!(each == 2 || (point.0 - x).abs() < EXACT, "months are evenly spaced");
            }
        }
        let dashed = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, dashed: true, .. } => Some(points[0].1),
            _ => None,
        });
        let targets = figure.panels[0].targets.iter().map(|target| y(target.value * unit));
        for (found, wanted) in dashed.zip(targets) {
            assert_near(found, wanted, "a target");
        }
    }
}

#[test]
fn bands_reach_from_their_lower_to_their_upper_ends() {
    let (figure, scene) = drawn("backlog");
    let Figure::Lines(figure) = figure else { panic!("it has lines") };
    let y = upwards(&scene);
    let series = &figure.panels[0].series[0];
    let (low, high) = series.band.as_ref().expect("it has a band");
    let band = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Area { points, paint, .. } if *paint == series.ink.into() => Some(points.clone()),
        _ => None,
    });
    let ends = high.iter().chain(low.iter().rev());
    for (point, value) in band.expect("it is drawn").iter().zip(ends) {
        assert_near(point.1, y(*value), "an end of a band");
    }
}

#[test]
fn bars_are_as_long_as_their_values() {
    let (figure, scene) = drawn("policies");
    let Figure::Bars(figure) = figure else { panic!("it has bars") };
    let all: Vec<Area> = scene
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Rect { area, .. } = shape { Some(*area) } else { None })
        .collect();
    assert_eq!(all.len(), figure.bars.len());
    let unit = all[0].width() / figure.bars[0].value as f32;
    for (area, bar) in all.iter().zip(&figure.bars) {
        assert_near(area.left, all[0].left, "the beginning of a bar");
        assert_near(area.width(), unit * bar.value as f32, &bar.label);
        let interval = bar.interval.expect("it has one");
        let x = |value: f64| area.left + unit * value as f32;
        let whiskers = lines(&scene, Paint::Text, |width| width == 2.0);
        let found = whiskers.iter().any(|line| {
            (line[0].0 - x(interval.0)).abs() < EXACT && (line[1].0 - x(interval.1)).abs() < EXACT
        });
        assert!(found, "the interval of {}", bar.label);
    }
}

#[test]
fn swings_lead_from_the_centre_to_the_answers() {
    let (figure, scene) = drawn("tornado");
    let Figure::Tornado(figure) = figure else { panic!("it is a tornado") };
    // The first rectangle of a colour is in the legend, the second belongs to the widest swing.
    let (low, high) = (rects(&scene, Paint::Slot(0)), rects(&scene, Paint::Slot(1)));
    let widest = &figure.swings[0];
    let (up, down) = (widest.low - figure.centre, figure.centre - widest.high);
    assert_near(low[1].left, high[1].right, "the centre");
    assert_near(high[1].width(), low[1].width() * (down / up) as f32, "the shorter side");
    let unit = low[1].width() / up as f32;
    assert_near(low[2].width(), unit * (figure.swings[1].low - figure.centre) as f32, "the next");
}

#[test]
fn points_stand_at_what_they_cost_and_bring() {
    let (figure, scene) = drawn("cost");
    let Figure::Curve(figure) = figure else { panic!("it is a curve") };
    let (x, y) = (across(&scene), upwards(&scene));
    let dots = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Dot { at, .. } => Some(*at),
        _ => None,
    });
    let dots: Vec<At> = dots.collect();
    assert_eq!(dots.len(), figure.points.len());
    for (dot, Point { label, x: cost, y: share, .. }) in dots.iter().zip(&figure.points) {
        assert_near(dot.0, x(cost / 1e6), label);
        assert_near(dot.1, y(share * 100.0), label);
    }
}

#[test]
fn cells_stand_in_rows_and_months_and_bars_of_a_schedule_last_as_long_as_they_say() {
    let (figure, scene) = drawn("occupancy");
    let Figure::HeatMap(figure) = figure else { panic!("it is a map") };
    let cells = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { area, paint: Paint::Heat(step), .. } => Some((*area, *step)),
        _ => None,
    });
    // Seven of them are the legend.
    let cells: Vec<(Area, u8)> = cells.skip(7).collect();
    let months = figure.months.len();
    assert_eq!(cells.len(), figure.rows.len() * months);
    for (index, (area, step)) in cells.iter().enumerate() {
        let value = figure.rows[index / months].values[index % months];
        assert_eq!(*step > 5, value > figure.limit, "{value}");
        assert_eq!(*step == 5, (figure.caution..=figure.limit).contains(&value), "{value}");
        assert_near(area.left, cells[index % months].0.left, "a month");
        assert_near(area.top, cells[index / months * months].0.top, "a row");
    }
    let (figure, scene) = drawn("schedule");
    let Figure::Schedule(figure) = figure else { panic!("it is a schedule") };
    let bars = rects(&scene, Paint::Slot(0));
    for (pair, stay) in bars[2..].chunks(2).zip(&figure.rows) {
        let month = pair[0].width() / (stay.start - stay.asked) as f32;
        assert_near(pair[0].right, pair[1].left, "the first day");
        assert_near(pair[1].width(), month * (stay.productive - stay.start) as f32, &stay.label);
        let first = pair[0].left - month * stay.asked as f32;
        assert!((first - bars[2].left).abs() < 10.0 * EXACT, "the beginning of {}", stay.label);
    }
}

#[test]
fn cells_of_two_levers_stand_at_their_values_and_the_dearest_is_the_darkest() {
    let (figure, scene) = drawn("by-two");
    let Figure::Areas(figure) = figure else { panic!("it is a map") };
    let y = upwards(&scene);
    let cells = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { area, paint: Paint::Heat(step), .. } => Some((*area, *step)),
        _ => None,
    });
    let cells: Vec<(Area, u8)> = cells.collect();
    assert_eq!(cells.len(), figure.rows.len() * figure.columns.len());
    let known = || figure.values.iter().flatten().flatten();
    let (least, most) =
        (known().copied().fold(f64::MAX, f64::min), known().copied().fold(0.0, f64::max));
    for (index, (area, step)) in cells.iter().enumerate() {
        let (row, column) = (index / figure.columns.len(), index % figure.columns.len());
        assert_near((area.top + area.bottom) / 2.0, y(figure.rows[row]), "a row");
        match figure.values[row][column] {
            None => assert_eq!(*step, 5, "what is not known has a colour of its own"),
            Some(value) if value == most => assert_eq!(*step, 4),
            Some(value) => {
                assert!(*step < 4 && (value == least) <= (*step == 0), "{value}: {step}")
            }
        }
    }
    assert!(texts(&scene).any(|it| it.text.contains("млн")), "money is written as money");
}

#[test]
fn strands_pass_each_axis_at_their_value() {
    let (figure, scene) = drawn("by-many");
    let Figure::Parallel(figure) = figure else { panic!("it has strands") };
    let axes = lines(&scene, Paint::Axis, |width| width == 1.5);
    let heights = (axes[0][0].1, axes[0][1].1);
    let strands: Vec<Vec<At>> =
        (0..5).flat_map(|it| lines(&scene, Paint::Heat(it), |_| true)).collect();
    assert_eq!((axes.len(), strands.len()), (figure.axes.len(), figure.strands.len()));
    for strand in &figure.strands {
        let place = |axis: usize| {
            let all = figure.strands.iter().map(|it| it.values[axis]);
            let (low, high) = (all.clone().fold(f64::MAX, f64::min), all.fold(f64::MIN, f64::max));
            let share = (strand.values[axis] - low) / (high - low);
            heights.0 + (heights.1 - heights.0) * share as f32
        };
        let is_there = |line: &Vec<At>| {
            let apart = |(axis, at): (usize, &At)| (at.1 - place(axis)).abs() < EXACT;
            line.iter().enumerate().all(apart)
        };
        assert!(strands.iter().any(is_there), "{}", strand.label);
    }
}

/// What a label covers: its letters without what hangs below the line.
fn covered(label: &Label) -> Area {
    let (left, bottom) = label.start();
    let top = bottom - label.size * HALF_CAPITAL * 2.0;
    Area { left, top, right: left + label.width(), bottom }
}

fn assert_inside(scene: &Scene, name: &str) {
    let (width, height) = scene.size;
    for label in texts(scene) {
        let area = covered(label);
        let beside = area.left >= -0.5 && area.right <= width + 0.5;
        assert!(beside && area.top >= 0.0 && area.bottom <= height, "{name}: {label:?}");
    }
}

fn assert_apart(scene: &Scene, name: &str) {
    let labels: Vec<&Label> = texts(scene).collect();
    for (index, label) in labels.iter().enumerate() {
        let area = covered(label);
        for other in &labels[index + 1..] {
            let other_area = covered(other);
            let across = area.right.min(other_area.right) - area.left.max(other_area.left);
            let down = area.bottom.min(other_area.bottom) - area.top.max(other_area.top);
            assert!(across < 1.0 || down < 1.0, "{name}: {:?} on {:?}", label.text, other.text);
        }
    }
}

#[test]
fn every_label_is_inside_the_frame_and_apart_from_the_others() {
    let document = document();
    for chart in document.charts() {
        for canvas in [Canvas::Slide, Canvas::Page, Canvas::Phone] {
            let scene = draw_on(chart, document.locale, canvas);
            let name = format!("{} {canvas:?}", chart.key);
            assert_inside(&scene, &name);
            assert_apart(&scene, &name);
        }
    }
}

fn has_numbers_only(scene: &Scene) -> bool {
    let text = svg(scene, Place::Page);
    !text.contains("NaN") && !text.contains("inf")
}

#[test]
fn gallery_of_every_kind_of_chart() {
    let temporary = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("STAFFCAST_GALLERY").map(PathBuf::from);
    let folder = kept.clone().unwrap_or_else(|| temporary.path().to_owned());
    let scale = if kept.is_some() { 2.0 } else { 0.25 };
    for document in [document(), crowded()] {
        for chart in document.charts() {
            let scene = draw(chart, document.locale);
            assert!(has_numbers_only(&scene), "{}", chart.key);
            let write = |ending: &str, bytes: &[u8]| {
                std::fs::write(folder.join(format!("{}.{ending}", chart.key)), bytes).unwrap();
            };
            write("svg", svg(&scene, Place::File(&Palette::LIGHT)).as_bytes());
            write("png", &png(&scene, &Palette::LIGHT, scale));
            if chart.key == "sla" || chart.key == "occupancy" {
                write("dark.png", &png(&scene, &Palette::DARK, scale));
            }
        }
    }
}

#[test]
fn the_same_numbers_give_the_same_bytes() {
    let once = || {
        let (_, scene) = drawn("sla");
        (svg(&scene, Place::File(&Palette::LIGHT)), png(&scene, &Palette::LIGHT, 0.5))
    };
    assert_eq!(once(), once());
}

#[test]
fn charts_without_numbers_are_drawn_all_the_same() {
    let months = |count: usize| {
        let Figure::Lines(lines) = drawn("decision").0 else { panic!("it has lines") };
        lines.months[..count].to_vec()
    };
    let (values, ink) = (vec![f64::NAN; 3], Ink::Slot(0));
    let empty = Series { label: "пусто".into(), values, band: None, ink };
    let panel = Panel { series: vec![empty], ..Panel::default() };
    let lines = |format, trace, count, panels| {
        Figure::Lines(Lines { months: months(count), format, trace, panels })
    };
    let axis = |format| Axis { title: String::new(), format };
    let figures = [
        lines(Format::Share, Trace::Straight, 3, vec![panel.clone()]),
        lines(Format::Count, Trace::Steps, 1, vec![panel.clone(), panel.clone()]),
        lines(Format::Count, Trace::Steps, 0, vec![Panel::default()]),
        lines(Format::Count, Trace::Steps, 0, vec![]),
        Figure::HeatMap(HeatMap { months: vec![], rows: vec![], caution: 0.85, limit: 1.0 }),
        Figure::Bars(Bars { format: Format::Money, bars: vec![], targets: vec![] }),
        Figure::Tornado(Tornado {
            format: Format::Share,
            centre: 0.0,
            centre_label: String::new(),
            swings: vec![],
        }),
        Figure::Curve(Curve {
            x: axis(Format::Money),
            y: axis(Format::Share),
            points: vec![],
            targets: vec![],
        }),
    ];
    for figure in figures {
        let chart = Chart { figure, ..chart(&document(), "decision") };
        let scene = draw(&chart, Locale::new(Lang::Ru, "RUB"));
        assert!(has_numbers_only(&scene), "{:?}", scene.shapes);
    }
}
