//! Sources: where items come from, each with a timer for its next arrival.
//!
//! Where arrivals can wait for somebody to be free they come by
//! [`crate::department::fast_path::feed`] instead.

use super::arrival_batch::{ArrivalContext, ArrivalSource, Schedule, UpcomingItem};
use super::arrival_rate::{
    automated_arrivals, automation_factors, daily_shape, disperse, fill, occurrences,
    rate_per_hour, spread,
};
use super::item::{Item, NOBODY};
use crate::department::layout::{Layout, draw_count};
use crate::department::observer::Observer;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, DriverId, StreamId};
use crate::random::{Arrivals, Chance, Intensity, name_key};
use crate::scenario::{Arrival, Inputs, Scenario};
use crate::time::{Effort, SimTime};

/// The sources of all arrivals that no other item causes.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    /// When items come, by stream.
    pub(crate) schedules: Vec<Schedule>,
    /// One for each stream that neither is owned nor feeds a queue point, one for each stream and
    /// person where it is owned.
    timed: Vec<ArrivalSource>,
    /// How many there are of the first kind.
    own: usize,
    /// Memory of sources of earlier replications.
    retired: Vec<Vec<UpcomingItem>>,
    /// By stream: the effort step that its items begin with, where they do, and what they have in
    /// common.
    beginnings: Vec<(Option<u32>, Item)>,
    daily: DriverValues,
}

/// Values of drivers by day.
#[derive(Clone, Debug, Default)]
struct DriverValues(Vec<Vec<f64>>);

impl Sources {
    /// The sources of a scenario.
    pub(crate) fn of(scenario: &Scenario, layout: &Layout) -> Self {
        let days = scenario.timeline.end_time().day() + 1;
        let schedules = scenario.streams.iter().map(|stream| {
            let calendar = &scenario.calendars[stream.calendar.index()];
            match &stream.arrival {
                Arrival::Rate(rate) => {
                    let intensity = Intensity { daily: Vec::new(), spread: spread(rate) };
                    let shape = daily_shape(rate, calendar, &scenario.timeline, days);
                    Schedule::Rate(shape, intensity)
                }
                Arrival::Recurrence(it) => {
                    Schedule::Dates(occurrences(it, calendar, &scenario.timeline, days))
                }
                Arrival::Replay(moments) => Schedule::Dates(moments.clone()),
                Arrival::Spawned => Schedule::None,
            }
        });
        let own = (0..scenario.streams.len())
            .filter(|&it| layout.streams[it].feeds.is_none() && has_own_source(scenario, it));
        Self {
            schedules: schedules.collect(),
            timed: Vec::new(),
            own: own.count(),
            retired: Vec::new(),
            beginnings: (0..layout.streams.len())
                .map(|index| (layout.streams[index].first_task, model(layout, index)))
                .collect(),
            daily: DriverValues::default(),
        }
    }

    /// The effort step that the items of a stream begin with, where they do, and what such items
    /// have in common.
    pub(crate) fn beginning(&self, stream: StreamId) -> (Option<u32>, Item) {
        self.beginnings[stream.index()]
    }

    /// How many sources have a timer.
    pub(crate) fn len(&self) -> usize {
        self.own.max(self.timed.len())
    }

    /// Prepares a replication; hands over the sources that feed queue points, in the order of
    /// streams.
    pub(crate) fn reset(
        &mut self,
        (scenario, layout): (&Scenario, &Layout),
        key: u64,
        stream_keys: &[u64],
        inputs: &Inputs,
        mut feed: impl FnMut(u32, ArrivalSource),
    ) {
        let days = scenario.timeline.end_time().day() + 1;
        let drivers = &scenario.drivers;
        self.daily.0.clear();
        let values = drivers.iter().map(|it| it.daily(drivers, &scenario.timeline, inputs, days));
        self.daily.0.extend(values);
        let used = self.timed.drain(..).map(ArrivalSource::into_memory);
        self.retired.extend(used);
        for (index, stream) in scenario.streams.iter().enumerate() {
            if let (Arrival::Rate(rate), Schedule::Rate(shape, intensity)) =
                (&stream.arrival, &mut self.schedules[index])
            {
                let chance = Chance::keyed(&[key, stream_keys[index], name_key("day factor")]);
                let automations = automation_factors(scenario, StreamId::new(index), inputs);
                let calendar = &scenario.calendars[stream.calendar.index()];
                let per_hour = rate_per_hour(rate, calendar, inputs);
                let driver = rate.driver.map(|it| &self.daily.0[it.index()][..]);
                fill(&mut intensity.daily, shape, per_hour, rate, driver, inputs);
                for (from, factor) in automations {
                    let from = from.min(intensity.daily.len());
                    intensity.daily[from..].iter_mut().for_each(|it| *it *= factor);
                }
                disperse(&mut intensity.daily, rate.profile.day_cv, chance);
            }
            if has_own_source(scenario, index) {
                let stream = StreamId::new(index);
                let source = self.source(scenario, stream, NOBODY, &[key, stream_keys[index]]);
                match layout.streams[index].feeds {
                    Some(point) => feed(point, source),
                    None => self.timed.push(source),
                }
            }
        }
    }

    /// Takes back the memory of a source.
    pub(crate) fn retire(&mut self, source: ArrivalSource) {
        self.retired.push(source.into_memory());
    }

    /// A driver's value on a day.
    pub(crate) fn driver(&self, driver: DriverId, day: usize) -> f64 {
        let values = &self.daily.0[driver.index()];
        values[day.min(values.len() - 1)]
    }

    fn source(
        &mut self,
        scenario: &Scenario,
        stream: StreamId,
        owner: u32,
        key: &[u64],
    ) -> ArrivalSource {
        let memory = self.retired.pop().unwrap_or_default();
        let chance = Chance::keyed(key);
        let items = Chance::keyed(&[chance.child(1).state()]);
        let (first_task, model) = self.beginnings[stream.index()];
        let of = &scenario.streams[stream.index()];
        let mut source = match &of.arrival {
            Arrival::Rate(rate) => ArrivalSource::of_rate(
                Arrivals::new(chance.child(0), rate.profile.regular),
                items,
                memory,
            ),
            // How many there are is drawn when the date has come.
            _ => ArrivalSource::of_dates(items, memory),
        };
        let one_by_one = matches!(&of.arrival, Arrival::Rate(rate) if rate.profile.batch.is_none());
        source.first_task = first_task.filter(|_| one_by_one);
        source.model = Item { owner, ..model };
        (source.calendar, source.clock) = (of.calendar, of.clock);
        source
    }
}

/// Whether items of a stream come by themselves, and not to each person alone.
fn has_own_source(scenario: &Scenario, index: usize) -> bool {
    let stream = &scenario.streams[index];
    match stream.arrival {
        Arrival::Rate(_) => stream.for_each.is_empty(),
        Arrival::Recurrence(_) | Arrival::Replay(_) => true,
        Arrival::Spawned => false,
    }
}

impl<O: Observer> Department<'_, O> {
    /// Sets the timers of all sources.
    pub(crate) fn start_sources(&mut self, future: &mut Future) {
        for source in 0..self.sources.timed.len() {
            if self.sources.timed[source].next().is_none() {
                self.look_ahead(source);
            }
        }
        self.set_source_timers(future);
    }

    /// Sets the timers of all sources to what they have pending.
    pub(crate) fn set_source_timers(&mut self, future: &mut Future) {
        for (position, source) in self.sources.timed.iter().enumerate() {
            let next = source.next().unwrap_or(SimTime::NEVER);
            future.set_timer(self.source_timers() + position, next);
        }
    }

    /// Work that comes to each person of a role begins to come to a newcomer.
    pub(crate) fn add_sources_of(&mut self, agent: AgentId, future: &mut Future) {
        let scenario = self.scenario;
        let it = &self.agents[agent.index()];
        let (role, ordinal) = (it.role, u64::from(it.ordinal));
        for (index, stream) in scenario.streams.iter().enumerate() {
            if stream.for_each.contains(&role) && matches!(stream.arrival, Arrival::Rate(_)) {
                let key =
                    [self.key, self.stream_keys[index], self.role_keys[role.index()], ordinal];
                let id = StreamId::new(index);
                let mut source = self.sources.source(scenario, id, agent.0, &key);
                source.since = future.now();
                self.sources.timed.push(source);
                let position = self.sources.timed.len() - 1;
                let at = self.look_ahead(position);
                self.rearrange_timers(future);
                future.set_timer(self.source_timers() + position, at);
            }
        }
    }

    /// Draws what comes next from a source; returns the moment of its next arrival.
    fn look_ahead(&mut self, source: usize) -> SimTime {
        let context = ArrivalContext {
            schedules: &self.sources.schedules,
            scenario: self.scenario,
            layout: self.layout,
            numbers: &self.numbers,
        };
        let source = &mut self.sources.timed[source];
        source.look_ahead(context);
        source.next().unwrap_or(SimTime::NEVER)
    }

    /// A source's timer has come.
    #[inline(never)]
    pub(crate) fn arrival(&mut self, source: usize, future: &mut Future) {
        let it = &mut self.sources.timed[source];
        let (coming, _) = it.take();
        let (clock, first_task, model) = (it.clock, it.first_task, it.model);
        let is_random = it.is_random();
        let next = match it.next() {
            Some(next) => next,
            None => self.look_ahead(source),
        };
        future.set_timer(self.source_timers() + source, next);
        let now = self.now(future.now(), clock);
        let (stream, owner) = (model.stream, model.owner);
        if !is_random {
            self.recur(stream, coming.chance, now, future);
        } else if self.is_of_a_lost_client(stream, coming.chance) {
            // It would have come from whoever has left.
        } else if owner == NOBODY || self.agents[owner as usize].is_present() {
            if first_task.is_none() {
                return self.come(stream, owner, coming.chance, now, future);
            }
            let joined = self.next_to_join(now.at);
            self.admit(coming.into_item(model, joined), now, future);
        }
    }

    /// An item comes, or as many at once as the stream says.
    #[inline(never)]
    fn come(
        &mut self,
        stream: StreamId,
        owner: u32,
        mut chance: Chance,
        now: ClockReading,
        future: &mut Future,
    ) {
        let scenario = self.scenario;
        let batch = match &scenario.streams[stream.index()].arrival {
            Arrival::Rate(rate) => rate.profile.batch,
            _ => None,
        };
        let Some(count) = batch else {
            return self.create(stream, owner, chance, now, future);
        };
        let times = draw_count(count, &self.numbers.inputs, 1.0, &mut chance);
        for number in 0..u64::from(times) {
            self.create(stream, owner, chance.child(number), now, future);
        }
    }

    #[inline(never)]
    fn recur(
        &mut self,
        stream: StreamId,
        mut chance: Chance,
        now: ClockReading,
        future: &mut Future,
    ) {
        let scenario = self.scenario;
        let Arrival::Recurrence(recurrence) = &scenario.streams[stream.index()].arrival else {
            // A row of a log is an item.
            return self.create_for_everybody(stream, chance, now, future);
        };
        let inputs = &self.numbers.inputs;
        let factor = recurrence
            .driver
            .map_or(1.0, |(driver, at)| self.driver_now(driver, now.at.day()) / at.value(inputs));
        let automated = automated_arrivals(self.scenario, stream, now.at.day(), inputs);
        let count = recurrence.count;
        let times = draw_count(count, inputs, factor * automated, &mut chance);
        for number in 0..u64::from(times) {
            self.create_for_everybody(stream, chance.child(number), now, future);
        }
    }
}

impl UpcomingItem {
    /// The item that has come, where its first step is effort.
    #[inline(always)]
    pub(crate) fn into_item(self, model: Item, joined: u64) -> Item {
        Item {
            chance: self.chance,
            created: self.at,
            created_worked: self.worked,
            left: Effort::from_seconds(self.seconds),
            joined,
            ..model
        }
    }
}

/// What the items of a stream that begin with effort have in common.
fn model(layout: &Layout, stream: usize) -> Item {
    let of = &layout.streams[stream];
    Item {
        op: of.entry,
        task: of.first_task.unwrap_or(0),
        watched_marks: of.watched_marks,
        ..Item::uncreated(StreamId::new(stream), NOBODY, Chance::from_state(0))
    }
}
