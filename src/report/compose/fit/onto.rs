//! An export measured onto a scenario: only what differs is stated.

use super::scenario::{CLIENTS, flow, head, share};
use super::stream::{after, development, measured, part, range};
use super::written::{quoted, title};
use crate::fit::{ClassNumbers, Fitted};
use crate::report::{Locale, Word, texts};
use std::fmt::Write;
use toml::{Table, Value};

/// Why a scenario cannot be measured onto.
#[derive(Debug, PartialEq)]
pub(crate) enum Unfit {
    /// It divides no volume of tickets into streams.
    NoMix,
    /// A class is none of its streams.
    NoStream { class: String, streams: Vec<String> },
}

/// The text of a scenario that extends `path`, whose tables are `written`.
pub(crate) fn onto(
    fitted: &Fitted,
    written: &Table,
    path: &str,
    name: &str,
    locale: Locale,
) -> Result<String, Unfit> {
    let numbers = &fitted.numbers;
    let (mix, table) = mix_of(fitted, written).ok_or(Unfit::NoMix)?;
    let streams = shares_of(table);
    let matched =
        if streams.len() == 1 || numbers.classes.iter().all(|it| it.class.value.is_empty()) {
            Vec::new()
        } else {
            let stream = |it| stream_of(it, &streams).map(|key| (key, it));
            let matched: Result<Vec<_>, _> = numbers.classes.iter().map(stream).collect();
            matched.map_err(|class| Unfit::NoStream { class, streams: streams.clone() })?
        };
    let mut file = head(fitted, locale);
    let _ = write!(file, "extend = {}\n\n[scenario]\nname = {}\n\n", quoted(path), quoted(name));
    if let Some(it) = &numbers.clients {
        let [value, low, high] =
            [it.growth.value, it.growth.low, it.growth.high].map(|it| locale.number(it, 2));
        let _ = writeln!(file, "# {}", locale.say(texts::FitFileGrowth { value, low, high }));
    }
    let driven = table.get("driver").and_then(Value::as_str) == Some(CLIENTS);
    let driver = numbers.clients.filter(|_| driven).map(|_| CLIENTS);
    let _ = writeln!(file, "[mixes.{}]\n{}", quoted(&mix), flow(fitted, locale, driver));
    if !matched.is_empty() {
        let _ = writeln!(file, "\n[mixes.{}.shares]", quoted(&mix));
    }
    for (stream, class) in &matched {
        let _ = writeln!(file, "{}", share(class, stream, fitted, locale));
    }
    // The unknown number that all classes shared stays one name: that of the largest class.
    let largest = matched
        .iter()
        .max_by(|a, b| a.1.share.value.total_cmp(&b.1.share.value))
        .map(|it| it.0.clone());
    let mut settled = Vec::new();
    for (stream, class) in &matched {
        let mut route = Route {
            fitted,
            class,
            keeps_id: Some(stream) == largest.as_ref(),
            has_effort: false,
            has_after: false,
            settled: &mut settled,
        };
        let steps: Vec<String> =
            route_of(written, stream).iter().map(|it| route.step(it, true)).collect();
        let _ = writeln!(file, "\n[streams.{}]", quoted(stream));
        if class.effort.is_some() {
            let _ = writeln!(file, "# {}", locale.word(Word::FitFileLogged));
        }
        let comment = measured("effort_mean", fitted, Some(class), locale);
        let _ = writeln!(file, "route = [   # {comment}");
        for it in steps.iter().filter(|it| !it.is_empty()) {
            let _ = writeln!(file, "  {it},");
        }
        file.push_str("]\n");
    }
    let known = known_readings(written, &settled);
    if !known.is_empty() {
        let known: Vec<String> = known.iter().map(|it| quoted(it)).collect();
        let _ = write!(file, "\n[plan]\nknown_readings = [{}]\n", known.join(", "));
    }
    Ok(file)
}

/// The mix with the most streams that are classes of the export.
fn mix_of<'a>(fitted: &Fitted, written: &'a Table) -> Option<(String, &'a Table)> {
    let mixes = written.get("mixes")?.as_table()?;
    let known = |table: &Table| {
        let streams = shares_of(table);
        fitted.numbers.classes.iter().filter(|it| stream_of(it, &streams).is_ok()).count()
    };
    let tables = mixes.iter().filter_map(|(key, it)| Some((key.clone(), it.as_table()?)));
    tables.max_by_key(|it| known(it.1))
}

fn shares_of(mix: &Table) -> Vec<String> {
    let shares = mix.get("shares").and_then(Value::as_table);
    shares.into_iter().flat_map(|it| it.keys().cloned()).collect()
}

/// The stream of a class; the class where there is none.
fn stream_of(class: &ClassNumbers, streams: &[String]) -> Result<String, String> {
    let key = &class.class.key;
    let is = |it: &&String| *it == key || it.rsplit('.').next() == Some(key);
    streams.iter().find(is).cloned().ok_or_else(|| class.class.value.clone())
}

fn route_of(written: &Table, stream: &str) -> Vec<Value> {
    let route = written.get("streams").and_then(|it| it.get(stream)).and_then(|it| it.get("route"));
    route.and_then(Value::as_array).cloned().unwrap_or_default()
}

/// What the measured numbers make of a route.
struct Route<'a> {
    fitted: &'a Fitted,
    class: &'a ClassNumbers,
    keeps_id: bool,
    /// Whether the measured work stands in the route already, and that after an escalation.
    has_effort: bool,
    has_after: bool,
    /// Names of unknown numbers that are known now.
    settled: &'a mut Vec<String>,
}

impl Route<'_> {
    /// A step of the route, or nothing where its work is part of the minutes logged.
    fn step(&mut self, step: &Value, is_first_level: bool) -> String {
        let Some(table) = step.as_table() else { return inline(step) };
        let numbers = &self.fitted.numbers;
        let mut written: Vec<(String, String)> = Vec::new();
        for (key, value) in table {
            let text = match key.as_str() {
                "effort" => match self.class.effort {
                    Some(_) if !is_first_level => {
                        match numbers.after_escalation.filter(|_| !self.has_after) {
                            Some(it) => {
                                self.has_after = true;
                                format!("{{ mean = {}, cv = 1 }}", after(it))
                            }
                            None => return String::new(),
                        }
                    }
                    Some(_) if self.has_effort => return String::new(),
                    Some((mean, cv)) => {
                        self.has_effort = true;
                        let title =
                            title(&texts::FitInputEffort { class: &self.class.class.value });
                        let mut mean = range(mean, "min", &title);
                        if let Some(id) = id_in(value) {
                            self.settled.push(id.clone());
                            if self.keeps_id {
                                mean = mean.replacen(
                                    "source",
                                    &format!("id = {}, source", quoted(&id)),
                                    1,
                                );
                            }
                        }
                        format!("{{ mean = {mean}, cv = {:.2} }}", cv.value.max(0.01))
                    }
                    None => inline(value),
                },
                "branch" => match numbers.escalation {
                    Some(it) => part(
                        it,
                        &id_in(value).unwrap_or("escalation".into()),
                        &title(&Word::FitInputEscalation),
                    ),
                    None => inline(value),
                },
                "reopen" => match numbers.repeat {
                    Some(it) => part(
                        it,
                        &id_in(value).unwrap_or("repeats".into()),
                        &title(&Word::FitInputRepeat),
                    ),
                    None => inline(value),
                },
                "after" => match numbers.repeat_delay {
                    Some(it) => format!(
                        "{{ exponential = {{ value = \"{:.1}h\", source = \"fit\" }} }}",
                        it.value.max(0.1)
                    ),
                    None => inline(value),
                },
                "time" if !is_first_level && numbers.development.is_some() => {
                    format!("{{ mean = {} }}", development(numbers.development))
                }
                "steps" | "otherwise" => {
                    let steps = value.as_array().into_iter().flatten();
                    let steps: Vec<String> =
                        steps.map(|it| self.step(it, false)).filter(|it| !it.is_empty()).collect();
                    format!("[{}]", steps.join(", "))
                }
                _ => inline(value),
            };
            written.push((key.clone(), text));
        }
        // What a step is stands before what it says.
        let first = |it: &(String, String)| {
            !["effort", "wait", "branch", "cycle", "mark", "reopen", "spawn"]
                .contains(&it.0.as_str())
        };
        written.sort_by_key(first);
        let written: Vec<String> =
            written.iter().map(|(key, text)| format!("{key} = {text}")).collect();
        format!("{{ {} }}", written.join(", "))
    }
}

/// The `id` of an unknown number inside a value.
fn id_in(value: &Value) -> Option<String> {
    let table = value.as_table()?;
    let own = table.get("id").and_then(Value::as_str).map(str::to_owned);
    own.or_else(|| table.values().find_map(id_in))
}

/// Of a question that the export has answered, the reading that changes nothing.
fn known_readings(written: &Table, settled: &[String]) -> Vec<String> {
    let readings = written.get("plan").and_then(|it| it.get("readings")).and_then(Value::as_array);
    let readings: Vec<&Table> =
        readings.into_iter().flatten().filter_map(Value::as_table).collect();
    let text = |it: &Table, key: &str| it.get(key).and_then(Value::as_str).map(str::to_owned);
    let changes =
        |it: &Table| it.get("changes").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_settled = |it: &Value| {
        let set = it.get("set").and_then(Value::as_str);
        set.is_some_and(|it| settled.iter().any(|id| id == it))
    };
    let answered: Vec<_> = readings
        .iter()
        .filter(|it| changes(it).iter().any(is_settled))
        .filter_map(|it| text(it, "unknown"))
        .collect();
    let unchanged = readings.iter().filter(|it| changes(it).is_empty());
    unchanged
        .filter(|it| text(it, "unknown").is_some_and(|it| answered.contains(&it)))
        .filter_map(|it| text(it, "key"))
        .collect()
}

/// A value of TOML in one line.
fn inline(value: &Value) -> String {
    match value {
        Value::String(it) => quoted(it),
        Value::Integer(it) => it.to_string(),
        Value::Float(it) => format!("{it:?}"),
        Value::Boolean(it) => it.to_string(),
        Value::Datetime(it) => it.to_string(),
        Value::Array(it) => format!("[{}]", it.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(it) => {
            let key = |it: &str| match it
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || it == '_' || it == '-')
            {
                true => it.to_owned(),
                false => quoted(it),
            };
            let pairs: Vec<String> = it
                .iter()
                .map(|(name, value)| format!("{} = {}", key(name), inline(value)))
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}
