//! The clocks of service levels.

use crate::world::{DESK, World, once, task};

/// A stream with an hour of work and an SLA, and something that keeps the desk busy before.
fn sla(day: u32, time: &str, sla: &str) -> Vec<String> {
    let rest = format!(
        "route = [{{ effort = \"1h\", role = \"desk\" }}]\nsla.s = {{ to = \"solved\", target = \"95%\", {sla} }}"
    );
    World::of(&[DESK, &once("a", day, time, &rest)]).history().judgements("a/s")
}

#[test]
fn a_working_clock_stands_at_lunch_at_night_and_on_weekends() {
    assert_eq!(sla(1, "12:30", "within = \"2h\""), ["due Mon 1 15:30, stopped Mon 1 14:30, met"]);
    assert_eq!(sla(5, "17:00", "within = \"3h\""), ["due Mon 8 11:00, stopped Fri 5 18:00, met"]);
    // A day is a working day of eight hours, a week five of them.
    assert_eq!(sla(5, "10:00", "within = \"1d\""), ["due Mon 8 10:00, stopped Fri 5 11:00, met"]);
    assert_eq!(sla(5, "10:00", "within = \"1w\""), ["due Fri 12 10:00, stopped Fri 5 11:00, met"]);
}

#[test]
fn exactly_on_time_is_in_time() {
    assert_eq!(sla(1, "10:00", "within = \"1h\""), ["due Mon 1 11:00, stopped Mon 1 11:00, met"]);
    assert_eq!(
        sla(1, "10:00", "within = \"59min\""),
        ["due Mon 1 10:59, stopped Mon 1 11:00, missed"]
    );
}

#[test]
fn a_calendar_clock_runs_through_nights_and_calendar_days_end_at_midnight() {
    assert_eq!(
        sla(5, "10:00", "within = { calendar = \"48h\" }"),
        ["due Sun 7 10:00, stopped Fri 5 11:00, met"]
    );
    // Five days: the end of the fifth day after.
    assert_eq!(
        sla(1, "10:00", "within = { calendar_days = 5 }"),
        ["due Sun 7 00:00, stopped Mon 1 11:00, met"]
    );
}

#[test]
fn several_limits_compose_to_the_earlier_or_the_later() {
    // 24 working hours end on Thursday, one calendar day at the end of Tuesday.
    let due = |compose: &str| {
        let within =
            format!("within = {{ working = \"24h\", calendar_days = 1, compose = \"{compose}\" }}");
        sla(1, "10:00", &within)
    };
    assert_eq!(due("earlier"), ["due Wed 3 00:00, stopped Mon 1 11:00, met"]);
    assert_eq!(due("later"), ["due Thu 4 10:00, stopped Mon 1 11:00, met"]);
    assert_eq!(
        sla(1, "10:00", "within = { working = \"24h\", calendar_days = 1 }"),
        due("earlier")
    );
}

#[test]
fn contact_is_the_first_moment_an_agent_works_on_the_item() {
    let slas = r#"route = [{ wait = "reply", time = "10min" }, { effort = "2h", role = "desk" }, { mark = "solved" }]
        sla.contact = { to = "contact", within = "15min", target = "100%" }"#;
    let world = |busy: &str| {
        World::of(&[DESK, &task("hand", 1, "09:00", 5, busy), &once("a", 1, "09:05", slas)])
            .history()
    };
    // The wait before it is no contact.
    assert_eq!(
        world("5min").judgements("a/contact"),
        ["due Mon 1 09:20, stopped Mon 1 09:15, met"]
    );
    let later = world("1h");
    assert_eq!(later.judgements("a/contact"), ["due Mon 1 09:20, stopped Mon 1 10:00, missed"]);
    assert_eq!(later.contacts("a"), [55.0 / 60.0]);
}

#[test]
fn later_efforts_are_no_second_contact() {
    let cycle = "route = [{ cycle = 3, steps = [{ effort = \"1h\", role = \"desk\" }] }]";
    let history = World::of(&[DESK, &once("a", 1, "09:00", cycle)]).history();
    assert_eq!(history.contacts("a"), [0.0]);
}

const WITH_A_WAIT: &str = r#"route = [
    { effort = "1h", role = "desk" },
    { wait = "client", time = "10h", clock = "calendar" },
    { effort = "1h", role = "desk" },
]
"#;

#[test]
fn a_clock_stands_in_the_waits_that_its_sla_names() {
    let judged = |rest: &str| {
        let sla = format!(
            "{WITH_A_WAIT}sla.s = {{ to = \"solved\", within = \"3h\", target = \"95%\"{rest} }}"
        );
        World::of(&[DESK, &once("a", 1, "09:00", &sla)]).history().judgements("a/s")
    };
    assert_eq!(judged(""), ["due Mon 1 12:00, stopped Tue 2 10:00, missed"]);
    // From ten on Monday to eight in the evening seven working hours are not counted.
    assert_eq!(judged(", pauses = [\"client\"]"), ["due Tue 2 11:00, stopped Tue 2 10:00, met"]);
}

#[test]
fn a_calendar_clock_stands_for_the_calendar_length_of_a_wait() {
    let sla = format!(
        "{WITH_A_WAIT}sla.s = {{ to = \"solved\", within = {{ calendar = \"3h\" }}, target = \"95%\", pauses = [\"client\"] }}"
    );
    let history = World::of(&[DESK, &once("a", 1, "09:00", &sla)]).history();
    assert_eq!(history.judgements("a/s"), ["due Mon 1 22:00, stopped Tue 2 10:00, missed"]);
}

#[test]
fn slas_of_one_item_pause_each_in_its_own_waits() {
    let rest = r#"route = [
        { effort = "1h", role = "desk" },
        { wait = "client", time = "1h" },
        { wait = "development", time = "2h" },
        { effort = "1h", role = "desk" },
    ]
    sla.none = { to = "solved", within = "1h", target = "95%" }
    sla.client = { to = "solved", within = "1h", target = "95%", pauses = ["client"] }
    sla.both = { to = "solved", within = "1h", target = "95%", pauses = ["development", "client"] }"#;
    let history = World::of(&[DESK, &once("a", 1, "09:00", rest)]).history();
    assert_eq!(history.judgements("a/none"), ["due Mon 1 10:00, stopped Mon 1 15:00, missed"]);
    assert_eq!(history.judgements("a/client"), ["due Mon 1 11:00, stopped Mon 1 15:00, missed"]);
    assert_eq!(history.judgements("a/both"), ["due Mon 1 13:00, stopped Mon 1 15:00, missed"]);
}

#[test]
fn a_clock_may_run_from_mark_to_mark() {
    let rest = r#"route = [
        { effort = "1h", role = "desk" },
        { mark = "audited" },
        { effort = "2h", role = "desk" },
        { mark = "installed" },
        { wait = "client", time = "1d" },
    ]
    sla.install = { from = "audited", to = "installed", within = "2h", target = "95%" }
    sla.close = { from = "installed", to = "closed", within = "7h", target = "95%" }"#;
    let history = World::of(&[DESK, &once("a", 1, "09:00", rest)]).history();
    assert_eq!(history.judgements("a/install"), ["due Mon 1 12:00, stopped Mon 1 12:00, met"]);
    assert_eq!(history.judgements("a/close"), ["due Tue 2 11:00, stopped Tue 2 12:00, missed"]);
}

#[test]
fn a_mark_that_is_never_reached_starts_no_clock() {
    let rest = r#"route = [
        { branch = "0%", steps = [{ mark = "escalated" }] },
        { effort = "1h", role = "desk" },
    ]
    sla.s = { from = "escalated", to = "solved", within = "1h", target = "95%" }"#;
    let history = World::of(&[DESK, &once("a", 1, "09:00", rest)]).history();
    assert!(history.judgements("a/s").is_empty());
}

/// Created on the last day of June, due on the first of July, done on the third of August.
fn of_three_months(attribution: &str) -> World {
    let rest = format!(
        "route = [{{ effort = \"1h\", role = \"desk\" }}]\nsla.s = {{ to = \"solved\", within = \"6h\", target = \"95%\"{attribution} }}"
    );
    World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-30, days = 34 }]] }",
        &once("a", 30, "17:00", &rest),
    ])
    .months(3)
}

#[test]
fn a_result_belongs_to_the_month_that_its_attribution_says() {
    let breaches = |attribution: &str| {
        let read = of_three_months(attribution).readings();
        read.monthly("sla.breaches", "a/s")
    };
    // The items of July and August are done in time; that of August on its last day as well.
    assert_eq!(breaches(""), [0.0, 2.0, 0.0]);
    assert_eq!(breaches(", attribution = \"due\""), [0.0, 2.0, 0.0]);
    assert_eq!(breaches(", attribution = \"created\""), [1.0, 1.0, 0.0]);
    assert_eq!(breaches(", attribution = \"closed\""), [0.0, 0.0, 2.0]);
}

#[test]
fn overdue_open_items_are_breaches_when_they_fall_due() {
    let rest = "route = [{ effort = \"1h\", role = \"desk\" }]\nsla.s = { to = \"solved\", within = \"8h\", target = \"95%\" }";
    let world =
        World::of(&["[roles.desk]\nheadcount = 0", &once("a", 15, "10:00", rest)]).months(3);
    let read = world.readings();
    assert_eq!(read.monthly("sla.breaches", "a/s"), [1.0, 1.0, 1.0]);
    assert_eq!(read.monthly("overdue", "a"), [1.0, 2.0, 3.0]);
    assert_eq!(read.monthly("sla.met", "a/s"), [0.0, 0.0, 0.0]);
    assert_eq!(read.monthly("backlog", "a"), [1.0, 2.0, 3.0]);
}

#[test]
fn what_falls_due_after_the_horizon_is_not_counted_in_it() {
    let rest = "route = [{ effort = \"1h\", role = \"desk\" }]\nsla.s = { to = \"solved\", within = \"8h\", target = \"95%\" }";
    let world = World::of(&["[roles.desk]\nheadcount = 0", &once("a", 30, "10:00", rest)])
        .with("scenario.run_out", "1");
    let read = world.readings();
    assert_eq!(read.total("sla.breaches", "a/s"), 0.0);
    assert_eq!(read.total("backlog", "a"), 1.0);
    assert_eq!(read.total("overdue", "a"), 0.0);
}

#[test]
fn what_is_open_and_not_yet_due_is_undecided_unless_items_count_when_created() {
    let breaches = |attribution: &str| {
        let rest = format!(
            "route = [{{ effort = \"1h\", role = \"desk\" }}]\nsla.s = {{ to = \"solved\", within = \"8h\", target = \"95%\", attribution = \"{attribution}\" }}"
        );
        let world = World::of(&["[roles.desk]\nheadcount = 0", &once("a", 30, "10:00", &rest)]);
        world.readings().total("sla.breaches", "a/s")
    };
    assert_eq!([breaches("due"), breaches("closed"), breaches("created")], [0.0, 0.0, 1.0]);
}

#[test]

fn the_end_of_the_last_day_belongs_to_its_month() {
    let rest = "route = [{ effort = \"1h\", role = \"desk\" }]\nsla.s = { to = \"solved\", within = { calendar_days = 5 }, target = \"95%\" }";
    let read =
        World::of(&["[roles.desk]\nheadcount = 0", &once("a", 25, "10:00", rest)]).readings();
    assert_eq!(read.total("sla.breaches", "a/s"), 1.0);
}

/// A desk that works by day, a crew that works day and night, and a calendar of neither.
const DAY_AND_NIGHT: &str = r#"
[calendars.always]
base = "none"
hours = ["00:00-24:00"]
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
[calendars.mornings]
base = "none"
hours = ["09:00-13:00"]
[roles.desk]
headcount = 1
[roles.crew]
headcount = 1
calendar = "always"
"#;

/// One item that comes at any hour, and how its SLA came out.
fn at_night(day: u32, time: &str, rest: &str) -> Vec<String> {
    let item = once("a", day, time, &format!("calendar = \"always\"\n{rest}"));
    World::of(&[DAY_AND_NIGHT, &item]).history().judgements("a/s")
}

#[test]
fn a_clock_runs_in_the_hours_of_those_who_work_and_not_of_those_who_write() {
    let desk = "route = [{ effort = \"1h\", role = \"desk\" }]\nsla.s = { to = \"solved\", within = \"2h\", target = \"95%\" }";
    assert_eq!(at_night(6, "03:00", desk), ["due Mon 8 11:00, stopped Mon 8 10:00, met"]);
    let exactly = desk.replace("2h", "1h");
    assert_eq!(at_night(6, "03:00", &exactly), ["due Mon 8 10:00, stopped Mon 8 10:00, met"]);
    let short = desk.replace("2h", "59min");
    assert_eq!(at_night(6, "03:00", &short), ["due Mon 8 09:59, stopped Mon 8 10:00, missed"]);
    // A day is one of the desk's.
    let day = desk.replace("2h", "1d");
    assert_eq!(at_night(6, "03:00", &day), ["due Mon 8 18:00, stopped Mon 8 10:00, met"]);
    let crew = desk.replace("desk", "crew");
    assert_eq!(at_night(6, "03:00", &crew), ["due Sat 6 05:00, stopped Sat 6 04:00, met"]);
}

#[test]
fn a_clock_may_have_a_calendar_of_its_own() {
    let sla = |calendar: &str| {
        format!(
            "route = [{{ effort = \"1h\", role = \"desk\" }}]\nsla.s = {{ to = \"solved\", within = \"5h\", target = \"95%\", calendar = \"{calendar}\" }}"
        )
    };
    assert_eq!(at_night(5, "17:00", &sla("always")), ["due Fri 5 22:00, stopped Fri 5 18:00, met"]);
    assert_eq!(
        at_night(6, "03:00", &sla("always")),
        ["due Sat 6 08:00, stopped Mon 8 10:00, missed"]
    );
    assert_eq!(
        at_night(1, "10:00", &sla("mornings")),
        ["due Tue 2 11:00, stopped Mon 1 11:00, met"]
    );
}

const NIGHT_THEN_DAY: &str = r#"route = [
    { effort = "30min", role = "crew" },
    { mark = "answered" },
    { wait = "parts", time = "2h", clock = "calendar" },
    { effort = "2h", role = "desk" },
]
"#;

#[test]
fn each_clock_of_an_item_runs_in_the_hours_of_the_work_between_its_marks() {
    let of = |sla: &str| {
        at_night(6, "03:00", &format!("{NIGHT_THEN_DAY}sla.s = {{ target = \"95%\", {sla} }}"))
    };
    let answered = "due Sat 6 04:00, stopped Sat 6 03:30, met";
    assert_eq!(of("to = \"answered\", within = \"1h\""), [answered]);
    assert_eq!(
        of("to = \"contact\", within = \"1h\""),
        ["due Sat 6 04:00, stopped Sat 6 03:00, met"]
    );
    // Crew and desk both work until the end: the desk has fewer hours.
    let repaired = "due Mon 8 11:00, stopped Mon 8 11:00, met";
    assert_eq!(of("to = \"closed\", within = \"2h\""), [repaired]);
    assert_eq!(of("from = \"answered\", to = \"closed\", within = \"2h\""), [repaired]);
    // The clock stands in the wait, which is over before the desk opens.
    let paused = "to = \"closed\", within = \"2h\", pauses = [\"parts\"]";
    assert_eq!(of(paused), [repaired]);
    // By day and night there are two hours from three to five, and two are paused.
    assert_eq!(
        of(&format!("{paused}, calendar = \"always\"")),
        ["due Sat 6 07:00, stopped Mon 8 11:00, missed"]
    );
}

#[test]
fn waits_and_sojourns_count_in_the_hours_of_those_who_work() {
    let of = |rest: &str| {
        let item = once("a", 6, "03:00", &format!("calendar = \"always\"\n{rest}"));
        let read = World::of(&[DAY_AND_NIGHT, &item]).readings();
        (read.total("wait", "a"), read.total("sojourn", "a"))
    };
    assert_eq!(of("route = [{ effort = \"1h\", role = \"desk\" }]"), (0.0, 1.0));
    // A working wait is one of the desk's: from Monday nine to ten.
    let waits = "route = [{ wait = \"x\", time = \"1h\" }, { effort = \"1h\", role = \"desk\" }]";
    assert_eq!(of(waits), (1.0, 2.0));
    // Where hours differ, those count in which the work comes.
    assert_eq!(of(NIGHT_THEN_DAY), (0.0, 56.0));
}

/// Two rounds of question and reply: an hour, a wait of two hours, and six hours of work.
const TWO_REPLIES: &str = r#"route = [
    { mark = "asked" },
    { effort = "1h", role = "desk" },
    { mark = "replied" },
    { wait = "client", time = "2h" },
    { mark = "asked" },
    { effort = "6h", role = "desk" },
    { mark = "replied" },
]
"#;

#[test]
fn each_reply_has_a_clock_of_its_own() {
    let judged = |rest: &str| {
        let sla = format!(
            "{TWO_REPLIES}sla.s = {{ to = \"replied\", within = \"4h\", target = \"95%\", {rest} }}"
        );
        World::of(&[DESK, &once("a", 1, "09:00", &sla)]).history().judgements("a/s")
    };
    let first = "due Mon 1 13:00, stopped Mon 1 10:00, met";
    // Asked again at noon, which is due at five; six hours end next morning.
    let second = "due Mon 1 17:00, stopped Tue 2 10:00, missed";
    assert_eq!(judged("from = \"asked\""), [first, second]);
    assert_eq!(judged("from = \"asked\", every = false"), [first]);
    // From the creation on there is one clock.
    assert_eq!(judged("every = false"), [first]);
    // The wait lay before the second clock began, which does not stand for it.
    assert_eq!(judged("from = \"asked\", pauses = [\"client\"]"), [first, second]);
}

#[test]
fn each_round_of_a_cycle_is_judged() {
    let route = "route = [{ cycle = 3, steps = [{ mark = \"asked\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }, { wait = \"client\", time = \"30min\" }] }]\n";
    let sla = format!(
        "{route}sla.s = {{ from = \"asked\", to = \"replied\", within = \"1h\", target = \"95%\" }}"
    );
    let history = World::of(&[DESK, &once("a", 1, "09:00", &sla)]).history();
    assert_eq!(
        history.judgements("a/s"),
        [
            "due Mon 1 10:00, stopped Mon 1 10:00, met",
            "due Mon 1 11:30, stopped Mon 1 11:30, met",
            "due Mon 1 13:00, stopped Mon 1 13:00, met",
        ]
    );
}

#[test]
fn a_question_that_is_asked_twice_waits_since_the_first_time() {
    let route = "route = [{ mark = \"asked\" }, { wait = \"x\", time = \"1h\" }, { mark = \"asked\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }]\n";
    let sla = format!(
        "{route}sla.s = {{ from = \"asked\", to = \"replied\", within = \"4h\", target = \"95%\" }}"
    );
    let history = World::of(&[DESK, &once("a", 1, "09:00", &sla)]).history();
    // And a second reply to no question stops no clock.
    assert_eq!(history.judgements("a/s"), ["due Mon 1 13:00, stopped Mon 1 11:00, met"]);
}

#[test]
fn a_question_that_is_open_at_the_end_is_missed_when_it_was_due() {
    let route = "route = [{ mark = \"asked\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }, { mark = \"asked\" }, { wait = \"x\", time = \"3mo\", clock = \"calendar\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }]\n";
    let sla = format!(
        "{route}sla.s = {{ from = \"asked\", to = \"replied\", within = \"4h\", target = \"95%\" }}"
    );
    let history = World::of(&[DESK, &once("a", 1, "09:00", &sla)]).history();
    assert_eq!(
        history.judgements("a/s"),
        ["due Mon 1 13:00, stopped Mon 1 10:00, met", "due Mon 1 15:00, open, missed"]
    );
}

#[test]
fn by_the_end_of_the_next_business_day() {
    let next_day = |day: u32, time: &str, effort: &str| {
        let rest = format!(
            "route = [{{ effort = {{ fixed = \"{effort}\" }}, role = \"desk\" }}]\nsla.s = {{ to = \"closed\", target = \"95%\", within = {{ business_days = 1 }} }}"
        );
        World::of(&[DESK, &once("a", day, time, &rest)]).history().judgements("a/s")
    };
    // Ready exactly then; at the opening of the day after it; over a weekend.
    assert_eq!(next_day(1, "10:00", "15h"), ["due Tue 2 18:00, stopped Tue 2 18:00, met"]);
    assert_eq!(next_day(1, "16:50", "9h 20min"), ["due Tue 2 18:00, stopped Wed 3 09:10, missed"]);
    assert_eq!(next_day(5, "12:00", "13h"), ["due Mon 8 18:00, stopped Mon 8 18:00, met"]);
}

#[test]
fn round_the_clock_is_written_until_24_and_has_no_hole_at_midnight() {
    let job = "[streams.a]\narrival = { on = \"weekly\", weekdays = [\"tue\"], at = \"22:00\" }\n\
               route = [{ effort = { fixed = \"8h\" }, role = \"desk\" }]\n\
               sla.s = { to = \"closed\", within = { calendar = \"8h\" }, target = \"95%\" }";
    let world = World::of(&[DESK, job])
        .with("calendar.hours", "[\"00:00-24:00\"]")
        .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]");
    let judged = world.history().judgements("a/s");
    assert_eq!(judged.len(), 4);
    assert_eq!(judged[0], "due Wed 3 06:00, stopped Wed 3 06:00, met");
}
