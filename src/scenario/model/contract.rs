//! Contracts: what is agreed with a person where it is not what their role says.

use super::{PayOf, Quantity, Scenario, Skills};
use crate::ids::{CalendarId, RoleId};
use jiff::civil::Date;

/// Hours of a person's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OwnHours {
    /// When they work; `None`: at the role's hours.
    pub(crate) calendar: Option<CalendarId>,
    /// The share of full time that they are paid for; without a calendar of their own they work that
    /// part of each day.
    pub(crate) fte: f64,
}

/// Somebody who is not like the others of a role, from the start on or from a date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Person {
    /// When they work.
    pub(crate) hours: OwnHours,
    /// Effort done in an hour of work, when nothing else slows it.
    pub(crate) productivity: f64,
    /// What they can do, where it is not what the role says.
    pub(crate) skills: Option<Skills>,
    /// The last day of work, where it is known.
    pub(crate) until: Option<Date>,
    /// Gross pay a month, where it is not the role's for their share of full time.
    pub(crate) pay: Option<Quantity>,
    /// Dated holidays, first day and calendar days, where they are not as the role says.
    pub(crate) away: Option<Vec<(Date, u32)>>,
}

impl Person {
    /// Somebody who is like the others of the role.
    pub(crate) const LIKE_THE_OTHERS: Self = Self {
        hours: OwnHours::NONE,
        productivity: 1.0,
        skills: None,
        until: None,
        pay: None,
        away: None,
    };

    /// Whether they have not left before a day.
    pub(crate) fn stays_on(&self, date: Date) -> bool {
        self.until.is_none_or(|last| date <= last)
    }
}

impl OwnHours {
    /// Those of the role.
    pub(crate) const NONE: Self = Self { calendar: None, fte: 1.0 };

    /// Whether anything differs from the role's.
    pub(crate) fn differ(self) -> bool {
        self != Self::NONE
    }
}

impl Scenario {
    /// The contract of somebody of a role who is there at the start.
    pub(crate) fn pay_of_person(&self, role: RoleId, person: usize) -> PayOf {
        let before: usize = self.roles[..role.index()].iter().map(|it| it.people.len()).sum();
        PayOf::of_contract(self.first_person() + before + person)
    }

    /// After the contracts of hires and of temporary people.
    fn first_person(&self) -> usize {
        1 + self.hires.len() + self.hiring_rules.len()
    }

    /// Whose contract it is, of those who come on a date or are there at the start.
    pub(crate) fn person(&self, pay: PayOf) -> Option<&Person> {
        let contract = (pay.contract as usize).checked_sub(1)?;
        if let Some(hire) = self.hires.get(contract) {
            return Some(&hire.person);
        }
        let position = (pay.contract as usize).checked_sub(self.first_person())?;
        self.roles.iter().flat_map(|it| &it.people).nth(position)
    }

    /// The hours of a contract.
    pub(crate) fn hours_of(&self, pay: PayOf) -> OwnHours {
        self.person(pay).map_or(OwnHours::NONE, |it| it.hours)
    }

    /// When somebody of a role works.
    pub(crate) fn calendar_of(&self, role: RoleId, pay: PayOf) -> CalendarId {
        let first = self.hours_of(pay).calendar.unwrap_or(self.roles[role.index()].calendar);
        match pay.turn.checked_sub(1) {
            Some(turn) => self.turns_of(first).get(usize::from(turn)).copied().unwrap_or(first),
            None => first,
        }
    }

    /// The calendars by which people of a role work, the role's own first.
    pub fn calendars_of(&self, role: RoleId) -> Vec<CalendarId> {
        let own = &self.roles[role.index()];
        let hires = self.hires.iter().filter(|it| it.role == role).map(|it| it.person.hours);
        let others = own.people.iter().map(|it| it.hours).chain(hires).filter_map(|it| it.calendar);
        let mut all: Vec<CalendarId> = Vec::new();
        for first in std::iter::once(own.calendar).chain(others) {
            let turns = self.turns_of(first);
            let turns = if turns.is_empty() { &[first][..] } else { turns };
            all.extend(turns.iter().filter(|it| !all.contains(it)).copied().collect::<Vec<_>>());
        }
        all
    }

    /// Whether anybody of a role has hours of their own.
    pub(crate) fn has_own_hours(&self, role: RoleId) -> bool {
        self.calendars_of(role).len() > 1
            || self.roles[role.index()].people.iter().any(|it| it.hours.differ())
    }

    /// The part of a full-time person's hours of a role that somebody works.
    pub(crate) fn part_of_full_time(&self, role: RoleId, hours: OwnHours) -> f64 {
        let yearly = |it: CalendarId| self.calendars[it.index()].yearly().hours();
        hours.calendar.map_or(1.0, |it| yearly(it) / yearly(self.roles[role.index()].calendar))
    }

    /// Part-time people without a calendar of their own get one of shorter days.
    pub(crate) fn shorten_part_time(&mut self) {
        for role in 0..self.roles.len() {
            let usual = self.roles[role].calendar;
            for person in 0..self.roles[role].people.len() {
                let hours = self.roles[role].people[person].hours;
                self.roles[role].people[person].hours = self.with_shorter_days(usual, hours);
            }
        }
        for hire in 0..self.hires.len() {
            let usual = self.roles[self.hires[hire].role.index()].calendar;
            let hours = self.hires[hire].person.hours;
            self.hires[hire].person.hours = self.with_shorter_days(usual, hours);
        }
    }

    fn with_shorter_days(&mut self, usual: CalendarId, hours: OwnHours) -> OwnHours {
        if hours.calendar.is_some() || hours.fte >= 1.0 {
            return hours;
        }
        let turns = match self.turns_of(usual) {
            [] => vec![usual],
            turns => turns.to_vec(),
        };
        let calendar = self.calendars_like(turns.len(), |scenario, turn| {
            scenario.calendars[turns[turn].index()].shortened(hours.fte)
        });
        OwnHours { calendar: Some(calendar), ..hours }
    }
}
