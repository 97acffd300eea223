//! Moves: what may be cheaper than a hire, as the scenario's own policies describe it.
//!
//! A policy is a move when all that it changes is one of these: contractors with a price, automation
//! with a price, people for a time, overtime, who stands in for whom (which costs the other's time and
//! nothing else), or who may interrupt whom.
//! An automation without a price is a wish, and no move.

use crate::department::offered::availability;
use crate::ids::RoleId;
use crate::measure::cost::{Employment, Pay};
use crate::scenario::{
    Automation, Change, Hire, Inputs, Overtime, Policy, Quantity, Scenario, Stream, Study, Text,
    route,
};
use jiff::civil::Date;

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
    /// The last day on which it does anything; `None`: it does not end.
    pub(crate) until: Option<Date>,
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
    /// Somebody does it for a time.
    Temporary,
    /// The same people do it in longer days.
    Overtime,
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
        MoveKind::Temporary => relieves.extend(temporary(changes).map(|it| it.role)),
        MoveKind::Overtime => relieves.extend(overtime(changes).map(|it| it.role)),
        MoveKind::StandIn => relieves = relieved(&study.baseline().scenario, scenario),
    }
    let people: f64 = temporary(changes).map(|it| cost_of_hire(it, scenario)).sum();
    let hours: f64 = overtime(changes).map(|it| cost_of_overtime(it, scenario)).sum();
    let fixed_cost = cost_of(&scenario.automations, scenario) + people + hours;
    let (key, title) = (key.clone(), title.clone());
    let ends = temporary(changes).map(|it| it.person.until);
    // All of its changes are of one kind, and end or do not.
    let until = ends.chain(overtime(changes).map(|it| Some(it.to))).flatten().max();
    let found = Move { key, title, kind, relieves, fixed_cost, until, policy };
    (!found.relieves.is_empty()).then_some(found)
}

/// The kind of move that a change is a part of.
fn kind_of(change: &Change) -> Option<MoveKind> {
    match change {
        Change::Contractor(it) if it.price != FREE => Some(MoveKind::Contractor),
        Change::Automation(_) => Some(MoveKind::Automation),
        Change::Hire(it) if it.person.until.is_some() => Some(MoveKind::Temporary),
        Change::Overtime(_) => Some(MoveKind::Overtime),
        Change::StandIn { .. } => Some(MoveKind::StandIn),
        Change::Interrupts(..) => Some(MoveKind::Interrupts),
        Change::Set { key } if key == "stand_in" => Some(MoveKind::StandIn),
        Change::Contractor(_)
        | Change::Hire(_)
        | Change::HireWhen(_)
        | Change::HireForLoad(_)
        | Change::OtherHours(_)
        | Change::Discipline(_)
        | Change::Set { .. } => None,
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
            let steps = route::efforts_mut(&mut ours.route).into_iter();
            for ((ours, base), from) in
                steps.zip(route::efforts(&base.route)).zip(route::efforts(&from.route))
            {
                if base.stand_in != from.stand_in {
                    ours.stand_in.clone_from(&from.stand_in);
                }
            }
        }
    }
}

fn temporary(changes: &[Change]) -> impl Iterator<Item = &Hire> {
    changes.iter().filter_map(|it| match it {
        Change::Hire(it) => Some(it),
        _ => None,
    })
}

fn overtime(changes: &[Change]) -> impl Iterator<Item = &Overtime> {
    changes.iter().filter_map(|it| match it {
        Change::Overtime(it) => Some(it),
        _ => None,
    })
}

/// What people cost who join on a date.
fn cost_of_hire(hire: &Hire, scenario: &Scenario) -> f64 {
    let inputs = Inputs::mean(scenario);
    let pay = Pay::of(&scenario.roles[hire.role.index()], &inputs);
    let gross = hire.person.pay.map_or(pay.gross, |it| it.value(&inputs));
    let employment = Employment { joined: Some(hire.start), left: hire.person.until };
    let costs = Pay { gross, ..pay }.costs(employment, &scenario.timeline);
    f64::from(hire.count) * costs.iter().sum::<f64>()
}

/// What longer days cost of the people who are there from the beginning, as far as they are not away.
fn cost_of_overtime(it: &Overtime, scenario: &Scenario) -> f64 {
    let inputs = Inputs::mean(scenario);
    let role = &scenario.roles[it.role.index()];
    let usual = role.overtime.map_or(role.calendar, |it| it.usual);
    let calendar = &scenario.calendars[usual.index()];
    let timeline = &scenario.timeline;
    let days = timeline.start_time().day()..timeline.horizon_time().day();
    let hours: f64 = days.map(|day| it.hours_on(day, calendar, timeline)).sum();
    let factor = role.overtime_law.factor(it.hours_a_day);
    let an_hour = Pay::of(role, &inputs).overtime_hour(calendar.yearly().hours(), factor);
    f64::from(role.headcount) * availability(scenario, role, &inputs) * hours * an_hour
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
    for step in streams.flat_map(|it| route::efforts(&it.route)) {
        let own = step.roles().filter(|it| Some(*it) != step.together_with);
        for role in own {
            if !roles.contains(&role) {
                roles.push(role);
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    const TEXT: &str = r#"
[scenario]
start = 2026-06-01
months = 3
currency = "EUR"
[calendar]
base = "none"
hours = ["09:00-13:00", "14:00-18:00"]
[roles.desk]
headcount = 2
pay = 174000
[streams.a]
arrival = { rate = 10, per = "month" }
route = [{ effort = "1h", role = "desk" }]
[[policies]]
key = "as-is"
[[policies]]
key = "longer"
changes = [{ overtime = "desk", from = 2026-06-01, to = 2026-06-30, hours_a_day = "2h" }]
[[policies]]
key = "season"
changes = [{ hire = "desk", start = 2026-06-01, until = 2026-06-30, count = 3, pay = 100000 }]
[[policies]]
key = "for-good"
changes = [{ hire = "desk", start = 2026-06-01 }]
"#;

    #[test]
    fn overtime_and_people_for_a_time_are_moves_with_a_price_and_a_hire_for_good_is_none() {
        let study = load_text("x.toml", TEXT, None, &[], None).unwrap_or_else(|it| panic!("{it}"));
        let moves = moves_of(&study);
        let found: Vec<(&str, MoveKind, f64)> =
            moves.iter().map(|it| (it.key.as_str(), it.kind, it.fixed_cost.round())).collect();
        // Two people, 22 days of two hours at one and a half times 1 000 an hour.
        let longer = ("longer", MoveKind::Overtime, 132_000.0);
        assert_eq!(found, [longer, ("season", MoveKind::Temporary, 300_000.0)]);
        assert!(moves.iter().all(|it| it.relieves == [RoleId(0)]));
    }
}
