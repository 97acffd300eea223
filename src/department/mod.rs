//! The simulated system: streams of work on routes through roles.
//!
//! A department is its scenario's [`Layout`], the [`Numbers`] of one replication, and the state
//! below. People come and go in [`people`]; items arrive, move along their routes and fall due in
//! [`items`]; work starts, stops and is interrupted in [`queue`].
//!
//! What changes nothing else needs no event: see [`fast_path`]. The history is the same as with an
//! event for everything.
//!
//! Rules where two programs could differ:
//! - Whoever finishes picks the next waiting item first; what the finished item causes joins after that.
//! - Idle agents: highest productivity, then longest idle, then first hired.
//! - Of several roles that may do a step the preferred one is asked first; whoever of them is free
//!   takes the most urgent work that waits. Their waiting work counts as that of each role by its
//!   people.
//! - Of people with different skills whoever can do the work and has been idle longest takes it, be they
//!   able to do more or not; whoever becomes free takes the most urgent work that they can do.
//! - People of one role who have calendars of their own share its queue: work goes to whoever is at
//!   work. What was begun stays with whoever began it, over the end of their shift too.
//! - An interruption takes the lowest priority in progress, of equals the latest started; the agent
//!   resumes it after everything waiting that could interrupt it, before everything else that waits.
//! - Work that must fit into one day, and joint work, is an appointment: it begins when it fits into
//!   what is left of the day, else at the next opening, when it takes precedence over work in
//!   progress of the same or lower urgency. It is not interrupted. When it is longer than any
//!   working day it begins at an opening and goes on the next morning. Joint work begins when both
//!   people would be done with it at the same moment: neither is held while the other has a break.
//! - A clock that starts at a mark of the route runs anew each time the item comes by, unless it runs
//!   already; one that starts with the creation runs once, until its mark is first set.
//! - The working clock of an SLA runs in the hours of those who work between its marks, not in those
//!   in which work comes; of several roles in those of the one with the fewest hours a week. Where a
//!   stand-in has another calendar, it runs on that on which the work comes.
//! - Work stands when the working time ends and goes on when it begins again. Where a stream says
//!   `finish`, whoever has begun goes on until it is done, at lunch and after closing; these hours
//!   are worked, but not paid for.
//! - Interrupted work stays with whoever began it, be others free or not.
//! - A newcomer's productivity grows in a straight line by the calendar, not by working time.
//! - Patience runs while an item waits in a queue and ends when it is begun: what was interrupted
//!   or put back never gives up. Whoever becomes free at the moment at which it would takes it.
//! - What comes back after giving up is a new item, as a reopened one is.
//! - A reopened item is a new one: its own clocks, effort and chance.
//! - A rate a year, quarter or month is that part of a year's volume, spread over the working time of
//!   the year; one a week is of a week without holidays.
//! - What recurs weekly, on a day of the month or of the quarter moves to the next working day, or to
//!   the one before where it would leave or enter the counted months; what recurs daily or on a span
//!   of the month comes on its working days only.
//! - Nobody does an absent agent's work but stand-ins. Work in hand goes back to the front.

mod clock_reading;
mod event;
mod fast_path;
mod items;
mod layout;
mod observer;
pub(crate) mod offered;
mod people;
mod queue;

pub(crate) use event::Event;
pub(crate) use items::{beginning, daily_shape, occurrences, rate_per_hour};
pub use layout::{Layout, draw_inputs};
pub(crate) use observer::forward;
pub use observer::{
    Finished, Judgement, Observer, PlainJudgement, Review, Served, Unobserved, WorkSpan,
};
pub(crate) use people::{Asked, Observed, Outlook, WINDOW_MONTHS, asked};

use crate::calendar::{Cursor, WorkingTime};
use crate::engine::{FutureEvents, Model, run};
use crate::ids::{AgentId, CalendarId, RoleId};
use crate::random::name_key;
use crate::scenario::{Inputs, Scenario};
use crate::time::{Effort, SimTime};
use clock_reading::{ClockReading, Clocks};
use fast_path::Feeds;
use items::{Items, Sources};
use layout::Numbers;
use people::{Activity, Agent, Observers, Seen, Team, Toll, TriggerHistory, Vacancy};
use queue::{Queue, Waiting};

/// Everything that is going to happen in a department.
pub type Future = FutureEvents<Event>;

/// One queue point: what can begin at any time, what needs an appointment, what is still to come.
#[derive(Clone, Debug)]
struct PointQueues {
    ready: Queue,
    appointed: Queue,
    feeds: Feeds,
    /// How many are there who can do its work, stand-ins aside.
    staff: u32,
}

/// A department in one replication; reusable for the next, so that memory is allocated once.
pub struct Department<'s, O> {
    scenario: &'s Scenario,
    layout: &'s Layout,
    clocks: Clocks<'s>,
    numbers: Numbers,
    observers: Observers<O>,
    key: u64,
    stream_keys: Vec<u64>,
    role_keys: Vec<u64>,
    items: Items,
    points: Vec<PointQueues>,
    agents: Vec<Agent>,
    /// Agents of earlier replications, whose memory is used again.
    retired: Vec<Agent>,
    teams: Vec<Team>,
    sources: Sources,
    /// Timers of agents; above them are those of the queue points that are fed, then those of
    /// sources.
    agent_timers: usize,
    /// The order of what joined a queue last.
    joined: u64,
    starts: u64,
    /// Items that waited in the sources at the end.
    unserved: usize,
    /// Items of pools that have been counted as the demand of a role, by role.
    counted: Vec<u32>,
    /// People who ever joined, by role.
    hired: Vec<u32>,
    trigger_history: Vec<TriggerHistory>,
    /// People that each hiring rule has asked for.
    asked_by_rule: Vec<u32>,
    /// Vacancies that hiring rules have opened, by role: for good, and for a time.
    opened: Vec<(u64, u64)>,
    /// Whoever is on the way, where a hiring rule counts them.
    vacancies: Vec<Vacancy>,
    seen: Seen,
    month_began: SimTime,
    /// What waiting has cost so far, where the scenario asks.
    toll: Toll,
    /// Items given to each contractor in the current month, and which month that is.
    bought: Vec<((i16, i8), u32)>,
    scratch: Vec<AgentId>,
    late: Vec<Waiting>,
}

impl<'s, O: Observer> Department<'s, O> {
    /// A department at rest.
    pub fn new(scenario: &'s Scenario, layout: &'s Layout, observer: O) -> Self {
        let levels = layout.levels.len();
        let queues = PointQueues {
            ready: Queue::of(scenario, layout),
            appointed: Queue::of(scenario, layout),
            feeds: Feeds::of(scenario),
            staff: 0,
        };
        let mut stream_keys: Vec<u64> =
            scenario.streams.iter().map(|it| name_key(&it.key)).collect();
        stream_keys.push(name_key("mentoring"));
        Self {
            scenario,
            layout,
            clocks: Clocks(scenario.calendars.iter().map(Cursor::new).collect()),
            numbers: Numbers::of(scenario, layout, Inputs::mean(scenario), |_| true),
            observers: Observers::new(scenario, observer),
            key: 0,
            stream_keys,
            role_keys: scenario.roles.iter().map(|it| name_key(&it.key)).collect(),
            items: Items::default(),
            points: vec![queues; layout.points.len()],
            agents: Vec::new(),
            retired: Vec::new(),
            teams: vec![Team::new(levels); scenario.roles.len()],
            sources: Sources::of(scenario, layout),
            agent_timers: 0,
            joined: 0,
            starts: 0,
            unserved: 0,
            counted: vec![0; scenario.roles.len()],
            hired: vec![0; scenario.roles.len()],
            trigger_history: vec![TriggerHistory::default(); scenario.triggers.len()],
            asked_by_rule: vec![0; scenario.hiring_rules.len()],
            opened: vec![(0, 0); scenario.roles.len()],
            vacancies: Vec::new(),
            seen: Seen::default(),
            month_began: SimTime::ZERO,
            toll: Toll::new(scenario.drivers.len(), scenario.roles.len()),
            bought: vec![((0, 0), 0); scenario.contractors.len()],
            scratch: Vec::new(),
            late: Vec::new(),
        }
    }

    /// Runs one replication from beginning to end, with the inputs as drawn.
    pub fn replicate(&mut self, future: &mut Future, seed: u64, replication: u64, inputs: &Inputs) {
        self.replicate_until(future, (seed, replication), inputs, |_, _| false);
    }

    /// The same, but for what happens after the month whose end is `enough`, which is told what was
    /// observed and how many months are over; what it then looks like is not the end of a replication.
    pub(crate) fn replicate_until(
        &mut self,
        future: &mut Future,
        (seed, replication): (u64, u64),
        inputs: &Inputs,
        enough: impl Fn(&O, usize) -> bool,
    ) {
        self.reset(seed, replication, inputs);
        self.agent_timers = self.known_people();
        future.reset(self.source_timers() + self.sources.len(), self.agent_timers);
        let timeline = &self.scenario.timeline;
        let mut months = timeline.spans();
        // Everybody starts before the first event, but not before the first month.
        if let Some((slot, until)) = months.next() {
            self.observers.month_began(slot);
            self.start_run(future);
            run(self, future, until);
            self.report_arrivals(until);
        }
        for (slot, until) in months {
            self.observers.month_began(slot);
            if slot > 1 && enough(&self.observers.observer, slot - 1) {
                return;
            }
            run(self, future, until);
            self.report_arrivals(until);
        }
        self.end_run();
    }

    /// The observer.
    pub fn observer(&self) -> &O {
        &self.observers.observer
    }

    /// The observer, to read it out or to reset it.
    pub fn observer_mut(&mut self) -> &mut O {
        &mut self.observers.observer
    }

    /// How many items are open at the end of a run.
    pub fn open_items(&self) -> usize {
        self.items.len() + self.unserved
    }

    fn reset(&mut self, seed: u64, replication: u64, inputs: &Inputs) {
        self.key = crate::random::Chance::keyed(&[seed, replication]).next_u64();
        let wants_due = |sla| self.observers.wants_due(sla);
        self.numbers = Numbers::of(self.scenario, self.layout, inputs.clone(), wants_due);
        self.items.reset(self.layout);
        for point in &mut self.points {
            point.ready.clear();
            point.appointed.clear();
            point.staff = 0;
        }
        self.retired.append(&mut self.agents);
        for team in &mut self.teams {
            team.clear();
        }
        self.reset_sources();
        self.observers.reset();
        (self.joined, self.starts) = (0, 0);
        self.counted.fill(0);
        self.hired.fill(0);
        self.trigger_history.fill(TriggerHistory::default());
        self.asked_by_rule.fill(0);
        self.opened.fill((0, 0));
        self.vacancies.clear();
        self.month_began = self.scenario.timeline.start_time();
        self.toll.clear();
        self.bought.fill(((0, 0), 0));
    }

    fn reset_sources(&mut self) {
        self.clear_feeds();
        let mut feeds = Vec::new();
        self.sources.reset(
            (self.scenario, self.layout),
            self.key,
            &self.stream_keys,
            &self.numbers.inputs,
            |point, source| feeds.push((point, source)),
        );
        for (point, source) in feeds {
            self.feed(point, source);
        }
    }

    /// Reports what only the end of the run decides.
    fn end_run(&mut self) {
        let end = self.scenario.timeline.end_time();
        for agent in 0..self.agents.len() {
            if !self.agents[agent].left {
                self.account_for_presence(AgentId::new(agent), end);
                self.report_employment(AgentId::new(agent), end);
                self.account_for_work_in_hand(AgentId::new(agent), end);
            }
        }
        for role in 0..self.teams.len() {
            if let Some(since) = self.teams[role].uncovered_since {
                self.observers.uncovered(RoleId::new(role), since, end);
            }
        }
        self.judge_open_items(end);
        self.observers.ended();
    }

    /// Makes room for the timers of everybody and everything that has joined.
    fn rearrange_timers(&mut self, future: &mut Future) {
        if self.agents.len() <= self.agent_timers {
            return future.grow_timers(self.source_timers() + self.sources.len());
        }
        self.agent_timers = 2 * self.agents.len();
        future.renumber_timers(self.source_timers() + self.sources.len(), self.agent_timers);
        for agent in 0..self.agents.len() {
            let it = &self.agents[agent];
            if let Activity::Working | Activity::Chatting = it.activity {
                let finish = match it.past_closing {
                    true => SimTime::from_ticks(it.finish_worked.ticks()),
                    false => self.calendar_of(AgentId::new(agent)).moment_of(it.finish_worked),
                };
                future.set_timer(agent, finish.max(future.now()));
            }
        }
        self.set_feed_timers(future);
        self.set_source_timers(future);
    }

    /// The timer of the first source.
    #[inline(always)]
    fn source_timers(&self) -> usize {
        self.agent_timers + self.layout.fed_points.len()
    }

    fn calendar(&self, calendar: CalendarId) -> &'s WorkingTime {
        &self.scenario.calendars[calendar.index()]
    }

    #[inline]
    fn clock(&self, calendar: CalendarId) -> &Cursor<'s> {
        &self.clocks.0[calendar.index()]
    }

    #[inline]
    fn role_calendar(&self, role: RoleId) -> CalendarId {
        self.scenario.roles[role.index()].calendar
    }

    #[inline(always)]
    fn worked(&self, now: ClockReading, calendar: CalendarId) -> Effort {
        self.clocks.worked(now, calendar)
    }

    /// Whether work is done now by a calendar.
    #[inline]
    fn is_open_now(&self, now: ClockReading, calendar: CalendarId) -> bool {
        if now.calendar == calendar {
            now.at < now.closes
        } else {
            self.clock(calendar).is_open(now.at)
        }
    }

    #[inline(always)]
    fn now(&self, at: SimTime, calendar: CalendarId) -> ClockReading {
        self.clocks.now(at, calendar)
    }
}

impl<O: Observer> Model for Department<'_, O> {
    type Event = Event;

    #[inline(always)]
    fn timer(&mut self, timer: usize, future: &mut Future) {
        self.timer_due(timer, future);
    }

    #[inline(never)]
    fn event(&mut self, event: Event, future: &mut Future) {
        match event {
            Event::AbsenceStart { agent } => self.absence_start(agent, future),
            Event::AbsenceEnd { agent } => self.absence_end(agent, future),
            Event::Leave { agent } => self.leave(agent, future),
            Event::Join { role, ramp, terms } => self.join(role, ramp, terms, future),
            Event::MonthEnd => self.month_end(future),
            Event::Review { rule, number } => self.review(rule, number, future),
            Event::Mentoring { newcomer } => self.mentoring(newcomer, future),
            Event::Opening { role } => self.opening(role, future),
            Event::Call { role } => self.call(role, future),
            Event::WaitOver { item } => self.wait_over(item, future),
            Event::Backlog => self.fill_backlog(future),
            Event::Burst { stream, number } => self.burst(stream, number, future),
            Event::Noticed { item } => self.noticed(item, future),
            Event::Reopened { item } => self.reopened(item, future),
            Event::GaveUp { item, number } => self.gave_up(item, number, future),
            Event::ContractorStart { item } => self.contractor_start(item, future),
            Event::ContractorDone { item } => self.wait_over(item, future),
        }
    }
}

/// What orders items that join at a moment before those that join later; up to thousands that join
/// at the same moment are told apart by numbers above it.
#[inline(always)]
fn order_at(at: SimTime) -> u64 {
    queue::BEFORE_ALL + ((at.ticks() as u64) << 12)
}
