//! `--set path=value`, and the same as a change of a policy.

use super::*;

fn set(path: &str, value: &str) -> Result<Study, Problems> {
    read_set(SMALL, &[(path, value)])
}

fn first_effort(study: &Study) -> &Duration {
    match &study.baseline().scenario.streams[0].route[0] {
        Step::Effort(effort) => &effort.time[0],
        other => panic!("{other:?}"),
    }
}

#[test]
fn values_may_be_written_with_or_without_quotes() {
    for value in ["90min", "\"90min\"", "{ fixed = \"90min\" }", "1h 30min"] {
        let study = set("streams.\"ticket.urgent\".route[0].effort", value).unwrap();
        assert_eq!(first_effort(&study).mean, Quantity::Known(5_400.0), "{value}");
    }
}

#[test]
fn names_with_dots_need_no_quotes_where_there_is_one_reading() {
    let study = set("streams.ticket.urgent.priority", "0").unwrap();
    assert_eq!(study.baseline().scenario.streams[0].priority, 0);
    let text = with(
        "[streams.check]",
        "[streams.ticket]\narrival = { rate = 1, per = \"week\" }\nroute = [{ effort = \"1h\", role = \"head\" }]\nsla.x = { to = \"solved\", within = \"1h\", target = \"9%\" }\n[streams.\"ticket.sla\"]\narrival = { rate = 1, per = \"week\" }\nroute = [{ effort = \"1h\", role = \"head\" }]\nsla.x = { to = \"solved\", within = \"1h\", target = \"9%\" }\n[streams.check]",
    );
    let problems = read_set(&text, &[("streams.ticket.sla", "1")]).unwrap_err();
    assert!(problems.list[0].what.en.contains("can be read in several ways"), "{problems}");
    assert!(
        problems.list[0].instead.as_ref().unwrap().en.contains("streams.\"ticket.sla\""),
        "{problems}"
    );
}

#[test]
fn entries_of_lists_are_reached_by_position_or_key() {
    let study = set("policies.more.changes[0].count", "3").unwrap();
    assert_eq!(study.policies[1].scenario.hires[0].count, 3);
    let study = set("claims.C-1.tests[0].at_least", "90%").unwrap();
    assert_eq!(study.baseline().scenario.claims[0].tests[0].bounds.at_least, Some(0.9));
}

#[test]
fn known_keys_may_be_new() {
    let study = set("roles.agent.attrition", "10%").unwrap();
    assert_eq!(study.baseline().scenario.roles[0].attrition, Quantity::Known(0.1));
    let study = set("streams.ticket.urgent.sla.solved.penalty", "500").unwrap();
    assert_eq!(study.baseline().scenario.slas[0].penalty, Quantity::Known(500.0));
    let study = set("calendar.base", "none").unwrap();
    assert_eq!(study.baseline().scenario.calendars.len(), 1);
    let study = set("scenario.language", "en").unwrap();
    assert_eq!(study.baseline().scenario.lang, Lang::En);
}

#[test]
fn what_cannot_be_set_says_why() {
    for (path, value, what, instead) in [
        ("roles.agnet.headcount", "1", "there is no `agnet` in `roles`", "did you mean `agent`"),
        (
            "roles.agent.headcout",
            "1",
            "there is no `headcout` in `roles.agent`",
            "did you mean `headcount`",
        ),
        (
            "streams.ticket.urgnt.priority",
            "1",
            "there is no `ticket` in `streams`",
            "did you mean `ticket.urgent`",
        ),
        ("streams.ticket.urgent.route[9].effort", "1h", "there is no `[9]`", "check the path"),
        ("role", "1", "no such path: `role`", "did you mean `roles`"),
        ("", "1", "is not a path", "roles.engineer"),
        ("a..b", "1", "is not a path", "roles.engineer"),
        ("roles.agent.headcount", "-1", "-1 is less than 0", "from 0"),
        (
            "roles.agent.headcount",
            "many",
            "\"many\" is not a number",
            "a whole number from 0 to 100000",
        ),
        ("roles.agent.headcount", "[1", "cannot be read", "--set"),
        ("roles.agent.headcount", "", "cannot be read", "--set"),
        ("roles.agent.headcount", "1\nx = 2", "is not a number", ""),
    ] {
        let problems = set(path, value).unwrap_err();
        assert_eq!(problems.len(), 1, "{path}: {problems}");
        let problem = &problems.list[0];
        assert_eq!(problem.file, "--set", "{path}");
        assert!(problem.what.en.contains(what), "{path}: {}", problem.what.en);
        assert!(
            problem.instead.as_ref().unwrap().en.contains(instead),
            "{path}: {:?}",
            problem.instead
        );
    }
}

#[test]
fn every_wrong_value_is_named() {
    let over = [
        ("roles.agnet.pay", "1"),
        ("roles.agent.headcount", "-1"),
        ("scenario.months", "0"),
        ("roles.head.headcount", "[1"),
        ("plan.confidence", "100%"),
    ];
    let found = read_set(SMALL, &over).unwrap_err();
    assert_eq!(found.len(), 5, "{found}");
}

#[test]
fn what_is_there_is_listed_once() {
    for (path, name) in [("roles.agent.zzzzzzzzzz", "`headcount`"), ("zzzzzzzzzz", "`scenario`")] {
        let found = set(path, "1").unwrap_err();
        let listed = found.list[0].instead.as_ref().unwrap();
        assert_eq!(listed.en.matches(name).count(), 1, "{}", listed.en);
    }
}

#[test]
fn a_shorter_horizon_leaves_out_what_it_does_not_reach() {
    let text = SMALL
        .replace("start = 2026-03-01 }", "start = 2026-12-01 }, { automation = \"x\", streams = [\"check\"], from = 2026-11-01, effort = 0.9 }")
        .replace("constant = 100", "constant = 100\nsteps = [{ from = 2026-03-01, factor = 2 }, { from = 2026-12-01, factor = 3 }]")
        .replace("at_least = \"95%\" }", "at_least = \"95%\", months = [10, 12] }");
    let shorter = [("scenario.months", "6")];
    let study = read_set(&text, &shorter).unwrap_or_else(|it| panic!("{it}"));
    let scenario = &study.policies[1].scenario;
    assert!(
        scenario.hires.is_empty() && scenario.automations.is_empty() && scenario.claims.is_empty()
    );
    assert_eq!(scenario.drivers[0].steps.len(), 1);
    assert_eq!(scenario.notes.len(), 4, "{:?}", scenario.notes);
    let later = [("scenario.start", "2026-04-01")];
    let study = read_set(SMALL, &later).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(study.policies[1].scenario.hires[0].start, jiff::civil::date(2026, 4, 1));
}

#[test]
fn a_range_may_be_fixed_and_a_number_be_made_a_range() {
    let study = set("roles.agent.pay", "{ min = 1, max = 2 }").unwrap();
    assert_eq!(study.baseline().scenario.inputs[0].path, "roles.agent.pay");
    let over = [("streams.ticket.emergency.route[0].effort.mean", "22min")];
    let study = read_set(reference(), &over).unwrap();
    assert!(study.baseline().scenario.inputs.iter().all(|it| !it.path.contains("effort")));
}

#[test]
fn the_end_of_a_range_s_path_is_a_name_where_no_other_ends_so() {
    let range = "{ mean = { min = \"10min\", max = \"20min\" } }";
    let text = SMALL.replacen("effort = \"1h\"", &format!("effort = {range}"), 1);
    let study = read_set(&text, &[("effort.mean", "15min")]).unwrap();
    assert!(study.baseline().scenario.inputs.is_empty(), "it is known now");
    let twice = SMALL.replace("effort = \"1h\"", &format!("effort = {range}"));
    let problems = read_set(&twice, &[("effort.mean", "15min")]).unwrap_err();
    assert!(problems.list[0].what.en.contains("several numbers end in"), "{problems}");
    assert!(problems.list[0].instead.as_ref().unwrap().en.contains("route[0].effort.mean"));
    // A tail ends at a dot: a part of a key is no name.
    assert!(read_set(&text, &[("ffort.mean", "15min")]).is_err());
}
