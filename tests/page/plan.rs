//! The page of a plan, from the command to the browser, in both languages.

use super::browser::{Browser, Look};
use super::{PHONE, WIDE, gallery};
use std::fs;
use std::process::Command;

const DEPARTMENT: &str = include_str!("department.toml");

/// Every part that leadership and HR ask for, where nobody is asked for later.
const SECTIONS: [&str; 15] = [
    "answer",
    "hires",
    "beside",
    "explained",
    "promises",
    "effect",
    "kept",
    "load",
    "backlog",
    "claims",
    "cautions",
    "inputs",
    "months",
    "verified",
    "again",
];
const CHARTS: [&str; 9] = [
    "alternatives",
    "head-count-1",
    "why",
    "schedule",
    "plan-against",
    "promises",
    "utilisation-without",
    "utilisation-with",
    "backlog",
];

#[test]
fn the_page_of_a_plan_is_the_whole_report() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("small.toml"), DEPARTMENT).expect("it can be written");
    for lang in ["ru", "en"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_staffcast"));
        command
            .current_dir(folder.path())
            .args(["plan", "small.toml", "--full", "--replications", "100", "--quiet"])
            .args(["--lang", lang, "--out", lang]);
        let done = command.output().expect("the program starts");
        let complaint = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{lang}: {complaint}");
        let read = |file: &str| {
            let path = folder.path().join(lang).join(file);
            fs::read(&path).unwrap_or_else(|error| panic!("{file}: {error}"))
        };
        let page = String::from_utf8(read("report.html")).expect("it is UTF-8");
        for section in SECTIONS {
            assert!(page.contains(&format!("<section id=\"{section}\">")), "{lang}: {section}");
        }
        for chart in CHARTS {
            assert!(!read(&format!("charts/{chart}.png")).is_empty(), "{chart}");
        }
        assert!(read("report.xlsx").starts_with(b"PK"));
        assert!(page.contains(&format!("staffcast plan small.toml --seed 3 --lang {lang}")));
        assert!(page.len() < 1_000_000, "{}", page.len());
        // Another language's letters would be a text that was not translated.
        let is_russian = |letter: char| ('а'..='я').contains(&letter);
        let visible = page.split("<body>").nth(1).unwrap_or_default();
        assert_eq!(visible.contains(is_russian), lang == "ru", "{lang}");
        shown(&page, lang);
    }
}

fn shown(page: &str, lang: &str) {
    let Some(browser) = Browser::find() else {
        return;
    };
    for look in [Look::light(WIDE), Look::dark(PHONE)] {
        let found = browser.examine(page, look);
        let number = |key: &str| found[key].as_f64().expect("a number");
        assert!(number("scroll") <= number("width"), "{lang}, {look:?}: {found:#}");
        for key in ["errors", "resources", "tooWide", "faint", "lost", "doubled"] {
            let list = found[key].as_array().expect("a list");
            assert!(list.is_empty(), "{lang}, {look:?}, {key}: {list:#?}");
        }
        let said = found["said"].as_str().expect("a text");
        assert!(said.contains("2026"), "{lang}, {look:?}: {said}");
        if let Some(folder) = gallery() {
            let name = format!("plan-{lang}-{}.png", look.width);
            browser.picture(page, look, &folder.join(name));
        }
    }
}
