//! Stamps: dates and times as products and Excel write them, as seconds of the desk's own clock.

use crate::calendar::month_named;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Which of the first two numbers is the day; decided by a whole column, never by one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// A stamp taken apart; what its first numbers mean may still be open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Parts {
    /// The first three numbers of the date, as written; a month's name is its number.
    numbers: [i32; 3],
    shape: Shape,
    seconds: i64,
    /// Minutes from UTC, where the stamp says so.
    pub(crate) offset: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    YearMonthDay,
    /// Day, named month, year.
    DayNameYear,
    /// Named month, day, year.
    NameDayYear,
    /// Two numbers that only the column explains, then the year.
    Open {
        point: bool,
    },
}

impl Parts {
    /// What the first two numbers can be: whether one of them is above 12.
    pub(crate) fn evidence(&self) -> Option<Order> {
        match (self.shape, self.numbers) {
            (Shape::Open { .. }, [first, ..]) if first > 12 => Some(Order::DayFirst),
            (Shape::Open { .. }, [_, second, _]) if second > 12 => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// Whether it says more than the day.
    pub(crate) fn has_time(&self) -> bool {
        self.seconds != 0
    }

    /// Whether only the column can tell day from month.
    pub(crate) fn is_open(&self) -> bool {
        self.shape == Shape::Open { point: false }
    }

    /// Seconds of the clock on the wall since 1970, whatever the stamp says of its distance from UTC.
    pub(crate) fn seconds(&self, order: Order) -> Option<i64> {
        let [a, b, c] = self.numbers;
        let (year, month, day) = match (self.shape, order) {
            (Shape::YearMonthDay, _) => (a, b, c),
            (Shape::DayNameYear, _) => (c, b, a),
            (Shape::NameDayYear, _) => (c, a, b),
            (Shape::Open { .. }, Order::DayFirst) => (c, b, a),
            (Shape::Open { .. }, Order::MonthFirst) => (c, a, b),
        };
        let year = if year < 70 {
            year + 2000
        } else if year < 100 {
            year + 1900
        } else {
            year
        };
        if !(1990..=2100).contains(&year) {
            return None;
        }
        let date = Date::new(year as i16, month as i8, day as i8).ok()?;
        Some(i64::from(days(date)) * 86_400 + self.seconds)
    }
}

/// Takes a stamp apart; nothing if it is none.
pub(crate) fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    // Quick refusal: most cells are no stamps.
    if text.len() < 6 || text.len() > 40 || !text.bytes().any(|it| it.is_ascii_digit()) {
        return None;
    }
    if let Some(counted) = counted(text) {
        return Some(counted);
    }
    let mut numbers = [0; 3];
    let (mut count, mut name_at, mut point) = (0, None, false);
    let mut rest = text;
    let mut first_width = 0;
    while count < 3 {
        let trimmed = rest.trim_start_matches(|it: char| it.is_whitespace() || "./-,".contains(it));
        let between = &rest[..rest.len() - trimmed.len()];
        if count > 0
            && between.is_empty()
            && name_at.is_none()
            && !rest.starts_with(char::is_alphabetic)
        {
            return None;
        }
        point |= count > 0 && between.contains('.');
        rest = trimmed;
        let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        if digits > 0 {
            if digits > 4 || (digits == 3) {
                return None;
            }
            numbers[count] = rest[..digits].parse().ok()?;
            if count == 0 {
                first_width = digits;
            }
            rest = &rest[digits..];
        } else {
            let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
            if letters == 0 || name_at.is_some() {
                return None;
            }
            numbers[count] = i32::from(month_named(&rest[..letters])?);
            name_at = Some(count);
            rest = &rest[letters..];
        }
        count += 1;
    }
    let shape = match name_at {
        Some(1) => Shape::DayNameYear,
        Some(0) => Shape::NameDayYear,
        Some(_) => return None,
        None if first_width == 4 => Shape::YearMonthDay,
        None => Shape::Open { point },
    };
    let rest = rest.trim_start_matches(['г', '.', ',', ' ', 'T', '\u{a0}', '\u{202f}']);
    let (seconds, offset) = clock(rest)?;
    Some(Parts { numbers, shape, seconds, offset })
}

/// Stamps that are counts: seconds or milliseconds of UTC since 1970, as databases write them, and days
/// since 1900 with their fraction, as a spreadsheet saves them (25 569 of these are before 1970).
fn counted(text: &str) -> Option<Parts> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let count: i64 = whole.parse().ok()?;
    let (seconds, offset) = match (whole.len(), fraction.len()) {
        (10, 0) => (count, Some(0)),
        (13, 0) => (count / 1000, Some(0)),
        (5, 4..) => {
            let part: f64 = format!("0.{fraction}").parse().ok()?;
            ((count - 25_569) * 86_400 + (part * 86_400.0).round() as i64, None)
        }
        _ => return None,
    };
    let date = date(seconds);
    (2000..=2100).contains(&date.year()).then(|| Parts {
        numbers: [i32::from(date.year()), i32::from(date.month()), i32::from(date.day())],
        shape: Shape::YearMonthDay,
        seconds: seconds.rem_euclid(86_400),
        offset,
    })
}

/// Time of day and minutes from UTC: `9:41`, `09:41:12.5`, `9:41 AM`, `09:41:12Z`, `09:41+03:00`.
fn clock(text: &str) -> Option<(i64, Option<i64>)> {
    if text.is_empty() {
        return Some((0, None));
    }
    let end = text.find(|it: char| !(it.is_ascii_digit() || ":.,".contains(it)));
    let (time, rest) = text.split_at(end.unwrap_or(text.len()));
    let mut fields = time.trim_end_matches([',', '.']).split(':');
    let hour: i64 = fields.next()?.parse().ok()?;
    let minute: i64 = fields.next()?.parse().ok()?;
    let second = fields.next().map_or(Some(0.0), |it| it.replace(',', ".").parse::<f64>().ok())?;
    let rest = rest.trim().to_lowercase();
    let (half, rest) = match rest.get(..2) {
        Some("am") => (Some(false), &rest[2..]),
        Some("pm") => (Some(true), &rest[2..]),
        _ => (None, rest.as_str()),
    };
    let hour = match half {
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    if hour > 23 || minute > 59 || second >= 61.0 || fields.next().is_some() {
        return None;
    }
    let offset = match rest.trim().trim_start_matches("gmt") {
        "" => None,
        "z" | "utc" => Some(0),
        it => Some(offset(it.trim_start_matches("utc"))?),
    };
    Some((hour * 3600 + minute * 60 + second as i64, offset))
}

fn offset(text: &str) -> Option<i64> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String =
        text.strip_prefix(['+', '-'])?.chars().filter(char::is_ascii_digit).collect();
    let number: i64 = digits.parse().ok()?;
    let minutes = if digits.len() <= 2 { number * 60 } else { number / 100 * 60 + number % 100 };
    (minutes <= 14 * 60).then_some(sign * minutes)
}

/// Seconds of UTC as seconds of the clock on the wall in a zone.
pub(crate) fn in_zone(seconds: i64, zone: &TimeZone) -> i64 {
    let moment = Timestamp::from_second(seconds);
    moment.map_or(seconds, |it| seconds + i64::from(zone.to_offset(it).seconds()))
}

/// Days since 1970.
pub(crate) fn days(date: Date) -> i32 {
    const EPOCH: Date = Date::constant(1970, 1, 1);
    (date - EPOCH).get_days()
}

/// The day of a stamp.
pub(crate) fn date(seconds: i64) -> Date {
    day(seconds.div_euclid(86_400) as i32)
}

/// The date of a day since 1970.
pub(crate) fn day(days: i32) -> Date {
    Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Order) -> String {
        let seconds = parts(text).and_then(|it| it.seconds(order));
        let told = |it: i64| {
            format!(
                "{} {:02}:{:02}",
                date(it),
                it.rem_euclid(86_400) / 3600,
                it.rem_euclid(3600) / 60
            )
        };
        seconds.map_or_else(|| "none".into(), told)
    }

    #[test]
    fn stamps_of_every_product_are_read() {
        let cases = [
            ("23.12.2026 15:37:56", "2026-12-23 15:37"),
            ("12/Mar/24 9:41 AM", "2024-03-12 09:41"),
            ("12/May/24 12:05 AM", "2024-05-12 00:05"),
            ("29/2/2016 01:16", "2016-02-29 01:16"),
            ("2026-01-12T09:24:59+03:00", "2026-01-12 09:24"),
            ("2026-01-12 09:24:59Z", "2026-01-12 09:24"),
            ("Mar 12, 2024 9:41 PM", "2024-03-12 21:41"),
            ("5 марта 2026 г., 9:41", "2026-03-05 09:41"),
            ("12.01.2026", "2026-01-12 00:00"),
            ("1768209899", "2026-01-12 09:24"),
            ("1768209899000", "2026-01-12 09:24"),
            ("46034.392361", "2026-01-12 09:25"),
            ("46034,392361", "2026-01-12 09:25"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, Order::DayFirst), expected, "{text}");
        }
        assert_eq!(read("3/12/2024 14:00", Order::MonthFirst), "2024-03-12 14:00");
    }

    #[test]
    fn what_is_no_stamp_is_none() {
        let cases = [
            "20260001000",
            "412 d 0 h",
            "00:09:32",
            "0,25",
            "INC0000045",
            "192.168.10.11",
            "31.02.2026",
            "Client 71",
            "9161234567",
            "46034",
            "46034.39",
        ];
        for text in cases {
            assert_eq!(read(text, Order::DayFirst), "none", "{text}");
        }
    }

    #[test]
    fn only_a_number_above_twelve_tells_day_from_month() {
        assert_eq!(parts("13/2/2024").and_then(|it| it.evidence()), Some(Order::DayFirst));
        assert_eq!(parts("2/13/2024").and_then(|it| it.evidence()), Some(Order::MonthFirst));
        assert_eq!(parts("2/3/2024").and_then(|it| it.evidence()), None);
    }
}
