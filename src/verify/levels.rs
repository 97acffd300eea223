//! Levels: how many wait and how many are there on average, and how long customers stay who come back.
//!
//! Read from the moments at which items come, are worked on and are done, and never from the waits and
//! sojourns that are reported: a wait that is reported wrong leaves the queue right, and the two disagree.

use super::census::Census;
use super::row::Found;
use super::sample::{Bench, column};
use crate::department::{Observer, WorkSpan};
use crate::ids::{RoleId, StreamId};
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};
use std::collections::BTreeMap;

/// A number that is measured as a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Those who wait.
    Waiting,
    /// Those who wait and those who are served.
    Present,
    /// Hours that customers waited on average, those who gave up included: by Little's law.
    HoursWaited,
    /// Hours from the first visit of a customer to the end of the last, where they come back at once.
    HoursInAll,
}

/// Watches a queue that is open round the clock.
#[derive(Clone, Debug)]
pub(crate) struct Levels {
    census: Census,
    from: SimTime,
    to: SimTime,
    /// Hours that agents worked between the two.
    worked: f64,
    /// Items that came between the two.
    came: u64,
    /// When items came and when they were done.
    visits: Vec<(SimTime, SimTime)>,
}

impl Levels {
    /// The levels of a scenario's counted months.
    pub(crate) fn over(scenario: &Scenario) -> Self {
        Self {
            census: Census::over(scenario, Vec::new()),
            from: scenario.timeline.start_time(),
            to: scenario.timeline.horizon_time(),
            worked: 0.0,
            came: 0,
            visits: Vec::new(),
        }
    }

    /// The levels that are wanted, in a run of their own; those in hours are made units of so many.
    ///
    /// `None` when it was stopped.
    pub(crate) fn measured(
        bench: &Bench<'_>,
        scenario: &Scenario,
        replications: u64,
        (wanted, unit_hours): (&[Level], f64),
    ) -> Option<Vec<(Level, Found)>> {
        if wanted.is_empty() {
            return Some(Vec::new());
        }
        let progress = |done: f64| (bench.progress)((1.0 + done) / 2.0);
        let bench = Bench { progress: &progress, ..*bench };
        let read = |it: &mut Self, _| wanted.iter().map(|&level| it.read(level)).collect();
        let samples = bench.observed(scenario, replications, &Self::over(scenario), read)?;
        let found = wanted.iter().enumerate().map(|(position, &level)| {
            let in_hours = matches!(level, Level::HoursInAll | Level::HoursWaited);
            let unit = if in_hours { unit_hours } else { 1.0 };
            (level, Found::mean(column(&samples, position).map(|it| it / unit)))
        });
        Some(found.collect())
    }

    /// What a level came out as.
    pub(crate) fn read(&mut self, level: Level) -> f64 {
        match level {
            Level::Waiting => {
                self.census.mean_level() - self.worked / (self.to - self.from).hours()
            }
            Level::HoursWaited => {
                let waiting = self.read(Level::Waiting);
                waiting * (self.to - self.from).hours() / self.came as f64
            }
            Level::Present => self.census.mean_level(),
            Level::HoursInAll => self.hours_in_all(),
        }
    }

    /// A visit that begins at the microsecond in which another ended is of the same customer.
    fn hours_in_all(&mut self) -> f64 {
        self.visits.sort_unstable();
        // When a customer's last visit so far ended, and when the first began.
        let mut here: BTreeMap<SimTime, SimTime> = BTreeMap::new();
        let (mut hours, mut customers) = (0.0, 0.0);
        let mut gone = |first: SimTime, last: SimTime| {
            if self.from <= first && first < self.to {
                hours += (last - first).hours();
                customers += 1.0;
            }
        };
        for &(came, done) in &self.visits {
            while let Some(entry) = here.first_entry().filter(|it| *it.key() < came) {
                let (last, first) = entry.remove_entry();
                gone(first, last);
            }
            let first = here.remove(&came).unwrap_or(came);
            here.insert(done, first);
        }
        for (last, first) in here {
            gone(first, last);
        }
        hours / customers
    }
}

impl Observer for Levels {
    fn arrived(&mut self, stream: StreamId, at: SimTime) {
        self.census.arrived(stream, at);
        self.came += u64::from(self.from <= at && at < self.to);
    }
    fn completed(&mut self, stream: StreamId, created: SimTime, at: SimTime, sojourn: Effort) {
        self.census.completed(stream, created, at, sojourn);
        self.visits.push((created, at));
    }
    fn dropped(&mut self, stream: StreamId, created: SimTime, at: SimTime) {
        self.census.dropped(stream, created, at);
    }
    fn worked(&mut self, _: RoleId, _: StreamId, span: WorkSpan) {
        let (from, to) = (span.from.max(self.from), span.to.min(self.to));
        if from < to {
            self.worked += (to - from).hours();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Lang, Template, load_text, template};
    use crate::time::Elapsed;

    /// Items come and are done as said, each served in its last two hours.
    fn watched(items: &[(f64, f64)], said: Effort) -> Levels {
        let text = template(Template::HelpDesk, Lang::Ru);
        let study = load_text("desk", &text, None, &[], None).expect("a valid template");
        let scenario = &study.baseline().scenario;
        let start = scenario.timeline.start_time();
        let mut levels = Levels::over(scenario);
        let at = |hours: f64| start + Elapsed::from_hours(hours);
        for &(came, done) in items {
            let stream = StreamId(0);
            levels.arrived(stream, at(came));
            levels.contacted(stream, at(came), said);
            let span = WorkSpan {
                from: at(done - 2.0),
                to: at(done),
                from_worked: Effort::ZERO,
                to_worked: Effort::ZERO,
            };
            levels.worked(RoleId(0), stream, span);
            levels.completed(stream, at(came), at(done), said);
        }
        levels
    }

    #[test]
    fn levels_do_not_believe_the_waits_and_sojourns_that_are_reported() {
        let items = [(1.0, 3.0), (2.0, 5.0), (4.0, 7.0)];
        let read = |said: Effort| {
            let mut levels = watched(&items, said);
            let hours = (levels.to - levels.from).hours();
            [Level::Waiting, Level::Present].map(|it| levels.read(it) * hours)
        };
        // The second and the third wait for an hour each; all three are there for eight.
        for said in [Effort::ZERO, Effort::from_hours(100.0)] {
            let found = read(said);
            assert!((found[0] - 2.0).abs() < 1e-6, "{found:?}");
            assert!((found[1] - 8.0).abs() < 1e-6, "{found:?}");
        }
    }

    #[test]
    fn a_customer_who_comes_back_at_once_stays_on() {
        // One comes at 1 and back at 3 and at 7; another is there from 2 to 5.
        let items = [(3.0, 7.0), (1.0, 3.0), (2.0, 5.0), (7.0, 9.0)];
        let mut levels = watched(&items, Effort::ZERO);
        assert!((levels.read(Level::HoursInAll) - (8.0 + 3.0) / 2.0).abs() < 1e-9);
    }
}
