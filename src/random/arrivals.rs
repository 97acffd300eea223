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
pub(crate) struct Intensity {
    /// Expected arrivals of each day of the calendar's tables.
    pub(crate) daily: Vec<f64>,
    /// When in the day.
    pub(crate) spread: Spread,
}

/// How the arrivals of a day are spread over it.
///
/// Weights are of the 24 clock hours, in one row or in seven, Monday first. A day on which all of
/// its weights are zero is spread evenly.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Spread {
    /// Evenly over the day's working time; nothing arrives on a day without.
    Working,
    /// Evenly over 24 hours.
    AllDay,
    /// Over the day's working time by weight; nothing arrives on a day without.
    Hours(Vec<[f64; 24]>),
    /// Over 24 hours by weight.
    AllDayHours(Vec<[f64; 24]>),
}

/// The arrivals of one stream, day after day.
#[derive(Clone, Debug)]
pub(crate) struct Arrivals {
    chance: Chance,
    gaps: Gaps,
    /// The first day that arrivals have not been drawn for.
    next_day: usize,
    /// What is left of the gap to the next arrival.
    gap: f64,
    /// The gaps after it, and how many of them are used.
    drawn: [f64; GAPS],
    used: usize,
    /// The day, where it is not spread evenly.
    profile: DayProfile,
}

/// How far apart arrivals are, in expected arrivals.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gaps {
    Random,
    /// Always 1, the first at random below.
    Regular,
}

/// How many gaps are drawn at a time.
const GAPS: usize = 16;

impl Arrivals {
    /// From the first day on; regular ones are evenly spaced in the cumulative rate.
    pub(crate) fn new(chance: Chance, regular: bool) -> Self {
        let mut chance = chance;
        let (gaps, gap) = if regular {
            (Gaps::Regular, chance.unit())
        } else {
            (Gaps::Random, chance.exponential())
        };
        Self {
            chance,
            gaps,
            next_day: 0,
            gap,
            drawn: [1.0; GAPS],
            used: if regular { 0 } else { GAPS },
            profile: DayProfile::default(),
        }
    }

    /// Hands over all arrivals of the next days until there are so many, each with the working time
    /// until it; none when the days are over. Returns how many.
    ///
    /// Days that no arrivals were drawn for may change between calls.
    pub(crate) fn next_days(
        &mut self,
        wanted: usize,
        intensity: &Intensity,
        calendar: &WorkingTime,
        mut take: impl FnMut(SimTime, Effort),
    ) -> usize {
        let mut count = 0;
        while let Some(&mass) = intensity.daily.get(self.next_day)
            && count < wanted
        {
            let day = self.next_day;
            self.next_day += 1;
            assert!(mass.is_finite(), "day {day} expects {mass} arrivals");
            if mass <= 0.0 {
                continue;
            }
            if self.gap >= mass {
                let can_arrive = match intensity.spread {
                    Spread::Working | Spread::Hours(_) => calendar.is_working_day(day),
                    Spread::AllDay | Spread::AllDayHours(_) => true,
                };
                if can_arrive {
                    self.gap -= mass;
                }
                continue;
            }
            count += self.fill(day, mass, intensity, calendar, &mut take);
        }
        count
    }

    /// Draws the arrivals of a day; returns how many.
    #[inline(always)]
    fn fill(
        &mut self,
        day: usize,
        mass: f64,
        intensity: &Intensity,
        calendar: &WorkingTime,
        take: &mut impl FnMut(SimTime, Effort),
    ) -> usize {
        match &intensity.spread {
            Spread::Working => {
                let stretch = stretch(calendar.day_work(day), mass);
                let mut intervals = calendar.intervals(day);
                let Some(mut open) = intervals.next() else {
                    return 0; // Nobody works on that day.
                };
                let mut before = 0;
                let worked = calendar.worked_before_day(day);
                self.draw(mass, |used| {
                    let ticks = (used * stretch) as i64;
                    while ticks - before >= (open.1 - open.0).ticks() {
                        before += (open.1 - open.0).ticks();
                        // Never more than there is: the stretch is one tick short.
                        open = intervals.next().unwrap_or(open);
                    }
                    let at = open.0 + Elapsed::from_ticks(ticks - before);
                    take(at, worked + Effort::from_ticks(ticks));
                })
            }
            Spread::AllDay => {
                let stretch = stretch(Effort::from_ticks(TICKS_PER_DAY), mass);
                self.draw(mass, |used| {
                    let at = within(day, (used * stretch) as i64);
                    take(at, calendar.worked_until(at));
                })
            }
            Spread::Hours(rows) => {
                let (midnight, weekday) = (SimTime::midnight(day), calendar.weekday(day));
                let intervals = calendar.intervals(day);
                let clock = intervals
                    .map(|(from, to)| ((from - midnight).ticks(), (to - midnight).ticks()));
                self.draw_profile((day, mass), row(rows, weekday), clock, |at| {
                    take(at, calendar.worked_until(at));
                })
            }
            Spread::AllDayHours(rows) => {
                let weekday = calendar.weekday(day);
                let clock = std::iter::once((0, TICKS_PER_DAY));
                self.draw_profile((day, mass), row(rows, weekday), clock, |at| {
                    take(at, calendar.worked_until(at));
                })
            }
        }
    }

    fn draw_profile(
        &mut self,
        (day, mass): (usize, f64),
        weights: &[f64; 24],
        clock: impl Iterator<Item = (i64, i64)> + Clone,
        mut take: impl FnMut(SimTime),
    ) -> usize {
        let mut profile = std::mem::take(&mut self.profile);
        let mut count = 0;
        if profile.fill(mass, weights, clock) {
            count = self.draw(mass, |used| take(within(day, profile.tick(used))));
        }
        self.profile = profile;
        count
    }

    /// Draws arrivals until the day's mass is used up; hands over how much of it is, for each.
    #[inline(always)]
    fn draw(&mut self, mass: f64, mut take: impl FnMut(f64)) -> usize {
        let (mut used, mut gap, mut drawn) = (0.0, self.gap, self.used);
        let mut count = 0;
        while used + gap < mass {
            used += gap;
            take(used);
            count += 1;
            if drawn >= GAPS {
                self.draw_gaps();
                drawn = 0;
            }
            gap = self.drawn[drawn];
            drawn += 1;
        }
        self.used = drawn;
        self.gap = (gap - (mass - used)).max(0.0);
        count
    }

    #[inline(never)]
    fn draw_gaps(&mut self) {
        if self.gaps == Gaps::Random {
            let mut chance = self.chance;
            self.drawn.fill_with(|| chance.exponential());
            self.chance = chance;
        }
    }
}

/// Ticks for each expected arrival of a day that is spread evenly.
fn stretch(work: Effort, mass: f64) -> f64 {
    // One tick less, so that rounding cannot put the last arrival after the end.
    (work.ticks() - 1) as f64 / mass
}

/// A moment of a day.
#[inline]
fn within(day: usize, clock: i64) -> SimTime {
    SimTime::from_ticks(SimTime::midnight(day).ticks() + clock)
}
