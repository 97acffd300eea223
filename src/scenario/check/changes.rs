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
use crate::scenario::keys::forms::{May, Title};
use crate::scenario::keys::{
    self, AutomationFile, ChangeDisciplineFile, ChangeInterruptsFile, ChangeKind,
    ChangeStandInFile, ContractorFile, complete,
};
use crate::scenario::model::{Automation, Contractor, Text};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, kind_of, open};

/// A change as written: one of a known kind.
pub(crate) struct Written<'a> {
    pub(crate) kind: ChangeKind,
    /// The key that tells it from others.
    key: &'static str,
    /// Its table.
    pub(crate) at: At<'a>,
}

/// The changes of known kinds.
pub(crate) fn written<'a>(changes: &[At<'a>], c: &mut Check<'_>) -> Vec<Written<'a>> {
    let known = |at: &At<'a>| {
        let (kind, key, keys) = kind_of(at, keys::CHANGE_KINDS, c)?;
        open(at, keys, c)?;
        Some(Written { kind, key, at: at.clone() })
    };
    changes.iter().filter_map(known).collect()
}

/// Reads a change; one of several streams is one for each.
pub(crate) fn read(change: &Written<'_>, book: &Book, c: &mut Check<'_>) -> Vec<Change> {
    let Written { kind, key, at } = change;
    let own = at.child(key).and_then(|it| it.node.text()).unwrap_or(key);
    c.subject = Text { ru: own.to_owned(), en: own.to_owned() };
    let read = match *kind {
        ChangeKind::Hire => hiring::hire(at, book, c).map(Change::Hire),
        ChangeKind::HireWhen => hiring::hire_when(at, book, c).map(Change::HireWhen),
        ChangeKind::HireForLoad => hiring::hire_for_load(at, book, c).map(Change::HireForLoad),
        ChangeKind::Overtime => overtime::read(at, book, c).map(Change::Overtime),
        ChangeKind::OtherHours => rota::other_hours(at, book, c).map(Change::OtherHours),
        ChangeKind::Contractor => contractor(at, book, c).map(Change::Contractor),
        ChangeKind::Automation => automation(at, book, c).map(Change::Automation),
        ChangeKind::StandIn => stand_in(at, book, c),
        ChangeKind::Discipline => {
            let own = At { path: "scenario".to_owned(), ..at.clone() };
            ChangeDisciplineFile::of(&own).discipline.read(c).map(Change::Discipline)
        }
        ChangeKind::Interrupts => return interrupts(at, book, c),
        ChangeKind::Assignment => Some(Change::Set { key: "noticed_after".to_owned() }),
        ChangeKind::Set => Some(Change::Set { key: last_key(own).to_owned() }),
    };
    read.into_iter().collect()
}

fn stand_in(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Change> {
    let file = ChangeStandInFile::of(at);
    let role = file.stand_in.with(|it| book.roles.find(it, c))?;
    let path = format!("roles.{}.stand_in", book.roles.list()[role]);
    let by = stand_ins(role, &At { path, ..file.by.at? }, book, c);
    Some(Change::StandIn { role: RoleId::new(role), by })
}

fn interrupts(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Vec<Change> {
    let streams = book.streams.chosen(ChangeInterruptsFile::of(at).streams.at, c);
    let change = |stream: usize| {
        let path = format!("streams.{}", book.streams.list()[stream]);
        let own = ChangeInterruptsFile::of(&At { path, ..at.clone() });
        Change::Interrupts(StreamId::new(stream), own.interrupts.read(c).unwrap_or(true))
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

/// What bought work is called, in the titles of its inputs too.
fn title(file: &May<'_, Title>, c: &mut Check<'_>) -> Text {
    let key = std::mem::take(&mut c.subject.en);
    c.subject = file.title(&key, c);
    c.subject.clone()
}

fn contractor(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Contractor> {
    let file = ContractorFile::of(at);
    complete!(Contractor {
        title: Some(title(&file.title, c)),
        key: file.contractor.read(c),
        role: file.role.with(|it| book.roles.find(it, c)).map(RoleId::new),
        streams: file.streams.or(Vec::new(), |it| streams(it, book, c)),
        capacity: file.capacity.read(c),
        when_waiting: file.when_waiting.read(c),
        price: file.price.read(c),
        lead: file.lead.read(c),
        from: file.from.with(|it| counted(it, book, c)),
    })
}

fn automation(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Automation> {
    let file = AutomationFile::of(at);
    if file.arrivals.at.is_none() && file.effort.at.is_none() {
        let what = say!("автоматизация ничего не меняет", "the automation changes nothing");
        let instead =
            say!("добавьте arrivals = 0.8 или effort = 0.8", "add arrivals = 0.8 or effort = 0.8");
        c.wrong(at, what, instead);
    }
    complete!(Automation {
        title: Some(title(&file.title, c)),
        key: file.automation.read(c),
        streams: file.streams.with(|it| streams(it, book, c)),
        from: file.from.with(|it| counted(it, book, c)),
        arrivals: file.arrivals.read(c),
        effort: file.effort.read(c),
        monthly_price: file.monthly_price.read(c),
        price: file.price.read(c),
    })
}
