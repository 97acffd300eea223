//! The charts of a plan: what more money buys, and when people will be needed.

use super::Planned;
use super::parts::{self, capital};
use super::words::Say;
use crate::plan::months::months_at;
use crate::report::{
    Axis, Bar, Bars, Block, Chart, Curve, Figure, Format, Ink, Noun, Point, Target, counted,
};

/// Every chart.
pub fn all(planned: Planned<'_>) -> Vec<Block> {
    let charts = [trade_off(planned), dates(planned)];
    charts.into_iter().flatten().map(Block::Chart).collect()
}

fn chart(
    planned: Planned<'_>,
    key: &str,
    title: String,
    subtitle: String,
    figure: Figure,
) -> Chart {
    Chart {
        key: key.into(),
        alternative: format!("{title}. {subtitle}"),
        title,
        subtitle,
        source: planned.source(),
        figure,
    }
}

/// Cost against probability.
fn trade_off(planned: Planned<'_>) -> Option<Chart> {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let points = planned.answer.curve.iter().map(|it| {
        let people: usize = it.people.iter().map(|it| it.1).sum();
        Point {
            label: match people {
                0 => planned.say(Say::Nobody, &[]),
                people => counted(people as f64, Noun::PERSON, locale),
            },
            x: it.cost,
            y: it.kept.share,
            interval: Some(it.kept.interval),
            efficient: it.efficient,
            ink: match (it.chosen, it.efficient) {
                (true, _) => Ink::Slot(0),
                (false, true) => Ink::Slot(1),
                (false, false) => Ink::Muted,
            },
        }
    });
    let points: Vec<Point> = points.collect();
    if points.len() < 2 {
        return None;
    }
    let values = [
        ("share", &*locale.share(main.with.share, 0)),
        ("cost", &*locale.money_short(main.cost, 1)),
    ];
    let title = planned.say(Say::CurveTitle, &values);
    let axis = |say: Say, format: Format| Axis {
        title: planned.say(say, &[]),
        format,
    };
    let figure = Figure::Curve(Curve {
        x: axis(Say::CurveX, Format::Money),
        y: axis(Say::CurveY, Format::Share),
        points,
        targets: vec![Target {
            label: locale.share_short(main.confidence),
            value: main.confidence,
        }],
    });
    let subtitle = planned.say(Say::CurveSubtitle, &[]);
    Some(chart(
        planned,
        "cost-and-probability",
        title,
        subtitle,
        figure,
    ))
}

/// When people are needed, with the spread of each date.
fn dates(planned: Planned<'_>) -> Option<Chart> {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let timeline = &scenario.timeline;
    let last = timeline.months() as f64;
    let at = |date: Option<jiff::civil::Date>| date.map_or(last, |date| months_at(timeline, date));
    let hires = planned.answer.main.hires.iter().filter(|it| !it.cover);
    let bars = hires.map(|it| Bar {
        label: format!(
            "{} {}",
            capital(&parts::role(scenario, it.role, locale)),
            parts::place(scenario, it.role, it.number)
        ),
        value: at(it.start_range[1]),
        interval: Some((at(it.start_range[0]), at(it.start_range[2]))),
        ink: Ink::Slot((it.role.index() % 6) as u8),
    });
    let bars: Vec<Bar> = bars.collect();
    if bars.iter().all(|it| it.value <= 0.0) {
        return None;
    }
    let figure = Figure::Bars(Bars {
        format: Format::Month(timeline.start()),
        bars,
        targets: Vec::new(),
    });
    let title = planned.say(Say::DatesTitle, &[]);
    let subtitle = planned.say(Say::DatesSubtitle, &[]);
    Some(chart(planned, "dates", title, subtitle, figure))
}
