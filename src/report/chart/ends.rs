//! What stands at the ends of lines: values and names.

use super::font::Face;
use super::line_plot::LinePlot;
use super::scene::Paint;
use super::theme::size;
use crate::report::{Format, Ink, Locale, Panel, Series, texts};

/// The widest label at the end of a line, before it is wrapped.
const END_LABEL: f32 = 250.0;

/// What stands at the end of a line.
pub(crate) struct EndLabel {
    /// Its last value; empty for the many others, which have no single end.
    pub(crate) value: String,
    /// Its name, wrapped.
    pub(crate) lines: Vec<String>,
    /// Its colour.
    pub(crate) paint: Paint,
    /// Where the line ends.
    pub(crate) at: (f32, f32),
}

/// Labels of the lines that end inside the plot.
pub(crate) fn labels_beside(
    panel: &Panel,
    plot: &LinePlot,
    format: Format,
    locale: Locale,
) -> Vec<EndLabel> {
    let stays = |series: &&Series| series.ink == Ink::Muted || plot.exit(&series.values).is_none();
    let series = panel.series.iter().filter(stays).cloned().collect();
    end_labels(&Panel { series, ..Panel::default() }, plot, format, locale)
}

pub(crate) fn end_labels(
    panel: &Panel,
    plot: &LinePlot,
    format: Format,
    locale: Locale,
) -> Vec<EndLabel> {
    let muted: Vec<&Series> =
        panel.series.iter().filter(|series| series.ink == Ink::Muted).collect();
    let mut labels = Vec::new();
    for series in &panel.series {
        let Some((last, value)) = last_value(series) else {
            continue;
        };
        if series.ink == Ink::Muted && muted.len() > 2 {
            continue;
        }
        let paint = match series.ink {
            Ink::Muted => Paint::Quiet,
            ink => ink.into(),
        };
        let mut text = locale.label(value, format);
        if value > plot.plot.up.high {
            text = format!("↑\u{a0}{text}");
        }
        let at = plot.end((last, value));
        let lines = Face::Regular.wrap_evenly(&series.label, size::LABEL, END_LABEL);
        labels.push(EndLabel { value: text, lines, paint, at });
    }
    if muted.len() > 2 {
        let mut ends: Vec<f64> =
            muted.iter().filter_map(|series| last_value(series)).map(|(_, value)| value).collect();
        ends.sort_by(f64::total_cmp);
        let middle = ends.get(ends.len() / 2).copied().unwrap_or(plot.plot.up.low);
        let at = (plot.plot.area.right, plot.plot.y(middle.min(plot.plot.up.high)));
        let lines = vec![others(muted.len(), locale)];
        labels.push(EndLabel { value: String::new(), lines, paint: Paint::Quiet, at });
    }
    labels
}

/// What the many others are called together.
pub(crate) fn others(count: usize, locale: Locale) -> String {
    locale.say(texts::Others { count })
}

/// The last month with a value.
pub(crate) fn last_value(series: &Series) -> Option<(usize, f64)> {
    let values = series.values.iter().copied().enumerate().rev();
    values.into_iter().find(|(_, value)| value.is_finite())
}
