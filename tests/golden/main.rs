//! Kept results: the SHA-256 of every file and of every text that the program makes of known input.
//!
//! A digest that changed is a result that changed: find out why before anything else. Where the change
//! is meant, `STAFFCAST_GOLDEN=write cargo test --test golden` renews the
//! lists beside this file (a name after it renews one), and the commit
//! says which digests changed and why. (The messages of wrong scenarios are kept likewise, beside
//! their tests in `src/scenario/tests`.)

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SMALL: &str = "tests/page/department.toml";
const PASS24: &str = "scenarios/pass24.toml";

/// Each case becomes a test: its name, and the words of the command after `staffcast`, where `OUT`
/// stands for a folder of the case's own.
macro_rules! kept {
    ($($name:ident: [$($word:expr),+],)+) => {
        $(#[test] fn $name() { compare(stringify!($name), &[$($word),+]); })+
    };
}

kept! {
    run_ru: ["run", SMALL, "--replications", "12", "--out", "OUT"],
    run_en: ["run", SMALL, "--replications", "12", "--lang", "en", "--out", "OUT"],
    run_excel: ["run", SMALL, "--replications", "12", "--csv", "excel-ru", "--out", "OUT"],
    run_pass24: ["run", PASS24, "--replications", "20", "--out", "OUT"],
    plan_ru: ["plan", SMALL, "--seed", "5", "--out", "OUT"],
    plan_en: ["plan", SMALL, "--seed", "5", "--lang", "en", "--out", "OUT"],
    claims: ["claims", SMALL, "--replications", "12", "--out", "OUT"],
    claims_pass24: ["claims", PASS24, "--replications", "10", "--lang", "en", "--out", "OUT"],
    sensitivity: ["sensitivity", SMALL, "--out", "OUT"],
    check_ru: ["check", PASS24],
    check_en: ["check", "scenarios/klientskaya-baza.toml", "--lang", "en"],
    check_json: ["check", PASS24, "--json"],
    verify: ["verify", "--case", "calendar", "--case", "desk-s1", "--out", "OUT"],
    schema: ["schema"],
    init: ["init", "OUT/new.toml"],
    help: ["--help"],
    help_run: ["run", "--help"],
    help_plan: ["plan", "--help"],
}

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

/// What a command leaves: a digest for each file and for what it said.
fn left_by(case: &str, words: &[&str], out: &Path) -> BTreeMap<String, String> {
    let out_name = out.to_str().expect("a path in UTF-8");
    let words: Vec<String> = words.iter().map(|word| word.replace("OUT", out_name)).collect();
    let mut program = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    program.args(&words).current_dir(root());
    program.env("COLUMNS", "100").env("TERM", "dumb").env("SOURCE_DATE_EPOCH", "0");
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR"] {
        program.env_remove(name);
    }
    let done = program.output().expect("the program starts");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{case}: {complaint}");
    // The only bytes that differ from run to run: where the temporary folder lies.
    let told =
        |bytes: &[u8]| digest(String::from_utf8_lossy(bytes).replace(out_name, "OUT").as_bytes());
    let mut left = BTreeMap::new();
    left.insert("(stdout)".to_owned(), told(&done.stdout));
    left.insert("(stderr)".to_owned(), told(&done.stderr));
    let mut paths = Vec::new();
    files(out, &mut paths);
    for path in paths {
        let bytes = fs::read(&path).expect("a file that was written");
        let name = path.strip_prefix(out).expect("a file of the case").display().to_string();
        left.insert(name, digest(&bytes));
    }
    left
}

fn compare(case: &str, words: &[&str]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let found = left_by(case, words, folder.path());
    let kept_in = root().join(format!("tests/golden/{case}.sha256"));
    if std::env::var_os("STAFFCAST_GOLDEN").is_some_and(|value| value == "write") {
        let lines: String =
            found.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect();
        fs::write(&kept_in, lines).expect("the digests can be written");
        return;
    }
    let kept = fs::read_to_string(&kept_in).unwrap_or_default();
    let kept: BTreeMap<&str, &str> = kept
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(digest, name)| (name, digest))
        .collect();
    let mut changed = Vec::new();
    for (name, digest) in &found {
        match kept.get(name.as_str()) {
            Some(kept) if kept == digest => {}
            Some(_) => changed.push(format!("changed: {name}")),
            None => changed.push(format!("new: {name}")),
        }
    }
    let gone = kept.keys().filter(|name| !found.contains_key(**name));
    changed.extend(gone.map(|name| format!("no longer written: {name}")));
    assert!(
        changed.is_empty(),
        "{} of {} digests of {case} differ:\n{}\nIf that is meant: STAFFCAST_GOLDEN=write cargo test \
         --test golden {case}, and say in the commit which changed and why.",
        changed.len(),
        found.len(),
        changed.join("\n")
    );
}
