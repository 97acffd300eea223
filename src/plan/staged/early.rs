//! Early: the last person of a role who is asked for now, where few replications miss him, and those long after he
//! would be productive: what it would cost to open that vacancy later.
//!
//! Where reviews may ask for him they are tried first, for they open the vacancy where it turns out to be needed. A
//! date is tried where they may not, or where leaving him to them loses something.

use super::facts::until_productive;
use super::fewer::at_most;
use super::search::with;
use super::spread::dearer;
use super::warning::{Early, Instead, Missed};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice, Opening, REVIEW, open_by};
use crate::plan::staged::data::Person;

/// Replications between two looks at whether somebody who seems early is needed sooner.
const LOOK: usize = 4;
/// A person who could come so many months later is asked for early.
const EARLY: f64 = 12.0;

/// What is told of a person who is asked for early; the inner `None` where he is not. `hard` are the hardest
/// replications of the search.
pub(super) fn early(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    (position, last): (usize, &Person),
    hard: &[u64],
) -> Option<Option<Early>> {
    let month = last.missed.map(|it| it.1);
    let need = month.map_or(f64::INFINITY, |it| it - until_productive(lab, position));
    if need <= EARLY {
        return Some(None);
    }
    let reviews = match rule.rules[position].hires_later() {
        true => Some(left_to_reviews(lab, promises, rule, (position, last), hard)?),
        false => None,
    };
    let instead = match reviews {
        Some(instead) if instead.keeps_as_many() => Some(instead),
        losing => on_a_date(lab, promises, rule, (position, month), hard)?.or(losing),
    };
    // Where nothing is kept in either way, nothing is told.
    let instead = instead.filter(|it| it.seen().without + it.seen().with > 0);
    Some(instead.map(|instead| Early {
        role: last.role,
        number: last.number,
        missed: last.missed,
        of: last.of,
        instead,
    }))
}

/// What is kept in some replications when the last person who is asked for now is left to the reviews, and with
/// the plan.
pub(super) fn missed(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    position: usize,
    replications: &[u64],
) -> Option<Missed> {
    let number = rule.rules[position].now;
    let left = left(rule, position);
    let without = kept(lab, promises, &left, replications)?;
    let with = kept(lab, promises, rule, replications)?;
    Some(Missed { number, of: replications.len(), without, with })
}

fn left(rule: &Candidate, position: usize) -> Candidate {
    let choice = rule.rules[position];
    with(rule, position, Choice { now: choice.now - 1, ..choice })
}

/// In how many replications every promise is kept.
fn kept(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    replications: &[u64],
) -> Option<usize> {
    let kept = lab.keeps(rule, promises, replications)?;
    Some(kept.iter().filter(|it| **it).count())
}

/// The hardest replications and the fresh ones that tell of the person; the money is of the fresh ones.
fn left_to_reviews(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    (position, last): (usize, &Person),
    hard: &[u64],
) -> Option<Instead> {
    let (left, fresh) = (left(rule, position), lab.fresh(last.of));
    lab.simulate(&left, &fresh)?;
    let cost = |rule: &Candidate| -> Vec<f64> {
        lab.played(rule, &fresh).iter().map(|it| it.staff.cost()).collect()
    };
    let saves = dearer(&cost(rule), &cost(&left));
    let all = [hard, &fresh].concat();
    Some(Instead::Reviews { saves, seen: missed(lab, promises, rule, position, &all)? })
}

/// The vacancy opened on a day: so late that the person is productive a quarter before the first promise would break
/// in any of the hardest replications, if that is more than a year later, else before the month that is told of
/// him. The inner `None` where no such day is later than the first, and where some of them need more people still, and
/// with them this one.
fn on_a_date(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    (position, month): (usize, Option<f64>),
    hard: &[u64],
) -> Option<Option<Instead>> {
    let number = rule.rules[position].now;
    let opening = lab.lattice.openings[position].clone();
    let with = kept(lab, promises, rule, hard)?;
    let played = lab.played(rule, hard);
    let asked = played.iter().map(|it| it.staff.asked[opening.role.index()].len()).max();
    let Some(soonest) = opening.slots.first().filter(|_| asked <= Some(number as usize)) else {
        return Some(None);
    };
    let latest = latest(lab, promises, (rule, position), &opening, hard)?;
    let Some(slot) = latest.or(month.map(|it| before(&opening, it))).filter(|it| *it > 0) else {
        return Some(None);
    };
    let there = opening.slots[usize::from(slot)];
    let mut later = at_most(rule, position, number - 1);
    later.hires = lab.lattice.nobody().hires;
    later.hires[position].push(slot);
    let without = kept(lab, promises, &later, hard)?;
    Some(Some(Instead::On {
        request: open_by(lab.base(), opening.role, there.date),
        saves: soonest.cost - there.cost,
        seen: Missed { number, of: hard.len(), without, with },
    }))
}

/// The last slot of somebody who is productive a quarter before a month.
fn before(opening: &Opening, month: f64) -> u16 {
    opening.slot_by(month - opening.ramp - REVIEW)
}

/// The slot before the first month in which a promise is broken without the person that is kept with him; the inner
/// `None` where that is no more than a year after the first slot, or none is.
fn latest(
    lab: &mut Lab<'_>,
    promises: &Promises,
    (rule, position): (&Candidate, usize),
    opening: &Opening,
    replications: &[u64],
) -> Option<Option<u16>> {
    let without = at_most(rule, position, rule.rules[position].now - 1);
    let months = |slot: u16| opening.slots[usize::from(slot)].months;
    let mut latest: Option<u16> = None;
    for few in replications.chunks(LOOK) {
        let never = lab.keeps(&without, promises, few)?;
        let broken: Vec<u64> = few.iter().zip(never).filter(|it| !it.1).map(|it| *it.0).collect();
        let now = lab.keeps(rule, promises, &broken)?;
        let missed: Vec<u64> =
            broken.into_iter().zip(now).filter(|it| it.1).map(|it| it.0).collect();
        let broken = lab.broken(&without, &missed);
        let first = broken.iter().filter_map(|it| Some(promises.first_break(it)?.1)).min();
        latest = latest.into_iter().chain(first.map(|it| before(opening, it as f64))).min();
        if latest.is_some_and(|it| months(it) - months(0) <= EARLY) {
            return Some(None);
        }
    }
    Some(latest)
}
