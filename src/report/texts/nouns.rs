//! Nouns in the forms that follow numbers: `1 месяц`, `2 месяца`, `5 месяцев`.

use crate::report::language;
use crate::report::text::{Locale, NBSP};
use crate::scenario::Lang;

/// A noun in the forms that numbers ask for: one list for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    forms: [&'static [&'static str]; 2],
}

macro_rules! nouns {
    ($($name:ident: $ru:expr, $en:expr;)*) => {
        impl Noun {
            $(pub(crate) const $name: Self = Self { forms: [&$ru, &$en] };)*

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

// Russian after 1, 2 and 5; English after 1 and 2.
nouns! {
    MONTH: ["месяц", "месяца", "месяцев"], ["month", "months"];
    DAY: ["день", "дня", "дней"], ["day", "days"];
    HOUR: ["час", "часа", "часов"], ["hour", "hours"];
    YEAR: ["год", "года", "лет"], ["year", "years"];
    PERSON: ["человек", "человека", "человек"], ["person", "people"];
    REPLICATION: ["прогон", "прогона", "прогонов"], ["replication", "replications"];
    POLICY: ["вариант", "варианта", "вариантов"], ["policy", "policies"];
    ASSUMPTION: ["допущение", "допущения", "допущений"], ["assumption", "assumptions"];
    // What is opened: `открыть 2 вакансии`.
    VACANCY_TO_OPEN: ["вакансию", "вакансии", "вакансий"], ["vacancy", "vacancies"];
    // What is late: `2 опоздания`.
    LATE: ["опоздание", "опоздания", "опозданий"], ["late item", "late items"];
    // After "of": `у 4 ролей`, `у 12 долей`.
    OF_ROLES: ["роли", "ролей", "ролей"], ["role", "roles"];
    OF_SHARES: ["доли", "долей", "долей"], ["share", "shares"];
    // After "about": `около 100 дел`.
    OF_ITEMS: ["дела", "дел", "дел"], ["item", "items"];
    // After "in": `в 3 месяцах`.
    IN_MONTHS: ["месяце", "месяцах", "месяцах"], ["month", "months"];
}

impl Noun {
    /// The form after a number that is printed with so many decimals.
    pub(crate) fn after(&self, value: f64, decimals: usize, lang: Lang) -> &'static str {
        let printed = format!("{:.decimals$}", value.abs());
        lang.pick(self.forms)[(language::of(lang).form_after)(&printed, decimals)]
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
    fn every_noun_has_its_forms_after_every_kind_of_number() {
        // Positions of the forms: one, few, many in Russian; one, many in English.
        let table = [
            (0.0, 0, 2, 1),
            (1.0, 0, 0, 0),
            (2.0, 0, 1, 1),
            (5.0, 0, 2, 1),
            (11.0, 0, 2, 1),
            (21.0, 0, 0, 1),
            (1.5, 1, 1, 1),
        ];
        for noun in Noun::ALL {
            for (number, decimals, ru, en) in table {
                assert_eq!(noun.after(number, decimals, Lang::Ru), noun.forms[0][ru], "{number}");
                assert_eq!(noun.after(number, decimals, Lang::En), noun.forms[1][en], "{number}");
            }
        }
    }

    #[test]
    fn a_number_and_its_noun_stay_together() {
        let locale = Locale::new(Lang::Ru, "RUB");
        assert_eq!(counted(2.0, Noun::MONTH, locale), "2\u{a0}месяца");
        assert_eq!(counted(1200.0, Noun::LATE, locale), "1\u{202f}200\u{a0}опозданий");
    }
}
