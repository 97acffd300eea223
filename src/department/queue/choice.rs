//! The choice: what an agent who is free takes next.

use super::priority_queue::{Queue, Waiting};
use crate::department::observer::Observer;
use crate::department::people::Activity;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, RoleId};
use crate::scenario::Discipline;
use crate::time::SimTime;

/// Where an agent may find the next work.
#[derive(Clone, Copy, Debug)]
pub(super) enum NextWork {
    /// In a queue point's queue of ready work, at a level.
    Ready(u32, u8),
    /// In a queue point's appointments, at a level and position.
    Appointed(u32, u8, usize),
    /// Among the agent's own work, at a level.
    Own(u8),
    /// In a source that feeds a queue point.
    Deferred(u32, usize),
}

/// When work is due, where that decides, its priority, and when it joined.
pub(crate) type Rank = (u64, u8, u64);

/// How far down a level an agent looks for an appointment that fits into the day.
pub(crate) const LOOK_AHEAD: usize = 8;

impl<O: Observer> Department<'_, O> {
    /// The calendar is closed: the agent takes up work at the opening.
    #[cold]
    pub(crate) fn rest(&mut self, agent: AgentId, now: ClockReading, future: &mut Future) {
        self.become_idle(agent, future);
        if self.anything_waits_for(agent) {
            let role = self.agents[agent.index()].role;
            self.schedule_opening(role, now, future);
        }
    }

    /// The same where more than one kind of work may come next.
    #[inline(never)]
    pub(crate) fn take_any(
        &mut self,
        agent: AgentId,
        now: ClockReading,
        future: &mut Future,
    ) -> bool {
        let it = &self.agents[agent.index()];
        let held = it.held.last().copied();
        // Mostly nothing waits at all.
        let found = match it.own.is_empty() && !self.anything_in_reach(it.role) {
            true => None,
            false => {
                let allowed = held.map_or(u64::MAX, |held| self.levels_that_interrupt(held));
                self.find(agent, allowed, now)
            }
        };
        match found {
            Some(NextWork::Deferred(point, feed)) => {
                self.take_from_feed(agent, (point, feed), now, future);
                self.after_choice(agent, now, future);
                return true;
            }
            Some(found) => {
                let (item, partner) = self.fetch(agent, found, now);
                self.start(agent, item, partner, now, future);
                self.after_choice(agent, now, future);
                return true;
            }
            None => {}
        }
        if let Some(held) = held {
            self.agents[agent.index()].held.pop();
            self.start(agent, held, None, now, future);
            return true;
        }
        self.become_idle(agent, future);
        let role = self.agents[agent.index()].role;
        if !self.layout.points_of[role.index()].joint.is_empty() {
            self.begin_joint_work(role, false, now, future);
        }
        self.agents[agent.index()].activity != Activity::Idle
    }

    /// Chats that waited behind what was just taken, or beside it, may go to those with room now.
    #[inline(always)]
    fn after_choice(&mut self, agent: AgentId, now: ClockReading, future: &mut Future) {
        if self.layout.side_by_side {
            self.share_out_chats(self.agents[agent.index()].role, now, future);
        }
    }

    /// The most urgent work that an agent may begin now, of the allowed levels.
    #[inline(never)]
    pub(super) fn find(&self, agent: AgentId, allowed: u64, now: ClockReading) -> Option<NextWork> {
        let it = &self.agents[agent.index()];
        let of_role = &self.layout.points_of[it.role.index()];
        let mut best: Option<(Rank, NextWork)> = None;
        let mut offer = |rank: Rank, found: NextWork| {
            if best.as_ref().is_none_or(|(before, _)| rank < *before) {
                best = Some((rank, found));
            }
        };
        for (position, &point) in of_role.all.iter().enumerate() {
            let queues = &self.points[point as usize];
            let waiting = (queues.ready.waiting | queues.appointed.waiting) & allowed;
            // Where nothing waits it need not be known who may take it.
            if waiting == 0 && !queues.feeds.asleep
                || position >= of_role.own.len() && queues.staff > 0
                || !self.can_do(agent, point)
            {
                continue;
            }
            if let Some((level, rank)) = self.first_of(&queues.ready, allowed) {
                offer(rank, NextWork::Ready(point, level));
            }
            if let Some((level, first, feed)) = queues.feeds.most_urgent(now.at)
                && allowed >> level & 1 == 1
            {
                offer(self.rank(level, first), NextWork::Deferred(point, feed));
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
                            self.rank(level, waiting),
                            NextWork::Appointed(point, level, position),
                        );
                        break;
                    }
                }
            }
        }
        if let Some((level, rank)) = self.first_of(&it.own, allowed) {
            offer(rank, NextWork::Own(level));
        }
        best.map(|(_, found)| found)
    }

    /// What goes first of the allowed levels of a queue: its level and rank.
    #[inline(always)]
    pub(crate) fn first_of(&self, queue: &Queue, allowed: u64) -> Option<(u8, Rank)> {
        let mut best = None;
        let mut levels = queue.waiting & allowed;
        while levels != 0 {
            let level = levels.trailing_zeros() as u8;
            levels &= levels - 1;
            if let Some(first) = queue.first(level) {
                let rank = self.rank(level, first);
                if best.is_none_or(|(_, before)| rank < before) {
                    best = Some((level, rank));
                }
            }
            if self.no_better_below(level, levels) {
                break;
            }
        }
        best
    }

    /// Whether anything waits at a queue point of a role or one that it stands in for, or in a source.
    #[inline]
    fn anything_in_reach(&self, role: RoleId) -> bool {
        self.layout.points_of[role.index()].all.iter().any(|&point| {
            let queues = &self.points[point as usize];
            queues.ready.waiting | queues.appointed.waiting != 0 || queues.feeds.asleep
        })
    }

    /// What waiting work is compared by, across levels and queue points: lower goes first.
    #[inline]
    pub(crate) fn rank(&self, level: u8, first: Waiting) -> Rank {
        (first.due, self.layout.levels[usize::from(level)].priority, first.joined)
    }

    /// Whether the levels that are left cannot hold anything more urgent than the one just looked
    /// at.
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

    fn fetch(
        &mut self,
        agent: AgentId,
        found: NextWork,
        now: ClockReading,
    ) -> (u32, Option<AgentId>) {
        let waiting = match found {
            NextWork::Ready(point, level) => self.points[point as usize].ready.pop(level),
            NextWork::Appointed(point, level, position) => {
                self.points[point as usize].appointed.take(level, position)
            }
            NextWork::Own(level) => self.agents[agent.index()].own.pop(level),
            NextWork::Deferred(..) => None,
        };
        let Some(Waiting { item, .. }) = waiting else {
            unreachable!("what was found a moment ago is still there");
        };
        let partner = self.layout.tasks[self.task_of(item)].together_with;
        let partner = partner.and_then(|role| self.idle_at_work(role, None, now));
        if let Some(partner) = partner {
            self.leave_idle(partner);
        }
        (item, partner)
    }

    /// Bit l: work of level l would interrupt this item.
    pub(super) fn levels_that_interrupt(&self, item: u32) -> u64 {
        let priority = self.layout.tasks[self.task_of(item)].stream.priority;
        let levels = self.layout.levels.iter().enumerate();
        levels
            .filter(|(_, it)| !it.patient && it.priority < priority)
            .fold(0, |bits, (index, _)| bits | 1 << index)
    }

    /// Whether anything waits that an agent might do.
    pub(crate) fn anything_waits_for(&self, agent: AgentId) -> bool {
        let it = &self.agents[agent.index()];
        let of_role = &self.layout.points_of[it.role.index()];
        let waits = |&point: &u32| {
            let queues = &self.points[point as usize];
            queues.ready.waiting | queues.appointed.waiting != 0 && self.can_do(agent, point)
        };
        !it.held.is_empty() || !it.own.is_empty() || of_role.all.iter().any(waits)
    }

    pub(crate) fn become_idle(&mut self, agent: AgentId, future: &mut Future) {
        future.set_timer(agent.index(), SimTime::NEVER);
        self.be_idle(agent, future);
    }

    /// The same for an agent whose timer is not set.
    pub(crate) fn be_idle(&mut self, agent: AgentId, future: &mut Future) {
        let it = &mut self.agents[agent.index()];
        it.activity = Activity::Idle;
        it.idle_since = (future.now(), agent.0);
        let (role, is_newcomer) = (it.role, future.now() < it.paced_until);
        self.teams[role.index()].became_idle(agent, &self.agents, is_newcomer);
        self.wake(role, future);
    }

    /// An agent who was idle before is so still, since then.
    pub(crate) fn stay_idle(&mut self, agent: AgentId, since: (SimTime, u32)) {
        self.leave_idle(agent);
        let it = &mut self.agents[agent.index()];
        it.idle_since = since;
        let (role, is_newcomer) = (it.role, since.0 < it.paced_until);
        self.teams[role.index()].became_idle(agent, &self.agents, is_newcomer);
    }

    /// Takes an agent from among the idle.
    #[inline]
    pub(crate) fn leave_idle(&mut self, agent: AgentId) {
        let role = self.agents[agent.index()].role;
        self.teams[role.index()].became_busy(agent, &self.agents);
    }
}
