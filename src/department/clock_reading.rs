//! The current moment, read on the working clocks of calendars.

use crate::calendar::Cursor;
use crate::ids::CalendarId;
use crate::time::{Effort, Elapsed, SimTime};

/// The current moment, with the working clock of one calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClockReading {
    /// When it is.
    pub(crate) at: SimTime,
    /// The working time until then.
    pub(crate) worked: Effort,
    /// By which calendar.
    pub(crate) calendar: CalendarId,
    /// Until when work goes on by that calendar; not after the moment when nobody works.
    pub(crate) closes: SimTime,
}

/// The working clocks of all calendars.
pub(crate) struct Clocks<'s>(pub(crate) Vec<Cursor<'s>>);

impl Clocks<'_> {
    /// The current moment by a calendar.
    #[inline(always)]
    pub(crate) fn now(&self, at: SimTime, calendar: CalendarId) -> ClockReading {
        let (worked, closes) = self.0[calendar.index()].reading(at);
        ClockReading { at, worked, calendar, closes }
    }

    /// The working clock of a calendar now.
    #[inline(always)]
    pub(crate) fn worked(&self, now: ClockReading, calendar: CalendarId) -> Effort {
        if now.calendar == calendar {
            now.worked
        } else {
            self.0[calendar.index()].worked_until(now.at)
        }
    }

    /// The working clock of a calendar now, and when work that begins now is done by it.
    #[inline(always)]
    pub(crate) fn span(
        &self,
        now: ClockReading,
        calendar: CalendarId,
        work: Effort,
    ) -> (Effort, SimTime) {
        if now.calendar == calendar {
            return (now.worked, self.done(now, calendar, work));
        }
        let theirs = self.now(now.at, calendar);
        (theirs.worked, self.done(theirs, calendar, work))
    }

    /// When work that begins now is done by a calendar.
    #[inline(always)]
    pub(crate) fn done(&self, now: ClockReading, calendar: CalendarId, work: Effort) -> SimTime {
        let uninterrupted = now.at + Elapsed::from_ticks(work.ticks());
        if now.calendar == calendar && uninterrupted <= now.closes {
            return uninterrupted;
        }
        self.done_later(now, calendar, work)
    }

    #[inline(never)]
    fn done_later(&self, now: ClockReading, calendar: CalendarId, work: Effort) -> SimTime {
        let worked = self.worked(now, calendar) + work;
        self.0[calendar.index()].moment_of(worked).max(now.at)
    }
}
