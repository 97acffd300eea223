//! Evidence: what happens month by month with the plan and without it, and which unknown numbers
//! decide the date of a hire and whether the plan is enough.

use super::decision::Plan;
use super::report_data::PlannedHire;
use super::sensitivity::{Asked, Sensitivity, explained, sensitivity};
use super::triggers::Rule;
use crate::department::draw_inputs;
use crate::experiment::{Outcome, PolicyHead, fold_readings};
use crate::measure::Prepared;
use crate::scenario::{Scenario, Text};

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
    Some(Evidence {
        outcome: by_month(plan, rules, replications)?,
        kept: what_keeps(plan),
        date: match open_date(hires).filter(|_| for_date > 0) {
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

fn by_month(plan: &Plan<'_>, rules: &[Rule], replications: u64) -> Option<Outcome> {
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
    Some(fold_readings(heads, readings, run.seed, months.collect()))
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
    let (study, seed) = (plan.lab.study, plan.lab.run.seed);
    Some(explained(study, seed, Asked::AllKept, &plan.fresh, &kept))
}
