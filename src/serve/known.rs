//! Known: readings of replications that were run for an earlier question.
//!
//! Common random numbers make a replication of a policy the same whatever stands beside it. Whoever moves
//! a lever asks about the same baseline again, and about the same kept variants: only what is new is run.

use crate::measure::Readings;
use crate::scenario::{Planning, Scenario};
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::fmt::{self, Write};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Bytes of readings that are kept in all; what was asked longest ago is forgotten first.
const MOST: usize = 160 << 20;

/// The readings of the policies that were asked about last.
#[derive(Default)]
pub(crate) struct Known(Mutex<VecDeque<(Mark, Arc<Rows>)>>);

/// What two scenarios that are the same have in common, the seed included.
pub(super) type Mark = [u8; 32];

/// The readings of one policy, of the first replications in order.
#[derive(Default)]
pub(crate) struct Rows(RwLock<Vec<Readings>>);

impl Known {
    /// The rows of a scenario, which are shared with whoever else asks about it.
    pub(crate) fn of(&self, scenario: &Scenario, seed: u64) -> Arc<Rows> {
        // What the plan must do changes nothing that happens in a replication.
        let mark = mark(&Scenario { planning: Planning::default(), ..scenario.clone() }, seed);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter().position(|it| it.0 == mark).and_then(|it| all.remove(it));
        let (_, rows) = found.unwrap_or_else(|| (mark, Arc::default()));
        all.push_back((mark, Arc::clone(&rows)));
        while all.len() > 1 && all.iter().map(|it| it.1.bytes()).sum::<usize>() > MOST {
            all.pop_front();
        }
        rows
    }
}

impl Rows {
    /// The readings of a replication, where it was run.
    pub(crate) fn get(&self, replication: u64) -> Option<Readings> {
        let rows = self.0.read().unwrap_or_else(PoisonError::into_inner);
        rows.get(usize::try_from(replication).ok()?).cloned()
    }

    /// Takes in a replication, if it is the next.
    pub(crate) fn put(&self, replication: u64, readings: &Readings) {
        let mut rows = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if rows.len() as u64 == replication {
            rows.push(readings.clone());
        }
    }

    /// In how many of the first replications something holds.
    pub(crate) fn count(&self, of: u64, holds: impl Fn(&Readings) -> bool) -> u64 {
        let rows = self.0.read().unwrap_or_else(PoisonError::into_inner);
        rows.iter().take(of as usize).filter(|it| holds(it)).count() as u64
    }

    fn bytes(&self) -> usize {
        let rows = self.0.read().unwrap_or_else(PoisonError::into_inner);
        // A number and of how many things it is a share.
        let one = |it: &Readings| 12 * (it.total.len() + it.monthly.len());
        rows.first().map_or(0, one) * rows.len()
    }
}

/// Scenarios are told apart by everything that is written of them when they are printed.
pub(super) fn mark(scenario: &Scenario, seed: u64) -> Mark {
    struct Digested(Sha256);
    impl Write for Digested {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.update(text);
            Ok(())
        }
    }
    let mut digested = Digested(Sha256::new());
    // A digest takes whatever is written.
    let _ = write!(digested, "{seed} {scenario:?}");
    digested.0.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    const DESK: &str = "[scenario]\nname = \"desk\"\nstart = 2026-01-01\nmonths = 1\n[roles.clerk]\n\
        headcount = 1\npay = 1\n[streams.ticket]\narrival = { rate = 1, per = \"month\" }\n\
        route = [{ effort = \"1h\", role = \"clerk\" }]";

    fn scenario(headcount: &str) -> Scenario {
        let overrides = [("roles.clerk.headcount".to_owned(), headcount.to_owned())];
        let study = load_text("desk.toml", DESK, None, &overrides, None);
        study.expect("it is a scenario").baseline().scenario.clone()
    }

    #[test]
    fn the_same_scenario_and_seed_are_known_again_and_nothing_else() {
        let known = Known::default();
        let row = Readings { total: vec![7.0], ..Readings::default() };
        known.of(&scenario("1"), 3).put(0, &row);
        assert_eq!(known.of(&scenario("1"), 3).get(0), Some(row));
        assert_eq!(known.of(&scenario("2"), 3).get(0), None);
        assert_eq!(known.of(&scenario("1"), 4).get(0), None);
    }

    #[test]
    fn replications_are_taken_in_order() {
        let rows = Rows::default();
        rows.put(1, &Readings::default());
        assert_eq!(rows.get(0), None);
        rows.put(0, &Readings::default());
        assert!(rows.get(0).is_some() && rows.get(1).is_none());
    }

    #[test]
    fn what_was_asked_longest_ago_is_forgotten_first() {
        let known = Known::default();
        let large = Readings { total: vec![0.0; MOST / 12 / 3 * 2], ..Readings::default() };
        known.of(&scenario("1"), 3).put(0, &large);
        known.of(&scenario("2"), 3).put(0, &large);
        assert!(known.of(&scenario("2"), 3).get(0).is_some());
        assert!(known.of(&scenario("1"), 3).get(0).is_none());
    }
}
