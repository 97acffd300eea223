//! `scenarios/reference.toml` loads, and its values are what its comments say.

use super::*;

fn study() -> Study {
    read(reference()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_reference_loads() {
    let study = study();
    println!("{:#?}", study.baseline().scenario.inputs);
    println!("{:#?}", study.baseline().scenario.sources);
    println!("{:#?}", study.baseline().scenario.notes);
}
