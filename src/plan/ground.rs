//! Ground: what every search stands on, found before it: what may be done, what is promised, and what can be
//! reached at all.

use super::promises::observation::Seen;
use super::promises::promise::goals_of;
use super::promises::{Promises, attainable, nearly_all};
use super::search::evaluator::Lab;
use super::search::hire_options::Candidate;
use super::search::need::with_staff;
use super::search::run::Run;
use crate::department::draw_inputs;
use crate::scenario::{Scenario, Study};
use std::cmp::Reverse;

/// Replications of each reference plan.
pub(crate) const REFERENCES: u64 = 30;
/// Those that may tell that one attains no more than another.
const FIRST: usize = 10;

/// What every search stands on: what may be done, what is promised, and what can be reached at all.
pub(crate) struct Ground<'a> {
    /// Where candidates are simulated.
    pub(crate) lab: Lab<'a>,
    /// What is promised.
    pub(crate) promises: Promises,
    /// Replications with more people than are ever needed.
    pub(crate) plenty: Vec<Seen>,
    /// The share of replications in which everybody who may be hired keeps every promise.
    pub(crate) attained: f64,
    /// The plan that is taken when nothing cheaper suffices.
    pub(crate) last_resort: Candidate,
}

/// The ground of a study in which every promise must be kept with a confidence; `None` when stopped.
pub(crate) fn ground<'a>(
    study: &'a Study,
    confidence: f64,
    run: &'a Run<'a>,
) -> Option<Ground<'a>> {
    let mut lab = Lab::new(study, run, goals_of(&study.baseline().scenario));
    let replications: Vec<u64> = (0..REFERENCES).collect();
    let plenty = with_plenty(&lab, &replications)?;
    let references = [0.0, 0.5, 1.0].map(|share| lab.lattice.everybody(share));
    let promises = promised(&mut lab, &references, &replications, &plenty, confidence)?;
    let seen = references.each_ref().map(|it| lab.recall(it, &replications));
    let passes = seen.each_ref().map(|it| promises.passes(it));
    // Where none ever keeps all promises, the one with the fewest breaches comes nearest to it.
    let breaches = seen.each_ref().map(|it| it.iter().map(|it| it.breaches(0..it.months())).sum());
    let of_kept_none = |it: usize| if passes[it] == 0 { breaches[it] } else { 0u32 };
    let worth = |&it: &usize| (passes[it], Reverse(of_kept_none(it)), Reverse(it));
    let best = (0..seen.len()).max_by_key(worth);
    let best = best.unwrap_or(0);
    let last_resort = references[best].clone();
    let attained = passes[best] as f64 / replications.len() as f64;
    Some(Ground { lab, promises, plenty, attained, last_resort })
}

/// What can be promised, by reference plans of which the last hires everybody; `None` when stopped.
///
/// Of the others, as many replications are played as tell that they attain no more: a promise counts from
/// the month on from which nearly all replications keep it, and where that is all of them, one more never makes
/// it an earlier one.
fn promised(
    lab: &mut Lab<'_>,
    references: &[Candidate; 3],
    replications: &[u64],
    plenty: &[Seen],
    confidence: f64,
) -> Option<Promises> {
    let plenty: Vec<&Seen> = plenty.iter().collect();
    let promises = |lab: &Lab<'_>, of: &[Candidate]| {
        let seen: Vec<_> = of.iter().map(|it| lab.recall(it, replications)).collect();
        attainable(lab.goals.clone(), &lab.lattice, &plenty, &seen, confidence)
    };
    let [fewer @ .., everybody] = references;
    lab.simulate(everybody, replications)?;
    let alone = promises(lab, std::slice::from_ref(everybody));
    let (first, others) = replications.split_at(replications.len().min(FIRST));
    for it in fewer {
        lab.simulate(it, first)?;
        let misses = |of: &Candidate| {
            let seen = lab.recall(of, replications);
            seen.len() as u64 - alone.passes(&seen)
        };
        let is_as_early = promises(lab, &[it.clone(), everybody.clone()]).from == alone.from;
        let of_all = nearly_all(replications.len(), confidence) == replications.len();
        if !of_all || !is_as_early || misses(it) <= misses(everybody) {
            lab.simulate(it, others)?;
        }
    }
    Some(promises(lab, references))
}

/// What the plan of a study promises, as its answer finds it; `None` when stopped.
pub(crate) fn promises_of(study: &Study, run: &Run<'_>) -> Option<Promises> {
    let confidence = study.baseline().scenario.planning.confidence;
    ground(study, confidence, run).map(|it| it.promises)
}

/// How many of so many replications may fail when a share of them must not.
pub(crate) fn failures(share: f64, replications: usize) -> usize {
    ((1.0 - share) * replications as f64 + 1e-9).floor() as usize
}

/// Replications with more productive people of every role than are ever needed, from the first day.
fn with_plenty(lab: &Lab<'_>, replications: &[u64]) -> Option<Vec<Seen>> {
    let more = |most: u32| 2 * most + 3;
    let staff: Vec<u32> = lab.lattice.openings.iter().map(|it| more(it.most)).collect();
    let worlds = 0..lab.worlds.count();
    let scenarios = worlds.map(|it| with_staff(lab.worlds.baseline(it), &lab.lattice, &staff));
    let scenarios: Vec<Scenario> = scenarios.collect();
    let seed = lab.run.seed;
    let placed = replications.iter().map(|&it| (lab.worlds.of_replication(seed, it), it));
    let placed: Vec<(usize, u64)> = placed.collect();
    lab.run.side_by_side(&scenarios, &placed, |simulator, world, replication| {
        let inputs = draw_inputs(&scenarios[world], seed, replication);
        simulator.run(seed, replication, &inputs);
        Seen::of(simulator.recorder(), &scenarios[world], &lab.goals)
    })
}
