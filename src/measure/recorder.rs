//! Recorder: the observer that counts what happens, by month.
//!
//! Slot 0 is the lead-in, slots 1 to n are the counted months, slot n + 1 is everything after.
//! Levels (a backlog, overdue items) are kept as changes by month and summed when they are read.

use super::histogram;
use crate::calendar::{Timeline, WorkingTime};
use crate::department::{Judgement, Observer, Span};
use crate::ids::{RoleId, StreamId};
use crate::scenario::{Attribution, Scenario};
use crate::time::{Effort, SimTime};

/// Counts of one kind for several things, by slot.
#[derive(Clone, Debug)]
pub struct BySlot<T> {
    slots: usize,
    values: Vec<T>,
}

impl<T: Copy + Default> BySlot<T> {
    fn new(things: usize, slots: usize) -> Self {
        Self {
            slots,
            values: vec![T::default(); things * slots],
        }
    }

    #[inline(always)]
    fn at(&mut self, thing: usize, slot: usize) -> &mut T {
        &mut self.values[thing * self.slots + slot]
    }

    /// The slots of one thing.
    pub fn of(&self, thing: usize) -> &[T] {
        &self.values[thing * self.slots..(thing + 1) * self.slots]
    }

    fn clear(&mut self) {
        self.values.fill(T::default());
    }
}

/// Decided items of an SLA in a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// In time.
    pub met: u32,
    /// All.
    pub all: u32,
}

/// A sum and how many it is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Of working time.
    pub worked: Effort,
    /// How many.
    pub count: u32,
}

/// When a person was employed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Employed {
    /// The role.
    pub role: RoleId,
    /// First moment.
    pub from: SimTime,
    /// Last moment.
    pub to: SimTime,
}

/// The slot that things happen in, until the next one is reached.
#[derive(Clone, Copy, Debug, Default)]
struct Month {
    from: SimTime,
    to: SimTime,
    slot: usize,
}

/// What happened in one replication.
#[derive(Clone, Debug)]
pub struct Recorder<'s> {
    timeline: &'s Timeline,
    month: Month,
    months: usize,
    calendars: Vec<&'s WorkingTime>,
    attribution: Vec<Attribution>,
    /// Items that came, by stream and month of arrival.
    pub arrivals: BySlot<u32>,
    /// Items that were completed, by stream and month of completion.
    pub completions: BySlot<u32>,
    /// Items that were given up, by stream and month.
    pub dropped: BySlot<u32>,
    /// Waits until contact, by stream and month of arrival.
    pub waits: BySlot<Sum>,
    /// Sojourns, by stream and month of arrival.
    pub sojourns: BySlot<Sum>,
    /// Waits of items that came in counted months: a histogram for each stream.
    pub wait_bins: Vec<u32>,
    /// Sojourns likewise.
    pub sojourn_bins: Vec<u32>,
    /// Decided items by SLA and the month that the SLA's attribution says.
    pub decided: BySlot<Decided>,
    /// Items that became overdue less those that ceased to be, by SLA and month.
    pub overdue: BySlot<i32>,
    /// Effort that was asked for, by role and month.
    pub offered: BySlot<Effort>,
    /// Working time in which somebody worked, by role and month.
    pub busy: BySlot<Effort>,
    /// Working time for which somebody was there, by role and month.
    pub available: BySlot<Effort>,
    /// Working time of everybody employed, by role and month.
    pub paid: BySlot<Effort>,
    /// Working time in which nobody was there, by role and month.
    pub uncovered: BySlot<Effort>,
    /// Visits begun, by role and month.
    pub visits: BySlot<u32>,
    /// Items given to contractors, by contractor and month.
    pub bought: BySlot<u32>,
    /// Everybody's employment.
    pub people: Vec<Employed>,
}

impl<'s> Recorder<'s> {
    /// A recorder for a scenario.
    pub fn new(scenario: &'s Scenario) -> Self {
        let slots = scenario.timeline.slots();
        let streams = scenario.streams.len() + 1;
        let (roles, slas) = (scenario.roles.len(), scenario.slas.len());
        let calendar_of = |it: &crate::scenario::Role| &scenario.calendars[it.calendar.index()];
        Self {
            timeline: &scenario.timeline,
            month: Month::default(),
            months: scenario.timeline.months(),
            calendars: scenario.roles.iter().map(calendar_of).collect(),
            attribution: scenario.slas.iter().map(|it| it.attribution).collect(),
            arrivals: BySlot::new(streams, slots),
            completions: BySlot::new(streams, slots),
            dropped: BySlot::new(streams, slots),
            waits: BySlot::new(streams, slots),
            sojourns: BySlot::new(streams, slots),
            wait_bins: vec![0; streams * histogram::BINS],
            sojourn_bins: vec![0; streams * histogram::BINS],
            decided: BySlot::new(slas, slots),
            overdue: BySlot::new(slas, slots),
            offered: BySlot::new(roles, slots),
            busy: BySlot::new(roles, slots),
            available: BySlot::new(roles, slots),
            paid: BySlot::new(roles, slots),
            uncovered: BySlot::new(roles, slots),
            visits: BySlot::new(roles, slots),
            bought: BySlot::new(scenario.contractors.len(), slots),
            people: Vec::new(),
        }
    }

    /// Forgets everything, keeping the memory.
    pub fn reset(&mut self) {
        self.arrivals.clear();
        self.completions.clear();
        self.dropped.clear();
        self.waits.clear();
        self.sojourns.clear();
        self.wait_bins.fill(0);
        self.sojourn_bins.fill(0);
        self.decided.clear();
        self.overdue.clear();
        self.month = Month::default();
        self.offered.clear();
        self.busy.clear();
        self.available.clear();
        self.paid.clear();
        self.uncovered.clear();
        self.visits.clear();
        self.bought.clear();
        self.people.clear();
    }

    /// The slot of a moment that is not in the future: nearly always the same as of the one before.
    #[inline(always)]
    fn slot(&mut self, at: SimTime) -> usize {
        if self.month.from <= at && at < self.month.to {
            self.month.slot
        } else {
            self.other_slot(at)
        }
    }

    #[inline(never)]
    fn other_slot(&mut self, at: SimTime) -> usize {
        let slot = self.timeline.slot(at);
        if at >= self.month.to {
            let (from, to) = (
                self.timeline.slot_start(slot),
                self.timeline.slot_start(slot + 1),
            );
            self.month = Month { from, to, slot };
        }
        slot
    }

    #[inline(always)]
    fn is_counted(&self, slot: usize) -> bool {
        slot.wrapping_sub(1) < self.months
    }

    /// The month in which something is due: what is due at midnight, at the end of the day before.
    #[inline(always)]
    fn month_due(&self, due: SimTime) -> usize {
        self.timeline.slot(SimTime::from_ticks(due.ticks() - 1))
    }

    /// Adds the working time between two moments to the months it lies in.
    fn spread(
        calendar: &WorkingTime,
        timeline: &Timeline,
        times: &mut BySlot<Effort>,
        thing: usize,
        from: SimTime,
        to: SimTime,
    ) {
        let (mut slot, last) = (timeline.slot(from), timeline.slot(to));
        let mut worked = calendar.worked_until(from);
        while slot < last {
            slot += 1;
            let until = calendar.worked_until(timeline.slot_start(slot));
            *times.at(thing, slot - 1) += until - worked;
            worked = until;
        }
        *times.at(thing, last) += calendar.worked_until(to) - worked;
    }
}

impl Observer for Recorder<'_> {
    #[inline(always)]
    fn arrived(&mut self, stream: StreamId, at: SimTime) {
        let slot = self.slot(at);
        *self.arrivals.at(stream.index(), slot) += 1;
    }

    #[inline(always)]
    fn offered(&mut self, role: RoleId, effort: Effort, at: SimTime) {
        *self.offered.at(role.index(), self.timeline.slot(at)) += effort;
    }

    #[inline(always)]
    fn contacted(&mut self, stream: StreamId, created: SimTime, waited: Effort) {
        let slot = self.slot(created);
        let sum = self.waits.at(stream.index(), slot);
        sum.worked += waited;
        sum.count += 1;
        if self.is_counted(slot) {
            let bin = histogram::bin(waited);
            self.wait_bins[stream.index() * histogram::BINS + bin] += 1;
        }
    }

    #[inline(always)]
    fn judged(&mut self, judgement: Judgement) {
        let sla = judgement.sla.index();
        let horizon = self.arrivals.slots - 1;
        let slot = match self.attribution[sla] {
            Attribution::Due => self.month_due(judgement.due),
            Attribution::Created => self.slot(judgement.created),
            // What is overdue and still open counts in the last month.
            Attribution::Closed => match judgement.stopped {
                Some(stopped) => self.slot(stopped),
                None if self.timeline.slot(judgement.due) < horizon => horizon - 1,
                None => horizon,
            },
        };
        let decided = self.decided.at(sla, slot);
        decided.met += u32::from(judgement.met);
        decided.all += 1;
        if !judgement.met {
            *self.overdue.at(sla, self.month_due(judgement.due)) += 1;
            if let Some(stopped) = judgement.stopped {
                let slot = self.slot(stopped);
                *self.overdue.at(sla, slot) -= 1;
            }
        }
    }

    #[inline(always)]
    fn completed(&mut self, stream: StreamId, created: SimTime, at: SimTime, sojourn: Effort) {
        let slot = self.slot(at);
        *self.completions.at(stream.index(), slot) += 1;
        let slot = self.slot(created);
        let sum = self.sojourns.at(stream.index(), slot);
        sum.worked += sojourn;
        sum.count += 1;
        if self.is_counted(slot) {
            let bin = histogram::bin(sojourn);
            self.sojourn_bins[stream.index() * histogram::BINS + bin] += 1;
        }
    }

    fn dropped(&mut self, stream: StreamId, _: SimTime, at: SimTime) {
        *self.dropped.at(stream.index(), self.timeline.slot(at)) += 1;
    }

    #[inline(always)]
    fn worked(&mut self, role: RoleId, _: StreamId, span: Span) {
        let (first, last) = (self.slot(span.from), self.slot(span.to));
        if first == last {
            *self.busy.at(role.index(), first) += span.to_worked - span.from_worked;
        } else {
            let calendar = self.calendars[role.index()];
            let (from, to) = (span.from, span.to);
            Self::spread(
                calendar,
                self.timeline,
                &mut self.busy,
                role.index(),
                from,
                to,
            );
        }
    }

    fn visited(&mut self, role: RoleId, at: SimTime) {
        *self.visits.at(role.index(), self.timeline.slot(at)) += 1;
    }

    fn present(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        let calendar = self.calendars[role.index()];
        Self::spread(
            calendar,
            self.timeline,
            &mut self.available,
            role.index(),
            from,
            to,
        );
    }

    fn employed(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        let calendar = self.calendars[role.index()];
        Self::spread(
            calendar,
            self.timeline,
            &mut self.paid,
            role.index(),
            from,
            to,
        );
        self.people.push(Employed { role, from, to });
    }

    fn joined(&mut self, _: RoleId, _: SimTime) {}

    fn uncovered(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        let calendar = self.calendars[role.index()];
        Self::spread(
            calendar,
            self.timeline,
            &mut self.uncovered,
            role.index(),
            from,
            to,
        );
    }

    fn bought(&mut self, contractor: usize, at: SimTime) {
        *self.bought.at(contractor, self.timeline.slot(at)) += 1;
    }
}
