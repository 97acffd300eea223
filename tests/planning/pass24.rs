//! The shipped department over three seeds: who knows everything pays no more than who decides in stages, and that one no
//! more than who decides all at once.

use super::{rows, run};
use std::path::Path;

/// A year and a half of it, in which there is time to measure and then to act: three years take as long as the rest
/// of the suite.
const MONTHS: &str = "scenario.months=18";

#[test]
fn perfect_information_costs_no_more_than_stages_and_stages_no_more_than_dates_on_three_seeds() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pass24.toml");
    let scenario = scenario.to_str().expect("the path is UTF-8");
    for seed in ["1", "2", "3"] {
        let folder = tempfile::tempdir().expect("there is room");
        let asked = ["plan", scenario, "--set", MONTHS, "--replications", "40", "--seed", seed];
        let done = run(folder.path(), &[&asked[..], &["--out", "out", "--quiet"]].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let table = rows(&folder.path().join("out"), "alternatives.csv");
        let of = |plan: &str, column: &str| -> f64 {
            let at = table[0].iter().position(|it| it == column).expect("the column is there");
            let row = table.iter().find(|it| it[0] == plan).expect("the plan is there");
            row[at].parse().expect("it is a number")
        };
        let cost = |plan: &str| (of(plan, "cost_low"), of(plan, "cost_high"));
        let (perfect, staged, fixed) = (cost("perfect"), cost("staged"), cost("fixed"));
        // Knowing everything is worth something for certain.
        assert!(perfect.1 < staged.0, "seed {seed}: {perfect:?} {staged:?}");
        assert!(staged.0 <= fixed.1, "seed {seed}: {staged:?} {fixed:?}");
        assert!(of("staged", "cost") <= of("fixed", "cost"), "seed {seed}: {staged:?} {fixed:?}");
        // Both keep what was asked for, and nobody keeps nothing.
        for plan in ["staged", "fixed"] {
            assert!(of(plan, "probability") >= 0.9, "seed {seed}: {plan}");
        }
        assert_eq!(of("nobody", "probability"), 0.0);
    }
}
