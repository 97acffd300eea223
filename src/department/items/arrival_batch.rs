//! Sources of arrivals. A source draws its next arrivals in batches, because drawing many at once
//! is cheaper, and keeps them until their moments have come.

use super::item::Item;
use crate::calendar::Cursor;
use crate::department::layout::Layout;
use crate::department::layout::Numbers;
use crate::ids::CalendarId;
use crate::random::{Arrivals, Chance, Intensity};
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};

/// How many arrivals a source draws when it looks batch, or some more.
const AHEAD: usize = 32;

/// A source of arrivals, one after another.
#[derive(Clone, Debug)]
pub(crate) struct ArrivalSource {
    /// What its items have in common.
    pub(crate) model: Item,
    /// The calendar on which its items come.
    pub(crate) calendar: CalendarId,
    /// The clock of its stream.
    pub(crate) clock: CalendarId,
    /// The effort step that its items begin with, where they do.
    pub(crate) first_task: Option<u32>,
    /// What comes earlier is not meant for it.
    pub(crate) since: SimTime,
    kind: ArrivalProcess,
    /// The chance of its items, but for their number.
    items: Chance,
    count: u64,
    /// The arrivals drawn last, in order; how many of them have come, and how many of them have
    /// been reported.
    batch: Vec<UpcomingItem>,
    arrived: usize,
    reported: usize,
}

/// An item that is going to come. What it needs first is drawn with its arrival, as nothing that
/// happens until then makes a difference.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpcomingItem {
    /// Its moment.
    pub(crate) at: SimTime,
    /// The same on the working clock of its stream.
    pub(crate) worked: Effort,
    /// Its chance, after the draw of its first effort.
    pub(crate) chance: Chance,
    /// Its first effort.
    pub(crate) seconds: f64,
}

#[derive(Clone, Debug)]
enum ArrivalProcess {
    Rate(Arrivals),
    /// The position of the next date.
    Dates(usize),
}

/// When the items of a stream come.
#[derive(Clone, Debug)]
pub(crate) enum Schedule {
    /// Expected arrivals of each day for a rate of 1 an hour, before drivers and draws; as drawn.
    Rate(Vec<f64>, Intensity),
    /// The moments of a recurrence.
    Dates(Vec<SimTime>),
    /// When others cause them.
    None,
}

/// Where an item was taken from, and whether its arrival has been reported to the observers.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin {
    /// From a source; not reported yet.
    Unreported,
    /// From a source; reported when its month ended.
    Reported,
    /// From a queue, where it has its place in the arena.
    Queue(u32),
}

/// What a source must know to look ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ArrivalContext<'a> {
    /// When items come, by stream.
    pub(crate) schedules: &'a [Schedule],
    /// The scenario.
    pub(crate) scenario: &'a Scenario,
    /// Its layout.
    pub(crate) layout: &'a Layout,
    /// Its numbers.
    pub(crate) numbers: &'a Numbers,
}

impl ArrivalSource {
    /// A source of random arrivals, with memory that may have been used before.
    pub(crate) fn of_rate(arrivals: Arrivals, items: Chance, mut batch: Vec<UpcomingItem>) -> Self {
        batch.clear();
        Self {
            model: Item::default(),
            calendar: CalendarId(0),
            clock: CalendarId(0),
            first_task: None,
            since: SimTime::ZERO,
            kind: ArrivalProcess::Rate(arrivals),
            items,
            count: 0,
            batch,
            arrived: 0,
            reported: 0,
        }
    }

    /// A source of what recurs on dates.
    pub(crate) fn of_dates(items: Chance, batch: Vec<UpcomingItem>) -> Self {
        let arrivals = Arrivals::new(items, true);
        Self { kind: ArrivalProcess::Dates(0), ..Self::of_rate(arrivals, items, batch) }
    }

    /// Whether its items come at random.
    #[inline(always)]
    pub(crate) fn is_random(&self) -> bool {
        matches!(self.kind, ArrivalProcess::Rate(_))
    }

    /// Its memory, to use it again.
    pub(crate) fn into_memory(self) -> Vec<UpcomingItem> {
        self.batch
    }

    /// The moment of the next arrival, if it is known yet.
    #[inline(always)]
    pub(crate) fn next(&self) -> Option<SimTime> {
        self.batch.get(self.arrived).map(|it| it.at)
    }

    /// The item that comes next, if it is known yet.
    #[inline(always)]
    pub(crate) fn next_item(&self) -> Option<Item> {
        self.batch.get(self.arrived).map(|it| it.into_item(self.model, 0))
    }

    /// Takes the next arrival of the batch, and whether it has been reported.
    #[inline(always)]
    pub(crate) fn take(&mut self) -> (UpcomingItem, Origin) {
        let coming = self.batch[self.arrived];
        self.arrived += 1;
        let is_reported = self.arrived <= self.reported;
        let origin = if is_reported { Origin::Reported } else { Origin::Unreported };
        (coming, origin)
    }

    /// Reports every arrival before a moment that has not been reported yet.
    pub(crate) fn report(
        &mut self,
        until: SimTime,
        context: ArrivalContext<'_>,
        mut report_to: impl FnMut(UpcomingItem),
    ) {
        self.reported = self.reported.max(self.arrived);
        loop {
            while let Some(&coming) = self.batch.get(self.reported) {
                if coming.at >= until {
                    return;
                }
                self.reported += 1;
                report_to(coming);
            }
            if self.look_ahead(context) == 0 {
                return;
            }
        }
    }

    /// Draws the next batch behind the arrivals that have not come yet; returns how many were
    /// drawn, none when there are no more.
    #[inline(never)]
    pub(crate) fn look_ahead(&mut self, context: ArrivalContext<'_>) -> usize {
        // Used arrivals are removed only when they are half of all: each is moved once at most.
        if 2 * self.arrived >= self.batch.len() {
            self.batch.drain(..self.arrived);
            self.reported = self.reported.saturating_sub(self.arrived);
            self.arrived = 0;
        }
        let known = self.batch.len();
        // Nothing of what is seen may be meant for it.
        while self.look_further(context) > 0 && self.batch.len() == known {}
        self.draw_efforts(known, context);
        self.batch.len() - known
    }

    /// Returns how many arrivals were seen.
    #[inline(never)]
    fn look_further(&mut self, context: ArrivalContext<'_>) -> usize {
        let calendars = &context.scenario.calendars;
        let calendar = &calendars[self.calendar.index()];
        // Read where it comes by another calendar than it is worked on.
        let clock = &calendars[self.clock.index()];
        let clock = (self.clock != self.calendar).then(|| Cursor::new(clock));
        let (items, since) = (self.items, self.since);
        let batch = &mut self.batch;
        // Its number is how many there were before those that are known, and how many are known.
        let before = self.count + 1 - batch.len() as u64;
        let known = batch.len();
        let mut take = |at: SimTime, worked: Effort| {
            if at >= since {
                let worked = clock.as_ref().map_or(worked, |it| it.worked_until(at));
                let number = before + batch.len() as u64;
                batch.push(UpcomingItem { at, worked, chance: items.and(number), seconds: 0.0 });
            }
        };
        let seen = match (&mut self.kind, &context.schedules[self.model.stream.index()]) {
            (ArrivalProcess::Rate(arrivals), Schedule::Rate(_, intensity)) => {
                arrivals.next_days(AHEAD, intensity, calendar, take)
            }
            (ArrivalProcess::Dates(next), Schedule::Dates(dates)) => {
                *next += 1;
                let date = dates.get(*next - 1).copied();
                date.map_or(0, |at| {
                    take(at, calendar.worked_until(at));
                    1
                })
            }
            _ => 0,
        };
        self.count += (self.batch.len() - known) as u64;
        seen
    }

    /// Draws the first efforts of what was seen after the first so many.
    fn draw_efforts(&mut self, known: usize, context: ArrivalContext<'_>) {
        let Some(task) = self.first_task else {
            return;
        };
        let ArrivalContext { scenario, layout, numbers, .. } = context;
        let task = &layout.tasks[task as usize];
        let drawn = &mut self.batch[known..];
        for part in numbers.samplers_of(task) {
            part.add_to(drawn, |it| (&mut it.chance, &mut it.seconds));
        }
        if task.stream.automated {
            for coming in drawn {
                let stream = self.model.stream;
                coming.seconds *= numbers.automated(scenario, layout, stream, coming.at);
            }
        }
    }
}
