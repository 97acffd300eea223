//! A terminal of any width: no table breaks, and no word is cut.

use crate::small::{Place, SCENARIO};
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

/// What else the commands ask about.
const ASKED: &str = r#"
[[claims]]
id = "C-1"
text = { ru = "Один специалист успевает почти всё", en = "One agent is in time with nearly everything" }
tests = [{ policy = "as-is", measure = "sla.met", scope = "ticket/solved", at_least = "90%" }]
[plan]
hire = { agent = 2 }
"#;

/// Commands that cost little are tried at every width, the others at the ends.
const CHEAP: [&[&str]; 4] = [
    &["check", "small.toml"],
    &["list", "small.toml"],
    &["check", "pass24.toml"],
    &["list", "pass24.toml"],
];
const DEAR: [&[&str]; 4] = [
    &["run", "small.toml"],
    &["claims", "small.toml", "--replications", "20"],
    &["sensitivity", "small.toml", "--replications", "20"],
    &["plan", "small.toml", "--replications", "40"],
];

fn shown(place: &Place, arguments: &[&str], width: usize) -> String {
    let mut command = place.command(arguments);
    let output = command.env("COLUMNS", width.to_string()).output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Words without what stands between them, rules left out.
fn words(text: &str) -> HashSet<&str> {
    let plain = |it: &&str| it.chars().any(char::is_alphanumeric);
    let around = |it: char| !it.is_alphanumeric() && it != ']';
    text.split_whitespace().filter(plain).map(|it| it.trim_matches(around)).collect()
}

#[test]
fn no_line_is_wider_than_the_terminal_and_no_word_is_cut() {
    let text = SCENARIO
        .replace("\"Специалист\"", "\"Специалист первой линии сопровождения\"")
        .replace("\"Agent\"", "\"First-line implementation representative\"");
    let place = Place::with(&(text + ASKED));
    let pass24 = include_str!("../../scenarios/pass24.toml");
    std::fs::write(place.path("pass24.toml"), pass24).expect("a file");
    let each = CHEAP.iter().map(|it| (it, &[60, 80, 100, 140][..]));
    let each = each.chain(DEAR.iter().map(|it| (it, &[60][..])));
    for (command, widths) in each {
        for lang in ["ru", "en"] {
            let arguments = [command, &["--lang", lang][..]].concat();
            let widest = shown(&place, &arguments, 200);
            let whole = words(&widest);
            for &width in widths.iter().chain(&[200]) {
                let text = shown(&place, &arguments, width);
                for line in text.lines() {
                    assert!(line.width() <= width, "{arguments:?} at {width}: {line}");
                }
                let cut: Vec<&str> = words(&text).difference(&whole).copied().collect();
                // A path may be longer than the line.
                let cut: Vec<_> = cut.into_iter().filter(|it| !it.contains(['.', '_'])).collect();
                assert!(cut.is_empty(), "{arguments:?} at {width}: {cut:?}");
            }
        }
    }
}
