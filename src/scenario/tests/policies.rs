//! Policies: every kind of change, and whose problem is whose.

use super::*;
use crate::scenario::problem::Problem;

fn changed(changes: &str) -> Result<Study, Problems> {
    read(&with(
        "changes = [{ hire = \"agent\", start = 2026-03-01 }]",
        &format!("changes = [{changes}]"),
    ))
}

fn one_problem(changes: &str) -> Problem {
    let problems = changed(changes).err().unwrap_or_else(|| panic!("{changes} is fine"));
    assert_eq!(problems.len(), 1, "{changes}: {problems}");
    problems.list[0].clone()
}

#[test]
fn a_file_without_policies_has_one() {
    let text = &SMALL[..SMALL.find("[[policies]]").unwrap()];
    let study = read(text).unwrap();
    assert_eq!(study.policies.len(), 1);
    assert_eq!(
        (study.policies[0].key.as_str(), study.policies[0].title.ru.as_str()),
        ("as-is", "Как есть")
    );
}

#[test]
fn changes_leave_the_baseline_as_it_is() {
    let study = changed(
        "{ set = \"roles.agent.headcount\", value = 4 }, { discipline = \"earliest-due\" }, \
         { interrupts = true }, { stand_in = \"agent\", by = [\"head\"] }, \
         { assignment = \"manual\", streams = [\"ticket.normal\"], noticed_after = \"20min\" }",
    )
    .unwrap_or_else(|it| panic!("{it}"));
    let (base, more) = (&study.policies[0].scenario, &study.policies[1].scenario);
    assert_eq!((base.roles[0].headcount, more.roles[0].headcount), (2, 4));
    assert_eq!((base.discipline, more.discipline), (Discipline::Priority, Discipline::EarliestDue));
    assert!(
        base.streams.iter().all(|it| !it.interrupts) && more.streams.iter().all(|it| it.interrupts)
    );
    assert_eq!(more.roles[0].stand_in, [crate::ids::RoleId(1)]);
    assert!(base.streams[1].noticed_after.is_none() && more.streams[1].noticed_after.is_some());
    assert!(more.streams[0].noticed_after.is_none());
}

#[test]
fn inputs_keep_their_places_under_every_policy() {
    let text = SMALL
        .replace("pay = 100000", "pay = { min = 1, max = 2 }")
        .replace("within = \"4h\"", "within = { min = \"4h\", max = \"5h\" }")
        .replace(
            "changes = [{ hire = \"agent\", start = 2026-03-01 }]",
            "changes = [{ set = \"roles.agent.pay\", value = 5 }, { automation = \"x\", streams = [\"check\"], effort = { min = 0.5, max = 1 } }]",
        );
    let study = read(&text).unwrap_or_else(|it| panic!("{it}"));
    let paths = |policy: usize| -> Vec<String> {
        study.policies[policy].scenario.inputs.iter().map(|it| it.path.clone()).collect()
    };
    assert_eq!(paths(0), ["roles.agent.pay", "streams.ticket.urgent.sla.solved.within"]);
    assert_eq!(paths(1)[..2], paths(0)[..], "also where a policy has fixed it");
    assert_eq!(paths(1)[2], "policies.more.changes[1].effort");
    assert_eq!(study.policies[1].scenario.roles[0].pay, Quantity::Known(5.0));
}

#[test]
fn ranges_of_one_id_are_one_input() {
    let text = SMALL
        .replace("{ effort = \"1h\", role = \"agent\" },", "{ effort = { min = \"1h\", max = \"2h\", id = \"h\" }, role = \"agent\" },")
        .replace("[{ effort = \"1h\", role = \"agent\" }]", "[{ effort = { min = \"1h\", max = \"2h\", id = \"h\", title = \"Handling\" }, role = \"agent\" }]")
        ;
    let study = read(&text).unwrap_or_else(|it| panic!("{it}"));
    let scenario = &study.baseline().scenario;
    assert_eq!(scenario.inputs.len(), 1);
    assert_eq!(scenario.inputs[0].title.en, "Handling");
    let differing = text.replacen("max = \"2h\", id", "max = \"3h\", id", 1);
    assert!(problems(&differing).list[0].what.en.contains("has another range elsewhere"));
}

#[test]
fn a_problem_of_a_change_is_shown_at_the_change() {
    for (changes, path, what) in [
        (
            "{ set = \"roles.agent.headcount\", value = -1 }",
            "roles.agent.headcount",
            "-1 is less than 0",
        ),
        (
            "{ set = \"roles.agnt.headcount\", value = 1 }",
            "policies.more.changes[0].set",
            "there is no `agnt`",
        ),
        (
            "{ set = \"scenario.months\", value = 1 }",
            "policies.more.changes[0].set",
            "shared by all policies",
        ),
        (
            "{ stand_in = \"agent\", by = [\"agent\"] }",
            "roles.agent.stand_in",
            "cannot stand in for itself",
        ),
        (
            "{ stand_in = \"agent\", by = [\"hed\"] }",
            "roles.agent.stand_in[0]",
            "no role is called `hed`",
        ),
        ("{ discipline = \"fifo\" }", "scenario.discipline", "unknown word \"fifo\""),
        ("{ assignment = \"manual\" }", "policies.more.changes[0]", "when work is noticed"),
        (
            "{ interrupts = true, streams = [\"chek\"] }",
            "policies.more.changes[0].streams[0]",
            "no stream is called",
        ),
        (
            "{ hire_when = \"agent\", above = 5 }",
            "policies.more.changes[0]",
            "not clear what to watch",
        ),
        (
            "{ hire_when = \"agent\", backlog = [\"check\"] }",
            "policies.more.changes[0]",
            "exactly one level",
        ),
        (
            "{ hire_when = \"agent\", occupancy = \"agent\", above = \"2h\" }",
            "policies.more.changes[0].above",
            "not a duration",
        ),
        (
            "{ hire_when = \"agent\", backlog = [\"check\"], above = { min = 5, max = 9 } }",
            "policies.more.changes[0].above",
            "the level of a rule cannot be a range",
        ),
        (
            "{ hire_for_load = \"agent\", most = 2 }",
            "policies.more.changes[0]",
            "`target` is missing",
        ),
        (
            "{ hire_for_load = \"agent\", target = 85, most = 2 }",
            "policies.more.changes[0].target",
            "too much: 85",
        ),
        (
            "{ hire_for_load = \"agent\", target = \"85%\", now = 3, most = 2 }",
            "policies.more.changes[0].now",
            "more people are asked for at the start than may be",
        ),
        (
            "{ hire_for_load = \"agent\", target = \"85%\", most = 2, review = \"0\" }",
            "policies.more.changes[0].review",
            "too little: 0",
        ),
        (
            "{ contractor = \"x\", role = \"agent\", capacity = 1 }",
            "policies.more.changes[0]",
            "`price` is missing",
        ),
        (
            "{ automation = \"x\", streams = [], effort = 0.5 }",
            "policies.more.changes[0].streams",
            "no stream is named",
        ),
        (
            "{ hire = \"agent\", start = 2026-03-01, count = 0 }",
            "policies.more.changes[0].count",
            "0 is less than 1",
        ),
        ("5", "policies.more.changes[0]", "expected a table"),
    ] {
        let problem = one_problem(changes);
        assert_eq!(problem.path, path, "{changes}");
        assert!(problem.what.en.contains(what), "{changes}: {}", problem.what.en);
        assert!(problem.excerpt.unwrap().line.contains("changes = ["), "{changes}");
    }
}

#[test]
fn a_problem_that_a_change_causes_elsewhere_names_the_policy() {
    let problem = one_problem("{ set = \"mixes.all.shares.ticket.urgent\", value = \"10%\" }");
    assert!(
        problem.what.en.starts_with("under the policy `more`: the shares add up to 70 %"),
        "{problem:?}"
    );
}

#[test]
fn a_problem_of_the_base_is_told_once() {
    let found = problems(&with("pay = 100000", "pay = -1"));
    assert_eq!(found.len(), 1, "{found}");
}
