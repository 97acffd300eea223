//! The CSV files of a plan: `plan.csv`, `hiring.csv`, `tradeoff.csv`.

use super::Planned;
use super::about::justification;
use crate::plan::report_data::PlannedHire;
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
    let main = &planned.answer.main;
    dialect.file(main.hires.iter().map(|hire| {
        let level = level_of(planned, hire);
        let measure = level.map(|it| values::watched_key(planned.scenario, &it.watch));
        let [start_p10, start_p50, start_p90] = hire.start_range;
        PlanRow {
            role: &planned.scenario.roles[hire.role.index()].key,
            hire: hire.number,
            request_by: hire.request,
            start_by: hire.start,
            start_p10,
            start_p50,
            start_p90,
            all_met_probability: dialect.number(main.with.share),
            cost: dialect.number(hire.cost),
            trigger_measure: measure.unwrap_or_default(),
            trigger_level: level.map(|it| dialect.number(it.to_act_on())).unwrap_or_default(),
        }
    }))
}

fn level_of<'a>(planned: Planned<'a>, hire: &PlannedHire) -> Option<&'a Level> {
    let mut levels = planned.answer.levels.iter();
    levels.find(|it| it.role == hire.role && it.number == hire.number)
}

/// `hiring.csv`: HR's table.
pub(crate) fn hiring_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    dialect.file(planned.answer.main.hires.iter().map(|hire| {
        let role = &planned.scenario.roles[hire.role.index()];
        HiringRow {
            role: &role.key,
            title: planned.context.name(role),
            hire: hire.number,
            request_by: hire.request,
            start_by: hire.start,
            productive_from: hire.productive,
            monthly_cost: dialect.number(hire.monthly_cost),
            yearly_cost: dialect.number(hire.yearly_cost),
            currency: &planned.scenario.currency,
            justification: justification(planned, hire),
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
