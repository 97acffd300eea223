//! The Russian production calendars: days off, moved working days and short days of a year.
//!
//! Years with a government decree are listed. Other years are extrapolated from the fixed
//! public holidays by the rules of the Labour Code (article 112):
//!
//! * a holiday on a weekend, other than those of January, moves its day off to the next working day;
//! * two days off of the January holidays' weekend are moved elsewhere by decree. Which days, only
//!   the decree knows; here it is 31 December, when that is no weekend, and the working days
//!   after the days off of 1 May and, if still needed, of 9 May, as the decrees of past years often did;
//! * no working Saturdays;
//! * a working day immediately before a holiday is short (article 95).
//!
//! A year's number of working days is thereby right to a day or two; its dates are a guess.

use super::public::{PublicYear, is_weekend, next_working};
use jiff::civil::{Date, date};

/// A month and a day of it.
type MonthDay = (i8, i8);

/// Public holidays beside 1–8 January.
const HOLIDAYS: [MonthDay; 6] = [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)];

/// What one decree says beside the fixed public holidays.
struct Decree {
    year: i16,
    /// Days off beside weekends and public holidays.
    off: &'static [MonthDay],
    /// Working days on a weekend, each with the day that is off instead.
    moved: &'static [(MonthDay, MonthDay)],
    /// Days before a holiday, shorter by an hour.
    short: &'static [MonthDay],
}

const DECREES: [Decree; 3] = [
    Decree {
        year: 2025,
        off: &[(5, 2), (5, 8), (6, 13), (11, 3), (12, 31)],
        moved: &[((11, 1), (11, 3))],
        short: &[(3, 7), (4, 30), (6, 11), (11, 1)],
    },
    Decree {
        year: 2026,
        off: &[(1, 9), (3, 9), (5, 11), (12, 31)],
        moved: &[],
        short: &[(4, 30), (5, 8), (6, 11), (11, 3)],
    },
    Decree {
        year: 2027,
        off: &[(2, 22), (5, 3), (5, 10), (6, 14), (11, 5), (12, 31)],
        moved: &[((2, 20), (2, 22))],
        short: &[(2, 20), (4, 30), (6, 11), (11, 3)],
    },
];

/// Whether the year's calendar is that of a decree, and not extrapolated.
pub(super) fn is_official(year: i16) -> bool {
    DECREES.iter().any(|decree| decree.year == year)
}

/// The calendar of a year, by decree or extrapolated.
pub(super) fn year(year: i16) -> PublicYear {
    match DECREES.iter().find(|decree| decree.year == year) {
        Some(decree) => decreed(decree),
        None => extrapolated(year),
    }
}

fn decreed(decree: &Decree) -> PublicYear {
    let on = |&(month, day): &MonthDay| date(decree.year, month, day);
    let mut off = fixed(decree.year);
    off.extend(decree.off.iter().map(on));
    let moved = decree.moved.iter();
    PublicYear {
        off,
        moved: moved.map(|(work, free)| (on(work), on(free).weekday())).collect(),
        short: decree.short.iter().map(on).collect(),
    }
}

fn extrapolated(year: i16) -> PublicYear {
    let mut off = fixed(year);
    for (month, day) in HOLIDAYS {
        let holiday = date(year, month, day);
        if is_weekend(holiday) {
            off.push(next_working(holiday, &off));
        }
    }
    let eve = date(year, 12, 31);
    let mut left = 2;
    if !is_weekend(eve) {
        off.push(eve);
        left -= 1;
    }
    for holiday in [date(year, 5, 1), date(year, 5, 9)].into_iter().take(left) {
        off.push(next_working(holiday, &off));
    }
    let eves = HOLIDAYS
        .iter()
        .map(|&(month, day)| date(year, month, day).saturating_sub(jiff::Span::new().days(1)));
    let short = eves.filter(|eve| !is_weekend(*eve) && !off.contains(eve)).collect();
    PublicYear { off, moved: Vec::new(), short }
}

/// The fixed public holidays of a year.
fn fixed(year: i16) -> Vec<Date> {
    let january = (1..=8).map(|day| date(year, 1, day));
    let others = HOLIDAYS.iter().map(|&(month, day)| date(year, month, day));
    january.chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::super::public::Verdict;
    use super::*;

    fn working_days(year: i16) -> usize {
        let calendar = super::year(year);
        let days = date(year, 1, 1).series(jiff::Span::new().days(1));
        days.take_while(|day| day.year() == year)
            .filter(|day| match calendar.verdict(*day) {
                Verdict::Ordinary => !is_weekend(*day),
                Verdict::Off => false,
                Verdict::Moved(_) => true,
            })
            .count()
    }

    #[test]
    fn a_decreed_year_has_its_247_days() {
        for decree in &DECREES {
            assert_eq!(working_days(decree.year), 247);
        }
    }

    #[test]
    fn extrapolation_keeps_the_length_of_a_year() {
        for year in (2019..2025).chain(2028..2045) {
            assert!(!is_official(year));
            assert!((246..=250).contains(&working_days(year)), "{year}: {}", working_days(year));
        }
        assert!(is_official(2027));
    }

    #[test]
    fn extrapolation_follows_the_stated_rules() {
        let calendar = year(2028);
        // 4 November is a Saturday; 31 December is a Sunday, so both January days go to May.
        for (month, day) in [(1, 3), (1, 7), (5, 2), (5, 10), (11, 6)] {
            assert_eq!(calendar.verdict(date(2028, month, day)), Verdict::Off);
        }
        assert_eq!(calendar.verdict(date(2028, 1, 10)), Verdict::Ordinary);
        let short = [(2, 22), (3, 7), (5, 8), (11, 3)].map(|(month, day)| date(2028, month, day));
        assert_eq!(calendar.short, short);
        assert!(calendar.is_short(short[0]));
    }
}
