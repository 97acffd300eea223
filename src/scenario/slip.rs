//! Slips: lines that are no TOML although it is clear what they mean, read as they were meant.
//!
//! The file is refused all the same. But one slip must not hide every other problem until it is
//! mended, nor make up problems of its own: a key without `=` is not a key that is missing.

use super::model::Text;
use super::problem::say;
use super::tree::Place;
use super::wording::Effect;

/// Spaces that nobody sees and no key may contain.
const INVISIBLE: [char; 6] = ['\u{a0}', '\u{202f}', '\u{2009}', '\u{200b}', '\u{2060}', '\u{feff}'];
/// More of a line than this is not repeated in an advice.
const SHOWN: usize = 60;

/// A slip: where it is, what is wrong, what to write instead.
pub(crate) type Slip = (Place, Text, Text);

/// A text with its slips mended, line by line.
#[derive(Debug)]
pub(crate) struct Mended {
    pub(crate) text: String,
    /// What was mended.
    pub(crate) slips: Vec<Slip>,
    /// Where each line begins here, where it began, and how long it was.
    lines: Vec<(usize, usize, usize)>,
}

impl Mended {
    /// Of a text in which the parser found errors; `None` when none of them is a slip.
    pub(crate) fn of(file: u32, text: &str, errors: &[(Place, String)]) -> Option<Self> {
        let mut mended = Self {
            text: String::with_capacity(text.len() + 64),
            slips: Vec::new(),
            lines: Vec::new(),
        };
        let mut errors = errors.iter().peekable();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let mut messages = Vec::new();
            while let Some((_, message)) = errors.next_if(|it| (it.0.start as usize) < end) {
                messages.push(message.as_str());
            }
            let (body, rest) = line.split_at(line.trim_end_matches(['\r', '\n']).len());
            mended.lines.push((mended.text.len(), start, line.len()));
            let mend = if messages.is_empty() { None } else { meant(body, &messages) };
            match mend {
                Some(mend) => {
                    let place = Place {
                        file,
                        start: (start + mend.at.0) as u32,
                        end: (start + mend.at.1) as u32,
                    };
                    mended.slips.push((place, mend.what, mend.instead));
                    mended.text.push_str(&mend.line);
                }
                None => mended.text.push_str(body),
            }
            mended.text.push_str(rest);
            start = end;
        }
        (!mended.slips.is_empty()).then_some(mended)
    }

    /// Where a position of the mended text was in the text as written.
    pub(crate) fn written(&self, at: u32) -> u32 {
        let at = at as usize;
        let line = self.lines.partition_point(|it| it.0 <= at).max(1) - 1;
        let (here, start, length) = self.lines[line];
        (start + (at - here).min(length)) as u32
    }
}

/// A line as it was meant, and the bytes of it that are wrong.
struct Mend {
    line: String,
    at: (usize, usize),
    what: Text,
    instead: Text,
}

fn meant(line: &str, messages: &[&str]) -> Option<Mend> {
    let says = |effects: &[Effect]| messages.iter().any(|it| effects.contains(&Effect::of(it)));
    visible(line)
        .or_else(|| comment(line))
        .or_else(|| header(line).or_else(|| spaced(line)).filter(|_| says(&[Effect::Header])))
        .or_else(|| assignment(line).filter(|_| says(&[Effect::Sign, Effect::NoValue])))
}

/// A space that only looks like one, before the value.
fn visible(line: &str) -> Option<Mend> {
    let head = line.find(['=', '"', '\'', '#']).unwrap_or(line.len());
    let (head, rest) = line.split_at(head);
    let (at, found) = head.char_indices().find(|it| INVISIBLE.contains(&it.1))?;
    let mut mended = String::new();
    for it in head.chars() {
        match INVISIBLE.contains(&it) {
            // As many bytes as before: all that follows keeps its place.
            true => mended.push_str(&" ".repeat(it.len_utf8())),
            false => mended.push(it),
        }
    }
    let code = u32::from(found);
    Some(Mend {
        line: mended + rest,
        at: (at, at + found.len_utf8()),
        what: say!(
            "здесь невидимый пробел (U+{code:04X})",
            "there is an invisible space here (U+{code:04X})"
        ),
        instead: say!(
            "удалите его или поставьте обычный пробел",
            "remove it or type a plain space"
        ),
    })
}

/// A comment of another language.
fn comment(line: &str) -> Option<Mend> {
    let mut quote = None;
    let mut before = ' ';
    let mut found = None;
    for (at, it) in line.char_indices() {
        match quote {
            Some(open) if it == open => quote = None,
            Some(_) => {}
            None if it == '"' || it == '\'' => quote = Some(it),
            None if it == '#' => return None,
            None if before.is_whitespace() && line[at..].starts_with("//") => {
                found = Some(at);
                break;
            }
            None => {}
        }
        before = it;
    }
    let at = found?;
    Some(Mend {
        line: format!("{}# {}", &line[..at], &line[at + 2..]),
        at: (at, at + 2),
        what: say!("комментарий начинается не с `//`", "a comment does not begin with `//`"),
        instead: say!("напишите `#` вместо `//`", "write `#` instead of `//`"),
    })
}

/// A header without its last bracket.
fn header(line: &str) -> Option<Mend> {
    let written = line.trim();
    let open = written.chars().take_while(|it| *it == '[').count();
    let closed = written.chars().rev().take_while(|it| *it == ']').count();
    let name = written.get(open..written.len() - closed)?.trim();
    let plain = |it: char| it.is_alphanumeric() || "_-.\"".contains(it);
    if !(1..=2).contains(&open) || closed >= open || name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    let close = "]".repeat(open - closed);
    let end = line.trim_end().len();
    let whole = short(&format!("{written}{close}"));
    Some(Mend {
        line: format!("{}{close}", line.trim_end()),
        at: (end - written.len(), end),
        what: say!("заголовок не закрыт", "the header is not closed"),
        instead: say!("напишите `{whole}`", "write `{whole}`"),
    })
}

/// A header with a name of several words.
fn spaced(line: &str) -> Option<Mend> {
    let written = line.trim();
    let name = written.trim_start_matches('[').trim_end_matches(']');
    let open = written.len() - written.trim_start_matches('[').len();
    let word = |it: char| it.is_alphanumeric() || " _-".contains(it);
    if !(1..=2).contains(&open)
        || name.contains(['"', '\''])
        || !name.split('.').all(|it| it.chars().all(word))
    {
        return None;
    }
    let quoted = |it: &str| match it.contains(' ') {
        true => format!("\"{it}\""),
        false => it.to_owned(),
    };
    let name = name.split('.').map(|it| quoted(it.trim())).collect::<Vec<_>>().join(".");
    let mended = format!("{}{name}{}", "[".repeat(open), "]".repeat(open));
    let whole = short(&mended);
    let start = line.len() - line.trim_start().len();
    Some(Mend {
        line: mended,
        at: (start, start + written.len()),
        what: say!("имя из нескольких слов", "a name of several words"),
        instead: say!("напишите `{whole}`", "write `{whole}`"),
    })
}

/// A key and a value with another sign between them, or with none.
fn assignment(line: &str) -> Option<Mend> {
    let indent = line.len() - line.trim_start().len();
    let written = &line[indent..];
    let of_key = |it: char| it.is_alphanumeric() || "_-.\"'".contains(it);
    let end = written.find(|it: char| !of_key(it))?;
    let (key, after) = written.split_at(end);
    let whole = key.matches(['"', '\'']).count().is_multiple_of(2);
    let sign_at = end + after.len() - after.trim_start().len();
    let signs = after.trim_start();
    let value = signs.trim_start_matches([':', '=']);
    let sign = &signs[..signs.len() - value.len()];
    let value = value.trim();
    if key.is_empty() || !whole || value.is_empty() {
        return None;
    }
    let what = match sign {
        "" => say!("нет знака `=`", "`=` is missing"),
        "==" => say!("лишний знак `=`", "`=` too many"),
        _ => say!("`{sign}` вместо `=`", "`{sign}` in place of `=`"),
    };
    let mended = format!("{key} = {value}");
    let advice = short(&mended);
    let at = indent + sign_at;
    Some(Mend {
        line: format!("{}{mended}", &line[..indent]),
        at: (at, at + sign.len().max(1)),
        what,
        instead: say!("напишите `{advice}`", "write `{advice}`"),
    })
}

fn short(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(line: &str, message: &str) -> Option<String> {
        meant(line, &[message]).map(|it| it.line)
    }

    #[test]
    fn a_line_is_read_as_it_was_meant() {
        let sign = "key with no value";
        for (line, message, meant) in [
            ("pay: 5", sign, "pay = 5"),
            ("  pay 5", sign, "  pay = 5"),
            ("pay := 5", sign, "pay = 5"),
            ("pay == 5", "extra `=`", "pay = 5"),
            ("// note", sign, "#  note"),
            ("pay = 5 // note", "unexpected content", "pay = 5 #  note"),
            ("[roles.b", "unclosed table", "[roles.b]"),
            ("[[policies]", "unclosed array table", "[[policies]]"),
            ("[roles.a b]", "unclosed table", "[roles.\"a b\"]"),
            ("\u{a0}pay = 5", "invalid unquoted key", "  pay = 5"),
        ] {
            assert_eq!(mended(line, message).as_deref(), Some(meant), "{line}");
        }
        for (line, message) in [
            ("roles.agent", sign),
            ("\"a b\": 5", sign),
            ("url = http://x", "string values must be quoted"),
            ("name = \"a // b\" c", "unexpected content"),
            ("[roles.a, b]", "unclosed table"),
            ("pay: 5", "string values must be quoted"),
        ] {
            assert_eq!(mended(line, message), None, "{line}");
        }
    }

    #[test]
    fn places_are_those_of_the_text_as_written() {
        let text = "a: 1\nbb = 2\n";
        let place = Place { file: 0, start: 2, end: 2 };
        let errors = [(place, "key with no value".to_owned())];
        let mended = Mended::of(0, text, &errors).expect("a slip");
        assert_eq!(mended.text, "a = 1\nbb = 2\n");
        assert_eq!(mended.written(6), 5);
        assert_eq!(mended.written(mended.text.len() as u32), text.len() as u32);
        assert_eq!((mended.slips[0].0.start, mended.slips[0].0.end), (1, 2));
    }
}
