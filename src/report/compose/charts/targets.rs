//! SLAs month by month: one chart for each role that does most of the work.

use super::chart;
use super::lines::{Emphasis, PANELS, figure, series};
use crate::experiment::PolicyOutcome;
use crate::ids::RoleId;
use crate::measures::Measure;
use crate::plan::load::offered;
use crate::report::compose::facts;
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::{Chart, Format, Panel, Target, Trace, Word, texts};
use crate::scenario::Inputs;

/// Every SLA, in as many charts as there are roles with SLAs (or more).
pub(crate) fn all(told: Told<'_>) -> Vec<Chart> {
    (0..told.scenario.roles.len()).flat_map(|role| of_role(told, role)).collect()
}

/// The SLAs of a role, in as many charts as it takes.
pub(crate) fn of_role(told: Told<'_>, role: usize) -> Vec<Chart> {
    let slas = slas_of(told, role);
    let parts = slas.chunks(PANELS).count();
    // Parts of nearly one size.
    let size = slas.len().div_ceil(parts.max(1)).max(1);
    let part = |(part, slas): (usize, &[String])| {
        let mut key = format!("sla-{}", told.scenario.roles[role].key.replace('_', "-"));
        if parts > 1 {
            key += &format!("-{}", part + 1);
        }
        one(told, role, &key, slas)
    };
    slas.chunks(size).enumerate().map(part).collect()
}

/// The SLAs of streams on which a role spends most effort, and for which anything fell due.
pub(crate) fn slas_of(told: Told<'_>, role: usize) -> Vec<String> {
    let inputs = Inputs::mean(told.scenario);
    let slas = told.scenario.slas.iter();
    let own = slas.filter(|it| {
        offered::busiest_role(told.scenario, it.stream, &inputs) == Some(RoleId::new(role))
    });
    let known = |it: &&crate::scenario::Sla| {
        let share = told.baseline().total_of(Measure::SlaMet, &it.key);
        share.is_some_and(|it| it.n > 0)
    };
    own.filter(known).map(|it| it.key.clone()).collect()
}

fn one(told: Told<'_>, role: usize, key: &str, slas: &[String]) -> Chart {
    let (locale, lang) = (told.locale, told.locale.lang);
    let policies = &told.outcome.policies;
    let (best, worst) = facts::best_and_worst_of(told.outcome, slas);
    let emphasis = Emphasis { best, worst }.unless_planned(told);
    let best = emphasis.best;
    let panels = slas.iter().map(|sla| {
        let column = told.baseline().column(Measure::SlaMet, sla);
        let column = column.map(|it| &told.baseline().columns[it]);
        let value = target(told, told.baseline(), sla);
        let label = locale.share_stated(value);
        let label = match told.promised(sla) {
            Some(_) => told.say(texts::Promised { share: label }),
            None => told.say(texts::TargetAt { value: label }),
        };
        Panel {
            title: column.map_or(&**sla, |it| told.name(it)).into(),
            series: series(told, Measure::SlaMet, sla, emphasis),
            targets: vec![Target { label, value }],
            marks: Vec::new(),
        }
    });
    let panels = panels.collect();
    let role = &told.scenario.roles[role];
    let name = capital(told.name(role));
    let title = title(told, &name, slas, best);
    let others = emphasis.others(policies.len());
    let subtitle = match others {
        // Beside a plan it is not the best and the worst that stand out.
        _ if told.plan.is_some() => Word::SlaSubtitle.text(lang).to_owned(),
        0 => Word::SlaSubtitle.text(lang).to_owned(),
        _ => told.say(texts::SlaSubtitleOthers { others }),
    };
    let figure = figure(told, Format::Share, Trace::Straight, panels);
    chart(told, key, title, subtitle, figure)
}

/// The share that an SLA is held against: what is promised of it, or else its own target.
fn target(told: Told<'_>, policy: &PolicyOutcome, sla: &str) -> f64 {
    let column = policy.column(Measure::SlaMet, sla);
    let own = column.and_then(|it| policy.columns[it].target);
    told.promised(sla).or(own).unwrap_or(1.0)
}

fn title(told: Told<'_>, role: &str, slas: &[String], best: Option<usize>) -> String {
    let met = |policy: &PolicyOutcome| {
        let reached = slas.iter().filter(|sla| {
            let Some(column) = policy.column(Measure::SlaMet, sla) else {
                return false;
            };
            facts::reaches(policy.total[column].mean, target(told, policy, sla))
        });
        reached.count()
    };
    let share = |policy: &PolicyOutcome| {
        let share = facts::mean_share(policy, slas);
        told.locale.share(share, usize::from(share > 0.99))
    };
    let baseline = told.policy(0);
    let (met_now, share_now, all) = (met(told.baseline()), share(told.baseline()), slas.len());
    let Some(best) = best else {
        return told.say(texts::SlaTitle { role, baseline, share: share_now, met: met_now, all });
    };
    let policy = &told.outcome.policies[best];
    told.say(texts::SlaTitleBest {
        role,
        baseline,
        share: share_now,
        met: met_now,
        all,
        best: told.policy(best),
        best_share: share(policy),
        best_met: met(policy),
    })
}
