//! Queue points: where items wait for a role, and who takes from them.

use super::{Layout, Urgency};
use crate::ids::RoleId;
use crate::scenario::Discipline;

/// Where items wait for a role: one queue point for each role and list of stand-ins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct QueuePoint {
    /// The role.
    pub(crate) role: RoleId,
    /// Who may take from it when nobody of the role is there.
    pub(crate) stand_in: Vec<RoleId>,
}

impl Layout {
    pub(crate) fn point(&mut self, role: RoleId, stand_in: Vec<RoleId>) -> u32 {
        let point = QueuePoint { role, stand_in };
        let known = self.points.iter().position(|it| *it == point);
        known.unwrap_or_else(|| {
            self.points.push(point);
            self.points.len() - 1
        }) as u32
    }

    pub(crate) fn points_of_role(&self, role: RoleId) -> (Vec<u32>, Vec<u32>) {
        let points = 0..self.points.len() as u32;
        let point = |it: &u32| &self.points[*it as usize];
        (
            points.clone().filter(|it| point(it).role == role).collect(),
            points.filter(|it| point(it).stand_in.contains(&role)).collect(),
        )
    }

    pub(crate) fn joint_points(&self, role: RoleId) -> Vec<u32> {
        let joint = self.tasks.iter().filter(|it| it.together_with == Some(role));
        let mut points: Vec<u32> = joint.map(|it| it.point).collect();
        points.sort_unstable();
        points.dedup();
        points
    }

    pub(crate) fn only_point(&self, role: usize, discipline: Discipline) -> Option<u32> {
        let (own, others) = &self.points_of[role];
        let &[point] = &own[..] else {
            return None;
        };
        let at_point = self.tasks.iter().filter(|it| it.point == point);
        let mut levels: Vec<Urgency> =
            at_point.map(|it| self.levels[usize::from(it.stream.level)]).collect();
        levels.sort_unstable();
        levels.dedup();
        let rivals = levels.windows(2).any(|it| it[0].priority == it[1].priority);
        let only = others.is_empty() && self.joint_points_of[role].is_empty() && !rivals;
        (only && discipline == Discipline::Priority).then_some(point)
    }
}
