//! Prices: what each promise costs, and what more confidence does, as plain data.

use super::kept::Kept;
use crate::ids::{RoleId, SlaId};
use crate::statistics::Interval;

/// What one promise costs.
#[derive(Clone, Debug)]
pub(crate) struct PricedPromise {
    /// The SLA.
    pub(crate) sla: SlaId,
    /// The document's share: the target of the SLA.
    pub(crate) asked: f64,
    /// The share that the scenario's `[plan]` asks for; where it is less, the file lowers it.
    pub(crate) stated: f64,
    /// The share that is planned for; where it is less, nothing attains what is asked for.
    pub(crate) planned: f64,
    /// The share that is kept with the plan and without it (all counted months).
    pub(crate) with: f64,
    /// Without.
    pub(crate) without: f64,
    /// Fresh replications that tell both.
    pub(crate) of: u64,
    /// The steps by which it was relaxed alone, in the order in which they were tried; none where that was not
    /// asked for.
    pub(crate) relaxed: Vec<Relaxed>,
}

/// All promises of a role, relaxed together: its people are hired for all of them.
#[derive(Clone, Debug)]
pub(crate) struct RelaxedTogether {
    /// The role.
    pub(crate) role: RoleId,
    /// The SLAs.
    pub(crate) slas: Vec<SlaId>,
    /// The steps that were tried.
    pub(crate) relaxed: Vec<Relaxed>,
}

/// By how much a promise is relaxed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    /// Its share is so much less.
    Share(f64),
    /// Each of its limits is so many times as long.
    Limit(f64),
    /// Limits in calendar days are as many working days.
    WorkingDays,
}

/// A step by which promises were relaxed, and what that saves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Relaxed {
    /// The step.
    pub(crate) step: Step,
    /// People hired by the horizon, mean.
    pub(crate) people: f64,
    /// What the plan then costs.
    pub(crate) cost: f64,
    /// What is saved against what the same search finds with nothing relaxed, in the same replications.
    pub(crate) saving: Interval,
    /// In how many of its replications what is then promised is kept.
    pub(crate) kept: u64,
    /// All of them.
    pub(crate) of: u64,
    /// Whether it saves for certain, and what is then promised is kept as often as was asked for.
    pub(crate) certain: bool,
}

/// What more confidence costs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ladder {
    /// The rungs, the least first.
    pub(crate) rungs: Vec<Rung>,
    /// Confidences that were looked for and have no rung near them.
    pub(crate) missing: Vec<Missing>,
    /// What the last percentage point costs; `None` where no two rungs can be told apart.
    pub(crate) last: Option<LastPercent>,
}

/// A rung of the ladder of confidence and cost.
#[derive(Clone, Debug)]
pub(crate) struct Rung {
    /// How often every promise is kept.
    pub(crate) kept: Kept,
    /// What it costs.
    pub(crate) cost: Interval,
    /// People hired by the horizon, mean.
    pub(crate) people: f64,
    /// Whom it asks for now.
    pub(crate) now: Vec<(RoleId, u32)>,
    /// The confidence for which it was looked for, as the laxest rule that reaches it; `None` where it was
    /// tested for another reason.
    pub(crate) level: Option<f64>,
    /// Whether this is the plan.
    pub(crate) plan: bool,
    /// Whether it is beyond the caps: what the plan would have been without them.
    pub(crate) uncapped: bool,
    /// Whether this is the knee: what is dearer buys little.
    pub(crate) knee: bool,
}

/// A confidence that no rung is near: the rules that were tried jump over it, or none of them reaches it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Missing {
    /// The confidence.
    pub(crate) level: f64,
    /// The share of the lowest rung that reaches it; `None`: none does.
    pub(crate) above: Option<f64>,
    /// The share of the highest rung that does not; `None`: all do.
    pub(crate) below: Option<f64>,
}

/// What a percentage point of confidence costs between the highest two rungs that can be told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LastPercent {
    /// The shares of the two, in the replications of both.
    pub(crate) from: f64,
    /// The higher one.
    pub(crate) to: f64,
    /// Money for a percentage point.
    pub(crate) price: Interval,
    /// The replications of both.
    pub(crate) of: u64,
}
