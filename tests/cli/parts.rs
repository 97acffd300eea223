//! Parts: any number of shards in any order leave the bytes of the whole run, or a message that says why not.

use crate::small::Place;
use std::fs;

const RUN: [&str; 3] = ["run", "small.toml", "--quiet"];

/// Runs every shard of a command into a folder.
fn shards(place: &Place, command: &[&str], of: usize, out: &str) {
    // From the last to the first: the order is nobody's business.
    for number in (1..=of).rev() {
        let shard = format!("{number}/{of}");
        let part = [command, &["--shard", &shard, "--out", out]].concat();
        place.succeeds(&part);
    }
}

fn merged_is_whole(command: &[&str], text: Option<&str>, cuts: &[usize]) {
    let place = text.map_or_else(Place::new, Place::with);
    place.succeeds(&[command, &["--out", "whole"]].concat());
    let whole = place.files("whole");
    assert!(whole.len() >= 3, "{} files", whole.len());
    for &of in cuts {
        let (parts, merged) = (format!("parts-{of}"), format!("merged-{of}"));
        shards(&place, command, of, &parts);
        assert_eq!(place.files(&parts).len(), of, "a shard leaves one file");
        place.succeeds(&["merge", &parts, "--quiet", "--out", &merged]);
        let merged = place.files(&merged);
        let names = |files: &[(String, Vec<u8>)]| -> Vec<String> {
            files.iter().map(|it| it.0.clone()).collect()
        };
        assert_eq!(names(&merged), names(&whole), "{of} shards");
        for (own, whole) in merged.iter().zip(&whole) {
            assert!(own.1 == whole.1, "{}: other bytes with {of} shards", own.0);
        }
    }
}

#[test]
fn a_merged_run_has_the_bytes_of_the_whole_run() {
    // Of sixty-four shards of twelve replications most are empty.
    merged_is_whole(&RUN, None, &[1, 2, 7, 64]);
}

#[test]
fn what_changes_the_question_travels_with_the_parts() {
    let asked =
        ["run", "small.toml", "--quiet", "--set", "roles.agent.headcount=2", "--seed", "11"];
    merged_is_whole(&[&asked[..], &["--replications", "5", "--lang", "en"]].concat(), None, &[3]);
}

/// The small department with claims about two policies, for one of which a break-even is looked for.
fn with_claims() -> String {
    let claims = r#"
[[claims]]
id = "enough"
text = { ru = "Хватает", en = "Enough" }
tests = [
  { measure = "utilisation", scope = "agent", at_most = "60%", breakeven = "streams.ticket.route[0].effort.mean" },
  { policy = "second", measure = "sla.met", scope = "ticket/solved", at_least = "90%" },
]
[[claims]]
id = "spring"
text = { ru = "Весной", en = "In spring" }
tests = [{ measure = "utilisation", scope = "agent", months = [2, 4], at_least = "50%" }]
"#;
    format!("{}{claims}", crate::small::SCENARIO)
}

#[test]
fn merged_claims_have_the_bytes_of_the_whole_command() {
    let command = ["claims", "small.toml", "--quiet", "--replications", "12"];
    merged_is_whole(&command, Some(&with_claims()), &[1, 5]);
}

#[test]
fn a_merged_sensitivity_has_the_bytes_of_the_whole_command() {
    let command = ["sensitivity", "small.toml", "--quiet", "--replications", "24"];
    merged_is_whole(&[&command[..], &["--answer", "utilisation:agent"]].concat(), None, &[5]);
    merged_is_whole(&[&command[..], &["--answer", "need:agent"]].concat(), None, &[3]);
}

#[test]
fn a_full_disk_names_the_shard_and_leaves_nothing_under_its_name() {
    let place = Place::new();
    shards(&place, &RUN, 2, "parts");
    fs::remove_file(place.path("parts/part-2-of-2.parquet")).unwrap();
    let run = [&RUN[..], &["--shard", "2/2", "--out", "parts", "--lang", "en"]].concat();
    let mut limited = std::process::Command::new("sh");
    limited.current_dir(place.path(".")).args([
        "-c",
        "trap '' XFSZ; ulimit -f 2; exec \"$@\"",
        "sh",
    ]);
    let left = limited.arg(env!("CARGO_BIN_EXE_staffcast")).args(&run).output().unwrap();
    let said = String::from_utf8_lossy(&left.stderr);
    assert_eq!(left.status.code(), Some(1), "{said}");
    assert!(said.contains("part-2-of-2.parquet"), "{said}");
    let names: Vec<String> = place.files("parts").into_iter().map(|it| it.0).collect();
    assert_eq!(names, ["part-1-of-2.parquet"]);
    assert_eq!(place.succeeds(&["merge", "--missing", "parts"]).stdout, "2\n");
    place.succeeds(&run);
    place.succeeds(&["merge", "parts", "--quiet", "--out", "merged"]);
}

#[test]
fn a_part_of_another_version_is_refused_by_its_name() {
    let place = Place::new();
    shards(&place, &[&RUN[..], &["--replications", "2"]].concat(), 2, "parts");
    let path = place.path("parts/part-2-of-2.parquet");
    let mut bytes = fs::read(&path).unwrap();
    let place_of = |bytes: &[u8], what: &str| {
        bytes.windows(what.len()).rposition(|it| it == what.as_bytes()).unwrap() + what.len() + 2
    };
    // After a key of the metadata stand the type and the length of its value.
    let at = place_of(&bytes, "staffcast.version");
    bytes[at] = if bytes[at] == b'9' { b'8' } else { b'9' };
    let sum = place_of(&bytes, "staffcast.checksum");
    bytes[sum..sum + 16].fill(b'0');
    let hash = twox_hash::XxHash64::oneshot(0, &bytes);
    bytes[sum..sum + 16].copy_from_slice(format!("{hash:016x}").as_bytes());
    fs::write(&path, bytes).unwrap();
    let left = place.staffcast(&["merge", "parts", "--lang", "en", "--out", "merged"]);
    assert_eq!(left.code, 2);
    let said = "parts/part-2-of-2.parquet: a part of another version";
    assert!(left.stderr.contains(said), "{}", left.stderr);
    assert!(!place.path("merged").exists());
}

#[test]
fn everything_that_is_wrong_with_parts_is_told_at_once_and_nothing_is_written() {
    let place = Place::new();
    shards(&place, &RUN, 6, "parts");
    let other_seed = [&RUN[..], &["--seed", "8", "--shard", "2/6", "--out", "seed"]].concat();
    place.succeeds(&other_seed);
    let part = |number: usize| place.path(&format!("parts/part-{number}-of-6.parquet"));
    fs::copy(place.path("seed/part-2-of-6.parquet"), part(2)).unwrap();
    let bytes = fs::read(part(3)).unwrap();
    fs::write(part(3), &bytes[..bytes.len() / 2]).unwrap();
    let mut bytes = fs::read(part(4)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(part(4), bytes).unwrap();
    fs::remove_file(part(5)).unwrap();
    fs::copy(part(6), place.path("parts/part-twice.parquet")).unwrap();
    fs::write(place.path("parts/part-x.parquet"), "no part").unwrap();

    let left = place.staffcast(&["merge", "parts", "--out", "merged", "--lang", "en"]);
    assert_eq!(left.code, 2);
    for said in [
        "parts/part-2-of-6.parquet: a part of another seed: 8, not 7",
        "parts/part-3-of-6.parquet: the file is truncated",
        "parts/part-4-of-6.parquet: the file is corrupted",
        "parts/part-twice.parquet: the same shard as parts/part-6-of-6.parquet",
        "parts/part-x.parquet: this is no part of a run of staffcast",
        "of 6 shards these are missing: 2,3,4,5",
    ] {
        assert!(left.stderr.contains(said), "{said} is not in {}", left.stderr);
    }
    assert!(!place.path("merged").exists());

    let left = place.succeeds(&["merge", "--missing", "parts", "--lang", "en"]);
    assert_eq!(left.stdout, "2,3,4,5\n");
}

#[test]
fn every_byte_of_a_part_is_watched() {
    let place = Place::new();
    place.succeeds(
        &[&RUN[..], &["--replications", "1", "--shard", "1/1", "--out", "parts"]].concat(),
    );
    let path = place.path("parts/part-1-of-1.parquet");
    let whole = fs::read(&path).unwrap();
    for at in (4..whole.len() - 4).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 4;
        fs::write(&path, bytes).unwrap();
        let left = place.staffcast(&["merge", "parts", "--out", "merged", "--lang", "en"]);
        assert_eq!(left.code, 2, "byte {at}: {}", left.stderr);
    }
}

#[test]
fn parts_of_another_cut_command_or_scenario_are_refused() {
    let place = Place::new();
    shards(&place, &RUN, 2, "parts");
    for (other, said) in [
        (&["--shard", "2/3"][..], "another number of shards: 3, not 2"),
        (&["--shard", "2/2", "--policy", "second"], "a part of another command"),
        (&["--shard", "2/2", "--replications", "3"], "a part of another command"),
    ] {
        place.succeeds(&[&RUN[..], other, &["--out", "other"]].concat());
        let file = format!("other/part-2-of-{}.parquet", &other[1][2..]);
        let left = place.staffcast(&["merge", "parts/part-1-of-2.parquet", &file, "--lang", "en"]);
        assert_eq!(left.code, 2);
        assert!(left.stderr.contains(said), "{said} is not in {}", left.stderr);
    }
    let changed = crate::small::SCENARIO.replace("rate = 9", "rate = 10");
    fs::write(place.path("small.toml"), changed).unwrap();
    let left = place.staffcast(&["merge", "parts"]);
    assert_eq!(left.code, 2);
    assert!(
        left.stderr.contains("изменился после того, как были посчитаны части"),
        "{}",
        left.stderr
    );
    place.succeeds(&[&RUN[..], &["--shard", "2/2", "--out", "other"]].concat());
    let (old, new) = ("parts/part-1-of-2.parquet", "other/part-2-of-2.parquet");
    let left = place.staffcast(&["merge", old, new, "--lang", "en"]);
    assert!(left.stderr.contains("a part of another scenario"), "{}", left.stderr);
}

#[test]
fn a_shard_cannot_run_until_a_precision_is_reached() {
    let place = Place::new();
    let left = place.staffcast(&[&RUN[..], &["--precision", "1", "--shard", "1/2"]].concat());
    assert_eq!(left.code, 2);
    assert!(left.stderr.contains("--replications"), "{}", left.stderr);
    let left = place.staffcast(&[&RUN[..], &["--shard", "3/2"]].concat());
    assert_eq!(left.code, 2);
}

#[test]
fn replications_are_kept_beside_the_report_of_a_whole_run() {
    let place = Place::new();
    place.succeeds(&[&RUN[..], &["--keep-replications", "--out", "kept"]].concat());
    place.succeeds(&[&RUN[..], &["--shard", "1/1", "--out", "part"]].concat());
    let kept = fs::read(place.path("kept/replications.parquet")).unwrap();
    assert!(kept == fs::read(place.path("part/part-1-of-1.parquet")).unwrap());
    assert!(place.path("kept/report.html").exists());
}
