//! Programs: the steps of a route as ops, one after another, with jumps in place of nesting.

use super::queue_point::QueuePoint;
use super::task::{Impatience, StreamFacts, Task, Urgency};
use crate::ids::{CalendarId, MarkId, StreamId, WaitId};
use crate::scenario::{
    Clock, Count, Duration, EffortStep, Patience, PoolMember, Quantity, Scenario, Step,
};

/// One instruction of a route.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    /// Somebody works: a position in `works`.
    Effort(u32),
    /// Nobody works: a position in `pauses`.
    Wait(u32),
    /// Draws how often the body runs; goes to `end` when not at all.
    Cycle { count: u32, counter: u8, end: u32 },
    /// Runs the body again while the counter says so.
    Again { counter: u8, start: u32 },
    /// Goes on with a probability, else to `otherwise`.
    Branch { probability: u32, otherwise: u32 },
    /// Goes elsewhere.
    Jump(u32),
    /// A named moment.
    Mark(MarkId),
    /// Comes back as a new item with a probability: positions in `probabilities`, `reopenings`.
    Reopen { probability: u32, reopening: u32 },
    /// Items of another stream begin.
    Spawn { stream: StreamId, count: u32 },
    /// The same after a while: a position in `reopenings`.
    SpawnLater { stream: StreamId, count: u32, delay: u32 },
    /// The end of the route.
    End,
    /// A named moment, the chance of a reopening, and the end of the route: how most routes end.
    Close { mark: MarkId, probability: u32, reopening: u32 },
}

/// A wait step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wait {
    /// Its sampler.
    pub(crate) time: u32,
    /// On which clock.
    pub(crate) clock: Clock,
    /// Bit g: the pause group g of the stream stands.
    pub(crate) groups: u32,
}

/// A reopening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reopening {
    /// Position in `durations`.
    pub(crate) delay: u32,
    /// On which clock.
    pub(crate) clock: Clock,
}

/// What the ops of all routes point into.
#[derive(Debug)]
pub(super) struct Tables {
    /// Urgency, most urgent first: collected before.
    pub(super) levels: Vec<Urgency>,
    pub(super) points: Vec<QueuePoint>,
    pub(super) tasks: Vec<Task>,
    pub(super) waits: Vec<Wait>,
    pub(super) reopenings: Vec<Reopening>,
    pub(super) durations: Vec<Duration>,
    pub(super) probabilities: Vec<Quantity>,
    pub(super) counts: Vec<Count>,
    /// Nested cycles that an item may need.
    pub(super) counters: usize,
}

/// A route that becomes a program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Route<'s> {
    pub(super) scenario: &'s Scenario,
    /// What its steps share.
    pub(super) facts: StreamFacts,
    /// How long an item waits for its first step.
    pub(super) patience: Option<Impatience>,
    /// The groups of waits in which SLA clocks of the stream pause.
    pub(super) groups: &'s [PauseGroup],
}

/// Waits in which clocks of one calendar stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PauseGroup {
    /// The waits.
    pub(super) waits: Vec<WaitId>,
    /// The clocks' calendar.
    pub(super) calendar: CalendarId,
    /// The one clock that stands then, where a mark of the route starts it.
    pub(super) started: Option<u8>,
}

impl Tables {
    /// No tables yet but the levels.
    pub(super) fn new(levels: Vec<Urgency>) -> Self {
        Self {
            levels,
            points: Vec::new(),
            tasks: Vec::new(),
            waits: Vec::new(),
            reopenings: Vec::new(),
            durations: Vec::new(),
            probabilities: Vec::new(),
            counts: Vec::new(),
            counters: 0,
        }
    }

    /// The program of a route whose first op stands at a position, with its end.
    pub(super) fn program(&mut self, route: Route<'_>, steps: &[Step], first: u32) -> Vec<Op> {
        let mut ops = self.steps(route, steps, first, 0);
        ops.push(Op::End);
        // One op of the last three where the route ends in the usual way. The others stay where
        // they are, as something may lead to them.
        if let [.., last, reopen, Op::End] = &mut ops[..]
            && let Op::Mark(mark) = *last
            && let Op::Reopen { probability, reopening } = *reopen
        {
            *last = Op::Close { mark, probability, reopening };
        }
        ops
    }

    /// The ops of some steps, the first of which stands at a position.
    fn steps(&mut self, route: Route<'_>, steps: &[Step], first: u32, depth: u8) -> Vec<Op> {
        let mut ops = Vec::new();
        for step in steps {
            let here = first + ops.len() as u32;
            match step {
                Step::Effort(effort) => ops.push(Op::Effort(self.effort(route, effort))),
                Step::Wait(wait) => {
                    let time = self.duration(&wait.time);
                    let is_paused = |it: &PauseGroup| it.waits.contains(&wait.wait);
                    let paused = route.groups.iter().enumerate().filter(|(_, it)| is_paused(it));
                    let groups = paused.fold(0, |bits, (group, _)| bits | 1 << group);
                    let wait = Wait { time, clock: wait.clock, groups };
                    ops.push(Op::Wait(add(&mut self.waits, wait)));
                }
                Step::Cycle { times, steps } => {
                    let count = add(&mut self.counts, *times);
                    self.counters = self.counters.max(usize::from(depth) + 1);
                    let start = here + 1;
                    let body = self.steps(route, steps, start, depth + 1);
                    let end = start + body.len() as u32 + 1;
                    ops.push(Op::Cycle { count, counter: depth, end });
                    ops.extend(body);
                    ops.push(Op::Again { counter: depth, start });
                }
                Step::Branch { probability, steps, otherwise } => {
                    let probability = add(&mut self.probabilities, *probability);
                    let usual = self.steps(route, steps, here + 1, depth);
                    let start = here + 1 + usual.len() as u32 + 1;
                    let other = self.steps(route, otherwise, start, depth);
                    ops.push(Op::Branch { probability, otherwise: start });
                    ops.extend(usual);
                    ops.push(Op::Jump(start + other.len() as u32));
                    ops.extend(other);
                }
                Step::Mark(mark) => ops.push(Op::Mark(*mark)),
                Step::Reopen { probability, delay, clock } => {
                    let probability = add(&mut self.probabilities, *probability);
                    let reopening = self.reopening(delay, *clock);
                    ops.push(Op::Reopen { probability, reopening });
                }
                Step::Spawn { stream, count, after } => {
                    let (stream, count) = (*stream, add(&mut self.counts, *count));
                    ops.push(match after {
                        None => Op::Spawn { stream, count },
                        Some((after, clock)) => {
                            let delay = self.reopening(after, *clock);
                            Op::SpawnLater { stream, count, delay }
                        }
                    });
                }
            }
        }
        ops
    }

    fn effort(&mut self, route: Route<'_>, effort: &EffortStep) -> u32 {
        let stand_in = effort.stand_ins(&route.scenario.roles).to_vec();
        let time = (self.durations.len() as u32, effort.time.len() as u32);
        self.durations.extend(effort.time.iter().cloned());
        let patience = effort.patience.as_ref().map(|it| self.patience(it, false));
        // People of one role who work at different hours or can do different things are a pool, too.
        let own = PoolMember { role: effort.role, effort: 1.0, rank: 0 };
        let differ = effort.skill.is_some() || route.scenario.calendars_of(effort.role).len() > 1;
        let pool = match differ {
            true if effort.pool.is_empty() => std::slice::from_ref(&own),
            _ => &effort.pool[..],
        };
        let task = Task {
            point: self.point(QueuePoint {
                role: effort.role,
                pool: pool.to_vec(),
                skill: effort.skill,
                stand_in,
                side_by_side: effort.side_by_side,
            }),
            role: effort.role,
            pooled: !pool.is_empty() || effort.side_by_side.is_some(),
            side_by_side: effort.side_by_side.is_some(),
            is_paced: !route.facts.meeting
                && effort.side_by_side.is_none()
                && effort.pool.iter().all(|it| it.effort == 1.0),
            time,
            within_day: effort.within_day || effort.together_with.is_some(),
            together_with: effort.together_with,
            on_call: route.facts.interrupts
                && !effort.within_day
                && effort.together_with.is_none()
                && effort.roles().any(|it| route.scenario.roles[it.index()].on_call.is_some()),
            visit: effort.visit,
            patience: patience.or(route.patience),
            stream: route.facts.of_step(effort.priority, &self.levels),
        };
        add(&mut self.tasks, task)
    }

    /// The position of a queue point, which may be known already.
    pub(super) fn point(&mut self, point: QueuePoint) -> u32 {
        match self.points.iter().position(|it| *it == point) {
            Some(known) => known as u32,
            None => add(&mut self.points, point),
        }
    }

    /// How long an item waits, for its first step or for one of its own.
    pub(super) fn patience(&mut self, patience: &Patience, ends_with_contact: bool) -> Impatience {
        let time = self.duration(&patience.time);
        Impatience { time, clock: patience.clock, ends_with_contact }
    }

    /// A way to come back.
    pub(super) fn reopening(&mut self, delay: &Duration, clock: Clock) -> u32 {
        let reopening = Reopening { delay: self.duration(delay), clock };
        add(&mut self.reopenings, reopening)
    }

    /// Adds a random duration.
    pub(super) fn duration(&mut self, duration: &Duration) -> u32 {
        add(&mut self.durations, duration.clone())
    }
}

/// Adds a row to a table; returns its position.
pub(super) fn add<T>(table: &mut Vec<T>, row: T) -> u32 {
    table.push(row);
    table.len() as u32 - 1
}
