//! The plan beside the others as points of money and probability, and head-count as a fan.

use super::alternatives::{name, told};
use super::{Decided, certainly_more, is_constant, probability};
use crate::plan::months::months_at;
use crate::plan::staged::data::{self, Alternative, Which};
use crate::report::compose::genitive::people_of;
use crate::report::compose::phrase::capital;
use crate::report::{
    Axis, Chart, Curve, Fan, Figure, Format, Ink, Noun, Point, Schedule, Stay, Target, Word,
    counted, texts,
};
use crate::statistics::Interval;

/// Months that are drawn after the last who is asked for now is fully productive.
const AFTER: f64 = 4.0;

/// Every plan as a point.
pub(crate) fn alternatives(decided: Decided<'_>) -> Option<Chart> {
    let all = &decided.staged.alternatives;
    if all.len() < 2 {
        return None;
    }
    let locale = decided.locale;
    let point = |it: &Alternative| Point {
        label: name(decided, &it.plan),
        x: it.cost.value,
        y: it.kept.share.value,
        interval: Some((it.kept.share.low, it.kept.share.high)),
        across: apart(it),
        efficient: false,
        ink: ink(&it.plan),
    };
    let confidence = decided.staged.confidence;
    let figure = Figure::Curve(Curve {
        x: Axis { title: decided.say(Word::CurveX), format: Format::Money },
        y: Axis { title: decided.say(Word::CurveY), format: Format::Share },
        points: told(decided).filter(|it| !is_the_plan(it)).map(point).collect(),
        targets: vec![Target {
            label: decided.say(texts::AskedFor { share: locale.share_short(confidence) }),
            value: confidence,
        }],
    });
    let fixed = decided.beside_it(&Which::Fixed);
    let as_sure = |it: &&Alternative| {
        certainly_more(it.dearer) && it.kept.share.value >= confidence && decided.comparable()
    };
    let title = match fixed.filter(as_sure) {
        Some(fixed) => {
            let money = decided.money(fixed.dearer.value);
            decided.say(texts::ChartAlternatives { money })
        }
        None => {
            let cost = decided.money(decided.staged.cost.mean.value);
            let share = probability(&decided.staged.kept, locale);
            decided.say(texts::ChartAlternativesPlain { cost, share })
        }
    };
    let subtitle = decided.say(texts::ChartAlternativesSubtitle { promise: decided.promise() });
    Some(decided.chart("alternatives", title, subtitle, figure))
}

/// Whether another plan does what the plan does in every replication: one point would lie on the other.
fn is_the_plan(it: &Alternative) -> bool {
    let none = |it: Interval| (it.value, it.low, it.high) == (0.0, 0.0, 0.0);
    it.plan != Which::Staged && none(it.dearer) && none(it.later)
}

/// Between which costs another plan is, as far as its difference from the plan is open; nothing of the plan
/// itself, of what costs the same in every future, and of the document's many, which lie on the axis.
fn apart(it: &Alternative) -> Option<(f64, f64)> {
    let is_one = !matches!(it.plan, Which::Staged | Which::Policy(..));
    let is_open = is_one && it.cost.low < it.cost.high;
    let end = |end: f64| it.cost.value + end - it.dearer.value;
    is_open.then(|| (end(it.dearer.low), end(it.dearer.high)))
}

fn ink(plan: &Which) -> Ink {
    match plan {
        Which::Staged => Ink::Slot(0),
        Which::Fixed => Ink::Slot(1),
        Which::Perfect => Ink::Slot(2),
        Which::Own => Ink::Slot(3),
        Which::Uncapped => Ink::Slot(5),
        Which::Nobody => Ink::Slot(4),
        Which::Wait | Which::Policy(..) => Ink::Muted,
    }
}

/// Who is searched for from today, until when, and when they are fully productive.
pub(crate) fn schedule(decided: Decided<'_>) -> Option<Chart> {
    let (timeline, locale) = (&decided.scenario.timeline, decided.locale);
    let now = &decided.staged.now;
    let last = now.iter().map(|it| it.start).max()?;
    let row = |it: &data::Vacancies| Stay {
        label: match (decided.role_first(it.role), it.count) {
            (role, 1) => role,
            (_, count) => {
                let role = &decided.scenario.roles[it.role.index()];
                people_of(decided.name(role), count, locale)
            }
        },
        asked: months_at(timeline, it.request),
        start: months_at(timeline, it.start),
        productive: months_at(timeline, it.productive),
        needed: None,
        // Beside the end of the ramp-up a bare date would be read as that.
        note: format!("{}: {}", decided.say(Word::Starts), locale.date(it.start)),
        ink: Ink::Slot(0),
    };
    let rows = now.iter().map(row).collect();
    // The months after everybody is productive would be an empty half of the chart.
    let productive = now.iter().map(|it| months_at(timeline, it.productive)).fold(0.0, f64::max);
    let mut months = timeline.first_days();
    months.truncate((productive + AFTER).ceil() as usize);
    let figure = Figure::Schedule(Schedule { rows, months });
    let count: u32 = now.iter().map(|it| it.count).sum();
    let vacancies = counted(f64::from(count), Noun::VACANCY_TO_OPEN, locale);
    let title = decided.say(texts::ChartSchedule { vacancies, date: locale.date(last) });
    let subtitle = decided.say(Word::ChartScheduleSubtitle);
    Some(decided.chart("schedule", capital(&title), subtitle, figure))
}

/// Head-count of each hired role, and how many are hired in twenty equally likely futures.
pub(crate) fn fan(decided: Decided<'_>) -> Vec<Chart> {
    let there = decided.staged.fans.iter().filter(|it| it.totals.iter().any(|it| *it > 0));
    there.enumerate().map(|(index, it)| one(decided, index + 1, it)).collect()
}

fn one(decided: Decided<'_>, number: usize, it: &data::Fan) -> Chart {
    let own = decided.staged.now.iter().filter(|one| one.role == it.role);
    let now: u32 = own.map(|one| one.count).sum();
    let role = decided.role_first(it.role);
    let later = decided.hired_mostly(it).unwrap_or_default();
    let title = match (is_constant(it), now) {
        (true, _) => decided.say(texts::ChartFanOne { role, count: it.totals[0] }),
        (false, 0) => decided.say(texts::ChartFanLater { role, later }),
        (false, now) => decided.say(texts::ChartFan { role, now, later }),
    };
    let figure = Figure::Fan(Fan {
        months: decided.scenario.timeline.first_days(),
        values: it.months.iter().map(|it| [it.p10, it.p50, it.p90]).collect(),
        reviews: it.reviews.clone(),
        totals: it.totals.clone(),
        up: decided.say(Word::PeopleAxis),
        below: decided.say(Word::HiredInAll),
    });
    let subtitle = decided.say(Word::ChartFanSubtitle);
    decided.chart(&format!("head-count-{number}"), title, subtitle, figure)
}
