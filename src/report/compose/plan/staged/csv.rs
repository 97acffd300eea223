//! The CSV files of a staged plan, beside those of every plan: what may come, what else could be done, what
//! each person and each promise costs, and the staffing map.

use super::Decided;
use super::people::counted_of;
use crate::ids::{RoleId, SlaId};
use crate::plan::months::date_at;
use crate::plan::staged::data::{Alternative, Relaxed, Step};
use crate::report::Dialect;
use crate::statistics::Interval;
use jiff::civil::Date;
use serde::Serialize;

/// Vacancies that may come. Vacancies, people and temporary people are medians of the futures in which so many minutes
/// are seen, which is a share of all; `asked` is the share of these in which a vacancy is opened, and what follows it
/// the medians of those.
#[derive(Default, Serialize)]
struct SignpostRow<'a> {
    role: &'a str,
    review: Date,
    observed: &'static str,
    from: String,
    to: String,
    vacancies: u32,
    people: u32,
    probability: String,
    temporary: u32,
    asked: String,
    vacancies_if_asked: u32,
    people_if_asked: u32,
}

/// A plan beside the others.
#[derive(Default, Serialize)]
struct AlternativeRow<'a> {
    plan: &'a str,
    cost: String,
    cost_low: String,
    cost_high: String,
    probability: String,
    ci_low: String,
    ci_high: String,
    hires_now: u32,
    hires_p10: String,
    hires_p50: String,
    hires_p90: String,
    temporary_p10: String,
    temporary_p50: String,
    temporary_p90: String,
    // Only where clients are said to pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    revenue_lost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revenue_lost_low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revenue_lost_high: Option<String>,
}

/// What a person buys.
#[derive(Default, Serialize)]
struct MarginalRow<'a> {
    role: &'a str,
    person: u32,
    breaks: &'a str,
    month: String,
    share: String,
    cheaper: &'a str,
    saving: String,
    /// Replications that the share is of.
    replications: u64,
    /// Late items a month that the person spares.
    spares: String,
    spares_low: String,
    spares_high: String,
    /// In how many of the replications every promise is kept without the person, and with him.
    kept_without: u64,
    kept_with: u64,
    /// Money up to the horizon, mean; less than 0 where more is paid without the person.
    cost: String,
}

/// What a promise costs.
#[derive(Default, Serialize)]
struct PromiseRow {
    sla: String,
    relaxed_to: String,
    people: String,
    cost: String,
    saving: String,
    saving_low: String,
    saving_high: String,
    kept: u64,
    replications: u64,
    certain: &'static str,
}

/// A cell of the staffing map.
#[derive(Default, Serialize)]
struct MapRow<'a> {
    role: &'a str,
    measure: &'static str,
    level: String,
    input: &'static str,
    value: String,
    people: Option<u32>,
    probability: String,
}

/// Every file with its name.
pub(crate) fn files(decided: Decided<'_>, dialect: Dialect) -> [(&'static str, Vec<u8>); 5] {
    [
        ("signposts.csv", signposts(decided, dialect)),
        ("alternatives.csv", alternatives(decided, dialect)),
        ("marginal.csv", marginal(decided, dialect)),
        ("promises.csv", promises(decided, dialect)),
        ("staffing-map.csv", map(decided, dialect)),
    ]
}

fn role(decided: Decided<'_>, role: RoleId) -> &str {
    &decided.context.scenario.roles[role.index()].key
}

fn sla(decided: Decided<'_>, sla: SlaId) -> &str {
    &decided.context.scenario.slas[sla.index()].key
}

fn signposts(decided: Decided<'_>, dialect: Dialect) -> Vec<u8> {
    dialect.file(decided.staged.signposts.iter().map(|it| SignpostRow {
        role: role(decided, it.role),
        review: it.review,
        observed: "minutes",
        from: dialect.number(it.from),
        to: dialect.number(it.to),
        vacancies: it.vacancies,
        people: it.people,
        probability: dialect.number(it.probability),
        temporary: it.temporary,
        asked: dialect.number(it.asked),
        vacancies_if_asked: it.asked_vacancies,
        people_if_asked: it.asked_people,
    }))
}

fn alternatives(decided: Decided<'_>, dialect: Dialect) -> Vec<u8> {
    let lost = |it: &Alternative, part: fn(&Interval) -> f64| {
        it.lost.map(|it| dialect.number(part(&it.all)))
    };
    dialect.file(decided.staged.alternatives.iter().map(|it| AlternativeRow {
        plan: it.plan.key(),
        cost: dialect.number(it.cost.value),
        cost_low: dialect.number(it.cost.low),
        cost_high: dialect.number(it.cost.high),
        probability: dialect.number(it.kept.share.value),
        ci_low: dialect.number(it.kept.share.low),
        ci_high: dialect.number(it.kept.share.high),
        hires_now: it.hires_now,
        hires_p10: dialect.number(it.hires.p10),
        hires_p50: dialect.number(it.hires.p50),
        hires_p90: dialect.number(it.hires.p90),
        temporary_p10: dialect.number(it.temporary.p10),
        temporary_p50: dialect.number(it.temporary.p50),
        temporary_p90: dialect.number(it.temporary.p90),
        revenue_lost: lost(it, |it| it.value),
        revenue_lost_low: lost(it, |it| it.low),
        revenue_lost_high: lost(it, |it| it.high),
    }))
}

fn marginal(decided: Decided<'_>, dialect: Dialect) -> Vec<u8> {
    let timeline = &decided.context.scenario.timeline;
    let label = |months: f64| {
        date_at(timeline, months).map(|it| it.strftime("%Y-%m").to_string()).unwrap_or_default()
    };
    dialect.file(decided.staged.marginal.iter().map(|it| {
        let mut row = MarginalRow {
            role: role(decided, it.role),
            person: it.number,
            replications: it.of,
            spares: dialect.number(it.spared.value),
            spares_low: dialect.number(it.spared.low),
            spares_high: dialect.number(it.spared.high),
            kept_without: counted_of(it, it.kept.0),
            kept_with: counted_of(it, it.kept.1),
            cost: dialect.number(it.cost),
            ..Default::default()
        };
        if let Some((broken, month, share)) = it.breaks {
            row.breaks = sla(decided, broken);
            (row.month, row.share) = (label(month), dialect.number(share));
        }
        if let Some((key, saving)) = &it.cheaper {
            (row.cheaper, row.saving) = (key, dialect.number(*saving));
        }
        row
    }))
}

/// A row for each step that was tried: of each promise alone, then of all of a role together.
fn promises(decided: Decided<'_>, dialect: Dialect) -> Vec<u8> {
    let row = |slas: &[SlaId], relaxed_to: String, it: &Relaxed| {
        let slas: Vec<&str> = slas.iter().map(|it| sla(decided, *it)).collect();
        PromiseRow {
            sla: slas.join(" + "),
            relaxed_to,
            people: dialect.number(it.people),
            cost: dialect.number(it.cost),
            saving: dialect.number(it.saving.value),
            saving_low: dialect.number(it.saving.low),
            saving_high: dialect.number(it.saving.high),
            kept: it.kept,
            replications: it.of,
            certain: if it.certain { "yes" } else { "no" },
        }
    };
    // A share, or by how much several are lower.
    let to = |step: Step, planned: f64| match step {
        Step::Share(less) => dialect.number(planned - less),
        Step::Limit(factor) => format!("x{}", dialect.number(factor)),
        Step::WorkingDays => "working days".to_owned(),
    };
    let alone = decided.staged.promises.iter().flat_map(|it| {
        let relaxed = it.relaxed.iter();
        relaxed.map(move |one| row(&[it.sla], to(one.step, it.planned), one))
    });
    let together = decided
        .staged
        .together
        .iter()
        .flat_map(|it| it.relaxed.iter().map(move |one| row(&it.slas, to(one.step, 0.0), one)));
    dialect.file(alone.chain(together))
}

fn map(decided: Decided<'_>, dialect: Dialect) -> Vec<u8> {
    dialect.file(decided.staged.map.iter().map(|it| MapRow {
        role: role(decided, it.role),
        measure: "arrivals",
        level: dialect.number(it.level),
        input: "minutes",
        value: dialect.number(it.minutes),
        people: it.people,
        probability: dialect.number(it.probability),
    }))
}
