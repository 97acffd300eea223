//! Pruned: nobody is asked for now whose absence changes nothing.
//!
//! A rule may ask for somebody whom it was given on the way, and who breaks nothing when he is not there.
//! Before anything is proved, each role's last person of now is left to the reviews, in the same
//! replications: where as many of them are kept, nobody asks for him now. All of this happens on
//! replications of the search; the fresh ones are not looked at.

use super::combination::SAME;
use super::search::{RuleSearch, with};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Replications between two looks, and by how many a rule may be behind at one of them.
const CHUNK: usize = 6;
const BEHIND: isize = 1;

impl RuleSearch<'_, '_> {
    /// The rule without people of now who keep no replication of the search; `None` when stopped.
    pub(crate) fn pruned(&mut self, mut best: Candidate) -> Option<Candidate> {
        for position in self.dearest_first(&best) {
            while let Some(fewer) = self.fewer(&best, position)? {
                best = fewer;
            }
        }
        Some(best)
    }

    /// The rule with one person fewer now, where that keeps as many replications and costs no more; the inner
    /// `None` where every person is needed.
    fn fewer(&mut self, best: &Candidate, position: usize) -> Option<Option<Candidate>> {
        let choice = best.rules[position];
        let fewer = choice.now.checked_sub(1).map(|now| Choice { now, ..choice });
        let fewer = fewer.map(|it| with(best, position, it));
        let Some(fewer) = fewer.filter(|it| self.may_suffice(it)) else {
            return Some(None);
        };
        let surplus = self.as_sure(&fewer, best)?
            && self.cost(&fewer)? <= self.cost(best)? * self.dearest(&fewer, position);
        Some(surplus.then_some(fewer))
    }

    /// What a rule with one person fewer now may cost, as a part of what it costs with him: who is asked for at
    /// the first review anyhow is missed until then, and must spare something.
    fn dearest(&self, fewer: &Candidate, position: usize) -> f64 {
        if self.asks_soon(fewer, position) { 1.0 - SAME } else { 1.0 + SAME }
    }

    /// Whether one rule keeps as many of the hard replications as another.
    pub(super) fn as_sure(&mut self, rule: &Candidate, other: &Candidate) -> Option<bool> {
        // Those that have failed most often come first.
        let hard: Vec<u64> = self.race.asked.iter().map(|it| it.0).collect();
        keeps_as_many(self.race.lab, self.race.promises, [rule, other], &hard)
    }
}

/// Whether the first of two rules keeps as many of some replications as the second: where it keeps fewer of the
/// first of them, that is soon known. `None` when stopped.
pub(super) fn keeps_as_many(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rules: [&Candidate; 2],
    replications: &[u64],
) -> Option<bool> {
    let mut ahead = 0;
    for few in replications.chunks(CHUNK) {
        let [ours, theirs] = rules.map(|it| {
            let kept = lab.keeps(it, promises, few)?;
            Some(kept.iter().filter(|it| **it).count() as isize)
        });
        ahead += ours? - theirs?;
        if ahead < -BEHIND {
            return Some(false);
        }
    }
    Some(ahead >= 0)
}
