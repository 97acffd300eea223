//! Lab: where candidates are simulated, in parallel, each replication of each at most once.

use super::hire_options::{Candidate, Choice, Lattice};
use super::moves::{Move, MoveKind, moves_of};
use super::run::Run;
use super::staff::{Quiet, Staff, without_work};
use super::worlds::Worlds;
use crate::department::draw_inputs;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::promises::promise::Goal;
use crate::scenario::{Hire, HiringRule, Inputs, Scenario, Study};
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

/// Where fresh replications begin, and how many of them are there before others begin: far from all that had a
/// part in choosing.
const FRESH: u64 = 1_000_000;

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
    /// The readings in which replications happen.
    pub(crate) worlds: Worlds<'a>,
    /// The user's own list of hires.
    pub(crate) own: Vec<Hire>,
    /// How many times rules were held against replications that have a part in choosing since then.
    used: u64,
    known: BTreeMap<Candidate, BTreeMap<u64, Played>>,
    /// Each replication without any plan.
    quiet: BTreeMap<u64, Quiet>,
}

/// What is kept of one replication of a candidate.
#[derive(Clone, Debug)]
pub(crate) struct Played {
    /// What decides whether its promises were kept.
    pub(crate) seen: Seen,
    /// Its people and what they cost.
    pub(crate) staff: Staff,
    /// Whether it was played to the end, and not given up when a promise was broken for good.
    whole: bool,
}

impl<'a> Lab<'a> {
    /// A lab in which nothing was simulated yet.
    pub(crate) fn new(study: &'a Study, run: &'a Run<'a>, goals: Vec<Goal>) -> Self {
        let worlds = Worlds::of(study);
        let mut lattice = Lattice::of(&study.baseline().scenario);
        for opening in &mut lattice.openings {
            opening.outlook = worlds.outlook(0, &opening.rule(Choice::ANYBODY));
        }
        Self {
            study,
            run,
            lattice,
            moves: moves_of(study),
            goals,
            worlds,
            own: Vec::new(),
            used: 0,
            known: BTreeMap::new(),
            quiet: BTreeMap::new(),
        }
    }

    /// The first replications that had no part in choosing: all that is told of plans comes from them.
    pub(crate) fn fresh(&self, count: u64) -> Vec<u64> {
        self.fresh_of(1, count)
    }

    /// The same for an attempt, after others of which each took as many replications as it liked.
    pub(crate) fn fresh_of(&self, attempt: u64, count: u64) -> Vec<u64> {
        let from = FRESH * (self.used + attempt);
        (from..from + count).collect()
    }

    /// What was fresh has now a part in choosing: others are.
    pub(crate) fn take_fresh(&mut self) {
        self.used += 1;
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
        self.scenario_in(0, candidate)
    }

    /// The same in one of the worlds.
    pub(crate) fn scenario_in(&self, world: usize, candidate: &Candidate) -> Scenario {
        let policies = self.worlds.policies(world);
        let mut scenario = policies[usize::from(candidate.policy)].scenario.clone();
        scenario.hires.extend(self.lattice.hires(candidate));
        if candidate.own {
            scenario.hires.extend(self.own.iter().cloned());
        }
        for &position in &candidate.moves {
            self.moves[usize::from(position)].apply(policies, &mut scenario);
        }
        scenario.discipline = candidate.order.unwrap_or(scenario.discipline);
        // Rules of a policy of the document know as little of its readings.
        for rule in &mut scenario.hiring_rules {
            rule.outlook = self.worlds.outlook(usize::from(candidate.policy), rule);
        }
        scenario.hiring_rules.extend(self.rules(candidate));
        scenario
    }

    /// The rules of a candidate, as a scenario states them.
    pub(crate) fn rules(&self, candidate: &Candidate) -> Vec<HiringRule> {
        let each = self.lattice.openings.iter().zip(&candidate.rules);
        let asking = each.filter(|(_, choice)| choice.asks());
        asking.map(|(opening, choice)| opening.rule(*choice)).collect()
    }

    /// Sees to it that some replications of a candidate are known; `None` when stopped.
    pub(crate) fn simulate(&mut self, candidate: &Candidate, replications: &[u64]) -> Option<()> {
        self.play(candidate, replications, None)
    }

    /// Plays what is not known yet; where only the verdict is asked, each ends as soon as one of the
    /// promises is broken for good.
    fn play(
        &mut self,
        candidate: &Candidate,
        replications: &[u64],
        verdict: Option<&Promises>,
    ) -> Option<()> {
        let known = self.known.get(candidate);
        let is_new = |it: &u64| match known.and_then(|known| known.get(it)) {
            Some(played) => !played.whole && verdict.is_none(),
            None => true,
        };
        let new: Vec<u64> = replications.iter().copied().filter(is_new).collect();
        if new.is_empty() {
            return Some(());
        }
        let mut worlds: Vec<usize> = Vec::new();
        let mut placed: Vec<(usize, u64)> = Vec::with_capacity(new.len());
        for &replication in &new {
            let world = self.worlds.of_replication(self.run.seed, replication);
            let known = worlds.iter().position(|it| *it == world);
            placed.push((known.unwrap_or(worlds.len()), replication));
            worlds.extend(known.is_none().then_some(world));
        }
        self.pay_without_plan(&worlds, &placed)?;
        let scenarios: Vec<Scenario> =
            worlds.iter().map(|&world| self.scenario_in(world, candidate)).collect();
        let played = self.run.side_by_side(&scenarios, &placed, |simulator, at, replication| {
            let (scenario, base) = (&scenarios[at], self.worlds.baseline(worlds[at]));
            let inputs = draw_inputs(scenario, self.run.seed, replication);
            let whole = std::cell::Cell::new(true);
            simulator.run_until((self.run.seed, replication), &inputs, |recorder, months| {
                let broken = verdict.is_some_and(|it| it.broken_by(recorder, scenario, months));
                whole.set(whole.get() && !broken);
                broken
            });
            let recorder = simulator.recorder();
            let quiet = &self.quiet[&replication];
            Played {
                seen: Seen::of(recorder, scenario, &self.goals),
                staff: Staff::of(recorder, scenario, &inputs, base, quiet),
                whole: whole.get(),
            }
        })?;
        self.known.entry(candidate.clone()).or_default().extend(new.into_iter().zip(played));
        Some(())
    }

    /// Sees to it that some replications without any plan are known, each in its world.
    fn pay_without_plan(&mut self, worlds: &[usize], placed: &[(usize, u64)]) -> Option<()> {
        let is_new = |it: &&(usize, u64)| !self.quiet.contains_key(&it.1);
        let new: Vec<(usize, u64)> = placed.iter().filter(is_new).copied().collect();
        if new.is_empty() {
            return Some(());
        }
        let quiet: Vec<Scenario> =
            worlds.iter().map(|&world| without_work(self.worlds.baseline(world))).collect();
        // Not counted as replications: nothing happens in them.
        let run = Run::new(self.run.seed, self.run.threads, &|_| (), self.run.stop);
        let found = run.side_by_side(&quiet, &new, |simulator, at, replication| {
            let inputs = draw_inputs(&quiet[at], run.seed, replication);
            simulator.run(run.seed, replication, &inputs);
            Quiet::of(simulator.recorder(), &quiet[at], &inputs)
        })?;
        self.quiet.extend(new.into_iter().map(|it| it.1).zip(found));
        Some(())
    }

    /// Some replications of a candidate, in their order; `None` when stopped.
    pub(crate) fn see(
        &mut self,
        candidate: &Candidate,
        replications: &[u64],
    ) -> Option<Vec<&Seen>> {
        self.simulate(candidate, replications)?;
        Some(self.recall(candidate, replications))
    }

    /// Whether a candidate keeps every promise in some replications, which end as soon as one is
    /// broken for good; `None` when stopped.
    pub(crate) fn keeps(
        &mut self,
        candidate: &Candidate,
        promises: &Promises,
        replications: &[u64],
    ) -> Option<Vec<bool>> {
        self.play(candidate, replications, Some(promises))?;
        let known = self.known.get(candidate);
        let kept = |it: &u64| {
            let played = known.and_then(|known| known.get(it));
            played.is_some_and(|it| it.whole && promises.kept(&it.seen))
        };
        Some(replications.iter().map(kept).collect())
    }

    /// The same of replications that are known already.
    pub(crate) fn recall(&self, candidate: &Candidate, replications: &[u64]) -> Vec<&Seen> {
        self.played(candidate, replications).into_iter().map(|it| &it.seen).collect()
    }

    /// What was promised, people and money of replications that are known already to their end.
    pub(crate) fn played(&self, candidate: &Candidate, replications: &[u64]) -> Vec<&Played> {
        let known = self.known.get(candidate);
        let played = |it: &u64| known.and_then(|known| known.get(it));
        replications.iter().filter_map(played).filter(|it| it.whole).collect()
    }

    /// What is known of the promises of some replications, be it only up to where one was broken.
    pub(crate) fn broken(&self, candidate: &Candidate, replications: &[u64]) -> Vec<&Seen> {
        let known = self.known.get(candidate);
        let seen = |it: &u64| known.and_then(|known| known.get(it)).map(|it| &it.seen);
        replications.iter().filter_map(seen).collect()
    }

    /// How many of some replications are known of a candidate, be it only up to where a promise was broken.
    pub(crate) fn known_of(&self, candidate: &Candidate, replications: &[(u64, u32)]) -> usize {
        let known = self.known.get(candidate);
        replications
            .iter()
            .filter(|it| known.is_some_and(|known| known.contains_key(&it.0)))
            .count()
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
        let price = |played: &Played| {
            let bought = played.seen.bought.iter().zip(&prices).skip(already);
            bought.map(|(&items, price)| f64::from(items) * price).sum::<f64>()
        };
        let known = self.known.get(candidate).into_iter().flat_map(BTreeMap::values);
        let known = known.filter(|it| it.whole);
        let (sum, count) =
            known.fold((0.0, 0.0), |(sum, count), it| (sum + price(it), count + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    }
}
