//! Scales: where values stand, which of them get a tick, and what it says.

use super::scene::{Anchor, Label, Paint, Scene};
use crate::report::text::THIN;
use crate::report::{Format, Locale};
use jiff::civil::Date;

/// From values to positions between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    /// The value at 0.
    pub(crate) low: f64,
    /// The value at 1.
    pub(crate) high: f64,
    /// From tick to tick.
    pub(crate) step: f64,
    /// How values are printed.
    pub(crate) format: Format,
}

impl Scale {
    /// Round limits around the values, with about so many steps.
    pub(crate) fn around(low: f64, high: f64, steps: f64, format: Format) -> Self {
        let (low, high) =
            if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) };
        let high = if high - low < 1e-9 { low + default_span(format) } else { high };
        let step = round_step((high - low) / steps, format);
        Self {
            low: (low / step + 1e-9).floor() * step,
            high: (high / step - 1e-9).ceil() * step,
            step,
            format,
        }
    }

    /// Exact limits, with about so many steps between them.
    pub(crate) fn between(low: f64, high: f64, steps: f64, format: Format) -> Self {
        Self { low, high, step: round_step((high - low) / steps, format), format }
    }

    /// Where a value stands: 0 at the low end, 1 at the high end.
    pub(crate) fn position(&self, value: f64) -> f32 {
        ((value - self.low) / (self.high - self.low)) as f32
    }

    /// Values with a tick.
    pub(crate) fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil() as i64;
        let last = (self.high / self.step + 1e-9).floor() as i64;
        (first..=last).map(|index| index as f64 * self.step).collect()
    }

    /// What a tick says.
    pub(crate) fn tick(&self, value: f64, locale: Locale) -> String {
        match self.format {
            Format::Share => locale.share(value, decimals(self.step * 100.0)),
            Format::Points => {
                let number = locale.signed(value * 100.0, decimals(self.step * 100.0));
                format!("{number}{THIN}{}", crate::report::Word::PercentagePoints.text(locale.lang))
            }
            Format::Money if value == 0.0 => "0".into(),
            Format::Money => {
                let unit = if self.high.abs().max(self.low.abs()) >= 999_500.0 { 1e6 } else { 1e3 };
                locale.money_in(value, unit, decimals(self.step / unit))
            }
            Format::Number(_) | Format::Count => locale.number(value, decimals(self.step)),
            Format::Hours | Format::Days => {
                let unit = locale.unit(self.format);
                format!("{}\u{a0}{unit}", locale.number(value, decimals(self.step)))
            }
            Format::Month(_) => locale.bare(value, self.format),
        }
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

/// Writes months under a plot: names, and under the first of each year the year.
pub(crate) fn draw_months(
    months: &[Date],
    x: impl Fn(usize) -> f32,
    (y, size): (f32, f32),
    locale: Locale,
    scene: &mut Scene,
) {
    let step = if months.len() > 1 { x(1) - x(0) } else { 100.0 };
    let mut free = f32::MIN;
    for (index, with_year) in month_ticks(months, step, size * 2.6) {
        let at = x(index);
        let month = Label::new(locale.month_name(months[index]), (at, y + size), size);
        scene.text(month.anchored(Anchor::Middle).painted(Paint::Quiet));
        if with_year && at > free {
            let year = Label::new(months[index].year().to_string(), (at, y + size * 2.2), size);
            free = at + size * 2.8;
            scene.text(year.anchored(Anchor::Middle).painted(Paint::Quiet));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::months_later;
    use crate::scenario::Lang;
    use jiff::civil::date;

    fn labels(scale: Scale) -> Vec<String> {
        let locale = Locale::new(Lang::En, "RUB");
        scale.ticks().into_iter().map(|value| scale.tick(value, locale)).collect()
    }

    #[test]
    fn ticks_are_round_and_differ() {
        assert_eq!(labels(Scale::around(0.0, 0.87, 5.0, Format::Share))[..2], ["0%", "20%"]);
        assert_eq!(labels(Scale::between(0.9, 1.0, 4.0, Format::Share)).len(), 3);
        let money = labels(Scale::around(0.0, 4_600_000.0, 5.0, Format::Money));
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
        assert_eq!(labels(Scale::around(0.0, 3.0, 6.0, Format::Count)), ["0", "1", "2", "3"]);
    }

    #[test]
    fn one_value_still_makes_a_scale() {
        let scale = Scale::around(5.0, 5.0, 5.0, Format::Count);
        assert!(scale.high > scale.low && scale.position(5.0).is_finite());
        let none = Scale::around(f64::NAN, f64::NAN, 5.0, Format::Share);
        assert!(none.position(0.5).is_finite());
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
