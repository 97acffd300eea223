//! Census: an observer that counts who is in the system, at moments and on average.

use crate::department::{Judgement, Observer, Span};
use crate::ids::{RoleId, StreamId};
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};

/// Counts the items of all streams together.
#[derive(Clone, Debug, Default)]
pub struct Census {
    /// Moments to look, in order.
    moments: Vec<SimTime>,
    /// What was seen at those that have passed.
    seen: Vec<Seen>,
    now: Seen,
    /// From when to when levels are averaged.
    from: SimTime,
    to: SimTime,
    last: SimTime,
    /// Level times hours.
    area: f64,
    /// Calendar hours that items of the averaged span took, and how many they were.
    took: (f64, u64),
}

/// What was seen at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Items in the system.
    pub level: i64,
    /// Items that have come.
    pub arrivals: u64,
}

impl Census {
    /// A census of a scenario's counted months, with looks at some moments, in order.
    pub fn over(scenario: &Scenario, moments: Vec<SimTime>) -> Self {
        Self {
            moments,
            from: scenario.timeline.start_time(),
            to: scenario.timeline.horizon_time(),
            ..Self::default()
        }
    }

    /// The run is over: looks at the moments that are left, and says what is seen last.
    pub fn finish(&mut self) -> Seen {
        self.pass(SimTime::NEVER);
        self.now
    }

    /// What was seen at each moment.
    pub fn seen(&self) -> &[Seen] {
        &self.seen
    }

    /// The average number in the system over the counted months.
    pub fn mean_level(&self) -> f64 {
        self.area / (self.to - self.from).hours()
    }

    /// The mean calendar hours from creation to completion.
    pub fn mean_hours(&self) -> f64 {
        self.took.0 / self.took.1 as f64
    }

    /// Time goes on to a moment at which something changes.
    fn pass(&mut self, at: SimTime) {
        while let Some(&moment) = self.moments.get(self.seen.len()) {
            if moment > at {
                break;
            }
            self.seen.push(self.now);
        }
        let (from, to) = (self.last.max(self.from), at.min(self.to));
        if from < to {
            self.area += self.now.level as f64 * (to - from).hours();
        }
        self.last = at;
    }
}

impl Observer for Census {
    fn month_began(&mut self, _: usize) {}
    fn ended(&mut self) {}
    fn arrived(&mut self, _: StreamId, at: SimTime) {
        self.pass(at);
        self.now.level += 1;
        self.now.arrivals += 1;
    }
    fn completed(&mut self, _: StreamId, created: SimTime, at: SimTime, _: Effort) {
        self.pass(at);
        self.now.level -= 1;
        if self.from <= created && created < self.to {
            self.took.0 += (at - created).hours();
            self.took.1 += 1;
        }
    }
    fn dropped(&mut self, _: StreamId, _: SimTime, at: SimTime) {
        self.pass(at);
        self.now.level -= 1;
    }
    fn offered(&mut self, _: RoleId, _: Effort, _: SimTime) {}
    fn contacted(&mut self, _: StreamId, _: SimTime, _: Effort) {}
    fn judged(&mut self, _: Judgement) {}
    fn worked(&mut self, _: RoleId, _: StreamId, _: Span) {}
    fn visited(&mut self, _: RoleId, _: SimTime) {}
    fn present(&mut self, _: RoleId, _: SimTime, _: SimTime) {}
    fn employed(&mut self, _: RoleId, _: SimTime, _: SimTime) {}
    fn joined(&mut self, _: RoleId, _: SimTime) {}
    fn uncovered(&mut self, _: RoleId, _: SimTime, _: SimTime) {}
    fn bought(&mut self, _: usize, _: SimTime) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Elapsed;

    fn hour(hours: f64) -> SimTime {
        SimTime::ZERO + Elapsed::from_hours(hours)
    }

    #[test]
    fn levels_are_seen_at_moments_and_averaged_over_the_span() {
        let mut census = Census {
            moments: vec![hour(1.0), hour(3.0), hour(9.0)],
            from: hour(2.0),
            to: hour(6.0),
            ..Census::default()
        };
        let stream = StreamId(0);
        census.arrived(stream, hour(0.5));
        census.arrived(stream, hour(2.0));
        census.completed(stream, hour(0.5), hour(4.0), Effort::ZERO);
        census.completed(stream, hour(2.0), hour(8.0), Effort::ZERO);
        assert_eq!(
            census.finish(),
            Seen {
                level: 0,
                arrivals: 2
            }
        );
        let levels: Vec<i64> = census.seen().iter().map(|it| it.level).collect();
        assert_eq!(levels, [1, 2, 0]);
        // Two for two hours, then one for two.
        assert_eq!(census.mean_level(), 1.5);
        assert_eq!(census.mean_hours(), 6.0);
    }
}
