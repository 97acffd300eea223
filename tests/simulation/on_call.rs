//! People who are on call outside their hours for work that interrupts.

use crate::world::{Read, World, task, urgent};

fn desk(people: u32) -> String {
    format!(
        "[roles.desk]\nheadcount = {people}\npay = 3000\ncontributions = \"10%\"\n\
         on_call = {{ start = \"30min\", pay = 400, call = 50 }}\n"
    )
}

#[test]
fn what_interrupts_is_begun_at_night_and_the_rest_waits_for_the_morning() {
    let parts = [
        urgent("night", 1, "22:00", 1, "2h"),
        task("usual", 1, "21:00", 5, "1h"),
        // While the first is on: the same person goes on with it, without another time to start.
        urgent("second", 1, "23:00", 1, "1h"),
    ];
    let world = World::of(&[&desk(1), &parts.concat()]);
    assert_eq!(
        world.history().work(),
        ["night Mon 1 22:30-Tue 2 00:30", "second Tue 2 00:30-01:30", "usual Tue 2 09:00-10:00"]
    );
    let read = Read::of(world.scenario(), 1, 0);
    assert_eq!(read.total("callouts", "desk"), 2.0);
    // Pay, being on call for a month and two calls, each with what the employer pays on top.
    assert!((read.total("cost", "desk") - 1.1 * (3000.0 + 400.0 + 100.0)).abs() < 1e-9);
}

#[test]
fn lunch_is_no_time_to_call_and_the_evening_begins_when_the_day_ends() {
    let parts = [
        urgent("lunch", 1, "13:10", 1, "30min"),
        // All of the afternoon is busy with work that is as urgent; the call is at 18:00.
        urgent("busy", 2, "14:00", 1, "6h"),
        urgent("late", 2, "17:00", 1, "1h"),
    ];
    let history = World::of(&[&desk(1), &parts.concat()]).history();
    assert_eq!(
        history.work(),
        [
            "lunch Mon 1 14:00-14:30",
            // What is in hand at the end of the day stays for the morning.
            "busy Tue 2 14:00-18:30",
            "late Tue 2 18:30-19:30",
            "busy Wed 3 09:00-11:00",
        ]
    );
}

#[test]
fn whoever_is_away_is_passed_over_and_the_others_take_turns() {
    let role = "[roles.desk]\nheadcount = 2\non_call = { start = \"1h\" }\n\
                people = [{ away = [{ from = 2026-06-02, days = 3 }] }]\n";
    let parts = [urgent("a", 2, "20:00", 1, "1h"), urgent("b", 8, "20:00", 1, "1h")];
    let history = World::of(&[role, &parts.concat()]).history();
    assert_eq!(history.work(), ["a Tue 2 21:00-22:00", "b Mon 8 21:00-22:00"]);
}

#[test]
fn a_desk_that_never_closes_calls_nobody() {
    let parts = [urgent("a", 1, "22:00", 1, "2h"), urgent("b", 1, "22:30", 1, "1h")];
    let world = World::of(&[&desk(1), &parts.concat()]).with("calendar.hours", "[\"00:00-24:00\"]");
    assert_eq!(world.history().work(), ["a Mon 1 22:00-Tue 2 00:00", "b Tue 2 00:00-01:00"]);
    assert_eq!(Read::of(world.scenario(), 1, 0).total("callouts", "desk"), 0.0);
}

#[test]
fn a_chat_on_call_goes_on_by_the_clock_and_shares_with_others_from_the_morning_on() {
    let chat = |key: &str, day: u32, time: &str, interrupts: bool| {
        crate::world::once(
            key,
            day,
            time,
            &format!(
                "priority = 1\ninterrupts = {interrupts}\nroute = [{{ effort = \"2h\", role = \"desk\", at_once = 2, slower = \"100%\" }}]\n"
            ),
        )
    };
    let parts = [chat("night", 2, "08:00", true), chat("day", 2, "09:30", false)];
    let world = World::of(&[&desk(1), &parts.concat()]);
    let history = world.history();
    let done: Vec<String> = history
        .told
        .iter()
        .filter_map(|it| match *it {
            crate::history::Told::Completed(stream, _, at, _) => {
                Some(format!("{} {}", history.stream(stream), history.say(at)))
            }
            _ => None,
        })
        .collect();
    // Begun at 8:30; an hour is done when the other comes, and the second takes two beside it: 11:30.
    // The other has an hour left then.
    assert_eq!(done, ["night Tue 2 11:30", "day Tue 2 12:30"]);
}
