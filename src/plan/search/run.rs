//! Run: replications in parallel, with what every part of the planner shares: seed, threads, progress.

use crate::department::draw_inputs;
use crate::experiment::replicate;
use crate::ids::RoleId;
use crate::measure::{Prepared, Readings, Recorder, Simulator};
use crate::scenario::{Inputs, Scenario, Study};
use crate::statistics::Interval;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What is being done, for whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The cheapest rule is looked for.
    Search,
    /// What was found is held against fresh replications.
    Proof,
    /// The best plan of dates is looked for, to stand beside.
    Beside,
    /// What each person and each promise buys.
    Explained,
    /// What happens month by month.
    Months,
}

/// What is known before everything is, for whoever waits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SoFar {
    /// What is done from now on.
    Begun(Phase),
    /// How often every promise is kept when nobody is hired, in so many replications.
    Nobody { share: Interval, of: u64 },
    /// Whom nine replications of ten need now, by the work alone.
    Needed(Vec<(RoleId, u32)>),
    /// Whom the cheapest plan asks for now, of those that were tried.
    Found(Vec<(RoleId, u32)>),
    /// How often a plan keeps every promise in so many fresh replications.
    Held { share: Interval, of: u64 },
}

/// How simulations are run.
pub struct Run<'a> {
    /// Where all chance begins.
    pub(crate) seed: u64,
    /// Threads; 0: one for each processor.
    pub(crate) threads: usize,
    /// When set, everything ends without a result.
    pub(crate) stop: &'a AtomicBool,
    /// Hears how many replications are done in all.
    pub(crate) progress: &'a (dyn Fn(usize) + Sync),
    /// Hears what is known so far.
    pub(crate) news: &'a (dyn Fn(&SoFar) + Sync),
    /// Replications done.
    pub(crate) done: AtomicUsize,
}

impl<'a> Run<'a> {
    /// A run that has not begun.
    pub fn new(
        seed: u64,
        threads: usize,
        progress: &'a (dyn Fn(usize) + Sync),
        stop: &'a AtomicBool,
    ) -> Self {
        Self { seed, threads, stop, progress, news: &|_| (), done: AtomicUsize::new(0) }
    }

    /// The same, telling what is known so far.
    pub(crate) fn telling(self, news: &'a (dyn Fn(&SoFar) + Sync)) -> Self {
        Self { news, ..self }
    }

    /// Some replications of a study, each in the world that is drawn for it; `work` does those of a
    /// world. `None` when stopped.
    pub(crate) fn in_worlds<R>(
        &self,
        study: &Study,
        replications: &[u64],
        mut work: impl FnMut(usize, &[u64]) -> Option<Vec<R>>,
    ) -> Option<Vec<R>> {
        let mut done: BTreeMap<u64, R> = BTreeMap::new();
        for (world, own) in study.by_world(self.seed, replications) {
            done.extend(own.iter().copied().zip(work(world, &own)?));
        }
        replications.iter().map(|it| done.remove(it)).collect()
    }

    /// Some replications of a scenario, each read as it ends; `None` when stopped.
    pub(crate) fn batch<R: Send>(
        &self,
        scenario: &Scenario,
        replications: &[u64],
        read: impl Fn(&Recorder<'_>, &Inputs) -> R + Sync,
    ) -> Option<Vec<R>> {
        self.simulate(scenario, replications, |simulator, replication| {
            let inputs = draw_inputs(scenario, self.seed, replication);
            simulator.run(self.seed, replication, &inputs);
            read(simulator.recorder(), &inputs)
        })
    }

    /// The same with chosen inputs.
    pub(crate) fn batch_with<R: Send>(
        &self,
        scenario: &Scenario,
        replications: &[u64],
        inputs: impl Fn(u64) -> Inputs + Sync,
        read: impl Fn(&Recorder<'_>, &Inputs) -> R + Sync,
    ) -> Option<Vec<R>> {
        self.simulate(scenario, replications, |simulator, replication| {
            let inputs = inputs(replication);
            simulator.run(self.seed, replication, &inputs);
            read(simulator.recorder(), &inputs)
        })
    }

    /// Every column of some replications with chosen inputs.
    pub(crate) fn readings(
        &self,
        prepared: &Prepared<'_>,
        replications: &[u64],
        inputs: impl Fn(u64) -> Inputs + Sync,
    ) -> Option<Vec<Readings>> {
        self.with(prepared, replications, |simulator, replication| {
            simulator.replicate_with(self.seed, replication, &inputs(replication))
        })
    }

    /// Some replications of a scenario, as a worker is told to run and read each.
    pub(crate) fn simulate<R: Send>(
        &self,
        scenario: &Scenario,
        replications: &[u64],
        run: impl Fn(&mut Simulator<'_>, u64) -> R + Sync,
    ) -> Option<Vec<R>> {
        self.with(&Prepared::new(scenario), replications, run)
    }

    /// Replications of several scenarios side by side: which of them, and its number. Quantiles of waits and
    /// sojourns are not kept.
    pub(crate) fn side_by_side<R: Send>(
        &self,
        scenarios: &[Scenario],
        replications: &[(usize, u64)],
        run: impl Fn(&mut Simulator<'_>, usize, u64) -> R + Sync,
    ) -> Option<Vec<R>> {
        let prepared: Vec<Prepared<'_>> =
            scenarios.iter().map(Prepared::without_quantiles).collect();
        let heard = |_| {
            let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
            (self.progress)(done);
        };
        replicate(
            0..replications.len() as u64,
            self.threads,
            || prepared.iter().map(|_| None).collect::<Vec<Option<Simulator<'_>>>>(),
            |simulators, position| {
                let (scenario, replication) = replications[position as usize];
                let simulator =
                    simulators[scenario].get_or_insert_with(|| prepared[scenario].simulator());
                run(simulator, scenario, replication)
            },
            &heard,
            self.stop,
        )
    }

    /// The same of a scenario that is prepared already.
    pub(crate) fn with<R: Send>(
        &self,
        prepared: &Prepared<'_>,
        replications: &[u64],
        run: impl Fn(&mut Simulator<'_>, u64) -> R + Sync,
    ) -> Option<Vec<R>> {
        let heard = |_| {
            let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
            (self.progress)(done);
        };
        replicate(
            0..replications.len() as u64,
            self.threads,
            || prepared.simulator(),
            |simulator, position| run(simulator, replications[position as usize]),
            &heard,
            self.stop,
        )
    }
}
