//! What is meant by a value that is written as people speak: `100k`, `40–75min`, `9am-6pm`, `Feb 2027`.
//!
//! It is refused all the same; but what to write instead is the value itself, not an example, so that
//! one round is enough.

use super::date::date_as_spoken;
use super::duration::{Units, parse_duration, unit_meant};
use super::said;
use crate::calendar::month_named;
use crate::scenario::tree::{Node, Value};
use jiff::civil::Date;

/// The signs of currencies that stand before or after a number.
pub(crate) const SIGNS: [char; 7] = ['$', '€', '£', '₽', '₸', '¥', '₴'];
/// The steps of a route, as an example.
const STEPS: &str = "[{ effort = \"30min\", role = \"agent\" }]";
const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEK_RU: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

/// A text without quotes that is no text: a number, a range, a date, hours of work, true or false.
pub(crate) fn unquoted(key: &str, written: &str) -> Option<String> {
    match written.to_lowercase().as_str() {
        "yes" | "да" | "on" => return Some("true".to_owned()),
        "no" | "нет" | "off" => return Some("false".to_owned()),
        _ => {}
    }
    let number = || day(written).or_else(|| amount(written)).or_else(|| range(written));
    let words = || duration(written).map(|it| format!("\"{it}\""));
    match key {
        "hours" => hours(written).map(|it| format!("[\"{it}\"]")),
        "holiday" | "sickness" | "ramp" => table_of(key, written),
        "headcount" | "count" => number().or_else(|| Some(said::counted(written)?.to_string())),
        "months" => Some(said::months(written)?.to_string()),
        "title" | "name" | "text" | "source" => number(),
        _ => number().or_else(words),
    }
}

/// A number with a word of its size or a currency: `100k`, `$5,000`, `100 тыс. ₽`.
pub(crate) fn amount(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = text.trim_matches(|it: char| SIGNS.contains(&it) || it.is_whitespace());
    let end = plain.rfind(|it: char| it.is_ascii_digit())? + 1;
    let (number, words) = plain.split_at(end);
    let mut value: f64 = number_in(number)?.parse().ok()?;
    let words = words.to_lowercase();
    if words.contains(|it: char| !it.is_alphabetic() && !it.is_whitespace() && it != '.') {
        return None;
    }
    let mut words = words.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    words.try_for_each(|word| {
        value *= match word {
            "k" | "к" | "т" | "тыс" | "тысяч" | "thousand" => 1e3,
            "m" | "м" | "mln" | "млн" | "million" => 1e6,
            "rub" | "руб" | "рублей" | "р" | "usd" | "eur" | "gbp" | "kzt" | "тг" => {
                1.0
            }
            _ => return None,
        };
        Some(())
    })?;
    // A number alone is not written as people speak.
    (plain.len() != text.len() || end != plain.len()).then(|| format!("{value}"))
}

/// Two ends with a dash between them, as a range: `60–90`, `1-2h`, `5-10%`.
pub(crate) fn range(text: &str) -> Option<String> {
    let signs = ["–", "—", "..", "-", " to ", " до "];
    let (low, high) = signs.iter().find_map(|it| text.split_once(it))?;
    let ((low, its), (high, unit)) = (with_unit(low)?, with_unit(high)?);
    let its = if its.is_empty() { unit } else { its };
    let value = |it: &str| it.parse::<f64>().unwrap_or(0.0);
    if (its == "%") != (unit == "%") || (unit.is_empty() && !its.is_empty()) {
        return None;
    }
    if its == unit && value(&low) >= value(&high) {
        return None;
    }
    Some(match unit {
        "" => format!("{{ min = {low}, max = {high} }}"),
        _ => format!("{{ min = \"{low}{its}\", max = \"{high}{unit}\" }}"),
    })
}

/// A duration in words, `1 hour 30`, in the format's units.
pub(crate) fn duration(text: &str) -> Option<String> {
    let mut said: Vec<String> = Vec::new();
    let plain = in_digits(text);
    let mut rest = plain.as_str();
    while !rest.is_empty() {
        let end = rest.find(|it: char| it.is_alphabetic()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let end = after.find(|it: char| !it.is_alphabetic()).unwrap_or(after.len());
        let number = number_in(number)?;
        let unit = match &after[..end] {
            // What follows hours without a unit is minutes.
            "" if said.last().is_some_and(|it| it.ends_with('h')) => "min",
            unit => unit_meant(unit)?,
        };
        said.push(format!("{number}{unit}"));
        rest = after[end..].trim_start_matches(|it: char| !it.is_ascii_digit());
    }
    let said = said.join(" ");
    (said != text.trim() && parse_duration(&said, Units::CALENDAR).is_ok()).then_some(said)
}

/// A duration with digits for words, and without words that change nothing on a working clock.
fn in_digits(text: &str) -> String {
    let text =
        text.trim().to_lowercase().replace("полчаса", "30 min").replace("half an hour", "30 min");
    let words = text.split_whitespace().filter(|it| {
        !["business", "working", "рабочий", "рабочих", "рабочего", "рабочие"].contains(it)
    });
    let digits = |it: &str| match it {
        "a" | "an" => "1".to_owned(),
        _ => said::named(it).map_or_else(|| it.to_owned(), |it| it.to_string()),
    };
    words.map(digits).collect::<Vec<_>>().join(" ")
}

/// A share with words around it: `>= 90%`, `12%/year`.
pub(crate) fn share(text: &str) -> Option<String> {
    let (before, _) = text.split_once('%')?;
    let number = before.trim_start_matches(|it: char| !it.is_ascii_digit());
    number_in(number).map(|it| format!("{it}%"))
}

/// Hours of work: `9-18`, `9am-6pm`.
pub(crate) fn hours(text: &str) -> Option<String> {
    let signs = ["–", "—", "-", " to ", " до "];
    if ["24/7", "24x7", "24х7"].contains(&text.trim()) {
        return Some("00:00-24:00".to_owned());
    }
    let (from, to) = signs.iter().find_map(|it| text.split_once(it))?;
    let halved = |it: &str| it.contains(['m', 'M', ':']);
    match (time(from)?, time(to)?) {
        // Nine to five is in the afternoon.
        (from, to) if to <= from && !halved(text) => {
            Some(format!("{from}-{}", time(&format!("{to}pm"))?))
        }
        (from, to) => Some(format!("{from}-{to}")),
    }
}

/// Days of the week: `mon-fri`, `пн–пт`.
pub(crate) fn days(text: &str) -> Option<String> {
    let (from, to) = match text.trim().to_lowercase().as_str() {
        "weekdays" | "workdays" | "будни" | "рабочие" => (0, 4),
        "weekends" | "weekend" | "выходные" => (5, 6),
        "all" | "every day" | "daily" | "ежедневно" | "каждый день" => (0, 6),
        _ => {
            let (from, to) = ["–", "—", "-"].iter().find_map(|it| text.split_once(it))?;
            (weekday(from)?, weekday(to)?)
        }
    };
    let all = WEEK.get(from..=to)?.iter().map(|it| format!("\"{it}\""));
    Some(format!("[{}]", all.collect::<Vec<_>>().join(", ")))
}

/// A date as it is spoken or written by months.
pub(crate) fn spoken_date(text: &str) -> Option<String> {
    date_as_spoken(text).or_else(|| day(text))
}

/// A day: `2027-02`, `Feb 2027`, `1 марта 2027`; of a month alone the first.
pub(crate) fn day(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let year = words.iter().position(|it| it.len() == 4 && it.parse::<i16>().is_ok())?;
    let named = |it: &&str| month_named(it);
    let others: Vec<&str> =
        words.iter().enumerate().filter(|it| it.0 != year).map(|it| *it.1).collect();
    let (month, day) = match others.as_slice() {
        [] => (1, 1),
        [one] => (named(one).or_else(|| one.parse().ok())?, 1),
        [one, two] => match (named(one), named(two)) {
            (Some(month), None) => (month, two.parse().ok()?),
            (None, Some(month)) => (month, one.parse().ok()?),
            _ => return None,
        },
        _ => return None,
    };
    let year = words[year].parse::<i16>().ok().filter(|it| (1990..=2150).contains(it))?;
    Date::new(year, month, day).ok().map(|it| it.to_string())
}

/// The word of the format that is meant by another.
pub(crate) fn word(text: &str, known: &[&'static str]) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    let meant = match lower.as_str() {
        "russian" | "русский" | "rus" => "ru",
        "english" | "английский" | "eng" => "en",
        "day" | "daily" | "день" | "workday" => "working-day",
        "hour" | "hourly" | "час" => "working-hour",
        "weekly" | "неделя" | "неделю" | "нед" => "week",
        "monthly" | "месяц" | "мес" => "month",
        "yearly" | "annually" | "год" => "year",
        "quarterly" | "квартал" => "quarter",
        _ => WEEK[weekday(&lower)?],
    };
    known.iter().copied().find(|it| *it == meant)
}

/// A list of which the only entry is written without brackets; `text` is what the file says there.
pub(crate) fn listed(path: &str, node: &Node, text: &str) -> String {
    let key = path.rsplit('.').next().unwrap_or_default();
    let written = match &node.value {
        Value::Table(table) if !table.inline => Some(format!("[[{path}]]")),
        Value::Table(_) if text.len() <= 80 && !text.contains('\n') => Some(format!("[{text}]")),
        Value::Whole(number) if key == "people" => Some(format!("[{{ count = {number} }}]")),
        Value::Text(_) if key == "route" => Some(STEPS.to_owned()),
        Value::Text(text) => days(text)
            .or_else(|| Some(format!("[\"{}\"]", hours(text)?)))
            .or_else(|| Some(format!("[\"{}\"]", text.get(..60).unwrap_or(text)))),
        _ => None,
    };
    let usual = match key {
        "route" | "steps" => STEPS,
        "hours" => "[\"09:00-13:00\", \"14:00-18:00\"]",
        "days" => "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
        _ => "[ … ]",
    };
    written.unwrap_or_else(|| usual.to_owned())
}

/// A table of which only its one number is written.
pub(crate) fn table(kind: &str, node: &Node) -> Option<String> {
    match &node.value {
        Value::Whole(number) => table_of(kind, &number.to_string()),
        Value::Text(text) => table_of(kind, text),
        _ => None,
    }
}

fn table_of(kind: &str, text: &str) -> Option<String> {
    let number: Option<i64> = text.trim().trim_end_matches(char::is_alphabetic).trim().parse().ok();
    let number = number.filter(|it| (1..=366).contains(it))?;
    Some(match kind {
        "holiday" if number > 14 => {
            let half = number / 2;
            format!("{{ blocks = [\"{}d\", \"{half}d\"] }}", number - half)
        }
        "holiday" => format!("{{ blocks = [\"{number}d\"] }}"),
        "sickness" => format!("{{ spells = 1, length = \"{number}d\" }}"),
        "ramp" => format!("{{ from = \"50%\", months = {number} }}"),
        _ => return None,
    })
}

/// A number without spaces, with a point: commas between thousands go.
pub(super) fn number_in(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|it| !it.is_whitespace() && *it != '_').collect();
    let groups: Vec<&str> = text.split(',').collect();
    let thousands = groups[1..].iter().all(|it| it.split('.').next().map(str::len) == Some(3));
    let number = match groups.len() {
        1 => text,
        _ if thousands => text.replace(',', ""),
        2 => text.replace(',', "."),
        _ => return None,
    };
    let plain = number.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    (plain && number.parse::<f64>().is_ok()).then_some(number)
}

/// A number and the unit after it; none is a unit, too.
fn with_unit(text: &str) -> Option<(String, &'static str)> {
    let text = text.trim();
    let end = text.find(|it: char| it.is_alphabetic() || it == '%').unwrap_or(text.len());
    let unit = match text[end..].trim().trim_end_matches('.') {
        "" => "",
        "%" => "%",
        unit => unit_meant(unit)?,
    };
    Some((number_in(&text[..end])?, unit))
}

/// A time of day: `9`, `9:30`, `6pm`.
fn time(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase().replace('.', "");
    let (clock, half) = match lower.strip_suffix("pm") {
        Some(clock) => (clock, 12),
        None => (lower.strip_suffix("am").unwrap_or(&lower), 0),
    };
    let (hour, minute) = clock.trim().split_once(':').unwrap_or((clock.trim(), "00"));
    let hour: u32 = hour.trim_start_matches("с ").parse().ok()?;
    let minute: u32 = minute.parse().ok()?;
    let hour = match lower.ends_with("am") || half > 0 {
        true => hour % 12 + half,
        false => hour,
    };
    (hour <= 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn weekday(word: &str) -> Option<usize> {
    let word = word.trim().to_lowercase();
    let begins = |it: &&str| word.starts_with(*it);
    WEEK.iter().position(begins).or_else(|| WEEK_RU.iter().position(|it| word == *it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(meant: impl Fn(&str) -> Option<String>, rows: &[(&str, &str)]) {
        for (text, wanted) in rows {
            let wanted = Some(*wanted).filter(|it| !it.is_empty());
            assert_eq!(meant(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn money_as_people_write_it() {
        let rows = [
            ("100k", "100000"),
            ("1.5k", "1500"),
            ("$5,000", "5000"),
            ("100 тыс. ₽", "100000"),
            ("3 млн", "3000000"),
            ("90 000 руб.", "90000"),
            ("100000", ""),
            ("60000/year", ""),
            ("5%", ""),
            ("2h", ""),
            ("many", ""),
        ];
        each(amount, &rows);
    }

    #[test]
    fn two_ends_with_a_dash_are_a_range() {
        let rows = [
            ("60-90", "{ min = 60, max = 90 }"),
            ("1–2 h", "{ min = \"1h\", max = \"2h\" }"),
            ("40мин – 2ч", "{ min = \"40min\", max = \"2h\" }"),
            ("5-10%", "{ min = \"5%\", max = \"10%\" }"),
            ("80 000 - 120 000", "{ min = 80000, max = 120000 }"),
            ("5-10 parsecs", ""),
            ("5%-10h", ""),
            ("9-5", ""),
            ("-5", ""),
            ("2026-02-03", ""),
        ];
        each(range, &rows);
    }

    #[test]
    fn durations_and_shares_with_words_around_them() {
        let rows = [("1 hour 30", "1h 30min"), ("8 часов", "8h"), ("2 days 4 hrs", "2d 4h")];
        each(duration, &rows);
        each(duration, &[("5 parsecs", ""), ("2mo", ""), ("h", ""), ("30", "")]);
        each(share, &[(">= 90%", "90%"), ("12% a year", "12%"), ("12", ""), ("x%", "")]);
    }

    #[test]
    fn hours_days_and_dates() {
        let rows = [
            ("9-18", "09:00-18:00"),
            ("9am-6pm", "09:00-18:00"),
            ("9:30 – 18", "09:30-18:00"),
            ("12am-12pm", "00:00-12:00"),
            ("8h", ""),
            ("9-30", ""),
        ];
        each(hours, &rows);
        each(days, &[("Mon-Wed", "[\"mon\", \"tue\", \"wed\"]"), ("fri-mon", ""), ("5", "")]);
        let rows = [
            ("2027-02", "2027-02-01"),
            ("2027", "2027-01-01"),
            ("Feb 2027", "2027-02-01"),
            ("1 марта 2027", "2027-03-01"),
            ("May 5, 2027", "2027-05-05"),
            ("2026-2028", ""),
            ("soon", ""),
        ];
        each(day, &rows);
        assert_eq!(word("Monday", &WEEK), Some("mon"));
        assert_eq!(word("day", &["week", "working-day"]), Some("working-day"));
        assert_eq!(word("nonsense", &WEEK), None);
    }
}
