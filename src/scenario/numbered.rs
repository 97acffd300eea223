//! Numbers with their nouns: `1 неделя`, `2 недели`, `5 недель`.

use super::model::Text;

/// A number with its noun, in both languages: the noun as it is after 1, 2 and 5 in Russian, after 1
/// and 2 in English.
pub(crate) fn numbered(number: usize, ru: [&str; 3], en: [&str; 2]) -> Text {
    let printed = number.to_string();
    let (ru, en) = (ru[russian_form(&printed, 0)], en[english_form(&printed, 0)]);
    Text { ru: format!("{number} {ru}"), en: format!("{number} {en}") }
}

/// Russian follows CLDR: 1, 21, 31 … but not 11; 2–4, 22–24 … but not 12–14; a fraction takes the
/// genitive singular, which nouns share with the form after 2.
pub(crate) fn russian_form(printed: &str, decimals: usize) -> usize {
    let digits = printed.as_bytes();
    let teen = digits.len() > 1 && digits[digits.len() - 2] == b'1';
    match digits[digits.len() - 1] {
        _ if decimals > 0 => 1,
        b'1' if !teen => 0,
        b'2'..=b'4' if !teen => 1,
        _ => 2,
    }
}

/// English has one form after 1, and another after everything else that may be printed.
pub(crate) fn english_form(printed: &str, _decimals: usize) -> usize {
    usize::from(printed != "1")
}
