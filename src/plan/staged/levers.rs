//! Levers: what is tried before people, what it saves, and what it does to late items.
//!
//! A lever is worth what the plan costs more without it, the promises being kept as well in both. What it
//! does to late items is told too: the earliest due date first makes everything late at once when
//! there is too much work.

use super::beside::{breaches_a_month, breaches_before, dearer};
use super::data::Lever;
use super::search::{RuleSearch, with};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice};
use crate::plan::search::moves::earliest_due;
use crate::scenario::{Discipline, Text};

/// Fresh replications in which a lever is looked at, and those of the order of the queue, which saves less
/// in each and is asked about first.
const LOOKED_AT: u64 = 12;
const OF_ORDER: u64 = 30;
/// Replications that it may take to find a rule which suffices in the order as it is.
const ORDER: usize = 120;
/// Hard replications that tell whether a lever which makes nobody superfluous does harm.
const FEW: usize = 12;
/// Roles of which it is tried whether a lever makes somebody superfluous, the dearest.
const ROLES: usize = 2;
/// Of the target of the relieved role, in per cent: what a lever must at least make possible.
const STEP: u32 = 8;
/// A lever, and the plan with and without it.
pub(crate) struct Tried {
    key: String,
    title: Text,
    with: Candidate,
    without: Candidate,
}

impl RuleSearch<'_, '_> {
    /// Pulls each lever that pays; the cheapest rule, and all that were tried. `None` when stopped.
    pub(crate) fn pull(&mut self, mut best: Candidate) -> Option<(Candidate, Vec<Tried>)> {
        let mut tried = Vec::new();
        for position in 0..self.race.lab.moves.len() as u8 {
            let it = &self.race.lab.moves[usize::from(position)];
            let (key, title) = (it.key.clone(), it.title.clone());
            let mut pulled = best.clone();
            pulled.moves.push(position);
            let less = self.with_less(&best, &pulled, position)?;
            // A lever that makes nobody superfluous need only do no harm to be priced.
            let (alone, pulled) = (less.is_none(), less.unwrap_or(pulled));
            let good = !alone || self.keeps_as_many(&pulled, &best, FEW)?;
            let cheaper = good && self.cost(&pulled)? < self.cost(&best)?;
            let pays = cheaper && (!alone || self.race.is_good(&pulled)?);
            // Only plans that are equally sure are compared.
            tried.extend(good.then(|| Tried {
                key,
                title,
                with: pulled.clone(),
                without: best.clone(),
            }));
            if pays {
                best = pulled;
            }
        }
        Some((best, tried))
    }

    /// Positions of the dearest roles that a lever relieves.
    fn relieved(&self, best: &Candidate, lever: u8) -> Vec<usize> {
        let lab = &self.race.lab;
        let relieves = &lab.moves[usize::from(lever)].relieves;
        let is_one = |it: &usize| relieves.contains(&lab.lattice.openings[*it].role);
        self.dearest_first(best).into_iter().filter(is_one).take(ROLES).collect()
    }

    /// A lever with the least that it must make possible: one person fewer, or a higher load, of a role
    /// that it relieves; the inner `None` where that does not suffice.
    fn with_less(
        &mut self,
        best: &Candidate,
        pulled: &Candidate,
        lever: u8,
    ) -> Option<Option<Candidate>> {
        for position in self.relieved(best, lever) {
            let choice @ Choice { now, target, .. } = best.rules[position];
            let fewer = (now > 0).then(|| Choice { now: now - 1, ..choice });
            let higher = target + STEP;
            let higher =
                (target > 0 && higher <= 100).then_some(Choice { target: higher, ..choice });
            for choice in [fewer, higher].into_iter().flatten() {
                let less = with(pulled, position, choice);
                if self.race.is_good(&less)? {
                    return Some(Some(less));
                }
            }
        }
        Some(None)
    }

    /// What the order of the queue is worth: the plan, and one in the order as it is that suffices as
    /// well. `None` inside where the scenario has that order already.
    pub(crate) fn order(&mut self, best: &Candidate) -> Option<(Candidate, Option<Tried>)> {
        if self.race.lab.base().discipline == Discipline::EarliestDue {
            return Some((best.clone(), None));
        }
        let as_it_is = Candidate { order: None, ..best.clone() };
        let (without, good) = self.suffice_within(as_it_is, ORDER)?;
        // An order that saves nothing is left as it is.
        let cheaper = good && self.cost(&without)? <= self.cost(best)?;
        let (key, title) = earliest_due();
        // Only plans that are equally sure are compared.
        let tried =
            good.then(|| Tried { key, title, with: best.clone(), without: without.clone() });
        Some((if cheaper { without } else { best.clone() }, tried))
    }
}

/// Levers on fresh replications; `None` when stopped.
pub(crate) fn levers(
    lab: &mut Lab<'_>,
    promises: &Promises,
    plan: &Candidate,
    tried: &[Tried],
) -> Option<Vec<Lever>> {
    let mut levers = Vec::new();
    for it in tried {
        let moved = lab.moves.iter().position(|one| one.key == it.key);
        let few = lab.fresh(if moved.is_some() { LOOKED_AT } else { OF_ORDER });
        lab.simulate(&it.with, &few)?;
        lab.simulate(&it.without, &few)?;
        let (with, without) = (lab.played(&it.with, &few), lab.played(&it.without, &few));
        let cost = |it: &[&_]| -> Vec<f64> {
            it.iter().map(|it: &&crate::plan::search::evaluator::Played| it.staff.cost()).collect()
        };
        let late = |it: &[&_]| -> Vec<f64> {
            it.iter().map(|it| breaches_a_month(promises, it)).collect()
        };
        let before = |it: &[&_]| -> Vec<f64> {
            it.iter().map(|it| f64::from(breaches_before(promises, it))).collect()
        };
        let made = match moved {
            Some(position) => plan.moves.contains(&(position as u8)),
            None => plan.order == Some(Discipline::EarliestDue),
        };
        levers.push(Lever {
            key: it.key.clone(),
            title: it.title.clone(),
            made,
            saves: dearer(&cost(&without), &cost(&with)),
            breaches: dearer(&late(&with), &late(&without)),
            before: dearer(&before(&with), &before(&without)),
        });
    }
    Some(levers)
}
