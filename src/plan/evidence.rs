//! Evidence: what happens month by month with the plan and without it, and which unknown numbers
//! decide the date of a hire and whether the plan is enough.

use super::decision::Plan;
use super::report_data::PlannedHire;
use super::sensitivity::{Asked, Sensitivity, explained, sensitivity};
use super::triggers::Rule;
use crate::department::draw_inputs;
use crate::experiment::{Outcome, PolicyHead, fold_readings};
use crate::measure::{Prepared, Readings};
use crate::measures::Measure;
use crate::scenario::{Inputs, Scenario, Text};
use crate::statistics::Interval;
use crate::statistics::paired;

/// The key of the baseline in [`Evidence::outcome`].
pub(crate) const NOTHING: &str = "nothing";
/// The key of the plan in [`Evidence::outcome`].
pub(crate) const PLAN: &str = "plan";

/// What a plan rests on, for those who want to see it.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// Month by month, on the same fresh replications: [`NOTHING`], [`PLAN`], and the document's rule
    /// with the fewest breaches, where there is one.
    pub(crate) outcome: Outcome,
    /// For each of the document's rules: breaches of every SLA up to the horizon, less those of
    /// [`NOTHING`] in the same replications.
    pub(crate) more_than_nothing: Vec<Interval>,
    /// Which unknown numbers decide whether the plan keeps every promise; `None` where it always or
    /// never does.
    pub(crate) kept: Option<Sensitivity>,
    /// Which unknown numbers decide the first date of a hire that is not obvious.
    pub(crate) date: Option<Sensitivity>,
}

/// Looks at a plan and at what happens without it in so many fresh replications, and asks so many
/// what a date depends on; `None` when stopped.
pub(crate) fn evidence(
    plan: &Plan<'_>,
    hires: &[PlannedHire],
    rules: &[Rule],
    replications: u64,
    for_date: u64,
) -> Option<Evidence> {
    let (outcome, breaches) = by_month(plan, rules, replications)?;
    let more = |rule: &Rule| {
        // Both begin with the same fresh replications.
        let both = rule.breaches.len().min(breaches.len());
        let it = paired(&rule.breaches[..both], &breaches[..both]);
        Interval { value: it.mean, low: it.ci_low, high: it.ci_high }
    };
    Some(Evidence {
        outcome,
        more_than_nothing: rules.iter().map(more).collect(),
        kept: what_keeps(plan),
        date: match open_date(hires) {
            Some(hire) => {
                let asked = Asked::Need(hire.role, Some(hire.number - 1));
                Some(sensitivity(plan.lab.study, asked, for_date, plan.lab.run)?)
            }
            None => None,
        },
    })
}

/// The first hire whose date depends on what is not known.
pub(crate) fn open_date(hires: &[PlannedHire]) -> Option<&PlannedHire> {
    let is_known = |it: &&PlannedHire| it.start_range[1].is_some();
    let mut open = hires.iter().filter(is_known);
    open.find(|it| it.start_range[1] > it.start_range[0])
}

/// The outcome, and the breaches of every SLA without the plan in each replication.
fn by_month(plan: &Plan<'_>, rules: &[Rule], replications: u64) -> Option<(Outcome, Vec<f64>)> {
    let base = plan.lab.base();
    let planned = plan.lab.scenario(&plan.candidate);
    let untitled = Text::default;
    let mut policies: Vec<(&str, Text, &Scenario)> =
        vec![(NOTHING, untitled(), base), (PLAN, untitled(), &planned)];
    let fewest = rules.iter().min_by(|a, b| {
        let more = |it: &Rule| it.more_breaches.value;
        more(a).total_cmp(&more(b))
    });
    let same = |rule: &Rule| {
        let mut all = plan.lab.study.policies.iter();
        all.find(|it| it.key == rule.key)
    };
    if let Some(rule) = fewest.and_then(same) {
        policies.push((&rule.key, rule.title.clone(), &rule.scenario));
    }
    let fresh = &plan.fresh[..plan.fresh.len().min(replications as usize)];
    let (run, mut heads, mut readings) = (plan.lab.run, Vec::new(), Vec::new());
    for (key, title, scenario) in policies {
        let prepared = Prepared::new(scenario);
        let inputs = |it: u64| draw_inputs(scenario, run.seed, it);
        readings.push(run.readings(&prepared, fresh, inputs)?);
        heads.push(PolicyHead { key: key.into(), title, columns: prepared.columns().into() });
    }
    let months = (0..base.timeline.months()).map(|it| base.timeline.label(it));
    let breaches = breaches(&heads[0], &readings[0]);
    let outcome = fold_readings(heads, readings, run.seed, months.collect());
    Some((outcome, breaches))
}

/// Breaches of every SLA in each replication.
fn breaches(head: &PolicyHead, readings: &[Readings]) -> Vec<f64> {
    let columns = head.columns.iter().enumerate();
    let columns = columns.filter(|(_, it)| it.measure == Measure::SlaBreaches);
    let columns: Vec<usize> = columns.map(|it| it.0).collect();
    let sum = |it: &Readings| columns.iter().map(|&column| it.total[column]).sum();
    readings.iter().map(sum).collect()
}

/// The plan's certificate, explained by the inputs that were drawn in its replications.
fn what_keeps(plan: &Plan<'_>) -> Option<Sensitivity> {
    let base = plan.lab.base();
    let seen = plan.lab.recall(&plan.candidate, &plan.fresh);
    let kept = seen.iter().map(|it| f64::from(u8::from(plan.promises.kept(it))));
    let kept: Vec<f64> = kept.collect();
    let is_open = kept.iter().any(|it| *it != kept[0]);
    if !is_open || base.inputs.is_empty() || kept.len() < plan.fresh.len() {
        return None;
    }
    let seed = plan.lab.run.seed;
    let draws = plan.fresh.iter().map(|&it| draw_inputs(base, seed, it));
    let draws: Vec<Inputs> = draws.collect();
    Some(explained(base, Asked::AllKept, &draws, &kept))
}
