//! Census: an observer that counts who is in the system, at moments and on average.

use crate::department::Observer;
use crate::ids::StreamId;
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};

/// Counts the items of all streams together, in whatever order it is told of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Census {
    /// Moments to look, in order.
    moments: Vec<SimTime>,
    /// What changes before each moment and after the one before, and after the last; in the end
    /// what is seen at each, and when the run is over.
    seen: Vec<Seen>,
    /// From when to when levels are averaged.
    from: SimTime,
    to: SimTime,
    /// Level times hours.
    area: f64,
    /// Calendar hours that items of the averaged span took, and how many they were.
    took: (f64, u64),
}

/// What was seen at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Items in the system.
    pub(crate) level: i64,
    /// Items that have come.
    pub(crate) arrivals: u64,
}

impl Census {
    /// A census of a scenario's counted months, with looks at some moments, in order.
    pub(crate) fn over(scenario: &Scenario, moments: Vec<SimTime>) -> Self {
        Self {
            seen: vec![Seen::default(); moments.len() + 1],
            moments,
            from: scenario.timeline.start_time(),
            to: scenario.timeline.horizon_time(),
            ..Self::default()
        }
    }

    /// The run is over: adds up the changes, and says what is seen last.
    pub(crate) fn finish(&mut self) -> Seen {
        let mut sum = Seen::default();
        for seen in &mut self.seen {
            sum.level += seen.level;
            sum.arrivals += seen.arrivals;
            *seen = sum;
        }
        sum
    }

    /// What was seen at each moment.
    pub(crate) fn seen(&self) -> &[Seen] {
        &self.seen[..self.moments.len()]
    }

    /// The average number in the system over the counted months.
    pub(crate) fn mean_level(&self) -> f64 {
        self.area / (self.to - self.from).hours()
    }

    /// The mean calendar hours from creation to completion.
    pub(crate) fn mean_hours(&self) -> f64 {
        self.took.0 / self.took.1 as f64
    }

    /// Somebody comes or goes at a moment, and counts ever after.
    fn changes(&mut self, at: SimTime, level: i64, arrivals: u64) {
        let first = self.moments.partition_point(|&moment| moment <= at);
        self.seen[first].level += level;
        self.seen[first].arrivals += arrivals;
        let from = at.max(self.from);
        if from < self.to {
            self.area += level as f64 * (self.to - from).hours();
        }
    }
}

impl Observer for Census {
    fn arrived(&mut self, _: StreamId, at: SimTime) {
        self.changes(at, 1, 1);
    }
    fn completed(&mut self, _: StreamId, created: SimTime, at: SimTime, _: Effort) {
        self.changes(at, -1, 0);
        if self.from <= created && created < self.to {
            self.took.0 += (at - created).hours();
            self.took.1 += 1;
        }
    }
    fn dropped(&mut self, _: StreamId, _: SimTime, at: SimTime) {
        self.changes(at, -1, 0);
    }
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
            seen: vec![Seen::default(); 4],
            from: hour(2.0),
            to: hour(6.0),
            ..Census::default()
        };
        let stream = StreamId(0);
        census.arrived(stream, hour(0.5));
        census.arrived(stream, hour(2.0));
        // In whatever order.
        census.completed(stream, hour(2.0), hour(8.0), Effort::ZERO);
        census.completed(stream, hour(0.5), hour(4.0), Effort::ZERO);
        assert_eq!(census.finish(), Seen { level: 0, arrivals: 2 });
        let levels: Vec<i64> = census.seen().iter().map(|it| it.level).collect();
        assert_eq!(levels, [1, 2, 0]);
        // Two for two hours, then one for two.
        assert_eq!(census.mean_level(), 1.5);
        assert_eq!(census.mean_hours(), 6.0);
    }
}
