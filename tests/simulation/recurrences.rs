//! Work that comes on dates.

use crate::world::{DESK, World};

fn recurring(arrival: &str) -> World {
    let stream = format!(
        "[streams.a]\narrival = {{ {arrival} }}\nroute = [{{ effort = \"1min\", role = \"desk\" }}]"
    );
    World::of(&[DESK, &stream])
}

fn arrivals(arrival: &str) -> Vec<String> {
    recurring(arrival).history().arrivals("a")
}

#[test]
fn a_day_of_the_month_that_is_a_sunday_moves_to_the_next_working_day() {
    assert_eq!(arrivals("on = \"month-day\", day = 14, at = \"10:00\""), ["Mon 15 10:00"]);
    // Friday the 12th is a public holiday in Russia.
    let holiday = recurring("on = \"month-day\", day = 12").with("calendar.base", "ru");
    assert_eq!(holiday.history().arrivals("a"), ["Mon 15 09:00"]);
}

#[test]
fn the_31st_is_the_last_day_of_every_month() {
    let world = recurring("on = \"month-day\", day = 31").months(3);
    assert_eq!(
        world.history().arrivals("a"),
        ["Tue 30 09:00", "Fri 31 Jul 09:00", "Mon 31 Aug 09:00"]
    );
}

#[test]
fn a_span_of_the_month_has_only_its_working_days() {
    let days = arrivals("on = \"month-span\", from = 20, to = 31, at = \"09:30\"");
    assert_eq!(
        days,
        [
            "Mon 22 09:30",
            "Tue 23 09:30",
            "Wed 24 09:30",
            "Thu 25 09:30",
            "Fri 26 09:30",
            "Mon 29 09:30",
            "Tue 30 09:30",
        ]
    );
}

#[test]
fn a_quarter_has_one_day() {
    let world = recurring("on = \"quarterly\", day = 4").months(12);
    // The 4th of July is a Saturday, the 4th of October a Sunday, and so is the 4th of April 2027.
    assert_eq!(
        world.history().arrivals("a"),
        ["Mon 6 Jul 09:00", "Mon 5 Oct 09:00", "Mon 4 Jan 09:00", "Mon 5 Apr 09:00"]
    );
}

#[test]
fn weeks_are_counted_from_the_first_simulated_one() {
    assert_eq!(
        arrivals("on = \"weekly\", weekdays = [\"mon\", \"thu\"], every = 2, at = \"10:00\""),
        ["Mon 1 10:00", "Thu 4 10:00", "Mon 15 10:00", "Thu 18 10:00", "Mon 29 10:00"]
    );
    assert_eq!(arrivals("on = \"weekly\", weekdays = [\"mon\"], at = \"10:00\"").len(), 5);
}

#[test]
fn weekly_work_of_a_day_off_comes_on_the_next_working_day() {
    assert_eq!(
        arrivals("on = \"weekly\", weekdays = [\"sun\"]"),
        ["Mon 8 09:00", "Mon 15 09:00", "Mon 22 09:00", "Mon 29 09:00"]
    );
}

#[test]
fn no_date_moves_into_the_counted_months_or_out_of_them() {
    let saturdays = recurring("on = \"weekly\", weekdays = [\"sat\"]");
    // 30 May would be done on 1 June, in the first counted month.
    assert_eq!(
        saturdays.clone().with("scenario.lead_in", "1").history().arrivals("a")[3..],
        [
            "Mon 25 May 09:00",
            "Fri 29 May 09:00",
            "Mon 8 09:00",
            "Mon 15 09:00",
            "Mon 22 09:00",
            "Mon 29 09:00"
        ]
    );
    // A month from 29 May ends on Sunday the 28th: its last Saturday would be done after it.
    assert_eq!(
        saturdays.with("scenario.start", "2026-05-29").history().arrivals("a"),
        ["Mon 1 09:00", "Mon 8 09:00", "Mon 15 09:00", "Mon 22 09:00", "Fri 26 09:00"]
    );
}

#[test]
fn daily_is_every_working_day_at_the_opening() {
    let days = arrivals("on = \"daily\"");
    assert_eq!(days.len(), 22);
    assert_eq!(days[4..6], ["Fri 5 09:00", "Mon 8 09:00"]);
}

#[test]
fn a_day_off_has_no_daily_work_and_its_weekly_work_comes_a_day_later() {
    let world = |arrival: &str| {
        let stream = format!(
            "[streams.a]\narrival = {{ {arrival} }}\nroute = [{{ effort = \"1min\", role = \"desk\" }}]"
        );
        World::of(&["days_off = [{ date = 2026-06-08 }]", DESK, &stream]).history()
    };
    assert_eq!(world("on = \"daily\"").arrivals("a").len(), 21);
    assert_eq!(
        world("on = \"weekly\", weekdays = [\"mon\"]").arrivals("a"),
        ["Mon 1 09:00", "Tue 9 09:00", "Mon 15 09:00", "Mon 22 09:00", "Mon 29 09:00"]
    );
}

#[test]
fn the_count_moves_with_its_driver() {
    let world = recurring(
        "on = \"month-day\", day = 1, count = 10, driver = \"clients\", at = 300, at_time = \"09:30\"",
    );
    let of = |clients: &str| {
        let driver =
            format!("[drivers.clients]\ntable = [{{ date = 2026-06-01, value = {clients} }}]\n");
        let stream = "[streams.a]\narrival = { on = \"month-day\", day = 1, count = 10, driver = \"clients\", at = 300, at_time = \"09:30\" }\nroute = [{ effort = \"1min\", role = \"desk\" }]";
        World::of(&[DESK, &driver, stream]).history().arrivals("a")
    };
    assert!(world.load().is_err(), "there is no driver yet");
    assert_eq!(of("300").len(), 10);
    assert_eq!(of("150").len(), 5);
    assert_eq!(of("450")[14], "Mon 1 09:30");
}

#[test]
fn an_automation_of_arrivals_takes_its_share_of_recurring_work_from_its_date() {
    let world = World::of(&[
        DESK,
        "[streams.a]\narrival = { on = \"daily\", count = 10 }\nroute = [{ effort = \"6min\", role = \"desk\" }]",
        r#"[[policies]]
        key = "as-is"
        [[policies]]
        key = "fewer"
        changes = [{ automation = "bot", streams = ["a"], from = 2026-06-16, arrivals = 0.5, effort = 0.5 }]"#,
    ]);
    assert_eq!(world.history().arrivals("a").len(), 220);
    let fewer = world.history_under("fewer");
    assert_eq!(fewer.arrivals("a").len(), 11 * 10 + 11 * 5);
    assert!((fewer.hours_on("a") - (11.0 * 1.0 + 11.0 * 0.25)).abs() < 1e-9);
}
