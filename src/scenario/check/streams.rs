//! `[streams.…]`: kinds of work.

use super::all_of;
use super::arrival::arrival;
use super::book::Book;
use super::mixes::{self, Mix};
use super::moments::Moments;
use super::roles::calendar_of;
use super::route::{Setting, Uses, steps};
use super::sla::sla;
use super::{endless, limits};
use crate::ids::RoleId;
use crate::measures::is_taken;
use crate::scenario::keys;
use crate::scenario::model::{Quantity, Sla, Stream};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, own_names};
use crate::scenario::value::{Wanted, duration, key_word, quantity};

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
pub(crate) fn all(root: &Fields<'_>, book: &mut Book, c: &mut Check<'_>) -> Work {
    let mixes = mixes::all(root, book, c);
    let mut work =
        Work { streams: None, slas: None, moments: Moments::new(), open_measures: Vec::new() };
    let Some(table) = root.get("streams") else {
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
        open_measure(key, at, &mut work.open_measures, book, c);
        let route = at.child("route");
        // Of a wrong route it is not held against anybody that nothing marks the contact.
        let sound = stream.is_some();
        let uses = route.map(|it| Uses::of(&it, sound, &work.moments));
        let calendar = stream.as_ref().map_or(0, |it| it.calendar.index());
        for (name, _, at) in at.child("sla").map_or_else(Vec::new, |it| own_names(&it, c)) {
            if let Some(title) = &stream {
                c.subject = title.title.clone();
            }
            let name = format!("{key}/{name}");
            slas.push(sla(
                position,
                &name,
                &at,
                book.units[calendar],
                uses.as_ref(),
                &work.moments,
                c,
            ));
        }
        streams.push(stream);
    }
    let mix_of = |at: &At<'_>| {
        let mix = at.child("arrival")?.child("mix")?;
        mix.node.text().map(str::to_owned)
    };
    let mixed: Vec<Option<String>> = entries.iter().map(|(.., at)| mix_of(at)).collect();
    mixes::unused_shares(root, book, &mixed, c);
    work.streams = all_of(streams);
    work.slas = all_of(slas);
    if let Some(streams) = &work.streams {
        let at: Vec<At<'_>> = entries.into_iter().map(|it| it.2).collect();
        endless::check(streams, &at, c);
        limits::check(streams, &at, work.moments.marks.list().len(), c);
    }
    work
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
    let fields = Fields::open(at, &keys::STREAM, c)?;
    let title = fields.title("title", key, c);
    c.subject = title.clone();
    let calendar = calendar_of(at, book, c);
    let units = book.units[calendar.index()];
    let arrival = fields.get("arrival").and_then(|it| arrival(position, &it, mixes, book, c));
    c.subject = title.clone();
    let priority = if fields.has("priority") { fields.whole("priority", c) } else { Some(5) };
    let interrupts = fields.bool("interrupts", false, c);
    let resume_cost = match fields.get("resume_cost") {
        Some(it) => quantity(&it, Wanted::time(units), c),
        None => Some(Quantity::Known(0.0)),
    };
    let noticed_after = fields.get("noticed_after").map(|it| duration(&it, units, c));
    let backlog_at_start = match fields.get("backlog_at_start") {
        Some(it) => quantity(&it, Wanted::number(0.0, 1_000_000.0), c),
        None => Some(Quantity::Known(0.0)),
    };
    let for_each = fields.get("for_each").map(|it| book.roles.find_all(&it, c));
    let personal = for_each.is_some();
    if let (Some([]), Some(it)) = (for_each.as_deref(), fields.get("for_each"))
        && it.node.list().is_some_and(<[_]>::is_empty)
    {
        let what = say!("нет ни одной роли", "there is no role");
        c.wrong(
            &it,
            what,
            say!("назовите роли или уберите for_each", "name roles or remove for_each"),
        );
    }
    let for_each: Vec<RoleId> = for_each.unwrap_or_default().into_iter().map(RoleId::new).collect();
    let meeting = fields.bool("meeting", false, c);
    let setting = Setting { book, units, for_each: &for_each, personal };
    let route = fields.get("route").and_then(|it| {
        let route = steps(&it, setting, moments, c)?;
        if route.is_empty() {
            let what = say!("пустой маршрут", "an empty route");
            let example = "[{ effort = \"1h\", role = \"…\" }]";
            c.wrong(&it, what, say!("route = {example}", "route = {example}"));
            return None;
        }
        Some(route)
    });
    let noticed_after = match noticed_after {
        Some(read) => Some(read?),
        None => None,
    };
    let open_measure = at.child("open_measure").and_then(|it| it.node.text().map(str::to_owned));
    Some(Stream {
        key: key.to_owned(),
        title,
        arrival: arrival?,
        priority: priority? as u8,
        interrupts,
        resume_cost: resume_cost?,
        noticed_after,
        for_each,
        meeting,
        backlog_at_start: backlog_at_start?,
        calendar,
        route: route?,
        open_measure,
    })
}

/// The key of a measure must be one, and its own.
fn open_measure(
    stream: &str,
    at: &At<'_>,
    known: &mut Vec<(String, String)>,
    book: &Book,
    c: &mut Check<'_>,
) {
    let Some(at) = at.child("open_measure") else {
        return;
    };
    let Some(key) = key_word(&at, c) else { return };
    let taken = known.iter().any(|(it, _)| *it == key)
        || is_taken(&key)
        || book.drivers.position(&key).is_some();
    let word = |it: char| it.is_ascii_alphanumeric() || "_-.".contains(it);
    if taken {
        let what = say!("показатель `{key}` уже есть", "there is a measure `{key}` already");
        c.wrong(&at, what, say!("дайте другое имя", "choose another name"));
    } else if !key.chars().all(word) {
        let what = say!("так нельзя назвать показатель", "a measure cannot be called so");
        c.wrong(&at, what, say!("латинские буквы, цифры, `_`", "letters, digits, `_`"));
    } else {
        known.push((key, stream.to_owned()));
    }
}
