//! What every sentence may need, and the sentences that several reports share.

use super::facts::{self, Holds, Number};
use super::phrase::{capital, inline, quoted, titled, with_interval};
use crate::experiment::{Outcome, PolicyOutcome};
use crate::report::{Format, Locale, Noun, Sentence, Word, counted, texts};
use crate::scenario::{Scenario, Study};

/// Everything a sentence may need.
#[derive(Clone, Copy)]
pub(crate) struct Told<'o> {
    /// What was asked.
    pub(crate) study: &'o Study,
    /// The scenario under the baseline.
    pub(crate) scenario: &'o Scenario,
    /// What was found.
    pub(crate) outcome: &'o Outcome,
    /// In which language.
    pub(crate) locale: Locale,
    /// The policy that is proposed, where there is one: it stands out.
    pub(crate) plan: Option<usize>,
}

impl<'o> Told<'o> {
    /// A study and its outcome.
    pub(crate) fn new(study: &'o Study, outcome: &'o Outcome, locale: Locale) -> Self {
        Self { study, scenario: &study.baseline().scenario, outcome, locale, plan: None }
    }

    /// The first policy.
    pub(crate) fn baseline(self) -> &'o PolicyOutcome {
        &self.outcome.policies[0]
    }

    /// A policy's quoted name.
    pub(crate) fn policy(self, policy: usize) -> String {
        let it = &self.outcome.policies[policy];
        let lang = self.locale.lang;
        quoted(titled(&it.title, &it.key, lang), lang)
    }

    /// How many months are counted.
    pub(crate) fn months(self) -> usize {
        self.outcome.months.len()
    }

    /// A sentence, filled.
    pub(crate) fn say(self, sentence: impl Sentence) -> String {
        self.locale.say(sentence)
    }
}

/// In which part of the horizon something holds, with the level of the driver that moves.
pub(crate) fn when(told: Told<'_>, holds: Holds) -> String {
    let levels = match holds {
        Holds::Until(end) => driver_span(told, 0, end - 1),
        Holds::From(start) => driver_span(told, start, told.months() - 1),
        _ => None,
    };
    let when = when_alone(told, holds);
    match levels {
        Some(levels) => format!("{when} ({levels})"),
        None => when,
    }
}

/// In which part of the horizon something holds.
fn when_alone(told: Told<'_>, holds: Holds) -> String {
    let date = |month_of: usize| told.locale.date(told.scenario.timeline.first_day(month_of));
    match holds {
        Holds::Always => told.say(Word::Throughout),
        Holds::Never => told.say(Word::InNoMonth),
        Holds::Unknown => told.say(Word::NothingToJudge),
        Holds::Until(end) => told.say(texts::UntilDate { date: date(end) }),
        Holds::From(start) => told.say(texts::SinceDate { date: date(start) }),
        Holds::Sometimes(count) => {
            let word = Noun::IN_MONTHS.after(count as f64, 0, told.locale.lang);
            let (count, all) = (count.to_string(), told.months().to_string());
            told.say(texts::InSomeMonths { count, word, all })
        }
    }
}

/// `клиенты: 217–236`: the levels of the main driver in two months; none without one.
fn driver_span(told: Told<'_>, from: usize, to: usize) -> Option<String> {
    let driver = facts::main_driver(told.scenario, told.baseline())?;
    let months = facts::driver_months(told.scenario, told.baseline(), driver);
    let (first, last) = (months.get(from)?, months.get(to)?);
    let level = |value: f64| told.locale.number(value, driver_decimals(last.mean));
    let (first, last) = (level(first.mean), level(last.mean));
    let name = inline(driver_title(told, driver));
    Some(if first == last {
        format!("{name}: {first}")
    } else {
        format!("{name}: {first}–{last}")
    })
}

fn driver_title(told: Told<'_>, driver: usize) -> &str {
    let it = &told.scenario.drivers[driver];
    titled(&it.title, &it.key, told.locale.lang)
}

fn driver_decimals(level: f64) -> usize {
    usize::from(level.abs() < 20.0)
}

/// How the driver moves: `Клиенты: 217 → 389 за 36 месяцев`.
pub(crate) fn growth(told: Told<'_>) -> Option<String> {
    let driver = facts::main_driver(told.scenario, told.baseline())?;
    let months = facts::driver_months(told.scenario, told.baseline(), driver);
    let (from, to) = (months.first()?, months.last()?);
    let decimals = driver_decimals(to.mean);
    let format = Format::Number(decimals as u8);
    let from = told.locale.number(from.mean, decimals);
    let to = with_interval(Number::of(to), format, told.locale);
    let span = counted(told.months() as f64, Noun::MONTH, told.locale);
    let name = capital(driver_title(told, driver));
    Some(told.say(texts::DriverMoves { driver: name, from, to, months: span }))
}

/// How many replications there were, in words.
pub(crate) fn replications(told: Told<'_>) -> String {
    counted(told.outcome.replications as f64, Noun::REPLICATION, told.locale)
}

/// Where the numbers of a chart come from.
pub(crate) fn source_line(told: Told<'_>) -> String {
    let seed = told.outcome.seed.to_string();
    told.say(texts::SourceLine {
        version: env!("CARGO_PKG_VERSION"),
        scenario: &told.scenario.name,
        replications: replications(told),
        seed,
    })
}
