//! Mentoring: who knows the work gives newcomers some hours a week.

use crate::department::event::Event;
use crate::department::observer::Observer;
use crate::department::{Department, Future};
use crate::ids::AgentId;
use crate::time::{Effort, Elapsed};

impl<O: Observer> Department<'_, O> {
    /// A week of a newcomer's ramp-up: somebody who knows the work gives some hours.
    pub(crate) fn mentoring(&mut self, newcomer: AgentId, future: &mut Future) {
        let it = &self.agents[newcomer.index()];
        let (role, ramp_end, left) = (it.role, it.ramp_end, it.left);
        let now = future.now();
        if left || now >= ramp_end {
            return;
        }
        future.schedule(now + Elapsed::from_days(7), Event::Mentoring { newcomer });
        let ramp = &self.scenario.roles[role.index()].ramp;
        let mentors = self.team(ramp.mentor.unwrap_or(role)).members.iter().copied();
        let mentor = mentors
            .filter(|&it| it != newcomer && self.agents[it.index()].is_present())
            .find(|&it| self.agents[it.index()].ramp_end <= now);
        let Some(mentor) = mentor else {
            return;
        };
        let effort = Effort::from_seconds(ramp.mentoring.value(&self.numbers.inputs));
        self.create_mentoring(mentor, effort, future);
    }
}
