//! The changes of a policy: each kind has its reader.

use super::book::Book;
use super::drivers::counted;
use super::edits::last_key;
use super::hiring;
use super::overtime;
use super::roles::stand_ins;
use super::rota;
use crate::ids::{RoleId, StreamId};
use crate::scenario::change::Change;
use crate::scenario::keys::{self, ChangeKind};
use crate::scenario::model::{Automation, Contractor, Quantity, Text};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, kind_of};
use crate::scenario::value::{Units, Wanted, duration, key_word, quantity};

/// Automation leaves a part of something, or makes more of it; more than ten times more is a slip.
const MOST_FACTOR: f64 = 10.0;

/// A change as written: one of a known kind.
pub(crate) struct Written<'a> {
    /// Its kind.
    pub(crate) kind: ChangeKind,
    /// The key that tells it from others.
    key: &'static str,
    /// Its table.
    pub(crate) fields: Fields<'a>,
}

/// The changes of known kinds.
pub(crate) fn written<'a>(changes: &[At<'a>], c: &mut Check<'_>) -> Vec<Written<'a>> {
    let open = |at: &At<'a>| {
        let (kind, key, keys) = kind_of(at, keys::CHANGE_KINDS, c)?;
        Some(Written { kind, key, fields: Fields::open(at, keys, c)? })
    };
    changes.iter().filter_map(open).collect()
}

/// Reads a change; one of several streams is one for each.
pub(crate) fn read(change: &Written<'_>, book: &Book, c: &mut Check<'_>) -> Vec<Change> {
    let Written { kind, key, fields } = change;
    let own = fields.get(key).and_then(|it| it.node.text()).unwrap_or(key);
    c.subject = Text { ru: own.to_owned(), en: own.to_owned() };
    let read = match *kind {
        ChangeKind::Hire => hiring::hire(fields, book, c).map(Change::Hire),
        ChangeKind::HireWhen => hiring::hire_when(fields, book, c).map(Change::HireWhen),
        ChangeKind::HireForLoad => hiring::hire_for_load(fields, book, c).map(Change::HireForLoad),
        ChangeKind::Overtime => overtime::read(fields, book, c).map(Change::Overtime),
        ChangeKind::OtherHours => rota::other_hours(fields, book, c).map(Change::OtherHours),
        ChangeKind::Contractor => contractor(fields, book, c).map(Change::Contractor),
        ChangeKind::Automation => automation(fields, book, c).map(Change::Automation),
        ChangeKind::StandIn => stand_in(fields, book, c),
        ChangeKind::Discipline => {
            let fields = fields.at_path("scenario".to_owned());
            let file = keys::ChangeDisciplineFile::of(fields.at());
            file.discipline.read(c).map(Change::Discipline)
        }
        ChangeKind::Interrupts => return interrupts(fields, book, c),
        ChangeKind::Assignment => Some(Change::Set { key: "noticed_after".to_owned() }),
        ChangeKind::Set => Some(Change::Set { key: last_key(own).to_owned() }),
    };
    read.into_iter().collect()
}

fn stand_in(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<Change> {
    let role = book.roles.find(&fields.get("stand_in")?, c)?;
    let path = format!("roles.{}.stand_in", book.roles.list()[role]);
    let by = stand_ins(role, &At { path, ..fields.get("by")? }, book, c);
    Some(Change::StandIn { role: RoleId::new(role), by })
}

fn interrupts(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Vec<Change> {
    let streams = book.streams.chosen(fields.get("streams"), c);
    let change = |stream: usize| {
        let own = fields.at_path(format!("streams.{}", book.streams.list()[stream]));
        Change::Interrupts(StreamId::new(stream), own.bool("interrupts", true, c))
    };
    streams.into_iter().map(change).collect()
}

pub(crate) fn streams(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Vec<StreamId>> {
    let before = c.problems.len();
    let found: Vec<StreamId> =
        book.streams.find_all(at, c).into_iter().map(StreamId::new).collect();
    if found.is_empty() && c.problems.len() == before {
        let what = say!("нет ни одного вида работ", "no stream is named");
        c.wrong(at, what, say!("назовите хотя бы один", "name at least one"));
    }
    (c.problems.len() == before).then_some(found)
}

fn amount(
    fields: &Fields<'_>,
    key: &str,
    default: f64,
    wanted: Wanted,
    c: &mut Check<'_>,
) -> Option<Quantity> {
    match fields.get(key) {
        Some(it) => quantity(&it, wanted, c),
        None => Some(Quantity::Known(default)),
    }
}

/// What bought work is called, in the titles of its inputs too.
fn title(fields: &Fields<'_>, c: &mut Check<'_>) -> Text {
    let key = std::mem::take(&mut c.subject.en);
    c.subject = fields.title("title", &key, c);
    c.subject.clone()
}

fn contractor(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<Contractor> {
    let title = title(fields, c);
    let key = fields.get("contractor").and_then(|it| key_word(&it, c));
    let role = fields.get("role").and_then(|it| book.roles.find(&it, c));
    let streams = fields.get("streams").map_or(Some(Vec::new()), |it| streams(&it, book, c));
    let capacity = amount(fields, "capacity", 0.0, Wanted::amount(), c);
    let waiting =
        if fields.has("when_waiting") { fields.whole("when_waiting", c) } else { Some(1) };
    let price = amount(fields, "price", 0.0, Wanted::amount(), c);
    let lead =
        fields.get("lead").map_or(Some(keys::NO_TIME), |it| duration(&it, Units::CALENDAR, c));
    let from = fields.get("from").map(|it| counted(&it, book, c));
    let from = match from {
        Some(from) => Some(from?),
        None => None,
    };
    Some(Contractor {
        key: key?,
        title,
        role: RoleId::new(role?),
        streams: streams?,
        capacity: capacity?,
        when_waiting: waiting? as u32,
        price: price?,
        lead: lead?,
        from,
    })
}

fn automation(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<Automation> {
    let title = title(fields, c);
    let key = fields.get("automation").and_then(|it| key_word(&it, c));
    let streams = fields.get("streams").and_then(|it| streams(&it, book, c));
    let from = fields.get("from").map(|it| counted(&it, book, c));
    let factor = Wanted::factor(MOST_FACTOR);
    let arrivals = amount(fields, "arrivals", 1.0, factor, c);
    let effort = amount(fields, "effort", 1.0, factor, c);
    if !fields.has("arrivals") && !fields.has("effort") {
        let what = say!("автоматизация ничего не меняет", "the automation changes nothing");
        let instead =
            say!("добавьте arrivals = 0.8 или effort = 0.8", "add arrivals = 0.8 or effort = 0.8");
        c.wrong(fields.at(), what, instead);
    }
    let monthly_price = amount(fields, "monthly_price", 0.0, Wanted::amount(), c);
    let price = amount(fields, "price", 0.0, Wanted::amount(), c);
    let from = match from {
        Some(from) => Some(from?),
        None => None,
    };
    Some(Automation {
        key: key?,
        title,
        streams: streams?,
        from,
        arrivals: arrivals?,
        effort: effort?,
        monthly_price: monthly_price?,
        price: price?,
    })
}
