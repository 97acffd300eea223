//! Combination: the cheapest choices for all roles, and levers, that are expected to break few enough replications.

use super::known::{Known, is_as_lax};
use crate::plan::search::hire_options::Choice;
use std::collections::BTreeMap;

/// Part of the cost within which plans cost the same.
pub(super) const SAME: f64 = 0.01;
/// Levers that are combined with one another, at most.
const TOGETHER: usize = 8;

/// What may be chosen, and what it costs.
#[derive(Default)]
pub(super) struct Prices {
    /// Of each role, choices that were tried, and what its people cost, mean.
    pub(super) tried: Vec<Vec<(Choice, f64)>>,
    /// Of each role, all choices.
    pub(super) choices: Vec<Vec<Choice>>,
    /// What each lever costs more than it spares by itself; infinite where it does harm.
    pub(super) levers: Vec<f64>,
}

/// A choice for each role, and levers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Combination {
    /// What all of it costs.
    pub(super) paid: f64,
    /// By role.
    pub(super) choices: Vec<Choice>,
    pub(super) levers: Vec<u8>,
}

/// What is asked of a combination.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'w> {
    /// Replications that may be broken.
    pub(super) may_fail: usize,
    /// Levers that must not be pulled.
    pub(super) without: &'w [u8],
    /// What it must cost less than.
    pub(super) below: f64,
}

impl Prices {
    /// What a choice costs by the nearest two loads that were tried with as many people now, on the line
    /// through both. `None` where none was, and where nobody is hired later.
    pub(super) fn paid(&self, position: usize, choice: Choice) -> Option<f64> {
        let tried = self.tried.get(position)?.iter();
        let mut nearest: Vec<&(Choice, f64)> = tried.filter(|it| it.0.now == choice.now).collect();
        nearest.sort_by_key(|it| it.0.target.abs_diff(choice.target));
        let at = |it: &(Choice, f64)| f64::from(it.0.target);
        match nearest[..] {
            [] => None,
            [it, ..] if it.0.target == choice.target => Some(it.1),
            _ if choice.target == 0 => None,
            [only] => Some(only.1),
            [a, b, ..] => {
                let slope = (b.1 - a.1) / (at(b) - at(a));
                Some(a.1 + slope * (f64::from(choice.target) - at(a)))
            }
        }
    }

    /// Whether a choice is among those that are combined.
    pub(super) fn has(&self, position: usize, choice: Choice) -> bool {
        self.choices.get(position).is_some_and(|it| it.contains(&choice))
    }

    /// What some levers cost more than they spare by themselves.
    pub(super) fn of_levers(&self, levers: &[u8]) -> f64 {
        levers.iter().filter_map(|it| self.levers.get(usize::from(*it))).sum()
    }

    /// Each role's choices with what they cost, the cheapest first, but for those of which a stricter one costs
    /// the same.
    fn by_role(&self) -> Vec<Vec<(f64, Choice)>> {
        let all = self.choices.iter().enumerate().map(|(position, choices)| {
            let priced = |it: &Choice| self.paid(position, *it).map(|paid| (paid, *it));
            let mut priced: Vec<(f64, Choice)> = choices.iter().filter_map(priced).collect();
            priced.sort_by(|a, b| a.0.total_cmp(&b.0));
            priced
        });
        let mut all: Vec<Vec<(f64, Choice)>> = all.collect();
        let same = SAME * all.iter().filter_map(|it| it.first()).map(|it| it.0).sum::<f64>();
        for choices in &mut all {
            let others = choices.clone();
            let better = |it: &(f64, Choice), other: &(f64, Choice)| {
                other.1 != it.1 && is_as_lax(it.1, other.1) && other.0 <= it.0 + same
            };
            choices.retain(|it| !others.iter().any(|other| better(it, other)));
        }
        all
    }

    /// The cheapest combination that is expected to break no more than may be, when what is not known is broken with
    /// some chance; `None` where there is none.
    pub(super) fn cheapest(
        &self,
        known: &Known,
        wanted: Wanted<'_>,
        chance: f64,
    ) -> Option<Combination> {
        let roles = self.by_role();
        let may_be =
            |it: &u8| self.levers[usize::from(*it)].is_finite() && !wanted.without.contains(it);
        let levers = (0..self.levers.len() as u8).filter(may_be).take(TOGETHER);
        let levers: Vec<u8> = levers.collect();
        let mut best: Option<Combination> = None;
        for some in 0..1_u32 << levers.len() {
            let pulled = levers.iter().enumerate().filter(|it| some >> it.0 & 1 == 1);
            let pulled: Vec<u8> = pulled.map(|it| *it.1).collect();
            let mut ways = Ways {
                known,
                roles: &roles,
                levers: &pulled,
                may_fail: wanted.may_fail as f64,
                chance,
                chances: BTreeMap::new(),
                below: best.as_ref().map_or(wanted.below, |it| it.paid),
                found: None,
            };
            ways.extend(self.of_levers(&pulled), &mut Vec::new(), &[]);
            if let Some(choices) = ways.found {
                best = Some(Combination { paid: ways.below, choices, levers: pulled });
            }
        }
        best
    }
}

/// All ways to choose for all roles, with some levers.
struct Ways<'a> {
    known: &'a Known,
    roles: &'a [Vec<(f64, Choice)>],
    levers: &'a [u8],
    may_fail: f64,
    chance: f64,
    /// By group and its choices, for each replication.
    chances: BTreeMap<(usize, Vec<Choice>), Vec<f64>>,
    below: f64,
    found: Option<Vec<Choice>>,
}

impl Ways<'_> {
    /// Completes choices for the first roles, which cost so much and break each replication with some chance, in
    /// every way that may be cheaper than the best.
    fn extend(&mut self, paid: f64, chosen: &mut Vec<Choice>, broken: &[f64]) {
        let position = chosen.len();
        let Some(choices) = self.roles.get(position) else {
            (self.below, self.found) = (paid, Some(chosen.clone()));
            return;
        };
        let others = self.roles[position + 1..].iter().filter_map(|it| it.first());
        let others: f64 = others.map(|it| it.0).sum();
        for &(price, choice) in choices {
            if paid + price + others >= self.below {
                break;
            }
            chosen.push(choice);
            let mut all = broken.to_vec();
            for group in self.known.ending_with(position) {
                let chances = self.chances(group, chosen);
                all.resize(chances.len(), 0.0);
                all.iter_mut().zip(chances).for_each(|it| *it.0 = it.0.max(*it.1));
            }
            if all.iter().sum::<f64>() <= self.may_fail + 1e-9 {
                self.extend(paid + price, chosen, &all);
            }
            chosen.pop();
        }
    }

    fn chances(&mut self, group: usize, chosen: &[Choice]) -> &[f64] {
        let key = (group, self.known.own(group, chosen));
        let chances = || self.known.chances(group, chosen, self.levers, self.chance);
        self.chances.entry(key).or_insert_with(chances)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(now: u32, target: u32) -> Choice {
        Choice { now, target, most: 9, temporary: false }
    }

    #[test]
    fn between_two_loads_a_choice_costs_what_lies_between_and_nobody_later_is_not_told() {
        let prices = |tried: &[(u32, f64)]| Prices {
            tried: vec![tried.iter().map(|it| (choice(2, it.0), it.1)).collect()],
            ..Prices::default()
        };
        let both = prices(&[(84, 16.0), (64, 20.0)]);
        assert_eq!(both.paid(0, choice(2, 64)), Some(20.0));
        assert_eq!(both.paid(0, choice(2, 74)), Some(18.0));
        assert_eq!(both.paid(0, choice(2, 54)), Some(22.0));
        assert_eq!(prices(&[(84, 16.0)]).paid(0, choice(2, 54)), Some(16.0));
        assert_eq!((both.paid(0, choice(3, 74)), both.paid(0, choice(2, 0))), (None, None));
        assert_eq!(both.paid(1, choice(2, 64)), None, "no such role");
    }

    #[test]
    fn a_choice_is_left_out_where_a_stricter_one_costs_the_same() {
        let tried = [(choice(1, 84), 100.0), (choice(1, 64), 100.5), (choice(2, 84), 150.0)];
        let prices = Prices {
            tried: vec![tried.to_vec()],
            choices: vec![tried.iter().map(|it| it.0).collect()],
            levers: vec![],
        };
        let kept: Vec<Choice> = prices.by_role()[0].iter().map(|it| it.1).collect();
        assert_eq!(kept, [choice(1, 64), choice(2, 84)]);
    }
}
