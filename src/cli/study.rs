//! From arguments to a study: the file or its embedded copy, the changes, the policies.

use super::failure::Failure;
use super::options::{DEFAULT, Reading, Scenario};
use super::{embedded, output};
use crate::report::{Sentence, texts};
use crate::scenario::{Lang, Problems, Study, load};
use std::path::Path;

/// Reads and checks the scenario of a command.
///
/// A shipped scenario that is not there as a file is read from the program itself, so that the
/// program works in any folder.
pub(crate) fn read(scenario: &Scenario, reading: &Reading) -> Result<Study, Failure> {
    let path = scenario.path.as_deref().unwrap_or(Path::new(DEFAULT));
    let lang = reading.lang();
    let study = match embedded::find(path) {
        Some(name) if !path.exists() => embedded::load(name, &reading.set, lang)?,
        _ => load(path, &reading.set, lang),
    };
    let refused = |it: Problems| Failure::of_problems(&it, lang, output::is_colourful());
    study.map_err(refused)
}

/// Keeps the baseline and the policies of these names; all of them when there are none.
pub(crate) fn choose(mut study: Study, names: &[String], lang: Lang) -> Result<Study, Failure> {
    if names.is_empty() {
        return Ok(study);
    }
    let unknown = names.iter().filter(|name| study.policies.iter().all(|it| it.key != **name));
    let complaints: Vec<String> = unknown.map(|it| unknown_policy(&study, it, lang)).collect();
    if !complaints.is_empty() {
        return Err(Failure::Input(complaints.join("\n")));
    }
    let baseline = study.policies[0].key.clone();
    study.policies.retain(|it| it.key == baseline || names.contains(&it.key));
    Ok(study)
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
