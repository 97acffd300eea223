//! `[calendar]` and `[calendars.…]`: when people work.

use super::holidays;
use super::rota;
use super::zone;
use crate::calendar::{
    Base, DayHours, Exceptions, Hours, HoursError, Pattern, Schedule, Timeline, WorkingTime,
};
use crate::ids::CalendarId;
use crate::scenario::keys::{self, CalendarFile, DaysOffFile, HoursOfFile, WorkingDaysFile};
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list, own_names};
use crate::scenario::value::{Units, choice, date, meant, minutes};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// An ordinary working day in Russia.
const HOURS: [(u16, u16); 2] = [(9 * 60, 13 * 60), (14 * 60, 18 * 60)];
/// Minutes in a day.
const DAY: u16 = 24 * 60;
/// No calendar of people has longer exceptions: ten years.
const MOST_DAYS: i32 = 3_660;

/// All calendars of a scenario.
#[derive(Debug)]
pub(crate) struct Calendars {
    /// Names; the first is the scenario's own and has none.
    pub(crate) names: Names,
    /// As written: of each name, and then of each turn of those by which people take turns.
    pub(crate) written: Vec<Schedule>,
    /// Compiled; of a name by which people take turns, the hours in which one of them is there.
    pub(crate) times: Vec<WorkingTime>,
    /// What a day and a week of work are.
    pub(crate) units: Vec<Units>,
    /// Calendars by which people take turns, and that of each turn.
    pub(crate) rotas: Vec<(CalendarId, Vec<CalendarId>)>,
}

/// Reads and compiles every calendar; the scenario's own is the first.
pub(crate) fn all(root: &At<'_>, timeline: &Timeline, home: Base, c: &mut Check<'_>) -> Calendars {
    holidays::note_none(root.child("calendar").as_ref(), home, c);
    let mut names = Names::new("календарь", "calendar", [String::new()]);
    let mut entries: Vec<Option<At<'_>>> = vec![root.child("calendar")];
    if let Some(calendars) = root.child("calendars") {
        for (name, _, at) in own_names(&calendars, c) {
            names.add(name);
            entries.push(Some(at));
        }
    }
    let here = zone::of_scenario(entries[0].as_ref(), c);
    let mut hours: Vec<Option<Hours>> = Vec::with_capacity(entries.len());
    for at in &entries {
        let own = at.iter().find(|it| it.child("rota").is_none());
        let read = own.map(|it| written(it, timeline, (home, here.as_ref()), c));
        hours.push(read.map(|it| it.unwrap_or_else(|| ordinary(home))));
    }
    let mut weeks = Vec::with_capacity(entries.len());
    for (at, own) in entries.iter().zip(&hours) {
        weeks.push(match (at, own) {
            (_, Some(own)) => vec![own.clone()],
            (Some(at), None) => rota::weeks(at, &names, &hours, c),
            (None, None) => vec![ordinary(home)],
        });
    }
    let first =
        |it: &Vec<Hours>| Schedule::of(it.first().cloned().unwrap_or_else(|| ordinary(home)));
    let mut all = Calendars {
        names,
        written: weeks.iter().map(first).collect(),
        times: Vec::new(),
        units: Vec::new(),
        rotas: Vec::new(),
    };
    all.times = all.written.iter().map(|it| it.compile(timeline)).collect();
    for (named, weeks) in weeks.iter().enumerate() {
        let turns = Schedule::turns(weeks);
        if turns.len() > 1 {
            all.times[named] = Schedule::united(timeline, &turns.iter().collect::<Vec<_>>());
            let ids = (all.times.len()..).take(turns.len()).map(CalendarId::new).collect();
            all.times.extend(turns.iter().map(|it| it.compile(timeline)));
            all.written.extend(turns);
            all.rotas.push((CalendarId::new(named), ids));
        }
    }
    let units =
        |it: &WorkingTime| Units::working(it.regular_day().seconds(), it.regular_week().seconds());
    all.units = all.times.iter().map(units).collect();
    all
}

fn ordinary(home: Base) -> Hours {
    let hours = DayHours::new(&HOURS).unwrap_or_default();
    let pattern = Pattern::monday_to_friday(hours);
    let exceptions = Exceptions::default();
    Hours { pattern, exceptions, base: home, break_turns: 1, abroad: None }
}

fn written(
    at: &At<'_>,
    timeline: &Timeline,
    (home, here): (Base, Option<&TimeZone>),
    c: &mut Check<'_>,
) -> Option<Hours> {
    let before = c.problems.len();
    let file = CalendarFile::open(at, c)?;
    let usual = file.hours.or(DayHours::new(&HOURS).ok(), |it| Some(hours(it, c)));
    let usual = usual.flatten().unwrap_or_default();
    let days = file.days.or([true, true, true, true, true, false, false], |it| days(it, c));
    let works = days.unwrap_or_default();
    let mut week = works.map(|it| if it { usual.clone() } else { DayHours::closed() });
    if let Some(own) = file.hours_of.with(|it| HoursOfFile::open(it, c)).flatten() {
        let own = [own.mon, own.tue, own.wed, own.thu, own.fri, own.sat, own.sun];
        for (day, own) in week.iter_mut().zip(own) {
            if let Some(own) = own.with(|it| hours(it, c)).flatten() {
                *day = own;
            }
        }
    }
    let mut exceptions = exceptions(&file, c);
    if let Some(at) = &file.holidays.at {
        exceptions.days_off.extend(holidays::of_file(at, timeline, c));
    }
    let base = match &file.base.at {
        Some(at) => holidays::base(at, c).unwrap_or(home),
        None => home,
    };
    let abroad = zone::abroad(&file.zone, here, c);
    if c.problems.len() == before && week.iter().all(DayHours::is_closed) {
        let what =
            say!("в этом календаре нет рабочего времени", "nobody ever works in this calendar");
        let instead = say!(
            "hours = [\"09:00-13:00\", \"14:00-18:00\"]",
            "hours = [\"09:00-13:00\", \"14:00-18:00\"]"
        );
        c.wrong(at, what, instead);
    }
    if c.problems.len() > before {
        return None;
    }
    let pattern = Pattern::new(week);
    let break_turns = rota::break_turns(file.break_turns, &pattern, c)?;
    Some(Hours { pattern, exceptions, base, break_turns, abroad })
}

fn exceptions(file: &CalendarFile<'_>, c: &mut Check<'_>) -> Exceptions {
    let mut exceptions = Exceptions::default();
    if let (Some(seconds), Some(at)) = (file.short_by.read(c).flatten(), &file.short_by.at) {
        if seconds > 86_400.0 {
            let what = say!("больше суток", "more than a day");
            c.wrong(at, what, say!("например: \"1h\"", "for instance \"1h\""));
        }
        exceptions.short_by = (seconds / 60.0).min(1_440.0) as u16;
    }
    for at in file.days_off.or(Vec::new(), |it| list(it, c)).unwrap_or_default() {
        exceptions.days_off.extend(dates(&at, DaysOffFile::open, c));
    }
    for at in file.working_days.or(Vec::new(), |it| list(it, c)).unwrap_or_default() {
        let own = WorkingDaysFile::of(&at).hours.with(|it| hours(it, c)).flatten();
        let open = WorkingDaysFile::open;
        for day in dates(&at, |at, c| Some(DaysOffFile::of(&open(at, c)?.dates.at)), c) {
            exceptions.working_days.insert(day, own.clone());
        }
    }
    for at in file.short_days.or(Vec::new(), |it| list(it, c)).unwrap_or_default() {
        exceptions.short_days.extend(date(&at, c));
    }
    exceptions
}

/// The days of a dated exception: a date, or `{ date }`, or `{ from, to }`.
fn dates<'a>(
    at: &At<'a>,
    open: impl FnOnce(&At<'a>, &mut Check<'_>) -> Option<DaysOffFile<'a>>,
    c: &mut Check<'_>,
) -> Vec<Date> {
    if at.node.table().is_none() {
        return date(at, c).into_iter().collect();
    }
    let Some(file) = open(at, c) else {
        return Vec::new();
    };
    match (&file.date.at, &file.from.at, &file.to.at) {
        (Some(one), None, None) => date(one, c).into_iter().collect(),
        (None, Some(from), Some(to)) => {
            let (Some(first), Some(last)) = (date(from, c), date(to, c)) else {
                return Vec::new();
            };
            let length = first.until(last).map_or(0, |it| it.get_days());
            if !(0..=MOST_DAYS).contains(&length) {
                let what =
                    say!("с {first} по {last}: так не бывает", "from {first} to {last} cannot be");
                c.wrong(at, what, say!("from не позже to", "from must not be after to"));
                return Vec::new();
            }
            first.series(jiff::Span::new().days(1)).take_while(|it| *it <= last).collect()
        }
        _ => {
            let what = say!("нужна дата или период", "a date or a period is needed");
            let instead = say!(
                "{{ date = … }} или {{ from = …, to = … }}",
                "{{ date = … }} or {{ from = …, to = … }}"
            );
            c.wrong(at, what, instead);
            Vec::new()
        }
    }
}

fn days(at: &At<'_>, c: &mut Check<'_>) -> Option<[bool; 7]> {
    let mut works = [false; 7];
    for day in list(at, c)? {
        if let Some(day) = choice(&day, &keys::WEEKDAYS, c) {
            works[day] = true;
        }
    }
    Some(works)
}

/// A minute before midnight, in minutes since the last one: typed by people who mean midnight.
const LAST_MINUTE: u16 = 24 * 60 - 1;
/// No shift over midnight is longer: what would be is a slip, as `09:00-05:00` by whoever means five
/// in the afternoon.
const LONGEST_NIGHT: u16 = 16 * 60;
/// What is written after a night and begins no later after its end comes after a break in it.
const LONGEST_BREAK: u16 = 4 * 60;

/// The hours of a day: `["09:00-13:00", "14:00-18:00"]`, or of a night: `["22:00-06:00"]`.
fn hours(at: &At<'_>, c: &mut Check<'_>) -> Option<DayHours> {
    let items = list(at, c)?;
    let mut intervals = Vec::new();
    let mut night_ends = None;
    let before = c.problems.len();
    for item in &items {
        let text = item.node.text();
        let ends = text.and_then(|it| it.split_once(['-', '–', '—']));
        let interval = ends.and_then(|(from, to)| Some((minutes(from)?, minutes(to)?)));
        let Some((mut from, mut to)) = interval else {
            let what = say!("это не часы работы", "these are not hours of work");
            let instead = match text.and_then(meant::hours) {
                Some(meant) => say!("напишите \"{meant}\"", "write \"{meant}\""),
                None => say!("например: \"09:00-13:00\"", "for instance \"09:00-13:00\""),
            };
            c.wrong(item, what, instead);
            continue;
        };
        if to == LAST_MINUTE {
            let from = clock(from);
            let what =
                say!("последняя минута дня не рабочая", "the last minute of the day is closed");
            c.wrong(item, what, say!("напишите \"{from}-24:00\"", "write \"{from}-24:00\""));
            continue;
        }
        let after_a_break = |end: u16| (end..=end + LONGEST_BREAK).contains(&(from + DAY));
        if night_ends.is_some_and(after_a_break) {
            (from, to) = (from + DAY, to + DAY);
        } else if to < from {
            to += DAY;
            if to - from > LONGEST_NIGHT {
                too_long_a_night(item, from, to, c);
                continue;
            }
        }
        if to > DAY {
            night_ends = Some(to);
        }
        // Each alone first: what is wrong with one says nothing about the others.
        match DayHours::new(&[(from, to)]) {
            Ok(_) => intervals.push((from, to)),
            Err(error) => impossible(item, error, c),
        }
    }
    if c.problems.len() > before {
        return None;
    }
    intervals.sort_unstable();
    DayHours::new(&intervals).map_err(|error| impossible(at, error, c)).ok()
}

/// The time on a clock; after midnight that of the next day.
fn clock(minutes: u16) -> String {
    let minutes = if minutes > DAY { minutes - DAY } else { minutes };
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn too_long_a_night(at: &At<'_>, from: u16, to: u16, c: &mut Check<'_>) {
    let (first, last, long) = (clock(from), clock(to), (to - from) / 60);
    let what = say!(
        "{first}-{last}: через полночь это {long} ч подряд",
        "{first}-{last} is {long} hours over midnight"
    );
    let in_the_afternoon = to - DAY + DAY / 2;
    let instead = match in_the_afternoon > from && in_the_afternoon <= DAY {
        true => {
            let meant = clock(in_the_afternoon);
            say!("\"{first}-{meant}\"?", "\"{first}-{meant}\"?")
        }
        false => say!(
            "если так и есть, двумя частями: \"{first}-24:00\", \"00:00-{last}\"",
            "if so, in two parts: \"{first}-24:00\", \"00:00-{last}\""
        ),
    };
    c.wrong(at, what, instead);
}

fn impossible(at: &At<'_>, error: HoursError, c: &mut Check<'_>) {
    let what = match error {
        HoursError::Backwards(from, to) => {
            let (from, to) = (clock(from), clock(to));
            say!("{from}-{to}: конец не позже начала", "{from}-{to} ends when it begins")
        }
        HoursError::AfterMidnight(_) => {
            say!("часы позже конца следующего дня", "hours after the end of the next day")
        }
        HoursError::Overlap(from) => {
            let from = clock(from);
            say!("часы пересекаются в {from}", "the hours overlap at {from}")
        }
    };
    let instead = match error {
        HoursError::Backwards(..) => {
            let example = "[\"00:00-24:00\"]";
            say!("круглые сутки — {example}", "round the clock is {example}")
        }
        _ => {
            let example = "[\"09:00-13:00\", \"14:00-18:00\"]";
            say!("например: {example}", "for instance {example}")
        }
    };
    c.wrong(at, what, instead);
}
