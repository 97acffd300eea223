//! Sensitivity: which uncertain input moves an answer, and which is worth measuring before deciding.
//!
//! Every input is drawn in every replication, and everything follows from the same runs: the tornado (the mean
//! answer with an input at its 10th and 90th percentile), the first-order Sobol index (its share
//! of the answer's variance) and, for a date of hire, what knowing the input would save. Which reading
//! of a contradicting document is right is drawn with the inputs, and is one more thing to know.

use super::claims::input_of;
use super::promises::observation::Seen;
use super::promises::promise::{Goal, goals_of, judge_of, missed};
use super::search::evaluator::Lab;
use super::search::need::{first_lasting, missed_with};
use super::search::run::Run;
use crate::department::draw_inputs;
use crate::ids::{InputId, RoleId};
use crate::measure::Recorder;
use crate::measure::judge::Spans;
use crate::scenario::{Inputs, Planning, Range, Scenario, Study, Unknown, World};
use crate::statistics::Interval;
use crate::statistics::Moments;
use crate::statistics::category::Category;
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

/// Something that is drawn because nobody knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Factor {
    /// An uncertain input.
    Input(InputId),
    /// An unknown of the document, and the two of its readings between which the answer moves most.
    Unknown(usize, [usize; 2]),
}

/// What one of them does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Influence {
    /// What is not known.
    pub(crate) factor: Factor,
    /// The answer with the input low and high, or in one reading and in the other.
    pub(crate) effect: Effect,
    /// Its share of the answer's variance.
    pub(crate) share: Interval,
    /// For a date: what it would save to know it, in the scenario's unit of cost.
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
    /// What is not known, the longest bar first.
    pub(crate) inputs: Vec<Influence>,
    /// The unknowns of the document.
    pub(crate) unknowns: Vec<Unknown>,
    /// The ranges that an input has in one reading or another, by input.
    pub(crate) ranges: Vec<Vec<Range>>,
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
    let all = numbers(replications);
    let (asked, output) = answers(study, asked, &all, run)?;
    Some(explained(study, run.seed, asked, &all, &output))
}

/// The answer in some replications, and which answer that is: a need that was asked for without a number
/// has one now. `None` when stopped.
pub(crate) fn answers(
    study: &Study,
    asked: Asked,
    replications: &[u64],
    run: &Run<'_>,
) -> Option<(Asked, Vec<f64>)> {
    let scenario = &study.baseline().scenario;
    Some(match asked {
        Asked::Utilisation(role) => {
            let output = run.in_worlds(study, replications, |world, own| {
                let scenario = &study.worlds.list[world].baseline().scenario;
                run.batch(scenario, own, |recorder, _| utilisation(recorder, scenario, role))
            })?;
            (asked, output)
        }
        Asked::AllKept => {
            let goals = goals_of(scenario);
            let output = run.in_worlds(study, replications, |world, own| {
                all_kept(&study.worlds.list[world].baseline().scenario, &goals, own, run)
            })?;
            (asked, output)
        }
        Asked::Need(role, after) => {
            let worlds: Vec<Study> =
                (0..study.worlds.list.len()).map(|it| study.in_world(it)).collect();
            let lab = |it| Lab::new(it, run, goals_of(scenario));
            let labs: Vec<Lab<'_>> = worlds.iter().map(lab).collect();
            let dates = |after: usize, replications: &[u64]| {
                let needed = |world: usize, own: &[u64]| needed(&labs[world], role, after, own);
                run.in_worlds(study, replications, needed)
            };
            let after = match after {
                Some(after) => after,
                None => open_question(&labs[0], role, dates)?,
            };
            (Asked::Need(role, Some(after)), dates(after, replications)?)
        }
    })
}

fn numbers(replications: u64) -> Vec<u64> {
    (0..replications).collect()
}

/// What is drawn in some replications: a number or a category for each.
enum Drawn {
    Number(InputId, Vec<f64>),
    Reading(usize, Vec<usize>),
}

/// The range of an input in each world; where a world does not know it, that of the first.
///
/// Inputs are known by their paths: those that only a policy knows may stand elsewhere in a world.
fn ranges_in_worlds(study: &Study, input: usize) -> Vec<Range> {
    let own = &study.baseline().scenario.inputs[input];
    let of = |world: &World| {
        let scenario = &world.baseline().scenario;
        input_of(scenario, &own.path).map_or(own.range, |it| scenario.inputs[it.index()].range)
    };
    study.worlds.list.iter().map(of).collect()
}

/// Everything that is not known, as it was drawn; `ranges` are those of each input in each world.
fn drawn(study: &Study, seed: u64, replications: &[u64], ranges: &[Vec<Range>]) -> Vec<Drawn> {
    let worlds: Vec<usize> = replications.iter().map(|&it| study.world_of(seed, it)).collect();
    let scenario = &study.baseline().scenario;
    let draws: Vec<Inputs> =
        replications.iter().map(|&it| draw_inputs(scenario, seed, it)).collect();
    let number = |input: usize| {
        let id = InputId::new(input);
        let ranges = &ranges[input];
        let own = scenario.inputs[input].range;
        // Where a reading has another range the place in the range is what can be compared, and it is
        // the same in every world.
        let one = ranges.iter().all(|it| *it == own);
        let of = |drawn: &Inputs| if one { drawn.get(id) } else { own.position(drawn.get(id)) };
        Drawn::Number(id, draws.iter().map(of).collect())
    };
    let reading = |unknown: usize| {
        let of = |world: &usize| study.worlds.list[*world].choice[unknown];
        Drawn::Reading(unknown, worlds.iter().map(of).collect())
    };
    let numbers = (0..ranges.len()).map(number);
    numbers.chain((0..study.worlds.unknowns.len()).map(reading)).collect()
}

/// What everything that is not known explains of an output, by replication.
pub(crate) fn explained(
    study: &Study,
    seed: u64,
    asked: Asked,
    replications: &[u64],
    output: &[f64],
) -> Sensitivity {
    let scenario = &study.baseline().scenario;
    let is_date = matches!(asked, Asked::Need(..));
    let costs =
        is_date.then(|| costs_of_dates(&scenario.planning, output, scenario.timeline.months()));
    let inputs = 0..scenario.inputs.len();
    let mut ranges: Vec<Vec<Range>> = inputs.map(|it| ranges_in_worlds(study, it)).collect();
    let drawn = drawn(study, seed, replications, &ranges);
    for own in &mut ranges {
        let all = std::mem::take(own);
        all.into_iter().for_each(|it| own.extend((!own.contains(&it)).then_some(it)));
    }
    let count = |unknown: usize| study.worlds.unknowns[unknown].readings.len();
    let bar = |it: &Drawn| match it {
        Drawn::Number(id, own) => (Factor::Input(*id), effect(own, output)),
        Drawn::Reading(unknown, own) => {
            let (first, last, effect) =
                Category { drawn: own, count: count(*unknown) }.effect(output);
            (Factor::Unknown(*unknown, [first, last]), effect)
        }
    };
    let factors: Vec<(Factor, Effect)> = drawn.par_iter().map(bar).collect();
    let mut bars: Vec<(usize, Effect)> = factors.iter().map(|it| it.1).enumerate().collect();
    sort_bars(&mut bars);
    let influence = |&(position, effect): &(usize, Effect)| {
        let (share, value) = match &drawn[position] {
            Drawn::Number(_, own) => {
                let value = costs.as_ref().and_then(|costs| value_of_input(own, costs));
                (first_order(own, output), value)
            }
            Drawn::Reading(unknown, own) => {
                let category = Category { drawn: own, count: count(*unknown) };
                (category.share(output), costs.as_ref().and_then(|costs| category.value(costs)))
            }
        };
        Influence { factor: factors[position].0, effect, share, value }
    };
    let moments: Moments = output.iter().copied().collect();
    let mean_cost = |own: &Vec<f64>| own.iter().sum::<f64>() / own.len() as f64;
    Sensitivity {
        asked,
        mean: Interval::of_mean(&moments),
        sd: moments.sd(),
        inputs: bars.par_iter().map(influence).collect(),
        unknowns: study.worlds.unknowns.clone(),
        ranges,
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

fn all_kept(
    scenario: &Scenario,
    goals: &[Goal],
    replications: &[u64],
    run: &Run<'_>,
) -> Option<Vec<f64>> {
    run.batch(scenario, replications, |recorder, _| {
        let seen = Seen::of(recorder, scenario, goals);
        let kept =
            goals.iter().enumerate().all(|(index, goal)| missed(goal, &seen, index, 0).is_empty());
        f64::from(u8::from(kept))
    })
}

/// When the next person of a role is needed; the horizon where it is not before.
fn needed(lab: &Lab<'_>, role: RoleId, after: usize, replications: &[u64]) -> Option<Vec<f64>> {
    let most: Vec<u32> =
        lab.lattice.openings.iter().map(|it| it.most.max(after as u32 + 1)).collect();
    let mut staff = most.clone();
    for (people, opening) in staff.iter_mut().zip(&lab.lattice.openings) {
        if opening.role == role {
            *people = after as u32;
        }
    }
    let ours = missed_with(lab, &lab.goals, &staff, replications, |it| it)?;
    let best = missed_with(lab, &lab.goals, &most, replications, |it| it)?;
    let (months, judge) = (lab.base().timeline.months(), judge_of(lab.base()));
    let date = |(ours, best): (&Vec<Spans>, &Vec<Spans>)| {
        first_lasting(&lab.goals, role, ours, best, judge).min(months as f64)
    };
    Some(ours.iter().zip(&best).map(date).collect())
}

/// The first hire of a role whose date is neither at once nor never.
fn open_question(
    lab: &Lab<'_>,
    role: RoleId,
    dates: impl Fn(usize, &[u64]) -> Option<Vec<f64>>,
) -> Option<usize> {
    let months = lab.base().timeline.months() as f64;
    let opening = lab.lattice.openings.iter().find(|it| it.role == role);
    let most = opening.map_or(1, |it| it.most as usize);
    for after in 0..most {
        let dates = dates(after, &numbers(PILOT))?;
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
