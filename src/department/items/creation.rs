//! How items are created: by an arrival, by a reopening, or by another item.

use crate::department::event::Event;

use super::item::{Item, NOBODY};
use crate::department::layout::Reopening;
use crate::department::observer::Observer;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, StreamId};
use crate::random::{Chance, name_key};
use crate::scenario::{CREATED, Clock};
use crate::time::{Effort, SimTime};

/// An item that is reopened, with what is left of its chance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReopenedItem {
    pub(crate) chance: Chance,
    pub(crate) stream: StreamId,
    pub(crate) owner: u32,
    /// A position in the layout's reopenings.
    pub(crate) reopening: u32,
}

impl<O: Observer> Department<'_, O> {
    /// A new item comes in.
    #[inline(never)]
    pub(crate) fn create(
        &mut self,
        stream: StreamId,
        owner: u32,
        chance: Chance,
        now: ClockReading,
        future: &mut Future,
    ) {
        let (first_task, model) = self.sources.beginning(stream);
        if let Some(task) = first_task {
            let (mut chance, layout) = (chance, self.layout);
            let task = &layout.tasks[task as usize];
            let item = Item {
                owner,
                left: self.numbers.effort(self.scenario, layout, task, stream, now.at, &mut chance),
                chance,
                created: now.at,
                created_worked: self.worked(now, task.stream.calendar),
                joined: self.next_to_join(now.at),
                ..model
            };
            return self.admit(item, now, future);
        }
        let mut item = Item::uncreated(stream, owner, chance);
        let id = self.items.insert(item);
        self.begin(id, &mut item, now, future);
    }

    /// A new item comes in whose first step is effort that has been drawn already.
    #[inline(always)]
    pub(crate) fn admit(&mut self, item: Item, now: ClockReading, future: &mut Future) {
        self.observers.arrived(item.stream, now.at);
        let id = self.items.insert(item);
        let task = &self.layout.tasks[item.task as usize];
        self.ask(id, item, task, now, future);
    }

    #[inline(always)]
    fn begin(&mut self, id: u32, item: &mut Item, now: ClockReading, future: &mut Future) {
        self.observers.arrived(item.stream, now.at);
        let stream = &self.layout.streams[item.stream.index()];
        item.created = now.at;
        item.created_worked = self.worked(now, stream.calendar);
        item.op = stream.entry;
        item.watched_marks = stream.watched_marks;
        match stream.noticed_after {
            None => self.advance(id, item, now, future),
            Some(sampler) => self.go_unnoticed(id, item, sampler, now, future),
        }
    }

    #[inline(never)]
    fn go_unnoticed(
        &mut self,
        id: u32,
        item: &mut Item,
        sampler: u32,
        now: ClockReading,
        future: &mut Future,
    ) {
        // By chance of its own: what the item needs is the same when it is noticed at once.
        let mut chance = item.chance.child(name_key("noticed"));
        let seconds = self.numbers.samplers[sampler as usize].draw(&mut chance);
        *self.items.get_mut(id) = *item;
        let calendar = self.layout.streams[item.stream.index()].calendar;
        let at = self.after(now, Clock::Working, calendar, seconds);
        future.schedule(at, Event::Noticed { item: id });
    }

    pub(crate) fn noticed(&mut self, id: u32, future: &mut Future) {
        let now = self.now_for(id, future.now());
        let mut item = *self.items.get(id);
        self.advance(id, &mut item, now, future);
    }

    /// The item is reopened with a probability.
    #[inline(always)]
    pub(crate) fn maybe_reopen(
        &mut self,
        item: &mut Item,
        probability: u32,
        reopening: u32,
        now: ClockReading,
        future: &mut Future,
    ) {
        if item.chance.unit() < self.numbers.probabilities[probability as usize] {
            let reopening = self.layout.reopenings[reopening as usize];
            self.reopen(item, reopening, now, future);
        }
    }

    /// Reopens an item that has left already.
    #[inline(never)]
    pub(crate) fn reopen_item(&mut self, it: ReopenedItem, now: ClockReading, future: &mut Future) {
        let mut item = Item::uncreated(it.stream, it.owner, it.chance);
        let reopening = self.layout.reopenings[it.reopening as usize];
        self.reopen(&mut item, reopening, now, future);
    }

    /// A reopened item is a new one: its own clock, effort and draws.
    #[inline(never)]
    fn reopen(
        &mut self,
        item: &mut Item,
        reopening: Reopening,
        now: ClockReading,
        future: &mut Future,
    ) {
        let seconds = self.numbers.samplers[reopening.delay as usize].draw(&mut item.chance);
        let chance = Chance::from_state(item.chance.next_u64());
        let (stream, owner) = (item.stream, item.owner);
        if seconds <= 0.0 {
            return self.create(stream, owner, chance, now, future);
        }
        let calendar = self.layout.streams[stream.index()].calendar;
        let at = self.after(now, reopening.clock, calendar, seconds);
        self.create_at(at, Item::uncreated(stream, owner, chance), future);
    }

    /// An item comes later.
    pub(super) fn create_at(&mut self, at: SimTime, item: Item, future: &mut Future) {
        let item = self.items.insert(item);
        future.schedule(at, Event::Reopened { item });
    }

    /// An item that was to come later, reopened or not, comes.
    pub(crate) fn reopened(&mut self, id: u32, future: &mut Future) {
        let now = self.now_for(id, future.now());
        let mut item = *self.items.get(id);
        if item.owner == NOBODY && self.is_for_each(item.stream) {
            self.items.remove(id);
            return self.create_for_everybody(item.stream, item.chance, now, future);
        }
        self.begin(id, &mut item, now, future);
    }

    #[inline(never)]
    pub(crate) fn spawn(
        &mut self,
        item: &mut Item,
        stream: StreamId,
        count: u32,
        now: ClockReading,
        future: &mut Future,
    ) {
        let times = self.numbers.draw_count(count, 1.0, &mut item.chance);
        for _ in 0..times {
            let chance = Chance::from_state(item.chance.next_u64());
            self.create_for_everybody(stream, chance, now, future);
        }
    }

    /// The same, each of them after a while of its own.
    #[inline(never)]
    pub(crate) fn spawn_later(
        &mut self,
        item: &mut Item,
        (stream, count, delay): (StreamId, u32, u32),
        now: ClockReading,
        future: &mut Future,
    ) {
        let delay = self.layout.reopenings[delay as usize];
        let calendar = self.layout.streams[item.stream.index()].calendar;
        let times = self.numbers.draw_count(count, 1.0, &mut item.chance);
        for _ in 0..times {
            let mut chance = Chance::from_state(item.chance.next_u64());
            let seconds = self.numbers.samplers[delay.delay as usize].draw(&mut chance);
            let at = self.after(now, delay.clock, calendar, seconds);
            self.create_at(at, Item::uncreated(stream, NOBODY, chance), future);
        }
    }

    /// Whether each person of some roles gets an item of a stream.
    fn is_for_each(&self, stream: StreamId) -> bool {
        self.scenario.streams.get(stream.index()).is_some_and(|it| !it.for_each.is_empty())
    }

    /// An item, or one for each present person where the stream says so.
    pub(crate) fn create_for_everybody(
        &mut self,
        stream: StreamId,
        chance: Chance,
        now: ClockReading,
        future: &mut Future,
    ) {
        let scenario = self.scenario;
        let roles = scenario.streams.get(stream.index()).map(|it| &it.for_each[..]);
        let roles = roles.unwrap_or_default();
        if roles.is_empty() {
            return self.create(stream, NOBODY, chance, now, future);
        }
        for &role in roles {
            for position in 0..self.team(role).members.len() {
                let agent = self.team(role).members[position];
                let it = &self.agents[agent.index()];
                if it.is_present() {
                    let own = chance.child((role.index() as u64) << 32 | u64::from(it.ordinal));
                    self.create(stream, agent.0, own, now, future);
                }
            }
        }
    }

    /// Some hours of a colleague for a newcomer.
    pub(crate) fn create_mentoring(
        &mut self,
        mentor: AgentId,
        effort: Effort,
        future: &mut Future,
    ) {
        let layout = self.layout;
        let at = future.now();
        let now = self.now(at, crate::ids::CalendarId(0));
        let stream = layout.mentoring_stream();
        let item = Item {
            joined: self.next_to_join(at),
            created: at,
            created_worked: now.worked,
            left: effort,
            op: layout.streams[stream.index()].entry,
            task: layout.tasks.len() as u32 - 1,
            ..Item::uncreated(stream, mentor.0, Chance::from_state(0))
        };
        let id = self.items.insert(item);
        self.observers.arrived(stream, at);
        let role = self.agents[mentor.index()].role;
        self.observers.asked_for(role, stream, effort, at);
        let task = &layout.tasks[item.task as usize];
        self.join_queue(id, item, task, now, future);
    }

    /// Drops an item that belongs to an absent person.
    pub(crate) fn drop_item(&mut self, id: u32, now: SimTime) {
        let item = self.items.get(id);
        self.observers.dropped(item.stream, item.created, now);
        self.observers.given_up(id);
        self.items.wait_over(id);
        self.items.remove(id);
    }

    /// The owner of an item, when it has one.
    pub(crate) fn owner_of(&self, id: u32) -> Option<AgentId> {
        let owner = self.items.get(id).owner;
        (owner != NOBODY).then_some(AgentId(owner))
    }
}

impl Item {
    /// An item that is still to come.
    pub(crate) fn uncreated(stream: StreamId, owner: u32, chance: Chance) -> Self {
        Self {
            chance,
            created: SimTime::NEVER,
            created_worked: Effort::ZERO,
            left: Effort::ZERO,
            joined: 0,
            op: 0,
            task: 0,
            stream,
            owner,
            marked: 1 << CREATED.index(),
            watched_marks: 0,
        }
    }
}
