//! Texts in the languages of the program, and the languages.

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
    /// Every language, by its code.
    pub(crate) const ALL: &[(&str, Self)] = &[("ru", Self::Ru), ("en", Self::En)];

    /// Its code, what it calls itself, and what it is called in English.
    pub(crate) fn names(self) -> [&'static str; 3] {
        match self {
            Self::Ru => ["ru", "Русский", "Russian"],
            Self::En => ["en", "English", "English"],
        }
    }

    /// Its code in files, options and pages.
    pub(crate) fn code(self) -> &'static str {
        self.names()[0]
    }

    /// The language of a code.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|it| it.0 == code).map(|it| it.1)
    }

    /// The one that a page offers instead.
    pub(crate) fn next(self) -> Self {
        let mut all = Self::ALL.iter().cycle().map(|it| it.1).skip_while(|it| *it != self);
        all.nth(1).unwrap_or(self)
    }

    /// A text in the language. One that has no texts of its own yet reads those of another here.
    pub(crate) fn pick<T>(self, [ru, en]: [T; 2]) -> T {
        match self {
            Self::Ru => ru,
            Self::En => en,
        }
    }
}
