//! Nights: work over midnight belongs to the day on which it begins.
//!
//! Everything that asks a calendar for a day means that: absences, appointments, holidays, dates.

use super::WorkingTime;
use super::pattern::{DAY, DayHours};
use crate::time::{Elapsed, SimTime};

impl WorkingTime {
    /// The working day that a moment belongs to: until a night is over, the day on which it began.
    #[inline]
    pub(crate) fn day_of(&self, time: SimTime) -> usize {
        let day = time.day();
        if self.has_nights && day > 0 && time < self.day_start(day) { day - 1 } else { day }
    }

    /// When a working day begins: at midnight, or when the night of the day before is over.
    pub(crate) fn day_start(&self, day: usize) -> SimTime {
        let midnight = SimTime::midnight(day);
        let before = day.checked_sub(1).filter(|_| self.has_nights);
        before.and_then(|it| self.closing(it)).map_or(midnight, |it| it.max(midnight))
    }

    /// Until when the work of a day may go on: to midnight, and that of a night to the next opening.
    pub(crate) fn latest_closing(&self, day: usize) -> SimTime {
        let midnight = SimTime::midnight(day + 1);
        match self.closing(day).is_some_and(|it| it > midnight) {
            true => self.opening(day + 1).unwrap_or(SimTime::midnight(day + 2)),
            false => midnight,
        }
    }

    /// A time on the clock of a day: in its night that of the morning after.
    pub(crate) fn clock_on(&self, day: usize, clock: Elapsed) -> SimTime {
        let (at, night) = (SimTime::midnight(day) + clock, SimTime::midnight(day + 1) + clock);
        let is_in_night = self.day_of(night) == day && self.is_open(night);
        if is_in_night && !(self.day_of(at) == day && self.is_open(at)) { night } else { at }
    }
}

/// Ends each night where the next day begins, which gets what is left of it: nobody works twice at
/// once. The first day gets all of the night before it that comes after midnight.
pub(super) fn settle_nights(before: DayHours, days: &mut [DayHours]) {
    let mut night = before.split_at(DAY).1;
    for index in 0..days.len() {
        if !night.is_closed() {
            days[index] = DayHours::united([night, days[index].clone()].into_iter());
        }
        let end = match days.get(index + 1).map(DayHours::intervals) {
            Some([]) => 2 * DAY,
            Some([first, ..]) => DAY + first.0,
            None => DAY,
        };
        (days[index], night) = days[index].split_at(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Base, Exceptions, Hours, Pattern, Schedule, Timeline};
    use crate::time::{Effort, TICKS_PER_SECOND};
    use jiff::civil::{DateTime, date};

    fn timeline() -> Timeline {
        Timeline::new(date(2026, 1, 1), 0, 12, 0)
    }

    fn night() -> DayHours {
        DayHours::new(&[(1_320, 1_800)]).unwrap()
    }

    /// 22:00-06:00 from Monday to Friday.
    fn nights(exceptions: &Exceptions, base: Base) -> WorkingTime {
        WorkingTime::compile(&timeline(), &Pattern::monday_to_friday(night()), exceptions, base)
    }

    fn at(text: &str) -> SimTime {
        let moment: DateTime = text.parse().unwrap();
        let origin = timeline().origin().to_datetime(jiff::civil::Time::midnight());
        SimTime::from_ticks(moment.duration_since(origin).as_secs() * TICKS_PER_SECOND)
    }

    fn hours(count: f64) -> Effort {
        Effort::from_hours(count)
    }

    #[test]
    fn a_week_of_five_nights_ends_on_saturday_at_six() {
        let calendar = nights(&Exceptions::default(), Base::None);
        // 2 March 2026 is a Monday. Sunday's night would have ended on it: nobody is there.
        let open = |text: &str| calendar.is_open(at(text));
        assert!(!open("2026-03-02T02:00") && open("2026-03-02T22:00") && open("2026-03-03T05:59"));
        assert!(!open("2026-03-03T06:00") && open("2026-03-07T02:00") && !open("2026-03-07T22:30"));
        assert_eq!(calendar.between(at("2026-03-02T00:00"), at("2026-03-09T00:00")), hours(40.0));
        assert_eq!(calendar.regular_week(), hours(40.0));
        assert_eq!(calendar.regular_day(), hours(8.0));
        // Four hours from Friday 04:00: two until six, two from ten in the evening.
        assert_eq!(calendar.finish(at("2026-03-06T04:00"), hours(4.0)), at("2026-03-07T00:00"));
        // A whole night from Thursday, and from the middle of the last one over the weekend.
        assert_eq!(calendar.finish(at("2026-03-05T22:00"), hours(8.0)), at("2026-03-06T06:00"));
        assert_eq!(calendar.finish(at("2026-03-07T04:00"), hours(3.0)), at("2026-03-09T23:00"));
        assert_eq!(calendar.next_open(at("2026-03-07T06:00")), at("2026-03-09T22:00"));
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_begins() {
        let calendar = nights(&Exceptions::default(), Base::None);
        let friday = at("2026-03-06T12:00").day();
        assert_eq!(calendar.day_of(at("2026-03-07T05:59")), friday);
        assert_eq!(calendar.day_of(at("2026-03-07T06:00")), friday + 1);
        assert_eq!(calendar.day_start(friday + 1), at("2026-03-07T06:00"));
        // Sunday is over at midnight: it has no night.
        assert_eq!(calendar.day_start(friday + 3), at("2026-03-09T00:00"));
        assert_eq!(calendar.closing(friday), Some(at("2026-03-07T06:00")));
        assert_eq!(calendar.day_work(friday), hours(8.0));
        assert!(
            !calendar.is_working_day(friday + 1)
                && calendar.days_off_between(friday + 1, friday + 2) == 0
        );
        let by_date = calendar.hours_by_date();
        assert_eq!(
            (by_date[5][5], by_date[5][6], by_date[0][5], by_date[0][22]),
            (1.0, 0.0, 0.0, 1.0)
        );
    }

    #[test]
    fn a_holiday_takes_the_night_that_begins_on_it() {
        // 9 March 2026 is a Monday off in Russia, 30 April is short by an hour.
        let calendar = nights(&Exceptions::default(), Base::Russia);
        let mut exceptions = Exceptions::default();
        exceptions.short_days.insert(date(2026, 4, 28));
        let short = nights(&exceptions, Base::Russia);
        assert!(calendar.is_open(at("2026-03-07T03:00")), "the night of Friday goes on");
        assert!(!calendar.is_open(at("2026-03-10T03:00")), "that of Monday has not begun");
        assert!(calendar.is_open(at("2026-03-10T23:00")));
        assert_eq!(short.finish(at("2026-04-29T04:00"), hours(2.0)), at("2026-04-29T23:00"));
        // A dated night on a Saturday.
        exceptions.working_days.insert(date(2026, 4, 25), Some(night()));
        let more = nights(&exceptions, Base::Russia);
        assert!(more.is_open(at("2026-04-26T05:00")) && !short.is_open(at("2026-04-26T05:00")));
    }

    #[test]
    fn the_first_day_has_the_end_of_the_night_before() {
        // 1 January 2026 is a Thursday: the night of Wednesday ends on it.
        let calendar = nights(&Exceptions::default(), Base::None);
        assert_eq!(calendar.worked_until(at("2026-01-01T12:00")), hours(6.0));
        assert_eq!(calendar.day_work(0), hours(14.0));
    }

    #[test]
    fn a_night_with_a_day_shift_before_and_after_it_is_open_all_the_time() {
        let day = DayHours::new(&[(360, 1_320)]).unwrap();
        let all = |hours: DayHours| {
            Schedule::of(Hours {
                pattern: Pattern::monday_to_friday(hours),
                exceptions: Exceptions::default(),
                base: Base::None,
                break_turns: 1,
                abroad: None,
            })
        };
        let (day, night) = (all(day), all(night()));
        let desk = Schedule::united(&timeline(), &[&day, &night]);
        let week = (at("2026-03-02T00:00"), at("2026-03-09T00:00"));
        assert_eq!(desk.between(week.0, week.1), hours(120.0));
        assert_eq!(desk.finish(at("2026-03-02T06:00"), hours(120.0)), at("2026-03-07T06:00"));
    }

    #[test]
    fn what_a_morning_runs_into_is_counted_once() {
        // Every day 20:00-06:00 and 05:00-07:00: eleven hours, not twelve.
        let early = DayHours::new(&[(300, 420), (1_200, 1_800)]).unwrap();
        let pattern = Pattern::every_day(early);
        let desk = WorkingTime::compile(&timeline(), &pattern, &Exceptions::default(), Base::None);
        assert_eq!(desk.between(at("2026-03-02T12:00"), at("2026-03-03T12:00")), hours(11.0));
        assert_eq!(desk.day_of(at("2026-03-03T05:30")), at("2026-03-03T12:00").day());
    }
}
