//! From files to a study: reading, `extend`, `--set`, the check.

use super::check::{self, Asked};
use super::like;
use super::model::{Lang, Study};
use super::problem::{Problem, Problems};
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
    let mut spoken = None;
    let root = match bytes {
        Ok(bytes) => {
            spoken = language_line(&bytes);
            let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
            reading.open(&name, bytes, Some(folder), full)
        }
        Err(problem) => {
            reading.problems.push((Place::default(), *problem));
            None
        }
    };
    finish(reading, root, &name, &stem, overrides, (lang, spoken))
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
    finish(reading, root, name, &stem, overrides, (lang, language_line(text.as_bytes())))
}

fn finish(
    mut reading: Reading,
    root: Option<Node>,
    name: &str,
    stem: &str,
    overrides: &[(String, String)],
    (lang, spoken): (Option<Lang>, Option<Lang>),
) -> Result<Study, Problems> {
    let mut wanted = lang.or(spoken);
    let mut study = None;
    if let Some(mut written) = root {
        name_it(&mut written, stem);
        like::fill(&mut written);
        let given: Vec<Given> =
            overrides.iter().filter_map(|(path, value)| reading.given(path, value)).collect();
        let mut root = written.clone();
        let put = given.iter().filter_map(|it| it.put(&mut root, &reading.files));
        reading.problems.extend(put);
        wanted = lang.or_else(|| language(&root)).or(wanted);
        let differences = reading.differences(&root);
        reading.beside(&root);
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
            let mut list: Vec<Problem> = problems.into_iter().map(|(_, it)| it).collect();
            // One value of the command line may stand at many places: it is wrong once.
            let of = |it: &Problem| (it.file.clone(), it.line, it.column, it.what.clone());
            list.dedup_by(|it, before| it.line > 0 && of(it) == of(before));
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

fn language(root: &Node) -> Option<Lang> {
    let said = root.table()?.get("scenario")?.table()?.get("language")?.text()?;
    Some(called(said))
}

/// The language that a file asks for, whatever else is wrong with it: no TOML, no UTF-8.
fn language_line(bytes: &[u8]) -> Option<Lang> {
    // A letter of UTF-16 is one of ASCII with a zero beside it.
    let text: String = String::from_utf8_lossy(bytes).chars().filter(|it| *it != '\0').collect();
    let value = |line: &str| {
        let rest = line.trim().trim_start_matches(['"', '\'']).strip_prefix("language")?;
        let rest = rest.trim_start_matches(['"', '\'']).trim_start().strip_prefix(['=', ':'])?;
        let word = rest.trim_start().trim_start_matches(['"', '\'', '“', '«']);
        let word: String = word.chars().take_while(|it| it.is_alphabetic()).collect();
        (!word.is_empty()).then(|| called(&word))
    };
    text.lines().find_map(value)
}

/// English where it is none of ours: whoever writes `de` reads that sooner than Russian.
fn called(language: &str) -> Lang {
    let language = language.to_lowercase();
    let known = Lang::ALL.iter().find(|it| language.starts_with(it.0));
    known.map_or(Lang::En, |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_heard_in_a_broken_file() {
        let utf16: Vec<u8> =
            "a = 1\nlanguage = \"en\"\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, lang) in [
            (&b"[scenario\nlanguage = \"en\"\nx = \xff"[..], Some(Lang::En)),
            (&utf16, Some(Lang::En)),
            (b"{\"scenario\": {\n  \"language\": \"ru\"\n}}", Some(Lang::Ru)),
            (b"language: ru", Some(Lang::Ru)),
            (b"language = \"de\"", Some(Lang::En)),
            (b"# language = \"en\"\nlanguages = 3\nlanguage =", None),
        ] {
            assert_eq!(language_line(bytes), lang, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
