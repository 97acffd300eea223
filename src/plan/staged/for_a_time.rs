//! For a time: what people taken on for a time spare, as a lever like any other.
//!
//! Where the plan may take somebody on, it is held against a plan that takes nobody on and is as sure; where the search
//! did without, it is tried whether they would help.

use super::data::LeftOut;
use super::levers::{Tried, WITHOUT};
use super::search::RuleSearch;
use crate::plan::search::hire_options::Candidate;
use crate::scenario::Text;

/// The key of the lever and what it is called.
pub(crate) fn people_for_a_time() -> (String, Text) {
    let (ru, en) = ("Люди на время, пока копится очередь", "People for a time while work piles up");
    ("for-a-time".into(), Text { ru: ru.into(), en: en.into() })
}

/// The rule, when each role that may be hired takes people on for a time, or none does.
fn with_temporary(rule: &Candidate, temporary: bool) -> Candidate {
    let mut changed = rule.clone();
    let some = changed.rules.iter_mut().filter(|it| it.most > 0);
    some.for_each(|it| it.temporary = temporary);
    changed
}

impl RuleSearch<'_, '_> {
    /// The plan and one with nobody for a time that is as sure, as far as one is found, where the plan may take
    /// somebody on; else the plan with people for a time, where that takes somebody on. Nothing is tried where
    /// the scenario allows nobody for a time. `None` when stopped.
    pub(super) fn for_a_time(
        &mut self,
        (plan, shown): (&Candidate, u64),
        told: (&mut Vec<Tried>, &mut Vec<LeftOut>),
    ) -> Option<()> {
        let (with, without) = (with_temporary(plan, true), with_temporary(plan, false));
        if without != *plan {
            let shown = self.race.lab.fresh(shown);
            // Where nobody is taken on in any of those that the plan was held against both are the same.
            let (without, good) = match self.takes_on(plan, &shown)? {
                true => self.suffice_within(without, WITHOUT)?,
                false => (without, true),
            };
            told.0.push(Tried::new(people_for_a_time(), plan, good.then_some(&without)));
            return Some(());
        }
        if !self.race.lab.base().planning.temporary || with == *plan {
            return Some(());
        }
        let hardest = self.hardest();
        match self.takes_on(&with, &hardest)? {
            true => self.try_to_pull(people_for_a_time(), plan, with, told),
            false => Some(()),
        }
    }

    /// Whether a rule takes somebody on for a time in any of some replications.
    fn takes_on(&mut self, rule: &Candidate, replications: &[u64]) -> Option<bool> {
        self.race.lab.simulate(rule, replications)?;
        let played = self.race.lab.played(rule, replications);
        Some(played.iter().any(|it| !it.staff.temporary.is_empty()))
    }
}
