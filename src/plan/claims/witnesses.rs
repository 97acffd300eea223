//! Witnesses: the policies that claims name, in the world that is drawn for each replication.

use super::seen::{Seen, seen_in};
use crate::department::draw_inputs;
use crate::measure::{Column, Prepared};
use crate::measures::{Measured, Unit};
use crate::plan::search::run::Run;
use crate::scenario::{ClaimTest, Study, Text};
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

    /// A column for each test, as parts have them.
    pub(crate) fn columns(&self) -> Vec<Column> {
        let claims = &self.study.baseline().scenario.claims;
        let columns = claims.iter().flat_map(|claim| {
            (1..=claim.tests.len()).map(|number| Column {
                measure: Measured::Own(claim.id.clone()),
                scope: number.to_string(),
                unit: Unit::Number,
                title: Text::default(),
                scope_title: Text::default(),
                monthly: false,
                target: None,
            })
        });
        columns.collect()
    }

    /// Simulates every replication: what each says about each test; `None` when stopped.
    pub(crate) fn play(&self, run: &Run<'_>) -> Option<Vec<Vec<Seen>>> {
        let claims = &self.study.baseline().scenario.claims;
        let tests: Vec<&ClaimTest> = claims.iter().flat_map(|it| &it.tests).collect();
        let replications: Vec<u64> = self.replications.clone().collect();
        let mut all = vec![Vec::with_capacity(replications.len()); tests.len()];
        for (place, position) in self.positions.iter().enumerate() {
            let of_policy = |it: &usize| position_of(self.study, tests[*it]) == *position;
            let own_tests: Vec<usize> = (0..tests.len()).filter(of_policy).collect();
            let seen = run.in_worlds(self.study, &replications, |world, own| {
                let prepared = &self.worlds[&world][place];
                run.with(prepared, own, |simulator, replication| {
                    let inputs = draw_inputs(prepared.scenario(), run.seed, replication);
                    let readings = simulator.replicate_with(run.seed, replication, &inputs);
                    let seen = |it: &usize| seen_in(tests[*it], prepared, &readings);
                    own_tests.iter().map(seen).collect::<Vec<Seen>>()
                })
            })?;
            for own in seen {
                own_tests.iter().zip(own).for_each(|(&test, seen)| all[test].push(seen));
            }
        }
        Some(all)
    }
}

/// The policy that a test is about.
pub(super) fn position_of(study: &Study, test: &ClaimTest) -> usize {
    let named = |key: &String| study.policies.iter().position(|it| it.key == *key);
    test.policy.as_ref().and_then(named).unwrap_or(0)
}
