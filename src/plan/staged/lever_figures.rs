//! Lever figures: what each lever that was tried saves, and what it does to late items, on fresh replications.

use super::beside::{breaches_a_month, breaches_before, dearer};
use super::data::{Cheaper, Lever, Unpriced};
use super::levers::{OF_BUILT_IN, Tried};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Candidate;
use crate::plan::search::moves::earliest_due;
use crate::statistics::Interval;

/// Fresh replications in which a lever is looked at, and those in which one of the plan is that may save nothing.
const LOOKED_AT: u64 = 12;
const LOOKED_AT_CLOSELY: u64 = 48;
/// Hard replications of the search that tell what a lever is for without which the plan is cheaper.
const HARDEST: usize = 24;

/// Levers, and those of the plan of which it is not known what they save; `ranked` are the replications of the search,
/// the hardest first. `None` when stopped.
pub(crate) fn levers(
    lab: &mut Lab<'_>,
    promises: &Promises,
    plan: &Candidate,
    tried: &[Tried],
    ranked: &[u64],
) -> Option<(Vec<Lever>, Vec<Unpriced>)> {
    let (mut levers, mut unpriced) = (Vec::new(), Vec::new());
    for it in tried {
        // The order was tried before the proof, which may have changed the plan but for that.
        let made = it.with == *plan || it.key == earliest_due().0 && plan.order == it.with.order;
        let (key, title) = (it.key.clone(), it.title.clone());
        let Some(without) = &it.without else {
            unpriced.extend(made.then_some(Unpriced { key, title, without: None }));
            continue;
        };
        let is_move = lab.moves.iter().any(|one| one.key == it.key);
        let both = [&it.with, without];
        let few = if is_move { LOOKED_AT } else { OF_BUILT_IN };
        let mut found = more(lab, promises, both, few)?;
        if made && is_move && found.0[0].low <= 0.0 && found.0[0].high >= 0.0 {
            found = more(lab, promises, both, LOOKED_AT_CLOSELY)?;
        }
        let ([saves, breaches, before], kept) = found;
        // A plan without it that is cheaper for certain is not known to be as sure.
        if made && saves.high < 0.0 {
            let hard = &ranked[..ranked.len().min(HARDEST)];
            let kept =
                |rule| Some(lab.keeps(rule, promises, hard)?.iter().filter(|it| **it).count());
            let [with, without] = both.map(kept);
            let without = Cheaper { saves, with: with?, without: without?, of: hard.len() };
            unpriced.push(Unpriced { key, title, without: Some(without) });
            continue;
        }
        let earlier = made && it.with != *plan;
        levers.push(Lever { key, title, made, saves, breaches, before, earlier, kept });
    }
    Some((levers, unpriced))
}

/// What a plan costs more without a lever than with it, and how many more late items there are with it than without: a
/// month while every promise counts, and in all before; and how many of the replications keep every promise with it,
/// without it, and all of them. `None` when stopped.
fn more(
    lab: &mut Lab<'_>,
    promises: &Promises,
    [with, without]: [&Candidate; 2],
    replications: u64,
) -> Option<([Interval; 3], (u64, u64, u64))> {
    let few = lab.fresh(replications);
    lab.simulate(with, &few)?;
    lab.simulate(without, &few)?;
    let [with, without] = [with, without].map(|it| lab.played(it, &few));
    let numbers = |played: &[&Played], number: &dyn Fn(&Played) -> f64| -> Vec<f64> {
        played.iter().map(|it| number(it)).collect()
    };
    let than = |more: &[&Played], less: &[&Played], number: &dyn Fn(&Played) -> f64| {
        dearer(&numbers(more, number), &numbers(less, number))
    };
    let kept = |it: &[&Played]| it.iter().filter(|it| promises.kept(&it.seen)).count() as u64;
    let differences = [
        than(&without, &with, &|it| it.staff.cost()),
        than(&with, &without, &|it| breaches_a_month(promises, it)),
        than(&with, &without, &|it| f64::from(breaches_before(promises, it))),
    ];
    Some((differences, (kept(&with), kept(&without), replications)))
}
