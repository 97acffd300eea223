//! When tickets come: a chart of the hours of a week.

use crate::fit::Fitted;
use crate::report::{Areas, Axis, Chart, Figure, Format, Locale, Word, texts};

/// A cell each hour and weekday; nothing where no hour is known from another.
pub(super) fn chart(fitted: &Fitted, source: &str, locale: Locale) -> Option<Chart> {
    let profile = &fitted.numbers.profile;
    let comes = |hour: &usize| profile.iter().any(|it| it[*hour] > 0.0);
    let (first, last) = ((0..24).find(comes)?, (0..24).rfind(comes)?);
    if first == last {
        return None;
    }
    let cells = || (0..7).flat_map(|day| (first..=last).map(move |hour| (day, hour)));
    let weight = |(day, hour): &(usize, usize)| profile[*day][*hour];
    // Of cells alike the first.
    let (day, hour) = cells().rev().max_by(|a, b| weight(a).total_cmp(&weight(b)))?;
    let middle = |it: usize| it as f64 + 0.5;
    // A week is read downwards.
    let row = |day: usize| middle(6 - day);
    let name = |value: f64, format: Format| locale.label(value, format);
    let subtitle = locale.word(Word::FitProfile).to_owned();
    let title = locale.say(texts::FitBusiest {
        day: name(row(day), Format::Weekday),
        from: name(middle(hour), Format::Clock),
        to: name(middle(hour + 1), Format::Clock),
        times: locale.number(weight(&(day, hour)), 1),
    });
    let axis = |word: Word, format: Format| Axis { title: locale.word(word).to_owned(), format };
    let of_day = |day: usize| (first..=last).map(|hour| Some(profile[day][hour])).collect();
    let figure = Figure::Areas(Areas {
        x: axis(Word::FitHour, Format::Clock),
        y: axis(Word::FitWeekday, Format::Weekday),
        columns: (first..=last).map(middle).collect(),
        rows: (0..7).rev().map(row).collect(),
        format: Format::Number(1),
        values: (0..7).rev().map(of_day).collect(),
        more: String::new(),
        arrows: Vec::new(),
    });
    let alternative = format!("{subtitle}. {title}.");
    Some(Chart {
        key: "arrivals".into(),
        title,
        subtitle,
        source: source.into(),
        alternative,
        figure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::of_fit::export;
    use crate::scenario::Lang;

    #[test]
    fn the_busiest_hour_is_the_darkest_cell_and_hours_without_tickets_are_left_out() {
        let mut fitted = export();
        let drawn = |fitted: &Fitted| chart(fitted, "", Locale::new(Lang::En, "EUR"));
        fitted.numbers.profile = [[0.0; 24]; 7];
        assert!(drawn(&fitted).is_none(), "nothing comes");
        fitted.numbers.profile[2][9] = 1.0;
        assert!(drawn(&fitted).is_none(), "one hour is no profile");
        fitted.numbers.profile[0][11] = 2.5;
        fitted.numbers.profile[4][11] = 2.5;
        let chart = drawn(&fitted).expect("two hours");
        assert_eq!(
            chart.title,
            "Most come on Mon from 11:00 to 12:00: 2.5 times as many as in a mean hour"
        );
        let Figure::Areas(map) = chart.figure else { panic!("it is a map") };
        assert_eq!(map.columns, [9.5, 10.5, 11.5]);
        assert_eq!(map.values[6], [Some(0.0), Some(0.0), Some(2.5)], "Monday is on top");
        assert_eq!(map.values[4], [Some(1.0), Some(0.0), Some(0.0)], "Wednesday");
        assert!(map.rows.is_sorted() && map.values.len() == 7);
    }
}
