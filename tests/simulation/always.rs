//! What holds in any scenario at all.

use crate::anything::{Anything, log};
use crate::effort::{is_worked_in_working_time, overworked};
use crate::history::{History, Told};
use crate::world::history_of;
use staffcast::{Effort, Lang, Prepared, Scenario, SimTime, Study, load_text, replicate};
use std::sync::atomic::AtomicBool;

/// How many departments are tried.
const TRIED: u64 = 150;

/// Every department with its number, as a study.
fn all() -> impl Iterator<Item = (u64, Anything, Study)> {
    let folder = tempfile::tempdir().expect("a folder for a moment");
    std::fs::write(folder.path().join("log.csv"), log()).expect("a log");
    (0..TRIED).map(move |number| {
        let anything = Anything::of(number);
        let study = load_text("any.toml", &anything.text, Some(folder.path()), &[], Some(Lang::En));
        let study = study
            .unwrap_or_else(|problems| panic!("{number}: {}", problems.render(Lang::En, false)));
        (number, anything, study)
    })
}

fn scenario<'s>(study: &'s Study, key: &str) -> &'s Scenario {
    let policy = study.policies.iter().find(|it| it.key == key);
    &policy.expect("every department has this policy").scenario
}

/// The histories of every department as it is and with a lot of changes.
fn histories() -> impl Iterator<Item = (String, Anything, History)> {
    all().flat_map(|(number, anything, study)| {
        ["as-is", "rich"].map(|key| {
            let history = history_of(scenario(&study, key).clone(), number);
            (format!("{number} {key}"), anything.clone(), history)
        })
    })
}

fn count(history: &History, pick: impl Fn(&Told) -> bool) -> usize {
    history.told.iter().filter(|it| pick(it)).count()
}

fn sum(efforts: impl Iterator<Item = Effort>) -> Effort {
    efforts.fold(Effort::ZERO, |sum, it| sum + it)
}

#[test]
fn work_is_conserved_whatever_its_route() {
    for (name, anything, history) in histories() {
        let arrived = count(&history, |it| matches!(it, Told::Arrived(..)));
        let left =
            |it: &Told| matches!(it, Told::Completed(..) | Told::Dropped(..) | Told::Abandoned(..));
        let gone = count(&history, left);
        // What will come back one day is kept, too, though it has not arrived yet.
        let is_there = gone + history.open;
        assert!(arrived <= is_there, "{name}");
        if !["after =", "over ="].iter().any(|it| anything.text.contains(it)) {
            assert_eq!(arrived, is_there, "{name}");
        }
    }
}

#[test]
fn nobody_ever_works_outside_their_time_or_twice_at_once() {
    for (name, anything, history) in histories() {
        let by_clock = ["on_call", "finish = true"].iter().any(|it| anything.text.contains(it));
        assert!(is_worked_in_working_time(&history, by_clock), "{name}");
        for role in 0..history.scenario.roles.len() {
            assert_eq!(overworked(&history, role), None, "{name}");
        }
    }
}

#[test]
fn no_more_is_done_than_was_asked_for() {
    for (name, anything, history) in histories() {
        // Newcomers, contractors and whoever is slower in a pool do it in another time, and an
        // interruption adds to it; of what is served side by side the least is asked for.
        let other = ["ramp =", "contractor = \"free\"", "resume_cost", "effort = 1.5", "at_once"];
        if other.iter().any(|it| anything.text.contains(it)) {
            continue;
        }
        let asked = sum(history.told.iter().filter_map(|it| match *it {
            Told::Offered(_, effort, _) => Some(effort),
            _ => None,
        }));
        let spans = history.spans().into_iter();
        let done = sum(spans.map(|(_, _, span)| span.to_worked - span.from_worked));
        assert!(done <= asked, "{name}");
        let given_up = count(&history, |it| matches!(it, Told::Dropped(..) | Told::Abandoned(..)));
        if history.open + given_up == 0 {
            assert_eq!(done, asked, "{name}");
        }
    }
}

#[test]
fn what_is_in_time_stopped_before_it_was_due() {
    for (name, anything, history) in histories() {
        for it in &history.told {
            if let Told::Judged(it) = it {
                let in_time = it.stopped.is_some_and(|stopped| stopped <= it.due);
                // What gave up in time is missed all the same, unless its SLA says otherwise.
                let may_differ = anything.text.contains("patience");
                assert!(in_time || !it.met, "{name}: {it:?}");
                assert!(it.met || !in_time || may_differ, "{name}: {it:?}");
            }
        }
    }
}

fn stream_of(history: &History, key: &str) -> usize {
    let stream = history.scenario.streams.iter().position(|it| it.key == key);
    stream.expect("it is there")
}

/// When an item came and when it was begun, on its working clock, of each item of a stream.
fn begun(history: &History, key: &str) -> Vec<(SimTime, Effort)> {
    let stream = stream_of(history, key);
    let clock = history.scenario.streams[stream].clock;
    let calendar = &history.scenario.calendars[clock.index()];
    let told = history.told.iter();
    let begun = told.filter_map(|it| match *it {
        Told::Contacted(of, created, waited) if of.index() == stream => {
            Some((created, calendar.worked_until(created) + waited))
        }
        _ => None,
    });
    let mut begun: Vec<_> = begun.collect();
    begun.sort_unstable();
    begun
}

#[test]
fn of_one_stream_whoever_came_first_is_begun_first() {
    for (number, anything, study) in all().filter(|it| !it.1.by_due) {
        let history = history_of(scenario(&study, "as-is").clone(), number);
        for (key, ..) in &anything.plain {
            let begun = begun(&history, key);
            let in_order = begun.windows(2).all(|it| it[0].0 == it[1].0 || it[0].1 <= it[1].1);
            assert!(in_order, "{number} {key}");
        }
    }
}

#[test]
fn nobody_begins_work_while_more_urgent_work_of_the_role_waits() {
    for (number, anything, study) in all().filter(|it| !it.1.by_due) {
        let history = history_of(scenario(&study, "as-is").clone(), number);
        for (urgent, role, priority, _) in &anything.plain {
            let begun_urgent = begun(&history, urgent);
            let others = anything.plain.iter();
            let clock = |key: &str| history.scenario.streams[stream_of(&history, key)].clock;
            for (key, ..) in others.filter(|it| it.1 == *role && it.2 > *priority && !it.3) {
                // On different clocks, as of work for which others stand in, moments do not compare.
                if clock(key) != clock(urgent) {
                    continue;
                }
                let calendar = &history.scenario.calendars[clock(key).index()];
                for (_, at) in begun(&history, key) {
                    let waits =
                        |it: &&(SimTime, Effort)| calendar.worked_until(it.0) < at && at < it.1;
                    let waiting = begun_urgent.iter().find(waits);
                    assert!(waiting.is_none(), "{number}: {key} before {urgent}");
                }
            }
        }
    }
}

#[test]
fn what_needs_no_event_happens_as_if_every_arrival_had_one() {
    for (number, _, study) in all() {
        let told = |key: &str| {
            let history = history_of(scenario(&study, key).clone(), number);
            let mut told: Vec<String> = history.told.iter().map(|it| format!("{it:?}")).collect();
            told.sort_unstable();
            told
        };
        assert!(told("as-is") == told("every-arrival"), "{number}");
    }
}

#[test]
fn changes_move_no_arrival() {
    for (number, anything, study) in all() {
        // What others cause comes when they are done; of a backlog comes what a lead-in has not left.
        let refilled = ["lead_in = 1", "backlog_at_start"];
        if refilled.iter().all(|it| anything.text.contains(it)) {
            continue;
        }
        if ["reopen", "spawn =", "retrial", "broken_promises"]
            .iter()
            .any(|it| anything.text.contains(it))
        {
            continue;
        }
        // What the lead-in has left open counts towards the backlog, and changes leave other work open.
        if ["backlog_at_start", "lead_in = 1"].iter().all(|it| anything.text.contains(it)) {
            continue;
        }
        let came = |key: &str| {
            let history = history_of(scenario(&study, key).clone(), number);
            let shared = |stream: usize| {
                let streams = &history.scenario.streams;
                streams.get(stream).is_some_and(|it| it.for_each.is_empty())
            };
            let told = history.told.iter();
            let came = told.filter_map(|it| match *it {
                Told::Arrived(stream, at) if shared(stream.index()) => Some((stream, at)),
                _ => None,
            });
            let mut came: Vec<_> = came.collect();
            came.sort_unstable();
            came
        };
        assert!(came("as-is") == came("rich"), "{number}");
    }
}

fn bits(scenario: &Scenario, threads: usize, range: std::ops::Range<u64>) -> Vec<Vec<u64>> {
    let prepared = Prepared::new(scenario);
    let readings = replicate(
        range,
        threads,
        || prepared.simulator(),
        |simulator, replication| simulator.replicate(1, replication),
        &|_| (),
        &AtomicBool::new(false),
    );
    let readings = readings.expect("nobody stops it");
    let bits = readings.iter().map(|it| {
        let monthly = it.monthly.iter().map(|it| it.to_bits());
        it.total.iter().map(|it| it.to_bits()).chain(monthly).collect()
    });
    bits.collect()
}

#[test]
fn threads_and_what_a_worker_did_before_change_no_bit() {
    for (number, _, study) in all().step_by(3) {
        for key in ["as-is", "rich"] {
            let scenario = scenario(&study, key);
            let alone = bits(scenario, 1, 0..3);
            assert!(alone == bits(scenario, 3, 0..3), "{number} {key}");
            assert!(alone[2..] == bits(scenario, 1, 2..3), "{number} {key}");
        }
        let nothing = bits(scenario(&study, "nothing"), 1, 0..2);
        assert!(bits(scenario(&study, "as-is"), 1, 0..2) == nothing, "{number}");
    }
}

#[test]
fn the_readings_say_what_was_told() {
    for (name, anything, history) in histories() {
        let whole = ["lead_in = 0", "run_out = 0"];
        if !whole.iter().all(|it| anything.text.contains(it)) {
            continue;
        }
        let number: u64 = name.split(' ').next().and_then(|it| it.parse().ok()).unwrap_or(0);
        let prepared = Prepared::new(&history.scenario);
        let readings = prepared.simulator().replicate(number, 0);
        let read = |measure: &str, scope: &str| {
            let mut columns = prepared.columns().iter();
            let column = columns.position(|it| it.measure.key() == measure && it.scope == scope);
            readings.total[column.expect("every stream and role has it")]
        };
        let same = |measure: &str, scope: &str, told: f64| {
            let read = read(measure, scope);
            let both_nothing = read.is_nan() && told.is_nan();
            let near = (read - told).abs() <= 1e-6 * (1.0 + told.abs());
            assert!(both_nothing || near, "{name}: {measure} {scope}: {read}, told {told}");
        };
        for (index, stream) in history.scenario.streams.iter().enumerate() {
            let hours = |pick: &dyn Fn(&Told) -> Option<f64>| -> Vec<f64> {
                history.told.iter().filter_map(pick).collect()
            };
            let mean = |hours: Vec<f64>| hours.iter().sum::<f64>() / hours.len() as f64;
            let of = |it: staffcast::StreamId| it.index() == index;
            let arrived = count(&history, |it| matches!(it, Told::Arrived(s, _) if of(*s)));
            same("arrivals", &stream.key, arrived as f64);
            if let Some(column) = prepared
                .columns()
                .iter()
                .position(|it| it.measure.key() == "abandoned" && it.scope == stream.key)
            {
                let gone = count(&history, |it| matches!(it, Told::Abandoned(s, ..) if of(*s)));
                assert_eq!(readings.total[column], gone as f64, "{name}: {}", stream.key);
            }
            let completed = hours(&|it| match *it {
                Told::Completed(s, _, _, sojourn) if of(s) => Some(sojourn.hours()),
                _ => None,
            });
            same("completions", &stream.key, completed.len() as f64);
            same("sojourn", &stream.key, mean(completed));
            let waited = hours(&|it| match *it {
                Told::Contacted(s, _, waited) if of(s) => Some(waited.hours()),
                _ => None,
            });
            same("wait", &stream.key, mean(waited));
        }
        for (index, role) in history.scenario.roles.iter().enumerate() {
            let spans = history.spans().into_iter();
            let busy = sum(spans
                .filter(|it| it.0.index() == index)
                .map(|(_, _, span)| span.to_worked - span.from_worked));
            same("busy_hours", &role.key, busy.hours());
        }
    }
}
