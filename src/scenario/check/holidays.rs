//! Public holidays of a calendar: `base`, a country, and `holidays`, a file of a calendar program.

use crate::calendar::{BASES, Base, IcsError, Timeline, days_of_ics};
use crate::scenario::model::Text;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::suggestion::suggestion;
use crate::scenario::tree::Place;
use crate::scenario::value::word;
use jiff::civil::Date;

/// What people call countries beside their codes.
const ALSO: [(&str, &str); 18] = [
    ("usa", "us"),
    ("uk", "gb"),
    ("en", "gb"),
    ("russia", "ru"),
    ("germany", "de"),
    ("kazakhstan", "kz"),
    ("united states", "us"),
    ("united kingdom", "gb"),
    ("england", "gb"),
    ("france", "fr"),
    ("spain", "es"),
    ("italy", "it"),
    ("poland", "pl"),
    ("canada", "ca"),
    ("сша", "us"),
    ("россия", "ru"),
    ("казахстан", "kz"),
    ("беларусь", "by"),
];

/// The public holidays that a word names.
pub(crate) fn base(at: &At<'_>, c: &mut Check<'_>) -> Option<Base> {
    let written = word(at, c)?;
    if let Some((code, base)) = BASES.iter().find(|it| it.0 == written) {
        if let Base::Country(country) = base
            && country.decrees
        {
            c.note(say!(
                "Праздники `{code}` — по закону. Дни, которые правительство переносит постановлениями, программа не знает: впишите их в days_off и working_days",
                "Holidays of `{code}` are those of the law. Days that its government moves by decree are not known: state them in days_off and working_days"
            ));
        }
        return Some(*base);
    }
    let small = written.to_lowercase();
    let also = ALSO.iter().find(|it| it.0 == small).map(|it| it.1);
    let codes = || BASES.iter().map(|it| it.0);
    let near = also.or_else(|| codes().find(|it| *it == small));
    let near = near.or_else(|| suggestion(&small, codes().filter(|it| it.len() > 2)));
    let short: String = written.chars().take(40).collect();
    let known = codes().collect::<Vec<_>>().join(", ");
    let what = say!("праздники \"{short}\" неизвестны", "holidays of \"{short}\" are not known");
    let instead = match near {
        Some(near) => say!("напишите \"{near}\"", "write \"{near}\""),
        None => say!(
            "известны: {known}; для другой страны — base = \"none\" и её даты в days_off или файл: holidays = \"праздники.ics\"",
            "known are {known}; for another country base = \"none\" and its dates in days_off, or a file: holidays = \"holidays.ics\""
        ),
    };
    c.wrong_value(at, what, instead);
    None
}

/// Says that there are no holidays, where nothing says which and the currency is of no known country.
pub(crate) fn note_none(calendar: Option<&At<'_>>, home: Base, c: &mut Check<'_>) {
    let states = |key| calendar.is_some_and(|it| it.child(key).is_some());
    if home == Base::None && !["base", "holidays", "days_off"].iter().any(|it| states(it)) {
        c.note(say!(
            "Праздников в календаре нет. Напишите в [calendar] страну: base = \"us\", \"gb\", \"de\" … — или base = \"none\", если их и не бывает",
            "The calendar has no public holidays. Name a country in [calendar]: base = \"us\", \"gb\", \"de\" … , or base = \"none\" where there are none"
        ));
    }
}

/// The days off of a file, within the span and the years around it.
pub(crate) fn of_file(at: &At<'_>, timeline: &Timeline, c: &mut Check<'_>) -> Vec<Date> {
    if at.node.list().is_some() {
        let written = c.files.text(at.node.place);
        let short = written.len() <= 60 && !written.contains('\n');
        let dates = if short { written.replace('"', "") } else { "[2026-12-25]".to_owned() };
        let what =
            say!("holidays — имя файла, а не даты", "holidays is the name of a file, not dates");
        let instead =
            say!("даты пишутся так: days_off = {dates}", "dates are written days_off = {dates}");
        c.wrong_value(at, what, instead);
        return Vec::new();
    }
    let Some(name) = word(at, c) else { return Vec::new() };
    let folder = c.files.get(at.node.place.file).folder.as_deref();
    let Some(file) = c.files.find(&name, folder) else {
        let what = say!("здесь другой файл прочитать нельзя", "no other file can be read here");
        let instead = say!(
            "напишите holidays в [calendar] сценария, который сохранён в файл",
            "write holidays in [calendar] of a scenario that is saved to a file"
        );
        c.wrong(at, what, instead);
        return Vec::new();
    };
    let (first, end) = (timeline.start(), timeline.first_day(timeline.months()));
    let years = timeline.origin().year()..=timeline.date_of(timeline.table_days() - 1).year();
    let found = days_of_ics(&c.files.get(file).text, years);
    for (bytes, error) in &found.wrong {
        let place = Place { file, start: bytes.start as u32, end: bytes.end as u32 };
        let (what, instead) = words(*error);
        c.wrong_at(place, "", what, instead);
    }
    let within = found.days.iter().filter(|it| (first..end).contains(it)).count();
    if found.wrong.is_empty() {
        let last = end.yesterday().unwrap_or(end);
        c.note(match within {
            0 => say!(
                "В `{name}` нет ни одного дня с {first} по {last}: праздников в сценарии не будет",
                "`{name}` has no day from {first} to {last}: the scenario has no holidays from it"
            ),
            _ => say!(
                "Из `{name}` взято нерабочих дней: {within} (с {first} по {last}); все события файла считаются нерабочими днями",
                "Days off taken from `{name}`: {within} (from {first} to {last}); every event of the file counts as a day off"
            ),
        });
    }
    found.days.into_iter().collect()
}

/// What is wrong with a line of the file, and what to do.
fn words(error: IcsError) -> (Text, Text) {
    match error {
        IcsError::NoCalendar => (
            say!("это не календарь iCalendar", "this is not an iCalendar file"),
            say!(
                "файл .ics начинается с BEGIN:VCALENDAR: выгрузите его из календаря",
                "an .ics file begins with BEGIN:VCALENDAR: export it from a calendar"
            ),
        ),
        IcsError::NoEnd => (
            say!("событие не закончено", "the event does not end"),
            say!("нужна строка END:VEVENT", "a line END:VEVENT is needed"),
        ),
        IcsError::NoDate => (
            say!("событие без даты", "an event without a date"),
            say!(
                "нужна строка DTSTART;VALUE=DATE:20260101",
                "a line DTSTART;VALUE=DATE:20260101 is needed"
            ),
        ),
        IcsError::Date => (
            say!("такой даты нет", "there is no such date"),
            say!("дата пишется так: 20260101", "a date is written 20260101"),
        ),
        IcsError::Timed => (
            say!(
                "событие со временем — это не нерабочий день",
                "an event with a time is no day off"
            ),
            say!(
                "оставьте в файле только события на весь день",
                "leave only events of whole days in the file"
            ),
        ),
        IcsError::End => (
            say!(
                "событие кончается раньше или длится больше года",
                "the event ends before its start or lasts more than a year"
            ),
            say!(
                "DTEND — день после последнего; длительность — в днях: P2D",
                "DTEND is the day after the last one; a duration is in days: P2D"
            ),
        ),
        IcsError::Rule => (
            say!("такое повторение не понято", "this repetition is not understood"),
            say!(
                "повторение бывает только ежегодным (FREQ=YEARLY); остальные даты запишите отдельными событиями",
                "only every year (FREQ=YEARLY) repeats; write other dates as events of their own"
            ),
        ),
    }
}
