//! What a plan may cost and whom it hires, as the command line says it: `--max-people`, `--budget`,
//! `--hires`.

use super::failure::Failure;
use crate::ids::RoleId;
use crate::plan::search::hire_options::earliest_start;
use crate::report::{Locale, Sentence, texts};
use crate::scenario::{Hire, Scenario, spoken_date, suggestion};

use jiff::civil::Date;

/// More people of one role than any list names.
const MOST: u32 = 10_000;

/// Money a month: `3000000`, `3 000 000` or `3_000_000`, with a decimal point or comma for its parts;
/// thousands set off by points or commas are not guessed at.
pub(super) fn money(text: &str, locale: Locale) -> Result<f64, Failure> {
    let plain: String = text.chars().filter(|it| !it.is_whitespace() && *it != '_').collect();
    let groups = plain.split(['.', ',']).count() > 2;
    let thousands = plain.rsplit_once(['.', ',']).is_some_and(|(_, part)| part.len() == 3);
    let amount = plain.replace(',', ".").parse().ok();
    let amount = amount.filter(|it: &f64| it.is_finite() && *it > 0.0 && !groups && !thousands);
    amount.ok_or_else(|| Failure::Input(locale.say(texts::BadBudget { text })))
}

/// A list of hires: `tp_manager=6@2026-04-15, engineer=1`. Without a date somebody is asked for at
/// once and starts when nine of ten searches have ended. Every problem is told.
pub(super) fn hires(text: &str, scenario: &Scenario, locale: Locale) -> Result<Vec<Hire>, Failure> {
    let pieces = text.split(',').map(str::trim);
    let read: Vec<Result<Hire, String>> = pieces.map(|it| hire(it, scenario, locale)).collect();
    let problems: Vec<&str> =
        read.iter().filter_map(|it| Some(it.as_ref().err()?.as_str())).collect();
    match problems.is_empty() {
        true => Ok(read.into_iter().flatten().collect()),
        false => Err(Failure::Input(problems.join("\n"))),
    }
}

fn hire(piece: &str, scenario: &Scenario, locale: Locale) -> Result<Hire, String> {
    let (who, when) = match piece.split_once('@') {
        Some((who, when)) => (who.trim(), Some(when.trim())),
        None => (piece, None),
    };
    let (name, count) = match who.split_once('=') {
        Some((name, count)) => (name.trim(), count.trim()),
        None => (who, "1"),
    };
    if name.is_empty() {
        return Err(locale.say(texts::BadHire { piece }));
    }
    let Some(role) = scenario.roles.iter().position(|it| it.key == name) else {
        return Err(match meant(piece, scenario) {
            Some(meant) => locale.say(texts::HireMeant { piece, meant }),
            None => unknown_role(name, scenario, locale),
        });
    };
    let count = count.parse().ok().filter(|it| (1..=MOST).contains(it));
    let Some(count) = count else {
        return Err(locale.say(texts::BadHireCount { piece, most: MOST }));
    };
    let role = RoleId::new(role);
    let start = match when {
        None => earliest_start(scenario, role),
        Some(text) => date(text).ok_or_else(|| {
            let meant = spoken_date(text).unwrap_or_else(|| start_of(scenario));
            locale.say(texts::BadHireDate { piece, text, meant })
        })?,
    };
    within(start, piece, scenario, locale)?;
    Ok(Hire::new(role, start, count))
}

/// A hire with another sign between the role and the number: `engineer: 2`, `2 x engineer`.
fn meant(piece: &str, scenario: &Scenario) -> Option<String> {
    let (who, when) = piece.split_once('@').map_or((piece, ""), |it| (it.0, &piece[it.0.len()..]));
    let mut parts: Vec<&str> = who.split([' ', ':', '=', '+', '*', '×']).collect();
    parts.retain(|it| !it.is_empty() && !["x", "х"].contains(it));
    let role = scenario.roles.iter().find(|it| parts.contains(&&*it.key))?;
    parts.retain(|it| *it != role.key);
    let [count] = parts.as_slice() else { return None };
    let count: u32 = count.trim_matches(['x', 'х']).parse().ok()?;
    Some(format!("{}={count}{when}", role.key))
}

fn start_of(scenario: &Scenario) -> String {
    scenario.timeline.start().to_string()
}

fn date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|_| text.len() == 10)
}

/// Nobody starts before the horizon or after it.
fn within(date: Date, piece: &str, scenario: &Scenario, locale: Locale) -> Result<(), String> {
    let timeline = &scenario.timeline;
    let (from, end) = (timeline.start(), timeline.first_day(timeline.months()));
    match (from..end).contains(&date) {
        true => Ok(()),
        false => Err(locale.say(texts::HireOutside {
            piece,
            from: from.to_string(),
            end: end.yesterday().unwrap_or(end).to_string(),
        })),
    }
}

pub(super) fn unknown_role(name: &str, scenario: &Scenario, locale: Locale) -> String {
    let keys = scenario.roles.iter().map(|it| it.key.as_str());
    let known = keys.clone().collect::<Vec<_>>().join(", ");
    let words = locale.say(texts::UnknownRole { name, known });
    match suggestion(name, keys) {
        Some(name) => words + "\n" + &texts::DidYouMean { name }.in_lang(locale.lang),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Lang, Study, Template, load_text, template};

    fn study() -> Study {
        let text = template(Template::HelpDesk, Lang::Ru);
        load_text("desk.toml", &text, None, &[], None).expect("a valid scenario")
    }

    fn read(text: &str) -> Result<Vec<Hire>, String> {
        let study = study();
        let scenario = &study.baseline().scenario;
        hires(text, scenario, Locale::new(Lang::En, "RUB")).map_err(|it| it.words())
    }

    fn a_role() -> (String, String) {
        let study = study();
        let scenario = &study.baseline().scenario;
        (scenario.roles[0].key.clone(), scenario.timeline.start().to_string())
    }

    #[test]
    fn a_list_of_hires_has_roles_numbers_and_dates() {
        let (role, start) = a_role();
        let found = read(&format!("{role}=6@{start}, {role} = 2,{role}")).expect("a valid list");
        assert_eq!(found.iter().map(|it| it.count).collect::<Vec<_>>(), [6, 2, 1]);
        assert_eq!(found[0].start.to_string(), start);
        assert!(found[1].start > found[0].start, "who is asked for today starts later");
        assert!(found.iter().all(|it| it.ramp && it.role == RoleId(0)));
    }

    #[test]
    fn every_problem_of_a_list_is_told_with_what_to_write() {
        let (role, start) = a_role();
        let slip = format!("{role}x");
        let list = format!(
            "{slip}=1,{role}=0,{role}=1@2020-01-01,{role}=1@soon,,{role}=1.5@{start},{role}: 2@{start},{role}@15.04.2026"
        );
        let said = read(&list).expect_err("nothing of it can be had");
        for what in [
            &*format!("did you mean `{role}`?"),
            &format!("`{role}=0`"),
            &format!("`{role}=1@2020-01-01`"),
            &format!("`{role}=1@soon`"),
            &format!("`{role}=1.5@{start}`"),
            "tp_manager=6@2026-04-15",
            &format!("write {role}=2@{start}"),
            "like 2026-04-15",
        ] {
            assert!(said.contains(what), "{what}: {said}");
        }
    }

    #[test]
    fn money_is_never_guessed() {
        let read = |text| money(text, Locale::new(Lang::Ru, "RUB")).ok();
        assert_eq!((read("3000000"), read("3 000 000")), (Some(3e6), Some(3e6)));
        assert_eq!((read("1_500.5"), read("1500,50")), (Some(1500.5), Some(1500.5)));
        for wrong in ["0", "-5", "much", "NaN", "inf", "1,500", "1.500.000", "3M", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
