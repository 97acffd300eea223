//! Whom a plan needs whatever turns out.

use super::{desk, searching};
use crate::plan::search::hire_options::Choice;
use crate::plan::staged::data::Person;
use crate::plan::staged::explain::people;
use crate::plan::staged::search::with;

const LONG: &str = "min = \"105min\", max = \"150min\"";

/// Each of three clerks of a desk whose items take long in one reading and so many minutes in the other.
fn clerks(minutes: &str, (long, short): (f64, f64), confidence: f64) -> Vec<Person> {
    let readings = format!(
        r#"
hire = {{ clerk = 3 }}
[[plan.readings]]
unknown = "effort"
key = "long"
weight = {long}
[[plan.readings]]
unknown = "effort"
key = "short"
weight = {short}
changes = [{{ set = "handling", value = {{ {minutes} }} }}]
"#
    );
    let named = (
        "min = \"50min\", max = \"150min\"",
        "min = \"100min\", max = \"150min\", id = \"handling\"",
    );
    searching(&desk(&[named, ("hire = { clerk = 3 }\n", &readings)]), |search, start| {
        let rule = with(&start, 0, Choice { now: 3, target: 0, most: 3, temporary: false });
        let (promises, confidence) = (search.race.promises, (confidence, false));
        people(search.race.lab, promises, &rule, &[], confidence).expect("not stopped")
    })
}

#[test]
fn who_is_needed_whatever_turns_out_is_missed_as_often_as_the_promises_are_to_be_kept() {
    let missed = |it: &Person| it.missed.map_or(0, |it| it.0);
    let all = clerks(LONG, (1.0, 1.0), 0.8);
    assert!(missed(&all[0]) == 12 && all[0].anyway, "{all:?}");
    assert!(missed(&all[2]) < 8 && !all[2].anyway, "{all:?}");
    // Who is missed in some of them is not, nor anybody where more is asked for than can be.
    assert!((1..10).contains(&missed(&all[1])) && !all[1].anyway, "{all:?}");
    assert!(clerks(LONG, (1.0, 1.0), 1.01).iter().all(|it| !it.anyway), "surer than sure");
}

#[test]
fn who_is_superfluous_in_one_reading_is_not_needed_whatever_turns_out() {
    let all = clerks("min = \"5min\", max = \"6min\"", (0.85, 0.15), 0.7);
    let missed = all[0].missed.expect("he is missed in the long one").0;
    assert!((9..12).contains(&missed), "often enough, but not where items are short: {missed}");
    assert!(!all[0].anyway, "{all:?}");
}

#[test]
fn nobody_is_needed_whatever_turns_out_where_a_reading_is_drawn_in_no_replication() {
    assert!(clerks(LONG, (1.0, 1e-9), 0.8).iter().all(|it| !it.anyway));
}
