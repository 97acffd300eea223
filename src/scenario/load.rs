//! From files to a study: reading, `extend`, `--set`, the check.

use super::check::{self, Asked};
use super::model::{Lang, Study};
use super::problem::Problems;
use super::reading::{Given, Reading};
use super::source;
use super::tree::{Node, Place, Value};
use std::path::Path;

/// Reads and checks a scenario file, with values from the command line; `lang` replaces the scenario's own.
pub fn load(
    path: &Path,
    overrides: &[(String, String)],
    lang: Option<Lang>,
) -> Result<Study, Problems> {
    let name = path.display().to_string();
    let mut reading = Reading::default();
    let stem = path.file_stem().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let bytes = source::read(path, &name);
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    let root = match bytes {
        Ok(bytes) => {
            let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
            reading.open(&name, bytes, Some(folder), full)
        }
        Err(problem) => {
            reading.problems.push((Place::default(), *problem));
            None
        }
    };
    finish(reading, root, &name, &stem, overrides, lang)
}

/// The same for a text; `extend` starts from a folder, and cannot be used without one.
pub fn load_text(
    name: &str,
    text: &str,
    folder: Option<&Path>,
    overrides: &[(String, String)],
    lang: Option<Lang>,
) -> Result<Study, Problems> {
    let mut reading = Reading::default();
    let folder = folder.map(Path::to_owned);
    let full = folder.clone().unwrap_or_default().join(name);
    let root = reading.open(name, text.as_bytes().to_vec(), folder, full);
    let stem = Path::new(name)
        .file_stem()
        .map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    finish(reading, root, name, &stem, overrides, lang)
}

fn finish(
    mut reading: Reading,
    root: Option<Node>,
    name: &str,
    stem: &str,
    overrides: &[(String, String)],
    lang: Option<Lang>,
) -> Result<Study, Problems> {
    let mut wanted = lang.unwrap_or_default();
    let mut study = None;
    if let Some(mut written) = root {
        name_it(&mut written, stem);
        let given: Vec<Given> =
            overrides.iter().filter_map(|(path, value)| reading.given(path, value)).collect();
        let mut root = written.clone();
        let put = given.iter().filter_map(|it| it.put(&mut root, &reading.files));
        reading.problems.extend(put);
        if lang.is_none() && language(&root) == Some("en") {
            wanted = Lang::En;
        }
        let differences = reading.differences(&root);
        reading.holidays(&root);
        let asked = Asked { root: &root, written: &written, given: &given, differences };
        match check::study(&asked, &reading.files) {
            Ok(checked) => study = Some(checked),
            Err(problems) => reading.keep(problems),
        }
    }
    match study {
        Some(mut study) if reading.problems.is_empty() => {
            study.each(|policies| {
                for policy in policies {
                    policy.scenario.lang = lang.unwrap_or(policy.scenario.lang);
                }
            });
            Ok(study)
        }
        _ => {
            let mut problems = reading.problems;
            problems.sort_by_key(|(place, _)| *place);
            let list = problems.into_iter().map(|(_, it)| it).collect();
            Err(Problems { file: name.to_owned(), lang: wanted, list })
        }
    }
}

/// A scenario without a name is called as its file.
fn name_it(root: &mut Node, stem: &str) {
    let Some(scenario) = root.table_mut().and_then(|it| it.get_mut("scenario")) else {
        return;
    };
    let place = scenario.place;
    if let Some(table) = scenario.table_mut()
        && table.get("name").is_none()
        && !stem.trim().is_empty()
    {
        table.set("name", place, Node { value: Value::Text(stem.to_owned()), place });
    }
}

fn language(root: &Node) -> Option<&str> {
    root.table()?.get("scenario")?.table()?.get("language")?.text()
}
