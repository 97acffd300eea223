//! Which choices are tried at once, and in which order of the queue.

use super::{desk, searching, staged};
use crate::plan::search::hire_options::{Candidate, Choice};
use crate::plan::staged::search::with;
use crate::scenario::Discipline;

#[test]
fn rows_go_on_until_one_suffices_or_everybody_is_asked_for() {
    let nows = |changes: &[(&str, &str)], may_fail: Option<usize>| {
        searching(&desk(changes), |search, start| {
            let choice = Choice { now: 0, target: 84, most: 6, ..start.rules[0] };
            let start = Candidate { rules: vec![choice], ..start };
            search.race.may_fail = may_fail.unwrap_or(search.race.may_fail);
            search.begin(start).expect("not stopped");
            let mut nows: Vec<u32> = search.prices.tried[0].iter().map(|it| it.0.now).collect();
            nows.dedup();
            (nows, search.race.may_fail, search.attained)
        })
    };
    let more = ("hire = { clerk = 3 }", "hire = { clerk = 6 }");
    let (enough, _, attained) = nows(&[more], None);
    assert!(enough.len() > 1 && enough.len() < 6 && attained == 1.0, "{enough:?} {attained}");
    assert_eq!(nows(&[more], Some(48)).0, [0], "the first may break everything");
    // What nobody can keep is not asked for: the search may break what everybody breaks.
    let (all, may_fail, attained) = nows(&[more, ("within = \"16h\"", "within = \"2h\"")], Some(0));
    assert_eq!(all, [0, 1, 2, 3, 5, 6]);
    assert!(may_fail > 0 && attained < 1.0, "{may_fail} {attained}");
}

/// Urgent tickets that are answered at once when they come first, among more of others than can be done.
const URGENT: [(&str, &str); 2] = [
    (
        "[[policies]]",
        "[streams.urgent]\npriority = 1\narrival = { rate = 3, per = \"week\" }\nroute = [{ effort = \"10min\", role = \"clerk\" }]\n[streams.urgent.sla.soon]\nto = \"contact\"\nwithin = \"7h\"\ntarget = \"80%\"\n\n[[policies]]",
    ),
    ("[plan]", "[plan]\nrequired = [\"urgent/soon\"]"),
];

#[test]
fn due_dates_are_given_up_where_the_order_as_it_is_keeps_what_they_break() {
    let order = |changes: &[(&str, &str)], may_fail: usize| {
        searching(&desk(changes), |search, start| {
            // Nobody helps: what is late already comes before what is urgent.
            let nobody = Choice { now: 0, target: 0, most: 0, temporary: false };
            let due = Some(Discipline::EarliestDue);
            search.race.may_fail = may_fail;
            let rule = Candidate { rules: vec![nobody], order: due, moves: Vec::new(), ..start };
            let order = search.begin(rule).expect("not stopped").order;
            // Why they are given up is known, and only then.
            let refused = search.refused_order;
            assert!(refused.is_none_or(|it| 2 * it.kept > it.broken && it.broken > may_fail));
            assert_eq!(refused.is_some(), order.is_none());
            order
        })
    };
    assert_eq!(order(&URGENT, 2), None);
    assert_eq!(order(&URGENT, 48), Some(Discipline::EarliestDue), "nothing is too much");
    assert_eq!(order(&[], 2), Some(Discipline::EarliestDue), "no order keeps it");
}

#[test]
fn out_of_reach_the_order_is_taken_in_which_fewer_items_are_late() {
    let both = ("[plan]", "[plan]\nrequired = [\"urgent/soon\", \"ticket/done\"]");
    let few = ("hire = { clerk = 3 }", "hire = { clerk = 1 }");
    let more = ("rate = 5", "rate = 12");
    let plan = staged(&desk(&[URGENT[0], both, few, more]), 2, Some(20));
    assert!(plan.kept.share.value < 0.4, "{:?}", plan.kept);
    assert_eq!(plan.rule.order, None, "due dates would make everything late");
}

#[test]
fn nobody_is_asked_for_where_so_few_replications_break_that_it_may_be_proved() {
    let nobody = |changes: &[(&str, &str)], confidence: f64| {
        searching(&desk(changes), |search, start| {
            let found = search.nobody(&start, confidence).expect("not stopped");
            found.map(|it| (it.order, it.rules.iter().any(|it| it.asks())))
        })
    };
    assert_eq!(nobody(&[], 0.8), None, "the work does not fit");
    // Nothing need change, the order of the queue neither.
    let anything = nobody(&[], 0.0);
    assert_eq!(anything, Some((None, false)), "anything may break");
}

#[test]
fn nobody_in_the_order_of_due_dates_is_not_given_up_for_people_in_another_order() {
    // Nobody was asked about in the order as it is before, and was not enough.
    let little = [("from = 100, to = 160", "from = 20, to = 30")];
    searching(&desk(&little), |search, start| {
        let nobody = with(&start, 0, Choice { most: 3, ..Choice::default() });
        let nobody = Candidate { order: Some(Discipline::EarliestDue), ..nobody };
        let as_it_is = Candidate { order: None, ..nobody.clone() };
        assert_eq!(search.race.is_good(&as_it_is), Some(true), "it looks as sure");
        let (ordered, tried) = search.order(&nobody).expect("not stopped");
        assert_eq!(ordered, nobody);
        let tried = tried.expect("the order was changed");
        assert!(tried.without.is_none(), "what was not enough is not set against it");
    });
}
