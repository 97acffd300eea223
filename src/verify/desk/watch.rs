//! What the ticket desk is watched for: the usual records, and two numbers that no measure has.

use crate::calendar::{Timeline, WorkingTime};
use crate::department::{Judgement, Observer, WorkSpan, forward};
use crate::ids::{RoleId, SlaId, StreamId};
use crate::measure::Recorder;
use crate::scenario::Scenario;
use crate::time::{Effort, SimTime};
use std::collections::HashMap;

/// The recorder, and beside it tickets that kept two promises at once, and the time that
/// administrative work takes.
#[derive(Clone)]
pub(crate) struct Watch<'s> {
    pub(crate) recorder: Recorder<'s>,
    timeline: &'s Timeline,
    calendar: &'s WorkingTime,
    /// The two promises, and the stream of administrative work.
    both_of: Option<(SlaId, SlaId)>,
    admin: Option<StreamId>,
    /// Whether the first promise was kept, by the moment of creation, until the second is decided.
    contacts: HashMap<SimTime, bool>,
    /// Tickets that kept both, and all, by the month of creation.
    pub(crate) both: Vec<(u32, u32)>,
    /// Hours of administrative work by month.
    pub(crate) admin_hours: Vec<f64>,
}

impl<'s> Watch<'s> {
    /// Watches a scenario.
    pub(crate) fn over(scenario: &'s Scenario) -> Self {
        let sla = |key: &str| scenario.slas.iter().position(|it| it.key == key).map(SlaId::new);
        let admin = scenario.streams.iter().position(|it| it.key == "admin");
        let slots = scenario.timeline.slots();
        Self {
            recorder: Recorder::new(scenario),
            timeline: &scenario.timeline,
            calendar: &scenario.calendars[0],
            both_of: sla("ticket.emergency/contact").zip(sla("ticket.emergency/solved")),
            admin: admin.map(StreamId::new),
            contacts: HashMap::new(),
            both: vec![(0, 0); slots],
            admin_hours: vec![0.0; slots],
        }
    }

    /// The two promises of one ticket are decided one after the other; of a ticket that nobody has
    /// touched by the end of the run both are decided then.
    fn join(&mut self, judgement: Judgement) {
        let Some((contact, solved)) = self.both_of else {
            return;
        };
        if judgement.sla == contact {
            self.contacts.insert(judgement.created, judgement.met);
        } else if judgement.sla == solved {
            // Judged before its contact, it has had none.
            let contact = self.contacts.remove(&judgement.created).unwrap_or(false);
            let both = &mut self.both[self.timeline.slot(judgement.created)];
            both.0 += u32::from(contact && judgement.met);
            both.1 += 1;
        }
    }
}

impl Observer for Watch<'_> {
    forward! { recorder:
        month_began(slot: usize);
        ended();
        arrived(stream: StreamId, at: SimTime);
        offered(role: RoleId, effort: Effort, at: SimTime);
        contacted(stream: StreamId, created: SimTime, waited: Effort);
        completed(stream: StreamId, created: SimTime, at: SimTime, sojourn: Effort);
        dropped(stream: StreamId, created: SimTime, at: SimTime);
        visited(role: RoleId, at: SimTime);
        present(role: RoleId, from: SimTime, to: SimTime);
        employed(role: RoleId, from: SimTime, to: SimTime);
        joined(role: RoleId, at: SimTime);
        uncovered(role: RoleId, from: SimTime, to: SimTime);
        bought(contractor: usize, at: SimTime);
    }
    fn judged(&mut self, judgement: Judgement) {
        self.join(judgement);
        self.recorder.judged(judgement);
    }
    fn worked(&mut self, role: RoleId, stream: StreamId, span: WorkSpan) {
        self.recorder.worked(role, stream, span);
        if self.admin == Some(stream) {
            let (first, last) = (self.timeline.slot(span.from), self.timeline.slot(span.to));
            for slot in first..=last {
                let from = self.timeline.slot_start(slot).max(span.from);
                let to = match slot < last {
                    true => self.timeline.slot_start(slot + 1),
                    false => span.to,
                };
                self.admin_hours[slot] += self.calendar.between(from, to).hours();
            }
        }
    }
}
