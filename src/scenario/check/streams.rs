//! `[streams.…]`: kinds of work.

use super::all_of;
use super::arrival::arrival;
use super::book::Book;
use super::bursts::bursts;
use super::mixes::{self, Mix};
use super::moments::Moments;
use super::roles::calendar_of;
use super::route::{Setting, Uses, steps};
use super::sla::{Served, sla};
use super::{clock, endless, limits, patience};
use crate::ids::{CalendarId, RoleId, StreamId};
use crate::measures::is_taken;
use crate::scenario::keys::forms::{May, Names, Or, Truth};
use crate::scenario::keys::{NOTHING, StreamFile, complete};
use crate::scenario::like;
use crate::scenario::model::{Sla, Stream};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, own_names};
use crate::scenario::route::{self, Step};
use crate::scenario::suggestion::suggestion;
use crate::scenario::tree::Place;
use crate::scenario::value::{Wanted, duration, quantity};

/// Everything that `[streams]` says.
#[derive(Debug)]
pub(crate) struct Work {
    /// Streams; `None` when one of them is wrong.
    pub(crate) streams: Option<Vec<Stream>>,
    /// Service levels; `None` when one of them is wrong.
    pub(crate) slas: Option<Vec<Sla>>,
    /// Marks and waits.
    pub(crate) moments: Moments,
    /// Keys of measures of open items, with their streams.
    pub(crate) open_measures: Vec<(String, String)>,
}

/// Reads every stream.
pub(crate) fn all(root: &At<'_>, book: &mut Book, c: &mut Check<'_>) -> Work {
    let mixes = mixes::all(root, book, c);
    let mut work =
        Work { streams: None, slas: None, moments: Moments::new(), open_measures: Vec::new() };
    let Some(table) = root.child("streams") else {
        return work;
    };
    let entries = own_names(&table, c);
    if entries.is_empty() {
        let what = say!("нет ни одного вида работ", "there is no stream of work");
        c.wrong(&table, what, say!("[streams.ticket]", "[streams.ticket]"));
    }
    let (mut streams, mut slas) = (Vec::new(), Vec::new());
    for (position, (key, _, at)) in entries.iter().enumerate() {
        let stream = stream(position, key, at, &mixes, book, &mut work.moments, c);
        let file = StreamFile::of(at);
        open_measure(key, &file, &mut work.open_measures, book, c);
        // Of a wrong route it is not held against anybody that nothing marks the contact.
        let sound = stream.is_some();
        let for_each = stream.as_ref().map_or(&[][..], |it| &it.for_each);
        let uses = file.route.at.map(|it| Uses::of(&it, sound, &work.moments, for_each, book));
        let id = StreamId::new(position);
        let (calendar, clock, route) = match &stream {
            Some(it) => (it.calendar, it.clock, &it.route[..]),
            None => (CalendarId(0), CalendarId(0), &[][..]),
        };
        let served = Served { id, calendar, clock, route };
        for (name, _, at) in slas_of(key, file.sla.at.as_ref(), c) {
            if let Some(title) = &stream {
                c.subject = title.title.clone();
            }
            let name = format!("{key}/{name}");
            slas.push(sla(served, &name, &at, book, uses.as_ref(), &work.moments, c));
        }
        streams.push(stream);
    }
    let mix_of = |at: &At<'_>| {
        let arrival = at.child("arrival")?;
        let spawned = arrival.node.text() == Some("spawned");
        if arrival.node.table().is_none() && !spawned {
            // What cannot be read says nothing of its mix: a name that none has.
            return Some(String::new());
        }
        let mix = arrival.child("mix")?;
        mix.node.text().map(str::to_owned)
    };
    let mixed: Vec<Option<String>> = entries.iter().map(|(.., at)| mix_of(at)).collect();
    mixes::unused_shares(root, book, &mixed, c);
    work.streams = all_of(streams);
    work.slas = all_of(slas);
    if let Some(streams) = &work.streams {
        let at: Vec<At<'_>> = entries.into_iter().map(|it| it.2).collect();
        endless::check(streams, &at, c);
        patience::check(streams, &at, c);
        limits::check(streams, &at, work.moments.marks.list().len(), c);
    }
    work
}

/// The service levels of a stream by their names.
fn slas_of<'a>(
    stream: &str,
    at: Option<&At<'a>>,
    c: &mut Check<'_>,
) -> Vec<(&'a str, Place, At<'a>)> {
    let Some(at) = at else { return Vec::new() };
    let stated = |key: &str| at.child(key).is_some_and(|it| it.node.table().is_none());
    if ["to", "target"].iter().any(|it| stated(it)) {
        let what = say!("у срока нет имени", "the service level has no name");
        let header = format!("[streams.{stream}.sla.solved]");
        c.wrong(at, what, say!("напишите {header}", "write {header}"));
        return Vec::new();
    }
    own_names(at, c)
}

fn stream(
    position: usize,
    key: &str,
    at: &At<'_>,
    mixes: &[Mix],
    book: &Book,
    moments: &mut Moments,
    c: &mut Check<'_>,
) -> Option<Stream> {
    let bare = ["arrival", "route", "like"].iter().all(|it| at.child(it).is_none());
    let others = || book.streams.list().iter().map(String::as_str).filter(|it| *it != key);
    if let (true, Some(near)) = (bare && at.child("sla").is_some(), suggestion(key, others())) {
        let what = say!("нет такого вида работ: `{key}`", "no stream is called `{key}`");
        c.wrong(at, what, say!("возможно, `{near}`?", "did you mean `{near}`?"));
        return None;
    }
    let file = StreamFile::open(at, c)?;
    let title = file.title.title(key, c);
    c.subject = title.clone();
    like::check(position, file.like.at.as_ref(), &book.streams, c);
    let calendar = calendar_of(&file.calendar, book, c);
    let arrival = file.arrival.with(|it| arrival(position, it, mixes, book, c));
    c.subject = title.clone();
    let for_each = for_each(&file.for_each, book, c);
    let clock = clock::of_stream(calendar, file.route.at.as_ref(), &for_each, book);
    let units = book.units[clock.index()];
    let route = file.route.with(|it| {
        let personal = file.for_each.at.is_some();
        route(it, Setting { book, units, for_each: &for_each, personal }, moments, c)
    });
    let finish = finish(file.finish, route.as_deref(), c);
    complete!(Stream {
        key: Some(key.to_owned()),
        title: Some(title),
        arrival,
        bursts: file.bursts.or(Vec::new(), |it| bursts(it, units, book, c)),
        priority: file.priority.read(c),
        interrupts: Some(file.interrupts.or_default(c)),
        resume_cost: file.resume_cost.or(NOTHING, |it| quantity(it, Wanted::time(units), c)),
        noticed_after: file.noticed_after.with(|it| duration(it, units, c)),
        patience: patience::patience(&file.patience, file.patience_clock, units, c),
        retrial: patience::retrial(&file.retrial, units, c),
        finish: Some(finish),
        backlog_at_start: file.backlog_at_start.read(c),
        for_each: Some(for_each.clone()),
        meeting: Some(file.meeting.or_default(c)),
        calendar: Some(calendar),
        clock: Some(clock),
        route,
        open_measure: file.open_measure.with(|it| it.node.text().map(str::to_owned)),
    })
}

/// Whether what was begun is finished after closing: not work that never begins unless it fits.
fn finish(file: Or<'_, Truth>, route: Option<&[Step]>, c: &mut Check<'_>) -> bool {
    let stated = file.at.clone();
    let finish = file.or_default(c);
    if let (Some(at), Some(route), true) = (&stated, route, finish)
        && route::efforts(route).any(|it| it.within_day)
    {
        let what = say!(
            "с finish не сочетаются шаги within_day и together_with: они начинаются, только если поместятся в день",
            "finish does not go with steps that are within_day or together_with: those begin only when they fit into the day"
        );
        c.wrong(at, what, say!("уберите одно из двух", "remove one of the two"));
    }
    if let (Some(at), Some(route), true) = (&stated, route, finish)
        && route::efforts(route).any(|it| it.side_by_side.is_some())
    {
        let what = say!(
            "finish не сочетается с at_once: на обеде и после закрытия несколько обращений сразу не ведут",
            "finish does not go with at_once: at lunch and after closing nobody serves several at a time"
        );
        c.wrong(at, what, say!("уберите одно из двух", "remove one of the two"));
    }
    finish
}

/// The roles whose people each get an item.
fn for_each(roles: &May<'_, Names>, book: &Book, c: &mut Check<'_>) -> Vec<RoleId> {
    let Some(at) = &roles.at else { return Vec::new() };
    let found = book.roles.find_all(at, c);
    if found.is_empty() && at.node.list().is_some_and(<[_]>::is_empty) {
        let what = say!("нет ни одной роли", "there is no role");
        let instead = say!("назовите роли или уберите for_each", "name roles or remove for_each");
        c.wrong(at, what, instead);
    }
    found.into_iter().map(RoleId::new).collect()
}

fn route(
    at: &At<'_>,
    setting: Setting<'_>,
    moments: &mut Moments,
    c: &mut Check<'_>,
) -> Option<Vec<Step>> {
    let route = steps(at, setting, moments, c)?;
    if route.is_empty() {
        let what = say!("пустой маршрут", "an empty route");
        let example = "[{ effort = \"1h\", role = \"…\" }]";
        c.wrong(at, what, say!("route = {example}", "route = {example}"));
        return None;
    }
    Some(route)
}

/// The key of a measure must be one, and its own.
fn open_measure(
    stream: &str,
    file: &StreamFile<'_>,
    known: &mut Vec<(String, String)>,
    book: &Book,
    c: &mut Check<'_>,
) {
    let (Some(at), Some(Some(key))) = (&file.open_measure.at, file.open_measure.read(c)) else {
        return;
    };
    let taken = known.iter().any(|(it, _)| *it == key)
        || is_taken(&key)
        || book.drivers.position(&key).is_some();
    let word = |it: char| it.is_ascii_alphanumeric() || "_-.".contains(it);
    if taken {
        let what = say!("показатель `{key}` уже есть", "there is a measure `{key}` already");
        c.wrong(at, what, say!("дайте другое имя", "choose another name"));
    } else if !key.chars().all(word) {
        let what = say!("так нельзя назвать показатель", "a measure cannot be called so");
        c.wrong(at, what, say!("латинские буквы, цифры, `_`", "letters, digits, `_`"));
    } else {
        known.push((key, stream.to_owned()));
    }
}
