//! Explain: what each person buys, and what a reader must know before acting.
//!
//! A person is explained by the plan that may ask for one person fewer of the role: which promise then
//! breaks, when, and how often, in the same fresh replications. Everybody is whom the plan asks for in any of
//! them, now or at a review.

use super::beside::{breaches_a_month, dearer};
use super::data::{Lever, Person};
use super::facts::until_productive;
use super::search::with;
use super::warning::{Early, Missed, Warning};
use crate::ids::{RoleId, SlaId};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice, REVIEW, open_by};

/// Fresh replications in which a person is missed.
const LOOKED_AT: u64 = 12;
const LOOKED_AT_IN_FULL: u64 = 60;
/// Replications of the search, the hardest, that tell whether an idle person is needed at all.
const HARDEST: usize = 12;
/// Replications between two looks at whether somebody who seems early is needed sooner.
const LOOK: usize = 4;
/// A person who could come so many months later is asked for early.
const EARLY: f64 = 12.0;
/// A role that is less busy than this, and not for the cover of an absence, is idle.
const BUSY: f64 = 0.6;
/// So few people are there for the cover of an absence.
const COVER: u32 = 2;

/// Every person of the plan, by role and number; `None` when stopped.
pub(crate) fn people(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    levers: &[Lever],
    full: bool,
) -> Option<Vec<Person>> {
    let mut people = Vec::new();
    let few = lab.fresh(if full { LOOKED_AT_IN_FULL } else { LOOKED_AT });
    lab.simulate(rule, &few)?;
    for position in 0..rule.rules.len() {
        let (role, Choice { now, .. }) =
            (lab.lattice.openings[position].role, rule.rules[position]);
        let asked = lab.played(rule, &few).into_iter().map(|it| asked_of(it, role));
        for number in 1..=asked.max().unwrap_or(0).max(now) {
            play_at_most(lab, rule, position, number, &few)?;
            play_at_most(lab, rule, position, number - 1, &few)?;
            let with = played_at_most(lab, rule, position, number, &few);
            let without = played_at_most(lab, rule, position, number - 1, &few);
            let kept = |it: &[&Played]| {
                it.iter().filter(|it| promises.kept(&it.seen)).count() as f64 / it.len() as f64
            };
            let late = |it: &[&Played]| -> Vec<f64> {
                it.iter().map(|it| breaches_a_month(promises, it)).collect()
            };
            let cost =
                |it: &[&Played]| it.iter().map(|it| it.staff.cost()).sum::<f64>() / it.len() as f64;
            let spared = dearer(&late(&without), &late(&with));
            let cost = cost(&with) - cost(&without);
            let for_a_time = |it: &[&Played]| {
                it.iter().map(|it| it.staff.temporary.len() as f64).sum::<f64>() / it.len() as f64
            };
            let instead = for_a_time(&without) - for_a_time(&with);
            people.push(Person {
                role,
                number,
                now: number <= now,
                breaks: breaks(promises, role, &without, &with),
                spared,
                kept: (kept(&without), kept(&with)),
                of: few.len() as u64,
                cost,
                instead: instead.max(0.0),
                cheaper: cheaper(lab, levers, role, cost),
            });
        }
    }
    Some(people)
}

/// The rule with at most so many people of a role.
pub(super) fn at_most(rule: &Candidate, position: usize, most: u32) -> Candidate {
    let choice = rule.rules[position];
    with(rule, position, Choice { now: choice.now.min(most), most, ..choice })
}

/// For how many people of a role a plan asked.
fn asked_of(played: &Played, role: RoleId) -> u32 {
    played.staff.asked[role.index()].len() as u32
}

/// Sees to it that the rule with at most so many people of a role is known in some replications: where the rule
/// asks for no more, they are those of the rule itself.
pub(super) fn play_at_most(
    lab: &mut Lab<'_>,
    rule: &Candidate,
    position: usize,
    most: u32,
    replications: &[u64],
) -> Option<()> {
    let role = lab.lattice.openings[position].role;
    let played = replications.iter().zip(lab.played(rule, replications));
    let more = played.filter(|it| asked_of(it.1, role) > most).map(|it| *it.0);
    let more: Vec<u64> = more.collect();
    lab.simulate(&at_most(rule, position, most), &more)
}

/// The same replications, when they are known.
pub(super) fn played_at_most<'l>(
    lab: &'l Lab<'_>,
    rule: &Candidate,
    position: usize,
    most: u32,
    replications: &[u64],
) -> Vec<&'l Played> {
    let role = lab.lattice.openings[position].role;
    let fewer = at_most(rule, position, most);
    let of = |(own, replication): (&'l Played, &u64)| match asked_of(own, role) > most {
        true => lab.played(&fewer, &[*replication]).first().copied(),
        false => Some(own),
    };
    lab.played(rule, replications).into_iter().zip(replications).filter_map(of).collect()
}

/// The promise of a role that breaks most often without a person and is kept with the person, the month in
/// which it does, and how often.
fn breaks(
    promises: &Promises,
    role: RoleId,
    without: &[&Played],
    with: &[&Played],
) -> Option<(SlaId, f64, f64)> {
    let first = |(without, with): (&&Played, &&Played)| {
        let own = (0..promises.goals.len()).filter(|&it| promises.goals[it].roles.contains(&role));
        let broken = own.filter(|&it| promises.kept_goal(&with.seen, it));
        let first = broken
            .filter_map(|it| Some((promises.missed(&without.seen, it).first_from(0)?, it)))
            .min();
        first.map(|(span, goal)| (goal, promises.goals[goal].judge.month_of(span)))
    };
    let first: Vec<(usize, usize)> = without.iter().zip(with).filter_map(first).collect();
    let count = |goal: usize| first.iter().filter(|it| it.0 == goal).count();
    let goals = (0..promises.goals.len()).filter(|&it| count(it) > 0);
    let worst = goals.max_by_key(|&it| (count(it), std::cmp::Reverse(it)))?;
    let months = first.iter().filter(|it| it.0 == worst).map(|it| it.1);
    let mut months: Vec<usize> = months.collect();
    months.sort_unstable();
    let share = months.len() as f64 / without.len() as f64;
    Some((promises.goals[worst].sla, months[months.len() / 2] as f64, share))
}

/// A lever that was tried instead of people of the role, that the plan does not pull, and that certainly saves.
fn cheaper(lab: &Lab<'_>, levers: &[Lever], role: RoleId, cost: f64) -> Option<(String, f64)> {
    let relieves = |it: &&Lever| {
        let mut moves = lab.moves.iter();
        moves.any(|one| one.key == it.key && one.relieves.contains(&role))
    };
    let paying = levers.iter().filter(|it| !it.made && it.saves.low > 0.0);
    let found = paying.filter(relieves).max_by(|a, b| a.saves.value.total_cmp(&b.saves.value))?;
    (found.saves.value < cost).then(|| (found.key.clone(), found.saves.value))
}

/// What a reader must know before acting on the plan; `shown` are its fresh replications and `ranked` those of
/// the search, the hardest first. `None` when stopped.
pub(crate) fn warnings(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    people: &[Person],
    (shown, ranked): (&[u64], &[u64]),
) -> Option<Vec<Warning>> {
    let mut warnings = Vec::new();
    for position in 0..rule.rules.len() {
        let (role, now) = (lab.lattice.openings[position].role, rule.rules[position].now);
        let played = lab.played(rule, shown);
        let mean = |number: &dyn Fn(&Played) -> f64| {
            played.iter().map(|it| number(it)).sum::<f64>() / played.len().max(1) as f64
        };
        let hires = mean(&|it| it.staff.asked[role.index()].len() as f64);
        let there = lab.base().roles[role.index()].headcount + hires.round() as u32;
        let occupancy = mean(&|it| it.staff.occupancy[role.index()]);
        if hires.round() >= 1.0 && there > COVER && occupancy < BUSY {
            let hard = &ranked[..ranked.len().min(HARDEST)];
            let last = missed(lab, promises, rule, position, hard)?;
            warnings.push(Warning::Idle { role, occupancy, last });
        }
        let pay = &lab.lattice.openings[position].pay;
        if hires > 0.0 && pay.gross <= 0.0 && pay.hiring <= 0.0 {
            warnings.push(Warning::Unpaid { role });
        }
        let last = people.iter().find(|it| it.role == role && it.number == now);
        let need = last.and_then(|it| it.breaks).map(|it| it.1 - until_productive(lab, position));
        if need.is_some_and(|it| now > 0 && it > EARLY) {
            let hard = &ranked[..ranked.len().min(HARDEST)];
            warnings.extend(early(lab, promises, rule, position, hard)?.map(Warning::Early));
        }
    }
    Some(warnings)
}

/// The last person of a role who is asked for now, where the vacancy may be opened long after and as many
/// replications are kept: so late that the person is productive a quarter before the first promise would break. The
/// inner `None` where that does not do.
pub(super) fn early(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    position: usize,
    replications: &[u64],
) -> Option<Option<Early>> {
    let number = rule.rules[position].now;
    let (with, without) = (at_most(rule, position, number), at_most(rule, position, number - 1));
    let opening = lab.lattice.openings[position].clone();
    let Some(soonest) = opening.slots.first() else {
        return Some(None);
    };
    let by = |month: usize| opening.slot_by(month as f64 - opening.ramp - REVIEW);
    let is_early = |slot: u16| opening.slots[usize::from(slot)].months - soonest.months > EARLY;
    let mut latest: Option<u16> = None;
    for few in replications.chunks(LOOK) {
        let never = lab.keeps(&without, promises, few)?;
        let broken: Vec<u64> = few.iter().zip(never).filter(|it| !it.1).map(|it| *it.0).collect();
        let now = lab.keeps(&with, promises, &broken)?;
        let missed: Vec<u64> =
            broken.into_iter().zip(now).filter(|it| it.1).map(|it| it.0).collect();
        let broken = lab.broken(&without, &missed);
        let first = broken.iter().filter_map(|it| Some(promises.first_break(it)?.1)).min();
        latest = latest.into_iter().chain(first.map(by)).min();
        if latest.is_some_and(|it| !is_early(it)) {
            return Some(None);
        }
    }
    let Some(slot) = latest else {
        return Some(None);
    };
    let there = opening.slots[usize::from(slot)];
    let request = open_by(lab.base(), opening.role, there.date);
    let (role, saves) = (opening.role, soonest.cost - there.cost);
    let now = lab.keeps(&with, promises, replications)?;
    let mut later = without;
    later.hires = lab.lattice.nobody().hires;
    later.hires[position].push(slot);
    let count = |it: &[bool]| it.iter().filter(|it| **it).count();
    let (kept, now) = (count(&lab.keeps(&later, promises, replications)?), count(&now));
    let of = replications.len();
    Some((kept >= now).then_some(Early { role, number, request, saves, of, kept }))
}

/// What the last person of a role keeps who is asked for now, against one whom the reviews may ask for; the
/// inner `None` where nobody is.
fn missed(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    position: usize,
    replications: &[u64],
) -> Option<Option<Missed>> {
    let number = rule.rules[position].now;
    if number == 0 {
        return Some(None);
    }
    let left = with(rule, position, Choice { now: number - 1, ..rule.rules[position] });
    let mut kept = |rule: &Candidate| {
        let kept = lab.keeps(rule, promises, replications)?;
        Some(kept.iter().filter(|it| **it).count())
    };
    let (without, with) = (kept(&left)?, kept(rule)?);
    Some(Some(Missed { number, of: replications.len(), without, with }))
}
