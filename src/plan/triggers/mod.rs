//! Trigger: at which level of something that can be seen a person must be asked for, and what it would cost
//! to follow the document's own rules instead.
//!
//! The best rule for hiring under uncertainty is a level that depends on the state (Gans and Zhou, Operations
//! Research 50, 2002), so a level is as good an answer as a date, and it moves with the world.

mod capacity;
mod watch;

use crate::ids::RoleId;
use crate::measure::Recorder;
use crate::plan::decision::Plan;
use crate::plan::promises::observation::Seen;
use crate::plan::report_data::{PlannedHire, breaches_a_month, difference, mean};
use crate::plan::search::hire_options::in_months;
use crate::scenario::{Inputs, Scenario, Text, Watch};
use crate::statistics::Interval;
use crate::statistics::certificate::Certificate;
use crate::statistics::{Moments, quantile_of};
use capacity::full_at;
use watch::{added_triggers, fires_in, observe, stated_level, watches_for};

/// An observable that never leaves its first value by more than this part of it stands still.
const STILL: f64 = 0.01;

/// The level at which a person must be asked for.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    /// The role.
    pub(crate) role: RoleId,
    /// Which hire of the role, from 1.
    pub(crate) number: usize,
    /// What is watched.
    pub(crate) watch: Watch,
    /// What it shows in the first month.
    pub(crate) now: f64,
    /// What it shows when the vacancy must be opened, on average …
    pub(crate) level: f64,
    /// … and in one replication of ten less, in one of ten more.
    pub(crate) range: (f64, f64),
    /// Whether the vacancy must be opened in the first month.
    pub(crate) at_once: bool,
    /// The level at which all people before this one are there for have no hour left, in the first
    /// months; where what is watched is work or what drives it, and that level has been passed.
    pub(crate) full_at: Option<Interval>,
    /// The level that the document's own rule states.
    pub(crate) stated: Option<f64>,
}

impl Level {
    /// The level to act on: where it has been passed already, the one at which it should have been.
    pub(crate) fn to_act_on(&self) -> f64 {
        self.full_at.map_or(self.level, |it| it.value)
    }
}

/// A rule of the document, held against the plan.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The key of the policy.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// Its triggers.
    pub(crate) triggers: Vec<RuleTrigger>,
    /// Breaches a month: see [`breaches_a_month`].
    pub(crate) breaches: Interval,
    /// How many more than with the plan, in the same replications.
    pub(crate) more_breaches: Interval,
    /// How often it keeps every promise of the plan.
    pub(crate) kept: Certificate,
}

/// One trigger of a rule.
#[derive(Clone, Debug)]
pub(crate) struct RuleTrigger {
    /// The role.
    pub(crate) role: RoleId,
    /// What is watched.
    pub(crate) watch: Watch,
    /// The level.
    pub(crate) level: f64,
    /// When it asks for somebody, in months since the start: median; infinite when mostly never.
    pub(crate) asks: f64,
    /// How many months later than in the plan the role's first hire starts, by medians: infinite when
    /// mostly never, `None` where the plan hires nobody of the role.
    pub(crate) late: Option<f64>,
}

/// The levels at which the plan's vacancies must be opened; `None` when stopped.
pub(crate) fn levels(
    plan: &Plan<'_>,
    hires: &[PlannedHire],
    replications: u64,
) -> Option<Vec<Level>> {
    let base = plan.lab.base();
    let study = plan.lab.study;
    let mut watched: Vec<(RoleId, Watch)> = Vec::new();
    for hire in hires {
        for watch in watches_for(study, &plan.promises.goals, hire.role) {
            if !watched.contains(&(hire.role, watch.clone())) {
                watched.push((hire.role, watch));
            }
        }
    }
    let scenario = plan.lab.scenario(&plan.candidate);
    let fresh: Vec<u64> = plan.fresh.iter().copied().take(replications as usize).collect();
    let read = |recorder: &Recorder<'_>, inputs: &Inputs| -> Vec<Vec<f64>> {
        let values = watched.iter().map(|it| observe(&it.1, recorder, &scenario, inputs));
        values.collect()
    };
    let worlds = plan.lab.run.batch(&scenario, &fresh, read)?;
    let mut levels = Vec::new();
    for hire in hires {
        let last = base.timeline.months() - 1;
        let month = (hire.request_month(&base.timeline).floor() as usize).min(last);
        let own = watched.iter().enumerate().filter(|it| it.1.0 == hire.role);
        for (index, (role, watch)) in own {
            let at = |month: usize| worlds.iter().map(|it| it[index][month]).collect::<Vec<f64>>();
            let mean = |numbers: &[f64]| numbers.iter().copied().collect::<Moments>().mean();
            let mut values = at(month);
            let now = mean(&at(0));
            let full_at = match month == 0 {
                true => full_at(plan, watch, *role, hire.number, &fresh)?,
                false => None,
            };
            // What shows the same in every month can tell nobody when to ask.
            let spread = |level: f64| (level - now).abs() > STILL * now.abs();
            let moves = (0..=last).any(|it| spread(mean(&at(it))));
            let full_at = full_at.filter(|it| it.value <= now);
            if !moves && full_at.is_none() {
                continue;
            }
            levels.push(Level {
                role: *role,
                number: hire.number,
                watch: watch.clone(),
                now,
                level: mean(&values),
                range: (quantile_of(&mut values, 0.1), quantile_of(&mut values, 0.9)),
                at_once: month == 0,
                full_at,
                stated: stated_level(study, *role, watch),
            });
        }
    }
    Some(levels)
}

/// The document's own rules, held against the plan; `None` when stopped.
pub(crate) fn rules(
    plan: &mut Plan<'_>,
    hires: &[PlannedHire],
    replications: u64,
) -> Option<Vec<Rule>> {
    let study = plan.lab.study;
    let fresh: Vec<u64> = plan.fresh.iter().copied().take(replications as usize).collect();
    plan.lab.simulate(&plan.candidate, &fresh)?;
    let ours = breaches_a_month(&plan.lab.recall(&plan.candidate, &fresh));
    let keys = study.baseline().scenario.planning.rules.iter();
    let policies = keys.filter_map(|key| study.policies.iter().find(|it| it.key == *key));
    let mut rules = Vec::new();
    for policy in policies {
        let scenario = &policy.scenario;
        let triggers = added_triggers(study, scenario);
        let goals = &plan.promises.goals;
        let read = |recorder: &Recorder<'_>, inputs: &Inputs| {
            let fired = triggers.iter().map(|trigger| {
                let values = observe(&trigger.watch, recorder, scenario, inputs);
                fires_in(trigger, &values).map_or(f64::INFINITY, |it| (it + 1) as f64)
            });
            let fired: Vec<f64> = fired.collect();
            (fired, Seen::of(recorder, scenario, goals))
        };
        let worlds = plan.lab.run.batch(scenario, &fresh, read)?;
        let seen: Vec<&Seen> = worlds.iter().map(|it| &it.1).collect();
        let theirs = breaches_a_month(&seen);
        rules.push(Rule {
            key: policy.key.clone(),
            title: policy.title.clone(),
            triggers: (0..triggers.len())
                .map(|it| {
                    rule_trigger(plan, scenario, hires, it, worlds.iter().map(|world| world.0[it]))
                })
                .collect(),
            breaches: mean(&theirs),
            more_breaches: difference(&theirs, &ours),
            kept: Certificate::new(plan.promises.passes(&seen), seen.len() as u64),
        });
    }
    Some(rules)
}

fn rule_trigger(
    plan: &Plan<'_>,
    scenario: &Scenario,
    hires: &[PlannedHire],
    index: usize,
    asks: impl Iterator<Item = f64>,
) -> RuleTrigger {
    let trigger = &added_triggers(plan.lab.study, scenario)[index];
    let mut asks: Vec<f64> = asks.collect();
    let asks = quantile_of(&mut asks, 0.5);
    let opening = plan.lab.lattice.openings.iter().find(|it| it.role == trigger.role);
    let fill = opening.map_or(0.0, |it| in_months(it.mean_days_to_fill));
    let first = hires.iter().find(|it| it.role == trigger.role);
    let timeline = &plan.lab.base().timeline;
    let planned = first.map(|it| crate::plan::months::months_at(timeline, it.start));
    RuleTrigger {
        role: trigger.role,
        watch: trigger.watch.clone(),
        level: trigger.level,
        asks,
        late: planned.map(|planned| asks + fill - planned),
    }
}
