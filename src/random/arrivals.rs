//! Arrivals: the moments at which work comes in, by inverting the cumulative rate.
//!
//! Gaps between arrivals are exponential in the expected number of arrivals, whatever the rate
//! does over time (Çinlar 1975). Nothing is drawn and thrown away, so that a higher rate gives
//! the same arrivals, each sooner.

use super::day_profile::{DayProfile, row};
use super::streams::Chance;
use crate::calendar::WorkingTime;
use crate::time::{Effort, Elapsed, SimTime, TICKS_PER_DAY};

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
    /// The gap to the next arrival: drawn early, so that nothing has to wait for it.
    gap: f64,
    /// The rest of a gap whose arrival does not come soon.
    rest: f64,
    /// Ticks for each expected arrival, where the day is spread evenly.
    stretch: f64,
    /// While fewer ticks of the day are over, they have only to be added to `begun`.
    unbroken: i64,
    begun: SimTime,
    /// The day, where it is not.
    profile: DayProfile,
}

/// How far apart arrivals are, in expected arrivals.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gaps {
    Random,
    /// Always 1, the first at random below.
    Regular,
}

impl Arrivals {
    /// From the first day on; regular ones are evenly spaced in the cumulative rate.
    pub fn new(chance: Chance, regular: bool) -> Self {
        let mut chance = chance;
        let (regular_gaps, gap) = if regular {
            (Gaps::Regular, chance.unit())
        } else {
            (Gaps::Random, chance.exponential())
        };
        Self {
            chance,
            gaps: regular_gaps,
            next_day: 0,
            mass: 0.0,
            used: 0.0,
            gap,
            rest: 0.0,
            stretch: 0.0,
            unbroken: 0,
            begun: SimTime::ZERO,
            profile: DayProfile::default(),
        }
    }

    /// The next arrival; [`SimTime::NEVER`] when the days are over.
    ///
    /// The days that lie ahead may change between calls, the day of the last arrival may not.
    pub fn next(&mut self, intensity: &Intensity, calendar: &WorkingTime) -> SimTime {
        match self.next_soon() {
            Some(at) => at,
            None => self.next_later(intensity, calendar),
        }
    }

    /// The next arrival, if it comes before the next break; else ask for the
    /// [later one](Self::next_later).
    #[inline(always)]
    pub fn next_soon(&mut self) -> Option<SimTime> {
        let gap = self.gap;
        self.gap = match self.gaps {
            Gaps::Random => self.chance.exponential(),
            Gaps::Regular => 1.0,
        };
        if self.used + gap < self.mass {
            let ticks = ((self.used + gap) * self.stretch) as i64;
            if ticks < self.unbroken {
                self.used += gap;
                return Some(self.begun + Elapsed::from_ticks(ticks));
            }
        }
        self.rest = gap;
        None
    }

    /// The next arrival, when it does not come soon.
    #[inline(never)]
    pub fn next_later(&mut self, intensity: &Intensity, calendar: &WorkingTime) -> SimTime {
        let mut gap = self.rest;
        while self.used + gap >= self.mass {
            gap = (gap - (self.mass - self.used)).max(0.0);
            if !self.enter(self.next_day, intensity, calendar) {
                return SimTime::NEVER;
            }
        }
        self.used += gap;
        let day = self.next_day - 1;
        let ticks = (self.used * self.stretch) as i64;
        match intensity.spread {
            Spread::Working => {
                let at = calendar.open_moment_in_day(day, Effort::from_ticks(ticks));
                let mut intervals = calendar.intervals(day);
                if let Some((_, to)) = intervals.find(|&(from, to)| from <= at && at < to) {
                    self.unbroken = ticks + (to - at).ticks();
                    self.begun = SimTime::from_ticks(at.ticks() - ticks);
                }
                at
            }
            Spread::AllDay => {
                (self.unbroken, self.begun) = (TICKS_PER_DAY, SimTime::midnight(day));
                within(day, ticks)
            }
            Spread::Hours(_) | Spread::AllDayHours(_) => within(day, self.profile.tick(self.used)),
        }
    }

    /// Makes `day` the one that arrivals are in, unless the days are over.
    fn enter(&mut self, day: usize, intensity: &Intensity, calendar: &WorkingTime) -> bool {
        let Some(&mass) = intensity.daily.get(day) else {
            self.mass = self.used;
            return false;
        };
        assert!(mass.is_finite(), "day {day} expects {mass} arrivals");
        self.next_day = day + 1;
        self.used = 0.0;
        self.mass = 0.0;
        self.unbroken = 0;
        if mass <= 0.0 {
            return true;
        }
        let weekday = calendar.weekday(day);
        let can_arrive = match &intensity.spread {
            Spread::Working => self.even(mass, calendar.day_work(day).ticks()),
            Spread::AllDay => self.even(mass, TICKS_PER_DAY),
            Spread::Hours(rows) => {
                let midnight = SimTime::midnight(day);
                let intervals = calendar.intervals(day);
                let clock = intervals
                    .map(|(from, to)| ((from - midnight).ticks(), (to - midnight).ticks()));
                self.profile.fill(mass, row(rows, weekday), clock)
            }
            Spread::AllDayHours(rows) => {
                let clock = std::iter::once((0, TICKS_PER_DAY));
                self.profile.fill(mass, row(rows, weekday), clock)
            }
        };
        if can_arrive {
            self.mass = mass;
        }
        true
    }

    /// Spreads the day's mass evenly over its ticks, if there are any.
    fn even(&mut self, mass: f64, ticks: i64) -> bool {
        // One tick less, so that rounding cannot put the last arrival after the end.
        self.stretch = (ticks - 1) as f64 / mass;
        ticks > 0
    }
}

/// A moment of a day.
#[inline]
fn within(day: usize, clock: i64) -> SimTime {
    SimTime::from_ticks(SimTime::midnight(day).ticks() + clock)
}
