//! Sweeps: points, shards of them, and work that is not done again.

use crate::small::Place;
use std::fs;

const SWEEP: [&str; 7] = [
    "sweep",
    "small.toml",
    "--quiet",
    "--vary",
    "roles.agent.headcount=1..3",
    "--replications",
    "6",
];

fn report(place: &Place, out: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = place.files(out);
    files.retain(|it| !it.0.starts_with("points/"));
    files
}

#[test]
fn a_sweep_has_a_row_for_each_point_and_measure_and_every_point_is_that_run() {
    let place = Place::new();
    place.succeeds(&[&SWEEP[..], &["--out", "out"]].concat());
    let csv = place.read("out/sweep.csv");
    let header = "point,roles.agent.headcount,measure,scope,unit,mean,ci_low,ci_high,p10,p50,p90,replications";
    assert_eq!(csv.lines().next(), Some(header));
    let set = ["run", "small.toml", "--quiet", "--replications", "6", "--policy", "as-is"];
    place.succeeds(&[&set[..], &["--set", "roles.agent.headcount=2", "--out", "run"]].concat());
    let run = place.read("run/summary.csv");
    let own: Vec<String> =
        run.lines().filter_map(|it| it.strip_prefix("as-is,")).map(str::to_owned).collect();
    let point: Vec<&str> = csv.lines().filter_map(|it| it.strip_prefix("2,2,")).collect();
    assert!(own.len() > 20);
    assert_eq!(point, own, "the same chance as in a run of that point");
    assert!(place.path("out/charts/sweep-kept.svg").exists());
}

#[test]
fn shards_of_a_sweep_merge_to_the_bytes_of_the_whole() {
    let place = Place::new();
    place.succeeds(&[&SWEEP[..], &["--out", "whole"]].concat());
    for number in ["2/2", "1/2"] {
        place.succeeds(&[&SWEEP[..], &["--shard", number, "--out", "parts"]].concat());
    }
    place.succeeds(&["merge", "parts", "--quiet", "--out", "merged"]);
    assert!(report(&place, "merged") == report(&place, "whole"));
}

#[test]
fn what_is_done_is_not_done_again() {
    let place = Place::new();
    place.succeeds(&[&SWEEP[..], &["--out", "out"]].concat());
    let before = report(&place, "out");
    let point = |number: usize| place.path(&format!("out/points/part-{number}-of-3.parquet"));
    let written = |number: usize| fs::metadata(point(number)).unwrap().modified().unwrap();
    let (first, third) = (written(1), written(3));
    // One point is lost, another was cut short.
    fs::remove_file(point(2)).unwrap();
    let bytes = fs::read(point(3)).unwrap();
    fs::write(point(3), &bytes[..bytes.len() / 2]).unwrap();
    place.succeeds(&[&SWEEP[..], &["--out", "out"]].concat());
    assert!(report(&place, "out") == before);
    assert_eq!(written(1), first);
    assert!(written(3) > third);
}

#[test]
fn points_come_from_a_latin_hypercube_or_a_file() {
    let place = Place::new();
    let levers = [
        "--vary",
        "roles.agent.headcount=1..4",
        "--vary",
        "streams.ticket.sla.solved.target=80%..99%",
    ];
    let latin =
        ["sweep", "small.toml", "--quiet", "--replications", "3", "--latin", "4", "--out", "latin"];
    let three = ["--vary", "streams.ticket.arrival.rate=8.0..10.0"];
    place.succeeds(&[&latin[..], &levers, &three].concat());
    assert!(place.path("latin/charts/sweep-kept.png").exists());
    let csv = place.read("latin/sweep.csv");
    assert!(csv.lines().skip(1).any(|it| it.starts_with("4,")) && !csv.contains("\n5,"));
    fs::write(
        place.path("p.csv"),
        "roles.agent.headcount,streams.ticket.arrival.rate\n1,9\n2,9.5\n",
    )
    .unwrap();
    place.succeeds(&[
        "sweep",
        "small.toml",
        "--quiet",
        "--replications",
        "3",
        "--points",
        "p.csv",
        "--out",
        "file",
    ]);
    assert!(place.read("file/sweep.csv").contains("\n2,2,9.5,sla.met,ticket/solved,share,"));
}

#[test]
fn what_is_wrong_with_a_sweep_is_told_before_it_is_run() {
    let place = Place::new();
    for (asked, said) in [
        (&[][..], "--vary"),
        (&["--vary", "roles.agent.headcount=3..1"], "roles.engineer.headcount=1..6"),
        (&["--vary", "roles.nobody.headcount=1..3"], "nobody"),
        (&["--points", "none.csv"], "none.csv"),
    ] {
        let left = place.staffcast(&[&["sweep", "small.toml", "--out", "out"], asked].concat());
        assert_eq!(left.code, 2, "{asked:?}");
        assert!(left.stderr.contains(said), "{said} is not in {}", left.stderr);
        assert!(!place.path("out").exists());
    }
}

#[test]
fn a_sweep_that_was_killed_goes_on_where_it_was_and_leaves_the_same_bytes() {
    let place = Place::new();
    let sweep = ["sweep", "small.toml", "--quiet", "--replications", "40", "--threads", "1"];
    let sweep = [&sweep[..], &["--vary", "roles.agent.headcount=1..4", "--out"]].concat();
    place.succeeds(&[&sweep[..], &["whole"]].concat());
    let mut killed = place.command(&[&sweep[..], &["killed"]].concat()).spawn().unwrap();
    let first = place.path("killed/points/part-1-of-4.parquet");
    while !first.exists() && killed.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert!(!place.path("killed/sweep.csv").exists(), "it was killed in the middle");
    let written = fs::metadata(&first).unwrap().modified().unwrap();
    place.succeeds(&[&sweep[..], &["killed"]].concat());
    assert_eq!(fs::metadata(&first).unwrap().modified().unwrap(), written);
    assert!(report(&place, "killed") == report(&place, "whole"));
}
