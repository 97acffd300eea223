//! When each sentence of the list is said, and when it must not be.

mod changes;
mod checks;
mod questions;
mod runs;

use super::list::SENTENCES;
use super::told::{Command, tell};
use crate::scenario::Lang;
use std::collections::BTreeSet;

/// A department, a question, and the sentences that are said and that are not.
struct Situation {
    name: &'static str,
    text: String,
    command: Command,
    says: Names,
    not: Names,
}

type Names = &'static [&'static str];

fn it(name: &'static str, text: String, command: Command, says: Names, not: Names) -> Situation {
    Situation { name, text, command, says, not }
}

fn run(name: &'static str, text: String, says: Names, not: Names) -> Situation {
    it(name, text, Command::Run, says, not)
}

fn check(name: &'static str, text: String, says: Names, not: Names) -> Situation {
    it(name, text, Command::Check, says, not)
}

fn situations() -> Vec<Situation> {
    let parts = [runs::situations(), checks::situations(), questions::situations()];
    parts.into_iter().flatten().collect()
}

#[test]
fn a_sentence_is_said_where_it_holds_and_nowhere_else() {
    let mut wrong = Vec::new();
    for Situation { name, text, command, says, not } in situations() {
        for lang in [Lang::En, Lang::Ru] {
            let told = tell(&text, command, lang);
            let said: BTreeSet<&str> = told.said().iter().map(|it| it.name).collect();
            let missing = says.iter().filter(|it| !said.contains(*it));
            wrong.extend(missing.map(|it| format!("{name}: does not say {it}; says {said:?}")));
            let false_ones = told.said().into_iter().filter(|it| not.contains(&it.name));
            wrong.extend(false_ones.map(|it| format!("{name}: says {}: {}", it.name, it.text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sentence_of_the_list_is_said_in_a_situation_and_must_not_be_said_in_another() {
    let situations = situations();
    let tried = |of: fn(&Situation) -> Names| -> BTreeSet<&str> {
        situations.iter().flat_map(of).copied().collect()
    };
    let (says, not) = (tried(|it| it.says), tried(|it| it.not));
    let listed = || SENTENCES.iter().map(|it| it.0);
    let never: Vec<&str> = listed().filter(|it| !not.contains(it)).collect();
    assert!(never.is_empty(), "no situation in which they must not be said: {never:?}");
    let silent: Vec<&str> = listed().filter(|it| !says.contains(it)).collect();
    assert!(silent.is_empty(), "no situation in which they are said: {silent:?}");
    let unknown: Vec<&&str> =
        says.union(&not).filter(|it| !listed().any(|name| name == **it)).collect();
    assert!(unknown.is_empty(), "not in the list: {unknown:?}");
}
