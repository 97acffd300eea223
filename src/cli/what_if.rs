//! What-ifs of the command line: `--set`, `--hire` and `--rule`, and what a run compares when they are given.
//!
//! A run without `--policy` compares what is with what is asked: the values are set in one more
//! policy, by the same changes that a file may state. A command that answers one question instead
//! answers it as if they were so.

use super::failure::Failure;
use super::options::{Reading, Scenario};
use super::rules::Rules;
use super::{study, terms};
use crate::report::{Document, Sentence, texts};
use crate::scenario::{Change, Hire, Lang, Policy, Study, Text, shared_by_policies};

/// The key of the policy that is asked for.
const KEY: &str = "what-if";

/// The study in which every policy has the hires of the command line.
pub(super) fn everywhere(scenario: &Scenario, reading: &Reading) -> Result<Study, Failure> {
    let mut study = study::load_with(scenario, reading, &reading.overrides())?;
    let hires = hires(reading, &study)?;
    hire_everywhere(&mut study, &hires);
    Ok(study)
}

/// Makes the hires under every policy: they are agreed, whatever else is decided.
pub(super) fn hire_everywhere(study: &mut Study, hires: &[Hire]) {
    let agreed = |it: &Hire| Change::Hire(it.clone().agreed());
    let changes: Vec<Change> = hires.iter().map(agreed).collect();
    change_everywhere(study, &changes);
}

/// Makes changes under every policy.
pub(super) fn change_everywhere(study: &mut Study, changes: &[Change]) {
    study.each(|policies| policies.iter_mut().for_each(|it| change(it, changes)));
}

/// What a run compares: the named policies; else what is asked beside the baseline, when something
/// is; else every policy. The hires are made in whatever is compared with the baseline.
pub(super) fn compared(
    scenario: &Scenario,
    reading: &Reading,
    rules: &Rules,
    policies: &[String],
) -> Result<Study, Failure> {
    // First as typed, so that what is wrong with a value is shown where it stands.
    let typed = study::load_with(scenario, reading, &reading.overrides())?;
    let hires = hires(reading, &typed)?.into_iter().map(Change::Hire);
    let changes: Vec<Change> = hires.chain(ruled(scenario, reading, rules, &typed)?).collect();
    let lang = reading.locale(&typed).lang;
    let (of_all, own): (Vec<_>, Vec<_>) =
        reading.set.iter().cloned().partition(|it| shared_by_policies(&it.0));
    if !policies.is_empty() || (own.is_empty() && changes.is_empty()) {
        let mut chosen = study::choose(typed, policies, lang)?;
        let named = |it: &Policy| policies.contains(&it.key);
        chosen
            .each(|all| all.iter_mut().filter(|it| named(it)).for_each(|it| change(it, &changes)));
        return Ok(chosen);
    }
    let key = free_key(&typed);
    let title = title(reading, rules);
    let mut study = if own.is_empty() {
        typed
    } else {
        let common: Vec<_> = of_all.into_iter().chain(reading.known()).collect();
        let asked = ("policies+".to_owned(), policy(&key, &title, &set_changes(&own)));
        let with = |first: &[(String, String)]| {
            study::load_with(
                scenario,
                reading,
                &[&common[..], first, std::slice::from_ref(&asked)].concat(),
            )
        };
        let study = with(&[])?;
        match study.baseline().key == key {
            // A file that states no policies: the one that it then has must be stated, too.
            true => with(&[(
                "policies+".to_owned(),
                "{ key = \"as-is\", title = { ru = \"Как есть\", en = \"As is\" } }".to_owned(),
            )])?,
            false => study,
        }
    };
    study.each(|all| {
        if all.iter().all(|it| it.key != key) {
            let asked = Policy { key: key.clone(), title: title.clone(), ..all[0].clone() };
            all.push(asked);
        }
        let baseline = all[0].key.clone();
        all.retain(|it| it.key == key || it.key == baseline);
        all.iter_mut().filter(|it| it.key == key).for_each(|it| change(it, &changes));
    });
    Ok(study)
}

/// Everybody whom `--hire` names.
pub(super) fn hires(reading: &Reading, study: &Study) -> Result<Vec<Hire>, Failure> {
    match reading.hire.is_empty() {
        true => Ok(Vec::new()),
        false => {
            let all = reading.hire.join(",");
            terms::hires(&all, &study.baseline().scenario, reading.locale(study))
        }
    }
}

/// The hires that rules of the command line ask for, as the reader of files understands them: they are
/// read as those of one more policy.
pub(super) fn ruled(
    scenario: &Scenario,
    reading: &Reading,
    rules: &Rules,
    study: &Study,
) -> Result<Vec<Change>, Failure> {
    if rules.rule.is_empty() {
        return Ok(Vec::new());
    }
    let locale = reading.locale(study);
    let named = |rule: &&String| study.policies.iter().any(|it| it.key == rule.trim());
    if let Some(rule) = rules.rule.iter().find(named) {
        return Err(Failure::Input(locale.say(texts::RuleIsPolicy { rule: rule.trim() })));
    }
    let changes = rules.changes(&study.baseline().scenario, locale)?;
    let key = free_key(study);
    let asked = ("policies+".to_owned(), policy(&key, &Text::default(), &changes));
    let all = [reading.overrides(), vec![asked]].concat();
    let read = study::load_with(scenario, reading, &all)?;
    let own = read.policies.into_iter().find(|it| it.key == key);
    Ok(own.map_or_else(Vec::new, |it| it.changes))
}

fn change(policy: &mut Policy, changes: &[Change]) {
    for change in changes {
        let inputs = policy.scenario.inputs.clone();
        policy.scenario.apply(change, &inputs);
        policy.changes.push(change.clone());
    }
}

/// A key that no policy has.
fn free_key(study: &Study) -> String {
    let known = |key: &String| study.policies.iter().any(|it| it.key == *key);
    let numbered = (2..).map(|it| format!("{KEY}-{it}"));
    let mut keys = std::iter::once(KEY.to_owned()).chain(numbered);
    keys.find(|it| !known(it)).unwrap_or_default()
}

/// Says under the title of an answer what it takes for granted: what was typed.
pub(super) fn granted(mut document: Document, reading: &Reading, rules: &Rules) -> Document {
    let asked = typed(reading, rules);
    if !asked.is_empty() {
        document.subtitle += &document.locale.say(texts::AsIf { asked });
    }
    document
}

/// Values, hires and rules as they were typed.
fn typed(reading: &Reading, rules: &Rules) -> String {
    let set = reading.set.iter().map(|(path, value)| format!("{path}={value}"));
    let hired = reading.hire.iter().map(|it| format!("+{it}"));
    set.chain(hired).chain(rules.rule.iter().cloned()).collect::<Vec<_>>().join(", ")
}

/// What the policy is called: what was typed.
fn title(reading: &Reading, rules: &Rules) -> Text {
    let asked = typed(reading, rules);
    let in_lang = |lang| texts::WhatIf { asked: &asked }.in_lang(lang);
    Text { ru: in_lang(Lang::Ru), en: in_lang(Lang::En) }
}

/// Values that are set, as a file would state them.
fn set_changes(set: &[(String, String)]) -> String {
    let changes = set.iter().map(|(path, value)| {
        // What is no value of TOML is a text, as everywhere on the command line.
        let is_toml = toml::from_str::<toml::Table>(&format!("v = {value}")).is_ok();
        let value = if is_toml { value.clone() } else { text(value) };
        format!("{{ set = {}, value = {value} }}", text(path))
    });
    changes.collect::<Vec<_>>().join(", ")
}

/// A policy as a file would state it.
fn policy(key: &str, title: &Text, changes: &str) -> String {
    let (ru, en) = (text(&title.ru), text(&title.en));
    format!("{{ key = \"{key}\", title = {{ ru = {ru}, en = {en} }}, changes = [{changes}] }}")
}

/// A text in quotes: JSON writes it as TOML does.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
