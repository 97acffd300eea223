//! Public holidays of other countries, from rules: "the fourth Thursday of November", "two days
//! before Easter", and what happens to a holiday that falls on a weekend.
//!
//! Only what the law of a whole country says every year: holidays of regions, and days that a
//! government moves by decree, are stated in the scenario.

mod countries;
#[cfg(test)]
mod tests;

use super::public::{PublicYear, is_weekend, next_working};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

pub(super) use countries::COUNTRIES;

/// A country: its holidays, and what happens to one on a weekend.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Country {
    /// The word of the scenario file.
    pub(crate) code: &'static str,
    /// Whether its government moves working days by decree every year.
    pub(crate) decrees: bool,
    moves: Moves,
    days: &'static [Holiday],
}

/// When a holiday on a weekend is observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moves {
    /// It is lost.
    Never,
    /// On the Friday before a Saturday, on the Monday after a Sunday.
    Nearest,
    /// On the next day that is neither on a weekend nor a holiday.
    Next,
    /// One on a Sunday on the Monday after it.
    SundayNext,
    /// One on a Sunday on the Saturday before it, and not on the Sunday.
    SundayBack,
}

/// One holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Holiday {
    on: On,
    /// Where it differs from the country's rule.
    moves: Option<Moves>,
    first: i16,
    last: i16,
}

/// The day of a holiday in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    /// A month and a day of it.
    Day(i8, i8),
    /// The so-manieth weekday of a month; negative: from its end.
    Nth(i8, Weekday, i8),
    /// The first such weekday that is not before a day of a month.
    From(Weekday, i8, i8),
    /// So many days after Easter Sunday of the western churches.
    Easter(i32),
    /// So many days after Easter Sunday of the orthodox churches.
    Orthodox(i32),
    /// Dates that follow no rule of this calendar.
    Listed(&'static [(i16, i8, i8)]),
}

impl Country {
    /// The holidays of a year, observed days included.
    pub(super) fn year(&self, year: i16) -> PublicYear {
        let mut off: Vec<Date> = Vec::new();
        // The first of January may be observed on the last of December.
        for year in [year, year + 1] {
            let days = self.days.iter().filter(|it| (it.first..=it.last).contains(&year));
            let all: Vec<(Date, Moves)> = days
                .filter_map(|it| Some((it.on.in_year(year)?, it.moves.unwrap_or(self.moves))))
                .collect();
            let kept = all.iter().filter(|it| !is_lost(it.0, it.1)).map(|it| it.0);
            off.extend(kept);
            for (day, moves) in all {
                off.extend(observed(day, moves, &off));
            }
        }
        off.retain(|it| it.year() == year);
        PublicYear { off, ..PublicYear::default() }
    }
}

/// Whether a holiday is not kept on its own day.
fn is_lost(day: Date, moves: Moves) -> bool {
    moves == Moves::SundayBack && day.weekday() == Weekday::Sunday
}

/// The day on which a holiday is kept beside or instead of its own.
fn observed(day: Date, moves: Moves, off: &[Date]) -> Option<Date> {
    let sunday = day.weekday() == Weekday::Sunday;
    match moves {
        Moves::Nearest if is_weekend(day) => Some(after(day, if sunday { 1 } else { -1 })),
        Moves::Next if is_weekend(day) => Some(next_working(day, off)),
        Moves::SundayNext if sunday => Some(after(day, 1)),
        Moves::SundayBack if sunday => Some(after(day, -1)),
        _ => None,
    }
}

impl On {
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Day(month, day) => Some(date(year, month, day)),
            Self::Nth(nth, weekday, month) => {
                date(year, month, 1).nth_weekday_of_month(nth, weekday).ok()
            }
            Self::From(weekday, month, day) => {
                let first = date(year, month, day);
                Some(after(first, i32::from(first.weekday().until(weekday))))
            }
            Self::Easter(days) => Some(after(easter(year), days)),
            Self::Orthodox(days) => Some(after(orthodox_easter(year), days)),
            Self::Listed(dates) => {
                let listed = dates.iter().find(|it| it.0 == year);
                listed.map(|&(year, month, day)| date(year, month, day))
            }
        }
    }
}

fn after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// Easter Sunday of the western churches: the anonymous Gregorian computus (Meeus, "Astronomical
/// Algorithms", chapter 8).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    date(year, (days / 31) as i8, (days % 31 + 1) as i8)
}

/// Easter Sunday of the orthodox churches: the Julian computus (Meeus, the same chapter), as a date
/// of today's calendar.
fn orthodox_easter(year: i16) -> Date {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let days = d + e + 114;
    let julian = date(year, (days / 31) as i8, (days % 31 + 1) as i8);
    after(julian, y / 100 - y / 400 - 2)
}
