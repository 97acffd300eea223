//! Merging takes memory by measures and not by replications: of four times as many parts it takes as much.
#![cfg(target_os = "linux")]

use staffcast::inside::{Part, PartLayout, PartWriter, Replay, Shard};
use staffcast::{Column, Prepared, Readings, load};
use std::fs::{File, read_to_string};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// Replications of a part: five hundred parts have more than are ever kept for quantiles.
const OF_PART: u64 = 27;
const SCENARIO: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 4
[roles.clerk]
headcount = 1
pay = 100000
[streams.ticket]
arrival = { rate = 20, per = "month" }
route = [{ effort = "1h", role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "8h"
target = "80%"
"#;

/// Makes parts of a run of a scenario: the first shard is simulated, the others say the same as it does.
/// Returns what one replication of all policies takes in memory.
fn parts(scenario: &Path, folder: &Path, of: u64) -> usize {
    let (first, replications) = (Shard { number: 1, of }, of * OF_PART);
    let mut run = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    run.args(["run", &scenario.display().to_string(), "--quiet", "--yes", "--shard"]);
    run.arg(first.to_string()).arg("--out").arg(folder);
    run.args(["--replications", &replications.to_string()]);
    assert!(run.status().expect("the program runs").success());
    let whole = Part::open(&folder.join(first.file_name())).expect("it was just written");
    let study = load(scenario, &[], None).expect("it is valid");
    let prepared: Vec<Prepared<'_>> =
        study.policies.iter().map(|it| Prepared::new(&it.scenario)).collect();
    let columns: Vec<&[Column]> = prepared.iter().map(Prepared::columns).collect();
    let layout = PartLayout::of(&columns);
    let [slice] = layout.slices() else { panic!("a small study is one slice") };
    let mut replay = Replay::new(vec![whole.path.clone()], 0, 1);
    let known: Vec<Vec<Readings>> =
        (0..OF_PART).map(|_| replay.next(slice).expect("it is there")).collect();
    let timeline = &study.policies[0].scenario.timeline;
    let months: Vec<String> = (0..timeline.months()).map(|it| timeline.label(it)).collect();
    let policies = study.policies.iter().zip(&columns);
    let policies: Vec<(&str, &[Column])> = policies.map(|it| (&*it.0.key, *it.1)).collect();
    for number in 2..=of {
        let shard = Shard { number, of };
        let mut options = File::options();
        let options = options.read(true).write(true).create(true).truncate(true);
        let file = options.open(folder.join(shard.file_name())).expect("a file");
        let mut part = PartWriter::new(file, &whole.identity, shard, &months).expect("a part");
        part.begin(&policies);
        let replications = shard.range(replications).zip(&known);
        replications.for_each(|(replication, own)| part.push(replication, own));
        part.finish().expect("the disk has room");
    }
    known[0].iter().map(|it| 12 * (it.total.len() + it.monthly.len())).sum()
}

/// The most memory that a merge had at any time, in bytes.
fn merge(folder: &Path) -> usize {
    let mut merge = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    merge.arg("merge").arg(folder).arg("--out").arg(folder.join("out"));
    merge.args(["--quiet", "--threads", "1"]).stderr(Stdio::inherit());
    let mut merge = merge.spawn().expect("the program runs");
    let status = format!("/proc/{}/status", merge.id());
    let mut most = 0;
    let left = loop {
        let text = read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|it| it.trim().strip_suffix(" kB")?.parse::<usize>().ok());
        most = most.max(kilobytes.unwrap_or(0) * 1024);
        if let Some(left) = merge.try_wait().expect("it is ours") {
            break left;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(left.success());
    let summary = read_to_string(folder.join("out/summary.csv")).expect("it is written");
    assert!(summary.lines().count() > 20);
    most
}

/// In memory where that is possible: thousands of files need no disk.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a temporary folder")
}

#[test]
fn two_thousand_parts_take_the_memory_of_five_hundred() {
    let home = folder();
    let scenario = home.path().join("desk.toml");
    std::fs::write(&scenario, SCENARIO).expect("a file");
    let (few, many) = (folder(), folder());
    parts(&scenario, few.path(), 500);
    let replication = parts(&scenario, many.path(), 2_000);
    let (few, many) = (merge(few.path()), merge(many.path()));
    let megabytes = |bytes: usize| bytes >> 20;
    let held = 1_500 * OF_PART as usize * replication;
    println!("{} and {} MB; held: {} MB", megabytes(few), megabytes(many), megabytes(held));
    assert!(held > 8 << 20, "the test would not notice if replications were held: {held}");
    assert!(many < few + held / 3, "{} MB, and {} MB", megabytes(few), megabytes(many));
    assert!(many < 100 << 20, "{} MB", megabytes(many));
}
