//! Readings: what the plan does in each reading of each unknown of the document.

use super::beside::ERROR;
use super::data::{Kept, Quantiles, ReadingFacts, Spread};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Candidate;
use crate::statistics::sequential::share_at_any_time;

/// Each reading of each unknown, over the replications in which it was drawn; nothing of a reading that
/// was drawn in none.
pub(crate) fn by_reading(
    lab: &Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    fresh: &[u64],
    confidence: f64,
) -> Vec<ReadingFacts> {
    let worlds = &lab.study.worlds;
    let unknowns = worlds.unknowns.iter().enumerate();
    let each = unknowns
        .flat_map(|(unknown, it)| (0..it.readings.len()).map(move |reading| (unknown, reading)));
    let facts = |(unknown, reading): (usize, usize)| {
        let drawn = |it: &u64| drawn(lab, *it, unknown) == reading;
        let here: Vec<u64> = fresh.iter().copied().filter(drawn).collect();
        let played: Vec<&Played> = lab.played(rule, &here);
        if played.is_empty() {
            return None;
        }
        let passed = played.iter().filter(|it| promises.kept(&it.seen)).count() as u64;
        let of = played.len() as u64;
        let cost: Vec<f64> = played.iter().map(|it| it.staff.cost()).collect();
        let hires: Vec<f64> = played.iter().map(|it| it.staff.hires() as f64).collect();
        let (unknown, reading) =
            (&worlds.unknowns[unknown], &worlds.unknowns[unknown].readings[reading]);
        let share = share_at_any_time(passed, of, ERROR);
        Some(ReadingFacts {
            unknown: unknown.title.clone(),
            reading: reading.title.clone(),
            weight: reading.probability,
            kept: Kept { passed, of, share, proved: share.low >= confidence },
            cost: Spread::of(&cost),
            hires: Quantiles::of(&hires),
        })
    };
    each.filter_map(facts).collect()
}

/// Which reading of an unknown is drawn in a replication.
fn drawn(lab: &Lab<'_>, replication: u64, unknown: usize) -> usize {
    let world = lab.worlds.of_replication(lab.run.seed, replication);
    lab.study.worlds.list[world].choice[unknown]
}

/// Whether some replications are at least half of those in which each reading of each unknown is drawn, as far as `of`
/// are concerned; not where a reading is drawn in none, or there are none.
pub(super) fn half_of_each(lab: &Lab<'_>, some: &[u64], of: &[u64]) -> bool {
    let unknowns = lab.study.worlds.unknowns.iter().enumerate();
    let mut each = unknowns.flat_map(|it| (0..it.1.readings.len()).map(move |at| (it.0, at)));
    each.all(|(unknown, reading)| {
        let here =
            |all: &[u64]| all.iter().filter(|it| drawn(lab, **it, unknown) == reading).count();
        here(of) > 0 && 2 * here(some) >= here(of)
    }) && !of.is_empty()
}
