//! Mend: the cheapest steps that make a candidate good enough.
//!
//! Of all hires that could come sooner or besides, the one is taken that cures most of the replications which the
//! candidate breaks for its cost, and so on until few enough are left: the greedy way to cover, with
//! worths that are only looked at anew when they come up (Minoux, Accelerated greedy algorithms, 1978).
//! It leads from the dates of a rule to a good candidate; and when replications that were not thought to be hard
//! break it, it mends those.

use super::Search;
use super::hire_options::Candidate;
use std::collections::BTreeMap;

/// Broken replications on which a step is tried.
const FEW: usize = 8;
/// Replications that tell by breaking once at most that easier ones hardly break.
const IN_A_ROW: usize = 20;
/// By how many slots a hire may come sooner in one step.
const SOONER: [u16; 3] = [1, 3, 8];
/// The slots of one person more.
const MORE: [u16; 4] = [0, 7, 14, 21];

/// A change that costs more and breaks less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// One person more in a slot.
    More { opening: usize, slot: u16 },
    /// One of those who come in a slot comes sooner by so many.
    Sooner { opening: usize, slot: u16, by: u16 },
}

impl Step {
    fn taken(self, candidate: &Candidate) -> Candidate {
        let mut changed = candidate.clone();
        let opening = match self {
            Self::More { opening, slot } => {
                changed.hires[opening].push(slot);
                opening
            }
            Self::Sooner { opening, slot, by } => {
                let same = changed.hires[opening].iter_mut().find(|it| **it == slot);
                same.into_iter().for_each(|it| *it = slot.saturating_sub(by));
                opening
            }
        };
        changed.hires[opening].sort_unstable();
        changed
    }
}

impl Search<'_, '_> {
    /// A candidate that breaks no more of the replications than may fail, as far as steps can mend it; `None`
    /// when stopped.
    pub(crate) fn mend(&mut self, mut best: Candidate) -> Option<Candidate> {
        let all: Vec<u64> = self.asked.iter().map(|it| it.0).collect();
        let mut broken = self.broken(&best, &all)?;
        let mut worths: BTreeMap<Step, f64> = BTreeMap::new();
        while broken.len() > self.may_fail {
            let mut step = self.best_step(&best, &broken, &mut worths)?;
            if step.is_none() && !worths.is_empty() {
                // What cured nothing before other steps were taken may cure something now.
                worths.clear();
                step = self.best_step(&best, &broken, &mut worths)?;
            }
            let Some(step) = step else {
                break;
            };
            worths.remove(&step);
            best = step.taken(&best);
            broken = self.broken(&best, &broken)?;
        }
        Some(best)
    }

    /// A candidate that breaks no more of all replications than may fail, and not only few of those that were thought to
    /// be hard: of the others, the hardest first, as many are looked at until hardly any of some in a row break.
    /// `None` when stopped.
    pub(crate) fn held_against(
        &mut self,
        ranked: &[u64],
        candidate: Candidate,
        may_fail: usize,
    ) -> Option<Candidate> {
        let is_asked = |it: &u64| self.asked.iter().any(|asked| asked.0 == *it);
        let others: Vec<u64> = ranked.iter().copied().filter(|it| !is_asked(it)).collect();
        for few in others.chunks(IN_A_ROW) {
            let broken = self.broken(&candidate, few)?;
            let hardly_any = broken.len() < 2;
            self.asked.extend(broken.into_iter().map(|it| (it, 1)));
            if hardly_any {
                break;
            }
        }
        self.may_fail = may_fail;
        self.mend(candidate)
    }

    /// Those of some replications that a candidate breaks.
    fn broken(&mut self, candidate: &Candidate, replications: &[u64]) -> Option<Vec<u64>> {
        let kept = self.lab.keeps(candidate, self.promises, replications)?;
        let broken = replications.iter().zip(kept).filter(|(_, kept)| !kept);
        Some(broken.map(|it| *it.0).collect())
    }

    /// The step that cures most for its cost, `worths` of former rounds being taken for bounds; the inner `None`
    /// when no step cures anything.
    fn best_step(
        &mut self,
        best: &Candidate,
        broken: &[u64],
        worths: &mut BTreeMap<Step, f64>,
    ) -> Option<Option<Step>> {
        let every = broken.len().div_ceil(FEW);
        let few: Vec<u64> = broken.iter().copied().step_by(every).collect();
        let steps = self.steps(best);
        let mut looked_at: Vec<Step> = Vec::new();
        loop {
            let worth = |it: &Step| worths.get(it).copied().unwrap_or(f64::INFINITY);
            let first =
                steps.iter().max_by(|a, b| worth(a).total_cmp(&worth(b)).then_with(|| b.cmp(a)));
            let Some(&first) = first else {
                return Some(None);
            };
            if looked_at.contains(&first) {
                return Some((worth(&first) > 0.0).then_some(first));
            }
            let found = self.worth(&first.taken(best), best, &few)?;
            worths.insert(first, found);
            looked_at.push(first);
        }
    }

    /// The share of the broken replications that a changed candidate cures, for its cost.
    fn worth(&mut self, changed: &Candidate, best: &Candidate, broken: &[u64]) -> Option<f64> {
        let left = self.broken(changed, broken)?.len();
        let cured = (broken.len() - left) as f64 / broken.len() as f64;
        // A step that costs nothing more is the best there is.
        let more = (self.lab.cost(changed) - self.lab.cost(best)).max(1e-6);
        Some(cured / more)
    }

    fn steps(&self, best: &Candidate) -> Vec<Step> {
        let mut steps = Vec::new();
        for (opening, facts) in self.lab.lattice.openings.iter().enumerate() {
            let mut slots = best.hires[opening].clone();
            slots.dedup();
            for slot in slots.into_iter().filter(|it| *it > 0) {
                steps.extend(SOONER.map(|by| Step::Sooner { opening, slot, by }));
            }
            let last = facts.slots.len() as u16;
            if (best.hires[opening].len() as u32) < facts.most {
                let more = MORE.into_iter().filter(|it| *it < last);
                steps.extend(more.map(|slot| Step::More { opening, slot }));
            }
        }
        steps
    }
}
