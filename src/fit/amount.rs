//! Amounts: numbers and lengths of time as exports write them.

/// A number: `1 234`, `0,25`, `1,234.5`.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text: String = text.trim().chars().filter(|it| !it.is_whitespace()).collect();
    let plain = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(point)) if comma < point => text.replace(',', ""),
        (Some(_), Some(_)) => text.replace('.', "").replace(',', "."),
        (Some(_), None) => text.replace(',', "."),
        _ => text,
    };
    let is_number = plain.bytes().all(|it| it.is_ascii_digit() || b".-+".contains(&it));
    if is_number { plain.parse().ok() } else { None }
}

/// Minutes of a clock reading or of words: `01:02:48`, `2h 30m`, `1 ч 5 мин`, `45 мин`.
pub(crate) fn minutes(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    if text.contains(':') {
        let fields: Option<Vec<f64>> = text.split(':').map(|it| it.parse().ok()).collect();
        return match fields?[..] {
            [hours, minutes, seconds] => Some(hours * 60.0 + minutes + seconds / 60.0),
            [hours, minutes] => Some(hours * 60.0 + minutes),
            _ => None,
        };
    }
    let (mut sum, mut digits, mut unit) = (0.0, String::new(), String::new());
    let mut found = false;
    for letter in text.chars().chain(Some('0')) {
        let is_digit = letter.is_ascii_digit() || letter == '.' || letter == ',';
        if is_digit && !unit.is_empty() {
            sum += number(&digits)? * in_minutes(&unit)?;
            found = true;
            digits.clear();
            unit.clear();
        }
        if is_digit {
            digits.push(letter);
        } else if letter.is_alphabetic() {
            unit.push(letter);
        }
    }
    found.then_some(sum)
}

fn in_minutes(unit: &str) -> Option<f64> {
    let starts = |words: &[&str]| words.iter().any(|it| unit.starts_with(it));
    match unit {
        _ if starts(&["s", "с"]) => Some(1.0 / 60.0),
        _ if starts(&["h", "ч"]) => Some(60.0),
        _ if starts(&["m", "м"]) => Some(1.0),
        "d" | "д" | "дн" | "day" | "days" => Some(480.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_points_commas_and_spaces() {
        let cases = [
            ("0,25", 0.25),
            ("1\u{a0}234", 1234.0),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("7", 7.0),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        assert!(number("code 5").is_none() && number("").is_none());
    }

    #[test]
    fn lengths_of_time_are_clock_readings_or_words() {
        let cases = [
            ("01:02:30", 62.5),
            ("0:45", 45.0),
            ("2h 30m", 150.0),
            ("1 ч 5 мин", 65.0),
            ("90s", 1.5),
        ];
        for (text, expected) in cases {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        assert!(minutes("17").is_none());
    }
}
