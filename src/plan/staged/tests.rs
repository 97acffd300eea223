//! The staged plan on departments so small that every rule of the class can be tried.

use super::Asked;
use super::data::Staged;
use crate::plan::decision::{Budget, Ground, Question, ground};
use crate::plan::search::run::Run;
use crate::scenario::{Study, load_text};
use std::sync::atomic::AtomicBool;

/// Tickets whose effort is not known, twice as many after a year.
const DESK: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 18
lead_in = 1
run_out = 1
seed = 5
language = "en"

[calendar]
base = "none"
hours = ["09:00-17:00"]

[drivers.clients]
linear = { from = 100, to = 160, months = 18 }

[roles.clerk]
headcount = 1
pay = 100000
contributions = 0
time_to_fill = "30d"
hiring_cost = 20000
ramp = { from = "50%", months = 1 }

[streams.ticket]
arrival = { rate = 5, per = "working-day", driver = "clients", at = 100 }
route = [{ effort = { mean = { min = "50min", max = "150min" }, cv = 0.8 }, role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "16h"
target = "80%"

[[policies]]
key = "as-is"

[plan]
confidence = "80%"
hire = { clerk = 3 }
"#;

fn desk(changes: &[(&str, &str)]) -> Study {
    let text = changes.iter().fold(DESK.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    load_text("desk.toml", &text, None, &[], None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The staged plan, beside one person at once as the plan of dates.
fn staged(study: &Study, threads: usize, replications: Option<u64>) -> Staged {
    let stop = AtomicBool::new(false);
    let run = Run::new(5, threads, &|_| (), &stop);
    let budget = Budget { references: 20, ..Budget::QUICK };
    let question = Question { study, confidence: 0.8, budget };
    let mut ground = ground(&question, &run).expect("not stopped");
    let asked = Asked { confidence: 0.8, replications, caps: Vec::new(), full: false };
    let found = super::find(&mut ground, &asked).expect("not stopped");
    let fixed = ground.lab.lattice.everybody(0.3);
    let Ground { mut lab, promises, .. } = ground;
    super::staged(&mut lab, &promises, &found, &fixed, &asked).expect("not stopped")
}

#[test]
fn the_plan_is_the_same_on_any_number_of_threads() {
    let study = desk(&[]);
    let [one, three] = [1, 3].map(|threads| staged(&study, threads, Some(30)));
    assert_eq!(format!("{one:?}"), format!("{three:?}"));
    assert_eq!(one.kept.of, 30);
}
