//! Moves: what may be cheaper than a hire, as the scenario's own policies describe it.
//!
//! A policy is a move when all that it changes is one of these: contractors with a price, automation
//! with a price, or who stands in for whom (which costs the other's time and nothing else).
//! An automation without a price is a wish, and no move.

use crate::ids::{InputId, RoleId};
use crate::scenario::{
    Automation, Contractor, Duration, Policy, Quantity, Scenario, Step, Study, Text,
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
}

/// The moves that a study describes.
pub(crate) fn moves_of(study: &Study) -> Vec<Move> {
    let base = &study.baseline().scenario;
    let policies = study.policies.iter().enumerate().skip(1);
    policies.filter_map(|(position, policy)| move_of(base, policy, position)).collect()
}

fn move_of(base: &Scenario, policy: &Policy, position: usize) -> Option<Move> {
    let it = &policy.scenario;
    let people = it.hires == base.hires && it.triggers == base.triggers;
    let rest = people
        && it.drivers == base.drivers
        && it.slas == base.slas
        && it.discipline == base.discipline;
    if !rest {
        return None;
    }
    let same_work = it.streams == base.streams && it.roles == base.roles;
    let bought = &it.contractors[base.contractors.len().min(it.contractors.len())..];
    let shrunk = &it.automations[base.automations.len().min(it.automations.len())..];
    let zero = Quantity::Known(0.0);
    let (kind, relieves, fixed_cost) = match (bought.is_empty(), shrunk.is_empty()) {
        (false, true) if same_work && bought.iter().all(|it| it.price != zero) => {
            let roles = bought.iter().map(|it| it.role).collect();
            (MoveKind::Contractor, roles, 0.0)
        }
        (true, false)
            if same_work
                && shrunk.iter().any(|it| it.price != zero || it.monthly_price != zero) =>
        {
            let streams = shrunk.iter().flat_map(|it| &it.streams);
            let routes = streams.map(|stream| &it.streams[stream.index()].route);
            let mut roles = Vec::new();
            routes.for_each(|route| workers(route, &mut roles));
            (MoveKind::Automation, roles, cost_of(shrunk, it))
        }
        (true, true) if !same_work && only_stand_ins_differ(base, it) => {
            (MoveKind::StandIn, relieved(base, it), 0.0)
        }
        _ => return None,
    };
    Some(Move {
        key: policy.key.clone(),
        title: policy.title.clone(),
        kind,
        relieves,
        fixed_cost,
        policy: position,
    })
}

impl Move {
    /// Makes the move in a scenario that began as the baseline of its study.
    pub(crate) fn apply(&self, study: &Study, scenario: &mut Scenario) {
        let base = &study.baseline().scenario;
        let from = &study.policies[self.policy].scenario;
        for added in &from.contractors[base.contractors.len().min(from.contractors.len())..] {
            let mut added: Contractor = added.clone();
            let mut adopt = |it: &mut Quantity| adopt(it, from, scenario);
            adopt(&mut added.capacity);
            adopt(&mut added.price);
            let Duration { mean, .. } = &mut added.lead;
            adopt(mean);
            scenario.contractors.push(added);
        }
        for added in &from.automations[base.automations.len().min(from.automations.len())..] {
            let mut added: Automation = added.clone();
            let mut adopt = |it: &mut Quantity| adopt(it, from, scenario);
            adopt(&mut added.arrivals);
            adopt(&mut added.effort);
            adopt(&mut added.monthly_price);
            adopt(&mut added.price);
            scenario.automations.push(added);
        }
        if self.kind == MoveKind::StandIn {
            for ((ours, base), from) in scenario.roles.iter_mut().zip(&base.roles).zip(&from.roles)
            {
                if base.stand_in != from.stand_in {
                    ours.stand_in.clone_from(&from.stand_in);
                }
            }
            let streams = scenario.streams.iter_mut().zip(&base.streams).zip(&from.streams);
            for ((ours, base), from) in streams {
                copy_stand_ins(&mut ours.route, &base.route, &from.route);
            }
        }
    }
}

/// Inputs are positions in the list of their own scenario: the same path may stand elsewhere in another.
fn adopt(quantity: &mut Quantity, from: &Scenario, to: &mut Scenario) {
    let Quantity::Uncertain(input, factor) = *quantity else {
        return;
    };
    let facts = &from.inputs[input.index()];
    let known = to.inputs.iter().position(|it| it.path == facts.path);
    let position = known.unwrap_or_else(|| {
        to.inputs.push(facts.clone());
        to.inputs.len() - 1
    });
    *quantity = Quantity::Uncertain(InputId::new(position), factor);
}

fn cost_of(automations: &[Automation], scenario: &Scenario) -> f64 {
    let inputs = super::hire_options::mean_inputs(scenario);
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

fn workers(steps: &[Step], roles: &mut Vec<RoleId>) {
    for step in steps {
        match step {
            Step::Effort(effort) if !roles.contains(&effort.role) => roles.push(effort.role),
            Step::Cycle { steps, .. } => workers(steps, roles),
            Step::Branch { steps, otherwise, .. } => {
                workers(steps, roles);
                workers(otherwise, roles);
            }
            _ => (),
        }
    }
}

fn only_stand_ins_differ(base: &Scenario, it: &Scenario) -> bool {
    let mut streams = it.streams.clone();
    for (ours, base) in streams.iter_mut().zip(&base.streams) {
        let own = ours.route.clone();
        copy_stand_ins(&mut ours.route, &own, &base.route);
    }
    let mut roles = it.roles.clone();
    for (ours, base) in roles.iter_mut().zip(&base.roles) {
        ours.stand_in.clone_from(&base.stand_in);
    }
    streams == base.streams && roles == base.roles
}

/// Who is relieved by the stand-ins that differ.
fn relieved(base: &Scenario, it: &Scenario) -> Vec<RoleId> {
    let mut roles = Vec::new();
    for (index, (a, b)) in base.roles.iter().zip(&it.roles).enumerate() {
        if a.stand_in != b.stand_in {
            roles.push(RoleId::new(index));
        }
    }
    for (a, b) in base.streams.iter().zip(&it.streams) {
        if a.route != b.route {
            workers(&a.route, &mut roles);
        }
    }
    roles
}

/// Copies who stands in where two routes of the same shape differ in it.
fn copy_stand_ins(ours: &mut [Step], base: &[Step], from: &[Step]) {
    for ((ours, base), from) in ours.iter_mut().zip(base).zip(from) {
        match (ours, base, from) {
            (Step::Effort(ours), Step::Effort(base), Step::Effort(from))
                if base.stand_in != from.stand_in =>
            {
                ours.stand_in.clone_from(&from.stand_in);
            }
            (
                Step::Cycle { steps: ours, .. },
                Step::Cycle { steps: base, .. },
                Step::Cycle { steps: from, .. },
            ) => copy_stand_ins(ours, base, from),
            (
                Step::Branch { steps: a, otherwise: b, .. },
                Step::Branch { steps: c, otherwise: d, .. },
                Step::Branch { steps: e, otherwise: f, .. },
            ) => {
                copy_stand_ins(a, c, e);
                copy_stand_ins(b, d, f);
            }
            _ => (),
        }
    }
}
