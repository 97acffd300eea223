//! The progress bar, and being stopped.

use crate::report::{Sentence, Word, texts};
use crate::scenario::Lang;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Set when the user asks to stop.
static STOP: AtomicBool = AtomicBool::new(false);
/// Set when results are being written.
static WRITING: AtomicBool = AtomicBool::new(false);
/// A replication of common length has long ended by then.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is told while the bar moves.
#[derive(Clone, Debug)]
pub(crate) enum News {
    /// A line above it.
    Line(String),
    /// What is being done, before it.
    Phase(String),
}

/// From now on Ctrl-C asks to stop: between two replications, or after a few seconds in the midst of a
/// long one, and at once when pressed again.
pub(crate) fn listen_to_stop(lang: Lang) -> &'static AtomicBool {
    let end = || std::process::exit(super::failure::STOPPED.into());
    let ask = move || {
        if STOP.swap(true, Ordering::Relaxed) {
            end();
        }
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            if !WRITING.load(Ordering::Relaxed) {
                super::terminal::complain(Word::Stopped.text(lang));
                end();
            }
        });
    };
    // A second handler is refused: the first one listens already.
    let _ = ctrlc::set_handler(ask);
    &STOP
}

/// Whether the user has asked to stop.
pub(crate) fn is_stopped() -> bool {
    STOP.load(Ordering::Relaxed)
}

/// From now on the results are being written: that is not broken off in the middle.
pub(crate) fn begin_writing() {
    WRITING.store(true, Ordering::Relaxed);
}

/// A bar on stderr with the time left; nothing where stderr is no terminal, or when quiet.
pub(crate) fn bar(length: u64, lang: Lang, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let left = move |state: &ProgressState, out: &mut dyn Write| {
        // Writing into a line cannot fail.
        let _ = out.write_str(&time_left(state.eta(), lang));
    };
    let bar = ProgressBar::new(length);
    // The bar takes what the words leave of the line, so that none is cut in a narrow window.
    let template = "{msg}{wide_bar:.cyan/dim} {pos}/{len}  {left}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.with_key("left", left).progress_chars("━━─"));
    }
    bar
}

fn time_left(left: Duration, lang: Lang) -> String {
    let seconds = left.as_secs();
    let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400);
    let s = seconds % 60;
    match (days, hours, minutes) {
        (0, 0, 0) => texts::SecondsLeft { s }.in_lang(lang),
        (0, 0, min) => texts::MinutesLeft { min, s }.in_lang(lang),
        (0 | 1, h, _) => texts::HoursLeft { h, min: minutes % 60 }.in_lang(lang),
        (d, h, _) => texts::DaysLeft { d, h: h % 24 }.in_lang(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_in_words() {
        let left = |seconds| time_left(Duration::from_secs(seconds), Lang::Ru);
        assert_eq!(left(7), "осталось 7 с");
        assert_eq!(left(90), "осталось 1 мин 30 с");
        assert_eq!(left(30 * 3_600 + 61), "осталось 30 ч 1 мин");
        assert_eq!(left(50 * 3_600), "осталось 2 дн. 2 ч");
    }
}
