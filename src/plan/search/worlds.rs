//! Worlds: in which reading of its document a replication happens.
//!
//! Every combination of readings is a study of its own, with the same roles, streams and policies.

use crate::scenario::{Policy, Scenario, Study};

/// The readings of a study.
#[derive(Clone, Copy)]
pub(crate) struct Worlds<'a> {
    study: &'a Study,
}

impl<'a> Worlds<'a> {
    /// Those of a study.
    pub(crate) fn of(study: &'a Study) -> Self {
        Self { study }
    }

    /// How many there are.
    pub(crate) fn count(self) -> usize {
        1
    }

    /// The world of a replication.
    pub(crate) fn of_replication(self, _seed: u64, _replication: u64) -> usize {
        0
    }

    /// The policies as a world reads them, the baseline first.
    pub(crate) fn policies(self, _world: usize) -> &'a [Policy] {
        &self.study.policies
    }

    /// The baseline as a world reads it.
    pub(crate) fn baseline(self, world: usize) -> &'a Scenario {
        &self.policies(world)[0].scenario
    }
}
