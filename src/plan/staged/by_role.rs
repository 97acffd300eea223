//! By role: what each role's own promises need, all roles tried at once.
//!
//! Nearly every promise hangs on one role, so that one replication of a rule tells of each role's choice whether
//! it is enough, whatever is chosen for the others. A few rules, each with another choice for every role, give each role a
//! table: what a choice costs, and which replications it breaks. The search begins with the cheapest
//! combination that together breaks no more of them than may fail.

use super::search::RuleSearch;
use crate::plan::search::hire_options::{Candidate, Choice};
use std::collections::BTreeSet;

/// Loads that are tried, in per cent.
const TARGETS: [u32; 2] = [84, 64];
/// So many people asked for now are tried, on from those of the first guess.
const MORE: u32 = 2;

/// How often what was not thought to be hard may change the choices.
const ROUNDS: usize = 5;

/// Part of the cost that a cheaper combination must save to be worth its proof.
const WORTH: f64 = 0.03;

/// How many replications a combination may break to be looked at at all.
fn may_be(may_fail: usize) -> usize {
    2 * may_fail + 2
}

/// What is known of a choice for one role.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tried {
    choice: Choice,
    /// What the people of the role cost, mean.
    paid: f64,
    /// Replications that it was tried in.
    seen: BTreeSet<u64>,
    /// Those of them in which a promise of the role is broken.
    broken: BTreeSet<u64>,
}

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
                let choices: Vec<Vec<Choice>> = self.tables.iter().map(|it| self.few(it)).collect();
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

    /// Choices for a role that break few enough of the replications to be looked at.
    fn few(&self, table: &[Tried]) -> Vec<Choice> {
        let least = table.iter().map(|it| it.broken.len()).min().unwrap_or(0);
        let most = may_be(self.race.may_fail).max(least);
        table.iter().filter(|it| it.broken.len() <= most).map(|it| it.choice).collect()
    }

    /// The next combination that certainly costs less than a rule and breaks a few more of the replications; `None`
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

    /// What a choice for a role costs by the nearest two loads that were tried with as many people now, on the line
    /// through both. `None` where none was, and where nobody is hired later.
    pub(super) fn paid_by_role(&self, position: usize, choice: Choice) -> Option<f64> {
        let of_now = self.tables.get(position)?.iter().filter(|it| it.choice.now == choice.now);
        let mut nearest: Vec<&Tried> = of_now.collect();
        nearest.sort_by_key(|it| it.choice.target.abs_diff(choice.target));
        let at = |it: &Tried| f64::from(it.choice.target);
        match nearest[..] {
            [] => None,
            [it, ..] if it.choice.target == choice.target => Some(it.paid),
            _ if choice.target == 0 => None,
            [only] => Some(only.paid),
            [a, b, ..] => {
                let slope = (b.paid - a.paid) / (at(b) - at(a));
                Some(a.paid + slope * (f64::from(choice.target) - at(a)))
            }
        }
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
                    table.push(Tried { choice, paid, ..Tried::default() });
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

impl Tried {
    /// What one choice broke with every choice of the others is its own fault.
    fn note(&mut self, replication: u64, is_broken: bool) {
        let is_new = self.seen.insert(replication);
        if is_new && is_broken {
            self.broken.insert(replication);
        } else if !is_broken {
            self.broken.remove(&replication);
        }
    }
}

/// Choices for a role, the laxest first.
fn choices(start: Choice) -> Vec<Choice> {
    if start.target == 0 {
        return vec![start];
    }
    let nows = start.now..=(start.now + MORE).min(start.most);
    nows.flat_map(|now| TARGETS.map(|target| Choice { now, target, ..start })).collect()
}

/// The cheapest choice that is known to break nothing and is as lax as another: that one need not be tried.
fn enough(table: &[Tried], other: Choice) -> Option<Choice> {
    let laxer = |it: &&Tried| it.choice.now <= other.now && it.choice.target >= other.target;
    let enough = table.iter().filter(laxer).filter(|it| it.broken.is_empty());
    enough.min_by(|a, b| a.paid.total_cmp(&b.paid)).map(|it| it.choice)
}

/// The cheapest choices that together break no more than may fail; those that break least where none do.
fn combined(tables: &[Vec<Tried>], may_fail: usize) -> Vec<Choice> {
    let mut sorted = tables.to_vec();
    sorted.iter_mut().for_each(|it| it.sort_by(|a, b| a.paid.total_cmp(&b.paid)));
    let least = |table: &Vec<Tried>| {
        table.iter().min_by_key(|it| it.broken.len()).map(|it| it.choice).unwrap_or_default()
    };
    let mut best = (f64::INFINITY, sorted.iter().map(least).collect());
    extend(&sorted, may_fail, (0.0, &BTreeSet::new()), &mut Vec::new(), &mut best);
    best.1
}

/// Completes a combination for the first roles, which costs and breaks so much, in every way that may be cheaper
/// than the best.
fn extend(
    tables: &[Vec<Tried>],
    may_fail: usize,
    (paid, broken): (f64, &BTreeSet<u64>),
    chosen: &mut Vec<Choice>,
    best: &mut (f64, Vec<Choice>),
) {
    let Some(table) = tables.get(chosen.len()) else {
        *best = (paid, chosen.clone());
        return;
    };
    let others = tables[chosen.len() + 1..].iter().filter_map(|it| it.first());
    let others: f64 = others.map(|it| it.paid).sum();
    for it in table {
        if paid + it.paid + others >= best.0 {
            break;
        }
        let broken = broken.union(&it.broken).copied().collect::<BTreeSet<u64>>();
        if broken.len() <= may_fail {
            chosen.push(it.choice);
            extend(tables, may_fail, (paid + it.paid, &broken), chosen, best);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(now: u32, paid: f64, broken: &[u64]) -> Tried {
        let choice = Choice { now, target: 84, most: 9, temporary: false };
        let broken = broken.iter().copied().collect();
        Tried { choice, paid, broken, ..Tried::default() }
    }

    #[test]
    fn of_all_combinations_the_cheapest_that_breaks_few_enough_is_taken() {
        let tables = [
            vec![tried(0, 1.0, &[1, 2, 3]), tried(1, 3.0, &[1, 2]), tried(2, 9.0, &[])],
            vec![tried(0, 1.0, &[1, 2, 4]), tried(1, 2.5, &[2]), tried(2, 9.0, &[])],
        ];
        let nows = |may_fail| -> Vec<u32> {
            combined(&tables, may_fail).iter().map(|it| it.now).collect()
        };
        assert_eq!(nows(4), [0, 0], "what both break is broken once");
        assert_eq!(nows(3), [0, 1]);
        assert_eq!(nows(2), [1, 1]);
        assert_eq!(nows(1), [2, 1]);
        assert_eq!(nows(0), [2, 2]);
        let hopeless = [vec![tried(0, 1.0, &[1, 2]), tried(1, 2.0, &[1])], tables[1].clone()];
        let nows: Vec<u32> = combined(&hopeless, 0).iter().map(|it| it.now).collect();
        assert_eq!(nows, [1, 2], "where nothing suffices, what breaks least");
    }

    #[test]
    fn what_is_stricter_than_what_breaks_nothing_is_not_tried() {
        let table = [tried(1, 2.0, &[]), tried(2, 1.5, &[7])];
        let choice = |now, target| Choice { now, target, most: 9, temporary: false };
        assert_eq!(enough(&table, choice(1, 64)), Some(choice(1, 84)));
        assert_eq!(enough(&table, choice(3, 84)), Some(choice(1, 84)));
        assert_eq!(enough(&table, choice(0, 64)), None);
        assert_eq!(enough(&table, choice(2, 92)), None);
    }

    #[test]
    fn what_another_role_is_at_fault_for_is_no_fault_of_a_choice() {
        let mut it = Tried::default();
        for (replication, is_broken) in [(1, true), (2, true), (3, false)] {
            it.note(replication, is_broken);
        }
        for (replication, is_broken) in [(2, false), (1, true), (3, true)] {
            it.note(replication, is_broken);
        }
        assert_eq!(it.broken, [1].into());
    }
}
