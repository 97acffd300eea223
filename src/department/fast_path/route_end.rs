//! The ends of routes: what serving an item's last step comes to, worked out once per replication.

use crate::department::items::{Item, PlainSla, SlaClock};
use crate::department::layout::{Layout, Op, StreamLayout};
use crate::ids::{CalendarId, MarkId, RoleId};
use crate::scenario::{CLOSED, CONTACT, SOLVED};

/// An effort step after which the route ends, with marks on the way, and perhaps the item comes
/// back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RouteEnd {
    /// The clock of the stream.
    pub(super) calendar: CalendarId,
    /// The role that is asked for.
    pub(super) role: RoleId,
    /// The SLA whose clock is stopped by the first contact.
    pub(crate) contact: Option<PlainSla>,
    /// The SLA whose clock is stopped by the end.
    pub(super) end: Option<PlainSla>,
    /// Bit m: mark m stops the clock at the end, and must not have been set before.
    marks: u32,
    /// Whether its beginning is no visit and no meeting, ends no wait that somebody may give up and
    /// stops no other clock, and nothing that interrupts comes back at its end.
    pub(super) is_plain: bool,
    /// Whether the step interrupts nothing.
    pub(super) is_patient: bool,
    /// The probability that the item is reopened.
    pub(super) reopened: f64,
    /// How it is reopened: a position in the layout's reopenings.
    pub(super) reopening: u32,
}

/// The clocks that some marks stop.
enum StoppedClock {
    None,
    One(MarkId, PlainSla),
    /// Several, or one of another kind.
    Other,
}

impl RouteEnd {
    /// Whether an item ends in the usual way.
    #[inline(always)]
    pub(super) fn is_of(&self, item: &Item) -> bool {
        item.marked & self.marks == 0
    }

    /// The endings of all effort steps; none where more comes after, or more than a plain clock is
    /// stopped by it.
    pub(crate) fn of_tasks(
        layout: &Layout,
        slas: &[Vec<SlaClock>],
        probabilities: &[f64],
    ) -> Vec<Option<Self>> {
        let mut route_ends = vec![None; layout.tasks.len()];
        for (stream, slas) in layout.streams.iter().zip(slas) {
            let contact = stopped(slas, &[CONTACT]);
            let route = &layout.ops[stream.entry as usize..];
            let end = route.iter().position(|it| *it == Op::End);
            let route = &route[..=end.unwrap_or(route.len() - 1)];
            for (position, op) in route.iter().enumerate() {
                if let Op::Effort(task) = *op
                    && let Some(RouteTail { marks, back }) = end_after(&route[position + 1..])
                {
                    let end = stopped(slas, &marks);
                    let route_end = Self::of(layout, task, stream, &contact, &end);
                    route_ends[task as usize] = route_end.map(|it| match back {
                        None => it,
                        Some((probability, reopening)) => Self {
                            reopened: probabilities[probability as usize],
                            reopening,
                            // Its agent would be between two things, and what comes back interrupt the
                            // one that is done.
                            is_plain: it.is_plain && it.is_patient,
                            ..it
                        },
                    });
                }
            }
        }
        route_ends
    }

    fn of(
        layout: &Layout,
        task: u32,
        stream: &StreamLayout,
        contact: &StoppedClock,
        end: &StoppedClock,
    ) -> Option<Self> {
        let step = &layout.tasks[task as usize];
        // The fast path knows no work after closing, nobody on call and nothing side by side.
        if step.stream.finish || step.on_call || step.side_by_side {
            return None;
        }
        let (marks, end) = match end {
            StoppedClock::None => (0, None),
            StoppedClock::One(mark, plain) => (1 << mark.index(), Some(*plain)),
            StoppedClock::Other => return None,
        };
        let is_plain = !step.visit && !step.stream.meeting && step.patience.is_none();
        let (contact, is_plain) = match contact {
            StoppedClock::None => (None, is_plain),
            StoppedClock::One(_, plain) => (Some(*plain), is_plain),
            StoppedClock::Other => (None, false),
        };
        Some(Self {
            calendar: stream.calendar,
            role: step.role,
            contact,
            end,
            marks,
            is_plain,
            is_patient: !step.stream.interrupts,
            reopened: 0.0,
            reopening: 0,
        })
    }
}

/// What is left of a route when all its work is done.
struct RouteTail {
    /// The marks that are set.
    marks: Vec<MarkId>,
    /// How the item may be reopened: positions of the probability and the reopening.
    back: Option<(u32, u32)>,
}

/// The end of a route, if that is all that is left of it.
fn end_after(ops: &[Op]) -> Option<RouteTail> {
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
                return Some(RouteTail { marks, back });
            }
            Op::End => return Some(RouteTail { marks, back }),
            _ => return None,
        }
    }
    None
}

/// The SLA of a stream that the first contact decides, where that is one and plain.
pub(crate) fn decided_by_contact(slas: &[SlaClock]) -> Option<PlainSla> {
    match stopped(slas, &[CONTACT]) {
        StoppedClock::One(_, plain) => Some(plain),
        StoppedClock::None | StoppedClock::Other => None,
    }
}

/// What some marks, set at once, stop of a stream's clocks.
fn stopped(slas: &[SlaClock], marks: &[MarkId]) -> StoppedClock {
    let concerns = |it: &&SlaClock| marks.contains(&it.of.to) || marks.contains(&it.of.from);
    let mut concerned = slas.iter().filter(concerns);
    let Some(it) = concerned.next() else {
        return StoppedClock::None;
    };
    match it.plain {
        Some(plain) if concerned.next().is_none() => StoppedClock::One(it.of.to, plain),
        _ => StoppedClock::Other,
    }
}
