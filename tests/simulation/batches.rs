//! Work that comes together: batches, bursts around a date, and what other work brings later.

use crate::history::{History, Told};
use crate::world::{DESK, Read, World, once};

/// When items of a stream came.
fn came(history: &History, key: &str) -> Vec<String> {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Arrived(stream, at) if history.stream(stream) == key => Some(history.say(at)),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_batch_comes_at_one_moment_and_is_served_one_by_one() {
    let history = World::of(&[
        DESK,
        "[streams.a]\narrival = { rate = 1, per = \"week\", regular = true, count = 3 }\nroute = [{ effort = \"1h\", role = \"desk\" }]\n",
    ])
    .history();
    let came = came(&history, "a");
    assert_eq!(came.len() % 3, 0);
    assert!((12..=15).contains(&came.len()), "{came:?}");
    assert!(came.chunks(3).all(|it| it[0] == it[1] && it[1] == it[2]), "{came:?}");
}

#[test]
fn batches_wait_as_long_as_the_formula_says() {
    // M[X]/M/1, geometric batches of mean 2 and E[X²] = 6, ρ = 0.6: L = ρ (1 + 6/2) ÷ 2(1 − ρ)
    // (Gross and Harris), so that an item stays 2 ÷ (1 − ρ) = 5 services.
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\n[streams.a]\narrival = { rate = 3, per = \"working-hour\", count = { geometric = 2 } }\n\
         route = [{ effort = { exponential = \"6min\" }, role = \"desk\" }]\n",
    ])
    .with("calendar.hours", "[\"00:00-24:00\"]")
    .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]")
    .with("scenario.lead_in", "1")
    .months(24);
    let sojourns: Vec<f64> =
        (0..20).map(|it| Read::of(world.scenario(), 3, it).total("sojourn", "a")).collect();
    let mean = sojourns.iter().sum::<f64>() / 20.0;
    let squares: f64 = sojourns.iter().map(|it| (it - mean) * (it - mean)).sum();
    let error = (squares / 19.0 / 20.0).sqrt();
    assert!((mean - 0.5).abs() < 4.0 * error, "{mean} ± {error}");
    assert!(error < 0.005, "{error}");
}

#[test]
fn the_load_of_batches_counts_every_item() {
    let load = |count: &str| {
        let world = World::of(&[
            DESK,
            &format!(
                "[streams.a]\narrival = {{ rate = 5, per = \"working-day\"{count} }}\nroute = [{{ effort = \"30min\", role = \"desk\" }}]\n"
            ),
        ]);
        world.readings().total("offered_load", "desk")
    };
    assert!((load(", count = { between = [1, 3] }") / load("") - 2.0).abs() < 1e-9);
}

#[test]
fn a_burst_comes_around_its_moment_in_its_shape() {
    let burst = |rest: &str| {
        World::of(&[
            DESK,
            &once("a", 1, "09:00", &format!("bursts = [{{ date = 2026-06-02, {rest} }}]\nroute = [{{ effort = \"1min\", role = \"desk\" }}]")),
        ])
        .history()
    };
    let of = |rest: &str| came(&burst(rest), "a")[1..].to_vec();
    assert_eq!(of("items = 3"), ["Tue 2 09:00"; 3], "at the opening, all at once");
    assert_eq!(of("at = \"15:30\", items = 2"), ["Tue 2 15:30"; 2]);
    // Four working hours after half past three, or four by the calendar.
    assert_eq!(of("at = \"15:30\", items = 1, over = \"4h\""), ["Wed 3 10:30"]);
    let by_calendar = "at = \"15:30\", items = 1, over = \"4h\", clock = \"calendar\"";
    assert_eq!(of(by_calendar), ["Tue 2 19:30"]);
    let spread = of("items = 400, over = { uniform = { min = \"0\", max = \"2d\" } }");
    let on = |day: &str| spread.iter().filter(|it| it.starts_with(day)).count();
    assert_eq!(on("Tue 2") + on("Wed 3"), 400);
    assert!((160..=240).contains(&on("Tue 2")), "{}", on("Tue 2"));
}

#[test]
fn the_load_counts_a_burst_in_its_month() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\n",
        &once("a", 1, "09:00", "bursts = [{ date = 2026-07-15, items = 80 }]\nroute = [{ effort = \"1h\", role = \"desk\" }]"),
    ])
    .months(2);
    let load = world.readings().monthly("offered_load", "desk");
    // June has 22 days of 8 hours, July 23: an hour of every month, and 80 in July.
    assert!(
        (load[0] - 1.0 / 176.0).abs() < 1e-9 && (load[1] - 81.0 / 184.0).abs() < 1e-9,
        "{load:?}"
    );
}

#[test]
fn other_work_may_come_a_while_after_what_causes_it() {
    let visit = "route = [{ effort = \"2h\", role = \"desk\" }, { spawn = \"call\", count = 2, after = \"3h\" }]";
    let history = World::of(&[
        DESK,
        &once("visit", 1, "14:00", visit),
        "[streams.call]\narrival = \"spawned\"\nroute = [{ effort = \"10min\", role = \"desk\" }]\n",
    ])
    .history();
    // Done at four; three working hours later it is ten on Tuesday.
    assert_eq!(came(&history, "call"), ["Tue 2 10:00"; 2]);
    assert_eq!(history.open, 0);
}

#[test]
fn what_everybody_gets_later_goes_to_everybody() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2\n",
        &once("news", 1, "09:00", "route = [{ effort = \"1h\", role = \"desk\" }, { spawn = \"meeting\", after = \"1h\" }]"),
        "[streams.meeting]\narrival = \"spawned\"\nfor_each = [\"desk\"]\nmeeting = true\nroute = [{ effort = \"30min\" }]\n",
    ])
    .history();
    assert_eq!(came(&history, "meeting"), ["Mon 1 11:00"; 2]);
}
