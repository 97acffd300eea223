//! Parts of sentences about plans: people, probabilities, values of inputs, dates that may never come.

use crate::ids::RoleId;
use crate::plan::report_data::PlannedHire;
use crate::report::{Locale, Sentence, Word, texts};
use crate::scenario::{Input, Scenario, Text, Watch};
use crate::statistics::Interval;
use crate::statistics::breakeven::Crossing;
use crate::statistics::certificate::Certificate;
use jiff::civil::Date;

pub(crate) use crate::report::compose::phrase::{capital, inline, joined, quoted, titled};

/// A probability with its interval: `92 % (89–94)`.
pub(crate) fn probability(certificate: &Certificate, locale: Locale) -> String {
    let (low, high) = certificate.interval;
    let bare = |it: f64| locale.number(100.0 * it, 0);
    format!("{}\u{a0}({}–{})", locale.share(certificate.share, 0), bare(low), bare(high))
}

/// A title, or its key where it has none.
pub(crate) fn title<'t>(text: &'t Text, key: &'t str, locale: Locale) -> &'t str {
    titled(text, key, locale.lang)
}

/// A role inside a sentence.
pub(crate) fn role(scenario: &Scenario, role: RoleId, locale: Locale) -> String {
    let it = &scenario.roles[role.index()];
    inline(titled(&it.title, &it.key, locale.lang))
}

/// An SLA, quoted.
pub(crate) fn sla(scenario: &Scenario, sla: crate::ids::SlaId, locale: Locale) -> String {
    let it = &scenario.slas[sla.index()];
    quoted(titled(&it.title, &it.key, locale.lang), locale.lang)
}

/// How many of each role: `7 × TP manager, 2 × engineer`; empty when there is nobody.
pub(crate) fn people(scenario: &Scenario, hired: &[(RoleId, usize)], locale: Locale) -> String {
    let each = hired
        .iter()
        .map(|(it, count)| format!("{count}\u{a0}×\u{a0}{}", role(scenario, *it, locale)));
    each.collect::<Vec<_>>().join(", ")
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

/// A month that may be now or never.
pub(crate) fn maybe_month(scenario: &Scenario, date: Option<Date>, locale: Locale) -> String {
    match date {
        None => "—".to_owned(),
        Some(date) if date <= scenario.timeline.start() => Word::Now.text(locale.lang).to_owned(),
        Some(date) => locale.month_short(date),
    }
}

/// The place of a hire in its role, the people of today counted: the second TP manager.
pub(crate) fn place(scenario: &Scenario, role: RoleId, hire: usize) -> usize {
    scenario.roles[role.index()].headcount as usize + hire
}

/// A day that may be now.
pub(crate) fn day_or_now(scenario: &Scenario, date: Date, locale: Locale) -> String {
    match date <= scenario.timeline.start() {
        true => Word::Now.text(locale.lang).to_owned(),
        false => locale.say(texts::OpenBy { date: locale.date(date) }),
    }
}

/// What is watched, in words.
pub(crate) fn watched(scenario: &Scenario, watch: &Watch, locale: Locale) -> String {
    let lang = locale.lang;
    let streams = |streams: &[crate::ids::StreamId]| {
        let each = streams.iter().map(|it| {
            let stream = &scenario.streams[it.index()];
            inline(titled(&stream.title, &stream.key, lang))
        });
        joined(&each.collect::<Vec<_>>(), lang)
    };
    match watch {
        Watch::Arrivals(it) => texts::WatchArrivals { streams: streams(it) }.in_lang(lang),
        Watch::Backlog(it) => texts::WatchBacklog { streams: streams(it) }.in_lang(lang),
        Watch::Driver(driver) => {
            let driver = &scenario.drivers[driver.index()];
            inline(titled(&driver.title, &driver.key, lang))
        }
        Watch::Occupancy(it) => {
            texts::WatchOccupancy { role: role(scenario, *it, locale) }.in_lang(lang)
        }
        Watch::Sla(it) => texts::WatchSla { sla: sla(scenario, *it, locale) }.in_lang(lang),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Lang, Range};

    fn input(unit: &str, scale: f64) -> Input {
        Input {
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
