//! Values of options: how they are read, and what they should have been.

use crate::report::{Sentence, texts};
use crate::scenario::Lang;
use std::error::Error;
use std::fmt;

/// More threads than any machine has processors only take memory.
const MOST_THREADS: u64 = 1_024;

/// What a value should have been, in each language: options are read before the language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong([String; 2]);

impl Wrong {
    pub(crate) fn expected(what: &impl Sentence) -> Self {
        Self([Lang::Ru, Lang::En].map(|it| what.in_lang(it)))
    }

    /// What was expected, in a language.
    pub(crate) fn words(&self, lang: Lang) -> &str {
        lang.pick(self.0.each_ref().map(String::as_str))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}", self.words(Lang::En))
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
}
