//! Work that causes work must come to an end.

use crate::ids::StreamId;
use crate::scenario::model::{Inputs, Stream};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::route;

/// Generations looked at; a family that has not died out by then grows or hardly shrinks.
const GENERATIONS: usize = 400;
/// Fewer descendants of one item than this are nobody's concern.
const MANY: f64 = 1e4;

/// A problem for every group of streams whose items cause, on average, one more each, for ever.
pub(crate) fn check(streams: &[Stream], entries: &[At<'_>], c: &mut Check<'_>) {
    let inputs = Inputs::of(c.inputs.list(), |it| it.range.mean());
    let children: Vec<Vec<f64>> = streams
        .iter()
        .enumerate()
        .map(|(own, stream)| {
            let mut row = vec![0.0; streams.len()];
            route::walk(&stream.route, 1.0, &inputs, &mut |step, chance| {
                if let Some((child, count)) = step.causes(StreamId::new(own), &inputs) {
                    row[child.index()] += chance * count;
                }
            });
            row
        })
        .collect();
    let sparse: Vec<Vec<(usize, f64)>> = children
        .iter()
        .map(|row| row.iter().copied().enumerate().filter(|(_, it)| *it > 0.0).collect())
        .collect();
    // The mean number of living descendants of one item, generation by generation.
    let mut alive = vec![1.0; streams.len()];
    let mut all = vec![0.0_f64; streams.len()];
    for _ in 0..GENERATIONS {
        let next = |row: &Vec<(usize, f64)>| {
            row.iter().map(|(child, mean)| mean * alive[*child]).sum::<f64>()
        };
        let born: Vec<f64> = sparse.iter().map(|row| next(row).min(1e9)).collect();
        all.iter_mut().zip(&born).for_each(|(sum, it)| *sum += it);
        if born.iter().all(|it| *it < 1e-9) {
            return;
        }
        alive = born;
    }
    let endless = |it: usize| alive[it] > 0.01 || all[it] > MANY;
    let mut told = vec![false; streams.len()];
    for start in 0..streams.len() {
        if !endless(start) || told[start] {
            continue;
        }
        let Some(chain) = circle(start, &sparse) else {
            continue;
        };
        if chain.iter().any(|it| told[*it]) || chain.iter().any(|it| !endless(*it)) {
            continue;
        }
        chain.iter().for_each(|it| told[*it] = true);
        let names = chain.iter().chain([&start]).map(|it| streams[*it].key.as_str());
        let names = names.collect::<Vec<_>>().join(" → ");
        let what = say!(
            "работа порождает работу без конца: {names}",
            "work causes work without end: {names}"
        );
        let instead = say!(
            "в среднем меньше одной новой на каждую: уберите spawn или уменьшите вероятность",
            "on average less than one for each: remove a spawn or lower its probability"
        );
        c.wrong(&entries[start], what, instead);
    }
}

/// A way from a stream back to itself.
fn circle(start: usize, children: &[Vec<(usize, f64)>]) -> Option<Vec<usize>> {
    let mut from: Vec<Option<usize>> = vec![None; children.len()];
    let mut waiting = std::collections::VecDeque::from([start]);
    while let Some(at) = waiting.pop_front() {
        for (child, _) in &children[at] {
            if *child == start {
                let mut chain = vec![at];
                while let Some(before) = from[chain[chain.len() - 1]] {
                    chain.push(before);
                }
                chain.reverse();
                return Some(chain);
            }
            if from[*child].is_none() {
                from[*child] = Some(at);
                waiting.push_back(*child);
            }
        }
    }
    None
}
