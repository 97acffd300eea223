//! Capacity: at which level of what is watched some people have no hour left.
//!
//! Work asked of a role is what comes with the level and what comes anyway (meetings, administration): a straight
//! line in the level. Two levels are simulated in the same replications, and the line says where work
//! and presence are equal.

use super::watch::observe;
use crate::ids::{RoleId, StreamId};
use crate::measure::Recorder;
use crate::plan::decision::Plan;
use crate::plan::search::need::with_staff;
use crate::scenario::{Arrival, Automation, Inputs, Quantity, Scenario, Text, Watch};
use crate::statistics::Interval;
use crate::statistics::Moments;

/// Months from the start over which work and presence are compared.
const MONTHS: usize = 6;
/// The second level, as a part of the first.
const PART: f64 = 0.5;
/// Replications of each level.
const REPLICATIONS: usize = 12;

/// The level at which today's people of a role and those hired before number `number` are fully loaded;
/// the inner `None` where what is watched is not work. `None` when stopped.
pub(crate) fn full_at(
    plan: &Plan<'_>,
    watch: &Watch,
    role: RoleId,
    number: usize,
    replications: &[u64],
) -> Option<Option<Interval>> {
    let base = plan.lab.base();
    let streams = streams_of(base, watch);
    if streams.is_empty() {
        return Some(None);
    }
    let openings = plan.lab.lattice.openings.iter();
    let people = openings.map(|it| if it.role == role { number as u32 - 1 } else { it.most });
    let staffed = with_staff(base, &plan.lab.lattice, &people.collect::<Vec<u32>>());
    let mut less = staffed.clone();
    less.automations.push(scaled(streams, PART));
    let few = &replications[..replications.len().min(REPLICATIONS)];
    let measure = |scenario: &Scenario| {
        let read = |recorder: &Recorder<'_>, inputs: &Inputs| {
            let values = observe(watch, recorder, scenario, inputs);
            let months = MONTHS.min(values.len());
            let hours = |of: &[crate::time::Effort]| {
                of[1..=months].iter().map(|it| it.hours()).sum::<f64>()
            };
            let level = values[..months].iter().sum::<f64>() / months as f64;
            let (asked, there) =
                (recorder.offered.of(role.index()), recorder.available.of(role.index()));
            (level, hours(asked), hours(there))
        };
        plan.lab.run.batch(scenario, few, read)
    };
    let (all, part) = (measure(&staffed)?, measure(&less)?);
    let full = all.iter().zip(&part).map(|((level, asked, there), (_, asked_less, _))| {
        let with_level = (asked - asked_less) / (1.0 - PART);
        level * (there - (asked - with_level)) / with_level
    });
    let full: Moments = full.filter(|it| it.is_finite()).collect();
    Some((full.n() > 1 && full.mean() > 0.0).then(|| Interval::of_mean(&full)))
}

/// The streams that come with what is watched.
fn streams_of(scenario: &Scenario, watch: &Watch) -> Vec<StreamId> {
    let Watch::Driver(driver) = watch else {
        return match watch {
            Watch::Arrivals(streams) => streams.clone(),
            _ => Vec::new(),
        };
    };
    let driven = |arrival: &Arrival| match arrival {
        Arrival::Rate(rate) => rate.driver == Some(*driver),
        Arrival::Recurrence(it) => it.driver.is_some_and(|it| it.0 == *driver),
        Arrival::Spawned => false,
    };
    let streams = scenario.streams.iter().enumerate();
    let driven = streams.filter(|it| driven(&it.1.arrival));
    driven.map(|it| StreamId::new(it.0)).collect()
}

fn scaled(streams: Vec<StreamId>, factor: f64) -> Automation {
    Automation {
        key: "less".into(),
        title: Text::default(),
        streams,
        from: None,
        arrivals: Quantity::Known(factor),
        effort: Quantity::Known(1.0),
        monthly_price: Quantity::Known(0.0),
        price: Quantity::Known(0.0),
    }
}
