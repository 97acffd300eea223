//! Steps of a route.

use crate::world::{DESK, World, once};

fn route(steps: &str) -> World {
    World::of(&[DESK, &once("a", 1, "09:00", &format!("route = [{steps}]"))])
}

const HOUR: &str = "{ effort = \"1h\", role = \"desk\" }";

#[test]
fn an_effort_may_be_a_sum_of_parts() {
    let history =
        route("{ effort = [\"30min\", \"1h\", { fixed = \"15min\" }], role = \"desk\" }").history();
    assert_eq!(history.work(), ["a Mon 1 09:00-10:45"]);
}

#[test]
fn a_wait_runs_on_the_clock_it_names() {
    let on = |clock: &str, time: &str| {
        let wait = format!("{{ wait = \"client\", time = \"{time}\", clock = \"{clock}\" }}");
        route(&format!("{HOUR}, {wait}, {HOUR}")).history().work_on("a")[1].clone()
    };
    assert_eq!(on("working", "8h"), "Tue 2 10:00-11:00");
    assert_eq!(on("working", "1d"), "Tue 2 10:00-11:00");
    assert_eq!(on("calendar", "8h"), "Tue 2 09:00-10:00");
    assert_eq!(on("calendar", "1d"), "Tue 2 10:00-11:00");
    assert_eq!(on("calendar", "2h"), "Mon 1 12:00-13:00");
    assert_eq!(on("working", "3h"), "Mon 1 14:00-15:00");
    assert_eq!(on("calendar", "1w"), "Mon 8 10:00-11:00");
}

#[test]
fn a_branch_is_never_taken_at_nothing_and_always_at_one() {
    let with = |probability: &str| {
        let branch = format!(
            "{{ branch = \"{probability}\", steps = [{HOUR}], otherwise = [{{ effort = \"2h\", role = \"desk\" }}] }}"
        );
        let worlds = (0..20).map(|seed| route(&branch).seed(seed).history().work_on("a"));
        worlds.collect::<Vec<_>>()
    };
    assert!(with("0%").iter().all(|it| *it == ["Mon 1 09:00-11:00"]));
    assert!(with("100%").iter().all(|it| *it == ["Mon 1 09:00-10:00"]));
    let mixed = with("50%");
    assert!(
        mixed.iter().any(|it| *it == ["Mon 1 09:00-10:00"])
            && mixed.iter().any(|it| *it != mixed[0])
    );
}

#[test]
fn escalation_takes_an_item_away_and_brings_it_back() {
    let escalation = |probability: &str| {
        route(&format!(
            "{HOUR}, {{ branch = \"{probability}\", steps = [{{ wait = \"development\", time = \"16h\" }}, {HOUR}] }}, {{ mark = \"solved\" }}"
        ))
        .history()
    };
    assert_eq!(escalation("0%").completions("a"), ["Mon 1 10:00"]);
    assert_eq!(escalation("100%").work(), ["a Mon 1 09:00-10:00", "a Wed 3 10:00-11:00"]);
    assert_eq!(escalation("100%").completions("a"), ["Wed 3 11:00"]);
}

#[test]
fn a_cycle_runs_as_often_as_it_says() {
    let times = |count: &str| {
        let cycle = format!(
            "{{ cycle = {count}, steps = [{HOUR}, {{ wait = \"client\", time = \"30min\" }}] }}"
        );
        route(&cycle).history().work().len()
    };
    assert_eq!([times("0"), times("1"), times("3")], [0, 1, 3]);
}

#[test]
fn cycles_nest_and_may_follow_one_another() {
    let inner = format!("{{ cycle = 3, steps = [{HOUR}] }}");
    let quarter = "{ effort = \"15min\", role = \"desk\" }";
    let history = route(&format!(
        "{{ cycle = 2, steps = [{inner}, {quarter}] }}, {{ cycle = 2, steps = [{quarter}] }}"
    ))
    .history();
    let lengths: Vec<f64> =
        history.spans().iter().map(|it| (it.2.to_worked - it.2.from_worked).hours()).collect();
    assert_eq!(lengths, [1.0, 1.0, 1.0, 0.25, 1.0, 1.0, 1.0, 0.25, 0.25, 0.25]);
}

#[test]
fn random_counts_stay_within_their_bounds() {
    let counts = |count: &str| -> Vec<usize> {
        let cycle =
            format!("{{ cycle = {count}, steps = [{{ effort = \"1min\", role = \"desk\" }}] }}");
        (0..40).map(|seed| route(&cycle).seed(seed).history().work().len()).collect()
    };
    let between = counts("{ between = [2, 4] }");
    assert!(between.iter().all(|it| (2..=4).contains(it)));
    assert!([2, 3, 4].iter().all(|it| between.contains(it)));
    let halves = counts("2.5");
    assert!(
        halves.iter().all(|it| [2, 3].contains(it)) && halves.contains(&2) && halves.contains(&3)
    );
    assert!(counts("{ geometric = 2.0 }").iter().all(|it| *it >= 1));
}

#[test]
fn a_spawn_begins_as_many_items_as_it_says() {
    let with = |count: &str| {
        World::of(&[
            DESK,
            &once("a", 1, "09:00", &format!("route = [{HOUR}, {{ spawn = \"child\"{count} }}]")),
            &format!("[streams.child]\narrival = \"spawned\"\nroute = [{HOUR}]"),
        ])
        .history()
    };
    assert_eq!(with("").arrivals("child"), ["Mon 1 10:00"]);
    let three = with(", count = 3");
    assert_eq!(three.arrivals("child"), ["Mon 1 10:00", "Mon 1 10:00", "Mon 1 10:00"]);
    assert_eq!(three.work_on("child").len(), 3);
    assert!(with(", count = 0").arrivals("child").is_empty());
}

#[test]
fn an_item_without_effort_is_done_when_it_comes() {
    let history = World::of(&[
        DESK,
        &once("a", 1, "20:00", "route = [{ mark = \"solved\" }]"),
        &once("b", 1, "20:00", "route = [{ wait = \"client\", time = \"1h\" }]"),
    ])
    .history();
    assert_eq!(history.completions("a"), ["Mon 1 20:00"]);
    assert_eq!(history.completions("b"), ["Tue 2 10:00"]);
    assert!(history.work().is_empty());
}

const TWO_ROLES: &str = r#"
[roles.desk]
headcount = 2
holiday = { people = [[{ from = 2026-06-02, days = 1 }]] }
[roles.head]
headcount = 1
[roles.other]
headcount = 1
"#;

#[test]
fn a_meeting_is_an_item_for_each_present_person_of_its_roles() {
    let planning = |day: u32| {
        once(
            "planning",
            day,
            "10:00",
            "for_each = [\"head\", \"desk\"]\nmeeting = true\nroute = [{ effort = \"1h\" }]",
        )
    };
    let everybody = World::of(&[TWO_ROLES, &planning(1)]).history();
    assert_eq!(
        everybody.work_by_role(),
        [
            "desk planning Mon 1 10:00-11:00",
            "desk planning Mon 1 10:00-11:00",
            "head planning Mon 1 10:00-11:00",
        ]
    );
    let without_one = World::of(&[TWO_ROLES, &planning(2)]).history();
    assert_eq!(
        without_one.work_by_role(),
        ["desk planning Tue 2 10:00-11:00", "head planning Tue 2 10:00-11:00"]
    );
    assert_eq!(without_one.arrivals("planning").len(), 2);
}

#[test]
fn a_personal_item_waits_for_its_person_though_a_colleague_is_idle() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2",
        &once("work", 1, "09:00", "route = [{ effort = \"2h\", role = \"desk\" }]"),
        &once("report", 1, "10:00", "for_each = [\"desk\"]\nroute = [{ effort = \"1h\" }]"),
    ])
    .history();
    assert_eq!(
        history.work(),
        ["work Mon 1 09:00-11:00", "report Mon 1 10:00-11:00", "report Mon 1 11:00-12:00"]
    );
}

#[test]
fn an_interrupting_meeting_interrupts_each_persons_work() {
    let history = World::of(&[
        DESK,
        &once("work", 1, "09:00", "route = [{ effort = \"2h\", role = \"desk\" }]"),
        &once("planning", 1, "10:00", "priority = 0\ninterrupts = true\nmeeting = true\nfor_each = [\"desk\"]\nroute = [{ effort = \"1h\" }]"),
    ])
    .history();
    assert_eq!(
        history.work(),
        ["work Mon 1 09:00-10:00", "planning Mon 1 10:00-11:00", "work Mon 1 11:00-12:00"]
    );
}

#[test]
fn a_meeting_in_hand_is_given_up_when_its_person_is_away() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-02, days = 1 }]] }",
        &once(
            "late",
            1,
            "17:30",
            "meeting = true\nfor_each = [\"desk\"]\nroute = [{ effort = \"1h\" }]",
        ),
    ])
    .history();
    assert_eq!(history.work_on("late"), ["Mon 1 17:30-Tue 2 00:00"]);
    assert_eq!(history.dropped("late"), ["Tue 2 00:00"]);
    assert!(history.completions("late").is_empty());
    assert_eq!(history.open, 0);
}

#[test]
fn a_personal_rate_is_each_persons_own_from_the_first_day() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2\n",
        r#"[streams.admin]
        arrival = { rate = 1, per = "working-day", regular = true }
        for_each = ["desk"]
        route = [{ effort = "24min" }]"#,
        "[[policies]]\nkey = \"as-is\"\nchanges = [{ hire = \"desk\", start = 2026-06-16 }]",
    ])
    .history();
    // 22 working days for two, 11 for whoever comes in the middle.
    let arrivals = history.arrivals("admin").len();
    assert!((54..=55).contains(&arrivals), "{arrivals}");
}

#[test]
fn a_spawned_meeting_is_for_everybody_too() {
    let history = World::of(&[
        TWO_ROLES,
        &once("a", 1, "09:00", "route = [{ effort = \"1h\", role = \"other\" }, { spawn = \"review\" }]"),
        "[streams.review]\narrival = \"spawned\"\nfor_each = [\"desk\"]\nroute = [{ effort = \"1h\" }]",
    ])
    .history();
    assert_eq!(history.work_on("review"), ["Mon 1 10:00-11:00", "Mon 1 10:00-11:00"]);
}
