//! What was tried before people.

use super::alternatives::{all_from, interval, number, tone};
use super::{Decided, certainly_more};
use crate::plan::staged::data::{Cheaper, LeftOut, Lever};
use crate::plan::staged::for_a_time::people_for_a_time;
use crate::report::compose::phrase::{joined, quoted};
use crate::report::{Cell, Format, Header, Table, Word, texts};
use crate::scenario::Text;

/// What was tried before people.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    let staged = decided.staged;
    if staged.levers.is_empty() && staged.unpriced.is_empty() && staged.left_out.is_empty() {
        return None;
    }
    let date = all_from(decided);
    let headers = vec![
        Header::text(decided.say(Word::LeverColumn)),
        Header::text(decided.say(Word::MadeColumn)),
        number(decided, Word::SavesColumn),
        Header::text(decided.say(Word::KeptWithLever)),
        number(decided, Word::LateChange),
        Header::number(decided.say(texts::LateBefore { date }), ""),
    ];
    let mut table = Table::new("levers", decided.say(Word::LeversTitle), headers);
    for it in &staged.levers {
        let title = decided.called(&it.key, &it.title);
        let made = decided.say(if it.made { Word::Yes } else { Word::No });
        let worse = certainly_more(it.breaches);
        let (with, without, of) = it.kept;
        table.push(vec![
            Cell::text(title),
            Cell::text(made),
            interval(it.saves, Format::Money),
            Cell::text(decided.say(texts::KeptOf { with, without, of })),
            interval(it.breaches, Format::Number(1)).toned(tone(!worse)),
            match decided.staged.all_from {
                0 => Cell::empty(),
                _ => interval(it.before, Format::Count).toned(tone(!certainly_more(it.before))),
            },
        ]);
    }
    let unpriced = staged.unpriced.iter().map(|it| (&it.key, &it.title));
    let left_out = staged.left_out.iter().map(|it| (&it.key, &it.title));
    let made = unpriced.clone().map(|it| (it, Word::Yes));
    for ((key, title), made) in made.chain(left_out.map(|it| (it, Word::No))) {
        let mut cells = vec![Cell::empty(); table.headers.len()];
        cells[0] = Cell::text(decided.called(key, title));
        cells[1] = Cell::text(decided.say(made));
        table.push(cells);
    }
    let free = staged.levers.iter().filter(|it| is_free_help(it)).map(|it| (&it.key, &it.title));
    let alone = staged.unpriced.iter().filter(|it| it.without.is_none());
    let alone = alone.map(|it| (&it.key, &it.title));
    let earlier = staged.levers.iter().filter(|it| it.earlier).map(|it| (&it.key, &it.title));
    let notes = [
        titles(decided, free).map(|moves| decided.say(texts::LeversFree { moves })),
        titles(decided, alone).map(|moves| decided.say(texts::LeversNoFigure { moves })),
        nobody_taken(decided),
        titles(decided, earlier).map(|title| decided.say(texts::LeverEarlier { title })),
    ];
    let bought = staged.unpriced.iter().filter_map(|it| {
        let Cheaper { saves, with, without, of } = it.without?;
        let title = quoted(decided.called(&it.key, &it.title), decided.locale.lang);
        let money = decided.money(-saves.value);
        Some(decided.say(texts::LeverBuys { title, money, with, without, of }))
    });
    let left_out = staged.left_out.iter().map(|it| {
        let LeftOut { with, without, of, .. } = it;
        let title = quoted(decided.called(&it.key, &it.title), decided.locale.lang);
        decided.say(texts::LeverLeftOut { title, with, without, of })
    });
    let notes = notes.into_iter().flatten().chain(bought).chain(left_out);
    let notes = notes.chain([decided.say(Word::LeversNote)]);
    table.note = notes.collect::<Vec<_>>().join(" ");
    Some(table.without_empty_columns())
}

/// That nobody is taken on for a time in any replication, where the plan may do so.
fn nobody_taken(decided: Decided<'_>) -> Option<String> {
    let staged = decided.staged;
    let key = people_for_a_time().0;
    let lever = staged.levers.iter().find(|it| it.made && it.key == key)?;
    let title = quoted(decided.called(&lever.key, &lever.title), decided.locale.lang);
    let of = staged.kept.of;
    let may = staged.rule.roles.iter().any(|it| it.temporary);
    (may && staged.temporary.is_empty()).then(|| decided.say(texts::LeverNobodyTaken { title, of }))
}

/// What some levers are called, one after another; nothing where there are none.
fn titles<'a>(
    decided: Decided<'_>,
    levers: impl Iterator<Item = (&'a String, &'a Text)>,
) -> Option<String> {
    let lang = decided.locale.lang;
    let each = levers.map(|(key, title)| quoted(decided.called(key, title), lang));
    let all: Vec<String> = each.collect();
    (!all.is_empty()).then(|| joined(&all, lang))
}

/// Whether a lever that the plan does without costs nothing and makes fewer items late, for certain.
fn is_free_help(lever: &Lever) -> bool {
    let late = [lever.breaches, lever.before];
    let fewer = late.iter().any(|it| it.high < 0.0);
    !lever.made && lever.saves.low >= 0.0 && fewer && !late.into_iter().any(certainly_more)
}
