//! Items on their routes: from one effort or wait to the next.

use super::event::Event;
use super::layout::{Op, Reopening};
use super::observer::Observer;
use super::work::{Item, NOBODY, Stood};
use super::{Department, Future, Now};
use crate::ids::{AgentId, CalendarId, MarkId, RoleId, StreamId};
use crate::random::Chance;
use crate::scenario::{CLOSED, CONTACT, Clock, SOLVED};
use crate::time::{Effort, Elapsed, SimTime};

impl<O: Observer> Department<'_, O> {
    /// A new item comes in.
    pub(super) fn create(
        &mut self,
        stream: StreamId,
        owner: u32,
        chance: Chance,
        now: Now,
        future: &mut Future,
    ) {
        let item = self.items.insert(Item {
            chance,
            created: now.at,
            created_worked: self.worked(now, self.layout.streams[stream.index()].calendar),
            left: Effort::ZERO,
            joined: 0,
            op: 0,
            stream,
            owner,
            marked: 1,
        });
        self.begin(item, now, future);
    }

    fn begin(&mut self, item: u32, now: Now, future: &mut Future) {
        let stream = self.items.get(item).stream;
        self.watchers.arrived(stream, now.at);
        let layout = &self.layout.streams[stream.index()];
        self.items.get_mut(item).op = layout.entry;
        if let Some(sampler) = layout.noticed_after {
            let delay = self.draw_duration(item, sampler);
            let at = self.after(now, Clock::Working, layout.calendar, delay);
            future.schedule(at, Event::Noticed { item });
            return;
        }
        self.advance(item, now, future);
    }

    pub(super) fn noticed(&mut self, item: u32, future: &mut Future) {
        let now = self.now_for(item, future.now());
        self.advance(item, now, future);
    }

    /// A wait, or a contractor's work, is over.
    pub(super) fn wait_over(&mut self, item: u32, future: &mut Future) {
        let now = self.now_for(item, future.now());
        self.effort_done(item, now, future);
    }

    /// The current step of an item is done.
    pub(super) fn effort_done(&mut self, item: u32, now: Now, future: &mut Future) {
        self.items.get_mut(item).op += 1;
        self.advance(item, now, future);
    }

    fn now_for(&self, item: u32, at: SimTime) -> Now {
        let stream = self.items.get(item).stream;
        self.now(at, self.layout.streams[stream.index()].calendar)
    }

    /// The effort step that an item stands at.
    #[inline]
    pub(super) fn work_of(&self, item: u32) -> usize {
        match self.layout.ops[self.items.get(item).op as usize] {
            Op::Effort(work) => work as usize,
            op => unreachable!("an item asks for effort at {op:?}"),
        }
    }

    /// Goes along the route until somebody must work or something must be waited for.
    #[inline]
    fn advance(&mut self, item: u32, now: Now, future: &mut Future) {
        let mut op = self.items.get(item).op;
        loop {
            match self.layout.ops[op as usize] {
                Op::Effort(work) => {
                    self.items.get_mut(item).op = op;
                    return self.ask_for_effort(item, work as usize, now, future);
                }
                Op::Wait(pause) => {
                    self.items.get_mut(item).op = op;
                    return self.wait(item, pause as usize, now, future);
                }
                Op::Branch {
                    probability,
                    otherwise,
                } => {
                    let probability = self.numbers.probabilities[probability as usize];
                    if self.items.get_mut(item).chance.unit() >= probability {
                        op = otherwise;
                        continue;
                    }
                }
                Op::Jump(to) => {
                    op = to;
                    continue;
                }
                Op::Mark(mark) => self.mark(item, mark, now),
                Op::Reopen(reopening) => self.reopen(item, reopening as usize, now, future),
                Op::End => return self.complete(item, now),
                Op::Cycle { count, counter, end } => {
                    if self.enter_cycle(item, count, counter) == 0 {
                        op = end;
                        continue;
                    }
                }
                Op::Again { counter, start } => {
                    let left = self.items.cycle(item, counter);
                    *left -= 1;
                    if *left > 0 {
                        op = start;
                        continue;
                    }
                }
                Op::Spawn { stream, count } => self.spawn(item, stream, count, now, future),
            }
            op += 1;
        }
    }

    /// Draws how often a cycle runs.
    #[inline(never)]
    fn enter_cycle(&mut self, item: u32, count: u32, counter: u8) -> u32 {
        let mut chance = self.items.get(item).chance;
        let times = self.numbers.draw_count(count, 1.0, &mut chance);
        self.items.get_mut(item).chance = chance;
        *self.items.cycle(item, counter) = times;
        times
    }

    /// The end of a route: whatever was not marked on the way is marked now.
    fn complete(&mut self, item: u32, now: Now) {
        self.mark(item, SOLVED, now);
        self.mark(item, CLOSED, now);
        let it = self.items.get(item);
        let (stream, created) = (it.stream, it.created);
        let calendar = self.layout.streams[stream.index()].calendar;
        let sojourn = self.worked(now, calendar) - it.created_worked;
        self.watchers.completed(stream, created, now.at, sojourn);
        self.items.remove(item);
    }

    fn ask_for_effort(&mut self, item: u32, work: usize, now: Now, future: &mut Future) {
        let work = &self.layout.works[work];
        let (first, parts) = work.time;
        let it = self.items.get_mut(item);
        let (owner, stream) = (it.owner, it.stream);
        let mut seconds = 0.0;
        for part in first..first + parts {
            seconds += self.numbers.samplers[part as usize].draw(&mut it.chance);
        }
        let automations = &self.layout.streams[stream.index()].automations;
        if !automations.is_empty() {
            seconds *= self.automated(automations, now.at);
        }
        let effort = Effort::from_seconds(seconds);
        self.items.get_mut(item).left = effort;
        let role = match owner {
            NOBODY => work.role,
            owner => self.agents[owner as usize].role,
        };
        self.watchers.offered(role, effort, now.at);
        if let Some(partner) = work.together_with {
            self.watchers.offered(partner, effort, now.at);
        }
        self.join_queue(item, now, future);
    }

    /// The factor on effort of the automations in force.
    #[inline(never)]
    fn automated(&self, automations: &[u32], at: SimTime) -> f64 {
        let timeline = &self.scenario.timeline;
        let automations = automations.iter().map(|&it| &self.scenario.automations[it as usize]);
        automations
            .filter(|it| in_force(it.from.and_then(|date| timeline.day_of(date)), at))
            .map(|it| it.effort.value(&self.numbers.inputs))
            .product()
    }

    #[inline(never)]
    fn wait(&mut self, item: u32, pause: usize, now: Now, future: &mut Future) {
        let pause = self.layout.pauses[pause];
        let seconds = self.draw_duration(item, pause.time);
        let stream = self.items.get(item).stream;
        let calendar = self.layout.streams[stream.index()].calendar;
        let at = self.after(now, pause.clock, calendar, seconds);
        if pause.groups != 0 {
            let worked = self.calendar(calendar).worked_until(at) - self.worked(now, calendar);
            let elapsed = at - now.at;
            self.items.stand(item, pause.groups, Stood { worked, elapsed });
        }
        future.schedule(at, Event::WaitOver { item });
    }

    /// The moment that lies so many seconds ahead on a clock.
    fn after(&self, now: Now, clock: Clock, calendar: CalendarId, seconds: f64) -> SimTime {
        match clock {
            Clock::Working => {
                let worked = self.worked(now, calendar) + Effort::from_seconds(seconds);
                self.calendar(calendar).moment_of(worked).max(now.at)
            }
            Clock::Calendar | Clock::CalendarDays => now.at + Elapsed::from_seconds(seconds),
        }
    }

    fn draw_duration(&mut self, item: u32, sampler: u32) -> f64 {
        let it = self.items.get_mut(item);
        self.numbers.samplers[sampler as usize].draw(&mut it.chance)
    }

    /// A mark is set the first time an item comes by, and stops the clocks that wait for it.
    #[inline(always)]
    pub(super) fn mark(&mut self, item: u32, mark: MarkId, now: Now) {
        let bit = 1 << mark.index();
        let it = self.items.get_mut(item);
        let heeded = self.layout.streams[it.stream.index()].heeded_marks;
        if heeded & bit & !it.marked != 0 {
            self.heed(item, mark, now);
        }
        self.items.get_mut(item).marked |= bit;
    }

    #[inline(never)]
    fn heed(&mut self, item: u32, mark: MarkId, now: Now) {
        let layout = self.layout;
        let stream = &layout.streams[self.items.get(item).stream.index()];
        if stream.kept_marks >> mark.index() & 1 == 1 {
            self.items.keep_mark(item, mark, now.at);
        }
        for &sla in stream.slas.iter().filter(|it| it.to == mark) {
            self.judge(item, sla, now);
        }
    }

    /// An agent works on an item for the first time.
    #[inline(always)]
    pub(super) fn contact(&mut self, item: u32, now: Now) {
        let it = self.items.get(item);
        let (stream, created) = (it.stream, it.created);
        let calendar = self.layout.streams[stream.index()].calendar;
        let waited = self.worked(now, calendar) - it.created_worked;
        self.watchers.contacted(stream, created, waited);
        self.mark(item, CONTACT, now);
    }

    /// With a probability the item comes back as a new one: its own clock, effort and draws.
    #[inline(always)]
    fn reopen(&mut self, item: u32, reopening: usize, now: Now, future: &mut Future) {
        let reopening = self.layout.reopenings[reopening];
        let probability = self.numbers.probabilities[reopening.probability as usize];
        if self.items.get_mut(item).chance.unit() < probability {
            self.come_back(item, reopening, now, future);
        }
    }

    #[inline(never)]
    fn come_back(&mut self, item: u32, reopening: Reopening, now: Now, future: &mut Future) {
        let seconds = self.draw_duration(item, reopening.delay);
        let it = self.items.get_mut(item);
        let chance = Chance::from_state(it.chance.next_u64());
        let (stream, owner) = (it.stream, it.owner);
        if seconds <= 0.0 {
            return self.create(stream, owner, chance, now, future);
        }
        let calendar = self.layout.streams[stream.index()].calendar;
        let at = self.after(now, reopening.clock, calendar, seconds);
        let unborn = self.items.insert(Item {
            chance,
            created: SimTime::NEVER,
            created_worked: Effort::ZERO,
            left: Effort::ZERO,
            joined: 0,
            op: 0,
            stream,
            owner,
            marked: 1,
        });
        future.schedule(at, Event::Reopened { item: unborn });
    }

    pub(super) fn reopened(&mut self, item: u32, future: &mut Future) {
        let now = self.now_for(item, future.now());
        let it = self.items.get_mut(item);
        it.created = now.at;
        it.created_worked = now.worked;
        self.begin(item, now, future);
    }

    #[inline(never)]
    fn spawn(&mut self, item: u32, stream: StreamId, count: u32, now: Now, future: &mut Future) {
        let mut chance = self.items.get(item).chance;
        let times = self.numbers.draw_count(count, 1.0, &mut chance);
        for _ in 0..times {
            let child = Chance::from_state(chance.next_u64());
            self.create_for_everybody(stream, child, now, future);
        }
        self.items.get_mut(item).chance = chance;
    }

    /// An item, or one for each present person where the stream says so.
    pub(super) fn create_for_everybody(
        &mut self,
        stream: StreamId,
        chance: Chance,
        now: Now,
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
                if self.agents[agent.index()].is_present() {
                    let own = chance.child((role.index() as u64) << 32 | u64::from(self.agents[agent.index()].ordinal));
                    self.create(stream, agent.0, own, now, future);
                }
            }
        }
    }

    /// A contractor takes an item, when one is in force, has capacity and enough items wait.
    #[inline(never)]
    pub(super) fn buy(&mut self, item: u32, role: RoleId, now: Now, future: &mut Future) -> bool {
        let scenario = self.scenario;
        let stream = self.items.get(item).stream;
        let month = scenario.timeline.slot(now.at);
        let desks = &self.layout.desks_of[role.index()].0;
        let queued = |desk: &u32| {
            let desk = &self.desks[*desk as usize];
            desk.ready.len() + desk.appointed.len()
        };
        let waiting: usize = desks.iter().map(queued).sum();
        for (position, contractor) in scenario.contractors.iter().enumerate() {
            let since = contractor.from.and_then(|date| scenario.timeline.day_of(date));
            let takes = contractor.role == role
                && (contractor.streams.is_empty() || contractor.streams.contains(&stream))
                && waiting >= contractor.when_waiting as usize
                && in_force(since, now.at);
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
            self.watchers.bought(position, now.at);
            let lead = crate::random::Sampler::new(
                &contractor.lead.shape,
                contractor.lead.mean.value(&self.numbers.inputs),
            );
            let seconds = lead.draw(&mut self.items.get_mut(item).chance);
            let calendar = self.calendar(self.role_calendar(role));
            let start = calendar.next_open(now.at + Elapsed::from_seconds(seconds));
            future.schedule(start, Event::ContractorStart { item });
            return true;
        }
        false
    }

    pub(super) fn contractor_start(&mut self, item: u32, future: &mut Future) {
        let now = self.now_for(item, future.now());
        self.contact(item, now);
        let role = self.layout.works[self.work_of(item)].role;
        let calendar = self.calendar(self.role_calendar(role));
        let done = calendar.finish(now.at, self.items.get(item).left).max(now.at);
        future.schedule(done, Event::ContractorDone { item });
    }

    /// Gives up an item that belongs to an absent person.
    pub(super) fn drop_item(&mut self, item: u32, now: SimTime) {
        let it = self.items.get(item);
        let (stream, created) = (it.stream, it.created);
        self.watchers.dropped(stream, created, now);
        self.items.remove(item);
    }

    /// The owner of an item, when it has one.
    pub(super) fn owner_of(&self, item: u32) -> Option<AgentId> {
        let owner = self.items.get(item).owner;
        (owner != NOBODY).then_some(AgentId(owner))
    }
}

/// Whether something that begins on a day (from the start, when none is given) is in force.
fn in_force(since: Option<usize>, at: SimTime) -> bool {
    since.is_none_or(|day| at >= SimTime::midnight(day))
}
