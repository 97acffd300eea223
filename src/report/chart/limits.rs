//! Limits that suit every line, and the mesh between them.

use super::backend::stroke;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Paint, Scene};
use crate::report::{Format, Lines, Locale, Series, Trace};
use plotters::element::PathElement;

/// A line that leaves the others this far behind is cut off at the top.
const EXPLODES: f64 = 5.0;
/// A band that reaches higher than so many times its line is cut off.
const WIDE_BAND: f64 = 1.6;

/// Limits that suit every panel.
pub(crate) fn values(lines: &Lines, steps: f64, locale: Locale) -> Ruler {
    let series = || lines.panels.iter().flat_map(|panel| &panel.series);
    let targets = lines.panels.iter().flat_map(|panel| &panel.targets);
    let targets = targets.map(|target| target.value).fold(f64::NEG_INFINITY, f64::max);
    let finite = |series: &Series| -> Vec<f64> {
        series.values.iter().copied().filter(|value| value.is_finite()).collect()
    };
    let low = series().flat_map(finite).fold(f64::INFINITY, f64::min);
    let maxima: Vec<f64> = series()
        .map(|series| {
            let top = finite(series).into_iter().fold(f64::NEG_INFINITY, f64::max);
            top.max(band_top(series).min(top * WIDE_BAND))
        })
        .filter(|value| value.is_finite())
        .collect();
    let high = sensible_top(maxima).max(targets);
    match lines.format {
        Format::Share if high <= 1.0 => {
            let floors = [0.9, 0.8, 0.5];
            let floor = floors.into_iter().find(|floor| low >= floor + (1.0 - floor) * 0.05);
            Ruler::between((floor.unwrap_or(0.0), 1.0), steps, Format::Share, locale)
        }
        format => {
            let room = if lines.trace == Trace::Steps { 1.08 } else { 1.0 };
            Ruler::around((low.min(0.0), high.max(0.0) * room), steps, format, locale)
        }
    }
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

    #[test]
    fn a_line_that_explodes_is_cut_only_if_others_would_be_flattened() {
        assert_eq!(sensible_top(vec![40.0, 55.0, 3_400.0]), 3_400.0);
        assert_eq!(sensible_top(vec![40.0, 55.0, 60.0, 3_400.0, 2_900.0]), 60.0 * 1.3);
        assert_eq!(sensible_top(vec![40.0, 55.0, 60.0, 100.0]), 100.0);
        assert_eq!(sensible_top(vec![]), 1.0);
    }
}
