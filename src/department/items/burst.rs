//! Bursts: items that come around a date, beside what comes anyway.

use super::arrival_rate::automated_arrivals;
use super::item::{Item, NOBODY};
use crate::calendar::{Timeline, WorkingTime};
use crate::department::event::Event;
use crate::department::layout::draw_count;
use crate::department::observer::Observer;
use crate::department::{Department, Future};
use crate::ids::StreamId;
use crate::random::{Chance, Sampler, name_key};
use crate::scenario::Burst;
use crate::time::{Elapsed, SimTime};

/// The moment at which a burst begins, where the simulated span has its day.
pub(crate) fn beginning(
    burst: &Burst,
    calendar: &WorkingTime,
    timeline: &Timeline,
) -> Option<SimTime> {
    let day = timeline.day_of(burst.date)?;
    let midnight = SimTime::midnight(day);
    Some(match burst.at {
        Some(seconds) => midnight + Elapsed::from_seconds(seconds),
        None => calendar.opening(day).unwrap_or(midnight),
    })
}

impl<O: Observer> Department<'_, O> {
    /// Schedules every burst.
    pub(crate) fn start_bursts(&mut self, future: &mut Future) {
        for (index, stream) in self.scenario.streams.iter().enumerate() {
            let calendar = self.calendar(stream.calendar);
            for (number, burst) in stream.bursts.iter().enumerate() {
                if let Some(at) = beginning(burst, calendar, &self.scenario.timeline) {
                    let (stream, number) = (index as u32, number as u32);
                    future.schedule(at, Event::Burst { stream, number });
                }
            }
        }
    }

    /// A burst begins: how many it brings, and when each of them comes.
    pub(crate) fn burst(&mut self, stream: u32, number: u32, future: &mut Future) {
        let id = StreamId::new(stream as usize);
        let of = &self.scenario.streams[id.index()];
        let burst = &of.bursts[number as usize];
        let inputs = &self.numbers.inputs;
        let now = self.now(future.now(), of.clock);
        let key = [self.key, self.stream_keys[id.index()], name_key("burst"), u64::from(number)];
        let mut chance = Chance::keyed(&key);
        let factor = automated_arrivals(self.scenario, id, now.at.day(), inputs);
        let times = draw_count(burst.items, inputs, factor, &mut chance);
        let delay = Sampler::new(&burst.over.shape, burst.over.mean.value(inputs));
        for item in 0..u64::from(times) {
            let mut own = chance.child(item);
            let seconds = delay.draw(&mut own);
            let at = self.after(now, burst.clock, of.clock, seconds);
            self.create_at(at, Item::uncreated(id, NOBODY, own), future);
        }
    }
}
