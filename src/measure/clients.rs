//! Clients: the level of each driver month by month, and what those who left over broken promises would
//! have paid.

use super::recorder::Recorder;
use crate::scenario::{Inputs, Scenario};

/// Drivers without those who left over broken promises.
pub(super) struct Clients {
    /// The level of each driver by month.
    pub(super) levels: Vec<Vec<f64>>,
    /// What those who left would have paid, by month.
    pub(super) revenue_lost: Vec<f64>,
}

impl Clients {
    /// Of the replication that a recorder has watched.
    pub(super) fn of(scenario: &Scenario, recorder: &Recorder<'_>, inputs: &Inputs) -> Self {
        let mut levels = by_month(scenario, inputs);
        let mut revenue_lost = vec![0.0; scenario.timeline.months()];
        for (driver, (facts, levels)) in scenario.drivers.iter().zip(&mut levels).enumerate() {
            let Some(broken) = &facts.broken_promises else { continue };
            let revenue = broken.revenue.value(inputs);
            for (month, level) in levels.iter_mut().enumerate() {
                let left = *level * recorder.clients_left[driver][month + 1];
                revenue_lost[month] += revenue * left;
                *level -= left;
            }
        }
        Self { levels, revenue_lost }
    }
}

/// What clients who left over broken promises would have paid by the horizon; `None` where none is said
/// to pay.
pub(crate) fn revenue_lost(
    scenario: &Scenario,
    recorder: &Recorder<'_>,
    inputs: &Inputs,
) -> Option<f64> {
    let pays = scenario.drivers.iter().any(|it| it.earns());
    pays.then(|| Clients::of(scenario, recorder, inputs).revenue_lost.iter().sum())
}

/// Each driver's mean over the days of each month.
fn by_month(scenario: &Scenario, inputs: &Inputs) -> Vec<Vec<f64>> {
    let timeline = &scenario.timeline;
    let days = timeline.horizon_time().day();
    let drivers = scenario.drivers.iter();
    drivers
        .map(|it| {
            let daily = it.daily(&scenario.drivers, timeline, inputs, days);
            let month = |slot: usize| {
                let (from, to) =
                    (timeline.slot_start(slot).day(), timeline.slot_start(slot + 1).day());
                daily[from..to].iter().sum::<f64>() / (to - from) as f64
            };
            (1..=timeline.months()).map(month).collect()
        })
        .collect()
}
