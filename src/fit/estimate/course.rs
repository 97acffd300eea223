//! The course of a ticket: passed on or not, how long it waits, and whether it comes again.

use super::numbers::Unlearnt;
use super::rows::Rows;
use super::shares;
use super::taken_up::TakenUp;
use super::waits::Waits;
use crate::fit::recognise::{Field, Recognised};
use crate::fit::ticket::Ticket;
use crate::statistics::Interval;

/// How repeats are seen that have no row of their own.
const MERGED: &str = "gaps in the work of a ticket, exponential; jackknife";

/// What happens to tickets.
pub(super) struct Course {
    pub(super) repeat: Option<Interval>,
    pub(super) escalation: Option<Interval>,
    pub(super) waits: Waits,
}

/// Completes it from its waits; `merged` are repeats that have no row of their own.
pub(super) fn course(
    tickets: &[Ticket],
    mut waits: Waits,
    recognised: &Recognised,
    merged: Option<&TakenUp>,
    rows: &mut Rows<'_>,
) -> Course {
    let n = tickets.len() as u64;
    let marked = |at: &[usize], is: fn(&Ticket) -> bool| {
        (!at.is_empty()).then(|| shares::share(tickets.iter(), is))
    };
    let repeat = marked(&recognised.repeat, |it| it.is_repeat);
    let repeat = repeat.or(merged.map(|it| it.share));
    let (method, repeat_source) = match merged {
        Some(_) => (MERGED, rows.source(&[Field::First, Field::Closed, Field::Effort])),
        None => (shares::METHOD, rows.headers(&recognised.repeat)),
    };
    rows.optional("repeat", "all", "share", repeat, n, method, &repeat_source);
    // A row of several visits is passed on if any of them is.
    let visits = merged.map_or(1.0, |it| 1.0 - it.share.value);
    let escalation = marked(&recognised.escalation, |it| it.is_escalated);
    let escalation = escalation.map(|it| moved(it, |it| it * visits));
    let source = rows.headers(&recognised.escalation);
    rows.optional("escalation", "all", "share", escalation, n, shares::METHOD, &source);
    rows.unlearnt_if(repeat.is_none(), Unlearnt::Repeats);
    rows.unlearnt_if(escalation.is_none(), Unlearnt::Escalations);
    if let Some(it) = merged {
        (waits.repeat_delay, waits.repeats) = (Some(it.delay), it.gaps);
        // With p the share of repeats, a row that was passed on has 2p ÷ (1 − p) more visits than one.
        let others = 2.0 * it.share.value / (1.0 - it.share.value) * it.delay.value;
        let less = |it: Interval| moved(it, |it| it - others).within(0.0, f64::INFINITY);
        waits.development = waits.development.map(less);
    }
    tell(&waits, &repeat_source, rows);
    Course { repeat, escalation, waits }
}

fn moved(it: Interval, to: impl Fn(f64) -> f64) -> Interval {
    Interval { value: to(it.value), low: to(it.low), high: to(it.high) }
}

fn tell(waits: &Waits, repeat_source: &str, rows: &mut Rows<'_>) {
    let ends = rows.source(&[Field::Solved, Field::Closed]);
    let firsts = rows.source(&[Field::First, Field::Started, Field::FirstMinutes]);
    for (name, quantiles, source) in
        [("first_response", &waits.first, &firsts), ("resolution", &waits.done, &ends)]
    {
        for it in quantiles {
            let scope = format!("p{:.0}", 100.0 * it.p);
            rows.add(name, &scope, "min, calendar", it.interval, it.n, it.method, source);
        }
    }
    rows.unlearnt_if(waits.first.is_empty(), Unlearnt::FirstResponse);
    rows.unlearnt_if(waits.done.is_empty(), Unlearnt::Resolution);
    rows.optional(
        "development_wait",
        "all",
        "working h",
        waits.development,
        waits.developments,
        "mean, working time less the work logged",
        &ends,
    );
    rows.optional(
        "repeat_delay",
        "all",
        "working h",
        waits.repeat_delay,
        waits.repeats,
        "mean, working time",
        repeat_source,
    );
}
