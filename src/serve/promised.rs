//! Promised: what the plan of a scenario promises, found once for all who ask about it.

use super::Ask;
use super::known::{Mark, Rows, mark};
use super::question::Question;
use super::turns::Asked;
use crate::experiment::Outcome;
use crate::plan::ground::promises_of;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::search::run::Run;
use crate::report::compose::Kept;
use crate::scenario::Study;
use crate::statistics::certificate::Certificate;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// More scenarios than these are not asked about at once.
const MOST: usize = 32;

/// What was found, by the scenario and by the readings that are known.
pub(super) type Key = (Mark, Vec<String>);

/// The promises of every scenario that was asked about.
#[derive(Default)]
pub(crate) struct Promised {
    found: Mutex<HashMap<Key, Arc<Promises>>>,
    /// One at a time: who comes second finds them found.
    finding: Mutex<()>,
}

impl Promised {
    /// What was found.
    pub(super) fn of(&self, key: &Key) -> Option<Arc<Promises>> {
        lock(&self.found).get(key).cloned()
    }
}

impl Ask {
    /// How often each policy keeps what the plan promises, in the replications of an outcome. Finding the
    /// promises takes some replications more: `None` while that is not done, unless it `must` be done now.
    pub(super) fn kept(
        &self,
        (study, question): (&Study, &Question),
        (outcome, rows): (&Outcome, &[Arc<Rows>]),
        (asked, must): (&Asked, bool),
    ) -> Option<Kept> {
        let key = key(study, question, outcome.seed);
        let promises = match self.promised.of(&key) {
            None if must => self.find(study, key, outcome.seed, asked)?,
            known => known?,
        };
        let kept = |(policy, rows): (usize, &Arc<Rows>)| {
            let scenario = &study.policies[policy].scenario;
            let promises = promises.under(scenario);
            let columns = &outcome.policies[policy].columns;
            let passes = |readings: &_| {
                promises.kept(&Seen::of_readings((columns, readings), scenario, &promises.goals))
            };
            Certificate::new(rows.count(outcome.replications, passes), outcome.replications)
        };
        let policies: Vec<Certificate> = rows.iter().enumerate().map(kept).collect();
        // Of the levers as they stand, in shares that they may have changed.
        let live = rows.len().min(2) - 1;
        let scenario = &study.policies[live].scenario;
        let promises = promises.under(scenario);
        let columns = &outcome.policies[live].columns;
        let each = (0..promises.goals.len()).map(|goal| {
            rows[live].count(outcome.replications, |readings| {
                let seen = Seen::of_readings((columns, readings), scenario, &promises.goals);
                promises.kept_goal(&seen, goal)
            })
        });
        Some(Kept { each: each.collect(), promises, policies })
    }

    fn find(&self, study: &Study, key: Key, seed: u64, asked: &Asked) -> Option<Arc<Promises>> {
        let _alone = lock(&self.promised.finding);
        if let Some(known) = self.promised.of(&key) {
            return Some(known);
        }
        let run = Run::new(seed, self.threads, &|_| (), &asked.stop);
        let found = Arc::new(promises_of(study, &run)?);
        let mut all = lock(&self.promised.found);
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(key, Arc::clone(&found));
        Some(found)
    }
}

/// What a plan may hire and cost changes no promise.
pub(super) fn key(study: &Study, question: &Question, seed: u64) -> Key {
    let mut scenario = study.baseline().scenario.clone();
    (scenario.planning.max_people, scenario.planning.budget) = (None, None);
    (mark(&scenario, seed), question.readings.clone())
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}
