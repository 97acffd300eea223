//! The tables of a plan.

use super::Planned;
use super::readings::reading_name;
use crate::plan::report_data::PlannedHire;
use crate::plan::triggers::{Level, Rule, RuleTrigger};
use crate::report::compose::findings::breaches_format;
use crate::report::compose::phrase::{capital, quoted};
use crate::report::compose::values;
use crate::report::compose::values::{between, probability, verdict};
use crate::report::{Cell, Content, Header, Noun, Table, Tone, Word, counted, texts};

fn text(planned: Planned<'_>, say: Word) -> Header {
    Header::text(planned.say(say))
}

fn number(planned: Planned<'_>, say: Word) -> Header {
    Header::number(planned.say(say), "")
}

/// Who, and when: HR's table in short.
pub(crate) fn hires(planned: Planned<'_>) -> Table {
    let headers = vec![
        Header::text(Word::Role.text(planned.locale.lang)),
        number(planned, Word::Number),
        text(planned, Word::Vacancy),
        text(planned, Word::Start),
        text(planned, Word::Needed),
        text(planned, Word::CheapestStart),
        number(planned, Word::MonthCost),
    ];
    let mut table = Table::new("hires", "", headers);
    let rows = planned.answer.main.hires.iter().map(|it| hire_row(planned, it));
    same_rows_once(rows, &mut table);
    let planning = &planned.scenario.planning;
    let cost = |it: f64| planned.locale.number(it, usize::from(it != it.round()));
    table.note = planned
        .say(texts::HiresNote { late: cost(planning.late_cost), early: cost(planning.early_cost) });
    table
}

/// Rows that differ in their number only, the second cell, become one: `1–3`.
fn same_rows_once(rows: impl Iterator<Item = Vec<Cell>>, table: &mut Table) {
    let rest = |row: &[Cell]| {
        row.iter().enumerate().filter(|it| it.0 != 1).map(|it| it.1.clone()).collect::<Vec<_>>()
    };
    let mut groups: Vec<(Vec<Cell>, Vec<Cell>)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((first, last)) if rest(first) == rest(&row) => *last = row,
            _ => groups.push((row.clone(), row)),
        }
    }
    for (mut first, last) in groups {
        if let (Content::Text(from), Content::Text(to)) = (&first[1].content, &last[1].content)
            && from != to
        {
            first[1] = Cell::text(format!("{from}–{to}"));
        }
        table.push(first);
    }
}

fn hire_row(planned: Planned<'_>, hire: &PlannedHire) -> Vec<Cell> {
    let now = hire.request <= planned.scenario.timeline.start();
    let request = match now {
        true => Cell::text(planned.say(Word::Now)).toned(Tone::Bad),
        false => Cell::date(hire.request),
    };
    let range = hire.start_range.map(|it| planned.maybe_month(it));
    vec![
        Cell::text(capital(&planned.role(hire.role))),
        Cell::text(hire.number.to_string()),
        request,
        Cell::date(hire.start),
        Cell::text(range.join(" – ")),
        Cell::text(planned.maybe_month(hire.cheapest_start)),
        Cell::money(hire.monthly_cost),
    ]
}

/// What is promised, and how it is kept.
pub(crate) fn promises(planned: Planned<'_>) -> Table {
    let headers = vec![
        text(planned, Word::Promise),
        number(planned, Word::Asked),
        number(planned, Word::PlannedShare),
        text(planned, Word::CountsFrom),
        number(planned, Word::Kept),
        number(planned, Word::WithPlan),
        number(planned, Word::WithoutPlan),
    ];
    let mut table = Table::new("promises", "", headers);
    let main = &planned.answer.main;
    for it in &main.goals {
        let sla = &planned.scenario.slas[it.goal.sla.index()];
        let relaxed = it.goal.share < it.goal.asked;
        let tone = |good: bool| if good { Tone::Neutral } else { Tone::Bad };
        table.push(vec![
            Cell::text(planned.name(sla)),
            Cell::share(it.goal.asked),
            Cell::share(it.goal.share).toned(tone(!relaxed)),
            Cell::month(planned.scenario.timeline.first_day(it.from)),
            Cell::share(it.kept.share).toned(tone(it.kept.share >= main.confidence)),
            Cell::share(it.share_with),
            Cell::share(it.share_without).toned(tone(it.share_without >= it.goal.share)),
        ]);
    }
    table.note = planned.say(texts::PromisesNote { promise: planned.promise() });
    table
}

/// At which level of what can be seen vacancies are opened: a row for each that differs.
pub(crate) fn levels(planned: Planned<'_>) -> Table {
    let headers = vec![
        Header::text(Word::Role.text(planned.locale.lang)),
        text(planned, Word::Number),
        text(planned, Word::Watched),
        number(planned, Word::Today),
        number(planned, Word::AskAt),
        number(planned, Word::DocumentSays),
    ];
    let mut table = Table::new("levels", "", headers);
    let told = planned.answer.levels.iter().filter(|it| !it.at_once || it.full_at.is_some());
    same_rows_once(told.map(|it| level_row(planned, it)), &mut table);
    table.note = planned.say(Word::LevelsNote);
    table
}

fn level_row(planned: Planned<'_>, it: &Level) -> Vec<Cell> {
    let locale = planned.locale;
    let said = |value: f64| values::level(&it.watch, value, locale);
    let ask = match it.full_at {
        Some(full) if full.low < full.high => {
            format!("{} ({})", said(full.value), between(&said(full.low), &said(full.high)))
        }
        Some(full) => said(full.value),
        None if it.at_once => planned.say(Word::Now),
        None => format!("{} ({})", said(it.level), between(&said(it.range.0), &said(it.range.1))),
    };
    vec![
        Cell::text(capital(&planned.role(it.role))),
        Cell::text(it.number.to_string()),
        Cell::text(planned.watched(&it.watch)),
        Cell::text(said(it.now)),
        Cell::text(ask),
        it.stated.map_or_else(Cell::empty, |stated| Cell::text(said(stated))),
    ]
}

/// The document's rules.
pub(crate) fn rules(planned: Planned<'_>) -> Table {
    let headers = vec![
        text(planned, Word::Rule),
        text(planned, Word::AsksIn),
        text(planned, Word::Late),
        number(planned, Word::MoreBreaches),
        number(planned, Word::Kept),
    ];
    let mut table = Table::new("rules", "", headers);
    for it in &planned.answer.rules {
        table.push(rule_row(planned, it));
    }
    table.note = planned.say(Word::RulesNote);
    table
}

fn rule_row(planned: Planned<'_>, rule: &Rule) -> Vec<Cell> {
    let locale = planned.locale;
    let timeline = &planned.scenario.timeline;
    let never = || planned.say(Word::Never);
    let when = |it: &RuleTrigger| {
        crate::plan::months::date_at(timeline, it.asks)
            .map_or_else(never, |date| locale.month_short(date))
    };
    let late = |it: &RuleTrigger| {
        let months = it.late?;
        Some(match months.is_finite() {
            true if months < 0.5 => "—".to_owned(),
            true => counted(months.round(), Noun::MONTH, locale),
            false => never(),
        })
    };
    let mut fires: Vec<String> = rule.triggers.iter().map(when).collect();
    fires.dedup();
    let mut lates: Vec<String> = rule.triggers.iter().filter_map(late).collect();
    lates.dedup();
    let title = planned.name(rule);
    vec![
        Cell::text(title),
        Cell::text(fires.join(", ")),
        Cell::text(lates.join(", ")),
        Cell::interval(
            rule.more_breaches.value,
            rule.more_breaches.low,
            rule.more_breaches.high,
            breaches_format(planned.answer.waiting.without.value),
        ),
        Cell::share(rule.kept.share),
    ]
}

/// What becomes of each claim in each reading.
pub(crate) fn claims(planned: Planned<'_>) -> Table {
    let (answer, locale) = (planned.answer, planned.locale);
    let mut headers = vec![
        Header::text("ID"),
        text(planned, Word::ClaimColumn),
        Header::text(reading_name(planned, 0)),
    ];
    if answer.other.is_some() {
        headers.push(Header::text(reading_name(planned, 1)));
    }
    let mut table = Table::new("claims", "", headers);
    for it in &answer.main.claims {
        let mut row = vec![
            Cell::text(&it.claim.id),
            Cell::text(it.claim.text.in_lang(locale.lang)),
            verdict(it.verdict, locale),
        ];
        if let Some(other) = &answer.other {
            let theirs = other.claims.iter().find(|other| other.claim.id == it.claim.id);
            row.push(theirs.map_or_else(Cell::empty, |it| verdict(it.verdict, locale)));
        }
        table.push(row);
    }
    table.note = planned.say(Word::ClaimsNote);
    table
}

/// What more money buys.
pub(crate) fn money(planned: Planned<'_>) -> Table {
    let headers = vec![
        number(planned, Word::CostColumn),
        text(planned, Word::WhoColumn),
        text(planned, Word::CurveY),
    ];
    let mut table = Table::new("money", "", headers);
    for it in planned.answer.curve.iter().filter(|it| it.efficient || it.chosen) {
        let people = planned.people(&it.people);
        let mut who = match people.is_empty() {
            true => planned.say(Word::Nobody),
            false => people,
        };
        if it.chosen {
            who = format!("{who} {}", quoted(&planned.say(Word::ChosenPlan), planned.locale.lang));
        }
        let row = table.push(vec![
            Cell::money(it.cost),
            Cell::text(who),
            Cell::text(probability(&it.kept, planned.locale)),
        ]);
        row.emphasised = it.chosen;
    }
    table.note = planned.say(Word::MoneyNote);
    table
}
