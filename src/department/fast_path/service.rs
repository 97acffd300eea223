//! Service: an agent serves one item after another.
//!
//! A last step that is done before anything else happens is begun and ended at once, without an
//! event; everything else is left to the general rules.

use super::next_item::NextItem;
use super::route_end::RouteEnd;
use crate::department::items::{Item, Origin, ReopenedItem};
use crate::department::observer::{Finished, Observer, Served, WorkSpan};
use crate::department::people::{NO_ITEM, NO_POINT};
use crate::department::{ClockReading, Department, Future};
use crate::ids::AgentId;
use crate::scenario::CONTACT;
use crate::time::{Effort, SimTime};

impl<O: Observer> Department<'_, O> {
    /// An agent has done the effort of an item.
    ///
    /// What it comes to most often, the end of a route, is done here; everything else elsewhere.
    #[inline(always)]
    pub(super) fn completion(&mut self, agent: AgentId, future: &mut Future) {
        let it = &self.agents[agent.index()];
        let id = it.item;
        let now = self.now(future.now(), it.calendar);
        let item = *self.items.get(id);
        let route_end = self.numbers.route_ends[item.task as usize].as_ref();
        let Some(route_end) =
            route_end.filter(|route_end| it.partner.is_none() & route_end.is_of(&item))
        else {
            return self.complete_step(agent, now, future);
        };
        let worked = self.worked(now, route_end.calendar);
        let (role, point, settled) = (it.role, it.usual_point(), it.speed == 1.0);
        let span = WorkSpan {
            from: it.started,
            to: now.at,
            from_worked: it.started_worked,
            to_worked: now.worked,
        };
        let is_usual = route_end.is_patient && point != NO_POINT;
        let (mut finished, reopened) = self.conclude(&item, route_end, span, worked);
        finished.role = role;
        self.observers.finished_item(id, settled, finished);
        self.items.remove(id);
        if is_usual {
            future.set_timer(agent.index(), SimTime::NEVER);
            return self.serve_next((agent, point), reopened, now, future);
        }
        // Work that interrupts may be reopened at once and interrupt somebody: the agent chooses
        // first.
        self.take_next(agent, now, future);
        if let Some(it) = reopened {
            self.reopen_item(it, now, future);
        }
    }

    /// A free agent whose timer is not set does one thing after another, as long as each is done
    /// before anything else happens; the first is chosen before the last item is reopened.
    #[inline(always)]
    pub(super) fn serve_next(
        &mut self,
        of: (AgentId, u32),
        reopened: Option<ReopenedItem>,
        mut now: ClockReading,
        future: &mut Future,
    ) {
        // The first one here, as it often is the only one.
        if let Some(picked) = self.pick_after(of, reopened, &mut now, future)
            && let Some(reopened) = self.do_next(of, picked, &mut now, future)
        {
            self.serve_following(of, reopened, now, future);
        }
    }

    #[inline(never)]
    fn serve_following(
        &mut self,
        of: (AgentId, u32),
        mut reopened: Option<ReopenedItem>,
        now: ClockReading,
        future: &mut Future,
    ) {
        let mut now = now;
        while let Some(picked) = self.pick_after(of, reopened, &mut now, future) {
            match self.do_next(of, picked, &mut now, future) {
                Some(next) => reopened = next,
                None => return,
            }
        }
    }

    /// Serves what was chosen; if that is done at once, whether the item is reopened.
    #[inline(always)]
    fn do_next(
        &mut self,
        (agent, point): (AgentId, u32),
        picked: NextItem,
        now: &mut ClockReading,
        future: &mut Future,
    ) -> Option<Option<ReopenedItem>> {
        let item = match picked {
            NextItem::Feed(feed) => self.take_from(point, feed),
            NextItem::Queue(id) => (*self.items.get(id), Origin::Queue(id)),
        };
        self.serve(agent, item, now, future)
    }

    /// An agent begins an item.
    ///
    /// When it is done before anything else happens it needs no event: then it is later, and
    /// whether the item is reopened is returned.
    #[inline(always)]
    pub(super) fn serve(
        &mut self,
        agent: AgentId,
        (item, origin): (Item, Origin),
        moment: &mut ClockReading,
        future: &mut Future,
    ) -> Option<Option<ReopenedItem>> {
        let now = *moment;
        let it = &self.agents[agent.index()];
        let (speed, duration) = it.pace(item.left, now.at);
        let done = self.clocks.done(now, it.calendar, duration);
        let route_end = self.numbers.route_ends[item.task as usize].as_ref();
        let Some(route_end) = route_end.filter(|it| {
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
        let span = WorkSpan {
            from: now.at,
            to: done,
            from_worked: now.worked,
            to_worked: now.worked + duration,
        };
        let (finished, reopened) = self.conclude(&item, route_end, span, span.to_worked);
        let waited = now.worked - item.created_worked;
        let contact = match route_end.contact {
            Some(plain) if item.is_untouched() => {
                Some(plain.judge(&item, (now.at, now.worked), self.clock(now.calendar)))
            }
            _ => None,
        };
        if let Origin::Unreported = origin {
            let served = Served { finished, effort: item.left, waited, contact };
            self.observers.served_item(speed == 1.0, served);
        } else {
            if item.is_untouched() {
                self.observers.contacted(item.stream, item.created, waited);
            }
            if let Some(verdict) = contact {
                self.observers.judged(verdict.of(item.created, now.at));
            }
            let place = if let Origin::Queue(id) = origin { id } else { NO_ITEM };
            self.observers.finished_item(place, speed == 1.0, finished);
        }
        if let Origin::Queue(id) = origin {
            self.items.remove(id);
        }
        *moment = self.now_after(now, span);
        Some(reopened)
    }

    /// The moment at the end of a span that began now, by the same calendar.
    #[inline(always)]
    fn now_after(&self, now: ClockReading, span: WorkSpan) -> ClockReading {
        if span.to <= now.closes {
            ClockReading { at: span.to, worked: span.to_worked, ..now }
        } else {
            self.now(span.to, now.calendar)
        }
    }

    /// An item ends as usual, after so much working time of its stream: what is reported of it, and
    /// whether it is reopened.
    #[inline(always)]
    fn conclude(
        &self,
        item: &Item,
        route_end: &RouteEnd,
        span: WorkSpan,
        worked: Effort,
    ) -> (Finished, Option<ReopenedItem>) {
        let verdict = match route_end.end {
            Some(plain) => {
                let end = (span.to, worked);
                Some(plain.judge(item, end, self.clock(route_end.calendar)))
            }
            None => None,
        };
        let finished = Finished {
            role: route_end.role,
            stream: item.stream,
            span,
            created: item.created,
            sojourn: worked - item.created_worked,
            verdict,
        };
        let mut chance = item.chance;
        let reopened = route_end.reopened > 0.0 && chance.unit() < route_end.reopened;
        let back = ReopenedItem {
            chance,
            stream: item.stream,
            owner: item.owner,
            reopening: route_end.reopening,
        };
        (finished, reopened.then_some(back))
    }

    /// An agent begins an item that has come from a feed, and that is there until it is done.
    #[inline(always)]
    pub(super) fn begin_new(
        &mut self,
        agent: AgentId,
        item: Item,
        origin: Origin,
        now: ClockReading,
        future: &mut Future,
    ) {
        let task = &self.layout.tasks[item.task as usize];
        let id = self.items.insert(Item { marked: item.marked | 1 << CONTACT.index(), ..item });
        self.hold(agent, id, item.left, task, None, now, future);
        if let Origin::Unreported = origin {
            self.observers.arrived(item.stream, item.created);
            self.observers.asked_for(task.role, item.stream, item.left, item.created);
        }
        self.contacted(id, item, task.stream.calendar, now);
    }
}
