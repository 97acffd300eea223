//! Parts of sentences about plans: people, probabilities, values of inputs, dates that may never come.

use crate::ids::RoleId;
use crate::plan::claims::Verdict;
use crate::plan::report_data::PlannedHire;
use crate::report::compose::phrase::capital;
use crate::report::{Cell, Finding, Locale, Tone, Word, texts};
use crate::scenario::{Input, Scenario, Watch};
use crate::statistics::Interval;
use crate::statistics::breakeven::Crossing;
use crate::statistics::certificate::Certificate;

/// A finding whose sentences begin with a capital.
pub(crate) fn finding(tone: Tone, headline: String, detail: String) -> Finding {
    Finding { tone, headline: capital(&headline), detail: capital(&detail) }
}

/// A probability with its interval: `92 % (89–94)`.
pub(crate) fn probability(certificate: &Certificate, locale: Locale) -> String {
    let (low, high) = certificate.interval;
    let bare = |it: f64| locale.number(100.0 * it, 0);
    format!("{}\u{a0}({}–{})", locale.share(certificate.share, 0), bare(low), bare(high))
}

/// How many of each role a plan hires, in its order.
pub(crate) fn hired(hires: &[PlannedHire]) -> Vec<(RoleId, usize)> {
    let mut counted: Vec<(RoleId, usize)> = Vec::new();
    for hire in hires {
        match counted.last_mut() {
            Some((role, count)) if *role == hire.role => *count += 1,
            _ => counted.push((hire.role, 1)),
        }
    }
    counted
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

/// Up to which value of an input there are hours enough.
pub(crate) fn crossing(input: &Input, found: Crossing, most: f64, locale: Locale) -> String {
    match found {
        Crossing::At(Interval { value, low, high }) => {
            let range = input_range(input, (low, high), locale);
            let value = input_value(input, value, locale);
            if range.starts_with(value.split('\u{a0}').next().unwrap_or_default()) && low == high {
                value
            } else {
                format!("{value}\u{a0}({range})")
            }
        }
        Crossing::AlwaysAbove => Word::NeverEnough.text(locale.lang).to_owned(),
        Crossing::AlwaysBelow => {
            let value = input_value(input, most, locale);
            locale.say(texts::AlwaysEnough { value })
        }
    }
}

/// What is watched, as CSV files name it: a measure and its scope.
pub(crate) fn watched_key(scenario: &Scenario, watch: &Watch) -> String {
    let streams = |streams: &[crate::ids::StreamId]| {
        let keys = streams.iter().map(|it| &*scenario.streams[it.index()].key);
        keys.collect::<Vec<_>>().join("+")
    };
    match watch {
        Watch::Arrivals(it) => format!("arrivals {}", streams(it)),
        Watch::Backlog(it) => format!("backlog {}", streams(it)),
        Watch::Driver(it) => scenario.drivers[it.index()].key.clone(),
        Watch::Occupancy(it) => format!("occupancy {}", scenario.roles[it.index()].key),
        Watch::Sla(it) => format!("sla.met {}", scenario.slas[it.index()].key),
    }
}

/// A level of what is watched.
pub(crate) fn level(watch: &Watch, value: f64, locale: Locale) -> String {
    match watch {
        Watch::Occupancy(_) | Watch::Sla(_) => locale.share(value, 0),
        Watch::Driver(_) if value < 20.0 => {
            let decimals = usize::from((value - value.round()).abs() >= 0.05);
            locale.number(value, decimals)
        }
        _ => locale.number(value, 0),
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
        assert_eq!(input_range(&minutes, (1080.0, 1620.0), ru), "18–27\u{a0}мин");
        assert_eq!(input_range(&input("h", 3600.0), (3600.0, 7200.0), ru), "1–2\u{a0}ч");
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
