//! Fewer: a plan that may ask for no more than so many people of a role, which tells what the others are for.

use super::search::with;
use crate::ids::RoleId;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice};

/// The rule with at most so many people of a role.
pub(super) fn at_most(rule: &Candidate, position: usize, most: u32) -> Candidate {
    let choice = rule.rules[position];
    with(rule, position, Choice { now: choice.now.min(most), most, ..choice })
}

/// For how many people of a role a plan asked.
pub(super) fn asked_of(played: &Played, role: RoleId) -> u32 {
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
