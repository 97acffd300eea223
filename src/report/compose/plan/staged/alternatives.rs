//! What stands beside the plan, and the plan in each reading.

use super::{Decided, range};
use crate::ids::RoleId;
use crate::plan::staged::data::{Alternative, Kept, Which};
use crate::report::compose::genitive::people_of;
use crate::report::compose::phrase::{joined, quoted};
use crate::report::{Cell, Format, Header, Row, Table, Tone, Word, texts};
use crate::statistics::Interval;

/// The plan beside the others.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    let alternatives = &decided.staged.alternatives;
    if alternatives.len() < 2 {
        return None;
    }
    let mut headers = vec![
        Header::text(decided.say(Word::PlanColumn)),
        number(decided, Word::CostColumn),
        number(decided, Word::DearerColumn),
        number(decided, Word::KeptAll),
        number(decided, Word::HiresNowColumn),
        number(decided, Word::HiresAllColumn),
        match decided.staged.all_from {
            0 => number(decided, Word::LateAMonth),
            _ => Header::number(decided.say(texts::LateAMonthFrom { date: all_from(decided) }), ""),
        },
    ];
    let temporary = alternatives.iter().any(|it| it.temporary.p90 > 0.0);
    headers.extend(temporary.then(|| number(decided, Word::TemporaryAllColumn)));
    let loses = alternatives.iter().any(|it| it.lost.is_some());
    headers.extend(loses.then(|| number(decided, Word::RevenueLostColumn)));
    let mut table = Table::new("alternatives", "", headers);
    for it in told(decided) {
        let mut cells = cells(decided, it);
        let taken_on = range(it.temporary.p10, it.temporary.p90, decided.locale);
        cells.extend(temporary.then(|| Cell::text(taken_on)));
        let lost = it.lost.map_or_else(Cell::empty, |it| interval(it.all, Format::Money));
        cells.extend(loses.then_some(lost));
        table.rows.push(Row { cells, emphasised: it.plan == Which::Staged });
    }
    table.note = decided.say(Word::AlternativesNote);
    let idle = alternatives.iter().filter(|it| !is_told(decided, it));
    let idle: Vec<String> =
        idle.map(|it| quoted(&name(decided, &it.plan), decided.locale.lang)).collect();
    if !idle.is_empty() {
        let names = joined(&idle, decided.locale.lang);
        let nobody = quoted(&name(decided, &Which::Nobody), decided.locale.lang);
        table.note = format!("{} {}", decided.say(texts::AsNobody { names, nobody }), table.note);
    }
    for it in told(decided).filter(|it| !it.absent.is_empty()) {
        table.note += &format!(" {}", absent(decided, it));
    }
    Some(table)
}

/// Whom a plan of the document still has to find, though this plan has them from the first day.
fn absent(decided: Decided<'_>, it: &Alternative) -> String {
    let name = quoted(&name(decided, &it.plan), decided.locale.lang);
    let people = |(role, count): &(RoleId, u32)| {
        people_of(decided.name(&decided.scenario.roles[role.index()]), *count, decided.locale)
    };
    let people: Vec<String> = it.absent.iter().map(people).collect();
    decided.say(texts::StartsWithout { name, people: joined(&people, decided.locale.lang) })
}

/// Every plan but those of the document that do nothing in any replication.
pub(crate) fn told(decided: Decided<'_>) -> impl Iterator<Item = &Alternative> {
    decided.staged.alternatives.iter().filter(move |it| is_told(decided, it))
}

fn is_told(decided: Decided<'_>, it: &Alternative) -> bool {
    let as_nobody = |nobody: &Alternative| {
        (it.cost, it.breaches, it.hires, it.temporary)
            == (nobody.cost, nobody.breaches, nobody.hires, nobody.temporary)
    };
    let of_document = matches!(it.plan, Which::Policy(..));
    !(of_document && decided.beside_it(&Which::Nobody).is_some_and(as_nobody))
}

fn cells(decided: Decided<'_>, it: &Alternative) -> Vec<Cell> {
    let dearer = match it.plan {
        Which::Staged => Cell::empty(),
        _ => interval(it.dearer, Format::Money),
    };
    vec![
        Cell::text(name(decided, &it.plan)),
        Cell::money(it.cost.value),
        dearer,
        kept(decided, &it.kept),
        Cell::count(f64::from(it.hires_now)),
        Cell::text(range(it.hires.p10, it.hires.p90, decided.locale)),
        Cell::amount(it.breaches.value, Format::Count),
    ]
}

/// What a plan is called.
pub(crate) fn name(decided: Decided<'_>, plan: &Which) -> String {
    match plan {
        Which::Staged => decided.say(Word::PlanStaged),
        // Beside a plan that hires nobody it is what else the plan does that tells them apart.
        Which::Nobody if !decided.hires() => decided.say(Word::PlanAsItIs),
        Which::Nobody => decided.say(Word::PlanNobody),
        Which::Wait => decided.say(Word::PlanWait),
        // No cap holds the plan of dates, and it may be within them all the same.
        Which::Fixed if decided.is_beyond_caps(plan) => decided.say(Word::PlanFixedUncapped),
        Which::Fixed => decided.say(Word::PlanFixed),
        Which::Uncapped => decided.say(Word::PlanUncapped),
        Which::Perfect if !decided.is_uncertain() => decided.say(Word::PlanForeseen),
        Which::Perfect => decided.say(Word::PlanPerfect),
        Which::Own => decided.say(Word::PlanOwn),
        Which::Policy(key, title) => decided.called(key, title).to_owned(),
    }
}

/// The plan in each reading of each unknown.
pub(crate) fn by_reading(decided: Decided<'_>) -> Option<Table> {
    let readings = &decided.staged.by_reading;
    if readings.len() < 2 {
        return None;
    }
    let lang = decided.locale.lang;
    let headers = vec![
        Header::text(decided.say(Word::Input)),
        Header::text(decided.say(Word::ReadingColumn)),
        number(decided, Word::Weight),
        number(decided, Word::KeptAll),
        number(decided, Word::CostColumn),
        number(decided, Word::HiresAllColumn),
    ];
    let mut table = Table::new("by-reading", decided.say(Word::ByReadingTitle), headers);
    for it in readings {
        table.push(vec![
            Cell::text(it.unknown.in_lang(lang)),
            Cell::text(it.reading.in_lang(lang)),
            Cell::share(it.weight),
            kept(decided, &it.kept),
            Cell::money(it.cost.mean.value),
            Cell::text(range(it.hires.p10, it.hires.p90, decided.locale)),
        ]);
    }
    Some(table)
}

/// The day from which every promise counts.
pub(super) fn all_from(decided: Decided<'_>) -> String {
    decided.locale.date(decided.scenario.timeline.first_day(decided.staged.all_from))
}

pub(super) fn number(decided: Decided<'_>, word: Word) -> Header {
    Header::number(decided.say(word), "")
}

/// A number and how far it may be off.
pub(super) fn interval(it: Interval, format: Format) -> Cell {
    Cell::interval(it.value, it.low, it.high, format)
}

/// How often every promise is kept, red where less often than was asked for.
pub(super) fn kept(decided: Decided<'_>, it: &Kept) -> Cell {
    let enough = it.share.value >= decided.staged.confidence;
    interval(it.share, Format::Share).toned(tone(enough))
}

pub(super) fn tone(good: bool) -> Tone {
    if good { Tone::Neutral } else { Tone::Bad }
}
