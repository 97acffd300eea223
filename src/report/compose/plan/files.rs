//! The files of a plan: `plan.csv`, `hiring.csv`, `tradeoff.csv`, and what a plan was.

use super::Planned;
use crate::plan::report_data::PlannedHire;
use crate::plan::triggers::Level;
use crate::report::compose::values;
use crate::report::csv::{Csv, Dialect};
use crate::report::{Cell, Word, texts};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::path::Path;

fn date(date: Option<Date>) -> Cell {
    date.map_or_else(Cell::empty, Cell::date)
}

fn number(value: f64) -> Cell {
    Cell::number(value, 6)
}

/// The plan, a row for each person.
pub(crate) fn plan_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let header = [
        "role",
        "hire",
        "request_by",
        "start_by",
        "start_p10",
        "start_p50",
        "start_p90",
        "all_met_probability",
        "cost",
        "trigger_measure",
        "trigger_level",
    ];
    let mut csv = Csv::new(dialect, &header);
    let main = &planned.answer.main;
    for hire in &main.hires {
        let level = level_of(planned, hire);
        let measure = level.map(|it| values::watched_key(planned.scenario, &it.watch));
        csv.row(&[
            Cell::text(&planned.scenario.roles[hire.role.index()].key),
            Cell::count(hire.number as f64),
            Cell::date(hire.request),
            Cell::date(hire.start),
            date(hire.start_range[0]),
            date(hire.start_range[1]),
            date(hire.start_range[2]),
            number(main.with.share),
            number(hire.cost),
            Cell::text(measure.unwrap_or_default()),
            level.map_or_else(Cell::empty, |it| number(it.to_act_on())),
        ]);
    }
    csv.into_bytes()
}

fn level_of<'a>(planned: Planned<'a>, hire: &PlannedHire) -> Option<&'a Level> {
    let mut levels = planned.answer.levels.iter();
    levels.find(|it| it.role == hire.role && it.number == hire.number)
}

/// HR's table.
pub(crate) fn hiring_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let header = [
        "role",
        "title",
        "hire",
        "request_by",
        "start_by",
        "productive_from",
        "monthly_cost",
        "yearly_cost",
        "currency",
        "justification",
    ];
    let mut csv = Csv::new(dialect, &header);
    for hire in &planned.answer.main.hires {
        let role = &planned.scenario.roles[hire.role.index()];
        csv.row(&[
            Cell::text(&role.key),
            Cell::text(planned.name(role)),
            Cell::count(hire.number as f64),
            Cell::date(hire.request),
            Cell::date(hire.start),
            Cell::date(hire.productive),
            number(hire.monthly_cost),
            number(hire.yearly_cost),
            Cell::text(&planned.scenario.currency),
            Cell::text(justification(planned, hire)),
        ]);
    }
    csv.into_bytes()
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

/// What more money buys.
pub(crate) fn tradeoff_csv(planned: Planned<'_>, dialect: Dialect) -> Vec<u8> {
    let header = ["cost", "probability", "ci_low", "ci_high", "efficient", "chosen", "hires"];
    let mut csv = Csv::new(dialect, &header);
    for it in &planned.answer.curve {
        let people = it
            .people
            .iter()
            .map(|(role, count)| format!("{}:{count}", planned.scenario.roles[role.index()].key));
        let yes = |it: bool| Cell::text(if it { "yes" } else { "no" });
        csv.row(&[
            number(it.cost),
            number(it.kept.share),
            number(it.kept.interval.0),
            number(it.kept.interval.1),
            yes(it.efficient),
            yes(it.chosen),
            Cell::text(people.collect::<Vec<_>>().join(" ")),
        ]);
    }
    csv.into_bytes()
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
