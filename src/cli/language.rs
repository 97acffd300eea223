//! The language of what is said before a scenario is read, or when it cannot be: `--lang`, then the
//! locale. Results never depend on the locale.

use crate::scenario::Lang;
use std::ffi::OsString;

/// The variables of a locale, the most important first (POSIX.1-2017, section 8.2).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that arguments ask for, whatever else is wrong with them; else that of the locale.
pub(crate) fn of(arguments: &[OsString]) -> Lang {
    asked(arguments).unwrap_or_else(of_locale)
}

/// The language of the locale.
pub(crate) fn of_locale() -> Lang {
    let variables = VARIABLES.map(|it| std::env::var(it).unwrap_or_default());
    of_variables(variables.each_ref().map(String::as_str))
}

/// That of the first variable that says anything; English where it is none of ours.
fn of_variables(variables: [&str; 3]) -> Lang {
    let first = variables.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    let language = first.split(['_', '.', '@', '-']).next().unwrap_or_default();
    Lang::of_code(&language.to_ascii_lowercase()).unwrap_or(Lang::En)
}

fn asked(arguments: &[OsString]) -> Option<Lang> {
    let words = || arguments.iter().filter_map(|it| it.to_str());
    let together = words().filter_map(|it| it.strip_prefix("--lang="));
    let apart = words().zip(words().skip(1)).filter(|it| it.0 == "--lang");
    together.chain(apart.map(|it| it.1)).find_map(Lang::of_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_heard_in_both_spellings() {
        let of = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            asked(&words)
        };
        assert_eq!(of(&["run", "--lang", "en"]), Some(Lang::En));
        assert_eq!(of(&["--lang=en", "run"]), Some(Lang::En));
        assert_eq!(of(&["run", "--lang", "ru", "en"]), Some(Lang::Ru));
        assert_eq!((of(&["run"]), of(&["run", "--lang", "de"])), (None, None));
    }

    #[test]
    fn the_first_variable_that_is_set_decides_and_what_is_not_russian_is_english() {
        for (variables, lang) in [
            (["", "", "ru_RU.UTF-8"], Lang::Ru),
            (["en_US.UTF-8", "ru_RU.UTF-8", "ru_RU.UTF-8"], Lang::En),
            (["", "ru", "de_DE"], Lang::Ru),
            (["", "", "C.UTF-8"], Lang::En),
            (["", "", ""], Lang::En),
            (["", "", "rum_RO"], Lang::En),
        ] {
            assert_eq!(of_variables(variables), lang, "{variables:?}");
        }
    }
}
