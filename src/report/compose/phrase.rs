//! Parts of sentences: names inside a sentence, lists, numbers with their intervals.

use super::facts::Number;
use crate::report::{Format, Locale, Noun, Sentence, Word, language, texts};
use crate::scenario::Lang;

/// A name inside a sentence: lower case, unless it begins with an abbreviation.
pub(crate) fn inline(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

/// A name at the beginning of a sentence.
pub(crate) fn capital(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

pub(crate) fn quoted(name: &str, lang: Lang) -> String {
    let [open, close] = language::of(lang).quotes;
    format!("{open}{name}{close}")
}

/// `a, b и c`.
pub(crate) fn joined(items: &[String], lang: Lang) -> String {
    let and = Word::And.text(lang);
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The first few items, and how many more there are.
pub(crate) fn joined_few(items: &[String], most: usize, lang: Lang) -> String {
    if items.len() <= most + 1 {
        return joined(items, lang);
    }
    let more = (items.len() - most).to_string();
    let rest = texts::AndMore { count: more }.in_lang(lang);
    format!("{} {rest}", items[..most].join(", "))
}

/// A number with its interval in brackets: `3,1 (2,9–3,2)`.
pub(crate) fn with_interval(number: Number, format: Format, locale: Locale) -> String {
    format!("{}{}", locale.bare(number.mean, format), interval(number, format, locale))
}

/// The interval in brackets, after a space; nothing where it is unknown or no wider than the rounding.
pub(crate) fn interval(number: Number, format: Format, locale: Locale) -> String {
    let (low, high) = (locale.bare(number.low, format), locale.bare(number.high, format));
    let known = number.low.is_finite() && number.high.is_finite();
    if known && low != high { format!("\u{a0}({low}–{high})") } else { String::new() }
}

/// A range of numbers of people in brackets; nothing where it has no width.
pub(crate) struct Spread(pub(crate) f64, pub(crate) f64);

impl Spread {
    /// ` (1,9–3,6)`.
    pub(crate) fn words(&self, locale: Locale) -> String {
        let (low, high) = (locale.number(self.0, 1), locale.number(self.1, 1));
        if low == high { String::new() } else { format!("\u{a0}({low}–{high})") }
    }
}

/// `3,1 человека`; a whole number where it is one.
pub(crate) fn people(value: f64, locale: Locale) -> String {
    let decimals = people_decimals(value);
    let word = Noun::PERSON.after(value, decimals, locale.lang);
    format!("{}\u{a0}{word}", locale.number(value, decimals))
}

/// People are counted in tenths, unless they are whole.
fn people_decimals(value: f64) -> usize {
    usize::from((value - value.round()).abs() >= 0.05)
}

/// A number of people without the word.
pub(crate) fn people_number(value: f64, locale: Locale) -> String {
    locale.number(value, people_decimals(value))
}

/// A number of people, and where it is another what it is in full-time ones.
pub(crate) fn people_and_full_time(people: f64, full_time: f64, locale: Locale) -> String {
    let said = people_number(people, locale);
    if (people - full_time).abs() < 0.05 {
        return said;
    }
    let full_time = locale.number(full_time, 1);
    format!("{said} ({full_time} {})", Word::InFullTime.text(locale.lang))
}

/// Money in thousands, without a unit.
pub(crate) const THOUSANDS: f64 = 1e-3;

/// `тыс. ₽`.
pub(crate) fn thousands_unit(locale: Locale) -> String {
    format!("{}\u{a0}{}", Word::Thousand.text(locale.lang), locale.currency.sign())
}

/// Sentences of one paragraph.
pub(crate) fn sentences(parts: &[String]) -> String {
    let ended = parts.iter().filter(|it| !it.is_empty()).map(|it| {
        let it = capital(it);
        if it.ends_with(['.', '!', '?', '…']) { it } else { it + "." }
    });
    ended.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ru() -> Locale {
        Locale::new(Lang::Ru, "RUB")
    }

    #[test]
    fn names_inside_a_sentence_keep_their_abbreviations() {
        assert_eq!(inline("Старший инженер"), "старший инженер");
        assert_eq!(inline("TP manager"), "TP manager");
        assert_eq!(inline("МОС"), "МОС");
        assert_eq!(capital("старший инженер"), "Старший инженер");
        assert_eq!((inline(""), inline("Я")), (String::new(), "Я".to_owned()));
    }

    #[test]
    fn people_are_counted_in_tenths() {
        assert_eq!(people(3.12, ru()), "3,1\u{a0}человека");
        assert_eq!(people(1.0, ru()), "1\u{a0}человек");
        assert_eq!(people(4.97, ru()), "5\u{a0}человек");
        assert_eq!(people(0.6, ru()), "0,6\u{a0}человека");
        assert_eq!(people(1.0, Locale::new(Lang::En, "RUB")), "1\u{a0}person");
    }

    #[test]
    fn lists_end_with_and() {
        let items: Vec<String> = ["а", "б", "в", "г"].map(String::from).into();
        assert_eq!(joined(&items[..1], Lang::Ru), "а");
        assert_eq!(joined(&items, Lang::Ru), "а, б, в и г");
        assert_eq!(joined_few(&items, 2, Lang::Ru), "а, б и ещё 2");
        assert_eq!(joined_few(&items, 3, Lang::Ru), "а, б, в и г");
    }

    #[test]
    fn an_interval_narrower_than_the_rounding_is_not_shown() {
        let number = |low, high| Number { mean: 3.1, low, high };
        let words = |it| with_interval(it, Format::Number(1), ru());
        assert_eq!(words(number(2.9, 3.2)), "3,1\u{a0}(2,9–3,2)");
        assert_eq!(words(number(3.09, 3.11)), "3,1");
        assert_eq!(words(number(f64::NAN, f64::NAN)), "3,1");
    }
}
