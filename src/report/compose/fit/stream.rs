//! Streams of a scenario that stands alone, and what a route is made of.

use super::written::{quoted, title};
use crate::fit::{ClassNumbers, Fitted, Inferred, Kept, Says};
use crate::report::{Locale, Word, texts};
use crate::statistics::Interval;
use std::fmt::Write;

/// A smaller share than this is no target that anybody kept.
const LEAST_KEPT: f64 = 0.5;

/// A class of tickets: what is done with one, and what was kept so far.
pub(super) fn stream(
    file: &mut String,
    class: Option<&ClassNumbers>,
    fitted: &Fitted,
    locale: Locale,
) {
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
    let kept = class.map_or(numbers.kept, |it| it.kept);
    for (sla, kept) in ["contact", "solved"].into_iter().zip(kept) {
        sla_kept(file, &key, sla, kept, locale);
    }
}

/// The target that was kept so far; none where hardly anything was.
fn sla_kept(file: &mut String, key: &str, sla: &str, kept: Option<Kept>, locale: Locale) {
    let Some(it) = kept.filter(|it| it.within >= 1.0 && it.share >= LEAST_KEPT) else { return };
    let why = if it.months < 12 { Word::FitFileKeptAlways } else { Word::FitFileKept };
    let _ = write!(
        file,
        "[streams.{}.sla.{sla}]\nto = \"{sla}\"\nwithin = {{ calendar = \"{:.0}min\" }}\ntarget = \"{:.0}%\"   # {}\n",
        quoted(key),
        it.within,
        (100.0 * it.share).floor(),
        locale.word(why)
    );
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

/// The key of its stream.
pub(super) fn key(it: &ClassNumbers) -> String {
    if it.class.key.contains('.') {
        it.class.key.clone()
    } else {
        format!("ticket.{}", it.class.key)
    }
}
