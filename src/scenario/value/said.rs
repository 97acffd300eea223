//! Numbers as they are said: `two`, `4 people`, `2 years`, `300 per week`, `54 000 a year`.
//!
//! Refused all the same, but answered with the number.

use super::meant::{SIGNS, number_in};

/// Numbers by name, from one on.
const NAMES: [&[&str]; 12] = [
    &["one", "один", "одна", "одно"],
    &["two", "два", "две", "двое"],
    &["three", "три", "трое"],
    &["four", "четыре", "четверо"],
    &["five", "пять", "пятеро"],
    &["six", "шесть", "шестеро"],
    &["seven", "семь", "семеро"],
    &["eight", "восемь"],
    &["nine", "девять"],
    &["ten", "десять"],
    &["eleven", "одиннадцать"],
    &["twelve", "двенадцать"],
];
/// How the words begin that people count people by.
const PEOPLE: [&str; 10] =
    ["people", "person", "fte", "agent", "staff", "employee", "чел", "сотрудник", "став", "штат"];
/// How the words of spans begin, and the span as the format calls it, with its share of a month.
const SPANS: [(&[&str], &str, f64); 6] = [
    (&["week", "нед"], "week", 52.0 / 12.0),
    (&["month", "mo", "мес"], "month", 1.0),
    (&["year", "annum", "год"], "year", 1.0 / 12.0),
    (&["quarter", "кварт"], "quarter", 1.0 / 3.0),
    (&["day", "workday", "день", "сут"], "working-day", 21.0),
    (&["hour", "час"], "working-hour", 168.0),
];

/// A number by its name.
pub(crate) fn named(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    NAMES.iter().position(|it| it.contains(&word.as_str())).map(|it| it + 1)
}

/// So many, or so many people: `two`, `4 FTE`.
pub(crate) fn counted(text: &str) -> Option<usize> {
    let (number, words) = numbered(text)?;
    let of_people = |it: &&str| PEOPLE.iter().any(|begin| it.starts_with(begin));
    words.split_whitespace().all(|it| of_people(&it)).then_some(number)
}

/// So many months: `2 years`, `12 months`, `a year`.
pub(crate) fn months(text: &str) -> Option<usize> {
    let (number, words) = numbered(text)?;
    Some(match span(&words).unwrap_or_default() {
        "year" => number * 12,
        "quarter" => number * 3,
        "month" => number,
        _ if words.is_empty() || words.starts_with("лет") => {
            number * if words.is_empty() { 1 } else { 12 }
        }
        _ => return None,
    })
}

/// A number for a span of time, and the span: `300 per week`, `300/week`, `300 в неделю`.
pub(crate) fn per(text: &str) -> Option<(String, &'static str)> {
    let (number, unit) = halves(text)?;
    Some((number, span(&unit)?))
}

/// Pay a month: `54000/year` is 4500.
pub(crate) fn pay(text: &str) -> Option<String> {
    let (number, unit) = halves(text)?;
    let (.., a_month) = SPANS.iter().find(|it| Some(it.1) == span(&unit))?;
    let number: f64 = number.parse().ok()?;
    Some(format!("{}", (number * a_month).round()))
}

/// A number that begins a text, in digits or by name, and what follows it in small letters.
fn numbered(text: &str) -> Option<(usize, String)> {
    let lower = text.trim().to_lowercase();
    let (first, rest) = lower.split_once(char::is_whitespace).unwrap_or((&lower, ""));
    let number = match first {
        "a" | "an" => 1,
        _ => first.parse().ok().or_else(|| named(first))?,
    };
    (1..=100_000).contains(&number).then(|| (number, rest.trim().to_owned()))
}

/// The number before a sign or a word of division, and the words after it.
fn halves(text: &str) -> Option<(String, String)> {
    let lower = text.trim().to_lowercase();
    let signs = [" per ", "/", " a ", " an ", " в ", " за "];
    let (number, unit) = signs.iter().find_map(|it| lower.split_once(it))?;
    let of_number = |it: char| it.is_ascii_digit() || ".,_ \u{a0}\u{202f}".contains(it);
    let number = number.trim().trim_start_matches(SIGNS);
    let end = number.find(|it| !of_number(it)).unwrap_or(number.len());
    Some((number_in(number[..end].trim())?, unit.trim().to_owned()))
}

/// A span by the word that begins a text.
fn span(words: &str) -> Option<&'static str> {
    let begins = |all: &[&str]| all.iter().any(|it| words.starts_with(it));
    SPANS.iter().find(|it| begins(it.0)).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_in_words() {
        for (text, wanted) in
            [("two", Some(2)), ("двое", Some(2)), ("4 FTE", Some(4)), ("4 чел.", Some(4))]
        {
            assert_eq!(counted(text), wanted, "{text}");
        }
        assert_eq!([counted("many"), counted("4 days"), counted("")], [None; 3]);
    }

    #[test]
    fn spans_are_months() {
        let all = ["2 years", "a year", "18 months", "2 года", "5 лет", "twelve"].map(months);
        assert_eq!(all, [24, 12, 18, 24, 60, 12].map(Some));
        assert_eq!(["half a year", "3 weeks"].map(months), [None; 2]);
    }

    #[test]
    fn a_rate_is_a_number_and_a_span() {
        for text in ["300 per week", "300/week", "300 в неделю", "300 tickets a week"] {
            assert_eq!(per(text), Some(("300".to_owned(), "week")), "{text}");
        }
        assert_eq!(per("300"), None);
        let all = ["54000/year", "$54,000 per year", "4500 USD per month", "90 000 ₽ в месяц"];
        assert_eq!(all.map(|it| pay(it).unwrap()), ["4500", "4500", "4500", "90000"]);
    }
}
