//! Values of options: how they are read, and what is said of those that cannot be.

use crate::report::{Sentence, texts};
use crate::scenario::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::ffi::OsString;
use std::fmt;

/// More threads than any machine has processors only take memory.
const MOST_THREADS: u64 = 1_024;

/// What a value should have been, in each language: options are read before the language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong([String; 2]);

impl Wrong {
    /// What was expected.
    pub(crate) fn expected(what: &impl Sentence) -> Self {
        Self([Lang::Ru, Lang::En].map(|it| what.in_lang(it)))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}", Lang::En.pick(self.0.each_ref()))
    }
}

impl Error for Wrong {}

/// Reads a number from `least` to `most`.
pub(crate) fn between(least: u64, most: u64) -> impl Fn(&str) -> Result<u64, Wrong> + Clone {
    move |text| match text.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(Wrong::expected(&texts::NumberBetween { least, most })),
    }
}

/// Reads a seed.
pub(crate) fn seed(text: &str) -> Result<u64, Wrong> {
    between(0, u64::MAX)(text)
}

/// Reads a number of threads; 0: one for each processor.
pub(crate) fn threads(text: &str) -> Result<usize, Wrong> {
    between(0, MOST_THREADS)(text).map(|it| it as usize)
}

/// What to say of a value that could not be read; `None` where something else is wrong.
pub(crate) fn words(error: &clap::Error, lang: Lang) -> Option<String> {
    if error.kind() != ErrorKind::ValueValidation {
        return None;
    }
    let wrong = error.source()?.downcast_ref::<Wrong>()?;
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text),
        _ => None,
    };
    let option = said(ContextKind::InvalidArg)?;
    let value = said(ContextKind::InvalidValue)?;
    let wanted = lang.pick(wrong.0.each_ref());
    Some(texts::WrongValue { option, wanted, value }.in_lang(lang))
}

/// The language that arguments ask for, whatever else is wrong with them.
pub(crate) fn lang_of(arguments: &[OsString]) -> Lang {
    let words = || arguments.iter().filter_map(|it| it.to_str());
    let together = words().filter_map(|it| it.strip_prefix("--lang="));
    let apart = words().zip(words().skip(1)).filter(|it| it.0 == "--lang");
    match together.chain(apart.map(|it| it.1)).any(|it| it == "en") {
        true => Lang::En,
        false => Lang::Ru,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_between_its_ends() {
        let read = between(10, 1_000);
        assert_eq!((read("10"), read("1000")), (Ok(10), Ok(1_000)));
        for wrong in ["9", "1001", "-3", "ten", "1e2", ""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(seed("18446744073709551615"), Ok(u64::MAX));
        assert!(seed("-1").is_err());
    }

    #[test]
    fn a_language_is_heard_in_both_spellings() {
        let of = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            lang_of(&words)
        };
        assert_eq!(of(&["run", "--lang", "en"]), Lang::En);
        assert_eq!(of(&["--lang=en", "run"]), Lang::En);
        assert_eq!(of(&["run", "--lang", "ru", "en"]), Lang::Ru);
        assert_eq!(of(&["run"]), Lang::Ru);
    }
}
