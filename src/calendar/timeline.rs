//! Timeline: the civil span of a simulation, and its months.

use crate::time::SimTime;
use jiff::{ToSpan, civil::Date};

/// Days of calendar tables beyond the simulated span: deadlines and holidays may lie there.
const MARGIN_DAYS: usize = 800;

/// The simulated span: a lead-in that is not counted, the counted months, and a run-out.
///
/// Moment zero is midnight of the first day of the lead-in.
/// A month begins on the day of the month on which the scenario starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    start: Date,
    /// First days of the counted months, and after them the first day that is not counted.
    month_starts: Vec<SimTime>,
    end: SimTime,
    /// Slot of every simulated day.
    slot_of_day: Vec<u16>,
    /// Date of every table day.
    dates: Vec<Date>,
}

impl Timeline {
    /// From the first counted day; months before it, from it, and after those.
    ///
    /// Counts of months beyond a few centuries are nothing a scenario may ask for.
    pub(crate) fn new(start: Date, lead_in_months: u32, months: u32, run_out_months: u32) -> Self {
        let month_after = |count: i64| start.saturating_add(count.months());
        let origin = month_after(-i64::from(lead_in_months));
        let day = |date: Date| days_between(origin, date).max(0) as usize;
        let month_days: Vec<usize> =
            (0..=months).map(|month| day(month_after(i64::from(month)))).collect();
        let end = day(month_after(i64::from(months) + i64::from(run_out_months)));
        let horizon = *month_days.last().unwrap_or(&0);

        let mut slot_of_day = Vec::with_capacity(horizon);
        for (slot, &until) in month_days.iter().enumerate() {
            slot_of_day.resize(until, slot as u16);
        }
        let table_days = end + MARGIN_DAYS;
        Self {
            start,
            month_starts: month_days.into_iter().map(SimTime::midnight).collect(),
            end: SimTime::midnight(end),
            slot_of_day,
            dates: origin.series(1.day()).take(table_days).collect(),
        }
    }

    /// The first counted day.
    pub(crate) fn start(&self) -> Date {
        self.start
    }

    /// The first simulated day.
    pub(crate) fn origin(&self) -> Date {
        self.dates[0]
    }

    /// How many months are counted.
    pub fn months(&self) -> usize {
        self.month_starts.len() - 1
    }

    /// The date of a day, counted from the origin.
    pub fn date_of(&self, day: usize) -> Date {
        match self.dates.get(day) {
            Some(&date) => date,
            None => self.origin().saturating_add((day as i64).days()),
        }
    }

    /// The day of a date, counted from the origin; `None` before it.
    pub(crate) fn day_of(&self, date: Date) -> Option<usize> {
        usize::try_from(days_between(self.origin(), date)).ok()
    }

    /// Midnight of the first counted day.
    pub(crate) fn start_time(&self) -> SimTime {
        self.month_starts[0]
    }

    /// The end of the counted months.
    pub(crate) fn horizon_time(&self) -> SimTime {
        self.month_starts[self.months()]
    }

    /// The end of the run-out, and of the simulation.
    pub fn end_time(&self) -> SimTime {
        self.end
    }

    /// How many days calendars are compiled for.
    pub(crate) fn table_days(&self) -> usize {
        self.dates.len()
    }

    /// How many slots results are kept in: the lead-in, the months, and what comes after them.
    pub(crate) fn slots(&self) -> usize {
        self.months() + 2
    }

    /// The slot of a moment: 0 in the lead-in, then the months from 1, then one for all the rest.
    #[inline]
    pub(crate) fn slot(&self, time: SimTime) -> usize {
        match self.slot_of_day.get(time.day()) {
            Some(&slot) => usize::from(slot),
            None => self.months() + 1,
        }
    }

    /// The first moment of a slot.
    pub(crate) fn slot_start(&self, slot: usize) -> SimTime {
        match slot {
            0 => SimTime::ZERO,
            _ => self.month_starts[(slot - 1).min(self.months())],
        }
    }

    /// The first moment after a slot: never, after the last one.
    pub(crate) fn slot_end(&self, slot: usize) -> SimTime {
        if slot <= self.months() { self.slot_start(slot + 1) } else { SimTime::NEVER }
    }

    /// The slots that are simulated, in order, each with its end.
    pub(crate) fn spans(&self) -> impl Iterator<Item = (usize, SimTime)> + '_ {
        let end = move |slot: usize| match slot <= self.months() {
            true => self.slot_start(slot + 1).min(self.end),
            false => self.end,
        };
        (0..self.slots())
            .map(move |slot| (slot, end(slot)))
            .filter(move |&(slot, end)| self.slot_start(slot) < end)
    }

    /// The first day of a counted month (the first is 0).
    pub(crate) fn first_day(&self, month: usize) -> Date {
        self.start.saturating_add((month as i64).months())
    }

    /// The first days of all counted months.
    pub(crate) fn first_days(&self) -> Vec<Date> {
        (0..self.months()).map(|month| self.first_day(month)).collect()
    }

    /// The name of a counted month (the first is 0), such as `2026-02`.
    pub fn label(&self, month: usize) -> String {
        let first = self.first_day(month);
        format!("{:04}-{:02}", first.year(), first.month())
    }
}

/// A month so many months after the one of a date, as its first day.
pub(crate) fn months_later(date: Date, months: i32) -> Date {
    let first = date.first_of_month();
    first.checked_add(months.months()).unwrap_or(first)
}

/// Whole days from one date to another, negative when it lies before.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Elapsed;
    use jiff::civil::date;

    fn timeline() -> Timeline {
        Timeline::new(date(2026, 2, 1), 2, 3, 1)
    }

    #[test]
    fn the_origin_lies_the_lead_in_before_the_start() {
        let timeline = timeline();
        assert_eq!(timeline.origin(), date(2025, 12, 1));
        assert_eq!(timeline.start(), date(2026, 2, 1));
        assert_eq!(timeline.start_time(), SimTime::midnight(62));
        assert_eq!(timeline.horizon_time(), SimTime::midnight(62 + 28 + 31 + 30));
        assert_eq!(timeline.end_time(), SimTime::midnight(62 + 28 + 31 + 30 + 31));
        assert_eq!(timeline.table_days(), 182 + 800);
    }

    #[test]
    fn dates_and_days_are_inverse() {
        let timeline = timeline();
        for day in [0, 1, 61, 62, 500, timeline.table_days(), 5_000] {
            assert_eq!(timeline.day_of(timeline.date_of(day)), Some(day));
        }
        assert_eq!(timeline.day_of(date(2025, 11, 30)), None);
    }

    #[test]
    fn a_moment_belongs_to_the_slot_that_has_begun() {
        let timeline = timeline();
        assert_eq!(timeline.slots(), 5);
        for slot in 0..timeline.slots() {
            let start = timeline.slot_start(slot);
            assert_eq!(timeline.slot(start), slot);
            if slot > 0 {
                let before = SimTime::from_ticks(start.ticks() - 1);
                assert_eq!(timeline.slot(before), slot - 1);
            }
        }
        assert_eq!(timeline.slot(timeline.end_time() + Elapsed::from_days(9_999)), 4);
        assert_eq!(timeline.slot(SimTime::NEVER), 4);
    }

    #[test]
    fn without_a_lead_in_the_first_slot_is_empty() {
        let timeline = Timeline::new(date(2026, 2, 1), 0, 1, 0);
        assert_eq!(timeline.slot(SimTime::ZERO), 1);
        assert_eq!(timeline.slot_start(1), SimTime::ZERO);
    }

    #[test]
    fn months_begin_on_the_start_day_of_the_month() {
        let timeline = Timeline::new(date(2026, 1, 31), 1, 13, 0);
        assert_eq!(timeline.origin(), date(2025, 12, 31));
        assert_eq!(timeline.date_of(timeline.slot_start(2).day()), date(2026, 2, 28));
        assert_eq!(timeline.date_of(timeline.slot_start(3).day()), date(2026, 3, 31));
        assert_eq!(timeline.label(0), "2026-01");
        assert_eq!(timeline.label(12), "2027-01");
    }

    #[test]
    fn months_are_counted_over_the_turn_of_the_year() {
        assert_eq!(months_later(date(2026, 1, 31), 1), date(2026, 2, 1));
        assert_eq!(months_later(date(2026, 11, 5), 14), date(2028, 1, 1));
        assert_eq!(months_later(date(2026, 2, 1), -2), date(2025, 12, 1));
    }
}
