//! Openings: when the hours of people begin who are waited for, of whom work may be wanted then.

use crate::department::event::Event;
use crate::department::observer::Observer;
use crate::department::people::NextHours;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{CalendarId, RoleId};
use crate::time::SimTime;

impl<'s, O: Observer> Department<'s, O> {
    /// Whoever is busy picks up what waits, and whoever is not at work now when their hours begin.
    pub(super) fn await_openings(&mut self, point: u32, now: ClockReading, future: &mut Future) {
        if !self.is_staffed(point) {
            return self.need_opening(point, now, future);
        }
        self.each_present(point, |it, role| {
            if it.next_hours(role, now).some_off {
                it.schedule_opening(role, now, future);
            }
        });
    }

    /// Something at a queue point waits for an opening of whoever would do it.
    pub(crate) fn need_opening(&mut self, point: u32, now: ClockReading, future: &mut Future) {
        if self.is_staffed(point) {
            return self.each_present(point, |it, role| it.schedule_opening(role, now, future));
        }
        let point = &self.layout.points[point as usize];
        for &role in &point.stand_in {
            self.schedule_opening(role, now, future);
        }
    }

    /// The same for somebody who has just come or gone: while the calendar is open, at once.
    pub(crate) fn need_opening_from(&mut self, point: u32, now: ClockReading, future: &mut Future) {
        if self.is_staffed(point) {
            return self
                .each_present(point, |it, role| it.schedule_opening_from(role, now, future));
        }
        let point = &self.layout.points[point as usize];
        for &role in &point.stand_in {
            self.schedule_opening_from(role, now, future);
        }
    }

    /// Makes sure that a role takes up work as soon as its calendar is open, now included.
    pub(crate) fn schedule_opening_from(
        &mut self,
        role: RoleId,
        now: ClockReading,
        future: &mut Future,
    ) {
        let calendars = self.calendars_of(role).iter();
        let first = calendars.map(|it| self.calendar(*it).next_open(now.at)).min();
        self.schedule_opening_at(role, first.unwrap_or(SimTime::NEVER), future);
    }

    /// Makes sure that a role's next opening is an event.
    pub(crate) fn schedule_opening(
        &mut self,
        role: RoleId,
        now: ClockReading,
        future: &mut Future,
    ) {
        let at = self.next_hours(role, now).begin;
        self.schedule_opening_at(role, at, future);
    }

    /// When the hours of people of a role begin next.
    #[inline]
    fn next_hours(&mut self, role: RoleId, now: ClockReading) -> NextHours {
        let known = self.team(role).next_hours;
        if now.at < known.until { known } else { self.look_up_next_hours(role, now) }
    }

    #[inline(never)]
    fn look_up_next_hours(&mut self, role: RoleId, now: ClockReading) -> NextHours {
        let (begin, until, some_off) = (SimTime::NEVER, SimTime::NEVER, false);
        let mut found = NextHours { begin, until, some_off };
        for &id in self.calendars_of(role) {
            match self.clock(id).shut_until(now.at) {
                Some(begin) => {
                    found.begin = found.begin.min(begin);
                    found.until = found.until.min(begin);
                    found.some_off = true;
                }
                None => {
                    // The end of the night; nobody of this calendar begins before it.
                    let calendar = self.calendar(id);
                    let morning = calendar.day_start(calendar.day_of(now.at) + 1);
                    if morning < found.begin {
                        found.begin = found.begin.min(calendar.next_open(morning));
                    }
                    found.until = found.until.min(self.now(now.at, id).closes);
                }
            }
        }
        self.teams[role.index()].next_hours = found;
        found
    }

    /// The calendars by which people of a role work.
    pub(crate) fn calendars_of(&self, role: RoleId) -> &'s [CalendarId] {
        let scenario = self.scenario;
        match &self.layout.shifts[role.index()][..] {
            [] => std::slice::from_ref(&scenario.roles[role.index()].calendar),
            shifts => shifts,
        }
    }

    fn schedule_opening_at(&mut self, role: RoleId, at: SimTime, future: &mut Future) {
        let team = &mut self.teams[role.index()];
        if at < SimTime::NEVER && team.opening.is_none_or(|pending| at < pending) {
            team.opening = Some(at);
            future.schedule(at, Event::Opening { role });
        }
    }
}
