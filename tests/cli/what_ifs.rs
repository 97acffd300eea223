//! What-ifs by name in every command that takes them.

use crate::small::{Place, SCENARIO};

#[test]
fn what_ifs_are_told_under_the_title_of_every_answer_and_their_hires_are_no_part_of_the_plan() {
    let place = Place::with(&(SCENARIO.to_owned() + "\n[plan]\nhire = { agent = 2 }\n"));
    let asked = ["--set", "agent.headcount=2", "--hire", "agent@2027-03-01", "--lang", "en"];
    let if_so = "; if agent.headcount=2, +agent@2027-03-01";
    let rest: [&[&str]; 4] = [
        &["check", "small.toml"],
        &["list", "small.toml"],
        &["plan", "small.toml", "--replications", "60", "--out", "plan"],
        &["sweep", "small.toml", "--vary", "ticket.arrival.rate=8..9", "--replications", "2"],
    ];
    for command in rest {
        let left = place.succeeds(&[command, &asked].concat());
        let title: String = left.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(title.contains(if_so), "{command:?}: {}", left.stdout);
    }
    let plain = place.succeeds(&["check", "small.toml", "--lang", "en"]).stdout;
    assert!(!plain.contains("; if "), "{plain}");
    // Whoever is agreed is not asked for: with nobody to hire the plan hires nobody.
    let nobody =
        ["plan", "small.toml", "--replications", "60", "--max-people", "0", "--out", "none"];
    place.succeeds(&[&nobody[..], &asked].concat());
    let hired = place.read("none/alternatives.csv");
    let header: Vec<&str> = hired.lines().next().unwrap().split(',').collect();
    let column = header.iter().position(|it| *it == "hires_p90").expect("a column of hires");
    let staged = hired.lines().nth(1).unwrap().split(',').nth(column);
    assert_eq!(staged, Some("0"), "{hired}");
}

#[test]
fn an_option_of_another_command_is_answered_with_those_that_have_it() {
    let place = Place::new();
    for command in ["check", "list", "sweep"] {
        let rule = [command, "small.toml", "--rule", "agent: agent > 85%", "--lang", "en"];
        let said = refused(&place, &rule);
        let wanted =
            "this command has no option --rule; it is one of run, plan, claims, sensitivity";
        assert!(said.starts_with(wanted), "{said}");
    }
    let said = refused(&place, &["check", "small.toml", "--frobnicate", "--lang", "en"]);
    assert!(said.starts_with("no such option, or a word too many: --frobnicate"), "{said}");
}

#[test]
fn a_policy_in_place_of_a_rule_is_answered_with_the_option_for_policies() {
    let place = Place::new();
    for command in ["run", "plan", "sensitivity"] {
        let said = refused(&place, &[command, "small.toml", "--rule", "second", "--lang", "en"]);
        assert!(
            said.contains("`second` is a policy of the scenario, not a rule: --policy second"),
            "{said}"
        );
    }
}

/// What is said of words that are refused.
fn refused(place: &Place, arguments: &[&str]) -> String {
    let left = place.staffcast(arguments);
    assert_eq!(left.code, 2, "{arguments:?}: {}", left.stderr);
    left.stderr
}
