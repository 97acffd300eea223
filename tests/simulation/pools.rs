//! One queue, several kinds of people: who takes what, by hand.

use crate::world::{World, once};

const SHIFTS: &str = r#"
[calendars.early]
base = "none"
hours = ["08:00-16:00"]
[calendars.late]
base = "none"
hours = ["10:00-18:00"]
[roles.early]
headcount = 1
calendar = "early"
[roles.late]
headcount = 1
calendar = "late"
"#;

fn ticket(key: &str, day: u32, time: &str, effort: &str, role: &str) -> String {
    once(key, day, time, &format!("route = [{{ effort = \"{effort}\", role = {role} }}]"))
}

const EITHER: &str = "[\"early\", \"late\"]";
const EQUALS: &str = "[[\"early\", \"late\"]]";

/// A desk that is open from 8 to 18.
fn two_shifts(parts: &[String]) -> World {
    let all: Vec<&str> = std::iter::once(SHIFTS).chain(parts.iter().map(String::as_str)).collect();
    World::of(&all).with("calendar.hours", "[\"08:00-18:00\"]")
}

#[test]
fn two_shifts_share_a_queue_while_both_are_there() {
    // The first of the month, Monday: early alone until 10, both until 16, late alone until 18.
    let history = two_shifts(&[
        ticket("a", 1, "08:30", "30min", EITHER),
        ticket("b", 1, "08:40", "20min", EITHER),
        ticket("c", 1, "09:30", "1h", EITHER),
        ticket("d", 1, "09:45", "30min", EITHER),
        ticket("e", 1, "11:00", "30min", EITHER),
        ticket("f", 1, "11:00", "30min", EITHER),
        ticket("g", 1, "11:00", "30min", EITHER),
        ticket("h", 1, "11:00", "30min", EITHER),
        ticket("i", 1, "15:30", "1h", EITHER),
        ticket("j", 1, "17:00", "30min", EITHER),
        ticket("k", 1, "17:20", "50min", EITHER),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "early a Mon 1 08:30-09:00",
            "early b Mon 1 09:00-09:20",
            "early c Mon 1 09:30-10:30",
            // It waited for the late shift, which begins before early is done.
            "late d Mon 1 10:00-10:30",
            "early e Mon 1 11:00-11:30",
            "late f Mon 1 11:00-11:30",
            "early g Mon 1 11:30-12:00",
            "late h Mon 1 11:30-12:00",
            // Begun at 15:30, it stays with early, who goes home at 16.
            "early i Mon 1 15:30-Tue 2 08:30",
            "late j Mon 1 17:00-17:30",
            "late k Mon 1 17:30-Tue 2 10:20",
        ]
    );
    // Nobody of the pool was away, and each is paid for their own hours.
    let read = two_shifts(&[ticket("a", 1, "08:30", "30min", EITHER)]).readings();
    assert_eq!(read.total("paid_hours", "early"), 22.0 * 8.0);
    assert_eq!(read.total("wait", "a"), 0.0);
}

#[test]
fn at_night_the_first_to_open_takes_what_waits() {
    let history = two_shifts(&[
        ticket("a", 1, "20:00", "1h", "[\"late\", \"early\"]")
            .replace("[streams.a]", "[streams.a]\ncalendar = \"day\""),
        "[calendars.day]\nbase = \"none\"\nhours = [\"00:00-24:00\"]\n".into(),
    ])
    .history();
    assert_eq!(history.work_by_role(), ["early a Tue 2 08:00-09:00"]);
}

#[test]
fn preferred_people_are_asked_first_and_equals_take_turns() {
    let three = |role: &str| {
        two_shifts(&[
            ticket("a", 1, "11:00", "30min", role),
            ticket("b", 1, "12:00", "30min", role),
            ticket("c", 1, "13:00", "30min", role),
        ])
        .history()
        .work_by_role()
        .into_iter()
        .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        .collect::<Vec<_>>()
    };
    assert_eq!(three(EITHER), ["early", "early", "early"]);
    assert_eq!(three("[\"late\", \"early\"]"), ["late", "late", "late"]);
    // Of equals the longest idle: early was there first, then each in turn.
    assert_eq!(three(EQUALS), ["early", "late", "early"]);
}

const DESKS: &str = "[roles.anna]\nheadcount = 1\n[roles.ben]\nheadcount = 1\n";

#[test]
fn a_specialist_is_kept_free_for_what_nobody_else_can_do() {
    // Case 15: French only by Anna, English by either.
    let english = "[\"ben\", \"anna\"]";
    let history = World::of(&[
        DESKS,
        &ticket("english", 1, "10:00", "1h", english),
        &ticket("french", 1, "10:15", "1h", "\"anna\""),
        &ticket("also", 1, "10:20", "1h", english),
        &ticket("more", 1, "10:30", "1h", "\"anna\""),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "ben english Mon 1 10:00-11:00",
            "anna french Mon 1 10:15-11:15",
            "ben also Mon 1 11:00-12:00",
            "anna more Mon 1 11:15-12:15",
        ]
    );
}

#[test]
fn work_takes_a_role_as_much_longer_as_the_file_says() {
    let role = "[\"ben\", { role = \"anna\", effort = 1.5 }]";
    let history = World::of(&[
        DESKS,
        &ticket("a", 1, "10:00", "1h", role),
        &ticket("b", 1, "10:00", "1h", role),
    ])
    .history();
    assert_eq!(history.work_by_role(), ["ben a Mon 1 10:00-11:00", "anna b Mon 1 10:00-11:30"]);
    // Among equals the faster goes first, however long the other has been idle.
    let equals = "[[{ role = \"ben\", effort = 1.5 }, \"anna\"]]";
    let history = World::of(&[DESKS, &ticket("a", 1, "10:00", "1h", equals)]).history();
    assert_eq!(history.work_by_role(), ["anna a Mon 1 10:00-11:00"]);
}

#[test]
fn half_done_work_goes_on_at_the_pace_of_whoever_takes_it_over() {
    // Ben is away from Tuesday on; of his two hours one and a half are left, for Anna three.
    let away = "[roles.anna]\nheadcount = 1\n[roles.ben]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-02, days = 3 }]] }\n";
    let role = "[\"ben\", { role = \"anna\", effort = 2 }]";
    let history = World::of(&[away, &ticket("a", 1, "17:30", "2h", role)]).history();
    assert_eq!(
        history.work_by_role(),
        ["ben a Mon 1 17:30-Tue 2 00:00", "anna a Tue 2 09:00-12:00"]
    );
}

#[test]
fn urgent_work_interrupts_whichever_of_a_pool_does_the_least_urgent() {
    let urgent = ticket("urgent", 1, "10:30", "30min", "[[\"anna\", \"ben\"]]")
        .replace("route", "priority = 1\ninterrupts = true\nroute");
    let low = ticket("low", 1, "10:10", "1h", "\"ben\"").replace("route", "priority = 9\nroute");
    let mid = ticket("mid", 1, "10:00", "1h", "\"anna\"");
    let history = World::of(&[DESKS, &urgent, &low, &mid]).history();
    assert_eq!(
        history.work_by_role(),
        [
            "anna mid Mon 1 10:00-11:00",
            "ben low Mon 1 10:10-10:30",
            "ben urgent Mon 1 10:30-11:00",
            "ben low Mon 1 11:00-11:40",
        ]
    );
}

#[test]
fn stand_ins_of_a_pool_work_only_when_nobody_of_it_is_there() {
    let roles = "[roles.anna]\nheadcount = 1\nstand_in = [\"head\"]\nholiday = { people = [[{ from = 2026-06-01, days = 2 }]] }\n\
        [roles.ben]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-02, days = 1 }]] }\n[roles.head]\nheadcount = 1\n";
    let role = "[\"anna\", \"ben\"]";
    let history = World::of(&[
        roles,
        &ticket("a", 1, "09:00", "1h", role),
        &ticket("b", 1, "09:00", "1h", role),
        &ticket("c", 2, "09:00", "1h", role),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        ["ben a Mon 1 09:00-10:00", "ben b Mon 1 10:00-11:00", "head c Tue 2 09:00-10:00",]
    );
}

#[test]
fn the_clock_of_an_sla_runs_while_anybody_of_the_pool_is_there() {
    // 15:30 to 17:00 is an hour and a half of the pool's hours, though early goes home at 16.
    let sla = |within: &str| {
        format!("sla.soon = {{ to = \"contact\", within = \"{within}\", target = \"90%\" }}\n")
    };
    let blocked = |within: &str| {
        let ticket = ticket("a", 1, "15:30", "1h", EITHER) + &sla(within);
        let first = ticket_before();
        two_shifts(&[first, ticket]).readings().total("sla.met", "a/soon")
    };
    assert_eq!((blocked("1h30min"), blocked("89min")), (1.0, 0.0));
}

/// Work that keeps early until the evening, and late until 17:00.
fn ticket_before() -> String {
    ticket("early_busy", 1, "15:00", "1h", "\"early\"")
        + &ticket("late_busy", 1, "15:00", "2h", "\"late\"")
}

#[test]
fn a_list_of_one_role_is_that_role() {
    let one = |role: &str| {
        World::of(&[DESKS, &ticket("a", 1, "10:00", "1h", role)]).history().work_by_role()
    };
    assert_eq!(one("[\"anna\"]"), one("\"anna\""));
    assert_eq!(one("[{ role = \"anna\", effort = 2 }]"), ["anna a Mon 1 10:00-12:00"]);
}

#[test]
fn whoever_knows_one_language_leaves_the_other_to_who_knows_both() {
    // English by Ben or Anna, French by Anna alone: two English calls at once wait for nobody.
    let roles = "[roles.anna]\nheadcount = 1\n[roles.ben]\nheadcount = 1\n";
    let english = "[\"ben\", \"anna\"]";
    let history = World::of(&[
        roles,
        &ticket("e", 1, "10:00", "1h", english),
        &ticket("f", 1, "10:00", "1h", english),
        &ticket("g", 1, "14:00", "1h", "\"anna\""),
        &ticket("h", 1, "14:00", "1h", english),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "ben e Mon 1 10:00-11:00",
            "anna f Mon 1 10:00-11:00",
            "anna g Mon 1 14:00-15:00",
            "ben h Mon 1 14:00-15:00",
        ]
    );
}
