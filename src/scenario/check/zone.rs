//! `zone` of a calendar: the clock by which its hours are written.

use crate::calendar::Abroad;
use crate::scenario::keys::CalendarFile;
use crate::scenario::keys::forms::{May, Name};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::suggestion::suggestion;
use crate::scenario::tree::Value;
use crate::scenario::value::word;
use jiff::tz::TimeZone;

/// The clock of the scenario: the zone of its own calendar. What is wrong is told when that is read.
pub(crate) fn of_scenario(calendar: Option<&At<'_>>, c: &mut Check<'_>) -> Option<TimeZone> {
    let zone = calendar.and_then(|it| CalendarFile::of(it).zone.at)?;
    let before = c.problems.len();
    let found = named(&zone, c);
    c.problems.truncate(before);
    found
}

/// The clock of a calendar, where it is not that of the scenario.
pub(crate) fn abroad(
    zone: &May<'_, Name>,
    here: Option<&TimeZone>,
    c: &mut Check<'_>,
) -> Option<Abroad> {
    let at = zone.at.as_ref()?;
    let there = named(at, c)?;
    let Some(here) = here else {
        let what = say!(
            "не сказано, по какому времени идёт сам сценарий",
            "the clock of the scenario itself is not said"
        );
        let instead = say!(
            "напишите часовой пояс и в [calendar], например: zone = \"Europe/Moscow\"",
            "write a time zone in [calendar] too, for instance zone = \"America/New_York\""
        );
        c.wrong(at, what, instead);
        return None;
    };
    Abroad::new(here.clone(), there)
}

/// A time zone by its name in the tz database.
fn named(at: &At<'_>, c: &mut Check<'_>) -> Option<TimeZone> {
    let written = match at.node.value {
        Value::Whole(hours) if (-12..=14).contains(&hours) => format!("{hours:+}"),
        _ => word(at, c)?,
    };
    // A name in other capitals is the same zone to the database, and another one to a reader.
    if let Ok(zone) = TimeZone::get(&written) {
        return Some(zone);
    }
    let known: Vec<String> = jiff::tz::db().available().map(|it| it.to_string()).collect();
    let city = format!("/{}", written.trim().replace(' ', "_").to_lowercase());
    // The signs of `Etc/GMT-5` are the other way round: nobody means it by its end.
    let is_place = |it: &&String| !it.starts_with("Etc/");
    let mut places = known.iter().filter(is_place);
    let of_city = places.find(|it| it.to_lowercase().ends_with(&city));
    let meant = by_name(&written).or(of_city.map(String::as_str));
    let what = say!("нет такого часового пояса: `{written}`", "no such time zone: `{written}`");
    if let (None, Some(minutes)) = (meant, offset(&written)) {
        let (place, fixed) = places_of(minutes);
        let instead = match fixed {
            Some(fixed) => say!(
                "место, чьё время это: \"{place}\"; без летнего времени — \"{fixed}\" (знак в таком имени обратный)",
                "a place whose clock it is, such as \"{place}\"; without summer time \"{fixed}\" (the sign in such a name is the other way round)"
            ),
            None => say!(
                "место, чьё время это, например \"{place}\"",
                "a place whose clock it is, such as \"{place}\""
            ),
        };
        c.wrong(at, what, instead);
        return None;
    }
    let meant = meant.or_else(|| suggestion(&written, known.iter().map(String::as_str)));
    let instead = match meant {
        Some(meant) => say!("возможно, \"{meant}\"?", "did you mean \"{meant}\"?"),
        None => say!(
            "имя из базы tz — материк и город: \"Europe/Moscow\", \"Asia/Almaty\"",
            "a name of the tz database, continent and city: \"America/New_York\", \"Europe/Berlin\""
        ),
    };
    c.wrong(at, what, instead);
    None
}

/// What people call time zones that have other names, and a place of each.
const NAMES: [(&[&str], &str); 10] = [
    (&["мск", "msk", "moscow time", "москва", "московское"], "Europe/Moscow"),
    (&["eastern", "est/edt", "edt", "et", "eastern time"], "America/New_York"),
    (&["central", "cst", "cdt", "ct", "central time"], "America/Chicago"),
    (&["mountain", "mdt", "mt", "mountain time"], "America/Denver"),
    (&["pacific", "pst", "pdt", "pt", "pacific time"], "America/Los_Angeles"),
    (&["bst", "uk", "england"], "Europe/London"),
    (&["cest", "germany"], "Europe/Berlin"),
    (&["екб", "екатеринбург"], "Asia/Yekaterinburg"),
    (&["ist", "india"], "Asia/Kolkata"),
    (&["алматы", "алма-ата"], "Asia/Almaty"),
];

fn by_name(written: &str) -> Option<&'static str> {
    let lower = written.trim().to_lowercase();
    NAMES.iter().find(|it| it.0.contains(&lower.as_str())).map(|it| it.1)
}

/// Minutes that a clock is ahead of that of Greenwich: `UTC+3`, `GMT-5`, `+05:30`, `МСК+2`.
fn offset(written: &str) -> Option<i32> {
    let lower = written.trim().to_lowercase().replace('\u{2212}', "-");
    let (base, rest) = lower.split_at(lower.find(['+', '-'])?);
    let base = match base.trim() {
        "" | "utc" | "gmt" => 0,
        "мск" | "msk" => 180,
        _ => return None,
    };
    let (hours, minutes) = rest[1..].trim().split_once(':').unwrap_or((rest[1..].trim(), "0"));
    let ahead = hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?;
    let ahead = base + if rest.starts_with('-') { -ahead } else { ahead };
    (-720..=840).contains(&ahead).then_some(ahead)
}

/// A place with such a clock in winter, and the zone of the same clock the whole year, where there is one.
fn places_of(minutes: i32) -> (&'static str, Option<String>) {
    const PLACES: [(i32, &str); 20] = [
        (-600, "Pacific/Honolulu"),
        (-540, "America/Anchorage"),
        (-480, "America/Los_Angeles"),
        (-420, "America/Denver"),
        (-360, "America/Chicago"),
        (-300, "America/New_York"),
        (-180, "America/Sao_Paulo"),
        (60, "Europe/Berlin"),
        (120, "Europe/Kaliningrad"),
        (180, "Europe/Moscow"),
        (240, "Asia/Dubai"),
        (300, "Asia/Yekaterinburg"),
        (330, "Asia/Kolkata"),
        (360, "Asia/Omsk"),
        (420, "Asia/Krasnoyarsk"),
        (480, "Asia/Irkutsk"),
        (540, "Asia/Yakutsk"),
        (600, "Asia/Vladivostok"),
        (660, "Asia/Magadan"),
        (720, "Asia/Kamchatka"),
    ];
    let place = PLACES.iter().find(|it| it.0 == minutes).map_or("Europe/London", |it| it.1);
    // Their signs are those of the sea: what is ahead of Greenwich has a minus.
    let fixed = (minutes % 60 == 0 && minutes != 0).then(|| format!("Etc/GMT{:+}", -minutes / 60));
    (place, fixed)
}
