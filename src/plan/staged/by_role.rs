//! By role: what each role's own promises need, all roles tried at once.
//!
//! Nearly every promise hangs on one role, so that one replication of a rule tells of each role's choice whether
//! it is enough, whatever is chosen for the others. A few rules, each with another choice for every role, give each role a
//! table of its choices. The search begins with the cheapest combination that together breaks no more
//! of them than may fail.

use super::choice_table::{Tried, choices, combined, enough, few, may_be, paid};
use super::search::RuleSearch;
use crate::plan::search::hire_options::{Candidate, Choice};

/// How often what was not thought to be hard may change the choices.
const ROUNDS: usize = 5;

/// Part of the cost that a cheaper combination must save to be worth its proof.
const WORTH: f64 = 0.03;

impl RuleSearch<'_, '_> {
    /// The cheapest combination of each role's choices on from a rule: the first time from its choices up, and then,
    /// when harder replications are known, of those that were tried. `None` when stopped.
    pub(crate) fn by_role(&mut self, start: &Candidate) -> Option<Candidate> {
        if self.tables.is_empty() {
            self.tables = vec![Vec::new(); start.rules.len()];
            let choices: Vec<Vec<Choice>> = start.rules.iter().map(|it| choices(*it)).collect();
            self.look(start, &choices, &self.known())?;
        }
        let mut best = start.clone();
        for _ in 0..ROUNDS {
            let asked = self.race.asked.iter().map(|it| it.0);
            let is_known = |it: &u64| self.tables.iter().flatten().any(|one| one.seen.contains(it));
            let new: Vec<u64> = asked.filter(|it| !is_known(it)).collect();
            if !new.is_empty() {
                let choices: Vec<Vec<Choice>> =
                    self.tables.iter().map(|it| few(it, self.race.may_fail)).collect();
                self.look(start, &choices, &new)?;
            }
            best.rules = combined(&self.tables, self.race.may_fail);
            let before = self.race.asked.len();
            self.hold_against_all(&best)?;
            if self.race.asked.len() == before {
                break;
            }
        }
        Some(best)
    }

    /// The next combination that costs clearly less than a rule and breaks a few more of the replications; `None`
    /// where there is none.
    pub(super) fn next_cheaper(&self, rule: &Candidate) -> Option<Candidate> {
        let cost = |rules: &[Choice]| -> Option<f64> {
            rules.iter().enumerate().map(|(position, it)| self.paid_by_role(position, *it)).sum()
        };
        let before = cost(&rule.rules)?;
        let may_fail = self.race.may_fail + 1..=may_be(self.race.may_fail);
        let mut cheaper = may_fail.filter_map(|may_fail| {
            let rules = combined(&self.tables, may_fail);
            let less = cost(&rules)? <= before * (1.0 - WORTH);
            less.then(|| Candidate { rules, ..rule.clone() })
        });
        cheaper.next()
    }

    /// What a choice for a role costs by those that were tried; `None` where it cannot be told.
    pub(super) fn paid_by_role(&self, position: usize, choice: Choice) -> Option<f64> {
        paid(self.tables.get(position)?, choice)
    }

    /// Tries each role's choices, the laxest first, those of all roles at once.
    fn look(
        &mut self,
        start: &Candidate,
        choices: &[Vec<Choice>],
        replications: &[u64],
    ) -> Option<()> {
        let rounds = choices.iter().map(Vec::len).max().unwrap_or(0);
        for round in 0..rounds {
            let mut rule = start.clone();
            for (position, all) in choices.iter().enumerate() {
                // A shorter list is stretched: whatever is lax is tried with what is lax elsewhere.
                let next = all[round * all.len() / rounds];
                rule.rules[position] = enough(&self.tables[position], next).unwrap_or(next);
            }
            self.race.lab.simulate(&rule, replications)?;
            for (position, all) in choices.iter().enumerate() {
                let choice = rule.rules[position];
                let paid = self.paid(&rule, position);
                // A role of which there is no choice breaks what it breaks.
                let is_chosen = all.len().max(self.tables[position].len()) > 1;
                let is_broken = |it: &u64| is_chosen && self.is_broken(&rule, position, *it);
                let broken: Vec<bool> = replications.iter().map(is_broken).collect();
                let table = &mut self.tables[position];
                let at = table.iter().position(|it| it.choice == choice).unwrap_or(table.len());
                if at == table.len() {
                    table.push(Tried::new(choice, paid));
                }
                for (replication, is_broken) in replications.iter().zip(broken) {
                    table[at].note(*replication, is_broken);
                }
            }
        }
        Some(())
    }

    /// Whether a promise of a role is broken in a replication that is known to its end.
    fn is_broken(&self, rule: &Candidate, position: usize, replication: u64) -> bool {
        let role = self.race.lab.lattice.openings[position].role;
        let promises = self.race.promises;
        let mut own =
            (0..promises.goals.len()).filter(|it| promises.goals[*it].roles.contains(&role));
        let seen = self.race.lab.recall(rule, &[replication]);
        seen.first().is_some_and(|seen| own.any(|goal| !promises.kept_goal(seen, goal)))
    }
}
