//! What a sweep leaves: a quantity by two levers, and many points by several; and the hours of a week.

use super::{chart, section};
use crate::report::{Areas, Axis, Figure, Format, Parallel, Section, Strand};

const HEADS: &str = "roles.tp_manager.headcount";

fn axis(title: &str, format: Format) -> Axis {
    Axis { title: title.into(), format }
}

pub(super) fn levers() -> Section {
    let (columns, rows) = (vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![0.75, 1.0, 1.25, 1.5]);
    let cost = |row: f64, column: f64| 11.2e6 + 5.4e6 * column + 0.8e6 * row;
    // One point was not known, as of a point without an end.
    let value = |row: f64, column: f64| (row < 1.5 || column > 1.0).then(|| cost(row, column));
    let of_row = |&row: &f64| columns.iter().map(|&column| value(row, column)).collect();
    let map = Areas {
        x: axis(HEADS, Format::Number(0)),
        y: axis("streams.ticket.standard.arrival.rate, ×", Format::Number(2)),
        format: Format::Money,
        values: rows.iter().map(of_row).collect(),
        more: "неизвестно".into(),
        arrows: Vec::new(),
        columns,
        rows,
    };
    let axes = vec![
        axis(HEADS, Format::Number(0)),
        axis("roles.engineer.headcount", Format::Number(0)),
        axis("scenario.growth", Format::Share),
        axis("Все SLA", Format::Share),
    ];
    let strand = |index: usize| {
        let (heads, engineers) = ((index % 5 + 1) as f64, (index / 5 % 3 + 1) as f64);
        let growth = 0.05 + 0.01 * (index % 7) as f64;
        let kept = (0.16 * heads + 0.06 * engineers - 2.0 * growth).clamp(0.0, 1.0);
        Strand {
            label: format!("{heads}, {engineers}"),
            values: vec![heads, engineers, growth, kept],
        }
    };
    let strands = Parallel { axes, strands: (0..30).map(strand).collect() };
    let blocks = vec![
        chart("by-two", "Затраты за весь период", "Что меняется: люди и поток", Figure::Areas(map)),
        chart("by-many", "Все SLA", "Что меняется: люди и рост", Figure::Parallel(strands)),
        chart("by-hour", "Больше всего приходит в пн утром", "Когда приходят обращения", week()),
    ];
    section("levers", "Перебор", blocks)
}

/// When tickets come: few on Saturday, none on Sunday.
fn week() -> Figure {
    let hours = [0.6, 1.3, 1.6, 1.4, 0.7, 1.0, 1.2, 1.1, 0.8, 0.3];
    let days = [1.3, 1.1, 1.0, 1.0, 0.9, 0.2, 0.0];
    let of_day = |day: &f64| hours.iter().map(|it| Some(it * day)).collect();
    Figure::Areas(Areas {
        x: axis("Час", Format::Clock),
        y: axis("День недели", Format::Weekday),
        columns: (9..19).map(|it| f64::from(it) + 0.5).collect(),
        rows: (0..7).map(|it| f64::from(it) + 0.5).collect(),
        format: Format::Number(1),
        values: days.iter().rev().map(of_day).collect(),
        more: String::new(),
        arrows: Vec::new(),
    })
}
