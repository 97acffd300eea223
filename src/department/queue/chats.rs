//! Chats: work of which one person serves several items at a time, each slower the more are in hand.
//!
//! All chats in hand advance alike, so what each has been served is counted once for all of them: a
//! chat is done when that count has grown by as long as the chat takes alone (the virtual time of
//! processor sharing: Kleinrock, *Queueing Systems* II, section 4.4). A person's time is split
//! equally among what is in hand, so that everybody is busy no longer than they work.
//!
//! Rules:
//! - Whoever is idle is asked first, then of those with room whoever has the fewest in hand, then
//!   whoever began the last one first.
//! - Whoever has chats in hand takes no other work, is not interrupted, and takes a further chat only
//!   while nothing more urgent waits for them.

use super::choice::NextWork;
use super::priority_queue::Waiting;
use crate::department::layout::Task;
use crate::department::observer::{Observer, WorkSpan};
use crate::department::people::{Activity, Chat};
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, RoleId};
use crate::time::{Effort, Elapsed};

impl<O: Observer> Department<'_, O> {
    /// An item that may be served beside others joins its queue.
    #[inline(never)]
    pub(super) fn join_chats(
        &mut self,
        waiting: Waiting,
        task: &Task,
        now: ClockReading,
        future: &mut Future,
    ) {
        let point = task.point;
        if let Some(agent) = self.idle_for_chats(point, now) {
            self.leave_idle(agent);
            return self.start(agent, waiting.item, None, now, future);
        }
        if task.stream.interrupts
            && self.with_room(point, now).is_none()
            && let Some(agent) = self.victim_for(point, task.stream.priority, true, now)
        {
            self.interrupt(agent, now);
            return self.start(agent, waiting.item, None, now, future);
        }
        self.points[point as usize].ready.push(task.stream.level, waiting);
        // Nobody is idle, as long as nothing else has begun.
        if let Some(agent) = self.with_room(point, now)
            && self.take_chat(agent, point, now, future)
        {
            self.share_out(point, now, future);
        }
        if task.on_call {
            self.call_for(point, now, future);
        }
        self.await_openings(point, now, future);
    }

    /// Whose people serve a queue point now.
    fn chat_roles(&self, point: u32) -> &[RoleId] {
        let of_point = &self.layout.points[point as usize];
        match self.is_staffed(point) {
            true => std::slice::from_ref(&of_point.role),
            false => &of_point.stand_in,
        }
    }

    /// Who takes a further chat of a queue point now.
    fn with_room(&self, point: u32, now: ClockReading) -> Option<AgentId> {
        let most = self.layout.points[point as usize].side_by_side.map_or(1, |it| it.most);
        let mut fewest: Option<((usize, u64), AgentId)> = None;
        for &role in self.chat_roles(point) {
            for &agent in &self.team(role).members {
                let it = &self.agents[agent.index()];
                let in_hand = it.chats.all.len();
                if it.activity == Activity::Chatting
                    && it.chats.point == point
                    && in_hand < most as usize
                    && it.own.is_empty()
                    && fewest.is_none_or(|(fewer, _)| (in_hand, it.start_number) < fewer)
                    && self.can_do(agent, point)
                    && self.is_open(agent, now)
                {
                    fewest = Some(((in_hand, it.start_number), agent));
                }
            }
        }
        fewest.map(|(_, agent)| agent)
    }

    /// Whoever is idle and serves a queue point now.
    fn idle_for_chats(&self, point: u32, now: ClockReading) -> Option<AgentId> {
        let skill = self.layout.points[point as usize].skill;
        self.chat_roles(point).iter().find_map(|&role| self.idle_at_work(role, skill, now))
    }

    /// Whoever has room takes the chats that wait at a queue point, unless somebody idle does.
    fn share_out(&mut self, point: u32, now: ClockReading, future: &mut Future) {
        while self.points[point as usize].ready.waiting != 0
            && let Some(agent) = self.with_room(point, now)
        {
            let idle = self.idle_for_chats(point, now);
            if idle.is_some() || !self.take_chat(agent, point, now, future) {
                return;
            }
        }
    }

    /// Somebody with room takes the first chat that waits at a queue point, unless something more
    /// urgent waits for them; whether they did.
    fn take_chat(
        &mut self,
        agent: AgentId,
        point: u32,
        now: ClockReading,
        future: &mut Future,
    ) -> bool {
        let held = self.agents[agent.index()].held.last().copied();
        let allowed = held.map_or(u64::MAX, |held| self.levels_that_interrupt(held));
        let level = match self.find(agent, allowed, now) {
            Some(NextWork::Ready(found, level)) if found == point => level,
            _ => return false,
        };
        let Some(next) = self.points[point as usize].ready.pop(level) else { return false };
        self.start(agent, next.item, None, now, future);
        true
    }

    /// The same at all queue points of a role and those it stands in for.
    #[inline(never)]
    pub(crate) fn share_out_chats(&mut self, role: RoleId, now: ClockReading, future: &mut Future) {
        let layout = self.layout;
        for &point in &layout.points_of[role.index()].all {
            if layout.points[point as usize].side_by_side.is_some() {
                self.share_out(point, now, future);
            }
        }
    }

    /// An agent has one chat more in hand.
    #[inline(never)]
    pub(super) fn hold_chat(
        &mut self,
        agent: AgentId,
        (item, left): (u32, Effort),
        task: &Task,
        now: ClockReading,
        future: &mut Future,
    ) {
        if self.agents[agent.index()].activity == Activity::Chatting {
            self.account_for_chats(agent, now);
        } else {
            self.agents[agent.index()].chats.clear();
        }
        let worked = self.worked(now, self.agents[agent.index()].calendar);
        let it = &mut self.agents[agent.index()];
        let (speed, duration) = self.layout.own_pace(it, task, left, now.at);
        it.chats.point = task.point;
        it.chats.all.push(Chat { item, ends: it.chats.served + duration, speed });
        it.activity = Activity::Chatting;
        it.partner = None;
        it.past_closing = false;
        it.interruptible = false;
        it.start_number = self.starts;
        (it.started, it.started_worked) = (now.at, worked);
        if task.visit {
            self.observers.visited(it.role, now.at);
        }
        self.go_on_chatting(agent, now, future);
    }

    /// Sets the timer of the chat that will be done first; of equals the one begun first.
    fn go_on_chatting(&mut self, agent: AgentId, now: ClockReading, future: &mut Future) {
        let layout = self.layout;
        let it = &mut self.agents[agent.index()];
        let Some(next) = it.chats.all.iter().min_by_key(|it| it.ends) else { return };
        let pace = layout.points[it.chats.point as usize].side_by_side;
        let slowdown = pace.map_or(1.0, |pace| pace.slowdown(it.chats.all.len()));
        it.item = next.item;
        it.speed = next.speed;
        it.level = layout.tasks[self.items.get(next.item).task as usize].stream.level;
        let rest = (next.ends - it.chats.served).scaled(slowdown);
        it.finish_worked = it.started_worked + rest;
        let (_, done) = self.clocks.span(now, it.calendar, rest);
        future.set_timer(agent.index(), done);
    }

    /// The first of the chats in hand is done.
    pub(super) fn complete_chat(&mut self, agent: AgentId, now: ClockReading, future: &mut Future) {
        self.account_for_chats(agent, now);
        let it = &mut self.agents[agent.index()];
        let (id, role, settled) = (it.item, it.role, it.speed == 1.0);
        if let Some(position) = it.chats.all.iter().position(|it| it.item == id) {
            // Exactly what it took, whatever was rounded on the way.
            it.chats.served = it.chats.all.remove(position).ends;
        }
        let is_last = it.chats.all.is_empty();
        let stream = self.items.get(id).stream;
        self.observers.piece_done(id, (role, settled), stream);
        if is_last {
            self.take_next(agent, now, future);
        } else {
            self.go_on_chatting(agent, now, future);
            self.share_out_chats(role, now, future);
        }
        self.step_done(id, now, future);
    }

    /// Reports the time since the last change, in equal parts of what is in hand, and counts how much
    /// each was served in it.
    pub(super) fn account_for_chats(&mut self, agent: AgentId, now: ClockReading) {
        let it = &self.agents[agent.index()];
        let (role, calendar, in_hand) = (it.role, it.calendar, it.chats.all.len());
        let (mut from, mut from_worked) = (it.started, it.started_worked);
        let to_worked = self.worked_in_hand(it, now);
        let all = to_worked - from_worked;
        // None, where the last is done and another taken at once.
        let part = Effort::from_ticks(all.ticks() / in_hand.max(1) as i64);
        let has_break = (now.at - from).ticks() != all.ticks();
        for position in 0..in_hand {
            let item = self.agents[agent.index()].chats.all[position].item;
            let is_last = position + 1 == in_hand;
            let worked = if is_last { to_worked } else { from_worked + part };
            let to = match (is_last, has_break) {
                (true, _) => now.at,
                (false, false) => from + Elapsed::from_ticks(part.ticks()),
                (false, true) => self.clock(calendar).moment_of(worked).clamp(from, now.at),
            };
            let span = WorkSpan { from, to, from_worked, to_worked: worked };
            self.observers.worked_on(item, role, self.items.get(item).stream, span);
            (from, from_worked) = (to, worked);
        }
        let layout = self.layout;
        let it = &mut self.agents[agent.index()];
        let pace = layout.points[it.chats.point as usize].side_by_side;
        let slowdown = pace.map_or(1.0, |pace| pace.slowdown(in_hand));
        let is_full = pace.is_some_and(|pace| in_hand == pace.most as usize);
        let (from, from_worked) = (it.started, it.started_worked);
        let span = WorkSpan { from, to: now.at, from_worked, to_worked };
        self.observers.chatted(role, span, in_hand, is_full);
        it.chats.served += all.scaled(1.0 / slowdown);
        (it.started, it.started_worked) = (now.at, to_worked);
    }

    /// Somebody stops who has chats in hand; each keeps what is left of its effort.
    pub(crate) fn stop_chats(&mut self, agent: AgentId, now: ClockReading) -> Vec<Chat> {
        self.account_for_chats(agent, now);
        let it = &mut self.agents[agent.index()];
        let (served, chats) = (it.chats.served, std::mem::take(&mut it.chats.all));
        for chat in &chats {
            let rest = (chat.ends - served).max(Effort::ZERO);
            self.items.get_mut(chat.item).left = rest.scaled(chat.speed);
        }
        chats
    }
}
