//! Explain: what each person buys, and what a reader must know before acting.
//!
//! A person is explained by the plan that may ask for one person fewer of the role: which promise then
//! breaks, when, and how often, in the same fresh replications. Everybody is whom the plan asks for in any of
//! them, now or at a review.

use super::beside::{breaches_a_month, dearer};
use super::data::Person;
use super::early::{early, missed};
use super::fewer::{asked_of, play_at_most, played_at_most};
use super::instead::lever_instead;
use super::readings::half_of_each;
use super::warning::Warning;
use crate::ids::{RoleId, SlaId};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice};

/// Fresh replications in which a person is missed.
const LOOKED_AT: u64 = 12;
const LOOKED_AT_IN_FULL: u64 = 60;
/// Replications of the search, the hardest, that tell whether somebody idle or early is needed at all.
const HARDEST: usize = 24;
/// A role that is less busy than this, and not for the cover of an absence, is idle.
const BUSY: f64 = 0.6;
/// So few people are there for the cover of an absence.
const COVER: u32 = 2;

/// Every person of the plan, by role and number; `ranked` are the replications of the search, the hardest first. Who is
/// missed in a share as large as the confidence, and in every reading, is needed nearly whatever turns out. `None` when stopped.
pub(crate) fn people(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    ranked: &[u64],
    (confidence, full): (f64, bool),
) -> Option<Vec<Person>> {
    let mut people = Vec::new();
    let few = lab.fresh(if full { LOOKED_AT_IN_FULL } else { LOOKED_AT });
    let hard = &ranked[..ranked.len().min(HARDEST)];
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
            let each = broken(promises, role, &without, &lab.played(rule, &few));
            let missed = few.iter().zip(&each).filter(|it| it.1.is_some()).map(|it| *it.0);
            let missed: Vec<u64> = missed.collect();
            let broken: Vec<Broken> = each.into_iter().flatten().collect();
            let own = |it: &&Played| promises.kept_of(role, &it.seen);
            let held = few.iter().zip(lab.played(rule, &few)).filter(|it| own(&it.1));
            let held: Vec<u64> = held.map(|it| *it.0).collect();
            let gone: Vec<u64> = missed.iter().copied().filter(|it| held.contains(it)).collect();
            let often = gone.len() as f64 >= confidence * held.len() as f64;
            let instead = for_a_time(&without) - for_a_time(&with);
            let mut person = Person {
                role,
                number,
                now: number <= now,
                breaks: worst(promises, &broken)
                    .map(|(sla, count, month)| (sla, month, count as f64 / few.len() as f64)),
                missed: median(&broken),
                anyway: often && half_of_each(lab, &gone, &held),
                spared,
                kept: (kept(&without), kept(&with)),
                of: few.len() as u64,
                cost,
                instead: instead.max(0.0),
                cheaper: None,
            };
            // Who is missed nowhere needs nothing instead, and who is asked for later is decided on later.
            if !missed.is_empty() && (person.now || full) {
                let seen = (&missed[..], hard, &few[..]);
                person.cheaper = lever_instead(lab, promises, rule, (position, number), seen)?;
            }
            people.push(person);
        }
    }
    Some(people)
}

/// The promise of a role that breaks first in a replication when nobody is asked for from a person on, and is kept with
/// the plan, and the month in which it does.
///
/// Not against the plan that asks for nobody after the person: where more are needed it keeps as little with as
/// without, and a person who is needed soon would seem to be needed in few futures, and late.
type Broken = (usize, usize);

/// In each replication; `None` in those in which none does.
fn broken(
    promises: &Promises,
    role: RoleId,
    without: &[&Played],
    plan: &[&Played],
) -> Vec<Option<Broken>> {
    let first = |(without, plan): (&&Played, &&Played)| {
        let own = (0..promises.goals.len()).filter(|&it| promises.goals[it].roles.contains(&role));
        let kept = own.filter(|&it| promises.kept_goal(&plan.seen, it));
        let broken =
            kept.filter_map(|it| Some((promises.missed(&without.seen, it).first_from(0)?, it)));
        broken.min().map(|(span, goal)| (goal, promises.goals[goal].judge.month_of(span)))
    };
    without.iter().zip(plan).map(first).collect()
}

/// The one that is first most often, in how many of them, and when (median).
fn worst(promises: &Promises, broken: &[Broken]) -> Option<(SlaId, u64, f64)> {
    let of = |goal: usize| broken.iter().filter(move |it| it.0 == goal).copied();
    let goals = (0..promises.goals.len()).filter(|&it| of(it).count() > 0);
    let worst = goals.max_by_key(|&it| (of(it).count(), std::cmp::Reverse(it)))?;
    let (count, month) = median(&of(worst).collect::<Vec<_>>())?;
    Some((promises.goals[worst].sla, count, month))
}

/// In how many replications something breaks, and when (median).
fn median(broken: &[Broken]) -> Option<(u64, f64)> {
    let mut months: Vec<usize> = broken.iter().map(|it| it.1).collect();
    months.sort_unstable();
    Some((months.len() as u64, *months.get(months.len() / 2)? as f64))
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
    let hard = &ranked[..ranked.len().min(HARDEST)];
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
            let last = match now {
                0 => None,
                _ => Some(missed(lab, promises, rule, position, hard)?),
            };
            warnings.push(Warning::Idle { role, occupancy, last });
        }
        let pay = &lab.lattice.openings[position].pay;
        if hires > 0.0 && pay.gross <= 0.0 && pay.hiring <= 0.0 {
            warnings.push(Warning::Unpaid { role });
        }
        if let Some(last) = people.iter().find(|it| now > 0 && it.role == role && it.number == now)
        {
            let told = early(lab, promises, rule, (position, last), hard)?;
            warnings.extend(told.map(Warning::Early));
        }
    }
    Some(warnings)
}
