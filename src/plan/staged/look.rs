//! Look: each role's choices tried in all replications of the search, those of all roles at once.
//!
//! The laxest come first. What one keeps, a stricter one keeps as well, so that the others are only tried in
//! the few replications that are still open, and in a few that tell what they cost.

use super::choice_table::{
    Fault, Tried, combined, enough, few, is_as_lax, is_hopeless, keeps, may_be,
};
use super::search::{RuleSearch, few_of, with};
use crate::plan::search::hire_options::{Candidate, Choice};
use std::collections::VecDeque;

/// At least so many replications are hard.
const FEWEST: usize = 12;

impl RuleSearch<'_, '_> {
    /// Tries each role's choices in some replications; `None` when stopped.
    pub(super) fn look(
        &mut self,
        start: &Candidate,
        choices: Vec<Vec<Choice>>,
        replications: &[u64],
    ) -> Option<()> {
        self.looked.extend(replications);
        let is_chosen: Vec<bool> = choices.iter().map(|it| it.len() > 1).collect();
        let mut left: Vec<VecDeque<Choice>> = choices.into_iter().map(VecDeque::from).collect();
        let mut rule = start.clone();
        while left.iter().any(|it| !it.is_empty()) {
            let may_fail = self.race.may_fail;
            for ((table, choice), left) in self.tables.iter().zip(&mut rule.rules).zip(&mut left) {
                let is_known =
                    |it: &Choice| is_hopeless(table, *it, may_fail) || enough(table, *it).is_some();
                while left.front().is_some_and(is_known) {
                    left.pop_front();
                }
                *choice = left.pop_front().or(enough(table, *choice)).unwrap_or(*choice);
            }
            let is_open = |it: &u64| {
                let mut each = self.tables.iter().zip(&rule.rules);
                self.priced.contains(it) || each.any(|(table, choice)| !keeps(table, *choice, *it))
            };
            let open: Vec<u64> = replications.iter().copied().filter(is_open).collect();
            self.race.lab.simulate(&rule, &open)?;
            for (position, is_chosen) in is_chosen.iter().enumerate() {
                let (choice, paid) = (rule.rules[position], self.paid_in_few(&rule, position));
                // A role of which there is no choice breaks what it breaks.
                let fault = |it: &u64| match is_chosen {
                    true => self.fault(&rule, position, *it),
                    false => Fault::None,
                };
                let faults: Vec<Fault> = open.iter().map(fault).collect();
                let table = &mut self.tables[position];
                let at = table.iter().position(|it| it.choice == choice).unwrap_or(table.len());
                if at == table.len() {
                    table.push(Tried::new(choice, paid));
                }
                open.iter().zip(faults).for_each(|(it, fault)| table[at].note(*it, fault));
            }
        }
        Some(())
    }

    /// What the people of a role cost in the few replications in which every choice is tried, mean.
    fn paid_in_few(&self, rule: &Candidate, position: usize) -> f64 {
        let role = self.race.lab.lattice.openings[position].role.index();
        let played = self.race.lab.played(rule, &self.priced);
        played.iter().map(|it| it.staff.paid[role]).sum::<f64>() / played.len().max(1) as f64
    }

    /// Tries again what may be the fault of another role, with choices for the others that suffice: all choices
    /// which are cheaper than those. `None` when stopped.
    pub(super) fn settle(&mut self, start: &Candidate) -> Option<()> {
        let may_fail = self.race.may_fail;
        let rules = combined(&self.tables, may_fail).choices;
        let best = Candidate { rules, ..start.clone() };
        for position in 0..best.rules.len() {
            let own = |it: &Tried| it.choice == best.rules[position];
            let paid = self.tables[position].iter().find(|it| own(it)).map_or(0.0, |it| it.paid);
            for row in 0..self.tables[position].len() {
                let tried = &mut self.tables[position][row];
                let certain = tried.broken.len() - tried.shared.len();
                if tried.paid >= paid || certain > may_be(may_fail) {
                    continue;
                }
                let shared: Vec<u64> = std::mem::take(&mut tried.shared).into_iter().collect();
                let rule = with(&best, position, tried.choice);
                self.race.lab.simulate(&rule, &shared)?;
                for it in shared {
                    // The others are strict enough: what is broken still is its own fault.
                    let fault = match self.fault(&rule, position, it) {
                        Fault::None => Fault::None,
                        Fault::Shared | Fault::Own => Fault::Own,
                    };
                    self.tables[position][row].note(it, fault);
                }
            }
        }
        Some(())
    }

    /// Whose fault it is what is broken in a replication that is known to its end.
    pub(super) fn fault(&self, rule: &Candidate, position: usize, replication: u64) -> Fault {
        let openings = &self.race.lab.lattice.openings;
        let promises = self.race.promises;
        let Some(seen) = self.race.lab.recall(rule, &[replication]).first().copied() else {
            return Fault::None;
        };
        let hangs_on =
            |goal: usize, it: usize| promises.goals[goal].roles.contains(&openings[it].role);
        let others = |it: &usize| *it != position && rule.rules[*it].asks();
        let is_shared =
            |goal: usize| (0..rule.rules.len()).filter(others).any(|it| hangs_on(goal, it));
        let own = (0..promises.goals.len()).filter(|it| hangs_on(*it, position));
        let broken = own.filter(|it| !promises.kept_goal(seen, *it));
        let fault = |goal: usize| if is_shared(goal) { Fault::Shared } else { Fault::Own };
        broken.map(fault).max().unwrap_or(Fault::None)
    }

    /// What is broken by choices that may be taken is hard, that by most of them first; nothing else is.
    pub(super) fn take_hardest(&mut self) {
        let may_fail = self.race.may_fail;
        let rows = self.tables.iter().flat_map(|table| {
            let few = few(table, may_fail);
            table.iter().filter(move |it| few.contains(&it.choice))
        });
        let rows: Vec<&Tried> = rows.collect();
        let breaks = |it: &u64| rows.iter().filter(|row| row.broken.contains(it)).count();
        let mut ranked: Vec<(u64, usize)> =
            self.ranked.iter().map(|it| (*it, breaks(it))).collect();
        // Stable: those that as many break stay in their order.
        ranked.sort_by_key(|it| std::cmp::Reverse(it.1));
        let hard = ranked.iter().filter(|it| it.1 > 0).count();
        let count = hard.max(2 * may_fail + may_fail / 2).max(FEWEST).min(ranked.len());
        self.ranked = ranked.into_iter().map(|it| it.0).collect();
        let (hard, others) = self.ranked.split_at(count);
        self.race.asked = hard.iter().map(|it| (*it, 0)).collect();
        self.easy = few_of(others);
    }

    /// Whether a choice is as strict as one that was tried and breaks few: all that it may break is known to be
    /// hard. Where nothing was tried, everything is taken to be.
    pub(super) fn is_covered(&self, position: usize, choice: Choice) -> bool {
        let Some(table) = self.tables.get(position).filter(|it| it.len() > 1) else {
            return true;
        };
        few(table, self.race.may_fail).into_iter().any(|it| is_as_lax(it, choice))
    }

    /// Whether nothing that was tried speaks against a choice which may be laxer than all that break few.
    pub(super) fn may_be_enough(&self, position: usize, choice: Choice) -> bool {
        let Some(table) = self.tables.get(position) else {
            return true;
        };
        let may_fail = self.race.may_fail;
        let few = few(table, may_fail);
        let too_lax = table.iter().filter(|it| !few.contains(&it.choice));
        self.is_covered(position, choice)
            || !is_hopeless(table, choice, may_fail)
                && !too_lax.into_iter().any(|it| is_as_lax(choice, it.choice))
    }
}
