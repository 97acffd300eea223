//! Work that is bought.

use crate::world::{World, once, task};

/// A desk that is busy all Monday, and a contractor.
fn with(items: &[String], contractor: &str) -> World {
    let policy = format!(
        "[[policies]]\nkey = \"as-is\"\nchanges = [{{ contractor = \"freelance\", role = \"desk\", price = 8000, {contractor} }}]"
    );
    let hand = task("hand", 1, "09:00", 1, "8h");
    let mut parts = vec!["[roles.desk]\nheadcount = 1", &hand];
    parts.extend(items.iter().map(String::as_str));
    parts.push(&policy);
    World::of(&parts)
}

/// Four items of an hour, one after another.
fn four() -> Vec<String> {
    ["10:00", "10:10", "10:20", "10:30"]
        .iter()
        .zip(["a", "b", "c", "d"])
        .map(|(time, key)| task(key, 1, time, 5, "1h"))
        .collect()
}

#[test]
fn a_contractor_is_called_when_enough_items_wait() {
    let history =
        with(&four(), "streams = [\"a\", \"b\", \"c\", \"d\"], capacity = 10, when_waiting = 2")
            .history();
    // Two wait already when the third comes.
    assert_eq!(history.bought(), ["Mon 1 10:20", "Mon 1 10:30"]);
    assert_eq!(history.completions("c"), ["Mon 1 11:20"]);
    assert_eq!(
        history.work(),
        ["hand Mon 1 09:00-18:00", "a Tue 2 09:00-10:00", "b Tue 2 10:00-11:00"]
    );
}

#[test]
fn a_contractor_takes_no_more_a_month_than_its_capacity() {
    let world = with(&four(), "streams = [\"a\", \"b\", \"c\", \"d\"], capacity = 1").months(2);
    assert_eq!(world.history().bought(), ["Mon 1 10:10", "Wed 1 Jul 10:10"]);
}

#[test]

fn a_contractor_has_its_capacity_in_every_month_of_the_lead_in() {
    let world = with(&four(), "streams = [\"a\", \"b\", \"c\", \"d\"], capacity = 1")
        .with("scenario.lead_in", "3");
    assert_eq!(world.history().bought().len(), 4);
}

#[test]
fn a_contractor_takes_only_its_streams_and_only_from_its_date() {
    let history = with(&four(), "streams = [\"d\"], capacity = 10").history();
    assert_eq!(history.bought(), ["Mon 1 10:30"]);
    let later = with(&four(), "capacity = 10, from = 2026-07-01").months(2).history();
    assert!(later.bought().iter().all(|it| it.contains("Jul")), "{:?}", later.bought());
    assert_eq!(later.bought().len(), 3);
}

#[test]
fn a_contractor_begins_after_its_lead_in_working_hours_and_costs_its_price() {
    let world = with(&four(), "streams = [\"d\"], capacity = 10, lead = \"10h\"");
    // Ten hours of the calendar lead into the night: it begins in the morning.
    assert_eq!(world.history().completions("d"), ["Tue 2 10:00"]);
    assert_eq!(world.readings().total("cost", "freelance"), 8000.0);
    let two_days = with(&four(), "streams = [\"d\"], capacity = 10, lead = \"2d\"");
    assert_eq!(two_days.history().completions("d"), ["Wed 3 11:30"]);
}

#[test]
fn what_follows_a_contractors_step_is_done_by_the_department() {
    let route =
        "route = [{ effort = \"1h\", role = \"desk\" }, { effort = \"30min\", role = \"head\" }]";
    let items = [
        task("a", 1, "09:30", 5, "1h"),
        once("visit", 1, "10:00", route),
        "[roles.head]\nheadcount = 1".to_owned(),
    ];
    let history = with(&items, "streams = [\"visit\"], capacity = 10").history();
    assert_eq!(history.work_on("visit"), ["Mon 1 11:00-11:30"]);
    assert_eq!(history.contacts("visit"), [0.0]);
}

#[test]
fn a_contractors_later_step_is_no_second_contact() {
    let route =
        "route = [{ effort = \"30min\", role = \"head\" }, { effort = \"1h\", role = \"desk\" }]";
    let items = [
        task("a", 1, "09:30", 5, "1h"),
        once("visit", 1, "10:00", route),
        "[roles.head]\nheadcount = 1".to_owned(),
    ];
    let history = with(&items, "streams = [\"visit\"], capacity = 10").history();
    assert_eq!(history.contacts("visit"), [0.0]);
}
