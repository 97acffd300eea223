//! The CSV files of a plan that name people: whom to ask for now, and what more money buys.

use super::Planned;
use super::staged::Decided;
use super::staged::vacancies::asked;
use crate::ids::RoleId;
use crate::plan::triggers::Level;
use crate::report::Dialect;
use crate::report::compose::values;
use jiff::civil::Date;
use serde::Serialize;

/// A person of the plan.
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
}

/// What an amount of money buys.
#[derive(Default, Serialize)]
struct TradeoffRow {
    cost: String,
    probability: String,
    ci_low: String,
    ci_high: String,
    efficient: &'static str,
    chosen: &'static str,
    hires: String,
}

/// `plan.csv`: the plan, a row for each person.
pub(crate) fn plan_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let decided = Decided::of(planned);
    let probability = decided.staged.kept.share.value;
    dialect.file(asked(decided).into_iter().map(|it| {
        let (role, number) = (it.vacancy.role, it.number as usize);
        let level = level_of(planned, role, number);
        let measure = level.map(|it| values::watched_key(planned.scenario, &it.watch));
        let mut dated = planned.answer.main.hires.iter();
        let needed = dated.find(|it| it.role == role && it.number == number);
        let [start_p10, start_p50, start_p90] = needed.map_or([None; 3], |it| it.start_range);
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
            trigger_measure: measure.unwrap_or_default(),
            trigger_level: level.map(|it| dialect.number(it.to_act_on())).unwrap_or_default(),
        }
    }))
}

fn level_of(planned: Planned<'_>, role: RoleId, number: usize) -> Option<&Level> {
    let mut levels = planned.answer.levels.iter();
    levels.find(|it| it.role == role && it.number == number)
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
        }
    }))
}

/// `tradeoff.csv`: what more money buys.
pub(crate) fn tradeoff_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let yes = |it: bool| if it { "yes" } else { "no" };
    dialect.file(planned.answer.curve.iter().map(|it| {
        let people = it
            .people
            .iter()
            .map(|(role, count)| format!("{}:{count}", planned.scenario.roles[role.index()].key));
        TradeoffRow {
            cost: dialect.number(it.cost),
            probability: dialect.number(it.kept.share),
            ci_low: dialect.number(it.kept.interval.0),
            ci_high: dialect.number(it.kept.interval.1),
            efficient: yes(it.efficient),
            chosen: yes(it.chosen),
            hires: people.collect::<Vec<_>>().join(" "),
        }
    }))
}
