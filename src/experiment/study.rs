//! Study: every policy of a scenario in every replication, side by side.

use super::fold::{PolicyHead, StudyFold, months_kept};
use super::outcome::Outcome;
use super::precision::{Precision, PrecisionWatch, replicate_until};
use super::replicate::replicate_in_order;
use crate::measure::{Column, Prepared, Readings, Simulator};
use crate::measures::Measure;
use crate::scenario::Policy;
use std::ops::Range;
use std::sync::atomic::AtomicBool;

/// Replications between two looks at the precision: a number of ours and not of the threads, so
/// that the result does not depend on the machine.
const BATCH: u64 = 32;

/// How a study is run.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// How many replications of each policy.
    pub replications: Replications,
    /// Where all chance begins.
    pub seed: u64,
    /// Threads; 0: one for each processor.
    pub threads: usize,
}

/// How many replications there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Replications {
    /// So many.
    Exactly(u64),
    /// As many as it takes until the share in time of every SLA under every policy is known so
    /// well, or this many.
    Until(Precision, u64),
}

impl Replications {
    /// How many there are at most.
    pub(crate) fn most(self) -> u64 {
        match self {
            Self::Exactly(n) | Self::Until(_, n) => n,
        }
    }
}

/// Runs every policy with common random numbers: one worker runs all of them in a replication.
///
/// The outcome is the same for any number of threads. `progress` hears how many replications are
/// done. `None` when `stop` was set before all were.
pub fn run_policies(
    policies: &[Policy],
    extent: Extent,
    progress: &(dyn Fn(u64) + Sync),
    stop: &AtomicBool,
) -> Option<Outcome> {
    run_policies_watched(policies, extent, &mut |_| (), progress, stop)
}

/// The same, but `look` sees the readings of every replication, in order.
pub(crate) fn run_policies_watched(
    policies: &[Policy],
    extent: Extent,
    look: &mut (dyn FnMut(&[Readings]) + Send),
    progress: &(dyn Fn(u64) + Sync),
    stop: &AtomicBool,
) -> Option<Outcome> {
    let Extent { replications, seed, threads } = extent;
    let mut study = GrowingStudy::new(policies, seed, threads)?;
    match replications {
        Replications::Exactly(n) => {
            study.grow(n, look, progress, stop).then_some(())?;
        }
        Replications::Until(rule, most) => {
            let watched = study.shares();
            let batch = |range: Range<u64>| {
                let mut shares = Vec::new();
                let mut look = |readings: &[Readings]| {
                    look(readings);
                    shares.push(watched.iter().map(|&(p, c)| readings[p].total[c]).collect());
                };
                study.grow(range.end, &mut look, progress, stop).then_some(shares)
            };
            let watch = PrecisionWatch::new(rule, watched.len());
            replicate_until(watch, BATCH, most, |it: &Vec<f64>| it.clone(), batch)?;
        }
    }
    Some(study.outcome())
}

/// What is known already: the readings of a policy (by position) in a replication, where they are.
pub(crate) type Known<'k> = dyn Fn(usize, u64) -> Option<Readings> + Sync + 'k;

/// A study to which replications are added, and which can be looked at in between.
pub(crate) struct GrowingStudy<'p> {
    known: Option<&'p Known<'p>>,
    prepared: Vec<Prepared<'p>>,
    fold: StudyFold,
    months: Vec<String>,
    seed: u64,
    threads: usize,
    done: u64,
}

impl<'p> GrowingStudy<'p> {
    /// Of policies, before the first replication; `None` without policies.
    pub(crate) fn new(policies: &'p [Policy], seed: u64, threads: usize) -> Option<Self> {
        let timeline = &policies.first()?.scenario.timeline;
        let months: Vec<String> = (0..timeline.months()).map(|it| timeline.label(it)).collect();
        let prepared: Vec<Prepared<'p>> =
            policies.iter().map(|it| Prepared::new(&it.scenario)).collect();
        let heads = heads_of(policies);
        let kept = months_kept(&heads, months.len());
        let fold = StudyFold::new(heads, months.len(), kept);
        Some(Self { known: None, prepared, fold, months, seed, threads, done: 0 })
    }

    /// What `known` has is not simulated again: a replication is the same whenever it is run.
    pub(crate) fn knowing(self, known: &'p Known<'p>) -> Self {
        Self { known: Some(known), ..self }
    }

    /// The columns of shares in time: policy and position.
    fn shares(&self) -> Vec<(usize, usize)> {
        let columns = |(p, prepared): (usize, &Prepared<'_>)| {
            let all = prepared.columns().iter().enumerate();
            let shares = all.filter(|(_, it)| it.measure == Measure::SlaMet);
            shares.map(|(c, _)| (p, c)).collect::<Vec<_>>()
        };
        self.prepared.iter().enumerate().flat_map(columns).collect()
    }

    /// Adds replications until there are `to`; `look` sees the readings of each, in order.
    /// `false` when `stop` was set before all were done: then it grows no more.
    pub(crate) fn grow(
        &mut self,
        to: u64,
        look: &mut (dyn FnMut(&[Readings]) + Send),
        progress: &(dyn Fn(u64) + Sync),
        stop: &AtomicBool,
    ) -> bool {
        let Self { known, prepared, fold, seed, threads, done, .. } = self;
        let before = std::mem::replace(done, to);
        let mut consume = |_, readings: &[Readings]| {
            look(readings);
            fold.push(readings);
        };
        let progress = |new: u64| progress(before + new);
        let extent = (before..to, *seed, *threads);
        simulate_prepared((prepared, *known), extent, &mut consume, &progress, stop)
    }

    /// Takes in a replication that was simulated elsewhere.
    pub(crate) fn take(&mut self, readings: &[Readings]) {
        self.fold.push(readings);
        self.done += 1;
    }

    /// What the replications so far found.
    pub(crate) fn outcome(&self) -> Outcome {
        self.fold.outcome(self.seed, self.months.clone())
    }
}

/// Replications of some policies, each handed to `look` with its number, in order; nothing is estimated.
pub(crate) fn simulate_policies(
    policies: &[Policy],
    (range, seed, threads): (Range<u64>, u64, usize),
    look: &mut (dyn FnMut(u64, &[Readings]) + Send),
    progress: &(dyn Fn(u64) + Sync),
    stop: &AtomicBool,
) -> bool {
    let prepared: Vec<Prepared<'_>> =
        policies.iter().map(|it| Prepared::new(&it.scenario)).collect();
    simulate_prepared((&prepared, None), (range, seed, threads), look, progress, stop)
}

fn simulate_prepared(
    (prepared, known): (&[Prepared<'_>], Option<&Known<'_>>),
    (range, seed, threads): (Range<u64>, u64, usize),
    look: &mut (dyn FnMut(u64, &[Readings]) + Send),
    progress: &(dyn Fn(u64) + Sync),
    stop: &AtomicBool,
) -> bool {
    let worker = || prepared.iter().map(Worker::of).collect::<Vec<_>>();
    let run = |workers: &mut Vec<Worker<'_>>, replication: u64| {
        let all = workers.iter_mut().enumerate();
        let readings = all.map(|(policy, worker)| {
            let found = known.and_then(|it| it(policy, replication));
            found.unwrap_or_else(|| worker.replicate(seed, replication))
        });
        readings.collect::<Vec<Readings>>()
    };
    let consume = |replication, readings: Vec<Readings>| look(replication, &readings);
    let progress = |new: usize| progress(new as u64);
    replicate_in_order(range, threads, worker, run, consume, &progress, stop)
}

/// Policies before their first replication.
pub(super) fn heads_of(policies: &[Policy]) -> Vec<PolicyHead> {
    let head = |(policy, columns): (&Policy, Vec<Column>)| PolicyHead {
        key: policy.key.clone(),
        title: policy.title.clone(),
        columns: columns.into(),
    };
    policies.iter().zip(columns_of(policies)).map(head).collect()
}

/// What is measured under each policy.
pub(crate) fn columns_of(policies: &[Policy]) -> Vec<Vec<Column>> {
    policies.iter().map(|it| Prepared::new(&it.scenario).columns().to_vec()).collect()
}

/// What simulates one policy, made when it is first needed: what is known needs none.
struct Worker<'w> {
    prepared: &'w Prepared<'w>,
    simulator: Option<Simulator<'w>>,
}

impl<'w> Worker<'w> {
    fn of(prepared: &'w Prepared<'w>) -> Self {
        Self { prepared, simulator: None }
    }

    fn replicate(&mut self, seed: u64, replication: u64) -> Readings {
        let simulator = self.simulator.get_or_insert_with(|| self.prepared.simulator());
        simulator.replicate(seed, replication)
    }
}
