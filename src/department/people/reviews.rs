//! Reviews: the days on which hiring rules look at what was counted and ask for people.

use super::hiring_rule::{Asked, asked};
use super::observed::Vacancy;
use super::outlook::days_of;
use crate::department::event::{Event, Terms};
use crate::department::observer::{Observer, Review};
use crate::department::{Department, Future};
use crate::ids::RoleId;
use crate::random::{Chance, name_key};
use crate::scenario::Temporary;
use crate::time::{Elapsed, SimTime};

/// What the chance of filling a permanent position is called.
const VACANCY: &str = "vacancy";
/// The same of one for a time.
const TEMPORARY: &str = "temporary";

impl<O: Observer> Department<'_, O> {
    /// Every rule opens its first vacancies on the first counted day.
    pub(super) fn start_rules(&mut self, future: &mut Future) {
        let start = self.scenario.timeline.start_time();
        for rule in 0..self.scenario.hiring_rules.len() as u32 {
            future.schedule(start, Event::Review { rule, number: 0 });
        }
    }

    /// A rule looks at what was counted; its first review is the start, when nothing was.
    pub(crate) fn review(&mut self, rule: u32, number: u32, future: &mut Future) {
        let (scenario, layout, now) = (self.scenario, self.layout, future.now());
        let (position, rule) = (rule as usize, &scenario.hiring_rules[rule as usize]);
        let outlook = &layout.outlooks[position];
        let mut seen = std::mem::take(&mut self.seen);
        let before = self.asked_by_rule[position];
        if let Some(observed) = self.observed(rule, before, now, &mut seen) {
            let mut asked = asked(&observed, outlook, rule);
            if number == 0 {
                asked = Asked { permanent: rule.now, temporary: 0, ..asked };
            }
            self.asked_by_rule[position] += asked.permanent;
            self.observers.reviewed(Review {
                role: rule.role,
                at: now,
                number,
                finished: observed.finished,
                measured: observed.hours,
                effort: asked.effort,
                arrivals: asked.arrivals,
                backlog: observed.backlog,
                people: observed.people() + asked.permanent,
                load: asked.load,
                asked: asked.permanent,
                temporary: asked.temporary,
            });
            self.open_vacancies(rule.role, asked.permanent, future);
            if let Some(terms) = &rule.temporary {
                self.take_on_helpers(position, terms, &asked, future);
            }
        }
        self.seen = seen;
        let next = rule.first + f64::from(number) * rule.review;
        if next <= outlook.last
            && let Some(at) = self.moment_of_month(next)
        {
            let event = Event::Review { rule: position as u32, number: number + 1 };
            future.schedule(at.max(now), event);
        }
    }

    /// So many months after the start; nothing at the horizon or later.
    fn moment_of_month(&self, month: f64) -> Option<SimTime> {
        let timeline = &self.scenario.timeline;
        let first = timeline.slot_start((month as usize).min(timeline.months()) + 1);
        let at = first + Elapsed::from_days(days_of(month.fract()) as i64);
        (at < timeline.horizon_time()).then_some(at)
    }

    /// Opens vacancies, each of which is filled by chance of its own: the second person asked for a
    /// role is found in the same time whatever the rule.
    fn open_vacancies(&mut self, role: RoleId, count: u32, future: &mut Future) {
        let now = future.now();
        let facts = &self.scenario.roles[role.index()];
        for _ in 0..count {
            let mut chance = self.chance_of_filling(role, VACANCY);
            let days = self.time_to_fill(&facts.time_to_fill, &mut chance);
            let (filled, terms) = (SimTime::midnight(now.day() + days), Terms::PERMANENT);
            future.schedule(filled, Event::Join { role, ramp: true, terms });
            self.expect(role, (now, now), filled);
        }
    }

    /// Takes on temporary people until the backlog should be gone.
    fn take_on_helpers(
        &mut self,
        rule: usize,
        temporary: &Temporary,
        asked: &Asked,
        future: &mut Future,
    ) {
        let (scenario, today) = (self.scenario, future.now().day());
        let role = scenario.hiring_rules[rule].role;
        let usual = &scenario.roles[role.index()].time_to_fill;
        let outlook = &self.layout.outlooks[rule];
        let leaves = (today + days_of(asked.temporary_months)) as u32;
        let terms = Terms { leaves, pay: scenario.pay_of_temporary(rule) };
        let expected = today + days_of(outlook.helper_fill);
        for _ in 0..asked.temporary {
            let mut chance = self.chance_of_filling(role, TEMPORARY);
            let fill = temporary.time_to_fill.as_ref().unwrap_or(usual);
            let first = today + self.time_to_fill(fill, &mut chance);
            // Whoever is found only when the contract would end is not taken on.
            if first < leaves as usize {
                let (filled, ramp) = (SimTime::midnight(first), temporary.ramp);
                future.schedule(filled, Event::Join { role, ramp, terms });
                let (opened, expected) = (future.now(), SimTime::midnight(expected));
                self.vacancies.push(Vacancy { role, opened, expected, filled, leaves });
            }
        }
    }

    /// The chance by which the next vacancy of a role is filled, for good or for a time.
    fn chance_of_filling(&mut self, role: RoleId, kind: &str) -> Chance {
        let number = match kind {
            VACANCY => &mut self.opened[role.index()].0,
            _ => &mut self.opened[role.index()].1,
        };
        *number += 1;
        Chance::keyed(&[self.key, self.role_keys[role.index()], name_key(kind), *number])
    }

    /// Remembers, where a rule wants to know, that somebody is on the way: asked for at a moment, and
    /// counted from another one on.
    pub(super) fn expect(
        &mut self,
        role: RoleId,
        (asked, opened): (SimTime, SimTime),
        filled: SimTime,
    ) {
        let rules = self.scenario.hiring_rules.iter();
        let rule = rules.enumerate().find(|it| it.1.role == role);
        if let Some((position, _)) = rule {
            let days = days_of(self.layout.outlooks[position].fill);
            let expected = asked + Elapsed::from_days(days as i64);
            let leaves = Terms::FOR_GOOD;
            self.vacancies.push(Vacancy { role, opened, expected, filled, leaves });
        }
    }
}
