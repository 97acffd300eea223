//! Scenarios to start from: each in every language, with a currency and a calendar of its own.
//!
//! A template is one text for both languages, `{{Клиенты|Clients}}`; what templates share stands
//! once, and is called by a line: `@head TITLE` (or `@intro`, what it begins with), `@people`,
//! `@policies ROLE`.

use super::model::Lang;

/// A kind of department to start from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Template {
    /// Tickets of two urgencies.
    #[default]
    HelpDesk,
    /// Calls of people who hang up, and e-mails between them.
    CallCentre,
    /// Visits, parts and appointments.
    FieldService,
    /// Tickets that go from line to line.
    ThreeLines,
    /// One queue for two shifts and somebody part-time, in a few lines.
    TwoShifts,
}

impl Template {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::HelpDesk, Self::CallCentre, Self::FieldService, Self::ThreeLines, Self::TwoShifts];

    fn written(self) -> &'static str {
        match self {
            Self::HelpDesk => include_str!("../../assets/templates/help-desk.txt"),
            Self::CallCentre => include_str!("../../assets/templates/call-centre.txt"),
            Self::FieldService => include_str!("../../assets/templates/field-service.txt"),
            Self::ThreeLines => include_str!("../../assets/templates/three-lines.txt"),
            Self::TwoShifts => include_str!("../../assets/templates/two-shifts.txt"),
        }
    }
}

/// The commented scenario of a template in a language.
pub fn template(template: Template, lang: Lang) -> String {
    let mut text = String::new();
    for line in template.written().lines() {
        match line.strip_prefix('@').map(|it| it.split_once(' ').unwrap_or((it, ""))) {
            Some((part @ ("head" | "intro"), title)) => {
                let intro = include_str!("../../assets/templates/intro.txt");
                let scenario = include_str!("../../assets/templates/scenario.txt");
                text += &intro.replace("TITLE", title);
                if part == "head" {
                    text += &format!("\n{}", scenario.replace("TITLE", title));
                }
            }
            Some(("policies", role)) => {
                let policies = include_str!("../../assets/templates/policies.txt");
                // Comments stand below each other, however long the name is.
                let hire = format!("{:<28}", format!("hire = {{ {role} = 4 }}"));
                text +=
                    &policies.replace("hire = { ROLE = 4 }        ", &hire).replace("ROLE", role);
            }
            Some(("people", _)) => text += include_str!("../../assets/templates/people.txt"),
            _ => text += &format!("{line}\n"),
        }
    }
    in_lang(&text, lang)
}

/// A text in which each pair, `{{русский|English}}`, is said in one language.
fn in_lang(text: &str, lang: Lang) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (pair, after) = after.split_once("}}").unwrap_or((after, ""));
        let (ru, en) = pair.split_once('|').unwrap_or((pair, pair));
        said += before;
        said += lang.pick([ru, en]);
        rest = after;
    }
    said + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_shifts_with_somebody_part_time_take_forty_lines() {
        for lang in [Lang::Ru, Lang::En] {
            let text = template(Template::TwoShifts, lang);
            let says = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
            let lines = text.lines().filter(says).count();
            assert!(lines <= 40, "{lines}");
        }
    }

    #[test]
    fn a_template_is_in_one_language() {
        assert_eq!(in_lang("a {{б|b}} c {{г|d}}", Lang::En), "a b c d");
        let cyrillic = |text: &str| text.chars().any(|it| ('а'..='я').contains(&it));
        for it in Template::ALL {
            let english = template(it, Lang::En);
            assert!(!cyrillic(&english), "{english}");
            let russian = template(it, Lang::Ru);
            let comments = russian.lines().filter_map(|line| line.split_once("# "));
            let silent = comments.map(|it| it.1).find(|it| !cyrillic(it));
            assert!(!russian.contains("{{") && !russian.contains('@'), "{russian}");
            assert_eq!(silent, None, "a comment that is not in Russian");
        }
    }
}
