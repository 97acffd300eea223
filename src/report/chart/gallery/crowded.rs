//! Charts with more of everything than a good chart would have.

use super::{OTHERS, chart, lines, months, series, target};
use crate::report::{
    Axis, Bar, Bars, Chart, Curve, Figure, Format, HeatMap, HeatRow, Ink, Panel, Point, Series,
    Swing, Tornado, Trace,
};

/// All of them.
pub(crate) fn charts() -> Vec<Chart> {
    let names = ["Второй менеджер ТП с 1 июня и второй инженер с 1 сентября", "Как есть"];
    let mut series: Vec<Series> = names
        .iter()
        .chain(&OTHERS)
        .enumerate()
        .map(|(index, label)| {
            let ink = if index < 6 { Ink::Slot(index as u8) } else { Ink::Muted };
            let values = (0..60).map(|month| {
                let level = 0.5 + 0.4 * index as f64 + month as f64 * 0.02;
                level + libm::sin(month as f64 * 0.7 + index as f64)
            });
            series(label, values.collect(), ink, if index < 2 { 0.8 } else { 0.0 })
        })
        .collect();
    let hours = Panel {
        series: series.clone(),
        targets: vec![target("обещано 4\u{a0}ч", 4.0)],
        ..Panel::default()
    };
    for (index, one) in series.iter_mut().enumerate() {
        let factor = [1.0, 900.0, 400.0, 1.5][index.min(3)];
        one.values.iter_mut().for_each(|value| *value *= 10.0 * factor);
        one.band = None;
    }
    let backlog =
        |title: &str| Panel { title: title.into(), series: series.clone(), ..Panel::default() };
    let many: Vec<Panel> =
        ["Экстренные", "Стандартные", "Консультации", "Запросы клиентов"].map(backlog).into();
    let rows =
        (0..14).map(|row| HeatRow {
            label: format!("Роль {row} с длинным названием, вторая линия"),
            values: (0..60)
                .map(|month| {
                    if row == 3 { f64::NAN } else { 0.3 + 0.07 * row as f64 + 0.004 * month as f64 }
                })
                .collect(),
        });
    let map = HeatMap { months: months(60), rows: rows.collect(), caution: 0.85, limit: 1.0 };
    let swings = (0..16).map(|index| Swing {
        label: format!("Неизвестная величина номер {index} с довольно длинным названием"),
        low: -0.02 * index as f64,
        high: 0.013 * index as f64,
        low_label: "1\u{a0}ч".into(),
        high_label: "2\u{a0}ч".into(),
    });
    let tornado = Tornado {
        format: Format::Points,
        centre: 0.0,
        centre_label: "при средних допущениях".into(),
        swings: swings.collect(),
    };
    let bars = (0..16).map(|index| Bar {
        label: format!("Вариант номер {index}: нанять ещё одного и подождать"),
        value: 0.12 - 0.018 * index as f64,
        interval: Some((0.1 - 0.018 * index as f64, 0.14 - 0.018 * index as f64)),
        ink: if index < 3 { Ink::Slot(index) } else { Ink::Muted },
    });
    let bars = Bars { format: Format::Points, bars: bars.collect(), targets: vec![] };
    let points = (0..16).map(|index| Point {
        label: format!("Вариант {index}"),
        x: 1e6 * (0.2 + 0.1 * f64::from(index % 5) + 0.02 * f64::from(index)),
        y: 0.9 + 0.006 * f64::from(index),
        interval: None,
        efficient: index % 5 == 0,
        ink: if index % 5 == 0 { Ink::Slot(index as u8 / 5) } else { Ink::Muted },
    });
    let axis = |title: &str, format| Axis { title: title.into(), format };
    let curve = Curve {
        x: axis("затраты за год", Format::Money),
        y: axis("доля в срок", Format::Share),
        points: points.collect(),
        targets: vec![target("цель 95\u{202f}%", 0.95)],
    };
    let long = "Заголовок, который так долго рассказывает о том, что нашлось, что не помещается \
        в две строки обычного размера и должен стать мельче";
    vec![
        chart(
            "crowded-lines",
            long,
            "Ожидание, часы",
            lines(Format::Hours, Trace::Straight, 60, vec![hours]),
        ),
        chart(
            "crowded-exits",
            "Две линии уходят вверх",
            "Очередь",
            lines(Format::Count, Trace::Straight, 60, vec![backlog("")]),
        ),
        chart(
            "crowded-panels",
            "Четыре панели",
            "Очередь",
            lines(Format::Count, Trace::Straight, 60, many),
        ),
        chart("crowded-map", "Много ролей", "Загрузка", Figure::HeatMap(map)),
        chart(
            "crowded-tornado",
            "Много допущений",
            "Изменение доли в срок",
            Figure::Tornado(tornado),
        ),
        chart("crowded-bars", "Много вариантов", "Разница с «Как есть»", Figure::Bars(bars)),
        chart("crowded-curve", "Много точек", "Доля против затрат", Figure::Curve(curve)),
    ]
}
