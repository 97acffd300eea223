//! Pools: one queue that people of several roles take from, each in their own hours.
//!
//! Who is asked first is said by the rank of a role; of equals it is, as within a role, whoever is
//! fastest with the work, then whoever has been idle longest, then the first hired. Whoever is free
//! takes the most urgent work that waits and that they can do, whatever the rank of the role.
//!
//! A step that asks for a skill is a pool too, of those of the role or roles who have it.

use super::priority_queue::Waiting;
use crate::department::layout::{Layout, QueuePoint, Task};
use crate::department::observer::Observer;
use crate::department::people::{Activity, Agent, CanTake};
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, RoleId, SkillId};
use crate::scenario::PoolMember;
use crate::time::{Effort, SimTime};

impl Layout {
    /// How fast an agent does a step that is not everybody's usual pace, and how long a rest of it
    /// takes.
    #[inline(never)]
    pub(crate) fn own_pace(
        &self,
        agent: &Agent,
        task: &Task,
        left: Effort,
        now: SimTime,
    ) -> (f64, Effort) {
        let factor = self.points[task.point as usize].effort_of(agent.role);
        let productivity = if task.stream.meeting { 1.0 } else { agent.productivity(now) };
        let speed = productivity / factor;
        if speed == 1.0 { (1.0, left) } else { (speed, left.scaled(1.0 / speed)) }
    }
}

/// The roles of each rank, the preferred ones first.
fn by_rank(pool: &[PoolMember]) -> impl Iterator<Item = &[PoolMember]> {
    pool.chunk_by(|one, other| one.rank == other.rank)
}

impl<O: Observer> Department<'_, O> {
    /// Whether anybody of the roles of a queue point is there these days who can do its work.
    #[inline]
    pub(crate) fn is_staffed(&self, point: u32) -> bool {
        self.points[point as usize].staff > 0
    }

    /// Somebody comes, or goes: of each queue point whose work they can do one more is there, or fewer.
    pub(crate) fn count_staff(&mut self, agent: AgentId, change: impl Fn(&mut u32)) {
        let (layout, role) = (self.layout, self.agents[agent.index()].role);
        for &point in &layout.points_of[role.index()].own {
            if self.can_do(agent, point) {
                change(&mut self.points[point as usize].staff);
            }
        }
    }

    /// Whether somebody has the skill that the work of a queue point asks for.
    #[inline]
    pub(crate) fn can_do(&self, agent: AgentId, point: u32) -> bool {
        self.agents[agent.index()].skills.suffice(self.layout.points[point as usize].skill)
    }

    /// Whether nobody is there any more for work that asks for a skill of somebody who has just gone.
    #[inline]
    pub(crate) fn was_last_with_skill(&self, agent: AgentId, point: u32) -> bool {
        let skill = self.layout.points[point as usize].skill;
        skill.is_some()
            && self.agents[agent.index()].skills.suffice(skill)
            && !self.is_staffed(point)
    }

    /// Does something for each role of a queue point of which somebody is there.
    pub(super) fn each_present(&mut self, point: u32, mut act: impl FnMut(&mut Self, RoleId)) {
        let layout = self.layout;
        for role in layout.points[point as usize].members() {
            if self.team(role).present > 0 {
                act(self, role);
            }
        }
    }

    /// An item that any of several roles may do joins their queue.
    #[inline(never)]
    pub(super) fn join_pool(
        &mut self,
        waiting: Waiting,
        task: &Task,
        now: ClockReading,
        future: &mut Future,
    ) {
        if task.side_by_side {
            return self.join_chats(waiting, task, now, future);
        }
        let (item, point) = (waiting.item, task.point);
        let staffed = self.is_staffed(point);
        let idle = match staffed {
            true => self.idle_in_pool(point, now, |_| true),
            false => self.idle_stand_in(point, now),
        };
        if let Some(agent) = idle {
            self.leave_idle(agent);
            return self.start(agent, item, None, now, future);
        }
        if task.stream.interrupts
            && let Some(agent) = self.victim_for(point, task.stream.priority, true, now)
        {
            self.interrupt(agent, now);
            return self.start(agent, item, None, now, future);
        }
        self.points[point as usize].ready.push(task.stream.level, waiting);
        if task.on_call {
            self.call_for(point, now, future);
        }
        self.await_openings(point, now, future);
    }

    /// The idle agent of a pool who takes the next work, of those for whom it `fits`.
    pub(super) fn idle_in_pool(
        &self,
        point: u32,
        now: ClockReading,
        fits: impl Fn(AgentId) -> bool,
    ) -> Option<AgentId> {
        let QueuePoint { pool, skill, .. } = &self.layout.points[point as usize];
        let mut best: Option<(AgentId, &PoolMember)> = None;
        for it in pool {
            if best.is_some_and(|(_, before)| before.rank < it.rank) {
                break;
            }
            let idle = self.idle_at_work(it.role, *skill, now);
            if let Some(agent) = idle.filter(|&agent| fits(agent)) {
                best = match best {
                    Some(before) if !self.is_better((agent, it), before, now) => Some(before),
                    _ => Some((agent, it)),
                };
            }
        }
        best.map(|(agent, _)| agent)
    }

    /// Whether of two idle people of one rank the former takes the next work.
    fn is_better(
        &self,
        one: (AgentId, &PoolMember),
        other: (AgentId, &PoolMember),
        now: ClockReading,
    ) -> bool {
        let speed = |(agent, of): (AgentId, &PoolMember)| {
            self.agents[agent.index()].productivity(now.at) / of.effort
        };
        let idle_since = |it: (AgentId, &PoolMember)| self.agents[it.0.index()].idle_since;
        let by_idleness = idle_since(other).cmp(&idle_since(one));
        speed(one).total_cmp(&speed(other)).then(by_idleness).is_gt()
    }

    /// The idle agent of a role who takes the next work that asks for a skill or none, of people who
    /// work at different hours one of those who are at work.
    #[inline]
    pub(crate) fn idle_at_work(
        &self,
        role: RoleId,
        skill: Option<SkillId>,
        now: ClockReading,
    ) -> Option<AgentId> {
        let team = self.team(role);
        let same_hours = self.layout.shifts[role.index()].is_empty();
        if same_hours && skill.is_none() {
            return team.next_idle(&self.agents, now.at).filter(|&it| self.is_open(it, now));
        }
        team.next_idle_of(&self.agents, now.at, |it| {
            let agent = &self.agents[it.index()];
            match self.clock(agent.calendar).shut_until(now.at) {
                Some(begin) => CanTake::NotBefore(begin),
                None if agent.skills.suffice(skill) => CanTake::Now,
                None => CanTake::Never,
            }
        })
    }

    /// The agent of a role of several shifts or skills whose work in progress gives way.
    #[cold]
    pub(super) fn victim_at_work(
        &self,
        role: RoleId,
        skill: Option<SkillId>,
        priority: u8,
        strictly: bool,
        now: ClockReading,
    ) -> Option<AgentId> {
        let working = self.team(role).members.iter().filter(|&&agent| {
            let it = &self.agents[agent.index()];
            let is_busy = it.activity == Activity::Working && it.interruptible;
            is_busy && it.skills.suffice(skill) && self.is_open(agent, now)
        });
        let in_hand = working.map(|&agent| {
            let it = &self.agents[agent.index()];
            let priority = self.layout.levels[usize::from(it.level)].priority;
            ((priority, it.start_number), agent)
        });
        let lower = in_hand.filter(|it| it.0.0 > priority || !strictly && it.0.0 == priority);
        lower.max_by_key(|it| it.0).map(|it| it.1)
    }

    /// The agent of a pool whose work in progress gives way: of the preferred roles that have any,
    /// the lowest priority, of equals the latest started.
    pub(super) fn victim_in_pool(
        &mut self,
        point: u32,
        priority: u8,
        strictly: bool,
        now: ClockReading,
    ) -> Option<AgentId> {
        let layout = self.layout;
        let QueuePoint { pool, skill, .. } = &layout.points[point as usize];
        by_rank(pool).find_map(|equals| {
            let found = equals.iter().filter_map(|it| {
                let agent = self.victim_of(it.role, *skill, priority, strictly, now)?;
                let in_hand = &self.agents[agent.index()];
                let given_way = layout.levels[usize::from(in_hand.level)].priority;
                Some(((given_way, in_hand.start_number), agent))
            });
            found.max_by_key(|it| it.0).map(|it| it.1)
        })
    }

    /// The agent of a pool who may begin an appointment now, taken from less urgent work `by_force`.
    pub(super) fn somebody_in_pool(
        &mut self,
        point: u32,
        item: u32,
        (priority, by_force): (u8, bool),
        now: ClockReading,
    ) -> Option<AgentId> {
        let fits = |department: &Self, agent: AgentId| {
            department.fits(agent, department.duration(agent, item, now), now)
        };
        let idle = self.idle_in_pool(point, now, |it| fits(self, it));
        if idle.is_some() || !by_force {
            return idle;
        }
        self.victim_in_pool(point, priority, false, now).filter(|&it| fits(self, it))
    }

    /// The role of a queue point whose demand a new item counts as: of a pool, the one of which
    /// fewest have been counted for each of its people.
    #[inline]
    pub(crate) fn counted_for(&mut self, point: u32) -> RoleId {
        let role = match &self.layout.points[point as usize].pool[..] {
            [only] => only.role,
            _ => self.fewest_counted(point),
        };
        self.counted[role.index()] += 1;
        role
    }

    #[inline(never)]
    fn fewest_counted(&self, point: u32) -> RoleId {
        let QueuePoint { role, pool, .. } = &self.layout.points[point as usize];
        let for_each = |role: RoleId| {
            let people = self.team(role).members.len() as f64;
            f64::from(self.counted[role.index()] + 1) / people
        };
        let fewest = pool
            .iter()
            .map(|it| it.role)
            .reduce(|best, it| if for_each(it) < for_each(best) { it } else { best });
        fewest.unwrap_or(*role)
    }

    /// The part of what waits at a queue point that is a role's: of a pool, that of its people.
    pub(crate) fn part_of(&self, role: RoleId, point: u32) -> f64 {
        let people = |role: RoleId| self.team(role).members.len() as f64;
        let all: f64 = self.layout.points[point as usize].members().map(people).sum();
        if all > 0.0 { people(role) / all } else { 1.0 }
    }
}
