//! A scenario that stands alone: everything in it is measured or says that it is assumed.

use super::{interval, product};
use crate::fit::{ClassNumbers, Fitted, Inferred, Numbers, Period, Says};
use crate::report::{Locale, Sentence, Word, texts};
use crate::scenario::Lang;
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
    let language = locale.lang.pick(["ru", "en"]);
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
        "[roles.agent]\ntitle = {{ ru = \"Специалист\", en = \"Agent\" }}\nheadcount = {}   # {why}\n{}\n",
        people.unwrap_or(1.0),
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

fn stream(file: &mut String, class: Option<&ClassNumbers>, fitted: &Fitted, locale: Locale) {
    let numbers = &fitted.numbers;
    let key = class.map_or_else(|| "ticket.all".into(), key);
    let value = class.map_or("", |it| it.class.value.as_str());
    let priority = class.and_then(|it| it.class.kind).map_or(3, |it| 1 + it as u8);
    let effort = class.and_then(|it| it.effort);
    let named = if value.is_empty() { &key } else { value };
    let _ = write!(
        file,
        "\n[streams.{}]\ntitle = {}\narrival = {{ mix = \"ticket\" }}\npriority = {priority}\nroute = [\n",
        quoted(&key),
        title(&texts::FitTicketTitle { class: named })
    );
    match effort {
        Some((mean, cv)) => {
            let title = title(&texts::FitInputEffort { class: named });
            let _ = writeln!(
                file,
                "  {{ effort = {{ mean = {}, cv = {:.2} }}, role = \"agent\" }},   # {}",
                range(mean, "min", &title),
                cv.value.max(0.01),
                measured("effort_mean", fitted, class, locale)
            );
        }
        None => {
            let (effort, why) = guessed(numbers.inferred, locale);
            let _ = writeln!(file, "  {{ effort = {effort}, role = \"agent\" }},   # {why}");
        }
    }
    if let Some(it) = numbers.escalation {
        let _ = writeln!(
            file,
            "  {{ branch = {}, steps = [{{ wait = \"development\", time = {{ mean = {} }}, clock = \"working\" }}{}] }},   # {}",
            part(it, "escalation", &title(&Word::FitInputEscalation)),
            development(numbers.development),
            numbers.after_escalation.map_or_else(String::new, |it| format!(
                ", {{ effort = {{ mean = {}, cv = 1 }}, role = \"agent\" }}",
                after(it)
            )),
            measured("escalation", fitted, None, locale)
        );
    }
    file.push_str("  { mark = \"solved\" },\n");
    if let Some(it) = numbers.repeat {
        let after =
            numbers.repeat_delay.map_or("24h".into(), |it| format!("{:.1}h", it.value.max(0.1)));
        let _ = writeln!(
            file,
            "  {{ reopen = {}, after = {{ exponential = \"{after}\" }}, clock = \"working\" }},   # {}",
            part(it, "repeats", &title(&Word::FitInputRepeat)),
            measured("repeat", fitted, None, locale)
        );
    }
    file.push_str("]\n");
    for (sla, kept) in [("contact", numbers.first), ("solved", numbers.done)] {
        let Some((_, minutes)) = kept.filter(|it| it.1 >= 1.0) else { continue };
        let _ = write!(
            file,
            "[streams.{}.sla.{sla}]\nto = \"{sla}\"\nwithin = {{ calendar = \"{:.0}min\" }}\ntarget = \"90%\"   # {}\n",
            quoted(&key),
            minutes.ceil(),
            locale.word(Word::FitFileKept)
        );
    }
}

/// Effort that nobody logged, one unknown number of all classes, and what it rests on.
pub(super) fn guessed(inferred: Option<Inferred>, locale: Locale) -> (String, String) {
    let told = inferred.filter(|it| it.says != Says::Other);
    let (low, high, source, why) = match told {
        Some(it) => {
            let why = locale.say(texts::FitFileInferred { n: it.n });
            (it.with_unseen.low.max(0.1), it.with_unseen.high, "fit", why)
        }
        None => (5.0, 60.0, "assumed", locale.word(Word::FitFileAssumed).to_owned()),
    };
    let (high, title) = (high.max(low + 0.01), title(&Word::FitInputInferred));
    // A mixture of classes varies more than one class.
    let effort = format!(
        "{{ mean = {{ min = \"{low:.2}min\", max = \"{high:.2}min\", source = \"{source}\", id = \"effort\", title = {title} }}, cv = 1.3 }}"
    );
    (effort, why)
}

/// The wait for others, one unknown number of all classes.
pub(super) fn development(measured: Option<Interval>) -> String {
    let Some(it) = measured else { return "{ value = \"8h\", source = \"assumed\" }".into() };
    let (low, title) = (it.low.max(0.01), title(&Word::FitInputDevelopment));
    let high = it.high.max(low + 0.01);
    format!(
        "{{ min = \"{low:.2}h\", max = \"{high:.2}h\", source = \"fit\", id = \"development\", title = {title} }}"
    )
}

/// Work after an escalation, one unknown number of all classes.
pub(super) fn after(it: Interval) -> String {
    range(it, "min", &title(&Word::FitInputAfter)).replacen(
        "source",
        "id = \"after-escalation\", source",
        1,
    )
}

/// A share of all classes, one unknown number.
pub(super) fn part(it: Interval, id: &str, title: &str) -> String {
    let percent = |it: f64| format!("{:.2}%", 100.0 * it);
    format!(
        "{{ min = \"{}\", max = \"{}\", source = \"fit\", id = \"{id}\", title = {title} }}",
        percent(it.low),
        percent(it.high)
    )
}

/// A duration with its interval.
pub(super) fn range(it: Interval, unit: &str, title: &str) -> String {
    let low = it.low.max(0.01);
    format!(
        "{{ min = \"{low:.2}{unit}\", max = \"{:.2}{unit}\", source = \"fit\", title = {title} }}",
        it.high.max(low + 0.01)
    )
}

/// How a parameter was measured, for its comment.
pub(super) fn measured(
    name: &str,
    fitted: &Fitted,
    class: Option<&ClassNumbers>,
    locale: Locale,
) -> String {
    let scope = class.map_or("all", |it| it.class.key.as_str());
    let found = fitted.numbers.parameters.iter().find(|it| it.name == name && it.scope == scope);
    found.map_or_else(String::new, |it| {
        locale.say(texts::FitFileLine { n: it.n, method: it.method })
    })
}

fn key(it: &ClassNumbers) -> String {
    if it.class.key.contains('.') {
        it.class.key.clone()
    } else {
        format!("ticket.{}", it.class.key)
    }
}

/// A text in both languages, as the file writes it.
pub(super) fn title(sentence: &impl Sentence) -> String {
    let [ru, en] = [Lang::Ru, Lang::En].map(|it| quoted(&sentence.in_lang(it)));
    format!("{{ ru = {ru}, en = {en} }}")
}

/// A string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace(char::is_control, " "))
}
