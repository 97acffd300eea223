//! `people` of a role: those who are not like the others, and hours of a person's own.

use super::all_of;
use super::book::Book;
use crate::ids::CalendarId;
use crate::scenario::keys::{AbsenceFile, OwnHoursFile, PersonFile};
use crate::scenario::model::{OwnHours, Person};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};
use jiff::civil::Date;

/// The people of a role who are not like the others, one after another.
pub(crate) fn people(
    at: &At<'_>,
    headcount: Option<u32>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Vec<Person>> {
    let mut all = Vec::new();
    for entry in list(at, c)? {
        let file = PersonFile::open(&entry, c)?;
        let hours = own_hours(OwnHoursFile::of(&file.hours.at), book, c);
        let (count, productivity) = (file.count.read(c), file.productivity.read(c));
        let (until, pay) = (file.until.read(c), file.pay.read(c));
        let away = file.away.with(|it| away(it, c));
        let person = Person {
            hours: hours?,
            productivity: productivity?,
            until: until?,
            pay: pay?,
            away: away?,
        };
        all.extend(std::iter::repeat_n(person, count? as usize));
    }
    if let Some(headcount) = headcount.filter(|it| (*it as usize) < all.len()) {
        let listed = all.len();
        let what = say!(
            "людей названо {listed}, а headcount = {headcount}",
            "{listed} people are listed, and headcount = {headcount}"
        );
        c.wrong(at, what, say!("headcount = {listed} или больше", "headcount = {listed} or more"));
        return None;
    }
    Some(all)
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
