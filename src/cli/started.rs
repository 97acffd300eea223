//! A word where the day that a scenario calls now has passed.
//!
//! It depends on the clock of the machine: it stands in no file and not on stdout, and only a person
//! at a terminal is told.

use super::terminal;
use crate::report::{Locale, texts};
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use std::io::{IsTerminal, stderr};

/// Tells whoever asks for dates that the scenario's own first day lies behind.
pub(super) fn tell(start: Date, locale: Locale) {
    if stderr().is_terminal()
        && let Some(words) = passed(start, Zoned::now().date(), locale)
    {
        terminal::complain(&words);
    }
}

/// A scenario that starts with the running month is not a past one.
fn passed(start: Date, today: Date, locale: Locale) -> Option<String> {
    let has_passed = start.checked_add(1.month()).is_ok_and(|it| it <= today);
    has_passed.then(|| locale.say(texts::StartPassed { date: locale.date(start) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use jiff::civil::date;

    #[test]
    fn a_start_that_lies_a_month_behind_is_said_and_this_months_or_a_later_one_is_not() {
        let said = |start, today| passed(start, today, Locale::new(Lang::En, "EUR"));
        let words = said(date(2026, 2, 1), date(2026, 11, 28)).unwrap();
        assert!(words.contains("February"), "{words}");
        assert!(words.contains("scenario.start"), "{words}");
        assert!(said(date(2026, 2, 1), date(2026, 3, 1)).is_some());
        for start in [date(2026, 11, 1), date(2026, 11, 28), date(2027, 2, 1)] {
            assert_eq!(said(start, date(2026, 11, 28)), None, "{start}");
        }
    }
}
