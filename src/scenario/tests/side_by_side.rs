//! Several at a time: what is read, and what is refused.

use super::*;
use crate::scenario::route::efforts;

const STEP: &str = "route = [{ effort = \"1h\", role = \"agent\" }]";

/// The small scenario with other keys in the step of its normal tickets.
fn step(rest: &str) -> String {
    with(STEP, &format!("route = [{{ effort = \"1h\", role = \"agent\"{rest} }}]"))
}

/// What is wrong with such a step.
fn told(rest: &str) -> Vec<String> {
    problems(&step(rest)).list.iter().map(|it| it.what.en.clone()).collect()
}

#[test]
fn several_at_a_time_are_so_many_each_slower_by_so_much() {
    let study = read(&step(", at_once = 3, slower = \"40%\"")).unwrap();
    let stream = &study.baseline().scenario.streams[1];
    let side = efforts(&stream.route).next().unwrap().side_by_side.unwrap();
    assert_eq!((side.most, side.slower), (3, 0.4));
    assert!((side.slowdown(3) - 1.8).abs() < 1e-12, "two others in hand");
    assert!((side.least_share() - 0.6).abs() < 1e-12, "a third of 1.8");
}

#[test]
fn several_at_a_time_need_a_factor_and_no_appointment() {
    assert!(told(", at_once = 3")[0].contains("by how much each of several takes longer"));
    assert!(told(", slower = \"10%\"")[0].contains("means nothing without at_once"));
    let both = told(", at_once = 3, within_day = true");
    assert_eq!(both.len(), 2, "all problems at once: {both:?}");
    assert!(both[1].contains("done one at a time"), "{both:?}");
    let joint = told(", at_once = 3, slower = \"0%\", together_with = \"head\"");
    assert!(joint[0].contains("done one at a time"), "{joint:?}");
    let pool = problems(&with(
        STEP,
        "route = [{ effort = \"1h\", role = [\"agent\", \"head\"], at_once = 2, slower = \"0%\" }]",
    ));
    assert!(pool.list[0].what.en.contains("a list of roles"), "{:?}", pool.list[0].what);
    let own = problems(&with(
        STEP,
        "for_each = [\"agent\"]\nroute = [{ effort = \"1h\", at_once = 2, slower = \"0%\" }]",
    ));
    assert!(own.list.iter().any(|it| it.what.en.contains("work of their own")));
    let finish = problems(
        &step(", at_once = 2, slower = \"0%\"")
            .replace("[streams.check]", "finish = true\n[streams.check]"),
    );
    assert!(finish.list[0].what.en.contains("finish does not go with at_once"));
}
