//! Work that interrupts other work, and what becomes of that.

use crate::world::{DESK, World, task, urgent};

#[test]
fn interrupted_work_resumes_before_other_work_but_after_work_that_could_interrupt_it() {
    let history = World::of(&[
        DESK,
        &task("long", 1, "09:00", 5, "3h"),
        &urgent("u1", 1, "09:30", 2, "1h"),
        &urgent("u2", 1, "10:00", 2, "1h"),
        &task("patient", 1, "10:05", 1, "1h"),
        &task("equal", 1, "09:10", 5, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "long Mon 1 09:00-09:30",
            "u1 Mon 1 09:30-10:30",
            "u2 Mon 1 10:30-11:30",
            "long Mon 1 11:30-15:00",
            "patient Mon 1 15:00-16:00",
            "equal Mon 1 16:00-17:00",
        ]
    );
}

#[test]
fn interruptions_nest_and_the_latest_interrupted_resumes_first() {
    let history = World::of(&[
        DESK,
        &task("low", 1, "09:00", 9, "1h"),
        &urgent("middle", 1, "09:15", 5, "1h"),
        &urgent("top", 1, "09:45", 1, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "low Mon 1 09:00-09:15",
            "middle Mon 1 09:15-09:45",
            "top Mon 1 09:45-10:45",
            "middle Mon 1 10:45-11:15",
            "low Mon 1 11:15-12:00",
        ]
    );
}

#[test]
fn equals_and_work_that_may_not_interrupt_wait_their_turn() {
    let history = World::of(&[
        DESK,
        &urgent("hand", 1, "09:00", 5, "2h"),
        &urgent("equal", 1, "09:30", 5, "30min"),
        &task("patient", 1, "09:40", 0, "30min"),
    ])
    .history();
    assert_eq!(
        history.work(),
        ["hand Mon 1 09:00-11:00", "patient Mon 1 11:00-11:30", "equal Mon 1 11:30-12:00",]
    );
}

#[test]
fn each_interruption_costs_the_interrupted_work_its_resume_cost() {
    let long = task("long", 1, "09:00", 5, "1h") + "resume_cost = \"5min\"\n";
    let world = World::of(&[
        DESK,
        &long,
        &urgent("u1", 1, "09:10", 1, "10min"),
        &urgent("u2", 1, "09:30", 1, "10min"),
    ]);
    assert_eq!(
        world.history().work_on("long"),
        ["Mon 1 09:00-09:10", "Mon 1 09:20-09:30", "Mon 1 09:40-10:30"]
    );
}

#[test]
fn interrupted_work_stays_with_its_agent_though_another_is_idle() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2",
        &task("first", 1, "09:00", 5, "1h"),
        &task("second", 1, "09:10", 5, "2h"),
        &urgent("u", 1, "09:30", 1, "2h"),
    ])
    .history();
    // The latest started gives way; whoever finishes the other at ten has nothing to do.
    assert_eq!(
        history.work(),
        [
            "first Mon 1 09:00-10:00",
            "second Mon 1 09:10-09:30",
            "u Mon 1 09:30-11:30",
            "second Mon 1 11:30-14:10",
        ]
    );
}

#[test]
fn an_interruption_takes_the_lowest_priority_and_of_equals_the_latest_started() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 4",
        &task("five", 1, "09:00", 5, "3h"),
        &task("seven_early", 1, "09:10", 7, "3h"),
        &task("seven_late", 1, "09:20", 7, "3h"),
        &task("six", 1, "09:30", 6, "3h"),
        &urgent("u1", 1, "10:00", 1, "8h"),
        &urgent("u2", 1, "10:01", 1, "8h"),
        &urgent("u3", 1, "10:02", 1, "8h"),
        &urgent("u4", 1, "10:03", 1, "8h"),
        &urgent("u5", 1, "10:04", 1, "8h"),
    ])
    .history();
    let first_spans = &history.work()[..4];
    assert_eq!(
        first_spans,
        [
            "five Mon 1 09:00-10:03",
            "seven_early Mon 1 09:10-10:01",
            "seven_late Mon 1 09:20-10:00",
            "six Mon 1 09:30-10:02",
        ]
    );
    // Nobody is left who could be interrupted: it waits, and goes before what was interrupted.
    assert_eq!(history.work_on("u5"), ["Tue 2 10:00-Wed 3 10:00"]);
    assert_eq!(history.work_on("seven_late")[1], "Wed 3 10:00-12:20");
}

#[test]
fn work_that_resumed_counts_as_started_then() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2",
        &task("a", 1, "09:00", 5, "4h"),
        &task("b", 1, "09:10", 5, "4h"),
        &urgent("u1", 1, "09:30", 1, "30min"),
        &urgent("u2", 1, "10:30", 1, "30min"),
    ])
    .history();
    // Both times b: it was the latest started, and then the latest resumed.
    assert_eq!(history.work_on("a"), ["Mon 1 09:00-13:00"]);
    assert_eq!(
        history.work_on("b"),
        ["Mon 1 09:10-09:30", "Mon 1 10:00-10:30", "Mon 1 11:00-15:10"]
    );
}

#[test]
fn interrupting_work_that_comes_at_lunch_interrupts_after_lunch() {
    let history =
        World::of(&[DESK, &task("long", 1, "12:00", 5, "2h"), &urgent("u", 1, "13:30", 1, "1h")])
            .history();
    assert_eq!(
        history.work(),
        ["long Mon 1 12:00-14:00", "u Mon 1 14:00-15:00", "long Mon 1 15:00-16:00"]
    );
}

#[test]
fn a_policy_can_forbid_interruptions() {
    let world = World::of(&[
        DESK,
        &task("long", 1, "09:00", 5, "2h"),
        &urgent("u", 1, "09:30", 1, "1h"),
        "[[policies]]\nkey = \"on\"\n[[policies]]\nkey = \"off\"\nchanges = [{ interrupts = false, streams = [\"u\"] }]",
    ]);
    assert_eq!(world.history_under("on").work_on("u"), ["Mon 1 09:30-10:30"]);
    assert_eq!(world.history_under("off").work_on("u"), ["Mon 1 11:00-12:00"]);
}

#[test]
fn interrupted_work_of_somebody_who_falls_absent_goes_back_to_the_front() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2\nholiday = { people = [[], [{ from = 2026-06-02, days = 7 }]] }",
        &task("a", 1, "15:00", 5, "4h"),
        &task("b", 1, "15:30", 7, "3h"),
        &task("waiting", 1, "15:40", 7, "1h"),
        &urgent("u", 1, "16:00", 1, "6h"),
    ])
    .history();
    // u takes the second person from b, and interrupts the first one in the morning when both come back.
    assert_eq!(history.work_on("u"), ["Mon 1 16:00-Tue 2 00:00", "Tue 2 09:00-13:00"]);
    assert_eq!(history.work_on("a"), ["Mon 1 15:00-Tue 2 09:00", "Tue 2 14:00-15:00"]);
    assert_eq!(history.work_on("b"), ["Mon 1 15:30-16:00", "Tue 2 15:00-17:30"]);
    assert_eq!(history.work_on("waiting"), ["Tue 2 17:30-Wed 3 09:30"]);
}

#[test]
fn urgent_work_that_came_at_night_interrupts_a_stand_in_in_the_morning() {
    let night = "[streams.night]\narrival = { on = \"month-day\", day = 2, at = \"20:00\" }\npriority = 1\ninterrupts = true\nroute = [{ effort = \"30min\", role = \"desk\" }]\n";
    let low = "[streams.low]\narrival = { on = \"month-day\", day = 2, at = \"17:30\" }\npriority = 2\nroute = [{ effort = \"3h\", role = \"head\" }]\n";
    let day = urgent("day", 3, "09:15", 1, "30min");
    let history = World::of(&[
        "[roles.head]\nheadcount = 1\n[roles.desk]\nheadcount = 0\nstand_in = [\"head\"]",
        low,
        night,
        &day,
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "low Tue 2 17:30-Wed 3 09:00",
            "night Wed 3 09:00-09:30",
            "day Wed 3 09:30-10:00",
            "low Wed 3 10:00-12:30",
        ]
    );
}
