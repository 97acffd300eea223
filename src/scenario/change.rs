//! Changes: what a policy does to a scenario, as values that can be compared, shown and made again.

use super::model::{
    Automation, Contractor, Discipline, Hire, HiringRule, Input, OtherHours, Overtime, Quantity,
    Scenario, Temporary, Trigger,
};
use crate::ids::{InputId, RoleId, StreamId};

/// One change of a policy.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// Somebody joins on a date.
    Hire(Hire),
    /// Somebody is asked for when a measure passes a level.
    HireWhen(Trigger),
    /// People are asked for at reviews, by the counted load.
    HireForLoad(HiringRule),
    /// Work is bought.
    Contractor(Contractor),
    /// Work shrinks.
    Automation(Automation),
    /// Days of a role are longer for a time.
    Overtime(Overtime),
    /// People of a role work at other hours from a date on.
    OtherHours(OtherHours),
    /// Others stand in for a role, in order of preference.
    StandIn { role: RoleId, by: Vec<RoleId> },
    /// Waiting work is ordered otherwise.
    Discipline(Discipline),
    /// A stream interrupts others, or no longer does.
    Interrupts(StreamId, bool),
    /// A value of the file is replaced: the last key of its path. It is made in the file as written, before
    /// the check.
    Set { key: String },
}

impl Change {
    /// Its numbers.
    fn quantities(&mut self) -> Vec<&mut Quantity> {
        match self {
            Self::Contractor(it) => vec![&mut it.capacity, &mut it.price, &mut it.lead.mean],
            Self::Automation(it) => {
                vec![&mut it.arrivals, &mut it.effort, &mut it.monthly_price, &mut it.price]
            }
            Self::Hire(it) => it.person.pay.iter_mut().collect(),
            Self::HireForLoad(it) => it.temporary.iter_mut().flat_map(Temporary::numbers).collect(),
            Self::HireWhen(_)
            | Self::Overtime(_)
            | Self::OtherHours(_)
            | Self::StandIn { .. }
            | Self::Discipline(_)
            | Self::Interrupts(..)
            | Self::Set { .. } => Vec::new(),
        }
    }
}

/// The kinds of some changes as a file names them, each once.
pub(crate) fn change_kinds(changes: &[Change]) -> Vec<&'static str> {
    let mut kinds: Vec<&str> = Vec::new();
    for change in changes {
        let kind = match change {
            Change::Hire(_) => "hire",
            Change::HireWhen(_) => "hire_when",
            Change::HireForLoad(_) => "hire_for_load",
            Change::Contractor(_) => "contractor",
            Change::Automation(_) => "automation",
            Change::Overtime(_) => "overtime",
            Change::OtherHours(_) => "other_hours",
            Change::StandIn { .. } => "stand_in",
            Change::Discipline(_) => "discipline",
            Change::Interrupts(..) => "interrupts",
            Change::Set { .. } => "set",
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

impl Temporary {
    fn numbers(&mut self) -> impl Iterator<Item = &mut Quantity> {
        let fill = self.time_to_fill.as_mut().map(|it| &mut it.mean);
        self.pay.as_mut().into_iter().chain(fill)
    }
}

impl Scenario {
    /// Makes a change; `inputs` are those that its numbers refer to.
    pub(crate) fn apply(&mut self, change: &Change, inputs: &[Input]) {
        let mut change = change.clone();
        for quantity in change.quantities() {
            if let Quantity::Uncertain(input, _) = quantity {
                *input = self.adopt(&inputs[input.index()]);
            }
        }
        match change {
            Change::Hire(it) => {
                self.hires.push(it);
                self.shorten_part_time();
            }
            Change::HireWhen(it) => self.triggers.push(it),
            Change::HireForLoad(it) => self.hiring_rules.push(it),
            Change::Contractor(it) => self.contractors.push(it),
            Change::Automation(it) => self.automations.push(it),
            Change::Overtime(it) => self.work_overtime(&it),
            Change::OtherHours(it) => self.change_hours(&it),
            Change::StandIn { role, by } => self.roles[role.index()].stand_in = by,
            Change::Discipline(it) => self.discipline = it,
            Change::Interrupts(stream, it) => self.streams[stream.index()].interrupts = it,
            Change::Set { .. } => {}
        }
    }

    /// The position of an input of another scenario: inputs are known by their paths.
    fn adopt(&mut self, input: &Input) -> InputId {
        let known = self.inputs.iter().position(|it| it.path == input.path);
        InputId::new(known.unwrap_or_else(|| {
            self.inputs.push(input.clone());
            self.inputs.len() - 1
        }))
    }
}
