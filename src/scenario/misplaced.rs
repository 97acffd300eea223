//! Keys that people write where the format has another place for what they mean: what to write, and
//! which keys, missing otherwise, are meant by them.

use super::absent;
use super::model::Text;
use super::problem::say;
use super::tree::{Node, Value};
use super::value::said;

/// What people call a key, and the key; the first that the table knows is meant.
const OTHER_WORDS: [(&[&str], &str); 22] = [
    (&["cost", "зарплата", "оклад"], "pay"),
    (&["country"], "base"),
    (&["growth"], "compound"),
    (&["value"], "constant"),
    (&["date", "from", "when", "on", "дата"], "start"),
    (
        &["сотрудников", "count", "staff", "employees", "agents", "size", "number", "штат"],
        "headcount",
    ),
    (&["number", "quantity", "сколько", "количество"], "count"),
    (&["turnover", "churn", "текучесть"], "attrition"),
    (&["ramp_up", "rampup", "training", "onboarding", "обучение"], "ramp"),
    (&["goal", "level", "цель"], "target"),
    (&["limit", "time", "deadline", "hours", "срок"], "within"),
    (&["name", "название"], "title"),
    (&["duration", "horizon", "length"], "months"),
    (&["weekdays", "weekend", "weekends", "work_days"], "days"),
    (&["max_hires", "hires"], "max_people"),
    (&["who", "by", "agent", "team", "roles", "assignee", "кто"], "role"),
    (&["time", "work", "duration", "minutes", "handling", "handle_time", "aht"], "effort"),
    (&["probability", "chance", "share"], "branch"),
    (&["team", "teams", "staff", "people", "agents", "employees", "positions", "роли"], "roles"),
    (&["tickets", "queues", "queue", "work", "tasks", "requests", "channels"], "streams"),
    (&["clients", "customers", "driver"], "drivers"),
    (&["options", "scenarios", "what_if", "variants"], "policies"),
];

/// The key of a table that is meant by another word.
pub(crate) fn other_word<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let key = key.to_lowercase();
    let said = OTHER_WORDS.iter().filter(|it| it.0.contains(&key.as_str()));
    said.filter_map(|it| known.iter().copied().find(|known| *known == it.1)).next()
}

/// What to write in place of a key that belongs elsewhere, and the keys that need not be asked for then.
pub(crate) fn instead_of(
    kind: &str,
    key: &str,
    value: &Node,
) -> Option<(Text, &'static [&'static str])> {
    Some(match (kind, key) {
        ("scenario", "years") => {
            let months = match value.value {
                Value::Whole(years @ 1..=20) => years * 12,
                _ => 12,
            };
            (
                say!(
                    "срок пишется в месяцах: months = {months}",
                    "the span is written in months: months = {months}"
                ),
                &["months"],
            )
        }
        ("scenario", "end" | "until" | "finish" | "to") => (
            say!(
                "конец пишется числом месяцев от start: months = 12",
                "the end is written as months from start: months = 12"
            ),
            &["months"],
        ),
        ("file", "sla" | "slas") => (
            say!(
                "срок стоит у своего вида работ: [streams.имя.sla.solved]",
                "a service level stands with its stream: [streams.name.sla.solved]"
            ),
            &[],
        ),
        (
            "stream",
            "effort" | "role" | "steps" | "handle_time" | "handling" | "aht" | "duration",
        ) => (
            say!(
                "кто и сколько работает, пишется шагами: route = [{{ effort = \"30min\", role = \"agent\" }}]",
                "who works how long is written in steps: route = [{{ effort = \"30min\", role = \"agent\" }}]"
            ),
            &["route"],
        ),
        (
            "stream",
            "rate" | "volume" | "per" | "arrivals" | "per_week" | "per_month" | "per_day" | "mix",
        ) => (
            say!(
                "сколько приходит, пишется так: arrival = {{ rate = 300, per = \"week\" }}",
                "how much comes is written arrival = {{ rate = 300, per = \"week\" }}"
            ),
            &["arrival"],
        ),
        ("stream", "repeat" | "repeats" | "reopen" | "reopened") => (
            say!(
                "возвраты — это шаг маршрута: {{ reopen = \"5%\" }}",
                "what comes back is a step of the route: {{ reopen = \"5%\" }}"
            ),
            &[],
        ),
        ("stream", "escalation" | "escalate" | "escalated") => (
            say!(
                "передача дальше — это шаг маршрута: {{ branch = \"20%\", steps = [{{ effort = \"1h\", role = \"…\" }}] }}",
                "escalation is a step of the route: {{ branch = \"20%\", steps = [{{ effort = \"1h\", role = \"…\" }}] }}"
            ),
            &[],
        ),
        (
            "mix" | "rate" | "arrival_rate",
            "per_week" | "per_month" | "per_day" | "per_year" | "volume",
        ) => {
            let rate = said_number(value).unwrap_or_else(|| "300".to_owned());
            let per = match key {
                "per_day" => "working-day",
                "per_month" => "month",
                "per_year" => "year",
                _ => "week",
            };
            (
                say!(
                    "поток пишется так: rate = {rate}, per = \"{per}\"",
                    "a rate is written rate = {rate}, per = \"{per}\""
                ),
                &["rate", "per"],
            )
        }
        ("driver", "growth" | "yearly" | "monthly" | "rate")
        | ("linear", "growth" | "yearly" | "monthly") => {
            let growth = growth_a_year(key, value);
            (
                say!(
                    "рост долей пишется так: compound = {{ from = 100, yearly = \"{growth}\" }}",
                    "growth by a share is written compound = {{ from = 100, yearly = \"{growth}\" }}"
                ),
                &["to", "months"],
            )
        }
        ("driver", "from" | "to" | "start" | "end" | "months") => (
            say!(
                "от и до пишется так: linear = {{ from = 900, to = 1200, months = 12 }}",
                "from and to are written linear = {{ from = 900, to = 1200, months = 12 }}"
            ),
            &[],
        ),
        ("compound", "monthly") => (absent::monthly(value), &["yearly"]),
        ("policy", "hire" | "set" | "hires") => (
            say!(
                "что меняется, пишется списком: changes = [{{ hire = \"agent\", start = 2026-04-01 }}]",
                "what it changes is a list: changes = [{{ hire = \"agent\", start = 2026-04-01 }}]"
            ),
            &[],
        ),
        ("calendar", "lunch" | "break" | "breaks" | "обед") => (
            say!(
                "перерыв — это промежуток между часами: hours = [\"09:00-13:00\", \"14:00-18:00\"]",
                "a break is what the hours leave out: hours = [\"09:00-13:00\", \"14:00-18:00\"]"
            ),
            &[],
        ),
        ("calendar", "open" | "close" | "opens" | "closes" | "from" | "to" | "start" | "end") => (
            say!(
                "часы пишутся вместе: hours = [\"09:00-18:00\"]",
                "hours are written together: hours = [\"09:00-18:00\"]"
            ),
            &[],
        ),
        ("role", "utilization" | "utilisation" | "occupancy" | "load") => (
            say!(
                "занятость — это результат, её не задают: уберите строку",
                "how busy people are is a result and is not stated: remove the line"
            ),
            &[],
        ),
        ("role", "shrinkage") => (
            say!(
                "пишется частями: holiday = {{ blocks = [\"14d\"] }}, sickness = {{ spells = 1, length = \"5d\" }}; встречи — вид работ с for_each",
                "it is written by its parts: holiday = {{ blocks = [\"14d\"] }}, sickness = {{ spells = 1, length = \"5d\" }}; meetings are a stream with for_each"
            ),
            &[],
        ),
        _ => return None,
    })
}

fn said_number(value: &Node) -> Option<String> {
    match &value.value {
        Value::Whole(number) => Some(number.to_string()),
        Value::Text(text) => said::per(text).map(|it| it.0),
        _ => None,
    }
}

/// Growth a year: as written, or twelve times that of a month.
fn growth_a_year(key: &str, value: &Node) -> String {
    let text = value.text().filter(|it| it.contains('%')).unwrap_or("10%").to_lowercase();
    let (share, span) = text.split_once('%').unwrap_or((&text, ""));
    let monthly = key == "monthly" || ["month", "мес"].iter().any(|it| span.contains(it));
    let yearly = || absent::yearly(share).filter(|_| monthly);
    yearly().unwrap_or_else(|| format!("{}%", share.trim()))
}
