//! Sure: a rule that suffices in all replications, and not only in those that were thought to be hard.
//!
//! What is hard depends on the rule: the engineers' worst future may be an easy one for all others. A rule that
//! suffices in the hard replications is held against the easy ones too; those that break it are hard from then
//! on.

use super::search::RuleSearch;
use crate::plan::ground::failures;
use crate::plan::search::hire_options::Candidate;
use std::collections::BTreeSet;

/// Of the failures that were allowed, this part is after a rule was not proved.
const LEFT: f64 = 0.9;
/// How many times a rule that suffices in the hard replications is held against the others.
const ROUNDS: usize = 6;

impl RuleSearch<'_, '_> {
    /// A rule that suffices in all replications, or the strictest, and whether it does; `None` when stopped.
    pub(crate) fn sure(&mut self, mut rule: Candidate) -> Option<(Candidate, bool)> {
        for _ in 0..ROUNDS {
            self.hold_against_all(&rule)?;
            if self.race.is_good(&rule)? {
                return Some((rule, true));
            }
            let (stricter, good) = self.suffice(rule)?;
            rule = stricter;
            if !good {
                return Some((rule, false));
            }
        }
        let good = self.race.is_good(&rule)?;
        Some((rule, good))
    }

    /// Those of the easy replications that break a rule are hard ones from now on. `None` when stopped.
    fn hold_against_all(&mut self, rule: &Candidate) -> Option<()> {
        let easier = self.easier();
        let kept = self.race.lab.keeps(rule, self.race.promises, &easier)?;
        self.note(rule, &easier);
        let broken: Vec<u64> =
            easier.into_iter().zip(kept).filter(|it| !it.1).map(|it| it.0).collect();
        self.easy.retain(|it| !broken.contains(it));
        self.race.asked.extend(broken.iter().map(|it| (*it, 1)));
        Some(())
    }

    /// Replications that are not hard.
    fn easier(&self) -> Vec<u64> {
        let hard: BTreeSet<u64> = self.race.asked.iter().map(|it| it.0).collect();
        self.ranked.iter().copied().filter(|it| !hard.contains(it)).collect()
    }

    /// Learns from replications that did not prove a rule: they are searched from now on as well, and of all of
    /// them fewer may fail than before. `None` when stopped.
    pub(crate) fn learn(&mut self, replications: &[u64], rule: &Candidate) -> Option<()> {
        self.ranked.extend(replications);
        let surer = 1.0 - (1.0 - self.share) * LEFT;
        self.share = surer.min(self.attained).max(self.share);
        self.race.may_fail = failures(self.share, self.ranked.len());
        self.note(rule, replications);
        self.hold_against_all(rule)
    }
}
