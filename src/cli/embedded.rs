//! The scenarios that come with the program, inside it.

use super::failure::Failure;
use crate::scenario::{self, Lang, Problems, Study};
use std::io;
use std::path::{Path, PathBuf};

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        /// Path and text of every shipped scenario.
        const SHIPPED: &[(&str, &str)] = &[
            $((
                concat!("scenarios/", $name),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/", $name)),
            )),*
        ];
    };
}

shipped! {
    "klientskaya-baza.toml",
    "pass24-claimed-load.toml",
    "pass24.toml",
    "reference.toml",
    "verification/absence.toml",
    "verification/calendar-ru.toml",
    "verification/desk-s1.toml",
    "verification/desk-s2.toml",
    "verification/desk-s3.toml",
    "verification/desk-s4.toml",
    "verification/desk-s5.toml",
    "verification/desk-s6.toml",
    "verification/helpdesk-14.toml",
    "verification/helpdesk.toml",
    "verification/mg1-deterministic.toml",
    "verification/mg1-erlang2.toml",
    "verification/mg1-exponential.toml",
    "verification/mg1-lognormal.toml",
    "verification/mm1.toml",
    "verification/mm10.toml",
    "verification/mm3.toml",
    "verification/officehours.toml",
    "verification/priority-nonpreemptive.toml",
    "verification/priority-preemptive.toml",
}

/// The shipped scenario that a path names: `scenarios/pass24.toml`, `pass24.toml` or `pass24`.
pub(crate) fn find(path: &Path) -> Option<&'static str> {
    let wanted = path.to_str()?.replace('\\', "/");
    let wanted = wanted.trim_start_matches("./");
    let names = |full: &str| {
        let short = full.trim_start_matches("scenarios/");
        [full, short, short.trim_end_matches(".toml")].contains(&wanted)
    };
    SHIPPED.iter().map(|it| it.0).find(|it| names(it))
}

/// The text of a shipped scenario.
pub(crate) fn text(name: &str) -> &'static str {
    SHIPPED.iter().find(|it| it.0 == name).map_or("", |it| it.1)
}

/// A shipped scenario and those that it extends: names without folders, and texts.
pub(crate) fn texts_of(name: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut wanted = Some(name.to_owned());
    while let Some((path, text)) =
        wanted.and_then(|it| SHIPPED.iter().find(|shipped| shipped.0 == it))
    {
        let (folder, short) = path.rsplit_once('/').unwrap_or(("", path));
        found.push((short.to_owned(), (*text).to_owned()));
        let base = text.lines().find_map(|it| it.strip_prefix("extend = \""));
        wanted = base.and_then(|it| it.split('"').next()).map(|it| format!("{folder}/{it}"));
    }
    found
}

/// Every shipped scenario.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|it| it.0)
}

/// Reads a shipped scenario, and the shipped ones that it extends.
///
/// They are put into a temporary folder, so that reading them is reading any other file; that
/// folder is then taken out of every name.
pub fn load(
    name: &str,
    overrides: &[(String, String)],
    lang: Option<Lang>,
) -> Result<Result<Study, Problems>, Failure> {
    let failed = |error: io::Error| Failure::Work(error.to_string());
    let folder = tempfile::tempdir().map_err(failed)?;
    for (path, text) in SHIPPED {
        let path = folder.path().join(path);
        let parent = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        std::fs::create_dir_all(parent).map_err(failed)?;
        std::fs::write(path, text).map_err(failed)?;
    }
    let prefix = format!("{}/", folder.path().display());
    let short = |name: &mut String| *name = name.replace(&prefix, "");
    Ok(match scenario::load(&folder.path().join(name), overrides, lang) {
        Ok(mut study) => {
            study.files.iter_mut().for_each(|it| short(&mut it.0));
            Ok(study)
        }
        Err(mut problems) => {
            short(&mut problems.file);
            for problem in &mut problems.list {
                short(&mut problem.file);
                short(&mut problem.what.ru);
                short(&mut problem.what.en);
            }
            Err(problems)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|it| it == "toml") {
                let root = Path::new(env!("CARGO_MANIFEST_DIR"));
                let path = path.strip_prefix(root).unwrap();
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn every_scenario_of_the_repository_is_shipped() {
        let mut found = Vec::new();
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &mut found);
        found.sort();
        let shipped: Vec<&str> = SHIPPED.iter().map(|it| it.0).collect();
        assert_eq!(shipped, found);
    }

    #[test]
    fn a_shipped_scenario_has_three_names() {
        for name in ["scenarios/pass24.toml", "./scenarios/pass24.toml", "pass24.toml", "pass24"] {
            assert_eq!(find(Path::new(name)), Some("scenarios/pass24.toml"), "{name}");
        }
        assert_eq!(find(Path::new("other/pass24.toml")), None);
    }

    #[test]
    fn what_a_shipped_scenario_extends_is_found() {
        let study = load("scenarios/pass24-claimed-load.toml", &[], None).unwrap().unwrap();
        let names: Vec<&str> = study.files.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(names, ["scenarios/pass24-claimed-load.toml", "pass24.toml"]);
    }
}
