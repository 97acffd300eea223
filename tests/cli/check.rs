//! `check`, `init`, `schema`, help.

use crate::small::Place;

#[test]
fn a_check_says_what_arithmetic_says() {
    let place = Place::new();
    let left = place.succeeds(&["check", "small.toml"]);
    for said in [
        "Работы больше, чем успевают люди, у 1 роли из 1: специалист",
        "Клиенты: 100 → 159",
        "48 ч работы — всегда позже, чем 5 дней",
        "roles.agent.pay",
        "1 допущение",
    ] {
        assert!(left.stdout.contains(said), "{said} is not in {}", left.stdout);
    }
    assert!(place.files("output").is_empty());
}

#[test]
fn a_check_in_json_has_the_hand_values() {
    let place = Place::new();
    let left = place.succeeds(&["check", "small.toml", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&left.stdout).unwrap();
    let now = &found["roles"][0]["offered_load"]["now"];
    // 9 a day × 40, 45 or 50 minutes ÷ 0.95, in days of eight hours.
    for (key, minutes) in [("low", 40.0), ("mean", 45.0), ("high", 50.0)] {
        let exact = 9.0 * minutes / 60.0 / 0.95 / 8.0;
        let value = now[key].as_f64().unwrap();
        assert!((value / exact - 1.0).abs() < 0.003, "{key}: {value}, not {exact}");
    }
    assert_eq!(found["two_limits"][0]["sla"], "ticket/solved");
    assert_eq!(found["two_limits"][0]["working_limit_later"].as_f64(), Some(1.0));
    assert_eq!(found["assumed"][0]["path"], "roles.agent.pay");
    assert_eq!(found["roles"][0]["months"].as_array().map(Vec::len), Some(6));
}

#[test]
fn a_policy_may_be_checked() {
    let place = Place::new();
    let left = place.succeeds(&["check", "small.toml", "--policy", "second", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&left.stdout).unwrap();
    assert_eq!(found["policy"], "second");
    assert_eq!(found["roles"][0]["headcount"][1].as_f64(), Some(2.0));
}

#[test]
fn what_init_writes_can_be_checked_and_run() {
    let place = Place::new();
    place.succeeds(&["init", "new/mine.toml"]);
    place.succeeds(&["check", "new/mine.toml"]);
    place.succeeds(&["run", "new/mine.toml", "--replications", "1", "--quiet"]);
}

#[test]
fn every_template_is_a_file_in_the_language_asked_for_that_checks_and_runs() {
    let place = Place::new();
    for template in ["help-desk", "call-centre", "field-service", "three-lines", "two-shifts"] {
        for (lang, money, question) in [("ru", "₽", "Как загружены"), ("en", "$", "How busy")]
        {
            let file = &format!("{template}-{lang}.toml");
            place.succeeds(&["init", file, "--template", template, "--lang", lang]);
            let checked = place.succeeds(&["check", file]).stdout;
            assert!(checked.contains(question), "{checked}");
            assert!(!checked.contains('✗') && !checked.contains("staffcast init"), "{checked}");
            let ran = place.succeeds(&["run", file, "--replications", "2"]).stdout;
            assert!(ran.contains(money), "{ran}");
        }
    }
    place.succeeds(&["init", "p.toml", "--template", "pass24", "--lang", "en"]);
    assert!(place.succeeds(&["check", "p.toml"]).stdout.contains("Checked without simulating"));
}

#[test]
fn init_leaves_a_file_that_exists_as_it_is() {
    let place = Place::new();
    let before = place.read("small.toml");
    let left = place.staffcast(&["init", "small.toml"]);
    assert_eq!(left.code, 1);
    assert!(left.stderr.contains("`small.toml` уже есть"), "{}", left.stderr);
    assert_eq!(place.read("small.toml"), before);
}

#[test]
fn the_schema_is_json() {
    let left = Place::new().succeeds(&["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&left.stdout).unwrap();
    assert_eq!(schema["title"], "staffcast");
    assert!(schema["$defs"].is_object());
}

#[test]
fn help_lists_what_there_is() {
    let place = Place::new();
    for arguments in [&["--help"][..], &["run", "--help"], &["check", "--help"], &["--version"]] {
        let left = place.succeeds(arguments);
        assert!(left.stdout.contains("staffcast") || left.stdout.contains("SCENARIO"));
        assert_eq!(left.stderr, "");
    }
    let help = place.succeeds(&["--help"]).stdout;
    for command in ["run", "check", "init", "schema"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is not in {help}");
    }
}

/// A desk open from 7 to 21, an early shift that gets all the work, a late one that only stands in.
const SHIFTS: &str = r#"
[scenario]
name = "shifts"
start = 2027-02-01
months = 12
language = "en"
[calendar]
base = "none"
hours = ["07:00-21:00"]
[calendars.early]
base = "none"
hours = ["07:00-15:00"]
[calendars.late]
base = "none"
hours = ["13:00-21:00"]
[drivers.tickets]
title = "Tickets a week"
linear = { from = 600, to = 660, months = 12 }
[roles.early]
title = "Early shift"
headcount = 3
calendar = "early"
stand_in = ["late"]
[roles.late]
title = "Late shift"
headcount = 2
calendar = "late"
[streams.ticket]
title = "Tickets"
arrival = { rate = 600, per = "week", driver = "tickets", at = 600 }
route = [{ effort = "5min", role = "early" }]
[streams.ticket.sla.answer]
to = "contact"
within = { calendar = "4h" }
target = "90%"
"#;

#[test]
fn a_check_names_hours_that_nobody_covers_and_people_whom_no_work_reaches() {
    let place = Place::with(SHIFTS);
    let left = place.succeeds(&["check", "small.toml"]);
    let said = left.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "“Tickets”: Mon–Fri 15:00–21:00 are no working hours of those who do it (early shift).",
        "Late shift: no work of their own; they only stand in for others (early shift)",
        "write role = [\"early\", \"late\"] in the step",
        "nobody works on it Mon–Fri 15:00–21:00",
    ] {
        assert!(said.contains(sentence), "{sentence} is not in {said}");
    }
    let found = place.succeeds(&["check", "small.toml", "--json"]).stdout;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let doubts: Vec<&str> =
        found["doubts"].as_array().unwrap().iter().filter_map(|it| it["doubt"].as_str()).collect();
    assert_eq!(doubts, ["uncovered", "idle"]);
}

#[test]
fn what_a_check_says_to_write_leaves_no_hour_and_nobody_out() {
    let shared = r#"role = ["early", "late"] }"#;
    let written =
        SHIFTS.replace("stand_in = [\"late\"]\n", "").replace("role = \"early\" }", shared);
    let found = Place::with(&written).succeeds(&["check", "small.toml", "--json"]).stdout;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["doubts"], serde_json::json!([]));
}

#[test]
fn a_check_asks_whether_at_is_missing_and_says_what_several_times_capacity_is_made_of() {
    let place = Place::with(&SHIFTS.replace(", at = 600", ""));
    let left = place.succeeds(&["check", "small.toml"]);
    let said = left.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "“Tickets”: 600 a week for each unit of “Tickets a week”, which stands at 600 at the start, are 360,000 a week. If 600 a week come in all, write at = 600",
        "most of it is “Tickets”",
    ] {
        assert!(said.contains(sentence), "{sentence} is not in {said}");
    }
}

#[test]
fn a_check_of_a_sound_desk_doubts_nothing() {
    let place = Place::new();
    let found = place.succeeds(&["check", "small.toml", "--json"]).stdout;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["doubts"], serde_json::json!([]));
}

#[test]
fn a_list_has_every_name_that_options_take_and_its_present_value() {
    let left = Place::new().succeeds(&["list", "small.toml", "--lang", "en"]).stdout;
    for said in [
        "as-is",
        "second",
        "hire",
        "agent",
        "100,000",
        "Effort a ticket",
        "40–50 min",
        "ticket/solved",
        "95.0%",
        "sla.met",
        "utilisation",
    ] {
        assert!(
            left.contains(&said.replace(' ', "\u{a0}")) || left.contains(said),
            "{said}: {left}"
        );
    }
}

#[test]
fn shells_and_manuals_know_every_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = place.succeeds(&["completions", shell]).stdout;
        assert!(script.contains("sensitivity") && script.contains("hire"), "{shell}: {script}");
    }
    let pages = place.succeeds(&["man"]).stdout;
    assert!(pages.contains(".TH staffcast") && pages.contains("staffcast-run"), "{pages}");
}

#[test]
fn two_shifts_answers_what_the_arithmetic_of_its_hours_says() {
    let place = Place::new();
    place.succeeds(&["init", "t.toml", "--template", "two-shifts", "--lang", "en"]);
    let checked = place.succeeds(&["check", "t.toml"]).stdout;
    assert!(checked.contains("Every role has people enough"), "{checked}");
    place.succeeds(&["run", "t.toml", "--replications", "10", "--out", "o", "--quiet"]);
    let summary = place.read("o/summary.csv");
    let mean = |measure: &str, role: &str| -> f64 {
        let line = summary.lines().find(|it| it.contains(&format!(",{measure},{role},")));
        let value = line.and_then(|it| it.split(',').nth(4)).expect("the measure");
        value.parse().expect("a number")
    };
    // 450 tickets a week that grow by 42.6 % in the year: 540 in the mean. Each takes 12 minutes of tier 1,
    // and every fifth 30 minutes of tier 2. A person works 37.5 hours a week, but for 11 days of holiday.
    let tickets = 450.0 * 0.426 / 1.426_f64.ln();
    let person = 37.5 * 250.0 / 261.0;
    for (role, minutes, there) in [("tier1", 12.0, 5.5), ("tier2", 6.0, 3.0)] {
        let needed = tickets * minutes / 60.0 / person;
        let found = mean("offered_load", role);
        assert!((found / needed - 1.0).abs() < 0.1, "{role}: {found}, by hand {needed}");
        let busy = mean("utilisation", role);
        assert!((busy / (needed / there) - 1.0).abs() < 0.15, "{role}: {busy} of {there}");
    }
}
