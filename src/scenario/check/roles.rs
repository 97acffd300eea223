//! `[roles.…]`: roles and their people.

use super::all_of;
use super::book::Book;
use crate::ids::{CalendarId, RoleId};
use crate::random::Shape;
use crate::scenario::keys;
use crate::scenario::model::{Contributions, Duration, Holiday, Quantity, Ramp, Role, Sickness};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, list, own_names};
use crate::scenario::tree::Value;
use crate::scenario::value::{Units, Wanted, choice, date, duration, known, quantity};
use jiff::civil::Date;

/// The base of the general and the IT regime of contributions in 2026, a year and person.
const BASE: f64 = 2_979_000.0;
/// A day in seconds.
const DAY: f64 = 86_400.0;

/// Reads every role, and notes what a day of work is for each.
pub(crate) fn all(root: &Fields<'_>, book: &mut Book, c: &mut Check<'_>) -> Option<Vec<Role>> {
    let entries = root.get("roles").map_or_else(Vec::new, |it| own_names(&it, c));
    if entries.is_empty()
        && let Some(at) = root.get("roles")
    {
        let what = say!("нет ни одной роли", "there is no role");
        c.wrong(&at, what, say!("[roles.engineer]", "[roles.engineer]"));
    }
    let calendars: Vec<CalendarId> =
        entries.iter().map(|(.., at)| calendar_of(at, book, c)).collect();
    book.role_units = calendars.iter().map(|it| book.units[it.index()]).collect();
    let mut roles = Vec::new();
    for (position, (key, _, at)) in entries.iter().enumerate() {
        roles.push(role(position, key, at, calendars[position], book, c));
    }
    all_of(roles)
}

/// The calendar that a table names, or the scenario's own.
pub(crate) fn calendar_of(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> CalendarId {
    let Some(at) = at.child("calendar") else {
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
        c.wrong(&at, what, instead);
        return CalendarId::new(0);
    }
    CalendarId::new(book.calendars.find(&at, c).unwrap_or(0))
}

fn role(
    own: usize,
    key: &str,
    at: &At<'_>,
    calendar: CalendarId,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Role> {
    let fields = Fields::open(at, &keys::ROLE, c)?;
    let title = fields.title("title", key, c);
    c.subject = title.clone();
    let amount = |key: &str, wanted: Wanted, c: &mut Check<'_>| match fields.get(key) {
        Some(it) => quantity(&it, wanted, c),
        None => Some(Quantity::Known(0.0)),
    };
    let headcount = fields.whole("headcount", c);
    let pay = amount("pay", Wanted::amount(), c);
    let hiring_cost = amount("hiring_cost", Wanted::amount(), c);
    let attrition = amount("attrition", Wanted::share_between(0.0, 0.99), c);
    let contributions = fields.get("contributions");
    let contributions =
        contributions.map_or(Some(regime(0.30, 0.151)), |it| self::contributions(&it, c));
    let holiday = fields.get("holiday").map_or(Some(Holiday::None), |it| holiday(&it, c));
    let sickness = fields.get("sickness").map_or(Some(healthy()), |it| sickness(&it, c));
    let time_to_fill = match fields.get("time_to_fill") {
        Some(it) => duration(&it, Units::CALENDAR, c),
        None => Some(nothing()),
    };
    let ramp = fields.get("ramp").map_or(Some(ready()), |it| ramp(own, &it, book, c));
    let stand_in = fields.get("stand_in").map_or_else(Vec::new, |it| stand_ins(own, &it, book, c));
    let replaced = fields.bool("replaced", true, c);
    Some(Role {
        key: key.to_owned(),
        title,
        headcount: headcount? as u32,
        calendar,
        pay: pay?,
        contributions: contributions?,
        holiday: holiday?,
        sickness: sickness?,
        attrition: attrition?,
        replaced,
        time_to_fill: time_to_fill?,
        hiring_cost: hiring_cost?,
        ramp: ramp?,
        stand_in,
    })
}

/// No time at all.
pub(crate) fn nothing() -> Duration {
    Duration { mean: Quantity::Known(0.0), shape: Shape::Fixed }
}

fn healthy() -> Sickness {
    Sickness { spells: Quantity::Known(0.0), length: nothing() }
}

fn ready() -> Ramp {
    let none = Quantity::Known(0.0);
    Ramp { from: Quantity::Known(1.0), months: none, mentor: None, mentoring: none }
}

fn regime(below: f64, above: f64) -> Contributions {
    Contributions::Regime { below, above, base: BASE }
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
        let fields = Fields::open(at, &keys::CONTRIBUTIONS, c)?;
        let share = |key: &str, c: &mut Check<'_>| {
            fields.get(key).and_then(|it| known(&it, Wanted::share(), c))
        };
        let (below, above) = (share("below", c), share("above", c));
        let base = fields.get("base").map_or(Some(BASE), |it| known(&it, Wanted::amount(), c));
        return Some(Contributions::Regime { below: below?, above: above?, base: base? });
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

fn holiday(at: &At<'_>, c: &mut Check<'_>) -> Option<Holiday> {
    let fields = Fields::open(at, &keys::HOLIDAY, c)?;
    let (blocks, people) = (fields.get("blocks"), fields.get("people"));
    match (blocks, people) {
        (Some(blocks), None) => {
            let blocks = blocks_of(&blocks, c);
            let season = fields.get("season").map_or(Some((1, 12)), |it| season(&it, c));
            let apart = fields.bool("apart", true, c);
            let (from_month, to_month) = season?;
            Some(Holiday::Yearly { blocks: blocks?, from_month, to_month, apart })
        }
        (None, Some(people)) => {
            let people = list(&people, c)?.iter().map(|it| person(it, c)).collect();
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

fn person(at: &At<'_>, c: &mut Check<'_>) -> Option<Vec<(Date, u32)>> {
    let blocks = list(at, c)?.into_iter().map(|it| {
        let fields = Fields::open(&it, &keys::ABSENCE, c)?;
        let from = fields.get("from").and_then(|it| date(&it, c));
        let days = fields.whole("days", c);
        Some((from?, days? as u32))
    });
    all_of(blocks.collect())
}

fn sickness(at: &At<'_>, c: &mut Check<'_>) -> Option<Sickness> {
    let fields = Fields::open(at, &keys::SICKNESS, c)?;
    let spells = fields.get("spells");
    let spells = spells.and_then(|it| quantity(&it, Wanted::number(0.0, 52.0), c));
    let length = fields.get("length").and_then(|it| duration(&it, Units::CALENDAR, c));
    Some(Sickness { spells: spells?, length: length? })
}

fn ramp(own: usize, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Ramp> {
    let fields = Fields::open(at, &keys::RAMP, c)?;
    let from = fields.get("from");
    let from = from.and_then(|it| quantity(&it, Wanted::share().above(), c));
    let months = fields.get("months");
    let months = months.and_then(|it| quantity(&it, Wanted::number(0.0, 120.0), c));
    let mentor = fields.get("mentor").map(|it| book.roles.find(&it, c));
    let teacher = mentor.flatten().unwrap_or(own);
    let mentoring = match fields.get("mentoring") {
        Some(it) => quantity(&it, Wanted::time(book.units_of_role(Some(teacher))), c),
        None => Some(Quantity::Known(0.0)),
    };
    let mentor = mentor.flatten().filter(|it| *it != own).map(RoleId::new);
    Some(Ramp { from: from?, months: months?, mentor, mentoring: mentoring? })
}
