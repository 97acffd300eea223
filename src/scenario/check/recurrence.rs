//! Arrivals on dates.

use super::book::Book;
use crate::ids::DriverId;
use crate::scenario::keys;
use crate::scenario::model::{Count, Days, Quantity, Recurrence};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, list};
use crate::scenario::value::{Wanted, choice, count, quantity, time_of_day};

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
    fields: &Fields<'_>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Recurrence> {
    let on = fields.choice("on", c);
    let days = on.and_then(|on| days(on, fields, c));
    let count = fields.get("count");
    let count = count.map_or(Some(Count::Fixed(Quantity::Known(1.0))), |it| self::count(&it, c));
    let driver = fields.get("driver").map(|it| book.drivers.find(&it, c));
    let at = fields.get("at");
    let is_time =
        |it: &At<'_>| driver.is_none() || it.node.text().is_some_and(|it| it.contains(':'));
    let time = fields.get("at_time").or_else(|| at.clone().filter(is_time));
    let time = time.map(|it| time_of_day(&it, c));
    let level = match at.filter(|it| !is_time(it)) {
        Some(it) => quantity(&it, Wanted::amount().above(), c),
        None => Some(Quantity::Known(1.0)),
    };
    let at = match time {
        Some(time) => Some(time?),
        None => None,
    };
    let driver = match driver {
        Some(found) => Some((DriverId::new(found?), level?)),
        None => None,
    };
    Some(Recurrence { days: days?, at, count: count?, driver })
}

fn days(on: &'static str, fields: &Fields<'_>, c: &mut Check<'_>) -> Option<Days> {
    for key in ["weekdays", "every", "day", "from", "to"] {
        let belongs = OF_DAYS.iter().any(|(kind, keys)| *kind == on && keys.contains(&key));
        if let Some(at) = fields.get(key).filter(|_| !belongs) {
            let of = OF_DAYS.iter().filter(|(_, keys)| keys.contains(&key)).map(|(kind, _)| *kind);
            let of = of.collect::<Vec<_>>().join(", ");
            let what =
                say!("`{key}` не относится к \"{on}\"", "`{key}` does not belong to \"{on}\"");
            c.wrong(&at, what, say!("`{key}` бывает у: {of}", "`{key}` is for {of}"));
        }
    }
    let needed = |key: &str, c: &mut Check<'_>| {
        if !fields.has(key) {
            let what = say!("для \"{on}\" нужен ключ `{key}`", "\"{on}\" needs `{key}`");
            c.wrong(fields.at(), what, say!("добавьте `{key}`", "add `{key}`"));
        }
        fields.whole(key, c).map(|it| it as u8)
    };
    match on {
        "daily" => Some(Days::Daily),
        "weekly" => {
            let every = if fields.has("every") { fields.whole("every", c) } else { Some(1) };
            let Some(at) = fields.get("weekdays") else {
                let what =
                    say!("для \"weekly\" нужен ключ `weekdays`", "\"weekly\" needs `weekdays`");
                c.wrong(fields.at(), what, say!("weekdays = [\"mon\"]", "weekdays = [\"mon\"]"));
                return None;
            };
            let mut weekdays = Vec::new();
            for day in list(&at, c)? {
                weekdays.push(choice(&day, &keys::WEEKDAYS, c)? as u8);
            }
            weekdays.sort_unstable();
            weekdays.dedup();
            if weekdays.is_empty() {
                let what = say!("нет ни одного дня", "there is no day");
                c.wrong(&at, what, say!("weekdays = [\"mon\"]", "weekdays = [\"mon\"]"));
                return None;
            }
            Some(Days::Weekly { weekdays, every: every? as u32 })
        }
        "month-day" => needed("day", c).map(Days::MonthDay),
        "quarterly" => {
            let day = if fields.has("day") { needed("day", c) } else { Some(1) };
            day.map(Days::Quarterly)
        }
        _ => {
            let (from, to) = (needed("from", c), needed("to", c));
            let (from, to) = (from?, to?);
            if from > to {
                let what = say!("from больше to", "from is after to");
                c.wrong(
                    fields.at(),
                    what,
                    say!("from = {to}, to = {from}", "from = {to}, to = {from}"),
                );
                return None;
            }
            Some(Days::MonthSpan(from, to))
        }
    }
}
