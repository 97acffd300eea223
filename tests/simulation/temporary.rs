//! People for a time: they leave on their day, hand back what they have in hand, and cost no more.

use crate::world::{World, task};

const DESK: &str = "[roles.desk]\nheadcount = 1\ntime_to_fill = \"10d\"\npay = 220000\n\
    contributions = \"0%\"\nhiring_cost = 1000\n";

fn changed(world: &[&str], change: &str) -> World {
    let policy = format!("[[policies]]\nkey = \"as-is\"\nchanges = [{{ {change} }}]");
    let mut parts = world.to_vec();
    parts.push(&policy);
    World::of(&parts)
}

const UNTIL: &str = "hire = \"desk\", start = 2026-06-02, until = 2026-06-09, ramp = false";

#[test]
fn whoever_is_there_for_a_time_leaves_on_the_last_day_and_hands_back_the_work() {
    let work = [DESK, &task("a", 2, "09:00", 5, "60h"), &task("b", 2, "09:00", 5, "60h")];
    let history = changed(&work, UNTIL).history();
    assert_eq!(
        (history.joined(), history.left()),
        (vec!["Tue 2 00:00".into()], vec!["Wed 10 00:00".into()])
    );
    // Six days of eight hours until the ninth; what is left of `b` waits for whoever stays.
    assert_eq!(history.hours_on("b"), 60.0);
    assert_eq!(history.work_on("b"), ["Tue 2 09:00-Wed 10 00:00", "Thu 11 14:00-Fri 12 18:00"]);
}

#[test]
fn people_for_a_time_are_paid_for_their_days_alone() {
    let work = [DESK, &task("a", 2, "09:00", 5, "1h")];
    let cost = |change: &str| changed(&work, change).readings().total("cost", "desk");
    let near = |found: f64, exact: f64| assert!((found - exact).abs() < 1e-6, "{found} {exact}");
    // 2 to 9 June are 8 of 30 days.
    near(cost(UNTIL), 220_000.0 + 220_000.0 * 8.0 / 30.0 + 1_000.0);
    near(cost(&format!("{UNTIL}, pay = 330000")), 220_000.0 + 330_000.0 * 8.0 / 30.0 + 1_000.0);
    let for_good = "hire = \"desk\", start = 2026-06-16, pay = 300000";
    near(cost(for_good), 220_000.0 + 150_000.0 + 1_000.0);
    let headcount = changed(&work, UNTIL).readings().total("headcount", "desk");
    assert!((headcount - (1.0 + 6.0 / 22.0)).abs() < 1e-12, "{headcount}");
}

#[test]
fn nobody_replaces_whose_contract_ends_and_nobody_leaves_before() {
    let leaving = DESK.replace("headcount = 1", "headcount = 0\nattrition = \"99%\"");
    let change = "hire = \"desk\", start = 2026-06-01, until = 2026-08-31, count = 50";
    let history = changed(&[&leaving, &task("a", 2, "09:00", 5, "1h")], change).months(6).history();
    assert_eq!(history.joined().len(), 50);
    assert_eq!(history.left(), ["Tue 1 Sep 00:00"; 50]);
}

#[test]
fn a_last_day_before_the_first_is_refused() {
    let change = "hire = \"desk\", start = 2026-06-10, until = 2026-06-09";
    let problems = changed(&[DESK, &task("a", 2, "09:00", 5, "1h")], change).load();
    let problems = problems.expect_err("the last day is before the first");
    assert!(problems.contains("before the first"), "{problems}");
}

/// Eight hours a day for one person, and 700 hours that wait at the start.
const DROWNED: &str = "[streams.a]\narrival = { on = \"daily\", count = 8 }\n\
    backlog_at_start = 700\nroute = [{ effort = \"1h\", role = \"desk\" }]\n";

#[test]
fn a_backlog_is_cleared_by_temporary_people_and_not_by_permanent_ones() {
    let rule = |temporary: &str| {
        let rule = "hire_for_load = \"desk\", target = \"100%\", most = 9, review = \"6mo\"";
        changed(&[DESK, DROWNED], &format!("{rule}{temporary}")).months(12)
    };
    let alone = rule("").history();
    assert!(alone.joined().is_empty() && alone.open >= 700);
    // 174 hours a month each; 700 are gone after three months for two, if they come at once.
    let world = rule(", temporary = { ramp = false, pay = 440000 }");
    let history = world.history();
    assert_eq!(history.joined(), ["Sat 11 Jul 00:00"; 2]);
    assert_eq!(history.left(), ["Wed 30 Sep 00:00"; 2]);
    let reviews = history.reviews();
    assert_eq!((reviews[1].asked, reviews[1].temporary, reviews[1].people), (0, 2, 1));
    assert!(history.open < 10, "{} are open", history.open);
    let months = world.readings().monthly("cost", "desk");
    let july = 220_000.0 + 2.0 * (440_000.0 * 21.0 / 31.0 + 1_000.0);
    assert!((months[1] - july).abs() < 1e-6, "{months:?}");
    assert!((months[4] - 220_000.0).abs() < 1e-6, "October is the role's own again: {months:?}");
}

#[test]
fn temporary_people_have_a_time_to_fill_of_their_own() {
    let rule = "hire_for_load = \"desk\", target = \"100%\", most = 9, review = \"6mo\", \
        temporary = { ramp = false, time_to_fill = \"2d\" }";
    let history = changed(&[DESK, DROWNED], rule).months(12).history();
    assert_eq!(history.joined(), ["Fri 3 Jul 00:00"; 2]);
}
