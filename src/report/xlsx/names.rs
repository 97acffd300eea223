//! Names of sheets: at most 31 letters, some signs forbidden, no two alike.

use std::collections::HashSet;

const LONGEST: usize = 31;

/// Names that are taken.
#[derive(Default)]
pub(crate) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// A name for a sheet with a title.
    pub(crate) fn add(&mut self, title: &str) -> String {
        let plain: String = title.chars().filter_map(allowed).collect();
        let plain = plain.trim().trim_matches('\'');
        let plain = if plain.is_empty() { "–" } else { plain };
        let name = (1..)
            .map(|number| match number {
                1 => shortened(plain, LONGEST),
                _ => {
                    let ending = format!(" ({number})");
                    shortened(plain, LONGEST - ending.chars().count()) + &ending
                }
            })
            // Spreadsheets do not tell capitals from small letters.
            .find(|name| !self.taken.contains(&name.to_lowercase()))
            .expect("there is always another number");
        self.taken.insert(name.to_lowercase());
        name
    }
}

fn allowed(letter: char) -> Option<char> {
    match letter {
        '[' => Some('('),
        ']' => Some(')'),
        '/' | '\\' => Some('–'),
        ':' | '*' | '?' => None,
        letter if letter.is_control() => None,
        '\u{a0}' | '\u{202f}' => Some(' '),
        letter => Some(letter),
    }
}

/// Cut between words, if at all. Spreadsheets count in UTF-16.
fn shortened(text: &str, longest: usize) -> String {
    let length = |text: &str| text.encode_utf16().count();
    if length(text) <= longest {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        let longer = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
        if length(&longer) > longest - 1 {
            break;
        }
        short = longer;
    }
    if short.is_empty() {
        short = text.chars().take(longest / 2).collect();
    }
    // A little word at the end promises more.
    while let Some((rest, last)) = short.rsplit_once(' ') {
        if last.chars().count() > 2 {
            break;
        }
        short = rest.to_owned();
    }
    short.trim_end_matches([',', ';', '–', ' ']).to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal_short_and_unlike() {
        let mut names = Names::default();
        assert_eq!(names.add("План/факт: [все]?"), "План–факт (все)");
        assert_eq!(names.add("план/факт (ВСЕ)"), "план–факт (ВСЕ) (2)");
        let long = names.add("План против бездействия и правил документа");
        assert_eq!(long, "План против бездействия…");
        assert_eq!(names.add(&"я".repeat(80)).chars().count(), 16);
        assert_eq!(names.add(""), "–");
        for _ in 0..12 {
            let name = names.add("План против бездействия и правил документа");
            assert!(name.encode_utf16().count() <= LONGEST, "{name}");
        }
    }
}
