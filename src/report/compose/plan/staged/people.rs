//! What each next person buys: a table and a staircase.

use super::alternatives::interval;
use super::{Decided, certainly_more};
use crate::ids::RoleId;
use crate::plan::months::date_at;
use crate::plan::staged::data::Person;
use crate::report::{Bar, Bars, Cell, Chart, Figure, Format, Header, Ink, Table, Word, texts};

/// Fewer late items a month are printed as none.
const LEAST: f64 = 0.05;

/// Every person, asked for now or later.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    // All are looked at in as many.
    let of = decided.staged.marginal.first()?.of;
    let text = |word: Word| Header::text(decided.say(word));
    let number = |word: Word| Header::number(decided.say(word), "");
    let headers = vec![
        text(Word::Role),
        number(Word::HireNumber),
        text(Word::WhenColumn),
        text(Word::BreaksColumn),
        text(Word::BreaksIn),
        Header::number(decided.say(texts::BreaksCount { of }), ""),
        number(Word::SparesColumn),
        Header::text(decided.say(texts::KeptBeforeAfter { of })),
        number(Word::PersonCost),
        number(Word::CostABreach),
        text(Word::CheaperColumn),
    ];
    let mut table = Table::new("marginal", decided.say(Word::MarginalTitle), headers);
    for it in &decided.staged.marginal {
        table.push(row(decided, it));
    }
    table.note = decided.say(Word::MarginalNote);
    if decided.staged.marginal.iter().any(|it| it.cost < 0.0 && it.instead >= 0.05) {
        table.note += &format!(" {}", decided.say(Word::MarginalInstead));
    }
    Some(table.without_empty_columns())
}

fn row(decided: Decided<'_>, it: &Person) -> Vec<Cell> {
    let timeline = &decided.scenario.timeline;
    let (sla, month, share) = match it.breaks {
        Some((sla, month, share)) => (
            Cell::text(decided.name(&decided.scenario.slas[sla.index()])),
            date_at(timeline, month).map_or_else(Cell::empty, Cell::month),
            Cell::count(counted_of(it, share) as f64),
        ),
        None => (Cell::empty(), Cell::empty(), Cell::empty()),
    };
    let [before, after] = [it.kept.0, it.kept.1].map(|share| counted_of(it, share));
    let cheaper = match &it.cheaper {
        Some((key, saving)) => {
            let title = lever(decided, key);
            Cell::text(format!("{title}: −{}", decided.money(*saving)))
        }
        None => Cell::empty(),
    };
    vec![
        Cell::text(decided.role_first(it.role)),
        Cell::count(f64::from(it.number)),
        Cell::text(when(decided, it)),
        sla,
        month,
        share,
        interval(it.spared, Format::Number(1)),
        Cell::text(format!("{before} → {after}")),
        Cell::money(it.cost),
        price(decided, it).map_or_else(Cell::empty, Cell::money),
        cheaper,
    ]
}

/// In how many of the few replications of a person a share of them is: so few are counted, not made a
/// percentage of.
pub(super) fn counted_of(it: &Person, share: f64) -> u64 {
    (share * it.of as f64).round() as u64
}

/// Whether the person certainly spares so much that it is not printed as nothing.
fn spares(it: &Person) -> bool {
    certainly_more(it.spared) && it.spared.value >= LEAST
}

/// What a breach spared costs; nothing where it is not certain that any is.
fn price(decided: Decided<'_>, it: &Person) -> Option<f64> {
    let months = decided.scenario.timeline.months() as f64;
    (spares(it) && it.cost > 0.0).then(|| it.cost / (it.spared.value * months))
}

fn lever<'a>(decided: Decided<'a>, key: &'a str) -> &'a str {
    let lever = decided.staged.levers.iter().find(|it| it.key == key);
    lever.map_or(key, |it| decided.called(key, &it.title))
}

fn when(decided: Decided<'_>, it: &Person) -> String {
    decided.say(if it.now { Word::Now } else { Word::Later })
}

/// How many late items each person of the plan spares, role by role. What may be nothing has no column: only its
/// interval is drawn.
pub(crate) fn staircase(decided: Decided<'_>) -> Option<Chart> {
    let all = &decided.staged.marginal;
    // One person alone is no staircase.
    let of = all.get(1)?.of;
    let certain: Vec<&Person> = all.iter().filter(|it| spares(it)).collect();
    let bars = all.iter().map(|it| {
        let [before, after] = [it.kept.0, it.kept.1].map(|share| counted_of(it, share));
        let label = texts::PersonBar {
            role: decided.role_first(it.role),
            number: it.number,
            when: when(decided, it),
            before,
            after,
        };
        Bar {
            label: decided.say(label),
            value: if spares(it) { it.spared.value } else { f64::NAN },
            interval: Some((it.spared.low, it.spared.high)),
            ink: if it.now { Ink::Slot(0) } else { Ink::Slot(5) },
        }
    });
    let least = certain.iter().map(|it| it.spared.value).fold(f64::INFINITY, f64::min);
    let decimals = u8::from(least < 20.0);
    let figure = Figure::Bars(Bars {
        format: Format::Number(decimals),
        bars: bars.collect(),
        targets: Vec::new(),
    });
    let title = staircase_title(decided, &certain);
    let subtitle = decided.say(texts::ChartStaircaseSubtitle { of });
    Some(decided.chart("marginal", title, subtitle, figure))
}

/// Of the role whose people certainly spare most; only what is certainly so makes a headline.
fn staircase_title(decided: Decided<'_>, certain: &[&Person]) -> String {
    let all = &decided.staged.marginal;
    let spared = |role: RoleId| -> f64 {
        certain.iter().filter(|it| it.role == role).map(|it| it.spared.value).sum()
    };
    let roles = certain.iter().map(|it| it.role).rev();
    let Some(role) = roles.max_by(|a, b| spared(*a).total_cmp(&spared(*b))) else {
        return decided.say(Word::ChartStaircaseNone);
    };
    let own: Vec<&&Person> = certain.iter().filter(|it| it.role == role).collect();
    let (first, last) = (own[0], own[own.len() - 1]);
    let everybody = own.len() == all.iter().filter(|it| it.role == role).count();
    let falls = everybody && last.spared.high < first.spared.low;
    let count = |it: &Person| {
        let decimals = usize::from(it.spared.value < 20.0);
        decided.locale.number(it.spared.value, decimals)
    };
    let name = &decided.role_first(role);
    match falls {
        _ if own.len() == 1 => decided.say(texts::ChartStaircaseOne {
            first: count(first),
            number: first.number,
            role: name,
        }),
        true => decided.say(texts::ChartStaircase {
            first: count(first),
            last: count(last),
            role: name,
        }),
        false => decided.say(Word::ChartStaircasePlain),
    }
}
