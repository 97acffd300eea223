//! Words after numbers: `1 месяц`, `2 месяца`, `5 месяцев`.

use super::text::{Locale, NBSP};
use crate::scenario::Lang;

/// A noun in the forms that numbers ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// Russian after 1, 2 and 5.
    pub(crate) ru: [&'static str; 3],
    /// English after 1 and 2.
    pub(crate) en: [&'static str; 2],
}

macro_rules! nouns {
    ($($(#[$doc:meta])* $name:ident: $ru:expr, $en:expr;)*) => {
        impl Noun {
            $($(#[$doc])* pub(crate) const $name: Self = Self { ru: $ru, en: $en };)*
            /// Every noun.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

nouns! {
    /// Month.
    MONTH: ["месяц", "месяца", "месяцев"], ["month", "months"];
    /// Week.
    WEEK: ["неделя", "недели", "недель"], ["week", "weeks"];
    /// Day.
    DAY: ["день", "дня", "дней"], ["day", "days"];
    /// Hour.
    HOUR: ["час", "часа", "часов"], ["hour", "hours"];
    /// Year.
    YEAR: ["год", "года", "лет"], ["year", "years"];
    /// Person.
    PERSON: ["человек", "человека", "человек"], ["person", "people"];
    /// Ticket.
    TICKET: ["обращение", "обращения", "обращений"], ["ticket", "tickets"];
    /// Client.
    CLIENT: ["клиент", "клиента", "клиентов"], ["client", "clients"];
    /// Replication of the simulation.
    REPLICATION: ["прогон", "прогона", "прогонов"], ["replication", "replications"];
    /// Policy.
    POLICY: ["вариант", "варианта", "вариантов"], ["policy", "policies"];
    /// Problem in a scenario.
    PROBLEM: ["ошибка", "ошибки", "ошибок"], ["problem", "problems"];
    /// Assumption.
    ASSUMPTION: ["допущение", "допущения", "допущений"], ["assumption", "assumptions"];
    /// File.
    FILE: ["файл", "файла", "файлов"], ["file", "files"];
    /// Breach of an SLA.
    BREACH: ["нарушение", "нарушения", "нарушений"], ["breach", "breaches"];
    /// Vacancy.
    VACANCY: ["вакансия", "вакансии", "вакансий"], ["vacancy", "vacancies"];
}

impl Noun {
    /// The form after a number that is printed with so many decimals.
    ///
    /// Russian follows CLDR: 1, 21, 31 … but not 11; 2–4, 22–24 … but not 12–14; a fraction
    /// takes the genitive singular, which these nouns share with the form after 2.
    pub(crate) fn after(&self, value: f64, decimals: usize, lang: Lang) -> &'static str {
        let printed = format!("{:.decimals$}", value.abs());
        match lang {
            Lang::En if printed == "1" => self.en[0],
            Lang::En => self.en[1],
            Lang::Ru if decimals > 0 => self.ru[1],
            Lang::Ru => {
                let digits = printed.as_bytes();
                let last = digits[digits.len() - 1];
                let teen = digits.len() > 1 && digits[digits.len() - 2] == b'1';
                match last {
                    b'1' if !teen => self.ru[0],
                    b'2'..=b'4' if !teen => self.ru[1],
                    _ => self.ru[2],
                }
            }
        }
    }
}

/// A number with its noun: `3 месяца`.
pub(crate) fn counted(value: f64, noun: Noun, locale: Locale) -> String {
    let word = noun.after(value, 0, locale.lang);
    format!("{}{NBSP}{word}", locale.number(value, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_has_three_forms() {
        let form = |value: f64| Noun::MONTH.after(value, 0, Lang::Ru);
        for one in [1.0, 21.0, 101.0, 1001.0] {
            assert_eq!(form(one), "месяц", "{one}");
        }
        for few in [2.0, 3.0, 4.0, 22.0, 104.0] {
            assert_eq!(form(few), "месяца", "{few}");
        }
        for many in [0.0, 5.0, 11.0, 12.0, 14.0, 20.0, 111.0, 112.0, 1000.0] {
            assert_eq!(form(many), "месяцев", "{many}");
        }
        assert_eq!(Noun::MONTH.after(1.5, 1, Lang::Ru), "месяца");
    }

    #[test]
    fn english_has_two() {
        assert_eq!(Noun::MONTH.after(1.0, 0, Lang::En), "month");
        assert_eq!(Noun::MONTH.after(1.0, 1, Lang::En), "months");
        assert_eq!(Noun::MONTH.after(0.0, 0, Lang::En), "months");
    }

    #[test]
    fn no_form_of_a_noun_is_missing() {
        for noun in Noun::ALL {
            assert!(noun.ru.iter().chain(&noun.en).all(|form| !form.is_empty()), "{noun:?}");
        }
    }

    #[test]
    fn a_number_and_its_noun_stay_together() {
        let locale = Locale::new(Lang::Ru, "RUB");
        assert_eq!(counted(2.0, Noun::MONTH, locale), "2\u{a0}месяца");
        assert_eq!(counted(1200.0, Noun::TICKET, locale), "1\u{202f}200\u{a0}обращений");
    }
}
