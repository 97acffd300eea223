//! Worlds: in which reading of its document a replication happens, and what is known before anybody knows.

use crate::department::offered::{OfferedLoad, effort_a_piece};
use crate::ids::RoleId;
use crate::scenario::{Policy, Scenario, Study};

/// Places of a prior over all readings.
const PLACES: f64 = 60.0;

/// The readings of a study, as the planner uses them.
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
        self.study.worlds.list.len()
    }

    /// The world of a replication.
    pub(crate) fn of_replication(self, seed: u64, replication: u64) -> usize {
        self.study.world_of(seed, replication)
    }

    /// The policies as a world reads them, the baseline first.
    pub(crate) fn policies(self, world: usize) -> &'a [Policy] {
        &self.study.worlds.list[world].policies
    }

    /// The baseline as a world reads it.
    pub(crate) fn baseline(self, world: usize) -> &'a Scenario {
        &self.policies(world)[0].scenario
    }

    /// What is known of the hours of a piece of a role's work before anything is counted: whoever applies a
    /// rule knows every reading and not which of them is true.
    pub(crate) fn prior(self, role: RoleId) -> Option<Vec<f64>> {
        if self.count() == 1 {
            return None;
        }
        let mut prior = Vec::new();
        for (world, facts) in self.study.worlds.list.iter().enumerate() {
            let scenario = self.baseline(world);
            let mut efforts = effort_a_piece(scenario, &OfferedLoad::of(scenario), role).0;
            efforts.sort_unstable_by(f64::total_cmp);
            let count = (facts.probability * PLACES).round().max(1.0);
            let places = (0..count as usize).map(|it| (it as f64 + 0.5) / count);
            let at = |place: f64| efforts.get((place * efforts.len() as f64) as usize).copied();
            prior.extend(places.filter_map(at));
        }
        (!prior.is_empty()).then_some(prior)
    }
}
