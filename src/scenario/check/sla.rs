//! `[streams.….sla.…]`: what was promised.

use super::book::Book;
use super::clock::of_sla;
use super::every::every;
use super::moments::Moments;
use super::roles::calendar_of;
use super::route::Uses;
use crate::ids::{CalendarId, MarkId, StreamId, WaitId};
use crate::scenario::keys::{SlaFile, WithinFile, complete};
use crate::scenario::limit::{Compose, Limit, LimitClock};
use crate::scenario::model::{CREATED, Quantity, Sla};
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::route::Step;
use crate::scenario::value::{Units, Wanted, quantity};

/// What an SLA must know of its stream.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Served<'a> {
    pub(crate) id: StreamId,
    /// On which its work comes.
    pub(crate) calendar: CalendarId,
    /// That of its working clock.
    pub(crate) clock: CalendarId,
    /// What it needs.
    pub(crate) route: &'a [Step],
}

/// Reads a service level of a stream, whose working clock is that of a calendar.
pub(crate) fn sla(
    stream: Served<'_>,
    key: &str,
    at: &At<'_>,
    book: &Book,
    uses: Option<&Uses>,
    moments: &Moments,
    c: &mut Check<'_>,
) -> Option<Sla> {
    let file = SlaFile::open(at, c)?;
    let title = file.title.title(key, c);
    let from = file.from.or(CREATED, |it| mark(it, uses, moments, c));
    let to = file.to.with(|it| mark(it, uses, moments, c));
    if let (Some(from), Some(to), Some(at)) = (from, to, &file.to.at)
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
        c.wrong(at, what, instead);
    }
    let between = from.zip(to).zip(uses);
    let counted =
        between.and_then(|((from, to), uses)| of_sla(uses.order.workers_between(from, to), book));
    let calendar = match file.calendar.at {
        Some(_) => calendar_of(&file.calendar, book, c),
        None => counted.map_or(stream.clock, |it| it.calendar(stream.calendar)),
    };
    let units = book.units[calendar.index()];
    let limits = file.within.with(|it| limits(it, units, c));
    let (limits, compose) = limits.unzip();
    let by_hours = |it: &Limit| it.clock.is_by_working_days();
    if let (None, Some(counted), Some(limits)) = (&file.calendar.at, counted, &limits)
        && limits.iter().any(by_hours)
    {
        counted.note(key, stream.calendar, book, c);
    }
    complete!(Sla {
        key: Some(key.to_owned()),
        title: Some(title),
        stream: Some(stream.id),
        from,
        to,
        limits,
        compose,
        calendar: Some(calendar),
        every: from.zip(to).map(|it| every(file.every, key, it, stream.route, &moments.marks, c)),
        target: file.target.read(c),
        pauses: file.pauses.or(Vec::new(), |it| Some(pauses(it, uses, moments, c))),
        attribution: Some(file.attribution.or_default(c)),
        abandoned: Some(file.abandoned.or_default(c)),
        penalty: file.penalty.read(c),
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
    if set.position(name).is_none()
        && let Some(meant) = mark_meant(name).filter(|it| set.position(it).is_some())
    {
        let what = say!("нет такого момента: `{name}`", "no mark is called `{name}`");
        c.wrong(at, what, say!("напишите \"{meant}\"", "write \"{meant}\""));
        return None;
    }
    let position = set.find(at, c)?;
    Some(uses.marks_in_order(position))
}

/// What products and people call the moments that every item has.
const MARKS: [(&str, &[&str]); 4] = [
    (
        "solved",
        &[
            "resolved",
            "resolution",
            "resolve",
            "solution",
            "solve",
            "done",
            "fixed",
            "complete",
            "completed",
            "completion",
            "finished",
            "решено",
            "решение",
            "решен",
            "решён",
            "готово",
            "выполнено",
        ],
    ),
    ("closed", &["close", "closure", "closing", "закрыто", "закрытие", "закрыт"]),
    (
        "contact",
        &[
            "first response",
            "response",
            "first reply",
            "reply",
            "replied",
            "responded",
            "answer",
            "answered",
            "first answer",
            "first contact",
            "first touch",
            "acknowledged",
            "reaction",
            "ответ",
            "первый ответ",
            "реакция",
            "отвечено",
            "взято",
        ],
    ),
    ("created", &["create", "opened", "open", "received", "arrival", "создано", "создание"]),
];

/// The mark of every item that another word means.
fn mark_meant(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase().replace(['_', '-'], " ");
    MARKS.iter().find(|it| it.1.contains(&word.as_str())).map(|it| it.0)
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

/// A limit by whole days, as it is said: `5 calendar days`, `next business day`.
fn in_days(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    if ["next day", "next business day", "next working day", "на следующий день"]
        .contains(&text.as_str())
    {
        return Some("business_days = 1".to_owned());
    }
    let (number, rest) = text.split_once(char::is_whitespace)?;
    let calendar = ["calendar day", "календарных дн", "календарный день", "календарных сут"];
    let number: u32 = number.parse().ok()?;
    let begins = |it: &&str| rest.trim().starts_with(*it);
    calendar.iter().any(begins).then(|| format!("calendar_days = {number}"))
}

fn limits(at: &At<'_>, units: Units, c: &mut Check<'_>) -> Option<(Vec<Limit>, Compose)> {
    let composed = at.node.table().is_some_and(|it| {
        it.get("value").is_none() && it.get("min").is_none() && it.get("max").is_none()
    });
    if let Some(days) = at.node.text().and_then(in_days) {
        let what = say!("так срок не пишут", "a limit is not written so");
        c.wrong_value(at, what, say!("напишите {{ {days} }}", "write {{ {days} }}"));
        return None;
    }
    if !composed {
        let time = quantity(at, Wanted::time(units).above(), c)?;
        return Some((vec![Limit { clock: LimitClock::Working, time }], Compose::Earlier));
    }
    let file = WithinFile::open(at, c)?;
    let working = Wanted::time(units).above();
    let read = [
        (LimitClock::Working, file.working.with(|it| quantity(it, working, c))),
        (LimitClock::Calendar, file.calendar.read(c)),
        (LimitClock::CalendarDays, file.calendar_days.read(c)),
        (LimitClock::BusinessDays, file.business_days.read(c)),
    ];
    let whole = read.iter().all(|it| it.1.is_some());
    let limit = |(clock, time): (LimitClock, Option<Option<Quantity>>)| {
        let seconds = if clock.is_in_days() { 86_400.0 } else { 1.0 };
        Some(Limit { clock, time: time??.times(seconds) })
    };
    let limits: Vec<Limit> = read.into_iter().filter_map(limit).collect();
    let compose = file.compose.or_default(c);
    if limits.is_empty() && whole {
        let what = say!("нет ни одного срока", "there is no limit");
        let instead = say!(
            "working = \"4h\", calendar = \"120h\", calendar_days = 5 или business_days = 1",
            "working = \"4h\", calendar = \"120h\", calendar_days = 5 or business_days = 1"
        );
        c.wrong(at, what, instead);
        return None;
    }
    whole.then_some((limits, compose))
}
