//! Durations as people write them: `"75min"`, `"4h"`, `"1h 30min"`, `"2d"`.

use super::number::{Wrong, parse_number};
use super::{comma, meant};
use crate::scenario::problem::say;

/// Nothing in a scenario lasts longer: a hundred years.
const MOST: f64 = 100.0 * 365.25 * 86_400.0;
/// Two twelfths of a year of 365.25 days are two months.
pub(crate) const MONTH: f64 = 365.25 / 12.0 * 86_400.0;

/// What a day, a week and a month are on a clock, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Units {
    day: f64,
    week: f64,
    month: Option<f64>,
}

impl Units {
    /// The calendar clock.
    pub(crate) const CALENDAR: Self = Self { day: 86_400.0, week: 604_800.0, month: Some(MONTH) };

    /// A working clock whose regular day and week have so many seconds.
    pub(crate) fn working(day: f64, week: f64) -> Self {
        Self { day, week, month: None }
    }

    /// Seconds of a regular week.
    pub(crate) fn week(self) -> f64 {
        self.week
    }

    /// The name of a unit as it is kept, and its seconds.
    fn of(self, unit: &str) -> Option<(&'static str, Option<f64>)> {
        Some(match unit {
            "s" => ("s", Some(1.0)),
            "min" => ("min", Some(60.0)),
            "h" => ("h", Some(3_600.0)),
            "d" => ("d", Some(self.day)),
            "w" => ("w", Some(self.week)),
            "mo" => ("mo", self.month),
            _ => return None,
        })
    }
}

/// A duration: its seconds, the last unit it is written in, and the seconds of that unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Written {
    pub(crate) seconds: f64,
    pub(crate) unit: &'static str,
    /// Seconds of one unit.
    pub(crate) scale: f64,
}

/// Reads numbers with units, one after the other.
pub(crate) fn parse_duration(text: &str, units: Units) -> Result<Written, Wrong> {
    let short: String = text.chars().take(60).collect();
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(not_one(&short));
    }
    if let Some(written) = as_on_a_clock(rest) {
        let (what, _) = not_one(&short);
        return Err((what, say!("напишите \"{written}\"", "write \"{written}\"")));
    }
    let mut read = Written { seconds: 0.0, unit: "s", scale: 1.0 };
    if rest == "0" {
        return Ok(read);
    }
    while !rest.is_empty() {
        let digits = rest.find(|it: char| it.is_alphabetic() || it == '%').unwrap_or(rest.len());
        let (amount, after) = rest.split_at(digits);
        let end = after.find(|it: char| !it.is_alphabetic() && it != '%').unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        if amount.trim().is_empty() {
            return Err(not_one(&short));
        }
        let whole = |it: &str| format!("\"{}\"", short.replacen(amount.trim(), it, 1));
        if let Some(wrong) = comma::wrong(amount.trim(), &whole) {
            return Err(wrong);
        }
        let number = parse_number(amount)?;
        if unit.is_empty() {
            let amount = amount.trim();
            return Err((
                say!("у числа {amount} нет единицы", "{amount} has no unit"),
                say!(
                    "например: \"{amount}min\", \"{amount}h\", \"{amount}d\"",
                    "for instance \"{amount}min\", \"{amount}h\", \"{amount}d\""
                ),
            ));
        }
        let (unit, seconds) =
            units.of(unit).ok_or_else(|| unknown(unit, amount.trim(), &short, units))?;
        let Some(scale) = seconds else {
            return Err((
                say!(
                    "на рабочих часах месяцев нет: {short}",
                    "a working clock has no months: {short}"
                ),
                say!(
                    "напишите в днях или неделях: \"20d\", \"4w\"",
                    "write days or weeks: \"20d\", \"4w\""
                ),
            ));
        };
        if number < 0.0 {
            return Err((
                say!("длительность меньше нуля: {short}", "a negative duration: {short}"),
                say!("напишите без минуса", "write it without the minus"),
            ));
        }
        read = Written { seconds: read.seconds + number * scale, unit, scale };
        rest = after.trim_start();
    }
    if read.seconds > MOST {
        return Err((
            say!("слишком долго: {short}", "too long: {short}"),
            say!("не больше ста лет", "at most a hundred years"),
        ));
    }
    Ok(read)
}

/// `1:30` in hours and minutes.
fn as_on_a_clock(text: &str) -> Option<String> {
    let number = |it: &str| it.len() < 5 && it.bytes().all(|it| it.is_ascii_digit());
    let (hours, minutes) = text.split_once(':')?;
    if hours.is_empty() || minutes.len() != 2 || !number(hours) || !number(minutes) {
        return None;
    }
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(match (hours, minutes) {
        (0, _) => format!("{minutes}min"),
        (_, 0) => format!("{hours}h"),
        _ => format!("{hours}h {minutes}min"),
    })
}

fn not_one(written: &str) -> Wrong {
    (
        say!("\"{written}\" — не длительность", "\"{written}\" is not a duration"),
        say!("например: \"75min\", \"4h\", \"2d\"", "for instance \"75min\", \"4h\", \"2d\""),
    )
}

pub(crate) fn unit_meant(word: &str) -> Option<&'static str> {
    Some(match word.to_lowercase().as_str() {
        "s" | "sec" | "secs" | "second" | "seconds" | "с" | "сек" | "секунд" | "секунды" => {
            "s"
        }
        "min" | "mins" | "minute" | "minutes" | "мин" | "минут" | "минуты" => "min",
        "h" | "hr" | "hrs" | "hour" | "hours" | "ч" | "час" | "часа" | "часов" => "h",
        "d" | "day" | "days" | "д" | "дн" | "день" | "дня" | "дней" => "d",
        "w" | "week" | "weeks" | "wk" | "н" | "нед" | "неделя" | "недели" | "недель" => {
            "w"
        }
        "mo" | "month" | "months" | "мес" | "месяц" | "месяца" | "месяцев" => {
            "mo"
        }
        _ => return None,
    })
}

fn unknown(unit: &str, amount: &str, whole: &str, units: Units) -> Wrong {
    let unit: String = unit.chars().take(40).collect();
    let lower = unit.to_lowercase();
    let meant = meant::duration(whole).filter(|it| parse_duration(it, units).is_ok());
    let instead = match meant {
        _ if lower == "%" => {
            say!("например: \"75min\", \"4h\", \"2d\"", "for instance \"75min\", \"4h\", \"2d\"")
        }
        Some(meant) => say!("напишите \"{meant}\"", "write \"{meant}\""),
        None if lower == "m" => say!(
            "минуты — \"{amount}min\", месяцы — \"{amount}mo\"",
            "minutes are \"{amount}min\", months are \"{amount}mo\""
        ),
        None => say!(
            "единицы: s, min, h, d, w, mo; например \"75min\"",
            "units are s, min, h, d, w, mo; for instance \"75min\""
        ),
    };
    if lower == "%" {
        return (
            say!(
                "здесь нужна длительность, а не доля: {amount}%",
                "a duration is needed, not a share: {amount}%"
            ),
            instead,
        );
    }
    (say!("неизвестная единица `{unit}`", "unknown unit `{unit}`"), instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> f64 {
        parse_duration(text, Units::working(28_800.0, 144_000.0)).unwrap().seconds
    }

    #[test]
    fn a_comma_is_answered_with_the_whole_duration() {
        let advice = |it: &str| parse_duration(it, Units::CALENDAR).unwrap_err().1.en;
        assert_eq!(advice("0,5h"), "write \"0.5h\"");
        assert_eq!(advice("1h 7,5min"), "write \"1h 7.5min\"");
    }

    #[test]
    fn durations_are_sums_of_numbers_with_units() {
        assert_eq!(seconds("75min"), 4_500.0);
        assert_eq!(seconds("1h 30min"), 5_400.0);
        assert_eq!(seconds("1h30min"), 5_400.0);
        assert_eq!(seconds("1.5 h"), 5_400.0);
        assert_eq!(seconds("2d"), 57_600.0);
        assert_eq!(seconds("1w"), 144_000.0);
        assert_eq!(seconds("0"), 0.0);
        let months = parse_duration("2mo", Units::CALENDAR).unwrap();
        assert_eq!(months.seconds, 365.25 / 6.0 * 86_400.0);
    }

    #[test]
    fn what_is_no_duration_is_answered_with_one() {
        let wrong = |text| parse_duration(text, Units::working(1.0, 1.0)).unwrap_err();
        assert!(wrong("5 parsecs").0.en.contains("unknown unit `parsecs`"));
        assert_eq!(wrong("5мин").1.ru, "напишите \"5min\"");
        assert!(wrong("5m").1.en.contains("\"5mo\""));
        assert!(wrong("30").0.en.contains("30 has no unit"));
        assert!(wrong("-5min").0.en.contains("negative"));
        assert!(wrong("2mo").0.en.contains("no months"));
        assert!(wrong("7.5%").0.en.contains("not a share"));
        assert_eq!(wrong("1:30").1.en, "write \"1h 30min\"");
        assert_eq!(wrong("0:05").1.en, "write \"5min\"");
        assert_eq!(wrong("2:00").1.en, "write \"2h\"");
        assert!(wrong("1:2:3").0.en.contains("not a number"));
        assert!(wrong("h").0.en.contains("not a duration"));
        assert!(wrong("99999999999min").0.en.contains("too long"));
    }
}
