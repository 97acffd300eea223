//! The holidays of each country: the one table to add a country to, or to mend one in.
//!
//! National holidays by law, without those of regions. Compared day by day from 2025 to 2035 with an
//! independent list, of which `known.txt` keeps two years: what differed were days moved by decree.

use super::{Country, Holiday, Moves, On};
use Moves::{Never, Next, SundayBack, SundayNext};
use jiff::civil::Weekday::{self, Friday, Monday, Saturday, Thursday};

/// All countries, by code.
#[rustfmt::skip]
pub(in crate::calendar) static COUNTRIES: [Country; 35] = [
    decreed("am", Never, &[
        on(1, 1), on(1, 2), on(1, 6), on(1, 27), on(1, 28), on(3, 8), on(4, 24), on(5, 1), on(5, 9),
        on(5, 28), on(7, 5), on(9, 21), on(12, 31),
    ]),
    country("at", Never, &[
        on(1, 1), on(1, 6), easter(1), on(5, 1), easter(39), easter(50), easter(60), on(8, 15),
        on(10, 26), on(11, 1), on(12, 8), on(12, 25), on(12, 26),
    ]),
    country("au", Next, &[
        on(1, 1), on(1, 26), easter(-2), easter(1), on(4, 25).moved(Never), on(12, 25), on(12, 26),
    ]),
    country("be", Never, &[
        on(1, 1), easter(1), on(5, 1), easter(39), easter(50), on(7, 21), on(8, 15), on(11, 1),
        on(11, 11), on(12, 25),
    ]),
    country("br", Never, &[
        on(1, 1), easter(-2), on(4, 21), on(5, 1), on(9, 7), on(10, 12), on(11, 2), on(11, 15),
        on(11, 20), on(12, 25),
    ]),
    decreed("by", Never, &[
        on(1, 1), on(1, 2), on(1, 7), on(3, 8), on(5, 1), on(5, 9), orthodox(9), on(7, 3),
        on(11, 7), on(12, 25),
    ]),
    country("ca", Next, &[
        on(1, 1), easter(-2), from(Monday, 5, 18), on(7, 1), nth(1, Monday, 9), on(9, 30),
        nth(2, Monday, 10), on(11, 11), on(12, 25), on(12, 26),
    ]),
    country("ch", Never, &[on(1, 1), easter(39), on(8, 1), on(12, 25)]),
    country("cy", Never, &[
        on(1, 1), on(1, 6), orthodox(-48), on(3, 25), on(4, 1), orthodox(-2), orthodox(1), on(5, 1),
        orthodox(50), on(8, 15), on(10, 1), on(10, 28), on(12, 25), on(12, 26),
    ]),
    country("cz", Never, &[
        on(1, 1), easter(-2), easter(1), on(5, 1), on(5, 8), on(7, 5), on(7, 6), on(9, 28),
        on(10, 28), on(11, 17), on(12, 24), on(12, 25), on(12, 26),
    ]),
    country("de", Never, &[
        on(1, 1), easter(-2), easter(1), on(5, 1), easter(39), easter(50), on(10, 3), on(12, 25),
        on(12, 26),
    ]),
    country("dk", Never, &[
        on(1, 1), easter(-3), easter(-2), easter(1), easter(39), easter(50), on(12, 25), on(12, 26),
    ]),
    country("ee", Never, &[
        on(1, 1), on(2, 24), easter(-2), on(5, 1), on(6, 23), on(6, 24), on(8, 20), on(12, 24),
        on(12, 25), on(12, 26),
    ]),
    country("es", Never, &[
        on(1, 1), on(1, 6), easter(-2), on(5, 1), on(8, 15), on(10, 12), on(11, 1), on(12, 6),
        on(12, 8), on(12, 25),
    ]),
    country("fi", Never, &[
        on(1, 1), on(1, 6), easter(-2), easter(1), on(5, 1), easter(39), from(Friday, 6, 19),
        from(Saturday, 6, 20), from(Saturday, 10, 31), on(12, 6), on(12, 24), on(12, 25),
        on(12, 26),
    ]),
    country("fr", Never, &[
        on(1, 1), easter(1), on(5, 1), on(5, 8), easter(39), easter(50), on(7, 14), on(8, 15),
        on(11, 1), on(11, 11), on(12, 25),
    ]),
    // England and Wales.
    country("gb", Next, &[
        on(1, 1), easter(-2), easter(1), nth(1, Monday, 5), nth(-1, Monday, 5), nth(-1, Monday, 8),
        on(12, 25), on(12, 26),
    ]),
    country("ge", Never, &[
        on(1, 1), on(1, 2), on(1, 7), on(1, 19), on(3, 3), on(3, 8), on(4, 9), orthodox(-2),
        orthodox(-1), orthodox(1), on(5, 9), on(5, 12), on(5, 17), on(5, 26), on(8, 28), on(10, 14),
        on(11, 23),
    ]),
    decreed("hu", Never, &[
        on(1, 1), on(3, 15), easter(-2), easter(1), on(5, 1), easter(50), on(8, 20), on(10, 23),
        on(11, 1), on(12, 24), on(12, 25), on(12, 26),
    ]),
    // Saint Brigid: the first Monday of February, and the first of it where that is a Friday.
    country("ie", Never, &[
        on(1, 1), nth(1, Monday, 2).until(2029), listed(&[(2030, 2, 1), (2036, 2, 1)]),
        nth(1, Monday, 2).since(2031).until(2035), nth(1, Monday, 2).since(2037), on(3, 17),
        easter(1), nth(1, Monday, 5), nth(1, Monday, 6), nth(1, Monday, 8), nth(-1, Monday, 10),
        on(12, 25), on(12, 26),
    ]),
    country("it", Never, &[
        on(1, 1), on(1, 6), easter(1), on(4, 25), on(5, 1), on(6, 2), on(8, 15),
        on(10, 4).since(2026), on(11, 1), on(12, 8), on(12, 25), on(12, 26),
    ]),
    decreed("kz", Next, &[
        on(1, 1), on(1, 2), on(1, 7).moved(Never), on(3, 8), on(3, 15).since(2027), on(3, 21),
        on(3, 22), on(3, 23), on(5, 1), on(5, 7), on(5, 9), KURBAN_AIT, on(7, 6),
        on(8, 30).until(2025), on(10, 25), on(12, 16),
    ]),
    country("lt", Never, &[
        on(1, 1), on(2, 16), on(3, 11), easter(1), on(5, 1), on(6, 24), on(7, 6), on(8, 15),
        on(11, 1), on(11, 2), on(12, 24), on(12, 25), on(12, 26),
    ]),
    country("lu", Never, &[
        on(1, 1), easter(1), on(5, 1), on(5, 9), easter(39), easter(50), on(6, 23), on(8, 15),
        on(11, 1), on(12, 25), on(12, 26),
    ]),
    decreed("lv", Never, &[
        on(1, 1), easter(-2), easter(1), on(5, 1), on(5, 4).moved(Next), on(6, 23), on(6, 24),
        on(11, 18).moved(Next), on(12, 24), on(12, 25), on(12, 26), on(12, 31),
    ]),
    country("mx", Never, &[
        on(1, 1), nth(1, Monday, 2), nth(3, Monday, 3), on(5, 1), on(9, 16), nth(3, Monday, 11),
        listed(&[(2024, 10, 1), (2030, 10, 1), (2036, 10, 1)]), on(12, 25),
    ]),
    country("nl", Never, &[
        on(1, 1), easter(-2), easter(1), on(4, 27).moved(SundayBack),
        listed(&[(2025, 5, 5), (2030, 5, 5), (2035, 5, 5)]), easter(39), easter(50), on(12, 25),
        on(12, 26),
    ]),
    country("no", Never, &[
        on(1, 1), easter(-3), easter(-2), easter(1), on(5, 1), on(5, 17), easter(39), easter(50),
        on(12, 25), on(12, 26),
    ]),
    country("pl", Never, &[
        on(1, 1), on(1, 6), easter(1), on(5, 1), on(5, 3), easter(60), on(8, 15), on(11, 1),
        on(11, 11), on(12, 24).since(2025), on(12, 25), on(12, 26),
    ]),
    country("pt", Never, &[
        on(1, 1), easter(-2), on(4, 25), on(5, 1), easter(60), on(6, 10), on(8, 15), on(10, 5),
        on(11, 1), on(12, 1), on(12, 8), on(12, 25),
    ]),
    country("ro", Never, &[
        on(1, 1), on(1, 2), on(1, 6), on(1, 7), on(1, 24), orthodox(-2), orthodox(1), on(5, 1),
        on(6, 1), orthodox(50), on(8, 15), on(11, 30), on(12, 1), on(12, 25), on(12, 26),
    ]),
    country("se", Never, &[
        on(1, 1), on(1, 6), easter(-2), easter(1), on(5, 1), easter(39), on(6, 6),
        from(Saturday, 6, 20), from(Saturday, 10, 31), on(12, 25), on(12, 26),
    ]),
    country("sk", Never, &[
        on(1, 1), on(1, 6), easter(-2), easter(1), on(5, 1), on(5, 8).until(2025),
        on(5, 8).since(2027), on(7, 5), on(8, 29), on(9, 15).until(2025), on(9, 15).since(2027),
        on(11, 1), on(12, 24), on(12, 25), on(12, 26),
    ]),
    country("us", Moves::Nearest, &[
        on(1, 1), nth(3, Monday, 1), nth(3, Monday, 2), nth(-1, Monday, 5), on(6, 19).since(2021),
        on(7, 4), nth(1, Monday, 9), nth(2, Monday, 10), on(11, 11), nth(4, Thursday, 11),
        on(12, 25),
    ]),
    country("za", SundayNext, &[
        on(1, 1), on(3, 21), easter(-2), easter(1), on(4, 27), on(5, 1), on(6, 16), on(8, 9),
        on(9, 24), listed(&[(2026, 11, 4)]), on(12, 16), on(12, 25), on(12, 26),
    ]),
];

/// The first day of Eid al-Adha as Kazakhstan expects it; after the list it is not known.
const KURBAN_AIT: Holiday = listed(&[
    (2025, 6, 6),
    (2026, 5, 27),
    (2027, 5, 16),
    (2028, 5, 5),
    (2029, 4, 24),
    (2030, 4, 13),
    (2031, 4, 2),
    (2032, 3, 22),
    (2033, 3, 11),
    (2034, 3, 1),
    (2035, 2, 18),
])
.moved(Never);

const fn country(code: &'static str, moves: Moves, days: &'static [Holiday]) -> Country {
    Country { code, decrees: false, moves, days }
}

const fn decreed(code: &'static str, moves: Moves, days: &'static [Holiday]) -> Country {
    Country { code, decrees: true, moves, days }
}

const fn every_year(on: On) -> Holiday {
    Holiday { on, moves: None, first: i16::MIN, last: i16::MAX }
}

const fn on(month: i8, day: i8) -> Holiday {
    every_year(On::Day(month, day))
}

const fn nth(nth: i8, weekday: Weekday, month: i8) -> Holiday {
    every_year(On::Nth(nth, weekday, month))
}

const fn from(weekday: Weekday, month: i8, day: i8) -> Holiday {
    every_year(On::From(weekday, month, day))
}

const fn easter(days: i32) -> Holiday {
    every_year(On::Easter(days))
}

const fn orthodox(days: i32) -> Holiday {
    every_year(On::Orthodox(days))
}

const fn listed(dates: &'static [(i16, i8, i8)]) -> Holiday {
    every_year(On::Listed(dates))
}

impl Holiday {
    const fn moved(self, moves: Moves) -> Self {
        Self { moves: Some(moves), ..self }
    }

    const fn since(self, first: i16) -> Self {
        Self { first, ..self }
    }

    const fn until(self, last: i16) -> Self {
        Self { last, ..self }
    }
}
