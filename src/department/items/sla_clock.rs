//! The clocks of SLAs: when an item is due, and whether it was in time.

use super::item::Item;
use crate::department::Department;
use crate::department::layout::SlaNumbers;
use crate::department::observer::{Judgement, Observer};
use crate::ids::SlaId;
use crate::scenario::{Attribution, CREATED, Clock, Compose};
use crate::time::{Effort, Elapsed, SimTime, TICKS_PER_DAY};

impl<O: Observer> Department<'_, O> {
    /// Items that are still open at the end of the run have missed what fell due before it; where items
    /// count in the month of their creation, they have missed whatever the run-out did not bring.
    pub(crate) fn judge_open_items(&mut self, end: SimTime) {
        for id in self.items.occupied() {
            let item = *self.items.get(id);
            // Unless it is a reopening that lies ahead.
            if item.created < end {
                self.judge_open_item(id, &item, end);
            }
        }
        self.drain_feeds(end);
    }

    pub(crate) fn judge_open_item(&mut self, id: u32, item: &Item, end: SimTime) {
        for sla in &self.numbers.slas[item.stream.index()] {
            if item.marked >> sla.of.to.index() & 1 == 1 {
                continue;
            }
            let by_creation =
                self.scenario.slas[sla.of.sla.index()].attribution == Attribution::Created;
            let is_missed = |due: &SimTime| *due <= end || by_creation;
            if let Some(due) = self.due(id, item, sla).filter(is_missed) {
                self.watchers.judged(Judgement {
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
        let items = self.items.occupied().into_iter();
        items
            .map(|id| (id, self.items.get(id)))
            .filter(|(_, it)| it.stream == stream && it.created <= now)
            .filter(|(_, it)| it.marked >> sla.of.to.index() & 1 == 0)
            .filter(|(id, it)| self.due(*id, it, sla).is_some_and(|due| due < now))
            .count() as u32
    }

    /// The earliest moment at which any SLA of an item falls due; far away when it has none.
    #[inline(never)]
    pub(crate) fn earliest_due(&self, id: u32, item: Item) -> SimTime {
        let slas = self.numbers.slas[item.stream.index()].iter();
        let open = slas.filter(|sla| item.marked >> sla.of.to.index() & 1 == 0);
        let due = open.filter_map(|sla| self.due(id, &item, sla)).min();
        due.unwrap_or(SimTime::NEVER)
    }

    /// When an item is due by an SLA; `None` while the mark that starts the clock has not come.
    #[inline(always)]
    pub(crate) fn due(&self, id: u32, it: &Item, numbers: &SlaNumbers) -> Option<SimTime> {
        let sla = numbers.of;
        if it.marked >> sla.from.index() & 1 == 0 {
            return None;
        }
        let calendar = self.clock(sla.calendar);
        if let (Some(limit), CREATED, None) = (numbers.only, sla.from, sla.group) {
            return Some(calendar.moment_of(it.created_worked + limit));
        }
        let (from, from_worked) = if sla.from == CREATED {
            (it.created, it.created_worked)
        } else {
            let from = self.items.marked_at(id, sla.from);
            (from, calendar.worked_until(from))
        };
        let stood = self.items.stood(id, sla.group);
        let moments = numbers.limits.iter().map(|limit| match limit.clock {
            Clock::Working => {
                calendar.moment_of(from_worked + stood.worked + Effort::from_ticks(limit.ticks))
            }
            Clock::Calendar => from + stood.elapsed + Elapsed::from_ticks(limit.ticks),
            Clock::CalendarDays => {
                let days = limit.ticks / TICKS_PER_DAY;
                SimTime::midnight((from + stood.elapsed).day() + 1 + days as usize)
            }
        });
        match numbers.compose {
            Compose::Earlier => moments.min(),
            Compose::Later => moments.max(),
        }
    }
}
