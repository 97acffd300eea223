//! Commas in numbers: the one value that was meant, or the two that may have been.

use super::number::Wrong;
use crate::scenario::problem::say;

/// What is wrong with a number that has a comma, and what to write instead; `whole` puts a number
/// back to where it stood, with its unit and its quotes. `None` when no number can be meant.
pub(crate) fn wrong(number: &str, whole: &dyn Fn(&str) -> String) -> Option<Wrong> {
    let meant = meant(number)?;
    let shown: String = number.chars().take(60).collect();
    let what = say!("запятая в числе: {shown}", "a comma in a number: {shown}");
    let values: Vec<String> = meant.iter().map(|it| whole(it)).collect();
    let instead = match &values[..] {
        [thousands, fraction] => say!(
            "напишите {thousands}, если запятая отделяет тысячи, или {fraction}, если дробь",
            "write {thousands} if the comma separates thousands, or {fraction} if a fraction"
        ),
        _ => {
            let value = &values[0];
            say!("напишите {value}", "write {value}")
        }
    };
    Some((what, instead))
}

/// The value, or first that of a comma between thousands and then that of a decimal comma.
fn meant(number: &str) -> Option<Vec<String>> {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let all_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let pieces: Vec<&str> = digits.split([',', '.']).collect();
    if !digits.contains(',')
        || pieces.len() > 12
        || digits.len() > 40
        || !pieces.iter().all(|it| all_digits(it))
    {
        return None;
    }
    // So many of the first pieces are one whole number in groups of three.
    let grouped = |count: usize| {
        let groups = &pieces[..count];
        groups[0].len() <= 3
            && !(count > 1 && groups[0].starts_with('0'))
            && groups[1..].iter().all(|it| it.len() == 3)
    };
    let last = pieces.len() - 1;
    let thousands = || format!("{sign}{}", pieces.concat());
    let fraction = || format!("{sign}{}.{}", pieces[..last].concat(), pieces[last]);
    let signs: String = digits.chars().filter(|it| matches!(it, ',' | '.')).collect();
    match signs.as_str() {
        "," if grouped(2) => Some(vec![thousands(), fraction()]),
        "," => Some(vec![fraction()]),
        // The last sign is another one than those before it: it begins the fraction.
        _ if grouped(last) && one_sign(&signs[..last - 1]) && !signs.ends_with(&signs[..1]) => {
            Some(vec![fraction()])
        }
        _ if grouped(last + 1) && signs.contains(',') && one_sign(&signs) => {
            Some(vec![thousands()])
        }
        _ => None,
    }
}

fn one_sign(signs: &str) -> bool {
    signs.bytes().all(|it| it == signs.as_bytes()[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_means_one_value_or_two_and_never_another() {
        for (written, values) in [
            ("3,000", &["3000", "3.000"][..]),
            ("12,125", &["12125", "12.125"]),
            ("0,125", &["0.125"]),
            ("10,5", &["10.5"]),
            ("-7,5", &["-7.5"]),
            ("1000,125", &["1000.125"]),
            ("1,200,000", &["1200000"]),
            ("1,200.50", &["1200.50"]),
            ("1.200,50", &["1200.50"]),
            ("1.200.300,5", &["1200300.5"]),
        ] {
            assert_eq!(
                meant(written).as_deref(),
                Some(&values.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]),
                "{written}"
            );
        }
        for written in ["1,2,3", "1.2", "a,b", ",5", "5,", "1,20,000.5", ""] {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}
