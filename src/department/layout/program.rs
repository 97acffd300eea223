//! Programs: the steps of a route as ops, one after another, with jumps in place of nesting.

use super::{Layout, StreamFacts, Task};
use crate::ids::{MarkId, StreamId, WaitId};
use crate::scenario::{Clock, Count, Duration, Quantity, Scenario, Step, WaitStep};

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
    /// The end of the route.
    End,
    /// A named moment, the chance to come back, and the end of the route: how most routes end.
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

impl Layout {
    /// Adds the ops of some steps; `of` is what is known of their stream.
    pub(crate) fn steps(
        &mut self,
        scenario: &Scenario,
        steps: &[Step],
        of: (StreamFacts, &[Vec<WaitId>]),
        depth: u8,
    ) {
        let (facts, groups) = of;
        for step in steps {
            match step {
                Step::Effort(effort) => {
                    let stand_in = effort.stand_in.clone();
                    let stand_in = stand_in
                        .unwrap_or_else(|| scenario.roles[effort.role.index()].stand_in.clone());
                    let first = self.durations.len() as u32;
                    for part in &effort.time {
                        self.duration(part);
                    }
                    let task = Task {
                        point: self.point(effort.role, stand_in),
                        role: effort.role,
                        time: (first, effort.time.len() as u32),
                        within_day: effort.within_day || effort.together_with.is_some(),
                        together_with: effort.together_with,
                        visit: effort.visit,
                        stream: self.facts_of(facts, effort.priority),
                    };
                    self.tasks.push(task);
                    self.ops.push(Op::Effort(self.tasks.len() as u32 - 1));
                }
                Step::Wait(wait) => {
                    let pause = self.pause(wait, groups);
                    self.waits.push(pause);
                    self.ops.push(Op::Wait(self.waits.len() as u32 - 1));
                }
                Step::Cycle { times, steps } => {
                    let count = self.count(*times);
                    self.counters = self.counters.max(usize::from(depth) + 1);
                    let head = self.ops.len();
                    self.ops.push(Op::End);
                    self.steps(scenario, steps, of, depth + 1);
                    self.ops.push(Op::Again { counter: depth, start: head as u32 + 1 });
                    self.ops[head] =
                        Op::Cycle { count, counter: depth, end: self.ops.len() as u32 };
                }
                Step::Branch { probability, steps, otherwise } => {
                    let probability = self.probability(*probability);
                    let head = self.ops.len();
                    self.ops.push(Op::End);
                    self.steps(scenario, steps, of, depth);
                    let jump = self.ops.len();
                    self.ops.push(Op::End);
                    self.ops[head] = Op::Branch { probability, otherwise: self.ops.len() as u32 };
                    self.steps(scenario, otherwise, of, depth);
                    self.ops[jump] = Op::Jump(self.ops.len() as u32);
                }
                Step::Mark(mark) => self.ops.push(Op::Mark(*mark)),
                Step::Reopen { probability, delay, clock } => {
                    let probability = self.probability(*probability);
                    let reopening = Reopening { delay: self.duration(delay), clock: *clock };
                    self.reopenings.push(reopening);
                    self.ops.push(Op::Reopen {
                        probability,
                        reopening: self.reopenings.len() as u32 - 1,
                    });
                }
                Step::Spawn { stream, count } => {
                    let count = self.count(*count);
                    self.ops.push(Op::Spawn { stream: *stream, count });
                }
            }
        }
    }

    fn pause(&mut self, wait: &WaitStep, groups: &[Vec<WaitId>]) -> Wait {
        let standing = groups.iter().enumerate().filter(|(_, waits)| waits.contains(&wait.wait));
        Wait {
            time: self.duration(&wait.time),
            clock: wait.clock,
            groups: standing.fold(0, |bits, (group, _)| bits | 1 << group),
        }
    }

    /// Makes one op of the last three of a route that ends in the usual way. The others stay where
    /// they are, as something may lead to them.
    pub(crate) fn shorten(&mut self) {
        if let [.., last, reopen, Op::End] = &mut self.ops[..]
            && let Op::Mark(mark) = *last
            && let Op::Reopen { probability, reopening } = *reopen
        {
            *last = Op::Close { mark, probability, reopening };
        }
    }

    pub(crate) fn duration(&mut self, duration: &Duration) -> u32 {
        self.durations.push(duration.clone());
        self.durations.len() as u32 - 1
    }

    fn probability(&mut self, probability: Quantity) -> u32 {
        self.probabilities.push(probability);
        self.probabilities.len() as u32 - 1
    }

    fn count(&mut self, count: Count) -> u32 {
        self.counts.push(count);
        self.counts.len() as u32 - 1
    }
}
