//! `[calendar]` and `[calendars.…]`: when people work.

use crate::calendar::{Base, DayHours, Exceptions, HoursError, Pattern, Timeline, WorkingTime};
use crate::scenario::keys;
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, list, own_names};
use crate::scenario::value::{Units, Wanted, choice, date, known, minutes};
use jiff::civil::Date;

/// An ordinary working day in Russia.
const HOURS: [(u16, u16); 2] = [(9 * 60, 13 * 60), (14 * 60, 18 * 60)];
/// No calendar of people has longer exceptions: ten years.
const MOST_DAYS: i32 = 3_660;

/// All calendars of a scenario.
#[derive(Debug)]
pub(crate) struct Calendars {
    /// Names; the first is the scenario's own and has none.
    pub(crate) names: Names,
    /// Compiled.
    pub(crate) times: Vec<WorkingTime>,
    /// What a day and a week of work are.
    pub(crate) units: Vec<Units>,
}

/// Reads and compiles every calendar; the scenario's own is the first.
pub(crate) fn all(root: &Fields<'_>, timeline: &Timeline, c: &mut Check<'_>) -> Calendars {
    let own = root.get("calendar").and_then(|it| compile(&it, timeline, c));
    let own = own.unwrap_or_else(|| ordinary(timeline));
    let mut all = Calendars {
        names: Names::new("календарь", "calendar", [String::new()]),
        times: vec![own],
        units: Vec::new(),
    };
    if let Some(calendars) = root.get("calendars") {
        for (name, _, at) in own_names(&calendars, c) {
            all.names.add(name);
            all.times.push(compile(&at, timeline, c).unwrap_or_else(|| ordinary(timeline)));
        }
    }
    let units =
        |it: &WorkingTime| Units::working(it.regular_day().seconds(), it.regular_week().seconds());
    all.units = all.times.iter().map(units).collect();
    all
}

fn ordinary(timeline: &Timeline) -> WorkingTime {
    let hours = DayHours::new(&HOURS).unwrap_or_default();
    let pattern = Pattern::monday_to_friday(hours);
    WorkingTime::compile(timeline, &pattern, &Exceptions::default(), Base::Russia)
}

fn compile(at: &At<'_>, timeline: &Timeline, c: &mut Check<'_>) -> Option<WorkingTime> {
    let before = c.problems.len();
    let fields = Fields::open(at, &keys::CALENDAR, c)?;
    let base = match fields.choice("base", c) {
        Some("none") => Base::None,
        _ => Base::Russia,
    };
    let usual = match fields.get("hours") {
        Some(it) => hours(&it, c),
        None => DayHours::new(&HOURS).ok(),
    };
    let days = fields.get("days").map(|it| days(&it, c));
    let works = |day: usize| days.as_ref().map_or(day < 5, |it| it[day]);
    let usual = usual.unwrap_or_default();
    let mut week: [DayHours; 7] =
        std::array::from_fn(|day| if works(day) { usual.clone() } else { DayHours::closed() });
    if let Some(own) = fields.get("hours_of").and_then(|it| Fields::open(&it, &keys::HOURS_OF, c)) {
        for (day, name) in keys::WEEKDAYS.iter().enumerate() {
            if let Some(it) = own.get(name).and_then(|it| hours(&it, c)) {
                week[day] = it;
            }
        }
    }
    let exceptions = exceptions(&fields, c);
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
    Some(WorkingTime::compile(timeline, &Pattern::new(week), &exceptions, base))
}

fn exceptions(fields: &Fields<'_>, c: &mut Check<'_>) -> Exceptions {
    let mut exceptions = Exceptions::default();
    if let Some(at) = fields.get("short_by")
        && let Some(seconds) = known(&at, Wanted::time(Units::CALENDAR), c)
    {
        if seconds > 86_400.0 {
            let what = say!("больше суток", "more than a day");
            c.wrong(&at, what, say!("например: \"1h\"", "for instance \"1h\""));
        }
        exceptions.short_by = (seconds / 60.0).min(1_440.0) as u16;
    }
    for at in fields.get("days_off").and_then(|it| list(&it, c)).unwrap_or_default() {
        exceptions.days_off.extend(dates(&at, &keys::DAYS_OFF, c));
    }
    for at in fields.get("working_days").and_then(|it| list(&it, c)).unwrap_or_default() {
        let own = at.child("hours").and_then(|it| hours(&it, c));
        for day in dates(&at, &keys::WORKING_DAYS, c) {
            exceptions.working_days.insert(day, own.clone());
        }
    }
    for at in fields.get("short_days").and_then(|it| list(&it, c)).unwrap_or_default() {
        exceptions.short_days.extend(date(&at, c));
    }
    exceptions
}

/// The days of a dated exception: a date, or `{ date }`, or `{ from, to }`.
fn dates(at: &At<'_>, kind: &'static keys::Kind, c: &mut Check<'_>) -> Vec<Date> {
    if at.node.table().is_none() {
        return date(at, c).into_iter().collect();
    }
    let Some(fields) = Fields::open(at, kind, c) else {
        return Vec::new();
    };
    let (one, from, to) = (fields.get("date"), fields.get("from"), fields.get("to"));
    match (one, from, to) {
        (Some(one), None, None) => date(&one, c).into_iter().collect(),
        (None, Some(from), Some(to)) => {
            let (Some(first), Some(last)) = (date(&from, c), date(&to, c)) else {
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

fn days(at: &At<'_>, c: &mut Check<'_>) -> [bool; 7] {
    let mut works = [false; 7];
    for day in list(at, c).unwrap_or_default() {
        if let Some(day) = choice(&day, &keys::WEEKDAYS, c) {
            works[day] = true;
        }
    }
    works
}

/// The hours of a day: `["09:00-13:00", "14:00-18:00"]`.
fn hours(at: &At<'_>, c: &mut Check<'_>) -> Option<DayHours> {
    let items = list(at, c)?;
    let mut intervals = Vec::new();
    let before = c.problems.len();
    for item in &items {
        let text = item.node.text();
        let ends = text.and_then(|it| it.split_once(['-', '–', '—']));
        let interval = ends.and_then(|(from, to)| Some((minutes(from)?, minutes(to)?)));
        let Some(interval) = interval else {
            let what = say!("это не часы работы", "these are not hours of work");
            c.wrong(item, what, say!("например: \"09:00-13:00\"", "for instance \"09:00-13:00\""));
            continue;
        };
        // Each alone first: what is wrong with one says nothing about the others.
        match DayHours::new(&[interval]) {
            Ok(_) => intervals.push(interval),
            Err(error) => impossible(item, error, c),
        }
    }
    if c.problems.len() > before {
        return None;
    }
    intervals.sort_unstable();
    DayHours::new(&intervals).map_err(|error| impossible(at, error, c)).ok()
}

fn impossible(at: &At<'_>, error: HoursError, c: &mut Check<'_>) {
    let clock = |it: u16| format!("{:02}:{:02}", it / 60, it % 60);
    let what = match error {
        HoursError::Backwards(from, to) => {
            let (from, to) = (clock(from), clock(to));
            say!("{from}-{to}: конец не позже начала", "{from}-{to} ends before it begins")
        }
        HoursError::AfterMidnight(_) => say!("часы после полуночи", "hours after midnight"),
        HoursError::Overlap(from) => {
            let from = clock(from);
            say!("часы пересекаются в {from}", "the hours overlap at {from}")
        }
    };
    let example = "[\"09:00-13:00\", \"14:00-18:00\"]";
    c.wrong(at, what, say!("например: {example}", "for instance {example}"));
}
