//! The names of roles after a vacancy and after a number: `вакансия менеджера ТП`, `9 менеджеров ТП`;
//! `a TP manager vacancy`, `9 TP managers`.
//!
//! Russian puts the name of a post in the genitive after both. Posts are adjectives before one noun, and what
//! follows the noun stays as it is (`менеджер по внедрению`). Only endings of posts that cannot be
//! anything else are changed; any other name is quoted instead of declined wrongly.

use super::phrase::{inline, quoted};
use crate::report::{Locale, Noun, counted, language, texts};
use crate::scenario::Lang;

/// Endings of nouns that name a post, and what they become after 2 and after 5.
const NOUNS: [(&str, [&str; 2]); 12] = [
    ("тель", ["теля", "телей"]),
    ("ер", ["ера", "еров"]),
    ("ёр", ["ёра", "ёров"]),
    ("ор", ["ора", "оров"]),
    ("ист", ["иста", "истов"]),
    ("ант", ["анта", "антов"]),
    ("ент", ["ента", "ентов"]),
    ("ик", ["ика", "иков"]),
    ("лог", ["лога", "логов"]),
    ("граф", ["графа", "графов"]),
    ("карь", ["каря", "карей"]),
    ("тарь", ["таря", "тарей"]),
];
/// Endings of English nouns that name a post and take an s.
const ENGLISH: [&str; 11] =
    ["er", "or", "ist", "ant", "ent", "ian", "yst", "ead", "lerk", "ssociate", "urse"];

/// How a name of a post is declined.
#[derive(Clone, Copy, PartialEq)]
enum Case {
    /// Of one: `старшего инженера`.
    OfOne,
    /// After 2, 3 and 4: `старших инженера`.
    Few,
    /// After 5 and more: `старших инженеров`.
    Many,
}

/// So many people of a role: `2 старших инженера`, `2 senior engineers`. What may be no post is quoted:
/// `2 человека в роли «Первая линия»`.
pub(crate) fn people_of(full: &str, count: u32, locale: Locale) -> String {
    let name = inline(short(full));
    let form = (language::of(locale.lang).form_after)(&count.to_string(), 0);
    let declined = match (locale.lang, form) {
        (Lang::Ru, 0) => declined(&name, Case::OfOne).map(|_| name.clone()),
        (Lang::Ru, 1) => declined(&name, Case::Few),
        (Lang::Ru, _) => declined(&name, Case::Many),
        (Lang::En, 0) => plural(&name).map(|_| name.clone()),
        (Lang::En, _) => plural(&name),
    };
    let number = locale.number(f64::from(count), 0);
    declined.map_or_else(
        || {
            let people = counted(f64::from(count), Noun::PERSON, locale);
            locale.say(texts::PeopleInRole { people, role: quoted(short(full), locale.lang) })
        },
        |role| format!("{number}\u{a0}{role}"),
    )
}

/// English: the plural of a post, `heads of department`; nothing where the name may be no post.
fn plural(name: &str) -> Option<String> {
    let (post, rest) = match [" of ", " for "].iter().find_map(|it| name.find(it)) {
        Some(at) => name.split_at(at),
        None => (name, ""),
    };
    let last = post.split(' ').next_back().filter(|it| it.chars().count() > 1)?;
    let letters = last.chars().all(char::is_alphabetic);
    let is_post =
        ENGLISH.iter().any(|it| last.ends_with(it)) || last.chars().all(char::is_uppercase);
    match last.strip_suffix('y') {
        Some(_) if last.ends_with("uty") || last.ends_with("ary") => {
            Some(format!("{}ies{rest}", &post[..post.len() - 1]))
        }
        _ => (letters && is_post).then(|| format!("{post}s{rest}")),
    }
}

/// The name of a role after a vacancy, inside a sentence.
pub(crate) fn of_role(name: &str, lang: Lang) -> String {
    let name = short(name);
    match lang {
        Lang::En => match inline(name) {
            post if plural(&post).is_some() => post,
            _ => quoted(name, lang),
        },
        Lang::Ru => declined(&inline(name), Case::OfOne).unwrap_or_else(|| quoted(name, lang)),
    }
}

/// The abbreviation of a name that ends with one in brackets, or the name.
pub(crate) fn short(name: &str) -> &str {
    let within = name.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    within.map_or(name, |it| it.1)
}

/// Russian; `None` where the ending is not known to be that of a post.
fn declined(name: &str, case: Case) -> Option<String> {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        if let Some(declined) = adjective(word, case) {
            *word = declined;
            continue;
        }
        *word = noun(word, case)?;
        return Some(words.join(" "));
    }
    None
}

/// After every number but one adjectives are in the plural: `2 старших инженера`.
fn adjective(word: &str, case: Case) -> Option<String> {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|it| it.chars().count() > 2);
    if let Some(stem) = stem("ый").or_else(|| stem("ой")) {
        return Some(format!("{stem}{}", if case == Case::OfOne { "ого" } else { "ых" }));
    }
    let stem = stem("ий")?;
    if case != Case::OfOne {
        return Some(format!("{stem}их"));
    }
    let soft = stem.ends_with(['ш', 'щ', 'ч', 'ж', 'н']);
    Some(format!("{stem}{}", if soft { "его" } else { "ого" }))
}

fn noun(word: &str, case: Case) -> Option<String> {
    // An abbreviation is not declined.
    if word.chars().count() > 1 && word.chars().all(char::is_uppercase) {
        return Some(word.to_owned());
    }
    let (ending, declined) = NOUNS.iter().find(|it| word.ends_with(it.0))?;
    let declined = declined[usize::from(case == Case::Many)];
    Some(format!("{}{declined}", word.strip_suffix(ending)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_declined_as_russians_decline_them() {
        for (name, wanted) in [
            ("Менеджер ТП", "менеджера ТП"),
            ("Старший инженер", "старшего инженера"),
            ("Менеджер по внедрению", "менеджера по внедрению"),
            ("Менеджер по сопровождению (МОС)", "МОС"),
            ("Руководитель отдела", "руководителя отдела"),
            ("Ведущий технический специалист", "ведущего технического специалиста"),
            ("Секретарь", "секретаря"),
        ] {
            assert_eq!(of_role(name, Lang::Ru), wanted);
        }
    }

    #[test]
    fn what_may_be_no_post_is_quoted_and_not_declined() {
        for name in ["Первая линия", "Поддержка", "Разработка", "first", "Старший", ""]
        {
            assert_eq!(of_role(name, Lang::Ru), format!("«{name}»"));
        }
    }

    #[test]
    fn english_needs_no_ending() {
        assert_eq!(of_role("Senior engineer", Lang::En), "senior engineer");
        assert_eq!(of_role("TP manager", Lang::En), "TP manager");
        assert_eq!(of_role("Tier 1", Lang::En), "“Tier 1”");
    }

    #[test]
    fn posts_follow_numbers_as_russian_and_english_ask_for() {
        let said = |name: &str, count: u32, lang: Lang| {
            people_of(name, count, Locale::new(lang, "RUB")).replace('\u{a0}', " ")
        };
        for (name, wanted) in [
            ("Менеджер ТП", ["менеджеров ТП", "менеджер ТП", "менеджера ТП"]),
            ("Старший инженер", ["старших инженеров", "старший инженер", "старших инженера"]),
            (
                "Руководитель отдела",
                ["руководителей отдела", "руководитель отдела", "руководителя отдела"],
            ),
            (
                "Главный специалист",
                ["главных специалистов", "главный специалист", "главных специалиста"],
            ),
            ("Менеджер по сопровождению (МОС)", ["МОС", "МОС", "МОС"]),
        ] {
            let [many, one, few] = wanted;
            for (count, form) in [(0, many), (1, one), (2, few), (5, many), (11, many), (21, one)] {
                assert_eq!(said(name, count, Lang::Ru), format!("{count} {form}"));
            }
        }
        assert_eq!(said("Первая линия", 2, Lang::Ru), "2 человека в роли «Первая линия»");
        assert_eq!(said("Разработка", 5, Lang::Ru), "5 человек в роли «Разработка»");
        for (name, one, many) in [
            ("TP manager", "TP manager", "TP managers"),
            ("Senior engineer", "senior engineer", "senior engineers"),
            ("Head of department", "head of department", "heads of department"),
            ("Deputy", "deputy", "deputies"),
            ("Client-success manager (CSM)", "CSM", "CSMs"),
        ] {
            for (count, form) in [(0, many), (1, one), (2, many), (11, many), (21, many)] {
                assert_eq!(said(name, count, Lang::En), format!("{count} {form}"));
            }
        }
        assert_eq!(said("Tier 1", 2, Lang::En), "2 people as “Tier 1”");
        assert_eq!(said("Support", 1, Lang::En), "1 person as “Support”");
    }
}
