//! The macro of tables of texts: one row for each, in both languages, so that none can be missing.

/// Declares an enum of texts, `text` and `filled`, and the tests that both languages say the same.
macro_rules! texts {
    ($(#[$about:meta])* $name:ident { $($key:ident: $ru:literal, $en:literal;)* }) => {
        $(#[$about])*
        #[allow(missing_docs)] // The texts say what they are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($key),* }

        impl $name {
            /// The text in a language.
            pub(crate) fn text(self, lang: $crate::scenario::Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$key, $crate::scenario::Lang::Ru) => $ru,
                        (Self::$key, $crate::scenario::Lang::En) => $en,
                    )*
                }
            }

            /// The text with its places filled.
            pub(crate) fn filled(self, lang: $crate::scenario::Lang, values: &[(&str, &str)]) -> String {
                $crate::report::fill(self.text(lang), values)
            }
        }

        #[cfg(test)]
        mod translations {
            #[test]
            fn both_languages_say_the_same_with_the_same_places() {
                let places = |text: &'static str| {
                    let parts = text.split('{').skip(1);
                    let places = parts.filter_map(|part| part.split('}').next());
                    let mut places: Vec<&str> = places.collect();
                    places.sort_unstable();
                    places
                };
                for (key, ru, en) in [$((stringify!($key), $ru, $en)),*] {
                    assert!(!ru.trim().is_empty() && !en.trim().is_empty(), "{key}");
                    assert_eq!(places(ru), places(en), "{key}");
                }
            }
        }
    };
}

pub(crate) use texts;
