//! `zone` of a calendar: the clock by which its hours are written.

use crate::calendar::Abroad;
use crate::scenario::keys::CalendarFile;
use crate::scenario::keys::forms::{May, Name};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::suggestion::suggestion;
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
    let written = word(at, c)?;
    // A name in other capitals is the same zone to the database, and another one to a reader.
    if let Ok(zone) = TimeZone::get(&written) {
        return Some(zone);
    }
    let known: Vec<String> = jiff::tz::db().available().map(|it| it.to_string()).collect();
    let city = format!("/{}", written.trim().replace(' ', "_").to_lowercase());
    let of_city = known.iter().find(|it| it.to_lowercase().ends_with(&city));
    let meant = of_city.map(String::as_str);
    let meant = meant.or_else(|| suggestion(&written, known.iter().map(String::as_str)));
    let what = say!("нет такого часового пояса: `{written}`", "no such time zone: `{written}`");
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
