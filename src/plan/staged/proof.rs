//! Proof: from the rule that was found to one that is proved, where any of its kind can be.
//!
//! A rule that fails its certificate is no plan that anybody can act on. What broke it is learnt, a stricter
//! rule is found, and that is held against replications that are fresh again, until one is proved,
//! nothing is left to be made stricter, or the attempts are over.

use super::Asked;
use super::certificate::{Certified, Demand, certify, held, seen_to_the_end};
use super::pruned::keeps_as_many;
use super::search::RuleSearch;
use crate::plan::search::hire_options::Candidate;
use crate::statistics::sequential::{error_of_attempt, fewest_that_prove};

/// How many times a rule is held against fresh replications.
const ATTEMPTS: u64 = 5;

/// Cheaper rules than the one that is proved, which may still be.
const CHEAPER: usize = 3;

/// What was proved, or came nearest to it.
pub(crate) struct Proof {
    /// The rule, and how often it keeps every promise.
    pub(crate) answer: Certified,
    /// Rules that were tested on the same replications: surer and cheaper ones.
    pub(crate) others: Vec<Candidate>,
    /// Rules before it that failed.
    pub(crate) failed: u64,
}

/// Whether one more attempt could prove anything, if every replication passed.
fn could_prove(Demand { confidence, exactly, attempt }: Demand) -> bool {
    exactly.is_none_or(|of| of >= fewest_that_prove(confidence, error_of_attempt(attempt + 1)))
}

impl RuleSearch<'_, '_> {
    /// The proof of a rule, or of a stricter one where that may be; `None` when stopped.
    pub(crate) fn prove(
        &mut self,
        mut rule: Candidate,
        asked: &Asked,
        may_be_stricter: bool,
    ) -> Option<Proof> {
        let promises = self.race.promises;
        let (mut attempt, mut failed) = (1, Vec::new());
        loop {
            let Asked { confidence, replications: exactly, .. } = *asked;
            let demand = Demand { confidence, exactly, attempt };
            let first = certify(self.race.lab, promises, rule.clone(), demand)?;
            let proved = first.kept.proved;
            let (mut tested, mut answer) = (vec![first], 0);
            while tested[answer].kept.proved && may_be_stricter && answer < CHEAPER {
                let Some(cheaper) = self.cheaper(&tested[answer].rule, confidence)? else {
                    break;
                };
                let next = certify(self.race.lab, promises, cheaper, demand)?;
                let is_last = !next.kept.proved;
                tested.push(next);
                if is_last {
                    break;
                }
                answer += 1;
            }
            let over = attempt == ATTEMPTS || !could_prove(demand);
            let stricter = match proved || !may_be_stricter || over {
                true => None,
                false => self.learnt(&tested[0])?,
            };
            if let Some(stricter) = stricter {
                self.race.lab.take_fresh();
                failed.push(rule);
                (rule, attempt) = (stricter, attempt + 1);
                continue;
            }
            let mut answer =
                seen_to_the_end(self.race.lab, promises, tested.swap_remove(answer), demand)?;
            if !answer.kept.proved && may_be_stricter {
                answer = self.cheapest_as_sure(answer, &failed, demand)?;
            }
            let others = tested.into_iter().map(|it| it.rule).collect();
            return Some(Proof { answer, others, failed: attempt - 1 });
        }
    }

    /// The cheapest of the rules that failed before and an answer that is not proved either, which keep as many of its
    /// fresh replications: what was paid for being stricter bought nothing.
    pub(super) fn cheapest_as_sure(
        &mut self,
        mut answer: Certified,
        failed: &[Candidate],
        demand: Demand,
    ) -> Option<Certified> {
        let (promises, of) = (self.race.promises, answer.kept.of);
        let fresh = self.race.lab.fresh(of);
        for before in failed {
            let cheaper = self.cost(before)? < self.cost(&answer.rule)?;
            let lab = &mut *self.race.lab;
            if cheaper && keeps_as_many(lab, promises, [before, &answer.rule], &fresh)? {
                answer = held(lab, promises, before.clone(), of, demand)?;
            }
        }
        Some(answer)
    }

    /// A stricter rule than one that was not proved, which suffices in what it was held against as well;
    /// the inner `None` where there is none.
    fn learnt(&mut self, failed: &Certified) -> Option<Option<Candidate>> {
        let replications = self.race.lab.fresh(failed.kept.of);
        self.learn(&replications, &failed.rule)?;
        // What was learnt may speak for another way than the one that was taken.
        let (found, good) = self.by_role(&failed.rule)?;
        let rule = if good { found } else { self.sure(failed.rule.clone())?.0 };
        let rule = self.pruned(rule)?;
        match rule == failed.rule {
            true => self.stricter(&rule),
            false => Some(Some(rule)),
        }
    }
}
