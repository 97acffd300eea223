//! A document that contradicts itself, seen from outside: every command says what hangs on the reading.

use super::{department, rows, run};
use std::path::Path;

/// How long a ticket takes decides everything; what a clerk is paid decides no load.
const READINGS: &str = r#"
[[plan.readings]]
unknown = "effort"
question = "How long a ticket takes"
key = "stated"
title = "about an hour"
[[plan.readings]]
unknown = "effort"
key = "claimed"
title = "about 20 minutes"
changes = [{ set = "streams.ticket.route[0].effort.mean", value = { min = "15min", max = "25min" } }]
[[plan.readings]]
unknown = "pay"
question = "What a clerk is paid"
key = "gross"
[[plan.readings]]
unknown = "pay"
key = "net"
changes = [{ set = "roles.clerk.pay", value = 115000 }]

[[policies]]
key = "as-is"
"#;

fn contradicting() -> tempfile::TempDir {
    department(&[("\n[[policies]]\nkey = \"as-is\"\n", READINGS)])
}

fn said(folder: &Path, arguments: &[&str]) -> String {
    let done = run(folder, arguments);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = String::from_utf8(done.stdout).expect("it is UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_claim_says_in_which_reading_it_holds() {
    let folder = contradicting();
    let claims = ["claims", "small.toml", "--replications", "40", "--no-breakeven", "--out", "out"];
    let told = said(folder.path(), &claims);
    assert!(
        told.contains("In the reading “about 20 minutes” also true: “one clerk suffices”."),
        "{told}"
    );
    let table = rows(folder.path(), "out/claims.csv");
    let column = table[0].iter().position(|it| it == "holds_in").expect("the column is there");
    let of = |row: usize| (table[row][2].as_str(), table[row][column].as_str());
    assert_eq!((of(1), of(2)), (("undecided", "claimed"), ("holds", "")));
    for (reading, verdict) in [("claimed", "holds"), ("stated", "fails")] {
        let known = said(folder.path(), &[&claims[..], &["--reading", reading]].concat());
        let table = rows(folder.path(), "out/claims.csv");
        // What is known is not told as a condition.
        assert_eq!((table[1][2].as_str(), table[1][column].as_str()), (verdict, ""), "{reading}");
        assert!(!known.contains("also true"), "{known}");
    }
}

#[test]
fn the_reading_is_what_to_find_out_first() {
    let folder = contradicting();
    let asked =
        ["sensitivity", "small.toml", "--answer", "utilisation:clerk", "--replications", "60"];
    let told = said(folder.path(), &[&asked[..], &["--out", "out", "--threads", "1"]].concat());
    assert!(told.contains("Find out first: how long a ticket takes is"), "{told}");
    assert!(told.contains("in the reading “about an hour”"), "{told}");
    let table = rows(folder.path(), "out/sensitivity.csv");
    let row = |input: &str| table.iter().position(|it| it[1] == input).expect("it is there");
    assert_eq!(row("effort"), 1, "the longest bar");
    assert_eq!((table[1][4].as_str(), table[1][5].as_str()), ("stated", "claimed"));
    let pay = &table[row("pay")];
    let swing: f64 = pay[8].parse().expect("it is a number");
    assert!(swing.abs() < 0.2, "what is paid moves no load: {pay:?}");
    let effort = &table[row("streams.ticket.route[0].effort.mean")];
    assert_eq!((effort[4].as_str(), effort[5].as_str()), ("", ""), "two ranges have no one end");
    let first = std::fs::read(folder.path().join("out/sensitivity.csv")).unwrap();
    said(folder.path(), &[&asked[..], &["--out", "two", "--threads", "2"]].concat());
    assert!(first == std::fs::read(folder.path().join("two/sensitivity.csv")).unwrap());
}

#[test]
fn a_check_shows_the_load_of_every_reading() {
    let folder = contradicting();
    let told = said(folder.path(), &["check", "small.toml"]);
    assert!(told.contains("The document can be read in several ways"), "{told}");
    assert!(told.contains("In the reading “net” every role is loaded as here"), "{told}");
    assert!(told.contains("In the reading “about 20 minutes”: clerk: 0."), "{told}");
    let json = run(folder.path(), &["check", "small.toml", "--json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
    let readings = json["readings"].as_array().expect("it is a list");
    let load = |it: usize| readings[it]["roles"][0]["offered_load"]["now"].as_f64().unwrap();
    assert_eq!(readings.len(), 4);
    assert!((load(0) / load(1) - 62.5 / 20.0).abs() < 0.05 && load(0) == load(3), "{readings:?}");
}

#[test]
fn a_run_says_which_reading_it_took() {
    let folder = contradicting();
    let few = ["run", "small.toml", "--replications", "2", "--policy", "as-is", "--out", "out"];
    let told = said(folder.path(), &few);
    let taken = "“How long a ticket takes”: here “about an hour”; it may also be read as “about 20 minutes”.";
    assert!(told.contains(taken) && told.contains("--reading claimed"), "{told}");
    let known = ["--reading", "claimed", "--reading", "net"];
    let told = said(folder.path(), &[&few[..], &known].concat());
    assert!(!told.contains("contradicts itself"), "{told}");
    let plain = department(&[]);
    assert!(!said(plain.path(), &few).contains("contradicts itself"));
}
