//! Lever table: which of the replications that a choice breaks a lever cures, and the cheapest combination of
//! choices and levers.
//!
//! A lever is worth what it makes possible: a choice for a role that is too lax without it.

use super::choice_table::{Combination, Tried, break_in, combined};
use crate::plan::search::hire_options::Choice;
use std::collections::BTreeSet;

/// Levers that are combined with one another, at most.
const TOGETHER: usize = 8;

/// What is known of levers.
#[derive(Default)]
pub(super) struct LeverTable {
    /// What each costs more than it spares by itself; infinite where it does harm.
    pub(super) prices: Vec<f64>,
    cures: Vec<Cure>,
    pub(super) harms: Vec<Harm>,
}

/// A lever with a choice for a role that it relieves.
pub(super) struct Cure {
    lever: u8,
    position: usize,
    choice: Choice,
    /// Replications that the choice breaks without the lever, in which it was tried with it.
    pub(super) tried: BTreeSet<u64>,
    /// Those of them that it keeps.
    pub(super) cured: BTreeSet<u64>,
}

/// What a choice breaks with a lever, and keeps without it.
pub(super) struct Harm {
    pub(super) lever: u8,
    pub(super) position: usize,
    pub(super) choice: Choice,
    pub(super) replication: u64,
}

impl LeverTable {
    /// What some levers cost more than they spare by themselves.
    pub(super) fn price(&self, levers: &[u8]) -> f64 {
        levers.iter().filter_map(|it| self.prices.get(usize::from(*it))).sum()
    }

    /// Levers that cure anything.
    fn curing(&self) -> Vec<u8> {
        let cures =
            |lever: &u8| self.cures.iter().any(|it| it.lever == *lever && !it.cured.is_empty());
        (0..self.prices.len() as u8).filter(cures).take(TOGETHER).collect()
    }

    /// What is known of a lever with a choice.
    pub(super) fn cure(&self, lever: u8, position: usize, choice: Choice) -> Option<&Cure> {
        let is_one = |it: &&Cure| (it.lever, it.position, it.choice) == (lever, position, choice);
        self.cures.iter().find(is_one)
    }

    /// Notes in which replications a lever was tried with a choice, and which of them are kept with it.
    pub(super) fn note(
        &mut self,
        (lever, position, choice): (u8, usize, Choice),
        tried: BTreeSet<u64>,
        cured: BTreeSet<u64>,
    ) {
        let is_one =
            |it: &&mut Cure| (it.lever, it.position, it.choice) == (lever, position, choice);
        match self.cures.iter_mut().find(is_one) {
            Some(cure) => {
                cure.tried.extend(tried);
                cure.cured.extend(cured);
            }
            None => self.cures.push(Cure { lever, position, choice, tried, cured }),
        }
    }

    /// Each role's choices with some levers: those that they make stricter as well, and all with what they harm.
    fn with(&self, tables: &[Vec<Tried>], levers: &[u8]) -> Vec<Vec<Tried>> {
        let mut tables = tables.to_vec();
        for cure in self.cures.iter().filter(|it| levers.contains(&it.lever)) {
            let table = &mut tables[cure.position];
            let cured = table.iter().find(|it| it.choice == cure.choice).map(|it| Tried {
                broken: it.broken.difference(&cure.cured).copied().collect(),
                ..it.clone()
            });
            table.extend(cured);
        }
        for harm in self.harms.iter().filter(|it| levers.contains(&it.lever)) {
            break_in(&mut tables[harm.position], harm.choice, harm.replication);
        }
        tables
    }

    /// The cheapest combination of choices and levers that breaks no more than may fail; where none does, that
    /// of choices alone which breaks least. What it costs is infinite then.
    pub(super) fn combination(
        &self,
        tables: &[Vec<Tried>],
        may_fail: usize,
    ) -> (Combination, Vec<u8>) {
        let levers = self.curing();
        let mut best = (combined(tables, may_fail), Vec::new());
        for some in 1..1_u32 << levers.len() {
            let pulled = levers.iter().enumerate().filter(|it| some >> it.0 & 1 == 1);
            let pulled: Vec<u8> = pulled.map(|it| *it.1).collect();
            let mut found = combined(&self.with(tables, &pulled), may_fail);
            found.paid += self.price(&pulled);
            if found.paid < best.0.paid {
                best = (found, pulled);
            }
        }
        best
    }
}
