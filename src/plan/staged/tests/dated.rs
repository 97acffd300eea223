//! The plan of dates beside a staged one.

use super::desk;
use crate::plan::decision::{Budget, Question, failures, find, ground};
use crate::plan::search::hire_options::Candidate;
use crate::plan::search::run::Run;
use crate::plan::staged::Asked;
use std::sync::atomic::AtomicBool;

#[test]
fn the_plan_of_dates_keeps_enough_of_all_replications_and_is_no_dearer_than_few_people_at_once() {
    let (study, stop) = (desk(&[]), AtomicBool::new(false));
    let run = Run::new(5, 2, &|_| (), &stop);
    let budget = Budget { references: 20, ..Budget::BRIEF };
    let question = Question { study: &study, confidence: 0.8, budget };
    let mut ground = ground(&question, &run).expect("not stopped");
    let asked = Asked { confidence: 0.8, replications: None, caps: Vec::new(), full: false };
    let found = super::super::find(&mut ground, &asked).expect("not stopped");
    ground.lab.lattice.order = found.rule.order;
    let mut plan =
        find(ground, &question, Some((&found.rule, &found.ranked))).expect("not stopped");
    let all: Vec<u64> = (0..budget.pool).collect();
    let mut broken = |it: &Candidate| {
        let seen = plan.lab.see(it, &all).expect("not stopped");
        seen.len() - plan.promises.passes(&seen) as usize
    };
    let may_fail = failures(0.85, all.len());
    let found = broken(&plan.candidate);
    assert!(found <= may_fail, "{found} of {}", all.len());
    for people in 0..=3 {
        let mut at_once = Candidate { hires: vec![Vec::new()], ..plan.candidate.clone() };
        at_once.hires[0] = vec![0; people];
        if broken(&at_once) <= found {
            assert!(plan.lab.cost(&plan.candidate) <= plan.lab.cost(&at_once), "{people} at once");
            return;
        }
    }
    unreachable!("three at once keep nearly all");
}
