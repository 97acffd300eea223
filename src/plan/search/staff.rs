//! Staff: who was there in one replication, who was asked for, and what that cost.

use crate::department::Review;
use crate::ids::RoleId;
use crate::measure::{Employed, Recorder, paid, paid_to, revenue_lost};
use crate::plan::months::months_at;
use crate::scenario::{Arrival, Inputs, Quantity, Scenario};
use crate::time::SimTime;

/// Months over which the occupancy at the horizon is taken.
const YEAR: usize = 12;

/// People and money of one replication.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Staff {
    /// What each role's people were paid up to the horizon, beyond what is paid without any plan.
    pub(crate) paid: Vec<f64>,
    /// What contractors and automations were paid, those of the baseline left out.
    pub(crate) bought: f64,
    /// What clients who left over broken promises would have paid by the horizon; `None` where none is
    /// said to pay.
    pub(crate) revenue_lost: Option<f64>,
    /// Months in which people of each role were asked for, in order.
    pub(crate) asked: Vec<Vec<f64>>,
    /// Temporary people whom rules took on, in the order in which they left.
    pub(crate) temporary: Vec<TakenOn>,
    /// People of each role at the end of each month.
    pub(crate) heads: Vec<Vec<u32>>,
    /// Busy ÷ there, of each role over the last year.
    pub(crate) occupancy: Vec<f64>,
    /// What was counted at each review.
    pub(crate) reviews: Vec<Review>,
}

/// Somebody whom a rule took on for a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TakenOn {
    /// The role.
    pub(crate) role: RoleId,
    /// The first day, in months since the start.
    pub(crate) from: f64,
    /// Months up to the last day, or to the horizon.
    pub(crate) months: f64,
    /// What is paid for the person, being found included.
    pub(crate) cost: f64,
}

impl Staff {
    /// What everything cost, beyond what is paid without any plan.
    pub(crate) fn cost(&self) -> f64 {
        self.paid.iter().sum::<f64>() + self.bought
    }

    /// People who were asked for, for good.
    pub(crate) fn hires(&self) -> usize {
        self.asked.iter().map(Vec::len).sum()
    }

    /// The temporary people of a role.
    pub(crate) fn temporary_of(&self, role: RoleId) -> impl Iterator<Item = &TakenOn> + Clone {
        self.temporary.iter().filter(move |it| it.role == role)
    }

    /// From what a recorder saw; `quiet` is the same replication without any plan, and `base` the scenario
    /// of that.
    pub(crate) fn of(
        recorder: &Recorder<'_>,
        scenario: &Scenario,
        inputs: &Inputs,
        base: &Scenario,
        quiet: &Quiet,
    ) -> Self {
        let roles = scenario.roles.len();
        let all = paid(scenario, recorder, inputs);
        let (people, others) = all.split_at(roles);
        let (contractors, automations) = others.split_at(scenario.contractors.len());
        let added = contractors.iter().skip(base.contractors.len());
        let added = added.chain(automations.iter().skip(base.automations.len()));
        Self {
            paid: people.iter().zip(&quiet.paid).map(|(paid, quiet)| paid - quiet).collect(),
            bought: added.sum(),
            revenue_lost: revenue_lost(scenario, recorder, inputs),
            asked: asked(scenario, recorder, quiet),
            temporary: temporary(scenario, recorder, inputs),
            heads: (0..roles).map(|role| heads(scenario, recorder, role)).collect(),
            occupancy: (0..roles).map(|role| occupancy(scenario, recorder, role)).collect(),
            reviews: recorder.reviews.clone(),
        }
    }
}

/// A replication without any plan: what its people cost, and how many came for those who left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Quiet {
    paid: Vec<f64>,
    joined: Vec<usize>,
}

impl Quiet {
    /// From what a recorder saw of the department without work.
    pub(crate) fn of(recorder: &Recorder<'_>, scenario: &Scenario, inputs: &Inputs) -> Self {
        let roles = scenario.roles.len();
        let mut paid = paid(scenario, recorder, inputs);
        paid.truncate(roles);
        Self {
            paid,
            joined: (0..roles).map(|role| joined(scenario, recorder, role).len()).collect(),
        }
    }
}

/// The department without any work: people come, fall ill and leave as they would anyhow.
pub(crate) fn without_work(base: &Scenario) -> Scenario {
    let mut quiet = base.clone();
    for stream in &mut quiet.streams {
        stream.arrival = Arrival::Spawned;
        stream.backlog_at_start = Quantity::Known(0.0);
    }
    quiet.triggers.clear();
    quiet.hiring_rules.clear();
    quiet
}

/// Months in which people were asked for: on dates, by rules, and by triggers, of which only the first
/// days are known.
fn asked(scenario: &Scenario, recorder: &Recorder<'_>, quiet: &Quiet) -> Vec<Vec<f64>> {
    let timeline = &scenario.timeline;
    let mut asked = vec![Vec::new(); scenario.roles.len()];
    for hire in scenario.hires.iter().filter(|it| !it.agreed) {
        let at = months_at(timeline, hire.start);
        asked[hire.role.index()].extend(std::iter::repeat_n(at, hire.count as usize));
    }
    for review in &recorder.reviews {
        let at = months_at(timeline, timeline.date_of(review.at.day()));
        asked[review.role.index()].extend(std::iter::repeat_n(at, review.asked as usize));
    }
    let mut roles: Vec<usize> = scenario.triggers.iter().map(|it| it.role.index()).collect();
    roles.sort_unstable();
    roles.dedup();
    for role in roles {
        let mut joined = joined(scenario, recorder, role);
        let others = quiet.joined[role] + asked[role].len();
        let first = joined.split_off(others.min(joined.len()));
        let month = |it: SimTime| months_at(timeline, timeline.date_of(it.day()));
        asked[role].extend(first.into_iter().map(month));
    }
    asked.iter_mut().for_each(|it| it.sort_unstable_by(f64::total_cmp));
    asked
}

/// Everybody whom a rule took on for a time.
fn temporary(scenario: &Scenario, recorder: &Recorder<'_>, inputs: &Inputs) -> Vec<TakenOn> {
    let timeline = &scenario.timeline;
    let month = |it: SimTime| months_at(timeline, timeline.date_of(it.day()));
    let people = recorder.people.iter().filter(|it| is_temporary(scenario, it));
    let before = people.filter(|it| it.from < timeline.horizon_time());
    let taken = before.map(|it| TakenOn {
        role: it.role,
        from: month(it.from),
        months: month(it.to.min(timeline.horizon_time())) - month(it.from),
        cost: paid_to(it, scenario, inputs),
    });
    taken.collect()
}

/// Whether somebody was taken on by a rule for a time.
fn is_temporary(scenario: &Scenario, person: &Employed) -> bool {
    let rules = scenario.hiring_rules.iter().enumerate().filter(|it| it.1.temporary.is_some());
    rules.map(|it| scenario.pay_of_temporary(it.0)).any(|it| it == person.pay)
}

/// First days of everybody of a role who was not there from the beginning and came for good, in order.
fn joined(scenario: &Scenario, recorder: &Recorder<'_>, role: usize) -> Vec<SimTime> {
    let people = recorder.people.iter().filter(|it| it.role.index() == role);
    let people = people.filter(|it| !is_temporary(scenario, it));
    let mut joined: Vec<SimTime> =
        people.map(|it| it.from).filter(|it| *it > SimTime::ZERO).collect();
    joined.sort_unstable();
    joined
}

fn heads(scenario: &Scenario, recorder: &Recorder<'_>, role: usize) -> Vec<u32> {
    let timeline = &scenario.timeline;
    let there = |at: SimTime| {
        let people = recorder.people.iter().filter(|it| it.role.index() == role);
        people.filter(|it| it.from < at && at <= it.to).count() as u32
    };
    (1..=timeline.months()).map(|month| there(timeline.slot_start(month + 1))).collect()
}

fn occupancy(scenario: &Scenario, recorder: &Recorder<'_>, role: usize) -> f64 {
    let months = scenario.timeline.months();
    let last = months.saturating_sub(YEAR) + 1..=months;
    let hours = |times: &[crate::time::Effort]| {
        times[last.clone()].iter().map(|it| it.hours()).sum::<f64>()
    };
    let there = hours(recorder.available.of(role));
    if there > 0.0 { hours(recorder.busy.of(role)) / there } else { 0.0 }
}
