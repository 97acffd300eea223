//! What a scenario has by name, as tables: key, title, present value.

use super::values::input_range;
use crate::measures::{Measure, Scope};
use crate::report::{Block, Cell, Document, Format, Header, Locale, Section, Table, Word};
use crate::scenario::{Inputs, Range, Study, change_kinds};

/// Every name that an option of the command line takes.
pub(crate) fn list(study: &Study, locale: Locale) -> Document {
    let scenario = &study.baseline().scenario;
    let word = |it: Word| it.text(locale.lang);
    let sections = [
        policies(study, locale),
        roles(study, locale),
        inputs(study, locale),
        slas(study, locale),
        measures(locale),
    ];
    let title = scenario.title.in_lang(locale.lang);
    let title = if title.is_empty() { scenario.name.clone() } else { title.to_owned() };
    let shown = sections.into_iter().filter(|it| !it.rows.is_empty());
    let blocks = shown.map(Block::Table).collect();
    let section = Section::new("list", word(Word::Names), blocks);
    Document { locale, title, subtitle: word(Word::ListOfNames).into(), sections: vec![section] }
}

fn table(key: &str, title: Word, more: Vec<Header>, locale: Locale) -> Table {
    let own = [Word::Key, Word::TitleOf].map(|it| Header::text(it.text(locale.lang)));
    let headers = own.into_iter().chain(more).collect();
    Table::new(key, title.text(locale.lang), headers)
}

fn policies(study: &Study, locale: Locale) -> Table {
    let changes = Header::text(Word::Changes.text(locale.lang));
    let mut table = table("policies", Word::PoliciesToName, vec![changes], locale);
    for policy in &study.policies {
        let title = policy.title.in_lang(locale.lang);
        let changes = change_kinds(&policy.changes).join(", ");
        table.push(vec![Cell::text(&policy.key), Cell::text(title), Cell::text(changes)]);
    }
    table
}

fn roles(study: &Study, locale: Locale) -> Table {
    let scenario = &study.baseline().scenario;
    let means = Inputs::mean(scenario);
    let numbers = [(Word::PeopleShort, ""), (Word::PayAMonth, locale.currency.sign())];
    let numbers = numbers.map(|(title, unit)| Header::number(title.text(locale.lang), unit)).into();
    let mut table = table("roles", Word::RolesToName, numbers, locale);
    for role in &scenario.roles {
        let title = role.title.in_lang(locale.lang);
        let people = Cell::count(f64::from(role.headcount));
        let pay = Cell::money(role.pay.value(&means));
        table.push(vec![Cell::text(&role.key), Cell::text(title), people, pay]);
    }
    table
}

fn inputs(study: &Study, locale: Locale) -> Table {
    let value = Header::text(Word::Value.text(locale.lang));
    let mut table = table("inputs", Word::InputsToName, vec![value], locale);
    for input in &study.baseline().scenario.inputs {
        let range = match input.range {
            Range::Uniform { min, max } | Range::Triangular { min, max, .. } => (min, max),
        };
        let title = input.title.in_lang(locale.lang);
        let value = input_range(input, range, locale);
        // The id sets the number in every place at once.
        let name = input.id.as_ref().unwrap_or(&input.path);
        table.push(vec![Cell::text(name), Cell::text(title), Cell::text(value)]);
    }
    table
}

fn slas(study: &Study, locale: Locale) -> Table {
    let target = Header::number(Word::Target.text(locale.lang), "");
    let mut table = table("slas", Word::SlasToName, vec![target], locale);
    for sla in &study.baseline().scenario.slas {
        let title = sla.title.in_lang(locale.lang);
        let target = Cell::amount(sla.target, Format::Share);
        table.push(vec![Cell::text(&sla.key), Cell::text(title), target]);
    }
    table
}

fn measures(locale: Locale) -> Table {
    let scope = Header::text(Word::OfWhat.text(locale.lang));
    let mut table = table("measures", Word::MeasuresToName, vec![scope], locale);
    for measure in Measure::ALL {
        let row = measure.row();
        let scope = match row.scope {
            Scope::Stream => Word::OfStreams,
            Scope::Sla => Word::OfSlas,
            Scope::SlaOrAll => Word::OfSlasAndAll,
            Scope::Role => Word::OfRolesEach,
            Scope::Payer => Word::OfPayers,
            Scope::All => Word::OfAll,
        };
        let title = locale.lang.pick([row.ru, row.en]);
        table.push(vec![
            Cell::text(row.key),
            Cell::text(title),
            Cell::text(scope.text(locale.lang)),
        ]);
    }
    table
}
