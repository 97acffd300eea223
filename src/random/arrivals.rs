//! Arrivals: the moments at which work comes in, by inverting the cumulative rate.
//!
//! Gaps between arrivals are exponential in the expected number of arrivals, whatever the rate
//! does over time (Çinlar 1975). Nothing is drawn and thrown away, so that a higher rate gives
//! the same arrivals, each sooner.

use super::streams::Chance;
use crate::calendar::WorkingTime;
use crate::time::{Effort, SimTime, TICKS_PER_DAY, TICKS_PER_HOUR};

/// How much work is expected, and when in the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Intensity {
    /// Expected arrivals of each day of the calendar's tables.
    pub daily: Vec<f64>,
    /// When in the day.
    pub spread: Spread,
}

/// How the arrivals of a day are spread over it.
///
/// Weights are of the 24 clock hours, in one row or in seven, Monday first. A day on which all of
/// its weights are zero is spread evenly.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// Evenly over the day's working time; nothing arrives on a day without.
    Working,
    /// Evenly over 24 hours.
    AllDay,
    /// Over the day's working time by weight; nothing arrives on a day without.
    Hours(Vec<[f64; 24]>),
    /// Over 24 hours by weight.
    AllDayHours(Vec<[f64; 24]>),
}

/// The arrivals of one stream, one after another.
#[derive(Clone, Debug)]
pub struct Arrivals {
    chance: Chance,
    gaps: Gaps,
    /// The day after the one that arrivals are in.
    next_day: usize,
    /// Expected arrivals of the day, and how many of them are over.
    mass: f64,
    used: f64,
    /// Ticks for each expected arrival, where the day is spread evenly.
    stretch: f64,
    /// The parts of the day, where it is not.
    parts: Vec<Part>,
}

/// How far apart arrivals are, in expected arrivals.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gaps {
    Random,
    /// Always 1, the first at random below.
    RegularFirst,
    Regular,
}

/// A part of a day in which the rate is constant.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: i64,
    /// Expected arrivals of the day before this part, and in it.
    before: f64,
    mass: f64,
    length: i64,
}

impl Arrivals {
    /// From the first day on; regular ones are evenly spaced in the cumulative rate.
    pub fn new(chance: Chance, regular: bool) -> Self {
        Self {
            chance,
            gaps: if regular {
                Gaps::RegularFirst
            } else {
                Gaps::Random
            },
            next_day: 0,
            mass: 0.0,
            used: 0.0,
            stretch: 0.0,
            parts: Vec::new(),
        }
    }

    /// The next arrival; [`SimTime::NEVER`] when the days are over.
    ///
    /// The days that lie ahead may change between calls, the day of the last arrival may not.
    #[inline]
    pub fn next(&mut self, intensity: &Intensity, calendar: &WorkingTime) -> SimTime {
        let mut gap = match self.gaps {
            Gaps::Random => self.chance.exponential(),
            Gaps::Regular => 1.0,
            Gaps::RegularFirst => {
                self.gaps = Gaps::Regular;
                self.chance.unit()
            }
        };
        while self.used + gap >= self.mass {
            gap = (gap - (self.mass - self.used)).max(0.0);
            if !self.enter(self.next_day, intensity, calendar) {
                return SimTime::NEVER;
            }
        }
        self.used += gap;
        let day = self.next_day - 1;
        match intensity.spread {
            Spread::Working => {
                let worked = Effort::from_ticks((self.used * self.stretch) as i64);
                calendar.open_moment_in_day(day, worked)
            }
            Spread::AllDay => within(day, (self.used * self.stretch) as i64),
            Spread::Hours(_) | Spread::AllDayHours(_) => self.in_parts(day),
        }
    }

    /// Makes `day` the one that arrivals are in, unless the days are over.
    fn enter(&mut self, day: usize, intensity: &Intensity, calendar: &WorkingTime) -> bool {
        let Some(&mass) = intensity.daily.get(day) else {
            self.mass = self.used;
            return false;
        };
        self.next_day = day + 1;
        self.used = 0.0;
        self.mass = mass;
        if mass <= 0.0 {
            self.mass = 0.0;
            return true;
        }
        match &intensity.spread {
            Spread::Working => self.even(calendar.day_work(day).ticks()),
            Spread::AllDay => self.even(TICKS_PER_DAY),
            Spread::Hours(rows) => {
                let midnight = SimTime::midnight(day);
                let intervals = calendar.intervals(day);
                let clock = intervals
                    .map(|(from, to)| ((from - midnight).ticks(), (to - midnight).ticks()));
                self.uneven(row(rows, calendar.weekday(day)), clock);
            }
            Spread::AllDayHours(rows) => {
                let clock = std::iter::once((0, TICKS_PER_DAY));
                self.uneven(row(rows, calendar.weekday(day)), clock);
            }
        }
        true
    }

    /// Spreads the day's mass evenly over its ticks, if there are any.
    fn even(&mut self, ticks: i64) {
        // One tick less, so that rounding cannot put the last arrival after the end.
        self.stretch = (ticks - 1) as f64 / self.mass;
        if ticks == 0 {
            self.mass = 0.0;
        }
    }

    /// Spreads the day's mass over intervals of the clock, by the weights of the hours.
    fn uneven(&mut self, weights: &[f64; 24], intervals: impl Iterator<Item = (i64, i64)> + Clone) {
        self.cut(intervals.clone(), |hour| weights[hour]);
        let total = |parts: &[Part]| parts.last().map_or(0.0, |last| last.before + last.mass);
        if total(&self.parts) <= 0.0 {
            self.cut(intervals, |_| 1.0);
        }
        let total = total(&self.parts);
        if total <= 0.0 {
            self.mass = 0.0;
            return;
        }
        let scale = self.mass / total;
        for part in &mut self.parts {
            part.before *= scale;
            part.mass *= scale;
        }
    }

    /// Cuts intervals at full hours; the mass of a part is its weight times its length.
    fn cut(&mut self, intervals: impl Iterator<Item = (i64, i64)>, weight: impl Fn(usize) -> f64) {
        self.parts.clear();
        let mut before = 0.0;
        for (mut start, end) in intervals {
            while start < end {
                let hour = start / TICKS_PER_HOUR;
                let length = end.min((hour + 1) * TICKS_PER_HOUR) - start;
                let mass = weight(hour as usize).max(0.0) * length as f64;
                if mass > 0.0 {
                    self.parts.push(Part {
                        start,
                        before,
                        mass,
                        length,
                    });
                    before += mass;
                }
                start += length;
            }
        }
    }

    /// The moment at which the mass used is reached.
    fn in_parts(&self, day: usize) -> SimTime {
        let after = |part: &&Part| part.before <= self.used;
        let Some(part) = self.parts.iter().rev().find(after) else {
            return SimTime::midnight(day);
        };
        let share = (self.used - part.before) / part.mass;
        let ticks = (share * part.length as f64) as i64;
        within(day, part.start + ticks.min(part.length - 1))
    }
}

/// The weights of a weekday.
fn row(rows: &[[f64; 24]], weekday: usize) -> &[f64; 24] {
    match rows {
        [] => &[1.0; 24],
        [row] => row,
        rows => &rows[weekday % rows.len()],
    }
}

/// A moment of a day.
#[inline]
fn within(day: usize, clock: i64) -> SimTime {
    SimTime::from_ticks(SimTime::midnight(day).ticks() + clock)
}
