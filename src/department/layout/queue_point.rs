//! Queue points: where items wait for a role, and who takes from them.

use super::task::{Task, Urgency};
use crate::ids::{RoleId, SkillId};
use crate::scenario::{PoolMember, SideBySide};
use crate::time::Effort;

/// Where items wait for a role: one queue point for each role or pool of
/// roles, skill, list of stand-ins, and way to serve several at a time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct QueuePoint {
    /// The role; of a pool the first.
    pub(crate) role: RoleId,
    /// All roles that take from it, by rank; empty where it is one.
    pub(crate) pool: Vec<PoolMember>,
    /// What whoever takes from it must be able to do.
    pub(crate) skill: Option<SkillId>,
    /// Who may take from it when nobody of these is there.
    pub(crate) stand_in: Vec<RoleId>,
    /// How many of its items one person serves at a time, where not one.
    pub(crate) side_by_side: Option<SideBySide>,
}

impl QueuePoint {
    /// Whose work it is.
    pub(crate) fn members(&self) -> impl Iterator<Item = RoleId> + '_ {
        let only = self.pool.is_empty().then_some(self.role);
        only.into_iter().chain(self.pool.iter().map(|it| it.role))
    }

    /// The least time of a person that so much work of one of its items takes: with as many in hand
    /// as may be.
    pub(crate) fn least_time_of(&self, effort: Effort) -> Effort {
        self.side_by_side.map_or(effort, |it| effort.scaled(it.least_share()))
    }

    /// How many times the effort its work takes the people of a role.
    pub(crate) fn effort_of(&self, role: RoleId) -> f64 {
        self.pool.iter().find(|it| it.role == role).map_or(1.0, |it| it.effort)
    }
}

/// The queue points that a role has to do with.
#[derive(Clone, Debug)]
pub(crate) struct RolePoints {
    /// Its own.
    pub(crate) own: Vec<u32>,
    /// Those it stands in for.
    pub(crate) covered: Vec<u32>,
    /// Both, its own first.
    pub(crate) all: Vec<u32>,
    /// Those of other roles with joint work that it takes part in.
    pub(crate) joint: Vec<u32>,
    /// The only one that it ever takes work from, where it is the only one, no joint work of others
    /// may come, and the levels say which work goes first.
    pub(crate) only: Option<u32>,
}

impl RolePoints {
    /// The queue points of a role, of all.
    pub(super) fn of(
        role: RoleId,
        points: &[QueuePoint],
        tasks: &[Task],
        levels: &[Urgency],
    ) -> Self {
        let those = |wanted: &dyn Fn(&QueuePoint) -> bool| -> Vec<u32> {
            let all = 0..points.len() as u32;
            all.filter(|it| wanted(&points[*it as usize])).collect()
        };
        let own = those(&|it| it.members().any(|it| it == role));
        let covered = those(&|it| it.stand_in.contains(&role));
        let with_role = tasks.iter().filter(|it| it.together_with == Some(role));
        let mut joint: Vec<u32> = with_role.map(|it| it.point).collect();
        joint.sort_unstable();
        joint.dedup();
        let only = match own[..] {
            [point]
                if points[point as usize].pool.is_empty()
                    && points[point as usize].side_by_side.is_none()
                    && covered.is_empty()
                    && joint.is_empty() =>
            {
                Some(point)
            }
            _ => None,
        };
        let in_order = |&point: &u32| !has_rival_levels(point, tasks, levels);
        let all = [&own[..], &covered[..]].concat();
        Self { only: only.filter(in_order), own, covered, all, joint }
    }
}

/// Whether tasks of one priority but of two levels meet at a queue point.
fn has_rival_levels(point: u32, tasks: &[Task], levels: &[Urgency]) -> bool {
    let at_point = tasks.iter().filter(|it| it.point == point);
    let mut met: Vec<Urgency> = at_point.map(|it| levels[usize::from(it.stream.level)]).collect();
    met.sort_unstable();
    met.dedup();
    met.windows(2).any(|it| it[0].priority == it[1].priority)
}
