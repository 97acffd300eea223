//! The rules against an independent list of two years, and against what two laws say.

use super::*;

fn weekdays_off(country: &Country, year: i16) -> Vec<String> {
    let mut off = country.year(year).off;
    off.retain(|it| !is_weekend(*it));
    off.sort();
    off.dedup();
    off.iter().map(|it| format!("{:02}-{:02}", it.month(), it.day())).collect()
}

#[test]
fn holidays_are_those_of_an_independent_list() {
    let mut wrong = Vec::new();
    for line in include_str!("known.txt").lines().filter(|it| !it.starts_with('#')) {
        let mut words = line.split(' ');
        let code = words.next().expect("a code");
        let year: i16 = words.next().and_then(|it| it.parse().ok()).expect("a year");
        let country = COUNTRIES.iter().find(|it| it.code == code).expect("a known country");
        let (known, found) = (words.collect::<Vec<_>>(), weekdays_off(country, year));
        if known != found {
            wrong.push(format!("{code} {year}\n  known {known:?}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_country_has_two_years_in_that_list() {
    let known = include_str!("known.txt");
    for country in &COUNTRIES {
        let lines = known.lines().filter(|it| it.starts_with(&format!("{} ", country.code)));
        assert_eq!(lines.count(), 2, "{}", country.code);
    }
    assert!(COUNTRIES.is_sorted_by_key(|it| it.code));
}

#[test]
fn easter_is_that_of_the_tables() {
    let western = [(2025, 4, 20), (2026, 4, 5), (2038, 4, 25), (2049, 4, 18), (1818, 3, 22)];
    for (year, month, day) in western {
        assert_eq!(easter(year), date(year, month, day));
    }
    let orthodox = [(2025, 4, 20), (2026, 4, 12), (2027, 5, 2), (2028, 4, 16), (2043, 5, 3)];
    for (year, month, day) in orthodox {
        assert_eq!(orthodox_easter(year), date(year, month, day));
    }
}

#[test]
fn a_holiday_on_a_weekend_is_observed_as_the_country_does() {
    let of = |code| COUNTRIES.iter().find(|it| it.code == code).expect("a known country");
    // Saturday, 4 July 2026, on the Friday; Saturday, 1 January 2028, on the last day of 2027.
    assert!(of("us").year(2026).off.contains(&date(2026, 7, 3)));
    assert!(of("us").year(2027).off.contains(&date(2027, 12, 31)));
    // Christmas 2027 is a Saturday, Boxing Day a Sunday: Monday and Tuesday.
    let british = of("gb").year(2027).off;
    assert!([27, 28].iter().all(|day| british.contains(&date(2027, 12, *day))));
    // A German holiday on a weekend is lost; the Dutch king moves from a Sunday to the Saturday.
    assert!(!weekdays_off(of("de"), 2027).contains(&"10-04".to_owned()));
    let dutch = of("nl").year(2031).off;
    assert!(dutch.contains(&date(2031, 4, 26)) && !dutch.contains(&date(2031, 4, 27)));
}
