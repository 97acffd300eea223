//! For how long something holds, and how the main driver moves meanwhile.

use super::facts;
use super::facts::{Holds, Number};
use super::phrase::{capital, inline, with_interval};
use super::told::Told;
use crate::report::{Format, Noun, Word, counted, texts};

/// In which part of the horizon something holds, with the level of the driver that moves.
pub(crate) fn when(told: Told<'_>, holds: Holds) -> String {
    let levels = match holds {
        Holds::Until(end, _) => driver_span(told, 0, end - 1),
        Holds::From(start, _) => driver_span(told, start, told.months() - 1),
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
        Holds::Until(end, wrong) => {
            but_for(told, told.say(texts::UntilDate { date: date(end) }), wrong)
        }
        Holds::From(start, wrong) => {
            but_for(told, told.say(texts::SinceDate { date: date(start) }), wrong)
        }
        Holds::Sometimes(count) => {
            let word = Noun::IN_MONTHS.after(count as f64, 0, told.locale.lang);
            let (count, all) = (count.to_string(), told.months().to_string());
            told.say(texts::InSomeMonths { count, word, all })
        }
    }
}

/// A span, and in how many months it is otherwise.
fn but_for(told: Told<'_>, span: String, count: usize) -> String {
    if count == 0 { span } else { told.say(texts::ButFor { span, count }) }
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
    told.name(it)
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
