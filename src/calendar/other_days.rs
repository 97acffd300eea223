//! Other days: a calendar with longer days for a time, or with a part of each day only.

use super::working_time::{Day, Interval, Open, WorkingTime, hints};
use crate::time::{Effort, SimTime, TICKS_PER_DAY};

impl WorkingTime {
    /// The same with days that end later, each by so much as `longer` says; what would go on after
    /// midnight ends there, and a night where the next day begins. What a regular day, week and year are stays as it was.
    pub(crate) fn lengthened(&self, longer: impl Fn(usize) -> Effort) -> Self {
        let mut all = Self { days: Vec::new(), open: Vec::new(), total: 0, ..self.clone() };
        for (index, day) in self.days.iter().enumerate() {
            let (mut first, more) = (day.first, longer(index).ticks());
            if more > 0 && day.count > 0 {
                first = all.intervals.len() as u32;
                all.intervals
                    .extend_from_within(day.first as usize..(day.first + day.count) as usize);
                if let Some(last) = all.intervals.last_mut() {
                    let most = self.latest_closing(index) - SimTime::midnight(index);
                    last.end = (last.end + more).min(most.ticks());
                }
            }
            let day = Day { worked: all.total, first, count: day.count };
            for interval in &all.intervals[first as usize..(first + day.count) as usize] {
                let start = index as i64 * TICKS_PER_DAY + interval.start;
                let worked = all.total + interval.end - interval.start;
                all.open.push(Open { worked, ahead: start - all.total });
                all.total = worked;
            }
            all.days.push(day);
        }
        (all.shift, all.hints) = hints(&all.open, all.total);
        all
    }

    /// The same with a share of each day only, from its beginning on.
    pub(crate) fn shortened(&self, share: f64) -> Self {
        let mut all = Self {
            days: Vec::new(),
            open: Vec::new(),
            intervals: Vec::new(),
            total: 0,
            regular_day: self.regular_day.scaled(share),
            regular_week: self.regular_week.scaled(share),
            regular_hours: Box::new(self.regular_hours.map(|hours| first_part(hours, share))),
            yearly: self.yearly.scaled(share),
            ..self.clone()
        };
        for (index, day) in self.days.iter().enumerate() {
            let (worked, first) = (all.total, all.intervals.len() as u32);
            let own = self.of(day);
            let mut left = Effort::from_ticks(own.iter().map(|it| it.end - it.start).sum())
                .scaled(share)
                .ticks();
            for interval in own {
                let end = interval.end.min(interval.start + left);
                if interval.start < end {
                    left -= end - interval.start;
                    let start = index as i64 * TICKS_PER_DAY + interval.start;
                    let worked = all.total + end - interval.start;
                    all.intervals.push(Interval { start: interval.start, end });
                    all.open.push(Open { worked, ahead: start - all.total });
                    all.total = worked;
                }
            }
            let count = all.intervals.len() as u32 - first;
            all.days.push(Day { worked, first, count });
        }
        (all.shift, all.hints) = hints(&all.open, all.total);
        all
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
