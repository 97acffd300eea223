//! What is printed, and for how wide a terminal.

use super::failure::Failure;
use crate::report::terminal::wrap;
use crate::report::{Document, FileError, terminal};
use crate::scenario::Lang;
use std::io::{self, IsTerminal, Write};

/// Wider lines are hard to read.
const WIDEST: usize = 200;
/// The width of what is not a terminal.
const USUAL: usize = 100;

/// Prints to stdout. A reader that closes the pipe early, as `head` does, is no failure.
pub(crate) fn print(text: &str, lang: Lang) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::File(FileError::printing(error), lang))
        }
        _ => Ok(()),
    }
}

/// Prints a sentence below a document, in lines as wide as the terminal.
pub(crate) fn say(text: &str, lang: Lang) -> Result<(), Failure> {
    print(&format!("\n{}\n", wrap(text, width()).join("\n")), lang)
}

/// Prints a document as wide as the terminal.
pub(crate) fn show(document: &Document) -> Result<(), Failure> {
    let text = terminal(document, width());
    let coloured = io::stdout().is_terminal() && may_colour();
    let text = if coloured { signs_in_colour(&text) } else { text };
    print(&text, document.locale.lang)
}

/// What is said to be good, bad or worth attention, with its sign in that colour and in bold.
fn signs_in_colour(text: &str) -> String {
    let coloured = text.split_inclusive('\n').map(|line| {
        let colour = match line.chars().next() {
            Some('✓') => 32,
            Some('✗') => 31,
            Some('!') => 33,
            _ => return line.to_owned(),
        };
        let body = line.trim_end_matches('\n');
        format!("\u{1b}[1;{colour}m{body}\u{1b}[0m\n")
    });
    coloured.collect()
}

/// Prints a line to stderr.
pub(crate) fn complain(words: &str) {
    // Where stderr is closed, there is nowhere to report that.
    let _ = writeln!(io::stderr(), "{words}");
}

/// Whether complaints may be coloured.
pub(crate) fn is_colourful() -> bool {
    io::stderr().is_terminal() && may_colour()
}

/// Whether the user wants colours at all (no-color.org: set and not empty), and the terminal has them.
fn may_colour() -> bool {
    let set = |name| std::env::var_os(name).filter(|it| !it.is_empty());
    set("NO_COLOR").is_none() && set("TERM").is_none_or(|it| it != "dumb")
}

/// As wide as the terminal; of what is none, as wide as COLUMNS says.
fn width() -> usize {
    let size = terminal_size::terminal_size_of(io::stdout()).map(|it| usize::from(it.0.0));
    let said = || std::env::var("COLUMNS").ok()?.trim().parse().ok().filter(|&it: &usize| it > 0);
    size.or_else(said).map_or(USUAL, |it| it.min(WIDEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_good_or_bad_has_a_colour() {
        let coloured = signs_in_colour("✓ well\n  more\n✗ ill\nplain\n");
        assert_eq!(
            coloured,
            "\u{1b}[1;32m✓ well\u{1b}[0m\n  more\n\u{1b}[1;31m✗ ill\u{1b}[0m\nplain\n"
        );
    }
}
