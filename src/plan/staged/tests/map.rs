//! The cells of the staffing map, held against departments that are written down as they say.

use super::super::here::here;
use super::super::map::Year;
use super::{DESK, desk, searching};
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::promises::promise::goals_of;
use crate::plan::search::run::Run;
use crate::random::Chance;
use crate::scenario::{Discipline, Study, load_text};
use std::sync::atomic::AtomicBool;

/// Working days of 2026 without any holidays.
const DAYS: f64 = 261.0;
/// Replications of a cell, and of a department that is written down.
const OF_CELL: f64 = 20.0;
const DIRECT: u64 = 100;
/// Standard errors that thirty comparisons may be apart.
const ERRORS: f64 = 4.0;

/// What is urgent beside what may wait: the order of the queue matters.
const URGENT: &str = r#"
[streams.urgent]
priority = 7
arrival = { rate = 2, per = "working-day", driver = "clients", at = 100 }
route = [{ effort = { mean = "EFFORT", cv = 0.8 }, role = "clerk" }]
[streams.urgent.sla.done]
to = "closed"
within = "6h"
target = "80%"

[[policies]]"#;

/// Two streams, one of which is urgent and comes last in the file's order.
fn two_streams() -> Study {
    desk(&[("\n[[policies]]", &URGENT.replace("EFFORT", "100min"))])
}

/// The same standing still, with so many people and so many pieces of so many minutes, in an order.
fn written(people: u32, level: f64, minutes: f64, order: &str) -> Study {
    let a_day = |part: f64| format!("rate = {}, per = \"working-day\"", level * 12.0 / DAYS * part);
    let effort = format!("{}s", (minutes * 60.0).round());
    let changes = [
        ("\n[[policies]]", URGENT.replace("EFFORT", &effort)),
        ("months = 18\nlead_in", "months = 12\nlead_in".into()),
        ("linear = { from = 100, to = 160, months = 18 }", "constant = 100".into()),
        ("headcount = 1", format!("headcount = {people}")),
        ("{ min = \"50min\", max = \"150min\" }", format!("\"{effort}\"")),
        ("rate = 5, per = \"working-day\"", a_day(5.0 / 7.0)),
        ("rate = 2, per = \"working-day\"", a_day(2.0 / 7.0)),
        ("language = \"en\"", format!("language = \"en\"\ndiscipline = \"{order}\"")),
    ];
    let text = changes.iter().fold(DESK.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    load_text("written.toml", &text, None, &[], None).unwrap_or_else(|it| panic!("{it}"))
}

/// The share of replications in which a department keeps what it promises, on chance of its own.
fn kept_directly(study: &Study, promises: &Promises) -> f64 {
    let stop = AtomicBool::new(false);
    let run = Run::new(77, 2, &|_| (), &stop);
    let scenario = &study.baseline().scenario;
    let mut goals = goals_of(scenario);
    for (goal, planned) in goals.iter_mut().zip(&promises.goals) {
        goal.share = planned.share;
    }
    let promises = Promises { from: vec![0; goals.len()], goals };
    let all: Vec<u64> = (0..DIRECT).collect();
    let kept = run.batch(scenario, &all, |recorder, _| {
        promises.kept(&Seen::of(recorder, scenario, &promises.goals))
    });
    let kept = kept.expect("not stopped");
    kept.iter().filter(|it| **it).count() as f64 / DIRECT as f64
}

/// How far two shares of the same probability may be apart by chance.
fn apart(probability: f64, one: f64, other: f64) -> f64 {
    ERRORS * (probability * (1.0 - probability) * (1.0 / one + 1.0 / other)).sqrt()
}

#[test]
fn ten_cells_drawn_by_chance_agree_with_departments_that_are_written_down() {
    searching(&two_streams(), |search, mut rule| {
        rule.order = Some(Discipline::EarliestDue);
        let (promises, lab) = (search.race.promises.clone(), &*search.race.lab);
        let year = Year::of(lab, &promises, &rule, &lab.lattice.openings[0]).expect("a promise");
        let mut chance = Chance::keyed(&[2026, 10]);
        let mut between = |from: u64, to: u64| (from + chance.below(to - from)) as f64;
        let mut levels = [0; 4].map(|_| between(80, 260));
        let mut minutes = [0; 4].map(|_| between(40, 150));
        levels.sort_by(f64::total_cmp);
        minutes.sort_by(f64::total_cmp);
        let confidence = 0.8;
        let mut cells = year.cells(&levels, &minutes, confidence).expect("not stopped");
        while cells.len() > 10 {
            cells.swap_remove(between(0, cells.len() as u64) as usize);
        }
        let room = apart(confidence, OF_CELL, DIRECT as f64);
        let mut told = 0;
        for cell in cells {
            let direct = |people: u32| {
                let study = written(people, cell.level, cell.minutes, "earliest-due");
                kept_directly(&study, &promises)
            };
            let people = cell.people.unwrap_or(4);
            let (share, of_people) = (direct(people), cell.people.is_some());
            // The same number of people in as many replications of both: neither was chosen by them.
            let long = year.kept(cell.level, cell.minutes, people, DIRECT).expect("not stopped");
            let middle = (share + long) / 2.0 * 0.96 + 0.02;
            let far = apart(middle, DIRECT as f64, DIRECT as f64);
            assert!((share - long).abs() < far, "{cell:?}: {share} directly, not {long}");
            assert_eq!(of_people, cell.probability >= confidence, "{cell:?}");
            if of_people {
                assert!(share > confidence - room, "{cell:?}: {share} directly");
                told += 1;
            } else {
                assert!(share < confidence + room, "{cell:?}: {share} directly");
            }
            if people > 1 && of_people {
                let fewer = direct(people - 1);
                assert!(fewer < confidence + room, "{cell:?}: {fewer} with one fewer");
            }
        }
        assert!((4..=10).contains(&told), "{told} cells have people");
    });
}

#[test]
fn the_map_takes_work_in_the_order_of_the_plan() {
    searching(&two_streams(), |search, rule| {
        let (promises, lab) = (search.race.promises.clone(), &*search.race.lab);
        let kept = |order: Option<Discipline>| {
            let rule = crate::plan::search::hire_options::Candidate { order, ..rule.clone() };
            let year = Year::of(lab, &promises, &rule, &lab.lattice.openings[0]).expect("one");
            year.kept(150.0, 100.0, 2, 40).expect("not stopped")
        };
        let (due, file) = (kept(Some(Discipline::EarliestDue)), kept(None));
        assert!(due > file, "{due} by due dates, {file} in the order of the file");
    });
}

#[test]
fn where_all_who_may_be_had_do_not_suffice_their_probability_is_told() {
    searching(&two_streams(), |search, rule| {
        let (promises, lab) = (search.race.promises.clone(), &*search.race.lab);
        let year = Year::of(lab, &promises, &rule, &lab.lattice.openings[0]).expect("a promise");
        // Surer than sure is nobody, however many they are.
        let cells = year.cells(&[150.0, 170.0], &[100.0], 1.1).expect("not stopped");
        for cell in cells {
            let all = year.kept(cell.level, 100.0, 4, 20).expect("not stopped");
            assert!(cell.people.is_none() && cell.probability == all, "{cell:?}: {all}");
            assert!(all > 0.5, "{all}: a probability of nothing would tell nothing");
        }
    });
}

/// A second reading, in which an item takes half as long.
const READINGS: &str = r#"
hire = { clerk = 3 }
[[plan.readings]]
unknown = "effort"
key = "long"
title = "long"
[[plan.readings]]
unknown = "effort"
key = "short"
title = "short"
changes = [{ set = "handling", value = { min = "25min", max = "75min" } }]
"#;

#[test]
fn a_role_is_on_its_map_in_each_reading_and_goes_where_its_work_grows() {
    let named = ("max = \"150min\" }", "max = \"150min\", id = \"handling\" }");
    let study = desk(&[named, ("hire = { clerk = 3 }\n", READINGS)]);
    searching(&study, |search, rule| {
        let lab = &*search.race.lab;
        let places = here(lab, &rule, lab.lattice.openings[0].role);
        let names: Vec<&str> = places.iter().map(|it| it.reading.en.as_str()).collect();
        assert_eq!(names, ["long", "short"]);
        let near = |a: f64, b: f64| (a / b - 1.0).abs() < 0.02;
        for (place, minutes) in places.iter().zip([100.0, 50.0]) {
            assert!(
                near(place.now.0, 5.0 * DAYS / 12.0) && near(place.now.1, minutes),
                "{place:?}"
            );
            assert!(
                near(place.then.0, place.now.0 * 1.6) && near(place.then.1, minutes),
                "{place:?}"
            );
        }
    });
    searching(&desk(&[]), |search, rule| {
        let lab = &*search.race.lab;
        let places = here(lab, &rule, lab.lattice.openings[0].role);
        assert_eq!(places.len(), 1, "{places:?}");
        assert_eq!(places[0].reading.en, "");
    });
}

#[test]
fn whoever_shares_the_work_of_a_role_is_on_its_map_as_many_as_today() {
    let helpers = |there: u32| {
        let helper = format!(
            "\n[roles.helper]\nheadcount = {there}\npay = 100000\ntime_to_fill = \"30d\"\n\n[streams.ticket]"
        );
        let study = desk(&[
            ("\n[streams.ticket]", &helper),
            ("role = \"clerk\"", "role = [\"clerk\", \"helper\"]"),
            ("hire = { clerk = 3 }", "hire = { clerk = 3, helper = 3 }"),
        ]);
        searching(&study, |search, rule| {
            let (promises, lab) = (search.race.promises.clone(), &*search.race.lab);
            let clerk = &lab.lattice.openings[0];
            let year = Year::of(lab, &promises, &rule, clerk).expect("a promise");
            year.kept(225.0, 100.0, 1, 20).expect("not stopped")
        })
    };
    // Five people's worth of work: for a clerk and a helper, and for a clerk and ten helpers.
    let (today, plenty) = (helpers(1), helpers(10));
    assert!(today < 0.1 && plenty > 0.9, "{today} with one helper, {plenty} with ten");
}
