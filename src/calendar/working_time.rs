//! Working time: a calendar compiled for speed; moments to working time and back.

use super::night::settle_nights;
use super::pattern::{Base, DayHours, Pattern};
use super::{Timeline, russia};
use crate::time::{Effort, Elapsed, SimTime, TICKS_PER_DAY, TICKS_PER_SECOND};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const TICKS_PER_MINUTE: i64 = 60 * TICKS_PER_SECOND;

/// A calendar over the days of a [`Timeline`].
///
/// A night belongs to the day on which it begins: a *working day* lasts from midnight, or the end of
/// the night before, to the next midnight, or the end of its own night. Where nobody works over
/// midnight it is the day of the date. Everything that asks for the hours of a day means that.
///
/// Working time since the origin is a coordinate of its own: [`worked_until`](Self::worked_until)
/// leads to it, [`moment_of`](Self::moment_of) back, and every other question is made of the two.
/// After the last day of its tables nobody works, and moments are [`SimTime::NEVER`].
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingTime {
    /// Every day, and one after the last that is closed.
    pub(super) days: Vec<Day>,
    /// The intervals of all distinct days, those of one day in a row.
    pub(super) intervals: Vec<Interval>,
    /// All intervals of all days, in order.
    pub(super) open: Vec<Open>,
    /// For each stretch of `1 << shift` ticks of work, the interval in which it begins.
    pub(super) hints: Vec<u32>,
    pub(super) shift: u32,
    pub(super) total: i64,
    /// Whether anybody works over midnight.
    pub(super) has_nights: bool,
    pub(super) first_weekday: usize,
    pub(super) regular_day: Effort,
    pub(super) regular_week: Effort,
    /// Hours that the pattern works in each hour of each weekday, Monday first, and of the day after,
    /// where a night goes on.
    pub(super) regular_hours: Box<[[f64; 48]; 7]>,
    /// Days before each day that the weekly pattern works and that are none.
    pub(super) days_off: Vec<u32>,
    pub(super) yearly: Effort,
    pub(super) extrapolated_from: Option<i16>,
}

/// A day: the work before it, and its intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Day {
    pub(super) worked: i64,
    pub(super) first: u32,
    pub(super) count: u32,
}

/// One interval: the work until its end, and what a moment in it is ahead of the work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Open {
    pub(super) worked: i64,
    pub(super) ahead: i64,
}

/// Ticks since the midnight with which the day begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub(super) start: i64,
    pub(super) end: i64,
}

impl WorkingTime {
    /// Compiles the hours of days, of which the weeks tell what an ordinary one is.
    pub(super) fn of_days(
        timeline: &Timeline,
        weeks: &[&Pattern],
        base: Base,
        mut hours_of: impl FnMut(Date) -> DayHours,
    ) -> Self {
        let mut known: Vec<(DayHours, u32)> = Vec::new();
        let mut days = Vec::with_capacity(timeline.table_days() + 1);
        let (mut intervals, mut open, mut total) = (Vec::new(), Vec::new(), 0);
        let mut by_day: Vec<DayHours> =
            (0..timeline.table_days()).map(|day| hours_of(timeline.date_of(day))).collect();
        let has_nights = by_day.iter().any(|it| it.night_end().is_some());
        if has_nights {
            settle_nights(hours_of(timeline.origin().saturating_sub(1.day())), &mut by_day);
        }
        for (day, hours) in by_day.into_iter().enumerate() {
            let count = hours.intervals().len() as u32;
            let worked = total;
            for &(from, to) in hours.intervals() {
                let start = day as i64 * TICKS_PER_DAY + ticks(from);
                open.push(Open { worked: total + ticks(to) - ticks(from), ahead: start - total });
                total += ticks(to) - ticks(from);
            }
            let first = match known.iter().find(|(other, _)| *other == hours) {
                Some(&(_, first)) => first,
                None => {
                    let first = intervals.len() as u32;
                    intervals.extend(
                        hours
                            .intervals()
                            .iter()
                            .map(|&(from, to)| Interval { start: ticks(from), end: ticks(to) }),
                    );
                    known.push((hours, first));
                    first
                }
            };
            days.push(Day { worked, first, count });
        }
        days.push(Day { worked: total, first: 0, count: 0 });
        let (shift, hints) = hints(&open, total);
        let regular_hours = Box::new(mean_hours(weeks));
        let first_weekday = timeline.origin().weekday().to_monday_zero_offset() as usize;
        let mut off = 0;
        let days_off = (0..days.len()).map(|day| {
            let is_off = |before: usize| {
                let regular: &[f64] = &regular_hours[(first_weekday + before) % 7];
                days[before].count == 0 && regular.iter().any(|&hours| hours > 0.0)
            };
            off += u32::from(day.checked_sub(1).is_some_and(is_off));
            off
        });
        let days_off = days_off.collect();

        let year = timeline.start().year();
        let dates = date(year, 1, 1).series(1.day());
        let minutes: i64 = dates
            .take_while(|day| day.year() == year)
            .map(|day| i64::from(hours_of(day).minutes()))
            .sum();
        let last = timeline.date_of(timeline.end_time().day().saturating_sub(1));
        let mut simulated = timeline.origin().year()..=last.year();
        Self {
            days,
            intervals,
            open,
            hints,
            shift,
            total,
            has_nights,
            first_weekday,
            regular_day: Effort::from_ticks(ticks(weeks[0].usual_day())),
            regular_week: Effort::from_ticks(
                weeks.iter().map(|it| ticks(it.week())).sum::<i64>() / weeks.len() as i64,
            ),
            regular_hours,
            days_off,
            yearly: Effort::from_ticks(minutes * TICKS_PER_MINUTE),
            extrapolated_from: match base {
                Base::None | Base::Country(_) => None,
                Base::Russia => simulated.find(|year| !russia::is_official(*year)),
            },
        }
    }

    /// Working time from the origin to a moment.
    #[inline]
    pub fn worked_until(&self, time: SimTime) -> Effort {
        let index = self.day_of(time);
        let Some(day) = self.days.get(index) else {
            return Effort::from_ticks(self.total);
        };
        let clock = (time - SimTime::midnight(index)).ticks();
        let mut worked = day.worked;
        for interval in self.of(day) {
            worked += clock.clamp(interval.start, interval.end) - interval.start;
        }
        Effort::from_ticks(worked)
    }

    /// The earliest moment by which so much has been worked since the origin.
    ///
    /// Work that lasts exactly to the end of a day is done that evening, not next morning.
    #[inline]
    pub(crate) fn moment_of(&self, worked: Effort) -> SimTime {
        let wanted = worked.ticks();
        if wanted > self.total {
            return SimTime::NEVER;
        }
        if wanted <= 0 {
            return SimTime::ZERO;
        }
        let mut at = self.hints[((wanted - 1) >> self.shift) as usize] as usize;
        loop {
            let Open { worked, ahead } = self.open[at];
            if wanted <= worked {
                return SimTime::from_ticks(wanted + ahead);
            }
            at += 1;
        }
    }

    /// When work that begins (or waits to begin) at `start` is done; `start` itself for no work.
    #[inline]
    pub(crate) fn finish(&self, start: SimTime, effort: Effort) -> SimTime {
        let worked = self.worked_until(start).ticks();
        let done = Effort::from_ticks(worked.saturating_add(effort.ticks()));
        self.moment_of(done).max(start)
    }

    /// Working time between two moments, the earlier first.
    #[inline]
    pub fn between(&self, from: SimTime, to: SimTime) -> Effort {
        self.worked_until(to) - self.worked_until(from)
    }

    /// Whether the same moments are open by another calendar.
    pub(crate) fn hours_are(&self, other: &Self) -> bool {
        self.open == other.open
    }

    /// Whether the moment lies in an interval; its end does not.
    #[inline]
    pub fn is_open(&self, time: SimTime) -> bool {
        let day = self.day_of(time);
        let clock = (time - SimTime::midnight(day)).ticks();
        self.days.get(day).is_some_and(|day| {
            let mut intervals = self.of(day).iter();
            intervals.any(|interval| interval.start <= clock && clock < interval.end)
        })
    }

    /// The moment itself if it is open, else the next opening, be it after a break or in days.
    #[inline]
    pub(crate) fn next_open(&self, time: SimTime) -> SimTime {
        // The next tick of work begins one tick before it is done.
        let done = self.finish(time, Effort::from_ticks(1));
        if done == SimTime::NEVER {
            return SimTime::NEVER;
        }
        SimTime::from_ticks(done.ticks() - 1)
    }

    /// Days that are known, from the origin on.
    pub(crate) fn days(&self) -> usize {
        self.days.len()
    }

    /// When work ends on a day; 24:00 is midnight of the next.
    pub(crate) fn closing(&self, day: usize) -> Option<SimTime> {
        let last = self.of(self.days.get(day)?).last()?;
        Some(at(day, last.end))
    }

    /// When work begins on a day.
    #[inline]
    pub(crate) fn opening(&self, day: usize) -> Option<SimTime> {
        let first = self.of(self.days.get(day)?).first()?;
        Some(at(day, first.start))
    }

    /// Whether there is work on a day.
    #[inline]
    pub fn is_working_day(&self, day: usize) -> bool {
        self.days.get(day).is_some_and(|day| day.count > 0)
    }

    /// The weekday of a day; Monday is 0.
    #[inline]
    pub(crate) fn weekday(&self, day: usize) -> usize {
        (self.first_weekday + day) % 7
    }

    /// The working time of a day.
    #[inline]
    pub(crate) fn day_work(&self, day: usize) -> Effort {
        self.worked_before_day(day + 1) - self.worked_before_day(day)
    }

    /// Hours of work of a day in the hour that begins at a moment.
    pub(crate) fn hours_of(&self, day: usize, from: SimTime) -> f64 {
        let to = from + Elapsed::from_hours(1.0);
        let parts = self.intervals(day).map(|it| {
            let (from, to) = (it.0.max(from), it.1.min(to));
            if from < to { Effort::from_ticks((to - from).ticks()).hours() } else { 0.0 }
        });
        parts.sum()
    }

    /// Working time from the origin to the beginning of a day.
    #[inline]
    pub(crate) fn worked_before_day(&self, day: usize) -> Effort {
        Effort::from_ticks(self.days.get(day).map_or(self.total, |day| day.worked))
    }

    /// The intervals of a day, each from its first moment to its last.
    pub(crate) fn intervals(
        &self,
        day: usize,
    ) -> impl Iterator<Item = (SimTime, SimTime)> + Clone + '_ {
        let intervals = self.days.get(day).map_or(&[][..], |day| self.of(day));
        intervals.iter().map(move |it| (at(day, it.start), at(day, it.end)))
    }

    /// The working time of the usual day of the weekly pattern: what "2d" means on its clock.
    pub(crate) fn regular_day(&self) -> Effort {
        self.regular_day
    }

    /// How many days from one to before another would be worked by the weekly pattern but are not:
    /// public holidays, days off.
    pub(crate) fn days_off_between(&self, from: usize, to: usize) -> usize {
        let before = |day: usize| self.days_off.get(day).or(self.days_off.last());
        let [before_to, before_from] =
            [to, from].map(|day| before(day).map_or(0, |it| *it as usize));
        before_to - before_from
    }

    /// Hours of work in each hour of each weekday without exceptions, Monday first; those of a night
    /// belong to the day on which it begins.
    pub(crate) fn regular_hours(&self) -> [[f64; 24]; 7] {
        self.regular_hours.map(|day| std::array::from_fn(|hour| day[hour] + day[hour + 24]))
    }

    /// The same by the date: what comes after midnight belongs to the weekday that then is.
    pub(crate) fn hours_by_date(&self) -> [[f64; 24]; 7] {
        let before = |day: usize| &self.regular_hours[(day + 6) % 7];
        std::array::from_fn(|day| {
            std::array::from_fn(|hour| self.regular_hours[day][hour] + before(day)[hour + 24])
        })
    }

    /// The working time of a week without exceptions.
    pub(crate) fn regular_week(&self) -> Effort {
        self.regular_week
    }

    /// The working time of the civil year in which the counted months start.
    pub(crate) fn yearly(&self) -> Effort {
        self.yearly
    }

    /// The first simulated year whose public holidays are extrapolated.
    pub(crate) fn extrapolated_from(&self) -> Option<i16> {
        self.extrapolated_from
    }

    #[inline]
    pub(super) fn of(&self, day: &Day) -> &[Interval] {
        &self.intervals[day.first as usize..(day.first + day.count) as usize]
    }
}

/// Hours of work in each hour of the mean week.
fn mean_hours(weeks: &[&Pattern]) -> [[f64; 48]; 7] {
    let mut mean = [[0.0; 48]; 7];
    for week in weeks {
        let hours = week.hours_by_hour();
        let all = mean.as_flattened_mut().iter_mut().zip(hours.as_flattened());
        all.for_each(|(mean, hours)| *mean += hours / weeks.len() as f64);
    }
    mean
}

/// A moment of a day.
#[inline]
fn at(day: usize, clock: i64) -> SimTime {
    SimTime::from_ticks(SimTime::midnight(day).ticks() + clock)
}

fn ticks(minutes: u16) -> i64 {
    i64::from(minutes) * TICKS_PER_MINUTE
}

/// The interval of each stretch of work; stretches no longer than an average interval, so that a
/// search from there takes a step or two.
pub(super) fn hints(open: &[Open], total: i64) -> (u32, Vec<u32>) {
    let average = total / open.len().max(1) as i64;
    let shift = average.max(1).ilog2();
    let mut at = 0;
    let hints = (0..total).step_by(1 << shift).map(|worked| {
        while open[at].worked <= worked {
            at += 1;
        }
        at as u32
    });
    (shift, hints.collect())
}
