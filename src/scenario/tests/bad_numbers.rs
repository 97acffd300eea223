//! Numbers and ranges that are out of bounds.

use super::*;

#[test]
fn per_cent_without_the_sign_are_never_taken_for_shares() {
    let hire = "hire = \"agent\", start = 2026-03-01";
    let when = |rule: &str| format!("hire_when = \"agent\", {rule}");
    let automation =
        |factor: &str| format!("automation = \"x\", streams = [\"ticket.normal\"], {factor}");
    let rules = [
        when("occupancy = \"agent\", above = 85"),
        when("occupancy = \"agent\", above = \"850%\""),
        when("sla = \"ticket.urgent/solved\", below = 95"),
        automation("effort = 80"),
        automation("arrivals = \"8000%\""),
        automation("effort = { min = 0.8, max = 80 }"),
    ];
    let [bare, share, sla, factor, large, range] = &rules;
    let written = "80 per cent is written \"80%\"";
    each_is_one_problem(&[
        (hire, bare, "above = 85", "too much: 85", "85 per cent is written \"85%\""),
        (hire, share, "850%", "too much: 850%", "at most 100 %"),
        (hire, sla, "below = 95", "too much: 95", "\"95%\""),
        (hire, factor, "effort = 80", "too much: 80", written),
        (hire, large, "8000%", "too much: 8000%", "at most 10"),
        (hire, range, "max = 80", "too much: 80", written),
        (
            "at_least = \"95%\"",
            "at_least = 95",
            "at_least = 95",
            "too much: 95",
            "95 per cent is written \"95%\"",
        ),
    ]);
    let weighed = with("at_least = \"95%\"", "factor = 100, at_least = 95");
    assert!(read(&weighed).is_ok(), "a share times a hundred");
}

#[test]
fn a_factor_may_be_written_in_per_cent() {
    for written in ["\"80%\"", "0.8", "\"0.8\""] {
        let change = format!(
            "automation = \"x\", streams = [\"ticket.normal\"], effort = {written}, arrivals = {written}"
        );
        let study = read(&with("hire = \"agent\", start = 2026-03-01", &change));
        let study = study.unwrap_or_else(|it| panic!("{written}: {it}"));
        let automation = &study.policies[1].scenario.automations[0];
        assert_eq!(automation.effort, Quantity::Known(0.8), "{written}");
        assert_eq!(automation.arrivals, Quantity::Known(0.8), "{written}");
    }
}

#[test]
fn numbers_out_of_bounds_are_named() {
    each_is_one_problem(&[
        (
            "headcount = 2",
            "headcount = -2",
            "headcount = -2",
            "-2 is less than 0",
            "from 0 to 100000",
        ),
        (
            "headcount = 2",
            "headcount = 100001",
            "100001",
            "100001 is more than 100000",
            "from 0 to 100000",
        ),
        ("headcount = 2", "headcount = 2.5", "2.5", "2.5 is not a whole number", "fte = \"50%\""),
        (
            "headcount = 2",
            "headcount = { min = 1, max = 2 }",
            "min",
            "this cannot be a range",
            "a whole number",
        ),
        ("months = 12", "months = 0", "months = 0", "0 is less than 1", "from 1 to 240"),
        ("months = 12", "months = 241", "months = 241", "241 is more than 240", "from 1 to 240"),
        (
            "months = 12",
            "months = 12\nreplications = 10000001",
            "10000001",
            "is more than 10000000",
            "from 1 to 10000000",
        ),
        ("pay = 100000", "pay = -1", "pay = -1", "too little: -1", "at least 0"),
        ("pay = 100000", "pay = nan", "pay = nan", "is not a number", "write a number"),
        ("pay = 100000", "pay = inf", "pay = inf", "too large a number: inf", "at most"),
        ("pay = 100000", "pay = 1e300", "1e300", "too large a number", "at most"),
        ("pay = 100000", "pay = 99999999999999999999", "9999", "too large a number", "at most"),
        (
            "effort = \"1h\"",
            "effort = \"-1h\"",
            "-1h",
            "a negative duration: -1h",
            "without the minus",
        ),
        ("effort = \"1h\"", "effort = \"999999999h\"", "999999999h", "too long", "a hundred years"),
        ("target = \"95%\"", "target = \"101%\"", "101%", "too much: 101%", "at most 100 %"),
        ("target = \"95%\"", "target = 95", "target = 95", "too much: 95", "\"95%\""),
        ("target = \"95%\"", "target = \"0%\"", "0%", "too little: 0%", "above 0 %"),
        ("months = 12", "months = 12\nseed = -1", "seed = -1", "-1 is less than 0", "at least 0"),
        ("constant = 100", "constant = 100\ncap = -5", "cap = -5", "too little: -5", "at least 0"),
    ]);
}

#[test]
fn ranges_must_be_ranges() {
    each_is_one_problem(
        &[
            (
                "pay = 100000",
                "pay = { min = 3, max = 2 }",
                "min = 3",
                "min is above max: 3 and 2",
                "swap",
            ),
            ("pay = 100000", "pay = { min = 3 }", "min = 3", "`max` is missing", "max = "),
            (
                "pay = 100000",
                "pay = { min = 1, mode = 5, max = 2 }",
                "mode",
                "mode is not between",
                "min ≤ mode ≤ max",
            ),
            (
                "pay = 100000",
                "pay = { min = 1, max = 2, mean = 1 }",
                "mean",
                "unknown key `mean`",
                "known are `min`",
            ),
            (
                "pay = 100000",
                "pay = { valeu = 1 }",
                "valeu",
                "expected a number, found a table",
                "100",
            ),
            (
                "time = \"2h\"",
                "time = { mean = \"2h\", cv = -1 }",
                "cv = -1",
                "too little: -1",
                "at least 0",
            ),
            (
                "time = \"2h\"",
                "time = { menn = \"2h\" }",
                "menn",
                "unknown key `menn`",
                "known are",
            ),
            (
                "time = \"2h\"",
                "time = { uniform = { min = \"3h\", max = \"2h\" } }",
                "uniform",
                "min is above max",
                "swap",
            ),
            (
                "time = \"2h\"",
                "time = { uniform = { min = { min = \"1h\", max = \"2h\" }, max = \"2h\" } }",
                "uniform",
                "this cannot be a range",
                "single value",
            ),
            ("time = \"2h\"", "time = { empirical = [] }", "empirical", "an empty list", "5min"),
            (
                "time = \"2h\"",
                "time = { fixed = \"1h\", exponential = \"1h\" }",
                "fixed",
                "several distributions",
                "one of",
            ),
        ][..6],
    );
}

#[test]
fn a_comma_is_answered_with_the_value_that_was_meant_and_with_both_when_two_may_be() {
    for (new, instead) in [
        ("rate = 10,5", "write 10.5"),
        ("rate = \"3,000\"", "write 3000 if the comma separates thousands, or 3.000"),
    ] {
        let shown = problems(&with("rate = 10", new)).render(Lang::En, false);
        assert!(shown.contains(instead), "{new}: {shown}");
    }
    let shown = problems(&with("target = \"95%\"", "target = \"99,5%\"")).render(Lang::En, false);
    assert!(shown.contains("write \"99.5%\""), "{shown}");
}
