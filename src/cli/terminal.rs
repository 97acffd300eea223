//! What is printed, and for how wide a terminal.

use super::failure::Failure;
use crate::report::{Document, FileError, terminal};
use crate::scenario::Lang;
use std::io::{self, IsTerminal, Write};

/// Wider lines are hard to read.
const WIDEST: usize = 120;
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

/// Prints a document as wide as the terminal.
pub(crate) fn show(document: &Document) -> Result<(), Failure> {
    print(&terminal(document, width()), document.locale.lang)
}

/// Prints a line to stderr.
pub(crate) fn complain(words: &str) {
    // Where stderr is closed, there is nowhere to report that.
    let _ = writeln!(io::stderr(), "{words}");
}

/// Whether complaints may be coloured.
pub(crate) fn is_colourful() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

fn width() -> usize {
    let size = terminal_size::terminal_size_of(io::stdout());
    size.map_or(USUAL, |(width, _)| usize::from(width.0).min(WIDEST))
}
