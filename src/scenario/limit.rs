//! Limits of an SLA: how long each is, on which clock it runs, and when it ends. No other file knows
//! a rule for when something falls due.

use super::model::Quantity;
use crate::calendar::Cursor;
use crate::time::{Effort, Elapsed, SimTime, TICKS_PER_DAY};

/// The clock that a limit runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LimitClock {
    /// Working time of the SLA's calendar.
    Working,
    /// Calendar time.
    Calendar,
    /// Whole calendar days: a limit of 5 days ends at the end of the fifth day after.
    CalendarDays,
    /// Whole working days: a limit of 1 day ends at the close of the next working day.
    BusinessDays,
}

/// When the clock of an SLA started to run; later by as long as it has been paused since.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClockStart {
    /// By the calendar.
    pub(crate) at: SimTime,
    /// The working time of the SLA's calendar until then.
    pub(crate) worked: Effort,
}

impl LimitClock {
    /// When a limit of so much time ends.
    #[inline(always)]
    pub(crate) fn due(self, start: ClockStart, limit: Effort, calendar: &Cursor<'_>) -> SimTime {
        match self {
            Self::Working => calendar.moment_of(start.worked + limit),
            Self::Calendar => start.at + Elapsed::from_ticks(limit.ticks()),
            Self::CalendarDays => {
                let days = limit.ticks() / TICKS_PER_DAY;
                SimTime::midnight(start.at.day() + 1 + days as usize)
            }
            Self::BusinessDays => {
                calendar.close_after(start.at, (limit.ticks() / TICKS_PER_DAY) as usize)
            }
        }
    }

    /// Its key in `within`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Calendar => "calendar",
            Self::CalendarDays => "calendar_days",
            Self::BusinessDays => "business_days",
        }
    }

    /// Whether a limit on this clock is a number of days, and no length of time.
    pub(crate) fn is_in_days(self) -> bool {
        match self {
            Self::Working | Self::Calendar => false,
            Self::CalendarDays | Self::BusinessDays => true,
        }
    }

    /// Whether it matters on this clock when people work.
    pub(crate) fn is_by_working_days(self) -> bool {
        matches!(self, Self::Working | Self::BusinessDays)
    }

    /// Whether a limit on this clock is a length of working time, not of calendar time.
    pub(crate) fn is_of_working_time(self) -> bool {
        self == Self::Working
    }
}

/// A limit of an SLA, in seconds on a clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Limit {
    pub(crate) clock: LimitClock,
    /// How long, in seconds (`CalendarDays` and `BusinessDays`: days × 86 400).
    pub(crate) time: Quantity,
}

/// How several limits of one SLA compose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compose {
    /// Whichever is earlier binds.
    Earlier,
    /// Whichever is later binds.
    Later,
}

impl Compose {
    /// The moment that binds, of those at which the limits end.
    #[inline(always)]
    pub(crate) fn binding(self, moments: impl Iterator<Item = SimTime>) -> Option<SimTime> {
        match self {
            Self::Earlier => moments.min(),
            Self::Later => moments.max(),
        }
    }
}
