//! Tables of a run: roles, SLAs, policies, differences, assumptions.

use super::facts;
use super::facts::{Holds, Number};
use super::findings::breaches_format;
use super::phrase::{THOUSANDS, thousands_unit};
use super::told::Told;
use super::when::when;
use crate::measures::{Better, Measure};
use crate::report::{Cell, Format, Header, Table, Tone, Word, texts};
use crate::scenario::{Lang, Scenario, Sourced};

/// From here on a share of paid time is a warning.
pub(crate) const BUSY: f64 = 0.85;

/// A number with its interval, in a cell; alone where nothing varies.
pub(crate) fn cell(number: Number, format: Format) -> Cell {
    cell_between(number.mean, number.low, number.high, format)
}

/// A number between two others, in a cell; alone where these are the same.
pub(crate) fn cell_between(value: f64, low: f64, high: f64, format: Format) -> Cell {
    if (high - low).abs() < 1e-9 {
        return Cell::amount(value, format);
    }
    Cell::interval(value, low, high, format)
}

/// How busy each role is under the baseline.
pub(crate) fn roles(told: Told<'_>) -> Table {
    let lang = told.locale.lang;
    let word = |it: Word| it.text(lang);
    let people = word(Word::PeopleShort);
    let headers = vec![
        Header::text(word(Word::Role)),
        Header::number(word(Word::PeopleThereShort), people),
        Header::number(word(Word::NeededNow), people),
        Header::number(word(Word::NeededThen), people),
        Header::number(word(Word::Utilisation), "%"),
        Header::text(word(Word::Overloaded)),
    ];
    let mut table = Table::new("roles", told.policy(0), headers);
    let baseline = told.baseline();
    for column in baseline.columns_of(Measure::OfferedLoad) {
        let it = &baseline.columns[column];
        let months = baseline.months(column);
        let there = facts::people_there(baseline, &it.scope);
        let busy = baseline.total_of(Measure::Utilisation, &it.scope);
        let holds = facts::overloaded(baseline, &it.scope);
        let tone = match holds {
            Holds::Never | Holds::Unknown => Tone::Neutral,
            Holds::Always => Tone::Bad,
            _ => Tone::Caution,
        };
        let utilisation = busy.map_or(Cell::empty(), |it| {
            let cell = cell(Number::of(it), Format::Share);
            cell.toned(if it.mean >= BUSY { Tone::Caution } else { Tone::Neutral })
        });
        let overloaded = match holds {
            Holds::Never => Cell::text(word(Word::No)),
            holds => Cell::text(when(told, holds)),
        };
        table.push(vec![
            Cell::text(told.name(it)),
            Cell::number(there, 1),
            cell(facts::first(months), Format::Number(1)),
            cell(facts::last(months), Format::Number(1)).toned(tone),
            utilisation,
            overloaded.toned(tone),
        ]);
    }
    table.note = Word::RolesNote.text(lang).to_owned() + " " + &span_note(told);
    if facts::with_chats(told.baseline()).next().is_some() {
        table.note += &format!(" {}", Word::RolesNoteChats.text(lang));
    }
    table
}

/// What "now" and "in the end" are.
pub(super) fn span_note(told: Told<'_>) -> String {
    let lang = told.locale.lang;
    let span = match facts::span(told.months()) {
        0 | 1 => Word::SpanOfOne,
        _ => Word::SpanOfThree,
    };
    told.say(texts::NowAndThen { span: span.text(lang) })
}

/// Which targets are reached under the baseline, and when.
pub(crate) fn targets(told: Told<'_>) -> Table {
    let lang = told.locale.lang;
    let word = |it: Word| it.text(lang);
    let headers = vec![
        Header::text("SLA"),
        Header::number(word(Word::Target), "%"),
        Header::number(word(Word::MetNow), "%"),
        Header::number(word(Word::MetThen), "%"),
        Header::number(word(Word::MetInAll), "%"),
        Header::text(word(Word::IsMet)),
    ];
    let mut table = Table::new("targets", told.policy(0), headers);
    let baseline = told.baseline();
    for column in baseline.columns_of(Measure::SlaMet) {
        let it = &baseline.columns[column];
        let target = it.target.unwrap_or(1.0);
        let months = baseline.months(column);
        let share = |number: Number| {
            let met = facts::reaches(number.mean, target);
            let cell = cell(number, Format::Share);
            cell.toned(if met { Tone::Good } else { Tone::Bad })
        };
        let holds = facts::sla_holds(baseline, &it.scope);
        let tone = match holds {
            Holds::Always => Tone::Good,
            Holds::Never => Tone::Bad,
            Holds::Unknown => Tone::Neutral,
            _ => Tone::Caution,
        };
        table.push(vec![
            Cell::text(told.name(it)),
            Cell::share(target),
            share(facts::first(months)),
            share(facts::last(months)),
            share(Number::of(&baseline.total[column])),
            Cell::text(when(told, holds)).toned(tone),
        ]);
    }
    table.note = span_note(told);
    table
}

/// The column of breaches in the table of policies.
pub(crate) const BREACHES: usize = 3;

/// Every policy in one row: SLAs met, share in time, breaches, cost.
pub(crate) fn policies(told: Told<'_>) -> Table {
    let lang = told.locale.lang;
    let word = |it: Word| it.text(lang);
    let count = facts::slas_met(told.baseline()).1.to_string();
    let headers = vec![
        Header::text(word(Word::Policy)),
        Header::number(told.say(texts::MetOf { all: count }), ""),
        Header::number(word(Word::MeanInTime), "%"),
        Header::number(word(Word::BreachesAMonth), ""),
        Header::number(word(Word::CostAMonth), thousands_unit(told.locale)),
    ];
    let mut table = Table::new("policies", "", headers);
    let (best, _) = facts::best_and_worst(told.outcome);
    let breaches = |it| facts::breaches_a_month(it, told.months());
    let format = breaches_format(breaches(told.baseline()).mean);
    for (index, policy) in told.outcome.policies.iter().enumerate() {
        let cost = facts::cost_a_month(policy, told.months()).map(|it| it.times(THOUSANDS));
        let row = table.push(vec![
            Cell::text(told.name(policy)),
            cell(facts::slas_met(policy).0, Format::Count),
            cell(facts::share_in_time(policy), Format::Share),
            cell(breaches(policy), format),
            cost.map_or(Cell::empty(), |it| cell(it, Format::Count)),
        ]);
        row.emphasised = index == 0 || best == Some(index);
    }
    table.note = word(Word::PoliciesNote).into();
    table
}

/// How busy each role is under each policy.
pub(crate) fn utilisation(told: Told<'_>) -> Table {
    let lang = told.locale.lang;
    let baseline = told.baseline();
    let roles: Vec<&str> =
        baseline.columns_of(Measure::Utilisation).map(|it| &*baseline.columns[it].scope).collect();
    let mut headers = vec![Header::text(Word::Policy.text(lang))];
    headers.extend(baseline.columns_of(Measure::Utilisation).map(|it| {
        let it = &baseline.columns[it];
        Header::number(told.name(it), "%")
    }));
    let mut table = Table::new("utilisation", Word::Utilisation.text(lang), headers);
    for policy in &told.outcome.policies {
        let mut cells = vec![Cell::text(told.name(policy))];
        cells.extend(roles.iter().map(|role| {
            let it = policy.total_of(Measure::Utilisation, role);
            it.map_or(Cell::empty(), |it| {
                let tone = if it.mean >= BUSY { Tone::Caution } else { Tone::Neutral };
                cell(Number::of(it), Format::Share).toned(tone)
            })
        }));
        table.push(cells);
    }
    table.note = Word::UtilisationNote.text(lang).into();
    table
}

/// Whether a difference in a measure is surely for the better or for the worse.
fn tone(measure: Measure, difference: Number) -> Tone {
    let (falls, rises) = (difference.high < 0.0, difference.low > 0.0);
    match measure.row().better {
        Better::Less if falls => Tone::Good,
        Better::Less if rises => Tone::Bad,
        Better::More if rises => Tone::Good,
        Better::More if falls => Tone::Bad,
        _ => Tone::Neutral,
    }
}

/// Every policy against the baseline, in pairs of replications.
pub(crate) fn comparison(told: Told<'_>) -> Table {
    let lang = told.locale.lang;
    let word = |it: Word| it.text(lang);
    let headers = vec![
        Header::text(word(Word::Policy)),
        Header::number(word(Word::BreachesAMonth), ""),
        Header::number(word(Word::CostAMonth), thousands_unit(told.locale)),
        Header::number(word(Word::LargestChange), word(Word::PercentagePoints)),
        Header::text("SLA"),
    ];
    let title = told.say(texts::DifferenceFrom { baseline: told.policy(0) });
    let mut table = Table::new("comparison", title, headers);
    let format = breaches_format(facts::breaches_a_month(told.baseline(), told.months()).mean);
    for index in 1..told.outcome.policies.len() {
        let policy = &told.outcome.policies[index];
        let breaches = facts::difference_a_month(told.outcome, index, Measure::SlaBreaches);
        let cost = told.outcome.comparison(index, Measure::Cost, "all");
        let cost = cost.map(|it| facts::difference(it).times(THOUSANDS / told.months() as f64));
        let change = facts::largest_change(told.outcome, index);
        let number = |measure, it: Option<Number>, format| {
            it.map_or(Cell::empty(), |it| cell(it, format).toned(tone(measure, it)))
        };
        let (points, name) = match change {
            Some((column, change)) => (
                number(Measure::SlaMet, Some(change), Format::Points),
                Cell::text(told.name(column)),
            ),
            None => (Cell::empty(), Cell::text(word(Word::NoCertainChange))),
        };
        table.push(vec![
            Cell::text(told.name(policy)),
            number(Measure::SlaBreaches, breaches, format),
            number(Measure::Cost, cost, Format::Count),
            points,
            name,
        ]);
    }
    table.note = word(Word::ComparisonNote).into();
    table
}

/// Every number of the scenario that nobody has measured.
pub(crate) fn assumptions(scenario: &Scenario, lang: Lang) -> Table {
    let headers = vec![Header::text(Word::Path.text(lang)), Header::text(Word::Value.text(lang))];
    let mut table = Table::new("assumptions", Word::AssumptionsTitle.text(lang), headers);
    for it in assumed(&scenario.sources) {
        let input = scenario.inputs.iter().find(|input| input.path == it.path);
        let value = match input.map_or("", |input| input.title.in_lang(lang)) {
            "" => it.value.clone(),
            title => format!("{} · {title}", it.value),
        };
        table.push(vec![Cell::text(&it.path), Cell::text(value)]);
    }
    table
}

/// The numbers whose source is an assumption.
pub(crate) fn assumed(sources: &[Sourced]) -> impl Iterator<Item = &Sourced> {
    sources.iter().filter(|it| it.source == "assumed")
}
