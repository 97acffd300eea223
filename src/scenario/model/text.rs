//! What is read: texts in two languages.

/// A text in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Text {
    /// Russian.
    pub(crate) ru: String,
    /// English.
    pub(crate) en: String,
}

/// The language of everything a person reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Text {
    /// The text in a language.
    pub(crate) fn in_lang(&self, lang: Lang) -> &str {
        lang.pick([&self.ru, &self.en])
    }
}

impl Lang {
    /// What belongs to the language, out of one value for each.
    pub(crate) fn pick<T>(self, [ru, en]: [T; 2]) -> T {
        match self {
            Self::Ru => ru,
            Self::En => en,
        }
    }
}
