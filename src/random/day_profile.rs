//! A day whose hours have weights, cut into parts of constant weight.

use crate::time::TICKS_PER_HOUR;

/// One day; the next is written over it, so that a running simulation allocates nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct DayProfile {
    parts: Vec<Part>,
    /// The part that arrivals are in.
    current: usize,
    /// Weight for each expected arrival.
    stretch: f64,
}

/// Ticks since the midnight with which the day begins, of constant weight.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: i64,
    end: i64,
    /// The weight of one tick, and of all of the day before this part.
    weight: f64,
    before: f64,
}

impl DayProfile {
    /// Spreads expected arrivals over intervals of the clock by the weights of the hours, or
    /// evenly when all of those are zero. `false`: there is nothing to spread them over.
    pub(super) fn fill(
        &mut self,
        mass: f64,
        weights: &[f64; 24],
        intervals: impl Iterator<Item = (i64, i64)> + Clone,
    ) -> bool {
        let mut total = self.cut(intervals.clone(), |hour| weights[hour]);
        if total <= 0.0 {
            total = self.cut(intervals, |_| 1.0);
        }
        self.stretch = total / mass;
        self.current = 0;
        total > 0.0
    }

    /// The tick of the day at which so many of the expected arrivals are over; within a day it
    /// may only be asked for more and more.
    #[inline]
    pub(super) fn tick(&mut self, used: f64) -> i64 {
        let weighed = used * self.stretch;
        let passed = |next: &Part| next.before <= weighed;
        while self.parts.get(self.current + 1).is_some_and(passed) {
            self.current += 1;
        }
        let part = self.parts[self.current];
        let ticks = ((weighed - part.before) / part.weight) as i64;
        (part.start + ticks).min(part.end - 1)
    }

    /// Cuts intervals where the weight changes, and weighs them all.
    fn cut(
        &mut self,
        intervals: impl Iterator<Item = (i64, i64)>,
        weight: impl Fn(usize) -> f64,
    ) -> f64 {
        self.parts.clear();
        let mut before = 0.0;
        for (mut start, last) in intervals {
            while start < last {
                let hour = start / TICKS_PER_HOUR;
                let end = last.min((hour + 1) * TICKS_PER_HOUR);
                let weight = weight(hour as usize % 24).max(0.0);
                match self.parts.last_mut() {
                    Some(part) if part.end == start && part.weight == weight => part.end = end,
                    _ if weight > 0.0 => self.parts.push(Part { start, end, weight, before }),
                    _ => {}
                }
                before += weight * (end - start) as f64;
                start = end;
            }
        }
        before
    }
}

/// The weights of a weekday, from one row for all or seven rows, Monday first.
pub(super) fn row(rows: &[[f64; 24]], weekday: usize) -> &[f64; 24] {
    match rows {
        [] => &[1.0; 24],
        [row] => row,
        rows => &rows[weekday % rows.len()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = TICKS_PER_HOUR;

    #[test]
    fn mass_is_reached_by_the_weights_of_the_hours() {
        let mut weights = [0.0; 24];
        (weights[9], weights[10], weights[12]) = (1.0, 1.0, 4.0);
        let intervals = [(9 * HOUR, 11 * HOUR), (12 * HOUR, 13 * HOUR)];
        let mut profile = DayProfile::default();
        assert!(profile.fill(6.0, &weights, intervals.into_iter()));
        assert_eq!(profile.parts.len(), 2);
        let hours = [0.0, 1.5, 2.0, 4.0].map(|used| profile.tick(used) as f64 / HOUR as f64);
        assert_eq!(hours, [9.0, 10.5, 12.0, 12.5]);
        assert_eq!(profile.tick(6.0), 13 * HOUR - 1);
    }

    #[test]
    fn without_weights_the_day_is_even_and_without_hours_it_is_empty() {
        let mut profile = DayProfile::default();
        let weights = [0.0; 24];
        assert!(profile.fill(2.0, &weights, [(HOUR / 2, 2 * HOUR)].into_iter()));
        assert_eq!(profile.tick(1.0), HOUR * 5 / 4);
        assert!(!profile.fill(2.0, &weights, std::iter::empty()));
    }
}
