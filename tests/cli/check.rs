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
    for template in ["help-desk", "call-centre", "field-service", "three-lines"] {
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
