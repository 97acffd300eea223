//! Dates and times of day.

use super::{meant, plain};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::tree::Value;
use jiff::civil::Date;

/// A date, in quotes or not.
pub(crate) fn date(at: &At<'_>, c: &mut Check<'_>) -> Option<Date> {
    let at = &plain(at, c)?;
    let date = day_of(&at.node.value);
    if date.is_none() {
        let what = match &at.node.value {
            Value::Text(text) => {
                let text: String = text.chars().take(40).collect();
                say!("такой даты нет: {text}", "there is no such date: {text}")
            }
            Value::Date(date) => {
                say!("нужна дата без времени: {date}", "a date without a time is needed: {date}")
            }
            other => {
                let year = match other {
                    Value::Whole(year) => meant::day(&year.to_string()),
                    _ => None,
                };
                let example = year.unwrap_or_else(|| "2026-02-01".to_owned());
                c.wrong_type(at, say!("дата", "a date"), &example);
                return None;
            }
        };
        let spoken = at.node.text().and_then(meant::spoken_date);
        let instead = match spoken {
            Some(date) => say!("напишите {date}", "write {date}"),
            None => say!("дата пишется так: 2026-02-28", "a date is written 2026-02-28"),
        };
        c.wrong_value(at, what, instead);
    }
    let date = date?;
    if !(1990..=2150).contains(&date.year()) {
        let what = say!("{date} слишком далеко", "{date} is too far away");
        c.wrong_value(at, what, say!("годы от 1990 до 2150", "years from 1990 to 2150"));
        return None;
    }
    Some(date)
}

pub(crate) fn day_of(value: &Value) -> Option<Date> {
    match value {
        Value::Date(it) => {
            let day = it.date.filter(|_| it.time.is_none())?;
            Date::new(i16::try_from(day.year).ok()?, day.month as i8, day.day as i8).ok()
        }
        Value::Text(text) => {
            let text = text.trim();
            // A longer text may be a date with a time, which is something else.
            (text.len() == 10).then(|| text.parse().ok()).flatten()
        }
        _ => None,
    }
}

/// A date as it is spoken, as the file wants it: `02.03.2026` is `2026-03-02`. With slashes the month may
/// come first: what can be read in two ways is answered with both.
pub(crate) fn date_as_spoken(text: &str) -> Option<String> {
    let sign = if text.contains('/') { '/' } else { '.' };
    let mut parts = text.trim().split(sign);
    let mut next = || parts.next()?.parse::<i16>().ok();
    let (first, second, year) = (next()?, next()?, next()?);
    if parts.next().is_some() || year <= 999 {
        return None;
    }
    let small = |it: i16| i8::try_from(it).ok();
    let date = |month, day| Date::new(year, small(month)?, small(day)?).ok();
    let (british, american) = (date(second, first), date(first, second).filter(|_| sign == '/'));
    match (british, american) {
        (Some(one), Some(other)) if one != other => Some(format!("{one} / {other}")),
        (one, other) => one.or(other).map(|it| it.to_string()),
    }
}

/// A time of day, `"09:30"`, in seconds since midnight; 24:00 only where a day may end.
pub(crate) fn time_of_day(at: &At<'_>, c: &mut Check<'_>) -> Option<f64> {
    let at = &plain(at, c)?;
    let minutes = match &at.node.value {
        Value::Text(text) => minutes(text).filter(|it| *it < 24 * 60),
        Value::Date(it) if it.date.is_none() => {
            it.time.map(|it| u16::from(it.hour) * 60 + u16::from(it.minute))
        }
        _ => {
            c.wrong_type(at, say!("время дня", "a time of day"), "\"09:30\"");
            return None;
        }
    };
    if minutes.is_none() {
        let what = say!("такого времени нет", "there is no such time of day");
        c.wrong_value(at, what, say!("например: \"09:30\"", "for instance \"09:30\""));
    }
    minutes.map(|it| f64::from(it) * 60.0)
}

/// Minutes since midnight of `"09:30"`; `"24:00"` is 1440.
pub(crate) fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits =
        |it: &str| it.len() <= 2 && !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(hour) || !digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let all = hour * 60 + minute;
    (minute < 60 && all <= 24 * 60).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_that_exist() {
        let day = |text: &str| day_of(&Value::Text(text.to_owned()));
        assert_eq!(day("2026-02-28"), Some(jiff::civil::date(2026, 2, 28)));
        assert_eq!(day("2026-02-30"), None);
        assert_eq!(day("28.02.2026"), None);
        let spoken = date_as_spoken;
        assert_eq!(spoken("02.03.2026").as_deref(), Some("2026-03-02"));
        assert_eq!(spoken("01/01/2026").as_deref(), Some("2026-01-01"));
        assert_eq!(spoken("12/31/2026").as_deref(), Some("2026-12-31"));
        assert_eq!(spoken("02/03/2026").as_deref(), Some("2026-03-02 / 2026-02-03"));
        assert_eq!(spoken("30.02.2026"), None);
        assert_eq!(spoken("1.2.26"), None);
    }

    #[test]
    fn times_of_day_end_at_midnight() {
        assert_eq!(minutes("09:30"), Some(570));
        assert_eq!(minutes("9:05"), Some(545));
        assert_eq!(minutes("24:00"), Some(1440));
        assert_eq!(minutes("24:01"), None);
        assert_eq!(minutes("9:5"), None);
        assert_eq!(minutes("-1:00"), None);
    }
}
