//! The charts of a plan: what more money buys, and when people will be needed.

use super::Planned;
use super::decision::now_and_later;
use crate::plan::months::months_at;
use crate::plan::report_data::PlannedHire;
use crate::report::compose::phrase::capital;
use crate::report::{
    Axis, Chart, Curve, Figure, Format, Ink, Noun, Point, Schedule, Stay, Target, Word, counted,
    texts,
};
use jiff::civil::Date;

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
pub(crate) fn trade_off(planned: Planned<'_>) -> Option<Chart> {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let points = planned.answer.curve.iter().map(|it| {
        let people: usize = it.people.iter().map(|it| it.1).sum();
        Point {
            label: match people {
                0 => planned.say(Word::Nobody),
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
    let title = planned.say(texts::CurveTitle {
        share: locale.share(main.with.share, 0),
        cost: locale.money_short(main.cost, 1),
    });
    let axis = |say: Word, format: Format| Axis { title: planned.say(say), format };
    let figure = Figure::Curve(Curve {
        x: axis(Word::CurveX, Format::Money),
        y: axis(Word::CurveY, Format::Share),
        points,
        targets: vec![Target {
            label: planned.say(texts::AskedFor { share: locale.share_short(main.confidence) }),
            value: main.confidence,
        }],
    });
    let subtitle = planned.say(texts::CurveSubtitle { promise: planned.promise() });
    Some(chart(planned, "cost-and-probability", title, subtitle, figure))
}

/// Who is searched for and starts when, and when they are needed.
pub(crate) fn schedule(planned: Planned<'_>) -> Option<Chart> {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let timeline = &scenario.timeline;
    let hires = &planned.answer.main.hires;
    let last = hires.iter().map(|it| it.start).max()?;
    let mut groups: Vec<(&PlannedHire, usize)> = Vec::new();
    let same = |a: &PlannedHire, b: &PlannedHire| {
        (a.role, a.request, a.start, a.start_range) == (b.role, b.request, b.start, b.start_range)
    };
    for hire in hires {
        match groups.last_mut() {
            Some((first, number)) if same(first, hire) => *number = hire.number,
            _ => groups.push((hire, hire.number)),
        }
    }
    let rows = groups.iter().map(|(hire, number)| {
        let role = capital(&planned.role(hire.role));
        let (from, to) = (hire.number, *number);
        let numbers = match from == to {
            true => from.to_string(),
            false => format!("{from}–{to}"),
        };
        let at = |date: Option<Date>| date.map_or(f64::INFINITY, |it| months_at(timeline, it));
        let start = locale.date(hire.start);
        Stay {
            label: planned.say(texts::HireOfRole { role, numbers }),
            asked: months_at(timeline, hire.request),
            start: months_at(timeline, hire.start),
            productive: months_at(timeline, hire.productive),
            needed: (!hire.cover).then(|| hire.start_range.map(at)),
            note: match hire.cover {
                true => format!("{start}, {}", planned.say(Word::ForCover)),
                false => start,
            },
            ink: Ink::Slot(0),
        }
    });
    let figure =
        Figure::Schedule(Schedule { rows: rows.collect(), months: scenario.timeline.first_days() });
    let (now, later) = now_and_later(planned);
    let count = |hires: &[&PlannedHire]| counted(hires.len() as f64, Noun::VACANCY, locale);
    let date = locale.date(last);
    let title = match (now.is_empty(), later.is_empty()) {
        (false, true) => planned.say(texts::ScheduleTitleNow { now: count(&now), date }),
        (false, false) => {
            planned.say(texts::ScheduleTitle { now: count(&now), later: count(&later), date })
        }
        (true, _) => {
            let first = later.iter().map(|it| it.request).min();
            let first = first.map_or_else(String::new, |it| locale.date(it));
            let (one, later) = (later.len() == 1, count(&later));
            match one {
                true => planned.say(texts::ScheduleTitleOne { later, first, date }),
                false => planned.say(texts::ScheduleTitleLater { later, first, date }),
            }
        }
    };
    let subtitle = planned.say(Word::ScheduleSubtitle);
    Some(chart(planned, "schedule", title, subtitle, figure))
}
