//! What the department reports to the outside world.
//!
//! Observers watch and cannot schedule: removing every one of them leaves the same history.

use crate::ids::{RoleId, SlaId, StreamId};
use crate::scenario::PayOf;
use crate::time::{Effort, SimTime};

/// A stretch of time, with the working clock of its role at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkSpan {
    /// From this moment …
    pub from: SimTime,
    /// … to this one.
    pub to: SimTime,
    /// Working time at the beginning.
    pub from_worked: Effort,
    /// Working time at the end.
    pub to_worked: Effort,
}

/// How an SLA of an item came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Which SLA.
    pub sla: SlaId,
    /// When the item was created.
    pub created: SimTime,
    /// When it was due.
    pub due: SimTime,
    /// When the clock stopped; `None`: it runs still.
    pub stopped: Option<SimTime>,
    /// Whether it was in time.
    pub met: bool,
}

/// How a plain SLA of an item came out: one that runs on the working clock from the creation on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainJudgement {
    /// Which SLA.
    pub(crate) sla: SlaId,
    /// When the item was due; [`SimTime::NEVER`] if it was in time and nobody wants to know.
    pub(crate) due: SimTime,
    /// Whether it was in time.
    pub(crate) met: bool,
}

impl PlainJudgement {
    /// The same in full, of an item and the moment at which its clock stopped.
    pub(crate) fn of(self, created: SimTime, stopped: SimTime) -> Judgement {
        Judgement { sla: self.sla, created, due: self.due, stopped: Some(stopped), met: self.met }
    }
}

/// The end of an item's last step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The role whose agent did it.
    pub(crate) role: RoleId,
    /// Its stream.
    pub(crate) stream: StreamId,
    /// When the agent worked on it.
    pub(crate) span: WorkSpan,
    /// When it came.
    pub(crate) created: SimTime,
    /// How long it took in all, on the working clock of its stream.
    pub(crate) sojourn: Effort,
    /// How the SLA came out that was decided by it.
    pub(crate) verdict: Option<PlainJudgement>,
}

/// An item that came in this month, waited, was begun and is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// Its end.
    pub(crate) finished: Finished,
    /// The effort that it asked for.
    pub(crate) effort: Effort,
    /// How long it waited, on the working clock of its stream.
    pub(crate) waited: Effort,
    /// How the SLA came out that was decided when it was begun.
    pub(crate) contact: Option<PlainJudgement>,
}

/// What a hiring rule saw and asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Review {
    /// The role.
    pub role: RoleId,
    /// When.
    pub at: SimTime,
    /// Which of the rule's reviews; 0 is the start, when nothing was counted yet.
    pub number: u32,
    /// Pieces of work that fully productive people finished in the last half year.
    pub finished: u32,
    /// Hours that were worked on these.
    pub measured: f64,
    /// Hours of a piece, as far as they are known after that.
    pub effort: f64,
    /// Pieces a month, over the last half year.
    pub arrivals: f64,
    /// Pieces that wait or are in hand.
    pub backlog: u32,
    /// People there and on the way, those just asked for included.
    pub people: u32,
    /// People's worth of work when whoever is asked for now would be fully productive.
    pub load: f64,
    /// Vacancies just opened.
    pub asked: u32,
    /// Temporary people that the backlog needs.
    pub temporary: u32,
}

/// What the department reports to the outside world.
///
/// The reports of one item come in event order, and every report comes within its month. Within a
/// month, reports of different items may come out of event order: the moments say when it was.
pub trait Observer {
    /// A slot of the timeline began; nothing more will happen before it.
    fn month_began(&mut self, _slot: usize) {}
    /// An item was created.
    fn arrived(&mut self, _stream: StreamId, _at: SimTime) {}
    /// An item asks a role for an effort.
    fn offered(&mut self, _role: RoleId, _effort: Effort, _at: SimTime) {}
    /// An agent works on an item for the first time, after so much working time.
    fn contacted(&mut self, _stream: StreamId, _created: SimTime, _waited: Effort) {}
    /// Whether the due moments of an SLA are of interest when they are met.
    fn wants_due(&self, _: SlaId) -> bool {
        true
    }
    /// An SLA is decided.
    fn judged(&mut self, _judgement: Judgement) {}
    /// An item reached the end of its route, after so much working time.
    fn completed(&mut self, _stream: StreamId, _created: SimTime, _at: SimTime, _sojourn: Effort) {}
    /// An item was given up: an absent person's meeting.
    fn dropped(&mut self, _stream: StreamId, _created: SimTime, _at: SimTime) {}
    /// An item gave up waiting and left.
    fn abandoned(&mut self, stream: StreamId, created: SimTime, at: SimTime) {
        self.dropped(stream, created, at);
    }
    /// An agent of a role worked.
    fn worked(&mut self, _role: RoleId, _stream: StreamId, _span: WorkSpan) {}
    /// A visit was begun.
    fn visited(&mut self, _role: RoleId, _at: SimTime) {}
    /// An agent of a role was there.
    fn present(&mut self, _role: RoleId, _from: SimTime, _to: SimTime) {}
    /// The same for hours that may not be the role's.
    fn present_for(&mut self, _: PayOf, role: RoleId, from: SimTime, to: SimTime) {
        self.present(role, from, to);
    }
    /// An agent of a role was employed.
    fn employed(&mut self, _role: RoleId, _from: SimTime, _to: SimTime) {}
    /// The same for a pay that may not be the role's.
    fn employed_for(&mut self, _: PayOf, role: RoleId, from: SimTime, to: SimTime) {
        self.employed(role, from, to);
    }
    /// Somebody was hired for a role, and began.
    fn joined(&mut self, _role: RoleId, _at: SimTime) {}
    /// A hiring rule was applied.
    fn reviewed(&mut self, _: Review) {}
    /// Nobody of a role was there.
    fn uncovered(&mut self, _role: RoleId, _from: SimTime, _to: SimTime) {}
    /// Somebody on call began an item outside their hours.
    fn called(&mut self, _: RoleId, _: SimTime) {}
    /// An agent had so many items in hand side by side: as many as may be, or fewer.
    fn chatted(&mut self, _role: RoleId, _span: WorkSpan, _in_hand: usize, _is_full: bool) {}
    /// From now on such a share of a driver's clients has left over broken promises.
    fn clients_left(&mut self, _driver: usize, _share: f64, _at: SimTime) {}
    /// A contractor was given an item.
    fn bought(&mut self, _contractor: usize, _at: SimTime) {}
    /// An agent worked on an item and it was completed.
    fn finished(&mut self, finished: Finished) {
        let Finished { stream, span, .. } = finished;
        self.worked(finished.role, stream, span);
        if let Some(verdict) = finished.verdict {
            self.judged(verdict.of(finished.created, span.to));
        }
        self.completed(stream, finished.created, span.to, finished.sojourn);
    }
    /// An item from its arrival to its end, in one report.
    fn served(&mut self, served: Served) {
        let Finished { role, stream, created, span, .. } = served.finished;
        self.arrived(stream, created);
        self.offered(role, served.effort, created);
        self.contacted(stream, created, served.waited);
        if let Some(verdict) = served.contact {
            self.judged(verdict.of(created, span.from));
        }
        self.finished(served.finished);
    }
    /// The run is over.
    fn ended(&mut self) {}
}

/// Hands reports on to another observer, as they are.
macro_rules! forward {
    ($to:ident: $($report:ident($($about:ident: $of:ty),*);)*) => {
        $(fn $report(&mut self, $($about: $of),*) {
            self.$to.$report($($about),*);
        })*
    };
}
pub(crate) use forward;

/// An observer that watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unobserved;

impl Observer for Unobserved {}
