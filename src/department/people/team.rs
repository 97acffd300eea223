//! Teams: a role's people, who of them is idle, and which idle one takes the next work.

use super::absence::Away;
use super::agent::{Activity, Agent};
use super::idle_queue::{CanTake, IdleQueue};
use crate::ids::AgentId;
use crate::time::SimTime;

/// Work that was begun and may be interrupted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StartedWork {
    /// Who began.
    pub(crate) agent: AgentId,
    /// The running number of the start.
    pub(crate) number: u64,
}

impl StartedWork {
    /// Whether it is still the agent's work in hand.
    #[inline]
    pub(crate) fn is_current(&self, agents: &[Agent]) -> bool {
        let it = &agents[self.agent.index()];
        it.start_number == self.number && it.activity == Activity::Working
    }
}

/// When the hours of people of a role begin next, as it is until the hours of any begin or end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NextHours {
    /// Until when it is known.
    pub(crate) until: SimTime,
    /// The first beginning, of those at work the one of another day.
    pub(crate) begin: SimTime,
    /// Whether the hours of any are not now.
    pub(crate) some_off: bool,
}

/// A role's people, and who of them is idle.
#[derive(Clone, Debug, Default)]
pub(crate) struct Team {
    /// Everybody who ever joined.
    pub(crate) members: Vec<AgentId>,
    /// How many of them are away on each day.
    pub(crate) away: Away,
    /// How many are there.
    pub(crate) present: u32,
    /// Idle people of full productivity, longest idle first.
    pub(crate) idle: IdleQueue,
    /// Idle newcomers.
    pub(crate) idle_newcomers: Vec<AgentId>,
    /// Work begun by level, the latest last; some of it is over.
    pub(crate) started: Vec<Vec<StartedWork>>,
    /// Whether arrivals at some queue point of the role wait in their sources.
    pub(crate) asleep: bool,
    /// When an opening is pending.
    pub(crate) opening: Option<SimTime>,
    /// When its people's hours begin next.
    pub(crate) next_hours: NextHours,
    /// Since when nobody has been there.
    pub(crate) uncovered_since: Option<SimTime>,
    /// People who have been asked for by triggers and have not come yet.
    pub(crate) requested: u32,
}

impl Team {
    /// A team whose work is of so many levels.
    pub(crate) fn new(levels: usize) -> Self {
        Self { started: vec![Vec::new(); levels], ..Self::default() }
    }

    /// Forgets everybody, keeping the memory.
    pub(crate) fn clear(&mut self) {
        self.members.clear();
        self.away.clear();
        self.idle.clear();
        self.idle_newcomers.clear();
        self.started.iter_mut().for_each(Vec::clear);
        self.present = 0;
        self.asleep = false;
        self.opening = None;
        self.next_hours = NextHours::default();
        self.uncovered_since = None;
        self.requested = 0;
    }

    /// Whether an arrival makes a difference at once: nobody is there, or somebody is idle.
    #[inline(always)]
    pub(crate) fn needs_arrival_events(&self) -> bool {
        self.present == 0 || !self.idle.is_empty() || !self.idle_newcomers.is_empty()
    }

    /// The idle agent who takes the next work: most productive, then longest idle, then first hired.
    #[inline]
    pub(crate) fn next_idle(&self, agents: &[Agent], now: SimTime) -> Option<AgentId> {
        if self.idle_newcomers.is_empty() {
            return self.idle.front();
        }
        self.next_with_newcomers(agents, now)
    }

    /// The same while some of the idle were newcomers when they became idle.
    #[inline(never)]
    fn next_with_newcomers(&self, agents: &[Agent], now: SimTime) -> Option<AgentId> {
        let newcomers = self.idle_newcomers.iter().copied();
        let all = self.idle.front().into_iter().chain(newcomers);
        all.reduce(|best, it| better(agents, now, best, it))
    }

    /// The same of those who can take some work.
    pub(crate) fn next_idle_of(
        &self,
        agents: &[Agent],
        now: SimTime,
        can_take: impl Fn(AgentId) -> CanTake,
    ) -> Option<AgentId> {
        // Those of full productivity stand in the order of their idleness.
        let first = self.idle.first(now, &can_take);
        if self.idle_newcomers.is_empty() {
            return first;
        }
        let can_now = |it: &AgentId| matches!(can_take(*it), CanTake::Now);
        let newcomers = self.idle_newcomers.iter().copied().filter(can_now);
        first.into_iter().chain(newcomers).reduce(|best, it| better(agents, now, best, it))
    }

    /// An agent has nothing to do. Those who became idle at the same moment stand in the order of
    /// their hiring.
    #[inline]
    pub(crate) fn became_idle(&mut self, agent: AgentId, agents: &[Agent], is_newcomer: bool) {
        match is_newcomer {
            false => self.idle.insert(agent, agents[agent.index()].idle_since),
            true => self.idle_newcomers.push(agent),
        }
    }

    /// An idle agent is idle no more.
    #[inline]
    pub(crate) fn became_busy(&mut self, agent: AgentId, agents: &[Agent]) {
        if !self.idle.remove(agent, agents[agent.index()].idle_since)
            && let Some(position) = self.idle_newcomers.iter().position(|&it| it == agent)
        {
            self.idle_newcomers.remove(position);
        }
    }
}

/// Which of two idle agents takes the next work.
fn better(agents: &[Agent], now: SimTime, best: AgentId, it: AgentId) -> AgentId {
    let of = |id: AgentId| &agents[id.index()];
    let by_productivity = of(it).productivity(now).total_cmp(&of(best).productivity(now));
    let by_idleness = of(best).idle_since.cmp(&of(it).idle_since);
    if by_productivity.then(by_idleness).is_gt() { it } else { best }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Elapsed;

    fn agent(ramp_from: f64, ramp_days: i64) -> Agent {
        Agent {
            ramp_from,
            ramp_end: SimTime::ZERO + Elapsed::from_days(ramp_days),
            paced_until: SimTime::ZERO + Elapsed::from_days(ramp_days),
            ..Agent::nobody(crate::department::queue::Queue::default())
        }
    }

    #[test]
    fn the_most_productive_idle_agent_goes_first_then_the_longest_idle() {
        let mut agents = [agent(0.4, 90), agent(0.5, 90), agent(1.0, 0), agent(1.0, 0)];
        let mut team = Team::default();
        let mut idle = |team: &mut Team, id: u32, moment: i64, newcomer: bool| {
            agents[id as usize].idle_since = (SimTime::from_ticks(moment), id);
            team.became_idle(AgentId(id), &agents, newcomer);
            agents.clone()
        };
        idle(&mut team, 0, 1, true);
        let now = idle(&mut team, 1, 2, true);
        assert_eq!(team.next_idle(&now, SimTime::ZERO), Some(AgentId(1)));
        idle(&mut team, 3, 3, false);
        let now = idle(&mut team, 2, 4, false);
        assert_eq!(team.next_idle(&now, SimTime::ZERO), Some(AgentId(3)));
        // Once everybody is fully productive, the longest idle goes first.
        assert_eq!(team.next_idle(&now, SimTime::midnight(91)), Some(AgentId(0)));
        team.became_busy(AgentId(3), &now);
        assert_eq!(team.next_idle(&now, SimTime::ZERO), Some(AgentId(2)));
    }

    #[test]
    fn of_those_idle_since_the_same_moment_the_first_hired_goes_first() {
        let mut agents = [agent(1.0, 0), agent(1.0, 0)];
        let mut team = Team::default();
        for id in [1, 0] {
            agents[id].idle_since = (SimTime::ZERO, id as u32);
            team.became_idle(AgentId::new(id), &agents, false);
        }
        assert_eq!(team.next_idle(&agents, SimTime::ZERO), Some(AgentId(0)));
    }
}
