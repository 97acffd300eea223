//! Which idle agent takes the work.
//!
//! Nobody tells who does a piece of work, so the tests see to it that the wrong person would do it
//! otherwise: more slowly, or in two parts because of a holiday.

use crate::world::{World, task};

const FIRST_AWAY_ON_TUESDAY: &str =
    "[roles.desk]\nheadcount = 2\nholiday = { people = [[{ from = 2026-06-02, days = 1 }]] }";

/// Ten hours begun on Monday by the first person are handed over on Tuesday.
fn is_done_by_the_first(work: &[String]) -> bool {
    work.len() == 2
}

#[test]
fn of_two_who_have_been_idle_as_long_the_first_hired_takes_it() {
    let world = World::of(&[FIRST_AWAY_ON_TUESDAY, &task("long", 1, "10:00", 5, "10h")]);
    let work = world.history().work_on("long");
    assert!(is_done_by_the_first(&work), "{work:?}");
}

#[test]
fn whoever_has_been_idle_longest_takes_it() {
    let world = |first: &str, second: &str| {
        let history = World::of(&[
            FIRST_AWAY_ON_TUESDAY,
            &task("first", 1, "09:00", 5, first),
            &task("second", 1, "09:30", 5, second),
            &task("long", 1, "12:30", 5, "10h"),
        ])
        .history();
        history.work_on("long")
    };
    let work = world("1h", "2h");
    assert_eq!(work, ["Mon 1 12:30-Tue 2 00:00", "Tue 2 09:00-15:30"]);
    let work = world("3h", "1h");
    assert_eq!(work, ["Mon 1 12:30-Tue 2 15:30"]);
}

#[test]
fn a_night_or_a_lunch_does_not_make_anybody_idle_anew() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2\nholiday = { people = [[{ from = 2026-06-03, days = 1 }]] }",
        &task("first", 1, "09:00", 5, "3h"),
        &task("second", 1, "09:30", 5, "1h"),
        &task("night", 1, "20:00", 5, "10h"),
    ])
    .history();
    // The second has been idle since half past ten, the first since noon.
    assert_eq!(history.work_on("night"), ["Tue 2 09:00-Wed 3 11:00"]);
}

#[test]

fn who_comes_back_from_absence_on_the_same_day_is_idle_as_long_as_the_other() {
    let history = World::of(&[
        r#"[roles.desk]
        headcount = 2
        holiday = { people = [
            [{ from = 2026-06-02, days = 3 }, { from = 2026-06-08, days = 1 }],
            [{ from = 2026-06-01, days = 4 }],
        ] }"#,
        &task("long", 5, "09:00", 5, "10h"),
    ])
    .history();
    assert_eq!(history.work_on("long"), ["Fri 5 09:00-Mon 8 00:00", "Mon 8 09:00-11:00"]);
}

/// Somebody experienced, and a newcomer on the first day who needs nearly twice the time.
const WITH_NEWCOMER: &str = r#"
[roles.desk]
headcount = 1
ramp = { from = "50%", months = 2 }
[[policies]]
key = "as-is"
changes = [{ hire = "desk", start = 2026-06-01 }]
"#;

#[test]
fn the_most_productive_takes_it_though_a_newcomer_has_been_idle_longer() {
    let history = World::of(&[
        &task("a", 1, "09:00", 5, "1h"),
        &task("b", 1, "09:30", 5, "1h"),
        &task("c", 1, "11:40", 5, "30min"),
        &task("d", 1, "12:15", 5, "30min"),
        WITH_NEWCOMER,
    ])
    .history();
    assert_eq!(history.work_on("a"), ["Mon 1 09:00-10:00"]);
    let by_newcomer = history.work_on("b");
    assert!(by_newcomer[0].starts_with("Mon 1 09:30-11:2"), "{by_newcomer:?}");
    assert_eq!(history.work_on("c"), ["Mon 1 11:40-12:10"]);
    assert_eq!(history.work_on("d"), ["Mon 1 12:15-12:45"]);
}

#[test]
fn of_two_newcomers_the_more_productive_takes_it() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 0\nramp = { from = \"50%\", months = 2 }",
        &task("a", 16, "09:00", 5, "1h"),
        &task("b", 16, "12:00", 5, "1h"),
        r#"[[policies]]
        key = "as-is"
        changes = [{ hire = "desk", start = 2026-06-08 }, { hire = "desk", start = 2026-06-01 }]"#,
    ])
    .history();
    // Two months are 61 days. The one who came on the first is at 62.6 % after 15 days.
    for (span, hours) in history.spans().iter().zip([9.0, 12.0]) {
        let productivity = 0.5 + 0.5 * (15.0 + hours / 24.0) / 61.0;
        let taken = (span.2.to_worked - span.2.from_worked).hours();
        assert!((taken - 1.0 / productivity).abs() < 1e-6, "{taken} h");
    }
}

#[test]

fn who_has_become_fully_productive_while_idle_is_a_newcomer_no_more() {
    let history = World::of(&[
        r#"[roles.desk]
        headcount = 1
        ramp = { from = "50%", months = 1 }
        holiday = { people = [[{ from = 2026-07-03, days = 1 }]] }"#,
        &task("long", 2, "09:00", 5, "10h"),
        "[[policies]]\nkey = \"as-is\"\nchanges = [{ hire = \"desk\", start = 2026-06-01 }]",
    ])
    .months(2)
    .history();
    // In June the experienced person does it; in July the other has been idle longer.
    assert_eq!(
        history.work_on("long"),
        ["Tue 2 09:00-Wed 3 11:00", "Thu 2 Jul 09:00-Fri 3 Jul 11:00"]
    );
}
