//! Extremes: nothing, too much, very short, very long.

use crate::effort::{is_worked_in_working_time, overworked};
use crate::world::{DESK, Read, World, once, task, urgent};

const TICKETS: &str = r#"
[streams.a]
arrival = { rate = 10, per = "working-day" }
route = [{ effort = { mean = "40min" }, role = "desk" }]
sla.s = { to = "solved", within = "8h", target = "95%" }
"#;

fn arrived_is_completed_or_open(world: &World) -> crate::history::History {
    let history = world.history();
    let completed: usize =
        history.scenario.streams.iter().map(|it| history.completions(&it.key).len()).sum();
    let dropped: usize =
        history.scenario.streams.iter().map(|it| history.dropped(&it.key).len()).sum();
    let arrived: usize =
        history.scenario.streams.iter().map(|it| history.arrivals(&it.key).len()).sum();
    assert_eq!(arrived, completed + dropped + history.open);
    assert!(is_worked_in_working_time(&history, false));
    for role in 0..history.scenario.roles.len() {
        assert_eq!(overworked(&history, role), None);
    }
    history
}

#[test]
fn without_arrivals_nothing_happens() {
    let world = World::of(&[DESK, TICKETS]).with("streams.a.arrival.rate", "0").months(12);
    let history = arrived_is_completed_or_open(&world);
    assert!(history.work().is_empty());
    let read = world.readings();
    assert_eq!(read.total("arrivals", "a"), 0.0);
    assert_eq!(read.total("occupancy", "desk"), 0.0);
    assert!(read.total("sla.met", "a/s").is_nan(), "a share of nothing is undefined");
}

#[test]
fn without_agents_everything_waits() {
    let world = World::of(&["[roles.desk]\nheadcount = 0\n", TICKETS]).months(3);
    let history = arrived_is_completed_or_open(&world);
    assert!(history.open > 500 && history.work().is_empty());
    let read = world.readings();
    assert_eq!(read.total("sla.met", "a/s"), 0.0);
    assert_eq!(read.total("headcount", "desk"), 0.0);
    // 22, 23 and 21 working days.
    assert_eq!(read.total("uncovered_days", "desk"), 66.0);
    assert!(read.total("occupancy", "desk").is_nan());
}

#[test]
fn when_everybody_is_sick_all_year_nothing_is_done() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 5\nsickness = { spells = 52, length = \"300d\" }\n",
        TICKETS,
    ]);
    let history =
        arrived_is_completed_or_open(&world.clone().months(12).with("scenario.lead_in", "3"));
    let june = history.work().iter().filter(|it| it.contains("Aug")).count();
    assert_eq!(june, 0);
    assert!(history.open > 2_000);
    let holiday = "holiday = { people = [[{ from = 2026-06-01, days = 366 }]] }";
    let away =
        World::of(&[&format!("[roles.desk]\nheadcount = 1\n{holiday}\n"), TICKETS]).months(12);
    assert!(arrived_is_completed_or_open(&away).work().is_empty());
}

#[test]
fn at_twice_the_load_half_of_it_is_done_and_nobody_rests() {
    let world = World::of(&[DESK, TICKETS]).with("streams.a.arrival.rate", "24").months(12);
    let history = arrived_is_completed_or_open(&world);
    let read = world.readings();
    assert!(read.total("occupancy", "desk") > 0.999);
    let done = read.total("completions", "a") / read.total("arrivals", "a");
    assert!((done - 0.5).abs() < 0.04, "{done}");
    assert!(history.open > 2_500);
}

#[test]
fn a_lead_in_longer_than_the_horizon_is_not_counted() {
    let world =
        World::of(&[DESK, TICKETS]).with("scenario.lead_in", "24").with("scenario.run_out", "0");
    arrived_is_completed_or_open(&world);
    let arrivals = world.readings().total("arrivals", "a");
    assert!((150.0..300.0).contains(&arrivals), "{arrivals}");
}

#[test]
fn one_month_without_anything_around_it_is_enough() {
    let read = World::of(&[DESK, TICKETS]).readings();
    assert_eq!(read.monthly("arrivals", "a"), [read.total("arrivals", "a")]);
}

#[test]
fn twenty_years_at_a_small_rate_run_through() {
    let world = World::of(&[DESK, TICKETS])
        .with("streams.a.arrival", "{ rate = 1, per = \"week\" }")
        .with("calendar.base", "ru")
        .months(240);
    let history = arrived_is_completed_or_open(&world);
    // A week is a regular one: the holidays of twenty years take some of them away.
    let arrivals = history.arrivals("a").len();
    assert!((850..1_090).contains(&arrivals), "{arrivals}");
    assert_eq!(world.readings().monthly("arrivals", "a").len(), 240);
}

#[test]
fn an_effort_of_nothing_takes_no_time_but_needs_somebody_there() {
    let history = World::of(&[
        DESK,
        &task("now", 1, "10:00", 5, "0h"),
        &task("closed", 1, "20:00", 5, "0h"),
        &task("hand", 2, "10:00", 5, "1h"),
        &task("behind", 2, "10:30", 5, "0h"),
        &urgent("interrupting", 2, "10:15", 1, "0h"),
    ])
    .history();
    assert_eq!(history.completions("now"), ["Mon 1 10:00"]);
    assert_eq!(history.completions("closed"), ["Tue 2 09:00"]);
    assert_eq!(history.completions("interrupting"), ["Tue 2 10:15"]);
    assert_eq!(history.completions("behind"), ["Tue 2 11:00"]);
    assert_eq!(history.hours_on("hand"), 1.0);
}

#[test]
fn ten_thousand_efforts_of_nothing_at_once_are_done_at_once() {
    let stream = "[streams.a]\narrival = \"spawned\"\nbacklog_at_start = 10000\nroute = [{ effort = \"0h\", role = \"desk\" }, { reopen = \"50%\" }]\n";
    let history = arrived_is_completed_or_open(&World::of(&[DESK, stream]));
    assert_eq!(history.open, 0);
    assert!(history.completions("a").iter().all(|it| it == "Mon 1 09:00"));
}

#[test]
fn efforts_of_weeks_within_a_day_are_done_all_the_same() {
    let rest = "route = [{ effort = \"100h\", role = \"desk\", within_day = true }]";
    let history = arrived_is_completed_or_open(&World::of(&[DESK, &once("a", 1, "12:00", rest)]));
    assert_eq!(history.work(), ["a Tue 2 09:00-Thu 18 13:00"]);
}

#[test]
fn round_the_clock_there_is_no_night() {
    let world = World::of(&[DESK, TICKETS, &task("long", 6, "23:00", 1, "30h")])
        .with("calendar.hours", "[\"00:00-24:00\"]")
        .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]");
    let history = arrived_is_completed_or_open(&world);
    let long = &history.work_on("long");
    assert_eq!(long.len(), 1);
    assert_eq!(history.hours_on("long"), 30.0);
    // An item in hand is done first; from then on it is thirty hours by the clock.
    assert!(long[0].starts_with("Sat 6 23:") || long[0].starts_with("Sun 7 0"), "{long:?}");
    assert_eq!(world.readings().total("paid_hours", "desk"), 720.0);
}

#[test]
fn the_ends_of_the_scale_of_priorities_are_priorities_like_others() {
    let history = World::of(&[
        DESK,
        &task("hand", 1, "09:00", 255, "2h"),
        &task("last", 1, "09:10", 255, "1h"),
        &task("first", 1, "09:20", 0, "1h"),
        &urgent("now", 1, "09:30", 0, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "hand Mon 1 09:00-09:30",
            "now Mon 1 09:30-10:30",
            "hand Mon 1 10:30-12:00",
            "first Mon 1 12:00-13:00",
            "last Mon 1 14:00-15:00",
        ]
    );
    let beyond =
        World::of(&[DESK, &task("a", 1, "09:00", 0, "1h")]).with("streams.a.priority", "256");
    assert!(beyond.load().is_err());
}

#[test]

fn as_many_levels_of_urgency_as_there_are_priorities() {
    let streams: Vec<String> =
        (0..=255_u8).map(|it| task(&format!("s{it}"), 1, "09:00", it, "1min")).collect();
    let mut parts = vec![DESK];
    parts.extend(streams.iter().map(String::as_str));
    let world = World::of(&parts);
    match world.load() {
        Err(problems) => assert!(problems.contains("priorit"), "{problems}"),
        Ok(_) => assert_eq!(world.history().completions("s255").len(), 1),
    }
}

#[test]
fn three_hundred_agents_share_the_work() {
    let world = World::of(&[DESK, TICKETS])
        .with("roles.desk.headcount", "300")
        .with("streams.a.arrival.rate", "3000");
    let history = arrived_is_completed_or_open(&world);
    assert!(history.arrivals("a").len() > 60_000);
    let read = Read::of(world.scenario(), 1, 0);
    // 3000 items of 40 minutes for 300 people and 8 hours.
    assert!((read.total("occupancy", "desk") - 0.8333).abs() < 0.02);
    assert!(read.total("wait", "a") < 0.01);
}
