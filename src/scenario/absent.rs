//! Keys that people expect and the format does not have, wherever they stand: what to write instead.

use super::model::Text;
use super::problem::say;
use super::tree::{Node, Value};

/// What to write in place of a key that is not there, when it is known what is meant by it.
pub(crate) fn instead_of(key: &str) -> Option<Text> {
    Some(match key {
        "sick_days" | "sick_leave" => say!(
            "болезни пишутся так: sickness = {{ spells = 1, length = \"5d\" }} — раз в год, по 5 дней",
            "sickness is written sickness = {{ spells = 1, length = \"5d\" }}: once a year, 5 days each"
        ),
        "vacation" | "vacation_days" | "pto" => say!(
            "отпуск пишется так: holiday = {{ blocks = [\"14d\", \"14d\"] }}",
            "holidays are written holiday = {{ blocks = [\"14d\", \"14d\"] }}"
        ),
        "salary" | "wage" => {
            say!("оклад пишется так: pay = 100000, в месяц", "pay is written pay = 5000, a month")
        }
        "timezone" | "time_zone" | "tz" => say!(
            "часовой пояс пишется в календаре: zone = \"Europe/Moscow\" в [calendar] — время сценария, zone = \"Asia/Almaty\" в [calendars.имя] — время тех, кто в нём работает",
            "a time zone is written in a calendar: zone = \"America/New_York\" in [calendar] is the clock of the scenario, zone = \"Europe/Berlin\" in [calendars.name] that of the people who work by it"
        ),
        "part_time" | "fte" => say!(
            "кто работает неполный день, пишется в роли: people = [{{ count = 1, fte = \"50%\" }}]; headcount считает и его",
            "part-time people are written in the role: people = [{{ count = 1, fte = \"50%\" }}]; headcount counts them too"
        ),
        "shift" | "shifts" => say!(
            "смены — это календари: [calendars.late] с hours = [\"13:00-21:00\"], а в роли people = [{{ count = 2, calendar = \"late\" }}]",
            "shifts are calendars: [calendars.late] with hours = [\"13:00-21:00\"], and in the role people = [{{ count = 2, calendar = \"late\" }}]"
        ),
        "skill" | "skills" => say!(
            "навыки пишутся у роли или у её людей: people = [{{ skills = [\"network\"] }}], а шаг требует одного: {{ effort = …, role = …, skill = \"network\" }}",
            "skills are written in a role or with its people: people = [{{ skills = [\"network\"] }}], and a step asks for one: {{ effort = …, role = …, skill = \"network\" }}"
        ),
        "patience" | "abandon" | "abandonment" => say!(
            "кто не дождался, пишется у вида работ: в [streams.имя] patience = {{ mean = \"5min\" }}",
            "who gives up is written with the stream: in [streams.name] patience = {{ mean = \"5min\" }}"
        ),
        "concurrency" | "concurrent" | "parallel" => say!(
            "сколько чатов один ведёт сразу, пишется в шаге: {{ effort = …, role = …, at_once = 3 }}",
            "how many chats a person serves at a time is written in the step: {{ effort = …, role = …, at_once = 3 }}"
        ),
        "first_day" | "start_date" | "last_day" | "end_date" => say!(
            "с какого и по какой день человек работает: в роли people = [{{ start = 2026-09-01, until = 2027-08-31 }}]",
            "from which day to which a person works: in the role people = [{{ start = 2026-09-01, until = 2027-08-31 }}]"
        ),
        "temp" | "temps" => say!(
            "люди на время — это найм с концом: {{ hire = \"agent\", start = 2026-06-01, until = 2026-08-31 }} в changes варианта",
            "people for a time are a hire with an end: {{ hire = \"agent\", start = 2026-06-01, until = 2026-08-31 }} in the changes of a policy"
        ),
        _ => return None,
    })
}

/// Growth a month as growth a year: the same every month, twelve times.
pub(super) fn monthly(value: &Node) -> Text {
    let share = match &value.value {
        Value::Text(text) => text.trim().strip_suffix('%').map(str::trim),
        _ => None,
    };
    match share.and_then(|it| Some((it, yearly(it)?))) {
        Some((share, yearly)) => say!(
            "рост пишется в год: yearly = \"{yearly}\" (двенадцать раз по {share} %)",
            "growth is written a year: yearly = \"{yearly}\" (twelve times {share} %)"
        ),
        None => say!(
            "рост пишется в год: (1 + рост в месяц)^12 − 1; для 3 % в месяц yearly = \"42.6%\"",
            "growth is written a year: (1 + growth a month)^12 − 1; for 3 % a month yearly = \"42.6%\""
        ),
    }
}

/// What so many per cent a month are in a year, with its sign.
pub(super) fn yearly(monthly: &str) -> Option<String> {
    let share: f64 = monthly.trim().parse().ok()?;
    let plausible = (-99.0..=100.0).contains(&share);
    let yearly = (libm::pow(1.0 + share / 100.0, 12.0) - 1.0) * 100.0;
    plausible.then(|| format!("{yearly:.1}%"))
}
