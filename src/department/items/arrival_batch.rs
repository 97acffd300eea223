//! A source looks ahead: what comes next is drawn in one go, and kept until it has come.

use super::item::Item;
use crate::department::fast_path::Origin;
use crate::department::layout::Layout;
use crate::department::layout::Numbers;
use crate::ids::CalendarId;
use crate::random::{Arrivals, Chance, Intensity};
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};

/// How many arrivals a source draws when it looks ahead, or some more.
const AHEAD: usize = 32;

/// Something that brings items in by itself, one after another.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// What its items have in common.
    pub(crate) model: Item,
    /// The clock of its stream.
    pub(crate) calendar: CalendarId,
    /// The effort step that its items begin with, where they do.
    pub(crate) first_work: Option<u32>,
    /// What comes earlier is not meant for it.
    pub(crate) since: SimTime,
    kind: Kind,
    /// The chance of its items, but for their number.
    items: Chance,
    count: u64,
    /// What comes next, in order; how much of it has come, and how much has been told of.
    ahead: Vec<Coming>,
    come: usize,
    told: usize,
}

/// An item that is going to come. What it needs first is drawn with its arrival, as nothing that
/// happens until then makes a difference.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coming {
    /// When.
    pub(crate) at: SimTime,
    /// The same on the working clock of its stream.
    pub(crate) worked: Effort,
    /// Its chance, after the draw of its first effort.
    pub(crate) chance: Chance,
    /// Its first effort.
    pub(crate) seconds: f64,
}

#[expect(clippy::large_enum_variant, reason = "nearly all sources are of the large kind")]
#[derive(Clone, Debug)]
enum Kind {
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

/// What a source must know to look ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outlook<'a> {
    /// When items come, by stream.
    pub(crate) schedules: &'a [Schedule],
    /// The scenario.
    pub(crate) scenario: &'a Scenario,
    /// Its layout.
    pub(crate) layout: &'a Layout,
    /// Its numbers.
    pub(crate) numbers: &'a Numbers,
}

impl Source {
    /// A source of random arrivals, with memory that may have been used before.
    pub(crate) fn of_rate(arrivals: Arrivals, items: Chance, mut ahead: Vec<Coming>) -> Self {
        ahead.clear();
        Self {
            model: Item::default(),
            calendar: CalendarId(0),
            first_work: None,
            since: SimTime::ZERO,
            kind: Kind::Rate(arrivals),
            items,
            count: 0,
            ahead,
            come: 0,
            told: 0,
        }
    }

    /// A source of what recurs on dates.
    pub(crate) fn of_dates(items: Chance, ahead: Vec<Coming>) -> Self {
        let arrivals = Arrivals::new(items, true);
        Self { kind: Kind::Dates(0), ..Self::of_rate(arrivals, items, ahead) }
    }

    /// Whether its items come at random.
    #[inline(always)]
    pub(crate) fn is_random(&self) -> bool {
        matches!(self.kind, Kind::Rate(_))
    }

    /// Its memory, to use it again.
    pub(crate) fn into_memory(self) -> Vec<Coming> {
        self.ahead
    }

    /// The moment of the next arrival, if it is known yet.
    #[inline(always)]
    pub(crate) fn next(&self) -> Option<SimTime> {
        self.ahead.get(self.come).map(|it| it.at)
    }

    /// Takes what is known to come next, and whether anybody has been told of it.
    #[inline(always)]
    pub(crate) fn take(&mut self) -> (Coming, Origin) {
        let coming = self.ahead[self.come];
        self.come += 1;
        let is_told = self.come <= self.told;
        let origin = if is_told { Origin::Told } else { Origin::New };
        (coming, origin)
    }

    /// Tells of everything that comes before a moment and has not been told of.
    pub(crate) fn tell(
        &mut self,
        until: SimTime,
        outlook: Outlook<'_>,
        mut hear: impl FnMut(Coming),
    ) {
        self.told = self.told.max(self.come);
        loop {
            while let Some(&coming) = self.ahead.get(self.told) {
                if coming.at >= until {
                    return;
                }
                self.told += 1;
                hear(coming);
            }
            if self.look_ahead(outlook) == 0 {
                return;
            }
        }
    }

    /// Draws what comes next, and keeps what has not come yet; returns how many were drawn, none
    /// when nothing is going to come any more.
    #[inline(never)]
    pub(crate) fn look_ahead(&mut self, outlook: Outlook<'_>) -> usize {
        // What has come is cleared away when it is half of all, so that nothing is moved often.
        if 2 * self.come >= self.ahead.len() {
            self.ahead.drain(..self.come);
            self.told = self.told.saturating_sub(self.come);
            self.come = 0;
        }
        let known = self.ahead.len();
        // Nothing of what is seen may be meant for it.
        while self.look_further(outlook) > 0 && self.ahead.len() == known {}
        self.draw_efforts(known, outlook);
        self.ahead.len() - known
    }

    /// Returns how many arrivals were seen.
    #[inline(never)]
    fn look_further(&mut self, outlook: Outlook<'_>) -> usize {
        let calendar = &outlook.scenario.calendars[self.calendar.index()];
        let (items, since) = (self.items, self.since);
        let ahead = &mut self.ahead;
        // Its number is how many there were before those that are known, and how many are known.
        let before = self.count + 1 - ahead.len() as u64;
        let known = ahead.len();
        let mut take = |at: SimTime, worked: Effort| {
            if at >= since {
                let number = before + ahead.len() as u64;
                ahead.push(Coming { at, worked, chance: items.and(number), seconds: 0.0 });
            }
        };
        let seen = match (&mut self.kind, &outlook.schedules[self.model.stream.index()]) {
            (Kind::Rate(arrivals), Schedule::Rate(_, intensity)) => {
                arrivals.next_days(AHEAD, intensity, calendar, take)
            }
            (Kind::Dates(next), Schedule::Dates(dates)) => {
                *next += 1;
                let date = dates.get(*next - 1).copied();
                date.map_or(0, |at| {
                    take(at, calendar.worked_until(at));
                    1
                })
            }
            _ => 0,
        };
        self.count += (self.ahead.len() - known) as u64;
        seen
    }

    /// Draws the first efforts of what was seen after the first so many.
    fn draw_efforts(&mut self, known: usize, outlook: Outlook<'_>) {
        let Some(work) = self.first_work else {
            return;
        };
        let Outlook { scenario, layout, numbers, .. } = outlook;
        let work = &layout.works[work as usize];
        let drawn = &mut self.ahead[known..];
        for part in numbers.samplers_of(work) {
            part.add_to(drawn, |it| (&mut it.chance, &mut it.seconds));
        }
        if work.stream.automated {
            for coming in drawn {
                let stream = self.model.stream;
                coming.seconds *= numbers.automated(scenario, layout, stream, coming.at);
            }
        }
    }
}
