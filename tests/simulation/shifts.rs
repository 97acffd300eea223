//! People of their own hours within one role: shifts, part time, terms and pace.

use crate::world::{World, once, task};

const SHIFTS: &str = r#"
[calendars.early]
base = "none"
hours = ["08:00-16:00"]
[calendars.late]
base = "none"
hours = ["10:00-18:00"]
"#;

const DESK: &str = r#"
[roles.desk]
headcount = 2
pay = 1000
contributions = 0
people = [{ calendar = "early" }, { calendar = "late" }]
"#;

/// A desk that is open from 8 to 18.
fn two_shifts(parts: &[String]) -> World {
    let all = [SHIFTS, DESK].into_iter().chain(parts.iter().map(String::as_str));
    World::of(&all.collect::<Vec<_>>()).with("calendar.hours", "[\"08:00-18:00\"]")
}

#[test]
fn two_shifts_of_a_role_share_its_queue() {
    // Case 13: at eleven two are there, at 17:00 the late one answers at once.
    let history = two_shifts(&[
        task("a", 1, "08:30", 5, "30min"),
        task("b", 1, "09:30", 5, "1h"),
        task("c", 1, "09:45", 5, "30min"),
        task("d", 1, "11:00", 5, "30min"),
        task("e", 1, "11:00", 5, "30min"),
        task("f", 1, "11:00", 5, "30min"),
        task("g", 1, "11:00", 5, "30min"),
        task("h", 1, "15:30", 5, "1h"),
        task("i", 1, "17:00", 5, "30min"),
        task("j", 1, "17:20", 5, "50min"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "a Mon 1 08:30-09:00",
            "b Mon 1 09:30-10:30",
            "c Mon 1 10:00-10:30",
            "d Mon 1 11:00-11:30",
            "e Mon 1 11:00-11:30",
            "f Mon 1 11:30-12:00",
            "g Mon 1 11:30-12:00",
            // Begun by the early one, who goes home at 16.
            "h Mon 1 15:30-Tue 2 08:30",
            "i Mon 1 17:00-17:30",
            "j Mon 1 17:30-Tue 2 10:20",
        ]
    );
}

#[test]
fn shifts_are_counted_as_people_and_paid_by_their_hours() {
    let read = two_shifts(&[task("a", 1, "17:00", 5, "30min")]).readings();
    let total = |measure: &str| read.total(measure, "desk");
    // 22 working days of eight hours, for each of the two.
    assert_eq!((total("headcount"), total("fte")), (2.0, 2.0));
    assert_eq!((total("paid_hours"), total("cost")), (2.0 * 176.0, 2_000.0));
    assert_eq!(total("occupancy"), 0.5 / 352.0);
    assert_eq!(read.total("wait", "a"), 0.0);
}

#[test]
fn the_clock_runs_while_anybody_of_the_role_is_there() {
    let met = |within: &str| {
        let sla = format!("sla.s = {{ to = \"solved\", within = \"{within}\", target = \"90%\" }}");
        let late = task("a", 1, "17:30", 5, "1h") + &sla;
        two_shifts(&[late]).readings().total("sla.met", "a/s")
    };
    // The late one goes on at ten on Tuesday: half an hour on Monday, two and a half on Tuesday.
    assert_eq!((met("3h"), met("179min")), (1.0, 0.0));
}

const PART_TIME: &str = r#"
[roles.desk]
headcount = 2
pay = 1000
contributions = "10%"
people = [{ fte = "50%" }]
"#;

#[test]
fn half_a_position_is_half_the_day_and_half_the_pay() {
    let world = World::of(&[
        PART_TIME,
        &task("a", 1, "12:30", 5, "1h"),
        &task("b", 1, "15:00", 5, "1h"),
        &task("c", 1, "15:30", 5, "1h"),
    ]);
    // Whoever works until lunch only goes on next morning.
    let work = world.history().work();
    assert_eq!(work, ["a Mon 1 12:30-Tue 2 09:30", "b Mon 1 15:00-16:00", "c Mon 1 16:00-17:00"]);
    let read = world.readings();
    let total = |measure: &str| read.total(measure, "desk");
    assert_eq!((total("headcount"), total("fte")), (2.0, 1.5));
    assert_eq!(total("paid_hours"), 22.0 * 12.0);
    assert!((total("cost") - 1_650.0).abs() < 1e-9);
}

#[test]
fn a_calendar_says_the_hours_and_a_share_the_pay() {
    let people = r#"[calendars.mornings]
base = "none"
hours = ["09:00-13:00"]
[roles.desk]
headcount = 1
calendar = "office"
pay = 1000
contributions = 0
people = [{ calendar = "mornings", fte = "60%" }]
[calendars.office]
base = "none"
hours = ["09:00-13:00", "14:00-18:00"]
"#;
    let read = World::of(&[people, &task("a", 1, "12:30", 5, "1h")]).readings();
    let total = |measure: &str| read.total(measure, "desk");
    assert_eq!((total("headcount"), total("fte")), (1.0, 0.5));
    assert_eq!((total("paid_hours"), total("cost")), (88.0, 600.0));
}

#[test]
fn people_have_their_own_last_day_holidays_and_pay() {
    let people = r#"[roles.desk]
headcount = 3
pay = 3000
contributions = 0
people = [
  { until = 2026-06-10 },
  { away = [{ from = 2026-06-02, days = 2 }], pay = 6000 },
]
"#;
    let world = World::of(&[people, &task("a", 2, "10:00", 5, "1h")]);
    let presence = world.history().presence("desk");
    assert_eq!(
        presence,
        [
            "Mon 1 00:00-Tue 2 00:00",
            "Mon 1 00:00-Thu 11 00:00",
            "Thu 4 00:00-Wed 1 Jul 00:00",
            "Mon 1 00:00-Wed 1 Jul 00:00",
        ]
    );
    // Ten of thirty days, and two whole months.
    assert_eq!(world.readings().total("cost", "desk"), 1_000.0 + 6_000.0 + 3_000.0);
}

#[test]
fn who_is_faster_goes_first_and_is_done_sooner() {
    let people =
        "[roles.desk]\nheadcount = 2\npeople = [{ productivity = 0.5 }, { productivity = 2 }]\n";
    let history =
        World::of(&[people, &task("a", 1, "10:00", 5, "1h"), &task("b", 1, "10:00", 5, "1h")])
            .history();
    assert_eq!(history.work(), ["a Mon 1 10:00-10:30", "b Mon 1 10:00-12:00"]);
}

#[test]
fn a_late_shift_is_hired_on_a_date_for_a_share_and_a_time() {
    let policy = r#"[roles.desk]
headcount = 1
calendar = "early"
pay = 1000
contributions = 0
[[policies]]
key = "as-is"
changes = [{ hire = "desk", start = 2026-06-08, until = 2026-06-12, calendar = "late", fte = "80%", ramp = false }]
"#;
    let world = World::of(&[
        SHIFTS,
        policy,
        &task("before", 1, "17:00", 5, "30min"),
        &task("during", 8, "17:00", 5, "30min"),
        &task("after", 15, "17:00", 5, "30min"),
    ])
    .with("calendar.hours", "[\"08:00-18:00\"]");
    assert_eq!(
        world.history().work(),
        ["before Tue 2 08:00-08:30", "during Mon 8 17:00-17:30", "after Tue 16 08:00-08:30"]
    );
    let read = world.readings();
    assert_eq!(read.total("paid_hours", "desk"), 176.0 + 5.0 * 8.0);
    assert!((read.total("cost", "desk") - 1_000.0 - 800.0 * 5.0 / 30.0).abs() < 1e-9);
}

#[test]
fn urgent_work_interrupts_whoever_is_at_work() {
    // At 17:00 only the late one is, though the early one has work of a lower priority in hand.
    let history = two_shifts(&[
        task("low", 1, "15:00", 9, "2h"),
        task("mid", 1, "15:10", 7, "3h"),
        task("urgent", 1, "17:00", 1, "30min") + "interrupts = true\n",
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "low Mon 1 15:00-Tue 2 09:00",
            "mid Mon 1 15:10-17:00",
            "urgent Mon 1 17:00-17:30",
            "mid Mon 1 17:30-Tue 2 10:40",
        ]
    );
}

#[test]
fn more_people_listed_than_there_are_is_a_problem() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\npeople = [{ count = 2 }]\n",
        &once("a", 1, "10:00", "route = [{ effort = \"1h\", role = \"desk\" }]"),
    ]);
    let problem = world.load().unwrap_err();
    assert!(problem.contains("people lists 2 people, and headcount = 1"), "{problem}");
}

const COMING: &str = r#"
[roles.desk]
headcount = 1
pay = 1000
contributions = 0
hiring_cost = 300
people = [{ until = 2026-06-12 }, { start = 2026-06-11, until = 2026-06-24, pay = 2000, productivity = 2 }]
"#;

#[test]
fn a_person_works_from_the_first_day_to_the_last() {
    let world = World::of(&[
        COMING,
        &task("both", 11, "09:00", 5, "2h"),
        &task("also", 11, "09:00", 5, "2h"),
        &task("alone", 16, "09:00", 5, "2h"),
        &task("late", 25, "09:00", 5, "2h"),
    ]);
    let history = world.history();
    // The faster is asked first; nobody is left after the 24th.
    let work = ["both Thu 11 09:00-10:00", "also Thu 11 09:00-11:00", "alone Tue 16 09:00-10:00"];
    assert_eq!(history.work(), work);
    let present = ["Mon 1 00:00-Sat 13 00:00", "Thu 11 00:00-Thu 25 00:00"];
    assert_eq!(history.presence("desk"), present);
    assert_eq!(history.uncovered("desk"), ["Thu 25 00:00-Wed 1 Jul 00:00"]);
    let read = world.readings();
    let total = |measure: &str| read.total(measure, "desk");
    // Ten working days of the one and ten of the other; 12 and 14 days of 30 are paid, and whoever
    // comes was to be found. Of 22 working days one is there on 20.
    assert_eq!(total("paid_hours"), 160.0);
    assert!((total("cost") - (400.0 + 2_000.0 * 14.0 / 30.0 + 300.0)).abs() < 1e-9);
    assert_eq!(total("headcount"), 20.0 / 22.0);
}

#[test]
fn whoever_was_there_before_the_start_is_one_of_the_headcount() {
    let of = |start: &str| {
        let people = format!("[roles.desk]\nheadcount = 1\npeople = [{{ start = {start} }}]\n");
        World::of(&[&people, &task("a", 1, "09:00", 5, "1h")]).readings().total("headcount", "desk")
    };
    assert_eq!((of("2026-05-01"), of("2026-06-01"), of("2026-06-16")), (1.0, 1.0, 1.5));
}

#[test]
fn of_two_roles_that_stand_in_whoever_is_at_work_is_asked() {
    let roles = "[roles.desk]\nheadcount = 0\nstand_in = [\"morning\", \"evening\"]\n\
                 [roles.morning]\nheadcount = 1\ncalendar = \"early\"\n\
                 [roles.evening]\nheadcount = 1\ncalendar = \"late\"\n";
    let (first, second) = (task("a", 1, "09:00", 5, "30min"), task("b", 1, "17:00", 5, "30min"));
    let world = World::of(&[SHIFTS, roles, &first, &second]);
    // At 17:00 whoever of the first role is idle has gone home.
    let history = world.with("calendar.hours", "[\"08:00-18:00\"]").history();
    assert_eq!(history.work(), ["a Mon 1 09:00-09:30", "b Mon 1 17:00-17:30"]);
}
