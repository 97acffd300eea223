//! What is said of what was tried before people.

use super::{all, decided, plan, study};
use crate::plan::staged::data::{Cheaper, LeftOut, Lever, RefusedOrder, Staged, Unpriced};
use crate::plan::staged::fixture::with_temporary;
use crate::plan::staged::for_a_time::people_for_a_time;
use crate::scenario::{Discipline, Lang};
use crate::statistics::Interval;

#[test]
fn a_lever_of_the_plan_without_a_figure_is_named_and_one_that_is_priced_is_not() {
    let mut plan = plan();
    let note = |plan: &Staged, lang| {
        super::super::levers::table(decided(plan, lang)).expect("a table").note
    };
    plan.rule.moves = vec![(plan.levers[1].key.clone(), plan.levers[1].title.clone())];
    assert!(!note(&plan, Lang::En).contains("Without a figure"));
    let unpriced = Unpriced { key: "contractors".into(), title: Default::default(), without: None };
    plan.unpriced = vec![unpriced];
    assert!(note(&plan, Lang::En).starts_with("Without a figure: “contractors”. No plan without"));
    assert!(note(&plan, Lang::Ru).starts_with("Без цифры: «contractors» — не нашлось"));
    let saves = Interval::around(-6e4, 1e4);
    plan.unpriced[0].without = Some(Cheaper { saves, with: 16, without: 15, of: 24 });
    let told = "“contractors”: without it the plan is 60 k ₽ cheaper; of the 24 hardest replications of the search \
                every promise is kept in 15, and with it in 16.";
    let note = note(&plan, Lang::En).replace('\u{a0}', " ");
    assert!(note.starts_with(told) && !note.contains("Without a figure"), "{note}");
}

#[test]
fn a_lever_that_harms_is_named_with_what_it_harms_and_has_no_figure() {
    let mut plan = plan();
    let table =
        |plan: &Staged| super::super::levers::table(decided(plan, Lang::En)).expect("a table");
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
        super::super::levers::table(decided(&plan, Lang::En)).expect("a table").note
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

#[test]
fn that_nobody_is_taken_on_for_a_time_is_said_only_of_a_plan_that_may_and_does_not() {
    let note = |made: bool, taken: bool| {
        let mut plan = plan();
        plan.rule.roles[0].temporary = made;
        let (key, title) = people_for_a_time();
        let nothing = Interval::around(0.0, 0.0);
        plan.levers.push(Lever {
            key,
            title,
            made,
            saves: nothing,
            breaches: nothing,
            before: nothing,
            earlier: false,
            kept: (20, 20, 20),
        });
        if taken {
            plan.temporary = with_temporary(study()).temporary;
        }
        super::super::levers::table(decided(&plan, Lang::En)).expect("a table").note
    };
    let none = "“People for a time while work piles up”: the plan may take them on, but does in none of 200";
    assert!(note(true, false).contains(none), "{}", note(true, false));
    assert!(!note(true, true).contains(none), "somebody is");
    assert!(!note(false, false).contains(none), "the plan may not");
}

#[test]
fn what_a_lever_saves_stands_beside_how_many_replications_keep_the_promises_with_it_and_without() {
    let mut plan = plan();
    plan.levers[0].kept = (19, 17, 20);
    let row = |lang| {
        let table = super::super::levers::table(decided(&plan, lang)).expect("a table");
        format!("{:?}", table.rows[0].cells[3].content)
    };
    assert!(row(Lang::En).contains("17 → 19 of 20") && row(Lang::Ru).contains("17 → 19 из 20"));
    let note =
        |plan: &Staged| super::super::levers::table(decided(plan, Lang::En)).expect("a table").note;
    assert!(!note(&plan).contains("before the proof"));
    plan.levers[0].earlier = true;
    assert!(note(&plan).contains("the plan found before the proof"));
}
