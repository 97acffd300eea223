//! Study: every policy of a scenario in every replication, side by side.

use super::fold::{PolicyHead, StudyFold};
use super::outcome::Outcome;
use super::precision::{Precision, PrecisionWatch, replicate_until};
use super::replicate::replicate_in_order;
use crate::measure::{Prepared, Readings, Simulator};
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
    let prepared: Vec<Prepared<'_>> =
        policies.iter().map(|it| Prepared::new(&it.scenario)).collect();
    let head = |(policy, prepared): (&Policy, &Prepared<'_>)| PolicyHead {
        key: policy.key.clone(),
        title: policy.title.clone(),
        columns: prepared.columns().into(),
    };
    let heads: Vec<PolicyHead> = policies.iter().zip(&prepared).map(head).collect();
    let watched: Vec<(usize, usize)> = heads
        .iter()
        .enumerate()
        .flat_map(|(p, head)| {
            let columns = head.columns.iter().enumerate();
            let shares = columns.filter(|(_, it)| it.measure == Measure::SlaMet);
            shares.map(move |(c, _)| (p, c))
        })
        .collect();
    let timeline = &policies.first()?.scenario.timeline;
    let months: Vec<String> = (0..timeline.months()).map(|it| timeline.label(it)).collect();
    let mut fold = StudyFold::new(heads, months.len());

    let worker = || prepared.iter().map(Prepared::simulator).collect::<Vec<_>>();
    let run = |simulators: &mut Vec<Simulator<'_>>, replication: u64| {
        let simulators = simulators.iter_mut();
        simulators.map(|it| it.replicate(extent.seed, replication)).collect::<Vec<Readings>>()
    };
    let mut batch = |range: Range<u64>| {
        let mut shares = Vec::new();
        let before = range.start;
        let consume = |_, readings: Vec<Readings>| {
            shares.push(watched.iter().map(|&(p, c)| readings[p].total[c]).collect());
            fold.push(&readings);
        };
        let progress = |done: usize| progress(before + done as u64);
        let threads = extent.threads;
        replicate_in_order(range, threads, worker, run, consume, &progress, stop).then_some(shares)
    };
    match extent.replications {
        Replications::Exactly(n) => drop(batch(0..n)?),
        Replications::Until(rule, most) => {
            let watch = PrecisionWatch::new(rule, watched.len());
            replicate_until(watch, BATCH, most, |it: &Vec<f64>| it.clone(), batch)?;
        }
    }
    Some(fold.finish(extent.seed, months))
}
