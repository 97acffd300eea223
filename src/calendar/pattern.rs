//! Pattern and Exceptions: a calendar as a person writes it.

use super::Abroad;
use super::holidays::{COUNTRIES, Country};
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Minutes in a day.
pub(super) const DAY: u16 = 24 * 60;

/// The working time of a day: intervals in minutes since midnight, in order, with breaks between.
///
/// A night belongs to the day on which it begins: 22:00-06:00 is from minute 1320 to minute 1800.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct DayHours {
    intervals: Vec<(u16, u16)>,
}

/// What is wrong with the hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HoursError {
    /// An interval ends before or when it begins.
    Backwards(u16, u16),
    /// An interval ends after the day that follows.
    AfterMidnight(u16),
    /// An interval begins before the one before it has ended.
    Overlap(u16),
}

/// Which public holidays a calendar begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Base {
    #[default]
    None,
    /// The Russian production calendars of a week of five days.
    Russia,
    /// Those of another country, by rules.
    Country(&'static Country),
}

/// The words for each base in a scenario file: the first two, then the codes of countries.
pub(crate) static BASES: [(&str, Base); COUNTRIES.len() + 2] = {
    let mut bases = [("ru", Base::Russia); COUNTRIES.len() + 2];
    bases[1] = ("none", Base::None);
    let mut at = 0;
    while at < COUNTRIES.len() {
        bases[at + 2] = (COUNTRIES[at].code, Base::Country(&COUNTRIES[at]));
        at += 1;
    }
    bases
};

/// The hours of each weekday.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pattern {
    days: [DayHours; 7],
}

/// A calendar as written.
#[derive(Clone, Debug)]
pub(crate) struct Hours {
    /// The ordinary week.
    pub(crate) pattern: Pattern,
    /// What is not as it says.
    pub(crate) exceptions: Exceptions,
    /// The public holidays.
    pub(crate) base: Base,
    /// In how many turns people take their breaks.
    pub(crate) break_turns: u16,
    /// The clock of all that, where it is not that of the scenario.
    pub(crate) abroad: Option<Abroad>,
}

/// Days that are not as the pattern and the public holidays say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exceptions {
    /// Nobody works.
    pub(crate) days_off: BTreeSet<Date>,
    /// People work, even on a day off: at these hours, else at those of the pattern
    /// (on a weekday without any, those of its first working weekday).
    pub(crate) working_days: BTreeMap<Date, Option<DayHours>>,
    /// The day ends earlier.
    pub(crate) short_days: BTreeSet<Date>,
    /// By how many minutes of work a short day is shorter, public ones included.
    pub(crate) short_by: u16,
}

impl DayHours {
    /// From intervals in minutes since midnight; 24:00 is 1440, and a night goes on after it.
    pub(crate) fn new(intervals: &[(u16, u16)]) -> Result<Self, HoursError> {
        let mut joined: Vec<(u16, u16)> = Vec::with_capacity(intervals.len());
        for &(from, to) in intervals {
            if to <= from {
                return Err(HoursError::Backwards(from, to));
            }
            if to > 2 * DAY {
                return Err(HoursError::AfterMidnight(to));
            }
            match joined.last_mut() {
                Some(last) if from < last.1 => return Err(HoursError::Overlap(from)),
                Some(last) if from == last.1 => last.1 = to,
                _ => joined.push((from, to)),
            }
        }
        Ok(Self { intervals: joined })
    }

    /// A day without work.
    pub(crate) fn closed() -> Self {
        Self::default()
    }

    /// The hours in which at least one of several is open.
    pub(crate) fn united(days: impl Iterator<Item = Self>) -> Self {
        let mut all: Vec<(u16, u16)> = days.flat_map(|it| it.intervals).collect();
        all.sort_unstable();
        let mut intervals: Vec<(u16, u16)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match intervals.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => intervals.push((from, to)),
            }
        }
        Self { intervals }
    }

    /// All 24 hours.
    #[cfg(test)]
    pub(crate) fn round_the_clock() -> Self {
        Self { intervals: vec![(0, DAY)] }
    }

    /// The intervals, in minutes since midnight, none touching the next.
    pub(crate) fn intervals(&self) -> &[(u16, u16)] {
        &self.intervals
    }

    /// When a night ends, in minutes since the midnight in it.
    pub(crate) fn night_end(&self) -> Option<u16> {
        self.intervals.last()?.1.checked_sub(DAY).filter(|&end| end > 0)
    }

    /// What there is before some minute, and what there is after it, in minutes of the next day.
    pub(super) fn split_at(&self, minute: u16) -> (Self, Self) {
        let before = self.intervals.iter().map(|&(from, to)| (from, to.min(minute)));
        let after = self.intervals.iter().map(|&(from, to)| (from.max(minute), to));
        let is_any = |it: &(u16, u16)| it.0 < it.1;
        let after = after.filter(is_any).map(|(from, to)| (from - DAY, to - DAY));
        (Self { intervals: before.filter(is_any).collect() }, Self { intervals: after.collect() })
    }

    /// The same for whoever takes the breaks in a later turn: each begins when that of the turn before
    /// ends; on a day too short for it, as late as it may.
    pub(super) fn with_later_breaks(&self, turn: u16) -> Self {
        let later = (0..=turn).rev().find_map(|turn| {
            let mut intervals = self.intervals.clone();
            for next in 1..intervals.len() {
                let by = (self.intervals[next].0 - self.intervals[next - 1].1) * turn;
                intervals[next - 1].1 += by;
                intervals[next].0 += by;
            }
            intervals.iter().all(|it| it.0 < it.1).then_some(Self { intervals })
        });
        later.unwrap_or_else(|| self.clone())
    }

    /// In how many turns the breaks can be taken at most.
    pub(crate) fn most_break_turns(&self) -> u16 {
        let fits = |turn: &u16| {
            let later = self.with_later_breaks(*turn);
            self.intervals.len() < 2 || later != self.with_later_breaks(turn - 1)
        };
        1 + (1..DAY).take_while(fits).count() as u16
    }

    /// Minutes of work.
    pub(crate) fn minutes(&self) -> u16 {
        self.intervals.iter().map(|(from, to)| to - from).sum()
    }

    /// Whether nobody works.
    pub(crate) fn is_closed(&self) -> bool {
        self.intervals.is_empty()
    }

    /// The same with so many minutes of work cut from its end.
    pub(crate) fn shortened(&self, mut minutes: u16) -> Self {
        let mut intervals = self.intervals.clone();
        while let Some(last) = intervals.last_mut() {
            if minutes < last.1 - last.0 {
                last.1 -= minutes;
                break;
            }
            minutes -= last.1 - last.0;
            intervals.pop();
        }
        Self { intervals }
    }
}

impl Pattern {
    /// From the hours of each weekday, Monday first.
    pub(crate) fn new(days: [DayHours; 7]) -> Self {
        Self { days }
    }

    /// The same hours from Monday to Friday, and a free weekend.
    pub(crate) fn monday_to_friday(hours: DayHours) -> Self {
        let closed = DayHours::closed;
        Self::new(std::array::from_fn(|day| if day < 5 { hours.clone() } else { closed() }))
    }

    /// The hours in which at least one of several is open.
    pub(crate) fn united<'a>(all: impl Iterator<Item = &'a Self> + Clone) -> Self {
        let day = |day: usize| DayHours::united(all.clone().map(|it| it.days[day].clone()));
        Self::new(std::array::from_fn(day))
    }

    /// The hours of each weekday, Monday first.
    pub(crate) fn days(&self) -> &[DayHours; 7] {
        &self.days
    }

    /// The same for whoever takes the breaks in a later turn.
    pub(super) fn with_later_breaks(&self, turn: u16) -> Self {
        Self { days: self.days.each_ref().map(|it| it.with_later_breaks(turn)) }
    }

    /// The same hours on every day.
    #[cfg(test)]
    pub(crate) fn every_day(hours: DayHours) -> Self {
        Self::new(std::array::from_fn(|_| hours.clone()))
    }

    pub(crate) fn hours(&self, weekday: Weekday) -> &DayHours {
        &self.days[weekday.to_monday_zero_offset() as usize]
    }

    /// The hours of the first weekday that has any.
    pub(crate) fn first_working(&self) -> &DayHours {
        let working = self.days.iter().find(|day| !day.is_closed());
        working.unwrap_or(&self.days[0])
    }

    /// Minutes of work in the usual day: as many as most working days have, of several the most.
    pub(crate) fn usual_day(&self) -> u16 {
        let lengths = || self.days.iter().map(DayHours::minutes).filter(|&minutes| minutes > 0);
        let days = |length: u16| lengths().filter(|&minutes| minutes == length).count();
        lengths().max_by_key(|&length| (days(length), length)).unwrap_or(0)
    }

    /// Hours of work in each hour of each weekday and of the day after it, Monday first.
    pub(crate) fn hours_by_hour(&self) -> [[f64; 48]; 7] {
        std::array::from_fn(|day| {
            std::array::from_fn(|hour| {
                let (from, to) = (hour as u16 * 60, (hour as u16 + 1) * 60);
                let overlap = |it: &(u16, u16)| it.1.min(to).saturating_sub(it.0.max(from));
                f64::from(self.days[day].intervals.iter().map(overlap).sum::<u16>()) / 60.0
            })
        })
    }

    /// Minutes of work in a week.
    pub(crate) fn week(&self) -> u16 {
        self.days.iter().map(DayHours::minutes).sum()
    }
}

impl Default for Exceptions {
    /// None; public short days are shorter by the hour of the law.
    fn default() -> Self {
        Self {
            days_off: BTreeSet::new(),
            working_days: BTreeMap::new(),
            short_days: BTreeSet::new(),
            short_by: 60,
        }
    }
}

impl fmt::Display for HoursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        match *self {
            Self::Backwards(from, to) => {
                write!(f, "`{}` is not after `{}`", clock(to), clock(from))
            }
            Self::AfterMidnight(to) => write!(f, "`{}` is after the next day", clock(to)),
            Self::Overlap(from) => {
                write!(f, "`{}` is before the end of the interval before it", clock(from))
            }
        }
    }
}

impl std::error::Error for HoursError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_that_touch_are_one() {
        let hours = DayHours::new(&[(540, 780), (780, 1080)]).unwrap();
        assert_eq!(hours.intervals(), [(540, 1080)]);
    }

    #[test]
    fn wrong_intervals_are_refused() {
        assert_eq!(DayHours::new(&[(540, 540)]), Err(HoursError::Backwards(540, 540)));
        assert_eq!(DayHours::new(&[(540, 2881)]), Err(HoursError::AfterMidnight(2881)));
        let overlapping = DayHours::new(&[(540, 780), (779, 1080)]);
        assert_eq!(overlapping, Err(HoursError::Overlap(779)));
    }

    #[test]
    fn a_night_may_be_cut_where_the_next_day_begins() {
        let night = DayHours::new(&[(1320, 1560), (1590, 1800)]).unwrap();
        assert_eq!((night.minutes(), night.night_end()), (450, Some(360)));
        let (before, after) = night.split_at(DAY + 5 * 60);
        assert_eq!(before.intervals(), [(1320, 1560), (1590, 1740)]);
        assert_eq!(after.intervals(), [(300, 360)]);
        let evening = DayHours::new(&[(1080, 1440)]).unwrap();
        assert_eq!((evening.night_end(), evening.split_at(DAY).1.is_closed()), (None, true));
    }

    #[test]
    fn a_short_day_loses_work_from_its_end() {
        let hours = DayHours::new(&[(540, 780), (840, 1080)]).unwrap();
        assert_eq!(hours.shortened(60).intervals(), [(540, 780), (840, 1020)]);
        assert_eq!(hours.shortened(240).intervals(), [(540, 780)]);
        assert_eq!(hours.shortened(300).intervals(), [(540, 720)]);
        assert!(hours.shortened(480).is_closed());
        assert!(hours.shortened(999).is_closed());
    }

    #[test]
    fn a_pattern_knows_its_day_and_week() {
        let hours = DayHours::new(&[(540, 780), (840, 1080)]).unwrap();
        let pattern = Pattern::monday_to_friday(hours);
        assert_eq!(pattern.usual_day(), 480);
        assert_eq!(pattern.week(), 2_400);
        assert!(pattern.hours(Weekday::Sunday).is_closed());
        assert_eq!(Pattern::every_day(DayHours::round_the_clock()).week(), 7 * 1440);
    }
}
