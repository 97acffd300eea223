//! Parts of sentences about plans: people, probabilities, values of inputs, dates that may never come.

use crate::plan::claims::Verdict;
use crate::report::compose::phrase::{capital, sentences};
use crate::report::{Cell, Finding, Locale, Tone, Word};
use crate::scenario::Input;

/// A finding whose sentences begin with a capital.
pub(crate) fn finding(tone: Tone, headline: String, detail: String) -> Finding {
    Finding { tone, headline: capital(&headline), detail: capital(&detail) }
}

/// A finding that some sentences support.
pub(crate) fn supported(tone: Tone, headline: String, details: &[String]) -> Finding {
    Finding { tone, headline, detail: sentences(details) }
}

/// The value of an input, as people say it: `23 min`, `1 h`, `7.5 %`.
pub(crate) fn input_value(input: &Input, value: f64, locale: Locale) -> String {
    match &*input.unit {
        "s" | "min" | "h" => locale.hours(value / 3600.0),
        "d" | "w" | "mo" => {
            let days = value / 86_400.0;
            // On a working clock a day is shorter; its own scale says how long.
            if input.unit == "d" {
                locale.amount(value / input.scale, crate::report::Format::Days)
            } else {
                locale.amount(days, crate::report::Format::Days)
            }
        }
        "%" => locale.share(value, 1),
        unit => {
            let number = value / input.scale;
            let decimals = match number.abs() {
                it if it >= 100.0 || it == it.round() => 0,
                it if it >= 10.0 => 1,
                _ => 2,
            };
            let text = locale.number(number, decimals);
            if unit.is_empty() { text } else { format!("{text}\u{a0}{unit}") }
        }
    }
}

/// Two values of an input: `18–27 min`.
pub(crate) fn input_range(input: &Input, range: (f64, f64), locale: Locale) -> String {
    between(&input_value(input, range.0, locale), &input_value(input, range.1, locale))
}

/// Two values with their unit, which is said once where it is the same.
pub(crate) fn between(low: &str, high: &str) -> String {
    let unit = |text: &str| text.split_once(['\u{a0}', '\u{202f}']).map(|it| it.1.to_owned());
    let number =
        |text: &str| text.split(['\u{a0}', '\u{202f}']).next().unwrap_or_default().to_owned();
    match (unit(low), unit(high)) {
        (Some(a), Some(b)) if a == b => format!("{}–{high}", number(low)),
        _ => format!("{low} – {high}"),
    }
}

/// A verdict and its colour.
pub(crate) fn verdict(verdict: Verdict, locale: Locale) -> Cell {
    let (word, tone) = match verdict {
        Verdict::Holds => (Word::Holds, Tone::Good),
        Verdict::Fails => (Word::Fails, Tone::Bad),
        Verdict::Undecided => (Word::Undecided, Tone::Caution),
    };
    Cell::text(word.text(locale.lang)).toned(tone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Lang, Range, Text};

    fn input(unit: &str, scale: f64) -> Input {
        Input {
            id: None,
            path: "it".into(),
            title: Text::default(),
            unit: unit.into(),
            scale,
            range: Range::Uniform { min: 0.0, max: 1.0 },
            source: None,
        }
    }

    #[test]
    fn values_of_inputs_are_said_as_people_say_them() {
        let ru = Locale::new(Lang::Ru, "RUB");
        let minutes = input("min", 60.0);
        assert_eq!(input_value(&minutes, 1080.0, ru), "18\u{a0}мин");
        assert_eq!(input_value(&input("h", 3600.0), 7200.0, ru), "2\u{a0}ч");
        assert_eq!(input_value(&input("%", 0.01), 0.075, ru), "7,5\u{202f}%");
        assert_eq!(input_value(&input("", 1.0), 12.5, ru), "12,5");
        assert_eq!(input_value(&input("d", 28_800.0), 57_600.0, ru), "2,0\u{a0}дн.");
    }

    #[test]
    fn a_unit_is_said_once() {
        assert_eq!(between("1\u{a0}h", "2\u{a0}h"), "1–2\u{a0}h");
        assert_eq!(between("50\u{a0}min", "2\u{a0}h"), "50\u{a0}min – 2\u{a0}h");
        assert_eq!(between("20", "30"), "20 – 30");
    }
}
