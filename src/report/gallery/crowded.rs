//! More of everything than a good document would have, and some of nothing.

use super::*;

const LONG: &str = "Second technical-support manager from 1 June and a second engineer from \
    1 September, with contractors at peaks";

/// In English, with names that are too long and charts that are too full.
pub fn document() -> Document {
    let figures = [
        lines(60, 12, 6),
        lines(60, 1, 9),
        lines(1, 1, 1),
        exits(1),
        exits(4),
        map(60, 14),
        map(1, 1),
        bars(16),
        tornado(16),
        curve(16),
        lines(0, 0, 0),
        map(0, 0),
        bars(0),
        tornado(0),
        curve(0),
    ];
    let charts = figures.into_iter().enumerate().map(chart);
    let finding = |headline: &str| {
        Block::Finding(Finding {
            tone: Tone::Caution,
            headline: headline.into(),
            detail: LONG.repeat(3),
        })
    };
    let mut blocks = vec![finding(LONG), table(14, 24), table(3, 0), table(1, 1)];
    blocks.extend(charts.map(Block::Chart));
    let doubts = vec![Caution { reason: "supercalifragilistic".repeat(12), advice: LONG.into() }];
    Document {
        locale: Locale::new(Lang::En, "CHF"),
        title: LONG.into(),
        subtitle: LONG.repeat(2),
        sections: vec![
            section("much", LONG, blocks),
            section("doubts", "Doubts", vec![Block::Cautions(doubts)]),
            section("none", "Nothing", vec![]),
        ],
    }
}

fn chart((index, figure): (usize, Figure)) -> Chart {
    Chart {
        key: format!("chart-{index}"),
        title: format!("{index}. {LONG}"),
        subtitle: LONG.into(),
        source: format!("source {index}"),
        alternative: LONG.into(),
        figure,
    }
}

fn ink(index: usize) -> Ink {
    if index < 4 { Ink::Slot(index as u8) } else { Ink::Muted }
}

fn months(count: i16) -> Vec<Date> {
    (0..count).map(|index| date(2026 + index / 12, (index % 12 + 1) as i8, 1)).collect()
}

fn lines(count: i16, panels: usize, series: usize) -> Figure {
    let one = |index: usize| {
        let values: Vec<f64> = (0..count)
            .map(|month| (1.5 + index as f64) * 4e5 * (1.0 + libm::sin(f64::from(month) / 9.0)))
            .collect();
        let end = |by: f64| values.iter().map(|value| value * by).collect();
        Series {
            label: format!("{LONG} {index}"),
            band: Some((end(0.9), end(1.1))),
            values,
            ink: ink(index),
        }
    };
    let panel = Panel {
        title: LONG.into(),
        series: (0..series).map(one).collect(),
        targets: vec![Target { label: "what was promised".into(), value: 9e5 }],
        marks: vec![Mark { label: "somebody comes".into(), at: f64::from(count) - 0.5 }],
    };
    Figure::Lines(Lines {
        months: months(count),
        format: Format::Money,
        trace: Trace::Steps,
        panels: vec![panel; panels],
    })
}

/// Waves of which the second and the third leave the others far behind.
fn exits(panels: usize) -> Figure {
    let one = |index: usize| {
        let factor = [1.0, 900.0, 400.0, 1.5][index.min(3)];
        let level = |month: f64| 0.5 + 0.4 * index as f64 + month * 0.02;
        let wave = |month: f64| level(month) + libm::sin(month * 0.7 + index as f64);
        let values = (0..60).map(|month| 10.0 * factor * wave(f64::from(month))).collect();
        Series { label: format!("Choice {index}"), values, band: None, ink: ink(index) }
    };
    let panel = Panel {
        title: "Open tickets".into(),
        series: (0..9).map(one).collect(),
        ..Panel::default()
    };
    let (format, trace) = (Format::Count, Trace::Straight);
    Figure::Lines(Lines { months: months(60), format, trace, panels: vec![panel; panels] })
}

fn map(count: i16, rows: usize) -> Figure {
    let row = |index: usize| HeatRow {
        label: format!("{LONG} {index}"),
        values: (0..count).map(|month| 0.02 * f64::from(month) + 0.05 * index as f64).collect(),
    };
    Figure::HeatMap(HeatMap {
        months: months(count),
        rows: (0..rows).map(row).collect(),
        caution: 0.85,
        limit: 1.0,
    })
}

fn bars(count: usize) -> Figure {
    let bar = |index: usize| Bar {
        label: format!("{LONG} {index}"),
        value: 0.4 - 0.06 * index as f64,
        interval: Some((0.3 - 0.06 * index as f64, 0.5 - 0.06 * index as f64)),
        ink: ink(index),
    };
    Figure::Bars(Bars {
        format: Format::Points,
        bars: (0..count).map(bar).collect(),
        targets: vec![],
    })
}

fn tornado(count: usize) -> Figure {
    let swing = |index: usize| Swing {
        label: format!("{LONG} {index}"),
        low: 100.0 - 5.0 * index as f64,
        high: 100.0 + 7.0 * index as f64,
        low_label: "54 working days".into(),
        high_label: "74 working days".into(),
    };
    Figure::Tornado(Tornado {
        format: Format::Hours,
        centre: 100.0,
        centre_label: "with the middle of every assumption".into(),
        swings: (0..count).map(swing).collect(),
    })
}

fn curve(count: usize) -> Figure {
    let point = |index: usize| Point {
        label: format!("{LONG} {index}"),
        x: 1e6 * (index % 5) as f64,
        y: 0.9 + 0.006 * index as f64,
        interval: None,
        across: None,
        efficient: index.is_multiple_of(3),
        ink: ink(index),
    };
    let axis = |format| Axis { title: "what it costs in all of the years together".into(), format };
    Figure::Curve(Curve {
        x: axis(Format::Money),
        y: axis(Format::Share),
        points: (0..count).map(point).collect(),
        targets: vec![],
    })
}

fn table(columns: usize, rows: usize) -> Block {
    let header = |index: usize| match index % 3 {
        0 => Header::text(LONG),
        1 => Header::number("Money", "CHF"),
        _ => Header::number("Share", ""),
    };
    let mut table = Table::new("much", LONG, (0..columns).map(header).collect());
    for row in 0..rows {
        let cell = |index: usize| match index % 3 {
            0 if row % 2 == 0 => Cell::text("unbreakable_identifier_of_a_stream_of_work"),
            0 => Cell::text(LONG),
            1 => Cell::money(1e9 * row as f64).toned(Tone::Good),
            _ => Cell::interval(0.5, f64::NAN, 0.7, Format::Share),
        };
        table.push((0..columns).map(cell).collect());
    }
    Block::Table(table)
}
