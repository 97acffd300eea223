//! `people` of a role: those who are not like the others, and hours of a person's own.

use super::all_of;
use super::book::Book;
use super::drivers::counted;
use super::skills::skills;
use crate::ids::{CalendarId, RoleId};
use crate::scenario::keys::{AbsenceFile, OwnHoursFile, PersonFile};
use crate::scenario::model::{Hire, OwnHours, Person, Text};
use crate::scenario::numbered::numbered;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};
use crate::scenario::value::date;
use jiff::civil::Date;

/// The people of a role who are not like the others: those who are there at the start, one after
/// another, and those who come after it.
pub(crate) fn people(
    at: &At<'_>,
    role: usize,
    headcount: Option<u32>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<(Vec<Person>, Vec<Hire>)> {
    let (mut there, mut coming) = (Vec::new(), Vec::new());
    for entry in list(at, c)? {
        let file = PersonFile::open(&entry, c)?;
        let hours = own_hours(OwnHoursFile::of(&file.hours.at), book, c);
        let (count, productivity) = (file.count.read(c), file.productivity.read(c));
        let start = file.start.or(None, |it| first_day(it, book, c));
        let until = file.until.with(|it| last_day(it, start.flatten(), c));
        let pay = file.pay.read(c);
        let skills = file.skills.with(|it| skills(it, book, c));
        let away = file.away.with(|it| away(it, c));
        let person = Person {
            hours: hours?,
            productivity: productivity?,
            skills: skills?,
            until: until?,
            pay: pay?,
            away: away?,
        };
        match start? {
            Some(start) => coming.push(Hire {
                agreed: true,
                person,
                ..Hire::new(RoleId::new(role), start, count?)
            }),
            None => there.extend(std::iter::repeat_n(person, count? as usize)),
        }
    }
    if let Some(headcount) = headcount.filter(|it| (*it as usize) < there.len()) {
        let listed = there.len();
        let Text { ru, en } =
            numbered(listed, ["человек", "человека", "человек"], ["person", "people"]);
        let what = say!(
            "в people {ru}, а headcount = {headcount}",
            "people lists {en}, and headcount = {headcount}"
        );
        c.wrong(at, what, say!("headcount = {listed} или больше", "headcount = {listed} or more"));
        return None;
    }
    Some((there, coming))
}

/// The first day of somebody who comes after the start; whoever came before it is there.
fn first_day(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Option<Date>> {
    let day = date(at, c)?;
    if day <= book.timeline.start() {
        return Some(None);
    }
    counted(at, book, c).map(Some)
}

/// The last day of work, which is not before the first.
pub(crate) fn last_day(at: &At<'_>, start: Option<Date>, c: &mut Check<'_>) -> Option<Date> {
    let last = date(at, c)?;
    match start {
        Some(start) if last < start => {
            let what = say!(
                "последний день раньше первого: {last}",
                "the last day is before the first: {last}"
            );
            c.wrong(at, what, say!("не раньше {start}", "not before {start}"));
            None
        }
        _ => Some(last),
    }
}

/// The hours of a person, where they are not the role's.
pub(crate) fn own_hours(
    file: OwnHoursFile<'_>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<OwnHours> {
    let calendar = match &file.calendar.at {
        Some(at) => Some(book.for_people(CalendarId::new(book.calendars.find(at, c)?))),
        None => None,
    };
    Some(OwnHours { calendar, fte: file.fte.read(c)? })
}

/// The calendars that the people of a role name, right or wrong.
pub(crate) fn named_calendars(role: &At<'_>, book: &Book) -> Vec<CalendarId> {
    let people = role.child("people").map_or_else(Vec::new, |it| it.items());
    let named = people.iter().filter_map(|it| it.child("calendar")?.node.text());
    let named = named.filter_map(|it| book.calendars.position(it)).map(CalendarId::new);
    named.map(|it| book.for_people(it)).collect()
}

/// A person's dated holidays: first day and calendar days of each.
pub(crate) fn away(at: &At<'_>, c: &mut Check<'_>) -> Option<Vec<(Date, u32)>> {
    let blocks = list(at, c)?.into_iter().map(|it| {
        let file = AbsenceFile::open(&it, c)?;
        let (from, days) = (file.from.read(c), file.days.read(c));
        from.zip(days)
    });
    all_of(blocks.collect())
}
