//! From arguments to a study: the file or its embedded copy, the changes, the policies.

use super::failure::Failure;
use super::options::{Reading, Scenario};
use super::{embedded, terminal};
use crate::report::{Sentence, texts};
use crate::scenario::{Lang, Problems, Study, load};

/// Reads and checks the scenario of a command, with these values put over those of the file.
///
/// A shipped scenario that is not there as a file is read from the program itself, so that the
/// program works in any folder.
pub(super) fn load_with(
    scenario: &Scenario,
    reading: &Reading,
    overrides: &[(String, String)],
) -> Result<Study, Failure> {
    let (path, lang) = (scenario.path(), reading.lang);
    let study = match embedded::find(path) {
        Some(name) if !path.exists() => embedded::load(name, overrides, lang)?,
        _ => load(path, overrides, lang),
    };
    let refused = |it: Problems| Failure::of_problems(&it, lang, terminal::is_colourful());
    study.map_err(refused)
}

/// Keeps the baseline and the policies of these names; all of them when there are none.
pub(crate) fn choose(mut study: Study, names: &[String], lang: Lang) -> Result<Study, Failure> {
    require(&study, names, lang)?;
    let baseline = study.baseline().key.clone();
    let chosen = |key: &String| names.is_empty() || *key == baseline || names.contains(key);
    study.retain(|it| chosen(&it.key));
    Ok(study)
}

/// Fails where a name is no policy's.
pub(crate) fn require(study: &Study, names: &[String], lang: Lang) -> Result<(), Failure> {
    let unknown = names.iter().filter(|name| study.policies.iter().all(|it| it.key != **name));
    let complaints: Vec<String> = unknown.map(|it| unknown_policy(study, it, lang)).collect();
    match complaints.is_empty() {
        true => Ok(()),
        false => Err(Failure::Input(complaints.join("\n"))),
    }
}

fn unknown_policy(study: &Study, name: &str, lang: Lang) -> String {
    let keys = study.policies.iter().map(|it| it.key.as_str());
    let closest = keys
        .clone()
        .map(|it| (strsim::damerau_levenshtein(it, name), it))
        .min()
        .filter(|(distance, it)| *distance <= it.chars().count().max(3) / 3);
    let known = keys.collect::<Vec<_>>().join(", ");
    let words = texts::UnknownPolicy { name, known }.in_lang(lang);
    match closest {
        Some((_, it)) => words + "\n" + &texts::DidYouMean { name: it }.in_lang(lang),
        None => words,
    }
}
