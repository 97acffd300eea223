//! Items on their routes: from one effort or wait to the next.
//!
//! An item is worked on as a copy and put back when it must wait.

use super::item::{Item, NOBODY, PausedTime};
use crate::department::event::Event;
use crate::department::layout::Task;
use crate::department::layout::{Op, Wait};
use crate::department::observer::Observer;
use crate::department::{ClockReading, Department, Future};
use crate::ids::{CalendarId, MarkId};
use crate::scenario::{CLOSED, CONTACT, Clock, SOLVED};
use crate::time::{Effort, Elapsed, SimTime};

impl<O: Observer> Department<'_, O> {
    /// A wait, or a contractor's work, is over.
    pub(crate) fn wait_over(&mut self, item: u32, future: &mut Future) {
        let now = self.now_for(item, future.now());
        self.step_done(item, now, future);
    }

    /// The current step of an item is done.
    #[inline(never)]
    pub(crate) fn step_done(&mut self, id: u32, now: ClockReading, future: &mut Future) {
        let mut item = *self.items.get(id);
        item.op += 1;
        self.advance(id, &mut item, now, future);
    }

    pub(crate) fn now_for(&self, item: u32, at: SimTime) -> ClockReading {
        let stream = self.items.get(item).stream;
        self.now(at, self.layout.streams[stream.index()].calendar)
    }

    /// The effort step that an item stands at.
    #[inline(always)]
    pub(crate) fn task_of(&self, item: u32) -> usize {
        self.items.get(item).task as usize
    }

    /// Goes along the route until somebody must work or something must be waited for.
    #[inline(never)]
    pub(crate) fn advance(
        &mut self,
        id: u32,
        item: &mut Item,
        now: ClockReading,
        future: &mut Future,
    ) {
        let ops = &self.layout.ops;
        let mut at = item.op;
        loop {
            let op = ops[at as usize];
            at += 1;
            match op {
                Op::Effort(task) => {
                    item.op = at - 1;
                    return self.ask_for_effort(id, item, task, now, future);
                }
                Op::Close { mark, probability, reopening } => {
                    self.mark_here(id, item, mark, now);
                    self.maybe_reopen(item, probability, reopening, now, future);
                    return self.complete(id, item, now);
                }
                Op::Mark(mark) => self.mark(id, item, mark, now),
                Op::Reopen { probability, reopening } => {
                    self.maybe_reopen(item, probability, reopening, now, future)
                }
                Op::End => return self.complete(id, item, now),
                Op::Branch { probability, otherwise } => {
                    let probability = self.numbers.probabilities[probability as usize];
                    if item.chance.unit() >= probability {
                        at = otherwise;
                    }
                }
                Op::Jump(to) => at = to,
                Op::Wait(pause) => {
                    let pause = self.layout.waits[pause as usize];
                    item.op = at - 1;
                    return self.wait(id, item, pause, now, future);
                }
                Op::Cycle { count, counter, end } => {
                    let times = self.numbers.draw_count(count, 1.0, &mut item.chance);
                    *self.items.cycle(id, counter) = times;
                    if times == 0 {
                        at = end;
                    }
                }
                Op::Again { counter, start } => {
                    let left = self.items.cycle(id, counter);
                    *left -= 1;
                    if *left > 0 {
                        at = start;
                    }
                }
                Op::Spawn { stream, count } => self.spawn(item, stream, count, now, future),
                Op::SpawnLater { stream, count, delay } => {
                    self.spawn_later(item, (stream, count, delay), now, future)
                }
            }
        }
    }

    /// The end of a route: whatever was not marked on the way is marked now.
    #[inline(always)]
    fn complete(&mut self, id: u32, item: &mut Item, now: ClockReading) {
        if item.watched_marks & !item.marked & (1 << SOLVED.index() | 1 << CLOSED.index()) != 0 {
            for mark in [SOLVED, CLOSED] {
                if item.watched_marks & !item.marked & 1 << mark.index() != 0 {
                    self.mark(id, item, mark, now);
                }
            }
        }
        let calendar = self.layout.streams[item.stream.index()].calendar;
        let sojourn = self.worked(now, calendar) - item.created_worked;
        self.observers.completed(item.stream, item.created, now.at, sojourn);
        self.items.remove(id);
    }

    /// Draws what the step needs, and joins the queue of whoever can give it.
    #[inline(always)]
    fn ask_for_effort(
        &mut self,
        id: u32,
        item: &Item,
        position: u32,
        now: ClockReading,
        future: &mut Future,
    ) {
        let task = &self.layout.tasks[position as usize];
        let mut chance = item.chance;
        let (scenario, layout) = (self.scenario, self.layout);
        let left = self.numbers.effort(scenario, layout, task, item.stream, now.at, &mut chance);
        // What has just been worked out is put down with the rest: an item that is written field
        // by field and copied at once makes the processor wait for the writing.
        let item =
            Item { chance, left, task: position, joined: self.next_to_join(now.at), ..*item };
        *self.items.get_mut(id) = item;
        self.ask(id, item, task, now, future);
    }

    /// Joins the queue of whoever can give the effort that an item needs.
    #[inline(always)]
    pub(crate) fn ask(
        &mut self,
        id: u32,
        item: Item,
        task: &Task,
        now: ClockReading,
        future: &mut Future,
    ) {
        let role = match item.owner {
            NOBODY if task.pooled => self.counted_for(task.point),
            NOBODY => task.role,
            owner => self.agents[owner as usize].role,
        };
        let asked = match task.side_by_side {
            true => self.layout.points[task.point as usize].least_time_of(item.left),
            false => item.left,
        };
        self.observers.asked_for(role, item.stream, asked, now.at);
        if let Some(partner) = task.together_with {
            self.observers.asked_for(partner, item.stream, item.left, now.at);
        }
        if let Some(patience) = task.patience {
            return self.ask_impatiently(id, item, task, patience, now, future);
        }
        self.join_queue(id, item, task, now, future);
    }

    #[inline(never)]
    fn wait(
        &mut self,
        id: u32,
        item: &mut Item,
        pause: Wait,
        now: ClockReading,
        future: &mut Future,
    ) {
        let seconds = self.numbers.samplers[pause.time as usize].draw(&mut item.chance);
        *self.items.get_mut(id) = *item;
        let layout = self.layout;
        let stream = &layout.streams[item.stream.index()];
        let at = self.after(now, pause.clock, stream.calendar, seconds);
        for (group, &calendar) in stream.pause_calendars.iter().enumerate() {
            if pause.groups >> group & 1 == 1 {
                let worked = self.calendar(calendar).worked_until(at) - self.worked(now, calendar);
                self.items.pause(id, group, PausedTime { worked, elapsed: at - now.at });
            }
        }
        future.schedule(at, Event::WaitOver { item: id });
    }

    /// The moment that lies so many seconds ahead on a clock.
    pub(crate) fn after(
        &self,
        now: ClockReading,
        clock: Clock,
        calendar: CalendarId,
        seconds: f64,
    ) -> SimTime {
        match clock {
            Clock::Working => {
                let worked = self.worked(now, calendar) + Effort::from_seconds(seconds);
                self.calendar(calendar).moment_of(worked).max(now.at)
            }
            Clock::Calendar => now.at + Elapsed::from_seconds(seconds),
        }
    }

    /// A mark starts the clocks that wait for it, and stops those that run until it.
    #[inline(never)]
    fn mark(&mut self, id: u32, item: &mut Item, mark: MarkId, now: ClockReading) {
        self.mark_here(id, item, mark, now);
    }

    #[inline(always)]
    fn mark_here(&mut self, id: u32, item: &mut Item, mark: MarkId, now: ClockReading) {
        let bit = 1 << mark.index();
        if item.watched_marks & bit != 0 {
            if item.marked & bit == 0 {
                self.judge_mark(id, item, mark, true, now);
            } else {
                self.mark_again(id, item, mark, now);
            }
        }
        item.marked |= bit;
    }

    #[inline(never)]
    fn mark_again(&mut self, id: u32, item: &Item, mark: MarkId, now: ClockReading) {
        let repeated = self.layout.streams[item.stream.index()].repeated_marks;
        if repeated >> mark.index() & 1 == 1 {
            self.judge_mark(id, item, mark, false, now);
        }
    }

    /// Somebody works on an item for the first time: the item as it was before.
    #[inline(always)]
    pub(crate) fn contacted(
        &mut self,
        id: u32,
        item: Item,
        calendar: CalendarId,
        now: ClockReading,
    ) {
        let worked = self.worked(now, calendar);
        let waited = worked - item.created_worked;
        self.observers.contacted(item.stream, item.created, waited);
        if item.watched_marks >> CONTACT.index() & 1 == 0 {
            return;
        }
        let Some(plain) = self.numbers.contacts[item.stream.index()] else {
            return self.judge_contact(id, now);
        };
        let verdict = plain.judge(&item, (now.at, worked), self.clock(calendar));
        self.observers.judged(verdict.of(item.created, now.at));
    }

    #[inline(never)]
    fn judge_contact(&mut self, id: u32, now: ClockReading) {
        let item = *self.items.get(id);
        self.judge_mark(id, &item, CONTACT, true, now);
    }
}
