//! Lab: where candidates are simulated, in parallel, each replication of each at most once.

use super::hire_options::{Candidate, Lattice};
use super::moves::{Move, MoveKind, moves_of};
use crate::department::draw_inputs;
use crate::experiment::replicate;
use crate::measure::{Prepared, Readings, Recorder, Simulator};
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::promises::promise::Goal;
use crate::scenario::{Inputs, Scenario, Study};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

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
        Self { seed, threads, stop, progress, done: AtomicUsize::new(0) }
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

    /// The same, but each replication ends after the month whose end is `enough`: what is read is then
    /// known only up to there.
    pub(crate) fn batch_until<R: Send>(
        &self,
        scenario: &Scenario,
        replications: &[u64],
        enough: impl Fn(&Recorder<'_>, usize) -> bool + Sync,
        read: impl Fn(&Recorder<'_>, &Inputs) -> R + Sync,
    ) -> Option<Vec<R>> {
        self.simulate(scenario, replications, |simulator, replication| {
            let inputs = draw_inputs(scenario, self.seed, replication);
            simulator.run_until((self.seed, replication), &inputs, &enough);
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

    fn simulate<R: Send>(
        &self,
        scenario: &Scenario,
        replications: &[u64],
        run: impl Fn(&mut Simulator<'_>, u64) -> R + Sync,
    ) -> Option<Vec<R>> {
        self.with(&Prepared::new(scenario), replications, run)
    }

    fn with<R: Send>(
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

/// Where candidates are simulated.
pub(crate) struct Lab<'a> {
    /// The baseline and the policies that describe moves.
    pub(crate) study: &'a Study,
    /// How simulations are run.
    pub(crate) run: &'a Run<'a>,
    /// Who may be hired.
    pub(crate) lattice: Lattice,
    /// What else may be done.
    pub(crate) moves: Vec<Move>,
    /// What the plan must reach.
    pub(crate) goals: Vec<Goal>,
    known: BTreeMap<Candidate, BTreeMap<u64, Seen>>,
}

impl<'a> Lab<'a> {
    /// A lab in which nothing was simulated yet.
    pub(crate) fn new(study: &'a Study, run: &'a Run<'a>, goals: Vec<Goal>) -> Self {
        Self {
            study,
            run,
            lattice: Lattice::of(&study.baseline().scenario),
            moves: moves_of(study),
            goals,
            known: BTreeMap::new(),
        }
    }

    /// The scenario before anything is done.
    pub(crate) fn base(&self) -> &'a Scenario {
        &self.study.baseline().scenario
    }

    /// Replications done so far.
    pub(crate) fn spent(&self) -> usize {
        self.run.done.load(Ordering::Relaxed)
    }

    /// The scenario that a candidate makes of the baseline.
    pub(crate) fn scenario(&self, candidate: &Candidate) -> Scenario {
        let mut scenario = self.base().clone();
        scenario.hires.extend(self.lattice.hires(candidate));
        for &position in &candidate.moves {
            self.moves[usize::from(position)].apply(self.study, &mut scenario);
        }
        scenario
    }

    /// Sees to it that some replications of a candidate are known; `None` when stopped.
    pub(crate) fn simulate(&mut self, candidate: &Candidate, replications: &[u64]) -> Option<()> {
        let known = self.known.get(candidate);
        let new = |it: &u64| known.is_none_or(|known| !known.contains_key(it));
        let new: Vec<u64> = replications.iter().copied().filter(new).collect();
        if new.is_empty() {
            return Some(());
        }
        let scenario = self.scenario(candidate);
        let read = |recorder: &Recorder<'_>, _: &Inputs| Seen::of(recorder, &scenario, &self.goals);
        let seen = self.run.batch(&scenario, &new, read)?;
        let known = self.known.entry(candidate.clone()).or_default();
        known.extend(new.into_iter().zip(seen));
        Some(())
    }

    /// Some replications of a candidate, in their order; `None` when stopped.
    pub(crate) fn see(
        &mut self,
        candidate: &Candidate,
        replications: &[u64],
    ) -> Option<Vec<&Seen>> {
        self.simulate(candidate, replications)?;
        let known = &self.known[candidate];
        Some(replications.iter().map(|it| &known[it]).collect())
    }

    /// Whether a candidate keeps every promise in some replications, which end as soon as one is
    /// broken for good; `None` when stopped. What is known already is not simulated again, and
    /// what is simulated is not kept: it was not seen to the end.
    pub(crate) fn keeps(
        &self,
        candidate: &Candidate,
        promises: &Promises,
        replications: &[u64],
    ) -> Option<Vec<bool>> {
        let known = self.known.get(candidate);
        let known = |it: &u64| known.and_then(|known| known.get(it));
        let new: Vec<u64> = replications.iter().copied().filter(|it| known(it).is_none()).collect();
        let scenario = self.scenario(candidate);
        let broken = |recorder: &Recorder<'_>, months: usize| {
            promises.broken_by(recorder, &scenario, months)
        };
        let kept = |recorder: &Recorder<'_>, _: &Inputs| {
            promises.kept(&Seen::of(recorder, &scenario, &self.goals))
        };
        let mut found = self.run.batch_until(&scenario, &new, broken, kept)?.into_iter();
        let kept = |it| match known(it) {
            Some(seen) => Some(promises.kept(seen)),
            None => found.next(),
        };
        replications.iter().map(kept).collect()
    }

    /// The same of replications that are known already.
    pub(crate) fn recall(&self, candidate: &Candidate, replications: &[u64]) -> Vec<&Seen> {
        let known = self.known.get(candidate);
        let seen = |it: &u64| known.and_then(|known| known.get(it));
        replications.iter().filter_map(seen).collect()
    }

    /// What a candidate costs up to the horizon, beyond what is paid without it: people, automation,
    /// and contractors as far as they were called in the replications that are known.
    pub(crate) fn cost(&self, candidate: &Candidate) -> f64 {
        let moves = candidate.moves.iter().map(|&it| &self.moves[usize::from(it)]);
        let fixed: f64 = moves.clone().map(|it| it.fixed_cost).sum();
        let bought = match moves.clone().any(|it| it.kind == MoveKind::Contractor) {
            true => self.cost_of_contractors(candidate),
            false => 0.0,
        };
        self.lattice.cost(candidate) + fixed + bought
    }

    fn cost_of_contractors(&self, candidate: &Candidate) -> f64 {
        let scenario = self.scenario(candidate);
        let inputs = Inputs::mean(&scenario);
        let already = self.base().contractors.len();
        let prices = scenario.contractors.iter().map(|it| it.price.value(&inputs));
        let prices: Vec<f64> = prices.collect();
        let price = |seen: &Seen| {
            let bought = seen.bought.iter().zip(&prices).skip(already);
            bought.map(|(&items, price)| f64::from(items) * price).sum::<f64>()
        };
        let known = self.known.get(candidate).into_iter().flat_map(BTreeMap::values);
        let (sum, count) =
            known.fold((0.0, 0.0), |(sum, count), it| (sum + price(it), count + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    }
}
