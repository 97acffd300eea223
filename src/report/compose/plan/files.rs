//! The files of a plan: `plan.csv`, `hiring.csv`, `tradeoff.csv`, and what a plan was.

use super::Planned;
use crate::plan::report_data::PlannedHire;
use crate::plan::triggers::Level;
use crate::report::compose::values;
use crate::report::{Dialect, Word, texts};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

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

/// Why the person is hired, in one sentence.
pub(crate) fn justification(planned: Planned<'_>, hire: &PlannedHire) -> String {
    if hire.cover {
        return planned.say(Word::JustifyCover);
    }
    let [early, middle, late] = hire.start_range.map(|it| planned.month_needed(it));
    if hire.overdue {
        let start = planned.locale.date(hire.start);
        return planned.say(texts::JustifyOverdue { start });
    }
    let range = planned.say(texts::RangeOf { from: early, to: late });
    planned.say(texts::JustifyNeeded { date: middle, range })
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

/// What a plan was, for those who want to repeat or trust it: no clock, no paths of the machine.
pub(crate) fn run_json(
    planned: Planned<'_>,
    overrides: &[(String, String)],
    files: &[String],
) -> Value {
    let (answer, scenario) = (planned.answer, planned.scenario);
    let read = planned.study.files.iter().map(|(name, digest)| {
        let name = Path::new(name).file_name().map(|it| it.to_string_lossy());
        json!({ "name": name, "sha256": digest })
    });
    let overrides = overrides.iter().map(|(path, value)| json!({ "path": path, "value": value }));
    let goals = answer.main.goals.iter().map(|it| {
        json!({
            "sla": scenario.slas[it.goal.sla.index()].key,
            "asked": it.goal.asked,
            "planned": it.goal.share,
            "counts_from": scenario.timeline.label(it.from),
            "kept": it.kept.share,
        })
    });
    let moves = answer.main.moves.iter().map(|it| &it.key);
    json!({
        "program": "staffcast",
        "version": env!("CARGO_PKG_VERSION"),
        "command": "plan",
        "scenario": {
            "name": scenario.name,
            "files": read.collect::<Vec<_>>(),
            "overrides": overrides.collect::<Vec<_>>(),
        },
        "seed": planned.seed,
        "replications": answer.replications,
        "confidence": answer.main.confidence,
        "proved": answer.main.proved,
        "attained": answer.main.attained,
        "probability": { "with": answer.main.with.share, "without": answer.main.without.share },
        "cost": answer.main.cost,
        "goals": goals.collect::<Vec<_>>(),
        "moves": moves.collect::<Vec<_>>(),
        "files": files,
    })
}
