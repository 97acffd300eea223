//! The engine against theory and an independent program: a few cases of `staffcast verify`, in seconds.

use staffcast::Scenario;
use staffcast::inside::verify::{Depth, Family, Options, Row, Verdict, verify};
use staffcast::inside::{Arrival, Step};
use std::sync::atomic::AtomicBool;

fn quick(threads: usize, fault: Option<fn(&mut Scenario)>) -> Vec<Row> {
    run(Depth::Quick, &[], threads, fault)
}

fn run(depth: Depth, only: &[&str], threads: usize, fault: Option<fn(&mut Scenario)>) -> Vec<Row> {
    let options = Options {
        seed: 20_260_126,
        threads,
        depth,
        only: only.iter().map(|it| (*it).to_owned()).collect(),
        fault,
    };
    verify(&options, &|_| (), &AtomicBool::new(false)).expect("nobody stops it")
}

fn failing(rows: &[Row]) -> Vec<&Row> {
    rows.iter().filter(|it| it.verdict == Verdict::Fail).collect()
}

#[test]
fn the_engine_agrees_with_theory_and_with_an_independent_program() {
    let rows = quick(0, None);
    assert!(failing(&rows).is_empty(), "{:#?}", failing(&rows));
    for family in [
        Family::Waiting,
        Family::Priorities,
        Family::Repeats,
        Family::Abandonment,
        Family::OverTime,
        Family::OfficeHours,
        Family::Calendar,
        Family::Desk,
    ] {
        assert!(rows.iter().any(|it| it.family == family), "{family:?} is verified");
    }
}

#[test]
fn one_per_cent_more_effort_is_found_in_every_case_of_a_queue() {
    let rows = quick(0, Some(one_per_cent_more_effort));
    let of_queues = |it: &&Row| {
        let of_queues = [Family::Waiting, Family::Priorities, Family::Repeats, Family::Abandonment];
        let family = of_queues.contains(&it.family);
        family && rows.iter().any(|other| other.case == it.case && other.measure == "utilisation")
    };
    for row in rows.iter().filter(of_queues) {
        let found = failing(&rows).iter().any(|it| it.case == row.case);
        assert!(found, "{}: 1 % more effort goes unnoticed", row.case);
    }
    assert!(rows.iter().any(|it| it.measure == "utilisation"));
}

#[test]
fn one_per_cent_more_arrivals_are_found() {
    let rows = quick(0, Some(one_per_cent_more_arrivals));
    assert!(failing(&rows).iter().any(|it| it.measure == "visits_per_unit_time"));
}

/// Queues whose mean waits and sojourns are known best.
const NARROW: [&str; 2] = ["np_mg1_lognorm_3cls_rho0.7", "mixed_mg1_department"];

#[test]
fn waits_and_sojourns_that_are_one_per_cent_too_long_are_found() {
    assert!(failing(&run(Depth::Usual, &NARROW, 0, None)).is_empty());
    let rows = run(Depth::Usual, &NARROW, 0, Some(everything_takes_one_per_cent_longer));
    let missed = failing(&rows);
    for measure in ["mean_wait", "mean_sojourn"] {
        assert!(missed.iter().any(|it| it.measure.starts_with(measure)), "{measure}: {missed:#?}");
    }
    // Work that comes and is done in the same proportion keeps people as busy as before.
    assert!(missed.iter().all(|it| it.measure != "utilisation"), "{missed:#?}");
}

#[test]
fn customers_who_wait_one_per_cent_longer_are_found() {
    const CASES: [&str; 1] = ["mm10_M_lam12.0_theta0.5"];
    assert!(failing(&run(Depth::Usual, &CASES, 0, None)).is_empty());
    let rows = run(Depth::Usual, &CASES, 0, Some(one_per_cent_more_patience));
    let missed = failing(&rows);
    assert!(missed.iter().any(|it| it.measure == "mean_wait_all"), "{rows:#?}");
}

#[test]
fn queue_and_wait_are_measured_apart_and_agree_as_little_says() {
    let rows = run(Depth::Quick, &["mm1_rho0.5"], 0, None);
    let of = |measure: &str| {
        let found = rows.iter().find(|it| it.measure == measure);
        found.expect("the case has it").simulated
    };
    let (queue, wait) = (of("mean_queue_len"), of("mean_wait"));
    let derived = of("visits_per_unit_time") * wait;
    assert!((queue / derived - 1.0).abs() < 0.01, "{queue} {derived}");
    // One that was computed from the other would be the same to the last bit.
    assert_ne!(queue, derived);
}

#[test]
fn a_queue_in_another_order_is_found() {
    let case = "np_mg1_lognorm_3cls_rho0.7";
    let rows = run(Depth::Quick, &[case], 0, Some(last_class_first));
    let missed: Vec<&Row> = failing(&rows);
    for class in ["emergency", "standard", "consultation"] {
        let measure = format!("mean_wait[{class}]");
        assert!(missed.iter().any(|it| it.measure == measure), "{measure}");
    }
    // The same work is done in the same time: only the order gives it away.
    assert!(missed.iter().all(|it| it.measure != "utilisation"));
}

#[test]
fn a_ramp_up_that_is_ignored_is_found() {
    let set = &["desk-s6"];
    assert!(failing(&run(Depth::Quick, set, 0, None)).is_empty());
    let rows = run(Depth::Quick, set, 0, Some(newcomers_know_everything));
    let missed = failing(&rows);
    assert!(!missed.is_empty());
    // The hire begins in July 2026: what was before is as it was.
    assert!(missed.iter().all(|it| *it.case >= *"desk-s6/2026-04"), "{missed:#?}");
}

#[test]
fn the_numbers_do_not_depend_on_the_number_of_threads() {
    assert_eq!(format!("{:?}", quick(1, None)), format!("{:?}", quick(3, None)));
}

fn one_per_cent_more_effort(scenario: &mut Scenario) {
    fn stretch(steps: &mut [Step]) {
        for step in steps {
            match step {
                Step::Effort(effort) => {
                    for time in &mut effort.time {
                        time.mean = time.mean.times(1.01);
                    }
                }
                Step::Cycle { steps, .. } => stretch(steps),
                Step::Branch { steps, otherwise, .. } => {
                    stretch(steps);
                    stretch(otherwise);
                }
                _ => (),
            }
        }
    }
    for stream in &mut scenario.streams {
        stretch(&mut stream.route);
    }
}

/// The same queue with another unit of time: waits and sojourns grow by as much.
fn everything_takes_one_per_cent_longer(scenario: &mut Scenario) {
    one_per_cent_more_effort(scenario);
    for stream in &mut scenario.streams {
        if let Arrival::Rate(arrivals) = &mut stream.arrival {
            arrivals.rate = arrivals.rate.times(1.0 / 1.01);
        }
    }
}

fn one_per_cent_more_arrivals(scenario: &mut Scenario) {
    for stream in &mut scenario.streams {
        if let Arrival::Rate(arrivals) = &mut stream.arrival {
            arrivals.rate = arrivals.rate.times(1.01);
        }
    }
}

fn last_class_first(scenario: &mut Scenario) {
    let last = scenario.streams.iter().map(|it| it.priority).max();
    for stream in &mut scenario.streams {
        stream.priority = last.unwrap_or_default() - stream.priority;
    }
}

fn newcomers_know_everything(scenario: &mut Scenario) {
    for hire in &mut scenario.hires {
        hire.ramp = false;
    }
}

fn one_per_cent_more_patience(scenario: &mut Scenario) {
    for patience in scenario.streams.iter_mut().filter_map(|it| it.patience.as_mut()) {
        patience.time.mean = patience.time.mean.times(1.01);
    }
}
