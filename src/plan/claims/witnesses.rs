//! Witnesses: the policies that claims name, in the world that is drawn for each replication.

use crate::department::draw_inputs;
use crate::measure::{Column, Prepared, Readings};
use crate::plan::search::run::Run;
use crate::scenario::{ClaimTest, Study};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Whoever can say something about the claims of a study, in some replications.
pub(crate) struct Witnesses<'s> {
    pub(super) study: &'s Study,
    /// The world of each replication.
    pub(super) drawn: Vec<usize>,
    replications: Range<u64>,
    /// Positions of the policies that are named.
    positions: Vec<usize>,
    /// Those policies in each world that is drawn.
    worlds: BTreeMap<usize, Vec<Prepared<'s>>>,
}

impl<'s> Witnesses<'s> {
    /// Of the claims of a study.
    pub(crate) fn new(study: &'s Study, seed: u64, replications: Range<u64>) -> Self {
        let claims = &study.baseline().scenario.claims;
        let tests = claims.iter().flat_map(|it| &it.tests);
        let positions: BTreeSet<usize> = tests.map(|it| position_of(study, it)).collect();
        let positions: Vec<usize> = positions.into_iter().collect();
        let drawn: Vec<usize> = replications.clone().map(|it| study.world_of(seed, it)).collect();
        let prepared = |world: usize| {
            let policies = &study.worlds.list[world].policies;
            positions.iter().map(|&it| Prepared::new(&policies[it].scenario)).collect()
        };
        let worlds: BTreeSet<usize> = drawn.iter().copied().collect();
        let worlds = worlds.into_iter().map(|it| (it, prepared(it))).collect();
        Self { study, drawn, replications, positions, worlds }
    }

    /// Where a policy of the study stands among those that are named.
    pub(super) fn place_of(&self, position: usize) -> usize {
        self.positions.iter().position(|it| *it == position).unwrap_or(0)
    }

    /// The named policies in a world.
    pub(super) fn prepared(&self, world: usize) -> &[Prepared<'s>] {
        &self.worlds[&world]
    }

    /// Each replication with the keys of its policies and what is measured under each.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (u64, Vec<(&str, &[Column])>)> {
        let policies = |world: &usize| {
            let prepared = self.worlds[world].iter().map(Prepared::columns);
            let keys = self.positions.iter().map(|&it| &*self.study.policies[it].key);
            keys.zip(prepared).collect()
        };
        self.replications.clone().zip(self.drawn.iter().map(policies))
    }

    /// Simulates every replication: the readings of every policy; `None` when stopped.
    pub(crate) fn play(&self, run: &Run<'_>) -> Option<Vec<Vec<Readings>>> {
        let replications: Vec<u64> = self.replications.clone().collect();
        let mut all: Vec<Vec<Readings>> = replications.iter().map(|_| Vec::new()).collect();
        for place in 0..self.positions.len() {
            let readings = run.in_worlds(self.study, &replications, |world, own| {
                let prepared = &self.worlds[&world][place];
                run.readings(prepared, own, |it| draw_inputs(prepared.scenario(), run.seed, it))
            })?;
            all.iter_mut().zip(readings).for_each(|(all, own)| all.push(own));
        }
        Some(all)
    }
}

/// The policy that a test is about.
pub(super) fn position_of(study: &Study, test: &ClaimTest) -> usize {
    let named = |key: &String| study.policies.iter().position(|it| it.key == *key);
    test.policy.as_ref().and_then(named).unwrap_or(0)
}
