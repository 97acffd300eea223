//! Who gives up waiting: their table and their chart, where a scenario has such work.

use super::charts::chart;
use super::charts::lines::{Emphasis, figure, series};
use super::facts;
use super::number::Number;
use super::phrase::capital;
use super::run_tables::{cell, span_note};
use super::told::Told;
use crate::measures::Measure;
use crate::report::{Cell, Chart, Format, Header, Panel, Table, Trace, Word, texts};

/// More panels than this in one chart are too small to read.
const PANELS: usize = 6;

/// How many give up under the baseline, and which share of those who leave they are; `None` where
/// everybody waits for ever.
pub(crate) fn table(told: Told<'_>) -> Option<Table> {
    let lang = told.locale.lang;
    let word = |it: Word| it.text(lang);
    let headers = vec![
        Header::text(word(Word::KindOfWork)),
        Header::number(word(Word::GaveUpNow), word(Word::AMonth)),
        Header::number(word(Word::GaveUpThen), word(Word::AMonth)),
        Header::number(word(Word::GaveUpShareNow), "%"),
        Header::number(word(Word::GaveUpShareThen), "%"),
        Header::number(word(Word::MetInAll), "%"),
    ];
    let mut table = Table::new("abandoned", told.policy(0), headers);
    let baseline = told.baseline();
    for column in baseline.columns_of(Measure::AbandonedShare) {
        let it = &baseline.columns[column];
        let counts = baseline.months_of(Measure::Abandoned, &it.scope)?;
        let shares = baseline.months(column);
        table.push(vec![
            Cell::text(told.name(it)),
            cell(facts::first(counts), Format::Number(1)),
            cell(facts::last(counts), Format::Number(1)),
            cell(facts::first(shares), Format::Share),
            cell(facts::last(shares), Format::Share),
            cell(Number::of(&baseline.total[column]), Format::Share),
        ]);
    }
    table.note = word(Word::GaveUpNote).to_owned() + " " + &span_note(told);
    (!table.rows.is_empty()).then_some(table)
}

/// The share that gives up month by month, of the streams where most do.
pub(crate) fn share(told: Told<'_>) -> Option<Chart> {
    let (locale, lang) = (told.locale, told.locale.lang);
    let baseline = told.baseline();
    let mut columns: Vec<usize> = baseline.columns_of(Measure::AbandonedShare).collect();
    columns.retain(|&it| baseline.total[it].n > 0);
    let in_all = |column: &usize| baseline.total[*column].mean;
    columns.sort_by(|one, other| in_all(other).total_cmp(&in_all(one)));
    columns.truncate(PANELS);
    let emphasis = Emphasis::of(told);
    let largest = &baseline.columns[*columns.first()?];
    let panel = |column: &usize| {
        let it = &baseline.columns[*column];
        Panel {
            title: capital(told.name(it)),
            series: series(told, Measure::AbandonedShare, &it.scope, emphasis),
            ..Panel::default()
        }
    };
    let panels: Vec<Panel> = columns.iter().map(panel).collect();
    let share = |policy: usize| {
        let it = told.outcome.policies[policy].total_of(Measure::AbandonedShare, &largest.scope);
        locale.share(it.map_or(f64::NAN, |it| it.mean), 1)
    };
    let (stream, baseline) = (capital(told.name(largest)), told.policy(0));
    let title = match emphasis.best {
        Some(best) => {
            let (policy, other) = (told.policy(best), share(best));
            told.say(texts::GaveUpTitle { stream, baseline, share: share(0), policy, other })
        }
        None => told.say(texts::GaveUpTitleOne { stream, baseline, share: share(0) }),
    };
    let subtitle = Word::GaveUpSubtitle.text(lang).to_owned();
    let figure = figure(told, Format::Share, Trace::Straight, panels);
    Some(chart(told, "abandoned", title, subtitle, figure))
}
