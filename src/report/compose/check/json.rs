//! A check for other programs.

use super::Checked;
use crate::experiment::Caution;
use crate::ids::SlaId;
use crate::plan::load::offered::Bounds;
use crate::report::compose::run_tables;
use crate::report::compose::scenario_cautions::of_scenario;
use crate::scenario::Inputs;
use serde_json::{Value, json};

impl Checked<'_> {
    /// For other programs.
    pub(crate) fn json(&self) -> Value {
        let scenario = self.scenario;
        let bounds = |it: Bounds| json!({ "mean": it.mean, "low": it.low, "high": it.high });
        let roles = self.roles.iter().map(|it| {
            let alone = it
                .alone
                .iter()
                .map(|(driver, people)| (scenario.drivers[*driver].key.clone(), json!(people)));
            json!({
                "role": scenario.roles[it.role.index()].key,
                "headcount": it.headcount,
                "availability": it.availability,
                "hours_a_month": it.hours_a_month,
                "offered_load": { "now": bounds(it.now), "end": bounds(it.then) },
                "driver_alone": alone.collect::<serde_json::Map<_, _>>(),
                "load_over_capacity": { "now": it.ratio()[0], "end": it.ratio()[1] },
                "months": it.months,
            })
        });
        let drivers = scenario.drivers.iter().zip(&self.drivers);
        let drivers =
            drivers.map(|(it, [now, end])| json!({ "driver": it.key, "now": now, "end": end }));
        let sla = |it: SlaId| &scenario.slas[it.index()].key;
        let two = self
            .two_limits
            .iter()
            .map(|it| json!({ "sla": sla(it.sla), "working_limit_later": it.working_later }));
        let inputs = Inputs::mean(scenario);
        let short = self.out_of_reach.iter().map(|it| {
            let clock = if it.limit.clock.is_of_working_time() { "working" } else { "calendar" };
            let limit = it.limit.time.value(&inputs) / 3_600.0;
            let [working, calendar] = it.route.hours();
            json!({
                "sla": sla(it.sla),
                "clock": clock,
                "best": it.best,
                "limit_hours": limit,
                "route_working_hours": working,
                "route_calendar_hours": calendar,
            })
        });
        let little = self.not_little.iter().map(|it| {
            json!({
                "claim": it.claim,
                "stream": scenario.streams[it.stream.index()].key,
                "at_least": it.stated.at_least,
                "at_most": it.stated.at_most,
                "items_a_month": it.a_month,
                "route_days": it.route_days,
                "open": it.open,
            })
        });
        let assumed = run_tables::assumed(&scenario.sources);
        let assumed = assumed.map(|it| json!({ "path": it.path, "value": it.value }));
        json!({
            "scenario": scenario.name,
            "policy": self.policy.key,
            "drivers": drivers.collect::<Vec<_>>(),
            "roles": roles.collect::<Vec<_>>(),
            "two_limits": two.collect::<Vec<_>>(),
            "too_short": short.collect::<Vec<_>>(),
            "doubts": self.doubts_json(),
            "against_littles_law": little.collect::<Vec<_>>(),
            "readings": self.readings_json(),
            "assumed": assumed.collect::<Vec<_>>(),
            "extrapolated_calendar": of_scenario(scenario).iter().find_map(|it| match it {
                Caution::CalendarExtrapolated { year } => Some(*year),
                _ => None,
            }),
        })
    }
}
