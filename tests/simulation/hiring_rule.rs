//! Hires for the counted load: what a rule asks for and when, and that it knows no more than what was
//! counted.

use crate::history::{History, Trace};
use crate::world::World;
use staffcast::inside::{Department, Future, Layout, draw_inputs};
use staffcast::{Review, Scenario};

const DESK: &str = "[roles.desk]\nheadcount = 1\ntime_to_fill = \"10d\"\n";

/// So many items of an hour on every working day.
fn daily(count: u32) -> String {
    let arrival = format!("arrival = {{ on = \"daily\", count = {count} }}");
    format!("[streams.a]\n{arrival}\nroute = [{{ effort = \"1h\", role = \"desk\" }}]\n")
}

fn ruled(world: &[&str], rule: &str) -> World {
    let change = format!("hire_for_load = \"desk\", {rule}");
    let policy = format!("[[policies]]\nkey = \"as-is\"\nchanges = [{{ {change} }}]");
    let mut parts = world.to_vec();
    parts.push(&policy);
    World::of(&parts).months(12)
}

fn joined(count: u32, rule: &str) -> Vec<String> {
    ruled(&[DESK, &daily(count)], rule).history().joined()
}

#[test]
fn vacancies_of_now_are_opened_on_the_first_counted_day() {
    let now = "target = \"100%\", now = 2, most = 2";
    assert_eq!(joined(1, now), ["Thu 11 00:00", "Thu 11 00:00"]);
    let later = ruled(&[DESK, &daily(1)], now).with("scenario.lead_in", "1").history();
    assert_eq!(later.joined(), ["Thu 11 00:00", "Thu 11 00:00"], "not in the lead-in");
}

#[test]
fn a_review_asks_for_as_many_as_the_load_needs() {
    // Thirty hours a day are the work of 3.75 people: four, or five who are 80 % busy.
    let all = |target: &str| joined(30, &format!("target = \"{target}\", most = 9"));
    assert_eq!(all("100%"), ["Sat 11 Jul 00:00"; 3]);
    assert_eq!(all("80%"), ["Sat 11 Jul 00:00"; 4]);
    assert_eq!(joined(30, "target = \"80%\", most = 2"), ["Sat 11 Jul 00:00"; 2]);
    assert!(joined(7, "target = \"100%\", most = 9").is_empty());
}

#[test]
fn reviews_come_first_then_in_between_then_no_more() {
    let at = |rule: &str| -> Vec<String> {
        let history = ruled(&[DESK, &daily(7)], rule).history();
        history.reviews().iter().map(|it| history.say(it.at)).collect()
    };
    let of = "target = \"100%\", most = 9";
    assert_eq!(
        at(&format!("{of}, first = \"1mo\", review = \"3mo\", last = \"5mo\"")),
        ["Mon 1 00:00", "Wed 1 Jul 00:00", "Thu 1 Oct 00:00"]
    );
    // Nobody who would be fully productive for less than half a year is asked for: ten days to
    // find a person, and month 5.67.
    assert_eq!(at(of).len(), 3);
    assert_eq!(at(&format!("{of}, first = \"6mo\"")).len(), 1);
    assert_eq!(
        at(&format!("{of}, first = \"2w\", last = \"1mo\"")),
        ["Mon 1 00:00", "Mon 15 00:00"]
    );
}

#[test]
fn who_is_on_the_way_is_counted_whoever_asked_for_them() {
    let rule = "target = \"100%\", most = 9, review = \"1mo\"";
    let slow = ruled(&[DESK, &daily(30)], rule).with("roles.desk.time_to_fill", "70d");
    assert_eq!(slow.history().joined().len(), 3, "asked for once");
    let asked = |others: &str| {
        let changes = format!("hire_for_load = \"desk\", {rule} }}, {{ {others}");
        let policy = format!("[[policies]]\nkey = \"as-is\"\nchanges = [{{ {changes} }}]");
        let world = World::of(&[DESK, &daily(30), &policy]).months(12);
        world.history().reviews().iter().map(|it| it.asked).collect::<Vec<_>>()
    };
    assert_eq!(asked("hire = \"desk\", start = 2026-07-20, count = 2")[..2], [0, 1]);
    let at_once = "hire_when = \"desk\", arrivals = [\"a\"], above = 1, count = 2, most = 2";
    assert_eq!(asked(at_once)[..2], [0, 1], "the trigger asks first");
}

#[test]
fn a_rule_keeps_a_role_above_its_cover() {
    assert_eq!(joined(1, "target = \"100%\", most = 9, cover = 3"), ["Sat 11 Jul 00:00"; 2]);
}

#[test]
fn a_leaver_whose_successor_is_sought_is_not_asked_for_again() {
    let leaving = DESK.replace("headcount = 1", "headcount = 9\nattrition = \"99%\"");
    let rule = "target = \"100%\", most = 99, cover = 9, review = \"1w\"";
    let world = ruled(&[&leaving, &daily(1)], rule).with("roles.desk.time_to_fill", "60d");
    for seed in 1..6 {
        let history = world.clone().seed(seed).history();
        assert!(history.joined().len() > 3, "people leave and are replaced");
        assert!(history.reviews().iter().all(|it| it.asked == 0), "{:?}", history.reviews());
    }
}

#[test]
fn what_was_counted_is_what_was_finished_and_what_came() {
    let history = ruled(&[DESK, &daily(10)], "target = \"100%\", most = 1").history();
    let first = history.reviews()[1];
    // 22 days of eight finished hours; ten came on each.
    assert_eq!((first.finished, first.measured, first.backlog), (176, 176.0, 44));
    assert_eq!((first.load, first.effort, first.people), (1.25, 1.0, 2));
}

#[test]
fn hours_on_unfinished_work_are_no_part_of_the_measured_effort() {
    let parts = [
        "[streams.long]\narrival = { on = \"month-day\", day = 1 }\npriority = 3\n\
         route = [{ effort = \"300h\", role = \"desk\" }]\n",
        "[streams.short]\narrival = { on = \"daily\" }\npriority = 1\ninterrupts = true\n\
         route = [{ effort = \"2h\", role = \"desk\" }]\n",
    ];
    let rule = "target = \"100%\", most = 1, first = \"1mo\"";
    let history = ruled(&[DESK, parts[0], parts[1]], rule).history();
    let first = history.reviews()[1];
    assert_eq!((first.finished, first.measured, first.backlog), (22, 44.0, 1));
    // With what was worked before an interruption, once it is done: two months of 176 and 184
    // hours, 44 and 46 of them for the short ones; the long one is done in August.
    let rule = "target = \"100%\", most = 1, first = \"3mo\"";
    let history = ruled(&[DESK, parts[0], parts[1]], rule).history();
    let third = history.reviews()[1];
    assert_eq!((third.finished, third.measured), (22 + 23 + 21 + 1, 132.0 + 300.0));
}

#[test]
fn the_second_person_asked_for_is_found_in_the_same_time_under_any_rule() {
    let slow = DESK.replace("\"10d\"", "{ uniform = { min = \"5d\", max = \"90d\" } }");
    let days = |rule: &str, seed: u64| {
        let rule = format!("target = \"100%\", {rule}");
        ruled(&[&slow, &daily(60)], &rule).seed(seed).history().days_of_joining()
    };
    for seed in 1..6 {
        let seven = days("now = 7, most = 7", seed);
        let three = days("now = 3, most = 3", seed);
        assert!(three.iter().all(|it| seven.contains(it)), "{three:?} are of {seven:?}");
        // Asked for a month later, at the first review.
        let later = days("most = 7", seed);
        assert_eq!(later.iter().map(|it| it - 30).collect::<Vec<_>>(), seven);
    }
}

/// Requests of a scenario whose inputs are those of another replication.
fn reviews(scenario: &Scenario, inputs_of: u64) -> Vec<Review> {
    let layout = Layout::of(scenario);
    let mut department = Department::new(scenario, &layout, Trace::default());
    let inputs = draw_inputs(scenario, 1, inputs_of);
    department.replicate(&mut Future::default(), 1, 0, &inputs);
    let told = std::mem::take(&mut department.observer_mut().told);
    drop(department);
    History { scenario: scenario.clone(), told, open: 0 }.reviews()
}

/// An automation of which nobody knows what it does, and that begins in October.
const UNKNOWN: &str = "[[policies]]\nkey = \"as-is\"\nchanges = [\n\
    { hire_for_load = \"desk\", target = \"80%\", most = 20, review = \"1mo\", last = \"11mo\" },\n\
    { automation = \"x\", streams = [\"a\"], from = 2026-10-01, arrivals = { min = 0.5, max = 4 } },\n]";

#[test]
fn departments_that_differ_only_in_what_is_still_to_come_ask_for_the_same() {
    let work = "[streams.a]\narrival = { rate = 400, per = \"month\" }\n\
        route = [{ effort = { mean = \"1h\", cv = 1 }, role = \"desk\" }]\n";
    let scenario = World::of(&[DESK, work, UNKNOWN]).months(12).scenario();
    let all: Vec<Vec<Review>> = (0..12).map(|it| reviews(&scenario, it)).collect();
    // June to September: the start and four reviews.
    for other in &all {
        assert_eq!(other[..5], all[0][..5], "equal counts, equal requests, whatever is true");
    }
    let total = |it: &Vec<Review>| it.iter().map(|it| it.asked).sum::<u32>();
    assert!(all.iter().any(|it| total(it) != total(&all[0])), "later they do differ");
}

#[test]
fn a_range_of_width_zero_is_the_rule_that_is_told_the_number() {
    let world = |effort: &str| {
        let work = format!(
            "[streams.a]\narrival = {{ rate = 400, per = \"month\" }}\n\
             route = [{{ effort = {{ mean = {effort}, cv = 1 }}, role = \"desk\" }}]\n"
        );
        ruled(&[DESK, &work], "target = \"85%\", most = 20").history().reviews()
    };
    assert_eq!(world("{ min = \"70min\", max = \"70min\" }"), world("\"70min\""));
}

#[test]
fn a_rule_hires_what_the_load_needs_where_charging_the_backlog_would_hire_twice_as_many() {
    // Six people's work, one person, half a year until somebody comes: some 4 000 hours wait.
    let slow = DESK.replace("\"10d\"", "\"6mo\"");
    let rule = "target = \"90%\", most = 40, last = \"18mo\"";
    let world = ruled(&[&slow, &daily(48)], rule).months(36);
    let history = world.history();
    assert_eq!(1 + history.joined().len(), 7, "six ÷ 90 %");
    let reviews = history.reviews();
    let charged = |it: &Review| it.people + it.temporary;
    let most = reviews.iter().map(charged).max().unwrap_or_default();
    assert!(most >= 9, "charged to permanent people it were {most}");
}

#[test]
fn the_slower_work_of_newcomers_is_no_part_of_the_measured_effort() {
    let slow = format!("{DESK}ramp = {{ from = \"25%\", months = 6 }}\n");
    let rule = "target = \"100%\", now = 3, most = 3, first = \"2mo\", last = \"2mo\"";
    let history = ruled(&[&slow, &daily(60)], rule).history();
    let first = history.reviews()[1];
    // The one who was there from the beginning: 22 and 23 days of eight.
    assert_eq!((first.finished, first.measured), (360, 360.0));
}

#[test]
fn duties_of_each_person_are_no_pieces_and_leave_less_time_for_them() {
    let duty = "[streams.report]\narrival = { on = \"daily\", at = \"09:00\" }\n\
        for_each = [\"desk\"]\nroute = [{ effort = \"2h\" }]\n";
    let history = ruled(&[DESK, duty, &daily(6)], "target = \"100%\", most = 9").history();
    let first = history.reviews()[1];
    assert_eq!((first.finished, first.arrivals), (132, 130.5));
    assert!((first.load - 1.0).abs() < 1e-9, "six hours of the six that are left: {}", first.load);
    assert_eq!(first.asked, 0);
}
