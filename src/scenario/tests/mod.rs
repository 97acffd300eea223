//! The whole way from text to study, tried from outside.

mod bad_names;
mod bad_numbers;
mod bad_values;
mod bad_whole;
mod clocks;
mod extend;
mod holidays;
mod hostile;
mod kept;
mod like;
mod natural;
mod patience;
mod policies;
mod readings;
mod reference;
mod replay;
mod seats;
mod set;
mod shares;
mod shipped;
mod side_by_side;
mod skills;
mod slips;
mod spoken;

use super::*;

fn reference() -> &'static str {
    include_str!("../../../scenarios/reference.toml")
}

fn read(text: &str) -> Result<Study, Problems> {
    read_set(text, &[])
}

/// A text with values set over it.
fn read_set(text: &str, set: &[(&str, &str)]) -> Result<Study, Problems> {
    let over: Vec<(String, String)> =
        set.iter().map(|(path, value)| ((*path).into(), (*value).into())).collect();
    let study = load_text("test.toml", text, None, &over, None);
    kept::compare(&format!("{text}{set:?}"), &study);
    study
}

/// A small scenario that is right in everything but what is put in place of some of its text.
const SMALL: &str = r#"[scenario]
start = 2026-02-01
months = 12

[drivers.clients]
constant = 100

[roles.agent]
headcount = 2
pay = 100000
holiday = { blocks = ["14d"] }

[roles.head]
headcount = 1

[mixes.all]
rate = 10
per = "week"
shares = { "ticket.urgent" = "40%", "ticket.normal" = "60%" }

[streams."ticket.urgent"]
arrival = { mix = "all" }
route = [
  { effort = "1h", role = "agent" },
  { wait = "client", time = "2h" },
  { mark = "answered" },
  { spawn = "check" },
]
[streams."ticket.urgent".sla.solved]
to = "solved"
within = "4h"
target = "95%"

[streams."ticket.normal"]
arrival = { mix = "all" }
route = [{ effort = "1h", role = "agent" }]

[streams.check]
arrival = "spawned"
route = [{ effort = "1h", role = "head" }]

[[policies]]
key = "as-is"

[[policies]]
key = "more"
changes = [{ hire = "agent", start = 2026-03-01 }]

[plan]
confidence = "90%"

[[claims]]
id = "C-1"
text = "it works"
tests = [{ measure = "sla.met", scope = "ticket.urgent/solved", at_least = "95%" }]
"#;

/// The small scenario with one text in place of another, which must occur.
fn with(old: &str, new: &str) -> String {
    assert!(SMALL.contains(old), "the small scenario has no {old:?}");
    SMALL.replacen(old, new, 1)
}

/// The problems of a text that must have some.
fn problems(text: &str) -> Problems {
    match read(text) {
        Ok(_) => panic!("no problem was found in:\n{text}"),
        Err(problems) => problems,
    }
}

/// Each row: what stands in the small scenario, what is put there, the text of the line where the one
/// problem must be shown, the words of what is wrong, and of what to write instead.
fn each_is_one_problem(rows: &[(&str, &str, &str, &str, &str)]) {
    for (old, new, line, what, instead) in rows {
        let problems = problems(&with(old, new));
        let shown = problems.render(Lang::En, false);
        assert_eq!(problems.len(), 1, "{new}:\n{shown}");
        let problem = &problems.list[0];
        let excerpt = problem.excerpt.as_ref().map_or("", |it| &it.line);
        assert!(excerpt.contains(line), "{new}: shown at {excerpt:?}\n{shown}");
        assert!(problem.line > 0 && problem.column > 0);
        assert!(problem.what.en.contains(what), "{new}: {}", problem.what.en);
        let hint = problem.instead.as_ref().map_or("", |it| it.en.as_str());
        assert!(hint.contains(instead), "{new}: {hint}");
        assert!(!problem.what.ru.is_empty() && problem.what.ru != problem.what.en, "{new}");
    }
}

#[test]
fn the_small_scenario_is_right() {
    let study = read(SMALL).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(study.policies.len(), 2);
    assert_eq!(study.files.len(), 1);
    assert_eq!(study.files[0].1.len(), 64);
}
