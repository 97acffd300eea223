//! Overtime: longer days within the law, and what they are paid.

use crate::world::{World, task};

/// 174 000 a month are 1 000 an hour: 2026 has 2 088 hours without public holidays.
const DESK: &str = "[roles.desk]\nheadcount = 1\npay = 174000\ncontributions = \"0%\"\n";

fn worked(world: &[&str], changes: &str) -> World {
    let policy = format!("[[policies]]\nkey = \"as-is\"\nchanges = [{{ {changes} }}]");
    let mut parts = world.to_vec();
    parts.push(&policy);
    World::of(&parts)
}

fn overtime(from: &str, to: &str, rest: &str) -> String {
    format!("overtime = \"desk\", from = {from}, to = {to}, {rest}")
}

#[test]
fn days_of_overtime_end_later_and_others_do_not() {
    let work = [DESK, &task("a", 2, "09:00", 5, "22h")];
    let two = overtime("2026-06-02", "2026-06-03", "hours_a_day = \"2h\"");
    let history = worked(&work, &two).history();
    assert_eq!(history.work_on("a"), ["Tue 2 09:00-Thu 4 11:00"]);
    let wednesday =
        overtime("2026-06-01", "2026-06-30", "hours_a_day = \"4h\", weekdays = [\"wed\"]");
    assert_eq!(worked(&work, &wednesday).history().work_on("a"), ["Tue 2 09:00-Thu 4 11:00"]);
    assert_eq!(World::of(&work).history().work_on("a"), ["Tue 2 09:00-Thu 4 16:00"]);
}

#[test]
fn what_waits_in_the_evening_is_begun_in_overtime() {
    let work = [DESK, &task("a", 2, "09:00", 5, "8h"), &task("b", 2, "10:00", 5, "1h")];
    let two = overtime("2026-06-02", "2026-06-02", "hours_a_day = \"2h\"");
    assert_eq!(worked(&work, &two).history().work_on("b"), ["Tue 2 18:00-19:00"]);
    assert_eq!(World::of(&work).history().work_on("b"), ["Wed 3 09:00-10:00"]);
}

#[test]
fn clocks_of_service_levels_know_no_overtime() {
    let work = "[streams.a]\narrival = { on = \"month-day\", day = 2, at = \"10:00\" }\n\
        route = [{ effort = \"9h\", role = \"desk\" }]\n\
        sla.s = { to = \"solved\", within = \"8h\", target = \"95%\" }\n";
    let met = |world: World| world.readings().total("sla.met", "a/s");
    // Nine hours from ten to eight in the evening: seven on the clock, which stops at six.
    let two = overtime("2026-06-02", "2026-06-02", "hours_a_day = \"2h\"");
    assert_eq!(met(worked(&[DESK, work], &two)), 1.0);
    assert_eq!(met(World::of(&[DESK, work])), 0.0);
}

#[test]
fn overtime_is_paid_once_and_a_half_for_two_hours_and_twice_beyond() {
    let work = [DESK, &task("a", 2, "09:00", 5, "1h")];
    let cost = |world: &World| world.readings().total("cost", "desk");
    let near = |found: f64, exact: f64| assert!((found - exact).abs() < 1e-6, "{found} {exact}");
    let all = |rest: &str| worked(&work, &overtime("2026-06-01", "2026-06-30", rest));
    near(cost(&World::of(&work)), 174_000.0);
    // 22 working days.
    let daily = all("hours_a_day = \"2h\"");
    near(cost(&daily), 174_000.0 + 44.0 * 1_500.0);
    // Five Mondays and four Thursdays of four hours: two at 1 500, two at 2 000.
    near(
        cost(&all("hours_a_day = \"4h\", weekdays = [\"mon\", \"thu\"]")),
        174_000.0 + 9.0 * 7_000.0,
    );
    // Contributions come on top, and who is away is paid none: five days of a holiday.
    near(
        cost(&daily.clone().with("roles.desk.contributions", "30%")),
        1.3 * (174_000.0 + 66_000.0),
    );
    let away = "{ people = [[{ from = 2026-06-15, days = 7 }]] }";
    near(cost(&daily.clone().with("roles.desk.holiday", away)), 174_000.0 + 34.0 * 1_500.0);
    let law = "{ first_hours = \"1h\", first = 1.2, then = 3 }";
    near(cost(&daily.with("roles.desk.overtime", law)), 174_000.0 + 22.0 * 4_200.0);
}

fn refused(role: &str, changes: &str, says: &str) {
    let work = task("a", 2, "09:00", 5, "1h");
    let problems = worked(&[role, &work], changes).months(12).load();
    let problems = problems.err().unwrap_or_else(|| panic!("{changes} is accepted"));
    assert!(problems.contains(says), "{problems}");
}

#[test]
fn what_the_law_does_not_allow_is_refused() {
    let june = |rest: &str| overtime("2026-06-01", "2026-06-30", rest);
    refused(DESK, &june("hours_a_day = \"3h\""), "two days in a row have 6 h");
    refused(DESK, &june("hours_a_day = \"5h\", weekdays = [\"mon\"]"), "may have 4 h");
    let long = |to: &str| overtime("2026-06-01", to, "hours_a_day = \"2h\"");
    // Sixty working days: until Friday 21 August.
    refused(DESK, &long("2026-08-24"), "from 2026-08-24 on, 2026 has more than 120 h");
    let work = task("a", 2, "09:00", 5, "1h");
    assert!(worked(&[DESK, &work], &long("2026-08-21")).months(12).load().is_ok());
    // A new year, a new count.
    let turn = overtime("2026-10-15", "2027-02-28", "hours_a_day = \"2h\"");
    assert!(worked(&[DESK, &work], &turn).months(12).load().is_ok());
    refused(DESK, &june("hours_a_day = \"0\""), "too little");
    refused(DESK, &overtime("2026-06-06", "2026-06-07", "hours_a_day = \"2h\""), "nobody works");
    refused(
        DESK,
        &overtime("2026-06-09", "2026-06-08", "hours_a_day = \"2h\""),
        "there is no overtime",
    );
    let twice = format!("{} }}, {{ {}", june("hours_a_day = \"1h\""), june("hours_a_day = \"1h\""));
    refused(DESK, &twice, "works overtime already");
    let night =
        format!("{DESK}calendar = \"night\"\n[calendars.night]\nhours = [\"15:00-23:00\"]\n");
    refused(&night, &june("hours_a_day = \"2h\""), "after midnight");
    let other = format!("{DESK}overtime = {{ in_two_days = \"6h\", in_a_year = \"10h\" }}\n");
    refused(&other, &june("hours_a_day = \"3h\""), "2026 has more than 10 h");
}
