//! Levers: what is tried before people, what it saves, and what it does to late items.
//!
//! Which levers are pulled is found together with whom to hire (`by_role`); here each is priced. A lever is worth
//! what the plan costs more without it, the promises being kept as well in both. What it
//! does to late items is told too: the earliest due date first makes everything late at once when
//! there is too much work. A lever with which the plan keeps fewer promises is given no figure, and named.

use super::beside::{breaches_a_month, breaches_before, dearer};
use super::by_role::ASIDE;
use super::combination::Wanted;
use super::data::{LeftOut, Lever};
use super::search::RuleSearch;
use super::stricter::UNSEEN;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;
use crate::plan::search::moves::{Move, earliest_due};
use crate::scenario::{Discipline, Text};

/// Fresh replications in which a lever is looked at, and those of the order of the queue, which saves less
/// in each and is asked about first.
const LOOKED_AT: u64 = 12;
const OF_ORDER: u64 = 20;
/// Replications that it may take to find a rule which suffices in the order as it is.
const WITHOUT: usize = 120;
/// Hard replications that tell whether a lever which makes nobody superfluous does harm.
const FEW: usize = 12;

/// A lever, and the plan with and without it.
pub(crate) struct Tried {
    key: String,
    title: Text,
    with: Candidate,
    without: Candidate,
}

#[cfg(test)]
impl Tried {
    /// Whether it is of a lever.
    pub(super) fn is(&self, key: &str) -> bool {
        self.key == key
    }

    /// The plan without it.
    pub(super) fn without(&self) -> &Candidate {
        &self.without
    }

    /// A lever with a plan and one without it.
    pub(super) fn of(key: &str, with: &Candidate, without: &Candidate) -> Self {
        let (_, title) = earliest_due();
        Self { key: key.into(), title, with: with.clone(), without: without.clone() }
    }
}

/// Takes those out of the search that are over before any promise counts of whom they relieve: in the months that
/// are judged they make nobody superfluous. They are tried on the plan alone.
pub(crate) fn set_aside(lab: &mut Lab<'_>, promises: &Promises) -> Vec<Move> {
    let timeline = &lab.base().timeline;
    let is_over = |it: &Move| {
        let goals = promises.goals.iter().zip(&promises.from);
        let own =
            goals.filter(|(goal, _)| goal.roles.iter().any(|role| it.relieves.contains(role)));
        let first = own.map(|(_, from)| timeline.first_day(*from)).min();
        it.until.is_some_and(|until| first.is_none_or(|first| until < first))
    };
    let (aside, searched) = std::mem::take(&mut lab.moves).into_iter().partition(is_over);
    lab.moves = searched;
    aside
}

impl RuleSearch<'_, '_> {
    /// Each lever with the plan, and a plan without it that is as sure, as far as one is found; and those with which
    /// the plan keeps less. `None` when stopped.
    ///
    /// What was set aside comes behind the others: a rule names its moves by their positions.
    pub(crate) fn priced(
        &mut self,
        plan: &Candidate,
        aside: Vec<Move>,
    ) -> Option<(Vec<Tried>, Vec<LeftOut>)> {
        // As sure as the plan as far as the search can tell: one that must be surer costs more than the lever spares.
        self.race.may_fail = self.race.may_fail.max(self.told(plan).0 + UNSEEN);
        self.race.lab.moves.extend(aside);
        let (mut tried, mut left_out) = (Vec::new(), Vec::new());
        for lever in 0..self.race.lab.moves.len() as u8 {
            let it = &self.race.lab.moves[usize::from(lever)];
            let (key, title) = (it.key.clone(), it.title.clone());
            if plan.moves.contains(&lever) {
                let wanted = Wanted { without: &[lever], ..self.anything() };
                let without = self.combination(plan, wanted, ASIDE)?;
                let with = plan.clone();
                tried.extend(without.map(|without| Tried { key, title, with, without }));
                continue;
            }
            let mut other = plan.clone();
            other.moves.push(lever);
            other.moves.sort_unstable();
            let [with, without] = [&other, plan].map(|it| self.kept_of_hardest(it));
            let (with, without) = (with?, without?);
            // What makes nobody superfluous need only do no harm to be priced.
            match with >= without {
                true => tried.push(Tried { key, title, with: other, without: plan.clone() }),
                false => {
                    left_out.push(LeftOut { key, title, of: self.hardest().len(), with, without })
                }
            }
        }
        Some((tried, left_out))
    }

    /// The replications that tell whether a lever does harm.
    fn hardest(&self) -> Vec<u64> {
        self.race.asked.iter().map(|it| it.0).take(FEW).collect()
    }

    /// How many of them a rule keeps.
    fn kept_of_hardest(&mut self, rule: &Candidate) -> Option<usize> {
        let hard = self.hardest();
        let kept = self.race.lab.keeps(rule, self.race.promises, &hard)?;
        Some(kept.iter().filter(|it| **it).count())
    }

    /// What the order of the queue is worth: the plan, and one in the order as it is that suffices as
    /// well. `None` inside where the scenario has that order already.
    pub(crate) fn order(&mut self, best: &Candidate) -> Option<(Candidate, Option<Tried>)> {
        if best.order.is_none() || self.race.lab.base().discipline == Discipline::EarliestDue {
            return Some((best.clone(), None));
        }
        let as_it_is = Candidate { order: None, ..best.clone() };
        // As sure as the plan and no surer: one that is costs more than the order spares.
        let may_fail = self.race.may_fail;
        self.race.may_fail = may_fail.max(self.told(best).0);
        let (without, good) = self.suffice_within(as_it_is, WITHOUT)?;
        self.race.may_fail = may_fail;
        // Whether nobody does was asked in the order as it is first, of all replications and not only the hard ones.
        let is_nobody = !best.rules.iter().any(|it| it.asks());
        let good = good && !(is_nobody && without.rules == best.rules);
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
        let saves = dearer(&cost(&without), &cost(&with));
        // A plan without it that is cheaper for certain is not known to be as sure: none was proved.
        if made && saves.high < 0.0 {
            continue;
        }
        levers.push(Lever {
            key: it.key.clone(),
            title: it.title.clone(),
            made,
            saves,
            breaches: dearer(&late(&with), &late(&without)),
            before: dearer(&before(&with), &before(&without)),
        });
    }
    Some(levers)
}
