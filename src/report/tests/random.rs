//! Random small departments at every command: what is printed must follow from the CSV files.

use super::department::thrown_together;
use super::list::SENTENCES;
use super::told::{Command, Told, try_tell};
use super::{of_claims, of_run};
use crate::ids::RoleId;
use crate::plan::sensitivity::Asked;
use crate::scenario::Lang;

/// Departments that are tried; each takes a few hundredths of a second.
const DEPARTMENTS: u64 = 60;

/// What no document may say: answers that are not in the list, and words of what is not known.
fn strange(told: &Told) -> Vec<String> {
    let said = told.said();
    // Notes of the scenario are messages about the file.
    let notes = &told.study.baseline().scenario.notes;
    let is_note = |it: &str| notes.iter().any(|note| note.in_lang(told.lang) == it);
    let unlisted = told.answers().into_iter().filter(|answer| {
        if is_note(answer) {
            return false;
        }
        let answer = answer.to_lowercase();
        !said.iter().any(|it| answer.contains(&it.text.trim_end_matches('.').to_lowercase()))
    });
    let unlisted = unlisted.map(|it| format!("not in the list: {it}"));
    let undefined = told
        .answers_and_details()
        .into_iter()
        .filter(|it| ["NaN", "inf", "— %", "—\u{a0}", " — —"].iter().any(|word| it.contains(word)));
    unlisted.chain(undefined.map(|it| format!("undefined: {it}"))).collect()
}

fn wrong(text: &str, command: Command, lang: Lang) -> Result<(Told, Vec<String>), String> {
    let told = try_tell(text, command, lang)?;
    let mut wrong = strange(&told);
    wrong.extend(match command {
        Command::Run => of_run::wrong(&told),
        Command::Claims => of_claims::wrong_claims(&told),
        Command::Sensitivity(_) => of_claims::wrong_sensitivity(&told),
        Command::Check | Command::Plan(_) => Vec::new(),
    });
    Ok((told, wrong))
}

#[test]
fn whatever_a_random_department_prints_follows_from_its_files() {
    let (mut found, mut heard) = (Vec::new(), std::collections::BTreeMap::new());
    for number in 0..DEPARTMENTS {
        let text = thrown_together(number);
        let lang = if number.is_multiple_of(2) { Lang::En } else { Lang::Ru };
        let mut commands = vec![Command::Run, Command::Check];
        if text.contains("[[claims]]") {
            commands.push(Command::Claims);
        }
        if text.contains("min = ") {
            commands.push(Command::Sensitivity(Asked::Utilisation(RoleId(0))));
        }
        for command in commands {
            let (told, wrong) = match wrong(&text, command, lang) {
                Ok(it) => it,
                Err(problems) => {
                    found.push(format!("{number} {problems}\n{text}"));
                    continue;
                }
            };
            told.said().iter().for_each(|it| *heard.entry(it.name).or_insert(0) += 1);
            found.extend(wrong.into_iter().map(|it| format!("{number} {command:?} {it}")));
        }
    }
    let silent: Vec<&str> =
        SENTENCES.iter().map(|it| it.0).filter(|it| !heard.contains_key(it)).collect();
    assert!(
        found.is_empty(),
        "{}\n{} in all\n{heard:?}\nnever said: {silent:?}",
        found.join("\n"),
        found.len()
    );
}
