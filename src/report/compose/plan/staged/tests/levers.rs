//! What is said of what was tried before people.

use super::{all, decided, plan};
use crate::plan::staged::data::{LeftOut, Lever, RefusedOrder, Staged};
use crate::scenario::{Discipline, Lang};
use crate::statistics::Interval;

#[test]
fn a_lever_of_the_plan_without_a_figure_is_named_and_one_that_is_priced_is_not() {
    let mut plan = plan();
    let note = |plan: &Staged, lang| {
        super::super::alternatives::levers(decided(plan, lang)).expect("a table").note
    };
    plan.rule.moves = vec![(plan.levers[1].key.clone(), plan.levers[1].title.clone())];
    assert!(!note(&plan, Lang::En).contains("Without a figure"));
    plan.rule.moves.push(("contractors".into(), Default::default()));
    assert!(note(&plan, Lang::En).starts_with("Without a figure: “contractors”. No plan without"));
    assert!(note(&plan, Lang::Ru).starts_with("Без цифры: «contractors» — не нашлось"));
}

#[test]
fn a_lever_that_harms_is_named_with_what_it_harms_and_has_no_figure() {
    let mut plan = plan();
    let table = |plan: &Staged| {
        super::super::alternatives::levers(decided(plan, Lang::En)).expect("a table")
    };
    let rows = table(&plan).rows.len();
    assert!(!table(&plan).note.contains("hardest replications"), "nothing harms");
    let (key, title) = ("wait".into(), Default::default());
    plan.left_out = vec![LeftOut { key, title, with: 4, without: 9, of: 12 }];
    let told = "Without a figure: “wait”. Of the 12 hardest replications of the search every promise \
                is kept in 4 with it and in 9 without";
    assert!(table(&plan).note.contains(told), "{}", table(&plan).note);
    assert_eq!(table(&plan).rows.len(), rows + 1);
    plan.levers.clear();
    assert_eq!(table(&plan).rows.len(), 1);
}

#[test]
fn a_lever_that_is_free_and_spares_late_items_is_named_and_none_that_costs_or_may_not_help() {
    let note = |change: &dyn Fn(&mut Lever)| {
        let mut plan = plan();
        let lever = &mut plan.levers[1];
        (lever.made, lever.saves) = (false, Interval::around(0.0, 0.0));
        (lever.breaches, lever.before) =
            (Interval::around(0.0, 0.1), Interval::around(-20.0, 15.0));
        change(lever);
        super::super::alternatives::levers(decided(&plan, Lang::En)).expect("a table").note
    };
    let free = "Not in the plan, but free, and fewer items are late with it: “";
    assert!(note(&|_| ()).starts_with(free), "{}", note(&|_| ()));
    assert!(!note(&|it| it.made = true).contains(free), "the plan has it");
    assert!(!note(&|it| it.saves = Interval::around(0.0, 1.0)).contains(free), "it may cost");
    assert!(!note(&|it| it.before = Interval::around(-20.0, 25.0)).contains(free), "may not help");
    assert!(
        !note(&|it| it.breaches = Interval::around(2.0, 1.0)).contains(free),
        "and harms later"
    );
}

#[test]
fn why_the_order_of_the_queue_stays_is_told_only_where_due_dates_were_given_up() {
    let said = |order: Option<Discipline>, refused: Option<RefusedOrder>| {
        let mut plan = plan();
        (plan.rule.order, plan.refused_order) = (order, refused);
        all(&plan, Lang::En)
    };
    let refused = Some(RefusedOrder { broken: 14, kept: 12, of: 120 });
    let leave = "Leave the order of the queue as it is";
    let full = "with the earliest due date first even everybody who may be hired breaks a promise in 14 of 120 \
                replications of the search; the order as it is keeps all of them in 12 of those 14.";
    assert!(said(None, refused).contains(&format!("{leave}: {full}")), "{}", said(None, refused));
    assert!(!said(None, None).contains(leave), "nothing was tried");
    assert!(!said(Some(Discipline::EarliestDue), refused).contains(leave), "it changes");
    let mut capped = plan();
    (capped.rule.order, capped.refused_order, capped.capped.binds) = (None, refused, true);
    assert!(!all(&capped, Lang::En).contains(leave), "everybody was asked for without the caps");
}
