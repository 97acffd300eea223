//! Observed: all that a hiring rule sees of a department, and how it is counted.
//!
//! It is what anybody could count for themselves on the day of the review: finished pieces and the
//! hours booked on them, what came, what waits, who is there and who is on the way. No drawn input,
//! no effort of unfinished work and no future absence is among it.

use super::agent::Agent;
use super::outlook::in_months;
use crate::department::Department;
use crate::department::event::Terms;
use crate::department::observer::Observer;
use crate::ids::RoleId;
use crate::scenario::HiringRule;
use crate::time::SimTime;

/// What was counted is looked at over so many months.
pub(crate) const WINDOW_MONTHS: usize = 6;

/// What was counted of a role by a review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Observed<'a> {
    /// Months since the start.
    pub(crate) month: f64,
    /// How many of the last months were looked at: half a year, or all since the start.
    pub(crate) window_months: f64,
    /// Working hours of that time.
    pub(crate) window_hours: f64,
    /// Pieces of work that came in that time.
    pub(crate) arrived: u32,
    /// Pieces that people who are fully productive finished in that time.
    pub(crate) finished: u32,
    /// Hours that people worked on these.
    pub(crate) hours: f64,
    /// Pieces that wait or are in hand.
    pub(crate) backlog: u32,
    /// The share of their time that people spend on duties of their own.
    pub(crate) duties: f64,
    /// People who are fully productive.
    pub(crate) settled: u32,
    /// Others: months from now until the first day of each, less than 0 for those who are there.
    pub(crate) newcomers: &'a [f64],
    /// People for a time: months from now until the first day of each, and the first day without.
    pub(crate) helpers: &'a [(f64, f64)],
    /// Permanent people the rule has asked for before.
    pub(crate) asked: u32,
}

impl Observed<'_> {
    /// Everybody who is there or on the way for good.
    pub(crate) fn people(&self) -> u32 {
        self.settled + self.newcomers.len() as u32
    }
}

/// Memory of the people that a review looks at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    newcomers: Vec<f64>,
    helpers: Vec<(f64, f64)>,
}

/// Somebody who was asked for and is on the way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vacancy {
    /// The role.
    pub(crate) role: RoleId,
    /// Since when it is known.
    pub(crate) opened: SimTime,
    /// When it is likely to be filled: what anybody would expect.
    pub(crate) expected: SimTime,
    /// When it is filled: looked at only to see whether it is still open.
    pub(crate) filled: SimTime,
    /// The first day without work, where it is for a time.
    pub(crate) leaves: u32,
}

impl<O: Observer> Department<'_, O> {
    /// What is seen of a rule's role now; `seen` is memory.
    pub(super) fn observed<'a>(
        &mut self,
        rule: &HiringRule,
        asked: u32,
        now: SimTime,
        seen: &'a mut Seen,
    ) -> Option<Observed<'a>> {
        self.catch_up_everywhere(now);
        let role = rule.role;
        let timeline = &self.scenario.timeline;
        let calendar = self.calendar(self.role_calendar(role));
        let counts = self.observers.dashboard.as_ref()?.pieces.as_ref()?;
        let window = timeline.slot(now).saturating_sub(WINDOW_MONTHS).max(1);
        let counted = counts.since(role, window);
        let (start, since) = (timeline.start_time(), timeline.slot_start(window));
        let there = self.available_since(role, since, now);
        let mut settled = 0;
        seen.newcomers.clear();
        seen.helpers.clear();
        for agent in self.team(role).members.iter().map(|it| &self.agents[it.index()]) {
            let since = -in_months(now - agent.joined);
            match agent.terms.leaves {
                Terms::FOR_GOOD if agent.ramp_end <= now => settled += 1,
                Terms::FOR_GOOD => seen.newcomers.push(since),
                day => seen.helpers.push((since, in_months(SimTime::midnight(day as usize) - now))),
            }
        }
        for (first, leaves) in self.on_the_way(role, now) {
            match leaves {
                Terms::FOR_GOOD => seen.newcomers.push(first),
                day => seen.helpers.push((first, in_months(SimTime::midnight(day as usize) - now))),
            }
        }
        Some(Observed {
            month: in_months(now - start),
            window_months: in_months(now - since),
            window_hours: calendar.between(since, now).hours(),
            arrived: counted.arrived,
            finished: counted.finished,
            hours: counted.hours.hours(),
            backlog: self.pieces_open(role),
            duties: if there > 0.0 { counted.duties.hours() / there } else { 0.0 },
            settled,
            newcomers: &seen.newcomers,
            helpers: &seen.helpers,
            asked,
        })
    }

    /// Months until the first day of everybody who is on the way, and the first day without.
    fn on_the_way(&self, role: RoleId, now: SimTime) -> impl Iterator<Item = (f64, u32)> + '_ {
        let open = self.vacancies.iter();
        let open = open.filter(move |it| it.role == role && it.opened <= now && now < it.filled);
        let asked = open.map(move |it| (in_months(it.expected.max(now) - now), it.leaves));
        let timeline = &self.scenario.timeline;
        let dated = self.scenario.hires.iter().filter(move |it| it.role == role);
        let dated = dated.flat_map(move |hire| {
            let first = SimTime::midnight(timeline.day_of(hire.start).unwrap_or(0));
            let last = hire.person.until.and_then(|it| timeline.day_of(it));
            let leaves = last.map_or(Terms::FOR_GOOD, |it| it as u32 + 1);
            let count = if first > now { hire.count } else { 0 };
            (0..count).map(move |_| (in_months(first - now), leaves))
        });
        asked.chain(dated)
    }

    /// Pieces of a role that wait or are in hand.
    fn pieces_open(&self, role: RoleId) -> u32 {
        let own = self.layout.points_of[role.index()].own.iter();
        let waiting = own.map(|&point| {
            let queues = &self.points[point as usize];
            let waiting = queues.ready.len() + queues.appointed.len();
            libm::round(waiting as f64 * self.part_of(role, point)) as usize
        });
        let members = self.team(role).members.iter().map(|it| &self.agents[it.index()]);
        let begun = members.flat_map(Agent::begun).filter(|&it| self.owner_of(it).is_none());
        (waiting.sum::<usize>() + begun.count()) as u32
    }
}
