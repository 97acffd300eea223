//! Who gives up waiting, in a table, where a scenario has such work.

use super::facts;
use super::number::Number;
use super::run_tables::{cell, span_note};
use super::told::Told;
use crate::measures::Measure;
use crate::report::{Cell, Format, Header, Table, Word};

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
