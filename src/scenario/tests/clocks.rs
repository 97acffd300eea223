//! Whose hours a clock counts, and what is said of it.

use super::*;

/// A desk by day, a crew round the clock, and a stream whose mail comes at any hour.
fn scenario(route: &str, sla: &str) -> Scenario {
    let text = format!(
        r#"[scenario]
start = 2026-06-01
months = 1
[calendar]
base = "none"
hours = ["09:00-17:00"]
[calendars.always]
base = "none"
hours = ["00:00-24:00"]
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
[roles.desk]
headcount = 1
[roles.crew]
headcount = 1
calendar = "always"
people_per_seat = 4.2
[streams.mail]
calendar = "always"
arrival = {{ rate = 1, per = "calendar-day" }}
route = [{route}]
[streams.mail.sla.done]
to = "closed"
{sla}
target = "95%"
"#
    );
    let mut study = read(&text).unwrap_or_else(|it| panic!("{it}"));
    study.policies.remove(0).scenario
}

const BY_BOTH: &str = "{ effort = \"1h\", role = \"crew\" }, { mark = \"handed\" }, { effort = \"1h\", role = \"desk\" }";

#[test]
fn it_is_said_whose_hours_count_only_where_somebody_could_think_otherwise() {
    let notes = |route: &str, sla: &str| scenario(route, sla).notes.len();
    let said = &scenario(BY_BOTH, "within = \"2h\"").notes[0].en;
    assert!(said.contains("runs on the calendar of the role `desk` and not on that"), "{said}");
    assert_eq!(notes(BY_BOTH, "within = \"2h\"\ncalendar = \"always\""), 0);
    assert_eq!(notes(BY_BOTH, "within = { calendar = \"2h\" }"), 0);
    assert_eq!(notes(BY_BOTH, "within = { business_days = 1 }"), 1);
    // The crew works whenever mail comes.
    assert_eq!(notes("{ effort = \"1h\", role = \"crew\" }", "within = \"2h\""), 0);
}

#[test]
fn of_several_roles_the_clock_runs_while_anybody_is_there() {
    let text = |roles: &str| format!("{{ effort = \"1h\", role = {roles} }}");
    // The crew is always there: its calendar has all the hours of both.
    let found = scenario(&text("[\"desk\", \"crew\"]"), "within = \"2h\"");
    assert_eq!((found.slas[0].calendar.0, found.streams[0].clock.0), (1, 1));
    assert_eq!((found.calendars.len(), found.notes.len()), (2, 0));
    // Two shifts: a calendar of its own, of which it is told.
    let shifts = r#"[scenario]
start = 2026-06-01
months = 1
[calendars.early]
base = "none"
hours = ["07:00-11:00", "11:30-15:00"]
[calendars.late]
base = "none"
hours = ["13:00-17:00", "17:30-21:00"]
days = ["mon", "tue", "wed", "thu", "fri", "sat"]
[roles.early]
headcount = 1
calendar = "early"
[roles.late]
headcount = 1
calendar = "late"
[streams.mail]
arrival = { rate = 1, per = "calendar-day" }
route = [{ effort = "1h", role = ["early", "late"] }]
[streams.mail.sla.done]
to = "closed"
within = "2h"
target = "95%"
"#;
    let mut study = read(shifts).unwrap_or_else(|it| panic!("{it}"));
    let found = study.policies.remove(0).scenario;
    assert_eq!((found.slas[0].calendar.0, found.streams[0].clock.0), (3, 3));
    let both = &found.calendars[3];
    let monday = found.timeline.day_of(jiff::civil::date(2026, 6, 1)).unwrap();
    assert_eq!((both.day_work(monday).hours(), both.day_work(monday + 5).hours()), (13.0, 7.5));
    assert_eq!((both.regular_day().hours(), both.regular_week().hours()), (13.0, 72.5));
    let said = &found.notes[0].en;
    assert!(said.contains("(`early` and others), and not on the calendar"), "{said}");
}

#[test]
fn a_stand_in_of_other_hours_leaves_the_clock_to_the_stream() {
    let route = "{ effort = \"1h\", role = \"desk\", stand_in = [\"crew\"] }";
    let found = scenario(route, "within = \"2h\"");
    assert_eq!((found.slas[0].calendar.0, found.streams[0].clock.0), (1, 1));
    let said = &found.notes[0].en;
    assert!(said.contains("because `desk` and `crew`, who stands in"), "{said}");
}

#[test]
fn work_for_two_who_must_both_be_there_counts_the_fewer_hours() {
    let joint = "{ effort = \"1h\", role = \"crew\", together_with = \"desk\" }";
    assert_eq!(scenario(joint, "within = \"2h\"").slas[0].calendar.0, 0);
}

#[test]
fn a_cycle_may_bring_earlier_work_after_a_mark() {
    let route = "{ cycle = 2, steps = [{ effort = \"1h\", role = \"desk\" }, { mark = \"asked\" }, { effort = \"1h\", role = \"crew\" }] }";
    let found = scenario(route, "from = \"asked\"\nwithin = \"2h\"");
    assert_eq!(found.slas[0].calendar.0, 0);
}

#[test]
fn a_stream_without_work_keeps_the_clock_it_comes_on() {
    let waits = "{ wait = \"x\", time = \"1h\" }";
    let found = scenario(waits, "within = \"2h\"");
    assert_eq!((found.slas[0].calendar.0, found.streams[0].clock.0), (1, 1));
}

#[test]
fn a_calendar_that_does_not_exist_is_answered_with_those_that_do() {
    let text = SMALL.replace("target = \"95%\"", "target = \"95%\"\ncalendar = \"nights\"");
    let said = read(&text).expect_err("there is no such calendar").render(Lang::En, false);
    assert!(said.contains("no calendar is called `nights`"), "{said}");
}

/// A route that replies twice.
const TWICE: &str = "{ mark = \"asked\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }, { wait = \"client\", time = \"2h\" }, { mark = \"asked\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }";

fn replies(route: &str, sla: &str) -> Scenario {
    scenario(&format!("{route}, {{ mark = \"x\" }}"), &format!("within = \"2h\"\n{sla}"))
}

#[test]
fn it_is_said_that_only_the_first_of_several_counts_where_it_does() {
    let notes = |route: &str, sla: &str| {
        let text = replies(route, sla);
        text.notes.iter().filter(|it| it.en.contains("Only the first")).count()
    };
    // `closed` comes once; the marks of a route come as often as it says.
    assert_eq!(notes(TWICE, "from = \"asked\""), 0);
    let said = |route: &str, sla: &str| {
        let rest = format!("{sla}\n[streams.mail.sla.reply]\nto = \"replied\"\nwithin = \"2h\"");
        notes(route, &format!("target = \"95%\"\n{rest}"))
    };
    assert_eq!(said(TWICE, ""), 1);
    let once = "{ effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }";
    assert_eq!(said(once, ""), 0);
    let either = "{ effort = \"1h\", role = \"desk\" }, { branch = 0.5, steps = [{ mark = \"replied\" }], otherwise = [{ mark = \"replied\" }] }";
    assert_eq!(said(either, ""), 0);
    let cycle =
        "{ cycle = 2, steps = [{ effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }] }";
    assert_eq!(said(cycle, ""), 1);
}

#[test]
fn a_later_mark_stops_a_clock_that_starts_after_an_earlier_one() {
    let route = "{ effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }, { wait = \"client\", time = \"2h\" }, { mark = \"asked\" }, { effort = \"1h\", role = \"desk\" }, { mark = \"replied\" }";
    let rest = "target = \"95%\"\n[streams.mail.sla.reply]\nfrom = \"asked\"\nto = \"replied\"\nwithin = \"2h\"";
    assert_eq!(replies(route, rest).slas.len(), 2);
}

#[test]
fn a_clock_from_the_creation_cannot_run_each_time() {
    let text = SMALL.replace("target = \"95%\"", "target = \"95%\"\nevery = true");
    let said = read(&text).expect_err("it is created once").render(Lang::En, false);
    assert!(
        said.contains("`created` comes only once") && said.contains("from = \"asked\""),
        "{said}"
    );
}
