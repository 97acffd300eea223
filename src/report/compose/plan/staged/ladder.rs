//! What confidence costs: a table, a chart with its knee, and the price of the last percent.

use super::Decided;
use super::alternatives::kept;
use crate::plan::staged::data::{Missing, Rung};
use crate::report::compose::genitive::people_of;
use crate::report::compose::values::between;
use crate::report::{
    Axis, Cell, Chart, Curve, Figure, Format, Header, Ink, Point, Row, Table, Target, Word, texts,
};

/// Every rung, the knee marked.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    let ladder = &decided.staged.ladder.rungs;
    if ladder.len() < 2 {
        return None;
    }
    let number = |word: Word| Header::number(decided.say(word), "");
    let headers = vec![
        number(Word::KeptAll),
        number(Word::CostColumn),
        Header::text(decided.say(Word::OpenNowColumn)),
        number(Word::PeopleMean),
        number(Word::RungForColumn),
    ];
    let mut table = Table::new("ladder", decided.say(Word::LadderTitle), headers);
    for it in ladder {
        let cells = vec![
            kept(decided, &it.kept),
            super::alternatives::interval(it.cost, Format::Money),
            Cell::text(now(decided, it)),
            Cell::number(it.people, 1),
            it.level.map_or_else(Cell::empty, |it| Cell::text(decided.locale.share_short(it))),
        ];
        table.rows.push(Row { cells, emphasised: it.knee });
    }
    let knee = ladder.iter().any(|it| it.knee).then(|| decided.say(Word::LadderNote));
    let missing = decided.staged.ladder.missing.iter().map(|it| not_there(decided, it));
    let more = (!decided.staged.full).then(|| decided.say(Word::LadderMore));
    let notes = knee.into_iter().chain([last_percent(decided)]).chain(missing).chain(more);
    table.note = notes.collect::<Vec<_>>().join(" ");
    Some(table.without_empty_columns())
}

/// Whom a rung asks for now.
fn now(decided: Decided<'_>, it: &Rung) -> String {
    let each = it.now.iter().map(|(role, count)| {
        let role = decided.name(&decided.scenario.roles[role.index()]);
        people_of(role, *count, decided.locale)
    });
    match it.now.is_empty() {
        true => decided.say(Word::OpenNobodyNow),
        false => each.collect::<Vec<_>>().join(", "),
    }
}

/// What the last percentage point costs, or why that is not told.
fn last_percent(decided: Decided<'_>) -> String {
    let Some(last) = decided.staged.ladder.last else {
        return decided.say(Word::LastPercentOpen);
    };
    let share = |it: f64| decided.locale.share(it, 0);
    let [money, low, high] =
        [last.price.value, last.price.low, last.price.high].map(|it| decided.money(it));
    decided.say(texts::LastPercentCosts {
        from: share(last.from),
        to: share(last.to),
        money,
        range: between(&low, &high),
        of: last.of,
    })
}

/// Why a confidence has no rung near it.
fn not_there(decided: Decided<'_>, it: &Missing) -> String {
    let (level, share) =
        (decided.locale.share_short(it.level), |it: f64| decided.locale.share(it, 0));
    match (it.above, it.below) {
        (Some(above), Some(below)) => {
            decided.say(texts::LadderJump { level, above: share(above), below: share(below) })
        }
        (Some(above), None) => decided.say(texts::LadderLowest { level, above: share(above) }),
        (None, _) => decided.say(texts::LadderBeyond { level }),
    }
}

/// Cost against probability.
pub(crate) fn chart(decided: Decided<'_>) -> Option<Chart> {
    let ladder = &decided.staged.ladder.rungs;
    let [low, .., high] = ladder.as_slice() else {
        return None;
    };
    let locale = decided.locale;
    let share = |it: &Rung| locale.share(it.kept.share.value, 0);
    let points = ladder.iter().map(|it| Point {
        label: label(decided, it),
        x: it.cost.value,
        y: it.kept.share.value,
        interval: Some((it.kept.share.low, it.kept.share.high)),
        across: None,
        efficient: true,
        ink: if it.plan { Ink::Slot(0) } else { Ink::Slot(5) },
    });
    let axis = |word: Word, format: Format| Axis { title: decided.say(word), format };
    let confidence = decided.staged.confidence;
    let target = Target {
        label: decided.say(texts::AskedFor { share: locale.share_short(confidence) }),
        value: confidence,
    };
    let figure = Figure::Curve(Curve {
        x: axis(Word::CurveX, Format::Money),
        y: axis(Word::CurveY, Format::Share),
        points: points.collect(),
        targets: vec![target],
    });
    let others = ladder.iter().filter(|it| !it.plan).map(|it| it.kept.of);
    let few = others.min().unwrap_or(decided.staged.kept.of);
    let subtitle = decided.say(texts::ChartLadderSubtitle { of: decided.staged.kept.of, few });
    let title = match ladder.iter().find(|it| it.knee) {
        // Only what is surely dearer is dearer.
        Some(knee) if high.cost.low > knee.cost.high => decided.say(texts::ChartLadder {
            share: share(knee),
            knee: decided.money(knee.cost.value),
            money: decided.money(high.cost.value - knee.cost.value),
        }),
        _ => decided.say(texts::ChartLadderPlain { low: share(low), high: share(high) }),
    };
    Some(decided.chart("confidence", title, subtitle, figure))
}

/// What a rung was looked for, how often it keeps every promise, and what it costs.
fn label(decided: Decided<'_>, it: &Rung) -> String {
    let locale = decided.locale;
    let (share, money) = (locale.share(it.kept.share.value, 0), decided.money(it.cost.value));
    match it.level {
        _ if it.plan => decided.say(texts::RungOfPlan { share, money }),
        _ if it.uncapped => decided.say(texts::RungUncapped { share, money }),
        Some(level) => {
            let level = locale.share_short(level);
            decided.say(texts::RungFor { level, share, money })
        }
        None => format!("{share}, {money}"),
    }
}
