//! Watch: what a manager could look at, month by month, to know that it is time to ask for somebody.

use crate::ids::{RoleId, StreamId};
use crate::measure::Recorder;
use crate::plan::promises::promise::Goal;
use crate::scenario::{Inputs, Scenario, Side, Study, Trigger, Watch};

/// The values of an observable in the counted months of a replication.
pub(crate) fn observe(
    watch: &Watch,
    recorder: &Recorder<'_>,
    scenario: &Scenario,
    inputs: &Inputs,
) -> Vec<f64> {
    let timeline = &scenario.timeline;
    let slots = 1..=timeline.months();
    match watch {
        Watch::Arrivals(streams) => {
            let came = |slot: usize| {
                let streams = streams.iter().map(|it| recorder.arrivals.of(it.index())[slot]);
                f64::from(streams.sum::<u32>())
            };
            slots.map(came).collect()
        }
        Watch::Driver(driver) => {
            let days = timeline.horizon_time().day();
            let driver = &scenario.drivers[driver.index()];
            let daily = driver.daily(&scenario.drivers, timeline, inputs, days);
            slots.map(|slot| daily[timeline.slot_start(slot + 1).day() - 1]).collect()
        }
        Watch::Occupancy(role) => {
            let (busy, there) =
                (recorder.busy.of(role.index()), recorder.available.of(role.index()));
            slots.map(|slot| busy[slot].hours() / there[slot].hours()).collect()
        }
        Watch::Sla(sla) => {
            let decided = recorder.decided.of(sla.index());
            let share = |slot: usize| {
                let last = &decided[slot.saturating_sub(2).max(1)..=slot];
                let sum = |count: fn(&crate::measure::Decided) -> u32| {
                    last.iter().map(count).sum::<u32>()
                };
                f64::from(sum(|it| it.met)) / f64::from(sum(|it| it.all))
            };
            slots.map(share).collect()
        }
        Watch::Backlog(streams) => {
            let open = |stream: &StreamId, slot: usize| {
                let until = |it: &[u32]| it[..=slot].iter().map(|&it| f64::from(it)).sum::<f64>();
                let gone = until(recorder.completions.of(stream.index()))
                    + until(recorder.dropped.of(stream.index()));
                until(recorder.arrivals.of(stream.index())) - gone
            };
            slots.map(|slot| streams.iter().map(|it| open(it, slot)).sum()).collect()
        }
    }
}

/// The month (from 0) at whose end a trigger first fires; `None`: not before the horizon.
pub(crate) fn fires_in(trigger: &Trigger, values: &[f64]) -> Option<usize> {
    let mut months = 0;
    values.iter().position(|&value| {
        let past = match trigger.side {
            Side::Above => value >= trigger.level,
            Side::Below => value < trigger.level,
        };
        months = if past { months + 1 } else { 0 };
        months >= trigger.months.max(1)
    })
}

/// Triggers that a policy adds to the baseline.
pub(crate) fn added_triggers<'s>(study: &'s Study, policy: &'s Scenario) -> &'s [Trigger] {
    let base = study.baseline().scenario.triggers.len();
    &policy.triggers[base.min(policy.triggers.len())..]
}

/// What to watch for a role: what the document's own rules watch, else the work that its goals are about,
/// else its occupancy.
pub(crate) fn watches_for(study: &Study, goals: &[Goal], role: RoleId) -> Vec<Watch> {
    let base = &study.baseline().scenario;
    let rules = base.planning.rules.iter();
    let policies = rules.filter_map(|key| study.policies.iter().find(|it| it.key == *key));
    let triggers = policies.flat_map(|it| added_triggers(study, &it.scenario));
    let mut watches: Vec<Watch> = Vec::new();
    for trigger in triggers.filter(|it| it.role == role) {
        if !watches.contains(&trigger.watch) {
            watches.push(trigger.watch.clone());
        }
    }
    if watches.is_empty() {
        let goals = goals.iter().filter(|it| it.roles.contains(&role));
        let mut streams: Vec<StreamId> = goals.map(|it| base.slas[it.sla.index()].stream).collect();
        streams.dedup();
        watches.push(match streams.is_empty() {
            true => Watch::Occupancy(role),
            false => Watch::Arrivals(streams),
        });
    }
    watches
}

/// The level that a document's rule states for an observable and a role.
pub(crate) fn stated_level(study: &Study, role: RoleId, watch: &Watch) -> Option<f64> {
    let rules = study.baseline().scenario.planning.rules.iter();
    let mut policies = rules.filter_map(|key| study.policies.iter().find(|it| it.key == *key));
    policies.find_map(|policy| {
        let mut triggers = added_triggers(study, &policy.scenario).iter();
        let same = |it: &&Trigger| it.role == role && it.watch == *watch;
        triggers.find(same).map(|it| it.level)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::DriverId;

    #[test]
    fn a_trigger_fires_after_so_many_months_in_a_row() {
        let trigger = |side, months| Trigger {
            role: RoleId(0),
            watch: Watch::Driver(DriverId(0)),
            level: 5.0,
            side,
            months,
            count: 1,
            most: 1,
        };
        let values = [4.0, 5.0, 4.0, 5.0, 6.0, 7.0];
        assert_eq!(fires_in(&trigger(Side::Above, 1), &values), Some(1));
        assert_eq!(fires_in(&trigger(Side::Above, 3), &values), Some(5));
        assert_eq!(fires_in(&trigger(Side::Below, 2), &values), None);
        assert_eq!(fires_in(&trigger(Side::Below, 0), &values), Some(0));
    }
}
