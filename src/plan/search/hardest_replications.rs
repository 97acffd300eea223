//! Hard: the replications in which promises are hardest to keep.
//!
//! Whether a candidate is sure enough is decided by the replications with the heaviest loads; the easy ones only
//! agree. A search that looks at the hardest of many replications gets by with a part of the
//! simulations and is misled less by the luck of a few (stratified screening). That the easy ones are kept
//! is not taken on trust: the plan's certificate comes from all of its replications.

use super::evaluator::Lab;
use super::hire_options::Candidate;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use std::collections::BTreeSet;

/// So many of some replications, the hardest first; `None` when stopped.
pub(crate) fn hardest(
    lab: &mut Lab<'_>,
    promises: &Promises,
    replications: &[u64],
    count: usize,
) -> Option<Vec<u64>> {
    let mut ranked = ranked(lab, promises, replications, count)?;
    ranked.truncate(count);
    Some(ranked)
}

/// Some replications, the hardest first, so many of which must be told apart; `None` when stopped.
///
/// What half of everybody who may be hired misses ranks them, and where that is nothing, what today's people miss: what
/// they keep, more people keep as well.
pub(crate) fn ranked(
    lab: &mut Lab<'_>,
    promises: &Promises,
    replications: &[u64],
    count: usize,
) -> Option<Vec<u64>> {
    let half = lab.lattice.everybody(0.5);
    let mut scores: Vec<(usize, usize)> = vec![(0, 0); replications.len()];
    for (score, seen) in scores.iter_mut().zip(lab.see(&half, replications)?) {
        score.0 = missed(promises, seen);
    }
    if scores.iter().filter(|it| it.0 > 0).count() < count {
        let nobody = lab.lattice.nobody();
        for (score, seen) in scores.iter_mut().zip(lab.see(&nobody, replications)?) {
            score.1 = missed(promises, seen);
        }
    }
    let mut ranked: Vec<(u64, (usize, usize))> = replications.iter().copied().zip(scores).collect();
    ranked.sort_by_key(|&(replication, score)| (std::cmp::Reverse(score), replication));
    Some(ranked.into_iter().map(|it| it.0).collect())
}

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

/// Spans by which a goal is broken, over all goals.
fn missed(promises: &Promises, seen: &Seen) -> usize {
    let goals = 0..promises.goals.len();
    goals.map(|it| promises.missed(seen, it).iter().count()).sum()
}
