//! What waiting does: clients who leave over broken promises, and people who leave overload.

use crate::history::{History, Told};
use crate::world::World;

/// A thousand clients, whose work is late for ever where nobody is there to do it.
fn clients(people: u32, broken: &str) -> World {
    World::of(&[&format!(
        "[drivers.clients]\nconstant = 1000\n{broken}\n\
         [roles.desk]\nheadcount = {people}\n\
         [streams.ticket]\narrival = {{ rate = 20, per = \"working-day\", driver = \"clients\", at = 1000 }}\n\
         route = [{{ effort = \"6min\", role = \"desk\" }}]\n\
         sla.done = {{ to = \"closed\", within = \"1h\", target = \"90%\" }}\n\
         [streams.daily]\narrival = {{ on = \"daily\", driver = \"clients\", at = 1000, count = 100 }}\n\
         route = [{{ effort = \"1min\", role = \"desk\" }}]\n"
    )])
    .months(4)
}

const BROKEN: &str = "broken_promises = { churn = \"50%\", revenue = 10 }";

fn came(history: &History, key: &str) -> Vec<String> {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Arrived(stream, at) if history.stream(stream) == key => Some(history.say(at)),
        _ => None,
    });
    told.collect()
}

#[test]
fn who_leaves_over_broken_promises_is_a_share_of_the_clients_and_would_have_paid() {
    let read = clients(0, BROKEN).readings();
    // Every promise is broken: half of all would leave in a year. June has 30 days, July and August 31.
    let stay = [0, 30, 61, 92].map(|days| 0.5_f64.powf(f64::from(days) / 365.25));
    for (month, stay) in stay.into_iter().enumerate() {
        let (clients, lost) = (read.monthly("clients", "all"), read.monthly("revenue_lost", "all"));
        assert!((clients[month] - 1_000.0 * stay).abs() < 1e-6, "{clients:?}");
        assert!((lost[month] - 10_000.0 * (1.0 - stay)).abs() < 1e-5, "{lost:?}");
    }
    let sum: f64 = stay.iter().map(|it| 10_000.0 * (1.0 - it)).sum();
    assert!((read.total("revenue_lost", "all") - sum).abs() < 1e-5);
}

#[test]
fn kept_promises_cost_nothing_and_change_nothing() {
    let (with, without) = (clients(3, BROKEN), clients(3, ""));
    assert_eq!(with.readings().total("revenue_lost", "all"), 0.0);
    let (with, without) = (with.history(), without.history());
    assert_eq!(came(&with, "ticket"), came(&without, "ticket"));
    assert_eq!(came(&with, "daily"), came(&without, "daily"));
}

#[test]
fn the_work_of_whoever_left_does_not_come_and_the_rest_comes_as_before() {
    let (with, without) = (clients(0, BROKEN).history(), clients(0, "").history());
    let (left, all) = (came(&with, "ticket"), came(&without, "ticket"));
    assert!(left.iter().all(|it| all.contains(it)), "no other arrival");
    let june = |it: &&String| it.split(' ').count() == 3;
    let count = |those: &[String]| those.iter().filter(june).count();
    assert_eq!(count(&left), count(&all), "nobody has left in the first month");
    // 65 working days of twenty; by the mean of the last three months 12 % have left.
    let share = 1.0 - (left.len() - count(&left)) as f64 / (all.len() - count(&all)) as f64;
    assert!((share - 0.11).abs() < 0.04, "{share}");
    // What comes daily is a number times what is there.
    let days = |those: &[String]| those.iter().filter(|it| it.contains("Sep")).count() as f64;
    let daily = days(&came(&with, "daily")) / days(&came(&without, "daily"));
    assert!((daily - 0.5_f64.powf(92.0 / 365.25)).abs() < 0.01, "{daily}");
}

/// Twenty people who are busy all the time, or never.
fn people(overload: &str, backlog: u32) -> World {
    World::of(&[&format!(
        "[roles.desk]\nheadcount = 20\nreplaced = false\n{overload}\n\
         [streams.old]\narrival = {{ rate = 0.001, per = \"month\" }}\nbacklog_at_start = {backlog}\n\
         route = [{{ effort = \"100h\", role = \"desk\" }}]\n"
    )])
    .months(6)
}

/// How many have left before the end.
fn left(history: &History) -> usize {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Employed(_, _, to) => Some(to),
        _ => None,
    });
    let until: Vec<_> = told.collect();
    let end = until.iter().max();
    until.iter().filter(|it| Some(*it) < end).count()
}

#[test]
fn the_overloaded_leave_at_the_rate_that_is_stated() {
    let world = people("overload = { above = \"80%\", attrition = \"90%\" }", 1_000);
    let gone: usize = (0..40).map(|seed| left(&world.clone().seed(seed).history())).sum();
    // Month by month at 0.9 a year; notice given at the end of November would end after the run.
    let exact = 1.0 - (-0.9 * 153.0 / 365.25_f64).exp();
    let share = gone as f64 / 800.0;
    let error = (exact * (1.0 - exact) / 800.0).sqrt();
    assert!((share - exact).abs() < 4.0 * error, "{share} instead of {exact}");
}

#[test]
fn whoever_is_idle_leaves_as_everybody_does() {
    assert_eq!(
        left(&people("overload = { above = \"80%\", attrition = \"90%\" }", 0).history()),
        0
    );
    let usual = "attrition = \"90%\"\noverload = { above = \"80%\", attrition = \"0%\" }";
    let gone: usize = (0..40).map(|seed| left(&people(usual, 0).seed(seed).history())).sum();
    let exact = 1.0 - (-0.9 * 153.0 / 365.25_f64).exp();
    let error = (exact * (1.0 - exact) / 800.0).sqrt();
    assert!((gone as f64 / 800.0 - exact).abs() < 4.0 * error, "{gone} of 800");
}
