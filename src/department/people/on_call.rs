//! On call: outside their hours one of a role's people begins what interrupts and nobody takes.
//!
//! Whoever is on call is so for a week, in the order of joining; somebody who is away, or cannot do the
//! work, is passed over.
//! They begin some time after they are called and go on until it is done, whatever the clock says. A
//! break within the working day is no time to call anybody.

use crate::department::event::Event;
use crate::department::observer::Observer;
use crate::department::people::{Activity, Agent};
use crate::department::queue::by_calendar;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, RoleId};
use crate::time::{Elapsed, SimTime};

/// Days in the turn of whoever is on call.
const A_TURN: usize = 7;
/// A desk whose day has not ended after so many of its shifts has nobody on call.
const SHIFTS: usize = 16;

impl<O: Observer> Department<'_, O> {
    /// Work that interrupts waits at a queue point: whoever is on call is called, at once or when the
    /// working day is over.
    #[cold]
    pub(crate) fn call_for(&mut self, point: u32, now: ClockReading, future: &mut Future) {
        let layout = self.layout;
        for role in layout.points[point as usize].members() {
            self.call_after(role, now.at, future);
        }
    }

    fn call_after(&mut self, role: RoleId, from: SimTime, future: &mut Future) {
        let Some(on_call) = self.scenario.roles[role.index()].on_call else { return };
        let Some(over) = self.day_over(role, from) else { return };
        future.schedule(over + Elapsed::from_seconds(on_call.start), Event::Call { role });
    }

    /// The first moment from one on at which the working day of all of a role is over; never where one
    /// shift follows the other.
    fn day_over(&self, role: RoleId, from: SimTime) -> Option<SimTime> {
        let calendars = self.calendars_of(role);
        let mut at = from;
        for _ in 0..SHIFTS {
            let closing = calendars.iter().find_map(|it| {
                let calendar = self.calendar(*it);
                let day = calendar.day_of(at);
                let (opening, closing) = (calendar.opening(day)?, calendar.closing(day)?);
                (opening <= at && at < closing).then_some(closing)
            });
            match closing {
                Some(closing) => at = closing,
                None => return Some(at),
            }
        }
        None
    }

    /// The time to begin has come, if something still waits and nobody is at work.
    pub(crate) fn call(&mut self, role: RoleId, future: &mut Future) {
        let at = future.now();
        let Some((point, level)) = self.waits_for_call(role) else { return };
        if self.day_over(role, at) != Some(at) {
            return self.call_after(role, at, future);
        }
        let Some(agent) = self.on_call_now(role, point, at) else {
            return self.call_when_done(role, at, future);
        };
        let now = self.now(at, self.agents[agent.index()].calendar);
        let Some(waiting) = self.points[point as usize].ready.pop(level) else { return };
        match self.agents[agent.index()].activity {
            // What was left over from the day stays with its agent.
            Activity::Working => self.interrupt(agent, now),
            _ => self.leave_idle(agent),
        }
        self.start(agent, waiting.item, None, now, future);
        let it = &mut self.agents[agent.index()];
        let duration = it.finish_worked - it.started_worked;
        let done = at + Elapsed::from_ticks(duration.ticks());
        it.past_closing = true;
        it.started_worked = by_calendar(at);
        it.finish_worked = it.started_worked + duration;
        future.set_timer(agent.index(), done);
        self.observers.called(role, at);
        // What waits besides is done by the same person afterwards.
        if self.waits_for_call(role).is_some() {
            future.schedule(done, Event::Call { role });
        }
    }

    /// Whoever is on a call goes on with what has come meanwhile.
    fn call_when_done(&mut self, role: RoleId, at: SimTime, future: &mut Future) {
        let members = self.team(role).members.iter().map(|it| &self.agents[it.index()]);
        let works = |it: &&Agent| matches!(it.activity, Activity::Working | Activity::Chatting);
        let on_a_call = members.filter(|it| works(it) && it.past_closing);
        let done = on_a_call.map(|it| SimTime::from_ticks(it.finish_worked.ticks())).min();
        if let Some(done) = done.filter(|it| *it > at) {
            future.schedule(done, Event::Call { role });
        }
    }

    /// The queue point and the level of the most urgent work that interrupts and waits for a role;
    /// what asks for a skill only where somebody is there who has it.
    fn waits_for_call(&self, role: RoleId) -> Option<(u32, u8)> {
        let points = self.layout.points_of[role.index()].own.iter();
        let first = points.filter_map(|&point| {
            let levels = self.points[point as usize].ready.waiting & self.layout.interrupting;
            let skill = self.layout.points[point as usize].skill;
            let is_theirs = || skill.is_none() || self.in_turn(role, point, 0).is_some();
            (levels != 0 && is_theirs()).then(|| (levels.trailing_zeros() as u8, point))
        });
        first.min().map(|(level, point)| (point, level))
    }

    /// Whose turn it is of those of a role who are there and can do the work of a queue point.
    fn in_turn(&self, role: RoleId, point: u32, turn: usize) -> Option<AgentId> {
        let members = &self.team(role).members;
        let mut in_turn = (0..members.len()).map(|it| members[(turn + it) % members.len()]);
        in_turn.find(|&it| self.agents[it.index()].is_present() && self.can_do(it, point))
    }

    /// Who of a role is on call: in turns of a week; nobody while that person is on a call.
    fn on_call_now(&self, role: RoleId, point: u32, at: SimTime) -> Option<AgentId> {
        let agent = self.in_turn(role, point, at.day() / A_TURN)?;
        let it = &self.agents[agent.index()];
        let is_free = match it.activity {
            Activity::Idle => true,
            Activity::Working => it.interruptible && !it.past_closing,
            Activity::Chatting | Activity::Assisting(_) | Activity::Away => false,
        };
        is_free.then_some(agent)
    }
}
