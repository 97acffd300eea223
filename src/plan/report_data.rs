//! Report data: what is known beside a plan, as plain data for reports.

use super::months::date_at;
use super::promises::Promises;
use super::promises::observation::Seen;
use super::promises::promise::Goal;
use super::search::evaluator::Lab;
use super::search::hire_options::Candidate;
use super::search::need::Need;
use super::staged::data::Spread;
use crate::ids::RoleId;
use crate::statistics::Interval;
use crate::statistics::certificate::Certificate;
use crate::statistics::date::estimate_date_in_pairs;
use jiff::civil::Date;

/// A goal and how it is kept.
#[derive(Clone, Debug)]
pub(crate) struct GoalFacts {
    /// The goal.
    pub(crate) goal: Goal,
    /// The first month (from 0) from which it counts.
    pub(crate) from: usize,
    /// Share of replications in which the plan keeps it.
    pub(crate) kept: Certificate,
    /// Share of items in time with more people than are ever needed, over all months.
    pub(crate) share_with_plenty: f64,
}

/// When a person should start, whoever comes before: earliest of ten, median, latest of ten; `None`:
/// not before the horizon.
#[derive(Clone, Debug)]
pub(crate) struct Needed {
    /// The role.
    pub(crate) role: RoleId,
    /// Which hire of the role it is, from 1.
    pub(crate) number: usize,
    /// The three dates.
    pub(crate) start: [Option<Date>; 3],
}

/// What nobody who is asked for now prevents any more.
#[derive(Clone, Debug)]
pub(crate) struct Unavoidable {
    /// Late items with the plan before all goals count.
    pub(crate) late: Interval,
    /// The months that they are in.
    pub(crate) months: usize,
}

/// The goals of a plan over its fresh replications; `plenty` are some with more people than are ever
/// needed.
pub(crate) fn goals_kept(
    lab: &Lab<'_>,
    promises: &Promises,
    plan: &Candidate,
    fresh: &[u64],
    plenty: &[Seen],
) -> Vec<GoalFacts> {
    let with = lab.recall(plan, fresh);
    let facts = |(index, goal): (usize, &Goal)| {
        let kept: Vec<bool> = with.iter().map(|it| promises.kept_goal(it, index)).collect();
        GoalFacts {
            goal: goal.clone(),
            from: promises.from[index],
            kept: Certificate::of(&kept),
            share_with_plenty: share(plenty, index),
        }
    };
    promises.goals.iter().enumerate().map(facts).collect()
}

/// The share of items in time over all replications and months.
fn share(seen: &[Seen], goal: usize) -> f64 {
    let (met, all) = seen
        .iter()
        .flat_map(|it| it.decided(goal))
        .fold((0u64, 0u64), |(met, all), it| (met + u64::from(it.met), all + u64::from(it.all)));
    met as f64 / all as f64
}

/// When people are needed.
pub(crate) fn needed_of(lab: &Lab<'_>, needs: &[Need]) -> Vec<Needed> {
    let timeline = &lab.base().timeline;
    let each = needs.iter().map(|need| {
        let opening = &lab.lattice.openings[need.opening];
        let (found, _) = estimate_date_in_pairs(&need.lasting);
        let start = |months: f64| date_at(timeline, months - opening.ramp);
        Needed {
            role: opening.role,
            number: need.after + 1,
            start: [found.p10, found.p50, found.p90].map(start),
        }
    });
    each.collect()
}

/// What cannot be saved any more.
pub(crate) fn unavoidable(
    lab: &Lab<'_>,
    promises: &Promises,
    plan: &Candidate,
    fresh: &[u64],
) -> Unavoidable {
    let months = promises.all_from().min(lab.base().timeline.months() - 1);
    let seen = lab.recall(plan, fresh);
    let early: Vec<f64> = seen.iter().map(|it| f64::from(it.breaches(0..months))).collect();
    Unavoidable { late: Spread::of(&early).mean, months }
}
