//! Other months: what the recorder notes of other months than the current one.

use super::Recorder;
use crate::calendar::{Timeline, WorkingTime};
use crate::department::{Judgement, Observer, PlainJudgement, WorkSpan};
use crate::ids::{RoleId, SlaId, StreamId};
use crate::measure::tally::{BySlot, Sum};
use crate::scenario::Attribution;
use crate::time::{Effort, SimTime};

impl<'s> Recorder<'s> {
    /// How an SLA of an item came out that came in this month.
    #[inline(always)]
    pub(super) fn decide(
        &mut self,
        verdict: Option<PlainJudgement>,
        created: SimTime,
        stopped: SimTime,
    ) {
        let Some(verdict) = verdict else {
            return;
        };
        if verdict.due == SimTime::NEVER {
            let month = &mut self.slas[verdict.sla.index()];
            month.decided.met += 1;
            month.decided.all += 1;
        } else {
            let PlainJudgement { sla, due, met } = verdict;
            self.judged_at_length(sla, (created, due, stopped), met);
        }
    }

    #[cold]
    pub(super) fn contacted_in_other_month(
        &mut self,
        stream: StreamId,
        created: SimTime,
        waited: Effort,
    ) {
        let slot = self.timeline.slot(created);
        self.waits.at(stream.index(), slot).add(Sum::of(waited));
        if self.counts_each(slot) {
            self.streams[stream.index()].waited.count(waited);
        }
    }

    #[cold]
    pub(super) fn completed_in_other_month(
        &mut self,
        stream: StreamId,
        created: SimTime,
        sojourn: Effort,
    ) {
        self.streams[stream.index()].completions += 1;
        let slot = self.timeline.slot(created);
        self.sojourns.at(stream.index(), slot).add(Sum::of(sojourn));
        if self.counts_each(slot) {
            self.streams[stream.index()].stayed.count(sojourn);
        }
    }

    #[inline(never)]
    pub(super) fn judged_at_length(
        &mut self,
        sla: SlaId,
        (created, due, stopped): (SimTime, SimTime, SimTime),
        met: bool,
    ) {
        self.judged(PlainJudgement { sla, due, met }.of(created, stopped));
    }

    #[inline(never)]
    pub(super) fn judged_otherwise(&mut self, judgement: Judgement) {
        let sla = judgement.sla.index();
        let horizon = self.months + 1;
        let slot = match self.slas[sla].attribution {
            Attribution::Due => self.month_due(judgement.due),
            Attribution::Created => self.timeline.slot(judgement.created),
            // What is overdue and still open counts in the last month.
            Attribution::Closed => match judgement.stopped {
                Some(stopped) => self.timeline.slot(stopped),
                None if self.timeline.slot(judgement.due) < horizon => horizon - 1,
                None => horizon,
            },
        };
        let decided = self.decided.at(sla, slot);
        decided.met += u32::from(judgement.met);
        decided.all += 1;
        // What gave up before it was due was never overdue.
        if !judgement.met && judgement.stopped.is_none_or(|stopped| stopped > judgement.due) {
            *self.overdue.at(sla, self.month_due(judgement.due)) += 1;
            if let Some(stopped) = judgement.stopped {
                *self.overdue.at(sla, self.timeline.slot(stopped)) -= 1;
            }
        }
    }

    #[cold]
    pub(super) fn worked_over_months(&mut self, role: RoleId, span: WorkSpan) {
        let WorkSpan { from, to, .. } = span;
        let calendar = self.calendar_worked_by(role, span);
        let role = role.index();
        Self::spread(calendar, self.timeline, &mut self.busy, role, from, to);
        // What was worked after closing, in the month in which it ended.
        let after = span.to_worked - span.from_worked - calendar.between(from, to);
        *self.busy.at(role, self.timeline.slot(to)) += after;
    }

    #[cold]
    pub(super) fn chatted_at_length(
        &mut self,
        role: RoleId,
        span: WorkSpan,
        in_hand: usize,
        is_full: bool,
    ) {
        let WorkSpan { from, to, .. } = span;
        let calendar = self.calendar_worked_by(role, span);
        let role = role.index();
        for _ in 0..in_hand {
            Self::spread(calendar, self.timeline, &mut self.in_hand, role, from, to);
        }
        if is_full {
            Self::spread(calendar, self.timeline, &mut self.at_limit, role, from, to);
        }
    }

    /// The calendar by which work was done: of several of a role one that has so many hours.
    fn calendar_worked_by(&self, role: RoleId, span: WorkSpan) -> &'s WorkingTime {
        let worked = span.to_worked - span.from_worked;
        let mut all = self.own_hours[role.index()].iter();
        let own = all.find(|it| it.between(span.from, span.to) == worked);
        own.copied().unwrap_or(self.calendars[role.index()])
    }

    /// The month in which something is due: what is due at midnight, at the end of the day before.
    #[inline]
    pub(super) fn month_due(&self, due: SimTime) -> usize {
        self.timeline.slot(SimTime::from_ticks(due.ticks() - 1))
    }

    /// Adds the working time between two moments to the months it lies in.
    pub(super) fn spread(
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
