//! A scenario that stands alone: everything in it is measured or says that it is assumed.

use super::{interval, product};
use crate::fit::{ClassNumbers, Fitted, OUTSIDE};
use crate::report::{Locale, Sentence, Word, texts};
use crate::scenario::Lang;
use crate::statistics::Interval;
use jiff::civil::Date;
use std::fmt::Write;

/// Months that are simulated.
const MONTHS: u32 = 24;

/// The text of the scenario.
pub(crate) fn alone(fitted: &Fitted, name: &str, locale: Locale) -> String {
    let numbers = &fitted.numbers;
    let mut file = head(fitted, locale);
    let line = |file: &mut String, text: &str| {
        file.push_str(text);
        file.push('\n');
    };
    let start = month_after(fitted.window.last());
    let language = locale.lang.pick(["ru", "en"]);
    let _ = write!(
        file,
        "[scenario]\nname = {}\nstart = {start}\nmonths = {MONTHS}\nlanguage = \"{language}\"\n\n",
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
    if let Some(it) = &numbers.clients {
        let yearly = |it: f64| format!("{:.2}%", 100.0 * (libm::pow(1.0 + it / 100.0, 12.0) - 1.0));
        let growth = it.growth;
        let comment =
            locale.say(texts::FitFileLine { n: it.seen, method: "zero-truncated Poisson" });
        line(&mut file, "[drivers.clients]");
        line(&mut file, "title = { ru = \"Клиенты\", en = \"Clients\" }");
        line(
            &mut file,
            &format!(
                "compound = {{ from = {:.0}, yearly = {{ min = \"{}\", max = \"{}\", source = \"fit\" }} }}   # {comment}\n",
                it.end.value,
                yearly(growth.low),
                yearly(growth.high)
            ),
        );
    }
    let people = numbers.agents.map(|it| it.round().max(1.0));
    let why =
        locale.word(if people.is_some() { Word::FitFilePeople } else { Word::FitFileAssumed });
    let _ = write!(
        file,
        "[roles.agent]\ntitle = {{ ru = \"Специалист\", en = \"Agent\" }}\nheadcount = {}   # {why}\n\n",
        people.unwrap_or(1.0)
    );
    let _ = writeln!(file, "[mixes.ticket]\n{}", flow(fitted, locale, numbers.clients.is_some()));
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
pub(super) fn flow(fitted: &Fitted, locale: Locale, with_clients: bool) -> String {
    let numbers = &fitted.numbers;
    let all_day = numbers.office.outside > OUTSIDE;
    let new = 1.0 - numbers.repeat.map_or(0.0, |it| it.value);
    let rate = |it: f64| format!("{:.3}", it * new);
    let n = fitted.tickets;
    let comment = match all_day {
        true => locale.say(texts::FitFileRateAll { n }),
        false => locale.say(texts::FitFileRate { n }),
    };
    let title = title(&Word::FitInputRate);
    let mut text = format!(
        "rate = {{ min = {}, max = {}, source = \"fit\", title = {title} }}   # {comment}\nper = \"{}\"\n",
        rate(numbers.daily.low),
        rate(numbers.daily.high),
        if all_day { "calendar-day" } else { "working-day" }
    );
    if let Some(it) = numbers.clients.filter(|_| with_clients) {
        let at = (it.start.value * it.end.value).sqrt();
        let _ = writeln!(
            text,
            "driver = \"clients\"\nat = {at:.0}   # {}",
            locale.word(Word::FitFileAt)
        );
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
    let _ = write!(text, "day_cv = {:.3}", numbers.day_cv);
    text
}

/// A class's share as a line of the mix.
pub(super) fn share(it: &ClassNumbers, key: &str, fitted: &Fitted, locale: Locale) -> String {
    let part = |it: f64| format!("{:.2}%", 100.0 * it);
    let title = title(&texts::FitInputShare { class: &it.class.value });
    let comment = locale.say(texts::FitFileLine { n: fitted.tickets, method: "Wilson" });
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
            let _ = writeln!(
                file,
                "  {{ effort = {{ mean = {{ min = \"5min\", max = \"60min\", source = \"assumed\", id = \"effort\" }}, cv = 1 }}, role = \"agent\" }},   # {}",
                locale.word(Word::FitFileAssumed)
            );
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

fn month_after(date: Date) -> Date {
    date.first_of_month().saturating_add(jiff::Span::new().months(1))
}
