//! Appointments, work that must fit into one day and joint work, and what the start of a day begins.

use super::choice::LOOK_AHEAD;
use crate::department::layout::QueuePoint;
use crate::department::observer::Observer;
use crate::department::people::Activity;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, RoleId};
use crate::time::{Effort, SimTime};

impl<O: Observer> Department<'_, O> {
    /// Whether an agent who is free may begin an appointment now; for joint work, with whom.
    pub(crate) fn can_begin(
        &self,
        agent: AgentId,
        item: u32,
        now: ClockReading,
    ) -> Option<Option<AgentId>> {
        let duration = self.duration(agent, item, now);
        if !self.fits(agent, duration, now) {
            return None;
        }
        let Some(role) = self.layout.tasks[self.task_of(item)].together_with else {
            return Some(None);
        };
        let partner = self.idle_at_work(role, None, now)?;
        self.fits_both(agent, partner, duration, now).then_some(Some(partner))
    }

    /// Whether work that fits into an agent's day fits into another's, too, and both would be done
    /// with it at the same moment: nobody is held while the other has a break.
    fn fits_both(
        &self,
        agent: AgentId,
        partner: AgentId,
        duration: Effort,
        now: ClockReading,
    ) -> bool {
        let done = |it: AgentId| {
            let calendar = self.agents[it.index()].calendar;
            self.clocks.done(now, calendar, duration)
        };
        partner != agent && self.fits(partner, duration, now) && done(agent) == done(partner)
    }

    /// Whether so much work fits into what is left of an agent's day.
    pub(super) fn fits(&self, agent: AgentId, duration: Effort, now: ClockReading) -> bool {
        let id = self.agents[agent.index()].calendar;
        if !self.is_open_now(now, id) {
            return false;
        }
        let calendar = self.calendar(id);
        let day = calendar.day_of(now.at);
        let left = calendar.worked_before_day(day + 1) - self.worked(now, id);
        // Longer than any day: begin in the morning of a full day, go on the next.
        let whole_day = || left == calendar.day_work(day) && left >= calendar.regular_day();
        duration <= left || whole_day()
    }

    /// Tries to begin an appointment now, taking agents from less urgent work if `by_force`.
    /// Returns whether it began.
    pub(crate) fn appoint(
        &mut self,
        item: u32,
        by_force: bool,
        now: ClockReading,
        future: &mut Future,
    ) -> bool {
        let task = &self.layout.tasks[self.task_of(item)];
        let (point, together_with) = (task.point, task.together_with);
        let priority = task.stream.priority;
        let Some(agent) = self.somebody_at(point, item, priority, by_force, now) else {
            return false;
        };
        let mut partner = None;
        if let Some(role) = together_with {
            let idle = self.idle_at_work(role, None, now);
            let duration = self.duration(agent, item, now);
            let fits =
                |department: &Self, it: AgentId| department.fits_both(agent, it, duration, now);
            partner = idle.filter(|&it| fits(self, it));
            if partner.is_none() && by_force {
                let busy = self.victim_of(role, None, priority, false, now);
                partner = busy.filter(|&it| fits(self, it));
            }
            if partner.is_none() {
                return false;
            }
        }
        for taken in [Some(agent), partner].into_iter().flatten() {
            if self.agents[taken.index()].activity == Activity::Idle {
                self.leave_idle(taken);
            } else {
                self.interrupt(taken, now);
                future.set_timer(taken.index(), SimTime::NEVER);
            }
        }
        self.start(agent, item, partner, now, future);
        true
    }

    fn somebody_at(
        &mut self,
        point: u32,
        item: u32,
        priority: u8,
        by_force: bool,
        now: ClockReading,
    ) -> Option<AgentId> {
        let layout = self.layout;
        let QueuePoint { role, pool, skill, stand_in, .. } = &layout.points[point as usize];
        let candidates = match (self.is_staffed(point), pool.is_empty()) {
            (true, true) => std::slice::from_ref(role),
            (true, false) => {
                return self.somebody_in_pool(point, item, (priority, by_force), now);
            }
            (false, _) => stand_in,
        };
        candidates.iter().find_map(|&role| {
            let idle = self.idle_at_work(role, *skill, now);
            let fits = |department: &Self, it: AgentId| {
                department.fits(it, department.duration(it, item, now), now)
            };
            let idle = idle.filter(|&it| fits(self, it));
            if idle.is_some() || !by_force {
                return idle;
            }
            let busy = self.victim_of(role, *skill, priority, false, now);
            busy.filter(|&it| fits(self, it))
        })
    }

    /// A role's day begins (or goes on), and something waits for it.
    pub(crate) fn opening(&mut self, role: RoleId, future: &mut Future) {
        self.teams[role.index()].opening = None;
        let now = self.now(future.now(), self.role_calendar(role));
        self.begin_appointments(role, now, future);
        self.begin_joint_work(role, true, now, future);
        let mut idle = std::mem::take(&mut self.scratch);
        idle.clear();
        idle.extend(self.team(role).idle.iter());
        idle.extend(&self.team(role).idle_newcomers);
        let joint = !self.layout.points_of[role.index()].joint.is_empty();
        for &agent in &idle {
            let may_begin = joint || self.anything_waits_for(agent);
            if !may_begin || self.agents[agent.index()].activity != Activity::Idle {
                continue;
            }
            let since = self.agents[agent.index()].idle_since;
            self.leave_idle(agent);
            if !self.take_next(agent, now, future) {
                // Looking for work in vain does not make anybody less idle.
                self.stay_idle(agent, since);
            }
        }
        self.scratch = idle;
        if self.layout.side_by_side {
            self.share_out_chats(role, now, future);
        }
        self.begin_interrupting(role, now, future);
        if self
            .points_in_reach(role)
            .any(|point| self.points[point as usize].appointed.waiting != 0)
        {
            self.schedule_opening(role, now, future);
        }
    }

    /// The queue points a role works for now: its own, and those it stands in for while nobody is
    /// there.
    fn points_in_reach(&self, role: RoleId) -> impl Iterator<Item = u32> + '_ {
        let of_role = &self.layout.points_of[role.index()];
        let (own, others) = (&of_role.own, &of_role.covered);
        let uncovered = |point: &u32| !self.is_staffed(*point);
        own.iter()
            .copied()
            .chain(others.iter().copied().filter(uncovered))
            .chain(self.layout.points_of[role.index()].joint.iter().copied())
    }

    /// Appointments go first, before work that was left over from the evening before.
    fn begin_appointments(&mut self, role: RoleId, now: ClockReading, future: &mut Future) {
        for level in 0..self.layout.levels.len() as u8 {
            for reach in 0..2 {
                let of_role = &self.layout.points_of[role.index()];
                let (own, others) = (&of_role.own, &of_role.covered);
                for &point in if reach == 0 { own } else { others } {
                    if reach == 1 && self.is_staffed(point) {
                        continue;
                    }
                    self.begin_at(point, level, true, now, future);
                }
            }
        }
    }

    /// Begins what can be begun of one level of a queue point's appointments.
    fn begin_at(
        &mut self,
        point: u32,
        level: u8,
        by_force: bool,
        now: ClockReading,
        future: &mut Future,
    ) {
        let mut position = 0;
        while position < LOOK_AHEAD {
            let queue = &self.points[point as usize].appointed;
            let Some(waiting) = queue.nth(level, position) else {
                break;
            };
            if self.appoint(waiting.item, by_force, now, future) {
                self.points[point as usize].appointed.take(level, position);
            } else {
                position += 1;
            }
        }
    }

    /// Joint work of other roles that somebody of this role must be there for.
    pub(crate) fn begin_joint_work(
        &mut self,
        role: RoleId,
        by_force: bool,
        now: ClockReading,
        future: &mut Future,
    ) {
        let layout = self.layout;
        for &point in &layout.points_of[role.index()].joint {
            let mut levels = self.points[point as usize].appointed.waiting;
            while levels != 0 {
                let level = levels.trailing_zeros() as u8;
                levels &= levels - 1;
                self.begin_at(point, level, by_force, now, future);
            }
        }
    }

    /// Work that came while the calendar was closed and may interrupt does so now.
    fn begin_interrupting(&mut self, role: RoleId, now: ClockReading, future: &mut Future) {
        let layout = self.layout;
        let of_role = &layout.points_of[role.index()];
        let (own, others) = (&of_role.own, &of_role.covered);
        let stood_in_for = own.len();
        for (position, &point) in own.iter().chain(others).enumerate() {
            if position >= stood_in_for && self.is_staffed(point) {
                continue;
            }
            let mut levels = self.points[point as usize].ready.waiting & layout.interrupting;
            while levels != 0 {
                let level = levels.trailing_zeros() as u8;
                let priority = self.layout.levels[usize::from(level)].priority;
                match self.victim_for(point, priority, true, now) {
                    Some(agent) => {
                        let Some(waiting) = self.points[point as usize].ready.pop(level) else {
                            break;
                        };
                        self.interrupt(agent, now);
                        self.start(agent, waiting.item, None, now, future);
                        if self.points[point as usize].ready.first(level).is_none() {
                            levels &= levels - 1;
                        }
                    }
                    None => levels &= levels - 1,
                }
            }
        }
        self.begin_own_interrupting(role, now, future);
    }

    fn begin_own_interrupting(&mut self, role: RoleId, now: ClockReading, future: &mut Future) {
        for position in 0..self.team(role).members.len() {
            let agent = self.team(role).members[position];
            let it = &self.agents[agent.index()];
            if it.activity != Activity::Working || !it.interruptible || !self.is_open(agent, now) {
                continue;
            }
            let urgent = it.own.waiting & self.layout.interrupting;
            let level = urgent.trailing_zeros() as u8;
            if urgent != 0
                && self.layout.levels[usize::from(level)].priority
                    < self.layout.levels[usize::from(it.level)].priority
                && let Some(waiting) = self.agents[agent.index()].own.pop(level)
            {
                self.interrupt(agent, now);
                self.start(agent, waiting.item, None, now, future);
            }
        }
    }
}
