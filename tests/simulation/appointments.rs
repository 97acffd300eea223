//! Work that must fit into one day, and work that two do together.

use crate::world::{DESK, World, once, task, urgent};

/// A visit by the desk that must fit into one day.
fn visit(key: &str, day: u32, time: &str, effort: &str) -> String {
    let step =
        format!("{{ effort = \"{effort}\", role = \"desk\", within_day = true, visit = true }}");
    once(key, day, time, &format!("route = [{step}]"))
}

#[test]
fn a_visit_begins_at_once_when_it_fits_into_what_is_left_of_the_day() {
    let history = World::of(&[DESK, &visit("morning", 1, "11:00", "4h")]).history();
    // Lunch does not cut it in two.
    assert_eq!(history.work(), ["morning Mon 1 11:00-16:00"]);
}

#[test]
fn a_visit_that_does_not_fit_begins_the_next_morning() {
    let history = World::of(&[DESK, &visit("late", 1, "15:00", "4h")]).history();
    assert_eq!(history.work(), ["late Tue 2 09:00-13:00"]);
    let history = World::of(&[DESK, &visit("friday", 5, "15:00", "4h")]).history();
    assert_eq!(history.work(), ["friday Mon 8 09:00-13:00"]);
    let history = World::of(&[DESK, &visit("exactly", 1, "14:00", "4h")]).history();
    assert_eq!(history.work(), ["exactly Mon 1 14:00-18:00"]);
}

#[test]
fn what_is_left_of_the_day_is_asked_again_when_somebody_becomes_free() {
    let history = World::of(&[
        DESK,
        &task("hand", 1, "13:00", 5, "1h"),
        &visit("fits", 1, "14:30", "3h"),
        &visit("too_long", 1, "14:10", "4h"),
        &task("paper", 1, "14:40", 5, "2h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "hand Mon 1 14:00-15:00",
            "fits Mon 1 15:00-18:00",
            "too_long Tue 2 09:00-13:00",
            "paper Tue 2 14:00-16:00",
        ]
    );
}

#[test]
fn in_the_morning_a_visit_goes_before_paperwork_left_from_the_evening() {
    let history =
        World::of(&[DESK, &task("paper", 1, "17:00", 5, "3h"), &visit("visit", 1, "17:30", "4h")])
            .history();
    assert_eq!(
        history.work(),
        ["paper Mon 1 17:00-Tue 2 09:00", "visit Tue 2 09:00-13:00", "paper Tue 2 14:00-16:00",]
    );
}

#[test]
fn in_the_morning_more_urgent_work_in_progress_goes_on() {
    let history =
        World::of(&[DESK, &task("urgent", 1, "17:00", 4, "3h"), &visit("visit", 1, "17:30", "4h")])
            .history();
    assert_eq!(history.work(), ["urgent Mon 1 17:00-Tue 2 11:00", "visit Tue 2 11:00-16:00"]);
}

#[test]
fn a_visit_is_not_interrupted() {
    let history =
        World::of(&[DESK, &visit("visit", 1, "09:00", "4h"), &urgent("u", 1, "10:00", 0, "1h")])
            .history();
    assert_eq!(history.work(), ["visit Mon 1 09:00-13:00", "u Mon 1 14:00-15:00"]);
}

#[test]
fn a_visit_longer_than_any_day_begins_at_an_opening_and_goes_on_the_next_morning() {
    let history = World::of(&[DESK, &visit("long", 1, "10:00", "10h")]).history();
    assert_eq!(history.work(), ["long Tue 2 09:00-Wed 3 11:00"]);
}

#[test]
fn what_was_booked_for_a_day_of_absence_moves_to_the_next_free_slot() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-02, days = 1 }]] }",
        &visit("visit", 1, "15:00", "4h"),
        &task("paper", 2, "10:00", 5, "1h"),
    ])
    .history();
    assert_eq!(history.work(), ["visit Wed 3 09:00-13:00", "paper Wed 3 14:00-15:00"]);
}

#[test]
fn visits_are_counted_when_they_begin() {
    let read = World::of(&[
        DESK,
        &visit("one", 1, "10:00", "1h"),
        &visit("two", 30, "17:30", "1h"),
        &task("paper", 1, "10:00", 5, "1h"),
    ])
    .readings();
    assert_eq!(read.total("visits", "desk"), 1.0);
}

const DESK_AND_HEAD: &str = "[roles.desk]\nheadcount = 1\n[roles.head]\nheadcount = 1\n";
const TOGETHER: &str = "route = [{ effort = \"2h\", role = \"desk\", together_with = \"head\" }]";

fn of_head(key: &str, time: &str, effort: &str) -> String {
    once(key, 1, time, &format!("route = [{{ effort = \"{effort}\", role = \"head\" }}]"))
}

#[test]
fn a_joint_step_occupies_both_from_beginning_to_end() {
    let history = World::of(&[
        DESK_AND_HEAD,
        &once("joint", 1, "09:00", TOGETHER),
        &task("desks", 1, "09:30", 5, "1h"),
        &of_head("heads", "09:30", "1h"),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "desk joint Mon 1 09:00-11:00",
            "head joint Mon 1 09:00-11:00",
            "desk desks Mon 1 11:00-12:00",
            "head heads Mon 1 11:00-12:00",
        ]
    );
}

#[test]
fn a_joint_step_waits_for_the_one_and_begins_when_the_other_becomes_free() {
    let history = World::of(&[
        DESK_AND_HEAD,
        &task("desks", 1, "09:00", 5, "1h"),
        &once("joint", 1, "09:30", TOGETHER),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "desk desks Mon 1 09:00-10:00",
            "desk joint Mon 1 10:00-12:00",
            "head joint Mon 1 10:00-12:00",
        ]
    );
}

#[test]

fn a_joint_step_begins_when_the_partner_becomes_free() {
    let history = World::of(&[
        DESK_AND_HEAD,
        &of_head("heads", "09:00", "1h"),
        &once("joint", 1, "09:30", TOGETHER),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "head heads Mon 1 09:00-10:00",
            "desk joint Mon 1 10:00-12:00",
            "head joint Mon 1 10:00-12:00",
        ]
    );
}

#[test]
fn in_the_morning_a_joint_step_takes_both_from_less_urgent_work() {
    let history = World::of(&[
        DESK_AND_HEAD,
        &task("desks", 1, "17:00", 5, "2h"),
        &of_head("heads", "17:00", "2h"),
        &once("joint", 1, "17:30", TOGETHER),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "desk desks Mon 1 17:00-Tue 2 09:00",
            "head heads Mon 1 17:00-Tue 2 09:00",
            "desk joint Tue 2 09:00-11:00",
            "head joint Tue 2 09:00-11:00",
            "desk desks Tue 2 11:00-12:00",
            "head heads Tue 2 11:00-12:00",
        ]
    );
}

/// Desk and head with calendars of their own.
fn with_hours(desk: &str, head: &str, joint: &str) -> Vec<String> {
    World::of(&[
        &format!("[calendars.of_desk]\nbase = \"none\"\nhours = [\"{desk}\"]"),
        &format!("[calendars.of_head]\nbase = \"none\"\nhours = [\"{head}\"]"),
        "[roles.desk]\nheadcount = 1\ncalendar = \"of_desk\"",
        "[roles.head]\nheadcount = 1\ncalendar = \"of_head\"",
        &once("joint", 1, joint, TOGETHER),
    ])
    .history()
    .work_by_role()
}

#[test]

fn a_joint_step_begins_when_the_partners_doors_open() {
    assert_eq!(
        with_hours("09:00-18:00", "14:00-18:00", "10:00"),
        ["desk joint Mon 1 14:00-16:00", "head joint Mon 1 14:00-16:00"]
    );
}

#[test]

fn a_joint_step_fits_into_the_day_of_both() {
    assert_eq!(
        with_hours("09:00-20:00", "09:00-18:00", "17:00"),
        ["desk joint Tue 2 09:00-11:00", "head joint Tue 2 09:00-11:00"]
    );
}

#[test]
fn joint_work_waits_until_neither_has_a_break_in_it() {
    let parts = "[calendars.late]\nbase = \"none\"\nhours = [\"12:00-15:00\", \"16:00-20:00\"]\n[roles.a]\nheadcount = 1\n[roles.b]\nheadcount = 1\ncalendar = \"late\"\n";
    let joint = |key: &str, day: u32, one: &str, other: &str| {
        let route = format!(
            "route = [{{ effort = \"1h\", role = \"{one}\", together_with = \"{other}\" }}]"
        );
        once(key, day, "14:30", &route)
    };
    let history = World::of(&[parts, &joint("x", 2, "a", "b"), &joint("y", 3, "b", "a")])
        .with("calendar.hours", "[\"00:00-24:00\"]")
        .history();
    // From both people's point of view; what does not fit waits for the next day.
    assert_eq!(
        history.work(),
        [
            "x Wed 3 12:00-13:00",
            "x Wed 3 12:00-13:00",
            "y Thu 4 12:00-13:00",
            "y Thu 4 12:00-13:00",
        ]
    );
}
