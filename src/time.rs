//! Moments, elapsed times and amounts of effort: three quantities that must never be mixed.
//!
//! All three are whole microseconds, so that sums are exact and ties are ties.
//! Floats become ticks by rounding, and only here.

use std::ops::{Add, AddAssign, Sub, SubAssign};

/// Ticks in one second.
pub(crate) const TICKS_PER_SECOND: i64 = 1_000_000;
/// Ticks in one hour.
pub(crate) const TICKS_PER_HOUR: i64 = 3_600 * TICKS_PER_SECOND;
/// Ticks in one civil day (the model knows no daylight saving: Russia has none).
pub(crate) const TICKS_PER_DAY: i64 = 24 * TICKS_PER_HOUR;

/// A moment: microseconds since midnight of the first simulated day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimTime(i64);

/// Calendar time between two moments, nights and weekends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Elapsed(i64);

/// Working time: nights, breaks and days off do not count.
///
/// Also used as a coordinate: the working time of a calendar since the origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effort(i64);

macro_rules! ticks {
    ($name:ident) => {
        impl $name {
            /// Nothing, or the origin.
            pub const ZERO: Self = Self(0);

            /// From whole microseconds.
            pub(crate) const fn from_ticks(ticks: i64) -> Self {
                Self(ticks)
            }

            /// In whole microseconds.
            pub const fn ticks(self) -> i64 {
                self.0
            }

            /// From seconds, rounded to the nearest microsecond.
            pub fn from_seconds(seconds: f64) -> Self {
                // Adding a half and truncating rounds the non-negative values that occur here.
                Self((seconds * TICKS_PER_SECOND as f64 + 0.5) as i64)
            }

            /// In hours.
            pub fn hours(self) -> f64 {
                self.0 as f64 / TICKS_PER_HOUR as f64
            }

            /// In seconds.
            pub fn seconds(self) -> f64 {
                self.0 as f64 / TICKS_PER_SECOND as f64
            }
        }
    };
}

ticks!(SimTime);
ticks!(Elapsed);
ticks!(Effort);

impl SimTime {
    /// A moment that is never reached.
    pub const NEVER: Self = Self(i64::MAX / 16);

    /// Midnight of the given day, counted from the first simulated one.
    pub const fn midnight(day: usize) -> Self {
        Self(day as i64 * TICKS_PER_DAY)
    }

    /// The day in which the moment lies, counted from the first simulated one.
    pub const fn day(self) -> usize {
        (self.0 as u64 / TICKS_PER_DAY as u64) as usize
    }

    /// Calendar time since midnight.
    pub const fn since_midnight(self) -> Elapsed {
        Elapsed((self.0 as u64 % TICKS_PER_DAY as u64) as i64)
    }
}

impl Elapsed {
    /// From hours, rounded to the nearest microsecond.
    pub(crate) fn from_hours(hours: f64) -> Self {
        Self::from_seconds(hours * 3_600.0)
    }

    /// Whole civil days.
    pub(crate) const fn from_days(days: i64) -> Self {
        Self(days * TICKS_PER_DAY)
    }
}

impl Effort {
    /// From hours, rounded to the nearest microsecond.
    pub(crate) fn from_hours(hours: f64) -> Self {
        Self::from_seconds(hours * 3_600.0)
    }

    /// Effort that takes `factor` times as long, rounded to the nearest microsecond.
    pub(crate) fn scaled(self, factor: f64) -> Self {
        Self((self.0 as f64 * factor + 0.5) as i64)
    }
}

impl Add<Elapsed> for SimTime {
    type Output = Self;
    fn add(self, elapsed: Elapsed) -> Self {
        Self(self.0 + elapsed.0)
    }
}

impl Sub for SimTime {
    type Output = Elapsed;
    fn sub(self, earlier: Self) -> Elapsed {
        Elapsed(self.0 - earlier.0)
    }
}

macro_rules! amount {
    ($name:ident) => {
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }
    };
}

amount!(Elapsed);
amount!(Effort);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_rounded_to_the_nearest_microsecond() {
        assert_eq!(Effort::from_seconds(1.000_000_4).ticks(), 1_000_000);
        assert_eq!(Effort::from_seconds(1.000_000_6).ticks(), 1_000_001);
    }

    #[test]
    fn a_moment_knows_its_day_and_time_of_day() {
        let moment = SimTime::midnight(3) + Elapsed::from_hours(9.5);
        assert_eq!(moment.day(), 3);
        assert_eq!(moment.since_midnight(), Elapsed::from_hours(9.5));
    }
}
