//! A bounded smoke run of the fuzz target: its corpus, and deterministic mutations of it, fed to the loader.

use staffcast::inside::{Chance, asked_of_page};
use staffcast::{Lang, Prepared, load_text};
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// Mutations of each file of the corpus that is a scenario, and of each that is none.
const MUTATIONS: (u64, u64) = (200, 30);

/// Words that mean something to the loader, or nearly do.
const WORDS: &[&str] = &[
    "\"\"",
    "\"0%\"",
    "\"100%\"",
    "\"-1h\"",
    "\"1e9h\"",
    "\"5 calendar days\"",
    "0",
    "-1",
    "1e308",
    "nan",
    "-inf",
    "9223372036854775807",
    "2026-02-29",
    "1000-01-01",
    "9999-12-31",
    "\"24:00-00:00\"",
    "{}",
    "[]",
    "[[]]",
    "true",
    "false",
    "{ min = 2, max = 1 }",
    "{ min = 1, mode = 1, max = 1 }",
    "{ geometric = 0.5 }",
    "\"a.b[9].c\"",
    "\"closed\"",
    "\"created\"",
    "\"desk\"",
    "extend = \"x.toml\"",
    "'''",
    "\"\\u0000\"",
    "# ",
    "key = false",
    "💥",
    "\r",
    "\u{feff}",
];

/// The corpus of a target: name and text.
fn corpus_of(target: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let mut files: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("it can be read").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("it is text"))
        })
        .collect();
    files.sort();
    files
}

fn corpus() -> Vec<(String, String)> {
    corpus_of("scenario")
}

/// Feeds a text to the loader, and what it accepts to whatever follows; `Err` when something panics.
fn feed(text: &str) -> Result<bool, ()> {
    let fed = catch_unwind(|| match load_text("fuzz.toml", text, None, &[], None) {
        Ok(study) => {
            for policy in &study.policies {
                assert!(!Prepared::new(&policy.scenario).columns().is_empty());
            }
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(!problems.render(Lang::En, false).is_empty());
            assert!(!problems.render(Lang::Ru, true).is_empty());
            false
        }
    });
    fed.map_err(drop)
}

/// A text with some of its characters, words or lines removed, repeated, replaced or exchanged.
fn mutate(text: &str, other: &str, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    let edits = if chance.unit() < 0.5 { 1 } else { 1 + chance.below(3) };
    for _ in 0..edits {
        let at = chance.below(lines.len() as u64) as usize;
        match chance.below(12) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => {
                let with = chance.below(lines.len() as u64) as usize;
                lines.swap(at, with);
            }
            3 => {
                let borrowed: Vec<&str> = other.lines().collect();
                if let Some(line) = borrowed.get(chance.below(borrowed.len() as u64) as usize) {
                    lines.insert(at, (*line).to_owned());
                }
            }
            4 => lines.truncate(at.max(1)),
            5 => {
                let mut characters: Vec<char> = lines[at].chars().collect();
                if !characters.is_empty() {
                    characters.remove(chance.below(characters.len() as u64) as usize);
                }
                lines[at] = characters.into_iter().collect();
            }
            6 | 7 => lines[at] = replace_a_word(&lines[at], chance),
            _ => lines[at] = replace_a_digit(&lines[at], chance),
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

/// One word of a line becomes another.
fn replace_a_word(line: &str, chance: &mut Chance) -> String {
    let mut words: Vec<&str> = line.split(' ').collect();
    let at = chance.below(words.len() as u64) as usize;
    words[at] = WORDS[chance.below(WORDS.len() as u64) as usize];
    words.join(" ")
}

/// One digit of a line becomes another, or two: what is still a number is another one.
fn replace_a_digit(line: &str, chance: &mut Chance) -> String {
    let digits: Vec<usize> =
        line.char_indices().filter(|it| it.1.is_ascii_digit()).map(|it| it.0).collect();
    if digits.is_empty() {
        return line.to_owned();
    }
    let at = digits[chance.below(digits.len() as u64) as usize];
    let most = if chance.unit() < 0.7 { 10 } else { 100 };
    let other = chance.below(most);
    format!("{}{other}{}", &line[..at], &line[at + 1..])
}

#[test]
fn the_corpus_is_read_without_a_panic() {
    let accepted: Vec<String> = corpus()
        .into_iter()
        .filter(|(name, text)| feed(text).unwrap_or_else(|()| panic!("{name} panics")))
        .map(|(name, _)| name)
        .collect();
    // What is meant to be right is right, or the mutations would only test the first line.
    for name in ["smallest.toml", "steps.toml", "people.toml", "policies.toml"] {
        assert!(accepted.iter().any(|it| it == name), "{name} is not accepted");
    }
}

#[test]
fn mutations_of_the_corpus_are_read_without_a_panic() {
    let corpus = corpus();
    let (mut fed, mut accepted) = (0, 0);
    for (position, (name, text)) in corpus.iter().enumerate() {
        let is_scenario = feed(text) == Ok(true);
        for mutation in 0..if is_scenario { MUTATIONS.0 } else { MUTATIONS.1 } {
            let mut chance = Chance::keyed(&[position as u64, mutation]);
            let other = &corpus[chance.below(corpus.len() as u64) as usize].1;
            let mutated = mutate(text, other, &mut chance);
            let read = feed(&mutated);
            let read = read
                .unwrap_or_else(|()| panic!("mutation {mutation} of {name} panics:\n{mutated}"));
            fed += 1;
            accepted += u32::from(read);
        }
    }
    assert!(fed > 1_000 && accepted > 50, "{accepted} of {fed} are scenarios");
}

#[test]
fn mutations_of_questions_of_the_page_are_read_without_a_panic() {
    let corpus = corpus_of("question");
    let (mut questions, mut asked) = (0, 0);
    for (position, (name, text)) in corpus.iter().enumerate() {
        // A line for each part, so that parts are repeated, exchanged and left out.
        let lines = text.replace(", ", ",\n");
        for mutation in 0..400 {
            let mut chance = Chance::keyed(&[1_000 + position as u64, mutation]);
            let other = &corpus[chance.below(corpus.len() as u64) as usize].1;
            let mutated = mutate(&lines, &other.replace(", ", ",\n"), &mut chance);
            let read = catch_unwind(|| asked_of_page(mutated.as_bytes()));
            let read =
                read.unwrap_or_else(|_| panic!("mutation {mutation} of {name} panics:\n{mutated}"));
            questions += u32::from(read.is_some());
            asked += u32::from(read == Some(true));
        }
    }
    assert!(questions > 100 && asked > 20, "{asked} of {questions} questions can be asked");
}
