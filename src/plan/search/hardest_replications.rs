//! Hard: the replications in which promises are hardest to keep.
//!
//! Whether a candidate is sure enough is decided by the replications with the heaviest loads; the easy ones only
//! agree. A search that looks at the hardest of many replications gets by with a part of the
//! simulations and is misled less by the luck of a few (stratified screening). That the easy ones are kept
//! is not taken on trust: what is found is held against them as well.

use super::evaluator::Lab;
use super::hire_options::Candidate;
use crate::plan::promises::Promises;
use std::collections::BTreeSet;

/// Some replications, the hardest for a candidate first: of each promise in turn the one in which it is broken
/// longest, so that no role's worst futures are crowded out by those of another. `None` when stopped.
pub(crate) fn hardest_for(
    lab: &mut Lab<'_>,
    promises: &Promises,
    candidate: &Candidate,
    replications: &[u64],
) -> Option<Vec<u64>> {
    let seen = lab.see(candidate, replications)?;
    let of_goal = |goal: usize| {
        let missed = seen.iter().map(|it| promises.missed(it, goal).iter().count());
        let broken = replications.iter().copied().zip(missed).filter(|it| it.1 > 0);
        let mut broken: Vec<(u64, usize)> = broken.collect();
        broken.sort_by_key(|&(replication, missed)| (std::cmp::Reverse(missed), replication));
        broken.into_iter().map(|it| it.0).collect::<Vec<u64>>()
    };
    let by_goal: Vec<Vec<u64>> = (0..promises.goals.len()).map(of_goal).collect();
    let places = 0..replications.len();
    let in_turn = places.flat_map(|place| by_goal.iter().filter_map(move |it| it.get(place)));
    let mut ranked: Vec<u64> = Vec::with_capacity(replications.len());
    let mut known: BTreeSet<u64> = BTreeSet::new();
    for &replication in in_turn.chain(replications) {
        if known.insert(replication) {
            ranked.push(replication);
        }
    }
    Some(ranked)
}
