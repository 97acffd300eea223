//! A scenario that stands alone: everything in it is measured or says that it is assumed.

use super::stream::{key, measured, stream};
use super::written::{quoted, title};
use super::{interval, product};
use crate::fit::{ClassNumbers, Fitted, Numbers, Period};
use crate::report::{Locale, Word, texts};
use crate::statistics::Interval;
use jiff::civil::Date;
use std::fmt::Write;

/// The quantile of the normal distribution of a two-sided 95 % interval.
const Z: f64 = 1.96;

/// Arrivals of the middle of the measured days, as the driver of a desk whose clients are not known.
const VOLUME: f64 = 100.0;

/// The text of the scenario over a period.
pub(crate) fn alone(fitted: &Fitted, name: &str, period: Period, locale: Locale) -> String {
    let numbers = &fitted.numbers;
    let mut file = head(fitted, locale);
    let line = |file: &mut String, text: &str| {
        file.push_str(text);
        file.push('\n');
    };
    let Period { start, months, .. } = period;
    let language = locale.lang.code();
    let _ = write!(
        file,
        "[scenario]\nname = {}\nstart = {start}\nmonths = {months}\nlanguage = \"{language}\"\n\n",
        quoted(name)
    );
    let holidays = if numbers.office.holidays_off == Some(false) { "none" } else { "ru" };
    let hours: Vec<String> =
        numbers.office.intervals.iter().map(|it| quoted(&interval(it))).collect();
    let days =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].into_iter().zip(numbers.office.weekdays);
    let days: Vec<String> = days.filter(|it| it.1).map(|it| quoted(it.0)).collect();
    let _ = write!(
        file,
        "[calendar]\nbase = \"{holidays}\"\nhours = [{}]\ndays = [{}]\n\n",
        hours.join(", "),
        days.join(", ")
    );
    if let Some((key, from, growth, n, method)) = driver(fitted, start) {
        let yearly = |it: f64| format!("{:.2}%", 100.0 * (libm::pow(1.0 + it / 100.0, 12.0) - 1.0));
        let title =
            title(if key == CLIENTS { &Word::FitDriverClients } else { &Word::FitDriverVolume });
        let _ = writeln!(
            file,
            "[drivers.{key}]\ntitle = {title}\ncompound = {{ from = {from:.1}, yearly = {{ min = \"{}\", max = \"{}\", source = \"fit\" }} }}   # {}\n",
            yearly(growth.low),
            yearly(growth.high),
            locale.say(texts::FitFileLine { n, method })
        );
    }
    let people = numbers.agents.map(|it| it.round().max(1.0));
    let why =
        locale.word(if people.is_some() { Word::FitFilePeople } else { Word::FitFileAssumed });
    let _ = write!(
        file,
        "[roles.agent]\ntitle = {{ ru = \"Специалист\", en = \"Agent\" }}\nheadcount = {}   # {why}\n# pay = …   # {}\n{}\n",
        people.unwrap_or(1.0),
        locale.word(Word::FitFilePay),
        away(fitted, period, locale)
    );
    let _ = writeln!(
        file,
        "[mixes.ticket]\n{}",
        flow(fitted, locale, driver(fitted, start).map(|it| it.0))
    );
    line(&mut file, "\n[mixes.ticket.shares]");
    for it in &numbers.classes {
        line(&mut file, &share(it, &key(it), fitted, locale));
    }
    if numbers.classes.is_empty() {
        line(&mut file, "\"ticket.all\" = \"100%\"");
        stream(&mut file, None, fitted, locale);
    }
    numbers.classes.iter().for_each(|it| stream(&mut file, Some(it), fitted, locale));
    file
}

/// The comment that every file begins with.
pub(super) fn head(fitted: &Fitted, locale: Locale) -> String {
    format!(
        "# {}\n# {}\n\n",
        locale.say(texts::FitFileHead { product: product(fitted, locale) }),
        locale.say(texts::FitSubtitle {
            product: product(fitted, locale),
            tickets: fitted.tickets,
            from: fitted.window.first(),
            to: fitted.window.last(),
        })
    )
}

/// Rate and profile, as keys of a mix.
pub(super) fn flow(fitted: &Fitted, locale: Locale, driver: Option<&str>) -> String {
    let numbers = &fitted.numbers;
    let all_day = numbers.is_all_day();
    let new = 1.0 - numbers.repeat.map_or(0.0, |it| it.value);
    let rate = |it: f64| format!("{:.3}", it * new);
    let n = fitted.tickets;
    let comment = match all_day {
        true => locale.say(texts::FitFileRateAll { n }),
        false => locale.say(texts::FitFileRate { n }),
    };
    let title = title(&Word::FitInputRate);
    // Months whose factors are not known may stray as those that were measured did.
    let unknown = if numbers.months.is_none() { Z * numbers.months_stray } else { 0.0 };
    let daily = numbers.daily;
    let wider = |it: f64| daily.value * (it / daily.value - 1.0).hypot(unknown);
    let (low, high) = (daily.value - wider(daily.low), daily.value + wider(daily.high));
    let mut text = format!(
        "rate = {{ min = {}, max = {}, source = \"fit\", title = {title} }}   # {comment}\nper = \"{}\"\n",
        rate(low.max(0.1 * daily.value)),
        rate(high),
        if all_day { "calendar-day" } else { "working-day" }
    );
    if let Some(key) = driver {
        let at = numbers.clients.map_or(VOLUME, |it| (it.start.value * it.end.value).sqrt());
        let why = locale.word(if key == CLIENTS { Word::FitFileAt } else { Word::FitFileVolume });
        let _ = writeln!(text, "driver = \"{key}\"\nat = {at:.1}   # {why}");
    }
    let row = |it: &[f64]| {
        format!("[{}]", it.iter().map(|it| format!("{it:.2}")).collect::<Vec<_>>().join(", "))
    };
    if all_day {
        let days: Vec<f64> = numbers.profile.iter().map(|it| it.iter().sum()).collect();
        let mean = days.iter().sum::<f64>() / 7.0;
        let _ = writeln!(
            text,
            "weekdays = {}",
            row(&days.iter().map(|it| it / mean).collect::<Vec<_>>())
        );
    }
    let _ = write!(
        text,
        "hours = [\n{}]\n",
        numbers.profile.iter().map(|it| format!("  {},\n", row(it))).collect::<String>()
    );
    if let Some(it) = &numbers.months {
        let _ = writeln!(text, "months = {}", row(it));
    }
    let _ = write!(text, "day_cv = {:.3}", numbers.day_cv / pooled(numbers));
    text
}

/// Streams have good and bad days of their own: together they are more even than each, by this factor.
fn pooled(numbers: &Numbers) -> f64 {
    let shares: Vec<f64> = numbers.classes.iter().map(|it| it.share.value).collect();
    let sum: f64 = shares.iter().sum();
    let squares: f64 = shares.iter().map(|it| it * it).sum();
    if sum > 0.0 { squares.sqrt() / sum } else { 1.0 }
}

/// When people are away: on the days on which they were, or as often as they were.
fn away(fitted: &Fitted, period: Period, locale: Locale) -> String {
    let Some(it) = fitted.numbers.away.as_ref().filter(|it| it.n > 0) else {
        return String::new();
    };
    let people = fitted.numbers.agents.map_or(0, |it| it.round() as usize);
    if period.is_measured && people == it.dated.len() {
        let day = |(from, days): &(Date, i32)| format!("{{ from = {from}, days = {days} }}");
        let person = |it: &Vec<(Date, i32)>| {
            format!("[{}]", it.iter().map(day).collect::<Vec<_>>().join(", "))
        };
        let people: Vec<String> = it.dated.iter().map(person).collect();
        return format!("holiday = {{ people = [{}] }}\n", people.join(", "));
    }
    let method = "days without a trace of a busy agent";
    format!(
        "sickness = {{ spells = {{ min = {:.2}, max = {:.2}, source = \"fit\", title = {} }}, length = {{ mean = \"{:.1}d\" }} }}   # {}\n",
        it.spells.low,
        it.spells.high,
        title(&Word::FitInputAway),
        it.length,
        locale.say(texts::FitFileLine { n: it.n, method })
    )
}

/// The key of the driver that counts clients.
pub(super) const CLIENTS: &str = "clients";

/// What arrivals grow with: its key, its level at the beginning, its growth a month, and how that was
/// measured.
fn driver(
    fitted: &Fitted,
    start: Date,
) -> Option<(&'static str, f64, Interval, u64, &'static str)> {
    let numbers = &fitted.numbers;
    let name = if numbers.clients.is_some() { "clients" } else { "arrivals" };
    let row = numbers.parameters.iter().find(|it| it.name == "growth" && it.scope == name)?;
    let growth = row.interval;
    let days = |from: Date, to: Date| f64::from((to - from).get_days());
    let window = &fitted.window;
    let (key, level, since) = match numbers.clients {
        Some(it) => (CLIENTS, it.start.value, days(window.first(), start)),
        None => {
            let length = days(window.first(), window.last());
            ("volume", VOLUME, days(window.first(), start) - length / 2.0)
        }
    };
    let level = level * libm::pow(1.0 + growth.value / 100.0, since / 30.4375);
    Some((key, level, growth, row.n, row.method))
}

/// A class's share as a line of the mix.
pub(super) fn share(it: &ClassNumbers, key: &str, fitted: &Fitted, locale: Locale) -> String {
    let part = |it: f64| format!("{:.2}%", 100.0 * it);
    let title = title(&texts::FitInputShare { class: &it.class.value });
    let comment = measured("share", fitted, Some(it), locale);
    if it.share.low == it.share.high {
        return format!("{} = \"100%\"", quoted(key));
    }
    format!(
        "{} = {{ min = \"{}\", max = \"{}\", source = \"fit\", title = {title} }}   # {comment}",
        quoted(key),
        part(it.share.low),
        part(it.share.high)
    )
}
