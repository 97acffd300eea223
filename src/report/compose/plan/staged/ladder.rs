//! What confidence costs: a table, and a chart with its knee.

use super::Decided;
use super::alternatives::kept;
use crate::plan::staged::data::Rung;
use crate::report::{
    Axis, Cell, Chart, Curve, Figure, Format, Header, Ink, Point, Row, Table, Target, Word, texts,
};

/// Every rung, the knee marked.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    let ladder = &decided.staged.ladder;
    if ladder.len() < 2 {
        return None;
    }
    let number = |word: Word| Header::number(decided.say(word), "");
    let headers = vec![number(Word::KeptAll), number(Word::CostColumn), number(Word::PeopleMean)];
    let mut table = Table::new("ladder", decided.say(Word::LadderTitle), headers);
    for it in ladder {
        let cells = vec![
            kept(decided, &it.kept),
            super::alternatives::interval(it.cost, Format::Money),
            Cell::number(it.people, 1),
        ];
        table.rows.push(Row { cells, emphasised: it.knee });
    }
    if ladder.iter().any(|it| it.knee) {
        table.note = decided.say(Word::LadderNote);
    }
    Some(table)
}

/// Cost against probability.
pub(crate) fn chart(decided: Decided<'_>) -> Option<Chart> {
    let ladder = &decided.staged.ladder;
    let [low, .., high] = ladder.as_slice() else {
        return None;
    };
    let locale = decided.locale;
    let share = |it: &Rung| locale.share(it.kept.share.value, 0);
    let points = ladder.iter().map(|it| Point {
        label: format!("{}, {}", share(it), decided.money(it.cost.value)),
        x: it.cost.value,
        y: it.kept.share.value,
        interval: Some((it.kept.share.low, it.kept.share.high)),
        efficient: true,
        ink: if it.knee { Ink::Slot(0) } else { Ink::Slot(5) },
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
    let subtitle = decided.say(Word::ChartLadderSubtitle);
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
