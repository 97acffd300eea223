//! The names of roles after a vacancy: `вакансия менеджера ТП`, `a TP manager vacancy`.
//!
//! Russian puts the name of a post in the genitive. Posts are adjectives before one noun, and what
//! follows the noun stays as it is (`менеджер по внедрению`). Only endings of posts that cannot be
//! anything else are changed; any other name is quoted instead of declined wrongly.

use super::phrase::{inline, quoted};
use crate::scenario::Lang;

/// Endings of nouns that name a post, and what they become.
const NOUNS: [(&str, &str); 12] = [
    ("тель", "теля"),
    ("ер", "ера"),
    ("ёр", "ёра"),
    ("ор", "ора"),
    ("ист", "иста"),
    ("ант", "анта"),
    ("ент", "ента"),
    ("ик", "ика"),
    ("лог", "лога"),
    ("граф", "графа"),
    ("карь", "каря"),
    ("тарь", "таря"),
];

/// The name of a role after a vacancy, inside a sentence.
pub(crate) fn of_role(name: &str, lang: Lang) -> String {
    let name = short(name);
    match lang {
        Lang::En => inline(name),
        Lang::Ru => genitive(&inline(name)).unwrap_or_else(|| quoted(name, lang)),
    }
}

/// The abbreviation of a name that ends with one in brackets, or the name.
pub(crate) fn short(name: &str) -> &str {
    let within = name.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    within.map_or(name, |it| it.1)
}

/// Russian; `None` where the ending is not known to be that of a post.
fn genitive(name: &str) -> Option<String> {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        if let Some(declined) = adjective(word) {
            *word = declined;
            continue;
        }
        *word = noun(word)?;
        return Some(words.join(" "));
    }
    None
}

fn adjective(word: &str) -> Option<String> {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|it| it.chars().count() > 2);
    if let Some(stem) = stem("ый").or_else(|| stem("ой")) {
        return Some(format!("{stem}ого"));
    }
    let stem = stem("ий")?;
    let soft = stem.ends_with(['ш', 'щ', 'ч', 'ж', 'н']);
    Some(format!("{stem}{}", if soft { "его" } else { "ого" }))
}

fn noun(word: &str) -> Option<String> {
    // An abbreviation is not declined.
    if word.chars().count() > 1 && word.chars().all(char::is_uppercase) {
        return Some(word.to_owned());
    }
    let (ending, declined) = NOUNS.iter().find(|it| word.ends_with(it.0))?;
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
    }
}
