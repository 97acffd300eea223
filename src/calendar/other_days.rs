//! Other days: a calendar with longer days for a time, with a part of each day only, or with other
//! hours from a date on.

use super::working_time::{Day, Interval, Open, WorkingTime, hints};
use crate::time::{Effort, SimTime, TICKS_PER_DAY};

impl WorkingTime {
    /// The same with days that end later, each by so much as `longer` says; what would go on after
    /// midnight ends there, and a night where the next day begins. What a regular day, week and year
    /// are stays as it was.
    pub(crate) fn lengthened(&self, longer: impl Fn(usize) -> Effort) -> Self {
        self.of_other_days(|index| {
            let mut intervals = self.of(&self.days[index]).to_vec();
            let more = longer(index).ticks();
            if let Some(last) = intervals.last_mut().filter(|_| more > 0) {
                let most = self.latest_closing(index) - SimTime::midnight(index);
                last.end = (last.end + more).min(most.ticks());
            }
            intervals
        })
    }

    /// The same with a share of each day only, from its beginning on.
    pub(crate) fn shortened(&self, share: f64) -> Self {
        let shorter = self.of_other_days(|index| {
            let mut intervals = self.of(&self.days[index]).to_vec();
            let mut left = Effort::from_ticks(intervals.iter().map(|it| it.end - it.start).sum())
                .scaled(share)
                .ticks();
            for interval in &mut intervals {
                interval.end = interval.end.min(interval.start + left);
                left -= interval.end - interval.start;
            }
            intervals.retain(|it| it.start < it.end);
            intervals
        });
        Self {
            regular_day: self.regular_day.scaled(share),
            regular_week: self.regular_week.scaled(share),
            regular_hours: Box::new(self.regular_hours.map(|hours| first_part(hours, share))),
            yearly: self.yearly.scaled(share),
            ..shorter
        }
    }

    /// These hours until a day, and others from then on, which say what a regular day, week and year
    /// are. A night that the new hours would run into ends where they begin.
    pub(crate) fn until(&self, day: usize, other: &Self) -> Self {
        let first = other.opening(day).map(|it| (it - SimTime::midnight(day)).ticks());
        let spliced = self.of_other_days(|index| match index < day {
            false => other.of(&other.days[index]).to_vec(),
            true => {
                let mut intervals = self.of(&self.days[index]).to_vec();
                if let Some(first) = first.filter(|_| index + 1 == day) {
                    for it in &mut intervals {
                        it.end = it.end.min(TICKS_PER_DAY + first);
                    }
                    intervals.retain(|it| it.start < it.end);
                }
                intervals
            }
        });
        Self {
            days: spliced.days,
            intervals: spliced.intervals,
            open: spliced.open,
            hints: spliced.hints,
            shift: spliced.shift,
            total: spliced.total,
            has_nights: self.has_nights || other.has_nights,
            ..other.clone()
        }
    }

    /// The same with the intervals that each day is said to have.
    fn of_other_days(&self, intervals_of: impl Fn(usize) -> Vec<Interval>) -> Self {
        let empty = (Vec::with_capacity(self.days.len()), Vec::new(), Vec::new());
        let (mut days, mut intervals, mut open) = empty;
        let mut total = 0;
        for index in 0..self.days.len() {
            let own = intervals_of(index);
            days.push(Day {
                worked: total,
                first: intervals.len() as u32,
                count: own.len() as u32,
            });
            for it in &own {
                let start = index as i64 * TICKS_PER_DAY + it.start;
                open.push(Open { worked: total + it.end - it.start, ahead: start - total });
                total += it.end - it.start;
            }
            intervals.extend(own);
        }
        let (shift, hints) = hints(&open, total);
        Self { days, intervals, open, hints, shift, total, ..self.clone() }
    }
}

/// The first hours of a day that are a share of it.
fn first_part(mut hours: [f64; 48], share: f64) -> [f64; 48] {
    let mut left = share * hours.iter().sum::<f64>();
    for hour in &mut hours {
        *hour = hour.min(left);
        left -= *hour;
    }
    hours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Base, DayHours, Exceptions, Pattern, Timeline};

    #[test]
    fn other_hours_from_a_date_on_begin_with_its_day_and_end_the_night_before() {
        let timeline = Timeline::new(jiff::civil::date(2026, 6, 1), 0, 1, 0);
        let of = |from: u16, to: u16| {
            let hours = DayHours::new(&[(from, to)]).unwrap();
            let pattern = Pattern::monday_to_friday(hours);
            WorkingTime::compile(&timeline, &pattern, &Exceptions::default(), Base::None)
        };
        let (night, early) = (of(1_320, 1_800), of(300, 780));
        // From Wednesday the 3rd: the night of Tuesday ends at five, when the early shift begins.
        let both = night.until(2, &early);
        let hours = |from: usize, to: usize| {
            both.between(SimTime::midnight(from), SimTime::midnight(to)).hours()
        };
        assert_eq!([hours(0, 1), hours(1, 2), hours(2, 3), hours(3, 4)], [2.0, 8.0, 13.0, 8.0]);
        assert_eq!(both.day_work(1), Effort::from_hours(7.0));
        assert_eq!(both.regular_hours(), early.regular_hours());
        // And back: nothing is lost, and the first night is that of Thursday.
        let back = both.until(3, &night);
        assert_eq!(back.day_work(2), Effort::from_hours(8.0));
        assert_eq!(
            back.day_start(4),
            SimTime::from_ticks(SimTime::midnight(4).ticks() + 21_600_000_000)
        );
    }
}
