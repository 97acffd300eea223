//! The progress bar, and being stopped.

use crate::report::Word;
use crate::scenario::Lang;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Set when the user asks to stop.
static STOP: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C asks to stop, and stops at once when pressed again.
pub fn listen_to_stop() -> &'static AtomicBool {
    let ask = || {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(super::failure::STOPPED.into());
        }
    };
    // A second handler is refused: the first one listens already.
    let _ = ctrlc::set_handler(ask);
    &STOP
}

/// Whether the user has asked to stop.
pub fn is_stopped() -> bool {
    STOP.load(Ordering::Relaxed)
}

/// A bar on stderr with the time left; nothing where stderr is no terminal, or when quiet.
pub fn bar(length: u64, lang: Lang, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let left = move |state: &ProgressState, out: &mut dyn Write| {
        // Writing into a line cannot fail.
        let _ = out.write_str(&time_left(state.eta(), lang));
    };
    let bar = ProgressBar::new(length);
    let template = "{bar:40.cyan/dim} {pos}/{len}  {left}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.with_key("left", left).progress_chars("━━─"));
    }
    bar
}

fn time_left(left: Duration, lang: Lang) -> String {
    let seconds = left.as_secs();
    let (minutes, seconds) = ((seconds / 60).to_string(), (seconds % 60).to_string());
    let values = [("min", &*minutes), ("s", &*seconds)];
    match &*minutes {
        "0" => Word::SecondsLeft.filled(lang, &values),
        _ => Word::MinutesLeft.filled(lang, &values),
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
    }
}
