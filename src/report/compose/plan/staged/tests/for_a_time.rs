//! What is said of a plan that hires nobody for good and takes people on for a time.

use super::super::rule_table;
use super::{all, binding, decided, plan, said, study};
use crate::plan::staged::data::{Cap, Staged};
use crate::plan::staged::fixture::{kept, with_temporary};
use crate::scenario::{Discipline, Lang};

/// Nobody for good, neither now nor later.
fn nobody(plan: Staged) -> Staged {
    let mut plan = Staged { now: Vec::new(), fans: Vec::new(), ..plan };
    plan.rule.roles.iter_mut().for_each(|it| (it.now, it.most) = (0, 0));
    plan
}

#[test]
fn nobody_is_not_said_to_be_hired_where_people_are_taken_on_for_a_time() {
    let first = |plan: &Staged, share: f64, proved: bool| {
        let plan = Staged { kept: kept(share, proved), ..plan.clone() };
        said(&plan, Lang::En)[0].headline.clone()
    };
    let headlines = |plan: &Staged| {
        let mut within = plan.clone();
        within.capped = binding(vec![Cap::Budget(36e6)]);
        let uncapped = [(0.95, true), (0.95, false), (0.3, false)];
        let uncapped = uncapped.map(|(share, proved)| first(plan, share, proved));
        uncapped.into_iter().chain([first(&within, 0.3, false)]).collect::<Vec<_>>()
    };
    let with = headlines(&nobody(with_temporary(study())));
    for (said, wanted) in with.iter().zip([
        "Nobody is to be hired for good: people taken on for a time keep the promises",
        "The plan hires nobody for good, only for a time: every promise is kept",
        "The plan hires nobody for good, only for a time, and every promise is kept",
        "Within these limits the best plan found hires nobody for good, only for a time",
    ]) {
        assert!(said.starts_with(wanted), "{said}");
    }
    for said in headlines(&nobody(plan())) {
        assert!(!said.contains("for a time") && said.to_lowercase().contains("nobody"), "{said}");
    }
}

#[test]
fn promises_are_not_said_to_be_kept_as_it_is_where_the_plan_does_something_beside_hiring() {
    let first = |order: Option<Discipline>, moves: &[&str]| {
        let mut plan = nobody(plan());
        plan.kept = kept(0.95, true);
        plan.rule.order = order;
        plan.rule.moves = moves.iter().map(|it| ((*it).into(), Default::default())).collect();
        said(&plan, Lang::En)[0].headline.clone()
    };
    let as_it_is = "Nobody is to be hired: the promises are kept as it is";
    let not_alone = "Nobody is to be hired: measures without hires suffice";
    assert_eq!(first(None, &[]), as_it_is);
    assert_eq!(first(Some(Discipline::EarliestDue), &[]), not_alone);
    assert_eq!(first(None, &["self-service"]), not_alone);
}

#[test]
fn who_is_taken_on_for_a_time_is_told_of_a_plan_that_hires_nobody_else_and_no_totals_are() {
    let with = all(&nobody(with_temporary(study())), Lang::En);
    assert!(with.contains("look at how much waits: a backlog is worked off by"), "{with}");
    assert!(with.contains("TP manager 2.3 on average by the end"), "{with}");
    assert!(!with.contains("Hired by the end") && !with.contains("searched for"), "{with}");
    let without = all(&nobody(plan()), Lang::En);
    assert!(!without.contains("after that"), "{without}");
}

#[test]
fn a_role_of_which_nobody_may_be_asked_for_has_no_limit_of_nobody() {
    let note = |plan: &Staged, lang| {
        rule_table::tables(decided(plan, lang))[0].note.replace('\u{a0}', " ")
    };
    let mut plan = nobody(with_temporary(study()));
    assert!(
        note(&plan, Lang::En)
            .ends_with("The plan asks for nobody for good here, whatever the cell says.")
    );
    assert!(!note(&plan, Lang::Ru).contains("Больше, чем"), "{}", note(&plan, Lang::Ru));
    plan.rule.roles[0].most = 1;
    let said = note(&plan, Lang::En);
    assert!(said.contains("never asks for more than 1 person here"), "{said}");
    assert!(!said.contains("nobody for good"), "{said}");
    plan.rule.roles[0].most = 99;
    let said = note(&plan, Lang::En);
    assert!(!said.contains("never asks") && !said.contains("nobody for good"), "{said}");
}
