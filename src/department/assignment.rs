//! Waiting work meets idle agents: the only place where work starts, stops and is interrupted.

use super::agent::{Begun, Doing};
use super::layout::Work;
use super::observer::{Observer, Span};
use super::queue::Waiting;
use super::work::{Item, NOBODY};
use super::{Department, Future, Now};
use crate::calendar::WorkingTime;
use crate::ids::{AgentId, RoleId};
use crate::scenario::Discipline;
use crate::time::{Effort, SimTime};

/// Where an agent may find the next work.
#[derive(Clone, Copy, Debug)]
enum Found {
    /// In a desk's queue of ready work, at a level.
    Ready(u32, u8),
    /// In a desk's appointments, at a level and position.
    Appointed(u32, u8, usize),
    /// Among the agent's own work.
    Own(usize),
}

/// What the usual agent finds.
enum Ready {
    Item(u32),
    Nothing,
    /// There is more than one kind of work to choose from.
    Unusual,
}

/// How far down a level an agent looks for an appointment that fits into the day.
pub(super) const LOOK_AHEAD: usize = 8;

impl<'s, O: Observer> Department<'s, O> {
    /// The running number of the next item that joins a queue.
    #[inline(always)]
    pub(super) fn next_to_join(&mut self) -> u64 {
        self.joined += 1;
        self.joined
    }

    /// An item, put in its place already, asks for its current effort step.
    #[inline(always)]
    pub(super) fn join_queue(
        &mut self,
        id: u32,
        item: Item,
        work: &Work,
        now: Now,
        future: &mut Future,
    ) {
        let stream = &work.stream;
        let level = stream.level;
        let mut waiting = Waiting {
            order: item.joined,
            item: id,
        };
        if self.scenario.discipline == Discipline::EarliestDue {
            waiting.order = self.earliest_due(id, item).ticks() as u64;
            self.items.get_mut(id).joined = waiting.order;
        }
        if item.owner != NOBODY {
            return self.join_own(AgentId(item.owner), level, waiting, now, future);
        }
        let (item, desk) = (id, work.desk);
        if stream.contracted && self.buy(item, work, now, future) {
            return;
        }
        if work.within_day {
            if !self.appoint(item, false, now, future) {
                self.desks[desk as usize].appointed.push(level, waiting);
                self.need_opening(desk, now, future);
                if let Some(partner) = work.together_with {
                    self.schedule_opening(partner, now, future);
                }
            }
            return;
        }
        let team = self.team(work.role);
        let somebody_there = team.present > 0;
        let idle = if somebody_there {
            team.next_idle(&self.agents, now.at)
        } else {
            self.idle_stand_in(desk, now)
        };
        if let Some(agent) = idle {
            if self.is_open(agent, now) {
                self.leave_idle(agent);
                return self.start(agent, item, None, now, future);
            }
            self.desks[desk as usize].ready.push(level, waiting);
            return self.need_opening(desk, now, future);
        }
        if stream.interrupts
            && let Some(agent) = self.victim_for(desk, stream.priority, true, now)
        {
            self.interrupt(agent, now);
            return self.start(agent, item, None, now, future);
        }
        self.desks[desk as usize].ready.push(level, waiting);
        // Somebody busy picks it up; but interrupting work that came while the doors are shut, and
        // work of a role that is away, waits for the opening.
        let shut = || !self.is_open_now(now, self.role_calendar(work.role));
        if !somebody_there || (stream.interrupts && shut()) {
            self.need_opening(desk, now, future);
        }
    }

    /// Work of one person alone.
    #[inline(never)]
    fn join_own(
        &mut self,
        agent: AgentId,
        level: u8,
        waiting: Waiting,
        now: Now,
        future: &mut Future,
    ) {
        let open = self.is_open(agent, now);
        let it = &self.agents[agent.index()];
        let mine = self.layout.levels[usize::from(level)];
        let busy_with = self.layout.levels[usize::from(it.level)];
        let interrupts = !mine.patient
            && it.doing == Doing::Working
            && it.interruptible
            && busy_with.priority > mine.priority;
        match it.doing {
            Doing::Idle if open => {
                self.leave_idle(agent);
                self.start(agent, waiting.item, None, now, future);
            }
            Doing::Working if open && interrupts => {
                self.interrupt(agent, now);
                self.start(agent, waiting.item, None, now, future);
            }
            doing => {
                let role = it.role;
                self.agents[agent.index()].own.push((level, waiting));
                if doing == Doing::Idle || interrupts {
                    self.schedule_opening(role, now, future);
                }
            }
        }
    }

    /// The idle agent who would take work from a desk of whose role nobody is there.
    #[cold]
    fn idle_stand_in(&self, desk: u32, now: Now) -> Option<AgentId> {
        let mut stand_ins = self.layout.desks[desk as usize].stand_in.iter();
        stand_ins.find_map(|&role| self.team(role).next_idle(&self.agents, now.at))
    }

    /// The agent whose work in progress gives way: lowest priority, of equals the latest started.
    ///
    /// `strictly`: only work of a greater priority number gives way; else also equals.
    #[inline(never)]
    pub(super) fn victim_for(
        &mut self,
        desk: u32,
        priority: u8,
        strictly: bool,
        now: Now,
    ) -> Option<AgentId> {
        let layout = self.layout;
        let desk = &layout.desks[desk as usize];
        if self.team(desk.role).present > 0 {
            return self.victim_of(desk.role, priority, strictly, now);
        }
        let mut stand_ins = desk.stand_in.iter();
        stand_ins.find_map(|&role| self.victim_of(role, priority, strictly, now))
    }

    /// The same within one role.
    pub(super) fn victim_of(
        &mut self,
        role: RoleId,
        priority: u8,
        strictly: bool,
        now: Now,
    ) -> Option<AgentId> {
        if !self.is_open_now(now, self.role_calendar(role)) {
            return None;
        }
        let agents = &self.agents;
        let mut best: Option<(u8, Begun)> = None;
        let started = self.teams[role.index()].started.iter_mut();
        for (level, begun) in self.layout.levels.iter().zip(started).rev() {
            let lower = level.priority > priority || (!strictly && level.priority == priority);
            if !lower || best.is_some_and(|(before, _)| before > level.priority) {
                break;
            }
            while begun.last().is_some_and(|it| !it.goes_on(agents)) {
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
        let begun = Begun {
            agent,
            number: it.start_number,
        };
        let agents = &self.agents;
        let team = &mut self.teams[it.role.index()];
        let started = &mut team.started[usize::from(it.level)];
        // What is over is forgotten when nobody is looking for it, too.
        if started.len() >= 2 * team.members.len() + 8 {
            started.retain(|it| it.goes_on(agents));
        }
        started.push(begun);
    }

    /// An agent begins or resumes an item.
    pub(super) fn start(
        &mut self,
        agent: AgentId,
        item: u32,
        partner: Option<AgentId>,
        now: Now,
        future: &mut Future,
    ) {
        self.begin_work(agent, item, partner, now, future);
    }

    #[inline(always)]
    fn begin_work(
        &mut self,
        agent: AgentId,
        item: u32,
        partner: Option<AgentId>,
        now: Now,
        future: &mut Future,
    ) {
        let started = self.items.touch(item);
        let left = started.left;
        let work = &self.layout.works[started.work as usize];
        self.starts += 1;
        let it = &mut self.agents[agent.index()];
        let (mut speed, mut duration) = (1.0, left);
        if now.at < it.ramp_end && !work.stream.meeting {
            speed = it.productivity(now.at);
            duration = left.scaled(1.0 / speed);
        }
        let worked = self.clocks.worked(now, it.calendar);
        let done = self.clocks.done(now, it.calendar, duration);
        it.speed = speed;
        it.doing = Doing::Working;
        it.item = item;
        it.partner = partner;
        it.started = now.at;
        it.started_worked = worked;
        it.finish_worked = worked + duration;
        it.level = work.stream.level;
        it.interruptible = !work.within_day;
        it.start_number = self.starts;
        let role = it.role;
        future.set_timer(agent.index(), done);
        if self.layout.work_gives_way && !work.within_day {
            self.may_give_way(agent);
        }
        if work.visit {
            self.watchers.visited(role, now.at);
        }
        if let Some(partner) = partner {
            self.assist(partner, agent, now);
        }
        if started.is_untouched() {
            self.contacted(item, started, work.stream.calendar, now);
        }
    }

    #[inline(never)]
    fn assist(&mut self, partner: AgentId, agent: AgentId, now: Now) {
        let calendar = self.role_calendar(self.agents[partner.index()].role);
        let worked = self.worked(now, calendar);
        let it = &mut self.agents[partner.index()];
        it.doing = Doing::Assisting(agent);
        it.started = now.at;
        it.started_worked = worked;
        it.interruptible = false;
    }

    /// An agent has done the effort of an item.
    #[inline(always)]
    pub(super) fn completion(&mut self, agent: AgentId, future: &mut Future) {
        let it = &self.agents[agent.index()];
        let (id, partner, desk) = (it.item, it.partner, it.usual_desk());
        let now = self.now(future.now(), it.calendar);
        let stream = self.items.get(id).stream;
        let span = Span {
            from: it.started,
            to: now.at,
            from_worked: it.started_worked,
            to_worked: now.worked,
        };
        self.watchers.worked(it.role, stream, span);
        if let Some(partner) = partner {
            self.account_for_work(partner, now);
        }
        // The agent's own calendar: no need to ask whether the doors are open.
        if now.at < now.closes {
            self.go_on(agent, desk, now, future);
        } else {
            self.rest(agent, now, future);
        }
        if let Some(partner) = partner {
            self.take_next(partner, now, future);
        }
        if !self.ends_as_usual(id, now, future) {
            self.step_done(id, now, future);
        }
    }

    /// An agent who was there for a joint step is free again.
    pub(super) fn release_from_joint(&mut self, partner: AgentId, now: Now) {
        self.account_for_work(partner, now);
    }

    /// Tells of the work that an agent has just finished or must leave.
    #[inline(always)]
    fn account_for_work(&mut self, agent: AgentId, now: Now) {
        let it = &self.agents[agent.index()];
        let item = match it.doing {
            Doing::Assisting(other) => self.agents[other.index()].item,
            _ => it.item,
        };
        let span = Span {
            from: it.started,
            to: now.at,
            from_worked: it.started_worked,
            to_worked: self.worked(now, it.calendar),
        };
        let (role, stream) = (it.role, self.items.get(item).stream);
        self.watchers.worked(role, stream, span);
    }

    /// Work in hand at the end of the run counts as far as it was done.
    pub(super) fn account_for_work_in_hand(&mut self, agent: AgentId, end: SimTime) {
        if let Doing::Working | Doing::Assisting(_) = self.agents[agent.index()].doing {
            let calendar = self.role_calendar(self.agents[agent.index()].role);
            self.account_for_work(agent, self.now(end, calendar));
        }
    }

    /// An agent stops for now; the item keeps what is left of its effort, and stays with the agent.
    #[inline(never)]
    pub(super) fn interrupt(&mut self, agent: AgentId, now: Now) {
        let item = self.lay_down(agent, now);
        let stream = self.items.get(item).stream.index();
        let cost = self.numbers.resume_cost[stream];
        self.items.get_mut(item).left += cost;
        self.agents[agent.index()].held.push(item);
    }

    /// An agent stops; returns the item, which keeps what is left of its effort.
    pub(super) fn lay_down(&mut self, agent: AgentId, now: Now) -> u32 {
        self.account_for_work(agent, now);
        let worked = self.worked(now, self.role_calendar(self.agents[agent.index()].role));
        let it = &self.agents[agent.index()];
        let rest = it.finish_worked - worked;
        let left = if it.speed == 1.0 {
            rest
        } else {
            rest.scaled(it.speed)
        };
        let item = it.item;
        self.items.get_mut(item).left = left;
        item
    }

    /// A free agent takes the next work, or is idle. Returns whether there was any.
    #[inline(never)]
    pub(super) fn take_next(&mut self, agent: AgentId, now: Now, future: &mut Future) -> bool {
        if self.is_open(agent, now) {
            let desk = self.agents[agent.index()].usual_desk();
            return self.go_on(agent, desk, now, future);
        }
        self.rest(agent, now, future);
        false
    }

    /// The same while the doors are open.
    #[inline(always)]
    fn go_on(&mut self, agent: AgentId, desk: u32, now: Now, future: &mut Future) -> bool {
        match self.take_ready(desk) {
            Ready::Item(item) => {
                self.begin_work(agent, item, None, now, future);
                true
            }
            Ready::Nothing => {
                self.become_idle(agent, future);
                false
            }
            Ready::Unusual => self.take_any(agent, now, future),
        }
    }

    /// The doors are shut: whatever waits is taken up at the opening.
    #[cold]
    fn rest(&mut self, agent: AgentId, now: Now, future: &mut Future) {
        self.become_idle(agent, future);
        if self.anything_waits_for(agent) {
            let role = self.agents[agent.index()].role;
            self.schedule_opening(role, now, future);
        }
    }

    /// The same where more than one kind of work may come next.
    #[inline(never)]
    fn take_any(&mut self, agent: AgentId, now: Now, future: &mut Future) -> bool {
        let held = self.agents[agent.index()].held.last().copied();
        let allowed = match held {
            Some(held) => self.levels_that_interrupt(held),
            None => u64::MAX,
        };
        if let Some(found) = self.find(agent, allowed, now) {
            let (item, partner) = self.fetch(agent, found, now);
            self.start(agent, item, partner, now, future);
            return true;
        }
        if let Some(held) = held {
            self.agents[agent.index()].held.pop();
            self.start(agent, held, None, now, future);
            return true;
        }
        self.become_idle(agent, future);
        let role = self.agents[agent.index()].role;
        if !self.layout.joint_desks_of[role.index()].is_empty() {
            self.begin_joint_work(role, false, now, future);
        }
        self.agents[agent.index()].doing != Doing::Idle
    }

    /// The next ready work of a desk, where nothing else could come before it: the usual case of an
    /// agent with one desk, no appointments, nothing interrupted and nothing of their own.
    #[inline(always)]
    fn take_ready(&mut self, desk: u32) -> Ready {
        let Some(desk) = self.desks.get_mut(desk as usize) else {
            return Ready::Unusual;
        };
        let waiting = desk.ready.waiting;
        let level = waiting.trailing_zeros();
        let rivals = waiting & self.layout.equal_to_before & (2_u64.wrapping_shl(level));
        if desk.appointed.waiting | rivals != 0 {
            return Ready::Unusual;
        }
        if waiting == 0 {
            return Ready::Nothing;
        }
        match desk.ready.pop_in_order(level as u8) {
            Some(first) => Ready::Item(first.item),
            None => Ready::Nothing,
        }
    }

    /// The most urgent work that an agent may begin now, of the allowed levels.
    #[inline(never)]
    fn find(&self, agent: AgentId, allowed: u64, now: Now) -> Option<Found> {
        let it = &self.agents[agent.index()];
        let (own_desks, others) = &self.layout.desks_of[it.role.index()];
        let mut best: Option<((u64, u64), Found)> = None;
        let mut offer = |rank: (u64, u64), found: Found| {
            if best.as_ref().is_none_or(|(before, _)| rank < *before) {
                best = Some((rank, found));
            }
        };
        let covered = others
            .iter()
            .filter(|&&desk| self.team(self.layout.desks[desk as usize].role).present == 0);
        for &desk in own_desks.iter().chain(covered) {
            let queues = &self.desks[desk as usize];
            let mut levels = queues.ready.waiting & allowed;
            while levels != 0 {
                let level = levels.trailing_zeros() as u8;
                levels &= levels - 1;
                if let Some(first) = queues.ready.first(level) {
                    offer(self.rank(level, first.order), Found::Ready(desk, level));
                }
                if self.no_better_below(level, levels) {
                    break;
                }
            }
            let mut levels = queues.appointed.waiting & allowed;
            while levels != 0 {
                let level = levels.trailing_zeros() as u8;
                levels &= levels - 1;
                for position in 0..LOOK_AHEAD {
                    let Some(waiting) = queues.appointed.nth(level, position) else {
                        break;
                    };
                    if self.can_begin(agent, waiting.item, now).is_some() {
                        offer(
                            self.rank(level, waiting.order),
                            Found::Appointed(desk, level, position),
                        );
                        break;
                    }
                }
            }
        }
        for (position, (level, waiting)) in it.own.iter().enumerate() {
            if allowed >> level & 1 == 1 {
                offer(self.rank(*level, waiting.order), Found::Own(position));
            }
        }
        best.map(|(_, found)| found)
    }

    /// What waiting work is compared by, across levels and desks: lower goes first.
    #[inline]
    pub(super) fn rank(&self, level: u8, order: u64) -> (u64, u64) {
        let priority = u64::from(self.layout.levels[usize::from(level)].priority);
        match self.scenario.discipline {
            Discipline::Priority => (priority, order),
            Discipline::EarliestDue => (order, priority),
        }
    }

    /// Whether the levels that are left cannot hold anything more urgent than the one just looked at.
    #[inline]
    fn no_better_below(&self, level: u8, left: u64) -> bool {
        if left == 0 {
            return true;
        }
        let next = left.trailing_zeros() as usize;
        let levels = &self.layout.levels;
        self.scenario.discipline == Discipline::Priority
            && levels[next].priority != levels[usize::from(level)].priority
    }

    fn fetch(&mut self, agent: AgentId, found: Found, now: Now) -> (u32, Option<AgentId>) {
        let waiting = match found {
            Found::Ready(desk, level) => self.desks[desk as usize].ready.pop(level),
            Found::Appointed(desk, level, position) => {
                self.desks[desk as usize].appointed.take(level, position)
            }
            Found::Own(position) => Some(self.agents[agent.index()].own.remove(position).1),
        };
        let Some(Waiting { item, .. }) = waiting else {
            unreachable!("what was found a moment ago is still there");
        };
        let partner = self.layout.works[self.work_of(item)].together_with;
        let partner = partner.and_then(|role| self.team(role).next_idle(&self.agents, now.at));
        if let Some(partner) = partner {
            self.leave_idle(partner);
        }
        (item, partner)
    }

    /// Bit l: work of level l would interrupt this item.
    fn levels_that_interrupt(&self, item: u32) -> u64 {
        let priority = self.layout.works[self.work_of(item)].stream.priority;
        let levels = self.layout.levels.iter().enumerate();
        levels
            .filter(|(_, it)| !it.patient && it.priority < priority)
            .fold(0, |bits, (index, _)| bits | 1 << index)
    }

    /// Whether anything waits that an agent might do.
    pub(super) fn anything_waits_for(&self, agent: AgentId) -> bool {
        let it = &self.agents[agent.index()];
        let (own_desks, others) = &self.layout.desks_of[it.role.index()];
        let waits = |desk: &u32| {
            let desk = &self.desks[*desk as usize];
            desk.ready.waiting | desk.appointed.waiting != 0
        };
        !it.held.is_empty()
            || !it.own.is_empty()
            || own_desks.iter().any(waits)
            || others.iter().any(waits)
    }

    pub(super) fn become_idle(&mut self, agent: AgentId, future: &mut Future) {
        future.set_timer(agent.index(), SimTime::NEVER);
        let it = &mut self.agents[agent.index()];
        it.doing = Doing::Idle;
        it.idle_since = (future.now(), agent.0);
        let (role, is_newcomer) = (it.role, future.now() < it.ramp_end);
        self.teams[role.index()].became_idle(agent, &self.agents, is_newcomer);
    }

    /// An agent who was idle before is so still, since then.
    pub(super) fn stay_idle(&mut self, agent: AgentId, since: (SimTime, u32)) {
        self.leave_idle(agent);
        let it = &mut self.agents[agent.index()];
        it.idle_since = since;
        let (role, is_newcomer) = (it.role, since.0 < it.ramp_end);
        self.teams[role.index()].became_idle(agent, &self.agents, is_newcomer);
    }

    /// Takes an agent from among the idle.
    #[inline]
    pub(super) fn leave_idle(&mut self, agent: AgentId) {
        let role = self.agents[agent.index()].role;
        self.teams[role.index()].became_busy(agent);
    }

    #[inline(always)]
    pub(super) fn is_open(&self, agent: AgentId, now: Now) -> bool {
        self.is_open_now(now, self.agents[agent.index()].calendar)
    }

    pub(super) fn team(&self, role: RoleId) -> &super::Team {
        &self.teams[role.index()]
    }

    /// The calendar by which an agent works.
    pub(super) fn calendar_of(&self, agent: AgentId) -> &'s WorkingTime {
        self.calendar(self.agents[agent.index()].calendar)
    }

    /// How long an agent would need for what is left of an item's step.
    pub(super) fn duration(&self, agent: AgentId, item: u32, now: Now) -> Effort {
        let left = self.items.get(item).left;
        let it = &self.agents[agent.index()];
        if now.at >= it.ramp_end {
            return left;
        }
        left.scaled(1.0 / it.productivity(now.at))
    }
}
