//! Printed numbers read again.

use crate::scenario::Lang;

/// A printed number, and half a unit of its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Printed {
    pub(super) value: f64,
    pub(super) half: f64,
    /// Whether it is said to be less than this.
    less: bool,
}

impl Printed {
    /// Whether a number is printed so.
    pub(super) fn is(self, value: f64) -> bool {
        // A share that is not all is not rounded up to all, nor one above none down to none.
        let top = self.value < 1.0 && self.value + 2.5 * self.half > 1.0;
        if self.less || (top && value < 1.0 && value > self.value) {
            return !self.less || (0.0..self.value).contains(&value);
        }
        // CSV files have six decimals.
        (self.value - value).abs() <= self.half * 1.001 + 2e-6 * value.abs().max(1.0)
    }
}

/// The numbers of a text, in its order; per cent are shares, thousands and millions are ones.
pub(super) fn numbers(text: &str, lang: Lang) -> Vec<Printed> {
    let [group, point] = lang.pick([['\u{202f}', ','], [',', '.']]);
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !digit(at) || (at > 0 && letters[at - 1].is_alphabetic()) {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).map(|it| letters[it]);
        let (negative, less) = (before == Some('−'), before == Some('<'));
        let (mut number, mut decimals) = (String::new(), None);
        while digit(at)
            || ([group, point].contains(&letters[at.min(letters.len() - 1)]) && digit(at + 1))
        {
            match letters[at] {
                it if it == point && decimals.is_none() && point != group => {
                    number.push('.');
                    decimals = Some(0);
                }
                it if it.is_ascii_digit() => {
                    number.push(it);
                    decimals = decimals.map(|it| it + 1);
                }
                _ => {}
            }
            at += 1;
        }
        let rest: String = letters[at..].iter().collect();
        let rest = rest.trim_start_matches(['\u{a0}', '\u{202f}']);
        let unit = match rest {
            it if it.starts_with('%') => 0.01,
            it if it.starts_with("тыс.") || it.starts_with("k\u{a0}") => 1e3,
            it if it.starts_with("млн") || it.starts_with("M\u{a0}") => 1e6,
            _ => 1.0,
        };
        let value: f64 = number.parse().unwrap_or(f64::NAN);
        let value = if negative { -value } else { value };
        let half = 0.5 * 0.1_f64.powi(decimals.unwrap_or(0));
        found.push(Printed { value: value * unit, half: half * unit, less });
    }
    found
}

/// The first number of a text.
pub(super) fn first(text: &str, lang: Lang) -> Option<Printed> {
    numbers(text, lang).first().copied()
}

#[test]
fn printed_numbers_are_read_again() {
    let are = |text: &str, lang: Lang, values: &[f64]| {
        let found = numbers(text, lang);
        assert_eq!(found.len(), values.len(), "{found:?}");
        assert!(found.iter().zip(values).all(|(it, value)| it.is(*value)), "{found:?}");
    };
    are("3,1\u{a0}(2,9–3,2), −7", Lang::Ru, &[3.1, 2.9, 3.2, -7.0]);
    are("1,234.5 and 75%", Lang::En, &[1234.5, 0.75]);
    are("12\u{202f}345 при 95\u{202f}% и <0,1\u{202f}%", Lang::Ru, &[12345.0, 0.95, 0.0004]);
    let printed = first("62.0%", Lang::En).expect("it is a number");
    assert!(printed.is(0.6204) && !printed.is(0.6206));
}
