//! Seen: what the planner keeps of one replication, so that no candidate is simulated twice.

use super::promise::Goal;
use crate::ids::RoleId;
use crate::measure::{Decided, Recorder};
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
    pub(crate) undone: Vec<f32>,
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
fn undone(recorder: &Recorder<'_>, role: RoleId, months: usize) -> f32 {
    let hours =
        |times: &[crate::time::Effort]| times[..=months].iter().map(|it| it.hours()).sum::<f64>();
    let (offered, busy) = (recorder.offered.of(role.index()), recorder.busy.of(role.index()));
    (hours(offered) - hours(busy)).max(0.0) as f32
}
