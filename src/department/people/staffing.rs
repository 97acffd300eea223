//! People join, ramp up, fall ill, go on holiday and leave.

use super::absence::absences_of;
use super::agent::{Activity, Agent, NO_POINT};
use crate::calendar::Timeline;
use crate::department::event::{Event, Terms};
use crate::department::items::NOBODY;
use crate::department::observer::Observer;
use crate::department::queue::Queue;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, RoleId, StreamId};
use crate::random::{Chance, Sampler, name_key};
use crate::scenario::{Duration, PayOf, Person, Quantity, Role};
use crate::time::{Elapsed, SimTime};
use jiff::civil::Date;

/// Calendar days between giving notice and the last day (Russian labour law: two weeks).
pub(super) const NOTICE_DAYS: usize = 14;
/// Days in an average year.
pub(super) const DAYS_A_YEAR: f64 = 365.25;

impl<O: Observer> Department<'_, O> {
    /// People that are known to come, so that their timers need not be moved.
    pub(crate) fn known_people(&self) -> usize {
        let roles = self.scenario.roles.iter().map(|it| it.headcount);
        let hires = self.scenario.hires.iter().map(|it| it.count);
        let rules = self.scenario.hiring_rules.iter().map(|it| it.now);
        roles.chain(hires).chain(rules).sum::<u32>() as usize
    }

    /// The first moment of the run.
    pub(crate) fn start_run(&mut self, future: &mut Future) {
        let scenario = self.scenario;
        let timeline = &scenario.timeline;
        for (index, role) in scenario.roles.iter().enumerate() {
            let id = RoleId::new(index);
            for position in 0..role.headcount as usize {
                let own = role.people.get(position);
                let terms = own.map_or(Terms::PERMANENT, |it| Terms {
                    leaves: leaves_after(it.until, timeline),
                    pay: scenario.pay_of_person(id, position),
                });
                self.add_agent(id, false, terms, future);
            }
            if role.headcount == 0 {
                self.teams[index].uncovered_since = Some(SimTime::ZERO);
            }
        }
        for (index, hire) in scenario.hires.iter().enumerate() {
            let at = SimTime::midnight(timeline.day_of(hire.start).unwrap_or(0));
            let leaves = leaves_after(hire.person.until, timeline);
            let terms = Terms { leaves, pay: scenario.pay_of_hire(index) };
            for _ in 0..hire.count {
                let (role, ramp) = (hire.role, hire.ramp);
                future.schedule(at, Event::Join { role, ramp, terms });
            }
        }
        if self.observers.dashboard.is_some() {
            for slot in 1..=timeline.months() + 1 {
                future.schedule(timeline.slot_start(slot), Event::MonthEnd);
            }
        }
        self.start_rules(future);
        // What is open today is open when the first counted month begins, not a lead-in before.
        let start = timeline.start_time();
        if start == SimTime::ZERO {
            self.fill_backlog(future);
        } else if scenario.streams.iter().any(|it| it.backlog_at_start != Quantity::Known(0.0)) {
            future.schedule(start, Event::Backlog);
        }
        self.start_bursts(future);
        self.start_feeds(future);
        self.start_sources(future);
    }

    /// What the lead-in has left open counts towards what is open at the start.
    pub(crate) fn fill_backlog(&mut self, future: &mut Future) {
        let at = future.now();
        self.catch_up_everywhere(at);
        for (index, stream) in self.scenario.streams.iter().enumerate() {
            let stream_id = StreamId::new(index);
            let now = self.now(at, stream.clock);
            let key = [self.key, self.stream_keys[index], name_key("backlog")];
            let mut chance = Chance::keyed(&key);
            let count = crate::scenario::Count::Fixed(stream.backlog_at_start);
            let times = crate::department::layout::draw_count(
                count,
                &self.numbers.inputs,
                1.0,
                &mut chance,
            );
            let open = if times == 0 { 0 } else { self.open_of(stream_id, at) };
            for number in u64::from(open)..u64::from(times) {
                self.create(stream_id, NOBODY, chance.child(number), now, future);
            }
        }
    }

    /// How many items of a stream have come before a moment and are open.
    fn open_of(&self, stream: StreamId, at: SimTime) -> u32 {
        self.items.count(|_, it| it.stream == stream && it.created < at)
    }

    /// Somebody's first day begins.
    pub(crate) fn join(&mut self, role: RoleId, ramp: bool, terms: Terms, future: &mut Future) {
        let team = &mut self.teams[role.index()];
        team.requested = team.requested.saturating_sub(1);
        self.observers.joined(role, future.now());
        self.add_agent(role, ramp, terms, future);
    }

    fn add_agent(&mut self, role: RoleId, ramp: bool, terms: Terms, future: &mut Future) {
        let scenario = self.scenario;
        let now = future.now();
        let facts = &scenario.roles[role.index()];
        let id = AgentId::new(self.agents.len());
        let ordinal = self.hired[role.index()];
        self.hired[role.index()] += 1;
        let key = [self.key, self.role_keys[role.index()], u64::from(ordinal)];
        let chance = Chance::keyed(&key);
        let agent = self.retired.pop();
        let mut agent = agent.unwrap_or_else(|| Agent::nobody(Queue::of(scenario, self.layout)));
        let terms = Terms { pay: scenario.with_turn(role, terms.pay, ordinal), ..terms };
        let own_calendar = scenario.calendar_of(role, terms.pay);
        let person = scenario.person(terms.pay);
        agent.reset(role, own_calendar, ordinal, now);
        agent.terms = terms;
        agent.skills = scenario.skills_of(role, terms.pay);
        agent.only_point = self.layout.points_of[role.index()].only.unwrap_or(NO_POINT);
        if ramp {
            let months = facts.ramp.months.value(&self.numbers.inputs);
            agent.ramp_from = facts.ramp.from.value(&self.numbers.inputs);
            agent.ramp_end =
                now + Elapsed::from_days(libm::round(months * DAYS_A_YEAR / 12.0) as i64);
        }
        agent.set_pace(person.map_or(1.0, |it| it.productivity));
        let calendar = self.calendar(own_calendar);
        agent.absences = absences_of(
            facts,
            person.and_then(|it| it.away.as_deref()),
            ordinal as usize,
            now.day(),
            &scenario.timeline,
            calendar,
            &self.numbers.inputs,
            chance,
            &self.teams[role.index()].away,
        );
        self.teams[role.index()].away.add(&agent.absences);
        self.agents.push(agent);
        self.rearrange_timers(future);
        self.teams[role.index()].members.push(id);
        let first = self.calendar(own_calendar).day_start(now.day());
        match first > now {
            true => future.schedule(first, Event::AbsenceEnd { agent: id }),
            false => {
                self.arrive(id, future);
                self.schedule_absence(id, future);
            }
        }
        match terms.is_temporary() {
            true => {
                let last = self.day_start(id, terms.leaves as usize).max(now);
                future.schedule(last, Event::Leave { agent: id });
            }
            false => self.schedule_leaving(id, facts, chance, future),
        }
        if ramp && facts.ramp.mentoring.value(&self.numbers.inputs) > 0.0 {
            future.schedule(now, Event::Mentoring { newcomer: id });
        }
        self.add_sources_of(id, future);
    }

    /// An agent is there (again).
    fn arrive(&mut self, agent: AgentId, future: &mut Future) {
        let now = future.now();
        let (role, calendar) =
            (self.agents[agent.index()].role, self.agents[agent.index()].calendar);
        self.agents[agent.index()].present_since = now;
        let team = &mut self.teams[role.index()];
        team.present += 1;
        if let Some(since) = team.uncovered_since.take() {
            self.observers.uncovered(role, since, now);
        }
        self.count_staff(agent, |staff| *staff += 1);
        self.become_idle(agent, future);
        let now = self.now(now, calendar);
        if self.anything_waits_for(agent) {
            self.schedule_opening_from(role, now, future);
        }
    }

    /// An agent is there no more: work in hand goes back to the front of its queue.
    fn depart(&mut self, agent: AgentId, future: &mut Future) {
        let at = future.now();
        let role = self.agents[agent.index()].role;
        let now = self.now(at, self.agents[agent.index()].calendar);
        self.account_for_presence(agent, at);
        let held = std::mem::take(&mut self.agents[agent.index()].held);
        for &item in &held {
            self.put_back(item, now, future);
        }
        self.agents[agent.index()].held = held;
        self.agents[agent.index()].held.clear();
        match self.agents[agent.index()].activity {
            Activity::Working => {
                let partner = self.agents[agent.index()].partner;
                let item = self.stop_work(agent, now);
                self.put_back(item, now, future);
                if let Some(partner) = partner {
                    self.release(partner, now, future);
                }
            }
            Activity::Chatting => {
                let mut chats = self.stop_chats(agent, now);
                for chat in &chats {
                    self.put_back(chat.item, now, future);
                }
                chats.clear();
                self.agents[agent.index()].chats.all = chats;
            }
            Activity::Assisting(other) => {
                let item = self.stop_work(other, now);
                self.put_back(item, now, future);
                self.release_from_joint(agent, now);
                self.become_idle(other, future);
            }
            Activity::Idle => self.leave_idle(agent),
            Activity::Away => {}
        }
        future.set_timer(agent.index(), SimTime::NEVER);
        self.agents[agent.index()].activity = Activity::Away;
        self.count_staff(agent, |staff| *staff -= 1);
        let layout = self.layout;
        let team = &mut self.teams[role.index()];
        team.present -= 1;
        let nobody = team.present == 0;
        if nobody {
            team.uncovered_since = Some(at);
            self.wake(role, future);
        }
        // Whoever stands in takes over; so they do when the last who has a skill is gone.
        for &point in &layout.points_of[role.index()].own {
            if nobody || self.was_last_with_skill(agent, point) {
                self.need_opening_from(point, now, future);
            }
        }
    }

    fn release(&mut self, partner: AgentId, now: ClockReading, future: &mut Future) {
        self.release_from_joint(partner, now);
        self.become_idle(partner, future);
        let role = self.agents[partner.index()].role;
        self.schedule_opening_from(role, now, future);
    }

    /// Work in hand goes to the front of its queue; an absent person's own work is given up.
    fn put_back(&mut self, item: u32, now: ClockReading, future: &mut Future) {
        if self.owner_of(item).is_some() {
            return self.drop_item(item, now.at);
        }
        let task = &self.layout.tasks[self.task_of(item)];
        let (point, within_day) = (task.point, task.within_day);
        let level = task.stream.level;
        let due = self.items.get(item).joined;
        let queues = &mut self.points[point as usize];
        if within_day {
            queues.appointed.put_back(level, item, due);
        } else {
            queues.ready.put_back(level, item, due);
        }
        self.need_opening_from(point, now, future);
    }

    pub(crate) fn absence_start(&mut self, agent: AgentId, future: &mut Future) {
        let it = &mut self.agents[agent.index()];
        if it.left {
            return;
        }
        let (_, back) = it.absences[it.next_absence];
        it.next_absence += 1;
        self.depart(agent, future);
        future.schedule(self.day_start(agent, back as usize), Event::AbsenceEnd { agent });
    }

    pub(crate) fn absence_end(&mut self, agent: AgentId, future: &mut Future) {
        if !self.agents[agent.index()].left {
            self.arrive(agent, future);
            self.schedule_absence(agent, future);
        }
    }

    fn schedule_absence(&mut self, agent: AgentId, future: &mut Future) {
        let it = &self.agents[agent.index()];
        if let Some(&(from, _)) = it.absences.get(it.next_absence) {
            future.schedule(self.day_start(agent, from as usize), Event::AbsenceStart { agent });
        }
    }

    /// People leave at a constant rate: separations a year ÷ average head-count, as HR counts them,
    /// which may be above one. Their successor is asked for when they give notice.
    fn schedule_leaving(
        &mut self,
        agent: AgentId,
        role: &Role,
        chance: Chance,
        future: &mut Future,
    ) {
        let attrition = role.attrition.value(&self.numbers.inputs);
        // Where people leave overload, each month says who leaves: see [`super::toll`].
        if attrition <= 0.0 || role.overload.is_some() {
            return;
        }
        let mut chance = chance.child(name_key("leaving"));
        let days = chance.exponential() / attrition * DAYS_A_YEAR;
        let today = future.now().day();
        let last = today as f64 + 1.0 + days;
        if last >= self.scenario.timeline.end_time().day() as f64 {
            return;
        }
        let last = last as usize;
        future.schedule(self.day_start(agent, last), Event::Leave { agent });
        if role.replaced {
            let found = self.time_to_fill(&role.time_to_fill, &mut chance);
            let asked = last.saturating_sub(NOTICE_DAYS).max(today);
            let at = SimTime::midnight((asked + found).max(last));
            let (role, terms) = self.successor_of(agent);
            future.schedule(at, Event::Join { role, ramp: true, terms });
            self.expect(role, (SimTime::midnight(asked), SimTime::midnight(last)), at);
        }
    }

    /// When a day of somebody's begins: whoever works at night finishes the one before.
    pub(super) fn day_start(&self, agent: AgentId, day: usize) -> SimTime {
        self.calendar(self.agents[agent.index()].calendar).day_start(day)
    }

    /// Whoever comes after somebody works for good and for the role's pay; on the same terms where
    /// hours or skills are not the role's, and in the same turn of a rota.
    pub(super) fn successor_of(&self, agent: AgentId) -> (RoleId, Terms) {
        let it = &self.agents[agent.index()];
        let same = Terms { leaves: Terms::FOR_GOOD, ..it.terms };
        let is_like = |it: &Person| !it.hours.differ() && it.skills.is_none();
        let is_like_others = self.scenario.person(it.terms.pay).is_none_or(is_like);
        let pay = PayOf { turn: it.terms.pay.turn, ..Terms::PERMANENT.pay };
        (it.role, if is_like_others { Terms { pay, ..Terms::PERMANENT } } else { same })
    }

    /// Whole days from the request to the first day.
    pub(crate) fn time_to_fill(&self, fill: &Duration, chance: &mut Chance) -> usize {
        let mean = fill.mean.value(&self.numbers.inputs);
        let seconds = Sampler::new(&fill.shape, mean).draw(chance);
        libm::ceil(seconds / 86_400.0) as usize
    }

    pub(crate) fn leave(&mut self, agent: AgentId, future: &mut Future) {
        let now = future.now();
        let it = &self.agents[agent.index()];
        let role = it.role;
        if it.is_present() {
            self.depart(agent, future);
        }
        // Its memory is used again.
        let mut own = std::mem::take(&mut self.agents[agent.index()].own);
        while let Some(waiting) = own.pop_any() {
            self.drop_item(waiting.item, now);
        }
        self.agents[agent.index()].own = own;
        self.agents[agent.index()].left = true;
        // The last night belongs to the last day.
        self.report_employment(agent, SimTime::midnight(now.day()));
        let team = &mut self.teams[role.index()];
        team.away.remove(&self.agents[agent.index()].absences);
        // Members stand in the order in which they joined, which is that of their numbers.
        if let Ok(position) = team.members.binary_search(&agent) {
            team.members.remove(position);
        }
    }

    /// Reports that an agent was employed until a moment.
    pub(crate) fn report_employment(&mut self, agent: AgentId, until: SimTime) {
        let it = &self.agents[agent.index()];
        self.observers.employed_for(it.terms.pay, it.role, it.joined, until);
    }

    /// Reports how long an agent has been there since the last report.
    pub(crate) fn account_for_presence(&mut self, agent: AgentId, until: SimTime) {
        let it = &self.agents[agent.index()];
        if it.is_present() {
            let (role, since, pay) = (it.role, it.present_since, it.terms.pay);
            self.observers.present_for(pay, role, since, until);
        }
    }
}

/// The first day without work, after the last one.
fn leaves_after(last: Option<Date>, timeline: &Timeline) -> u32 {
    let last = last.and_then(|it| timeline.day_of(it));
    last.map_or(Terms::FOR_GOOD, |it| it as u32 + 1)
}
