//! The commands of planning from outside: files, exit codes, the same bytes on one thread and on two.

mod pass24;
mod readings;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A small department: tickets that double in eight months, one person, an uncertain effort.
const DEPARTMENT: &str = r#"
[scenario]
name = "small"
start = 2026-01-01
months = 8
language = "en"
seed = 3

[calendar]
base = "none"
hours = ["09:00-17:00"]

[drivers.clients]
title = "clients"
linear = { from = 100, to = 220, months = 8 }

[roles.clerk]
title = "Clerk"
headcount = 1
pay = 100000
contributions = "general"
time_to_fill = "40d"
ramp = { from = "50%", months = 1 }

[streams.ticket]
title = "Tickets"
arrival = { rate = 5, per = "working-day", driver = "clients", at = 100 }
route = [{ effort = { mean = { min = "50min", max = "75min", title = "effort a ticket" }, cv = 0.5 }, role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "12h"
target = "90%"

[[policies]]
key = "as-is"

[[policies]]
key = "rule"
title = "a second clerk at 180 tickets a month"
changes = [{ hire_when = "clerk", arrivals = ["ticket"], above = 180, most = 1 }]

[plan]
confidence = "80%"
hire = { clerk = 3 }
rules = ["rule"]

[[claims]]
id = "C-1"
text = "one clerk suffices"
tests = [{ measure = "offered_load", scope = "clerk", months = [6, 8], at_most = 1, breakeven = "streams.ticket.route[0].effort.mean" }]

[[claims]]
id = "C-2"
text = "clients grow"
tests = [{ measure = "clients", scope = "all", months = [8, 8], at_least = 200 }]
"#;

fn department(changes: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let text = changes.iter().fold(DEPARTMENT.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    fs::write(folder.path().join("small.toml"), text).expect("it can be written");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_staffcast");
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments);
    command.output().expect("it runs")
}

fn rows(folder: &Path, file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder.join(file)).expect("it was written");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|it| it.expect("it is CSV"));
    records.map(|it| it.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_plan_leaves_its_files_and_the_same_bytes_on_any_number_of_threads() {
    let folder = department(&[]);
    for threads in ["1", "2"] {
        let command = ["plan", "small.toml", "--full", "--threads", threads, "--out", threads];
        let out = run(folder.path(), &command);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let told = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(told.contains("clerk") && told.contains("probability"), "{told}");
    }
    for file in ["plan.csv", "hiring.csv", "tradeoff.csv", "run.json", "charts/alternatives.svg"] {
        let bytes = |threads: &str| {
            fs::read(folder.path().join(threads).join(file)).expect("it was written")
        };
        assert_eq!(bytes("1"), bytes("2"), "{file}");
    }
    let plan = rows(folder.path(), "1/plan.csv");
    assert_eq!(
        plan[0].join(","),
        "role,hire,request_by,start_by,start_p10,start_p50,start_p90,all_met_probability,cost,trigger_measure,trigger_level,start_note"
    );
    assert!(plan.len() >= 2, "somebody is hired");
    for row in &plan[1..] {
        assert_eq!(row[0], "clerk");
        assert!(row[2].as_str() >= "2026-01-01" && row[2] < row[3], "{row:?}");
    }
    let hiring = rows(folder.path(), "1/hiring.csv");
    assert_eq!(hiring.len(), plan.len());
    assert_eq!(hiring[0][9..], ["justification", "needed_anyway"]);
    for row in &hiring[1..] {
        assert!(row[9].contains(' ') && ["yes", "no"].contains(&row[10].as_str()), "{row:?}");
    }
}

#[test]
fn a_page_refers_only_to_sections_that_it_has() {
    let folder = department(&[]);
    for (out, full) in [("short", false), ("long", true)] {
        let mut command = vec!["plan", "small.toml", "--out", out];
        command.extend(full.then_some("--full"));
        assert!(run(folder.path(), &command).status.success());
        let page = fs::read_to_string(folder.path().join(out).join("report.html"));
        let page = page.expect("it was written");
        assert!(page.contains("Their sources are under “"), "{out}");
        assert_eq!(page.contains("which of them matter is under “"), full, "{out}");
        assert_eq!(page.contains("<h2>What to find out first"), full, "{out}");
    }
}

#[test]
fn claims_hold_or_fail_with_the_value_at_which_they_would_hold() {
    let folder = department(&[]);
    let out = run(folder.path(), &["claims", "small.toml", "--out", "out"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let claims = rows(folder.path(), "out/claims.csv");
    assert_eq!(
        claims[0].join(","),
        "id,claim,verdict,measure,stated,found,ci_low,ci_high,note,holds_in"
    );
    let verdicts: Vec<&str> = claims[1..].iter().map(|it| &*it[2]).collect();
    assert_eq!(verdicts, ["fails", "holds"]);
    // Eleven tickets a day in eight hours: 44 minutes each.
    assert!(claims[1][8].contains("only if effort a ticket is at most 4"), "{}", claims[1][8]);
}

#[test]
fn the_only_input_moves_every_answer() {
    let folder = department(&[]);
    for (answer, said) in [
        ("need:clerk:2", "need clerk 2"),
        ("utilisation:clerk", "utilisation clerk"),
        ("kept", "sla.years_met all"),
    ] {
        let arguments = ["sensitivity", "small.toml", "--answer", answer, "--out", "out"];
        let out = run(folder.path(), &arguments);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let found = rows(folder.path(), "out/sensitivity.csv");
        assert_eq!((found.len(), &*found[1][0]), (2, said));
    }
    let need = rows(folder.path(), "out/sensitivity.csv");
    assert_eq!(need[1][1], "streams.ticket.route[0].effort.mean");
}

#[test]
fn what_cannot_be_asked_is_refused_with_exit_code_2_and_leaves_nothing() {
    let folder = department(&[]);
    for arguments in [
        &["plan", "small.toml", "--confidence", "100%"][..],
        &["plan", "small.toml", "--confidence", "much"],
        &["plan", "small.toml", "--replications", "10"],
        &["plan", "small.toml", "--policy", "nobody"],
        &["plan", "small.toml", "--set", "plan.confidence=100%"],
        &["plan", "small.toml", "--set", "plan.goals.ticket/gone=90%"],
        &["sensitivity", "small.toml", "--answer", "need:nobody"],
        &["sensitivity", "small.toml", "--answer", "weather"],
    ] {
        let out = run(folder.path(), arguments);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}");
        assert!(!out.stderr.is_empty() && out.stdout.is_empty(), "{arguments:?}");
    }
    assert!(!folder.path().join("output").exists());
}

#[test]
fn a_horizon_shorter_than_the_time_to_fill_is_told() {
    let folder = department(&[("\"40d\"", "\"400d\"")]);
    let out = run(folder.path(), &["plan", "small.toml"]);
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(out.status.success() && told.contains("shorter than the time to fill"), "{told}");
    assert_eq!(rows(folder.path(), "output/small/plan.csv").len(), 1);
}
