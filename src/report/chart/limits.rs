//! Limits that suit every line, and the grid drawn at them.

use super::axis::Scale;
use super::font::Face;
use super::plot::Plot;
use super::scene::{Anchor, Label, Paint, Scene};
use crate::report::{Format, Lines, Locale, Series, Trace};

/// A line that leaves the others this far behind is cut off at the top.
const EXPLODES: f64 = 5.0;
/// A band that reaches higher than so many times its line is cut off.
const WIDE_BAND: f64 = 1.6;

/// Limits that suit every panel.
pub(crate) fn value_scale(lines: &Lines, steps: f64) -> Scale {
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
            Scale::between(floor.unwrap_or(0.0), 1.0, steps, Format::Share)
        }
        format => {
            let room = if lines.trace == Trace::Steps { 1.08 } else { 1.0 };
            Scale::around(low.min(0.0), high.max(0.0) * room, steps, format)
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

/// How wide the labels of the ticks are.
pub(crate) fn tick_width(scale: &Scale, size: f32, locale: Locale) -> f32 {
    let ticks = scale.ticks().into_iter();
    ticks.map(|value| Face::Regular.width(&scale.tick(value, locale), size)).fold(0.0, f32::max)
}

/// Draws the lines of the grid and the base line.
pub(crate) fn draw_grid(plot: &Plot, scene: &mut Scene) {
    for value in plot.scale.ticks() {
        let y = plot.y(value);
        // The base line is zero, or the lowest value of a scale that begins above it.
        let base = value.abs() < plot.scale.step * 1e-6 || value == plot.scale.low.max(0.0);
        let (paint, width) = if base { (Paint::Axis, 1.5) } else { (Paint::Grid, 1.2) };
        scene.line(vec![(plot.area.left, y), (plot.area.right, y)], paint, width);
    }
}

/// Draws the grid with its values.
pub(crate) fn draw_value_axis(plot: &Plot, size: f32, locale: Locale, scene: &mut Scene) {
    draw_grid(plot, scene);
    for value in plot.scale.ticks() {
        let at = (plot.area.left - 12.0, plot.y(value));
        let text = plot.scale.tick(value, locale);
        let label = Label::new(text, at, size).anchored(Anchor::End).painted(Paint::Quiet);
        scene.text(label.centred());
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
