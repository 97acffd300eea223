//! Person: what each person of a staged plan buys, as plain data.

use crate::ids::{RoleId, SlaId};
use crate::statistics::Interval;

/// What one person buys.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The role.
    pub(crate) role: RoleId,
    /// Which hire of the role, from 1.
    pub(crate) number: u32,
    /// Asked for now, or by the rule later.
    pub(crate) now: bool,
    /// The promise that breaks first most often when nobody is asked for from this person on, the month in which
    /// it does (median), and in which share of replications; `None`: none breaks that the plan keeps.
    pub(crate) breaks: Option<(SlaId, f64, f64)>,
    /// In how many replications any promise of the role breaks so, and when the first of them does (median);
    /// `None`: in none.
    pub(crate) missed: Option<(u64, f64)>,
    /// Whether the person is missed whatever turns out: a promise of the role breaks so in at least the asked-for
    /// share of the replications in which the plan keeps them, and in at least half of those of every reading.
    pub(crate) anyway: bool,
    /// Broken promises a month that the person spares.
    pub(crate) spared: Interval,
    /// Probability of every promise without and with the person.
    pub(crate) kept: (f64, f64),
    /// Replications that tell it.
    pub(crate) of: u64,
    /// What the person costs up to the horizon; negative where more is paid without the person.
    pub(crate) cost: f64,
    /// How many more people are taken on for a time without the person, mean.
    pub(crate) instead: f64,
    /// What costs less for the same, by the key of a lever, and what it saves.
    pub(crate) cheaper: Option<(String, f64)>,
}
