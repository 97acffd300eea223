//! Lattice: who may be hired, on which dates, and at what cost; a candidate is a point of it.
//!
//! A vacancy is opened at the start of the scenario at the earliest. The person comes after the time to
//! fill, of which the 90th percentile is reckoned with, so that nine of ten searches end in time:
//! the earliest date. Later dates are the first working days of months.

use crate::calendar::Timeline;
use crate::department::offered::{OfferedLoad, availability};
use crate::ids::RoleId;
use crate::measure::cost::{Employment, Pay};
use crate::plan::load::offered::busy_people;
use crate::plan::months::{DAYS_A_MONTH, date_at, months_at, working_day_from};
use crate::random::{Chance, Sampler, name_key};
use crate::scenario::{Discipline, Hire, HiringRule, Inputs, Outlook, Role, Scenario, Temporary};
use jiff::{ToSpan, civil::Date};

/// How many people of a role may be hired when the scenario does not say, at least; and so many that what
/// comes at the horizon fills this part of their time.
const MOST: u32 = 3;
const FILLS: f64 = 0.6;
/// How many the plan reckons with at most, whatever the scenario allows.
const EVER: u32 = 40;
/// Months to the first review of a rule, between reviews, and from the productivity of the last
/// who is asked for to the horizon.
pub(crate) const FIRST: f64 = 1.0;
pub(crate) const REVIEW: f64 = 3.0;
const USEFUL: f64 = 6.0;
/// Temporary people are searched for as long, paid as much and as new to the work as others.
const TEMPORARY: Temporary = Temporary { pay: None, time_to_fill: None, ramp: true };
/// Of the time to fill: in nine of ten searches the person is there by then.
const SURE_TO_COME: f64 = 0.9;

/// A date on which somebody may start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    /// First day of work.
    pub(crate) date: Date,
    /// The same in months since the start.
    pub(crate) months: f64,
    /// What the person costs from then to the horizon.
    pub(crate) cost: f64,
}

/// A role that may be hired.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opening {
    /// The role.
    pub(crate) role: RoleId,
    /// How many at most.
    pub(crate) most: u32,
    /// Days from request to first day: the 90th percentile.
    pub(crate) days_to_fill: f64,
    /// The mean of the same.
    pub(crate) mean_days_to_fill: f64,
    /// Months from the first day to full productivity.
    pub(crate) ramp: f64,
    /// Possible first days, in order; none when the horizon is too short for anybody to come.
    pub(crate) slots: Vec<Slot>,
    /// What a person costs a month, and what in a full calendar year.
    pub(crate) pay: Pay,
    /// No review after this month: whoever is asked for later is productive too late to matter.
    pub(crate) last: f64,
    /// What is known before anything is counted, over all readings; `None`: there is one.
    pub(crate) outlook: Option<Outlook>,
}

impl Opening {
    /// The rule of a choice.
    pub(crate) fn rule(&self, choice: Choice) -> HiringRule {
        HiringRule {
            role: self.role,
            now: choice.now,
            target: f64::from(choice.target.clamp(1, 100)) / 100.0,
            first: FIRST,
            review: REVIEW,
            last: Some(self.last),
            most: if choice.target == 0 { choice.now } else { choice.most.max(choice.now) },
            cover: 0,
            outlook: self.outlook.clone(),
            temporary: choice.temporary.then_some(TEMPORARY),
        }
    }
}

/// Everything that may be hired.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lattice {
    /// Roles that may be hired.
    pub(crate) openings: Vec<Opening>,
    /// The order of waiting work in every plan of dates; `None`: as it is.
    pub(crate) order: Option<Discipline>,
}

/// A staffing plan: people on dates or by a rule, and what is done beside hiring.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Candidate {
    /// The slots of the hires of each opening, in order.
    pub(crate) hires: Vec<Vec<u16>>,
    /// The rule of each opening; empty in a plan of dates.
    pub(crate) rules: Vec<Choice>,
    /// Positions of the moves that are made.
    pub(crate) moves: Vec<u8>,
    /// The order of waiting work; `None`: as it is.
    pub(crate) order: Option<Discipline>,
    /// The policy that all of this is added to; 0: the baseline.
    pub(crate) policy: u16,
    /// Whether the user's own list of hires joins as well.
    pub(crate) own: bool,
}

/// What is chosen of a hiring rule: whom to ask for now, and up to which load to hire later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Choice {
    /// People asked for at the start.
    pub(crate) now: u32,
    /// Load ÷ people in per cent that the rule hires up to; 0: nobody after the start.
    pub(crate) target: u32,
    /// People that may be asked for in all.
    pub(crate) most: u32,
    /// Whether a backlog that these will not clear in time is left to temporary people.
    pub(crate) temporary: bool,
}

impl Choice {
    /// A rule that may ask for people for good and for a time.
    pub(crate) const ANYBODY: Self = Self { now: 0, target: 100, most: 1, temporary: true };

    /// Whether the rule may ask for anybody at all.
    pub(crate) fn asks(self) -> bool {
        self.now > 0 || self.hires_later() || self.temporary
    }

    /// Whether it may ask for somebody for good after the start.
    pub(crate) fn hires_later(self) -> bool {
        self.target > 0 && self.most > self.now
    }
}

impl Lattice {
    /// The lattice of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let stated = &scenario.planning.roles;
        let all = needed_at_most(scenario).into_iter().enumerate();
        let all = all.map(|(role, most)| (RoleId::new(role), most));
        let roles: Vec<(RoleId, u32)> = match stated.is_empty() {
            true => all.collect(),
            false => stated.iter().copied().filter(|(_, most)| *most > 0).collect(),
        };
        let openings = roles.into_iter().map(|(role, most)| opening(scenario, role, most));
        Self { openings: openings.collect(), order: None }
    }

    /// Nobody is hired.
    pub(crate) fn nobody(&self) -> Candidate {
        let hires = vec![Vec::new(); self.openings.len()];
        Candidate { hires, order: self.order, ..Candidate::default() }
    }

    /// The department as it is: nobody is hired, and nothing else is done.
    pub(crate) fn as_it_is(&self) -> Candidate {
        Candidate { order: None, ..self.nobody() }
    }

    /// A share of everybody who may be hired, at the earliest date.
    pub(crate) fn everybody(&self, share: f64) -> Candidate {
        let people = |it: &Opening| match it.slots.is_empty() {
            true => 0,
            false => (f64::from(it.most) * share).ceil() as usize,
        };
        Candidate {
            hires: self.openings.iter().map(|it| vec![0; people(it)]).collect(),
            ..self.nobody()
        }
    }

    /// What the people of a candidate cost up to the horizon.
    pub(crate) fn cost(&self, candidate: &Candidate) -> f64 {
        let of_opening = |(opening, hires): (&Opening, &Vec<u16>)| {
            hires.iter().map(|&slot| opening.slots[usize::from(slot)].cost).sum::<f64>()
        };
        self.openings.iter().zip(&candidate.hires).map(of_opening).sum()
    }

    /// The hires of a candidate, as a scenario states them.
    pub(crate) fn hires(&self, candidate: &Candidate) -> Vec<Hire> {
        let mut hires: Vec<Hire> = Vec::new();
        for (opening, slots) in self.openings.iter().zip(&candidate.hires) {
            for &slot in slots {
                let start = opening.slots[usize::from(slot)].date;
                match hires.last_mut() {
                    Some(last) if last.role == opening.role && last.start == start => {
                        last.count += 1
                    }
                    _ => hires.push(Hire::new(opening.role, start, 1)),
                }
            }
        }
        hires
    }

    /// Months until the first newcomer of the slowest of some roles is fully productive;
    /// `None` when none of them may be hired.
    pub(crate) fn until_productive(&self, roles: &[RoleId]) -> Option<f64> {
        let ours = self.openings.iter().filter(|it| roles.contains(&it.role));
        let months = ours.filter_map(|it| Some(it.slots.first()?.months + it.ramp));
        months.reduce(f64::max)
    }
}

impl Opening {
    /// The last slot that is not after so many months; the first when none is.
    pub(crate) fn slot_by(&self, months: f64) -> u16 {
        let after = self.slots.partition_point(|it| it.months <= months + 1e-9);
        after.saturating_sub(1) as u16
    }
}

/// More people of each role than the work at the horizon needs, at the means of what is not known.
fn needed_at_most(scenario: &Scenario) -> Vec<u32> {
    let inputs = Inputs::mean(scenario);
    let load = OfferedLoad::of(scenario);
    let last = scenario.timeline.horizon_time().day().saturating_sub(1);
    let busy = busy_people(scenario, &load, &inputs, last);
    let each = scenario.roles.iter().zip(busy).map(|(role, busy)| {
        let people = busy / availability(scenario, role, &inputs) / FILLS;
        let more = (people.ceil() - f64::from(role.headcount)).max(0.0);
        // Not a number where nobody is ever there.
        (more as u32).clamp(MOST, EVER)
    });
    each.collect()
}

fn opening(scenario: &Scenario, role: RoleId, most: u32) -> Opening {
    let facts = &scenario.roles[role.index()];
    let inputs = Inputs::mean(scenario);
    let (mean, sure) = days_to_fill(facts, &inputs);
    let (pay, ramp) = (Pay::of(facts, &inputs), facts.ramp.months.value(&inputs));
    Opening {
        role,
        most: most.min(EVER),
        days_to_fill: sure,
        mean_days_to_fill: mean,
        ramp,
        slots: slots(scenario, role, sure, &pay),
        pay,
        last: (scenario.timeline.months() as f64 - in_months(mean) - ramp - USEFUL).max(0.0),
        outlook: None,
    }
}

fn slots(scenario: &Scenario, role: RoleId, days: f64, pay: &Pay) -> Vec<Slot> {
    let timeline = &scenario.timeline;
    let calendar = &scenario.calendars[scenario.roles[role.index()].calendar.index()];
    let months = timeline.months();
    let earliest = after(timeline, days);
    let of_months = (0..months).filter_map(|month| date_at(timeline, month as f64));
    let later = of_months.filter(|&date| date > earliest);
    let mut slots: Vec<Slot> = Vec::with_capacity(months);
    for date in std::iter::once(earliest).chain(later) {
        let date = working_day_from(timeline, calendar, date);
        let at = months_at(timeline, date);
        let last = slots.last().map(|it| it.date);
        if at >= months as f64 || last.is_some_and(|last| date <= last) {
            continue;
        }
        let person = Employment { joined: Some(date), left: None };
        slots.push(Slot { date, months: at, cost: pay.costs(person, timeline).iter().sum() });
    }
    slots
}

fn after(timeline: &Timeline, days: f64) -> Date {
    timeline.start().saturating_add((days.ceil().min(1e6) as i64).days())
}

/// The first day of somebody who is asked for at the start, in nine of ten searches.
pub(crate) fn earliest_start(scenario: &Scenario, role: RoleId) -> Date {
    let facts = &scenario.roles[role.index()];
    let (_, sure) = days_to_fill(facts, &Inputs::mean(scenario));
    let calendar = &scenario.calendars[facts.calendar.index()];
    working_day_from(&scenario.timeline, calendar, after(&scenario.timeline, sure))
}

/// The last day on which a vacancy can be opened so that in nine of ten searches somebody is there by a date.
pub(crate) fn open_by(scenario: &Scenario, role: RoleId, there: Date) -> Date {
    let (_, sure) = days_to_fill(&scenario.roles[role.index()], &Inputs::mean(scenario));
    there.saturating_sub((sure.ceil() as i64).days())
}

/// The mean and the 90th percentile of the days from request to first day.
fn days_to_fill(role: &Role, inputs: &Inputs) -> (f64, f64) {
    let sampler = Sampler::new(&role.time_to_fill.shape, role.time_to_fill.mean.value(inputs));
    let mut chance = Chance::keyed(&[name_key("days to fill")]);
    let mut days: Vec<f64> = (0..2000).map(|_| sampler.draw(&mut chance) / 86_400.0).collect();
    let sure = crate::statistics::quantile_of(&mut days, SURE_TO_COME);
    (sampler.mean() / 86_400.0, sure)
}

/// Days as months.
pub(crate) fn in_months(days: f64) -> f64 {
    days / DAYS_A_MONTH
}
