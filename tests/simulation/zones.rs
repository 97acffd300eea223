//! People who live by another clock than the scenario.

use crate::world::{World, task};

/// New York in October 2026, and one person in Berlin from 9 to 17 of the clock there.
fn somebody_in_berlin(parts: &[String]) -> World {
    let berlin = "[calendars.berlin]\nbase = \"none\"\nzone = \"Europe/Berlin\"\nhours = [\"09:00-17:00\"]\n\
                  [roles.desk]\nheadcount = 1\ncalendar = \"berlin\"\n";
    let all = [berlin].into_iter().chain(parts.iter().map(String::as_str));
    World::of(&all.collect::<Vec<_>>())
        .with("scenario.start", "2026-10-01")
        .with("calendar.zone", "\"America/New_York\"")
}

#[test]
fn the_day_of_somebody_abroad_moves_when_clocks_are_changed_there() {
    // Berlin goes to winter time on 25 October, New York on 1 November: 9:00 there is 3:00 here
    // before that Sunday and 4:00 after it.
    let history = somebody_in_berlin(&[
        task("a", 23, "02:00", 5, "30min"),
        task("b", 23, "10:45", 5, "30min"),
        task("c", 26, "11:30", 5, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "a Fri 23 Oct 03:00-03:30",
            // 11:00 is 17:00 there; the rest on Monday, an hour later by this clock.
            "b Fri 23 Oct 10:45-Mon 26 Oct 04:15",
            "c Mon 26 Oct 11:30-Tue 27 Oct 04:30",
        ]
    );
}

#[test]
fn the_clock_of_the_scenario_must_be_said_where_somebody_has_another() {
    let zone_of = |zone: &str| {
        somebody_in_berlin(&[task("a", 23, "10:00", 5, "30min")])
            .with("calendars.berlin.zone", zone)
    };
    for (zone, what) in [
        ("\"Berlin\"", "did you mean \"Europe/Berlin\"?"),
        ("\"Europe/Berln\"", "did you mean \"Europe/Berlin\"?"),
        ("\"+3\"", "such as \"Europe/Moscow\""),
    ] {
        let problems = zone_of(zone).load();
        let problems = problems.err().unwrap_or_default();
        assert!(problems.contains(what), "{zone}: {problems}");
    }
    let berlin = "[calendars.berlin]\nzone = \"Europe/Berlin\"\n[roles.desk]\nheadcount = 1\n";
    let problems = World::of(&[berlin]).load().err().unwrap_or_default();
    assert!(problems.contains("write a time zone in [calendar] too"), "{problems}");
    assert!(zone_of("\"America/New_York\"").load().is_ok(), "the same clock as the scenario");
}
