//! What public holidays say of the days of one year, whatever the country.

use jiff::civil::{Date, Weekday};

/// What a calendar of public holidays says of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing: the weekly pattern holds.
    Ordinary,
    /// Nobody works.
    Off,
    /// Worked at the hours of this weekday, which is off instead.
    Moved(Weekday),
}

/// The public holidays of one year.
#[derive(Clone, Debug, Default)]
pub(super) struct PublicYear {
    /// Days off, beside weekends.
    pub(super) off: Vec<Date>,
    /// Working days on a weekend, each with the weekday that it works for.
    pub(super) moved: Vec<(Date, Weekday)>,
    /// Days that are shorter before a holiday.
    pub(super) short: Vec<Date>,
}

impl PublicYear {
    /// What it says of a day of its year.
    pub(super) fn verdict(&self, day: Date) -> Verdict {
        if let Some((_, weekday)) = self.moved.iter().find(|(moved, _)| *moved == day) {
            Verdict::Moved(*weekday)
        } else if self.off.contains(&day) {
            Verdict::Off
        } else {
            Verdict::Ordinary
        }
    }

    /// Whether a day of its year is shorter before a holiday.
    pub(super) fn is_short(&self, day: Date) -> bool {
        self.short.contains(&day)
    }
}

pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The first day after `day` that is neither on a weekend nor off.
pub(super) fn next_working(day: Date, off: &[Date]) -> Date {
    let mut days = day.series(jiff::Span::new().days(1)).skip(1);
    days.find(|next| !is_weekend(*next) && !off.contains(next)).unwrap_or(day)
}
