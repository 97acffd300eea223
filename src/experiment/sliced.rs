//! Sliced: replications that were simulated elsewhere become an outcome, some measures at a time, so that
//! memory is that of some measures and not of all.

use super::estimate::Estimate;
use super::fold::{PolicyHead, StudyFold, months_kept};
use super::outcome::{Outcome, PolicyOutcome};
use super::study::heads_of;
use crate::parts::{Layout, Replay, Slice};
use crate::scenario::Policy;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::io;
use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Slices that are folded at once, at most: each takes the memory of its measures.
const AT_ONCE: usize = 2;

/// The outcome of so many replications of policies, which `replay` gives slice by slice; the same bits as
/// [`run_policies`] finds. `None` when stopped.
///
/// [`run_policies`]: super::run_policies
pub(crate) fn merge_policies(
    policies: &[Policy],
    (replications, seed, threads): (u64, u64, usize),
    replay: &(dyn Fn(usize, usize) -> Replay + Sync),
    progress: &(dyn Fn(u64) + Sync),
    stop: &AtomicBool,
) -> Option<io::Result<Outcome>> {
    let timeline = &policies.first()?.scenario.timeline;
    let months: Vec<String> = (0..timeline.months()).map(|it| timeline.label(it)).collect();
    let heads = heads_of(policies);
    let kept = months_kept(&heads, months.len());
    let columns: Vec<_> = heads.iter().map(|it| &*it.columns).collect();
    let layout = Layout::of(&columns);
    let slices = layout.slices();
    let done = AtomicU64::new(0);
    let fold = |(position, slice): (usize, &Slice)| {
        let mut fold = StudyFold::new(heads_in(slice, &heads), months.len(), kept);
        let mut replay = replay(position, slices.len());
        let rows = slice.rows_by_place();
        let mut own = 0;
        while own < replications {
            if stop.load(Ordering::Relaxed) {
                return Break(None);
            }
            let block = match replay.block(slice) {
                Ok(block) => block,
                Err(error) => return Break(Some(error)),
            };
            fold.push(&block.by_column(&rows));
            let new = block.replications() as u64;
            own += new;
            progress((done.fetch_add(new, Ordering::Relaxed) + new) / slices.len() as u64);
        }
        Continue(fold.outcome(seed, months.clone()))
    };
    let threads = if threads == 0 { AT_ONCE } else { threads.min(AT_ONCE) };
    let all = || slices.par_iter().enumerate().with_max_len(1).map(fold).collect::<Vec<_>>();
    let found: Vec<ControlFlow<_, Outcome>> =
        match ThreadPoolBuilder::new().num_threads(threads).build() {
            Ok(pool) => pool.install(all),
            Err(_) => slices.iter().enumerate().map(fold).collect(),
        };
    let mut whole = Whole::of(heads, replications, seed, months);
    for (slice, found) in slices.iter().zip(found) {
        match found {
            Continue(found) => whole.add(slice, found),
            Break(Some(error)) => return Some(Err(error)),
            Break(None) => return None,
        }
    }
    Some(Ok(whole.outcome()))
}

/// The policies with the columns of a slice alone.
fn heads_in(slice: &Slice, heads: &[PolicyHead]) -> Vec<PolicyHead> {
    let head = |(head, columns): (&PolicyHead, &Vec<usize>)| PolicyHead {
        columns: columns.iter().map(|&it| head.columns[it].clone()).collect(),
        ..head.clone()
    };
    heads.iter().zip(&slice.columns).map(head).collect()
}

/// An outcome to which slices are added.
struct Whole(Outcome);

impl Whole {
    fn of(heads: Vec<PolicyHead>, replications: u64, seed: u64, months: Vec<String>) -> Self {
        let policy = |PolicyHead { key, title, columns }: PolicyHead| PolicyOutcome {
            total: vec![Estimate::NONE; columns.len()],
            monthly: vec![Estimate::NONE; columns.len() * months.len()],
            key,
            title,
            columns,
        };
        let policies = heads.into_iter().map(policy).collect();
        Self(Outcome { policies, comparisons: Vec::new(), replications, seed, months })
    }

    fn add(&mut self, slice: &Slice, found: Outcome) {
        let months = self.0.months.len();
        let policies = self.0.policies.iter_mut().zip(&slice.columns).zip(&found.policies);
        for ((whole, columns), own) in policies {
            for (position, &column) in columns.iter().enumerate() {
                whole.total[column] = own.total[position];
                let own = &own.monthly[position * months..(position + 1) * months];
                whole.monthly[column * months..(column + 1) * months].copy_from_slice(own);
            }
        }
        self.0.comparisons.extend(found.comparisons.into_iter().map(|mut it| {
            it.column = slice.columns[it.policy][it.column];
            it
        }));
    }

    fn outcome(mut self) -> Outcome {
        self.0.comparisons.sort_by_key(|it| (it.policy, it.column));
        self.0
    }
}
