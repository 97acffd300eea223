//! Sources: where items come from, each with a timer for its next arrival.

use super::expected::{
    automation_factors, daily_shape, disperse, fill, occurrences, rate_per_hour, spread,
};
use super::layout::Layout;
use super::observer::Observer;
use super::work::{Item, NOBODY};
use super::{Department, Future, Now};
use crate::calendar::WorkingTime;
use crate::ids::{AgentId, CalendarId, DriverId, StreamId};
use crate::random::{Arrivals, Chance, Intensity, name_key};
use crate::scenario::{Arrival, Scenario};
use crate::time::{Effort, SimTime};

/// Everything that brings items in by itself.
#[derive(Clone, Debug)]
pub struct Sources {
    streams: Vec<StreamSource>,
    /// One for each stream that is not owned, one for each stream and person where it is.
    sources: Vec<Source>,
    own_sources: usize,
    /// Memory of sources of earlier replications.
    retired: Vec<Vec<Coming>>,
    /// By stream: the effort step that its items begin with, where they do, and what they have in
    /// common.
    beginnings: Vec<(Option<u32>, Item)>,
    daily: DriverValues,
}

#[derive(Clone, Debug)]
enum StreamSource {
    /// Expected arrivals of each day for a rate of 1 an hour, before drivers and draws; as drawn.
    Rate(Vec<f64>, Intensity),
    /// The moments of a recurrence.
    Dates(Vec<SimTime>),
    None,
}

#[derive(Clone, Debug)]
struct Source {
    stream: StreamId,
    calendar: CalendarId,
    /// The chance of its items, but for their number.
    items: Chance,
    count: u64,
    /// The effort step that its items begin with, where they do.
    first_work: Option<u32>,
    /// What such items have in common.
    model: Item,
    /// What comes earlier is not meant for it.
    since: SimTime,
    /// What comes next, in order, and how much of it has come.
    ahead: Vec<Coming>,
    come: usize,
    kind: Kind,
}

/// How many arrivals a source knows of when it has looked ahead, or some more.
const AHEAD: usize = 32;

/// An item that is going to come. What it needs first is drawn with its arrival, as nothing that
/// happens until then makes a difference.
#[derive(Clone, Copy, Debug)]
struct Coming {
    at: SimTime,
    chance: Chance,
    /// Its first effort.
    seconds: f64,
}

#[expect(
    clippy::large_enum_variant,
    reason = "nearly all sources are of the large kind"
)]
#[derive(Clone, Debug)]
enum Kind {
    Rate(Arrivals),
    Dates(usize),
}

/// Values of drivers by day, computed again only when an input moves them.
#[derive(Clone, Debug, Default)]
struct DriverValues(Vec<Vec<f64>>);

impl Sources {
    /// The sources of a scenario.
    pub fn of(scenario: &Scenario, layout: &Layout) -> Self {
        let days = scenario.timeline.end_time().day() + 1;
        let streams = scenario.streams.iter().map(|stream| {
            let calendar = &scenario.calendars[stream.calendar.index()];
            match &stream.arrival {
                Arrival::Rate(rate) => {
                    let intensity = Intensity {
                        daily: Vec::new(),
                        spread: spread(rate),
                    };
                    let shape = daily_shape(rate, calendar, &scenario.timeline, days);
                    StreamSource::Rate(shape, intensity)
                }
                Arrival::Recurrence(it) => {
                    StreamSource::Dates(occurrences(it, calendar, &scenario.timeline, days))
                }
                Arrival::Spawned => StreamSource::None,
            }
        });
        let mut sources = Self {
            streams: streams.collect(),
            sources: Vec::new(),
            own_sources: 0,
            retired: Vec::new(),
            beginnings: (0..layout.streams.len())
                .map(|index| (layout.streams[index].first_work, model(layout, index)))
                .collect(),
            daily: DriverValues::default(),
        };
        for index in 0..scenario.streams.len() {
            if sources.has_own_source(scenario, index) {
                sources.own_sources += 1;
            }
        }
        sources
    }

    /// The effort step that the items of a stream begin with, where they do, and what such items
    /// have in common.
    pub fn beginning(&self, stream: StreamId) -> (Option<u32>, Item) {
        self.beginnings[stream.index()]
    }

    /// How many sources there are.
    pub fn len(&self) -> usize {
        self.own_sources.max(self.sources.len())
    }

    /// Prepares a replication.
    pub fn reset(&mut self, scenario: &Scenario, key: u64, stream_keys: &[u64], inputs: &[f64]) {
        let days = scenario.timeline.end_time().day() + 1;
        let drivers = &scenario.drivers;
        self.daily.0.clear();
        let values = drivers
            .iter()
            .map(|it| it.daily(drivers, &scenario.timeline, inputs, days));
        self.daily.0.extend(values);
        let used = self.sources.drain(..).map(|it| it.ahead);
        self.retired.extend(used);
        for (index, stream) in scenario.streams.iter().enumerate() {
            if let (Arrival::Rate(rate), StreamSource::Rate(shape, intensity)) =
                (&stream.arrival, &mut self.streams[index])
            {
                let chance = Chance::keyed(&[key, stream_keys[index], name_key("day factor")]);
                let automations = automation_factors(scenario, StreamId::new(index), inputs);
                let calendar = &scenario.calendars[stream.calendar.index()];
                let per_hour = rate_per_hour(rate, calendar, inputs);
                let driver = rate.driver.map(|it| &self.daily.0[it.index()][..]);
                fill(&mut intensity.daily, shape, per_hour, rate, driver, inputs);
                for (from, factor) in automations {
                    let from = from.min(intensity.daily.len());
                    intensity.daily[from..]
                        .iter_mut()
                        .for_each(|it| *it *= factor);
                }
                disperse(&mut intensity.daily, rate.day_cv, chance);
            }
            if self.has_own_source(scenario, index) {
                let stream = StreamId::new(index);
                self.add(scenario, stream, NOBODY, &[key, stream_keys[index]]);
            }
        }
    }

    /// A driver's value on a day.
    pub fn driver(&self, driver: DriverId, day: usize) -> f64 {
        let values = &self.daily.0[driver.index()];
        values[day.min(values.len() - 1)]
    }

    fn has_own_source(&self, scenario: &Scenario, index: usize) -> bool {
        match &self.streams[index] {
            StreamSource::Rate(..) => scenario.streams[index].for_each.is_empty(),
            StreamSource::Dates(_) => true,
            StreamSource::None => false,
        }
    }

    fn add(&mut self, scenario: &Scenario, stream: StreamId, owner: u32, key: &[u64]) -> usize {
        let mut ahead = self.retired.pop().unwrap_or_default();
        ahead.clear();
        let chance = Chance::keyed(key);
        let (first_work, model) = self.beginnings[stream.index()];
        let (kind, first_work) = match &scenario.streams[stream.index()].arrival {
            Arrival::Rate(rate) => (
                Kind::Rate(Arrivals::new(chance.child(0), rate.regular)),
                first_work,
            ),
            // How many there are is drawn when the date has come.
            _ => (Kind::Dates(0), None),
        };
        self.sources.push(Source {
            stream,
            calendar: scenario.streams[stream.index()].calendar,
            items: Chance::keyed(&[chance.child(1).state()]),
            count: 0,
            first_work,
            model: Item { owner, ..model },
            since: SimTime::ZERO,
            ahead,
            come: 0,
            kind,
        });
        self.sources.len() - 1
    }
}

impl Source {
    /// The moment of the next arrival, if it is known yet.
    #[inline(always)]
    fn next(&self) -> Option<SimTime> {
        self.ahead.get(self.come).map(|it| it.at)
    }

    /// Looks at what comes next, unless nothing does.
    fn look_ahead(&mut self, streams: &[StreamSource], calendars: &[WorkingTime]) {
        self.ahead.clear();
        self.come = 0;
        // Nothing of what was seen may be meant for it.
        while self.look_further(streams, calendars) > 0 && self.ahead.is_empty() {}
    }

    /// Returns how many arrivals were seen.
    fn look_further(&mut self, streams: &[StreamSource], calendars: &[WorkingTime]) -> usize {
        let (items, since) = (self.items, self.since);
        let (ahead, mut count) = (&mut self.ahead, self.count);
        let mut take = |at: SimTime| {
            if at >= since {
                count += 1;
                let (chance, seconds) = (items.and(count), 0.0);
                ahead.push(Coming {
                    at,
                    chance,
                    seconds,
                });
            }
        };
        let seen = match (&mut self.kind, &streams[self.stream.index()]) {
            (Kind::Rate(arrivals), StreamSource::Rate(_, intensity)) => {
                let calendar = &calendars[self.calendar.index()];
                arrivals.next_days(AHEAD, intensity, calendar, take)
            }
            (Kind::Dates(next), StreamSource::Dates(dates)) => {
                *next += 1;
                let date = dates.get(*next - 1).copied();
                date.into_iter().map(&mut take).count()
            }
            _ => 0,
        };
        self.count = count;
        seen
    }
}

impl<O: Observer> Department<'_, O> {
    /// Sets the timers of all sources.
    pub(super) fn start_sources(&mut self, future: &mut Future) {
        for source in 0..self.sources.sources.len() {
            if self.sources.sources[source].next().is_none() {
                self.look_ahead(source);
            }
        }
        self.set_source_timers(future);
    }

    /// Sets the timers of all sources to what they have pending.
    pub(super) fn set_source_timers(&mut self, future: &mut Future) {
        for (position, source) in self.sources.sources.iter().enumerate() {
            let next = source.next().unwrap_or(SimTime::NEVER);
            future.set_timer(self.agent_timers + position, next);
        }
    }

    /// Work that comes to each person of a role begins to come to a newcomer.
    pub(super) fn add_sources_of(&mut self, agent: AgentId, future: &mut Future) {
        let scenario = self.scenario;
        let it = &self.agents[agent.index()];
        let (role, ordinal) = (it.role, u64::from(it.ordinal));
        for (index, stream) in scenario.streams.iter().enumerate() {
            if stream.for_each.contains(&role) && matches!(stream.arrival, Arrival::Rate(_)) {
                let key = [
                    self.key,
                    self.stream_keys[index],
                    self.role_keys[role.index()],
                    ordinal,
                ];
                let id = StreamId::new(index);
                let source = self.sources.add(scenario, id, agent.0, &key);
                self.sources.sources[source].since = future.now();
                let at = self.look_ahead(source);
                self.relay_timers(future);
                future.set_timer(self.agent_timers + source, at);
            }
        }
    }

    /// Draws what comes next from a source; returns the moment of its next arrival.
    #[inline(never)]
    fn look_ahead(&mut self, source: usize) -> SimTime {
        let sources = &mut self.sources;
        let it = &mut sources.sources[source];
        it.look_ahead(&sources.streams, &self.scenario.calendars);
        if let Some(work) = it.first_work {
            let work = &self.layout.works[work as usize];
            for part in self.numbers.samplers_of(work) {
                let ahead = it.ahead.iter_mut();
                part.add_to(ahead.map(|it| (&mut it.chance, &mut it.seconds)));
            }
            if work.stream.automated {
                let (scenario, layout) = (self.scenario, self.layout);
                for coming in &mut it.ahead {
                    let at = coming.at;
                    coming.seconds *= self.numbers.automated(scenario, layout, it.stream, at);
                }
            }
        }
        it.next().unwrap_or(SimTime::NEVER)
    }

    /// A source's timer has come.
    #[inline(always)]
    pub(super) fn arrival(&mut self, source: usize, future: &mut Future) {
        let it = &mut self.sources.sources[source];
        let coming = it.ahead[it.come];
        it.come += 1;
        let (calendar, first_work, model) = (it.calendar, it.first_work, it.model);
        let is_rate = matches!(it.kind, Kind::Rate(_));
        let next = match it.next() {
            Some(next) => next,
            None => self.look_ahead(source),
        };
        future.set_timer(self.agent_timers + source, next);
        let now = self.now(future.now(), calendar);
        let (stream, owner) = (model.stream, model.owner);
        if !is_rate {
            self.recur(stream, coming.chance, now, future);
        } else if owner == NOBODY || self.agents[owner as usize].is_present() {
            if first_work.is_none() {
                return self.create(stream, owner, coming.chance, now, future);
            }
            let item = Item {
                chance: coming.chance,
                created: now.at,
                // A source keeps the calendar of its stream.
                created_worked: now.worked,
                left: Effort::from_seconds(coming.seconds),
                joined: self.next_to_join(),
                ..model
            };
            self.bring(item, now, future);
        }
    }

    #[inline(never)]
    fn recur(&mut self, stream: StreamId, mut chance: Chance, now: Now, future: &mut Future) {
        let scenario = self.scenario;
        let Arrival::Recurrence(recurrence) = &scenario.streams[stream.index()].arrival else {
            return;
        };
        let inputs = &self.numbers.inputs;
        let factor = recurrence.driver.map_or(1.0, |(driver, at)| {
            self.sources.driver(driver, now.at.day()) / at.value(inputs)
        });
        let automations = automation_factors(self.scenario, stream, inputs);
        let automated: f64 = automations
            .filter(|(from, _)| now.at.day() >= *from)
            .map(|(_, factor)| factor)
            .product();
        let count = recurrence.count;
        let times = super::numbers::draw_count(count, inputs, factor * automated, &mut chance);
        for number in 0..u64::from(times) {
            self.create_for_everybody(stream, chance.child(number), now, future);
        }
    }
}

/// What the items of a stream that begin with effort have in common.
fn model(layout: &Layout, stream: usize) -> Item {
    let of = &layout.streams[stream];
    Item {
        op: of.entry,
        work: of.first_work.unwrap_or(0),
        heeds: of.heeded_marks,
        ..Item::unborn(StreamId::new(stream), NOBODY, Chance::from_state(0))
    }
}
