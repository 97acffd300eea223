//! Every kind of chart, drawn from numbers such as a department has.
//!
//! The pictures go to a temporary folder, or to the one named by `STAFFCAST_GALLERY`
//! (with `cargo test gallery`), there to be looked at.

mod comparisons;
mod crowded;
mod over_months;

use super::{Palette, Place, draw, png, svg};
use crate::calendar::months_later;
use crate::report::{
    Axis, Bars, Chart, Curve, Figure, Format, HeatMap, Ink, Lines, Locale, Panel, Series, Target,
    Tornado, Trace,
};
use crate::scenario::Lang;
use jiff::civil::{Date, date};
use std::path::PathBuf;

const SOURCE: &str = "staffcast: сценарий pass24, 400 прогонов, зерно 20260126. \
    Время на обращение 1–2 ч (P-14), 3\u{202f}500 обращений в год (P-03).";
const OTHERS: [&str; 8] = [
    "Вызов при 400 обращениях",
    "Переработка",
    "База знаний",
    "Подмена руководителем",
    "Подрядчик",
    "Ручное распределение",
    "Без прерываний",
    "Второй МОС",
];

fn months(count: i32) -> Vec<Date> {
    (0..count).map(|index| months_later(date(2026, 2, 1), index)).collect()
}

fn series(label: &str, values: Vec<f64>, ink: Ink, half: f64) -> Series {
    let limit = |value: f64| {
        if half < 0.5 { value.clamp(0.0, 1.0) } else { value.max(0.0) }
    };
    let band = (half > 0.0).then(|| {
        let low = values.iter().map(|value| limit(value - half)).collect();
        (low, values.iter().map(|value| limit(value + half)).collect())
    });
    Series { label: label.into(), values, band, ink }
}

fn chart(key: &str, title: &str, subtitle: &str, figure: Figure) -> Chart {
    Chart {
        key: key.into(),
        title: title.into(),
        subtitle: subtitle.into(),
        source: SOURCE.into(),
        alternative: format!("{title}. {subtitle}"),
        figure,
    }
}

fn target(label: &str, value: f64) -> Target {
    Target { label: label.into(), value }
}

fn lines(format: Format, trace: Trace, count: i32, panels: Vec<Panel>) -> Figure {
    Figure::Lines(Lines { months: months(count), format, trace, panels })
}

fn has_numbers_only(scene: &super::Scene) -> bool {
    let text = svg(scene, Place::Page);
    !text.contains("NaN") && !text.contains("inf")
}

#[test]
fn gallery_of_every_kind_of_chart() {
    let temporary = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("STAFFCAST_GALLERY").map(PathBuf::from);
    let folder = kept.clone().unwrap_or_else(|| temporary.path().to_owned());
    for chart in [over_months::charts(), comparisons::charts(), crowded::charts()].concat() {
        let lang = if chart.key == "plan" { Lang::En } else { Lang::Ru };
        let scene = draw(&chart, Locale::new(lang, "RUB"));
        assert!(scene.shapes.len() > 20, "{} is drawn", chart.key);
        let scale = if kept.is_some() { 2.0 } else { 0.25 };
        let file = svg(&scene, Place::File(&Palette::LIGHT));
        assert!(has_numbers_only(&scene), "{}", chart.key);
        let write = |ending: &str, bytes: &[u8]| {
            std::fs::write(folder.join(format!("{}.{ending}", chart.key)), bytes).unwrap();
        };
        write("svg", file.as_bytes());
        write("png", &png(&scene, &Palette::LIGHT, scale));
        if chart.key == "sla" || chart.key == "utilisation-map-12" {
            write("dark.png", &png(&scene, &Palette::DARK, scale));
        }
    }
}

#[test]
fn the_same_numbers_give_the_same_bytes() {
    let locale = Locale::new(Lang::Ru, "RUB");
    let once = || {
        let scene = draw(&over_months::charts()[0], locale);
        (svg(&scene, Place::File(&Palette::LIGHT)), png(&scene, &Palette::LIGHT, 0.5))
    };
    assert_eq!(once(), once());
}

#[test]
fn charts_without_numbers_are_drawn_all_the_same() {
    let empty_series = series("пусто", vec![f64::NAN; 3], Ink::Slot(0), 0.0);
    let panel = Panel { series: vec![empty_series], ..Panel::default() };
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
            x: Axis { title: String::new(), format: Format::Money },
            y: Axis { title: String::new(), format: Format::Share },
            points: vec![],
            targets: vec![],
        }),
    ];
    for figure in figures {
        let scene = draw(&chart("empty", "Пусто", "", figure), Locale::new(Lang::Ru, "RUB"));
        assert!(has_numbers_only(&scene), "{:?}", scene.shapes);
    }
}
