//! Service: an agent does one thing after another.
//!
//! What happens most often, one step and the end of the route, is done here without looking left
//! or right, and without an event where nothing else happens meanwhile; everything else is left
//! to the general rules of [`crate::department::queue::choice`], [`crate::department::queue::assignment`] and [`crate::department::items::route`].

use super::next_item::Picked;
use super::route_end::{Ending, Plain};
use crate::department::items::ComesBack;
use crate::department::items::Item;
use crate::department::observer::{Finished, Observer, Served, Span, Verdict};
use crate::department::{ClockReading, Department, Future};
use crate::ids::{AgentId, CalendarId};
use crate::scenario::CONTACT;
use crate::time::{Effort, SimTime};

/// Where an item comes from that an agent takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin {
    /// From a feed, and nobody has been told of it.
    New,
    /// From a feed.
    Told,
    /// From a queue.
    Queue(u32),
}

impl<O: Observer> Department<'_, O> {
    /// An agent has done the effort of an item.
    ///
    /// What it comes to most often, the end of a route, is done here; everything else elsewhere.
    #[inline(always)]
    pub(crate) fn completion(&mut self, agent: AgentId, future: &mut Future) {
        let it = &self.agents[agent.index()];
        let id = it.item;
        let now = self.now(future.now(), it.calendar);
        let item = *self.items.get(id);
        let ending = self.numbers.endings[item.work as usize].as_ref();
        let Some(ending) = ending.filter(|ending| {
            it.partner.is_none() & (ending.calendar == now.calendar) & ending.is_of(&item)
        }) else {
            return self.step_completion(agent, now, future);
        };
        let (role, desk) = (it.role, it.usual_desk());
        let span = Span {
            from: it.started,
            to: now.at,
            from_worked: it.started_worked,
            to_worked: now.worked,
        };
        let is_patient = ending.is_patient;
        let (mut finished, comes_back) = self.conclude(&item, ending, span);
        finished.role = role;
        self.watchers.finished(finished);
        self.items.remove(id);
        if is_patient {
            future.set_timer(agent.index(), SimTime::NEVER);
            return self.go_on((agent, desk), comes_back, now, future);
        }
        // Work that interrupts may come back at once and look for whom to interrupt.
        self.take_next(agent, now, future);
        if let Some(it) = comes_back {
            self.come_back(it, now, future);
        }
    }

    /// The same, whatever it comes to.
    #[inline(never)]
    fn step_completion(&mut self, agent: AgentId, now: ClockReading, future: &mut Future) {
        let it = &self.agents[agent.index()];
        let (id, partner) = (it.item, it.partner);
        self.account_for_work(agent, now);
        if let Some(partner) = partner {
            self.account_for_work(partner, now);
        }
        self.take_next(agent, now, future);
        if let Some(partner) = partner {
            self.take_next(partner, now, future);
        }
        self.step_done(id, now, future);
    }

    /// A free agent whose timer is not set does one thing after another, as long as each is done
    /// before anything else happens; the first is picked before the last item comes back.
    #[inline(always)]
    pub(crate) fn go_on(
        &mut self,
        of: (AgentId, u32),
        comes_back: Option<ComesBack>,
        mut now: ClockReading,
        future: &mut Future,
    ) {
        // The first one here, as it often is the only one.
        if let Some(picked) = self.pick_after(of, comes_back, &mut now, future)
            && let Some(comes_back) = self.do_next(of, picked, &mut now, future)
        {
            self.go_on_further(of, comes_back, now, future);
        }
    }

    #[inline(never)]
    fn go_on_further(
        &mut self,
        of: (AgentId, u32),
        mut comes_back: Option<ComesBack>,
        now: ClockReading,
        future: &mut Future,
    ) {
        let mut now = now;
        while let Some(picked) = self.pick_after(of, comes_back, &mut now, future) {
            match self.do_next(of, picked, &mut now, future) {
                Some(next) => comes_back = next,
                None => return,
            }
        }
    }

    /// Does what was picked; if it is already done then, whether it comes back.
    #[inline(always)]
    fn do_next(
        &mut self,
        (agent, desk): (AgentId, u32),
        picked: Picked,
        now: &mut ClockReading,
        future: &mut Future,
    ) -> Option<Option<ComesBack>> {
        let item = match picked {
            Picked::Feed(feed) => self.take_from(desk, feed),
            Picked::Queue(id) => (*self.items.get(id), Origin::Queue(id)),
        };
        self.serve(agent, item, now, future)
    }

    /// An agent begins an item.
    ///
    /// When it is done before anything else happens it needs no event: then it is later, and
    /// whether the item comes back is returned.
    #[inline(always)]
    pub(crate) fn serve(
        &mut self,
        agent: AgentId,
        (item, origin): (Item, Origin),
        moment: &mut ClockReading,
        future: &mut Future,
    ) -> Option<Option<ComesBack>> {
        let now = *moment;
        let it = &self.agents[agent.index()];
        let (_, duration) = it.pace(item.left, now.at);
        let done = self.clocks.done(now, it.calendar, duration);
        let ending = self.numbers.endings[item.work as usize].as_ref();
        let Some(ending) = ending.filter(|it| {
            it.is_plain
                & (it.calendar == now.calendar)
                & (done < future.quiet_until())
                & it.is_of(&item)
        }) else {
            match origin {
                Origin::Queue(id) => self.start(agent, id, None, now, future),
                _ => self.begin_new(agent, item, origin, now, future),
            }
            return None;
        };
        future.hold(done);
        let span = Span {
            from: now.at,
            to: done,
            from_worked: now.worked,
            to_worked: now.worked + duration,
        };
        let (finished, comes_back) = self.conclude(&item, ending, span);
        let waited = now.worked - item.created_worked;
        let contact = match ending.contact {
            Some(plain) if item.is_untouched() => {
                Some(self.judge(plain, &item, (now.at, now.worked), now.calendar))
            }
            _ => None,
        };
        if let Origin::New = origin {
            self.watchers.served(Served { finished, effort: item.left, waited, contact });
        } else {
            if item.is_untouched() {
                self.watchers.contacted(item.stream, item.created, waited);
            }
            if let Some(verdict) = contact {
                self.watchers.judged(verdict.of(item.created, now.at));
            }
            self.watchers.finished(finished);
        }
        if let Origin::Queue(id) = origin {
            self.items.remove(id);
        }
        *moment = self.now_after(now, span);
        Some(comes_back)
    }

    /// The moment at the end of a span that began now, by the same calendar.
    #[inline(always)]
    fn now_after(&self, now: ClockReading, span: Span) -> ClockReading {
        if span.to <= now.closes {
            ClockReading { at: span.to, worked: span.to_worked, ..now }
        } else {
            self.now(span.to, now.calendar)
        }
    }

    /// An item ends as usual: what is to be told of it, and whether it comes back.
    #[inline(always)]
    fn conclude(&self, item: &Item, ending: &Ending, span: Span) -> (Finished, Option<ComesBack>) {
        let verdict = match ending.end {
            Some(plain) => {
                let end = (span.to, span.to_worked);
                Some(self.judge(plain, item, end, ending.calendar))
            }
            None => None,
        };
        let finished = Finished {
            role: ending.role,
            stream: item.stream,
            span,
            created: item.created,
            sojourn: span.to_worked - item.created_worked,
            verdict,
        };
        let mut chance = item.chance;
        let comes_back = ending.comes_back > 0.0 && chance.unit() < ending.comes_back;
        let back = ComesBack {
            chance,
            stream: item.stream,
            owner: item.owner,
            reopening: ending.reopening,
        };
        (finished, comes_back.then_some(back))
    }

    /// Whether an item is in time by a plain SLA whose clock is stopped now, by that clock.
    #[inline(always)]
    pub(crate) fn judge(
        &self,
        plain: Plain,
        item: &Item,
        (now, worked): (SimTime, Effort),
        calendar: CalendarId,
    ) -> Verdict {
        let due = item.created_worked + plain.limit;
        if worked < due && !plain.wants_due {
            return Verdict { sla: plain.sla, due: SimTime::NEVER, met: true };
        }
        let due = self.clock(calendar).moment_of(due);
        Verdict { sla: plain.sla, due, met: now <= due }
    }

    /// An agent begins an item that has come from a feed, and that is there until it is done.
    #[inline(always)]
    pub(crate) fn begin_new(
        &mut self,
        agent: AgentId,
        item: Item,
        origin: Origin,
        now: ClockReading,
        future: &mut Future,
    ) {
        let work = &self.layout.works[item.work as usize];
        let id = self.items.insert(Item { marked: item.marked | 1 << CONTACT.index(), ..item });
        self.hold(agent, id, item.left, work, None, now, future);
        if let Origin::New = origin {
            self.watchers.arrived(item.stream, item.created);
            self.watchers.offered(work.role, item.left, item.created);
        }
        self.contacted(id, item, work.stream.calendar, now);
    }
}
