//! Recorder: the observer that counts what happens, by month.
//!
//! Slot 0 is the lead-in, slots 1 to n are the counted months, slot n + 1 is everything after.
//! Levels (a backlog, overdue items) are kept as changes by month and summed when they are read.
//!
//! Nearly everything belongs to the current month: it is counted apart, where it costs next to
//! nothing, and goes into the tables when the month ends.

mod month;
mod other_months;
mod own_hours;

use super::histogram::Histogram;
use super::tally::{BySlot, Decided, Employed, Sum};
use crate::calendar::{Timeline, WorkingTime};
use crate::department::{Finished, Judgement, Observer, Review, Served, WorkSpan};
use crate::ids::{RoleId, SlaId, StreamId};
use crate::scenario::{Attribution, PayOf, Scenario};
use crate::time::{Effort, SimTime};
use month::{CurrentMonth, RoleMonth, SlaMonth, StreamMonth};
use own_hours::own_hours;

/// What happened in one replication.
#[derive(Clone, Debug)]
pub(crate) struct Recorder<'s> {
    scenario: &'s Scenario,
    /// The calendars by which people of a role work, by role; none where all work by the role's and
    /// full-time.
    pub(crate) own_hours: Vec<Vec<&'s WorkingTime>>,
    timeline: &'s Timeline,
    month: CurrentMonth,
    months: usize,
    /// Whether waits and sojourns are counted one by one, as their quantiles need.
    pub(super) quantiles: bool,
    streams: Vec<StreamMonth>,
    roles: Vec<RoleMonth>,
    calendars: Vec<&'s WorkingTime>,
    /// When people of each role work without overtime, where they work any.
    usual_calendars: Vec<Option<&'s WorkingTime>>,
    slas: Vec<SlaMonth>,
    /// Items that came, by stream and month of arrival.
    pub(crate) arrivals: BySlot<u32>,
    /// Items that were completed, by stream and month of completion.
    pub(crate) completions: BySlot<u32>,
    /// Items that were given up, by stream and month.
    pub(crate) dropped: BySlot<u32>,
    /// Items that gave up waiting, by stream and month.
    pub(crate) abandoned: BySlot<u32>,
    /// Waits until contact, by stream and month of arrival.
    pub(crate) waits: BySlot<Sum>,
    /// Sojourns, by stream and month of arrival.
    pub(crate) sojourns: BySlot<Sum>,
    /// Decided items by SLA and the month that the SLA's attribution says.
    pub(crate) decided: BySlot<Decided>,
    /// Items that became overdue less those that ceased to be, by SLA and month.
    pub(crate) overdue: BySlot<i32>,
    /// Effort that was asked for, by role and month.
    pub(crate) offered: BySlot<Effort>,
    /// Working time in which somebody worked, by role and month.
    pub(crate) busy: BySlot<Effort>,
    /// Working time for which somebody was there, by role and month.
    pub(crate) available: BySlot<Effort>,
    /// The same without overtime, where a role works any.
    pub(crate) usual: BySlot<Effort>,
    /// Working time of everybody employed, by role and month.
    pub(crate) paid: BySlot<Effort>,
    /// The same as if everybody were full-time, where somebody has hours of their own.
    pub(crate) heads: BySlot<Effort>,
    /// Working time in which nobody was there, by role and month.
    pub(crate) uncovered: BySlot<Effort>,
    /// Visits begun, by role and month.
    pub(crate) visits: BySlot<u32>,
    /// Calls of people who were on call, by role and month.
    pub(crate) calls: BySlot<u32>,
    /// Working time of chats in hand, each counted for itself, by role and month.
    pub(crate) in_hand: BySlot<Effort>,
    /// Working time in which somebody had as many chats in hand as may be, by role and month.
    pub(crate) at_limit: BySlot<Effort>,
    /// Items given to contractors, by contractor and month.
    pub(crate) bought: BySlot<u32>,
    /// The share of each driver that has left over broken promises, by driver and month.
    pub(crate) clients_left: Vec<Vec<f64>>,
    /// Everybody's employment.
    pub(crate) people: Vec<Employed>,
    /// What hiring rules saw and asked for, in order of time.
    pub(crate) reviews: Vec<Review>,
}

impl<'s> Recorder<'s> {
    /// A recorder for a scenario.
    pub(crate) fn new(scenario: &'s Scenario) -> Self {
        let slots = scenario.timeline.slots();
        let streams = scenario.streams.len() + 1;
        let (roles, slas) = (scenario.roles.len(), scenario.slas.len());
        let calendar_of = |it: &crate::scenario::Role| &scenario.calendars[it.calendar.index()];
        let usual_of = |it: &crate::scenario::Role| {
            it.overtime.map(|it| &scenario.calendars[it.usual.index()])
        };
        Self {
            scenario,
            own_hours: (0..roles).map(|it| own_hours(scenario, RoleId::new(it))).collect(),
            timeline: &scenario.timeline,
            month: CurrentMonth::default(),
            months: scenario.timeline.months(),
            quantiles: true,
            streams: vec![StreamMonth::default(); streams],
            roles: vec![RoleMonth::default(); roles],
            calendars: scenario.roles.iter().map(calendar_of).collect(),
            usual_calendars: scenario.roles.iter().map(usual_of).collect(),
            slas: scenario.slas.iter().map(SlaMonth::of).collect(),
            arrivals: BySlot::new(streams, slots),
            completions: BySlot::new(streams, slots),
            dropped: BySlot::new(streams, slots),
            abandoned: BySlot::new(streams, slots),
            waits: BySlot::new(streams, slots),
            sojourns: BySlot::new(streams, slots),
            decided: BySlot::new(slas, slots),
            overdue: BySlot::new(slas, slots),
            offered: BySlot::new(roles, slots),
            busy: BySlot::new(roles, slots),
            available: BySlot::new(roles, slots),
            usual: BySlot::new(roles, slots),
            paid: BySlot::new(roles, slots),
            heads: BySlot::new(roles, slots),
            uncovered: BySlot::new(roles, slots),
            visits: BySlot::new(roles, slots),
            calls: BySlot::new(roles, slots),
            in_hand: BySlot::new(roles, slots),
            at_limit: BySlot::new(roles, slots),
            bought: BySlot::new(scenario.contractors.len(), slots),
            clients_left: vec![vec![0.0; slots]; scenario.drivers.len()],
            people: Vec::new(),
            reviews: Vec::new(),
        }
    }

    /// Forgets everything, keeping the memory.
    pub(crate) fn reset(&mut self) {
        self.arrivals.clear();
        self.completions.clear();
        self.dropped.clear();
        self.abandoned.clear();
        self.waits.clear();
        self.sojourns.clear();
        self.streams.iter_mut().for_each(StreamMonth::clear);
        self.roles.fill(RoleMonth::default());
        self.decided.clear();
        self.slas.iter_mut().for_each(|it| it.decided = Decided::default());
        self.overdue.clear();
        self.month = CurrentMonth::default();
        self.offered.clear();
        self.busy.clear();
        self.available.clear();
        self.usual.clear();
        self.paid.clear();
        self.heads.clear();
        self.uncovered.clear();
        self.visits.clear();
        self.calls.clear();
        self.in_hand.clear();
        self.at_limit.clear();
        self.bought.clear();
        self.clients_left.iter_mut().for_each(|it| it.fill(0.0));
        self.people.clear();
        self.reviews.clear();
    }

    /// Waits of a stream's items that came in counted months.
    pub(crate) fn waited(&self, stream: usize) -> &Histogram {
        &self.streams[stream].waited
    }

    /// Sojourns of a stream's items that came in counted months.
    pub(crate) fn stayed(&self, stream: usize) -> &Histogram {
        &self.streams[stream].stayed
    }

    /// Whether waits and sojourns of a month's items are counted one by one.
    #[inline(always)]
    fn counts_each(&self, slot: usize) -> bool {
        self.quantiles && slot.wrapping_sub(1) < self.months
    }
}

impl Observer for Recorder<'_> {
    fn month_began(&mut self, slot: usize) {
        self.close_month();
        self.month = CurrentMonth {
            from: self.timeline.slot_start(slot),
            until: self.timeline.slot_end(slot),
            slot,
            counts_each: self.counts_each(slot),
        };
    }

    #[inline(always)]
    fn arrived(&mut self, stream: StreamId, _: SimTime) {
        self.streams[stream.index()].arrivals += 1;
    }

    #[inline(always)]
    fn offered(&mut self, role: RoleId, effort: Effort, _: SimTime) {
        self.roles[role.index()].offered += effort;
    }

    #[inline(always)]
    fn contacted(&mut self, stream: StreamId, created: SimTime, waited: Effort) {
        if created < self.month.from {
            return self.contacted_in_other_month(stream, created, waited);
        }
        let month = &mut self.streams[stream.index()];
        month.waits.add(Sum::of(waited));
        if self.month.counts_each {
            month.waited.count(waited);
        }
    }

    fn wants_due(&self, sla: SlaId) -> bool {
        self.slas[sla.index()].attribution == Attribution::Due
    }

    #[inline(always)]
    fn judged(&mut self, judgement: Judgement) {
        let month = &mut self.slas[judgement.sla.index()];
        let moment = match month.attribution {
            Attribution::Created => judgement.created,
            Attribution::Closed => judgement.stopped.unwrap_or(SimTime::NEVER),
            // What is due at midnight belongs to the day before.
            Attribution::Due => SimTime::from_ticks(judgement.due.ticks() - 1),
        };
        if judgement.met & (self.month.from <= moment) & (moment < self.month.until) {
            month.decided.met += 1;
            month.decided.all += 1;
        } else {
            self.judged_otherwise(judgement);
        }
    }

    #[inline(always)]
    fn completed(&mut self, stream: StreamId, created: SimTime, _: SimTime, sojourn: Effort) {
        if created < self.month.from {
            return self.completed_in_other_month(stream, created, sojourn);
        }
        let month = &mut self.streams[stream.index()];
        month.completions += 1;
        month.sojourns.add(Sum::of(sojourn));
        if self.month.counts_each {
            month.stayed.count(sojourn);
        }
    }

    #[inline(always)]
    fn finished(&mut self, finished: Finished) {
        let Finished { stream, span, .. } = finished;
        if let Some(verdict) = finished.verdict {
            self.judged(verdict.of(finished.created, span.to));
        }
        if finished.created < self.month.from {
            self.worked(finished.role, stream, span);
            return self.completed_in_other_month(stream, finished.created, finished.sojourn);
        }
        self.roles[finished.role.index()].busy += span.to_worked - span.from_worked;
        let month = &mut self.streams[stream.index()];
        month.completions += 1;
        month.sojourns.add(Sum::of(finished.sojourn));
        if self.month.counts_each {
            month.stayed.count(finished.sojourn);
        }
    }

    #[inline(always)]
    fn served(&mut self, served: Served) {
        let Finished { span, sojourn, .. } = served.finished;
        let created = served.finished.created;
        self.decide(served.contact, created, span.from);
        self.decide(served.finished.verdict, created, span.to);
        let role = &mut self.roles[served.finished.role.index()];
        role.offered += served.effort;
        role.busy += span.to_worked - span.from_worked;
        let month = &mut self.streams[served.finished.stream.index()];
        month.arrivals += 1;
        month.completions += 1;
        month.waits.add(Sum::of(served.waited));
        month.sojourns.add(Sum::of(sojourn));
        if self.month.counts_each {
            month.waited.count(served.waited);
            month.stayed.count(sojourn);
        }
    }

    fn dropped(&mut self, stream: StreamId, _: SimTime, at: SimTime) {
        *self.dropped.at(stream.index(), self.timeline.slot(at)) += 1;
    }

    fn abandoned(&mut self, stream: StreamId, _: SimTime, at: SimTime) {
        *self.abandoned.at(stream.index(), self.timeline.slot(at)) += 1;
    }

    #[inline(always)]
    fn worked(&mut self, role: RoleId, _: StreamId, span: WorkSpan) {
        if span.from >= self.month.from {
            self.roles[role.index()].busy += span.to_worked - span.from_worked;
        } else {
            self.worked_over_months(role, span);
        }
    }

    fn visited(&mut self, role: RoleId, at: SimTime) {
        *self.visits.at(role.index(), self.timeline.slot(at)) += 1;
    }

    fn present(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.present_for(PayOf::default(), role, from, to);
    }

    fn present_for(&mut self, pay: PayOf, role: RoleId, from: SimTime, to: SimTime) {
        let own = self.own_calendar(role, pay);
        let calendar = own.unwrap_or(self.calendars[role.index()]);
        Self::spread(calendar, self.timeline, &mut self.available, role.index(), from, to);
        if let Some(usual) = self.usual_calendars[role.index()] {
            // Whoever has hours of their own works no overtime.
            let usual = own.unwrap_or(usual);
            Self::spread(usual, self.timeline, &mut self.usual, role.index(), from, to);
        }
    }

    fn employed(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.employed_for(PayOf::default(), role, from, to);
    }

    fn employed_for(&mut self, pay: PayOf, role: RoleId, from: SimTime, to: SimTime) {
        let calendar = self.calendars[role.index()];
        let own = self.own_calendar(role, pay).unwrap_or(calendar);
        Self::spread(own, self.timeline, &mut self.paid, role.index(), from, to);
        if !self.own_hours[role.index()].is_empty() {
            Self::spread(calendar, self.timeline, &mut self.heads, role.index(), from, to);
        }
        self.people.push(Employed { role, from, to, pay });
    }

    fn reviewed(&mut self, review: Review) {
        self.reviews.push(review);
    }

    fn uncovered(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        let calendar = self.calendars[role.index()];
        Self::spread(calendar, self.timeline, &mut self.uncovered, role.index(), from, to);
    }

    fn called(&mut self, role: RoleId, at: SimTime) {
        *self.calls.at(role.index(), self.timeline.slot(at)) += 1;
    }

    fn chatted(&mut self, role: RoleId, span: WorkSpan, in_hand: usize, is_full: bool) {
        // Of what goes on after closing, by no calendar, only the hours of the desk count.
        if span.from < self.month.from || span.from.ticks() == span.from_worked.ticks() {
            return self.chatted_at_length(role, span, in_hand, is_full);
        }
        let worked = span.to_worked - span.from_worked;
        let month = &mut self.roles[role.index()];
        month.in_hand += Effort::from_ticks(worked.ticks() * in_hand as i64);
        if is_full {
            month.at_limit += worked;
        }
    }

    fn clients_left(&mut self, driver: usize, share: f64, at: SimTime) {
        self.clients_left[driver][self.timeline.slot(at)] = share;
    }

    fn bought(&mut self, contractor: usize, at: SimTime) {
        *self.bought.at(contractor, self.timeline.slot(at)) += 1;
    }

    fn ended(&mut self) {
        self.close_month();
    }
}
