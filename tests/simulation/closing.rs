//! Work that is finished after closing.

use crate::world::{DESK, World, once, task, urgent};

/// A call that whoever begins it finishes.
fn call(key: &str, day: u32, time: &str, effort: &str) -> String {
    let route = format!("finish = true\nroute = [{{ effort = \"{effort}\", role = \"desk\" }}]");
    once(key, day, time, &route)
}

#[test]
fn a_call_begun_before_closing_is_finished_and_the_next_begins_in_the_morning() {
    let history = World::of(&[
        DESK,
        &call("a", 1, "17:55", "10min"),
        &call("b", 1, "17:58", "10min"),
        &task("letter", 2, "17:55", 5, "10min"),
    ])
    .history();
    assert_eq!(
        history.work(),
        ["a Mon 1 17:55-18:05", "b Tue 2 09:00-09:10", "letter Tue 2 17:55-Wed 3 09:05",]
    );
}

#[test]
fn a_call_goes_on_at_lunch_and_through_the_night() {
    let lunch = World::of(&[DESK, &call("a", 1, "12:50", "20min"), &call("b", 1, "12:55", "1h")]);
    assert_eq!(lunch.history().work(), ["a Mon 1 12:50-13:10", "b Mon 1 14:00-15:00"]);
    let night = World::of(&[DESK, &call("a", 5, "17:00", "20h")]).history();
    assert_eq!(night.work(), ["a Fri 5 17:00-Sat 6 13:00"]);
}

#[test]
fn hours_after_closing_are_worked_and_not_paid() {
    let read = |effort: &str| {
        let world = World::of(&[DESK, &call("a", 30, "17:00", effort)]);
        let read = world.with("scenario.run_out", "1").readings();
        (read.total("busy_hours", "desk"), read.total("paid_hours", "desk"))
    };
    assert_eq!(read("1h"), (1.0, 176.0));
    assert_eq!(read("3h"), (3.0, 176.0));
    // Over the end of the month: what was worked after closing counts where it ended. July has such
    // a call of its own.
    let later = World::of(&[DESK, &call("a", 30, "17:00", "10h")]).months(2).readings();
    assert_eq!(later.monthly("busy_hours", "desk"), [1.0, 9.0 + 10.0]);
}

#[test]
fn a_call_is_interrupted_while_the_desk_is_open_and_finished_later() {
    let history = World::of(&[
        DESK,
        &call("a", 1, "17:00", "1h 30min"),
        &urgent("fire", 1, "17:15", 1, "30min"),
        &urgent("late", 1, "18:20", 1, "30min"),
    ])
    .history();
    // After closing nobody is interrupted: what is urgent begins in the morning.
    assert_eq!(
        history.work(),
        [
            "a Mon 1 17:00-17:15",
            "fire Mon 1 17:15-17:45",
            "a Mon 1 17:45-19:00",
            "late Tue 2 09:00-09:30",
        ]
    );
}

#[test]
fn whoever_leaves_at_midnight_hands_the_call_over() {
    let two = "[roles.desk]\nheadcount = 2\nholiday = { people = [[{ from = 2026-06-02, days = 7 }], []] }\n";
    let history = World::of(&[two, &call("a", 1, "17:00", "8h")]).history();
    // Seven hours until midnight; the last one in the morning by a colleague.
    assert_eq!(history.work(), ["a Mon 1 17:00-Tue 2 00:00", "a Tue 2 09:00-10:00"]);
}

#[test]
fn work_that_must_fit_into_the_day_is_not_finished_after_it() {
    let stream = once(
        "a",
        1,
        "09:00",
        "finish = true\nroute = [{ effort = \"1h\", role = \"desk\", within_day = true }]",
    );
    let said = World::of(&[DESK, &stream]).load().expect_err("they exclude each other");
    assert!(said.contains("remove one of the two"), "{said}");
}
