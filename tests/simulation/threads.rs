//! The same bytes on one thread, on many, in shards, and on a worker that has done other things before.

use staffcast::{Prepared, Readings, Scenario, load, replicate};
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// A policy of a scenario that ships.
fn shipped(file: &str, policy: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(file);
    let study = load(&path, &[], None).unwrap_or_else(|problems| panic!("{problems}"));
    let mut policies = study.policies.into_iter();
    policies.find(|it| it.key == policy).expect("the policy is there").scenario
}

fn run(scenario: &Scenario, range: Range<u64>, threads: usize) -> Vec<Vec<u64>> {
    let prepared = Prepared::new(scenario);
    let seed = scenario.seed;
    let stop = AtomicBool::new(false);
    let readings = replicate(
        range,
        threads,
        || prepared.simulator(),
        |simulator, replication| bits(&simulator.replicate(seed, replication)),
        &|_| (),
        &stop,
    );
    readings.expect("nobody stops it")
}

/// Readings to the last bit; what is undefined is equal to itself.
fn bits(readings: &Readings) -> Vec<u64> {
    let totals = readings.total.iter().map(|it| it.to_bits());
    let months = readings.monthly.iter().map(|it| it.to_bits());
    totals.chain(months).collect()
}

/// Everything the format knows: triggers, contractors, automations, drawn inputs.
fn everything() -> Scenario {
    shipped("reference.toml", "everything")
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let scenario = everything();
    let alone = run(&scenario, 0..12, 1);
    assert!(alone == run(&scenario, 0..12, 3));
    assert!(alone == run(&scenario, 0..12, 8));
    assert!(alone[0] != alone[1], "replications differ");
}

#[test]
fn shards_are_parts_of_the_whole() {
    let scenario = everything();
    let whole = run(&scenario, 0..10, 2);
    let shards = [0..3, 3..4, 4..10].map(|range| run(&scenario, range, 1));
    assert!(whole == shards.concat());
}

#[test]
fn a_worker_that_has_done_other_replications_gives_what_a_fresh_one_gives() {
    for (file, policy) in [("reference.toml", "everything"), ("pass24.toml", "as-is")] {
        let scenario = shipped(file, policy);
        let prepared = Prepared::new(&scenario);
        let mut used = prepared.simulator();
        for replication in [3, 0, 5, 1] {
            let fresh = bits(&prepared.simulator().replicate(7, replication));
            assert!(
                bits(&used.replicate(7, replication)) == fresh,
                "{file}, replication {replication}"
            );
            assert!(bits(&used.replicate(7, replication)) == fresh, "{file}, again");
        }
    }
}

#[test]
fn another_seed_is_another_history() {
    let scenario = everything();
    let prepared = Prepared::new(&scenario);
    let mut worker = prepared.simulator();
    assert!(bits(&worker.replicate(1, 0)) != bits(&worker.replicate(2, 0)));
}
