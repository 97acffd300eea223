//! Mend: the cheapest steps that make a candidate good enough on replications that had no part in
//! choosing it.
//!
//! A candidate keeps its promises less often on fresh replications than on those it was chosen with (the
//! winner's curse). Instead of a new search with a stricter aim, the fresh replications that it breaks are
//! cured: of all hires that could come sooner or besides, the one that cures most of them for its cost, and so on
//! until few enough are left (a greedy cover). Whatever a step breaks anew is left to the next certificate.

use super::lattice::Candidate;
use super::search::Search;

/// Broken replications on which every step is tried, and steps that are then tried on all.
const FEW: usize = 6;
const FINALISTS: usize = 3;
/// By how many slots a hire may come sooner in one step.
const SOONER: [u16; 3] = [1, 3, 8];
/// The first slots of one person more.
const MORE: [u16; 4] = [0, 7, 14, 21];

impl Search<'_, '_> {
    /// A candidate that breaks no more of the replications than may fail, as far as steps can mend it.
    pub fn mend(&mut self, mut best: Candidate) -> Option<Candidate> {
        let all: Vec<u64> = self.asked.iter().map(|it| it.0).collect();
        let mut broken = self.broken(&best, &all)?;
        while broken.len() > self.may_fail {
            let Some(better) = self.best_step(&best, &broken)? else {
                break;
            };
            broken = self.broken(&better, &broken)?;
            best = better;
        }
        Some(best)
    }

    /// Those of some replications that a candidate breaks.
    fn broken(&mut self, candidate: &Candidate, replications: &[u64]) -> Option<Vec<u64>> {
        let promises = self.promises;
        let seen = self.lab.see(candidate, replications)?;
        let pairs = replications.iter().zip(seen);
        let broken = pairs.filter(|(_, seen)| !promises.kept(seen));
        Some(broken.map(|it| *it.0).collect())
    }

    /// The step that cures most for its cost; the inner `None` when no step cures anything.
    fn best_step(&mut self, best: &Candidate, broken: &[u64]) -> Option<Option<Candidate>> {
        let cost = self.lab.cost(best);
        let every = broken.len().div_ceil(FEW);
        let few: Vec<u64> = broken.iter().copied().step_by(every).collect();
        let mut steps: Vec<(f64, Candidate)> = Vec::new();
        for step in self.steps(best) {
            let worth = self.worth(&step, cost, &few, broken.len())?;
            steps.push((worth, step));
        }
        steps.retain(|it| it.0 > 0.0);
        steps.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        steps.truncate(FINALISTS);
        let mut winner: Option<(f64, Candidate)> = None;
        for (_, step) in steps {
            let worth = self.worth(&step, cost, broken, broken.len())?;
            if worth > winner.as_ref().map_or(0.0, |it| it.0) {
                winner = Some((worth, step));
            }
        }
        Some(winner.map(|it| it.1))
    }

    /// Broken replications that a step cures, no more than must be cured, for its cost.
    fn worth(&mut self, step: &Candidate, cost: f64, some: &[u64], of: usize) -> Option<f64> {
        let left = self.broken(step, some)?.len();
        let cured = (some.len() - left) as f64 * of as f64 / some.len() as f64;
        let needed = (of - self.may_fail) as f64;
        // A step that costs nothing more is the best there is.
        let more = (self.lab.cost(step) - cost).max(1e-6);
        Some(cured.min(needed) / more)
    }

    /// Every hire sooner, and every person more.
    fn steps(&self, best: &Candidate) -> Vec<Candidate> {
        let mut steps = Vec::new();
        for (opening, facts) in self.lab.lattice.openings.iter().enumerate() {
            for hire in 0..best.hires[opening].len() {
                for sooner in SOONER {
                    let mut step = best.clone();
                    let slot = &mut step.hires[opening][hire];
                    *slot = slot.saturating_sub(sooner);
                    steps.push(step);
                }
            }
            let slots = facts.slots.len() as u16;
            if (best.hires[opening].len() as u32) < facts.most {
                for slot in MORE.into_iter().filter(|it| *it < slots) {
                    let mut step = best.clone();
                    step.hires[opening].push(slot);
                    steps.push(step);
                }
            }
        }
        for step in &mut steps {
            step.hires.iter_mut().for_each(|it| it.sort_unstable());
        }
        steps.sort();
        steps.dedup();
        steps.retain(|it| it != best);
        steps
    }
}
