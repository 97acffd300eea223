//! The dashboard: the few numbers that hiring triggers watch, month by month.
//!
//! It is the managers' own view, and the only statistics that steer; a department without triggers
//! has none.

use crate::department::observer::{
    Finished, Judgement, Observer, PlainJudgement, Served, WorkSpan,
};
use crate::ids::{RoleId, SlaId, StreamId};
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};

/// The outside observer, and the dashboard where triggers need one.
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
}

impl<O> Observers<O> {
    /// An observer for a scenario, with a dashboard if it has triggers.
    pub(crate) fn new(scenario: &Scenario, observer: O) -> Self {
        let streams = scenario.streams.len() + 1;
        let dashboard = Dashboard {
            arrivals: vec![0; streams],
            open: vec![0; streams],
            busy: vec![Effort::ZERO; scenario.roles.len()],
            judged: vec![[(0, 0); 3]; scenario.slas.len()],
        };
        Self { observer, dashboard: (!scenario.triggers.is_empty()).then(|| Box::new(dashboard)) }
    }

    /// Forgets what the dashboard showed.
    pub(crate) fn reset(&mut self) {
        if let Some(it) = &mut self.dashboard {
            it.arrivals.fill(0);
            it.open.fill(0);
            it.busy.fill(Effort::ZERO);
            it.judged.fill([(0, 0); 3]);
        }
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
    fn month_began(&mut self, slot: usize) {
        self.observer.month_began(slot);
    }
    fn ended(&mut self) {
        self.observer.ended();
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
    fn present(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.observer.present(role, from, to);
    }
    fn employed(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.observer.employed(role, from, to);
    }
    fn joined(&mut self, role: RoleId, at: SimTime) {
        self.observer.joined(role, at);
    }
    fn uncovered(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.observer.uncovered(role, from, to);
    }
    fn bought(&mut self, contractor: usize, at: SimTime) {
        self.observer.bought(contractor, at);
    }
}
