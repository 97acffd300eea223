//! The dashboard: the few numbers that hiring triggers watch, month by month.
//!
//! It is the managers' own view, and the only statistics that steer; a department without triggers
//! has none.

use super::piece_counts::PieceCounts;
use crate::department::observer::{
    Finished, Judgement, Observer, PlainJudgement, Review, Served, WorkSpan, forward,
};
use crate::ids::{RoleId, SlaId, StreamId};
use crate::scenario::{PayOf, Scenario};
use crate::time::{Effort, SimTime};

/// The outside observer, and the dashboard where triggers or rules need one.
#[derive(Clone, Debug)]
pub(crate) struct Observers<O> {
    /// The outside observer.
    pub(crate) observer: O,
    /// What triggers watch.
    pub(crate) dashboard: Option<Box<Dashboard>>,
}

/// What has happened since the month began, and a little before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dashboard {
    /// Arrivals of the month, by stream.
    pub(crate) arrivals: Vec<u32>,
    /// Open items, by stream.
    pub(crate) open: Vec<i64>,
    /// Working time in which agents worked, by role.
    pub(crate) busy: Vec<Effort>,
    /// In time and decided, by SLA, for this month and the two before.
    pub(crate) judged: Vec<[(u32, u32); 3]>,
    /// Pieces of work, where hiring rules count them.
    pub(crate) pieces: Option<PieceCounts>,
}

impl<O> Observers<O> {
    /// An observer for a scenario, with a dashboard if it has triggers or rules.
    pub(crate) fn new(scenario: &Scenario, observer: O) -> Self {
        let streams = scenario.streams.len() + 1;
        let dashboard = Dashboard {
            arrivals: vec![0; streams],
            open: vec![0; streams],
            busy: vec![Effort::ZERO; scenario.roles.len()],
            judged: vec![[(0, 0); 3]; scenario.slas.len()],
            pieces: (!scenario.hiring_rules.is_empty()).then(|| PieceCounts::new(scenario)),
        };
        let steers =
            !scenario.triggers.is_empty() || dashboard.pieces.is_some() || scenario.takes_toll();
        Self { observer, dashboard: steers.then(|| Box::new(dashboard)) }
    }

    /// Forgets what the dashboard showed.
    pub(crate) fn reset(&mut self) {
        if let Some(it) = &mut self.dashboard {
            it.arrivals.fill(0);
            it.open.fill(0);
            it.busy.fill(Effort::ZERO);
            it.judged.fill([(0, 0); 3]);
            it.pieces.iter_mut().for_each(PieceCounts::reset);
        }
    }
}

impl<O: Observer> Observers<O> {
    /// An item asks a role for an effort.
    #[inline(always)]
    pub(crate) fn asked_for(
        &mut self,
        role: RoleId,
        stream: StreamId,
        effort: Effort,
        at: SimTime,
    ) {
        self.observer.offered(role, effort, at);
        if let Some(pieces) = self.pieces() {
            pieces.came(role, stream);
        }
    }

    /// An agent of a role worked on an item, and is done with it or not.
    #[inline(always)]
    pub(crate) fn worked_on(&mut self, item: u32, role: RoleId, stream: StreamId, span: WorkSpan) {
        self.worked(role, stream, span);
        if let Some(pieces) = self.pieces() {
            pieces.worked(item, role, stream, span.to_worked - span.from_worked);
        }
    }

    /// The piece of an item that an agent of a role, fully productive or not, has worked on is done.
    #[inline(always)]
    pub(crate) fn piece_done(&mut self, item: u32, by: (RoleId, bool), stream: StreamId) {
        if let Some(pieces) = self.pieces() {
            pieces.finished(item, by, stream, Effort::ZERO);
        }
    }

    /// An item is at its end; it had a place of its own, or [`NO_ITEM`](super::NO_ITEM).
    #[inline(always)]
    pub(crate) fn finished_item(&mut self, item: u32, settled: bool, finished: Finished) {
        self.finished(finished);
        if let Some(pieces) = self.pieces() {
            let Finished { role, stream, span, .. } = finished;
            pieces.finished(item, (role, settled), stream, span.to_worked - span.from_worked);
        }
    }

    /// An item from its arrival to its end, served by somebody who is fully productive or not.
    #[inline(always)]
    pub(crate) fn served_item(&mut self, settled: bool, served: Served) {
        self.served(served);
        if let Some(pieces) = self.pieces() {
            let Finished { role, stream, span, .. } = served.finished;
            let worked = span.to_worked - span.from_worked;
            pieces.came(role, stream);
            pieces.finished(super::NO_ITEM, (role, settled), stream, worked);
        }
    }

    /// An item is given up, whatever was done of it.
    pub(crate) fn given_up(&mut self, item: u32) {
        if let Some(pieces) = self.pieces() {
            pieces.dropped(item);
        }
    }

    #[inline(always)]
    fn pieces(&mut self) -> Option<&mut PieceCounts> {
        self.dashboard.as_mut().and_then(|it| it.pieces.as_mut())
    }
}

impl Dashboard {
    /// A new month begins.
    pub(crate) fn begin_month(&mut self) {
        self.arrivals.fill(0);
        self.busy.fill(Effort::ZERO);
        for months in &mut self.judged {
            months.rotate_right(1);
            months[0] = (0, 0);
        }
    }

    #[inline(always)]
    fn finished(&mut self, finished: Finished) {
        let Finished { role, span, .. } = finished;
        self.left(role, finished.stream, span.to_worked - span.from_worked);
        self.decided(finished.verdict);
    }

    #[inline(always)]
    fn decided(&mut self, verdict: Option<PlainJudgement>) {
        if let Some(verdict) = verdict {
            self.judge(verdict.sla, verdict.met);
        }
    }

    // Plain numbers from here on: the compiler then passes reports in registers.

    #[inline(never)]
    fn came(&mut self, stream: StreamId) {
        self.arrivals[stream.index()] += 1;
        self.open[stream.index()] += 1;
    }

    #[inline(never)]
    fn left(&mut self, role: RoleId, stream: StreamId, worked: Effort) {
        self.busy[role.index()] += worked;
        self.open[stream.index()] -= 1;
    }

    #[inline(never)]
    fn judge(&mut self, sla: SlaId, in_time: bool) {
        let (met, all) = &mut self.judged[sla.index()][0];
        *met += u32::from(in_time);
        *all += 1;
    }

    /// The share in time of an SLA over three months, with items that are overdue and still open
    /// as breaches; `None` when nothing fell due.
    pub(crate) fn share_met(&self, sla: SlaId, overdue: u32) -> Option<f64> {
        let months = self.judged[sla.index()].iter();
        let (met, all) = months.fold((0, overdue), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        (all > 0).then(|| f64::from(met) / f64::from(all))
    }
}

macro_rules! both {
    ($self:ident, $call:ident ( $($argument:expr),* ), $dashboard:ident => $on_dashboard:expr) => {{
        $self.observer.$call($($argument),*);
        if let Some($dashboard) = &mut $self.dashboard {
            $on_dashboard;
        }
    }};
}

impl<O: Observer> Observer for Observers<O> {
    forward! { observer:
        month_began(slot: usize);
        ended();
        present(role: RoleId, from: SimTime, to: SimTime);
        present_for(pay: PayOf, role: RoleId, from: SimTime, to: SimTime);
        employed(role: RoleId, from: SimTime, to: SimTime);
        employed_for(pay: PayOf, role: RoleId, from: SimTime, to: SimTime);
        joined(role: RoleId, at: SimTime);
        reviewed(review: Review);
        uncovered(role: RoleId, from: SimTime, to: SimTime);
        chatted(role: RoleId, span: WorkSpan, in_hand: usize, is_full: bool);
        called(role: RoleId, at: SimTime);
        clients_left(driver: usize, share: f64, at: SimTime);
        bought(contractor: usize, at: SimTime);
    }
    #[inline(always)]
    fn arrived(&mut self, stream: StreamId, at: SimTime) {
        both!(self, arrived(stream, at), it => it.came(stream));
    }
    #[inline(always)]
    fn offered(&mut self, role: RoleId, effort: Effort, at: SimTime) {
        self.observer.offered(role, effort, at);
    }
    #[inline(always)]
    fn contacted(&mut self, stream: StreamId, created: SimTime, waited: Effort) {
        self.observer.contacted(stream, created, waited);
    }
    #[inline(always)]
    fn finished(&mut self, finished: Finished) {
        self.observer.finished(finished);
        if let Some(it) = &mut self.dashboard {
            it.finished(finished);
        }
    }
    #[inline(always)]
    fn served(&mut self, served: Served) {
        self.observer.served(served);
        if let Some(it) = &mut self.dashboard {
            it.came(served.finished.stream);
            it.decided(served.contact);
            it.finished(served.finished);
        }
    }
    fn wants_due(&self, sla: SlaId) -> bool {
        self.observer.wants_due(sla)
    }
    #[inline(always)]
    fn judged(&mut self, judgement: Judgement) {
        both!(self, judged(judgement), it => it.judge(judgement.sla, judgement.met));
    }
    #[inline(always)]
    fn completed(&mut self, stream: StreamId, created: SimTime, at: SimTime, sojourn: Effort) {
        both!(self, completed(stream, created, at, sojourn), it => it.open[stream.index()] -= 1);
    }
    #[inline(always)]
    fn dropped(&mut self, stream: StreamId, created: SimTime, at: SimTime) {
        both!(self, dropped(stream, created, at), it => it.open[stream.index()] -= 1);
    }
    fn abandoned(&mut self, stream: StreamId, created: SimTime, at: SimTime) {
        both!(self, abandoned(stream, created, at), it => it.open[stream.index()] -= 1);
    }
    #[inline(always)]
    fn worked(&mut self, role: RoleId, stream: StreamId, span: WorkSpan) {
        both!(self, worked(role, stream, span), it => {
            it.busy[role.index()] += span.to_worked - span.from_worked;
        });
    }
    #[inline(always)]
    fn visited(&mut self, role: RoleId, at: SimTime) {
        self.observer.visited(role, at);
    }
}
