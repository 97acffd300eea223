//! Cursor: a calendar that is read in the order of time.
//!
//! Remembers the open interval that the last moment lay in, so that what happens within one
//! morning needs two comparisons instead of a look into the tables; and the last gap between two, as
//! people of other hours are asked about all day long.

use super::WorkingTime;
use crate::time::{Effort, Elapsed, SimTime};
use std::cell::Cell;

/// A calendar and the open interval it was last asked about.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'c> {
    calendar: &'c WorkingTime,
    open: Cell<Open>,
    shut: Cell<Shut>,
}

/// An open interval, and the working time until its beginning.
#[derive(Clone, Copy, Debug)]
struct Open {
    from: SimTime,
    to: SimTime,
    worked: Effort,
    worked_at_end: Effort,
}

/// A stretch in which nobody works, and the working time until then.
#[derive(Clone, Copy, Debug, Default)]
struct Shut {
    from: SimTime,
    to: SimTime,
    worked: Effort,
}

impl<'c> Cursor<'c> {
    /// At the beginning of a calendar.
    pub(crate) fn new(calendar: &'c WorkingTime) -> Self {
        let nothing = Open {
            from: SimTime::ZERO,
            to: SimTime::ZERO,
            worked: Effort::ZERO,
            worked_at_end: Effort::ZERO,
        };
        Self { calendar, open: Cell::new(nothing), shut: Cell::default() }
    }

    /// When the n-th working day after a moment's closes (0: that day itself, or the next working
    /// day); never where the tables end before it.
    pub(crate) fn close_after(&self, moment: SimTime, days: usize) -> SimTime {
        let day = self.calendar.day_of(moment);
        let first = if days == 0 { day } else { day + 1 };
        let mut closings = (first..self.calendar.days()).filter_map(|it| self.calendar.closing(it));
        closings.nth(days.saturating_sub(1)).unwrap_or(SimTime::NEVER)
    }

    /// As [`WorkingTime::worked_until`].
    #[inline]
    pub(crate) fn worked_until(&self, time: SimTime) -> Effort {
        let open = self.open.get();
        if open.from <= time && time < open.to {
            return open.worked + Effort::from_ticks((time - open.from).ticks());
        }
        let shut = self.shut.get();
        if shut.from <= time && time < shut.to { shut.worked } else { self.turn_to(time) }
    }

    /// As [`WorkingTime::worked_until`]; and until when it goes on: the end of the open interval,
    /// or long ago.
    #[inline]
    pub(crate) fn reading(&self, time: SimTime) -> (Effort, SimTime) {
        let open = self.open.get();
        if open.from <= time && time < open.to {
            let worked = open.worked + Effort::from_ticks((time - open.from).ticks());
            return (worked, open.to);
        }
        let shut = self.shut.get();
        if shut.from <= time && time < shut.to {
            return (shut.worked, SimTime::ZERO);
        }
        self.other_reading(time)
    }

    /// As [`WorkingTime::moment_of`].
    #[inline]
    pub(crate) fn moment_of(&self, worked: Effort) -> SimTime {
        let open = self.open.get();
        if open.worked < worked && worked <= open.worked_at_end {
            return open.from + Elapsed::from_ticks((worked - open.worked).ticks());
        }
        self.calendar.moment_of(worked)
    }

    /// As [`WorkingTime::is_open`].
    #[inline]
    pub(crate) fn is_open(&self, time: SimTime) -> bool {
        time < self.reading(time).1
    }

    /// From when on work goes on, where it does not go on at a moment.
    #[inline]
    pub(crate) fn shut_until(&self, time: SimTime) -> Option<SimTime> {
        (!self.is_open(time)).then(|| self.shut.get().to)
    }

    #[cold]
    fn other_reading(&self, time: SimTime) -> (Effort, SimTime) {
        let worked = self.turn_to(time);
        let open = self.open.get();
        let is_open = open.from <= time && time < open.to;
        (worked, if is_open { open.to } else { SimTime::ZERO })
    }

    /// Remembers the interval that a moment lies in, or the gap.
    #[cold]
    fn turn_to(&self, time: SimTime) -> Effort {
        let worked = self.calendar.worked_until(time);
        let mut intervals = self.calendar.intervals(self.calendar.day_of(time));
        if let Some((from, to)) = intervals.find(|&(from, to)| from <= time && time < to) {
            let before = Effort::from_ticks((time - from).ticks());
            let length = Effort::from_ticks((to - from).ticks());
            self.open.set(Open {
                from,
                to,
                worked: worked - before,
                worked_at_end: worked - before + length,
            });
        } else {
            self.shut.set(Shut { from: time, to: self.calendar.next_open(time), worked });
        }
        worked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Base, DayHours, Exceptions, Pattern, Timeline};
    use proptest::prelude::*;

    fn office() -> WorkingTime {
        let timeline = Timeline::new(jiff::civil::date(2026, 1, 1), 0, 2, 0);
        let hours = DayHours::new(&[(540, 780), (840, 1080)]).expect("these are hours");
        let pattern = Pattern::monday_to_friday(hours);
        WorkingTime::compile(&timeline, &pattern, &Exceptions::default(), Base::Russia)
    }

    proptest! {
        #[test]
        fn a_cursor_says_what_its_calendar_says(minutes in prop::collection::vec(0..60_000_i64, 1..60)) {
            let calendar = office();
            let cursor = Cursor::new(&calendar);
            for minute in minutes {
                let time = SimTime::from_ticks(minute * 60_000_000);
                let worked = calendar.worked_until(time);
                prop_assert_eq!(cursor.worked_until(time), worked);
                prop_assert_eq!(cursor.is_open(time), calendar.is_open(time));
                let (reading, until) = cursor.reading(time);
                prop_assert_eq!(reading, worked);
                prop_assert_eq!(time < until, calendar.is_open(time));
                prop_assert_eq!(cursor.moment_of(worked), calendar.moment_of(worked));
                let later = worked + Effort::from_hours(1.5);
                prop_assert_eq!(cursor.moment_of(later), calendar.moment_of(later));
            }
        }
    }
}
