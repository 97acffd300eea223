//! Contractors: work that is bought instead of waiting.

use crate::department::event::Event;
use crate::department::layout::Task;
use crate::department::observer::Observer;
use crate::department::{ClockReading, Department, Future};
use crate::random::{Sampler, name_key};
use crate::time::Elapsed;

impl<O: Observer> Department<'_, O> {
    /// A contractor takes an item, when one is in force, has capacity and enough items wait.
    ///
    /// A contractor is paid by the item: where a stream has visits, they are what is bought.
    #[inline(never)]
    pub(crate) fn buy(
        &mut self,
        item: u32,
        task: &Task,
        now: ClockReading,
        future: &mut Future,
    ) -> bool {
        let scenario = self.scenario;
        let role = task.role;
        let stream = self.items.get(item).stream;
        let date = scenario.timeline.date_of(now.at.day());
        let month = (date.year(), date.month());
        self.catch_up_all(role, now.at);
        let points = &self.layout.points_of[role.index()].own;
        let queued = |point: &u32| {
            let point = &self.points[*point as usize];
            point.ready.len() + point.appointed.len()
        };
        let waiting: usize = points.iter().map(queued).sum();
        if task.stream.has_visits && !task.visit {
            return false;
        }
        for (position, contractor) in scenario.contractors.iter().enumerate() {
            let takes =
                self.layout.points[task.point as usize].members().any(|it| it == contractor.role)
                    && (contractor.streams.is_empty() || contractor.streams.contains(&stream))
                    && waiting >= contractor.when_waiting as usize
                    && self.layout.contractors_from[position] <= now.at;
            if !takes {
                continue;
            }
            let (of_month, used) = &mut self.bought[position];
            if *of_month != month {
                (*of_month, *used) = (month, 0);
            }
            if f64::from(*used) >= contractor.capacity.value(&self.numbers.inputs) {
                continue;
            }
            *used += 1;
            self.items.wait_over(item);
            self.observers.bought(position, now.at);
            let mean = contractor.lead.mean.value(&self.numbers.inputs);
            let lead = Sampler::new(&contractor.lead.shape, mean);
            // By chance of its own: what the item needs is the same without the contractor.
            let mut chance = self.items.get(item).chance.child(name_key("contractor"));
            let seconds = lead.draw(&mut chance);
            let calendar = self.calendar(self.role_calendar(role));
            let start = calendar.next_open(now.at + Elapsed::from_seconds(seconds));
            future.schedule(start, Event::ContractorStart { item });
            return true;
        }
        false
    }

    pub(crate) fn contractor_start(&mut self, item: u32, future: &mut Future) {
        let now = self.now_for(item, future.now());
        let task = &self.layout.tasks[self.task_of(item)];
        let role = task.role;
        let started = self.items.touch(item);
        if started.is_untouched() {
            self.contacted(item, started, task.stream.calendar, now);
        }
        let calendar = self.calendar(self.role_calendar(role));
        let done = calendar.finish(now.at, self.items.get(item).left).max(now.at);
        future.schedule(done, Event::ContractorDone { item });
    }
}
