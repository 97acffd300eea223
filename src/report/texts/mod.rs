//! Every text of the reports: one row each, one column for each language, checked by the compiler.
//!
//! A row without places is a [`Word`]; a row with places is a struct that has them as fields. A
//! place that a language leaves out, or that the row does not declare, does not compile.

use crate::scenario::Lang;

/// Declares texts: `Name: "…", "…";` or `Name { place, … }: "… {place}", "… {place}";`.
macro_rules! texts {
    ($($name:ident $({ $($place:ident),+ })?: $ru:literal, $en:literal;)*) => {
        $(
            const _: () = assert!(!$ru.is_empty() && !$en.is_empty(), "a translation is missing");
            texts!(@ $name $({ $($place),+ })?: $ru, $en);
        )*
    };
    (@ $name:ident: $ru:literal, $en:literal) => {
        impl $crate::report::texts::Word {
            #[allow(non_upper_case_globals)] // Named as the sentences are.
            pub(crate) const $name: Self = Self { name: stringify!($name), texts: [$ru, $en] };
        }
    };
    (@ $name:ident { $($place:ident),+ }: $ru:literal, $en:literal) => {
        #[allow(non_camel_case_types)] // The type of each place has the place's name.
        pub(crate) struct $name<$($place),+> {
            $(pub(crate) $place: $place,)+
        }

        #[allow(non_camel_case_types)]
        impl<$($place: std::fmt::Display),+> $crate::report::texts::Sentence for $name<$($place),+> {
            fn in_lang(&self, lang: $crate::scenario::Lang) -> String {
                let write: [fn(&Self) -> String; 2] = [
                    |Self { $($place),+ }| format!($ru, $($place = $place),+),
                    |Self { $($place),+ }| format!($en, $($place = $place),+),
                ];
                let text = lang.pick(write)(self);
                #[cfg(test)]
                $crate::report::texts::heard::note(stringify!($name), &text, &[
                    $((stringify!($place), self.$place.to_string())),+
                ]);
                text
            }
        }
    };
}

mod claims;
mod decision;
mod fit;
#[cfg(test)]
pub(crate) mod heard;
mod nouns;
mod parts;
mod plan;
mod readings;
mod run;
mod shared;
mod verify;
mod what_if;

pub(crate) use claims::*;
pub(crate) use decision::*;
pub(crate) use fit::*;
pub(crate) use nouns::{Noun, counted};
pub(crate) use parts::*;
pub(crate) use plan::*;
pub(crate) use readings::*;
pub(crate) use run::*;
pub(crate) use shared::*;
pub(crate) use verify::*;
pub(crate) use what_if::*;

/// What can be said in every language.
pub(crate) trait Sentence {
    /// In a language.
    fn in_lang(&self, lang: Lang) -> String;
}

/// A text without places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Of its row.
    #[cfg_attr(not(test), allow(dead_code, reason = "tests hear which sentences are said"))]
    name: &'static str,
    texts: [&'static str; 2],
}

impl Word {
    /// In a language.
    pub(crate) fn text(self, lang: Lang) -> &'static str {
        let text = lang.pick(self.texts);
        #[cfg(test)]
        heard::note(self.name, text, &[]);
        text
    }
}

impl Sentence for Word {
    fn in_lang(&self, lang: Lang) -> String {
        self.text(lang).to_owned()
    }
}
