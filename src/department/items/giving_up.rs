//! Giving up: items that have waited for as long as they would leave, and may come back.

use super::item::Item;
use crate::department::event::Event;
use crate::department::layout::{Impatience, Task};
use crate::department::observer::{Judgement, Observer};
use crate::department::{ClockReading, Department, Future};
use crate::random::name_key;
use crate::scenario::Abandoned;

impl<O: Observer> Department<'_, O> {
    /// An item asks for effort that it will not wait for for ever.
    #[inline(never)]
    pub(super) fn ask_impatiently(
        &mut self,
        id: u32,
        item: Item,
        task: &Task,
        patience: Impatience,
        now: ClockReading,
        future: &mut Future,
    ) {
        if patience.ends_with_contact && !item.is_untouched() {
            return self.join_queue(id, item, task, now, future);
        }
        let number = self.items.wait_impatiently(id);
        self.join_queue(id, item, task, now, future);
        // Unless somebody was free for it.
        if self.items.is_in_wait(id, number) {
            // By chance of its own: what the item needs is the same whether it waits or not.
            let mut chance = item.chance.child(const { name_key("patience") });
            let seconds = self.numbers.samplers[patience.time as usize].draw(&mut chance);
            let at = self.after(now, patience.clock, task.stream.calendar, seconds);
            future.schedule(at, Event::GaveUp { item: id, number });
        }
    }

    /// An item has waited for as long as it would: it leaves, unless it was begun before.
    pub(crate) fn gave_up(&mut self, id: u32, number: u32, future: &mut Future) {
        if !self.items.is_in_wait(id, number) {
            return;
        }
        let now = self.now_for(id, future.now());
        let mut item = *self.items.get(id);
        self.items.wait_over(id);
        self.leave_queue(id, &item);
        self.judge_abandoned(id, &item, now);
        self.observers.abandoned(item.stream, item.created, now.at);
        self.observers.given_up(id);
        self.items.remove(id);
        if self.layout.side_by_side {
            // Chats may have waited behind it.
            let role = self.layout.tasks[item.task as usize].role;
            self.share_out_chats(role, now, future);
        }
        if let Some((probability, reopening)) = self.layout.streams[item.stream.index()].retrial {
            item.chance = item.chance.child(const { name_key("retrial") });
            self.maybe_reopen(&mut item, probability, reopening, now, future);
        }
    }

    /// Takes an item out of wherever it waits for its current step.
    fn leave_queue(&mut self, id: u32, item: &Item) {
        let task = &self.layout.tasks[item.task as usize];
        if let Some(owner) = self.owner_of(id) {
            let own = &mut self.agents[owner.index()].own;
            return own.remove(task.stream.level, item.joined, id);
        }
        let queues = &mut self.points[task.point as usize];
        let queue = if task.within_day { &mut queues.appointed } else { &mut queues.ready };
        queue.remove(task.stream.level, item.joined, id);
    }

    /// The clocks of an item that has given up, as each SLA counts it.
    fn judge_abandoned(&mut self, id: u32, item: &Item, now: ClockReading) {
        for sla in &self.numbers.slas[item.stream.index()] {
            let Some(due) = self.due(id, item, sla).filter(|_| !sla.is_stopped(item)) else {
                continue;
            };
            let met = match self.scenario.slas[sla.of.sla.index()].abandoned {
                Abandoned::Missed => false,
                Abandoned::LeftOut => continue,
                Abandoned::MetWithin => now.at <= due,
            };
            let (sla, created) = (sla.of.sla, item.created);
            self.observers.judged(Judgement { sla, created, due, stopped: Some(now.at), met });
        }
    }
}
