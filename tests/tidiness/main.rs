//! Habits that keep the code readable: layers, first sentences, size, and one place that prints.

mod imports;

use std::fs;
use std::path::{Path, PathBuf};

/// Lines of code of one file, without its tests.
const LONGEST: usize = 400;

/// Files that are longer and why: to be divided, never to be added to.
const TOO_LONG: &[&str] = &[];

/// Circles of files that import each other; to be broken, never to be added to.
const CIRCLES: usize = 5;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its path in the project and its text.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path: PathBuf = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root()).expect("it is in the project");
            let text = fs::read_to_string(&path).expect("it is text");
            found.push((name.display().to_string(), text));
        }
    }
}

/// The modules of the library, lowest first.
fn layers() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("there is a library");
    let modules = text.lines().filter_map(|line| line.strip_prefix("mod "));
    modules.map(|it| it.trim_end_matches(';').to_owned()).collect()
}

/// The module of the library that a file belongs to.
fn module_of(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    inside.split(['/', '.']).next().unwrap_or_default()
}

/// Modules that a text names after `crate::`, in code and not in comments.
fn named_modules(text: &str) -> Vec<(usize, String)> {
    let paths = imports::paths(&imports::code(text)).into_iter();
    let of_crate = paths.filter(|(_, path)| path[0] == "crate" && path.len() > 1);
    of_crate.map(|(line, mut path)| (line, path.remove(1))).collect()
}

/// A file's code up to its tests.
fn without_tests(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines before a file's tests.
fn code_lines(text: &str) -> usize {
    text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count()
}

fn is_test_file(file: &str) -> bool {
    file.contains("tests") || file.ends_with("properties.rs") || file.ends_with("cases.rs")
}

#[test]
fn a_module_uses_only_what_is_declared_above_it() {
    let layers = layers();
    assert!(layers.len() > 8, "{layers:?}");
    let height = |module: &str| layers.iter().position(|it| it == module);
    let mut wrong = Vec::new();
    for (file, text) in files("src") {
        let Some(own) = height(module_of(&file)) else {
            continue; // lib.rs and main.rs stand above all.
        };
        for (line, name) in named_modules(&text) {
            if height(&name).is_some_and(|used| used > own) {
                wrong.push(format!(
                    "{file}:{line}: `{}` uses `{name}`, which is above it",
                    layers[own]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_import_over_several_lines_is_read() {
    let text = "use crate::time::Effort;\nuse crate::{\n    // first\n    engine::{FutureEvents, Model},\n    \
                cli::main,\n};\nfn f() -> crate::plan::Answer {}\npub(in crate::random) fn g() {}\n";
    let named = named_modules(text);
    let named: Vec<(usize, &str)> = named.iter().map(|(line, it)| (*line, &**it)).collect();
    assert_eq!(named, [(1, "time"), (2, "engine"), (2, "engine"), (2, "cli"), (7, "plan")]);
}

#[test]
fn hardly_any_files_import_each_other() {
    let files = files("src").into_iter().filter(|(file, _)| !is_test_file(file));
    let files = files.map(|(file, text)| (file, imports::code(&without_tests(&text))));
    let modules = imports::Modules::of(files);
    let circles = modules.circles();
    assert!(circles.len() <= CIRCLES, "{} circles\n{circles:#?}", circles.len());
}

#[test]
fn files_that_import_each_other_are_found() {
    let file = |name: &str, code: &str| (name.to_owned(), code.to_owned());
    let files = [
        file("src/lib.rs", "mod a;"),
        file("src/a/mod.rs", "pub use b::B;\nmod b; mod c; mod d;"),
        file("src/a/b.rs", "use super::{\n    c::C,\n    d::D,\n};"),
        file("src/a/c.rs", "use crate::a::B;"),
        file("src/a/d.rs", "struct D;"),
    ];
    let modules = imports::Modules::of(files.into_iter());
    assert_eq!(modules.circles(), [["src/a/b.rs", "src/a/c.rs"]]);
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let mut silent = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for (file, text) in files(folder) {
            let first = text.lines().next().unwrap_or_default();
            let sentence = first.strip_prefix("//! ").unwrap_or_default();
            if !sentence.starts_with(|it: char| it.is_uppercase() || "`[".contains(it))
                && !sentence.starts_with("staffcast")
            {
                silent.push(format!("{file}: {first}"));
            }
        }
    }
    assert!(silent.is_empty(), "\n{}", silent.join("\n"));
}

#[test]
fn only_the_command_line_prints() {
    let macros = ["println!", "print!", "eprintln!", "eprint!", "dbg!"];
    let mut prints = Vec::new();
    for (file, text) in files("src") {
        if file == "src/main.rs" || file.starts_with("src/cli/") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if macros.iter().any(|it| code.contains(it)) {
                prints.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(prints.is_empty(), "\n{}", prints.join("\n"));
}

#[test]
fn no_file_has_more_code_than_anybody_reads_at_once() {
    let mut long = Vec::new();
    let mut divided: Vec<&str> = TOO_LONG.to_vec();
    for (file, text) in files("src") {
        let lines = code_lines(&text);
        if lines <= LONGEST || is_test_file(&file) {
            continue;
        }
        match divided.iter().position(|it| *it == file) {
            Some(known) => drop(divided.remove(known)),
            None => {
                long.push(format!("{file}: {lines} lines of code: look for the second idea in it"))
            }
        }
    }
    assert!(long.is_empty(), "\n{}", long.join("\n"));
    assert!(divided.is_empty(), "no longer too long, take them from the list: {divided:?}");
}

#[test]
fn nothing_is_left_to_be_done_in_the_code() {
    let marks = [
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
        "XX".to_owned() + "X",
        "un".to_owned() + "implemented!",
    ];
    let mut left = Vec::new();
    for (file, text) in files("src") {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|it| line.contains(it.as_str())) {
                left.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(left.is_empty(), "\n{}", left.join("\n"));
}
