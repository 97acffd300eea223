//! An export as people read it: the main numbers, how columns were understood, what was set aside.

mod backtest;
mod csv;
mod onto;
mod refused;
mod scenario;
mod stream;
mod tables;
mod when;
mod written;

pub(crate) use backtest::backtest_csv;
pub(crate) use csv::fit_csv;
pub(crate) use onto::{Unfit, onto};
pub(crate) use refused::words;
pub(crate) use scenario::alone;

use crate::fit::{Clock, Fitted, Inferred, Numbers, Says, Shift};
use crate::report::{Block, Document, Finding, Locale, Section, Tone, Word, texts};
use crate::statistics::Interval;

/// The document of an export.
pub(crate) fn fitted(fitted: &Fitted, locale: Locale) -> Document {
    let product = product(fitted, locale);
    let (from, to) = (locale.date(fitted.window.first()), locale.date(fitted.window.last()));
    let tickets = locale.number(fitted.tickets as f64, 0);
    let section = |key: &str, heading: Word, blocks: Vec<Block>| Section {
        key: key.into(),
        heading: locale.word(heading).to_owned(),
        blocks,
    };
    let unlearnt: Vec<String> = fitted
        .numbers
        .unlearnt
        .iter()
        .map(|it| locale.word(tables::unlearnt(*it)).to_owned())
        .collect();
    let mut sections = vec![
        section("answer", Word::Findings, lines(fitted, locale)),
        section("columns", Word::FitColumns, vec![Block::Table(tables::columns(fitted, locale))]),
        section("aside", Word::FitAside, vec![tables::aside(fitted, locale)]),
    ];
    if !unlearnt.is_empty() {
        sections.push(section("unlearnt", Word::FitUnlearnt, vec![Block::List(unlearnt)]));
    }
    Document {
        locale,
        title: locale.word(Word::FitTitle).to_owned(),
        subtitle: locale.say(texts::FitSubtitle { product, tickets, from, to }),
        sections,
    }
}

/// The same with every number, for the page and the workbook.
pub(crate) fn in_full(all: &Fitted, locale: Locale) -> Document {
    let mut document = fitted(all, locale);
    if let Ok(it) = &all.backtest {
        let mut blocks = vec![Block::List(backtest::grades(it, locale))];
        blocks.extend(backtest::charts(it, locale));
        blocks.push(Block::Table(backtest::table(it, locale)));
        let heading = locale.word(Word::FitBacktest).to_owned();
        document.sections.push(Section { key: "backtest".into(), heading, blocks });
    }
    let chart = when::chart(all, &document.subtitle, locale).map(Block::Chart);
    let tables = [tables::profile, tables::numbers].map(|it| Block::Table(it(all, locale)));
    document.sections.push(Section {
        key: "numbers".into(),
        heading: locale.word(Word::FitNumbers).to_owned(),
        blocks: chart.into_iter().chain(tables).collect(),
    });
    document
}

fn product(fitted: &Fitted, locale: Locale) -> String {
    fitted.product.clone().unwrap_or_else(|| locale.word(Word::FitUnknownProduct).to_owned())
}

/// The lines for the head of support.
fn lines(fitted: &Fitted, locale: Locale) -> Vec<Block> {
    let numbers = &fitted.numbers;
    let one = |it: f64| locale.number(it, 1);
    let share = |it: f64| locale.share(it, 1);
    let ends = |it: Interval| (one(it.value), one(it.low), one(it.high));
    let (value, low, high) = ends(numbers.weekly);
    let headline = locale.say(texts::FitWeekly { value, low, high });
    let mut said = Vec::new();
    said.extend(numbers.growth.map(|it| growth(it, locale)));
    if let Some(it) = &numbers.clients {
        let (value, low, high) = ends(it.growth);
        let (start, end) = (locale.number(it.start.value, 0), locale.number(it.end.value, 0));
        said.push(locale.say(texts::FitClients { start, end, value, low, high }));
    }
    for it in numbers.classes.iter().filter(|it| !it.class.value.is_empty()) {
        let class = &it.class.value;
        let (part, low, high) = (share(it.share.value), share(it.share.low), share(it.share.high));
        said.push(match it.effort {
            Some((mean, _)) => {
                let (mean, from, to) = ends(mean);
                locale.say(texts::FitClassEffort { class, share: part, low, high, mean, from, to })
            }
            None => locale.say(texts::FitClass { class, share: part, low, high }),
        });
    }
    if numbers.logged.is_none() {
        said.push(locale.word(Word::FitNoEffort).to_owned());
    }
    said.extend(numbers.inferred.map(|it| inferred(it, numbers, locale)));
    let shares = |it: Interval| (share(it.value), share(it.low), share(it.high));
    said.extend(
        numbers
            .repeat
            .map(shares)
            .map(|(value, low, high)| locale.say(texts::FitRepeat { value, low, high })),
    );
    said.extend(
        numbers
            .escalation
            .map(shares)
            .map(|(value, low, high)| locale.say(texts::FitEscalation { value, low, high })),
    );
    let length = |minutes: f64| match minutes {
        // "At most" of what is begun at once.
        it if it < 1.0 => locale.say(texts::FitMinutes { value: 1 }),
        it if it < 120.0 => locale.say(texts::FitMinutes { value: one(it) }),
        it => locale.say(texts::FitHoursLong { value: one(it / 60.0) }),
    };
    said.extend(
        numbers.first.map(|it| {
            locale.say(texts::FitFirst { median: length(it.0.value), high: length(it.1) })
        }),
    );
    said.extend(
        numbers.done.map(|it| {
            locale.say(texts::FitDone { median: length(it.0.value), high: length(it.1) })
        }),
    );
    said.extend(fitted.timer.map(|it| {
        let (days, tickets) = (it.days, locale.number(it.tickets as f64, 0));
        locale.say(texts::FitTimerDays { days, tickets })
    }));
    said.extend(
        numbers.agents.map(|it| locale.say(texts::FitAgents { value: locale.number(it, 0) })),
    );
    said.extend(fitted.clock.as_ref().map(|it| clock(it, locale)));
    said.push(hours(numbers, locale));
    match &fitted.backtest {
        Ok(it) => said.extend(backtest::grades(it, locale)),
        Err(it) => said.extend(backtest::untested(*it, locale)),
    }
    if fitted.window.before + fitted.window.after > 0 {
        said.push(
            locale
                .say(texts::FitWindow { before: fitted.window.before, after: fitted.window.after }),
        );
    }
    let finding = Finding { tone: Tone::Neutral, headline, detail: String::new() };
    vec![Block::Finding(finding), Block::List(said)]
}

/// What waits tell of the work, and whether that is what was logged.
fn inferred(it: Inferred, numbers: &Numbers, locale: Locale) -> String {
    let Interval { value, low, high } = it.minutes;
    let is_inside = |it: f64| (low..=high).contains(&it);
    let [value, low, high] = [value, low, high].map(|it| locale.number(it, 1));
    let people = locale.number(numbers.agents.unwrap_or(f64::NAN), 0);
    match (it.says, numbers.logged) {
        (Says::Other, _) => locale.word(Word::FitInferredOther).to_owned(),
        (Says::Idle, _) => locale.say(texts::FitInferredIdle { low, high }),
        (Says::Effort, None) => locale.say(texts::FitInferred { value, low, high, people }),
        (Says::Effort, Some(minutes)) => {
            let logged = locale.number(minutes, 1);
            match is_inside(minutes) {
                true => locale.say(texts::FitInferredAgrees { low, high, logged }),
                false => locale.say(texts::FitInferredDiffers { low, high, logged }),
            }
        }
    }
}

/// Whose clock the stamps are, and by what that is seen.
fn clock(it: &Clock, locale: Locale) -> String {
    let [winter, summer] =
        [it.winter, it.summer].map(|it| format!("{:02}:{:02}", it / 60, it % 60));
    match &it.shift {
        Shift::Utc(zone) => locale.say(texts::FitUtc { zone, winter, summer }),
        Shift::Foreign => locale.say(texts::FitForeign { winter, summer }),
    }
}

/// Only an interval on one side of zero says that anything grows or falls.
fn growth(it: Interval, locale: Locale) -> String {
    let [value, low, high] = [it.value, it.low, it.high].map(|it| locale.number(it, 1));
    if it.low > 0.0 {
        locale.say(texts::FitGrows { value, low, high })
    } else if it.high < 0.0 {
        locale.say(texts::FitFalls { value, low, high })
    } else {
        locale.say(texts::FitNoTrend { low, high })
    }
}

fn hours(numbers: &Numbers, locale: Locale) -> String {
    let said: Vec<String> = numbers.office.intervals.iter().map(interval).collect();
    let line = locale.say(texts::FitHours { hours: said.join(", ") });
    match numbers.office.holidays_off {
        Some(true) => format!("{line}; {}", locale.word(Word::FitHolidaysOff)),
        Some(false) => format!("{line}; {}", locale.word(Word::FitHolidaysOn)),
        None => line,
    }
}

/// `09:00-13:00`, as a scenario writes it.
fn interval(it: &(u16, u16)) -> String {
    format!("{:02}:{:02}-{:02}:{:02}", it.0 / 60, it.0 % 60, it.1 / 60, it.1 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    #[test]
    fn a_trend_is_told_only_when_its_interval_leaves_zero_out() {
        let locale = Locale::new(Lang::En, "RUB");
        let said = |low, high| growth(Interval { value: (low + high) / 2.0, low, high }, locale);
        assert!(said(0.5, 1.5).contains("grow by"));
        assert!(said(-1.5, -0.5).contains("fall"));
        assert!(said(-0.5, 1.5).contains("do not show"));
    }
}
