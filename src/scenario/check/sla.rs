//! `[streams.….sla.…]`: what was promised.

use super::moments::Moments;
use super::route::Uses;
use crate::ids::{MarkId, StreamId, WaitId};
use crate::scenario::keys;
use crate::scenario::limit::{Compose, Limit, LimitClock};
use crate::scenario::model::{Attribution, CREATED, Quantity, Sla};
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields};
use crate::scenario::value::{Units, Wanted, known, quantity};

/// Reads a service level of a stream.
#[allow(clippy::too_many_arguments)]
pub(crate) fn sla(
    stream: usize,
    key: &str,
    at: &At<'_>,
    units: Units,
    uses: Option<&Uses>,
    moments: &Moments,
    c: &mut Check<'_>,
) -> Option<Sla> {
    let fields = Fields::open(at, &keys::SLA, c)?;
    let title = fields.title("title", key, c);
    let from = match fields.get("from") {
        Some(it) => mark(&it, uses, moments, c),
        None => Some(CREATED),
    };
    let to = fields.get("to").and_then(|it| mark(&it, uses, moments, c));
    if let (Some(from), Some(to), Some(at)) = (from, to, fields.get("to"))
        && (from == to || uses.is_some_and(|it| !it.order.allows(from, to)))
    {
        let name = |it: MarkId| &moments.marks.list()[it.index()];
        let (first, last) = (name(from), name(to));
        let (what, instead) = if from == to {
            (
                say!(
                    "срок начинается и кончается одним моментом",
                    "the clock starts and stops at the same mark"
                ),
                say!("назовите другой момент", "name another mark"),
            )
        } else {
            (
                say!(
                    "`{last}` не может наступить после `{first}`",
                    "`{last}` can never come after `{first}`"
                ),
                say!(
                    "поменяйте from и to местами или назовите другой момент",
                    "swap from and to, or name another mark"
                ),
            )
        };
        c.wrong(&at, what, instead);
    }
    let limits = fields.get("within").and_then(|it| limits(&it, units, c));
    let target = fields.get("target");
    let target = target.and_then(|it| known(&it, Wanted::share().above(), c));
    let pauses = fields.get("pauses").map_or_else(Vec::new, |it| pauses(&it, uses, moments, c));
    let attribution = match fields.choice("attribution", c) {
        Some("created") => Attribution::Created,
        Some("closed") => Attribution::Closed,
        _ => Attribution::Due,
    };
    let penalty = match fields.get("penalty") {
        Some(it) => quantity(&it, Wanted::amount(), c),
        None => Some(Quantity::Known(0.0)),
    };
    let (limits, compose) = limits?;
    Some(Sla {
        key: key.to_owned(),
        title,
        stream: StreamId::new(stream),
        from: from?,
        to: to?,
        limits,
        compose,
        target: target?,
        pauses,
        attribution,
        penalty: penalty?,
    })
}

/// A mark that the route of the stream sets.
fn mark(at: &At<'_>, uses: Option<&Uses>, moments: &Moments, c: &mut Check<'_>) -> Option<MarkId> {
    let uses = uses?;
    let name_of = |it: &MarkId| moments.marks.list()[it.index()].clone();
    let set = Names::new("момент", "mark", uses.marks.iter().map(name_of));
    let name = at.node.text().unwrap_or("");
    let elsewhere = moments.marks.position(name).map(MarkId::new);
    if elsewhere.is_some_and(|it| !uses.marks.contains(&it)) {
        let known = set.list().iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
        let what = say!("маршрут нигде не ставит `{name}`", "no step of the route sets `{name}`");
        let instead = say!(
            "добавьте шаг {{ mark = \"{name}\" }} или возьмите: {known}",
            "add a step {{ mark = \"{name}\" }}, or take one of {known}"
        );
        c.wrong(at, what, instead);
        return None;
    }
    let position = set.find(at, c)?;
    Some(uses.marks_in_order(position))
}

impl Uses {
    /// The mark at a position of the names, in which each occurs once.
    fn marks_in_order(&self, position: usize) -> MarkId {
        let mut seen: Vec<MarkId> = Vec::new();
        for mark in &self.marks {
            if !seen.contains(mark) {
                seen.push(*mark);
            }
        }
        seen[position]
    }
}

fn pauses(at: &At<'_>, uses: Option<&Uses>, moments: &Moments, c: &mut Check<'_>) -> Vec<WaitId> {
    let Some(uses) = uses else { return Vec::new() };
    let name_of = |it: &WaitId| moments.waits.list()[it.index()].clone();
    let waits =
        Names::new("ожидание в маршруте", "wait of this route", uses.waits.iter().map(name_of));
    let found = waits.find_all(at, c);
    let id = |it: usize| moments.waits.position(&waits.list()[it]).map(WaitId::new);
    found.into_iter().filter_map(id).collect()
}

fn limits(at: &At<'_>, units: Units, c: &mut Check<'_>) -> Option<(Vec<Limit>, Compose)> {
    let composed = at.node.table().is_some_and(|it| {
        it.get("value").is_none() && it.get("min").is_none() && it.get("max").is_none()
    });
    if !composed {
        let time = quantity(at, Wanted::time(units).above(), c)?;
        return Some((vec![Limit { clock: LimitClock::Working, time }], Compose::Earlier));
    }
    let fields = Fields::open(at, &keys::WITHIN, c)?;
    let mut limits = Vec::new();
    let mut whole = true;
    let clocks = [
        ("working", LimitClock::Working, Wanted::time(units).above(), 1.0),
        ("calendar", LimitClock::Calendar, Wanted::time(Units::CALENDAR).above(), 1.0),
        ("calendar_days", LimitClock::CalendarDays, Wanted::number(0.0, 3_660.0), 86_400.0),
    ];
    for (key, clock, wanted, seconds) in clocks {
        let Some(it) = fields.get(key) else { continue };
        match quantity(&it, wanted, c) {
            Some(time) => limits.push(Limit { clock, time: time.times(seconds) }),
            None => whole = false,
        }
    }
    let compose = match fields.choice("compose", c) {
        Some("later") => Compose::Later,
        _ => Compose::Earlier,
    };
    if limits.is_empty() && whole {
        let what = say!("нет ни одного срока", "there is no limit");
        let instead = say!(
            "working = \"4h\", calendar = \"120h\" или calendar_days = 5",
            "working = \"4h\", calendar = \"120h\" or calendar_days = 5"
        );
        c.wrong(at, what, instead);
        return None;
    }
    whole.then_some((limits, compose))
}
