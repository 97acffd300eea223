//! Limits that suit every line, and the mesh between them.

use super::backend::stroke;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Paint, Scene};
use crate::report::{Format, Lines, Locale, Series, Trace};
use plotters::element::PathElement;

/// A line that leaves the others this far behind is cut off at the top.
const EXPLODES: f64 = 5.0;
/// A band that reaches higher than so many times the highest line is cut off.
const WIDE_BAND: f64 = 2.5;

/// Limits that suit every panel.
pub(crate) fn values(lines: &Lines, steps: f64, locale: Locale) -> Ruler {
    let series = || lines.panels.iter().flat_map(|panel| &panel.series);
    let targets = || lines.panels.iter().flat_map(|panel| &panel.targets).map(|it| it.value);
    let (least, most) =
        (targets().fold(f64::INFINITY, f64::min), targets().fold(f64::NEG_INFINITY, f64::max));
    let finite = |series: &Series| -> Vec<f64> {
        series.values.iter().copied().filter(|value| value.is_finite()).collect()
    };
    let low = series().flat_map(finite).fold(f64::INFINITY, f64::min);
    let top_of = |series| finite(series).into_iter().fold(f64::NEG_INFINITY, f64::max);
    let maxima: Vec<f64> = series().map(top_of).filter(|value| value.is_finite()).collect();
    let top = sensible_top(maxima);
    // The band of a line that is cut off is cut off with it.
    let bands = series().filter(|it| top_of(it) <= top).map(band_top);
    let bands = bands.map(|it| it.min(top * WIDE_BAND)).fold(f64::NEG_INFINITY, f64::max);
    let high = top.max(bands).max(most);
    match lines.format {
        Format::Share if high <= 1.0 => {
            Ruler::between(shares((low, high), least), steps, Format::Share, locale)
        }
        format => {
            let room = if lines.trace == Trace::Steps { 1.08 } else { 1.0 };
            Ruler::around((low.min(0.0), high.max(0.0) * room), steps, format, locale)
        }
    }
}

/// The ends of an axis of shares: the last tenth or fifth or half of them where all that is drawn lies
/// in it, the lowest target too, or the first few where all is far from the whole.
fn shares((low, high): (f64, f64), target: f64) -> (f64, f64) {
    let holds = |floor: &f64| low >= floor + (1.0 - floor) * 0.05 && target >= *floor;
    let floor = [0.9, 0.8, 0.5].into_iter().find(holds).unwrap_or(0.0);
    let ceiling = [0.02, 0.05, 0.1, 0.2, 0.5].into_iter().find(|it| high <= it * 0.95);
    (floor, ceiling.filter(|_| floor == 0.0 && high > 0.0).unwrap_or(1.0))
}

/// The top of a band; nothing where there is none.
fn band_top(series: &Series) -> f64 {
    let ends = series.band.iter().flat_map(|it| &it.1);
    let ends = ends.copied().filter(|it| it.is_finite());
    ends.fold(f64::NEG_INFINITY, f64::max)
}

/// The largest value, or, where a few lines leave at least three others far behind, a little
/// above those others: one policy that explodes must not flatten all that could be chosen.
fn sensible_top(mut maxima: Vec<f64>) -> f64 {
    maxima.sort_by(f64::total_cmp);
    let Some(&top) = maxima.last() else {
        return 1.0;
    };
    for index in (3..maxima.len()).rev() {
        let (calm, wild) = (maxima[index - 1], maxima[index]);
        if calm > 0.0 && wild > calm * EXPLODES {
            return calm * 1.3;
        }
    }
    top
}

/// Draws the mesh of the values, written in letters of a size, and a line at zero.
pub(crate) fn draw_values(plot: &Plot, size: f32, scene: &mut Scene) {
    plot.draw_up(Ticks { mesh: true, ..Ticks::labels(size, 12.0) }, scene);
    if plot.up.low < 0.0 {
        let zero = PathElement::new(plot.level(0.0), stroke(Paint::Axis, 1.5));
        plot.draw([zero], scene);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Ink, Panel};
    use crate::scenario::Lang;

    #[test]
    fn an_axis_of_shares_holds_the_lowest_target_and_is_no_longer_than_it_must_be() {
        let (none, lines) = (f64::INFINITY, (0.97, 1.0));
        assert_eq!(shares(lines, none), (0.9, 1.0));
        assert_eq!(shares(lines, 0.9), (0.9, 1.0));
        assert_eq!(shares(lines, 0.85), (0.8, 1.0));
        assert_eq!(shares(lines, 0.3), (0.0, 1.0));
        assert_eq!(shares((0.0, 0.012), none), (0.0, 0.02));
        assert_eq!(shares((0.3, 0.48), none), (0.0, 1.0));
        assert_eq!(shares((0.0, 0.0), none), (0.0, 1.0));
    }

    #[test]
    fn a_band_is_shown_to_its_end_beside_a_higher_line() {
        let series = |value: f64, high: f64| Series {
            label: String::new(),
            values: vec![value; 3],
            band: Some((vec![0.0; 3], vec![high; 3])),
            ink: Ink::Slot(0),
        };
        let top = |all: Vec<Series>| {
            let panels = vec![Panel { series: all, ..Panel::default() }];
            let months = vec![jiff::civil::date(2026, 1, 1); 3];
            let format = Format::Number(1);
            let lines = Lines { months, format, trace: Trace::Straight, panels };
            values(&lines, 4.0, Locale::new(Lang::En, "EUR")).high
        };
        assert!(top(vec![series(2.8, 5.6), series(4.7, 4.7)]) >= 5.6);
        assert!(top(vec![series(2.8, 50.0)]) < 10.0, "what is wider is cut off");
    }

    #[test]
    fn a_line_that_explodes_is_cut_only_if_others_would_be_flattened() {
        assert_eq!(sensible_top(vec![40.0, 55.0, 3_400.0]), 3_400.0);
        assert_eq!(sensible_top(vec![40.0, 55.0, 60.0, 3_400.0, 2_900.0]), 60.0 * 1.3);
        assert_eq!(sensible_top(vec![40.0, 55.0, 60.0, 100.0]), 100.0);
        assert_eq!(sensible_top(vec![]), 1.0);
    }
}
