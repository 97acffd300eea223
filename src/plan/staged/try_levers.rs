//! Try levers: each with choices that are too lax without it.
//!
//! Only what such a choice breaks is simulated again with the lever; what is kept without it is taken to be kept
//! with it, until the combination is held against all. What a lever costs, and what it spares by itself, is told
//! by the same rule with and without it in a few easy replications.

use super::choice_table::{Fault, cheaper};
use super::search::{RuleSearch, with};
use crate::plan::search::hire_options::{Candidate, Choice};
use std::collections::BTreeSet;

/// Easy replications that tell what a lever costs.
const PRICED: usize = 6;

impl RuleSearch<'_, '_> {
    /// Tries each lever with cheaper choices than those of a rule without levers, as far as they break anything
    /// in which that was not tried yet. `None` when stopped.
    pub(super) fn try_levers(&mut self, rule: &Candidate) -> Option<()> {
        for lever in 0..self.race.lab.moves.len() as u8 {
            if usize::from(lever) == self.levers.prices.len() {
                let price = self.price(rule, lever)?;
                self.levers.prices.push(price);
            }
            if self.levers.prices[usize::from(lever)].is_infinite() {
                continue;
            }
            let lab = &self.race.lab;
            let relieves = &lab.moves[usize::from(lever)].relieves;
            let rows = (0..rule.rules.len()).map(|it| {
                match relieves.contains(&lab.lattice.openings[it].role) {
                    true => cheaper(&self.tables[it], rule.rules[it], self.race.may_fail),
                    false => Vec::new(),
                }
            });
            let rows: Vec<Vec<Choice>> = rows.collect();
            for round in 0..rows.iter().map(Vec::len).max().unwrap_or(0) {
                let next = rows.iter().enumerate();
                let next = next.filter_map(|(at, it)| Some((at, *it.get(round)?)));
                // What cures nothing of the laxest choices is given up.
                if !self.try_lever(rule, lever, &next.collect::<Vec<_>>())? {
                    break;
                }
            }
        }
        Some(())
    }

    /// What a lever costs more than it spares, when nothing else is chosen for its sake; infinite where it breaks
    /// what is kept without it.
    fn price(&mut self, rule: &Candidate, lever: u8) -> Option<f64> {
        let few: Vec<u64> = self.easy.iter().copied().take(PRICED).collect();
        let pulled = Candidate { moves: vec![lever], ..rule.clone() };
        let mut seen = |it: &Candidate| -> Option<(f64, usize)> {
            self.race.lab.simulate(it, &few)?;
            let played = self.race.lab.played(it, &few);
            let kept = played.iter().filter(|it| self.race.promises.kept(&it.seen)).count();
            Some((played.iter().map(|it| it.staff.cost()).sum(), kept))
        };
        let (with, without) = (seen(&pulled)?, seen(rule)?);
        let price = (with.0 - without.0) / few.len().max(1) as f64;
        Some(if with.1 < without.1 { f64::INFINITY } else { price })
    }

    /// Tries a lever with choices for some roles; whether it cures anything that one of them breaks.
    fn try_lever(
        &mut self,
        rule: &Candidate,
        lever: u8,
        choices: &[(usize, Choice)],
    ) -> Option<bool> {
        let mut pulled = Candidate { moves: vec![lever], ..rule.clone() };
        let mut open: BTreeSet<u64> = BTreeSet::new();
        for &(position, choice) in choices {
            pulled = with(&pulled, position, choice);
            let is_tried = |it: &u64| {
                let cure = self.levers.cure(lever, position, choice);
                cure.is_some_and(|cure| cure.tried.contains(it))
            };
            let broken = self.broken_by(position, choice);
            open.extend(broken.into_iter().filter(|it| !is_tried(it)));
        }
        let open: Vec<u64> = open.into_iter().collect();
        self.race.lab.simulate(&pulled, &open)?;
        for &(position, choice) in choices {
            let broken = self.broken_by(position, choice);
            let tried: BTreeSet<u64> =
                open.iter().copied().filter(|it| broken.contains(it)).collect();
            let is_cured = |it: &u64| self.fault(&pulled, position, *it) == Fault::None;
            let cured = tried.iter().copied().filter(is_cured).collect();
            self.levers.note((lever, position, choice), tried, cured);
        }
        let mut all = choices.iter().filter_map(|it| self.levers.cure(lever, it.0, it.1));
        Some(all.any(|it| !it.cured.is_empty()))
    }

    fn broken_by(&self, position: usize, choice: Choice) -> BTreeSet<u64> {
        let row = self.tables[position].iter().find(|it| it.choice == choice);
        row.map(|it| it.broken.clone()).unwrap_or_default()
    }
}
