//! Hours of a week in words: `Mon–Fri 15:00–21:00; Sat 09:00–12:00`.

use crate::plan::load::weeks::Week;
use crate::report::language;
use crate::scenario::Lang;

/// The hours that are set, days in a row with the same ones together.
pub(super) fn in_words(week: &Week, lang: Lang) -> String {
    let names = language::of(lang).weekdays;
    let mut said = Vec::new();
    let mut day = 0;
    while day < week.len() {
        let same = week[day..].iter().take_while(|it| **it == week[day]).count();
        if week[day].contains(&true) {
            let days = match same {
                1 => names[day].to_owned(),
                2 => format!("{}, {}", names[day], names[day + 1]),
                _ => format!("{}–{}", names[day], names[day + same - 1]),
            };
            said.push(format!("{days} {}", of_day(&week[day])));
        }
        day += same;
    }
    said.join("; ")
}

fn of_day(hours: &[bool; 24]) -> String {
    let mut runs = Vec::new();
    let mut hour = 0;
    while hour < hours.len() {
        let same = hours[hour..].iter().take_while(|it| **it == hours[hour]).count();
        if hours[hour] {
            runs.push(format!("{hour:02}:00–{:02}:00", hour + same));
        }
        hour += same;
    }
    runs.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_the_same_hours_are_said_together() {
        let mut week = Week::default();
        week[..5].iter_mut().for_each(|day| day[15..21].fill(true));
        assert_eq!(in_words(&week, Lang::En), "Mon–Fri 15:00–21:00");
        week[2][8] = true;
        week[6].fill(true);
        let words =
            "пн, вт 15:00–21:00; ср 08:00–09:00, 15:00–21:00; чт, пт 15:00–21:00; вс 00:00–24:00";
        assert_eq!(in_words(&week, Lang::Ru), words);
    }
}
