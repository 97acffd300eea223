//! Moves: what may be cheaper than a hire, as the scenario's own policies describe it.
//!
//! A policy is a move when all that it changes is one of these: contractors with a price, automation
//! with a price, who stands in for whom (which costs the other's time and nothing else), or who may
//! interrupt whom.
//! An automation without a price is a wish, and no move.

use crate::ids::RoleId;
use crate::scenario::{
    Automation, Change, EffortStep, Inputs, Policy, Quantity, Scenario, Step, Stream, Study, Text,
};

/// What may be done instead of hiring.
#[derive(Clone, Debug)]
pub(crate) struct Move {
    /// The key of the policy that describes it.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// What it is.
    pub(crate) kind: MoveKind,
    /// Whose work it takes.
    pub(crate) relieves: Vec<RoleId>,
    /// Price once and a month that is known beforehand, over the horizon.
    pub(crate) fixed_cost: f64,
    /// The scenario of the policy, where its parts are taken from.
    policy: usize,
}

/// The kinds of moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoveKind {
    /// Work is bought.
    Contractor,
    /// Work shrinks.
    Automation,
    /// Somebody else does it.
    StandIn,
    /// Who interrupts whom is settled otherwise.
    Interrupts,
}

/// What costs nothing.
const FREE: Quantity = Quantity::Known(0.0);

/// The order of the queue that is tried without any policy: its key and what it is called.
pub(crate) fn earliest_due() -> (String, Text) {
    let (ru, en) = ("Первым то, у чего раньше срок", "Earliest due date first");
    ("earliest-due".into(), Text { ru: ru.into(), en: en.into() })
}

/// The moves that a study describes.
pub(crate) fn moves_of(study: &Study) -> Vec<Move> {
    (1..study.policies.len()).filter_map(|policy| move_of(study, policy)).collect()
}

fn move_of(study: &Study, policy: usize) -> Option<Move> {
    let Policy { key, title, changes, scenario } = &study.policies[policy];
    let kind = kind_of(changes.first()?)?;
    let priced = |it: &Automation| it.price != FREE || it.monthly_price != FREE;
    if changes.iter().any(|it| kind_of(it) != Some(kind))
        || kind == MoveKind::Automation && !scenario.automations.iter().any(priced)
    {
        return None;
    }
    let mut relieves = Vec::new();
    match kind {
        MoveKind::Contractor => relieves.extend(scenario.contractors.iter().map(|it| it.role)),
        MoveKind::Automation => {
            let streams = scenario.automations.iter().flat_map(|it| &it.streams);
            workers(streams.map(|it| &scenario.streams[it.index()]), &mut relieves);
        }
        MoveKind::Interrupts => workers(scenario.streams.iter(), &mut relieves),
        MoveKind::StandIn => relieves = relieved(&study.baseline().scenario, scenario),
    }
    let fixed_cost = cost_of(&scenario.automations, scenario);
    let (key, title) = (key.clone(), title.clone());
    (!relieves.is_empty()).then_some(Move { key, title, kind, relieves, fixed_cost, policy })
}

/// The kind of move that a change is a part of.
fn kind_of(change: &Change) -> Option<MoveKind> {
    match change {
        Change::Contractor(it) if it.price != FREE => Some(MoveKind::Contractor),
        Change::Automation(_) => Some(MoveKind::Automation),
        Change::StandIn { .. } => Some(MoveKind::StandIn),
        Change::Interrupts(..) => Some(MoveKind::Interrupts),
        Change::Set { key } if key == "stand_in" => Some(MoveKind::StandIn),
        _ => None,
    }
}

impl Move {
    /// Makes the move in a scenario that began as the first of some policies.
    pub(crate) fn apply(&self, policies: &[Policy], scenario: &mut Scenario) {
        let Policy { changes, scenario: from, .. } = &policies[self.policy];
        for change in changes {
            scenario.apply(change, &from.inputs);
        }
        if self.kind != MoveKind::StandIn {
            return;
        }
        // Who stands in may also be set in the file, for a single step too.
        let base = &policies[0].scenario;
        for ((ours, base), from) in scenario.roles.iter_mut().zip(&base.roles).zip(&from.roles) {
            if base.stand_in != from.stand_in {
                ours.stand_in.clone_from(&from.stand_in);
            }
        }
        let streams = scenario.streams.iter_mut().zip(&base.streams).zip(&from.streams);
        for ((ours, base), from) in streams {
            let steps = efforts_mut(&mut ours.route).into_iter();
            for ((ours, base), from) in steps.zip(efforts(&base.route)).zip(efforts(&from.route)) {
                if base.stand_in != from.stand_in {
                    ours.stand_in.clone_from(&from.stand_in);
                }
            }
        }
    }
}

fn cost_of(automations: &[Automation], scenario: &Scenario) -> f64 {
    let inputs = Inputs::mean(scenario);
    let months = scenario.timeline.months() as f64;
    let cost = |it: &Automation| {
        let from =
            it.from.map_or(0.0, |date| crate::plan::months::months_at(&scenario.timeline, date));
        let left = (months - from.floor()).max(0.0);
        let once = if left > 0.0 { it.price.value(&inputs) } else { 0.0 };
        once + left * it.monthly_price.value(&inputs)
    };
    automations.iter().map(cost).sum()
}

/// Adds who works on some streams.
fn workers<'s>(streams: impl Iterator<Item = &'s Stream>, roles: &mut Vec<RoleId>) {
    for step in streams.flat_map(|it| efforts(&it.route)) {
        if !roles.contains(&step.role) {
            roles.push(step.role);
        }
    }
}

/// Who is relieved by the stand-ins that differ.
fn relieved(base: &Scenario, it: &Scenario) -> Vec<RoleId> {
    let roles = base.roles.iter().zip(&it.roles).enumerate();
    let roles = roles.filter(|(_, (base, it))| base.stand_in != it.stand_in);
    let mut relieved = roles.map(|(role, _)| RoleId::new(role)).collect();
    let streams = base.streams.iter().zip(&it.streams);
    let streams = streams.filter(|(base, it)| base.route != it.route);
    workers(streams.map(|(base, _)| base), &mut relieved);
    relieved
}

/// The steps of a route at which somebody works.
fn efforts(steps: &[Step]) -> Vec<&EffortStep> {
    let mut found = Vec::new();
    for step in steps {
        match step {
            Step::Effort(it) => found.push(it),
            Step::Cycle { steps, .. } => found.extend(efforts(steps)),
            Step::Branch { steps, otherwise, .. } => {
                found.extend(efforts(steps));
                found.extend(efforts(otherwise));
            }
            Step::Wait(_) | Step::Mark(_) | Step::Reopen { .. } | Step::Spawn { .. } => {}
        }
    }
    found
}

/// The same steps, to be changed.
fn efforts_mut(steps: &mut [Step]) -> Vec<&mut EffortStep> {
    let mut found = Vec::new();
    for step in steps {
        match step {
            Step::Effort(it) => found.push(it),
            Step::Cycle { steps, .. } => found.extend(efforts_mut(steps)),
            Step::Branch { steps, otherwise, .. } => {
                found.extend(efforts_mut(steps));
                found.extend(efforts_mut(otherwise));
            }
            Step::Wait(_) | Step::Mark(_) | Step::Reopen { .. } | Step::Spawn { .. } => {}
        }
    }
    found
}
