//! Search: the cheapest candidate that keeps every promise in enough replications.
//!
//! Candidates share their chance (common random numbers), so that a replication which breaks one of them breaks
//! most cheaper ones too: only the hardest of them are asked, those that have failed often first, and a
//! candidate is given up as soon as more have failed than may. The search begins with dates that a rule suggests,
//! mends them until the candidate is good enough, and then delays and drops hires, largest steps first,
//! as long as it stays so; then it makes the moves that pay, and last it trades one hire's delay for
//! another's advance.

pub(crate) mod evaluator;
pub(crate) mod hardest_replications;
pub(crate) mod hire_options;
pub(crate) mod moves;
pub(crate) mod need;
mod repair;
pub(crate) mod run;
pub(crate) mod staff;
pub(crate) mod worlds;

use crate::plan::promises::Promises;
use evaluator::Lab;
use hire_options::Candidate;

/// Replications between two looks, beyond those that may fail.
const CHUNK: usize = 2;
/// Replications that moves may take when nothing is left.
const FOR_MOVES: usize = 200;
/// Replications that may make a good candidate cheaper when nothing is left.
const CHEAPENING: usize = 60;
/// Delays that are tried, in months, the largest first.
const STEPS: [u16; 4] = [8, 4, 2, 1];

/// A search among candidates.
pub(crate) struct Search<'l, 'a> {
    /// Where candidates are simulated.
    pub(crate) lab: &'l mut Lab<'a>,
    /// What must be kept.
    pub(crate) promises: &'l Promises,
    /// Replications of each candidate that is not given up, and how often each has failed.
    pub(crate) asked: Vec<(u64, u32)>,
    /// How many of them may fail.
    pub(crate) may_fail: usize,
    /// Replications in all, over all candidates.
    pub(crate) limit: usize,
}

impl<'l, 'a> Search<'l, 'a> {
    /// A search that has not begun.
    pub(crate) fn new(
        lab: &'l mut Lab<'a>,
        promises: &'l Promises,
        replications: &[u64],
        may_fail: usize,
        budget: usize,
    ) -> Self {
        Self {
            limit: lab.spent() + budget,
            lab,
            promises,
            asked: replications.iter().map(|&it| (it, 0)).collect(),
            may_fail,
        }
    }

    /// A cheap candidate on from some ways, the cheapest first, that suffices as far as steps can mend it; `None` when
    /// stopped.
    pub(crate) fn cheap(&mut self, ways: Vec<Candidate>) -> Option<Candidate> {
        let start = self.first_good(ways)?;
        // However long it took to find one.
        self.limit = self.limit.max(self.lab.spent() + CHEAPENING);
        self.cheapen(start)
    }

    /// Whether a candidate is good enough; gives up early when it is not.
    pub(crate) fn is_good(&mut self, candidate: &Candidate) -> Option<bool> {
        // Stable: those that have failed as often stay in the order in which they were given.
        self.asked.sort_by_key(|it| std::cmp::Reverse(it.1));
        let mut failed = 0;
        for chunk in self.asked.chunks_mut(self.may_fail + CHUNK) {
            let replications: Vec<u64> = chunk.iter().map(|it| it.0).collect();
            let kept = self.lab.keeps(candidate, self.promises, &replications)?;
            for ((_, failures), kept) in chunk.iter_mut().zip(kept) {
                if !kept {
                    failed += 1;
                    *failures += 1;
                }
            }
            if failed > self.may_fail {
                return Some(false);
            }
        }
        Some(true)
    }

    /// The first of some ways that is good, or the last of them mended.
    fn first_good(&mut self, mut ways: Vec<Candidate>) -> Option<Candidate> {
        for candidate in &ways {
            if self.is_good(candidate)? {
                return Some(candidate.clone());
            }
        }
        self.mend(ways.pop().unwrap_or_default())
    }

    /// Makes a good candidate cheaper and keeps it good.
    pub(crate) fn improve(&mut self, mut best: Candidate) -> Option<Candidate> {
        best = self.drop_people(best)?;
        for step in STEPS {
            loop {
                let before = best.clone();
                best = self.delay_each(best, step)?;
                // Large steps are only tried until the first sweep in which none succeeds.
                if best == before || self.is_over() {
                    break;
                }
            }
        }
        // What is cheaper than a hire is looked at however long the dates took.
        self.limit = self.limit.max(self.lab.spent() + FOR_MOVES);
        best = self.make_moves(best)?;
        loop {
            let before = best.clone();
            best = self.exchange(best)?;
            if best == before || self.is_over() {
                break;
            }
        }
        Some(best)
    }

    /// The same without trading, for a candidate that need only be about right.
    pub(crate) fn cheapen(&mut self, best: Candidate) -> Option<Candidate> {
        let mut best = self.drop_people(best)?;
        for step in [8, 4, 2] {
            best = self.delay_each(best, step)?;
        }
        Some(best)
    }

    fn is_over(&self) -> bool {
        self.lab.spent() >= self.limit
    }

    /// Takes the first of some candidates that is cheaper and good.
    fn first_better(
        &mut self,
        best: &Candidate,
        others: Vec<Candidate>,
    ) -> Option<Option<Candidate>> {
        let cost = self.lab.cost(best);
        for other in others {
            if self.is_over() {
                break;
            }
            // Asked twice: what contractors cost is only known afterwards.
            let cheaper = |lab: &Lab<'_>| lab.cost(&other) < cost;
            if cheaper(self.lab) && self.is_good(&other)? && cheaper(self.lab) {
                return Some(Some(other));
            }
        }
        Some(None)
    }

    /// Drops people from the last of each role, as long as the rest suffices.
    fn drop_people(&mut self, mut best: Candidate) -> Option<Candidate> {
        loop {
            let mut others: Vec<Candidate> = Vec::new();
            for opening in 0..best.hires.len() {
                let mut other = best.clone();
                if other.hires[opening].pop().is_some() {
                    others.push(other);
                }
            }
            others.sort_by(|a, b| self.lab.cost(a).total_cmp(&self.lab.cost(b)));
            match self.first_better(&best, others)? {
                Some(better) => best = better,
                None => return Some(best),
            }
        }
    }

    /// Delays each hire by some slots where possible, the most expensive role first, its last hire first.
    fn delay_each(&mut self, mut best: Candidate, step: u16) -> Option<Candidate> {
        for (opening, hire) in self.order_of_hires(&best) {
            let slots = self.lab.lattice.openings[opening].slots.len() as u16;
            let Some(&slot) = best.hires[opening].get(hire) else {
                continue;
            };
            let mut other = best.clone();
            if slot + step < slots {
                other.hires[opening][hire] = slot + step;
                other.hires[opening].sort_unstable();
            } else if step == 1 {
                other.hires[opening].remove(hire);
            } else {
                continue;
            }
            if let Some(better) = self.first_better(&best, vec![other])? {
                best = better;
            }
        }
        Some(best)
    }

    fn order_of_hires(&self, candidate: &Candidate) -> Vec<(usize, usize)> {
        let openings = &self.lab.lattice.openings;
        let mut order: Vec<usize> = (0..openings.len()).collect();
        order.sort_by(|&a, &b| openings[b].pay.gross.total_cmp(&openings[a].pay.gross));
        let hires =
            |opening: usize| (0..candidate.hires[opening].len()).rev().map(move |it| (opening, it));
        order.into_iter().flat_map(hires).collect()
    }

    /// One hire later or dropped, another of the same or another role earlier or added.
    fn exchange(&mut self, best: Candidate) -> Option<Candidate> {
        let cost = self.lab.cost(&best);
        let mut others: Vec<(f64, Candidate)> = Vec::new();
        for (opening, hire) in self.order_of_hires(&best) {
            for later in [1, 2, 3, 4, 6, 9, u16::MAX] {
                let Some(cheaper) = self.later(&best, opening, hire, later) else {
                    continue;
                };
                for other in self.sooner_ones(&cheaper) {
                    let saved = cost - self.lab.cost(&other);
                    if saved > cost.abs() * 1e-9 && other != best {
                        others.push((saved, other));
                    }
                }
            }
        }
        // The greatest saving is the least likely to be good; small ones hardly matter: in order of cost.
        others.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        others.dedup_by(|a, b| a.1 == b.1);
        let others = others.into_iter().map(|it| it.1).collect();
        Some(self.first_better(&best, others)?.unwrap_or(best))
    }

    /// A hire so many slots later; dropped when that is beyond the last.
    fn later(
        &self,
        best: &Candidate,
        opening: usize,
        hire: usize,
        later: u16,
    ) -> Option<Candidate> {
        let slots = self.lab.lattice.openings[opening].slots.len() as u16;
        let mut other = best.clone();
        let slot = other.hires[opening][hire];
        if later == u16::MAX {
            other.hires[opening].remove(hire);
        } else if slot + later < slots {
            other.hires[opening][hire] = slot + later;
            other.hires[opening].sort_unstable();
        } else {
            return None;
        }
        Some(other)
    }

    /// Every candidate with one hire sooner by some slots, or one person more at the end.
    fn sooner_ones(&self, candidate: &Candidate) -> Vec<Candidate> {
        let mut others = Vec::new();
        for (opening, facts) in self.lab.lattice.openings.iter().enumerate() {
            for hire in 0..candidate.hires[opening].len() {
                for sooner in [1, 2, 3, 4, 6] {
                    let mut other = candidate.clone();
                    let slot = &mut other.hires[opening][hire];
                    if *slot >= sooner {
                        *slot -= sooner;
                        other.hires[opening].sort_unstable();
                        others.push(other);
                    }
                }
            }
            let last = facts.slots.len() as u16;
            if (candidate.hires[opening].len() as u32) < facts.most {
                for slot in [1, 2, 4, 8, 12].into_iter().filter(|it| *it <= last) {
                    let mut other = candidate.clone();
                    other.hires[opening].push(last - slot);
                    other.hires[opening].sort_unstable();
                    others.push(other);
                }
            }
        }
        others
    }

    /// Makes each move that pays: with it a hire can be dropped, or delayed until it has paid for it.
    fn make_moves(&mut self, mut best: Candidate) -> Option<Candidate> {
        for position in 0..self.lab.moves.len() as u8 {
            let relieves = self.lab.moves[usize::from(position)].relieves.clone();
            let mut others = Vec::new();
            for opening in 0..best.hires.len() {
                let last = best.hires[opening].len();
                let role = self.lab.lattice.openings[opening].role;
                if last == 0 || !relieves.contains(&role) {
                    continue;
                }
                for later in [u16::MAX, 12, 6, 3, 1] {
                    others.extend(self.later(&best, opening, last - 1, later).map(|mut other| {
                        other.moves.push(position);
                        other
                    }));
                }
            }
            if let Some(better) = self.first_better(&best, others)? {
                best = self.cheapen(better)?;
                best = self.delay_each(best, 1)?;
            }
        }
        Some(best)
    }
}
