//! Who is served first.

use crate::world::{DESK, World, once, task, urgent};

#[test]
fn urgent_work_goes_first_and_equals_in_the_order_they_joined() {
    let history = World::of(&[
        DESK,
        &task("hand", 1, "09:00", 5, "1h"),
        &task("late", 1, "09:30", 5, "1h"),
        &task("early", 1, "09:10", 5, "1h"),
        &task("first", 1, "09:40", 1, "1h"),
        &task("last", 1, "09:05", 6, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "hand Mon 1 09:00-10:00",
            "first Mon 1 10:00-11:00",
            "early Mon 1 11:00-12:00",
            "late Mon 1 12:00-13:00",
            "last Mon 1 14:00-15:00",
        ]
    );
}

#[test]
fn an_item_that_returns_from_a_wait_joins_at_the_tail() {
    let route = r#"route = [
        { effort = "1h", role = "desk" },
        { wait = "client", time = "30min" },
        { effort = "1h", role = "desk" },
    ]"#;
    let history = World::of(&[
        DESK,
        &once("back", 1, "09:00", route),
        &task("b", 1, "09:10", 5, "1h"),
        &task("c", 1, "10:10", 5, "1h"),
        &task("d", 1, "10:40", 5, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "back Mon 1 09:00-10:00",
            "b Mon 1 10:00-11:00",
            "c Mon 1 11:00-12:00",
            "back Mon 1 12:00-13:00",
            "d Mon 1 14:00-15:00",
        ]
    );
}

const AWAY_ON_TUESDAY: &str = r#"[roles.desk]
headcount = 1
holiday = { people = [[{ from = 2026-06-02, days = 1 }]] }
"#;

#[test]
fn work_put_back_by_an_absence_goes_to_the_front() {
    let history = World::of(&[
        AWAY_ON_TUESDAY,
        &task("waiting", 1, "17:10", 5, "1h"),
        &task("hand", 1, "17:00", 5, "3h"),
        &task("also", 2, "10:00", 5, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "hand Mon 1 17:00-Tue 2 00:00",
            "hand Wed 3 09:00-11:00",
            "waiting Wed 3 11:00-12:00",
            "also Wed 3 12:00-13:00",
        ]
    );
}

#[test]
fn more_urgent_work_still_goes_before_work_put_back() {
    let history = World::of(&[
        AWAY_ON_TUESDAY,
        &task("hand", 1, "17:00", 5, "3h"),
        &task("urgent", 2, "10:00", 4, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        ["hand Mon 1 17:00-Tue 2 00:00", "urgent Wed 3 09:00-10:00", "hand Wed 3 10:00-12:00",]
    );
}

#[test]
fn work_put_back_goes_before_equals_that_may_interrupt() {
    let history = World::of(&[
        AWAY_ON_TUESDAY,
        &task("hand", 1, "17:00", 5, "3h"),
        &urgent("equal", 1, "17:10", 5, "1h"),
        &task("later", 1, "17:20", 5, "1h"),
    ])
    .history();
    let hand: Vec<String> = history.work_on("hand");
    assert_eq!(hand, ["Mon 1 17:00-Tue 2 00:00", "Wed 3 09:00-11:00"]);
}

#[test]
fn whoever_finishes_picks_before_what_the_finished_item_causes_joins() {
    // Both follow-ups are more urgent than what waits, and come a moment too late.
    let history = World::of(&[
        DESK,
        &once(
            "cause",
            1,
            "09:00",
            r#"route = [{ effort = "1h", role = "desk" }, { spawn = "child" }, { effort = "1h", role = "desk" }]
            priority = 2"#,
        ),
        "[streams.child]\narrival = \"spawned\"\npriority = 1\nroute = [{ effort = \"1h\", role = \"desk\" }]",
        &task("waits", 1, "09:30", 5, "1h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "cause Mon 1 09:00-10:00",
            "waits Mon 1 10:00-11:00",
            "child Mon 1 11:00-12:00",
            "cause Mon 1 12:00-13:00",
        ]
    );
}

/// Chance in which the item comes back exactly once.
fn comes_back_once(world: &World) -> World {
    let worlds = (0..100).map(|seed| world.clone().seed(seed));
    let mut once = worlds.filter(|it| it.history().arrivals("a").len() == 2);
    once.next().expect("one in four chances has exactly one repeat")
}

#[test]
fn a_reopening_at_once_joins_after_the_pick_and_is_a_new_item() {
    let route = r#"priority = 1
        route = [{ effort = "1h", role = "desk" }, { mark = "solved" }, { reopen = "50%" }]
        sla.solved = { to = "solved", within = "90min", target = "100%" }"#;
    let world =
        World::of(&[DESK, &once("a", 1, "09:00", route), &task("waits", 1, "09:30", 5, "1h")]);
    let history = comes_back_once(&world).history();
    assert_eq!(
        history.work(),
        ["a Mon 1 09:00-10:00", "waits Mon 1 10:00-11:00", "a Mon 1 11:00-12:00",]
    );
    assert_eq!(history.arrivals("a"), ["Mon 1 09:00", "Mon 1 10:00"]);
    assert_eq!(
        history.judgements("a/solved"),
        [
            "due Mon 1 10:30, stopped Mon 1 10:00, met",
            "due Mon 1 11:30, stopped Mon 1 12:00, missed",
        ]
    );
}

#[test]
fn a_reopening_after_a_delay_has_a_clock_effort_and_draws_of_its_own() {
    let route = r#"route = [{ effort = { mean = "1h" }, role = "desk" }, { reopen = "50%", after = "8h" }]"#;
    let history = comes_back_once(&World::of(&[DESK, &once("a", 1, "09:00", route)])).history();
    let first = history.spans()[0].2;
    let second = history.spans()[1].2;
    // Eight working hours later is the same time of the next day, wherever in the day it was.
    let between = second.from_worked - first.to_worked;
    assert_eq!(between.hours(), 8.0);
    assert_ne!(first.to_worked - first.from_worked, second.to_worked - second.from_worked);
    assert_eq!(history.completions("a").len(), 2);
}

#[test]
fn a_manual_pick_delays_an_item_before_it_joins_the_queue() {
    let world = World::of(&[
        DESK,
        &task("b", 1, "09:10", 5, "1h"),
        &once(
            "a",
            1,
            "09:00",
            r#"route = [{ effort = "1h", role = "desk" }]
            sla.contact = { to = "contact", within = "15min", target = "100%" }"#,
        ),
        r#"[[policies]]
        key = "automatic"
        [[policies]]
        key = "manual"
        changes = [{ assignment = "manual", streams = ["a"], noticed_after = "20min" }]"#,
    ]);
    let automatic = world.history_under("automatic");
    assert_eq!(automatic.work(), ["a Mon 1 09:00-10:00", "b Mon 1 10:00-11:00"]);
    let manual = world.history_under("manual");
    assert_eq!(manual.work(), ["b Mon 1 09:10-10:10", "a Mon 1 10:10-11:10"]);
    // The clock has run since it came, not since it was noticed.
    assert_eq!(manual.judgements("a/contact"), ["due Mon 1 09:15, stopped Mon 1 10:10, missed"]);
    assert_eq!(manual.contacts("a"), [70.0 / 60.0]);
}

#[test]
fn by_due_date_the_earliest_deadline_goes_first_whatever_its_priority() {
    let due = |key: &str, time: &str, priority: u8, within: &str| {
        let sla =
            format!("sla.solved = {{ to = \"solved\", within = \"{within}\", target = \"100%\" }}");
        task(key, 1, time, priority, "1h") + &sla
    };
    let world = World::of(&[
        DESK,
        &task("hand", 1, "09:00", 0, "1h"),
        &due("relaxed", "09:10", 1, "7h"),
        &due("pressing", "09:20", 9, "2h"),
        &due("middle", "09:30", 5, "4h"),
        &task("without", 1, "09:05", 0, "1h"),
        "[[policies]]\nkey = \"by-priority\"\n[[policies]]\nkey = \"by-due\"\nchanges = [{ discipline = \"earliest-due\" }]",
    ]);
    let order = |policy: &str| -> String {
        let work = world.history_under(policy).work();
        let names = work.iter().filter_map(|it| it.split(' ').next());
        names.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order("by-priority"), "hand without relaxed middle pressing");
    assert_eq!(order("by-due"), "hand pressing middle relaxed without");
}

#[test]
fn what_arrives_while_the_doors_are_shut_waits_for_the_opening() {
    let history = World::of(&[
        DESK,
        &task("lunch", 1, "13:30", 5, "30min"),
        &task("evening", 1, "20:00", 5, "1h"),
        &task("weekend", 6, "12:00", 5, "1h"),
    ])
    .history();
    // A recurrence skips no hour, but a day off moves to the next working day.
    assert_eq!(
        history.work(),
        ["lunch Mon 1 14:00-14:30", "evening Tue 2 09:00-10:00", "weekend Mon 8 12:00-13:00",]
    );
}
