//! Arrivals: at a rate, as a share of a mix, on dates, or caused by other work.

use super::book::Book;
use super::profile::Profile;
use crate::ids::DriverId;
use crate::scenario::keys;
use crate::scenario::model::{
    Arrival, ArrivalRate, Count, Days, Per, Quantity, Range, Recurrence, Share, Text,
};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, kind_of, list, named};
use crate::scenario::value::{Wanted, choice, count, quantity, time_of_day};

/// More items in a unit of time than any department could look at.
const MOST: f64 = 1e9;
/// Known shares may miss 100 % by half a percentage point: documents round.
const ROUNDING: f64 = 0.005;

/// A mix: the rate of all its streams, and the share of each.
#[derive(Debug)]
pub struct Mix {
    rate: Option<ArrivalRate>,
    shares: Vec<(usize, Quantity)>,
}

/// Reads every mix, in the order of the file.
pub fn mixes(root: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Vec<Mix> {
    let entries = root.get("mixes").map_or_else(Vec::new, |it| named(&it, c));
    entries
        .iter()
        .map(|(key, _, at)| mix(key, at, book, c))
        .collect()
}

fn mix(key: &str, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Mix {
    let Some(fields) = Fields::open(at, &keys::MIX, c) else {
        return Mix {
            rate: None,
            shares: Vec::new(),
        };
    };
    c.subject = fields.title("title", key, c);
    let rate = rate(&fields, book, c);
    let shares = fields
        .get("shares")
        .map_or_else(Vec::new, |it| shares(&it, book, c));
    Mix { rate, shares }
}

fn shares(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Vec<(usize, Quantity)> {
    let mut shares = Vec::new();
    let mut whole = true;
    let subject = c.subject.clone();
    for (name, _, share) in named(at, c) {
        let stream = book.streams.position(name);
        if stream.is_none() {
            book.streams.unknown(name, &share, c);
        }
        let title = stream
            .and_then(|it| book.stream_titles.get(it))
            .cloned()
            .flatten();
        c.subject = title.unwrap_or_else(|| Text {
            ru: format!("{}, {name}", subject.ru),
            en: format!("{}, {name}", subject.en),
        });
        let share = quantity(&share, Wanted::share(), c);
        whole &= stream.is_some() && share.is_some();
        shares.extend(stream.zip(share));
    }
    if whole {
        add_up(&shares, at, c);
    }
    shares
}

/// Known shares add up to 100 %; drawn ones must at least be able to.
fn add_up(shares: &[(usize, Quantity)], at: &At<'_>, c: &mut Check<'_>) {
    let bounds = shares.iter().map(|(_, share)| match share {
        Quantity::Known(it) => (*it, *it),
        Quantity::Uncertain(input, factor) => match c.inputs.get(*input).range {
            Range::Uniform { min, max } | Range::Triangular { min, max, .. } => {
                (min * factor, max * factor)
            }
        },
    });
    let (least, most) = bounds.fold((0.0, 0.0), |(low, high), (min, max)| {
        (low + min, high + max)
    });
    let percent = |it: f64| (it * 1_000.0).round() / 10.0;
    let (low, high) = (percent(least), percent(most));
    let sum = if low == high {
        format!("{low} %")
    } else {
        format!("{low}–{high} %")
    };
    if least > 1.0 + ROUNDING || most < 1.0 - ROUNDING {
        let what = say!(
            "доли в сумме {sum}, а не 100 %",
            "the shares add up to {sum}, not 100 %"
        );
        c.wrong(
            at,
            what,
            say!("поправьте доли до 100 %", "make them add up to 100 %"),
        );
    }
}

fn rate(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<ArrivalRate> {
    let rate = fields
        .get("rate")
        .and_then(|it| quantity(&it, Wanted::number(0.0, MOST), c));
    let per = fields.choice("per", c).map(|it| match it {
        "year" => Per::Year,
        "quarter" => Per::Quarter,
        "month" => Per::Month,
        "week" => Per::Week,
        "working-day" => Per::WorkingDay,
        "working-hour" => Per::WorkingHour,
        _ => Per::CalendarDay,
    });
    let driver = fields.get("driver").map(|it| book.drivers.find(&it, c));
    let factor = |key: &str, wanted: Wanted, c: &mut Check<'_>| match fields.get(key) {
        Some(it) => {
            if driver.is_none() {
                let what = say!(
                    "`{key}` без driver ничего не значит",
                    "`{key}` means nothing without a driver"
                );
                c.wrong(
                    &it,
                    what,
                    say!(
                        "добавьте driver или уберите `{key}`",
                        "add a driver or remove `{key}`"
                    ),
                );
            }
            quantity(&it, wanted, c)
        }
        None => Some(Quantity::Known(1.0)),
    };
    let at = factor("at", Wanted::amount().above(), c);
    let elasticity = factor("elasticity", Wanted::number(-5.0, 5.0), c);
    let profile = Profile::read(fields, Profile::flat(), c);
    let driver = match driver {
        Some(found) => Some(DriverId::new(found?)),
        None => None,
    };
    Some(ArrivalRate {
        rate: rate?,
        share: None,
        per: per?,
        driver,
        at: at?,
        elasticity: elasticity?,
        regular: profile.regular,
        months: profile.months,
        weekdays: profile.weekdays,
        hours: profile.hours,
        day_cv: profile.day_cv,
    })
}

/// Reads how a stream arrives.
pub fn arrival(
    own: usize,
    at: &At<'_>,
    mixes: &[Mix],
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Arrival> {
    if at.node.text().is_some() {
        return choice(at, &["spawned"], c).map(|_| Arrival::Spawned);
    }
    let kinds = [
        ("mix", &keys::ARRIVAL_MIX),
        ("on", &keys::ARRIVAL_ON),
        ("rate", &keys::ARRIVAL_RATE),
    ];
    if at.node.table().is_none() {
        let example = "{ rate = 5, per = \"month\" }";
        c.wrong_type(
            at,
            say!("как приходит работа", "how the work arrives"),
            example,
        );
        return None;
    }
    let (kind, keys) = *kind_of(at, &kinds, c)?;
    let fields = Fields::open(at, keys, c)?;
    match kind {
        "rate" => rate(&fields, book, c).map(Arrival::Rate),
        "on" => recurrence(&fields, book, c).map(Arrival::Recurrence),
        _ => of_mix(own, &fields, mixes, book, c).map(Arrival::Rate),
    }
}

fn of_mix(
    own: usize,
    fields: &Fields<'_>,
    mixes: &[Mix],
    book: &Book,
    c: &mut Check<'_>,
) -> Option<ArrivalRate> {
    let at = fields.get("mix")?;
    let mix = &mixes[book.mixes.find(&at, c)?];
    let Some((_, share)) = mix.shares.iter().find(|(stream, _)| *stream == own) else {
        let name = &book.streams.list()[own];
        let what = say!(
            "в этом потоке нет доли `{name}`",
            "this mix has no share for `{name}`"
        );
        c.wrong(
            &at,
            what,
            say!("добавьте её в shares", "add it to the shares"),
        );
        return None;
    };
    let all: Vec<Quantity> = mix.shares.iter().map(|(_, share)| *share).collect();
    let known = |it: &Quantity| match it {
        Quantity::Known(share) => Some(*share),
        Quantity::Uncertain(..) => None,
    };
    let sum: Option<f64> = all.iter().map(known).sum();
    let norm = sum.filter(|it| *it > 0.0).map_or(1.0, |it| 1.0 / it);
    let share = Share {
        own: share.times(norm),
        all: all.iter().map(|it| it.times(norm)).collect(),
    };
    let rate = mix.rate.clone()?;
    let base = Profile {
        regular: rate.regular,
        months: rate.months,
        weekdays: rate.weekdays,
        hours: rate.hours.clone(),
        day_cv: rate.day_cv,
    };
    let profile = Profile::read(fields, base, c);
    Some(ArrivalRate {
        share: Some(share),
        regular: profile.regular,
        months: profile.months,
        weekdays: profile.weekdays,
        hours: profile.hours,
        day_cv: profile.day_cv,
        ..rate
    })
}

/// Which further keys each recurrence knows.
const OF_DAYS: [(&str, &[&str]); 5] = [
    ("daily", &[]),
    ("weekly", &["weekdays", "every"]),
    ("month-day", &["day"]),
    ("month-span", &["from", "to"]),
    ("quarterly", &["day"]),
];

fn recurrence(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<Recurrence> {
    let on = fields.choice("on", c);
    let days = on.and_then(|on| days(on, fields, c));
    let count = fields.get("count");
    let count = count.map_or(Some(Count::Fixed(Quantity::Known(1.0))), |it| {
        self::count(&it, c)
    });
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
    Some(Recurrence {
        days: days?,
        at,
        count: count?,
        driver,
    })
}

fn days(on: &'static str, fields: &Fields<'_>, c: &mut Check<'_>) -> Option<Days> {
    for key in ["weekdays", "every", "day", "from", "to"] {
        let belongs = OF_DAYS
            .iter()
            .any(|(kind, keys)| *kind == on && keys.contains(&key));
        if let Some(at) = fields.get(key).filter(|_| !belongs) {
            let of = OF_DAYS
                .iter()
                .filter(|(_, keys)| keys.contains(&key))
                .map(|(kind, _)| *kind);
            let of = of.collect::<Vec<_>>().join(", ");
            let what = say!(
                "`{key}` не относится к \"{on}\"",
                "`{key}` does not belong to \"{on}\""
            );
            c.wrong(
                &at,
                what,
                say!("`{key}` бывает у: {of}", "`{key}` is for {of}"),
            );
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
            let every = if fields.has("every") {
                fields.whole("every", c)
            } else {
                Some(1)
            };
            let Some(at) = fields.get("weekdays") else {
                let what = say!(
                    "для \"weekly\" нужен ключ `weekdays`",
                    "\"weekly\" needs `weekdays`"
                );
                c.wrong(
                    fields.at(),
                    what,
                    say!("weekdays = [\"mon\"]", "weekdays = [\"mon\"]"),
                );
                return None;
            };
            let mut weekdays = Vec::new();
            for day in list(&at, c)? {
                let name = choice(&day, keys::weekdays(), c)?;
                weekdays.extend(
                    keys::weekdays()
                        .iter()
                        .position(|it| *it == name)
                        .map(|it| it as u8),
                );
            }
            weekdays.sort_unstable();
            weekdays.dedup();
            if weekdays.is_empty() {
                let what = say!("нет ни одного дня", "there is no day");
                c.wrong(
                    &at,
                    what,
                    say!("weekdays = [\"mon\"]", "weekdays = [\"mon\"]"),
                );
                return None;
            }
            Some(Days::Weekly {
                weekdays,
                every: every? as u32,
            })
        }
        "month-day" => needed("day", c).map(Days::MonthDay),
        "quarterly" => {
            let day = if fields.has("day") {
                needed("day", c)
            } else {
                Some(1)
            };
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

/// Shares of streams that do not arrive by the mix are lost volume.
pub fn unused_shares(
    root: &Fields<'_>,
    book: &Book,
    streams: &[Option<String>],
    c: &mut Check<'_>,
) {
    let entries = root.get("mixes").map_or_else(Vec::new, |it| it.children());
    for (mix, _, at) in entries {
        let shares = at.child("shares").map_or_else(Vec::new, |it| it.children());
        for (name, _, share) in shares {
            let Some(position) = book.streams.position(name) else {
                continue;
            };
            if streams
                .get(position)
                .is_some_and(|it| it.as_deref() != Some(mix))
            {
                let what = say!(
                    "`{name}` не приходит из потока `{mix}`",
                    "`{name}` does not arrive by the mix `{mix}`"
                );
                let instead = say!(
                    "arrival = {{ mix = \"{mix}\" }} в [streams.\"{name}\"], или уберите долю",
                    "arrival = {{ mix = \"{mix}\" }} in [streams.\"{name}\"], or remove the share"
                );
                c.wrong(&share, what, instead);
            }
        }
    }
}
