//! Sensitivity: which uncertain input moves an answer, and which is worth measuring before deciding.
//!
//! Every input is drawn in every replication, and everything follows from the same runs: the tornado (the mean
//! answer with an input at its 10th and 90th percentile), the first-order Sobol index (its share
//! of the answer's variance) and, for a date of hire, what knowing the input would save.

use super::promises::observation::Seen;
use super::promises::promise::{goals_of, judge_of, missed};
use super::search::evaluator::Lab;
use super::search::need::{first_lasting, missed_with};
use super::search::run::Run;
use crate::department::draw_inputs;
use crate::ids::{InputId, RoleId};
use crate::measure::Recorder;
use crate::measure::judge::Spans;
use crate::scenario::{Inputs, Planning, Scenario, Study};
use crate::statistics::Interval;
use crate::statistics::Moments;
use crate::statistics::information::{InputValue, value_of_input};
use crate::statistics::sobol::first_order;
use crate::statistics::tornado::{Effect, effect, sort_bars};
use rayon::prelude::*;

/// Replications of each hire whose date might be asked about.
const PILOT: u64 = 20;

/// An answer that inputs may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Busy ÷ paid of a role over the horizon.
    Utilisation(RoleId),
    /// Whether every goal of the plan is kept.
    AllKept,
    /// When one more person of a role is needed; so many are hired before (`None`: so many that the date
    /// is not obvious).
    Need(RoleId, Option<usize>),
}

/// What one input does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Influence {
    /// The input.
    pub(crate) input: InputId,
    /// The answer with the input low and high.
    pub(crate) effect: Effect,
    /// Its share of the answer's variance.
    pub(crate) share: Interval,
    /// For a date: what it would save to know the input, in the scenario's unit of cost.
    pub(crate) value: Option<InputValue>,
}

/// What moves an answer.
#[derive(Clone, Debug)]
pub(crate) struct Sensitivity {
    /// The answer; a need names how many are hired before.
    pub(crate) asked: Asked,
    /// Its mean.
    pub(crate) mean: Interval,
    /// Its standard deviation between replications; 0 when nothing moves it.
    pub(crate) sd: f64,
    /// Inputs, the longest bar first.
    pub(crate) inputs: Vec<Influence>,
    /// For a date: what the best decision costs as long as nothing is known, in the same unit.
    pub(crate) cost_of_not_knowing: Option<f64>,
    /// Replications.
    pub(crate) replications: u64,
}

/// Finds what moves an answer under a policy; `None` when stopped.
pub(crate) fn sensitivity(
    study: &Study,
    asked: Asked,
    replications: u64,
    run: &Run<'_>,
) -> Option<Sensitivity> {
    let scenario = &study.baseline().scenario;
    let (asked, output) = match asked {
        Asked::Utilisation(role) => {
            let read = |recorder: &Recorder<'_>, _: &Inputs| utilisation(recorder, scenario, role);
            (asked, run.batch(scenario, &numbers(replications), read)?)
        }
        Asked::AllKept => (asked, all_kept(scenario, replications, run)?),
        Asked::Need(role, after) => {
            let lab = Lab::new(study, run, goals_of(scenario));
            let after = match after {
                Some(after) => after,
                None => open_question(&lab, role)?,
            };
            let output = needed(&lab, role, after, replications)?;
            (Asked::Need(role, Some(after)), output)
        }
    };
    let draws = numbers(replications).into_iter().map(|it| draw_inputs(scenario, run.seed, it));
    let draws: Vec<Inputs> = draws.collect();
    Some(explained(scenario, asked, &draws, &output))
}

fn numbers(replications: u64) -> Vec<u64> {
    (0..replications).collect()
}

/// What each input explains of an output (`draws[run][input]`).
pub(super) fn explained(
    scenario: &Scenario,
    asked: Asked,
    draws: &[Inputs],
    output: &[f64],
) -> Sensitivity {
    let is_date = matches!(asked, Asked::Need(..));
    let costs =
        is_date.then(|| costs_of_dates(&scenario.planning, output, scenario.timeline.months()));
    let column =
        |input: usize| draws.iter().map(|it| it.get(InputId::new(input))).collect::<Vec<f64>>();
    let columns: Vec<Vec<f64>> = (0..scenario.inputs.len()).map(column).collect();
    let mut bars: Vec<(usize, Effect)> =
        columns.par_iter().map(|it| effect(it, output)).enumerate().collect();
    sort_bars(&mut bars);
    let influence = |&(input, effect): &(usize, Effect)| Influence {
        input: InputId::new(input),
        effect,
        share: first_order(&columns[input], output),
        value: costs.as_ref().and_then(|costs| value_of_input(&columns[input], costs)),
    };
    let moments: Moments = output.iter().copied().collect();
    let mean_cost = |own: &Vec<f64>| own.iter().sum::<f64>() / own.len() as f64;
    Sensitivity {
        asked,
        mean: Interval::of_mean(&moments),
        sd: moments.sd(),
        inputs: bars.par_iter().map(influence).collect(),
        cost_of_not_knowing: costs
            .as_ref()
            .map(|it| it.iter().map(mean_cost).fold(f64::INFINITY, f64::min)),
        replications: output.len() as u64,
    }
}

/// What aiming for each month costs in each replication, by the scenario's prices of late and early.
fn costs_of_dates(planning: &Planning, needs: &[f64], months: usize) -> Vec<Vec<f64>> {
    let cost = |date: f64, need: f64| {
        planning.early_cost * (need - date).max(0.0) + planning.late_cost * (date - need).max(0.0)
    };
    let of_date = |date: usize| needs.iter().map(|&need| cost(date as f64, need)).collect();
    (0..=months).map(of_date).collect()
}

fn utilisation(recorder: &Recorder<'_>, scenario: &Scenario, role: RoleId) -> f64 {
    let months = 1..=scenario.timeline.months();
    let hours =
        |of: &[crate::time::Effort]| of[months.clone()].iter().map(|it| it.hours()).sum::<f64>();
    hours(recorder.busy.of(role.index())) / hours(recorder.paid.of(role.index()))
}

fn all_kept(scenario: &Scenario, replications: u64, run: &Run<'_>) -> Option<Vec<f64>> {
    let goals = goals_of(scenario);
    run.batch(scenario, &numbers(replications), |recorder, _| {
        let seen = Seen::of(recorder, scenario, &goals);
        let kept =
            goals.iter().enumerate().all(|(index, goal)| missed(goal, &seen, index, 0).is_empty());
        f64::from(u8::from(kept))
    })
}

/// When the next person of a role is needed; the horizon where it is not before.
fn needed(lab: &Lab<'_>, role: RoleId, after: usize, replications: u64) -> Option<Vec<f64>> {
    let most: Vec<u32> =
        lab.lattice.openings.iter().map(|it| it.most.max(after as u32 + 1)).collect();
    let mut staff = most.clone();
    for (people, opening) in staff.iter_mut().zip(&lab.lattice.openings) {
        if opening.role == role {
            *people = after as u32;
        }
    }
    let numbers = numbers(replications);
    let ours = missed_with(lab, &lab.goals, &staff, &numbers, |it| it)?;
    let best = missed_with(lab, &lab.goals, &most, &numbers, |it| it)?;
    let (months, judge) = (lab.base().timeline.months(), judge_of(lab.base()));
    let date = |(ours, best): (&Vec<Spans>, &Vec<Spans>)| {
        first_lasting(&lab.goals, role, ours, best, judge).min(months as f64)
    };
    Some(ours.iter().zip(&best).map(date).collect())
}

/// The first hire of a role whose date is neither at once nor never.
fn open_question(lab: &Lab<'_>, role: RoleId) -> Option<usize> {
    let months = lab.base().timeline.months() as f64;
    let opening = lab.lattice.openings.iter().find(|it| it.role == role);
    let most = opening.map_or(1, |it| it.most as usize);
    for after in 0..most {
        let dates = needed(lab, role, after, PILOT)?;
        let later = dates.iter().filter(|it| **it > 0.0).count();
        if 2 * later > dates.len() {
            let never = dates.iter().all(|it| *it >= months);
            return Some(if never { after.saturating_sub(1) } else { after });
        }
    }
    Some(most.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_costs_what_it_is_early_or_late() {
        let planning = Planning { late_cost: 3.0, early_cost: 1.0, ..Planning::default() };
        let costs = costs_of_dates(&planning, &[0.0, 2.0], 3);
        assert_eq!(costs, [[0.0, 2.0], [3.0, 1.0], [6.0, 0.0], [9.0, 3.0]]);
    }
}
