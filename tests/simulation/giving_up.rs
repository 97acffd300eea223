//! Customers who give up: when they leave, how SLAs count them, and who comes back.

use crate::history::{History, Told};
use crate::world::{DESK, Read, World, once, task};
use staffcast::{Judgement, SimTime};

/// Of a stream that waits for an hour at most, and the SLA of its first contact.
fn call(key: &str, time: &str, rest: &str) -> String {
    once(
        key,
        1,
        time,
        &format!("route = [{{ effort = \"1h\", role = \"desk\" }}]\npatience = \"1h\"\n{rest}"),
    )
}

/// Who gave up, and when.
fn gave_up(history: &History) -> Vec<String> {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Abandoned(stream, _, at) => {
            Some(format!("{} {}", history.stream(stream), history.say(at)))
        }
        _ => None,
    });
    told.collect()
}

fn judgements(history: &History) -> Vec<Judgement> {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Judged(it) => Some(it),
        _ => None,
    });
    told.collect()
}

#[test]
fn whoever_is_not_begun_in_time_leaves_and_the_rest_move_up() {
    let history = World::of(&[
        DESK,
        &task("long", 1, "09:00", 5, "90min"),
        &call("a", "09:15", ""),
        &call("b", "09:45", ""),
        &task("stays", 1, "09:50", 5, "1h"),
    ])
    .history();
    assert_eq!(gave_up(&history), ["a Mon 1 10:15"]);
    assert_eq!(
        history.work(),
        ["long Mon 1 09:00-10:30", "b Mon 1 10:30-11:30", "stays Mon 1 11:30-12:30"]
    );
    assert_eq!(history.open, 0);
}

#[test]
fn whoever_becomes_free_at_the_last_moment_takes_the_caller() {
    let history =
        World::of(&[DESK, &task("long", 1, "09:00", 5, "90min"), &call("a", "09:30", "")])
            .history();
    assert_eq!(gave_up(&history), [""; 0]);
    assert_eq!(history.work(), ["long Mon 1 09:00-10:30", "a Mon 1 10:30-11:30"]);
}

#[test]
fn patience_runs_at_night_unless_its_clock_is_the_working_one() {
    let at_night = |clock: &str| {
        World::of(&[
            DESK,
            &call("night", "17:30", &format!("{clock}calendar = \"always\"\n")),
            "[calendars.always]\nbase = \"none\"\nhours = [\"00:00-24:00\"]\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n",
            &task("long", 1, "17:00", 5, "90min"),
        ])
        .history()
    };
    assert_eq!(gave_up(&at_night("")), ["night Mon 1 18:30"]);
    // Half an hour of Monday, half an hour of Tuesday: the desk is free at half past nine.
    let patient = at_night("patience_clock = \"working\"\n");
    assert_eq!(gave_up(&patient), [""; 0]);
    assert_eq!(patient.work().last().unwrap(), "night Tue 2 09:30-10:30");
}

#[test]
fn what_was_begun_never_gives_up() {
    let history = World::of(&[
        DESK,
        &call("begun", "09:00", "priority = 5\n"),
        &once(
            "fire",
            1,
            "09:30",
            "priority = 0\ninterrupts = true\nroute = [{ effort = \"3h\", role = \"desk\" }]\n",
        ),
    ])
    .history();
    assert_eq!(gave_up(&history), [""; 0]);
    assert_eq!(history.work().last().unwrap(), "begun Mon 1 12:30-13:00");
}

#[test]
fn a_step_may_have_a_patience_of_its_own() {
    let route = r#"route = [
        { effort = "30min", role = "desk" },
        { wait = "client", time = "30min" },
        { effort = "30min", role = "desk", patience = "15min" },
    ]"#;
    let history =
        World::of(&[DESK, &once("two", 1, "09:00", route), &task("long", 1, "09:40", 5, "2h")])
            .history();
    // Ready again at ten, nobody free until 11:40.
    assert_eq!(gave_up(&history), ["two Mon 1 10:15"]);
    assert_eq!(history.work(), ["two Mon 1 09:00-09:30", "long Mon 1 09:40-11:40"]);
}

#[test]
fn each_service_level_counts_them_as_it_says() {
    let judged = |abandoned: &str, within: &str| {
        let sla = format!(
            "sla.answer = {{ to = \"contact\", within = \"{within}\", target = \"80%\"{abandoned} }}\n"
        );
        let history =
            World::of(&[DESK, &task("long", 1, "09:00", 5, "3h"), &call("a", "09:15", &sla)])
                .history();
        assert_eq!(gave_up(&history), ["a Mon 1 10:15"]);
        let judged = judgements(&history);
        judged.iter().map(|it| (history.say(it.due), it.met)).collect::<Vec<_>>()
    };
    let one = |due: &str, met: bool| vec![(due.to_owned(), met)];
    assert_eq!(judged("", "20min"), one("Mon 1 09:35", false));
    assert_eq!(judged("", "2h"), one("Mon 1 11:15", false), "by default as missed");
    assert_eq!(judged(", abandoned = \"missed\"", "2h"), one("Mon 1 11:15", false));
    assert_eq!(judged(", abandoned = \"left-out\"", "20min"), []);
    assert_eq!(judged(", abandoned = \"met-within\"", "20min"), one("Mon 1 09:35", false));
    assert_eq!(judged(", abandoned = \"met-within\"", "2h"), one("Mon 1 11:15", true));
}

#[test]
fn whoever_comes_back_is_a_new_item_with_new_patience() {
    let retrial = "retrial = { probability = \"100%\", after = \"30min\" }\n";
    let history =
        World::of(&[DESK, &task("long", 1, "09:00", 5, "2h"), &call("a", "09:15", retrial)])
            .history();
    let came: Vec<SimTime> = history
        .told
        .iter()
        .filter_map(|it| match *it {
            Told::Arrived(stream, at) if history.stream(stream) == "a" => Some(at),
            _ => None,
        })
        .collect();
    let came: Vec<String> = came.into_iter().map(|it| history.say(it)).collect();
    assert_eq!(came, ["Mon 1 09:15", "Mon 1 10:45"]);
    assert_eq!(gave_up(&history), ["a Mon 1 10:15"]);
    assert_eq!(history.work().last().unwrap(), "a Mon 1 11:00-12:00");
}

#[test]
fn those_who_left_are_counted_by_month_and_are_not_open() {
    let read = World::of(&[
        DESK,
        &task("long", 1, "09:00", 5, "3h"),
        &call("a", "09:15", ""),
        &once("b", 2, "09:00", "route = [{ effort = \"1h\", role = \"desk\" }]\n"),
    ])
    .readings();
    assert_eq!(read.monthly("abandoned", "a"), [1.0]);
    assert_eq!(read.monthly("abandoned_share", "a"), [1.0]);
    assert_eq!(read.total("backlog", "a"), 0.0);
    assert_eq!((read.total("arrivals", "a"), read.total("completions", "a")), (1.0, 0.0));
}

/// A round-the-clock desk of two, calls that take an hour, and what callers do.
fn calls(rest: &str) -> World {
    World::of(&[&format!(
        "[roles.desk]\nheadcount = 2\n[streams.call]\narrival = {{ rate = 3, per = \"working-hour\" }}\n\
         route = [{{ effort = {{ exponential = \"1h\" }}, role = \"desk\" }}]\n{rest}"
    )])
    .with("calendar.hours", "[\"00:00-24:00\"]")
    .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]")
    .with("scenario.lead_in", "1")
    .months(12)
}

/// The mean of a measure over some replications, and its standard error.
fn mean(world: &World, measure: &str, scope: &str) -> (f64, f64) {
    let values: Vec<f64> =
        (0..20).map(|it| Read::of(world.scenario(), 7, it).total(measure, scope)).collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|it| (it - mean) * (it - mean)).sum();
    (mean, (squares / (count - 1.0) / count).sqrt())
}

#[track_caller]
fn agrees(found: (f64, f64), exact: f64) {
    let (mean, error) = found;
    assert!((mean - exact).abs() < 4.0 * error, "{mean} ± {error}, exactly {exact}");
    // The error is small enough to find one per cent of bias.
    assert!(4.0 * error < 0.01 * exact, "{error} is too wide for {exact}");
}

#[test]
fn callers_who_do_not_wait_at_all_are_lost_as_erlang_says() {
    let lost = mean(&calls("patience = \"0\"\n"), "abandoned_share", "call");
    // Erlang B of two lines at a load of three: (9/2) ÷ (1 + 3 + 9/2).
    agrees(lost, 4.5 / 8.5);
}

#[test]
fn callers_who_come_back_are_as_many_as_a_markov_chain_says() {
    // Rates an hour: calls 3, service 1 each, giving up 2 each, and coming back 4 each of those half
    // who will.
    let world = calls(
        "patience = { exponential = \"30min\" }\nretrial = { probability = \"50%\", after = { exponential = \"15min\" } }\n",
    );
    let exact = Chain { call: 3.0, serve: 1.0, give_up: 2.0, back: 4.0, probability: 0.5 };
    let rates = exact.rates();
    agrees(mean(&world, "abandoned_share", "call"), rates.gave_up / (rates.gave_up + rates.served));
    agrees(mean(&world, "occupancy", "desk"), rates.served / 2.0);
}

/// Two agents, callers who give up, some of whom come back after a while.
struct Chain {
    call: f64,
    serve: f64,
    give_up: f64,
    back: f64,
    probability: f64,
}

struct Rates {
    served: f64,
    gave_up: f64,
}

impl Chain {
    /// How many are served and give up in an hour: the stationary distribution over callers in the
    /// system and callers who will come back, by relaxation of the balance equations.
    fn rates(&self) -> Rates {
        const HERE: usize = 25;
        const AWAY: usize = 25;
        let mut p = vec![[1.0 / (HERE * AWAY) as f64; AWAY]; HERE];
        let step = 1.0 / 250.0;
        for _ in 0..20_000 {
            let mut next = p.clone();
            for here in 0..HERE {
                for away in 0..AWAY {
                    let mass = p[here][away] * step;
                    let mut flow = |to: (usize, usize), rate: f64| {
                        if to.0 < HERE && to.1 < AWAY {
                            next[to.0][to.1] += mass * rate;
                            next[here][away] -= mass * rate;
                        }
                    };
                    flow((here + 1, away), self.call);
                    if here > 0 {
                        flow((here - 1, away), self.serve * here.min(2) as f64);
                    }
                    if here > 2 {
                        let gone = self.give_up * (here - 2) as f64;
                        flow((here - 1, away), gone * (1.0 - self.probability));
                        flow((here - 1, away + 1), gone * self.probability);
                    }
                    if away > 0 {
                        flow((here + 1, away - 1), self.back * away as f64);
                    }
                }
            }
            p = next;
        }
        let mut rates = Rates { served: 0.0, gave_up: 0.0 };
        for (here, row) in p.iter().enumerate() {
            let mass: f64 = row.iter().sum();
            rates.served += mass * self.serve * here.min(2) as f64;
            rates.gave_up += mass * self.give_up * here.saturating_sub(2) as f64;
        }
        rates
    }
}

#[test]
fn a_phone_with_one_agent_loses_as_many_callers_as_erlang_a_says() {
    // Case 20: six calls an hour of twelve minutes, callers who hang up after twenty in the mean.
    let world = World::of(&["[roles.agent]\nheadcount = 1\n[streams.call]\n\
         arrival = { rate = 6, per = \"working-hour\" }\npatience = { exponential = \"20min\" }\n\
         route = [{ effort = { exponential = \"12min\" }, role = \"agent\" }]\n"])
    .with("calendar.hours", "[\"00:00-24:00\"]")
    .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]")
    .with("scenario.lead_in", "1")
    .months(24);
    // Palm: a birth and death chain in which whoever waits leaves three times an hour.
    let mut states = vec![1.0];
    for here in 1..100 {
        let leave = 5.0 + 3.0 * f64::from(here - 1);
        states.push(states[states.len() - 1] * 6.0 / leave);
    }
    let sum: f64 = states.iter().sum();
    let waiting: f64 =
        states.iter().enumerate().map(|(here, it)| here.saturating_sub(1) as f64 * it).sum();
    let (idle, waiting) = (1.0 / sum, waiting / sum);
    let (lost, busy) = (3.0 * waiting / 6.0, 1.0 - idle);
    let rounded = [lost, waiting, busy].map(|it| (it * 1000.0).round() / 1000.0);
    assert_eq!(rounded, [0.38, 0.76, 0.744]);
    agrees(mean(&world, "abandoned_share", "call"), lost);
    agrees(mean(&world, "occupancy", "agent"), busy);
}
