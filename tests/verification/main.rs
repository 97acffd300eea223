//! The engine against theory and an independent program: a few cases of `staffcast verify`, in seconds.

use staffcast::scenario::{Arrival, Scenario, Step};
use staffcast::verify::{Depth, Family, Options, Row, Verdict, verify};
use std::sync::atomic::AtomicBool;

fn quick(threads: usize, fault: Option<fn(&mut Scenario)>) -> Vec<Row> {
    let options = Options {
        seed: 20_260_126,
        threads,
        depth: Depth::Quick,
        only: Vec::new(),
        fault,
    };
    verify(&options, &|_| (), &AtomicBool::new(false)).expect("nobody stops it")
}

fn failing(rows: &[Row]) -> Vec<&Row> {
    rows.iter()
        .filter(|it| it.verdict == Verdict::Fail)
        .collect()
}

#[test]
fn the_engine_agrees_with_theory_and_with_an_independent_program() {
    let rows = quick(0, None);
    assert!(failing(&rows).is_empty(), "{:#?}", failing(&rows));
    for family in [
        Family::Waiting,
        Family::Priorities,
        Family::Repeats,
        Family::OverTime,
        Family::OfficeHours,
        Family::Calendar,
        Family::Desk,
    ] {
        assert!(
            rows.iter().any(|it| it.family == family),
            "{family:?} is verified"
        );
    }
}

#[test]
fn one_per_cent_more_effort_is_found_in_every_case_of_a_queue() {
    let rows = quick(0, Some(one_per_cent_more_effort));
    let of_queues = |it: &&Row| {
        let family = matches!(
            it.family,
            Family::Waiting | Family::Priorities | Family::Repeats
        );
        family
            && rows
                .iter()
                .any(|other| other.case == it.case && other.measure == "utilisation")
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
    assert!(
        failing(&rows)
            .iter()
            .any(|it| it.measure == "visits_per_unit_time")
    );
}

#[test]
fn the_numbers_do_not_depend_on_the_number_of_threads() {
    assert_eq!(
        format!("{:?}", quick(1, None)),
        format!("{:?}", quick(3, None))
    );
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
                Step::Branch {
                    steps, otherwise, ..
                } => {
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

fn one_per_cent_more_arrivals(scenario: &mut Scenario) {
    for stream in &mut scenario.streams {
        if let Arrival::Rate(arrivals) = &mut stream.arrival {
            arrivals.rate = arrivals.rate.times(1.01);
        }
    }
}
