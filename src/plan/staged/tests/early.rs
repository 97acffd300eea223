//! Who is asked for long before the need.

use super::{desk, searching};
use crate::plan::search::hire_options::Choice;
use crate::plan::staged::early::early;
use crate::plan::staged::explain::people;
use crate::plan::staged::search::with;
use crate::plan::staged::warning::{Early, Instead};

/// Work that one clerk does for two years and not for three.
const SLOWLY: [(&str, &str); 3] = [
    ("months = 18\nlead_in", "months = 36\nlead_in"),
    ("to = 160, months = 18", "to = 180, months = 36"),
    ("min = \"50min\", max = \"150min\"", "min = \"55min\", max = \"60min\""),
];

/// What is told of one clerk who is asked for now, when the reviews may ask for more and when they may not.
fn early_clerk(changes: &[(&str, &str)], reviewed: bool) -> Option<Early> {
    let few: Vec<u64> = (0..12).collect();
    let target = if reviewed { 64 } else { 0 };
    let one = Choice { now: 1, target, most: if reviewed { 2 } else { 1 }, temporary: false };
    searching(&desk(changes), |search, start| {
        let (promises, rule) = (search.race.promises, with(&start, 0, one));
        let lab = &mut search.race.lab;
        let people = people(lab, promises, &rule, &[], (0.9, false)).expect("not stopped");
        early(lab, promises, &rule, (0, &people[0]), &few).expect("not stopped")
    })
}

#[test]
fn somebody_is_asked_for_early_only_where_he_is_missed_long_after() {
    let found = early_clerk(&SLOWLY, false).expect("one clerk is enough for long");
    assert!(found.number == 1 && found.instead.keeps_as_many(), "{found:?}");
    let Instead::On { request, saves, seen } = found.instead else { panic!("no review asks") };
    assert!(request > jiff::civil::date(2026, 12, 1), "{found:?}");
    assert!(saves > 1e6 && seen.without > 0, "{found:?}");
    let (_, month) = found.missed.expect("he is missed in the end");
    assert!(month > 14.0, "{found:?}");
    assert_eq!(early_clerk(&[], false), None, "the second clerk is needed at once");
}

#[test]
fn somebody_who_is_asked_for_early_is_left_to_the_reviews_where_they_may_ask_for_him() {
    let found = early_clerk(&SLOWLY, true).expect("one clerk is enough for long");
    let Instead::Reviews { saves, seen } = found.instead else { panic!("{found:?}") };
    assert!(saves.low > 0.0 && seen.of == 24, "{found:?}");
    assert!(seen.without >= seen.with, "{found:?}");
    assert_eq!(early_clerk(&[], true), None, "the second clerk is needed at once");
}
