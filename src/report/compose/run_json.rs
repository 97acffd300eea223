//! `run.json`: what a run or a plan was, for those who want to repeat or trust it.

use super::cautions;
use super::plan::Planned;
use super::plan::staged::Decided;
use super::scenario_cautions::of_scenario;
use super::told::Told;
use crate::experiment::{Caution, PolicyOutcome, cautions_of};
use crate::ids::{RoleId, SlaId};
use crate::scenario::{Discipline, Range, Study, Text};
use serde_json::{Value, json};
use std::path::Path;

/// What was asked of the program, and the names of the files it left: no clock, no paths of the
/// machine.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Paths and values of the command line.
    pub(crate) overrides: &'a [(String, String)],
    /// What is written beside it.
    pub(crate) files: &'a [String],
}

impl Asked<'_> {
    pub(crate) fn of_run(self, told: Told<'_>) -> Value {
        let policies = told.study.policies.iter();
        let policies = policies.map(|it| json!({ "key": it.key, "title": title(&it.title) }));
        let mut about = self.with(
            told.study,
            json!({
                "seed": told.outcome.seed,
                "replications": told.outcome.replications,
                "months": told.outcome.months,
                "policies": policies.collect::<Vec<_>>(),
                "inputs": inputs(told),
                "cautions": cautions(told),
            }),
        );
        about["scenario"]["title"] = title(&told.scenario.title);
        about
    }

    pub(crate) fn of_plan(self, planned: Planned<'_>) -> Value {
        let (answer, scenario) = (planned.answer, planned.scenario);
        let staged = &answer.staged;
        let sla = |it: SlaId| &scenario.slas[it.index()].key;
        let role = |it: RoleId| &scenario.roles[it.index()].key;
        let goals = answer.goals.iter().map(|it| {
            json!({
                "sla": sla(it.goal.sla),
                "asked": it.goal.asked,
                "planned": it.goal.share,
                "counts_from": scenario.timeline.label(it.from),
                "kept": it.kept.share,
            })
        });
        let now = staged.now.iter().map(|it| {
            json!({
                "role": role(it.role),
                "vacancies": it.count,
                "request_by": it.request.to_string(),
                "start_by": it.start.to_string(),
                "in_every_reading": it.needed >= it.count,
            })
        });
        let later = staged.rule.roles.iter().map(|it| {
            json!({
                "role": role(it.role),
                "load": it.target,
                "most": it.most,
                "first_review_months": it.first,
                "review_months": it.review,
                "last_review_months": it.last,
            })
        });
        let is_told = Decided::of(planned).untold().is_none();
        let measure = staged.measure.iter().map(|it| {
            json!({
                "title": title(&it.title),
                "finished": it.items,
                "precision": it.precision,
                // Nothing where the two plans that tell it are not equally sure.
                "saves": is_told.then_some(it.saves.value),
            })
        });
        let beside = staged.alternatives.iter().map(|it| {
            json!({
                "plan": it.plan.key(),
                "cost": it.cost.value,
                "probability": it.kept.share.value,
                "hires_now": it.hires_now,
                "breaches_a_month": it.breaches.value,
            })
        });
        let kept = staged.kept;
        self.with(
            planned.study,
            json!({
                "command": "plan",
                "seed": planned.seed,
                "replications": answer.replications,
                "confidence": staged.confidence,
                "proved": kept.proved,
                "probability": {
                    "value": kept.share.value,
                    "low": kept.share.low,
                    "high": kept.share.high,
                    "replications": kept.of,
                },
                "cost": { "mean": staged.cost.mean.value, "p90": staged.cost.futures.p90 },
                "attained": answer.attained,
                "order": staged.rule.order.map(|it| match it {
                    Discipline::Priority => "priority",
                    Discipline::EarliestDue => "earliest-due",
                }),
                "moves": staged.rule.moves.iter().map(|it| &it.0).collect::<Vec<_>>(),
                "now": now.collect::<Vec<_>>(),
                "measure": measure.collect::<Vec<_>>(),
                "then": later.collect::<Vec<_>>(),
                "alternatives": beside.collect::<Vec<_>>(),
                "goals": goals.collect::<Vec<_>>(),
            }),
        )
    }

    /// What was read, and what was found.
    fn with(self, study: &Study, mut about: Value) -> Value {
        let read = study.files.iter().map(|(name, digest)| {
            let name = Path::new(name).file_name().map(|it| it.to_string_lossy());
            json!({ "name": name, "sha256": digest })
        });
        let overrides = self.overrides.iter();
        let overrides = overrides.map(|(path, value)| json!({ "path": path, "value": value }));
        about["program"] = json!("staffcast");
        about["version"] = json!(env!("CARGO_PKG_VERSION"));
        about["scenario"] = json!({
            "name": study.baseline().scenario.name,
            "files": read.collect::<Vec<_>>(),
            "overrides": overrides.collect::<Vec<_>>(),
        });
        about["files"] = json!(self.files);
        about
    }
}

/// The unknown numbers, as they are stated.
fn inputs(told: Told<'_>) -> Vec<Value> {
    let inputs = told.scenario.inputs.iter().map(|it| {
        let (min, mode, max) = match it.range {
            Range::Uniform { min, max } => (min, None, max),
            Range::Triangular { min, mode, max } => (min, Some(mode), max),
        };
        let stated = |value: f64| rounded(value / it.scale);
        json!({
            "path": it.path,
            "title": title(&it.title),
            "unit": it.unit,
            "min": stated(min),
            "mode": mode.map(stated),
            "max": stated(max),
            "source": it.source,
        })
    });
    inputs.collect()
}

fn title(text: &Text) -> Value {
    json!({ "ru": text.ru, "en": text.en })
}

/// Nine digits: 120 minutes are not 119.99999999999999.
fn rounded(value: f64) -> f64 {
    format!("{value:.9}").parse().unwrap_or(value)
}

/// Cautions of one policy and kind in one entry, with what they are about.
fn cautions(told: Told<'_>) -> Vec<Value> {
    let mut found = Vec::new();
    let mut add = |policy: &PolicyOutcome, key: Option<&str>, all: &[Caution]| {
        for same in cautions::by_kind(all) {
            let words = cautions::of_kind(told, policy, &same);
            let about: Vec<Value> = same.iter().flat_map(|it| about(it)).collect();
            found.push(json!({
                "policy": key,
                "kind": kind(same[0]),
                "reason": words.reason,
                "advice": words.advice,
                "about": about,
            }));
        }
    };
    for policy in &told.outcome.policies {
        add(policy, Some(&policy.key), &cautions_of(policy));
    }
    let of_scenario = of_scenario(told.scenario);
    add(told.baseline(), None, &of_scenario);
    found
}

/// Keys and paths that a caution is about.
fn about(caution: &Caution) -> Vec<Value> {
    let one = |key: &str| vec![json!(key)];
    match caution {
        Caution::LoadAboveCapacity { role, .. } => one(role),
        Caution::BacklogGrowing { stream, .. } => one(stream),
        Caution::IntervalTooWide { measure, scope, .. } => {
            one(&format!("{} {scope}", measure.key()))
        }
        Caution::CalendarExtrapolated { year } => vec![json!(year)],
        Caution::AssumedInputs { paths, .. } => paths.iter().map(|it| json!(it)).collect(),
        Caution::FewReplications { .. } => Vec::new(),
    }
}

fn kind(caution: &Caution) -> &'static str {
    match caution {
        Caution::LoadAboveCapacity { .. } => "load-above-capacity",
        Caution::BacklogGrowing { .. } => "backlog-growing",
        Caution::IntervalTooWide { .. } => "interval-too-wide",
        Caution::CalendarExtrapolated { .. } => "calendar-extrapolated",
        Caution::AssumedInputs { .. } => "assumed-inputs",
        Caution::FewReplications { .. } => "few-replications",
    }
}
