//! One direction of a chart as plotters maps it: its ends, and what its ticks say.

use super::font::Face;
use crate::report::text::THIN;
use crate::report::{Format, Locale, Word};
use jiff::civil::Date;
use plotters::coord::ranged1d::{
    KeyPointHint, KeyPointWeight, NoDefaultFormatting, Ranged, ValueFormatter,
};
use std::ops::Range;

/// One direction of a chart.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ruler {
    /// The value at the left or at the bottom.
    pub(crate) low: f64,
    /// The value at the other end.
    pub(crate) high: f64,
    ticks: Vec<(f64, String)>,
}

impl Ruler {
    /// Round limits around the values, with about so many steps.
    pub(crate) fn around(
        (low, high): (f64, f64),
        steps: f64,
        format: Format,
        locale: Locale,
    ) -> Self {
        let (low, high) =
            if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) };
        let high = if high - low < 1e-9 { low + default_span(format) } else { high };
        let step = round_step((high - low) / steps, format);
        let low = (low / step + 1e-9).floor() * step;
        let high = (high / step - 1e-9).ceil() * step;
        Self::stepped((low, high), step, format, locale)
    }

    /// Exact limits, with about so many steps between them.
    pub(crate) fn between(
        (low, high): (f64, f64),
        steps: f64,
        format: Format,
        locale: Locale,
    ) -> Self {
        Self::stepped((low, high), round_step((high - low) / steps, format), format, locale)
    }

    /// Exact limits and ticks at some of these values, about so many.
    pub(crate) fn at(
        values: &[f64],
        (low, high): (f64, f64),
        most: usize,
        format: Format,
        locale: Locale,
    ) -> Self {
        let every = values.len().div_ceil(most.max(1)).max(1);
        let ticks = values.iter().step_by(every).map(|&it| (it, locale.amount(it, format)));
        Self { low, high, ticks: ticks.collect() }
    }

    fn stepped((low, high): (f64, f64), step: f64, format: Format, locale: Locale) -> Self {
        let first = (low / step - 1e-9).ceil() as i64;
        let last = (high / step + 1e-9).floor() as i64;
        let values = (first..=last).map(|index| index as f64 * step);
        let most = high.abs().max(low.abs());
        let ticks = values.map(|value| (value, written(value, most, step, format, locale)));
        Self { low, high, ticks: ticks.collect() }
    }

    /// Months, counted from the beginning of the first one; the ends of the axis are so far
    /// inside the first and the last month. Under the first tick of each year stands the year.
    pub(crate) fn months(
        months: &[Date],
        margin: f64,
        (width, size): (f32, f32),
        locale: Locale,
    ) -> Self {
        let (low, high) = (margin, months.len() as f64 - margin);
        let step = width / (high - low).max(0.1) as f32;
        let mut free = f32::MIN;
        let ticks = month_ticks(months, step, size * 2.6).into_iter().map(|(index, with_year)| {
            let (name, at) = (locale.month_name(months[index]), index as f32 * step);
            if with_year && at > free {
                free = at + size * 2.8;
                return (index as f64 + 0.5, format!("{name}\n{}", months[index].year()));
            }
            (index as f64 + 0.5, name.to_owned())
        });
        Self { low, high, ticks: ticks.collect() }
    }

    /// Rows from the top, each of height 1.
    pub(crate) fn rows(names: &[Vec<String>]) -> Self {
        let ticks = names.iter().enumerate();
        let ticks = ticks.map(|(index, lines)| (index as f64 + 0.5, lines.join("\n")));
        Self { low: names.len() as f64, high: 0.0, ticks: ticks.collect() }
    }

    /// Whether a value is between the ends.
    pub(crate) fn contains(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// How wide the labels of the ticks are.
    pub(crate) fn widest(&self, size: f32) -> f32 {
        let widths = self.ticks.iter().map(|(_, text)| Face::Regular.width(text, size));
        widths.fold(0.0, f32::max)
    }
}

impl Ranged for Ruler {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let share = (value - self.low) / (self.high - self.low);
        // What is far outside is as far outside as pixels can be counted.
        from + (f64::from(to - from) * share.clamp(-9.0, 9.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        match hint.weight() {
            KeyPointWeight::Bold => self.ticks.iter().map(|(value, _)| *value).collect(),
            // No finer mesh between the ticks.
            KeyPointWeight::Any => Vec::new(),
        }
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Ruler {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.ticks.iter().find(|(tick, _)| tick == value);
        tick.map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// What a tick says on an axis whose largest value is known.
fn written(value: f64, most: f64, step: f64, format: Format, locale: Locale) -> String {
    match format {
        Format::Share => locale.share(value, decimals(step * 100.0)),
        Format::Points => {
            let number = locale.signed(value * 100.0, decimals(step * 100.0));
            format!("{number}{THIN}{}", Word::PercentagePoints.text(locale.lang))
        }
        Format::Money if value == 0.0 => "0".into(),
        Format::Money => {
            let unit = if most >= 999_500.0 { 1e6 } else { 1e3 };
            locale.money_in(value, unit, decimals(step / unit))
        }
        Format::Number(_) | Format::Count => locale.number(value, decimals(step)),
        Format::Hours | Format::Days => {
            format!("{}\u{a0}{}", locale.number(value, decimals(step)), locale.unit(format))
        }
        Format::Month(_) | Format::Clock | Format::Weekday => locale.bare(value, format),
    }
}

fn default_span(format: Format) -> f64 {
    match format {
        Format::Share | Format::Points => 0.1,
        _ => 1.0,
    }
}

/// The smallest of 1, 2, 5, 10 … that is not below; whole for things that are counted.
fn round_step(wanted: f64, format: Format) -> f64 {
    let (mut unit, least) = match format {
        Format::Count | Format::Month(_) => (1.0, 1.0),
        _ => (1e-6, 0.0),
    };
    if let Format::Month(_) = format {
        let months = [1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 60.0, 120.0];
        return months.into_iter().find(|&step| step >= wanted).unwrap_or(240.0);
    }
    // No logarithm: the same on every machine.
    loop {
        for factor in [1.0, 2.0, 2.5, 5.0] {
            let step: f64 = unit * factor;
            // A quarter is a round share; 2.5 is no round number.
            if factor == 2.5 && (format != Format::Share || step < 0.2) {
                continue;
            }
            if step >= wanted * 0.999_999 && step >= least {
                return step;
            }
        }
        unit *= 10.0;
        if unit > 1e15 {
            return unit;
        }
    }
}

/// Decimals that tell one tick from the next.
fn decimals(step: f64) -> usize {
    let mut step = step.abs();
    let mut decimals = 0;
    while decimals < 4 && (step - step.round()).abs() > 1e-6 {
        step *= 10.0;
        decimals += 1;
    }
    decimals
}

/// Months with a tick, and whether it also says the year.
pub(crate) fn month_ticks(months: &[Date], step: f32, width: f32) -> Vec<(usize, bool)> {
    let stride = [1, 3, 6, 12].into_iter().find(|&stride| stride as f32 * step >= width);
    let chosen = |month: &Date| match stride {
        Some(stride) => (month.month() - 1) % stride == 0,
        None => month.month() == 1 && month.year() % 2 == 0,
    };
    let indexes = (0..months.len()).filter(|&index| chosen(&months[index]));
    let mut ticks: Vec<(usize, bool)> = Vec::new();
    for index in indexes {
        let said = ticks.last().map(|&(before, _)| months[before].year());
        ticks.push((index, said != Some(months[index].year())));
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::months_later;
    use crate::scenario::Lang;
    use jiff::civil::date;

    fn around(low: f64, high: f64, steps: f64, format: Format) -> Ruler {
        Ruler::around((low, high), steps, format, Locale::new(Lang::En, "RUB"))
    }

    fn labels(ruler: Ruler) -> Vec<String> {
        ruler.ticks.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn ticks_are_round_and_differ() {
        assert_eq!(labels(around(0.0, 0.87, 5.0, Format::Share))[..2], ["0%", "20%"]);
        let locale = Locale::new(Lang::En, "RUB");
        let exact = Ruler::between((0.9, 1.0), 4.0, Format::Share, locale);
        assert_eq!(labels(exact).len(), 3);
        let money = labels(around(0.0, 4_600_000.0, 5.0, Format::Money));
        assert_eq!(
            money,
            [
                "0",
                "1\u{a0}M\u{a0}₽",
                "2\u{a0}M\u{a0}₽",
                "3\u{a0}M\u{a0}₽",
                "4\u{a0}M\u{a0}₽",
                "5\u{a0}M\u{a0}₽"
            ]
        );
        assert_eq!(labels(around(0.0, 3.0, 6.0, Format::Count)), ["0", "1", "2", "3"]);
    }

    #[test]
    fn one_value_still_makes_a_scale() {
        let scale = around(5.0, 5.0, 5.0, Format::Count);
        assert!(scale.high > scale.low && scale.contains(5.0));
        let none = around(f64::NAN, f64::NAN, 5.0, Format::Share);
        assert_eq!(none.map(&0.5, (0, 100)), 50);
    }

    #[test]
    fn many_months_get_few_ticks_that_start_with_the_year() {
        let months: Vec<Date> =
            (0..36).map(|index| months_later(date(2026, 2, 1), index)).collect();
        let ticks = month_ticks(&months, 25.0, 44.0);
        assert_eq!(ticks[..3], [(2, true), (5, false), (8, false)]);
        assert!(ticks.contains(&(11, true)));
        assert_eq!(month_ticks(&months, 100.0, 44.0).len(), 36);
        assert_eq!(month_ticks(&months, 4.0, 44.0), [(11, true), (23, true), (35, true)]);
        assert_eq!(month_ticks(&months, 1.0, 44.0), [(23, true)]);
    }
}
