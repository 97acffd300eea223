//! Numbers as people write them: `120000`, `"120 000"`, `"120_000"`.

use super::{comma, meant, plain, said, shown};
use crate::scenario::model::Text;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::tree::{Node, Value};

/// No number of a scenario is larger.
pub(crate) const MOST: f64 = 1e12;

/// What is wrong, and what to write instead.
pub(crate) type Wrong = (Text, Text);

/// A finite number from text, with spaces or underscores between digits.
pub(crate) fn parse_number(text: &str) -> Result<f64, Wrong> {
    let separators = |it: &char| matches!(it, ' ' | '_' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let text = text.trim();
    let digits: String = text.chars().filter(|it| !separators(it)).collect();
    let minus = digits.replace('\u{2212}', "-");
    let plain = minus
        .bytes()
        .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'-' | b'+' | b'e' | b'E'));
    let short: String = text.chars().take(60).collect();
    match minus.parse::<f64>() {
        Ok(number) if plain && !number.is_finite() => Err(too_large(&short)),
        Ok(number) if plain => Ok(number),
        _ if minus.contains(',') => {
            Err(comma::wrong(&minus, &str::to_owned).unwrap_or_else(|| {
                (
                    say!("запятая в числе: {short}", "a comma in a number: {short}"),
                    say!("например: 1200 или 1200.5", "for instance 1200 or 1200.5"),
                )
            }))
        }
        _ => Err((
            say!("\"{short}\" — не число", "\"{short}\" is not a number"),
            say!("например: 120000 или \"120 000\"", "for instance 120000 or \"120 000\""),
        )),
    }
}

fn too_large(written: &str) -> Wrong {
    (
        say!("слишком большое число: {written}", "too large a number: {written}"),
        say!("не больше 1000000000000", "at most 1000000000000"),
    )
}

/// The number of a node that is one, be it in quotes; finite and not absurdly large.
pub(crate) fn number_of(node: &Node) -> Option<Result<f64, Wrong>> {
    let number = match &node.value {
        Value::Whole(number) => Ok(*number as f64),
        Value::Number(number) => Ok(*number),
        Value::Text(text) => parse_number(text),
        _ => return None,
    };
    Some(number.and_then(|number| {
        let written = shown(node).en;
        if number.is_nan() {
            Err((
                say!("{written} — не число", "{written} is not a number"),
                say!("напишите число", "write a number"),
            ))
        } else if number.abs() > MOST {
            Err(too_large(&written))
        } else {
            Ok(number)
        }
    }))
}

/// A whole number between two bounds.
pub(crate) fn whole(at: &At<'_>, least: i64, most: i64, c: &mut Check<'_>) -> Option<i64> {
    let at = plain(at, c)?;
    let range = if at.path.ends_with(".priority") {
        say!(
            "целое число от {least} до {most}: 1 раньше 2, обычно 5",
            "a whole number from {least} to {most}: 1 goes before 2, the usual is 5"
        )
    } else if most == i64::MAX {
        say!("целое число не меньше {least}", "a whole number of at least {least}")
    } else {
        say!("целое число от {least} до {most}", "a whole number from {least} to {most}")
    };
    let number = match at.node.value {
        Value::Whole(whole) => whole,
        Value::Table(ref table) if table.get("min").is_some() || table.get("max").is_some() => {
            let what = say!("здесь не может быть диапазона", "this cannot be a range");
            c.wrong_value(&at, what, range);
            return None;
        }
        _ => match number_of(at.node) {
            None => {
                c.wrong_type(&at, say!("целое число", "a whole number"), &least.max(1).to_string());
                return None;
            }
            Some(Err((what, instead))) => {
                let instead = match at.node.text() {
                    Some(text) if text.contains(',') => instead,
                    Some(text) => match meant::amount(text).or_else(|| in_words(text, &at.path)) {
                        Some(meant) => say!("напишите {meant}", "write {meant}"),
                        None => range,
                    },
                    None => instead,
                };
                c.wrong_value(&at, what, instead);
                return None;
            }
            Some(Ok(number)) if number.fract() == 0.0 => number as i64,
            Some(Ok(number)) => {
                let instead = match at.path.ends_with(".headcount") {
                    true => part_time(number),
                    false => range,
                };
                let what = say!("{number} — не целое число", "{number} is not a whole number");
                c.wrong_value(&at, what, instead);
                return None;
            }
        },
    };
    if number < least {
        let what = say!("{number} меньше {least}", "{number} is less than {least}");
        c.wrong_value(&at, what, range);
        return None;
    }
    if number > most {
        let what = say!("{number} больше {most}", "{number} is more than {most}");
        c.wrong_value(&at, what, range);
        return None;
    }
    Some(number)
}

/// The whole number that is meant by a text at a path.
fn in_words(text: &str, path: &str) -> Option<String> {
    let number = match path.ends_with(".months") {
        true => said::months(text),
        false => said::counted(text),
    };
    number.map(|it| it.to_string())
}

/// How part of a person is written.
fn part_time(number: f64) -> Text {
    let (people, part) = (number.ceil(), format!("{:.0}%", 100.0 * number.fract()));
    say!(
        "людей — целое число; неполный день пишется так: headcount = {people}, people = [{{ count = 1, fte = \"{part}\" }}]",
        "people are a whole number; part time is written headcount = {people}, people = [{{ count = 1, fte = \"{part}\" }}]"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_grouped() {
        for text in ["120000", "120 000", "120_000", "120\u{a0}000", "1.2e5"] {
            assert_eq!(parse_number(text).unwrap(), 120_000.0, "{text}");
        }
    }

    #[test]
    fn a_comma_is_answered_with_a_point() {
        assert_eq!(parse_number("7,5").unwrap_err().1.en, "write 7.5");
        assert_eq!(parse_number("1,200,000").unwrap_err().1.en, "write 1200000");
        let two = "write 3000 if the comma separates thousands, or 3.000 if a fraction";
        assert_eq!(parse_number("3,000").unwrap_err().1.en, two);
        assert!(parse_number("inf").is_err());
        assert!(parse_number("").is_err());
    }
}
