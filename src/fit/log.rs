//! The log of a simulated desk: what an export would have said of it.

use crate::department::{Department, Future, Layout, Observer, draw_inputs};
use crate::experiment::replicate;
use crate::ids::StreamId;
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};
use std::sync::atomic::AtomicBool;

/// Where all chance of simulated desks begins.
const SEED: u64 = 1;

/// What happened to tickets, in hours of working time.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    /// Days from 1970 to the first simulated one.
    origin: i32,
    arrived: Vec<SimTime>,
    first: Vec<(SimTime, Effort)>,
    done: Vec<(SimTime, SimTime, Effort)>,
}

impl Log {
    /// When tickets came, in seconds of the desk's clock.
    pub(super) fn arrived(&self) -> impl Iterator<Item = i64> + '_ {
        self.arrived.iter().map(|it| self.seconds(*it))
    }

    /// When tickets came, and how many working hours they waited for the first answer.
    pub(super) fn first(&self) -> impl Iterator<Item = (i64, f64)> + '_ {
        self.first.iter().map(|it| (self.seconds(it.0), it.1.hours()))
    }

    /// When tickets came and ended, and after how many working hours.
    pub(super) fn done(&self) -> impl Iterator<Item = (i64, i64, f64)> + '_ {
        self.done.iter().map(|it| (self.seconds(it.0), self.seconds(it.1), it.2.hours()))
    }

    fn seconds(&self, at: SimTime) -> i64 {
        i64::from(self.origin) * 86_400 + at.seconds() as i64
    }

    fn clear(&mut self) {
        self.arrived.clear();
        self.first.clear();
        self.done.clear();
    }
}

/// The logs of some replications, each read by `read`, in order.
pub(super) fn logs<R: Send>(
    scenario: &Scenario,
    replications: u64,
    read: impl Fn(&Log) -> R + Sync,
) -> Vec<R> {
    let layout = Layout::of(scenario);
    let origin = super::stamp::days(scenario.timeline.origin());
    let worker = || {
        let log = Log { origin, ..Log::default() };
        (Department::new(scenario, &layout, log), Future::default())
    };
    let run = |(department, future): &mut (Department<'_, Log>, Future), replication| {
        department.observer_mut().clear();
        let inputs = draw_inputs(scenario, SEED, replication);
        department.replicate(future, SEED, replication, &inputs);
        read(department.observer())
    };
    let stop = AtomicBool::new(false);
    replicate(0..replications, 0, worker, run, &|_| (), &stop).unwrap_or_default()
}

impl Observer for Log {
    fn arrived(&mut self, _: StreamId, at: SimTime) {
        self.arrived.push(at);
    }
    fn contacted(&mut self, _: StreamId, created: SimTime, waited: Effort) {
        self.first.push((created, waited));
    }
    fn completed(&mut self, _: StreamId, created: SimTime, at: SimTime, sojourn: Effort) {
        self.done.push((created, at, sojourn));
    }
}
