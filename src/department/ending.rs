//! Endings: what the end of an item's last step usually comes to, known before it begins.

use super::layout::Layout;
use super::numbers::SlaNumbers;
use super::program::Op;
use super::work::Item;
use crate::ids::{CalendarId, RoleId, SlaId};
use crate::scenario::{CLOSED, CONTACT, CREATED, SOLVED};
use crate::time::Effort;

/// The usual end of a route after an effort step: a mark, and perhaps the item comes back.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    /// The clock of the stream.
    pub calendar: CalendarId,
    /// Bit m: mark m stops the clock, and must not have been set before.
    marks: u32,
    /// The SLA whose clock is stopped, where there is one …
    pub sla: Option<SlaId>,
    /// … and its limit, on the working clock.
    pub limit: Effort,
    /// The probability that the item comes back.
    pub comes_back: f64,
    /// Whether its beginning is no visit and no meeting, and stops no clock.
    pub is_plain: bool,
    /// Whether the step interrupts nothing.
    pub is_patient: bool,
    /// The role that is asked for.
    pub role: RoleId,
    /// Then how: a position in the layout's reopenings.
    pub reopening: u32,
}

impl Ending {
    /// Whether an item ends in the usual way.
    #[inline(always)]
    pub fn is_of(&self, item: &Item) -> bool {
        item.marked & self.marks == 0
    }

    /// The endings of all effort steps; none where what follows is more than the end of the route,
    /// more than one clock is stopped, or one that is not a plain working clock.
    pub fn of_works(
        layout: &Layout,
        slas: &[Vec<SlaNumbers>],
        probabilities: &[f64],
        wants_due: impl Fn(SlaId) -> bool,
    ) -> Vec<Option<Self>> {
        let mut endings = vec![None; layout.works.len()];
        for (stream, slas) in layout.streams.iter().zip(slas) {
            let route = &layout.ops[stream.entry as usize..];
            let length = route.iter().position(|it| *it == Op::End);
            let route = &route[..length.unwrap_or(route.len())];
            for pair in route.windows(2) {
                let [
                    Op::Effort(work),
                    Op::Close {
                        mark,
                        probability,
                        reopening,
                    },
                ] = *pair
                else {
                    continue;
                };
                let step = &layout.works[work as usize];
                let stops_at_contact = stream.heeded_marks >> CONTACT.index() & 1 == 1;
                let marks = [mark, SOLVED, CLOSED];
                let mut stopped = slas
                    .iter()
                    .filter(|it| marks.contains(&it.of.to) || marks.contains(&it.of.from));
                let (sla, others) = (stopped.next(), stopped.count());
                let is_plain = |it: &SlaNumbers| {
                    it.of.from == CREATED && it.of.group.is_none() && !wants_due(it.of.sla)
                };
                let limit = match sla {
                    None => Some(Effort::ZERO),
                    Some(sla) => sla.only.filter(|_| others == 0 && is_plain(sla)),
                };
                endings[work as usize] = limit.map(|limit| Self {
                    calendar: stream.calendar,
                    marks: sla.map_or(0, |it| 1 << it.of.to.index()),
                    sla: sla.map(|it| it.of.sla),
                    limit,
                    comes_back: probabilities[probability as usize],
                    reopening,
                    is_plain: !step.visit && !step.stream.meeting && !stops_at_contact,
                    is_patient: !step.stream.interrupts,
                    role: step.role,
                });
            }
        }
        endings
    }
}
