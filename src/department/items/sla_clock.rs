//! The clocks of SLAs: when an item is due, and whether it was in time.

use super::item::{Item, Items, StartedClock};
use crate::calendar::Cursor;
use crate::department::layout::SlaLayout;
use crate::department::observer::{Judgement, Observer, PlainJudgement};
use crate::department::{ClockReading, Department};
use crate::ids::{MarkId, SlaId};
use crate::scenario::{Attribution, CREATED, ClockStart, Compose, Inputs, LimitClock, Scenario};
use crate::time::{Effort, SimTime};

/// An SLA with the limits of one replication.
#[derive(Clone, Debug)]
pub(crate) struct SlaClock {
    /// What it has in every replication.
    pub(crate) of: SlaLayout,
    /// The same where it is plain.
    pub(crate) plain: Option<PlainSla>,
    limits: Vec<(LimitClock, Effort)>,
    compose: Compose,
}

/// An SLA with one limit, on the working clock of its stream, from the creation on and without pause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainSla {
    /// The SLA.
    pub(crate) sla: SlaId,
    /// Its limit.
    pub(crate) limit: Effort,
    /// Whether it matters when exactly an item was due that was in time.
    pub(crate) wants_due: bool,
}

impl SlaClock {
    /// The clock of an SLA, with the inputs as drawn.
    pub(crate) fn of(
        of: SlaLayout,
        scenario: &Scenario,
        inputs: &Inputs,
        wants_due: impl Fn(SlaId) -> bool,
    ) -> Self {
        let sla = &scenario.slas[of.sla.index()];
        let limits = sla.limits.iter();
        let limits: Vec<(LimitClock, Effort)> =
            limits.map(|it| (it.clock, Effort::from_seconds(it.time.value(inputs)))).collect();
        let plain = match limits[..] {
            [(LimitClock::Working, limit)]
                if of.from == CREATED && of.group.is_none() && of.of_stream =>
            {
                Some(PlainSla { sla: of.sla, limit, wants_due: wants_due(of.sla) })
            }
            _ => None,
        };
        Self { of, plain, limits, compose: sla.compose }
    }

    /// When an item is due; `None` while its clock does not run.
    #[inline(always)]
    fn due(&self, id: u32, item: &Item, items: &Items, calendar: &Cursor<'_>) -> Option<SimTime> {
        if self.plain.is_some() {
            return self.due_when_new(item, calendar);
        }
        let start = match self.of.started {
            None => self.creation(item, calendar),
            Some(clock) => match items.started_clock(id, clock) {
                StartedClock::Running(at) => ClockStart { at, worked: calendar.worked_until(at) },
                StartedClock::Waiting | StartedClock::Done => return None,
            },
        };
        let paused = items.paused(id, self.of.group);
        let start =
            ClockStart { at: start.at + paused.elapsed, worked: start.worked + paused.worked };
        self.end(start, calendar)
    }

    /// When an item is due that has just come; `None` where a mark starts its clock.
    #[inline(always)]
    fn due_when_new(&self, item: &Item, calendar: &Cursor<'_>) -> Option<SimTime> {
        if let Some(plain) = self.plain {
            let created = ClockStart { at: item.created, worked: item.created_worked };
            return Some(LimitClock::Working.due(created, plain.limit, calendar));
        }
        let is_running = self.of.started.is_none();
        is_running.then(|| self.end(self.creation(item, calendar), calendar)).flatten()
    }

    fn creation(&self, item: &Item, calendar: &Cursor<'_>) -> ClockStart {
        let worked = match self.of.of_stream {
            true => item.created_worked,
            false => calendar.worked_until(item.created),
        };
        ClockStart { at: item.created, worked }
    }

    fn end(&self, start: ClockStart, calendar: &Cursor<'_>) -> Option<SimTime> {
        let ends = self.limits.iter().map(|&(clock, limit)| clock.due(start, limit, calendar));
        self.compose.binding(ends)
    }
}

impl SlaClock {
    /// Whether its clock, having run from the creation on, was stopped. One that a mark starts and
    /// that does not run has no due date.
    pub(super) fn is_stopped(&self, item: &Item) -> bool {
        self.of.started.is_none() && item.marked >> self.of.to.index() & 1 == 1
    }
}

impl PlainSla {
    /// Whether an item was in time whose clock stopped at a moment, until which so much was worked.
    #[inline(always)]
    pub(crate) fn judge(
        self,
        item: &Item,
        (stopped, worked): (SimTime, Effort),
        calendar: &Cursor<'_>,
    ) -> PlainJudgement {
        // The working clock alone tells who was in time, unless it stands at the limit exactly.
        if worked < item.created_worked + self.limit && !self.wants_due {
            return PlainJudgement { sla: self.sla, due: SimTime::NEVER, met: true };
        }
        let start = ClockStart { at: item.created, worked: item.created_worked };
        let due = LimitClock::Working.due(start, self.limit, calendar);
        PlainJudgement { sla: self.sla, due, met: stopped <= due }
    }
}

impl<O: Observer> Department<'_, O> {
    /// Items that are still open at the end of the run have missed what fell due before it; where
    /// items count in the month of their creation, they have missed whatever the run-out did not
    /// bring.
    pub(crate) fn judge_open_items(&mut self, end: SimTime) {
        for id in self.items.occupied() {
            let item = *self.items.get(id);
            // Not a reopening that is scheduled after the end.
            if item.created < end {
                self.judge_open_item(id, &item, end);
            }
        }
        self.drain_feeds(end);
    }

    pub(crate) fn judge_open_item(&mut self, id: u32, item: &Item, end: SimTime) {
        for sla in &self.numbers.slas[item.stream.index()] {
            if sla.is_stopped(item) {
                continue;
            }
            let by_creation =
                self.scenario.slas[sla.of.sla.index()].attribution == Attribution::Created;
            let is_missed = |due: &SimTime| *due <= end || by_creation;
            if let Some(due) = self.due(id, item, sla).filter(is_missed) {
                self.observers.judged(Judgement {
                    sla: sla.of.sla,
                    created: item.created,
                    due,
                    stopped: None,
                    met: false,
                });
            }
        }
    }

    /// How many open items have passed the due date of an SLA. Slow: for the end of a month.
    pub(crate) fn overdue_items(&self, wanted: SlaId, now: SimTime) -> u32 {
        let stream = self.scenario.slas[wanted.index()].stream;
        let mut slas = self.numbers.slas[stream.index()].iter();
        let Some(sla) = slas.find(|it| it.of.sla == wanted) else {
            return 0;
        };
        self.items.count(|id, it| {
            let is_open = it.stream == stream && it.created <= now && !sla.is_stopped(it);
            is_open && self.due(id, it, sla).is_some_and(|due| due < now)
        })
    }

    /// The earliest moment at which any SLA of an item falls due; far away when it has none.
    #[inline(never)]
    pub(crate) fn earliest_due(&self, id: u32, item: Item) -> SimTime {
        let slas = self.numbers.slas[item.stream.index()].iter();
        let open = slas.filter(|sla| !sla.is_stopped(&item));
        let due = open.filter_map(|sla| self.due(id, &item, sla)).min();
        due.unwrap_or(SimTime::NEVER)
    }

    /// The same of an item that is going to come.
    #[inline(always)]
    pub(crate) fn earliest_due_when_new(&self, item: &Item) -> SimTime {
        let slas = self.numbers.slas[item.stream.index()].iter();
        let due = slas.filter_map(|sla| sla.due_when_new(item, self.clock(sla.of.calendar)));
        due.min().unwrap_or(SimTime::NEVER)
    }

    /// An item comes by a mark that clocks wait for, perhaps not for the first time.
    #[inline(always)]
    pub(crate) fn judge_mark(
        &mut self,
        id: u32,
        item: &Item,
        mark: MarkId,
        first: bool,
        moment: ClockReading,
    ) {
        let now = moment.at;
        for sla in &self.numbers.slas[item.stream.index()] {
            let stops = sla.of.to == mark && (first || sla.of.started.is_some());
            if stops && let Some(plain) = sla.plain {
                let worked = self.worked(moment, sla.of.calendar);
                let verdict = plain.judge(item, (now, worked), self.clock(sla.of.calendar));
                self.observers.judged(verdict.of(item.created, now));
                continue;
            }
            // Unless the mark that starts the clock never came.
            if stops && let Some(due) = self.due(id, item, sla) {
                self.observers.judged(Judgement {
                    sla: sla.of.sla,
                    created: item.created,
                    due,
                    stopped: Some(now),
                    met: now <= due,
                });
            }
            if let Some(clock) = sla.of.started {
                let group = sla.of.group;
                match self.items.started_clock(id, clock) {
                    StartedClock::Waiting if sla.of.from == mark => {
                        let running = StartedClock::Running(now);
                        self.items.set_started_clock(id, clock, group, running);
                    }
                    StartedClock::Running(_) if stops => {
                        let (again, done) = (StartedClock::Waiting, StartedClock::Done);
                        let stopped = if sla.of.every { again } else { done };
                        self.items.set_started_clock(id, clock, group, stopped);
                    }
                    _ => {}
                }
            }
        }
    }

    /// As [`SlaClock::due`].
    #[inline(always)]
    pub(crate) fn due(&self, id: u32, item: &Item, sla: &SlaClock) -> Option<SimTime> {
        sla.due(id, item, &self.items, self.clock(sla.of.calendar))
    }
}
