//! Whom to ask for now, for HR: a row a role, a row a person, and both CSV files of people.

use super::budget::BUDGET;
use super::pay::{GROSS, MONTH, mean_month, person};
use super::people::counted_of;
use super::{Decided, certainly_more};
use crate::plan::months::date_at;
use crate::plan::staged::data::{Person, Vacancies};
use crate::report::compose::phrase::capital;
use crate::report::{Cell, Header, Noun, Shown, Table, Word, counted, texts};

/// A person who is asked for now: which hire of the role, from 1.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The vacancy.
    pub(crate) vacancy: &'a Vacancies,
    /// The row of the vacancy.
    row: usize,
    /// Which hire of the role, from 1.
    pub(crate) number: u32,
}

/// Everybody who is asked for now, one by one.
pub(crate) fn asked(decided: Decided<'_>) -> Vec<Asked<'_>> {
    let rows = decided.staged.now.iter().enumerate();
    let each = rows.flat_map(|(position, vacancy)| {
        let earlier = decided.staged.now[..position].iter().filter(|it| it.role == vacancy.role);
        let before: u32 = earlier.map(|it| it.count).sum();
        (1..=vacancy.count).map(move |it| Asked { vacancy, row: position, number: before + it })
    });
    each.collect()
}

impl Asked<'_> {
    /// Everything up to the horizon, finding the person included.
    pub(crate) fn cost(self, decided: Decided<'_>) -> f64 {
        self.vacancy.pay.costs(person(self.vacancy), &decided.scenario.timeline).iter().sum()
    }

    /// What the person buys; `None` where nothing is known of that.
    pub(crate) fn person(self, decided: Decided<'_>) -> Option<&Person> {
        let mut people = decided.staged.marginal.iter();
        people.find(|it| it.role == self.vacancy.role && it.number == self.number)
    }

    /// Why the person is asked for, in one sentence; empty where nothing is known of that.
    pub(crate) fn reason(self, decided: Decided<'_>) -> String {
        let Some(person) = self.person(decided) else {
            return String::new();
        };
        let timeline = &decided.scenario.timeline;
        let found = person.breaks.and_then(|(sla, month, share)| {
            let month = decided.locale.month(date_at(timeline, month)?);
            let (sla, count) = (decided.sla(sla), counted_of(person, share));
            Some(decided.say(texts::BreaksWithout { sla, month, count, of: person.of }))
        });
        found.unwrap_or_else(|| nothing_breaks(decided, person))
    }
}

/// What is said of a person without whom no promise breaks that the plan keeps.
fn nothing_breaks(decided: Decided<'_>, person: &Person) -> String {
    let of = person.of;
    if person.kept.1 > 0.0 {
        return decided.say(texts::BreaksNothing { of });
    }
    // Nothing that is not kept can break: whom it does not break may be anything but a reserve.
    if !certainly_more(person.spared) || person.spared.value < 0.5 {
        return decided.say(texts::KeepsNothing { of });
    }
    let count = counted(person.spared.value, Noun::LATE, decided.locale);
    decided.say(texts::SparesAlone { count, of })
}

/// A row a role.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    if decided.staged.now.is_empty() {
        return None;
    }
    let text = |word: Word| Header::text(decided.say(word));
    let number = |word: Word| Header::number(decided.say(word), "");
    let headers = vec![
        text(Word::Role),
        number(Word::OpenThen),
        text(Word::Starts),
        text(Word::Productive),
        number(Word::Gross),
        number(Word::MonthCost),
        // Last, so that formulas find the others where nothing is uncertain.
        number(Word::InEvery),
    ];
    let mut table = Table::new("hires", "", headers);
    for (row, it) in decided.staged.now.iter().enumerate() {
        let month = mean_month(&it.pay, &format!("[hires:{row}:{GROSS}]"));
        table.push(vec![
            Cell::text(decided.role_first(it.role)),
            Cell::count(f64::from(it.count)),
            Cell::date(it.start),
            Cell::date(it.productive),
            Cell::money(it.pay.gross).entered(),
            Cell::money(it.pay.yearly_cost() / 12.0).computed(month),
            match decided.is_uncertain() {
                true => Cell::count(f64::from(it.needed)),
                false => Cell::empty(),
            },
        ]);
    }
    table.note = decided.say(Word::VacanciesNote);
    Some(table.without_empty_columns())
}

/// HR's table: a row for each person.
pub(crate) fn people(decided: Decided<'_>) -> Option<Table> {
    let asked = asked(decided);
    if asked.is_empty() {
        return None;
    }
    let text = |word: Word| Header::text(decided.say(word));
    let number = |word: Word| Header::number(decided.say(word), "");
    let headers = vec![
        text(Word::Role),
        number(Word::HireNumber),
        text(Word::Request),
        text(Word::Starts),
        text(Word::Productive),
        number(Word::Gross),
        number(Word::Contributions),
        number(Word::YearlyCost),
        number(Word::UntilHorizon),
        text(Word::Reason),
        text(Word::Requirements),
    ];
    let mut table = Table::new("hiring", decided.say(Word::HiringTitle), headers);
    let end = decided.scenario.timeline.months().saturating_sub(1);
    for it in asked {
        let (vacancy, yearly) = (it.vacancy, it.vacancy.pay.yearly_cost());
        let role = &decided.scenario.roles[vacancy.role.index()];
        let [gross, month] = [GROSS, MONTH].map(|column| format!("[hires:{}:{column}]", it.row));
        let all = format!("SUM([{BUDGET}:0..{end}:{}])/{}", it.row + 1, vacancy.count);
        table.push(vec![
            Cell::text(capital(decided.name(role))),
            Cell::count(f64::from(it.number)),
            Cell::date(vacancy.request),
            Cell::date(vacancy.start),
            Cell::date(vacancy.productive),
            Cell::money(vacancy.pay.gross).computed(gross.as_str()),
            Cell::money(yearly / 12.0 - vacancy.pay.gross).computed(format!("{month}-{gross}")),
            Cell::money(yearly).computed(format!("12*{month}")),
            Cell::money(it.cost(decided)).computed(all),
            Cell::text(it.reason(decided)),
            Cell::empty().entered(),
        ]);
    }
    table.shown = Shown::Folded;
    Some(table.without_empty_columns())
}
