//! The day on which the program is used: said beside results, and no part of any of them.

use super::terminal::complain;
use crate::report::{Locale, texts};
use crate::scenario::Study;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The variable that stands for the clock where there is one (reproducible-builds.org), in seconds
/// since 1970.
const CLOCK: &str = "SOURCE_DATE_EPOCH";

pub(super) fn today() -> Date {
    let stated = std::env::var(CLOCK).ok().and_then(|it| of_seconds(&it));
    stated.unwrap_or_else(|| jiff::Zoned::now().date())
}

fn of_seconds(text: &str) -> Option<Date> {
    let moment = Timestamp::from_second(text.parse().ok()?).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).date())
}

/// Says on stderr that what the scenario calls "now" has passed: whom it asks for today should have
/// been asked for then. Files and stdout stay the same on every day.
pub(super) fn doubt_start(study: &Study, locale: Locale) {
    let start = study.baseline().scenario.timeline.start();
    if start < today() {
        complain(&locale.say(texts::StartPassed { date: locale.date(start) }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_read_from_seconds() {
        assert_eq!(of_seconds("0"), Some(Date::constant(1970, 1, 1)));
        assert_eq!(of_seconds("1795824000"), Some(Date::constant(2026, 11, 28)));
        assert_eq!((of_seconds(""), of_seconds("today")), (None, None));
    }
}
