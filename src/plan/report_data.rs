//! Facts: what is known of a plan, as plain data for reports.

use super::decision::Plan;
use super::months::date_at;
use super::promises::observation::Seen;
use super::promises::promise::Goal;
use super::search::hire_options::{Candidate, in_months};
use super::search::moves::{Move, earliest_due};
use crate::ids::RoleId;
use crate::scenario::Text;
use crate::statistics::Interval;
use crate::statistics::certificate::Certificate;
use crate::statistics::date::estimate_date_in_pairs;
use crate::statistics::newsvendor::cheapest_date;
use crate::statistics::sobol::VarianceSplit;
use crate::statistics::{Moments, paired};
use jiff::ToSpan;
use jiff::civil::Date;

/// One person of the plan.
#[derive(Clone, Debug)]
pub(crate) struct PlannedHire {
    /// The role.
    pub(crate) role: RoleId,
    /// Which hire of the role it is, from 1.
    pub(crate) number: usize,
    /// The vacancy is opened by then.
    pub(crate) request: Date,
    /// First day of work.
    pub(crate) start: Date,
    /// Fully productive from then on; beyond the horizon it is where the ramp-up would end.
    pub(crate) productive: Date,
    /// How much of that spread is due to inputs and how much to chance.
    pub(crate) spread: VarianceSplit,
    /// When the person should start so: earliest of ten, median, latest of ten; `None`: not before
    /// the horizon.
    pub(crate) start_range: [Option<Date>; 3],
    /// The start that costs least when lateness and earliness cost what the scenario says.
    pub(crate) cheapest_start: Option<Date>,
    /// Whether what is worked for mostly needs nobody more before the horizon: the person is there for the
    /// months in which absences and chance fall together.
    pub(crate) cover: bool,
    /// Pay and contributions of an average month.
    pub(crate) monthly_cost: f64,
}

/// A goal and how it is kept.
#[derive(Clone, Debug)]
pub(crate) struct GoalFacts {
    /// The goal.
    pub(crate) goal: Goal,
    /// The first month (from 0) from which it counts.
    pub(crate) from: usize,
    /// Share of replications in which the plan keeps it.
    pub(crate) kept: Certificate,
    /// Share of items in time from that month on: with the plan, without it, and with plenty of people.
    pub(crate) share_with: f64,
    /// Without the plan.
    pub(crate) share_without: f64,
    /// With more people than are ever needed, over all months.
    pub(crate) share_with_plenty: f64,
}

/// A move of the plan that is no hire.
#[derive(Clone, Debug)]
pub(crate) struct MadeMove {
    /// The key of the policy that describes it.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
}

/// What it costs to do nothing, and to wait.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    /// Breaches a month without the plan: see [`breaches_a_month`].
    pub(crate) without: Interval,
    /// With it, in the same replications.
    pub(crate) with: Interval,
    /// How many more without.
    pub(crate) more: Interval,
    /// Breaches with the plan before all goals count: nobody who is asked for now prevents them.
    pub(crate) unavoidable: Interval,
    /// The months that the former happen in.
    pub(crate) unavoidable_months: usize,
    /// Hours of work left undone at the horizon without the plan, by role, largest first.
    pub(crate) undone: Vec<(RoleId, f64)>,
    /// Breaches more when every hire of the plan comes a month later.
    pub(crate) a_month_later: Interval,
    /// How often every promise is kept then …
    pub(crate) kept_a_month_later: Certificate,
    /// … and with the plan, in the same replications.
    pub(crate) kept_in_time: Certificate,
}

/// Breaches of the SLAs that the plan must keep, in a month, over all months that are counted: the
/// one figure by which plans and rules are compared.
pub(crate) fn breaches_a_month(seen: &[&Seen]) -> Vec<f64> {
    let of_one = |it: &&Seen| f64::from(it.breaches(0..it.months())) / it.months() as f64;
    seen.iter().map(of_one).collect()
}

/// The people of a plan.
pub(crate) fn hires_of(plan: &Plan<'_>) -> Vec<PlannedHire> {
    let openings = plan.lab.lattice.openings.iter().zip(&plan.candidate.hires);
    let each = openings
        .enumerate()
        .flat_map(|(position, (_, slots))| (0..slots.len()).map(move |nth| (position, nth)));
    each.filter_map(|(position, nth)| hire_of(plan, position, nth)).collect()
}

fn hire_of(plan: &Plan<'_>, position: usize, nth: usize) -> Option<PlannedHire> {
    let base = plan.lab.base();
    let timeline = &base.timeline;
    let opening = &plan.lab.lattice.openings[position];
    let slot = plan.candidate.hires[position][nth];
    // Nobody can come sooner: the vacancy is opened today, also where the first day is put off to the
    // next working day.
    let at_once = slot == 0;
    let slot = opening.slots[usize::from(slot)];
    let need = plan.needs.iter().find(|it| it.opening == position && it.after == nth)?;
    let (needed, mut spread) = estimate_date_in_pairs(&need.lasting);
    if base.inputs.is_empty() {
        spread = VarianceSplit::all_chance(spread.total);
    }
    let start = |months: f64| date_at(timeline, months - opening.ramp);
    let planning = &base.planning;
    let cheapest = cheapest_date(&need.dates(), planning.early_cost, planning.late_cost);
    let request = match at_once {
        true => timeline.start(),
        false => slot.date.saturating_sub((opening.days_to_fill.ceil() as i64).days()),
    };
    Some(PlannedHire {
        role: opening.role,
        number: nth + 1,
        request: request.max(timeline.start()),
        start: slot.date,
        productive: date_at(timeline, slot.months + opening.ramp)?,
        spread,
        start_range: [start(needed.p10), start(needed.p50), start(needed.p90)],
        cheapest_start: cheapest.and_then(start),
        cover: needed.p50.is_infinite(),
        monthly_cost: opening.pay.yearly_cost() / 12.0,
    })
}

impl PlannedHire {
    /// The month (from 0) in which the vacancy is opened.
    pub(crate) fn request_month(&self, timeline: &crate::calendar::Timeline) -> f64 {
        super::months::months_at(timeline, self.request)
    }
}

/// The moves of a plan, and those that were looked at and are no part of it.
pub(crate) fn moves_of_plan(plan: &Plan<'_>) -> (Vec<MadeMove>, Vec<MadeMove>) {
    let all = plan.lab.moves.iter().enumerate();
    let (made, others): (Vec<_>, Vec<_>) =
        all.partition(|(position, _)| plan.candidate.moves.contains(&(*position as u8)));
    let told = |moves: Vec<(usize, &Move)>| -> Vec<MadeMove> {
        let told = moves
            .into_iter()
            .map(|(_, it)| MadeMove { key: it.key.clone(), title: it.title.clone() });
        told.collect()
    };
    let (key, title) = earliest_due();
    let order = plan.candidate.order.filter(|it| *it != plan.lab.base().discipline);
    let mut made = told(made);
    made.extend(order.map(|_| MadeMove { key, title }));
    (made, told(others))
}

/// The goals, and how the plan keeps them.
pub(crate) fn goals_of_plan(plan: &Plan<'_>) -> Vec<GoalFacts> {
    let promises = &plan.promises;
    let with = plan.lab.recall(&plan.candidate, &plan.fresh);
    let without = plan.lab.recall(&plan.lab.lattice.as_it_is(), &plan.fresh);
    let plenty: Vec<&Seen> = plan.plenty.iter().collect();
    let goals = promises.goals.iter().enumerate();
    goals
        .map(|(index, goal)| {
            let from = promises.from[index];
            let kept: Vec<bool> = with.iter().map(|it| promises.kept_goal(it, index)).collect();
            GoalFacts {
                goal: goal.clone(),
                from,
                kept: Certificate::of(&kept),
                share_with: share(&with, index, from),
                share_without: share(&without, index, from),
                share_with_plenty: share(&plenty, index, 0),
            }
        })
        .collect()
}

/// The share of items in time over all replications.
fn share(seen: &[&Seen], goal: usize, from: usize) -> f64 {
    let decided = seen.iter().flat_map(|it| &it.decided(goal)[from..]);
    let (met, all) = decided
        .fold((0u64, 0u64), |(met, all), it| (met + u64::from(it.met), all + u64::from(it.all)));
    met as f64 / all as f64
}

/// What it costs to wait; `None` when stopped.
pub(crate) fn waiting(plan: &mut Plan<'_>, replications: u64) -> Option<Waiting> {
    let fresh: Vec<u64> = plan.fresh.iter().copied().take(replications as usize).collect();
    let months = plan.lab.base().timeline.months();
    let from = plan.promises.all_from().min(months - 1);
    let later = a_month_later(plan);
    let nobody = plan.lab.lattice.as_it_is();
    for candidate in [&later, &nobody, &plan.candidate.clone()] {
        plan.lab.simulate(candidate, &fresh)?;
    }
    let seen = [&nobody, &plan.candidate, &later].map(|it| plan.lab.recall(it, &fresh));
    let breaches = |seen: &[&Seen], months: std::ops::Range<usize>| -> Vec<f64> {
        seen.iter().map(|it| f64::from(it.breaches(months.clone()))).collect()
    };
    let kept = |seen: &[&Seen]| Certificate::new(plan.promises.passes(seen), seen.len() as u64);
    let [nobody, planned, later] = &seen;
    let [without, with] = [nobody, planned].map(|it| breaches_a_month(it));
    Some(Waiting {
        without: mean(&without),
        with: mean(&with),
        more: difference(&without, &with),
        unavoidable: mean(&breaches(planned, 0..from)),
        unavoidable_months: from,
        undone: undone(plan, nobody),
        a_month_later: difference(&breaches(later, 0..months), &breaches(planned, 0..months)),
        kept_a_month_later: kept(later),
        kept_in_time: kept(planned),
    })
}

/// The plan with every hire a slot later.
fn a_month_later(plan: &Plan<'_>) -> Candidate {
    let mut later = plan.candidate.clone();
    for (opening, hires) in plan.lab.lattice.openings.iter().zip(&mut later.hires) {
        let slots = opening.slots.len() as u16;
        // From the earliest date, which may be in the middle of a month, a month is up to two slots.
        let a_month = |slot: u16| {
            let at = opening.slots[usize::from(slot)].months + in_months(30.0);
            let next =
                (slot + 1..slots).find(|&it| opening.slots[usize::from(it)].months >= at - 0.2);
            next.unwrap_or(slots)
        };
        hires.iter_mut().for_each(|it| *it = a_month(*it));
        hires.retain(|it| *it < slots);
    }
    later
}

fn undone(plan: &Plan<'_>, seen: &[&Seen]) -> Vec<(RoleId, f64)> {
    let roles = plan.lab.lattice.openings.iter().map(|it| it.role);
    let mean = |role: RoleId| {
        let hours: Moments = seen.iter().map(|it| it.undone[role.index()]).collect();
        hours.mean()
    };
    let mut all: Vec<(RoleId, f64)> = roles.map(|role| (role, mean(role))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all
}

/// The mean of numbers of single replications.
pub(crate) fn mean(numbers: &[f64]) -> Interval {
    Interval::of_mean(&numbers.iter().copied().collect())
}

/// By how much the first is more than the second, in the same replications.
pub(crate) fn difference(a: &[f64], b: &[f64]) -> Interval {
    let found = paired(a, b);
    Interval { value: found.mean, low: found.ci_low, high: found.ci_high }
}
