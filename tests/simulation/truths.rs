//! What must be true of the simulation: chance that policies share, rates, statistics that only watch.

use crate::history::{History, Told};
use crate::world::{DESK, Read, World, task};
use staffcast::{Effort, SimTime};

/// Work with every kind of draw; in December nothing comes, so that everything is done.
const DEMANDING: &str = r#"
[roles.desk]
headcount = 2
sickness = { spells = 3, length = { mean = "4d" } }
stand_in = ["head"]
[roles.head]
headcount = 1

[streams.ticket]
arrival = { rate = 6, per = "working-day", months = { dec = 0 }, day_cv = 0.3 }
priority = 3
route = [
    { effort = { mean = "40min" }, role = "desk" },
    { branch = "30%", steps = [
        { wait = "development", time = { mean = "16h" } },
        { cycle = { geometric = 1.5 }, steps = [{ effort = { gamma = { mean = "20min", cv = 0.5 } }, role = "desk" }] },
        { spawn = "letter", count = { poisson = 0.7 } },
    ], otherwise = [{ wait = "client", time = { exponential = "5h" }, clock = "calendar" }] },
    { effort = { triangular = { min = "5min", mode = "10min", max = "30min" } }, role = "head" },
    { mark = "solved" },
    { reopen = "10%", after = { exponential = "24h" } },
]
sla.solved = { to = "solved", within = "16h", target = "90%" }

[streams.letter]
arrival = "spawned"
priority = 5
route = [{ effort = { mean = "30min", cv = 2 }, role = "head" }]

[streams.urgent]
arrival = { rate = 2, per = "week", months = { dec = 0 } }
priority = 1
interrupts = true
route = [{ effort = { mean = "1h" }, role = "desk" }]

[[policies]]
key = "as-is"
[[policies]]
key = "third-person"
changes = [{ hire = "desk", start = 2026-07-01, ramp = false }]
[[policies]]
key = "by-due"
changes = [{ discipline = "earliest-due" }]
[[policies]]
key = "patient"
changes = [{ interrupts = false }]
[[policies]]
key = "manual"
changes = [{ assignment = "manual", streams = ["ticket"], noticed_after = { mean = "20min" } }]
[[policies]]
key = "contractor"
changes = [{ contractor = "freelance", role = "desk", price = 1, capacity = 1000, when_waiting = 1, lead = { mean = "2h" } }]
"#;

fn demanding() -> World {
    World::of(&[DEMANDING]).months(7)
}

/// Efforts that were asked for, in order of length: whatever the order in which they were reached.
fn efforts(history: &History) -> Vec<Effort> {
    let mut efforts: Vec<Effort> = history
        .told
        .iter()
        .filter_map(|it| match *it {
            Told::Offered(_, effort, _) => Some(effort),
            _ => None,
        })
        .collect();
    efforts.sort_unstable();
    efforts
}

/// Moments at which items came by themselves.
fn comings(history: &History) -> Vec<(usize, SimTime)> {
    let came = history.told.iter().filter_map(|it| match *it {
        Told::Arrived(stream, at) => Some((stream.index(), at)),
        _ => None,
    });
    // Tickets come back and letters are caused: when, depends on when the work was done.
    came.filter(|it| history.scenario.streams[it.0].key == "urgent").collect()
}

fn needs_the_same_under(policy: &str) {
    for seed in 0..3 {
        let world = demanding().seed(seed);
        let (baseline, other) = (world.history_under("as-is"), world.history_under(policy));
        assert_eq!((baseline.open, other.open), (0, 0), "December is long enough");
        assert_eq!(comings(&baseline), comings(&other));
        assert_eq!(baseline.arrivals("ticket").len(), other.arrivals("ticket").len());
        assert_eq!(baseline.arrivals("letter").len(), other.arrivals("letter").len());
        assert!(efforts(&baseline) == efforts(&other), "efforts differ under {policy}");
    }
}

#[test]
fn a_change_of_head_count_moves_no_arrival_and_changes_no_effort() {
    needs_the_same_under("third-person");
    let world = demanding();
    let history = world.history_under("third-person");
    assert_ne!(world.history_under("as-is").work(), history.work(), "but who does it when differs");
}

#[test]
fn a_change_of_discipline_changes_no_effort() {
    needs_the_same_under("by-due");
    needs_the_same_under("patient");
}

#[test]
fn manual_assignment_changes_no_effort() {
    needs_the_same_under("manual");
}

#[test]
fn a_contractor_changes_no_effort() {
    needs_the_same_under("contractor");
}

#[test]
fn a_change_of_head_count_changes_nobodys_absences() {
    let world = demanding();
    let (baseline, other) = (world.history_under("as-is"), world.history_under("third-person"));
    let known = other.presence("desk");
    assert!(baseline.presence("desk").iter().all(|it| known.contains(it)));
}

#[test]
fn one_more_stream_moves_no_arrival_of_the_others() {
    let stream = |key: &str| {
        format!(
            "[streams.{key}]\narrival = {{ rate = 5, per = \"working-day\" }}\nroute = [{{ effort = {{ mean = \"1h\" }}, role = \"desk\" }}]\n"
        )
    };
    let alone = World::of(&[DESK, &stream("b")]).history();
    let more = World::of(&[DESK, &stream("a"), &stream("b"), &stream("c")]).history();
    assert_eq!(alone.arrivals("b"), more.arrivals("b"));
    assert_ne!(more.arrivals("a"), more.arrivals("b"));
}

/// Working time from the beginning to each arrival.
fn worked_until_arrivals(rate: f64) -> Vec<i64> {
    let stream = format!(
        "[streams.a]\narrival = {{ rate = {rate}, per = \"working-hour\" }}\nroute = [{{ mark = \"solved\" }}]\n"
    );
    let history = World::of(&[DESK, &stream]).history();
    let calendar = &history.scenario.calendars[0];
    let arrivals = history.told.iter().filter_map(|it| match *it {
        Told::Arrived(_, at) => Some(calendar.worked_until(at).ticks()),
        _ => None,
    });
    arrivals.collect()
}

#[test]
fn a_tenth_more_arrivals_are_the_same_arrivals_each_sooner() {
    let (base, more) = (worked_until_arrivals(5.0), worked_until_arrivals(5.5));
    assert!(more.len() >= base.len() && base.len() > 700);
    for (position, (slow, quick)) in base.iter().zip(&more).enumerate() {
        // Rounding of each day's cumulative rate to a microsecond.
        let expected = *slow as f64 / 1.1;
        let off = (expected - *quick as f64).abs();
        assert!(off <= 5.0, "arrival {position} is {off} µs off");
        assert!(quick < slow);
    }
}

#[test]
fn a_driver_moves_arrivals_as_a_rate_does() {
    let of = |clients: u32| {
        let driver = format!("[drivers.clients]\nconstant = {clients}\n");
        let stream = "[streams.a]\narrival = { rate = 100, per = \"month\", driver = \"clients\", at = 200 }\nroute = [{ mark = \"solved\" }]\n";
        World::of(&[DESK, &driver, stream]).history().arrivals("a")
    };
    let (base, same, double) = (of(200), of(200), of(400));
    assert_eq!(base, same);
    assert!(double.len() > 3 * base.len() / 2);
}

#[test]
fn statistics_watch_and_never_steer() {
    for seed in 0..5 {
        // In the middle of November plenty is open.
        let world = demanding().months(5).seed(seed);
        let watched = world.history();
        assert_eq!(world.open_unobserved(), watched.open);
        let read = Read::of(world.scenario(), seed, 0);
        for key in ["ticket", "letter", "urgent"] {
            assert_eq!(read.total("arrivals", key), watched.arrivals(key).len() as f64);
            assert_eq!(read.total("completions", key), watched.completions(key).len() as f64);
        }
        let busy = watched
            .spans()
            .iter()
            .map(|it| (it.2.to_worked - it.2.from_worked).hours())
            .sum::<f64>();
        let busy_read = read.total("busy_hours", "desk") + read.total("busy_hours", "head");
        assert!((busy - busy_read).abs() < 1e-6, "{busy} h, {busy_read} h");
    }
}

#[test]
fn unfinished_work_is_not_dropped_at_the_horizon() {
    let stream = "[streams.a]\narrival = { rate = 20, per = \"working-day\" }\nroute = [{ effort = { mean = \"1h\" }, role = \"desk\" }]\n";
    let world = World::of(&[DESK, stream]).months(2);
    let history = world.history();
    let read = world.readings();
    assert!(history.open > 400, "twice the load leaves half of it");
    assert_eq!(history.arrivals("a").len(), history.completions("a").len() + history.open);
    assert_eq!(read.total("backlog", "a"), history.open as f64);
    // The work in hand counts as far as it was done: nobody was idle after the first morning.
    assert!(read.total("occupancy", "desk") > 0.995);
}

#[test]
fn clocks_run_on_in_the_run_out_but_nothing_counts_as_arrived_in_it() {
    let world = |run_out: &str| {
        World::of(&[DESK, &task("a", 30, "17:30", 5, "1h")]).with("scenario.run_out", run_out)
    };
    let read = world("1").readings();
    assert_eq!(read.total("arrivals", "a"), 1.0);
    assert_eq!(read.total("completions", "a"), 0.0);
    assert_eq!(read.total("sojourn", "a"), 1.0);
    assert!(world("0").readings().total("sojourn", "a").is_nan());
}

#[test]
fn the_backlog_at_start_is_there_on_the_first_morning() {
    let history = World::of(&[
        DESK,
        "[streams.a]\narrival = \"spawned\"\nbacklog_at_start = 3\nroute = [{ effort = \"1h\", role = \"desk\" }]\n",
    ])
    .history();
    assert_eq!(history.arrivals("a"), ["Mon 1 00:00"; 3]);
    assert_eq!(
        history.work(),
        ["a Mon 1 09:00-10:00", "a Mon 1 10:00-11:00", "a Mon 1 11:00-12:00"]
    );
}

#[test]
fn what_is_open_at_the_start_is_open_when_the_first_counted_month_begins() {
    let stream = |arrival: &str| {
        format!(
            "[streams.a]\narrival = {arrival}\nbacklog_at_start = 3\nroute = [{{ effort = \"1h\", role = \"desk\" }}]\n"
        )
    };
    let history = |arrival: &str| {
        World::of(&[DESK, &stream(arrival)]).with("scenario.lead_in", "1").history()
    };
    // Nothing is open in May, the lead-in, and three on the first of June.
    assert_eq!(history("\"spawned\"").arrivals("a"), ["Mon 1 00:00"; 3]);
    // On the last Friday of May two more come than can be done: one is missing to three.
    let two = r#"{ on = "month-day", day = 29, at = "17:00", count = 3 }"#;
    let june: Vec<String> = history(two).arrivals("a");
    assert_eq!(june.iter().filter(|it| *it == "Mon 1 00:00").count(), 1, "{june:?}");
    // More than three are left as they are.
    let ten = two.replace("count = 3", "count = 10");
    assert!(!history(&ten).arrivals("a").contains(&"Mon 1 00:00".to_owned()));
}

#[test]
fn a_lead_in_fills_the_department_before_the_first_counted_day() {
    let stream = "[streams.a]\narrival = { rate = 10, per = \"working-day\" }\nroute = [{ effort = { mean = \"1h\" }, role = \"desk\" }]\n";
    let world = World::of(&[DESK, stream]);
    let (empty, filled) =
        (world.clone().readings(), world.with("scenario.lead_in", "2").readings());
    // About two working hours a day are left over.
    assert!(empty.total("backlog", "a") < 100.0);
    assert!(filled.total("backlog", "a") > empty.total("backlog", "a") + 40.0);
    assert!(filled.total("arrivals", "a") < 300.0, "the lead-in is not counted");
    assert!(filled.total("occupancy", "desk") > 0.999);
}
