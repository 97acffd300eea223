//! By role: the cheapest combination of choices for all roles, and of levers.
//!
//! Nearly every promise hangs on one role, so that one replication of a rule tells of each role's choice whether
//! it is enough, whatever is chosen for the others (`look`). What levers cure of it is tried where it is broken
//! (`try_levers`). The cheapest combination which together breaks no more than may fail is held against all
//! replications of the search; what it breaks there changes the tables, and with them the combination.

use super::choice_table::{break_in, choices, combined, few, may_be, paid};
use super::lever_table::Harm;
use super::search::RuleSearch;
use super::stricter::first_break;
use crate::plan::search::hire_options::{Candidate, Choice};

/// How often what a combination turns out to break may change it.
const ROUNDS: usize = 4;
/// Part of the cost that a cheaper combination must save to be worth its proof.
const WORTH: f64 = 0.03;

impl RuleSearch<'_, '_> {
    /// The cheapest combination on from a rule: the first time from its choices up, and then, when harder
    /// replications are known, of those that were tried. `None` when stopped.
    pub(crate) fn by_role(&mut self, start: &Candidate) -> Option<Candidate> {
        let plain = Candidate { moves: Vec::new(), ..start.clone() };
        if self.tables.is_empty() {
            self.tables = vec![Vec::new(); start.rules.len()];
            let choices = start.rules.iter().map(|it| choices(*it)).collect();
            self.look(&plain, choices, &self.ranked.clone())?;
            self.take_hardest();
        } else {
            let asked = self.race.asked.iter().map(|it| it.0);
            let new: Vec<u64> = asked.filter(|it| !self.looked.contains(it)).collect();
            let choices = self.tables.iter().map(|it| few(it, self.race.may_fail)).collect();
            self.look(&plain, choices, &new)?;
        }
        let mut best = plain.clone();
        for _ in 0..ROUNDS {
            self.settle(&plain)?;
            let rules = combined(&self.tables, self.race.may_fail).choices;
            self.try_levers(&Candidate { rules, ..plain.clone() })?;
            let (found, moves) = self.levers.combination(&self.tables, self.race.may_fail);
            best = Candidate { rules: found.choices, moves, ..plain.clone() };
            let broken = self.hold_until(&best, may_be(self.race.may_fail))?;
            if broken.is_empty() {
                break;
            }
            broken.into_iter().for_each(|it| self.blame(&best, it));
        }
        Some(best)
    }

    /// What a combination breaks though each of its choices keeps it is the fault of the levers that relieve the
    /// role of the broken promise, and where there are none, of the choice.
    fn blame(&mut self, rule: &Candidate, replication: u64) {
        let seen = self.race.lab.broken(rule, &[replication]);
        let first = seen.first().and_then(|it| first_break(self.race.promises, it));
        let Some(goal) = first.map(|it| &self.race.promises.goals[it.0]) else {
            return;
        };
        for (position, &choice) in rule.rules.iter().enumerate() {
            let role = self.race.lab.lattice.openings[position].role;
            if !goal.roles.contains(&role) || self.tables[position].len() < 2 {
                continue;
            }
            let moves = &self.race.lab.moves;
            let levers = rule.moves.iter().copied();
            let own = levers.filter(|it| moves[usize::from(*it)].relieves.contains(&role));
            let harms = own.map(|lever| Harm { lever, position, choice, replication });
            let before = self.levers.harms.len();
            self.levers.harms.extend(harms);
            if self.levers.harms.len() == before {
                break_in(&mut self.tables[position], choice, replication);
            }
        }
    }

    /// Combinations that cost clearly less than a rule and break a few more of the replications.
    pub(super) fn cheaper_combinations(&self, rule: &Candidate) -> Vec<Candidate> {
        let paid = |(position, choice): (usize, &Choice)| self.paid_by_role(position, *choice);
        let paid: Option<f64> = rule.rules.iter().enumerate().map(paid).sum();
        let Some(before) = paid.map(|it| it + self.levers.price(&rule.moves)) else {
            return Vec::new();
        };
        let may_fail = self.race.may_fail + 1..=may_be(self.race.may_fail);
        let cheaper = may_fail.filter_map(|may_fail| {
            let (found, moves) = self.levers.combination(&self.tables, may_fail);
            let less = found.paid <= before * (1.0 - WORTH);
            less.then(|| Candidate { rules: found.choices, moves, ..rule.clone() })
        });
        let mut cheaper: Vec<Candidate> = cheaper.collect();
        cheaper.dedup();
        cheaper
    }

    /// What a choice for a role costs by those that were tried; `None` where it cannot be told.
    pub(super) fn paid_by_role(&self, position: usize, choice: Choice) -> Option<f64> {
        paid(self.tables.get(position)?, choice)
    }
}
