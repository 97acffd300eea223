//! Rotas: people of a role who take turns, and hours that change on a date.

use super::{OwnHours, PayOf, Person, Scenario};
use crate::calendar::WorkingTime;
use crate::ids::{CalendarId, RoleId};
use jiff::civil::Date;

/// People of a role work at other hours from a date on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OtherHours {
    pub(crate) role: RoleId,
    /// When they work then.
    pub(crate) calendar: CalendarId,
    /// The first day.
    pub(crate) from: Date,
    /// How many of those of the start, the last of them; `None`: everybody with the role's hours.
    pub(crate) people: Option<u32>,
}

impl Scenario {
    /// The calendars of those who take turns, by that of the first; empty where nobody does.
    pub(crate) fn turns_of(&self, calendar: CalendarId) -> &[CalendarId] {
        self.rotas.iter().find(|it| it[0] == calendar).map_or(&[], |it| it)
    }

    /// The terms of somebody of a role with a turn, where its people take turns: the one they have, else
    /// by how many have joined before.
    pub(crate) fn with_turn(&self, role: RoleId, pay: PayOf, ordinal: u32) -> PayOf {
        let turns = self.turns_of(self.calendar_of(role, PayOf { turn: 0, ..pay })).len();
        match turns {
            0 => PayOf { turn: 0, ..pay },
            _ if pay.turn > 0 => pay,
            turns => PayOf { turn: (ordinal as usize % turns + 1) as u16, ..pay },
        }
    }

    /// Makes calendars of others, each turn of a rota by itself; returns the first.
    pub(super) fn calendars_like(
        &mut self,
        turns: usize,
        of: impl Fn(&Self, usize) -> WorkingTime,
    ) -> CalendarId {
        let mut own: Vec<CalendarId> = Vec::with_capacity(turns);
        for turn in 0..turns {
            let made = of(self, turn);
            // Of a rota even equal calendars are different turns.
            let known = (turns == 1).then(|| self.calendars.iter().position(|it| *it == made));
            own.push(CalendarId::new(known.flatten().unwrap_or_else(|| {
                self.calendars.push(made);
                self.calendars.len() - 1
            })));
        }
        let first = own[0];
        if turns > 1 {
            self.rotas.push(own);
        }
        first
    }

    /// People of a role work at other hours from a date on. Clocks of service levels stay as they are.
    pub(crate) fn change_hours(&mut self, it: &OtherHours) {
        let Some(day) = self.timeline.day_of(it.from) else { return };
        let role = it.role.index();
        match it.people {
            None => {
                let old = self.roles[role].calendar;
                self.roles[role].calendar = self.until(old, day, it.calendar);
            }
            Some(count) => {
                let all = self.roles[role].headcount as usize;
                let people = &mut self.roles[role].people;
                people.resize(people.len().max(all), Person::LIKE_THE_OTHERS);
                for person in all.saturating_sub(count as usize)..all {
                    let hours = self.roles[role].people[person].hours;
                    let old = hours.calendar.unwrap_or(self.roles[role].calendar);
                    let calendar = Some(self.until(old, day, it.calendar));
                    self.roles[role].people[person].hours = OwnHours { calendar, ..hours };
                }
            }
        }
    }

    fn until(&mut self, old: CalendarId, day: usize, new: CalendarId) -> CalendarId {
        let turns = |it: CalendarId| match self.turns_of(it) {
            [] => vec![it],
            turns => turns.to_vec(),
        };
        let (before, after) = (turns(old), turns(new));
        // As many as there are pairs, one after another.
        let pairs = before.len() * after.len() / greatest_divisor(before.len(), after.len());
        self.calendars_like(pairs, |scenario, turn| {
            let [before, after] = [before[turn % before.len()], after[turn % after.len()]];
            let calendars = &scenario.calendars;
            calendars[before.index()].until(day, &calendars[after.index()])
        })
    }
}

/// Euclid's.
fn greatest_divisor(one: usize, other: usize) -> usize {
    if other == 0 { one } else { greatest_divisor(other, one % other) }
}
