//! Money: what each month cost, from what the recorder saw.

use super::cost::{Employment, Pay};
use super::recorder::Recorder;
use super::tally::Employed;
use crate::calendar::Timeline;
use crate::scenario::{Automation, Inputs, PayOf, Scenario};
use crate::time::SimTime;
use std::collections::HashMap;

/// Costs by payer and month, in the scenario's currency: the people of each role, each contractor,
/// each automation, the penalties of each SLA, and the whole department last.
pub(super) fn costs(
    scenario: &Scenario,
    recorder: &Recorder<'_>,
    inputs: &Inputs,
) -> Vec<Vec<f64>> {
    let months = scenario.timeline.months();
    let mut costs = people(scenario, recorder, inputs);
    for (index, it) in scenario.contractors.iter().enumerate() {
        let price = it.price.value(inputs);
        let bought = &recorder.bought.of(index)[1..=months];
        costs.push(bought.iter().map(|&items| f64::from(items) * price).collect());
    }
    costs.extend(scenario.automations.iter().map(|it| automation(it, scenario, inputs)));
    for (index, sla) in scenario.slas.iter().enumerate() {
        let penalty = sla.penalty.value(inputs);
        let decided = &recorder.decided.of(index)[1..=months];
        costs.push(decided.iter().map(|it| f64::from(it.breaches()) * penalty).collect());
    }
    let mut all = vec![0.0; months];
    for costs in &costs {
        all.iter_mut().zip(costs).for_each(|(all, cost)| *all += cost);
    }
    costs.push(all);
    costs
}

/// What was paid over the counted months: to the people of each role, to each contractor, and for
/// each automation.
pub(crate) fn paid(scenario: &Scenario, recorder: &Recorder<'_>, inputs: &Inputs) -> Vec<f64> {
    let payers = scenario.roles.len() + scenario.contractors.len() + scenario.automations.len();
    let costs = costs(scenario, recorder, inputs).into_iter().take(payers);
    costs.map(|it| it.iter().sum()).collect()
}

/// Everybody's pay and what came on top of it, by role. Overtime is paid for the hours for which people
/// were there, at the role's own pay; being on call by the month, and each call.
fn people(scenario: &Scenario, recorder: &Recorder<'_>, inputs: &Inputs) -> Vec<Vec<f64>> {
    let timeline = &scenario.timeline;
    let months = timeline.months();
    let pay: Vec<Pay> = scenario.roles.iter().map(|it| Pay::of(it, inputs)).collect();
    let mut roles = vec![vec![0.0; months]; pay.len()];
    // Most of a large team were employed on the same days and cost the same.
    let mut known: HashMap<(usize, PayOf, Employment), Vec<f64>> = HashMap::new();
    for person in &recorder.people {
        let employment = employment(person, timeline);
        let role = person.role.index();
        let costs = known.entry((role, person.pay, employment)).or_insert_with(|| {
            pay_of(scenario, person, pay[role], inputs).costs(employment, timeline)
        });
        roles[role].iter_mut().zip(costs).for_each(|(all, cost)| *all += *cost);
    }
    for (index, role) in scenario.roles.iter().enumerate() {
        let Some(overtime) = role.overtime else { continue };
        let usual_year = scenario.calendars[overtime.usual.index()].yearly().hours();
        let an_hour = pay[index].overtime_hour(usual_year, overtime.factor);
        let hours = |month: usize| {
            let (all, usual) = (recorder.available.of(index), recorder.usual.of(index));
            (all[month + 1] - usual[month + 1]).hours()
        };
        let costs = roles[index].iter_mut().enumerate();
        costs.for_each(|(month, cost)| *cost += hours(month) * an_hour);
    }
    for (index, role) in scenario.roles.iter().enumerate() {
        let Some(on_call) = role.on_call else { continue };
        let (each, call) = (on_call.pay.value(inputs), on_call.call.value(inputs));
        // What comes on top is that up to the base, as for overtime.
        let dear = 1.0 + pay[index].below;
        let calls = &recorder.calls.of(index)[1..];
        let costs = roles[index].iter_mut().zip(calls);
        costs.for_each(|(cost, calls)| *cost += (each + f64::from(*calls) * call) * dear);
    }
    roles
}

/// What a person's pay and being found cost over the counted months.
pub(crate) fn paid_to(person: &Employed, scenario: &Scenario, inputs: &Inputs) -> f64 {
    let of_role = Pay::of(&scenario.roles[person.role.index()], inputs);
    let timeline = &scenario.timeline;
    let pay = pay_of(scenario, person, of_role, inputs);
    pay.costs(employment(person, timeline), timeline).iter().sum()
}

fn pay_of(scenario: &Scenario, person: &Employed, of_role: Pay, inputs: &Inputs) -> Pay {
    let own = scenario.own_pay(person.pay).map(|it| it.value(inputs));
    let gross = own.unwrap_or_else(|| of_role.gross * scenario.hours_of(person.pay).fte);
    Pay { gross, ..of_role }
}

fn employment(person: &Employed, timeline: &Timeline) -> Employment {
    let joined = timeline.date_of(person.from.day());
    let last = timeline.date_of(person.to.day().saturating_sub(1));
    Employment {
        joined: (person.from > SimTime::ZERO).then_some(joined),
        left: (person.to < timeline.end_time()).then_some(last),
    }
}

/// The price in its first counted month, and the monthly price from then on.
fn automation(it: &Automation, scenario: &Scenario, inputs: &Inputs) -> Vec<f64> {
    let timeline = &scenario.timeline;
    let from = it.from.and_then(|date| timeline.day_of(date));
    let first = timeline.slot(SimTime::midnight(from.unwrap_or(0))).max(1) - 1;
    let mut costs = vec![0.0; timeline.months()];
    costs.iter_mut().skip(first).for_each(|cost| *cost = it.monthly_price.value(inputs));
    if let Some(cost) = costs.get_mut(first) {
        *cost += it.price.value(inputs);
    }
    costs
}
