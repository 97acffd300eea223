//! Hires on a date, and hires when a measure passes a level.

use crate::world::{World, task};

const DESK: &str = "[roles.desk]\nheadcount = 1\ntime_to_fill = \"10d\"\n";

fn hired(world: &[&str], change: &str) -> World {
    let policy = format!("[[policies]]\nkey = \"as-is\"\nchanges = [{{ {change} }}]");
    let mut parts = world.to_vec();
    parts.push(&policy);
    World::of(&parts)
}

#[test]
fn a_hire_begins_on_its_date() {
    let work = [
        DESK,
        &task("a", 9, "09:00", 5, "1h"),
        &task("b", 9, "09:00", 5, "1h"),
        &task("c", 10, "09:00", 5, "1h"),
        &task("d", 10, "09:00", 5, "1h"),
    ];
    let world = hired(&work, "hire = \"desk\", start = 2026-06-10, ramp = false");
    let history = world.history();
    assert_eq!(history.joined(), ["Wed 10 00:00"]);
    assert_eq!(
        history.work(),
        [
            "a Tue 9 09:00-10:00",
            "b Tue 9 10:00-11:00",
            "c Wed 10 09:00-10:00",
            "d Wed 10 09:00-10:00",
        ]
    );
    let headcount = world.readings().total("headcount", "desk");
    assert!((headcount - (1.0 + 15.0 / 22.0)).abs() < 1e-12, "{headcount}");
}

#[test]
fn several_may_be_hired_at_once_and_on_the_first_day() {
    let world = hired(
        &[DESK, &task("a", 9, "09:00", 5, "1h")],
        "hire = \"desk\", start = 2026-06-01, count = 3",
    );
    assert_eq!(world.history().joined(), ["Mon 1 00:00"; 3]);
    assert_eq!(world.readings().total("headcount", "desk"), 4.0);
}

#[test]
fn a_hire_outside_the_horizon_is_refused() {
    for date in ["2026-05-31", "2026-07-01", "2031-01-01"] {
        let change = format!("hire = \"desk\", start = {date}");
        let problems = hired(&[DESK, &task("a", 9, "09:00", 5, "1h")], &change).load();
        let problems = problems.err().unwrap_or_else(|| panic!("{date} is accepted"));
        assert!(problems.contains("start"), "{problems}");
    }
}

/// So many items on every working day.
fn daily(count: u32) -> String {
    let arrival = format!("arrival = {{ on = \"daily\", count = {count} }}");
    let sla = "sla.s = { to = \"solved\", within = \"8h\", target = \"95%\" }";
    format!("[streams.a]\n{arrival}\nroute = [{{ effort = \"1h\", role = \"desk\" }}]\n{sla}\n")
}

#[test]
fn a_trigger_on_arrivals_asks_for_a_person_at_the_end_of_the_month() {
    // June has 22 working days, July 23, August 21.
    let when = |level: u32| {
        let change = format!("hire_when = \"desk\", arrivals = [\"a\"], above = {level}");
        hired(&[DESK, &daily(2)], &change).months(3).history().joined()
    };
    assert_eq!(when(44), ["Sat 11 Jul 00:00"]);
    assert_eq!(when(45), ["Tue 11 Aug 00:00"]);
    assert!(when(47).is_empty());
}

#[test]
fn the_lead_in_does_not_count_towards_the_first_month_of_a_trigger() {
    let change = "hire_when = \"desk\", arrivals = [\"a\"], above = 47";
    let world = hired(&[DESK, &daily(2)], change).months(3).with("scenario.lead_in", "1");
    assert!(world.history().joined().is_empty());
}

#[test]
fn a_trigger_on_a_backlog_counts_what_is_open_at_the_end_of_the_month() {
    // Ten hours of work come for eight of the desk: 44 are open after June, 90 after July.
    let when = |level: u32| {
        let change = format!("hire_when = \"desk\", backlog = [\"a\"], above = {level}");
        hired(&[DESK, &daily(10)], &change).months(3).history().joined()
    };
    assert_eq!(when(44), ["Sat 11 Jul 00:00"]);
    assert_eq!(when(45), ["Tue 11 Aug 00:00"]);
}

#[test]
fn a_trigger_on_occupancy_wants_so_many_months_in_a_row() {
    let when = |months: u32, level: &str| {
        let change = format!(
            "hire_when = \"desk\", occupancy = \"desk\", above = \"{level}\", months = {months}"
        );
        hired(&[DESK, &daily(6)], &change).months(3).history().joined()
    };
    assert_eq!(when(1, "75%"), ["Sat 11 Jul 00:00"]);
    assert_eq!(when(2, "75%"), ["Tue 11 Aug 00:00"]);
    assert!(when(1, "76%").is_empty());
}

#[test]
fn a_trigger_on_a_driver_fires_when_it_passes_the_level() {
    let clients = "[drivers.clients]\nlinear = { from = 100, to = 400, months = 3 }\n";
    let when = |level: u32| {
        let change = format!("hire_when = \"desk\", driver = \"clients\", above = {level}");
        hired(&[DESK, clients, &daily(1)], &change).months(3).history().joined()
    };
    assert_eq!(when(190), ["Sat 11 Jul 00:00"]);
    assert_eq!(when(250), ["Tue 11 Aug 00:00"]);
}

#[test]
fn a_trigger_on_an_sla_looks_at_the_share_of_three_months() {
    let when = |count: u32| {
        let change = "hire_when = \"desk\", sla = \"a/s\", below = \"95%\"";
        hired(&[DESK, &daily(count)], change).months(3).history().joined()
    };
    assert!(when(8).is_empty());
    assert_eq!(when(10), ["Sat 11 Jul 00:00"]);
}

#[test]

fn a_trigger_on_an_sla_sees_what_is_overdue_and_open() {
    let change = "hire_when = \"desk\", sla = \"a/s\", below = \"95%\"";
    let nobody = DESK.replace("headcount = 1", "headcount = 0");
    let history = hired(&[&nobody, &daily(1)], change).months(3).history();
    assert_eq!(history.joined(), ["Sat 11 Jul 00:00"]);
}

#[test]
fn a_trigger_asks_for_one_person_at_a_time_and_for_no_more_than_its_most() {
    let change = "hire_when = \"desk\", arrivals = [\"a\"], above = 1, most = 2";
    let world = hired(&[DESK, &daily(1)], change).months(6);
    assert_eq!(world.history().joined(), ["Sat 11 Jul 00:00", "Tue 11 Aug 00:00"]);
    // While the first is still being looked for, nobody else is asked for.
    let slow = world.with("roles.desk.time_to_fill", "40d");
    assert_eq!(slow.history().joined(), ["Mon 10 Aug 00:00", "Sun 11 Oct 00:00"]);
}

#[test]
fn a_trigger_may_ask_for_several_at_once_but_for_no_more_than_its_most() {
    let change = "hire_when = \"desk\", arrivals = [\"a\"], above = 1, count = 2, most = 3";
    let history = hired(&[DESK, &daily(1)], change).months(6).history();
    assert_eq!(history.joined(), ["Sat 11 Jul 00:00", "Sat 11 Jul 00:00", "Tue 11 Aug 00:00"]);
}
