//! History: what happened in one replication, ready to be read measure by measure.

use super::clients::Clients;
use super::judge::{Judge, Spans};
use super::money;
use super::recorder::Recorder;
use super::tally::Decided;
use crate::department::offered::{Needs, OfferedLoad};
use crate::scenario::{Inputs, Promise, Scenario};
use std::ops::{Range, RangeInclusive};

/// What the readers of the measures look at.
pub(super) struct History<'a> {
    pub(super) recorder: &'a Recorder<'a>,
    scenario: &'a Scenario,
    pub(super) months: usize,
    /// By payer and month: see [`money::costs`].
    pub(super) costs: Vec<Vec<f64>>,
    /// The level of each driver by month.
    pub(super) drivers: Vec<Vec<f64>>,
    /// What clients who left over broken promises would have paid, by month.
    pub(super) revenue_lost: Vec<f64>,
    /// Working hours of one person, by role and slot.
    pub(super) person_hours: &'a [Vec<f64>],
    /// Items open at the end of each slot, by stream.
    pub(super) open: Vec<Vec<f64>>,
    /// People needed had nobody ever waited, by month and role.
    pub(super) offered: Vec<Vec<f64>>,
}

impl<'a> History<'a> {
    /// Of the replication that a recorder has watched.
    pub(super) fn of(
        recorder: &'a Recorder<'a>,
        scenario: &'a Scenario,
        inputs: &Inputs,
        load: &OfferedLoad,
        person_hours: &'a [Vec<f64>],
    ) -> Self {
        let clients = Clients::of(scenario, recorder, inputs);
        let mut history = Self {
            recorder,
            scenario,
            months: scenario.timeline.months(),
            costs: money::costs(scenario, recorder, inputs),
            drivers: clients.levels,
            revenue_lost: clients.revenue_lost,
            person_hours,
            open: open_items(recorder, scenario),
            offered: Vec::new(),
        };
        history.offered = history.offered_load(load, inputs);
        history
    }

    fn offered_load(&self, load: &OfferedLoad, inputs: &Inputs) -> Vec<Vec<f64>> {
        let needs = Needs::of(self.scenario, inputs);
        let month = |month: usize| {
            let levels: Vec<f64> = self.drivers.iter().map(|it| it[month]).collect();
            let when = OfferedLoad::month(self.scenario, month);
            let available = |role: usize| self.recorder.available.of(role)[month + 1].hours();
            let present = |role: usize| available(role) / self.person_hours[role][month + 1];
            load.people(self.scenario, &needs, inputs, &levels, &when, &present)
        };
        (0..self.months).map(month).collect()
    }

    /// The hours of everybody employed as if they were full-time.
    pub(super) fn heads(&self, role: usize, slot: usize) -> crate::time::Effort {
        match self.recorder.own_hours[role].is_empty() {
            true => self.recorder.paid.of(role)[slot],
            false => self.recorder.heads.of(role)[slot],
        }
    }

    /// Working hours of a role as its regular days.
    pub(super) fn days(&self, role: usize, hours: f64) -> f64 {
        let calendar = &self.scenario.calendars[self.scenario.roles[role].calendar.index()];
        hours / calendar.regular_day().hours()
    }

    /// Past due and still open at the end of a month, counted for each SLA.
    pub(super) fn overdue(&self, stream: usize, slot: usize) -> f64 {
        let slas = self.scenario.slas.iter().enumerate();
        slas.filter(|(_, sla)| sla.stream.index() == stream)
            .map(|(index, _)| self.recorder.overdue.of(index)[..=slot].iter().sum::<i32>())
            .map(f64::from)
            .sum()
    }

    /// Of the items of a stream that left in some months, those that gave up waiting.
    pub(super) fn abandoned(&self, stream: usize, slots: RangeInclusive<usize>) -> Decided {
        let gave_up: u32 = self.recorder.abandoned.over(stream, slots.clone());
        let done: u32 = self.recorder.completions.over(stream, slots);
        Decided { met: gave_up, all: gave_up + done }
    }

    /// One SLA, or all of them: the position after the last stands for the whole department.
    fn slas(&self, sla: usize) -> Range<usize> {
        let all = self.scenario.slas.len();
        if sla == all { 0..all } else { sla..sla + 1 }
    }

    /// The decided items of each span of months in a row.
    fn spans(&self, sla: usize, length: usize) -> impl Iterator<Item = Decided> + '_ {
        let decided = &self.recorder.decided.of(sla)[1..=self.months];
        decided.windows(length.min(self.months)).map(|span| span.iter().copied().sum())
    }

    fn reached(&self, sla: usize, decided: Decided) -> bool {
        // A count against a share: exact where the share is 1, and free of rounding elsewhere.
        f64::from(decided.met) >= self.scenario.slas[sla].target * f64::from(decided.all) - 1e-9
    }

    /// Of the months with decided items those in which an SLA was met.
    pub(super) fn months_met(&self, sla: usize) -> Decided {
        let months = self.spans(sla, 1).filter(|it| it.all > 0);
        months.map(|it| Decided { met: u32::from(self.reached(sla, it)), all: 1 }).sum()
    }

    /// Whether every span of so many months has met one SLA or all of them.
    pub(super) fn all_spans_met(&self, sla: usize, length: usize) -> Decided {
        let slas = self.slas(sla);
        let mut spans = slas.flat_map(|sla| self.spans(sla, length).map(move |it| (sla, it)));
        Decided { met: u32::from(spans.all(|(sla, it)| self.reached(sla, it))), all: 1 }
    }

    /// Whether one SLA or all of them were met in at least 11 of any 12 months.
    pub(super) fn years_met(&self, sla: usize) -> Decided {
        let judge = Judge::of(Promise::ElevenOfTwelve, self.months);
        let met = |sla: usize| {
            let bad = self.spans(sla, 1).enumerate().filter(|it| !self.reached(sla, it.1));
            judge.breaking(&bad.map(|it| it.0).collect::<Spans>(), 0).is_empty()
        };
        Decided { met: u32::from(self.slas(sla).all(met)), all: 1 }
    }
}

/// Items that are open at the end of each slot, by stream.
fn open_items(recorder: &Recorder<'_>, scenario: &Scenario) -> Vec<Vec<f64>> {
    let by_slot = |stream: usize| {
        let (came, gone) = (recorder.arrivals.of(stream), recorder.completions.of(stream));
        let mut open = 0.0;
        let left = recorder.dropped.of(stream).iter().zip(recorder.abandoned.of(stream));
        let changes = came.iter().zip(gone).zip(left);
        let after = |((&came, &gone), (&dropped, &abandoned))| {
            open += f64::from(came) - f64::from(gone) - f64::from(dropped + abandoned);
            open
        };
        changes.map(after).collect()
    };
    (0..scenario.streams.len()).map(by_slot).collect()
}
