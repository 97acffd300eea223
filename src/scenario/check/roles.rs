//! `[roles.…]`: roles and their people.

use super::all_of;
use super::book::Book;
use super::overtime;
use super::people;
use super::seats;
use super::skills::skills;
use crate::calendar::Base;
use crate::ids::{CalendarId, RoleId};
use crate::scenario::keys::forms::{May, Name};
use crate::scenario::keys::{
    self, CONTRIBUTION_BASE, ContributionsFile, HolidayFile, NO_TIME, NOTHING, ONE, OnCallFile,
    OverloadFile, RampFile, RoleFile, SicknessFile, complete,
};
use crate::scenario::like;
use crate::scenario::model::{
    Contributions, Hire, Holiday, OnCall, Overload, OvertimeLaw, Ramp, Role, Sickness, Skills,
};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list, own_names};
use crate::scenario::tree::{Place, Value};
use crate::scenario::value::{Units, Wanted, choice, known, quantity};

/// A day in seconds.
const DAY: f64 = 86_400.0;

/// Reads every role, and notes when each works.
pub(crate) fn all(root: &At<'_>, book: &mut Book, c: &mut Check<'_>) -> Option<Vec<Role>> {
    let entries = root.child("roles").map_or_else(Vec::new, |it| own_names(&it, c));
    if entries.is_empty()
        && let Some(at) = root.child("roles")
    {
        let what = say!("нет ни одной роли", "there is no role");
        c.wrong(&at, what, say!("[roles.engineer]", "[roles.engineer]"));
    }
    book.role_calendars = entries.iter().map(|(.., at)| usual_calendar(at, book, c)).collect();
    book.own_calendars = entries.iter().map(|(.., at)| people::named_calendars(at, book)).collect();
    let (mut roles, mut coming) = (Vec::new(), Vec::new());
    for (position, (key, _, at)) in entries.iter().enumerate() {
        let calendar = book.role_calendars[position];
        roles.push(role(position, key, at, calendar, book, &mut coming, c));
    }
    book.coming = coming;
    unknown_contributions(&entries, book.home, c);
    let read: Vec<Role> = roles.iter().flatten().cloned().collect();
    seats::note(&read, book, c);
    let stand_ins = |it: &Option<Role>| it.as_ref().map_or_else(Vec::new, |it| it.stand_in.clone());
    book.overtime_laws = roles
        .iter()
        .map(|it| it.as_ref().map_or(OvertimeLaw::RUSSIA, |it| it.overtime_law))
        .collect();
    book.stand_ins = roles.iter().map(stand_ins).collect();
    all_of(roles)
}

/// Says that pay is all that these roles cost, where no country says what else an employer pays.
fn unknown_contributions(entries: &[(&str, Place, At<'_>)], home: Base, c: &mut Check<'_>) {
    let says_nothing =
        |at: &At<'_>| at.child("pay").is_some() && at.child("contributions").is_none();
    let mut silent = entries.iter().filter(|it| home != Base::Russia && says_nothing(&it.2));
    if let Some((first, ..)) = silent.next() {
        let others = if silent.next().is_some() {
            ["` и других ролей", "` and other roles"]
        } else {
            ["`", "`"]
        };
        let [ru, en] = others;
        c.note(say!(
            "Взносы работодателя сверх оклада `{first}{ru} не учтены: для этой валюты программа их не знает. Напишите contributions = \"20%\" или contributions = 0",
            "What an employer pays beside the pay of `{first}{en} is not counted: it is not known for this currency. Write contributions = \"20%\" or contributions = 0"
        ));
    }
}

/// The calendar that a table names, or the scenario's own.
pub(crate) fn calendar_of(calendar: &May<'_, Name>, book: &Book, c: &mut Check<'_>) -> CalendarId {
    let Some(at) = &calendar.at else {
        return CalendarId::new(0);
    };
    // The first calendar is the scenario's own and has no name.
    if let (Some(name), 1) = (at.node.text(), book.calendars.list().len()) {
        let name: String = name.chars().take(80).collect();
        let what = say!("нет такого имени `{name}` (календарь)", "no calendar is called `{name}`");
        let instead = say!(
            "добавьте таблицу [calendars.{name}] или уберите calendar",
            "add a table [calendars.{name}], or remove calendar"
        );
        c.wrong(at, what, instead);
        return CalendarId::new(0);
    }
    CalendarId::new(book.calendars.find(at, c).unwrap_or(0))
}

/// When the people of a role work: as it says, else as the first of its people who says so.
fn usual_calendar(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> CalendarId {
    let own = people::named_calendars(at, book).first().copied();
    match own.filter(|_| at.child("calendar").is_none()) {
        Some(own) => own,
        None => book.for_people(calendar_of(&RoleFile::of(at).calendar, book, c)),
    }
}

fn overload(at: &At<'_>, c: &mut Check<'_>) -> Option<Overload> {
    let file = OverloadFile::open(at, c)?;
    complete!(Overload { above: file.above.read(c), attrition: file.attrition.read(c) })
}

fn role(
    own: usize,
    key: &str,
    at: &At<'_>,
    calendar: CalendarId,
    book: &Book,
    coming: &mut Vec<Hire>,
    c: &mut Check<'_>,
) -> Option<Role> {
    let file = RoleFile::open(at, c)?;
    let title = file.title.title(key, c);
    c.subject = title.clone();
    like::check(own, file.like.at.as_ref(), &book.roles, c);
    let headcount = file.headcount.read(c);
    let people = file
        .people
        .or(Default::default(), |it| people::people(it, own, headcount, book, c))
        .map(|(there, later)| {
            coming.extend(later);
            there
        });
    complete!(Role {
        key: Some(key.to_owned()),
        title: Some(title),
        headcount,
        people,
        skills: file.skills.or(Skills::default(), |it| skills(it, book, c)),
        calendar: Some(calendar),
        pay: file.pay.read(c),
        people_per_seat: file.people_per_seat.read(c),
        hiring_cost: file.hiring_cost.read(c),
        attrition: file.attrition.read(c),
        overload: file.overload.with(|it| overload(it, c)),
        contributions: file
            .contributions
            .or(usual_contributions(book.home), |it| contributions(it, c)),
        holiday: file.holiday.or(Holiday::None, |it| holiday(it, c)),
        sickness: file.sickness.or(healthy(), |it| sickness(it, c)),
        time_to_fill: file.time_to_fill.read(c),
        ramp: file.ramp.or(ready(), |it| ramp(own, it, book, c)),
        stand_in: file.stand_in.or(Vec::new(), |it| Some(stand_ins(own, it, book, c))),
        replaced: Some(file.replaced.or_default(c)),
        on_call: file.on_call.with(|it| on_call(it, c)),
        overtime_law: file.overtime.or(OvertimeLaw::RUSSIA, |it| overtime::law(it, c)),
        overtime: Some(None),
    })
}

/// What an employer pays on top where the scenario says nothing: the general regime where the
/// currency is the rouble, and nothing elsewhere, because no other country is known.
fn usual_contributions(home: Base) -> Contributions {
    match home {
        Base::Russia => regime(0.30, 0.151),
        Base::None | Base::Country(_) => Contributions::Flat(NOTHING),
    }
}

fn healthy() -> Sickness {
    Sickness { spells: NOTHING, length: NO_TIME }
}

fn ready() -> Ramp {
    Ramp { from: ONE, months: NOTHING, mentor: None, mentoring: NOTHING }
}

fn regime(below: f64, above: f64) -> Contributions {
    Contributions::Regime { below, above, base: CONTRIBUTION_BASE }
}

/// The roles that stand in for one; a role cannot for itself.
pub(crate) fn stand_ins(own: usize, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Vec<RoleId> {
    let found = book.roles.find_all(at, c);
    if found.contains(&own) {
        let name = &book.roles.list()[own];
        let what = say!("`{name}` не может замещать себя", "`{name}` cannot stand in for itself");
        c.wrong(at, what, say!("назовите другие роли", "name other roles"));
    }
    found.into_iter().map(RoleId::new).collect()
}

fn contributions(at: &At<'_>, c: &mut Check<'_>) -> Option<Contributions> {
    let is_regime =
        at.node.table().is_some_and(|it| it.get("below").is_some() || it.get("above").is_some());
    if is_regime {
        let file = ContributionsFile::open(at, c)?;
        return complete!(Contributions::Regime {
            below: file.below.read(c),
            above: file.above.read(c),
            base: file.base.read(c),
        });
    }
    match &at.node.value {
        Value::Text(word) if !word.contains(|it: char| it.is_ascii_digit()) => {
            match choice(at, &["general", "it"], c)? {
                1 => Some(regime(0.15, 0.076)),
                _ => Some(regime(0.30, 0.151)),
            }
        }
        _ => quantity(at, Wanted::share(), c).map(Contributions::Flat),
    }
}

fn on_call(at: &At<'_>, c: &mut Check<'_>) -> Option<OnCall> {
    let file = OnCallFile::open(at, c)?;
    complete!(OnCall { start: file.start.read(c), pay: file.pay.read(c), call: file.call.read(c) })
}

fn holiday(at: &At<'_>, c: &mut Check<'_>) -> Option<Holiday> {
    let file = HolidayFile::open(at, c)?;
    match (&file.blocks.at, &file.people.at) {
        (Some(blocks), None) => {
            let blocks = blocks_of(blocks, c);
            let season = file.season.or((1, 12), |it| season(it, c));
            let apart = file.apart.or_default(c);
            let (from_month, to_month) = season?;
            Some(Holiday::Yearly { blocks: blocks?, from_month, to_month, apart })
        }
        (None, Some(people)) => {
            let people = list(people, c)?.iter().map(|it| people::away(it, c)).collect();
            all_of(people).map(Holiday::Dated)
        }
        _ => {
            let what = say!("нужны части отпуска или даты", "blocks or dates are needed");
            let instead = say!(
                "либо blocks = [\"14d\", \"14d\"], либо people = [[{{ from = 2026-06-15, days = 14 }}]]",
                "either blocks = [\"14d\", \"14d\"] or people = [[{{ from = 2026-06-15, days = 14 }}]]"
            );
            c.wrong(at, what, instead);
            None
        }
    }
}

fn blocks_of(at: &At<'_>, c: &mut Check<'_>) -> Option<Vec<u32>> {
    let items = list(at, c)?;
    let mut blocks = Vec::new();
    for item in &items {
        let days = known(item, Wanted::time(Units::CALENDAR), c).map(|it| it / DAY);
        let whole = days.filter(|it| it.fract() == 0.0 && (1.0..=366.0).contains(it));
        if let (Some(_), None) = (days, whole) {
            let what =
                say!("отпуск — это целые дни, от 1 до 366", "a holiday is whole days, 1 to 366");
            c.wrong(item, what, say!("например: \"14d\"", "for instance \"14d\""));
        }
        blocks.push(whole.map(|it| it as u32));
    }
    let blocks = all_of(blocks)?;
    if blocks.iter().sum::<u32>() > 366 {
        let what = say!("отпуск длиннее года", "more holiday than the year has days");
        c.wrong(at, what, say!("например: [\"14d\", \"14d\"]", "for instance [\"14d\", \"14d\"]"));
        return None;
    }
    Some(blocks)
}

fn season(at: &At<'_>, c: &mut Check<'_>) -> Option<(u8, u8)> {
    let items = list(at, c)?;
    let [from, to] = items.as_slice() else {
        let what = say!("нужны два месяца", "two months are needed");
        c.wrong(at, what, say!("например: [\"apr\", \"oct\"]", "for instance [\"apr\", \"oct\"]"));
        return None;
    };
    let mut month = |at: &At<'_>| choice(at, &keys::MONTHS, c).map(|it| it as u8 + 1);
    let (from, to) = (month(from), month(to));
    Some((from?, to?))
}

fn sickness(at: &At<'_>, c: &mut Check<'_>) -> Option<Sickness> {
    let file = SicknessFile::open(at, c)?;
    complete!(Sickness { spells: file.spells.read(c), length: file.length.read(c) })
}

fn ramp(own: usize, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Ramp> {
    let file = RampFile::open(at, c)?;
    let (from, months) = (file.from.read(c), file.months.read(c));
    let mentor = file.mentor.with(|it| book.roles.find(it, c)).flatten();
    let units = book.units_of_role(Some(mentor.unwrap_or(own)));
    complete!(Ramp {
        from,
        months,
        mentor: Some(mentor.filter(|it| *it != own).map(RoleId::new)),
        mentoring: file.mentoring.or(NOTHING, |it| quantity(it, Wanted::time(units), c)),
    })
}
