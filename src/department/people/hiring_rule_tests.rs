//! What a hiring rule asks for, by hand.

use super::{Asked, Observed, Outlook, asked};
use crate::ids::RoleId;
use crate::scenario::HiringRule;

const RULE: HiringRule = HiringRule {
    role: RoleId(0),
    now: 0,
    target: 0.8,
    first: 1.0,
    review: 3.0,
    last: None,
    most: 100,
    cover: 0,
    outlook: None,
    temporary: None,
};

/// A hundred hours a month of a person, always there; pieces of an hour.
fn outlook(effort: &[f64]) -> Outlook {
    Outlook {
        effort: effort.to_vec(),
        cv: 1.0,
        longer: vec![1.0; 40],
        load: vec![1.0; 40],
        fill: 2.0,
        helper_fill: 2.0,
        ramp: 3.0,
        ramp_from: 0.5,
        helpers_ramp: true,
        hours_a_month: 100.0,
        availability: 1.0,
        duties: 0.0,
        last: 30.0,
    }
}

/// After three months of 200 pieces of an hour each, with two people.
fn observed() -> Observed<'static> {
    Observed {
        month: 3.0,
        finished: 600,
        hours: 600.0,
        arrived: 600,
        window_hours: 300.0,
        window_months: 3.0,
        backlog: 2,
        duties: 0.0,
        settled: 2,
        newcomers: &[],
        helpers: &[],
        asked: 0,
    }
}

fn of(observed: Observed<'_>) -> Asked {
    asked(&observed, &outlook(&[1.0]), &RULE)
}

#[test]
fn the_load_over_the_target_is_the_number_of_people() {
    // 2 people's worth of work, 80 % busy: 2.5, so 3.
    let found = of(observed());
    assert_eq!((found.load, found.needed, found.permanent), (2.0, 3, 1));
    let rule = HiringRule { target: 1.0, ..RULE };
    assert_eq!(asked(&observed(), &outlook(&[1.0]), &rule).permanent, 0, "just enough");
}

#[test]
fn what_people_are_not_there_for_is_counted() {
    let away = Outlook { availability: 0.8, ..outlook(&[1.0]) };
    let found = asked(&Observed { duties: 0.5, ..observed() }, &away, &RULE);
    assert_eq!((found.load, found.needed), (5.0, 7));
    // Duties that a drowning team leaves undone are counted all the same.
    let known = Outlook { duties: 0.5, ..away };
    assert_eq!(asked(&observed(), &known, &RULE).load, 5.0);
}

#[test]
fn growth_is_looked_at_when_whoever_is_asked_for_is_productive() {
    // From the middle of the window, month 1.5, to month 3 + 2 + 3.
    let grows = Outlook { load: (0..40).map(f64::from).collect(), ..outlook(&[1.0]) };
    let found = asked(&observed(), &grows, &RULE);
    assert!((found.load - 2.0 * 8.0 / 1.5).abs() < 1e-12, "{found:?}");
}

#[test]
fn who_is_on_the_way_is_not_asked_for_again() {
    let waits = Observed { newcomers: &[1.0], ..observed() };
    assert_eq!(of(waits).permanent, 0);
    let several = Observed { arrived: 1_800, ..waits };
    assert_eq!(of(several).permanent, 8 - 3, "several at once");
}

#[test]
fn a_rule_asks_for_no_more_than_its_most_and_no_fewer_than_its_cover() {
    let rule = HiringRule { most: 4, ..RULE };
    let busy = Observed { arrived: 6_000, asked: 3, ..observed() };
    assert_eq!(asked(&busy, &outlook(&[1.0]), &rule).permanent, 1);
    let idle = Observed { arrived: 0, settled: 1, ..observed() };
    let covered = HiringRule { cover: 2, ..RULE };
    assert_eq!(asked(&idle, &outlook(&[1.0]), &covered).permanent, 1);
    assert_eq!(asked(&idle, &outlook(&[1.0]), &RULE).permanent, 0);
}

#[test]
fn a_range_of_width_zero_is_the_number_that_the_rule_is_told() {
    let measured = Observed { hours: 1_234.5, ..observed() };
    let found = asked(&measured, &outlook(&[1.0, 1.0, 1.0]), &RULE);
    assert_eq!(found, asked(&measured, &outlook(&[1.0]), &RULE));
    assert_eq!(found.effort, 1.0);
}

#[test]
fn a_measured_mean_is_shrunk_to_what_is_possible() {
    let wide = outlook(&(0..100).map(|it| 1.0 + f64::from(it) / 99.0).collect::<Vec<_>>());
    let measured = |finished: u32, mean: f64| {
        let observed = Observed { finished, hours: f64::from(finished) * mean, ..observed() };
        asked(&observed, &wide, &RULE).effort
    };
    assert!((measured(0, 0.0) - 1.5).abs() < 1e-12, "nothing counted");
    assert!((measured(100_000, 1.3) - 1.3).abs() < 0.01, "much counted");
    let little = measured(4, 1.2);
    assert!(little > 1.25 && little < 1.5, "{little}");
    assert!(measured(400, 3.0) > 1.9 && measured(400, 3.0) <= 2.0, "never beyond the range");
    assert!(measured(400, 0.1) < 1.1, "nor below it");
}

#[test]
fn a_known_automation_shortens_what_is_expected_and_what_is_measured() {
    // From month 2 on a piece takes half as long, which everybody knows.
    let halved = |month: usize| if month < 2 { 1.0 } else { 0.5 };
    let by_month: Vec<f64> = (0..40).map(halved).collect();
    let outlook = Outlook { longer: by_month.clone(), load: by_month, ..outlook(&[1.0]) };
    let later = Observed { month: 12.0, window_months: 6.0, hours: 300.0, ..observed() };
    let found = asked(&Observed { arrived: 1_200, window_hours: 600.0, ..later }, &outlook, &RULE);
    assert_eq!((found.effort, found.load), (0.5, 1.0));
}

#[test]
fn two_readings_are_told_apart_by_a_few_pieces() {
    let near = |middle: f64| (0..20).map(move |it| middle * (0.8 + f64::from(it) / 50.0));
    let readings = outlook(&near(0.375).chain(near(1.5)).collect::<Vec<_>>());
    let found = asked(&Observed { finished: 30, hours: 12.0, ..observed() }, &readings, &RULE);
    assert!((found.effort - 0.38).abs() < 0.04, "{found:?}");
}

#[test]
fn a_backlog_asks_for_temporary_people_only() {
    // To clear 2 000 hours in three months with permanent people, 80 % busy, would take 9 more.
    let drowned = Observed { backlog: 2_000, settled: 3, ..observed() };
    let found = of(drowned);
    assert_eq!((found.needed, found.permanent), (3, 0));
    // The three clear 800 in eight months; each helper, from the third month on, 525.
    assert_eq!((found.temporary, found.temporary_months), (3, 8.0));
    let clear = of(Observed { backlog: 3, settled: 3, ..observed() });
    assert_eq!((clear.temporary, clear.temporary_months), (0, 0.0));
    // Those on the way clear it: nobody else is needed.
    let coming = of(Observed { newcomers: &[0.5; 5], ..drowned });
    assert_eq!((coming.permanent, coming.temporary), (0, 0));
    // So do helpers who stay long enough, and they are no permanent people.
    let helped = |months: f64| of(Observed { helpers: &[(0.5, months); 5], ..drowned });
    assert_eq!((helped(8.0).permanent, helped(8.0).temporary), (0, 0));
    assert!(helped(2.0).temporary > 0);
    assert_eq!(of(Observed { helpers: &[(-4.0, 8.0)], settled: 2, ..observed() }).permanent, 1);
}

#[test]
fn nobody_is_taken_on_for_a_time_who_would_come_too_late() {
    let late = Outlook { helper_fill: 12.0, ..outlook(&[1.0]) };
    let drowned = Observed { backlog: 2_000, settled: 3, ..observed() };
    assert_eq!(asked(&drowned, &late, &RULE).temporary, 0);
}

#[test]
fn without_work_nobody_is_asked_for() {
    let nothing = Outlook { effort: Vec::new(), load: vec![0.0; 40], ..outlook(&[]) };
    let found =
        asked(&Observed { arrived: 0, finished: 0, hours: 0.0, ..observed() }, &nothing, &RULE);
    assert_eq!((found.permanent, found.temporary, found.effort), (0, 0, 0.0));
}
