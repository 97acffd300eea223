//! The plan of dates beside a staged one.

use super::desk;
use crate::plan::dated;
use crate::plan::ground::{Ground, failures, ground};
use crate::plan::search::hire_options::Candidate;
use crate::plan::search::run::Run;
use crate::plan::staged::Asked;
use std::sync::atomic::AtomicBool;

#[test]
fn the_plan_of_dates_keeps_enough_of_all_replications_and_is_no_dearer_than_few_people_at_once() {
    let (study, stop) = (desk(&[]), AtomicBool::new(false));
    let run = Run::new(5, 2, &|_| (), &stop);
    let mut ground = ground(&study, 0.8, &run).expect("not stopped");
    let asked = Asked { confidence: 0.8, replications: None, caps: Vec::new(), full: false };
    let found = super::super::find(&mut ground, &asked).expect("not stopped");
    let beside = (&found.rule, &found.ranked[..]);
    let mut dates =
        |thorough| dated::cheapest(&mut ground, 0.8, beside, thorough).expect("not stopped");
    let (dates, thorough) = (dates(false), dates(true));
    let Ground { lab, promises, .. } = &mut ground;
    // What is looked for longer is cheaper, or the same.
    assert!(lab.cost(&thorough) <= lab.cost(&dates), "{thorough:?} {dates:?}");
    let mut broken = |it: &Candidate| {
        let seen = lab.see(it, &found.ranked).expect("not stopped");
        seen.len() - promises.passes(&seen) as usize
    };
    let may_fail = failures(0.9, found.ranked.len());
    let breaks = broken(&dates);
    assert!(breaks <= may_fail, "{breaks} of {}", found.ranked.len());
    assert!(broken(&thorough) <= may_fail);
    for people in 0..=3 {
        let mut at_once = Candidate { hires: vec![Vec::new()], ..dates.clone() };
        at_once.hires[0] = vec![0; people];
        if broken(&at_once) <= breaks {
            assert!(lab.cost(&dates) <= lab.cost(&at_once), "{people} at once");
            return;
        }
    }
    unreachable!("three at once keep nearly all");
}

#[test]
fn where_nobody_is_asked_for_no_date_is_fixed() {
    let (study, stop) = (desk(&[]), AtomicBool::new(false));
    let run = Run::new(5, 2, &|_| (), &stop);
    let mut ground = ground(&study, 0.8, &run).expect("not stopped");
    // Whatever that breaks: it is what the rule does.
    let rule = ground.lab.lattice.as_it_is();
    let ranked: Vec<u64> = (0..30).collect();
    let found = dated::cheapest(&mut ground, 0.8, (&rule, &ranked), false).expect("not stopped");
    assert!(found.hires.iter().all(Vec::is_empty), "{found:?}");
    assert_eq!(ground.lab.cost(&found), 0.0);
}
