//! Seen: what the planner keeps of one replication, so that no candidate is simulated twice.

use super::promise::Goal;
use crate::ids::RoleId;
use crate::measure::{Column, Decided, Readings, Recorder};
use crate::measures::Measure;
use crate::scenario::Scenario;

/// What the planner keeps of one replication.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    months: usize,
    /// By goal and month.
    decided: Vec<Decided>,
    /// Items of the goal's stream that came, by goal and month; empty where no goal asks.
    came: Vec<u32>,
    /// Items that each contractor was given in the counted months.
    pub(crate) bought: Vec<u32>,
    /// Hours of work that had been asked for and not been done at the horizon, by role.
    pub(crate) undone: Vec<f64>,
}

impl Seen {
    /// From numbers by goal and month.
    #[cfg(test)]
    pub(crate) fn new(months: usize, decided: Vec<Decided>, came: Vec<u32>) -> Self {
        Self { months, decided, came, ..Self::default() }
    }

    /// What a recorder saw of some goals.
    pub(crate) fn of(recorder: &Recorder<'_>, scenario: &Scenario, goals: &[Goal]) -> Self {
        let months = scenario.timeline.months();
        let decided = |goal: &Goal| &recorder.decided.of(goal.sla.index())[1..=months];
        let stream = |goal: &Goal| scenario.slas[goal.sla.index()].stream.index();
        let staged = goals.iter().any(|it| it.staged.is_some());
        let came = goals.iter().filter(|_| staged);
        let came = came.flat_map(|it| &recorder.arrivals.of(stream(it))[1..=months]);
        let bought = (0..scenario.contractors.len())
            .map(|it| recorder.bought.of(it)[1..=months].iter().sum());
        let undone =
            (0..scenario.roles.len()).map(|role| undone(recorder, RoleId::new(role), months));
        Self {
            months,
            decided: goals.iter().flat_map(decided).copied().collect(),
            came: came.copied().collect(),
            bought: bought.collect(),
            undone: undone.collect(),
        }
    }

    /// What decides whether some goals were kept, from the readings of a replication. What was bought and
    /// left undone is not asked.
    pub(crate) fn of_readings(
        (columns, readings): (&[Column], &Readings),
        scenario: &Scenario,
        goals: &[Goal],
    ) -> Self {
        let months = scenario.timeline.months();
        let by_month = |measure: Measure, scope: &str| {
            let column = columns.iter().position(|it| it.measure == measure && it.scope == scope);
            column.map(|it| it * months..(it + 1) * months)
        };
        let decided = |goal: &Goal| {
            let at = by_month(Measure::SlaMet, &scenario.slas[goal.sla.index()].key)?;
            let of_month = |(share, &all): (&f64, &u32)| {
                // Where nothing was decided there is no share.
                let met = if all == 0 { 0.0 } else { (share * f64::from(all)).round() };
                Decided { met: met as u32, all }
            };
            let shares = readings.monthly[at.clone()].iter();
            Some(shares.zip(&readings.monthly_trials[at]).map(of_month).collect::<Vec<_>>())
        };
        let came = |goal: &Goal| {
            let stream = scenario.slas[goal.sla.index()].stream.index();
            let at = by_month(Measure::Arrivals, &scenario.streams[stream].key)?;
            Some(readings.monthly[at].iter().map(|it| *it as u32).collect::<Vec<_>>())
        };
        let nothing = || vec![Decided::default(); months];
        let nobody = || vec![0; months];
        let staged = goals.iter().filter(|_| goals.iter().any(|it| it.staged.is_some()));
        Self {
            months,
            decided: goals.iter().flat_map(|it| decided(it).unwrap_or_else(nothing)).collect(),
            came: staged.flat_map(|it| came(it).unwrap_or_else(nobody)).collect(),
            ..Self::default()
        }
    }

    /// How many months there are.
    pub(crate) fn months(&self) -> usize {
        self.months
    }

    /// What was decided of a goal, by month.
    pub(crate) fn decided(&self, goal: usize) -> &[Decided] {
        &self.decided[goal * self.months..(goal + 1) * self.months]
    }

    /// Items of a goal's stream that came, by month.
    pub(crate) fn came(&self, goal: usize) -> &[u32] {
        &self.came[goal * self.months..(goal + 1) * self.months]
    }

    /// Breaches of every goal in some months.
    pub(crate) fn breaches(&self, months: std::ops::Range<usize>) -> u32 {
        let goals = self.decided.len() / self.months.max(1);
        let all = (0..goals).flat_map(|goal| &self.decided(goal)[months.clone()]);
        all.map(|it| it.all - it.met).sum()
    }
}

/// Effort that was asked for until the horizon, less what was worked.
fn undone(recorder: &Recorder<'_>, role: RoleId, months: usize) -> f64 {
    let hours =
        |times: &[crate::time::Effort]| times[..=months].iter().map(|it| it.hours()).sum::<f64>();
    let (offered, busy) = (recorder.offered.of(role.index()), recorder.busy.of(role.index()));
    (hours(offered) - hours(busy)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Prepared;
    use crate::plan::promises::promise::goals_of;
    use crate::scenario::load_text;

    const DESK: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 4
[roles.clerk]
headcount = 1
pay = 100000
[streams.ticket]
arrival = { rate = 30, per = "month" }
route = [{ effort = "4h", role = "clerk" }, { mark = "half" }, { effort = "2h", role = "clerk" }]
[streams.ticket.sla.done]
from = "half"
to = "closed"
within = "8h"
target = "80%"
[streams.rare]
arrival = { rate = 0.5, per = "month" }
route = [{ effort = "1h", role = "clerk" }]
[streams.rare.sla.done]
to = "closed"
within = "8h"
target = "80%"
"#;

    #[test]
    fn readings_say_the_same_of_the_goals_as_what_was_recorded() {
        let study = load_text("desk.toml", DESK, None, &[], None).expect("a scenario");
        let scenario = &study.baseline().scenario;
        let goals = goals_of(scenario);
        assert!(goals.iter().any(|it| it.staged.is_some()), "what came is asked, too");
        let prepared = Prepared::new(scenario);
        let mut simulator = prepared.simulator();
        for replication in 0..5 {
            let readings = simulator.replicate(3, replication);
            let seen = Seen::of(simulator.recorder(), scenario, &goals);
            let read = Seen::of_readings((prepared.columns(), &readings), scenario, &goals);
            assert!(seen.decided.iter().any(|it| it.all > 0 && it.met < it.all));
            assert_eq!((read.months, &read.decided), (seen.months, &seen.decided));
            assert_eq!(read.came, seen.came);
        }
    }
}
