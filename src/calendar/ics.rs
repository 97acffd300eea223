//! Days off from an iCalendar file (RFC 5545), as calendar programs export public holidays.
//!
//! Read are events of whole days, once or every year. What would be guessed at is refused, with the
//! place of its line: an event with a time of day, a repetition of another kind.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

/// No holiday lasts longer, in days.
const LONGEST: i64 = 366;

/// What cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IcsError {
    /// No `BEGIN:VCALENDAR` at the beginning.
    NoCalendar,
    /// An event that never ends.
    NoEnd,
    /// An event without a date.
    NoDate,
    /// Not a date.
    Date,
    /// A time of day beside the date.
    Timed,
    /// An end that is not after the start, or a year after it.
    End,
    /// A repetition that is not "every year".
    Rule,
}

/// The days off of some years, and the bytes of every line that cannot be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct IcsDays {
    /// Days off.
    pub(crate) days: BTreeSet<Date>,
    pub(crate) wrong: Vec<(Range<usize>, IcsError)>,
}

/// An event while its lines are read.
#[derive(Debug, Default)]
struct Event {
    first: Option<Date>,
    /// The day after the last.
    end: Option<Date>,
    length: Option<i64>,
    rule: Option<Yearly>,
    except: Vec<Date>,
    cancelled: bool,
    begins: Range<usize>,
    bad: bool,
}

/// A repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Yearly {
    interval: i16,
    count: Option<usize>,
    until: Option<Date>,
    nth: Option<(i8, Weekday)>,
    month: Option<i8>,
    day: Option<i8>,
}

/// Reads the days off of some years.
pub(crate) fn read(text: &str, years: RangeInclusive<i16>) -> IcsDays {
    let mut found = IcsDays::default();
    let lines = unfolded(text);
    if lines.first().is_none_or(|it| !it.1.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        let first = lines.first().map_or(0..0, |it| it.0.clone());
        found.wrong.push((first, IcsError::NoCalendar));
        return found;
    }
    // Parts of an event, such as alarms, have lines of the same names.
    let mut parts: Vec<String> = Vec::new();
    let mut event = Event::default();
    for (place, line) in lines {
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        let name = name.split(';').next().unwrap_or(name).to_ascii_uppercase();
        let value = value.trim();
        let ended = if name == "END" { parts.pop() } else { None };
        match name.as_str() {
            "BEGIN" => {
                parts.push(value.to_ascii_uppercase());
                if parts.last().is_some_and(|it| it == "VEVENT") {
                    event = Event { begins: place, ..Event::default() };
                }
            }
            "END" if ended.as_deref() == Some("VEVENT") => {
                std::mem::take(&mut event).finish(&years, &mut found);
            }
            "END" => {}
            _ if parts.last().is_some_and(|it| it == "VEVENT") => {
                if let Err(error) = event.take(&name, value) {
                    event.bad = true;
                    found.wrong.push((place, error));
                }
            }
            _ => {}
        }
    }
    if parts.iter().any(|it| it == "VEVENT") {
        found.wrong.push((event.begins, IcsError::NoEnd));
    }
    found
}

/// Lines with their places; those that were folded are joined.
fn unfolded(text: &str) -> Vec<(Range<usize>, String)> {
    let mut lines: Vec<(Range<usize>, String)> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\r', '\n']);
        let more = body.strip_prefix([' ', '\t']);
        match (more, lines.last_mut()) {
            (Some(more), Some(last)) => last.1.push_str(more),
            _ if body.is_empty() => {}
            _ => lines.push((start..start + body.len(), body.to_owned())),
        }
        start += line.len();
    }
    lines
}

impl Event {
    fn take(&mut self, name: &str, value: &str) -> Result<(), IcsError> {
        match name {
            "DTSTART" => self.first = Some(date(value)?),
            "DTEND" => self.end = Some(date(value)?),
            "DURATION" => self.length = Some(days(value).ok_or(IcsError::End)?),
            "RRULE" => self.rule = Some(yearly(value).ok_or(IcsError::Rule)?),
            "RDATE" => return Err(IcsError::Rule),
            "EXDATE" => {
                for value in value.split(',') {
                    self.except.push(date(value)?);
                }
            }
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
        Ok(())
    }

    fn finish(self, years: &RangeInclusive<i16>, found: &mut IcsDays) {
        if self.bad || self.cancelled {
            return;
        }
        let Some(first) = self.first else {
            found.wrong.push((self.begins, IcsError::NoDate));
            return;
        };
        let until_end = |end: Date| first.until(end).map_or(0, |it| i64::from(it.get_days()));
        let length = self.length.unwrap_or_else(|| self.end.map_or(1, until_end));
        if !(1..=LONGEST).contains(&length) {
            found.wrong.push((self.begins, IcsError::End));
            return;
        }
        let starts = match self.rule {
            None => vec![first],
            Some(rule) => rule.dates(first, *years.end()),
        };
        for start in starts.into_iter().filter(|it| !self.except.contains(it)) {
            let days = (0..length).map(|day| start.saturating_add(day.days()));
            found.days.extend(days.filter(|it| years.contains(&it.year())));
        }
    }
}

impl Yearly {
    /// The dates of the repetition up to the end of a year.
    fn dates(self, first: Date, last_year: i16) -> Vec<Date> {
        let years = (first.year()..=last_year).step_by(self.interval as usize);
        let month = self.month.unwrap_or(first.month());
        let in_year = |year: i16| match self.nth {
            Some((nth, weekday)) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            None => Date::new(year, month, self.day.unwrap_or(first.day())).ok(),
        };
        let dates = years.filter_map(in_year).filter(|it| *it >= first);
        let dates = dates.filter(|it| self.until.is_none_or(|until| *it <= until));
        dates.take(self.count.unwrap_or(usize::MAX)).collect()
    }
}

/// A date of a whole day.
fn date(value: &str) -> Result<Date, IcsError> {
    if value.contains('T') {
        return Err(IcsError::Timed);
    }
    let digits = value.len() == 8 && value.bytes().all(|it| it.is_ascii_digit());
    let date = digits.then(|| Date::strptime("%Y%m%d", value).ok()).flatten();
    date.ok_or(IcsError::Date)
}

/// Whole days: `P1D`, `P2W`.
fn days(value: &str) -> Option<i64> {
    let value = value.strip_prefix('P')?;
    let (number, unit) = value.split_at_checked(value.len().checked_sub(1)?)?;
    let number: i64 = number.parse().ok().filter(|it| *it <= LONGEST)?;
    match unit {
        "D" => Some(number),
        "W" => Some(number * 7),
        _ => None,
    }
}

/// `FREQ=YEARLY`, with a month, a day of it or a weekday in it; `None` for anything else.
fn yearly(value: &str) -> Option<Yearly> {
    let mut rule =
        Yearly { interval: 1, count: None, until: None, nth: None, month: None, day: None };
    let mut every_year = false;
    for part in value.split(';') {
        let (key, value) = part.split_once('=')?;
        match key.to_ascii_uppercase().as_str() {
            "FREQ" => every_year = value.eq_ignore_ascii_case("YEARLY"),
            "INTERVAL" => rule.interval = value.parse().ok().filter(|it| (1..=100).contains(it))?,
            "COUNT" => rule.count = Some(value.parse().ok()?),
            "UNTIL" => rule.until = Some(date(value.split('T').next()?).ok()?),
            "BYMONTH" => rule.month = Some(value.parse().ok().filter(|it| (1..=12).contains(it))?),
            "BYMONTHDAY" => rule.day = Some(value.parse().ok().filter(|it| (1..=31).contains(it))?),
            "BYDAY" => rule.nth = Some(nth(value)?),
            "WKST" => {}
            _ => return None,
        }
    }
    every_year.then_some(rule)
}

/// `4TH`: the fourth Thursday; `-1MO`: the last Monday.
fn nth(value: &str) -> Option<(i8, Weekday)> {
    let (number, day) = value.split_at_checked(value.len().checked_sub(2)?)?;
    let weekday = match day.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let number = number.parse().ok().filter(|it: &i8| (-5..=5).contains(it) && *it != 0)?;
    Some((number, weekday))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(events: &str) -> IcsDays {
        let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
        read(&text, 2026..=2028)
    }

    fn event(lines: &str) -> String {
        let lines = lines.replace('|', "\r\n");
        format!("BEGIN:VEVENT\r\nSUMMARY:A day\r\n{lines}\r\nEND:VEVENT\r\n")
    }

    fn days(lines: &str) -> Vec<String> {
        let found = calendar(&event(lines));
        assert_eq!(found.wrong, [], "{lines}");
        found.days.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn events_of_whole_days_are_days_off() {
        assert_eq!(days("DTSTART;VALUE=DATE:20260704"), ["2026-07-04"]);
        // The end is the day after the last one.
        let two = ["2026-12-25", "2026-12-26"];
        assert_eq!(days("DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261227"), two);
        assert_eq!(days("DTSTART:20261225|DURATION:P2D"), two);
        assert_eq!(days("DTSTART:20261225|STATUS:CANCELLED"), [""; 0]);
        // A folded line, and an alarm with a length of its own.
        assert_eq!(days("DTSTART;VALUE=DATE:2026| 0704"), ["2026-07-04"]);
        let alarm = "DTSTART:20260704|BEGIN:VALARM|DURATION:PT15M|END:VALARM";
        assert_eq!(days(alarm), ["2026-07-04"]);
    }

    #[test]
    fn an_event_of_every_year_is_there_in_every_year() {
        let years = ["2026-07-04", "2027-07-04", "2028-07-04"];
        assert_eq!(days("DTSTART:20200704|RRULE:FREQ=YEARLY"), years);
        assert_eq!(days("DTSTART:20200704|RRULE:FREQ=YEARLY;COUNT=7"), years[..1]);
        assert_eq!(days("DTSTART:20200704|RRULE:FREQ=YEARLY;UNTIL=20270704T000000Z"), years[..2]);
        assert_eq!(
            days("DTSTART:20200704|RRULE:FREQ=YEARLY|EXDATE:20270704"),
            [years[0], years[2]]
        );
        let thanksgiving = ["2026-11-26", "2027-11-25", "2028-11-23"];
        assert_eq!(days("DTSTART:20251127|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"), thanksgiving);
    }

    #[test]
    fn what_would_be_guessed_at_is_refused_with_its_line() {
        let line = |lines: &str, wrong: IcsError| {
            let text = event(lines);
            let found = calendar(&text);
            assert_eq!(found.wrong.iter().map(|it| it.1).collect::<Vec<_>>(), [wrong], "{lines}");
            assert!(found.days.is_empty(), "{lines}");
        };
        line("DTSTART:20260704T090000Z", IcsError::Timed);
        line("DTSTART:20260231", IcsError::Date);
        line("DTSTART:20260704|RRULE:FREQ=WEEKLY", IcsError::Rule);
        line("DTSTART:20260704|RRULE:FREQ=YEARLY;BYSETPOS=1", IcsError::Rule);
        line("DTSTART:20260704|DTEND:20260704", IcsError::End);
        line("DTSTART:20260704|DURATION:PT4H", IcsError::End);
        line("LOCATION:here", IcsError::NoDate);
        assert_eq!(read("hello", 2026..=2026).wrong, [(0..5, IcsError::NoCalendar)]);
        assert_eq!(read("", 2026..=2026).wrong, [(0..0, IcsError::NoCalendar)]);
        let open = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n";
        assert_eq!(read(open, 2026..=2026).wrong, [(16..28, IcsError::NoEnd)]);
    }
}
