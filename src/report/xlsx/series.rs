//! The numbers of a chart as a table beside it.

use crate::report::{
    Areas, Bars, Cell, Curve, Fan, Format, Header, HeatMap, Lines, Locale, Panel, Parallel, Point,
    Schedule, Table, Tornado, Word,
};
use jiff::civil::Date;

/// Months and values; an interval is three columns, a target is one.
pub(crate) fn of_panel(lines: &Lines, panel: &Panel, locale: Locale) -> Table {
    let lang = locale.lang;
    let mut headers = vec![Header::text(Word::Month.text(lang))];
    for series in &panel.series {
        headers.push(Header::number(&series.label, ""));
    }
    for target in &panel.targets {
        headers.push(Header::number(&target.label, ""));
    }
    if !panel.marks.is_empty() {
        headers.push(Header::text(Word::Event.text(lang)));
    }
    let mut table = Table::new("", "", headers);
    for (index, &month) in lines.months.iter().enumerate() {
        let mut cells = vec![Cell::month(month)];
        for series in &panel.series {
            let at = |values: &[f64]| values.get(index).copied().unwrap_or(f64::NAN);
            let value = at(&series.values);
            cells.push(match &series.band {
                Some((low, high)) => Cell::interval(value, at(low), at(high), lines.format),
                None => Cell::amount(value, lines.format),
            });
        }
        for target in &panel.targets {
            cells.push(Cell::amount(target.value, lines.format));
        }
        if !panel.marks.is_empty() {
            let here = |at: f64| at >= index as f64 && at < index as f64 + 1.0;
            let marks = panel.marks.iter().filter(|mark| here(mark.at));
            let labels: Vec<&str> = marks.map(|mark| mark.label.as_str()).collect();
            cells.push(Cell::text(labels.join("; ")));
        }
        table.push(cells);
    }
    table
}

/// Labels and values, and how far each may be off: charts want distances, people want ends.
pub(crate) fn of_bars(bars: &Bars, locale: Locale) -> Table {
    let word = |word: Word| Header::number(word.text(locale.lang), "");
    let headers = vec![
        Header::text(Word::Policy.text(locale.lang)),
        word(Word::Value),
        word(Word::ToLowEnd),
        word(Word::ToHighEnd),
    ];
    let mut table = Table::new("", "", headers);
    for bar in &bars.bars {
        let (low, high) = bar.interval.unwrap_or((bar.value, bar.value));
        let value = Cell::interval(bar.value, low, high, bars.format);
        let distance = |by: f64| Cell::amount(by, bars.format);
        let (down, up) = (distance(bar.value - low), distance(high - bar.value));
        table.push(vec![Cell::text(&bar.label), value, down, up]);
    }
    for target in &bars.targets {
        let value = Cell::amount(target.value, bars.format);
        table.push(vec![Cell::text(&target.label), value, Cell::empty(), Cell::empty()]);
    }
    table
}

/// Points that nothing beats, then the others, each from left to right.
pub(crate) fn efficient_first(curve: &Curve) -> Vec<&Point> {
    let mut points: Vec<&Point> = curve.points.iter().collect();
    points.sort_by(|one, other| {
        let best = other.efficient.cmp(&one.efficient);
        best.then(one.x.total_cmp(&other.x))
    });
    points
}

/// Points in their order.
pub(crate) fn of_curve(curve: &Curve, points: &[&Point], locale: Locale) -> Table {
    let word = |word: Word| word.text(locale.lang);
    let headers = vec![
        Header::text(word(Word::Policy)),
        Header::number(&curve.x.title, ""),
        Header::number(&curve.y.title, ""),
        Header::text(word(Word::Note)),
    ];
    let mut table = Table::new("", "", headers);
    for point in points {
        let (low, high) = point.interval.unwrap_or((f64::NAN, f64::NAN));
        let note = if point.efficient { word(Word::Efficient) } else { "" };
        table.push(vec![
            Cell::text(&point.label),
            Cell::amount(point.x, curve.x.format),
            Cell::interval(point.y, low, high, curve.y.format),
            Cell::text(note),
        ]);
    }
    // A target is a line from one side to the other.
    let right = curve.points.iter().map(|point| point.x).fold(0.0, f64::max);
    for target in &curve.targets {
        for x in [0.0, right] {
            let (label, x) = (Cell::text(&target.label), Cell::amount(x, curve.x.format));
            table.push(vec![label, x, Cell::amount(target.value, curve.y.format), Cell::empty()]);
        }
    }
    table
}

/// Equally likely totals, a row each.
pub(crate) fn of_totals(fan: &Fan) -> Table {
    let mut table = Table::new("", "", vec![Header::number(&fan.below, "")]);
    for total in &fan.totals {
        table.push(vec![Cell::count(f64::from(*total))]);
    }
    table
}

/// Rows from the top, as on the chart.
pub(crate) fn of_areas(areas: &Areas, locale: Locale) -> Table {
    let column = |it: &f64| {
        let value = locale.label(*it, areas.x.format);
        Header::number(format!("{}: {value}", areas.x.title), "")
    };
    let in_words = matches!(areas.y.format, Format::Clock | Format::Weekday);
    let first = match in_words {
        true => Header::text(&areas.y.title),
        false => Header::number(&areas.y.title, ""),
    };
    let headers = [first].into_iter().chain(areas.columns.iter().map(column)).collect();
    let mut table = Table::new("", "", headers);
    for (value, row) in areas.rows.iter().zip(&areas.values).rev() {
        let cell = |it: &Option<f64>| match it {
            Some(value) => Cell::amount(*value, areas.format),
            None => Cell::text(&areas.more),
        };
        let cells = row.iter().map(cell);
        let name = match in_words {
            true => Cell::text(locale.label(*value, areas.y.format)),
            false => Cell::amount(*value, areas.y.format),
        };
        table.push([name].into_iter().chain(cells).collect());
    }
    table
}

/// Points, a row each.
pub(crate) fn of_parallel(parallel: &Parallel) -> Table {
    let headers = parallel.axes.iter().map(|it| Header::number(&it.title, "")).collect();
    let mut table = Table::new("", "", headers);
    for strand in &parallel.strands {
        let cells = strand.values.iter().zip(&parallel.axes);
        table.push(cells.map(|(value, axis)| Cell::amount(*value, axis.format)).collect());
    }
    table
}

/// Rows and months.
pub(crate) fn of_map(map: &HeatMap, locale: Locale) -> Table {
    let mut headers = vec![Header::text(Word::Role.text(locale.lang))];
    let month = |&month: &Date| Header::number(locale.month_short(month), "");
    headers.extend(map.months.iter().map(month));
    let mut table = Table::new("", "", headers);
    for row in &map.rows {
        let mut cells = vec![Cell::text(&row.label)];
        let values = row.values.iter().copied().chain(std::iter::repeat(f64::NAN));
        cells.extend(values.take(map.months.len()).map(Cell::share));
        table.push(cells);
    }
    table
}

/// Inputs, widest first, with both answers and how far they are from the middle.
pub(crate) fn of_tornado(tornado: &Tornado, locale: Locale) -> Table {
    let word = |word: Word| word.text(locale.lang);
    let headers = vec![
        Header::text(word(Word::Input)),
        Header::text(word(Word::LowInput)),
        Header::text(word(Word::HighInput)),
        Header::number(word(Word::AtLow), ""),
        Header::number(word(Word::AtHigh), ""),
        Header::number(word(Word::ShiftAtLow), ""),
        Header::number(word(Word::ShiftAtHigh), ""),
    ];
    let mut table = Table::new("", "", headers);
    let mut swings: Vec<_> = tornado.swings.iter().collect();
    let width = |low: f64, high: f64| {
        let ends = [low, high, tornado.centre];
        let high = ends.iter().copied().fold(f64::MIN, f64::max);
        high - ends.iter().copied().fold(f64::MAX, f64::min)
    };
    swings.sort_by(|one, other| width(other.low, other.high).total_cmp(&width(one.low, one.high)));
    // A shift of a date is a number of months.
    let shift = match tornado.format {
        Format::Month(_) => Format::Number(1),
        format => format,
    };
    for swing in swings {
        table.push(vec![
            Cell::text(&swing.label),
            Cell::text(&swing.low_label),
            Cell::text(&swing.high_label),
            Cell::amount(swing.low, tornado.format),
            Cell::amount(swing.high, tornado.format),
            Cell::amount(swing.low - tornado.centre, shift),
            Cell::amount(swing.high - tornado.centre, shift),
        ]);
    }
    table
}

/// Who comes when: days, and how long search and ramp-up take.
pub(crate) fn of_schedule(schedule: &Schedule, locale: Locale) -> Table {
    let word = |word: Word| word.text(locale.lang);
    let headers = vec![
        Header::text(word(Word::Role)),
        Header::text(word(Word::VacancyOpens)),
        Header::text(word(Word::WorkBegins)),
        Header::text(word(Word::FullSpeed)),
        Header::number(word(Word::SearchDays), ""),
        Header::number(word(Word::RampDays), ""),
        Header::text(word(Word::NeededFrom)),
        Header::text("50\u{202f}%"),
        Header::text("90\u{202f}%"),
        Header::text(word(Word::Note)),
    ];
    let mut table = Table::new("", "", headers);
    for stay in &schedule.rows {
        let days = [stay.asked, stay.start, stay.productive].map(|it| day_of(schedule, it));
        let between = |from: usize, to: usize| match (days[from], days[to]) {
            (Some(from), Some(to)) => {
                Cell::count(f64::from(from.until(to).map_or(0, |it| it.get_days())))
            }
            _ => Cell::empty(),
        };
        let date = |it: Option<Date>| it.map_or_else(Cell::empty, Cell::date);
        let needed = stay.needed.unwrap_or([f64::INFINITY; 3]);
        let month = |at: f64| {
            let index = at.floor().max(0.0) as usize;
            let month = schedule.months.get(index).filter(|_| at.is_finite());
            month.map_or_else(Cell::empty, |it| Cell::month(*it))
        };
        table.push(vec![
            Cell::text(&stay.label),
            date(days[0]),
            date(days[1]),
            date(days[2]),
            between(0, 1),
            between(1, 2),
            month(needed[0]),
            month(needed[1]),
            month(needed[2]),
            Cell::text(&stay.note),
        ]);
    }
    table
}

/// The day of a moment; months go on after the last one.
pub(crate) fn day_of(schedule: &Schedule, months: f64) -> Option<Date> {
    let first = *schedule.months.first()?;
    let whole = months.max(0.0).floor();
    let month = crate::calendar::months_later(first, whole as i32);
    let rest = (months.max(0.0) - whole) * f64::from(month.days_in_month());
    let days = (rest + 0.5).floor() as i64;
    let days = days + i64::from(first.day().min(month.days_in_month())) - i64::from(month.day());
    month.checked_add(jiff::Span::new().days(days)).ok()
}
