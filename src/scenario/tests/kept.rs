//! Kept messages: what is said of every wrong text of these tests, word for word.
//!
//! `messages.txt` holds a line for each text: its digest, the digest of what is said in both
//! languages, and the first words, so that a reader sees which message changed. Where a change is
//! meant, `STAFFCAST_GOLDEN=write cargo test --lib scenario::tests` renews the file, and the commit
//! says why.

use super::{Problems, Study};
use crate::scenario::Lang;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

type Kept = BTreeMap<String, String>;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/scenario/tests/messages.txt");

static KEPT: LazyLock<Kept> = LazyLock::new(|| {
    let rows = include_str!("messages.txt").lines();
    rows.filter_map(|row| row.split_once(' '))
        .map(|(text, said)| (text.into(), said.into()))
        .collect()
});
static RENEWED: Mutex<Kept> = Mutex::new(Kept::new());

fn short(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Compares what is said of `text` with what was kept.
pub(super) fn compare(text: &str, answer: &Result<Study, Problems>) {
    let Err(problems) = answer else { return };
    let said = [Lang::Ru, Lang::En].map(|lang| problems.render(lang, false)).concat();
    let first = &problems.list[0].what.en;
    let row = format!("{} {} {}", short(&said), problems.len(), first.replace('\n', " "));
    let name = short(text);
    if std::env::var_os("STAFFCAST_GOLDEN").is_some_and(|value| value == "write") {
        let mut renewed = RENEWED.lock().expect("no test panics while it writes");
        renewed.insert(name, row);
        let rows: String = renewed.iter().map(|(text, said)| format!("{text} {said}\n")).collect();
        std::fs::write(PATH, rows).expect("the messages can be written");
        return;
    }
    let kept = KEPT.get(&name);
    assert_eq!(kept, Some(&row), "what is said has changed:\n{said}");
}
