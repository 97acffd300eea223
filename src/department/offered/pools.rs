//! Work that any of several roles may do, shared out among them.
//!
//! It is shared so that the busiest of them is as little busy as can be: that is the share with
//! which the people are enough, if any is. Whom the department asks first decides how the work is
//! shared while there is little of it, but not whether it can be done.

use crate::scenario::{Inputs, PoolMember, Scenario, route};

/// More rounds change nothing that anybody would see.
const ROUNDS: usize = 60;

/// What some roles together may do.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    members: Vec<PoolMember>,
    /// Seconds for an item of each stream.
    pub(super) seconds: Vec<f64>,
}

impl Pool {
    /// Every pool of a scenario.
    pub(super) fn of(scenario: &Scenario, inputs: &Inputs) -> Vec<Self> {
        let mut pools: Vec<Self> = Vec::new();
        let streams = scenario.streams.len();
        for (index, stream) in scenario.streams.iter().enumerate() {
            route::walk(&stream.route, 1.0, inputs, &mut |step, weight| {
                let Some(effort) = step.effort.filter(|it| !it.pool.is_empty()) else { return };
                let known = pools.iter().position(|it| it.members == effort.pool);
                let position = known.unwrap_or_else(|| {
                    let members = effort.pool.clone();
                    pools.push(Self { members, seconds: vec![0.0; streams] });
                    pools.len() - 1
                });
                pools[position].seconds[index] += weight * effort.mean_seconds(inputs);
            });
        }
        pools
    }

    /// Each role, and the seconds of an equal part of an item of a stream.
    pub(super) fn each_part(&self, stream: usize, mut each: impl FnMut(usize, f64)) {
        let part = self.seconds[stream] / self.members.len() as f64;
        self.members.iter().for_each(|it| each(it.role.index(), part * it.effort));
    }

    /// Shares out some hours of work among the roles, of which `people` are busy with other work, and
    /// adds to each what it does.
    fn share(&self, work: f64, hours: &[f64], there: &[f64], people: &[f64]) -> Vec<f64> {
        // With every role busy to the same part x, a role does (x · there − people) · hours ÷ effort
        // of the work, and none where that is negative: x is where the sum is all of it.
        let rate = |it: &PoolMember| hours[it.role.index()] / it.effort;
        let busy = |it: &PoolMember| people[it.role.index()] / there[it.role.index()];
        let mut by_busy: Vec<&PoolMember> = self.members.iter().collect();
        by_busy.sort_by(|one, other| busy(one).total_cmp(&busy(other)));
        let (mut slope, mut taken, mut level) = (0.0, 0.0, 0.0);
        for (position, it) in by_busy.iter().enumerate() {
            let role = it.role.index();
            slope += there[role] * rate(it);
            taken += people[role] * rate(it);
            level = (work + taken) / slope;
            if by_busy.get(position + 1).is_none_or(|next| level <= busy(next)) {
                break;
            }
        }
        let added = |it: &PoolMember| {
            let role = it.role.index();
            (level * there[role] - people[role]).max(0.0)
        };
        self.members.iter().map(added).collect()
    }
}

/// How many people of each role share: those who are there, or those of the start; where a scenario
/// has nobody at all, one of each.
pub(super) fn there(scenario: &Scenario, present: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let given: Vec<f64> = (0..scenario.roles.len()).map(present).collect();
    let known = given.iter().any(|it| *it > 0.0);
    let people = |role: usize| match known {
        true => given[role],
        false => f64::from(scenario.roles[role].headcount),
    };
    // Nobody still does a little: then it is all that is left, and shows as a load without people.
    (0..scenario.roles.len()).map(|it| people(it).max(1e-6)).collect()
}

/// Adds to the people of each role whom other work keeps busy those whom pooled work (seconds of each
/// pool) keeps busy as well.
pub(super) fn share_out(
    pools: &[Pool],
    seconds: &[f64],
    (hours, there): (&[f64], &[f64]),
    people: &mut [f64],
) {
    let mut added: Vec<Vec<f64>> = pools.iter().map(|it| vec![0.0; it.members.len()]).collect();
    let rounds = if pools.len() == 1 { 1 } else { ROUNDS };
    for _ in 0..rounds {
        for (position, pool) in pools.iter().enumerate() {
            for (member, added) in pool.members.iter().zip(&added[position]) {
                people[member.role.index()] -= added;
            }
            let work = seconds[position] / 3_600.0;
            added[position] = pool.share(work, hours, there, people);
            for (member, added) in pool.members.iter().zip(&added[position]) {
                people[member.role.index()] += added;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::RoleId;

    fn pool(members: &[(usize, f64)]) -> Pool {
        let member = |&(role, effort): &(usize, f64)| PoolMember {
            role: RoleId::new(role),
            effort,
            rank: 0,
        };
        Pool { members: members.iter().map(member).collect(), seconds: Vec::new() }
    }

    fn shared(pools: &[(Pool, f64)], there: &[f64], own: &[f64]) -> Vec<f64> {
        let hours = vec![100.0; there.len()];
        let (pools, seconds): (Vec<Pool>, Vec<f64>) =
            pools.iter().map(|it| (it.0.clone(), it.1 * 360_000.0)).unzip();
        let mut people = own.to_vec();
        share_out(&pools, &seconds, (&hours, there), &mut people);
        people.iter().map(|it| (it * 1e6).round() / 1e6).collect()
    }

    #[test]
    fn work_is_shared_by_the_people_who_are_there() {
        assert_eq!(
            shared(&[(pool(&[(0, 1.0), (1, 1.0)]), 2.0)], &[3.0, 1.0], &[0.0, 0.0]),
            [1.5, 0.5]
        );
    }

    #[test]
    fn whoever_is_busy_with_other_work_does_less_of_it_or_none() {
        let both = pool(&[(0, 1.0), (1, 1.0)]);
        assert_eq!(shared(&[(both.clone(), 1.0)], &[2.0, 2.0], &[1.0, 0.0]), [1.0, 1.0]);
        assert_eq!(shared(&[(both, 0.5)], &[2.0, 2.0], &[1.5, 0.0]), [1.5, 0.5]);
    }

    #[test]
    fn whom_it_takes_longer_is_kept_busy_longer_by_it() {
        // One person each, x of the first and x of the second, who does half as much: x + x ÷ 2 = 1.
        let slower = pool(&[(0, 1.0), (1, 2.0)]);
        assert_eq!(shared(&[(slower, 1.0)], &[1.0, 1.0], &[0.0, 0.0]), [0.666667, 0.666667]);
    }

    #[test]
    fn pools_that_share_a_role_even_out() {
        // English by Ben or Anna, French by Anna alone: Anna does French, and both are equally busy.
        let pools = [(pool(&[(0, 1.0), (1, 1.0)]), 1.0), (pool(&[(1, 1.0)]), 0.4)];
        assert_eq!(shared(&pools, &[1.0, 1.0], &[0.0, 0.0]), [0.7, 0.7]);
        // A chain of pools: 3 people in all for 2.4 people's work, of which the ends have 1 and 0.4.
        let chain = [(pool(&[(0, 1.0), (1, 1.0)]), 1.2), (pool(&[(1, 1.0), (2, 1.0)]), 1.2)];
        assert_eq!(shared(&chain, &[1.0, 1.0, 1.0], &[0.0; 3]), [0.8, 0.8, 0.8]);
    }
}
