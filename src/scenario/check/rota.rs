//! `rota` and `break_turns` of a calendar: people who take turns in weeks, and in their breaks; and the
//! change of hours on a date.

use super::book::Book;
use super::drivers::counted;
use crate::calendar::{Hours, Pattern};
use crate::ids::{CalendarId, RoleId};
use crate::scenario::keys::forms::{Or, Whole};
use crate::scenario::keys::{CalendarFile, OtherHoursFile, complete};
use crate::scenario::model::{OtherHours, Text};
use crate::scenario::names::Names;
use crate::scenario::numbered::numbered;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};

/// Nobody waits longer for their first week to come again: half a year.
const MOST_WEEKS: usize = 26;

/// The weeks of a rota, one after another; `hours` are those of each name that has any of its own.
pub(crate) fn weeks(
    at: &At<'_>,
    names: &Names,
    hours: &[Option<Hours>],
    c: &mut Check<'_>,
) -> Vec<Hours> {
    let Some(file) = CalendarFile::open(at, c) else { return Vec::new() };
    let others = [
        &file.hours.at,
        &file.days.at,
        &file.hours_of.at,
        &file.break_turns.at,
        &file.base.at,
        &file.zone.at,
        &file.holidays.at,
        &file.days_off.at,
        &file.working_days.at,
        &file.short_days.at,
        &file.short_by.at,
    ];
    if let Some(other) = others.into_iter().flatten().next() {
        let what = say!(
            "у календаря с rota нет своих часов и праздников",
            "a calendar with a rota has no hours and holidays of its own"
        );
        let instead = say!(
            "напишите их в календарях, которые перечислены в rota",
            "write them in the calendars that the rota lists"
        );
        c.wrong(other, what, instead);
    }
    let Some(at) = &file.rota.at else { return Vec::new() };
    let entries = list(at, c).unwrap_or_default();
    if !(2..=MOST_WEEKS).contains(&entries.len()) {
        let Text { ru, en } =
            numbered(entries.len(), ["неделя", "недели", "недель"], ["week", "weeks"]);
        let what = say!("в rota {ru}", "the rota has {en}");
        let instead = say!(
            "от 2 до {MOST_WEEKS} календарей, например: rota = [\"early\", \"late\"]",
            "2 to {MOST_WEEKS} calendars, for instance rota = [\"early\", \"late\"]"
        );
        c.wrong(at, what, instead);
        return Vec::new();
    }
    let mut weeks = Vec::new();
    for entry in &entries {
        let Some(found) = names.find(entry, c) else { continue };
        match &hours[found] {
            Some(week) => weeks.push(week.clone()),
            None => {
                let name = &names.list()[found];
                let what = say!("`{name}` сам написан как rota", "`{name}` is a rota itself");
                let instead = say!("назовите календарь с часами", "name a calendar with hours");
                c.wrong(entry, what, instead);
            }
        }
    }
    weeks
}

/// In how many turns breaks are taken; the last must be over before the day is.
pub(crate) fn break_turns(
    file: Or<'_, Whole<u32>>,
    pattern: &Pattern,
    c: &mut Check<'_>,
) -> Option<u16> {
    let at = file.at.clone();
    let turns = file.read(c)? as u16;
    let Some(at) = at.filter(|_| turns > 1) else { return Some(turns) };
    let with_breaks = pattern.days().iter().filter(|it| it.intervals().len() > 1);
    let Some(most) = with_breaks.map(|it| it.most_break_turns()).min() else {
        let what = say!("в этих часах нет перерыва", "there is no break in these hours");
        let example = "hours = [\"09:00-13:00\", \"14:00-18:00\"]";
        c.wrong(&at, what, say!("например: {example}", "for instance {example}"));
        return None;
    };
    if turns > most {
        let what = say!(
            "столько очередей в день не помещается: последний перерыв кончился бы после работы",
            "a day has no room for so many turns: the last break would end after work"
        );
        c.wrong(&at, what, say!("не больше {most}", "at most {most}"));
        return None;
    }
    Some(turns)
}

/// People of a role work at other hours from a date on.
pub(crate) fn other_hours(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<OtherHours> {
    let file = OtherHoursFile::of(at);
    complete!(OtherHours {
        role: file.other_hours.with(|it| book.roles.find(it, c)).map(RoleId::new),
        calendar: file
            .calendar
            .with(|it| book.calendars.find(it, c))
            .map(|it| book.for_people(CalendarId::new(it))),
        from: file.from.with(|it| counted(it, book, c)),
        people: file.people.read(c),
    })
}
