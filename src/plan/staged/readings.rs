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
        let choice = |it: &u64| {
            let world = lab.worlds.of_replication(lab.run.seed, *it);
            worlds.list[world].choice[unknown]
        };
        let here: Vec<u64> = fresh.iter().copied().filter(|it| choice(it) == reading).collect();
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
