//! Rows: choices for all roles, tried at once from the laxest on until one suffices.
//!
//! One replication tells of every role, so that a row tries a choice of each. A stricter row is simulated only in
//! what is not known to be kept without it, and in the few replications that tell what each choice costs; between
//! loads that is told by the line through them. Where not even everybody at once suffices, the
//! order of the queue may be to blame: under due dates in time of need nothing comes first.

use super::by_role::{UNKNOWN, of};
use super::known::Known;
use super::search::RuleSearch;
use super::warning::RefusedOrder;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Loads that are tried, in per cent: a queue that still moves, and one that hardly waits.
const LAX: u32 = 84;
const STRICT: u32 = 64;
/// Loads that are combined, in per cent.
const COMBINED: [u32; 5] = [LAX, 76, 70, STRICT, 54];
/// So many people more than those of the first guess are asked for now, in turn; last, all who may be.
const MORE: [u32; 9] = [0, 1, 2, 3, 5, 8, 13, 21, u32::MAX];
/// Replications in which a lever is priced.
const PRICED: usize = 6;

impl RuleSearch<'_, '_> {
    /// Tries choices for all roles, on from a rule, and prices levers; the rule in the order that they were tried
    /// in. `None` when stopped.
    pub(super) fn begin(&mut self, mut start: Candidate) -> Option<Candidate> {
        let mut last = self.rows(&start)?;
        if let Some(refused) = self.keeps_more_as_it_is(&last)? {
            self.refused_order = Some(refused);
            start.order = None;
            last = self.rows(&start)?;
        }
        // No more is asked than everybody keeps.
        let broken = self.told(&last).0;
        if broken > self.race.may_fail {
            self.attained = self.attained.min(1.0 - broken as f64 / self.ranked.len() as f64);
            self.share = self.share.min(self.attained);
            self.race.may_fail = broken;
        }
        self.known.everything_was_tried();
        self.prices.levers.clear();
        let alone = self.prices.cheapest(&self.known, self.anything(), UNKNOWN);
        let alone = alone.map_or(start.clone(), |it| of(&start, it));
        for lever in 0..self.race.lab.moves.len() as u8 {
            let price = self.price(&alone, lever)?;
            self.prices.levers.push(price);
        }
        Some(start)
    }

    /// Tries rows until one suffices, or everybody is asked for at once; the last of them.
    fn rows(&mut self, start: &Candidate) -> Option<Candidate> {
        self.known = Known::nothing(self.race.lab, self.race.promises, start.order);
        self.prices.tried = vec![Vec::new(); start.rules.len()];
        self.prices.choices = vec![Vec::new(); start.rules.len()];
        let mut last = start.clone();
        for more in MORE {
            for load in [LAX, STRICT] {
                last = row(start, more, load);
                self.try_row(&last)?;
            }
            let is_strictest = last.rules.iter().all(|it| it.target == 0 || it.now == it.most);
            if is_strictest || self.may_suffice(&last) {
                break;
            }
        }
        Some(last)
    }

    /// Simulates a row where it is not known, and notes its choices and what they cost.
    fn try_row(&mut self, row: &Candidate) -> Option<()> {
        // What one keeps, a stricter one keeps as well.
        let (_, unknown) = self.known.told(row, &self.ranked);
        let open = |it: &u64| self.priced.contains(it) || unknown.contains(it);
        let open: Vec<u64> = self.ranked.iter().copied().filter(open).collect();
        self.look(row, &open)?;
        for (position, &choice) in row.rules.iter().enumerate() {
            if self.prices.tried[position].iter().any(|it| it.0 == choice) {
                continue;
            }
            let paid = self.paid_in_few(row, position);
            self.prices.tried[position].push((choice, paid));
            let choices = &mut self.prices.choices[position];
            if choice.target == 0 {
                choices.push(choice);
            } else if choices.iter().all(|it| it.now != choice.now) {
                choices.extend(COMBINED.map(|target| Choice { target, ..choice }));
            }
        }
        Some(())
    }

    /// What a row under due dates breaks, where that is too much, and mostly what it keeps in the order as it is; the
    /// inner `None` else.
    fn keeps_more_as_it_is(&mut self, row: &Candidate) -> Option<Option<RefusedOrder>> {
        let is_broken = |it: &u64| self.known.told(row, &[*it]).0 > 0;
        let broken: Vec<u64> = self.ranked.iter().copied().filter(is_broken).collect();
        if row.order.is_none() || broken.len() <= self.race.may_fail {
            return Some(None);
        }
        let as_it_is = Candidate { order: None, ..row.clone() };
        let kept = self.race.lab.keeps(&as_it_is, self.race.promises, &broken)?;
        let kept = kept.iter().filter(|it| **it).count();
        let (broken, of) = (broken.len(), self.ranked.len());
        Some((2 * kept > broken).then_some(RefusedOrder { broken, kept, of }))
    }

    /// Simulates a rule to the end in some replications, and notes what it keeps.
    fn look(&mut self, rule: &Candidate, replications: &[u64]) -> Option<()> {
        self.race.lab.simulate(rule, replications)?;
        self.note(rule, replications);
        Some(())
    }

    /// What a lever costs more than it spares, when nothing else is chosen for its sake; infinite where it breaks
    /// what is kept without it.
    fn price(&mut self, rule: &Candidate, lever: u8) -> Option<f64> {
        let few: Vec<u64> = self.priced.iter().copied().rev().take(PRICED).collect();
        let pulled = Candidate { moves: vec![lever], ..rule.clone() };
        let mut seen = |it: &Candidate| -> Option<(f64, usize)> {
            self.look(it, &few)?;
            let played = self.race.lab.played(it, &few);
            let kept = played.iter().filter(|it| self.race.promises.kept(&it.seen)).count();
            Some((played.iter().map(|it| it.staff.cost()).sum(), kept))
        };
        let (with, without) = (seen(&pulled)?, seen(rule)?);
        // So few replications do not tell that it saves anything by itself.
        let price = ((with.0 - without.0) / few.len().max(1) as f64).max(0.0);
        Some(if with.1 < without.1 { f64::INFINITY } else { price })
    }

    /// What the people of a role cost in the few replications in which every choice is tried, mean.
    fn paid_in_few(&self, rule: &Candidate, position: usize) -> f64 {
        let role = self.race.lab.lattice.openings[position].role.index();
        let played = self.race.lab.played(rule, &self.priced);
        played.iter().map(|it| it.staff.paid[role]).sum::<f64>() / played.len().max(1) as f64
    }
}

/// So many people more now than a rule asks for, and a load, of each role that may be hired later; who are all asked
/// for already are not made laxer again.
fn row(start: &Candidate, more: u32, load: u32) -> Candidate {
    let choice = |it: &Choice| {
        let now = it.now.saturating_add(more);
        match it.target {
            0 => *it,
            _ if now > it.most => Choice { now: it.most, target: STRICT, ..*it },
            _ => Choice { now, target: load, ..*it },
        }
    };
    Candidate { rules: start.rules.iter().map(choice).collect(), ..start.clone() }
}
