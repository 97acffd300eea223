//! What people for a time spare is told where the plan takes somebody on, or would.

use super::{desk, searching};
use crate::plan::search::hire_options::Choice;
use crate::plan::staged::lever_figures::levers;
use crate::plan::staged::levers::Tried;
use crate::plan::staged::search::with;

/// Work for one clerk more, and a backlog that he does not clear for long.
const DROWNED: [(&str, &str); 2] = [
    ("\"50min\", max = \"150min\"", "\"80min\", max = \"90min\""),
    ("arrival = {", "backlog_at_start = 150\narrival = {"),
];

/// What is tried of a plan that may take people on for a time or may not: whether the plan without may, whether it
/// suffices, and whether the row says that the plan does it.
fn tried(changes: &[(&str, &str)], temporary: bool) -> Option<(bool, bool, Option<bool>)> {
    searching(&desk(changes), |search, start| {
        // One clerk for good clears no backlog; a plan without people for a time may ask for more.
        let most = if temporary { 3 } else { 1 };
        let plan = with(&start, 0, Choice { now: 1, target: 100, most, temporary });
        let (mut tried, mut left_out) = (Vec::new(), Vec::new());
        search.for_a_time((&plan, 20), (&mut tried, &mut left_out)).expect("not stopped");
        assert!(left_out.is_empty(), "they do no harm: {left_out:?}");
        let [one]: &[Tried] = &tried else { return None };
        assert!(one.key == "for-a-time");
        let without = one.without.as_ref().expect("a plan without").clone();
        let good = search.race.is_good(&without).expect("not stopped");
        let promises = search.race.promises;
        let told = levers(search.race.lab, promises, &plan, &tried, &[]).expect("not stopped");
        // What costs more than it spares is told of as well, where the plan does it.
        let made = told.0.first().map(|it| it.made).or(told.1.first().map(|_| true));
        Some((without.rules[0].temporary, good, made))
    })
}

#[test]
fn a_plan_that_takes_people_on_for_a_time_is_held_against_one_that_takes_nobody_on_and_suffices() {
    assert_eq!(tried(&DROWNED, true), Some((false, true, Some(true))));
}

#[test]
fn people_for_a_time_are_tried_on_a_plan_that_does_without_where_they_may_be_taken_on() {
    let (_, _, made) = tried(&DROWNED, false).expect("a backlog asks for them");
    assert_eq!(made, Some(false));
    let forbidden = ("hire = { clerk = 3 }", "hire = { clerk = 3 }\ntemporary = false");
    let [effort, backlog] = DROWNED;
    assert_eq!(tried(&[effort, backlog, forbidden], false), None);
    // Where nothing piles up nobody would be taken on, and a plan that may take somebody on is as good without.
    let little = ("\"50min\", max = \"150min\"", "\"5min\", max = \"6min\"");
    assert_eq!(tried(&[little], false), None);
    assert_eq!(tried(&[little], true), Some((false, true, Some(true))));
}
