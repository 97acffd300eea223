//! Waiting work meets idle agents: the only place where work starts, stops and is interrupted.

use super::hours_worked::by_calendar;
use super::priority_queue::Waiting;
use crate::calendar::WorkingTime;
use crate::department::items::{Item, NOBODY};
use crate::department::layout::{QueuePoint, Task};
use crate::department::observer::Observer;
use crate::department::people::{Activity, StartedWork, Team};
use crate::department::{ClockReading, Department, Future, order_at};
use crate::ids::{AgentId, RoleId, SkillId};
use crate::scenario::Discipline;
use crate::time::{Effort, Elapsed, SimTime};

impl<'s, O: Observer> Department<'s, O> {
    /// The order of the next item that joins a queue.
    #[inline(always)]
    pub(crate) fn next_to_join(&mut self, now: SimTime) -> u64 {
        self.joined = (self.joined + 1).max(order_at(now));
        self.joined
    }

    /// An item, put in its place already, asks for its current effort step.
    #[inline(always)]
    pub(crate) fn join_queue(
        &mut self,
        id: u32,
        item: Item,
        task: &Task,
        now: ClockReading,
        future: &mut Future,
    ) {
        let stream = &task.stream;
        let level = stream.level;
        let mut waiting = Waiting { due: 0, joined: item.joined, item: id };
        if self.scenario.discipline == Discipline::EarliestDue {
            waiting.due = self.earliest_due(id, item).ticks() as u64;
            self.items.get_mut(id).joined = waiting.due;
        }
        if item.owner != NOBODY {
            return self.join_own(AgentId(item.owner), level, waiting, now, future);
        }
        let (item, point) = (id, task.point);
        if stream.contracted && self.buy(item, task, now, future) {
            return;
        }
        if task.within_day {
            if !self.appoint(item, false, now, future) {
                self.points[point as usize].appointed.push(level, waiting);
                self.need_opening(point, now, future);
                if let Some(partner) = task.together_with {
                    self.schedule_opening(partner, now, future);
                }
            }
            return;
        }
        if task.pooled {
            return self.join_pool(waiting, task, now, future);
        }
        let team = self.team(task.role);
        let somebody_there = team.present > 0;
        let idle = if somebody_there {
            team.next_idle(&self.agents, now.at)
        } else {
            self.idle_stand_in(point, now)
        };
        if let Some(agent) = idle {
            if self.is_open(agent, now) {
                self.leave_idle(agent);
                return self.start(agent, item, None, now, future);
            }
            self.points[point as usize].ready.push(level, waiting);
            if task.on_call {
                self.call_for(point, now, future);
            }
            return self.need_opening(point, now, future);
        }
        if stream.interrupts
            && let Some(agent) = self.victim_for(point, stream.priority, true, now)
        {
            self.interrupt(agent, now);
            return self.start(agent, item, None, now, future);
        }
        self.points[point as usize].ready.push(level, waiting);
        if task.on_call {
            self.call_for(point, now, future);
        }
        // Somebody busy picks it up; but interrupting work that came while the calendar was
        // closed, and work of a role that is away, waits for the opening.
        let shut = || !self.is_open_now(now, self.role_calendar(task.role));
        if !somebody_there || (stream.interrupts && shut()) {
            self.need_opening(point, now, future);
        }
    }

    /// Work of one person alone.
    #[inline(never)]
    fn join_own(
        &mut self,
        agent: AgentId,
        level: u8,
        waiting: Waiting,
        now: ClockReading,
        future: &mut Future,
    ) {
        let open = self.is_open(agent, now);
        let it = &self.agents[agent.index()];
        let mine = self.layout.levels[usize::from(level)];
        let busy_with = self.layout.levels[usize::from(it.level)];
        let interrupts = !mine.patient
            && it.activity == Activity::Working
            && it.interruptible
            && busy_with.priority > mine.priority;
        match it.activity {
            Activity::Idle if open => {
                self.leave_idle(agent);
                self.start(agent, waiting.item, None, now, future);
            }
            Activity::Working if open && interrupts => {
                self.interrupt(agent, now);
                self.start(agent, waiting.item, None, now, future);
            }
            activity => {
                let role = it.role;
                self.agents[agent.index()].own.push(level, waiting);
                if activity == Activity::Idle || interrupts {
                    self.schedule_opening(role, now, future);
                }
            }
        }
    }

    /// The idle agent who would take work from a queue point of whose role nobody is there.
    #[cold]
    pub(super) fn idle_stand_in(&self, point: u32, now: ClockReading) -> Option<AgentId> {
        let QueuePoint { stand_in, skill, .. } = &self.layout.points[point as usize];
        stand_in.iter().find_map(|&role| self.idle_at_work(role, *skill, now))
    }

    /// The agent whose work in progress gives way: lowest priority, of equals the latest started.
    ///
    /// `strictly`: only work of a greater priority number gives way; else also equals.
    #[inline(never)]
    pub(crate) fn victim_for(
        &mut self,
        point: u32,
        priority: u8,
        strictly: bool,
        now: ClockReading,
    ) -> Option<AgentId> {
        let layout = self.layout;
        let QueuePoint { role, pool, skill, stand_in, .. } = &layout.points[point as usize];
        match (self.is_staffed(point), pool.is_empty()) {
            (true, true) => self.victim_of(*role, None, priority, strictly, now),
            (true, false) => self.victim_in_pool(point, priority, strictly, now),
            (false, _) => {
                let mut stand_ins = stand_in.iter();
                stand_ins.find_map(|&it| self.victim_of(it, *skill, priority, strictly, now))
            }
        }
    }

    /// The same within one role, of those who have a skill.
    pub(crate) fn victim_of(
        &mut self,
        role: RoleId,
        skill: Option<SkillId>,
        priority: u8,
        strictly: bool,
        now: ClockReading,
    ) -> Option<AgentId> {
        if !self.layout.shifts[role.index()].is_empty() || skill.is_some() {
            return self.victim_at_work(role, skill, priority, strictly, now);
        }
        if !self.is_open_now(now, self.role_calendar(role)) {
            return None;
        }
        let agents = &self.agents;
        let mut best: Option<(u8, StartedWork)> = None;
        let started = self.teams[role.index()].started.iter_mut();
        for (level, begun) in self.layout.levels.iter().zip(started).rev() {
            let lower = level.priority > priority || (!strictly && level.priority == priority);
            if !lower || best.is_some_and(|(before, _)| before > level.priority) {
                break;
            }
            while begun.last().is_some_and(|it| !it.is_current(agents)) {
                begun.pop();
            }
            if let Some(&last) = begun.last()
                && best.is_none_or(|(_, it)| last.number > it.number)
            {
                best = Some((level.priority, last));
            }
        }
        best.map(|(_, it)| it.agent)
    }

    /// Remembers work that may have to give way to other work.
    #[inline(never)]
    fn may_give_way(&mut self, agent: AgentId) {
        let it = &self.agents[agent.index()];
        let begun = StartedWork { agent, number: it.start_number };
        let agents = &self.agents;
        let team = &mut self.teams[it.role.index()];
        let started = &mut team.started[usize::from(it.level)];
        // What is over is forgotten when nobody is looking for it, too.
        if started.len() >= 2 * team.members.len() + 8 {
            started.retain(|it| it.is_current(agents));
        }
        started.push(begun);
    }

    /// An agent begins or resumes an item.
    #[inline(never)]
    pub(crate) fn start(
        &mut self,
        agent: AgentId,
        item: u32,
        partner: Option<AgentId>,
        now: ClockReading,
        future: &mut Future,
    ) {
        self.begin_work(agent, item, partner, now, future);
    }

    #[inline(always)]
    pub(crate) fn begin_work(
        &mut self,
        agent: AgentId,
        item: u32,
        partner: Option<AgentId>,
        now: ClockReading,
        future: &mut Future,
    ) {
        let started = self.items.touch(item);
        self.take_in_hand(agent, item, started, partner, now, future);
    }

    /// The item as it was before it was touched.
    #[inline(always)]
    fn take_in_hand(
        &mut self,
        agent: AgentId,
        item: u32,
        started: Item,
        partner: Option<AgentId>,
        now: ClockReading,
        future: &mut Future,
    ) {
        let task = &self.layout.tasks[started.task as usize];
        if task.patience.is_some() {
            self.items.wait_over(item);
        }
        self.hold(agent, item, started.left, task, partner, now, future);
        if started.is_untouched() {
            self.contacted(item, started, task.stream.calendar, now);
        }
    }

    /// An agent has an item in hand that needs so much effort still.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "all of it is at hand already")]
    pub(crate) fn hold(
        &mut self,
        agent: AgentId,
        item: u32,
        left: Effort,
        task: &Task,
        partner: Option<AgentId>,
        now: ClockReading,
        future: &mut Future,
    ) {
        self.starts += 1;
        let it = &mut self.agents[agent.index()];
        let (speed, duration) = match task.is_paced {
            true => it.pace(left, now.at),
            false if task.side_by_side => {
                return self.hold_chat(agent, (item, left), task, now, future);
            }
            false => self.layout.own_pace(it, task, left, now.at),
        };
        let (worked, done) = match task.stream.finish {
            false => self.clocks.span(now, it.calendar, duration),
            true => (by_calendar(now.at), now.at + Elapsed::from_ticks(duration.ticks())),
        };
        it.past_closing = task.stream.finish;
        it.speed = speed;
        it.activity = Activity::Working;
        it.item = item;
        it.partner = partner;
        it.started = now.at;
        it.started_worked = worked;
        it.finish_worked = worked + duration;
        it.level = task.stream.level;
        it.interruptible = !task.within_day;
        it.start_number = self.starts;
        let role = it.role;
        future.set_timer(agent.index(), done);
        if self.layout.work_gives_way && !task.within_day {
            self.may_give_way(agent);
        }
        if task.visit {
            self.observers.visited(role, now.at);
        }
        if let Some(partner) = partner {
            self.assist(partner, agent, now);
        }
    }

    #[inline(never)]
    fn assist(&mut self, partner: AgentId, agent: AgentId, now: ClockReading) {
        let worked = self.worked(now, self.agents[partner.index()].calendar);
        let it = &mut self.agents[partner.index()];
        it.activity = Activity::Assisting(agent);
        it.past_closing = false;
        it.started = now.at;
        it.started_worked = worked;
        it.interruptible = false;
    }

    /// An agent who was there for a joint step is free again.
    pub(crate) fn release_from_joint(&mut self, partner: AgentId, now: ClockReading) {
        self.account_for_work(partner, now);
    }

    /// An agent has done the current step of an item, whatever the route goes on with.
    #[inline(never)]
    pub(crate) fn complete_step(&mut self, agent: AgentId, now: ClockReading, future: &mut Future) {
        let it = &self.agents[agent.index()];
        let (id, partner) = (it.item, it.partner);
        if it.activity == Activity::Chatting {
            return self.complete_chat(agent, now, future);
        }
        self.finish_piece(agent, now);
        if let Some(partner) = partner {
            self.finish_piece(partner, now);
        }
        self.take_next(agent, now, future);
        if let Some(partner) = partner {
            self.take_next(partner, now, future);
        }
        self.step_done(id, now, future);
    }

    /// An agent stops for now; the item keeps what is left of its effort, and stays with the agent.
    #[inline(never)]
    pub(crate) fn interrupt(&mut self, agent: AgentId, now: ClockReading) {
        let item = self.stop_work(agent, now);
        let stream = self.items.get(item).stream.index();
        let cost = self.numbers.resume_cost[stream];
        self.items.get_mut(item).left += cost;
        self.agents[agent.index()].held.push(item);
    }

    /// An agent stops; returns the item, which keeps what is left of its effort.
    pub(crate) fn stop_work(&mut self, agent: AgentId, now: ClockReading) -> u32 {
        self.account_for_work(agent, now);
        let it = &self.agents[agent.index()];
        let worked = self.worked_in_hand(it, now);
        let rest = it.finish_worked - worked;
        let left = if it.speed == 1.0 { rest } else { rest.scaled(it.speed) };
        let item = it.item;
        self.items.get_mut(item).left = left;
        item
    }

    #[inline(always)]
    pub(crate) fn is_open(&self, agent: AgentId, now: ClockReading) -> bool {
        self.is_open_now(now, self.agents[agent.index()].calendar)
    }

    pub(crate) fn team(&self, role: RoleId) -> &Team {
        &self.teams[role.index()]
    }

    /// The calendar by which an agent works.
    pub(crate) fn calendar_of(&self, agent: AgentId) -> &'s WorkingTime {
        self.calendar(self.agents[agent.index()].calendar)
    }

    /// How long an agent would need for what is left of an item's step.
    pub(crate) fn duration(&self, agent: AgentId, item: u32, now: ClockReading) -> Effort {
        let left = self.items.get(item).left;
        let it = &self.agents[agent.index()];
        let task = &self.layout.tasks[self.task_of(item)];
        if task.pooled {
            return self.layout.own_pace(it, task, left, now.at).1;
        }
        if now.at >= it.paced_until {
            return left;
        }
        left.scaled(1.0 / it.productivity(now.at))
    }
}
