//! Levers: what is tried before people, and the plan with and without each.
//!
//! Which levers are pulled is found together with whom to hire (`by_role`); here each is set against a plan without it.
//! A lever is worth what that costs more, the promises being kept as well in both (`lever_figures`). What it does to
//! late items is told too: the earliest due date first makes everything late at once when there is too much work.
//! A lever with which the plan keeps fewer promises is given no figure, and named.

use super::by_role::ASIDE;
use super::combination::Wanted;
use super::data::LeftOut;
use super::search::RuleSearch;
use super::stricter::UNSEEN;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;
use crate::plan::search::moves::{Move, earliest_due};
use crate::scenario::{Discipline, Text};

/// Fresh replications in which what is no policy of the scenario is looked at: the order of the queue, which saves less
/// in each than a lever and is asked about first, and people for a time, who are seldom taken on.
pub(super) const OF_BUILT_IN: u64 = 20;
/// Replications that it may take to find a rule which suffices in the order as it is.
pub(super) const WITHOUT: usize = 120;
/// Hard replications that tell whether a lever which makes nobody superfluous does harm.
const FEW: usize = 12;

/// A lever, the plan with it, and one without it that is as sure, as far as one was found.
pub(crate) struct Tried {
    pub(super) key: String,
    pub(super) title: Text,
    pub(super) with: Candidate,
    pub(super) without: Option<Candidate>,
}

impl Tried {
    /// Of a key and what it is called.
    pub(super) fn new(
        (key, title): (String, Text),
        with: &Candidate,
        without: Option<&Candidate>,
    ) -> Self {
        Self { key, title, with: with.clone(), without: without.cloned() }
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
    /// The plan was held against so many fresh replications. What was set aside comes behind the others: a rule names its
    /// moves by their positions.
    pub(crate) fn priced(
        &mut self,
        (plan, shown): (&Candidate, u64),
        aside: Vec<Move>,
    ) -> Option<(Vec<Tried>, Vec<LeftOut>)> {
        // As sure as the plan as far as the search can tell: one that must be surer costs more than the lever spares.
        self.race.may_fail = self.race.may_fail.max(self.told(plan).0 + UNSEEN);
        self.race.lab.moves.extend(aside);
        let (mut tried, mut left_out) = (Vec::new(), Vec::new());
        for lever in 0..self.race.lab.moves.len() as u8 {
            let it = &self.race.lab.moves[usize::from(lever)];
            let named = (it.key.clone(), it.title.clone());
            if plan.moves.contains(&lever) {
                let wanted = Wanted { without: &[lever], ..self.anything() };
                let without = self.combination(plan, wanted, ASIDE)?;
                tried.push(Tried::new(named, plan, without.as_ref()));
                continue;
            }
            let mut with = plan.clone();
            with.moves.push(lever);
            with.moves.sort_unstable();
            self.try_to_pull(named, plan, with, (&mut tried, &mut left_out))?;
        }
        self.for_a_time((plan, shown), (&mut tried, &mut left_out))?;
        Some((tried, left_out))
    }

    /// A lever that the plan does without, with which it is another: priced where it does no harm, and left out
    /// where it does. What makes nobody superfluous need do no more.
    pub(super) fn try_to_pull(
        &mut self,
        (key, title): (String, Text),
        plan: &Candidate,
        with: Candidate,
        (tried, left_out): (&mut Vec<Tried>, &mut Vec<LeftOut>),
    ) -> Option<()> {
        let [kept, without] = [&with, plan].map(|it| self.kept_of_hardest(it));
        let (kept, without) = (kept?, without?);
        match kept >= without {
            true => tried.push(Tried::new((key, title), &with, Some(plan))),
            false => {
                let of = self.hardest().len();
                left_out.push(LeftOut { key, title, of, with: kept, without });
            }
        }
        Some(())
    }

    /// The replications that tell whether a lever does harm.
    pub(super) fn hardest(&self) -> Vec<u64> {
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
        // Only plans that are equally sure are compared.
        let tried = Tried::new(earliest_due(), best, good.then_some(&without));
        Some((if cheaper { without } else { best.clone() }, Some(tried)))
    }
}
