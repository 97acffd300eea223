//! Kept results: the SHA-256 of every file and of every text that the program makes of known input.
//!
//! A digest that changed is a result that changed: find out why before anything else. Where the change
//! is meant, `STAFFCAST_GOLDEN=write cargo test --test golden` renews `digests.txt`, and the commit
//! says which digests changed and why. (The messages of wrong scenarios are kept likewise, beside
//! their tests in `src/scenario/tests`.)

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SMALL: &str = "tests/page/department.toml";
const PASS24: &str = "scenarios/pass24.toml";

/// Each case: its name, the words of the command after `staffcast`, and the exit code it ends with.
/// `OUT` stands for a folder of the case's own.
const CASES: &[(&str, &[&str], i32)] = &[
    ("run-ru", &["run", SMALL, "--replications", "12", "--out", "OUT"], 0),
    ("run-en", &["run", SMALL, "--replications", "12", "--lang", "en", "--out", "OUT"], 0),
    ("run-excel", &["run", SMALL, "--replications", "12", "--csv", "excel-ru", "--out", "OUT"], 0),
    ("run-pass24", &["run", PASS24, "--replications", "20", "--out", "OUT"], 0),
    ("plan-ru", &["plan", SMALL, "--seed", "5", "--out", "OUT"], 0),
    ("plan-en", &["plan", SMALL, "--seed", "5", "--lang", "en", "--out", "OUT"], 0),
    ("claims", &["claims", SMALL, "--replications", "12", "--out", "OUT"], 0),
    (
        "claims-pass24",
        &["claims", PASS24, "--replications", "10", "--lang", "en", "--out", "OUT"],
        0,
    ),
    ("sensitivity", &["sensitivity", SMALL, "--out", "OUT"], 0),
    ("check-ru", &["check", PASS24], 0),
    ("check-en", &["check", "scenarios/klientskaya-baza.toml", "--lang", "en"], 0),
    ("check-json", &["check", PASS24, "--json"], 0),
    ("verify", &["verify", "--case", "calendar", "--case", "desk-s1", "--out", "OUT"], 0),
    ("schema", &["schema"], 0),
    ("init", &["init", "OUT/new.toml"], 0),
    ("help", &["--help"], 0),
    ("help-run", &["run", "--help"], 0),
    ("help-plan", &["plan", "--help"], 0),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file below a folder with its path in it.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// What one command leaves: `case/file` → digest, the terminal's texts included.
fn left_by(case: &str, words: &[&str], code: i32, folder: &TempDir) -> Vec<(String, String)> {
    let out = folder.path().join(case);
    fs::create_dir_all(&out).expect("a folder of its own");
    let out_name = out.to_str().expect("a path in UTF-8");
    let words: Vec<String> = words.iter().map(|word| word.replace("OUT", out_name)).collect();
    let mut program = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    program.args(&words).current_dir(root());
    program.env("COLUMNS", "100").env("TERM", "dumb");
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR"] {
        program.env_remove(name);
    }
    let done = program.output().expect("the program starts");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(code), "{case}: {complaint}");
    // The only bytes that differ from run to run: where the temporary folder lies.
    let told =
        |bytes: &[u8]| digest(String::from_utf8_lossy(bytes).replace(out_name, "OUT").as_bytes());
    let mut left = vec![
        (format!("{case}/stdout"), told(&done.stdout)),
        (format!("{case}/stderr"), told(&done.stderr)),
    ];
    let mut paths = Vec::new();
    files(&out, &mut paths);
    for path in paths {
        let bytes = fs::read(&path).expect("a file that was written");
        let name = path.strip_prefix(&out).expect("a file of the case").display().to_string();
        left.push((format!("{case}/{name}"), digest(&bytes)));
    }
    left
}

#[test]
fn every_file_and_every_text_is_what_it_was() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let found: BTreeMap<String, String> =
        CASES.iter().flat_map(|(case, words, code)| left_by(case, words, *code, &folder)).collect();
    let kept_in = root().join("tests/golden/digests.txt");
    if std::env::var_os("STAFFCAST_GOLDEN").is_some_and(|value| value == "write") {
        let lines: String =
            found.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect();
        fs::write(&kept_in, lines).expect("the digests can be written");
        return;
    }
    let kept = fs::read_to_string(&kept_in).expect("tests/golden/digests.txt");
    let kept: BTreeMap<String, String> = kept
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(digest, name)| (name.to_owned(), digest.to_owned()))
        .collect();
    let mut names: Vec<&String> = kept.keys().chain(found.keys()).collect();
    names.sort();
    names.dedup();
    let changed: Vec<String> = names
        .into_iter()
        .filter_map(|name| match (kept.get(name), found.get(name)) {
            (Some(kept), Some(found)) if kept == found => None,
            (Some(_), Some(_)) => Some(format!("changed: {name}")),
            (Some(_), None) => Some(format!("no longer written: {name}")),
            _ => Some(format!("new: {name}")),
        })
        .collect();
    assert!(
        changed.is_empty(),
        "{} of {} digests differ:\n{}\nIf that is meant: STAFFCAST_GOLDEN=write cargo test --test golden, \
         and say in the commit which changed and why.",
        changed.len(),
        found.len(),
        changed.join("\n")
    );
}
