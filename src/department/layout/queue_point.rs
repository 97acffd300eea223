//! Desks: where items wait for a role, and who takes from them.

use super::{Layout, Level};
use crate::ids::RoleId;
use crate::scenario::Discipline;

/// Where items wait for a role: one desk for each role and list of stand-ins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Desk {
    /// The role.
    pub(crate) role: RoleId,
    /// Who may take from it when nobody of the role is there.
    pub(crate) stand_in: Vec<RoleId>,
}

impl Layout {
    pub(crate) fn desk(&mut self, role: RoleId, stand_in: Vec<RoleId>) -> u32 {
        let desk = Desk { role, stand_in };
        let known = self.desks.iter().position(|it| *it == desk);
        known.unwrap_or_else(|| {
            self.desks.push(desk);
            self.desks.len() - 1
        }) as u32
    }

    pub(crate) fn desks_of_role(&self, role: RoleId) -> (Vec<u32>, Vec<u32>) {
        let desks = 0..self.desks.len() as u32;
        let desk = |it: &u32| &self.desks[*it as usize];
        (
            desks.clone().filter(|it| desk(it).role == role).collect(),
            desks.filter(|it| desk(it).stand_in.contains(&role)).collect(),
        )
    }

    pub(crate) fn joint_desks(&self, role: RoleId) -> Vec<u32> {
        let joint = self.works.iter().filter(|it| it.together_with == Some(role));
        let mut desks: Vec<u32> = joint.map(|it| it.desk).collect();
        desks.sort_unstable();
        desks.dedup();
        desks
    }

    pub(crate) fn only_desk(&self, role: usize, discipline: Discipline) -> Option<u32> {
        let (own, others) = &self.desks_of[role];
        let &[desk] = &own[..] else {
            return None;
        };
        let at_desk = self.works.iter().filter(|it| it.desk == desk);
        let mut levels: Vec<Level> =
            at_desk.map(|it| self.levels[usize::from(it.stream.level)]).collect();
        levels.sort_unstable();
        levels.dedup();
        let rivals = levels.windows(2).any(|it| it[0].priority == it[1].priority);
        let only = others.is_empty() && self.joint_desks_of[role].is_empty() && !rivals;
        (only && discipline == Discipline::Priority).then_some(desk)
    }
}
