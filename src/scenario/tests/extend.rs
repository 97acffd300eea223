//! `extend`: one file over another.

use super::*;
use std::path::PathBuf;
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn load(&self, name: &str) -> Result<Study, Problems> {
        load(&self.path(name), &[], None)
    }
}

#[test]
fn what_a_file_states_replaces_key_by_key() {
    let over = r#"
extend = "base/small.toml"
[scenario]
months = 24
[roles.agent]
headcount = 5
holiday = false
[roles.trainee]
headcount = 1
[[policies]]
key = "more"
title = "Many more"
[[policies]]
key = "new"
[[claims]]
id = "C-1"
note = "a note"
[streams."ticket.urgent"]
arrival = { rate = 1, per = "month" }
route = [{ effort = "2h", role = "trainee" }]
[streams."ticket.normal"]
arrival = { rate = 1, per = "month" }
route = [{ effort = "1h", role = "agent" }, { spawn = "check" }]
[mixes]
all = false
"#;
    let base = SMALL.replace("[scenario]", "[scenario]\nname = \"base\"\ntitle = \"Small\"");
    let folder = Folder::with(&[("base/small.toml", &base), ("over.toml", over)]);
    let study = folder.load("over.toml").unwrap_or_else(|it| panic!("{it}"));
    let scenario = &study.baseline().scenario;
    assert_eq!(scenario.name, "over", "the base's name is not taken over");
    assert_eq!(scenario.title.en, "Small");
    assert_eq!(scenario.timeline.months(), 24);
    assert_eq!(scenario.roles[0].headcount, 5);
    assert_eq!(scenario.roles[0].pay, Quantity::Known(100_000.0), "what is not stated stays");
    assert_eq!(scenario.roles[0].holiday, Holiday::None, "false removes");
    assert_eq!(scenario.roles[2].key, "trainee");
    let keys: Vec<&str> = study.policies.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["as-is", "more", "new"]);
    assert_eq!(study.policies[1].title.ru, "Many more");
    assert_eq!(study.policies[1].scenario.hires.len(), 1, "the changes of the base stay");
    assert_eq!(scenario.claims[0].note.en, "a note");
    assert_eq!(scenario.streams[0].route.len(), 1, "lists without keys are replaced");
    let names: Vec<&str> = study.files.iter().map(|it| it.0.as_str()).collect();
    assert!(names[0].ends_with("over.toml") && names[1] == "base/small.toml", "{names:?}");
}

#[test]
fn a_list_with_keys_is_reached_by_headers() {
    let over = "extend = \"small.toml\"\n[policies]\nmore = false\n[policies.as-is]\ntitle = \"So it is\"\n[policies.new]\nchanges = []\n";
    let folder = Folder::with(&[("small.toml", SMALL), ("over.toml", over)]);
    let study = folder.load("over.toml").unwrap_or_else(|it| panic!("{it}"));
    let keys: Vec<&str> = study.policies.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["as-is", "new"]);
    assert_eq!(study.policies[0].title.ru, "So it is");
}

#[test]
fn a_table_in_braces_is_one_value() {
    let over = "extend = \"small.toml\"\n[roles.agent]\npay = { min = 1, max = 2 }\n";
    let base = with("pay = 100000", "pay = { value = 100000, source = \"P-1\" }");
    let folder = Folder::with(&[("small.toml", &base), ("over.toml", over)]);
    let study = folder.load("over.toml").unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(study.baseline().scenario.inputs.len(), 1);
}

#[test]
fn a_problem_names_the_file_it_stands_in() {
    let base = with("pay = 100000", "pay = -1");
    let over = "extend = \"small.toml\"\n[roles.head]\nheadcount = -1\n";
    let folder = Folder::with(&[("small.toml", &base), ("over.toml", over)]);
    let problems = folder.load("over.toml").unwrap_err();
    let files: Vec<&str> = problems.list.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(problems.len(), 2, "{problems}");
    assert!(files[0].ends_with("over.toml") && files[1] == "small.toml", "{files:?}");
    assert_eq!(problems.list[0].line, 3);
}

#[test]
fn a_circle_of_files_is_shown_as_a_chain() {
    let folder = Folder::with(&[
        ("a.toml", "extend = \"b.toml\"\n"),
        ("b.toml", "extend = \"c.toml\"\n"),
        ("c.toml", "extend = \"b.toml\"\n"),
        ("self.toml", "extend = \"self.toml\"\n"),
    ]);
    let problems = folder.load("a.toml").unwrap_err();
    assert!(
        problems.list.iter().any(|it| it.what.en.contains("in a circle: b.toml → c.toml → b.toml")),
        "{problems}"
    );
    let problems = folder.load("self.toml").unwrap_err();
    assert!(problems.list[0].what.en.contains("in a circle"), "{problems}");
}

#[test]
fn a_missing_file_does_not_hide_what_is_wrong_here() {
    let folder = Folder::with(&[("a.toml", "extend = \"gone.toml\"\n[roles.x]\nheadcount = -1\n")]);
    let problems = folder.load("a.toml").unwrap_err();
    assert_eq!(problems.len(), 1 + 1, "{problems}");
    assert_eq!(problems.list[0].line, 1);
    assert!(problems.list[0].what.en.contains("`gone.toml`: there is no such file"), "{problems}");
    let problems = read("extend = \"x.toml\"\n").unwrap_err();
    assert!(problems.list[0].what.en.contains("no other file can be read here"), "{problems}");
    let problems = read("extend = 5\n").unwrap_err();
    assert!(problems.list[0].what.en.contains("a file name in quotes"), "{problems}");
}

#[test]
fn what_the_other_file_or_entry_would_give_is_not_missing_where_the_word_is_misspelled() {
    let problems = read("extends = \"x.toml\"\n").unwrap_err();
    assert_eq!(problems.len(), 1, "{problems}");
    assert!(problems.to_string().contains("`extend`?"), "{problems}");
    let problems = self::problems(&format!("{SMALL}\n[roles.second]\nlikes = \"agent\"\n"));
    assert_eq!(problems.len(), 1, "{problems}");
    assert!(problems.to_string().contains("`like`?"), "{problems}");
}
