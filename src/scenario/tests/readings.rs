//! Readings of a document that contradicts itself: the worlds they make, and what can be wrong with them.

use super::*;

/// Two unknowns: how long the work takes, and how much of it there is.
const READINGS: &str = r#"
[[plan.readings]]
unknown = "effort"
question = "How long it takes"
key = "hour"
[[plan.readings]]
unknown = "effort"
key = "minutes"
title = "20 minutes"
weight = 3
changes = [{ set = "streams.ticket.normal.route[0].effort", value = { min = "20min", max = "30min" } }]
[[plan.readings]]
unknown = "volume"
key = "little"
[[plan.readings]]
unknown = "volume"
key = "much"
changes = [{ set = "mixes.all.rate", value = 20 }, { automation = "web", streams = ["check"], arrivals = 0.5 }]
"#;

fn with_rows(readings: &str) -> String {
    format!("{SMALL}{readings}")
}

fn small() -> Study {
    read(&with_rows(READINGS)).unwrap_or_else(|it| panic!("{it}"))
}

#[test]
fn a_scenario_without_readings_is_one_world() {
    let study = read(SMALL).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!((study.worlds.list.len(), study.worlds.unknowns.len()), (1, 0));
    assert_eq!(study.world_of(1, 17), 0);
}

#[test]
fn every_combination_of_readings_is_a_world() {
    let study = small();
    let worlds = &study.worlds.list;
    let choices: Vec<&[usize]> = worlds.iter().map(|it| it.choice.as_slice()).collect();
    assert_eq!(choices, [[0, 0], [0, 1], [1, 0], [1, 1]]);
    let probabilities: Vec<f64> = worlds.iter().map(|it| it.probability).collect();
    assert_eq!(probabilities, [0.125, 0.125, 0.375, 0.375]);
    let unknown = &study.worlds.unknowns[0];
    assert_eq!(
        (unknown.title.en.as_str(), unknown.readings[0].title.en.as_str()),
        ("How long it takes", "hour")
    );
    let keys = |world: &World| world.policies.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    assert!(worlds.iter().all(|it| keys(it) == keys(&worlds[0])), "every policy in every world");
}

#[test]
fn each_world_reads_its_own_numbers_under_every_policy() {
    let study = small();
    for world in &study.worlds.list {
        for policy in &world.policies {
            let scenario = &policy.scenario;
            let normal = scenario.streams.iter().find(|it| it.key == "ticket.normal").unwrap();
            let effort = route::efforts(&normal.route).next().unwrap().time[0].mean;
            assert_eq!(matches!(effort, Quantity::Uncertain(..)), world.choice[0] == 1);
            assert_eq!(scenario.automations.len(), world.choice[1], "{}", policy.key);
        }
    }
    let first = format!("{:?}", study.worlds.list[0].policies);
    assert_eq!(
        first,
        format!("{:?}", study.policies),
        "the first world is the scenario as written"
    );
    let plain = read(SMALL).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(first, format!("{:?}", plain.policies), "readings change nothing of it");
}

#[test]
fn inputs_of_the_scenario_have_the_same_place_in_every_world() {
    let range =
        "[{ effort = { min = \"1h\", max = \"2h\", id = \"handling\" }, role = \"agent\" }]";
    let text = with_rows(READINGS)
        .replacen("[{ effort = \"1h\", role = \"agent\" }]", range, 1)
        .replacen("pay = 100000", "pay = { min = 1, max = 2 }", 1)
        .replacen("streams.ticket.normal.route[0].effort", "handling", 1);
    let study = read(&text).unwrap_or_else(|it| panic!("{it}"));
    let base = &study.baseline().scenario;
    let paths = |it: &Scenario| it.inputs.iter().map(|it| it.path.clone()).collect::<Vec<_>>();
    for world in &study.worlds.list {
        let scenario = &world.baseline().scenario;
        assert_eq!(paths(scenario)[..base.inputs.len()], paths(base));
        let other =
            scenario.inputs.iter().zip(&base.inputs).filter(|(one, two)| one.range != two.range);
        assert_eq!(other.count(), world.choice[0], "another range, and the same number");
    }
}

#[test]
fn a_known_reading_is_the_scenario() {
    let text =
        with_rows(READINGS).replacen("confidence = \"90%\"", "known_readings = [\"much\"]", 1);
    let study = read(&text).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(study.worlds.unknowns.len(), 1, "its unknown is unknown no more");
    assert!(study.policies.iter().all(|it| it.scenario.automations.len() == 1));
    let other = small();
    let (known, drawn) = (&study.worlds.list[1].policies, &other.worlds.list[3].policies);
    assert_eq!(
        format!("{:?}", known[0].scenario.streams),
        format!("{:?}", drawn[0].scenario.streams)
    );
}

#[test]
fn the_command_line_has_the_last_word() {
    let path = "streams.ticket.normal.route[0].effort";
    let study =
        read_set(&with_rows(READINGS), &[(path, "40min")]).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(study.worlds.unknowns.len(), 1, "what is measured is not unknown");
    let notes = &study.baseline().scenario.notes;
    assert!(
        notes.iter().any(|it| it.en.contains("The reading `minutes` is left out")),
        "{notes:?}"
    );
    let other = read_set(&with_rows(READINGS), &[("roles.agent.headcount", "9")]).unwrap();
    assert!(other.worlds.list.iter().all(|it| it.baseline().scenario.roles[0].headcount == 9));
    assert_eq!(other.worlds.list.len(), 4);
}

#[test]
fn a_reading_may_be_the_differences_of_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let rows = "\n[[plan.readings]]\nunknown = \"staff\"\nkey = \"two\"\n[[plan.readings]]\nunknown = \"staff\"\nkey = \"five\"\nfile = \"five.toml\"\n";
    write("small.toml", &with_rows(rows));
    // A scenario of its own: its title and its plan are not part of the reading.
    write(
        "five.toml",
        "extend = \"small.toml\"\n[scenario]\nmonths = 3\n[roles.agent]\nheadcount = 5\n[plan]\nreadings = false\n",
    );
    // Extending the scenario does not lose the reading, nor does it become a circle.
    write("mine.toml", "extend = \"small.toml\"\n[roles.head]\nheadcount = 4\n");
    for name in ["small.toml", "mine.toml"] {
        let study = load(&folder.path().join(name), &[], None).unwrap_or_else(|it| panic!("{it}"));
        let heads = |world: usize| {
            let scenario = &study.worlds.list[world].baseline().scenario;
            (scenario.timeline.months(), scenario.roles[0].headcount, scenario.roles[1].headcount)
        };
        let head = if name == "mine.toml" { 4 } else { 1 };
        assert_eq!((heads(0), heads(1)), ((12, 2, head), (12, 5, head)), "{name}");
    }
    let five =
        load(&folder.path().join("five.toml"), &[], None).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(five.worlds.list.len(), 1);
    write("small.toml", &with_rows(&rows.replace("five.toml", "six.toml")));
    let wrong = load(&folder.path().join("small.toml"), &[], None).unwrap_err();
    assert_eq!(wrong.len(), 1, "{wrong}");
    assert!(
        wrong.list[0].what.en.contains("`six.toml`: there is no such file")
            && wrong.list[0].line > 0
    );
}

/// A row of an unknown that has a first reading already.
fn second(rest: &str) -> String {
    format!(
        "\n[[plan.readings]]\nunknown = \"u\"\nkey = \"a\"\n[[plan.readings]]\nunknown = \"u\"\nkey = \"b\"\n{rest}\n"
    )
}

#[test]
fn what_is_wrong_with_readings_is_said_with_its_place_and_what_to_write() {
    let changes = "changes = [{ set = \"roles.agent.headcount\", value = 3 }]";
    let one = "\n[[plan.readings]]\nunknown = \"u\"\nkey = \"a\"\n".to_owned();
    for (rows, path, what, instead) in [
        (
            one.clone(),
            "plan.readings.a",
            "has one reading",
            "add [[plan.readings]] with unknown = \"u\"",
        ),
        (
            format!("{}{changes}\n{one}", one.replace("\"a\"", "\"z\"")),
            "plan.readings.z",
            "is the scenario as written",
            "a row without changes before it",
        ),
        (second(""), "plan.readings.b", "the reading changes nothing", "changes = [{ set"),
        (
            second("changes = [{ set = \"roles.agent.headcount\", value = 2 }]"),
            "plan.readings.b",
            "does not differ",
            "change it",
        ),
        (second(&format!("{changes}\nweight = 0")), "plan.readings.b.weight", "0", ""),
        (second(&format!("{changes}\nweight = -1")), "plan.readings.b.weight", "-1", ""),
        (
            second(changes).replace("\"b\"", "\"a\""),
            "plan.readings.a.key",
            "there is a reading `a` already",
            "another key",
        ),
        (
            second("changes = [{ set = \"plan.confidence\", value = \"80%\" }]"),
            "plan.readings.b.changes[0].set",
            "shared by all readings",
            "roles, streams",
        ),
        (
            second("changes = [{ set = \"roles.agnt.headcount\", value = 2 }]"),
            "plan.readings.b.changes[0].set",
            "there is no `agnt`",
            "`agent`",
        ),
        (
            second("changes = [{ set = \"roles.agent.headcount\", value = -2 }]"),
            "roles.agent.headcount",
            "-2 is less than 0",
            "",
        ),
        (
            second(
                "changes = [{ set = \"streams.ticket.urgent.route\", value = [{ effort = \"1h\", role = \"agent\" }] }]",
            ),
            "streams.check.arrival",
            "in the reading `b`: no route spawns `check`",
            "add a step",
        ),
        (
            second("changes = [{ set = \"roles.third\", value = { headcount = 1 } }]"),
            "plan.readings.b",
            "what there is differs in the reading: roles.third",
            "a volume of zero",
        ),
        (
            second("file = \"other.toml\""),
            "plan.readings.b.file",
            "no other file can be read here",
            "save the scenario",
        ),
        (
            second(&format!("{changes}\nfile = \"other.toml\"")),
            "plan.readings.b.file",
            "both changes and a file",
            "keep one",
        ),
    ] {
        let found = problems(&with_rows(&rows));
        let problem = found.list.iter().find(|it| it.path == path);
        let problem = problem.unwrap_or_else(|| panic!("{path} is not in:\n{found}"));
        assert!(problem.what.en.contains(what), "{what} is not in:\n{found}");
        let advice = problem.instead.as_ref().map_or("", |it| it.en.as_str());
        assert!(advice.contains(instead) && !advice.is_empty(), "{instead} is not in:\n{found}");
        assert!(problem.line > 0, "{found}");
    }
}

#[test]
fn what_one_reading_breaks_is_told_once() {
    let text = with_rows(READINGS).replace("value = 20 }", "value = -20 }");
    assert_eq!(problems(&text).len(), 1, "{}", problems(&text));
    let two = "changes = [{ set = \"roles.agent.headcount\", value = 3 }]";
    let text = with_rows(&second(two)).replacen(
        "confidence = \"90%\"",
        "known_readings = [\"a\", \"b\"]",
        1,
    );
    assert!(problems(&text).list[0].what.en.contains("its question has another answer"));
}

#[test]
fn what_readings_were_written_as_before_is_told_how_to_write_now() {
    for key in ["other_reading", "deciding_input"] {
        let text = SMALL.replacen("confidence = \"90%\"", &format!("{key} = \"x\""), 1);
        let found = problems(&text);
        assert!(
            found.list[0].instead.as_ref().unwrap().en.contains("[[plan.readings]]"),
            "{found}"
        );
    }
}

#[test]
fn an_id_sets_a_number_wherever_it_stands() {
    let range = "{ min = \"1h\", max = \"2h\", id = \"handling\" }";
    let text = SMALL.replace("effort = \"1h\"", &format!("effort = {range}"));
    assert_eq!(read(&text).unwrap().baseline().scenario.inputs.len(), 1);
    let set =
        |value: &str| read_set(&text, &[("handling", value)]).unwrap_or_else(|it| panic!("{it}"));
    assert!(set("75min").baseline().scenario.inputs.is_empty(), "known everywhere");
    let narrower = set("{ min = \"60min\", max = \"70min\" }");
    assert_eq!(narrower.baseline().scenario.inputs.len(), 1, "still one number");
    let wrong = read_set(&text, &[("handlng", "75min")]).unwrap_err();
    assert!(wrong.list[0].instead.as_ref().unwrap().en.contains("`handling`"), "{wrong}");
}
