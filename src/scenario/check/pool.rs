//! Pools: steps that any of several roles may do, and the hours in which somebody of them is there.

use super::book::Book;
use super::calendar::Calendars;
use crate::calendar::Schedule;
use crate::ids::{CalendarId, RoleId};
use crate::scenario::keys::{PooledFile, steps_written};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};
use crate::scenario::route::PoolMember;
use crate::scenario::value::Units;

/// The roles of a step: one, or a list in order of preference; those of an inner list are equals.
pub(crate) fn read(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Vec<PoolMember> {
    let mut pool = Vec::new();
    if at.node.list().is_none() {
        add(at, 0, &mut pool, book, c);
        return pool;
    }
    let entries = list(at, c).unwrap_or_default();
    let somebody = |all: &[At<'_>], at: &At<'_>, c: &mut Check<'_>| {
        if all.is_empty() {
            let what = say!("нет ни одной роли", "there is no role");
            c.wrong(at, what, say!("role = [\"…\", \"…\"]", "role = [\"…\", \"…\"]"));
        }
    };
    somebody(&entries, at, c);
    for (rank, entry) in entries.iter().enumerate() {
        let rank = rank.min(usize::from(u8::MAX)) as u8;
        match entry.node.list() {
            Some(_) => {
                let equals = entry.items();
                somebody(&equals, entry, c);
                equals.iter().for_each(|it| add(it, rank, &mut pool, book, c));
            }
            None => add(entry, rank, &mut pool, book, c),
        }
    }
    pool
}

fn add(at: &At<'_>, rank: u8, pool: &mut Vec<PoolMember>, book: &Book, c: &mut Check<'_>) {
    let (role, effort) = match at.node.table() {
        None => (book.roles.find(at, c), Some(1.0)),
        Some(_) => {
            let Some(file) = PooledFile::open(at, c) else { return };
            (file.role.with(|it| book.roles.find(it, c)), file.effort.read(c))
        }
    };
    let (Some(role), Some(effort)) = (role.map(RoleId::new), effort) else { return };
    if pool.iter().any(|it| it.role == role) {
        let name = &book.roles.list()[role.index()];
        let what = say!("`{name}` указана дважды", "`{name}` is listed twice");
        return c.wrong(at, what, say!("оставьте одно", "keep one"));
    }
    pool.push(PoolMember { role, effort, rank });
}

/// Whoever stands in for any of a pool, but is not in it.
pub(crate) fn stand_ins(pool: &[PoolMember], book: &Book) -> Vec<RoleId> {
    let mut all: Vec<RoleId> = Vec::new();
    for &role in pool.iter().flat_map(|it| &book.stand_ins[it.role.index()]) {
        if !all.contains(&role) && pool.iter().all(|it| it.role != role) {
            all.push(role);
        }
    }
    all
}

/// The roles that a step as written names, right or wrong.
pub(crate) fn named(step: &At<'_>, book: &Book) -> Vec<RoleId> {
    let Some(at) = step.child("role") else { return Vec::new() };
    let mut found = Vec::new();
    collect(&at, book, &mut found);
    found
}

fn collect(at: &At<'_>, book: &Book, found: &mut Vec<RoleId>) {
    let name = at.node.text().or_else(|| at.node.table()?.get("role")?.text());
    found.extend(name.and_then(|it| book.roles.position(it)).map(RoleId::new));
    at.items().iter().for_each(|it| collect(it, book, found));
}

/// Makes a calendar for every pool whose roles work at different hours: those in which somebody is
/// there.
pub(crate) fn unite_hours(root: &At<'_>, calendars: &Calendars, book: &mut Book) {
    let streams = root.child("streams").map_or_else(Vec::new, |it| it.children());
    for (.., stream) in streams {
        let route = stream.child("route");
        for step in route.iter().flat_map(steps_written) {
            unite(&step, calendars, book);
        }
    }
}

fn unite(step: &At<'_>, calendars: &Calendars, book: &mut Book) {
    let calendars_of = hours_of(&named(step, book), book);
    if calendars_of.len() > 1 && book.united.iter().all(|it| it.0 != calendars_of) {
        let parts: Vec<_> = calendars_of.iter().map(|it| &calendars.written[it.index()]).collect();
        let united = Schedule::united(&book.timeline, &parts);
        let units = Units::working(united.regular_day().seconds(), united.regular_week().seconds());
        // Where one of the calendars has all hours of the others, nothing is new.
        let known = calendars_of.iter().find(|it| book.times[it.index()].hours_are(&united));
        let id = known.copied().unwrap_or_else(|| {
            book.times.push(united);
            book.units.push(units);
            CalendarId::new(book.times.len() - 1)
        });
        book.united.push((calendars_of, id));
    }
}

/// The calendars of some roles, each once.
fn hours_of(roles: &[RoleId], book: &Book) -> Vec<CalendarId> {
    let mut all: Vec<CalendarId> =
        roles.iter().flat_map(|it| book.calendars_of_role(*it)).collect();
    all.sort_unstable_by_key(|it| it.index());
    all.dedup();
    all
}

/// The calendar of the hours in which somebody of these roles is there.
pub(crate) fn calendar_of(roles: &[RoleId], book: &Book) -> Option<CalendarId> {
    match hours_of(roles, book).as_slice() {
        [] => None,
        [only] => Some(*only),
        several => book.united.iter().find(|it| it.0 == several).map(|it| it.1),
    }
}
