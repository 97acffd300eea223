//! Public holidays: of a country, of a file, and what is said where nothing is known of them.

use super::*;
use jiff::civil::date;

const CALENDAR: &str = "months = 12\n[calendar]\nbase = ";

fn in_calendar(lines: &str) -> String {
    with("months = 12", &format!("months = 12\n[calendar]\n{lines}"))
}

fn notes(text: &str) -> Vec<String> {
    let study = read(text).unwrap_or_else(|it| panic!("{it}"));
    study.baseline().scenario.notes.iter().map(|it| it.en.clone()).collect()
}

/// Writes a scenario with a calendar file beside it, and reads it.
fn with_file(calendar: &str, file: &str) -> Result<Study, Problems> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("desk.toml"), in_calendar(calendar)).unwrap();
    std::fs::write(folder.path().join("days.ics"), file).unwrap();
    load(&folder.path().join("desk.toml"), &[], None)
}

#[test]
fn a_country_closes_its_holidays() {
    let study = read(&in_calendar("base = \"us\"")).unwrap_or_else(|it| panic!("{it}"));
    let scenario = &study.baseline().scenario;
    let works = |month, day| {
        let day = scenario.timeline.day_of(date(2026, month, day)).expect("within the tables");
        scenario.calendars[0].is_working_day(day)
    };
    // Independence day on the Friday before its Saturday; Thanksgiving, and the Friday after it.
    assert!(!works(7, 3) && !works(11, 26) && works(11, 27));
    assert!(works(3, 9) && works(5, 1), "no Russian holidays");
}

#[test]
fn an_unknown_country_is_answered_with_those_that_are_known_and_with_another_way() {
    each_is_one_problem(&[
        (
            "months = 12",
            &format!("{CALENDAR}\"US\""),
            "base",
            "\"US\" are not known",
            "write \"us\"",
        ),
        ("months = 12", &format!("{CALENDAR}\"uk\""), "base", "\"uk\"", "write \"gb\""),
        ("months = 12", &format!("{CALENDAR}\"jp\""), "base", "\"jp\"", "gb, ge, hu"),
        (
            "months = 12",
            &format!("{CALENDAR}\"jp\""),
            "base",
            "\"jp\"",
            "base = \"none\" and its dates in days_off",
        ),
        ("months = 12", &format!("{CALENDAR}3"), "base", "found 3", "\"…\""),
    ]);
}

#[test]
fn where_a_government_moves_days_the_user_is_told() {
    assert!(notes(&in_calendar("base = \"kz\""))[0].contains("moves by decree are not known"));
    assert_eq!(notes(&in_calendar("base = \"de\"")), [""; 0]);
}

#[test]
fn another_currency_has_neither_holidays_nor_contributions_and_says_so() {
    let dollars = with("months = 12", "months = 12\ncurrency = \"USD\"");
    let said = notes(&dollars);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].contains("no public holidays") && said[1].contains("of `agent` is not counted")
    );
    let all = dollars
        .replace("pay = 100000", "pay = 100000\ncontributions = 0")
        .replace("[drivers.clients]", "[calendar]\nbase = \"us\"\n[drivers.clients]");
    assert_eq!(notes(&all), [""; 0]);
}

#[test]
fn days_of_a_file_are_days_off() {
    let file =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260715\nEND:VEVENT\nEND:VCALENDAR\n";
    let study = with_file("base = \"none\"\nholidays = \"days.ics\"", file).unwrap();
    let scenario = &study.baseline().scenario;
    let day = scenario.timeline.day_of(date(2026, 7, 15)).expect("within the tables");
    assert!(!scenario.calendars[0].is_working_day(day));
    assert!(scenario.notes[0].en.contains("Days off taken from `days.ics`: 1 "));
    assert_eq!(study.files.len(), 2, "what was read has its digest in the results");
}

#[test]
fn a_wrong_line_of_a_file_is_shown_with_its_place() {
    let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260231\nEND:VEVENT\nEND:VCALENDAR\n";
    let problems = with_file("holidays = \"days.ics\"", file).expect_err("no such date");
    let shown = problems.render(Lang::En, false);
    assert_eq!(problems.len(), 1, "{shown}");
    assert!(shown.contains("days.ics:3:1") && shown.contains("a date is written"), "{shown}");
    let missing = with_file("holidays = \"other.ics\"", "").expect_err("no such file");
    let shown = missing.render(Lang::En, false);
    assert_eq!(missing.len(), 1, "{shown}");
    assert!(shown.contains("`other.ics`: there is no such file"), "{shown}");
    // A text without a folder reads no other files.
    let text = problems_of_text();
    assert!(text.contains("no other file can be read here"), "{text}");
}

fn problems_of_text() -> String {
    problems(&in_calendar("holidays = \"days.ics\"")).render(Lang::En, false)
}
