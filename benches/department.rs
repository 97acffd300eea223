//! Replications per second of whole scenarios, from their files, with all statistics.

use criterion::{Criterion, criterion_group, criterion_main};
use staffcast::{Prepared, load};
use std::path::Path;

const SCENARIOS: [&str; 4] = [
    "verification/mm3.toml",
    "verification/helpdesk.toml",
    "pass24.toml",
    "pass24-claimed-load.toml",
];

fn department(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("replications");
    group.sample_size(20);
    for name in SCENARIOS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        let study = load(&path, &[], None)
            .unwrap_or_else(|problems| panic!("{}", problems.render(staffcast::Lang::En, false)));
        let prepared = Prepared::new(&study.baseline().scenario);
        let mut simulator = prepared.simulator();
        let mut replication = 0;
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                replication += 1;
                simulator.replicate(1, replication)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, department);
criterion_main!(benches);
