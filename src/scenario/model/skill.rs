//! Skills: what some people of a role can do and others cannot.

use super::{PayOf, Scenario};
use crate::ids::{RoleId, SkillId};
use std::iter::repeat_n;

/// Some of a scenario's skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Skills(u64);

impl Skills {
    /// As many as a scenario may have.
    pub(crate) const MOST: usize = u64::BITS as usize;

    /// Whether somebody with these can do work that asks for a skill, or for none.
    #[inline]
    pub(crate) fn suffice(self, asked: Option<SkillId>) -> bool {
        asked.is_none_or(|it| self.0 >> it.index() & 1 == 1)
    }
}

impl FromIterator<SkillId> for Skills {
    fn from_iter<I: IntoIterator<Item = SkillId>>(all: I) -> Self {
        Self(all.into_iter().fold(0, |bits, it| bits | 1 << it.index()))
    }
}

impl Scenario {
    /// What somebody of a role can do: as is said of them, else as of the role.
    pub(crate) fn skills_of(&self, role: RoleId, pay: PayOf) -> Skills {
        let own = self.person(pay).and_then(|it| it.skills);
        own.unwrap_or(self.roles[role.index()].skills)
    }

    /// The skills of everybody of a role who is there at the start or comes on a date, and on which
    /// terms.
    pub(crate) fn people_of(&self, role: RoleId) -> impl Iterator<Item = (PayOf, Skills)> + '_ {
        let own = &self.roles[role.index()];
        let listed = (0..own.people.len()).map(move |it| self.pay_of_person(role, it));
        let others = (own.headcount as usize).saturating_sub(own.people.len());
        let hires = self.hires.iter().enumerate().filter(move |it| it.1.role == role);
        let coming = hires.flat_map(|(at, it)| repeat_n(self.pay_of_hire(at), it.count as usize));
        let all = listed.chain(repeat_n(PayOf::default(), others)).chain(coming);
        all.map(move |it| (it, self.skills_of(role, it)))
    }
}
