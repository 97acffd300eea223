//! Money: what each month cost, from what the recorder saw.

use super::cost::{Employment, Pay};
use super::recorder::Recorder;
use crate::scenario::Scenario;
use crate::time::SimTime;
use std::collections::HashMap;

/// Costs by month, in the scenario's currency.
#[derive(Clone, Debug)]
pub(crate) struct Money {
    /// People of each role.
    pub(crate) roles: Vec<Vec<f64>>,
    /// Each contractor.
    pub(crate) contractors: Vec<Vec<f64>>,
    /// Each automation.
    pub(crate) automations: Vec<Vec<f64>>,
    /// Penalties of each SLA.
    pub(crate) penalties: Vec<Vec<f64>>,
    /// Everything.
    pub(crate) all: Vec<f64>,
}

impl Money {
    /// The costs of one replication.
    pub(crate) fn of(scenario: &Scenario, recorder: &Recorder<'_>, inputs: &[f64]) -> Self {
        let months = scenario.timeline.months();
        let none = |things: usize| vec![vec![0.0; months]; things];
        let mut money = Self {
            roles: none(scenario.roles.len()),
            contractors: none(scenario.contractors.len()),
            automations: none(scenario.automations.len()),
            penalties: none(scenario.slas.len()),
            all: vec![0.0; months],
        };
        money.people(scenario, recorder, inputs);
        for (index, it) in scenario.contractors.iter().enumerate() {
            let price = it.price.value(inputs);
            let bought = &recorder.bought.of(index)[1..=months];
            let costs = bought.iter().map(|&items| f64::from(items) * price);
            money.contractors[index] = costs.collect();
        }
        for (index, it) in scenario.automations.iter().enumerate() {
            let timeline = &scenario.timeline;
            let from = it.from.and_then(|date| timeline.day_of(date));
            let first = timeline.slot(SimTime::midnight(from.unwrap_or(0))).max(1);
            for month in first - 1..months {
                money.automations[index][month] = it.monthly_price.value(inputs);
            }
            if let Some(month) = money.automations[index].get_mut(first - 1) {
                *month += it.price.value(inputs);
            }
        }
        for (index, sla) in scenario.slas.iter().enumerate() {
            let penalty = sla.penalty.value(inputs);
            let decided = &recorder.decided.of(index)[1..=months];
            let breaches = decided.iter().map(|it| f64::from(it.all - it.met));
            money.penalties[index] = breaches.map(|it| it * penalty).collect();
        }
        money.sum();
        money
    }

    fn people(&mut self, scenario: &Scenario, recorder: &Recorder<'_>, inputs: &[f64]) {
        let timeline = &scenario.timeline;
        let pay: Vec<Pay> = scenario.roles.iter().map(|it| Pay::of(it, inputs)).collect();
        // Most of a large team were employed on the same days and cost the same.
        let mut known: HashMap<(usize, Employment), Vec<f64>> = HashMap::new();
        for person in &recorder.people {
            let joined = timeline.date_of(person.from.day());
            let last = timeline.date_of(person.to.day().saturating_sub(1));
            let employment = Employment {
                joined: (person.from > SimTime::ZERO).then_some(joined),
                left: (person.to < timeline.end_time()).then_some(last),
            };
            let role = person.role.index();
            let costs = known
                .entry((role, employment))
                .or_insert_with(|| pay[role].costs(employment, timeline));
            for (month, cost) in costs.iter().enumerate() {
                self.roles[role][month] += cost;
            }
        }
    }

    fn sum(&mut self) {
        let parts = [&self.roles, &self.contractors, &self.automations, &self.penalties];
        for costs in parts.into_iter().flatten() {
            for (month, cost) in costs.iter().enumerate() {
                self.all[month] += cost;
            }
        }
    }
}
