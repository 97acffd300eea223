//! The plan: what it may do, and what must be reached.

use crate::ids::{RoleId, SlaId};

/// What the plan may do, and what must be reached.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Planning {
    /// Probability with which every target must be met.
    pub(crate) confidence: f64,
    /// Roles that may be hired, and how many at most; empty: every role, three each.
    pub(crate) roles: Vec<(RoleId, u32)>,
    /// Targets that replace the SLAs' own in the plan; an SLA that is not listed keeps its own.
    pub(crate) goals: Vec<(SlaId, f64)>,
    /// SLAs that the plan must meet; empty: all.
    pub(crate) required: Vec<SlaId>,
    /// Cost of a month too late, for the date to aim at.
    pub(crate) late_cost: f64,
    /// Cost of a month too early.
    pub(crate) early_cost: f64,
    /// Whether people may be taken on for a time.
    pub(crate) temporary: bool,
    /// Nobody beyond so many people is hired, of all roles.
    pub(crate) max_people: Option<u32>,
    /// No more money than this a month, on average up to the horizon.
    pub(crate) budget: Option<f64>,
    /// The document's own rules: policies to hold beside the plan.
    pub(crate) rules: Vec<String>,
    /// When a promise counts as kept.
    pub(crate) promise: Promise,
}

/// When a promise about a share counts as kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Promise {
    /// In at least 11 of any 12 months in a row.
    #[default]
    ElevenOfTwelve,
    /// In every three months in a row.
    EveryQuarter,
}
