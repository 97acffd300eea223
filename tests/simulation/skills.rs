//! Skills of people within a role: who takes what, by hand, and as the same said with roles.

use crate::world::{World, once, task, urgent};

/// Two people, of whom the first can do networks.
const DESK: &str = "[roles.desk]\nheadcount = 2\npeople = [{ skills = [\"network\"] }]\n";

/// One step that asks for a skill.
fn network(key: &str, day: u32, time: &str, effort: &str) -> String {
    let step = format!("{{ effort = \"{effort}\", role = \"desk\", skill = \"network\" }}");
    once(key, day, time, &format!("priority = 5\nroute = [{step}]"))
}

#[test]
fn whoever_lacks_the_skill_stays_idle_beside_the_work_and_whoever_has_it_does_all() {
    let world = World::of(&[
        DESK,
        &task("a", 1, "09:00", 5, "2h"),
        &network("net", 1, "09:10", "30min"),
        &task("b", 1, "09:20", 5, "1h"),
        &task("c", 1, "09:30", 5, "40min"),
        &task("d", 1, "10:30", 5, "1h"),
        &network("more", 1, "11:10", "15min"),
        &task("e", 1, "11:40", 5, "10min"),
        &task("f", 1, "12:05", 5, "10min"),
    ]);
    // The first has `a` until 11, while the other has nothing to do from 9:10 to 9:20 although `net`
    // waits. At 11 the first takes what waits longest of all that they can do: `net` before `d`.
    assert_eq!(
        world.history().work(),
        [
            "a Mon 1 09:00-11:00",
            "b Mon 1 09:20-10:20",
            "c Mon 1 10:20-11:00",
            "net Mon 1 11:00-11:30",
            "d Mon 1 11:00-12:00",
            "more Mon 1 11:30-11:45",
            "e Mon 1 11:45-11:55",
            // Of two who are idle whoever has been so longest, be they able to do more or not.
            "f Mon 1 12:05-12:15",
        ]
    );
    let read = world.readings();
    let hours = 2.0 + 0.5 + 1.0 + 40.0 / 60.0 + 1.0 + 0.25 + 2.0 * 10.0 / 60.0;
    assert_eq!(read.total("headcount", "desk"), 2.0);
    assert!((read.total("occupancy", "desk") - hours / (2.0 * 22.0 * 8.0)).abs() < 1e-12);
    assert_eq!(read.total("wait", "net"), 110.0 / 60.0);
}

/// A month of calls that anybody takes, and of faults that only some can mend.
fn month(people: &str, anybody: &str, specialist: &str) -> World {
    let arrival = |rate: f64| format!("arrival = {{ rate = {rate}, per = \"working-hour\" }}");
    World::of(&[
        people,
        &format!(
            "[streams.calls]\n{}\nroute = [{{ effort = {{ exponential = \"20min\" }}, role = {anybody} }}]\n",
            arrival(5.0)
        ),
        &format!(
            "[streams.faults]\n{}\npriority = 1\nroute = [{{ effort = {{ mean = \"40min\", cv = 1.2 }}, {specialist} }}]\n",
            arrival(1.0)
        ),
    ])
}

#[test]
fn skills_are_roles_that_share_their_work() {
    for interrupts in ["false", "true"] {
        let skills = month(
            "[roles.desk]\nheadcount = 3\npeople = [{ skills = [\"network\"] }]\n",
            "\"desk\"",
            "role = \"desk\", skill = \"network\"",
        );
        let roles = month(
            "[roles.network]\nheadcount = 1\n[roles.others]\nheadcount = 2\n",
            "[[\"network\", \"others\"]]",
            "role = \"network\"",
        );
        let [skills, roles] =
            [skills, roles].map(|it| it.with("streams.faults.interrupts", interrupts).history());
        assert!(skills.spans().len() > 500);
        let pieces = |it: &crate::history::History| {
            it.spans().into_iter().map(|it| (it.1, it.2.from, it.2.to)).collect::<Vec<_>>()
        };
        assert_eq!(pieces(&skills), pieces(&roles));
        assert_eq!(skills.open, roles.open);
    }
}

#[test]
fn a_skill_that_everybody_has_changes_nothing() {
    let [all, asked] = ["role = \"desk\"", "role = \"desk\", skill = \"network\""].map(|who| {
        let people = "[roles.desk]\nheadcount = 3\nskills = [\"network\"]\n\
                      holiday = { blocks = [\"7d\"] }\nattrition = \"200%\"\n";
        month(people, "\"desk\"", who).months(4).history()
    });
    assert_eq!(all.work_by_role(), asked.work_by_role());
    assert_eq!(all.open, asked.open);
}

#[test]
fn while_the_only_one_is_away_the_work_waits_or_a_stand_in_who_can_does_it() {
    let world = |skills: &str| {
        World::of(&[
            "[roles.desk]\nheadcount = 2\nstand_in = [\"head\"]\n\
             people = [{ skills = [\"network\"], away = [{ from = 2026-06-02, days = 2 }] }]\n",
            &format!("[roles.head]\nheadcount = 1\nskills = [{skills}]\n"),
            &task("usual", 2, "09:00", 5, "1h"),
            &network("net", 2, "10:00", "30min"),
            &network("begun", 1, "17:30", "1h"),
        ])
    };
    assert_eq!(
        world("").history().work_by_role(),
        [
            "desk begun Mon 1 17:30-Tue 2 00:00",
            "desk usual Tue 2 09:00-10:00",
            "desk begun Thu 4 09:00-09:30",
            "desk net Thu 4 09:30-10:00",
        ]
    );
    assert_eq!(
        world("\"network\"").history().work_by_role(),
        [
            "desk begun Mon 1 17:30-Tue 2 00:00",
            "head begun Tue 2 09:00-09:30",
            "desk usual Tue 2 09:00-10:00",
            "head net Tue 2 10:00-10:30",
        ]
    );
    // Somebody of the role is there all the time: nothing is uncovered of the role itself.
    assert!(world("").history().uncovered("desk").is_empty());
}

#[test]
fn urgent_work_interrupts_only_whoever_can_do_it() {
    let net = network("net", 1, "10:00", "30min").replace("priority = 5", "priority = 1");
    let urgent = urgent("any", 1, "10:10", 1, "10min");
    let history = World::of(&[
        DESK,
        &task("a", 1, "09:00", 5, "2h"),
        // Begun later, it would give way before the other.
        &task("b", 1, "09:30", 5, "2h"),
        &(net + "interrupts = true\n"),
        &urgent,
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "a Mon 1 09:00-10:00",
            "b Mon 1 09:30-10:10",
            "net Mon 1 10:00-10:30",
            "any Mon 1 10:10-10:20",
            "b Mon 1 10:20-11:40",
            "a Mon 1 10:30-11:30",
        ]
    );
}

#[test]
fn a_skill_goes_with_visits_chats_and_calls_at_night() {
    let step = |key: &str, time: &str, rest: &str| {
        let step = format!("{{ effort = \"1h\", role = \"desk\", skill = \"network\"{rest} }}");
        once(key, 1, time, &format!("route = [{step}]"))
    };
    let visits = World::of(&[
        DESK,
        &step("a", "09:00", ", within_day = true"),
        &step("b", "09:30", ", within_day = true"),
    ]);
    assert_eq!(visits.history().work(), ["a Mon 1 09:00-10:00", "b Mon 1 10:00-11:00"]);
    let chats = ", at_once = 2, slower = \"0%\"";
    let chats = [("a", "09:00"), ("b", "09:30"), ("c", "09:40")]
        .map(|(key, time)| step(key, time, chats))
        .concat();
    let history = World::of(&[DESK, &chats]).history();
    // Two at a time take half as long each: `a` has an hour from 9:00 on, `c` waits for its place.
    assert_eq!(history.completions("a"), ["Mon 1 10:00"]);
    assert_eq!(history.completions("b"), ["Mon 1 10:30"]);
    assert_eq!(history.completions("c"), ["Mon 1 11:00"]);
    // The first of the role would be called in the first week; the second is the one who can.
    let night = network("net", 1, "22:00", "1h") + "interrupts = true\n";
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2\non_call = { start = \"30min\" }\n\
         people = [{}, { skills = [\"network\"] }]\n",
        &night,
    ])
    .history();
    assert_eq!(history.work(), ["net Mon 1 22:30-23:30"]);
}

#[test]
fn whoever_comes_after_somebody_with_a_skill_has_it_and_newcomers_have_those_of_the_role() {
    let role = "[roles.desk]\nheadcount = 2\n\
                people = [{ skills = [\"network\"], until = 2026-06-02 }]\n";
    let parts = [network("net", 1, "09:00", "1h"), network("later", 4, "09:00", "1h")].concat();
    let policies = "[[policies]]\nkey = \"none\"\nchanges = [{ hire = \"desk\", start = 2026-06-03 }]\n\
        [[policies]]\nkey = \"able\"\n\
        changes = [{ hire = \"desk\", start = 2026-06-03, skills = [\"network\"] }]\n";
    let world = World::of(&[role, &parts, policies]);
    assert_eq!(world.history_under("none").work(), ["net Mon 1 09:00-10:00"]);
    let both = ["net Mon 1 09:00-10:00", "later Thu 4 09:00-10:00"];
    assert_eq!(world.history_under("able").work(), both);
    let of_role = world.with("roles.desk.skills", "[\"network\"]");
    assert_eq!(of_role.history_under("none").work(), both);
    // A year in which the one with the skill leaves again and again: the work is always done.
    let world = World::of(&[
        "[roles.desk]\nheadcount = 2\nattrition = \"400%\"\npeople = [{ skills = [\"network\"] }]\n",
        "[streams.net]\narrival = { on = \"daily\", at = \"09:00\" }\n\
         route = [{ effort = \"1h\", role = \"desk\", skill = \"network\" }]\n",
    ])
    .months(12);
    let history = world.history();
    assert!(history.left().len() > 3, "{:?}", history.left());
    assert_eq!(history.open, 0);
}
