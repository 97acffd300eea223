//! The clocks of SLAs: when an item is due, and whether it was in time.

use super::layout::SlaLayout;
use super::observer::{Judgement, Observer};
use super::{Department, Now};
use crate::scenario::{CREATED, Clock, Compose};
use crate::time::{Effort, Elapsed, SimTime, TICKS_PER_DAY};

impl<O: Observer> Department<'_, O> {
    /// The clock of an SLA stops: the item's mark has come.
    pub(super) fn judge(&mut self, item: u32, sla: SlaLayout, now: Now) {
        let Some(due) = self.due(item, sla) else {
            return; // The mark that starts the clock never came.
        };
        let created = self.items.get(item).created;
        self.watchers.judged(Judgement {
            sla: sla.sla,
            created,
            due,
            stopped: Some(now.at),
            met: now.at <= due,
        });
    }

    /// Items that are still open at the end of the run have missed what fell due before it.
    pub(super) fn judge_open_items(&mut self, end: SimTime) {
        for item in self.items.occupied() {
            let it = self.items.get(item);
            let (stream, created, marked) = (it.stream, it.created, it.marked);
            if created >= end {
                continue; // A reopening that lies ahead.
            }
            for position in 0..self.layout.streams[stream.index()].slas.len() {
                let sla = self.layout.streams[stream.index()].slas[position];
                if marked >> sla.to.index() & 1 == 1 {
                    continue;
                }
                if let Some(due) = self.due(item, sla) {
                    self.watchers.judged(Judgement {
                        sla: sla.sla,
                        created,
                        due,
                        stopped: None,
                        met: false,
                    });
                }
            }
        }
    }

    /// The earliest moment at which any SLA of an item falls due; far away when it has none.
    pub(super) fn earliest_due(&self, item: u32, now: Now) -> SimTime {
        let it = self.items.get(item);
        let slas = self.layout.streams[it.stream.index()].slas.iter();
        let open = slas.filter(|sla| it.marked >> sla.to.index() & 1 == 0);
        let due = open.filter_map(|&sla| self.due(item, sla)).min();
        due.unwrap_or(SimTime::NEVER).max(SimTime::ZERO.min(now.at))
    }

    /// When an item is due by an SLA; `None` while the mark that starts the clock has not come.
    fn due(&self, item: u32, sla: SlaLayout) -> Option<SimTime> {
        let it = self.items.get(item);
        if it.marked >> sla.from.index() & 1 == 0 {
            return None;
        }
        let calendar = self.clock(self.layout.streams[it.stream.index()].calendar);
        let (from, from_worked) = if sla.from == CREATED {
            (it.created, it.created_worked)
        } else {
            let from = self.items.marked_at(item, sla.from);
            (from, calendar.worked_until(from))
        };
        let stood = self.items.stood(item, sla.group);
        let numbers = &self.numbers.slas[sla.sla.index()];
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
