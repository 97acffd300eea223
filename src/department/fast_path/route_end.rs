//! Endings: what beginning and ending an item's last step usually comes to, known before it begins.

use crate::department::items::Item;
use crate::department::layout::Op;
use crate::department::layout::SlaNumbers;
use crate::department::layout::{Layout, StreamLayout};
use crate::ids::{CalendarId, MarkId, RoleId, SlaId};
use crate::scenario::{CLOSED, CONTACT, CREATED, SOLVED};
use crate::time::Effort;

/// An effort step after which the route ends, with marks on the way, and perhaps the item comes
/// back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    /// The clock of the stream.
    pub(crate) calendar: CalendarId,
    /// The role that is asked for.
    pub(crate) role: RoleId,
    /// The SLA whose clock is stopped by the first contact.
    pub(crate) contact: Option<Plain>,
    /// The SLA whose clock is stopped by the end.
    pub(crate) end: Option<Plain>,
    /// Bit m: mark m stops the clock at the end, and must not have been set before.
    marks: u32,
    /// Whether its beginning is no visit and no meeting, and stops no other clock.
    pub(crate) is_plain: bool,
    /// Whether the step interrupts nothing.
    pub(crate) is_patient: bool,
    /// The probability that the item comes back.
    pub(crate) comes_back: f64,
    /// Then how: a position in the layout's reopenings.
    pub(crate) reopening: u32,
}

/// An SLA with one limit, on the working clock, from the creation on and without pause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    /// The SLA.
    pub(crate) sla: SlaId,
    /// Its limit.
    pub(crate) limit: Effort,
    /// Whether it matters when exactly an item was due that was in time.
    pub(crate) wants_due: bool,
}

/// The clocks that some marks stop.
enum Stopped {
    None,
    One(MarkId, Plain),
    /// Several, or one of another kind.
    Other,
}

impl Ending {
    /// Whether an item ends in the usual way.
    #[inline(always)]
    pub(crate) fn is_of(&self, item: &Item) -> bool {
        item.marked & self.marks == 0
    }

    /// The endings of all effort steps; none where more comes after, or more than a plain clock is
    /// stopped by it.
    pub(crate) fn of_works(
        layout: &Layout,
        slas: &[Vec<SlaNumbers>],
        probabilities: &[f64],
        wants_due: impl Fn(SlaId) -> bool,
    ) -> Vec<Option<Self>> {
        let mut endings = vec![None; layout.works.len()];
        for (stream, slas) in layout.streams.iter().zip(slas) {
            let contact = stopped(slas, &[CONTACT], &wants_due);
            let route = &layout.ops[stream.entry as usize..];
            let end = route.iter().position(|it| *it == Op::End);
            let route = &route[..=end.unwrap_or(route.len() - 1)];
            for (position, op) in route.iter().enumerate() {
                if let Op::Effort(work) = *op
                    && let Some(RouteEnd { marks, back }) = end_after(&route[position + 1..])
                {
                    let end = stopped(slas, &marks, &wants_due);
                    let ending = Self::of(layout, work, stream, &contact, &end);
                    endings[work as usize] = ending.map(|it| match back {
                        None => it,
                        Some((probability, reopening)) => Self {
                            comes_back: probabilities[probability as usize],
                            reopening,
                            ..it
                        },
                    });
                }
            }
        }
        endings
    }

    fn of(
        layout: &Layout,
        work: u32,
        stream: &StreamLayout,
        contact: &Stopped,
        end: &Stopped,
    ) -> Option<Self> {
        let step = &layout.works[work as usize];
        let (marks, end) = match end {
            Stopped::None => (0, None),
            Stopped::One(mark, plain) => (1 << mark.index(), Some(*plain)),
            Stopped::Other => return None,
        };
        let is_plain = !step.visit && !step.stream.meeting;
        let (contact, is_plain) = match contact {
            Stopped::None => (None, is_plain),
            Stopped::One(_, plain) => (Some(*plain), is_plain),
            Stopped::Other => (None, false),
        };
        Some(Self {
            calendar: stream.calendar,
            role: step.role,
            contact,
            end,
            marks,
            is_plain,
            is_patient: !step.stream.interrupts,
            comes_back: 0.0,
            reopening: 0,
        })
    }
}

/// What is left of a route when all its work is done.
struct RouteEnd {
    /// The marks that are set.
    marks: Vec<MarkId>,
    /// How the item may come back: positions of the probability and the reopening.
    back: Option<(u32, u32)>,
}

/// The end of a route, if that is all that is left of it.
fn end_after(ops: &[Op]) -> Option<RouteEnd> {
    let mut marks = vec![SOLVED, CLOSED];
    let mut back = None;
    for op in ops {
        match *op {
            Op::Mark(mark) if back.is_none() => marks.push(mark),
            Op::Reopen { probability, reopening } if back.is_none() => {
                back = Some((probability, reopening))
            }
            Op::Close { mark, probability, reopening } if back.is_none() => {
                marks.push(mark);
                back = Some((probability, reopening));
                return Some(RouteEnd { marks, back });
            }
            Op::End => return Some(RouteEnd { marks, back }),
            _ => return None,
        }
    }
    None
}

/// What some marks, set at once, stop of a stream's clocks.
fn stopped(slas: &[SlaNumbers], marks: &[MarkId], wants_due: &impl Fn(SlaId) -> bool) -> Stopped {
    let concerns = |it: &&SlaNumbers| marks.contains(&it.of.to) || marks.contains(&it.of.from);
    let mut concerned = slas.iter().filter(concerns);
    let Some(it) = concerned.next() else {
        return Stopped::None;
    };
    match it.only {
        Some(limit)
            if concerned.next().is_none() && it.of.from == CREATED && it.of.group.is_none() =>
        {
            let plain = Plain { sla: it.of.sla, limit, wants_due: wants_due(it.of.sla) };
            Stopped::One(it.of.to, plain)
        }
        _ => Stopped::Other,
    }
}
