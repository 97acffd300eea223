//! Merging many parts takes memory by columns and not by replications: the system is told to give no more.

use staffcast::inside::{Part, PartWriter, Replay, Shard};
use staffcast::{Prepared, load};
use std::fs::File;
use std::path::Path;
use std::process::Command;

/// Makes parts of a run of a scenario: the first shard is simulated, the others say the same as it does.
fn parts(scenario: &Path, folder: &Path, replications: u64, of: u64) {
    let first = Shard { number: 1, of };
    let mut run = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    run.args(["run", &scenario.display().to_string(), "--quiet", "--yes", "--shard"]);
    run.arg(first.to_string()).arg("--out").arg(folder);
    run.args(["--replications", &replications.to_string()]);
    assert!(run.status().expect("the program runs").success());
    let whole = Part::open(&folder.join(first.file_name())).expect("it was just written");
    let study = load(scenario, &[], None).expect("it is valid");
    let prepared: Vec<Prepared<'_>> =
        study.policies.iter().map(|it| Prepared::new(&it.scenario)).collect();
    let widths: Vec<usize> = prepared.iter().map(|it| it.columns().len()).collect();
    let mut replay = Replay::new(vec![whole.path.clone()]);
    let known = first.range(replications).map(|_| replay.next(&widths).expect("it is there"));
    let known: Vec<_> = known.collect();
    let timeline = &study.policies[0].scenario.timeline;
    let months: Vec<String> = (0..timeline.months()).map(|it| timeline.label(it)).collect();
    for number in 2..=of {
        let shard = Shard { number, of };
        let mut options = File::options();
        let options = options.read(true).write(true).create(true).truncate(true);
        let file = options.open(folder.join(shard.file_name())).expect("a file");
        let mut part = PartWriter::new(file, &whole.identity, shard, &months).expect("a part");
        for (position, replication) in shard.range(replications).enumerate() {
            let readings = &known[position % known.len()];
            for ((policy, prepared), own) in study.policies.iter().zip(&prepared).zip(readings) {
                part.push(replication, &policy.key, prepared.columns(), own);
            }
        }
        part.finish().expect("the disk has room");
    }
}

/// Merges with so many megabytes of address space.
fn merge(folder: &Path, megabytes: u64) {
    let command = format!("ulimit -v {}; exec \"$@\"", megabytes * 1024);
    let mut merge = Command::new("sh");
    merge.args(["-c", &command, "sh", env!("CARGO_BIN_EXE_staffcast"), "merge"]);
    merge.arg(folder).arg("--out").arg(folder.join("out")).args(["--quiet", "--threads", "2"]);
    let left = merge.output().expect("the program runs");
    assert!(left.status.success(), "{}", String::from_utf8_lossy(&left.stderr));
    let summary = std::fs::read_to_string(folder.join("out/summary.csv")).expect("it is written");
    assert!(summary.lines().count() > 20);
}

#[test]
fn two_thousand_parts_are_merged_in_600_megabytes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/verification/mm1.toml");
    parts(&scenario, folder.path(), 2_000, 2_000);
    merge(folder.path(), 600);
}
