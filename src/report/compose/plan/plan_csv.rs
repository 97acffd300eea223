//! The CSV files of a plan that name people: whom to ask for now, and what more money buys.

use super::Planned;
use super::staged::Decided;
use super::staged::vacancies::asked;
use crate::ids::RoleId;
use crate::plan::staged::data::Rung;
use crate::report::Dialect;
use jiff::civil::Date;
use serde::Serialize;

/// A person of the plan. The dates from which one, five and nine futures of ten need so many people of the role for
/// good are looked for in full only, and empty where that is not before the horizon.
#[derive(Default, Serialize)]
struct PlanRow<'a> {
    role: &'a str,
    hire: usize,
    request_by: Date,
    start_by: Date,
    start_p10: Option<Date>,
    start_p50: Option<Date>,
    start_p90: Option<Date>,
    all_met_probability: String,
    cost: String,
    trigger_measure: String,
    trigger_level: String,
    start_note: &'static str,
}

/// A person as HR needs to know.
#[derive(Default, Serialize)]
struct HiringRow<'a> {
    role: &'a str,
    title: &'a str,
    hire: usize,
    request_by: Date,
    start_by: Date,
    productive_from: Date,
    monthly_cost: String,
    yearly_cost: String,
    currency: &'a str,
    justification: String,
    // Whether the person is missed whatever turns out.
    needed_anyway: &'static str,
}

/// A rung of the ladder of confidence and cost.
#[derive(Default, Serialize)]
struct TradeoffRow {
    cost: String,
    probability: String,
    ci_low: String,
    ci_high: String,
    people: String,
    knee: &'static str,
    chosen: &'static str,
    cost_low: String,
    cost_high: String,
    // The confidence for which the rung was looked for.
    level: String,
    hires_now: u32,
    // As it is written after `--hires`, without the dates.
    roles_now: String,
}

/// `plan.csv`: the plan, a row for each person.
pub(crate) fn plan_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let decided = Decided::of(planned);
    let probability = decided.staged.kept.share.value;
    dialect.file(asked(decided).into_iter().map(|it| {
        let (role, number) = (it.vacancy.role, it.number as usize);
        let mut needed = planned.answer.needed.iter();
        let needed = needed.find(|it| it.role == role && it.number == number);
        let [start_p10, start_p50, start_p90] = needed.map_or([None; 3], |it| it.start);
        PlanRow {
            role: &planned.scenario.roles[role.index()].key,
            hire: number,
            request_by: it.vacancy.request,
            start_by: it.vacancy.start,
            start_p10,
            start_p50,
            start_p90,
            all_met_probability: dialect.number(probability),
            cost: dialect.number(it.cost(decided)),
            // Why some of the three dates are not there.
            start_note: match needed {
                None => "only-in-full",
                Some(it) if it.start.contains(&None) => "not-before-horizon",
                Some(_) => "",
            },
            // Who is asked for now waits for no trigger: the columns are for other people's scripts.
            ..PlanRow::default()
        }
    }))
}

/// `hiring.csv`: HR's table.
pub(crate) fn hiring_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let decided = Decided::of(planned);
    dialect.file(asked(decided).into_iter().map(|it| {
        let role = &planned.scenario.roles[it.vacancy.role.index()];
        let yearly = it.vacancy.pay.yearly_cost();
        HiringRow {
            role: &role.key,
            title: planned.context.name(role),
            hire: it.number as usize,
            request_by: it.vacancy.request,
            start_by: it.vacancy.start,
            productive_from: it.vacancy.productive,
            monthly_cost: dialect.number(yearly / 12.0),
            yearly_cost: dialect.number(yearly),
            currency: &planned.scenario.currency,
            justification: it.reason(decided),
            needed_anyway: yes(it.person(decided).is_some_and(|it| it.anyway)),
        }
    }))
}

/// `tradeoff.csv`: what more money buys.
pub(crate) fn tradeoff_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let staged = &planned.answer.staged;
    dialect.file(staged.ladder.rungs.iter().map(|it| TradeoffRow {
        cost: dialect.number(it.cost.value),
        probability: dialect.number(it.kept.share.value),
        ci_low: dialect.number(it.kept.share.low),
        ci_high: dialect.number(it.kept.share.high),
        people: dialect.number(it.people),
        knee: yes(it.knee),
        chosen: yes(it.kept == staged.kept),
        cost_low: dialect.number(it.cost.low),
        cost_high: dialect.number(it.cost.high),
        level: it.level.map(|it| dialect.number(it)).unwrap_or_default(),
        hires_now: it.now.iter().map(|it| it.1).sum(),
        roles_now: roles_now(planned, it),
    }))
}

fn roles_now(planned: Planned<'_>, it: &Rung) -> String {
    let key = |role: RoleId| &planned.scenario.roles[role.index()].key;
    let each = it.now.iter().map(|(role, count)| format!("{}={count}", key(*role)));
    each.collect::<Vec<_>>().join(",")
}

fn yes(it: bool) -> &'static str {
    if it { "yes" } else { "no" }
}
