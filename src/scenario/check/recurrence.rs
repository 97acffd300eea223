//! Arrivals on dates.

use super::book::Book;
use crate::ids::DriverId;
use crate::scenario::keys::forms::{May, Whole};
use crate::scenario::keys::{self, ArrivalOnFile, ONE, RECURRENCES};
use crate::scenario::model::{Days, Recurrence};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};
use crate::scenario::value::{Wanted, choice, quantity, time_of_day};

/// Which further keys each recurrence knows.
const OF_DAYS: [(&str, &[&str]); 5] = [
    ("daily", &[]),
    ("weekly", &["weekdays", "every"]),
    ("month-day", &["day"]),
    ("month-span", &["from", "to"]),
    ("quarterly", &["day"]),
];

/// Reads work that comes on dates.
pub(crate) fn recurrence(
    table: &At<'_>,
    file: ArrivalOnFile<'_>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Recurrence> {
    let on = file.on.with(|it| choice(it, &RECURRENCES, c)).map(|it| RECURRENCES[it]);
    let days = on.and_then(|on| days(on, table, c));
    let count = file.count.read(c);
    let driver = file.driver.with(|it| book.drivers.find(it, c).map(DriverId::new));
    let level = file.at.at.clone();
    let is_time =
        |it: &At<'_>| file.driver.at.is_none() || it.node.text().is_some_and(|it| it.contains(':'));
    let time = file.at_time.at.clone().or_else(|| level.clone().filter(is_time));
    let time = time.map_or(Some(None), |it| time_of_day(&it, c).map(Some));
    let level = level.filter(|it| !is_time(it));
    let level = level.map_or(Some(ONE), |it| quantity(&it, Wanted::amount().above(), c));
    let driver = match driver? {
        Some(driver) => Some((driver, level?)),
        None => None,
    };
    Some(Recurrence { days: days?, at: time?, count: count?, driver })
}

fn days(on: &'static str, at: &At<'_>, c: &mut Check<'_>) -> Option<Days> {
    let file = ArrivalOnFile::of(at);
    let stated = [
        ("weekdays", &file.weekdays.at),
        ("every", &file.every.at),
        ("day", &file.day.at),
        ("from", &file.from.at),
        ("to", &file.to.at),
    ];
    for (key, at) in stated {
        let belongs = OF_DAYS.iter().any(|(kind, keys)| *kind == on && keys.contains(&key));
        if let (Some(at), false) = (at, belongs) {
            let of = OF_DAYS.iter().filter(|(_, keys)| keys.contains(&key)).map(|(kind, _)| *kind);
            let of = of.collect::<Vec<_>>().join(", ");
            let what =
                say!("`{key}` не относится к \"{on}\"", "`{key}` does not belong to \"{on}\"");
            c.wrong(at, what, say!("`{key}` бывает у: {of}", "`{key}` is for {of}"));
        }
    }
    let needed = |key: &str, day: &May<'_, Whole<u8>>, c: &mut Check<'_>| {
        if day.at.is_none() {
            let what = say!("для \"{on}\" нужен ключ `{key}`", "\"{on}\" needs `{key}`");
            c.wrong(at, what, say!("добавьте `{key}`", "add `{key}`"));
        }
        day.read(c).flatten()
    };
    match on {
        "daily" => Some(Days::Daily),
        "weekly" => {
            let every = file.every.read(c);
            let Some(list_at) = &file.weekdays.at else {
                let what =
                    say!("для \"weekly\" нужен ключ `weekdays`", "\"weekly\" needs `weekdays`");
                c.wrong(at, what, say!("weekdays = [\"mon\"]", "weekdays = [\"mon\"]"));
                return None;
            };
            let mut weekdays = Vec::new();
            for day in list(list_at, c)? {
                weekdays.push(choice(&day, &keys::WEEKDAYS, c)? as u8);
            }
            weekdays.sort_unstable();
            weekdays.dedup();
            if weekdays.is_empty() {
                let what = say!("нет ни одного дня", "there is no day");
                c.wrong(list_at, what, say!("weekdays = [\"mon\"]", "weekdays = [\"mon\"]"));
                return None;
            }
            Some(Days::Weekly { weekdays, every: every? })
        }
        "month-day" => needed("day", &file.day, c).map(Days::MonthDay),
        "quarterly" => Some(Days::Quarterly(file.day.read(c)?.unwrap_or(1))),
        _ => {
            let (from, to) = (needed("from", &file.from, c), needed("to", &file.to, c));
            let (from, to) = (from?, to?);
            if from > to {
                let what = say!("from больше to", "from is after to");
                c.wrong(at, what, say!("from = {to}, to = {from}", "from = {to}, to = {from}"));
                return None;
            }
            Some(Days::MonthSpan(from, to))
        }
    }
}
